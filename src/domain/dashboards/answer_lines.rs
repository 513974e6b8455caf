//! The answers of a section that was handed in, one by one, for whoever may see its municipality.

use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex};
use crate::domain::scoring::tallies::decode_return;

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnswerLine {
    /// The question, by its index in the edition.
    pub question: QuestionIndex,
    /// What was chosen, by its place in the question's scale.
    pub option: OptionIndex,
    /// What that is worth, 0 to 1; none for a blank.
    pub value: Option<f64>,
}

/// The answers of a section's compact text in document order; what fits no question or option is left out.
pub fn answers_of(edition: &Edition, returned: &str) -> Vec<AnswerLine> {
    let answers = decode_return(returned).into_iter();
    answers
        .filter_map(|(question, option)| {
            let scale = edition.scale_of(edition.questions.get(question)?);
            scale.options.get(option)?;
            Some(AnswerLine { question, option, value: scale.value(option) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scoring::tests::fixtures::small_edition;

    #[test]
    fn each_answer_has_its_value_and_a_blank_has_none() {
        let edition = small_edition();
        let lines = answers_of(&edition, "0.24");
        let told: Vec<_> = lines.iter().map(|line| (line.question, line.option)).collect();
        assert_eq!(told.first(), Some(&(0, 0)));
        assert_eq!(lines[0].value, Some(1.0), "the best option");
        let blank = answers_of(&edition, "4");
        assert_eq!(blank.first().map(|line| line.value), Some(None), "{blank:?}");
        assert!(answers_of(&edition, "b").is_empty(), "no scale has twelve options here");
    }
}
