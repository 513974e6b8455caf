//! Hashing takes a core and 19 MiB for a while, so no more of it runs at once than there are cores.

use std::sync::LazyLock;

use actix_web::web;
use tokio::sync::Semaphore;

use super::error::WebError;
use crate::error::Error;

/// One permit a core. It belongs to the process, because the cores do.
static TURNS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)));

/// Runs `work` off the async threads when it is its turn. The turn lasts as long as the work, also
/// when the visitor has gone.
///
/// # Errors
/// When the work was given up.
pub(super) async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, WebError> {
    let turn = TURNS.acquire().await.map_err(|cause| Error::Internal(Box::new(cause)))?;
    let span = tracing::Span::current();
    let done = web::block(move || {
        let done = span.in_scope(work);
        drop(turn);
        done
    });
    Ok(done.await?)
}
