//! The form that decides what a programme aims at.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Field, FieldError, Input, Limit, NavItem};
use super::form::Mistake;
use super::programmes::way;
use crate::domain::Language;
use crate::domain::catalogue::Label;
use crate::domain::rounds::aims::LONGEST_WORDS;
use crate::domain::rounds::programmes::Programme;

/// What was typed into the form, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedAim {
    /// The score; empty for no aim.
    pub score: String,
    /// Key of the level; empty for every recommendation.
    pub level: String,
    /// The Danish name.
    pub name_da: String,
    /// The English name.
    pub name_en: String,
    /// What is said of it in Danish.
    pub words_da: String,
    /// The same in English.
    pub words_en: String,
}

/// The form.
pub fn aim_form(
    frame: &Frame,
    (programme, levels): (&Programme, &[Label]),
    typed: &TypedAim,
    mistakes: &[Mistake],
) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "aims-heading", title = programme.title(language));
    let word = tr!(language, "word-error");
    let addresses: Vec<String> = mistakes.iter().map(|mistake| format!("#{}", mistake.field)).collect();
    let errors: Vec<NavItem> =
        addresses.iter().zip(mistakes).map(|(href, mistake)| NavItem { href, text: &mistake.text }).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "programmes-mistakes"), &errors)) }
        (way(&heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "aims-lead")) }))
        (ui::form(&format!("/programmes/{}/aim", programme.key), html! {
            (fields(levels, typed, (mistakes, &word), language))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "aims-save"))))
        }))
    };
    let title = if mistakes.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// What every field of the form looks at.
struct Fields<'a> {
    mistakes: &'a [Mistake],
    /// The word for error.
    word: &'a str,
    /// How long what is said of the aim may be, in words.
    longest: &'a str,
}

impl Fields<'_> {
    fn field<'a>(&'a self, name: &'a str, label: &'a str, hint: Option<&'a str>) -> Field<'a> {
        let mistake = self.mistakes.iter().find(|one| one.field == name);
        let error = mistake.map(|one| FieldError { word: self.word, text: &one.text });
        Field { name, label, hint, error, ..Field::default() }
    }

    fn text(&self, name: &str, label: &str, hint: Option<&str>, value: &str) -> Markup {
        ui::text_input(&self.field(name, label, hint), &Input { value, ..Input::default() })
    }

    fn words(&self, name: &str, label: &str, hint: Option<&str>, value: &str) -> Markup {
        let limit = Some(Limit { max: LONGEST_WORDS, text: self.longest });
        ui::textarea(&self.field(name, label, hint), &ui::Area { value, limit, ..ui::Area::default() })
    }
}

fn fields(levels: &[Label], typed: &TypedAim, (mistakes, word): (&[Mistake], &str), language: Language) -> Markup {
    let longest = tr!(language, "aims-words-limit", most = LONGEST_WORDS);
    let fields = Fields { mistakes, word, longest: &longest };
    let every = tr!(language, "aims-level-every");
    let named = levels.iter().map(|one| (one.key.as_str(), one.label.in_language(language)));
    let choices: Vec<Choice> = std::iter::once(("", every.as_str()))
        .chain(named)
        .map(|(value, label)| Choice { value, label, hint: None, chosen: value == typed.level })
        .collect();
    let level = tr!(language, "aims-level");
    let level_hint = tr!(language, "aims-level-hint");
    html! {
        (fields.text("score", &tr!(language, "aims-score"), Some(&tr!(language, "aims-score-hint")), &typed.score))
        (ui::select(&fields.field("level", &level, Some(&level_hint)), &choices))
        (fields.text("name_da", &tr!(language, "aims-name-da"), Some(&tr!(language, "aims-name-hint")), &typed.name_da))
        (fields.text("name_en", &tr!(language, "aims-name-en"), None, &typed.name_en))
        (fields.words("words_da", &tr!(language, "aims-words-da"), Some(&tr!(language, "aims-words-hint")), &typed.words_da))
        (fields.words("words_en", &tr!(language, "aims-words-en"), None, &typed.words_en))
    }
}
