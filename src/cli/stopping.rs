//! Being told to stop: SIGTERM or SIGINT once to finish what is under way, twice to end at once.

use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::time::sleep;

/// The most that finishing may take. A letter that is not through by then stays claimed, and its lease
/// puts it in doubt.
const LIMIT: Duration = Duration::from_secs(20);

/// The exit code of ending at once: what shells say of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// Becomes true when the process is told to stop; from then on the process ends in a bounded time,
/// whatever hangs. Listens on a thread of its own, so that nothing else can keep it from hearing.
///
/// # Errors
/// When the system does not let it listen.
pub(super) fn listen() -> std::io::Result<watch::Receiver<bool>> {
    let (stop, stopped) = watch::channel(false);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let signals = {
        let _inside = runtime.enter();
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?)
    };
    std::thread::spawn(move || runtime.block_on(obey(signals, stop)));
    Ok(stopped)
}

async fn obey(mut signals: (Signal, Signal), stop: watch::Sender<bool>) {
    next(&mut signals).await;
    tracing::info!("told to stop; what is under way is finished");
    stop.send_replace(true);
    tokio::select! {
        () = next(&mut signals) => std::process::exit(INTERRUPTED),
        () = sleep(LIMIT) => {
            tracing::warn!("something was still under way when time was up");
            std::process::exit(0)
        }
    }
}

async fn next(signals: &mut (Signal, Signal)) {
    tokio::select! {
        _ = signals.0.recv() => {}
        _ = signals.1.recv() => {}
    }
}
