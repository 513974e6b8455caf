//! The clock: what is to happen by itself when its time has come.

use std::time::Duration;

use chrono::NaiveDateTime;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::clock::Clock;
use crate::commands;
use crate::domain::mail::letters::queue_alarm;
use crate::error::Result;
use crate::mail::Worker;
use crate::store::{Db, letters};

/// How often the clock looks.
const TICK: Duration = Duration::from_secs(5);

/// Something that is done when it is due; returns how many things were done, and does nothing when run again.
type Duty = fn(&Db, NaiveDateTime) -> Result<usize>;

/// How many ticks make a minute.
const TICKS_A_MINUTE: u32 = 12;

/// What is done at every tick, in order.
const DUTIES: [(&str, Duty); 5] = [
    ("rounds closed", commands::rounds::close_due),
    ("rounds drafted", commands::programmes::draft_due),
    ("rounds opened", commands::rounds::open_due),
    ("holders changed", commands::holders::switch_due),
    ("closed rounds counted", commands::counts::write_missing),
];

/// What is done once a minute, after the others: that there is nothing to do is only known of everybody who is asked.
const MINUTELY: [(&str, Duty); 3] = [
    ("announcements queued", commands::announcements::announce_due),
    ("new holders invited", commands::bounces::invite_new_holders),
    ("reminders queued", commands::letters::queue_due_reminders),
];

/// How many months things are kept; 0 keeps them for ever.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// Names and addresses, after a round's closing.
    pub people: u32,
    /// Entries of the audit log.
    pub audit: u32,
}

/// Delivers letters and does what is due until `stop` says so; then finishes the letters under way.
/// What is kept of people and of the audit log goes when its time is over.
pub async fn run(db: Db, clock: Clock, mut worker: Worker, stop: watch::Receiver<bool>, kept: Kept) {
    tokio::join!(do_duties(db, clock, stop.clone(), kept), deliver(&mut worker, stop));
}

async fn do_duties(db: Db, clock: Clock, mut stop: watch::Receiver<bool>, kept: Kept) {
    let (mut was_late, mut ticks) = (false, 0);
    while !*stop.borrow() {
        let (db, now) = (db.clone(), clock.now());
        let is_minute = ticks == 0;
        ticks = (ticks + 1) % TICKS_A_MINUTE;
        let done = spawn_blocking(move || {
            if is_minute {
                do_due(&db, now)
            } else {
                do_all(&DUTIES, &db, now)
            }
            tell("records of people emptied", commands::retention::forget(&db, kept.people, now));
            tell("entries of the audit log deleted", commands::retention::forget_audit(&db, kept.audit, now));
            watch_queue(&db, was_late, now)
        });
        match done.await {
            Ok(is_late) => was_late = is_late,
            Err(cause) => tracing::error!(%cause, "the clock's work broke off; it is tried again"),
        }
        pause(&mut stop).await;
    }
}

/// Does everything that is due at `now`; what fails is logged and tried again at the next tick.
pub fn do_due(db: &Db, now: NaiveDateTime) {
    do_all(&DUTIES, db, now);
    do_all(&MINUTELY, db, now);
}

fn do_all(duties: &[(&str, Duty)], db: &Db, now: NaiveDateTime) {
    for (name, duty) in duties {
        tell(name, duty(db, now));
    }
}

fn tell(name: &str, outcome: Result<usize>) {
    match outcome {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "{name}"),
        Err(error) => tracing::error!(%error, "failed: {name}; tried again"),
    }
}

/// Tells once when letters begin to be late and once when they no longer are; returns whether they are.
pub fn watch_queue(db: &Db, was_late: bool, now: NaiveDateTime) -> bool {
    match db.read(|conn| Ok(letters::find_oldest_due(conn, now)?)) {
        Ok(oldest) => {
            let late = queue_alarm(oldest, now);
            match late {
                Some(minutes) if !was_late => tracing::warn!(minutes, "letters are late"),
                None if was_late => tracing::warn!("letters are no longer late"),
                _ => {}
            }
            late.is_some()
        }
        Err(error) => {
            tracing::error!(%error, "the queue of letters could not be looked at");
            was_late
        }
    }
}

async fn deliver(worker: &mut Worker, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = worker.deliver(&stop).await {
            tracing::error!(%error, "letters could not be taken from the ledger; tried again");
        }
        pause(&mut stop).await;
    }
}

/// Waits for the next tick or for the end.
async fn pause(stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = sleep(TICK) => {}
        changed = stop.changed() => {
            // Whoever could say stop is gone: without anybody to end it, the pause must still be one.
            if changed.is_err() { sleep(TICK).await; }
        }
    }
}
