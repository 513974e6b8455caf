//! Finding letters in the ledger.

use super::letters::{LetterKind, LetterState};
use crate::domain::MunicipalityCode;
use crate::domain::base::search::patterns;
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

impl LedgerSearch {
    /// Each word as two patterns.
    pub fn patterns(&self) -> Vec<[String; 2]> {
        patterns(&self.text)
    }
}
