//! Hashing takes a core and 19 MiB for a while, so no more of it runs at once than there are cores, and no
//! more wait for it than get their turn while somebody still looks at the page.

use std::sync::LazyLock;

use actix_web::web;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::Error;
use crate::web::error::WebError;

/// How many may have a place for each core: a check takes some tens of milliseconds.
const LINE: usize = 50;

/// One permit a core. It belongs to the process, because the cores do.
static TURNS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(cores()));

/// One permit for everybody who has a turn or waits for it.
static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(cores() * LINE));

/// A place in the line of those who have a password hashed.
pub(crate) struct Place(SemaphorePermit<'static>);

/// Takes a place, before anything is counted or written.
///
/// # Errors
/// `Error::Busy` when the line is full.
pub(crate) fn line_up() -> Result<Place, Error> {
    place_in(&PLACES)
}

fn place_in(places: &'static Semaphore) -> Result<Place, Error> {
    places.try_acquire().map(Place).or(Err(Error::Busy("hashing a password")))
}

/// Runs `work` off the async threads when it is its turn. The turn and the place last as long as the
/// work, also when the visitor has gone.
///
/// # Errors
/// When the work was given up.
pub(crate) async fn in_turn<T: Send + 'static>(
    place: Place,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, WebError> {
    let turn = TURNS.acquire().await.map_err(|cause| Error::Internal(Box::new(cause)))?;
    let span = tracing::Span::current();
    let done = web::block(move || {
        let done = span.in_scope(work);
        drop((turn, place.0));
        done
    });
    Ok(done.await?)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::time::Duration;

    use super::*;

    /// The test's own, because other tests sign in meanwhile.
    static LINE_OF_TEST: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(cores() * 4));

    #[actix_web::test]
    async fn no_more_hash_at_once_than_there_are_cores_and_a_full_line_is_told_so() {
        let (running, most) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let mut line = Vec::new();
        while let Ok(place) = place_in(&LINE_OF_TEST) {
            line.push(place);
        }
        assert!(matches!(place_in(&LINE_OF_TEST), Err(Error::Busy(_))));
        assert_eq!(line.len(), cores() * 4);
        let all = line.into_iter().map(|place| {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            actix_web::rt::spawn(in_turn(place, move || {
                most.fetch_max(running.fetch_add(1, SeqCst) + 1, SeqCst);
                std::thread::sleep(Duration::from_millis(10));
                running.fetch_sub(1, SeqCst);
            }))
        });
        for one in all.collect::<Vec<_>>() {
            one.await.unwrap().ok().unwrap();
        }
        assert!(most.load(SeqCst) <= cores());
        assert!(place_in(&LINE_OF_TEST).is_ok());
    }
}
