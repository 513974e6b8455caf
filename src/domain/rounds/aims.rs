//! What a programme aims at: a score that the recommendations of a package should reach in a municipality. A round
//! keeps the aim that held when it opened, so that a later one changes no figure of it.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::base::rounding::whole;
use crate::domain::{Language, Text};

/// The highest score there is to aim at.
pub const HIGHEST: u8 = 100;

/// The most characters of an aim's name, which stands in charts.
pub const LONGEST_NAME: usize = 40;

/// The most characters of what is said of it.
pub const LONGEST_WORDS: usize = 400;

/// An aim; stored as JSON.
#[derive(Debug, Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Aim {
    text: String,
    written: WrittenAim,
}

/// What an aim says. What a newer program adds is passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenAim {
    /// The score to reach, 0 to 100.
    pub score: u8,
    /// Key of the level whose recommendations count; none for all of them.
    pub level: Option<String>,
    /// Its Danish name.
    pub name_da: String,
    /// Its English name; empty where there is none.
    pub name_en: String,
    /// What the programme says of it in Danish; may be empty.
    pub words_da: String,
    /// The same in English.
    pub words_en: String,
}

impl Aim {
    /// An aim as it is written.
    pub fn new(written: WrittenAim) -> Aim {
        let written = WrittenAim { score: written.score.min(HIGHEST), ..written };
        Aim { text: serde_json::json!(written).to_string(), written }
    }

    /// What it says.
    pub fn written(&self) -> &WrittenAim {
        &self.written
    }

    /// The score to reach.
    pub fn score(&self) -> u8 {
        self.written.score
    }

    /// Key of the level whose recommendations count; none for all of them.
    pub fn level(&self) -> Option<&str> {
        self.written.level.as_deref()
    }

    /// Its name.
    pub fn name(&self) -> Text {
        text(&self.written.name_da, &self.written.name_en)
    }

    /// What the programme says of it; may be empty.
    pub fn words(&self, language: Language) -> &str {
        match language {
            Language::English if !self.written.words_en.is_empty() => &self.written.words_en,
            _ => &self.written.words_da,
        }
    }

    /// Whether a score reaches it. What people read decides, which is a whole number (scoring.md §6).
    pub fn is_reached_by(&self, score: f64) -> bool {
        whole(score) >= i64::from(self.written.score)
    }

    /// The stored text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn text(danish: &str, english: &str) -> Text {
    Text { da: danish.to_owned(), en: Some(english).filter(|text| !text.is_empty()).map(str::to_owned) }
}

impl FromStr for Aim {
    type Err = serde_json::Error;
    fn from_str(text: &str) -> Result<Aim, serde_json::Error> {
        Ok(Aim::new(serde_json::from_str(text)?))
    }
}

text_column!(Aim);

#[cfg(test)]
mod tests {
    use super::*;

    fn aim(score: u8) -> Aim {
        Aim::new(WrittenAim {
            score,
            level: Some("grundniveau".to_owned()),
            name_da: "Målet".to_owned(),
            name_en: String::new(),
            words_da: "En væsentlig del.".to_owned(),
            words_en: String::new(),
        })
    }

    #[test]
    fn what_people_read_as_the_aim_reaches_it() {
        assert!(aim(75).is_reached_by(75.0) && aim(75).is_reached_by(74.5) && aim(75).is_reached_by(100.0));
        assert!(!aim(75).is_reached_by(74.4) && aim(0).is_reached_by(0.0) && !aim(100).is_reached_by(99.4));
    }

    #[test]
    fn an_aim_is_read_as_it_was_written_and_passes_over_what_is_newer() {
        assert_eq!(aim(75).as_str().parse::<Aim>().unwrap(), aim(75));
        let newer = aim(75).as_str().replacen('{', r#"{"colour":"red","#, 1);
        assert_eq!(newer.parse::<Aim>().unwrap(), aim(75));
        assert!("75".parse::<Aim>().is_err());
    }

    #[test]
    fn english_falls_back_to_danish() {
        assert_eq!(aim(75).name().in_language(Language::English), "Målet");
        assert_eq!(aim(75).words(Language::English), "En væsentlig del.");
    }
}
