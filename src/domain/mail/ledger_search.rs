//! Finding letters in the ledger.

use super::letters::{LetterKind, LetterState};
use crate::domain::MunicipalityCode;
use crate::domain::rounds::RoundId;

/// What somebody looks for; everything where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerSearch {
    /// Only letters of this round.
    pub round: Option<RoundId>,
    /// Only letters to posts of this municipality.
    pub municipality: Option<MunicipalityCode>,
    /// Only letters in this state.
    pub state: Option<LetterState>,
    /// Only letters of this kind.
    pub kind: Option<LetterKind>,
    /// Words that must all stand in name, address, post or subject.
    pub text: String,
}

/// Words that are looked for; each is a condition on every letter.
const WORDS: usize = 10;

impl LedgerSearch {
    /// Each word as two patterns: in small letters, and with a capital of its own where its first letter is none of
    /// A to Z, because a database may know no others. A backslash stands for any letter.
    pub fn patterns(&self) -> Vec<[String; 2]> {
        let pattern = |word: &str| format!("%{}%", word.replace('\\', "_"));
        let capital = |word: &str| {
            let mut letters = word.chars();
            match letters.next() {
                Some(first) if !first.is_ascii() => first.to_uppercase().chain(letters).collect(),
                _ => word.to_owned(),
            }
        };
        let text = self.text.to_lowercase();
        text.split_whitespace().take(WORDS).map(|word| [pattern(word), pattern(&capital(word))]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_for_as_a_database_would_write_it_small() {
        let search = LedgerSearch { text: " ØSTERGAARD  Anna\\ ".into(), ..LedgerSearch::default() };
        let [danish, plain] = [["%østergaard%", "%Østergaard%"], ["%anna_%", "%anna_%"]];
        assert_eq!(search.patterns(), [danish.map(str::to_owned), plain.map(str::to_owned)]);
    }

    #[test]
    fn a_long_text_is_not_a_condition_without_end() {
        let search = LedgerSearch { text: "a ".repeat(5_000), ..LedgerSearch::default() };
        assert_eq!(search.patterns().len(), WORDS);
    }
}
