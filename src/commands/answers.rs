//! Saving answers.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use serde_json::json;

use super::audit::note_values;
use super::respondents::{Access, draft_section, open};
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::answering::answers::Answer;
use crate::domain::answering::drafts::{Base, Draft, Merged, Place};
use crate::domain::answering::respondents::opens;
use crate::domain::base::tokens::TokenHash;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::rounds::invitations::{Section, SectionNumber};
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, Db, answers, invitations, sections};

/// What a save came to.
#[derive(Debug, Clone, Default)]
pub struct Saved {
    /// The stored answer that the writer's form now agrees with, by question and area.
    pub bases: Vec<(QuestionIndex, Place, Base)>,
    /// What somebody else wrote meanwhile, where the writer's own answer was therefore not stored.
    pub conflicts: Vec<(Place, Answer)>,
    /// What was said for another area whose section was handed in or handed over since the form was made.
    pub left_out: Vec<Draft>,
}

/// Saves those drafts of a section's page that change something and are not at fault, all of them or none. What is
/// said for the areas of other sections is merged with what is stored there.
///
/// # Errors
/// `Error::NotFound` where the link does not open a section; a refusal when answers are no longer taken or the page's
/// own section was handed in.
pub fn save(
    db: &Db,
    (hash, now): (&TokenHash, NaiveDateTime),
    (edition, area): (&Edition, Area),
    drafts: &[Draft],
) -> Result<Saved> {
    db.write(|conn| {
        let access = open(conn, hash, now)?;
        let own = draft_section(conn, &access, area)?;
        let (others, stored) = read_stored(conn, &own, drafts)?;
        let mut saved = Saved::default();
        let mut changed: Vec<Answer> = Vec::new();
        for draft in drafts.iter().filter(|draft| draft.fault.is_none()) {
            let section = match draft.place.other() {
                None => &own,
                Some(area) => others
                    .iter()
                    .find(|section| section.area == area && opens(&access.link, section.number))
                    .or_not_found()?,
            };
            let there = stored.get(&(section.number, draft.question));
            let scale = edition.scale_of(&edition.questions[draft.question]);
            let by = (section.number, writer(&access, section.helper_name.as_deref()));
            match draft.merge(there, scale, by) {
                Merged::Same => saved.bases.push((draft.question, draft.place, Base::of(there))),
                Merged::Untouched => {}
                Merged::Conflict | Merged::Changed(_) if draft.place != Place::Own && !section.is_own_draft() => {
                    saved.left_out.push(draft.clone());
                }
                Merged::Conflict => saved.conflicts.extend(there.map(|theirs| (draft.place, theirs.clone()))),
                Merged::Changed(answer) => {
                    saved.bases.push((draft.question, draft.place, Base::of(Some(&answer))));
                    changed.push(answer);
                }
            }
        }
        if !changed.is_empty() {
            answers::upsert(conn, &changed)?;
            // The section and who wrote; what was written is nobody's business here.
            let writer = By::link(&access.invitation.id, now);
            let is_changed = |section: &&Section| changed.iter().any(|answer| answer.section == section.number);
            let areas: Vec<Area> = others.iter().filter(is_changed).map(|section| section.area).collect();
            let values = (!areas.is_empty()).then(|| json!({ "areas": areas }));
            let object = own.number.to_string();
            note_values(conn, &writer, ("save", Object::one("section", &object)), (None, values))?;
            if access.invitation.started_at.is_none() {
                invitations::update_started(conn, &access.invitation.id, now)?;
            }
        }
        Ok(saved)
    })
}

/// The sections of the invitation where a form says something for others than its own, and what is stored in all that
/// the form is about, by section and question.
type Stored = (Vec<Section>, HashMap<(SectionNumber, QuestionIndex), Answer>);

fn read_stored(conn: &mut Conn, own: &Section, drafts: &[Draft]) -> Result<Stored> {
    let is_alone = drafts.iter().all(|draft| draft.place == Place::Own);
    let (others, stored) = match is_alone {
        true => (Vec::new(), answers::list_by_section(conn, own.number)?),
        false => (
            sections::list_by_invitation(conn, &own.invitation_id)?,
            answers::list_by_invitation(conn, &own.invitation_id)?,
        ),
    };
    Ok((others, stored.into_iter().map(|answer| ((answer.section, answer.question()), answer)).collect()))
}

/// The name that answers carry: a helper's, or none for the post's own holder.
fn writer<'a>(access: &Access, helper: Option<&'a str>) -> Option<&'a str> {
    access.link.section.and(helper)
}
