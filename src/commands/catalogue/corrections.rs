//! Correcting a published edition by a minor one.

use serde_json::json;

use super::drafts::create;
use crate::commands::audit::note_values;
use crate::domain::Text;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::corrections::{broken, free_key};
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::drafts::Draft;
use crate::domain::catalogue::drafts::revisions::{Change, Deed};
use crate::domain::catalogue::likeness::same_words;
use crate::domain::catalogue::stored::StoredEdition;
use crate::domain::catalogue::{Edition, EditionStatus, QuestionIndex};
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Whether a correction may end what could be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaking {
    /// It may not, as long as nobody has said so.
    Refused,
    /// Somebody knows and wants it.
    Accepted,
}

/// Begins a correction of a published edition, and returns its key.
///
/// # Errors
/// Refused where there is no such edition, it is a draft, or it is corrected already.
pub fn begin(db: &Db, of: &str, reason: &Text, by: &By) -> Result<String> {
    db.write(|conn| {
        let stored = check_correctable(conn, of)?;
        let keys: Vec<String> = store::editions::list_keys(conn)?;
        let edition = editions::parse(&stored)?;
        let key = free_key(&edition, |key| keys.iter().any(|taken| taken == key));
        let draft = Draft::correction_of(&edition, &key, reason.clone());
        create(conn, &draft, &Change::whole(Deed::Copied, of), by)?;
        let values = json!({ "corrects": of, "reason": reason.da });
        note_values(conn, by, ("create", Object::one("edition", &key)), (None, Some(values)))?;
        Ok(key)
    })
}

/// The edition with this key, to be corrected.
///
/// # Errors
/// Refused where there is no such edition, it is a draft, or another edition corrects it already.
pub fn check_correctable(conn: &mut Conn, of: &str) -> Result<StoredEdition> {
    let stored = super::find(conn, of)?;
    if stored.status == EditionStatus::Draft {
        return Err(Refusal::EditionNotPublished.into());
    }
    for other in store::editions::list(conn)? {
        if corrects(&*editions::parse(&other)?, of) {
            return Err(Refusal::EditionCorrected(other.key).into());
        }
    }
    Ok(stored)
}

/// An edition from a file as a draft. A correction that nobody has linked yet is linked to what it corrects wherever a
/// question asks the same in the same words; the rest is for a person to say.
pub(super) fn linked(conn: &mut Conn, edition: &Edition) -> Result<Draft> {
    let mut draft = Draft { edition: edition.clone(), crosswalks: Vec::new() };
    let Some(of) = edition.correction.as_ref().map(|correction| correction.of.as_str()) else { return Ok(draft) };
    if let Some(stored) = store::editions::find(conn, of)? {
        let corrected = editions::parse(&stored)?;
        let mut crosswalk = Crosswalk::between(&corrected, edition);
        crosswalk.links = same_words((&corrected, edition), &crosswalk);
        draft.crosswalks.extend(Some(crosswalk).filter(|one| !one.links.is_empty()));
    }
    Ok(draft)
}

fn corrects(edition: &Edition, of: &str) -> bool {
    edition.correction.as_ref().is_some_and(|correction| correction.of == of)
}

/// The questions of the edition that a correction corrects whose answers would not compare any more; none where it
/// is no correction, or of an edition that is not here.
///
/// # Errors
/// `Error::ImportErrors` when a document can't be read, which only a change from outside can cause.
pub fn list_broken(conn: &mut Conn, correction: &Edition) -> Result<Vec<QuestionIndex>> {
    let Some(of) = correction.correction.as_ref().map(|correction| correction.of.as_str()) else {
        return Ok(Vec::new());
    };
    let Some(stored) = store::editions::find(conn, of)? else { return Ok(Vec::new()) };
    let crosswalk = editions::find_crosswalk(conn, of, &correction.key)?;
    let crosswalks: Vec<_> = crosswalk.iter().map(|one| (**one).clone()).collect();
    Ok(broken((&*editions::parse(&stored)?, correction), &crosswalks))
}

/// Looks at what is to be published: a correction corrects one published edition, which no other does.
///
/// # Errors
/// Refused where it is not so, and where it would end what could be compared and nobody has accepted that.
pub(super) fn check(conn: &mut Conn, edition: &Edition, breaking: Breaking) -> Result<()> {
    let Some(correction) = &edition.correction else { return Ok(()) };
    if super::find(conn, &correction.of)?.status == EditionStatus::Draft {
        return Err(Refusal::EditionNotPublished.into());
    }
    for other in store::editions::list(conn)? {
        let is_other = other.key != edition.key && other.status == EditionStatus::Published;
        if is_other && corrects(&*editions::parse(&other)?, &correction.of) {
            return Err(Refusal::EditionCorrected(other.key).into());
        }
    }
    let broken = list_broken(conn, edition)?.len();
    if broken > 0 && breaking == Breaking::Refused {
        return Err(Refusal::CorrectionBreaks(broken).into());
    }
    Ok(())
}
