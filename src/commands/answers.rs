//! Saving answers.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::audit::note;
use super::respondents::{Access, draft_section, open};
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::answering::answers::Answer;
use crate::domain::answering::drafts::{Base, Draft, Merged};
use crate::domain::base::tokens::TokenHash;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::error::Result;
use crate::store::{Db, answers, invitations};

/// What a save came to.
#[derive(Debug, Clone, Default)]
pub struct Saved {
    /// The stored answer that the writer's form now agrees with, by question.
    pub bases: Vec<(QuestionIndex, Base)>,
    /// What somebody else wrote meanwhile, where the writer's own answer was therefore not stored.
    pub conflicts: Vec<Answer>,
    /// How many of the section's questions have an answer now.
    pub answered: usize,
}

/// Saves those drafts of a section that change something and are not at fault, all of them or none.
///
/// # Errors
/// `Error::NotFound` where the link does not open the section; a refusal when answers are no
/// longer taken or the section was handed in.
pub fn save(
    db: &Db,
    (hash, now): (&TokenHash, NaiveDateTime),
    (edition, area): (&Edition, Area),
    drafts: &[Draft],
) -> Result<Saved> {
    db.write(|conn| {
        let access = open(conn, hash, now)?;
        let section = draft_section(conn, &access, area)?;
        let stored = answers::list_by_section(conn, section.number)?;
        let mut stored: HashMap<QuestionIndex, Answer> =
            stored.into_iter().map(|answer| (answer.question(), answer)).collect();
        let by = (section.number, writer(&access, section.helper_name.as_deref()));
        let mut saved = Saved::default();
        let mut changed: Vec<Answer> = Vec::new();
        for draft in drafts.iter().filter(|draft| draft.fault.is_none()) {
            let there = stored.get(&draft.question);
            let scale = edition.scale_of(&edition.questions[draft.question]);
            match draft.merge(there, scale, by) {
                Merged::Same => saved.bases.push((draft.question, Base::of(there))),
                Merged::Untouched => {}
                Merged::Conflict => saved.conflicts.extend(there.cloned()),
                Merged::Changed(answer) => {
                    saved.bases.push((draft.question, Base::of(Some(&answer))));
                    changed.push(answer);
                }
            }
        }
        if !changed.is_empty() {
            answers::upsert(conn, &changed)?;
            // The section and who wrote; what was written is nobody's business here.
            let writer = By::link(&access.invitation.id, now);
            note(conn, &writer, "save", Object::one("section", &section.number.to_string()))?;
            if access.invitation.started_at.is_none() {
                invitations::update_started(conn, &access.invitation.id, now)?;
            }
        }
        stored.extend(changed.into_iter().map(|answer| (answer.question(), answer)));
        saved.answered = stored.values().filter(|answer| answer.choice.is_some()).count();
        Ok(saved)
    })
}

/// The name that answers carry: a helper's, or none for the post's own holder.
fn writer<'a>(access: &Access, helper: Option<&'a str>) -> Option<&'a str> {
    access.link.section.and(helper)
}
