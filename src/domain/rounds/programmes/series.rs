//! The yearly series that a round may belong to.

use super::super::{DEFAULT_PROGRAMME, Round};
use super::Programme;
use crate::domain::Text;

/// A yearly series; only rounds of one series are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The key that its rounds name.
    pub key: String,
    /// What people call it.
    pub title: Text,
}

impl Series {
    fn of(programme: &Programme) -> Series {
        let english = Some(programme.title_en.clone()).filter(|title| !title.is_empty());
        Series { key: programme.key.clone(), title: Text { da: programme.title_da.clone(), en: english } }
    }

    /// A series that is only a word so far.
    fn named(key: &str) -> Series {
        Series { key: key.to_owned(), title: key.into() }
    }
}

/// The series that a round may belong to: the programmes, and then what rounds name without there being a programme.
/// The usual one where there is neither.
pub fn series(programmes: &[Programme], rounds: &[Round]) -> Vec<Series> {
    let mut all: Vec<Series> = programmes.iter().map(Series::of).collect();
    for round in rounds {
        if all.iter().all(|one| one.key != round.programme) {
            all.push(Series::named(&round.programme));
        }
    }
    if all.is_empty() {
        all.push(Series::named(DEFAULT_PROGRAMME));
    }
    all
}
