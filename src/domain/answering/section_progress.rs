//! How far the sections of an invitation are.

use std::collections::HashMap;

use super::answers::{Answer, asked_in};
use super::drafts::{Place, field_name};
use super::handovers::Handover;
use crate::domain::Area;
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::Section;
use crate::domain::scoring::tallies::decode_return;

/// A section with its questions and what is stored of its answers.
#[derive(Debug, Clone)]
pub struct SectionProgress {
    /// The section.
    pub section: Section,
    /// Its questions in document order.
    pub questions: Vec<QuestionIndex>,
    /// What is stored, drafts included, by question.
    pub answers: HashMap<QuestionIndex, Answer>,
    /// The questions whose option asks for a reason that is not there.
    pub without_reason: Vec<QuestionIndex>,
    /// Who has handed it to whom, where a colleague has it and that is known.
    pub handover: Option<Handover>,
    /// The questions that are asked together with other sections, as far as that was worked out.
    pub shared: HashMap<QuestionIndex, Shared>,
}

/// A question that several sections ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The areas that it is put to, in their order; it is asked under the first.
    pub areas: Vec<Area>,
    /// Whether what is stored differs between them, so that each is asked on its own.
    pub differs: bool,
}

impl SectionProgress {
    /// How many questions are answered: an option is chosen, with its reason where it asks for one.
    pub fn answered(&self) -> usize {
        self.questions.len() - self.missing().len()
    }

    /// The questions that are not, in document order.
    pub fn missing(&self) -> Vec<QuestionIndex> {
        let is_missing =
            |question: &QuestionIndex| self.choice(*question).is_none() || self.without_reason.contains(question);
        self.questions.iter().copied().filter(is_missing).collect()
    }

    /// The area under which a question of this section is asked.
    pub fn asked_under(&self, question: QuestionIndex) -> Area {
        self.shared.get(&question).and_then(|shared| shared.areas.first().copied()).unwrap_or(self.area())
    }

    /// Whether the section's own page asks a question.
    pub fn asks(&self, question: QuestionIndex) -> bool {
        self.asked_under(question) == self.area()
    }

    /// How many of its questions its own page asks.
    pub fn asked(&self) -> usize {
        self.questions.iter().filter(|question| self.asks(**question)).count()
    }

    /// For which area a question of this section is asked on the page that asks it.
    pub fn place(&self, question: QuestionIndex) -> Place {
        let is_apart = !self.asks(question) && self.shared.get(&question).is_some_and(|shared| shared.differs);
        if is_apart { Place::Apart(self.area()) } else { Place::Own }
    }

    /// The field for a question of this section on the page that asks it, by the letter of its kind.
    pub fn field(&self, kind: char, question: QuestionIndex) -> String {
        field_name(kind, question, self.place(question))
    }

    /// What was handed in, by question.
    pub fn returned(&self) -> Vec<(QuestionIndex, OptionIndex)> {
        decode_return(self.section.returned.as_deref().unwrap_or_default())
    }

    /// Every answer that has an option chosen, as it is handed in.
    pub fn choices(&self) -> Vec<(QuestionIndex, OptionIndex)> {
        self.questions.iter().filter_map(|question| Some((*question, self.choice(*question)?))).collect()
    }

    /// Whether it was handed in.
    pub fn is_handed_in(&self) -> bool {
        self.section.handed_in_at.is_some()
    }

    /// Whether a colleague was asked to answer it.
    pub fn is_handed_over(&self) -> bool {
        self.section.helper_name.is_some()
    }

    /// Its area.
    pub fn area(&self) -> Area {
        self.section.area
    }

    fn choice(&self, question: QuestionIndex) -> Option<OptionIndex> {
        self.answers.get(&question)?.choice()
    }
}

/// The progress of sections, in the edition's order of areas.
pub fn section_progress(
    round: &Round,
    edition: &Edition,
    sections: Vec<Section>,
    answers: Vec<Answer>,
) -> Vec<SectionProgress> {
    let mut by_section: HashMap<i32, HashMap<QuestionIndex, Answer>> = HashMap::new();
    for answer in answers {
        by_section.entry(answer.section).or_default().insert(answer.question(), answer);
    }
    let mut section_progress: Vec<SectionProgress> = sections
        .into_iter()
        .map(|section| {
            let questions = asked_in(round, edition, section.area);
            let answers = by_section.remove(&section.number).unwrap_or_default();
            let lacks_reason = |question: &QuestionIndex| {
                let scale = edition.scale_of(&edition.questions[*question]);
                answers.get(question).is_some_and(|answer| answer.lacks_reason(scale))
            };
            let without_reason = questions.iter().copied().filter(lacks_reason).collect();
            SectionProgress { section, questions, answers, without_reason, handover: None, shared: HashMap::new() }
        })
        .collect();
    section_progress.sort_by_key(|progress| edition.area_place(progress.area()));
    section_progress
}
