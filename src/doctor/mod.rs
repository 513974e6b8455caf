//! What is looked at to say whether the program is well: the same for `pejl doctor` and for the page of administrators.

pub mod environment;

use chrono::NaiveDateTime;

use crate::domain::Language;
use crate::domain::access::staff::Scope;
use crate::domain::base::compatibility::SchemaState;
use crate::domain::base::days::in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::letters::{ALARM_MINUTES, LetterState, queue_alarm};
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::Release;
use crate::error::Result;
use crate::store::{self, Conn, Db};
use crate::views::refusals;
use crate::views::site::operation::{Finding, Verdict};
use crate::{editions, releases, results};

/// How far the database's clock may be from ours, in seconds: leases and sessions are shared by it.
const CLOCK_SECONDS: i64 = 5;

/// A finding of what is as it should be.
pub fn fine(text: String) -> Finding {
    Finding { verdict: Verdict::Fine, text }
}

/// A finding of what works, but should be known.
pub fn doubtful(text: String) -> Finding {
    Finding { verdict: Verdict::Doubtful, text }
}

/// A finding of what must be mended.
pub fn wrong(text: String) -> Finding {
    Finding { verdict: Verdict::Wrong, text }
}

/// What time the program believes it is.
pub fn clock(now: NaiveDateTime, language: Language) -> Finding {
    let time = in_denmark(now).format("%Y-%m-%d %H.%M").to_string();
    fine(tr!(language, "doctor-clock", time = time))
}

/// A database that can be read and written: its clock, its schema, and what is in it. It reads everything that was
/// handed in, which takes its time.
///
/// # Errors
/// Database errors.
pub fn database(db: &Db, now: NaiveDateTime, language: Language) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let its_clock = db.read(|conn| Ok(store::health::find_clock(conn)?))?;
    let seconds = its_clock.map_or(0, |its| (its - now).num_seconds().abs());
    if seconds > CLOCK_SECONDS {
        findings.push(wrong(tr!(language, "doctor-clock-apart", seconds = seconds)));
    }
    findings.push(match db.schema_state()? {
        SchemaState::UpToDate => fine(tr!(language, "doctor-database")),
        SchemaState::AheadUsable => doubtful(tr!(language, "doctor-database-ahead")),
        SchemaState::Behind => wrong(tr!(language, "doctor-database-old")),
        SchemaState::AheadUnusable => wrong(refusals::describe(&Refusal::SchemaNewer, language)),
    });
    if findings.iter().any(|finding| finding.verdict == Verdict::Wrong) {
        return Ok(findings);
    }
    findings.extend(db.read(|conn| contents(conn, language))?);
    let oldest = db.read(|conn| Ok(store::letters::find_oldest_due(conn, now)?))?;
    if queue_alarm(oldest, now).is_some() {
        findings.push(wrong(tr!(language, "doctor-letters-old", minutes = ALARM_MINUTES)));
    }
    Ok(findings)
}

/// Editions against their hashes, rounds against their editions, and what was handed in.
fn contents(conn: &mut Conn, language: Language) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let stored = store::editions::list(conn)?;
    for edition in &stored {
        let key = edition.key.as_str();
        findings.push(match edition.is_intact() && editions::parse(edition).is_ok() {
            true => fine(tr!(language, "doctor-edition", key = key)),
            false => wrong(tr!(language, "doctor-edition-changed", key = key)),
        });
    }
    for round in store::rounds::list(conn)? {
        let key = round.key.as_str();
        let edition = stored.iter().find(|edition| edition.key == round.edition);
        // A round that has not opened follows its edition.
        if edition.is_none_or(|edition| !round.is_waiting() && edition.content_hash != round.edition_hash) {
            findings.push(wrong(tr!(language, "doctor-round-edition", key = key)));
            continue;
        }
        findings.push(handed_in(conn, &round, language)?);
        for release in store::releases::list(conn, &round.id)? {
            findings.push(as_published(conn, &round, &release, language)?);
        }
    }
    let letters = store::ledger::count_by_state(conn)?;
    let count = |states: &[LetterState]| -> i64 {
        letters.iter().filter(|(state, _)| states.contains(state)).map(|(_, count)| count).sum()
    };
    let waiting = count(&[LetterState::Planned, LetterState::Sending, LetterState::Deferred]);
    findings.push(fine(tr!(language, "doctor-letters", count = waiting)));
    let failed = count(&[LetterState::Refused, LetterState::GivenUp, LetterState::InDoubt]);
    if failed > 0 {
        findings.push(wrong(tr!(language, "doctor-letters-failed", count = failed)));
    }
    Ok(findings)
}

/// Whether a release is what was published.
fn as_published(conn: &mut Conn, round: &Round, release: &Release, language: Language) -> Result<Finding> {
    let (key, number) = (round.key.as_str(), release.number);
    let found = releases::verify(conn, round, release)?;
    Ok(match found.faults.is_empty() {
        true => fine(tr!(language, "doctor-release", key = key, number = number)),
        false => wrong(tr!(language, "doctor-release-wrong", key = key, number = number)),
    })
}

/// What was handed in in a round, and the counts of it that are stored.
fn handed_in(conn: &mut Conn, round: &Round, language: Language) -> Result<Finding> {
    let key = round.key.as_str();
    let counted = results::count_sections(conn, round, &Scope::All);
    let damaged = counted.as_ref().map_or(1, |tallies| tallies.malformed);
    if damaged > 0 {
        return Ok(wrong(tr!(language, "doctor-round-damaged", key = key, count = damaged)));
    }
    let is_stored = store::counts::find_version(conn, &round.id)?.is_some();
    let stored = results::read_counts(conn, round, &Scope::All)?;
    if is_stored && stored.map(|stored| stored.municipalities) != counted.ok().map(|counted| counted.municipalities) {
        return Ok(wrong(tr!(language, "doctor-round-counts", key = key)));
    }
    Ok(fine(tr!(language, "doctor-round", key = key)))
}
