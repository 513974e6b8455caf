//! Linking the questions of two editions one by one. The crosswalk stays the document that an import reads and an
//! export gives back.

use serde_json::{Value, json};

use super::audit::note_values;
use super::catalogue::relinked;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::EditionStatus;
use crate::domain::catalogue::continuity::rounds_over;
use crate::domain::catalogue::crosswalk::{Crosswalk, Link};
use crate::domain::catalogue::stored::StoredCrosswalk;
use crate::editions;
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn, Db};

/// What is changed of a crosswalk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkChange {
    /// Each of the links is made, in place of one between the same questions.
    Link(Vec<Link>),
    /// The link between a question of the earlier edition and one of the later is taken away.
    Unlink(String, String),
}

/// A change of the crosswalk between two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrosswalkChange {
    /// Key of the earlier edition.
    pub from: String,
    /// Key of the later edition.
    pub to: String,
    /// What is changed.
    pub change: LinkChange,
    /// Why; empty where nobody said. It is needed where rounds are held against each other over the crosswalk.
    pub reason: String,
}

/// Changes links between two editions, and says how many rounds it bears on.
///
/// # Errors
/// Refused when an edition is unknown, or rounds were asked over a published edition and no reason is given. All
/// errors of the links, as when a document with them is imported.
pub fn change(db: &Db, change: &CrosswalkChange, by: &By) -> Result<usize> {
    db.write(|conn| {
        let rounds = rounds_in_use(conn, &change.to)?;
        if rounds > 0 && change.reason.is_empty() {
            return Err(Refusal::CrosswalkInUse(rounds).into());
        }
        let (from, to) = (editions::load(conn, &change.from)?, editions::load(conn, &change.to)?);
        let before = match editions::find_crosswalk(conn, &change.from, &change.to)? {
            Some(found) => Crosswalk::clone(&found),
            None => Crosswalk::between(&from, &to),
        };
        let (verb, old, new) = described(&before, &change.change);
        let after = applied(before, &change.change);
        relinked(conn, (&after.from, &after.to), by, |conn| {
            store::editions::delete_crosswalk(conn, &after.from, &after.to)?;
            if after.links.is_empty() {
                return Ok(());
            }
            let document = files::crosswalk::write(&after);
            files::crosswalk::read(document.as_bytes(), &[&from, &to]).map_err(Error::ImportErrors)?;
            let (from_edition, to_edition) = (after.from.clone(), after.to.clone());
            let stored = StoredCrosswalk { from_edition, to_edition, document, imported_at: by.now };
            store::editions::insert_crosswalk(conn, &stored)?;
            Ok(())
        })?;
        let name = format!("{} {}", after.from, after.to);
        let new = json!({ "links": new, "reason": change.reason, "rounds": rounds });
        note_values(conn, by, (verb, Object::one("crosswalk", &name)), (Some(json!({ "links": old })), Some(new)))?;
        Ok(rounds)
    })
}

/// How many rounds are held against earlier ones over crosswalks to an edition; none while it is a draft.
///
/// # Errors
/// Refused when there is no such edition.
pub fn rounds_in_use(conn: &mut Conn, to: &str) -> Result<usize> {
    let stored = store::editions::find(conn, to)?.ok_or_else(|| Refusal::UnknownEdition(to.to_owned()))?;
    if stored.status == EditionStatus::Draft {
        return Ok(0);
    }
    let rounds = store::rounds::list(conn)?;
    Ok(rounds_over(to, &rounds, &editions::crosswalks(conn)?).len())
}

fn applied(before: Crosswalk, change: &LinkChange) -> Crosswalk {
    match change {
        LinkChange::Link(links) => links.iter().cloned().fold(before, Crosswalk::with),
        LinkChange::Unlink(from, to) => before.without(from, to),
    }
}

/// The verb, and the links before and after, for the audit log.
fn described(before: &Crosswalk, change: &LinkChange) -> (&'static str, Vec<Value>, Vec<Value>) {
    let value = |link: &Link| json!({ "from": link.from, "to": link.to, "relation": link.relation });
    let kept = |from: &str, to: &str| {
        let relation = before.relation(from, to)?;
        Some(value(&Link { from: from.to_owned(), to: to.to_owned(), relation }))
    };
    match change {
        LinkChange::Link(links) => (
            "link",
            links.iter().filter_map(|link| kept(&link.from, &link.to)).collect(),
            links.iter().map(value).collect(),
        ),
        LinkChange::Unlink(from, to) => ("unlink", kept(from, to).into_iter().collect(), Vec::new()),
    }
}
