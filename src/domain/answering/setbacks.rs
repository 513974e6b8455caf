//! What was best last time and is worst now: whoever reads it asks what has happened, so whoever answers is asked first,
//! and need not answer.

use super::answers::Answer;
use crate::domain::catalogue::Scale;

/// Whether an answer has gone from the highest to the lowest of its scale and nobody has written a word about it. `was_highest` is
/// said of the earlier answer by the scale of that time, which may have been another.
pub fn is_unexplained(was_highest: bool, answer: &Answer, scale: &Scale) -> bool {
    was_highest && !is_explained(answer) && answer.choice().is_some_and(|option| scale.is_lowest(option))
}

/// Whether something is written to an answer.
pub fn is_explained(answer: &Answer) -> bool {
    answer.reason.is_some() || answer.comment.is_some() || answer.quote.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::respondent::edition;

    #[test]
    fn only_from_the_highest_to_the_lowest_and_without_a_word_is_asked_about() {
        let edition = edition();
        let scale = edition.scale_of(&edition.questions[0]);
        let red = Answer { choice: Some(2), ..Answer::default() };
        assert!(is_unexplained(true, &red, scale) && !is_unexplained(false, &red, scale));
        for choice in [None, Some(0), Some(1), Some(3), Some(4), Some(9)] {
            assert!(!is_unexplained(true, &Answer { choice, ..Answer::default() }, scale), "{choice:?}");
        }
        for written in [
            Answer { reason: Some("a".to_owned()), ..red.clone() },
            Answer { comment: Some("a".to_owned()), ..red.clone() },
            Answer { quote: Some("a".to_owned()), ..red.clone() },
        ] {
            assert!(!is_unexplained(true, &written, scale), "{written:?}");
        }
    }
}
