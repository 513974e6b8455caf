//! The two languages of everything that people read.

words! {
    /// A language of pages, letters and catalogue texts; Danish comes first everywhere.
    #[derive(Default)]
    pub enum Language {
        /// Danish, the default.
        #[default]
        Danish = "da",
        /// English, on request.
        English = "en",
    }
}

/// A text of the catalogue: Danish always, English where somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The Danish wording.
    pub da: String,
    /// The English wording; Danish is shown where it is missing.
    pub en: Option<String>,
}

impl Text {
    /// The wording in `language`, falling back to Danish.
    pub fn in_language(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::English, Some(english)) => english,
            _ => &self.da,
        }
    }
}

impl From<&str> for Text {
    fn from(danish: &str) -> Text {
        Text { da: danish.to_owned(), en: None }
    }
}
