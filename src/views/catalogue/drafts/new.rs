//! Beginning an edition: empty, or as a copy.

use maud::{Markup, html};

use super::{Mistake, Typed};
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::views::catalogue::imports;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Choice, Field, FieldError, Input, NavItem};

/// What a new edition may begin with.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// The published editions, earliest first.
    pub editions: &'a [&'a Edition],
    /// What is wrong with what was typed.
    pub mistakes: &'a [Mistake],
}

/// The page that begins an edition.
pub fn new(frame: &Frame, beginning: &Beginning, typed: &Typed) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "draft-begin");
    let word = tr!(language, "word-error");
    let hrefs: Vec<String> = beginning.mistakes.iter().map(|one| format!("#{}", one.field)).collect();
    let errors: Vec<NavItem> =
        hrefs.iter().zip(beginning.mistakes).map(|(href, one)| NavItem { href, text: &one.text }).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "draft-mistakes"), &errors)) }
        (way(&heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "draft-begin-lead")) }))
        p { a href=(imports::ADDRESS) { (tr!(language, "edition-import-short")) } }
        (ui::form("/drafts", fields(beginning, typed, language)))
    };
    let title = if beginning.mistakes.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

fn way(here: &str, language: Language) -> Markup {
    let catalogue = tr!(language, "catalogue-title");
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &[NavItem { href: "/catalogue", text: &catalogue }], here)
}

fn fields(beginning: &Beginning, typed: &Typed, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let field = |name: &'static str, label| {
        let error = beginning.mistakes.iter().find(|one| one.field == name);
        Field { name, label, error: error.map(|one| FieldError { word: &word, text: &one.text }), ..Field::default() }
    };
    let labels = [
        tr!(language, "draft-begin-with"),
        tr!(language, "draft-field-title"),
        tr!(language, "draft-in-english", field = tr!(language, "draft-field-title")),
        tr!(language, "draft-field-key"),
        tr!(language, "draft-edition-key-hint"),
    ];
    let [with, title, title_en, key, key_hint] = &labels;
    let copies: Vec<String> = beginning
        .editions
        .iter()
        .map(|one| tr!(language, "draft-copy-of", edition = one.title.in_language(language)))
        .collect();
    let empty = tr!(language, "draft-empty");
    let mut choices: Vec<Choice> = beginning
        .editions
        .iter()
        .zip(&copies)
        .map(|(one, label)| Choice { value: &one.key, label, hint: None, chosen: typed.text("from") == one.key })
        .rev()
        .collect();
    let is_chosen = choices.iter().any(|one| one.chosen);
    let hint = tr!(language, "draft-empty-hint");
    choices.push(Choice { value: "", label: &empty, hint: Some(&hint), chosen: !is_chosen });
    let input = |name: &str| Input { value: typed.text(name), ..Input::default() };
    html! {
        (ui::radios(&field("from", with), &choices, &ui::Slots::default()))
        (ui::text_input(&field("title", title), &input("title")))
        (ui::text_input(&field("title_en", title_en), &input("title_en")))
        (ui::text_input(&Field { hint: Some(key_hint), ..field("key", key) }, &input("key")))
        (ui::button_group(ui::submit(Button::Primary, &tr!(language, "draft-begin-button"))))
    }
}
