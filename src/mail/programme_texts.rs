//! What programmes let their letters say, read once for all letters that a worker takes at a time.

use crate::domain::mail::letter_texts::{LetterText, TextKind};
use crate::domain::mail::letters::Letter;
use crate::domain::rounds::Round;
use crate::domain::rounds::programmes::Programme;
use crate::error::Result;
use crate::store::{self, Conn};

/// The programmes and their newest texts.
#[derive(Debug, Default)]
pub(super) struct ProgrammeTexts {
    newest: Vec<LetterText>,
    programmes: Vec<Programme>,
}

/// What one letter is written from.
#[derive(Debug)]
pub(super) struct Source {
    /// The programme's own text; none where the one that the program brings holds.
    pub text: Option<LetterText>,
    /// What the programme is called.
    pub programme: String,
}

impl ProgrammeTexts {
    /// Reads them.
    pub(super) fn load(conn: &mut Conn) -> Result<ProgrammeTexts> {
        Ok(ProgrammeTexts {
            newest: store::letter_texts::list_newest(conn)?,
            programmes: store::programmes::list(conn)?,
        })
    }

    /// What a letter about a round is written from.
    pub(super) fn source(&self, letter: &Letter, round: &Round) -> Source {
        let programme = self.programmes.iter().find(|programme| programme.key == round.programme);
        let kind = TextKind::of(letter.kind);
        let text = self.newest.iter().find(|text| {
            text.programme == round.programme && Some(text.kind) == kind && text.language == letter.language
        });
        Source {
            text: text.filter(|text| text.body.is_some()).cloned(),
            programme: programme.map_or(round.programme.as_str(), |one| one.title(letter.language)).to_owned(),
        }
    }
}
