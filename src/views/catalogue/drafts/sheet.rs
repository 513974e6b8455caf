//! What the fields of a draft's forms have in common: their names, and what is wrong with them.

use maud::{Markup, html};

use super::names::titled;
use super::{Desk, Mistake, Typed};
use crate::domain::catalogue::sources::SourceStatus;
use crate::domain::{Area, Language};
use crate::views::ui::{self, Choice, Field, FieldError, Input};

/// What every field of a form is drawn from.
pub(super) struct Sheet<'a> {
    pub desk: &'a Desk,
    pub typed: &'a Typed,
    pub mistakes: &'a [Mistake],
    pub word: String,
    pub language: Language,
}

impl Sheet<'_> {
    pub fn field<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        let error = self.mistakes.iter().find(|one| one.field == name);
        let error = error.map(|one| FieldError { word: &self.word, text: &one.text });
        Field { name, label, error, ..Field::default() }
    }

    /// A field of one line.
    pub fn line(&self, name: &str, hint: Option<&str>) -> Markup {
        let label = label(self.desk, name, self.language);
        let field = Field { hint, ..self.field(name, &label) };
        ui::text_input(&field, &Input { value: self.typed.text(name), ..Input::default() })
    }

    pub fn day(&self, name: &str) -> Markup {
        let label = label(self.desk, name, self.language);
        let input = Input { kind: "date", value: self.typed.text(name), autocomplete: None };
        ui::text_input(&self.field(name, &label), &input)
    }

    /// A text in Danish, and in English beside it.
    pub fn both(&self, name: &str) -> Markup {
        html! { (self.line(name, None)) (self.line(&format!("{name}_en"), None)) }
    }

    /// A longer text in Danish, and in English beside it.
    pub fn long(&self, name: &str, hint: Option<&str>) -> Markup {
        let english = format!("{name}_en");
        html! {
            @for (name, hint) in [(name, hint), (&english, None)] {
                @let label = label(self.desk, name, self.language);
                (ui::textarea(
                    &Field { hint, ..self.field(name, &label) },
                    &ui::Area { value: self.typed.text(name), rows: 2, limit: None },
                ))
            }
        }
    }

    pub fn choice(&self, name: &str, choices: &[Choice]) -> Markup {
        let label = label(self.desk, name, self.language);
        ui::select(&self.field(name, &label), choices)
    }

    /// Where something comes from and how sure it is.
    pub fn source(&self) -> Markup {
        let words = SourceStatus::ALL.iter().map(|status| (status.as_str(), status_word(*status, self.language)));
        let none = tr!(self.language, "draft-not-said");
        let words: Vec<(&str, String)> = std::iter::once(("", none)).chain(words).collect();
        let choices: Vec<Choice> = words
            .iter()
            .map(|(value, label)| Choice { value, label, hint: None, chosen: self.typed.text("status") == *value })
            .collect();
        html! {
            (self.choice("status", &choices))
            (self.long("source", None))
        }
    }

    pub fn key(&self) -> Markup {
        self.line("key", Some(&tr!(self.language, "draft-key-hint")))
    }
}

fn status_word(status: SourceStatus, language: Language) -> String {
    match status {
        SourceStatus::Verified => tr!(language, "catalogue-source-verified"),
        SourceStatus::Partly => tr!(language, "catalogue-source-partly"),
        SourceStatus::Unconfirmed => tr!(language, "catalogue-source-unconfirmed"),
    }
}

/// What a field is called.
pub(super) fn label(desk: &Desk, name: &str, language: Language) -> String {
    let english = |text: String| tr!(language, "draft-in-english", field = text);
    match name {
        "title" => tr!(language, "draft-field-title"),
        "correction" => tr!(language, "correction-reason"),
        "label" => tr!(language, "draft-field-label"),
        "text" => tr!(language, "draft-field-text"),
        "hint" => tr!(language, "catalogue-hint"),
        "about" => tr!(language, "catalogue-about"),
        "source" => tr!(language, "draft-field-source"),
        "status" => tr!(language, "draft-field-status"),
        "published_on" => tr!(language, "catalogue-published-on"),
        "link" => tr!(language, "catalogue-published-package"),
        "key" => tr!(language, "draft-field-key"),
        "package" => tr!(language, "catalogue-package"),
        "category" => tr!(language, "catalogue-category"),
        "level" => tr!(language, "draft-kind-level"),
        "central" => tr!(language, "catalogue-central"),
        "place" => tr!(language, "draft-field-place"),
        "measure" => tr!(language, "catalogue-measure"),
        "scale" => tr!(language, "catalogue-scale"),
        "areas" => tr!(language, "draft-field-areas"),
        "key_areas" => tr!(language, "draft-field-key-areas"),
        "worth" => tr!(language, "draft-field-worth"),
        "points" => tr!(language, "catalogue-points"),
        "reason" => tr!(language, "draft-reason"),
        _ => match name.split_once('-') {
            Some(("help", option)) => tr!(language, "draft-field-help", option = option_name(desk, option, language)),
            Some(("help_en", option)) => english(label(desk, &format!("help-{option}"), language)),
            Some(("area", area)) => {
                area.parse().map_or_else(|_| area.to_owned(), |area: Area| area.name(language).to_owned())
            }
            Some(("label", _)) => tr!(language, "draft-field-area-name"),
            Some(("label_en", area)) => english(label(desk, &format!("label-{area}"), language)),
            _ => match name.strip_suffix("_en") {
                Some(danish) => english(label(desk, danish, language)),
                None => name.to_owned(),
            },
        },
    }
}

/// What an option is called in any scale of the edition.
fn option_name(desk: &Desk, key: &str, language: Language) -> String {
    let mut options = desk.draft.edition.scales.iter().flat_map(|scale| &scale.options);
    options.find(|one| one.key == key).map_or_else(|| key.to_owned(), |one| titled(&one.label, key, language))
}
