//! The versions of a text, and what differs between two of them.

use maud::{Markup, html};

use super::form::{Desk, lines};
use super::{Signed, heading, made, standing, way};
use crate::domain::Language;
use crate::domain::mail::letter_texts::{Wording, differences};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Choice, Column, Field, Level, NavItem, Table};

/// Two versions held against each other; 0 is the text that the program brings.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The earlier one and what it says.
    pub from: (i32, &'a Wording),
    /// The later one.
    pub to: (i32, &'a Wording),
}

/// The history of a text, the newest version first.
pub fn history(frame: &Frame, desk: &Desk, versions: &[Signed], compared: &Compared) -> Markup {
    let language = frame.language;
    let title = tr!(language, "texts-history");
    let (list, page) =
        (format!("/programmes/{}/texts", desk.programme.key), format!("/programmes/{}", desk.place.path()));
    let text = heading(desk.place, language);
    let between = [NavItem { href: &list, text: &tr!(language, "texts-title") }, NavItem { href: &page, text: &text }];
    let labels = [tr!(language, "texts-version"), tr!(language, "texts-when"), tr!(language, "texts-fetch")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table =
        Table { caption: &title, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    let row = |(version, who): &Signed| {
        vec![
            html! { (standing(Some(version), language)) },
            html! { (made(version.made_at, who.as_deref(), language)) },
            fetch(&page, version.version, language),
        ]
    };
    let mut rows: Vec<Vec<Markup>> = versions.iter().map(row).collect();
    rows.push(vec![html! { (tr!(language, "texts-brought")) }, html! { "–" }, fetch(&page, 0, language)]);
    let main = html! {
        (way(desk.programme, &between, &title, language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "texts-history-lead", text = text.as_str())) }))
        (ui::table(&table, &rows))
        (ui::heading(Level::Two, "differences", &tr!(language, "texts-differences")))
        (choice(&page, versions, compared, language))
        @if compared.from.1 == compared.to.1 {
            p { (tr!(language, "texts-no-difference")) }
        } @else {
            (lines(&differences(&compared.from.1.subject, &compared.to.1.subject), language))
            (lines(&differences(&compared.from.1.body, &compared.to.1.body), language))
        }
    };
    shell::page(frame, &title, main)
}

/// The way to the form with what a version says, from where it becomes the newest.
fn fetch(page: &str, version: i32, language: Language) -> Markup {
    let text = match version {
        0 => tr!(language, "texts-fetch-brought"),
        version => tr!(language, "texts-fetch-version", version = version),
    };
    html! { a href={ (page) "?version=" (version) } { (text) } }
}

/// Which two versions are held against each other.
fn choice(page: &str, versions: &[Signed], compared: &Compared, language: Language) -> Markup {
    let mut all: Vec<(String, String)> =
        versions.iter().map(|(version, _)| (version.version.to_string(), standing(Some(version), language))).collect();
    all.push(("0".to_owned(), tr!(language, "texts-brought")));
    let choices = |chosen: i32| -> Vec<Choice> {
        let is_chosen = |value: &str| value == chosen.to_string();
        all.iter()
            .map(|(value, label)| Choice { value, label, chosen: is_chosen(value), ..Choice::default() })
            .collect()
    };
    ui::get_form(
        &format!("{page}/history"),
        html! {
            (ui::select(
                &Field { name: "from", label: &tr!(language, "texts-from"), ..Field::default() },
                &choices(compared.from.0),
            ))
            (ui::select(
                &Field { name: "to", label: &tr!(language, "texts-to"), ..Field::default() },
                &choices(compared.to.0),
            ))
            (ui::submit(Button::Secondary, &tr!(language, "texts-compare")))
        },
    )
}
