//! A round's figures and answers as files: read from the store, scored in the domain, written by `files`.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use crate::domain::access::audit::AuditSearch;
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::dashboards::tables::{change_lines, score_lines};
use crate::domain::rounds::Round;
use crate::domain::scoring::comparison::{Comparison, compare_country};
use crate::domain::scoring::scores::score_country;
use crate::domain::scoring::tallies::{ResponseTallies, decode_return};
use crate::error::Result;
use crate::files::audit::AuditSheet;
use crate::files::cells::Dialect;
use crate::files::{answers, changes, scores};
use crate::store::{self, Conn};
use crate::{editions, results};

/// How many entries of the audit log are read at a time.
const AUDIT_ENTRIES: i64 = 10_000;

/// The scores of every municipality and the nation.
///
/// # Errors
/// Refused when the round is unknown.
pub fn scores(conn: &mut Conn, key: &str, dialect: Dialect) -> Result<Vec<u8>> {
    let round = find(conn, key)?;
    let tallies = results::count(conn, &round, &Scope::All)?;
    Ok(write_scores(&tallies, dialect))
}

/// The changes of every municipality and the nation, each package against its own baseline.
///
/// # Errors
/// Refused when the round is unknown.
pub fn changes(conn: &mut Conn, key: &str, dialect: Dialect) -> Result<Vec<u8>> {
    let round = find(conn, key)?;
    let compared = results::hold_in_scope(conn, &round, &Scope::All)?;
    Ok(write_changes(&compared.comparison, dialect))
}

/// The changes with everything held against one round.
///
/// # Errors
/// Refused when a round is unknown.
pub fn changes_against(conn: &mut Conn, key: &str, baseline: &str, dialect: Dialect) -> Result<Vec<u8>> {
    let round = find(conn, key)?;
    let baselines = results::single_baseline(conn, &round, baseline)?;
    let compared = results::hold_against(conn, &round, baselines, &Scope::All)?;
    Ok(write_changes(&compared.comparison, dialect))
}

/// Every change of a comparison.
pub fn write_changes(comparison: &Comparison, dialect: Dialect) -> Vec<u8> {
    changes::write(dialect, change_lines(&comparison.current, &compare_country(comparison), &Scope::All))
}

/// Every score of a count.
pub fn write_scores(tallies: &ResponseTallies, dialect: Dialect) -> Vec<u8> {
    scores::write(dialect, score_lines(tallies, &score_country(tallies), &Scope::All))
}

/// Every answer that was handed in, in the format that can be imported again.
///
/// # Errors
/// Refused when the round is unknown.
pub fn answers(conn: &mut Conn, key: &str, dialect: Dialect) -> Result<Vec<u8>> {
    let round = find(conn, key)?;
    let edition = editions::load(conn, &round.edition)?;
    let invitations = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
    let mut sections: HashMap<_, Vec<_>> = HashMap::new();
    for section in store::sections::list_by_round(conn, &round.id, &Scope::All)? {
        sections.entry(section.invitation_id.clone()).or_default().push(section);
    }
    let written = store::answers::list_written(conn, &round.id)?;
    let written: HashMap<_, _> = written.iter().map(|answer| ((answer.section, answer.question()), answer)).collect();
    let mut lines = Vec::new();
    for invitation in &invitations {
        for section in sections.get(&invitation.id).into_iter().flatten() {
            for (index, option) in decode_return(section.returned.as_deref().unwrap_or_default()) {
                let Some(question) = edition.questions.get(index) else { continue };
                let answer = written.get(&(section.number, index));
                let comment = answer.and_then(|answer| answer.reason.as_deref().or(answer.comment.as_deref()));
                lines.push(answers::AnswerLine {
                    municipality: &invitation.municipality_code,
                    post: &invitation.post,
                    area: section.area,
                    question: &question.key,
                    option: edition.scale_of(question).options.get(option).map_or("", |option| &option.key),
                    comment: comment.unwrap_or_default(),
                    unit_share: answer.and_then(|answer| answer.unit_share),
                });
            }
        }
    }
    Ok(answers::write(dialect, &lines))
}

/// Who did what since an instant (UTC), oldest first.
///
/// # Errors
/// Database errors.
pub fn audit(conn: &mut Conn, since: NaiveDateTime, dialect: Dialect) -> Result<Vec<u8>> {
    let (mut sheet, mut after) = (AuditSheet::new(dialect), String::new());
    loop {
        let next = store::audit::list_after(conn, &after, since, AUDIT_ENTRIES)?;
        let Some(last) = next.last() else { return Ok(sheet.into_bytes()) };
        last.id.as_str().clone_into(&mut after);
        sheet.add(&next);
    }
}

/// The entries looked for, newest first, at most `most`.
///
/// # Errors
/// Database errors.
pub fn audit_found(conn: &mut Conn, search: &AuditSearch, most: usize, dialect: Dialect) -> Result<Vec<u8>> {
    let (mut sheet, mut before, mut left) = (AuditSheet::new(dialect), None, i64::try_from(most).unwrap_or(i64::MAX));
    while left > 0 {
        let next = store::audit::list(conn, search, before.as_ref(), AUDIT_ENTRIES.min(left))?;
        let Some(last) = next.last() else { break };
        before = Some(last.id.clone());
        left -= i64::try_from(next.len()).unwrap_or(i64::MAX);
        sheet.add(&next);
    }
    Ok(sheet.into_bytes())
}

fn find(conn: &mut Conn, key: &str) -> Result<Round> {
    Ok(store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?)
}
