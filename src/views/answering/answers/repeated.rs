//! What the questions of a section have in common, drawn once a page.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use maud::{Markup, html};

use super::fields::{COMMENTS, Words, comments, reason, reason_template};
use super::gaps::{Gapped, NUMBER};
use super::understanding::{meanings, sign};
use super::units;
use super::{ADDED, APART, Previous};
use crate::domain::Language;
use crate::domain::answering::answers::Answer;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::{About, Measure, OptionIndex, Question, Scale};
use crate::texts;
use crate::views::ui;

/// What every question of a page repeats. Options are most of a page, so each scale's are drawn once, when the first
/// question has them, and not thirty times; fields for what is rarely written stand in a template.
pub(super) struct Repeated {
    pub words: Words,
    adding: Gapped,
    apart: Gapped,
    /// Of each scale of the edition.
    scales: Vec<RepeatedScale>,
    last_time: OnceCell<LastTime>,
}

/// Stands for a question's number in a template; script puts the number in its place.
const ANY: &str = "{n}";

/// What is said around an earlier answer.
#[derive(Clone)]
pub(super) struct LastTime {
    round: String,
    post: String,
    on: Option<NaiveDate>,
    pub label: String,
    pub by: String,
}

impl LastTime {
    fn of(language: Language, previous: &Previous) -> LastTime {
        let (round, post) = (previous.round.clone(), previous.post.clone());
        let label = tr!(language, "answer-last-time", round = round.as_str());
        let by = match previous.on {
            Some(day) => tr!(language, "answer-by-on", name = post.as_str(), day = texts::date(day, language)),
            None => tr!(language, "answer-by", name = post.as_str()),
        };
        LastTime { round, post, on: previous.on, label, by }
    }
}

struct RepeatedScale {
    /// The options with none chosen, and with each of them; then the same where they ask for a share of units.
    options: [Vec<OnceCell<Gapped>>; 2],
    /// What the options mean where an implementation is not asked for, and where it is.
    meanings: [OnceCell<Gapped>; 2],
}

impl Repeated {
    pub(super) fn of(respondent: &Respondent) -> Repeated {
        let words = Words::of(respondent.language);
        let scale = |scale: &Scale| RepeatedScale {
            options: [(); 2].map(|()| (0..=scale.options.len()).map(|_| OnceCell::new()).collect()),
            meanings: Default::default(),
        };
        Repeated {
            adding: Gapped::of(ui::adding(COMMENTS, &words.comments, (ADDED, NUMBER))),
            apart: Gapped::of(ui::submit_as(ui::Button::Link, &words.apart, (APART, NUMBER))),
            scales: respondent.edition.scales.iter().map(scale).collect(),
            last_time: OnceCell::new(),
            words,
        }
    }

    /// Nearly always the same on the whole page, because a section is answered by one post in one round.
    pub(super) fn last_time(&self, language: Language, previous: &Previous) -> Cow<'_, LastTime> {
        let first = self.last_time.get_or_init(|| LastTime::of(language, previous));
        match (&first.round, &first.post, first.on) == (&previous.round, &previous.post, previous.on) {
            true => Cow::Borrowed(first),
            false => Cow::Owned(LastTime::of(language, previous)),
        }
    }

    /// The button that adds the fields for comments to a question.
    pub(super) fn adding(&self, number: &str) -> Markup {
        self.adding.with(number)
    }

    /// The button that asks a question for each of its areas.
    pub(super) fn apart(&self, number: &str) -> Markup {
        self.apart.with(number)
    }

    /// What the options of a question mean that has no words of its own for them.
    pub(super) fn meanings(&self, respondent: &Respondent, question: &Question) -> Markup {
        let place = usize::from(question.measure == Measure::Implementation);
        let drawn =
            self.scales[question.scale].meanings[place].get_or_init(|| Gapped::of(meanings(respondent, question)));
        drawn.with("")
    }

    /// The fields that script adds to a question: for comments, and on each scale that the section uses for a reason and
    /// for a share of units.
    pub(super) fn templates(&self, respondent: &Respondent, progress: &SectionProgress) -> Markup {
        let nothing = Answer::default();
        let questions = || progress.questions.iter().map(|question| &respondent.edition.questions[*question]);
        let scales: BTreeSet<usize> = questions().map(|question| question.scale).collect();
        let of_units = questions().filter(|question| question.about == Some(About::Unit));
        let of_units: BTreeSet<usize> = of_units.map(|question| question.scale).collect();
        html! {
            (ui::template(COMMENTS, comments(&self.words, (ANY, true), &nothing, [None, None])))
            @for index in of_units {
                @let scale = &respondent.edition.scales[index];
                (ui::template(&units::units_template(index), units::field(respondent.language, &self.words, &self.words.units_hint, (ANY, scale, None))))
            }
            @for index in scales {
                @let scale = &respondent.edition.scales[index];
                @if scale.options.iter().any(|option| option.reason_required) {
                    (ui::template(&reason_template(index), reason(respondent, &self.words, (ANY, scale), (&nothing, None))))
                }
            }
        }
    }

    pub(super) fn options(
        &self,
        respondent: &Respondent,
        number: &str,
        (question, chosen): (&Question, Option<OptionIndex>),
    ) -> Markup {
        let all = &respondent.edition.scale_of(question).options;
        let chosen = chosen.filter(|chosen| *chosen < all.len());
        let draw = || Gapped::of(drawn_options(respondent, question, chosen));
        let place = usize::from(question.about == Some(About::Unit));
        self.scales[question.scale].options[place][chosen.map_or(0, |chosen| chosen + 1)].get_or_init(draw).with(number)
    }
}

/// The options of a question.
fn drawn_options(respondent: &Respondent, question: &Question, chosen: Option<OptionIndex>) -> Markup {
    let scale = respondent.edition.scale_of(question);
    let values: Vec<String> = (0..scale.options.len()).map(|place| place.to_string()).collect();
    let (reason, units) = (reason_template(question.scale), units::units_template(question.scale));
    let adds = |place: OptionIndex| match scale.options[place].reason_required {
        true => Some(reason.as_str()),
        false => units::asks(question, scale, place).then_some(units.as_str()),
    };
    let choices: Vec<ui::SignedChoice> = scale
        .options
        .iter()
        .zip(&values)
        .enumerate()
        .map(|(place, (option, value))| ui::SignedChoice {
            choice: ui::Choice {
                value,
                label: option.label.in_language(respondent.language),
                hint: None,
                chosen: chosen == Some(place),
            },
            sign: sign(scale, option),
            adds: adds(place),
        })
        .collect();
    ui::signed_options(&format!("q{NUMBER}"), &choices)
}
