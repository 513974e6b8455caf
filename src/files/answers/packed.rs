//! The answers of a file, packed by section: those of a national round are more than a million.

use std::collections::BTreeMap;

use super::AnswerRow;
use crate::domain::Area;
use crate::domain::answering::answers::UnitShare;
use crate::domain::catalogue::{OptionIndex, QuestionIndex};

/// Answers by post and area.
#[derive(Debug, Clone, Default)]
pub struct PackedAnswers {
    sections: BTreeMap<(usize, Area), Section>,
    count: usize,
}

/// The answers of one area of one post.
#[derive(Debug, Clone, Default)]
struct Section {
    /// The option with the line it stands in, by question.
    chosen: Vec<Option<(u8, u32)>>,
    /// Reasons and comments, in order of file.
    comments: Vec<(QuestionIndex, String)>,
    /// In how many units answers hold, in order of file.
    unit_shares: Vec<(QuestionIndex, UnitShare)>,
}

impl PackedAnswers {
    /// Adds an answer. Errs with the line of one that is there for the same question.
    pub fn insert(&mut self, row: AnswerRow) -> Result<(), usize> {
        let section = self.sections.entry((row.post, row.area)).or_default();
        if section.chosen.len() <= row.question {
            section.chosen.resize(row.question + 1, None);
        }
        if let Some((_, line)) = section.chosen[row.question] {
            return Err(line as usize);
        }
        // Neither is ever cut off: a scale has at most twelve options, a file at most some million lines.
        let option = u8::try_from(row.option).unwrap_or(u8::MAX);
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        section.chosen[row.question] = Some((option, line));
        if !row.comment.is_empty() {
            section.comments.push((row.question, row.comment));
        }
        section.unit_shares.extend(row.unit_share.map(|share| (row.question, share)));
        self.count += 1;
        Ok(())
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The posts that answered, each once and in order.
    pub fn posts(&self) -> Vec<usize> {
        let mut posts: Vec<usize> = self.sections.keys().map(|(post, _)| *post).collect();
        posts.dedup();
        posts
    }

    /// Post and area of each section with its answers, in order of question.
    pub fn sections(&self) -> impl Iterator<Item = ((usize, Area), Vec<(QuestionIndex, OptionIndex)>)> {
        self.sections.iter().map(|(index, section)| {
            let chosen = section.chosen.iter().enumerate();
            (*index, chosen.filter_map(|(question, chosen)| Some((question, usize::from((*chosen)?.0)))).collect())
        })
    }

    /// Every answer, by post, area and question.
    pub fn rows(&self) -> impl Iterator<Item = AnswerRow> {
        self.sections.iter().flat_map(|(&(post, area), section)| {
            let comments: BTreeMap<QuestionIndex, &String> =
                section.comments.iter().map(|(question, comment)| (*question, comment)).collect();
            let unit_shares: BTreeMap<QuestionIndex, UnitShare> = section.unit_shares.iter().copied().collect();
            section.chosen.iter().enumerate().filter_map(move |(question, chosen)| {
                let (option, line) = (*chosen)?;
                let comment = comments.get(&question).map_or_else(String::new, |comment| (*comment).clone());
                let (line, option, unit_share) = (line as usize, option.into(), unit_shares.get(&question).copied());
                Some(AnswerRow { line, post, area, question, option, comment, unit_share })
            })
        })
    }
}

impl FromIterator<AnswerRow> for PackedAnswers {
    /// Packs answers of which there is one for each question of a section; of two the first stands.
    fn from_iter<T: IntoIterator<Item = AnswerRow>>(rows: T) -> PackedAnswers {
        let mut packed = PackedAnswers::default();
        for row in rows {
            let _ = packed.insert(row);
        }
        packed
    }
}
