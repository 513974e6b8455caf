//! Forgetting people when their time is over: who they were is short-lived, what areas answered stays.

use chrono::{Months, NaiveDateTime, TimeDelta};
use serde_json::json;

use super::audit::note_values;
use crate::domain::access::audit::{By, Object};
use crate::domain::rounds::RoundId;
use crate::domain::rounds::uploads::KEPT as UPLOADS;
use crate::error::Result;
use crate::store::{
    Db, announcements, audit, calls, directory_uploads, extension_requests, post_changes, rate_limits, retention,
    sessions, setup_tokens, sign_ins,
};

/// Invitations of one transaction: with eight sections of 250 answers each it stays within some thousand rows.
const INVITATIONS: i64 = 4;

/// Holders of one transaction.
const HOLDERS: i64 = 1000;

/// Letters to accounts of one transaction.
const STAFF_LETTERS: i64 = 1000;

/// Entries of the audit log of one transaction.
const AUDIT_ENTRIES: i64 = 1000;

/// How long counted attempts are kept; no throttle looks further back.
const ATTEMPTS: TimeDelta = TimeDelta::days(1);

/// Deletes sessions, one-time keys, attempts and files of the directory that ran out; empties names, addresses and
/// links in rounds closed more than `months` ago, of holders whom nobody has named or asked since, and of accounts in
/// letters that were made before that. With 0 months these are kept. Returns how many rows were emptied or deleted; run
/// again, or by several instances at once, it does no more.
///
/// # Errors
/// Database errors; what was emptied before stays so.
pub fn forget(db: &Db, months: u32, now: NaiveDateTime) -> Result<usize> {
    let mut forgotten = delete_expired(db, now)?;
    let Some(before) = now.checked_sub_months(Months::new(months)).filter(|_| months > 0) else {
        return Ok(forgotten);
    };
    for round in db.read(|conn| Ok(retention::list_rounds_to_empty(conn, before)?))? {
        forgotten += empty_round(db, &round, now)?;
    }
    Ok(forgotten + empty_holders(db, before, now)? + empty_staff_letters(db, before, now)?)
}

/// Deletes entries of the audit log that are older than `months`; 0 keeps them all. Returns how many.
///
/// # Errors
/// Database errors; what was deleted before stays so.
pub fn forget_audit(db: &Db, months: u32, now: NaiveDateTime) -> Result<usize> {
    let Some(before) = now.checked_sub_months(Months::new(months)).filter(|_| months > 0) else { return Ok(0) };
    let mut deleted = 0;
    loop {
        if db.read(|conn| Ok(audit::list_before(conn, before, 1)?))?.is_empty() {
            return Ok(deleted);
        }
        deleted += db.write(|conn| {
            let ids = audit::list_before(conn, before, AUDIT_ENTRIES)?;
            post_changes::delete(conn, &ids)?;
            Ok(audit::delete(conn, &ids)?)
        })?;
    }
}

fn delete_expired(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let (window_start, uploads) = (now - ATTEMPTS, now - UPLOADS);
    if !db.read(|conn| Ok(retention::exists_expired(conn, now, window_start, uploads)?))? {
        return Ok(0);
    }
    db.write(|conn| {
        let ended = sessions::delete_expired(conn, now)?
            + sign_ins::delete_expired(conn, now)?
            + setup_tokens::delete_expired(conn, now)?
            + directory_uploads::delete_before(conn, uploads)?;
        Ok(ended + rate_limits::delete_before(conn, window_start)?)
    })
}

fn empty_round(db: &Db, round: &RoundId, now: NaiveDateTime) -> Result<usize> {
    let mut emptied = 0;
    let mut after = String::new();
    loop {
        let ids = db.read(|conn| Ok(retention::list_invitations_after(conn, round, &after, INVITATIONS)?))?;
        let Some(last) = ids.last() else { break };
        emptied += db.write(|conn| {
            Ok(retention::empty_invitations(conn, &ids)?
                + retention::empty_helpers(conn, &ids)?
                + retention::empty_handovers(conn, &ids)?
                + retention::delete_proposed_holders(conn, &ids)?
                + retention::empty_writers(conn, &ids)?
                + retention::empty_letters(conn, &ids)?
                + extension_requests::empty(conn, &ids)?
                + calls::empty(conn, &ids)?
                + retention::delete_bounces(conn, &ids)?
                + retention::delete_links(conn, &ids)?)
        })?;
        last.as_str().clone_into(&mut after);
    }
    // Only now: who was interrupted before begins anew.
    db.write(|conn| {
        let emptied = emptied + announcements::empty(conn, round)?;
        retention::insert_emptied(conn, round, now)?;
        let values = (None, Some(json!({ "rows": emptied })));
        note_values(conn, &By::clock(now), ("empty", Object::one("round", round.as_str())), values)
    })?;
    Ok(emptied)
}

/// Letters to accounts belong to no round that closes, so their time runs from when they were made.
fn empty_staff_letters(db: &Db, before: NaiveDateTime, now: NaiveDateTime) -> Result<usize> {
    let mut emptied = 0;
    loop {
        if db.read(|conn| Ok(retention::list_staff_letters_to_empty(conn, before, 1)?))?.is_empty() {
            return Ok(emptied);
        }
        emptied += db.write(|conn| {
            let ids = retention::list_staff_letters_to_empty(conn, before, STAFF_LETTERS)?;
            let emptied = retention::empty_staff_letters(conn, &ids)?;
            retention::delete_staff_bounces(conn, &ids)?;
            retention::delete_samples(conn, &ids)?;
            let values = (None, Some(json!({ "letters": emptied })));
            note_values(conn, &By::clock(now), ("empty", Object::all("letter")), values)?;
            Ok(emptied)
        })?;
    }
}

fn empty_holders(db: &Db, before: NaiveDateTime, now: NaiveDateTime) -> Result<usize> {
    if db.read(|conn| Ok(retention::exists_unseen(conn)?))? {
        db.write(|conn| Ok(retention::update_seen(conn, now)?))?;
    }
    let mut emptied = 0;
    loop {
        if db.read(|conn| Ok(retention::list_holders_to_empty(conn, before, 1)?))?.is_empty() {
            return Ok(emptied);
        }
        emptied += db.write(|conn| {
            let posts = retention::list_holders_to_empty(conn, before, HOLDERS)?;
            let emptied = retention::empty_holders(conn, &posts)?;
            let values = (None, Some(json!({ "holders": emptied })));
            note_values(conn, &By::clock(now), ("empty", Object::all("holder")), values)?;
            Ok(emptied)
        })?;
    }
}
