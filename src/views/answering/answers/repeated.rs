//! What the questions of a section have in common, drawn once a page.

use std::borrow::Cow;
use std::cell::OnceCell;

use maud::Markup;

use super::Previous;
use super::fields::{Words, comments, reason};
use super::gaps::{Gapped, NUMBER};
use crate::domain::Language;
use crate::domain::answering::answers::Answer;
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::{OptionIndex, Question, Scale};
use crate::views::ui;

/// What every question of a page repeats. Options and fields where nothing is written are most of a page, so each
/// is drawn once, when the first question has it, and not thirty times.
pub(super) struct Repeated {
    pub words: Words,
    pub no_comments: Gapped,
    /// Of each scale of the edition.
    scales: Vec<RepeatedScale>,
    last_time: OnceCell<LastTime>,
}

/// What is said around an earlier answer.
#[derive(Clone)]
pub(super) struct LastTime {
    round: String,
    post: String,
    pub label: String,
    pub by: String,
}

impl LastTime {
    fn of(language: Language, previous: &Previous) -> LastTime {
        let (round, post) = (previous.round.clone(), previous.post.clone());
        let label = tr!(language, "answer-last-time", round = round.as_str());
        let by = tr!(language, "answer-by", name = post.as_str());
        LastTime { round, post, label, by }
    }
}

#[derive(Default)]
struct RepeatedScale {
    no_reason: OnceCell<Gapped>,
    /// The options with none chosen, and with each of them.
    options: Vec<OnceCell<Gapped>>,
}

impl Repeated {
    pub(super) fn of(respondent: &Respondent) -> Repeated {
        let words = Words::of(respondent.language);
        let scale = |scale: &Scale| RepeatedScale {
            options: scale.options.iter().map(|_| OnceCell::new()).chain([OnceCell::new()]).collect(),
            ..RepeatedScale::default()
        };
        Repeated {
            no_comments: Gapped::of(comments(&words, NUMBER, &Answer::default(), [None, None])),
            scales: respondent.edition.scales.iter().map(scale).collect(),
            last_time: OnceCell::new(),
            words,
        }
    }

    /// Nearly always the same on the whole page, because a section is answered by one post in one round.
    pub(super) fn last_time(&self, language: Language, previous: &Previous) -> Cow<'_, LastTime> {
        let first = self.last_time.get_or_init(|| LastTime::of(language, previous));
        match first.round == previous.round && first.post == previous.post {
            true => Cow::Borrowed(first),
            false => Cow::Owned(LastTime::of(language, previous)),
        }
    }

    pub(super) fn no_reason(&self, respondent: &Respondent, number: &str, index: usize) -> Markup {
        let draw = || {
            let scale = &respondent.edition.scales[index];
            Gapped::of(reason(respondent, &self.words, (NUMBER, scale), (&Answer::default(), None)))
        };
        self.scales[index].no_reason.get_or_init(draw).with(number)
    }

    pub(super) fn options(
        &self,
        respondent: &Respondent,
        number: &str,
        (index, chosen): (usize, Option<OptionIndex>),
    ) -> Markup {
        let all = &respondent.edition.scales[index].options;
        let chosen = chosen.filter(|chosen| *chosen < all.len());
        let draw = || Gapped::of(drawn_options(respondent, &format!("q{NUMBER}"), (index, chosen), None));
        self.scales[index].options[chosen.map_or(0, |chosen| chosen + 1)].get_or_init(draw).with(number)
    }
}

/// The options of a scale, with what they mean for one question.
pub(super) fn drawn_options(
    respondent: &Respondent,
    name: &str,
    (scale, chosen): (usize, Option<OptionIndex>),
    of: Option<&Question>,
) -> Markup {
    let all = &respondent.edition.scales[scale].options;
    let values: Vec<String> = (0..all.len()).map(|index| index.to_string()).collect();
    let help = |option: &str| Some(of?.help_for(option)?.in_language(respondent.language));
    let choices: Vec<ui::Choice> = all
        .iter()
        .zip(&values)
        .enumerate()
        .map(|(index, (option, value))| ui::Choice {
            value,
            label: option.label.in_language(respondent.language),
            hint: help(&option.key),
            chosen: chosen == Some(index),
        })
        .collect();
    ui::radio_options(name, &choices)
}
