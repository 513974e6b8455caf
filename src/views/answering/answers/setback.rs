//! What is asked gently where an answer was the highest last time and is the lowest now: a few words on what happened. It
//! is no fault, and nothing waits for it.

use maud::Markup;

use super::Previous;
use crate::domain::answering::answers::Answer;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::setbacks::{is_explained, is_unexplained};
use crate::domain::catalogue::{OptionIndex, Scale};
use crate::views::ui;

/// The sentence at its question, where the last answer gives cause for it. It describes the question while it is there;
/// where script runs it comes and goes with the option, and else with what is saved.
pub(super) struct Setback {
    pub id: String,
    text: String,
    /// The field of the options, and those of them that it is about.
    options: (String, String),
    /// The fields that answer it.
    answers: String,
    pub is_shown: bool,
}

impl Setback {
    /// `earlier` is what was answered in the areas that are asked.
    pub(super) fn of<'a>(
        respondent: &Respondent,
        scale: &Scale,
        mut earlier: impl Iterator<Item = &'a Previous>,
        (number, shown): (&str, &Answer),
    ) -> Option<Setback> {
        let language = respondent.language;
        let previous = earlier.find(|previous| previous.was_highest)?;
        let lowest: Vec<OptionIndex> = (0..scale.options.len()).filter(|place| scale.is_lowest(*place)).collect();
        let first = scale.options.get(*lowest.first()?)?;
        if is_explained(shown) {
            return None;
        }
        let now = first.label.in_language(language);
        let places: Vec<String> = lowest.iter().map(OptionIndex::to_string).collect();
        Some(Setback {
            id: format!("x{number}"),
            text: tr!(language, "setback-asked", then = previous.option.as_str(), now = now),
            options: (format!("q{number}"), places.join(" ")),
            answers: format!("k{number} c{number}"),
            is_shown: is_unexplained(true, shown, scale),
        })
    }

    pub(super) fn show(&self) -> Markup {
        let options = (self.options.0.as_str(), self.options.1.as_str());
        ui::asked_gently((&self.id, self.is_shown), options, &self.answers, &self.text)
    }
}
