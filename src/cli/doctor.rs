//! `pejl doctor`: whether settings, database, catalogue, answers, mail and clock are as they should be.

mod environment_checks;

use super::{CommandError, Context, error_messages};
use crate::domain::Language;
use crate::domain::access::staff::Scope;
use crate::domain::base::compatibility::SchemaState;
use crate::domain::base::days::in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::letters::{ALARM_MINUTES, LetterState, queue_alarm};
use crate::domain::rounds::Round;
use crate::error::Result;
use crate::store::{self, Conn, Db};
use crate::views::refusals;
use crate::{editions, results};

/// How far the database's clock may be from ours, in seconds: leases and sessions are shared by it.
const CLOCK_SECONDS: i64 = 5;

/// How a thing was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Fine,
    /// Works, but somebody should know.
    Doubtful,
    /// Must be mended.
    Wrong,
}

/// One finding and the sentence about it.
struct Finding {
    verdict: Verdict,
    text: String,
}

fn fine(text: String) -> Finding {
    Finding { verdict: Verdict::Fine, text }
}

fn doubtful(text: String) -> Finding {
    Finding { verdict: Verdict::Doubtful, text }
}

fn wrong(text: String) -> Finding {
    Finding { verdict: Verdict::Wrong, text }
}

/// Prints every finding; ends with 1 where one of them is wrong.
pub(super) fn doctor(context: &Context) -> std::result::Result<(), CommandError> {
    let language = context.language();
    let mut findings = vec![settings(context, language)];
    findings.extend(environment_checks::contradictions(&context.config, language));
    findings.push(clock(context, language));
    findings.extend(database(context, language)?);
    findings.extend(environment_checks::disk(&context.config.database_url, language));
    findings.push(environment_checks::mail(&context.config, language));
    findings.extend(environment_checks::provider(&context.config, context.clock.now(), language));
    for Finding { verdict, text } in &findings {
        let mark = match verdict {
            Verdict::Fine => tr!(language, "doctor-fine"),
            Verdict::Doubtful => tr!(language, "doctor-doubtful"),
            Verdict::Wrong => tr!(language, "doctor-wrong"),
        };
        println!("{mark}  {text}");
    }
    let is_unwell = findings.iter().any(|finding| finding.verdict == Verdict::Wrong);
    if is_unwell { Err(CommandError::Unwell) } else { Ok(()) }
}

/// The database: whether it answers, its schema, whether it can be written, its clock, what is in it.
fn database(context: &Context, language: Language) -> Result<Vec<Finding>> {
    let url = &context.config.database_url;
    let db = match Db::open(url, 1) {
        Ok(db) => db,
        Err(error) => return Ok(vec![wrong(error_messages::describe(&CommandError::Database(error), url, language))]),
    };
    let mut findings = Vec::new();
    let (is_writable, its_clock) =
        db.read(|conn| Ok((store::health::is_writable(conn)?, store::health::find_clock(conn)?)))?;
    if !is_writable {
        drop(db);
        return Ok(vec![wrong(error_messages::describe(&CommandError::ReadOnly, url, language))]);
    }
    let seconds = its_clock.map_or(0, |its| (its - context.clock.now()).num_seconds().abs());
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
    let now = context.clock.now();
    let oldest = db.read(|conn| Ok(store::letters::find_oldest_due(conn, now)?))?;
    if queue_alarm(oldest, now).is_some() {
        findings.push(wrong(tr!(language, "doctor-letters-old", minutes = ALARM_MINUTES)));
    }
    Ok(findings)
}

fn settings(context: &Context, language: Language) -> Finding {
    match context.config.check_for_serving() {
        Ok(()) => fine(tr!(language, "doctor-settings")),
        Err(error) => {
            wrong(error_messages::describe(&CommandError::Config(error), &context.config.database_url, language))
        }
    }
}

fn clock(context: &Context, language: Language) -> Finding {
    let time = in_denmark(context.clock.now()).format("%Y-%m-%d %H.%M").to_string();
    fine(tr!(language, "doctor-clock", time = time))
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
