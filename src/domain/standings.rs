//! How far the sections of an invitation are.

use std::collections::HashMap;

use super::Area;
use super::answers::{Answer, asked_in};
use super::catalogue::{Edition, OptionIndex, QuestionIndex};
use super::invitations::Section;
use super::rounds::Round;

/// A section with its questions and what is stored of its answers.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The section.
    pub section: Section,
    /// Its questions in document order.
    pub questions: Vec<QuestionIndex>,
    /// What is stored, drafts included, by question.
    pub answers: HashMap<QuestionIndex, Answer>,
}

impl Standing {
    /// How many questions have an option chosen.
    pub fn answered(&self) -> usize {
        self.questions.iter().filter(|question| self.choice(**question).is_some()).count()
    }

    /// The questions without an option chosen.
    pub fn missing(&self) -> Vec<QuestionIndex> {
        self.questions.iter().copied().filter(|question| self.choice(*question).is_none()).collect()
    }

    /// The questions whose option asks for a reason that is not there.
    pub fn without_reason(&self, edition: &Edition) -> Vec<QuestionIndex> {
        let lacks = |question: &QuestionIndex| {
            let scale = edition.scale_of(&edition.questions[*question]);
            self.answers.get(question).is_some_and(|answer| answer.lacks_reason(scale))
        };
        self.questions.iter().copied().filter(lacks).collect()
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

/// The standings of sections, in the edition's order of areas.
pub fn standings(round: &Round, edition: &Edition, sections: Vec<Section>, answers: Vec<Answer>) -> Vec<Standing> {
    let mut by_section: HashMap<i32, HashMap<QuestionIndex, Answer>> = HashMap::new();
    for answer in answers {
        by_section.entry(answer.section).or_default().insert(answer.question(), answer);
    }
    let mut standings: Vec<Standing> = sections
        .into_iter()
        .map(|section| Standing {
            questions: asked_in(round, edition, section.area),
            answers: by_section.remove(&section.number).unwrap_or_default(),
            section,
        })
        .collect();
    standings.sort_by_key(|standing| edition.area_place(standing.area()));
    standings
}
