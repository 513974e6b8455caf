//! Answers as they are kept: one per section and question, with a revision by which two writers
//! notice each other.

use diesel::prelude::*;

use crate::domain::Area;
use crate::domain::catalogue::{About, Edition, OptionIndex, Question, QuestionIndex, Scale};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::SectionNumber;
use crate::schema::answers;

/// The most characters of a comment, a reason or a quote; a line break counts as one.
pub const TEXT_LIMIT: usize = 4000;

words! {
    /// In how many of the units that one leads an answer holds that is true in part. Detail for those who read the
    /// answer; it never counts.
    pub enum UnitShare {
        /// In all of them.
        All = "all",
        /// In more than half of them.
        Most = "most",
        /// In some of them.
        Some = "some",
        /// In few of them.
        Few = "few",
    }
}

/// An answer, perhaps still a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Queryable, Selectable, Insertable)]
#[diesel(table_name = answers, treat_none_as_default_value = false)]
pub struct Answer {
    /// Its section.
    pub section: SectionNumber,
    /// Place of the question in the edition.
    pub question: i16,
    /// Place of the option in the question's scale; none where only something was written.
    pub choice: Option<i16>,
    /// Raised by every change, from 1.
    pub revision: i16,
    /// Why, where the option asks for a reason.
    pub reason: Option<String>,
    /// A comment for the consultant.
    pub comment: Option<String>,
    /// A comment that may be quoted.
    pub quote: Option<String>,
    /// The helper's name; none where the post's holder wrote it.
    pub writer: Option<String>,
    /// In how many of one's units it holds, where the question is about those and that was told.
    pub unit_share: Option<UnitShare>,
}

impl Answer {
    /// Place of the question in the edition.
    pub fn question(&self) -> QuestionIndex {
        usize::try_from(self.question).unwrap_or(usize::MAX)
    }

    /// Place of the chosen option in the question's scale.
    pub fn choice(&self) -> Option<OptionIndex> {
        usize::try_from(self.choice?).ok()
    }

    /// Whether the chosen option asks for a reason that is not there.
    pub fn lacks_reason(&self, scale: &Scale) -> bool {
        self.reason.is_none() && requires_reason(scale, self.choice)
    }

    /// Whether both say the same, whoever wrote it and whenever.
    pub fn says_the_same(&self, other: &Answer) -> bool {
        self.choice == other.choice
            && self.reason == other.reason
            && self.comment == other.comment
            && self.quote == other.quote
            && self.unit_share == other.unit_share
    }
}

/// Whether an option of a scale asks for a reason.
pub fn requires_reason(scale: &Scale, choice: Option<i16>) -> bool {
    let option = choice.and_then(|index| scale.options.get(usize::try_from(index).ok()?));
    option.is_some_and(|option| option.reason_required)
}

/// Whether an answer may tell in how many of one's units it holds. Everybody is asked whom a question asks about what
/// they lead, because nobody knows how many units a post has, and who has one leaves it out.
pub fn takes_unit_share(question: &Question, scale: &Scale, choice: Option<i16>) -> bool {
    question.about == Some(About::Unit) && is_partial(scale, choice)
}

/// Whether the chosen option says that something is true in part.
pub(super) fn is_partial(scale: &Scale, choice: Option<i16>) -> bool {
    choice.and_then(|index| usize::try_from(index).ok()).is_some_and(|index| scale.is_partial(index))
}

/// A short mark of what an answer says (FNV-1a), so that a form can carry what it was made from
/// and an untouched question is told from a changed one.
pub fn fingerprint(answer: &Answer) -> u32 {
    let choice = answer.choice.unwrap_or(-1).to_be_bytes();
    let texts = [&answer.reason, &answer.comment, &answer.quote];
    let written = texts.into_iter().flat_map(|text| {
        let bytes = text.as_deref().unwrap_or_default().as_bytes();
        bytes.iter().copied().chain([0xff])
    });
    // Nothing where it is not told, so that forms of the release before are recognised.
    let units = answer.unit_share.map_or("", |share| share.as_str());
    choice
        .into_iter()
        .chain(written)
        .chain(units.bytes())
        .fold(0x811c_9dc5, |mark: u32, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The questions that a round puts to an area, in document order.
pub fn asked_in(round: &Round, edition: &Edition, area: Area) -> Vec<QuestionIndex> {
    let asked: Vec<bool> = edition.packages.iter().map(|package| round.asks_package(package)).collect();
    let is_asked = |package: Option<usize>| package.is_none_or(|index| asked[index]);
    let questions = edition.questions.iter().enumerate();
    questions
        .filter(|(_, question)| question.areas.contains(&area) && is_asked(question.package))
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_tells_every_part_of_an_answer_apart() {
        let said = |text: &str| Some(text.to_owned());
        let all = [
            Answer::default(),
            Answer { choice: Some(0), ..Answer::default() },
            Answer { reason: said("a"), ..Answer::default() },
            Answer { comment: said("a"), ..Answer::default() },
            Answer { quote: said("a"), ..Answer::default() },
            Answer { unit_share: Some(UnitShare::Most), ..Answer::default() },
            Answer { unit_share: Some(UnitShare::Few), ..Answer::default() },
        ];
        let mut marks: Vec<u32> = all.iter().map(fingerprint).collect();
        marks.sort_unstable();
        marks.dedup();
        assert_eq!(marks.len(), all.len());
        let later = Answer { revision: 7, writer: said("Anna"), ..Answer::default() };
        assert_eq!(fingerprint(&later), fingerprint(&all[0]), "who and when do not count");
    }
}
