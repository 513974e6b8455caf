//! Bringing an edition as a file, with everything that is wrong with it at once.

use maud::{Markup, html};

use super::super::import_errors::sentence;
use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, CaptionPlace, Choice, Column, Field, FieldError, Level, NavItem, Slots, Table};
use crate::domain::Language;
use crate::domain::base::import_errors::ImportError;
use crate::domain::base::refusals::Refusal;
use crate::views::refusals::describe;

/// Where an edition is brought as a file.
pub const ADDRESS: &str = "/editions/import";

/// Faults that are listed; the rest is counted.
const MOST_SHOWN: usize = 500;

/// What is wrong with what was sent.
#[derive(Debug)]
pub enum Wrong<'a> {
    /// Nothing was sent yet.
    Nothing,
    /// There was no file, or an edition of its key is there.
    Form(Refusal),
    /// The file has faults.
    File(&'a [ImportError]),
}

/// The form.
pub fn show(frame: &Frame, wrong: &Wrong, replaces: bool) -> Markup {
    let language = frame.language;
    let (title, word) = (tr!(language, "edition-import"), tr!(language, "word-error"));
    let (name, text) = match wrong {
        Wrong::Nothing => ("", String::new()),
        Wrong::Form(refusal @ Refusal::DraftExists(_)) => ("replace", describe(refusal, language)),
        Wrong::Form(refusal) => ("file", describe(refusal, language)),
        Wrong::File(faults) => ("file", tr!(language, "import-faults", count = faults.len())),
    };
    let href = if matches!(wrong, Wrong::File(_)) { "#faults".to_owned() } else { format!("#{name}") };
    let error = |field: &str| (field == name).then_some(FieldError { word: &word, text: &text });
    let label = tr!(language, "edition-import-replace");
    let choice = Choice { value: "yes", label: &label, hint: None, chosen: replaces };
    let main = html! {
        @if !name.is_empty() {
            (ui::error_summary(&word, &tr!(language, "import-nothing-written"), &[NavItem { href: &href, text: &text }]))
        }
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: "/drafts", text: &tr!(language, "draft-begin") },
            ],
            &title,
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "edition-import-lead")) }))
        @if let Wrong::File(faults) = wrong { (list(faults, language)) }
        (ui::file_form(ADDRESS, html! {
            (ui::file_input(
                &Field {
                    name: "file",
                    label: &tr!(language, "import-file"),
                    hint: Some(&tr!(language, "edition-import-hint")),
                    error: error("file"),
                    ..Field::default()
                },
                ".yaml,.yml,application/yaml",
            ))
            (ui::checkboxes(
                &Field {
                    name: "replace",
                    label: &tr!(language, "edition-import-same-key"),
                    error: error("replace"),
                    ..Field::default()
                },
                &[choice],
                &Slots::default(),
            ))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "edition-import-button"))))
        }))
    };
    let title = if name.is_empty() { title } else { format!("{word}: {title}") };
    shell::page(frame, &title, main)
}

fn list(faults: &[ImportError], language: Language) -> Markup {
    let heading = tr!(language, "import-faults-heading");
    let labels = [tr!(language, "import-where"), tr!(language, "import-cure")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table = Table {
        caption: &heading,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let row = |fault: &ImportError| {
        let place = html! {
            (tr!(language, "import-line")) " " (fault.line)
            @if !fault.key.is_empty() { br; code { (fault.key) } }
        };
        vec![place, html! { (sentence(&fault.problem, language)) }]
    };
    let rows: Vec<Vec<Markup>> = faults.iter().take(MOST_SHOWN).map(row).collect();
    html! {
        (ui::heading(Level::Two, "faults", &heading))
        (ui::table(&table, &rows))
        @if let Some(more) = faults.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
            p { (tr!(language, "import-more", count = more)) }
        }
    }
}
