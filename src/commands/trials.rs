//! Trying a round by oneself before it opens: a test round that asks one post and writes only to whoever tries it.

use std::collections::HashMap;

use chrono::Days;

use super::audit::note_values;
use super::rounds::{checked_edition, directory, find, settings};
use crate::domain::Language;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::{Holder, PostId};
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::population::{Directory, Population, freeze};
use crate::domain::rounds::programmes::free_trial_key;
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::error::{OrNotFound, Result};
use crate::store::{self, Db};

/// How many days a trial is open.
const TRIAL_DAYS: u64 = 14;

/// Opens a trial of a round that waits: the same edition and packages for one post, the one given or the one with most
/// sections, whose holder is somebody with an account. The directory stays as it is, nobody else gets a letter, and
/// nothing of it enters a figure.
///
/// # Errors
/// Not found when the post would not be asked; refused when the round is unknown or not waiting, as when it is opened,
/// and when nobody would be asked.
pub fn start(
    db: &Db,
    (key, post): (&str, Option<&PostId>),
    (email, language): &(String, Language),
    by: &By,
) -> Result<Round> {
    let now = by.now;
    db.write(|conn| {
        let round = find(conn, key)?;
        if !round.is_waiting() {
            return Err(Refusal::RoundNotDraft.into());
        }
        let (edition, edition_hash) = checked_edition(conn, &round)?;
        let today = day_in_denmark(now);
        let trial = Round {
            id: RoundId::new(),
            key: free_trial_key(&round.key, &store::rounds::list(conn)?),
            edition_hash,
            status: RoundStatus::Open,
            opens_on: today,
            closes_on: today + Days::new(TRIAL_DAYS),
            is_test: true,
            is_trial: true,
            created_at: now,
            opened_at: Some(now),
            letter_plan: Some(LetterPlan::silent()),
            ..round
        };
        let whole = directory(conn)?;
        let everybody = freeze(&trial, &edition, &whole, 1);
        let post = match post {
            Some(post) => post.clone(),
            None => largest(&everybody).ok_or(Refusal::NobodyToAsk)?,
        };
        let posts: Vec<_> = whole.posts.into_iter().filter(|one| one.id == post).collect();
        let holder = Holder {
            post_id: post,
            name: String::new(),
            email: email.clone(),
            phone: String::new(),
            language: *language,
        };
        let alone = Directory { departments: whole.departments, posts, holders: vec![holder] };
        let first = store::sections::highest_number(conn)? + 1;
        let population = freeze(&trial, &edition, &alone, first);
        population.invitations.first().or_not_found()?;
        store::rounds::insert(conn, &trial)?;
        store::invitations::insert(conn, &population.invitations)?;
        store::sections::insert(conn, &population.sections)?;
        super::letters::queue_invitations(conn, &trial, &population.invitations, now)?;
        let object = Object::one("round", trial.id.as_str());
        note_values(conn, by, ("try", object), (None, Some(settings(&trial))))?;
        Ok(trial)
    })
}

/// The post with most sections.
fn largest(population: &Population) -> Option<PostId> {
    let mut sections: HashMap<&str, usize> = HashMap::new();
    for section in &population.sections {
        *sections.entry(section.invitation_id.as_str()).or_default() += 1;
    }
    let largest = population.invitations.iter().max_by_key(|one| sections.get(one.id.as_str()))?;
    Some(largest.post_id.clone())
}
