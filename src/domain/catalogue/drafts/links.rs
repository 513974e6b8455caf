//! What becomes of a draft's links while its questions change: every link's end in the draft exists, and what is
//! compared still asks after the same.

use std::collections::{HashMap, HashSet};

use super::{Draft, Item};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::crosswalk::{Crosswalk, Link, Relation};
use crate::domain::catalogue::{Edition, Measure, Question};

words! {
    /// What a new wording is, beside the one before it.
    pub enum Meaning {
        /// The same words but for a slip of the pen: what was identical stays so.
        Corrected = "corrected",
        /// The same matter in other words: still compared, and marked.
        Reworded = "reworded",
        /// Another question: compared with nothing.
        New = "new",
    }
}

/// Lets the links of a question that was changed follow it.
pub(super) fn follow(draft: &mut Draft, (before, item): (&Edition, &Item), (changed, meaning): (&Item, Meaning)) {
    let (Item::Question(old), Item::Question(new)) = (item, changed) else { return };
    let find = |edition: &Edition, key: &str| edition.find_question(key).map(|index| edition.questions[index].clone());
    let (Some(was), Some(is)) = (find(before, old), find(&draft.edition, new)) else { return };
    let fate = if asks_anew(before, &was, (&draft.edition, &is)) { Some(meaning) } else { None };
    // Questions that measure different things are never linked.
    let fate = if was.measure == is.measure { fate } else { Some(Meaning::New) };
    let key = draft.edition.key.clone();
    for crosswalk in &mut draft.crosswalks {
        let leads_here = crosswalk.to == key;
        let end = |link: &Link| if leads_here { link.to == *old } else { link.from == *old };
        if fate == Some(Meaning::New) {
            crosswalk.links.retain(|link| !end(link));
        }
        for link in crosswalk.links.iter_mut().filter(|link| end(link)) {
            if fate == Some(Meaning::Reworded) && link.relation == Relation::Identical {
                link.relation = Relation::Reworded;
            }
            if leads_here { link.to.clone_from(new) } else { link.from.clone_from(new) }
        }
    }
}

/// Whether a question's words or its scale are others now, so that somebody must say what it is.
fn asks_anew(before: &Edition, was: &Question, (now, is): (&Edition, &Question)) -> bool {
    was.text != is.text || before.scale_of(was).key != now.scale_of(is).key
}

/// Sets the links of one crosswalk.
///
/// # Errors
/// Refused where it does not lead to or from the draft, or links what the draft does not ask.
pub(super) fn set(draft: &mut Draft, crosswalk: &Crosswalk) -> Result<Item, Refusal> {
    let key = draft.edition.key.clone();
    let leads_here = crosswalk.to == key;
    if leads_here == (crosswalk.from == key) {
        return Err(Refusal::NoSuchItem);
    }
    let end = |link: &Link| if leads_here { link.to.clone() } else { link.from.clone() };
    let asked = measures(&draft.edition);
    if crosswalk.links.iter().any(|link| !asked.contains_key(end(link).as_str())) {
        return Err(Refusal::NoSuchItem);
    }
    let same = |one: &Crosswalk| (&one.from, &one.to) == (&crosswalk.from, &crosswalk.to);
    match draft.crosswalks.iter_mut().find(|one| same(one)) {
        Some(one) => one.clone_from(crosswalk),
        None => draft.crosswalks.push(crosswalk.clone()),
    }
    let other = if leads_here { &crosswalk.from } else { &crosswalk.to };
    Ok(Item::Crosswalk(other.clone()))
}

/// Drops the links of questions that are gone, and crosswalks that have none left.
pub(super) fn keep(draft: &mut Draft) {
    let key = &draft.edition.key;
    let asked: HashSet<&str> = draft.edition.questions.iter().map(|question| question.key.as_str()).collect();
    for crosswalk in &mut draft.crosswalks {
        let leads_here = crosswalk.to == *key;
        crosswalk.links.retain(|link| asked.contains(if leads_here { link.to.as_str() } else { &link.from }));
    }
    draft.crosswalks.retain(|crosswalk| !crosswalk.links.is_empty());
}

/// Drops the links of questions that measure something else than they did.
pub(super) fn keep_measured(draft: &mut Draft, before: &Edition) {
    let was = measures(before);
    let is = measures(&draft.edition);
    let key = &draft.edition.key;
    for crosswalk in &mut draft.crosswalks {
        let leads_here = crosswalk.to == *key;
        crosswalk.links.retain(|link| {
            let end = if leads_here { link.to.as_str() } else { &link.from };
            was.get(end) == is.get(end)
        });
    }
}

/// Drops the links with another edition whose ends are not two questions that measure the same.
pub(super) fn keep_with(draft: &mut Draft, other: &Edition) {
    let (here, there) = (measures(&draft.edition), measures(other));
    for crosswalk in &mut draft.crosswalks {
        let (from, to) = match (crosswalk.from == other.key, crosswalk.to == other.key) {
            (true, _) => (&there, &here),
            (false, true) => (&here, &there),
            (false, false) => continue,
        };
        crosswalk.links.retain(|link| {
            let measure = from.get(link.from.as_str());
            measure.is_some() && measure == to.get(link.to.as_str())
        });
    }
    draft.crosswalks.retain(|crosswalk| !crosswalk.links.is_empty());
}

fn measures(edition: &Edition) -> HashMap<&str, Measure> {
    edition.questions.iter().map(|question| (question.key.as_str(), question.measure)).collect()
}
