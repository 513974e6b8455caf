//! Earlier editions as they compare with the one that a respondent is asked.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::matching::{Match, match_questions};
use crate::domain::catalogue::{Edition, OptionIndex, Question, QuestionIndex};
use crate::editions;
use crate::error::Result;
use crate::store::Conn;

/// Another edition, and per question of the current one which of its questions that is compared with.
pub(super) struct Forerunner {
    pub edition: Arc<Edition>,
    matches: Vec<Match>,
}

impl Forerunner {
    /// What was `chosen` for the question that the current one is compared with: that question, the option's place,
    /// and whether it was worded otherwise.
    pub fn answer(
        &self,
        question: QuestionIndex,
        chosen: &HashMap<QuestionIndex, OptionIndex>,
    ) -> Option<(QuestionIndex, &Question, OptionIndex, bool)> {
        let Match::Compared { question: then, reworded } = *self.matches.get(question)? else { return None };
        Some((then, self.edition.questions.get(then)?, *chosen.get(&then)?, reworded))
    }
}

/// The forerunners that were asked for so far, by the edition's key.
#[derive(Default)]
pub(super) struct Forerunners(HashMap<String, Forerunner>);

impl Forerunners {
    /// An edition and what its questions became; within one edition no crosswalk is asked.
    ///
    /// # Errors
    /// When the database fails or the edition is gone.
    pub fn of(&mut self, conn: &mut Conn, respondent: &Respondent, key: &str) -> Result<&Forerunner> {
        let current = &respondent.edition;
        match self.0.entry(key.to_owned()) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let (edition, crosswalks) = match current.key == key {
                    true => (current.clone(), Vec::new()),
                    false => (editions::load(conn, key)?, editions::crosswalks(conn)?),
                };
                let matches = match_questions(current, &edition, &crosswalks).questions;
                Ok(place.insert(Forerunner { edition, matches }))
            }
        }
    }
}
