//! What a programme's letters say: the list of its texts, the form of one, and its history.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::letters::kind_name;
use crate::domain::Language;
use crate::domain::mail::letter_texts::{LetterText, TextKind, TextPlace};
use crate::domain::mail::letters::LetterKind;
use crate::domain::rounds::programmes::Programme;
use crate::texts::instant;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, CaptionPlace, Column, NavItem, Table};

mod form;
mod history;
mod words;

pub use form::{Desk, Found, Shown, TextForm, form};
pub use history::{Compared, history};

/// A version with the address of whoever made it.
pub type Signed = (LetterText, Option<String>);

/// The texts of a programme: each letter in each language.
pub fn list(frame: &Frame, programme: &Programme, newest: &[Signed]) -> Markup {
    let language = frame.language;
    let title = tr!(language, "texts-title");
    let labels = [
        tr!(language, "texts-letter"),
        language_label(Language::Danish, language),
        language_label(Language::English, language),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table =
        Table { caption: &title, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    let row = |kind: TextKind| {
        let cell = |written_in: Language| {
            let place = TextPlace { programme: programme.key.clone(), kind, language: written_in };
            let text = newest.iter().find(|(text, _)| text.is_of(&place));
            html! {
                a href={ "/programmes/" (place.path()) } {
                    (standing(text.map(|(text, _)| text), language))
                    (ui::for_screen_readers(&format!(": {}", heading(&place, language))))
                }
                @if let Some(text) = text { br; (signature(text, language)) }
            }
        };
        vec![html! { (name(kind, language)) }, cell(Language::Danish), cell(Language::English)]
    };
    let rows: Vec<Vec<Markup>> = TextKind::ALL.iter().map(|kind| row(*kind)).collect();
    let main = html! {
        (way(programme, &[], &title, language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "texts-lead")) }))
        (ui::table(&table, &rows))
    };
    shell::page(frame, &title, main)
}

/// What a letter is called.
fn name(kind: TextKind, language: Language) -> String {
    match kind {
        TextKind::Announcement => kind_name(LetterKind::Announcement, language),
        TextKind::Invitation => kind_name(LetterKind::Invitation, language),
        TextKind::Reminder => kind_name(LetterKind::Reminder, language),
        TextKind::LastReminder => kind_name(LetterKind::LastReminder, language),
        TextKind::Extended => kind_name(LetterKind::Extended, language),
        TextKind::ExtensionDeclined => kind_name(LetterKind::ExtensionDeclined, language),
        TextKind::Handover => kind_name(LetterKind::Handover, language),
        TextKind::HandoverDone => kind_name(LetterKind::HandoverDone, language),
        TextKind::Result => kind_name(LetterKind::Result, language),
        TextKind::Receipt => kind_name(LetterKind::Receipt, language),
    }
}

/// What a text is called: its letter and its language.
pub fn heading(place: &TextPlace, language: Language) -> String {
    let letter = name(place.kind, language);
    match place.language {
        Language::Danish => tr!(language, "texts-in-danish", letter = letter),
        Language::English => tr!(language, "texts-in-english", letter = letter),
    }
}

fn language_label(of: Language, language: Language) -> String {
    match of {
        Language::Danish => tr!(language, "texts-danish"),
        Language::English => tr!(language, "texts-english"),
    }
}

/// Whose text holds.
fn standing(text: Option<&LetterText>, language: Language) -> String {
    match text {
        None => tr!(language, "texts-brought"),
        Some(text) if text.body.is_none() => tr!(language, "texts-brought-again", version = text.version),
        Some(text) => tr!(language, "texts-own", version = text.version),
    }
}

/// When a version was made, and by whom.
fn signature((text, who): &Signed, language: Language) -> String {
    made(text.made_at, who.as_deref(), language)
}

fn made(at: NaiveDateTime, who: Option<&str>, language: Language) -> String {
    let when = instant(at, language);
    match who {
        Some(who) => tr!(language, "texts-made-by", when = when, who = who),
        None => tr!(language, "texts-made", when = when),
    }
}

/// The way to a page of a programme's texts.
fn way(programme: &Programme, between: &[NavItem], here: &str, language: Language) -> Markup {
    let (title, page) = (programme.title(language), format!("/programmes/{}", programme.key));
    let (administration, programmes) = (tr!(language, "administration-title"), tr!(language, "programmes-title"));
    let mut above = vec![
        NavItem { href: "/administration", text: &administration },
        NavItem { href: "/programmes", text: &programmes },
        NavItem { href: &page, text: title },
    ];
    above.extend(between.iter().copied());
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &above, here)
}
