//! Bringing a file of the directory: the form, and what its import would do.

mod faults;

use maud::{Markup, html};

use self::faults::{field_name, list_faults};
use super::search::files;
use crate::domain::Language;
use crate::domain::base::import_errors::ImportError;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::{ChangedPost, DirectoryDiff, DirectoryEntry, DirectoryRow};
use crate::domain::rounds::uploads::UploadId;
use crate::views::refusals::describe;
use crate::views::shell::{self, Frame};
use crate::views::ui::{
    self, Button, CaptionPlace, Choice, Column, Content, Field, FieldError, Kind, Level, NavItem, Slots, Table,
};

/// Rows of a list that are shown; the rest is counted.
const MOST_SHOWN: usize = 500;

/// What is wrong with what was sent.
#[derive(Debug)]
pub enum Wrong<'a> {
    /// Nothing was sent yet.
    Nothing,
    /// There was no file.
    Form(Refusal),
    /// The file has faults.
    File(&'a [ImportError]),
}

/// A file that was read, held against the directory.
#[derive(Debug)]
pub struct DryRun<'a> {
    /// Which file.
    pub id: &'a UploadId,
    /// What its import would do.
    pub diff: &'a DirectoryDiff<'a>,
    /// Missing posts that may be new ones under another title.
    pub likely: &'a [(&'a DirectoryEntry, &'a DirectoryRow)],
    /// Whether the directory has changed since it was shown last.
    pub has_changed: bool,
}

/// The form, with everything that is wrong with the file.
pub fn show(frame: &Frame, wrong: &Wrong) -> Markup {
    let language = frame.language;
    let (title, word) = (tr!(language, "import-title"), tr!(language, "word-error"));
    let text = match wrong {
        Wrong::Nothing => None,
        Wrong::Form(refusal) => Some(describe(refusal, language)),
        Wrong::File(faults) => Some(tr!(language, "import-faults", count = faults.len())),
    };
    let main = html! {
        @if let Some(text) = &text {
            (ui::error_summary(&word, &tr!(language, "import-nothing-written"), &[NavItem {
                href: if matches!(wrong, Wrong::File(_)) { "#faults" } else { "#file" },
                text,
            }]))
        }
        (way(&title, language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "import-lead")) }))
        @if let Wrong::File(faults) = wrong { (list_faults(faults, language)) }
        (ui::file_form("/directory/import", html! {
            (ui::file_input(
                &Field {
                    name: "file",
                    label: &tr!(language, "import-file"),
                    hint: Some(&tr!(language, "import-file-hint")),
                    error: text.as_deref().map(|text| FieldError { word: &word, text }),
                    ..Field::default()
                },
                ".csv,.xlsx,text/csv",
            ))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "import-check"))))
        }))
        (ui::heading(Level::Two, "files", &tr!(language, "import-template")))
        p { (tr!(language, "import-template-lead")) }
        (files(language))
        (ui::details(&tr!(language, "import-columns"), html! { p { (tr!(language, "import-columns-text")) } }))
    };
    let title = if text.is_some() { format!("{word}: {title}") } else { title };
    shell::page(frame, &title, main)
}

/// How many there are besides those shown.
fn and_more(count: usize, language: Language) -> Markup {
    let Some(more) = count.checked_sub(MOST_SHOWN).filter(|more| *more > 0) else { return Markup::default() };
    html! { p { (tr!(language, "import-more", count = more)) } }
}

/// A table of the first rows, and how many there are besides.
fn rows<T>(
    (caption, labels): (&str, &[String]),
    all: &[T],
    language: Language,
    row: impl Fn(&T) -> Vec<Markup>,
) -> Markup {
    let content = |index| if index == 0 { Content::Number } else { Content::Text };
    let columns: Vec<Column> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| Column { label, content: content(index), ..Column::default() })
        .collect();
    let cells: Vec<Vec<Markup>> = all.iter().take(MOST_SHOWN).map(row).collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    html! {
        (ui::table(&frame, &cells))
        (and_more(all.len(), language))
    }
}

/// What the import of a file would do, and the button that does it.
pub fn dry_run(frame: &Frame, run: &DryRun) -> Markup {
    let language = frame.language;
    let (title, diff) = (tr!(language, "import-dry-run"), run.diff);
    let is_nothing = diff.new.is_empty() && diff.changed.is_empty() && diff.restored.is_empty();
    let main = html! {
        (way(&title, language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "import-dry-run-lead")) }))
        @if run.has_changed {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! { (tr!(language, "import-changed-since")) }))
        }
        (ui::definition_list(&[
            (&tr!(language, "import-new"), html! { (diff.new.len()) }),
            (&tr!(language, "import-changed"), html! { (diff.changed.len()) }),
            (&tr!(language, "import-unchanged"), html! { (diff.unchanged) }),
            (&tr!(language, "import-restored"), html! { (diff.restored.len()) }),
            (&tr!(language, "import-missing"), html! { (diff.missing.len()) }),
        ]))
        @if is_nothing && diff.missing.is_empty() { p { (tr!(language, "import-nothing")) } }
        (ui::form(&format!("/directory/import/{}", run.id), html! {
            (ui::hidden("seen", &diff.fingerprint()))
            (new(&diff.new, language))
            (changed(&diff.changed, language))
            (restored(&diff.restored, language))
            (renamed(run.likely, language))
            (missing(&diff.missing, language))
            (ui::button_group(html! {
                (ui::submit(Button::Primary, &tr!(language, "import-carry-out")))
                (ui::link_button(Button::Secondary, NavItem { href: "/directory/import", text: &tr!(language, "import-other-file") }))
            }))
        }))
    };
    shell::page(frame, &title, main)
}

fn new(posts: &[&DirectoryRow], language: Language) -> Markup {
    let heading = tr!(language, "import-new");
    let labels = [
        tr!(language, "import-line"),
        tr!(language, "search-municipality"),
        tr!(language, "rounds-post"),
        tr!(language, "rounds-holder"),
    ];
    let row = |row: &&DirectoryRow| {
        vec![
            html! { (row.line) },
            html! { (row.municipality.name()) },
            html! { (row.post) br; (row.department) },
            html! { (row.name) br; (row.email) @if let Some(day) = row.from { br; (crate::texts::date(day, language)) } },
        ]
    };
    section("new", &heading, posts.is_empty(), rows((&heading, &labels), posts, language, row))
}

fn changed(posts: &[ChangedPost], language: Language) -> Markup {
    let heading = tr!(language, "import-changed");
    let labels = [
        tr!(language, "import-line"),
        tr!(language, "search-municipality"),
        tr!(language, "rounds-post"),
        tr!(language, "import-what-changes"),
    ];
    let row = |changed: &ChangedPost| {
        vec![
            html! { (changed.row.line) },
            html! { (changed.row.municipality.name()) },
            html! { (changed.row.post) },
            html! {
                @for (index, difference) in changed.differences.iter().enumerate() {
                    @if index > 0 { br; }
                    (field_name(difference.field, language)) ": "
                    (told(&difference.before, language)) " → " (told(&difference.after, language))
                }
            },
        ]
    };
    section("changed", &heading, posts.is_empty(), rows((&heading, &labels), posts, language, row))
}

fn told(value: &str, language: Language) -> String {
    if value.is_empty() { tr!(language, "import-empty") } else { value.to_owned() }
}

fn restored(posts: &[&DirectoryEntry], language: Language) -> Markup {
    let heading = tr!(language, "import-restored");
    section(
        "restored",
        &heading,
        posts.is_empty(),
        html! {
            p { (tr!(language, "import-restored-lead")) }
            (names(posts, language))
        },
    )
}

fn renamed(likely: &[(&DirectoryEntry, &DirectoryRow)], language: Language) -> Markup {
    let heading = tr!(language, "import-renamed");
    let labels: Vec<String> = likely
        .iter()
        .map(|(entry, row)| {
            let (place, from, to) = (row.municipality.name(), entry.post.title.as_str(), row.post.as_str());
            tr!(language, "import-renamed-pair", municipality = place, from = from, to = to)
        })
        .collect();
    let choices: Vec<Choice> = likely
        .iter()
        .zip(&labels)
        .map(|((entry, _), label)| Choice { value: entry.post.id.as_str(), label, ..Choice::default() })
        .collect();
    let field = Field { name: "renamed", label: &tr!(language, "import-renamed-choose"), ..Field::default() };
    section(
        "likely-renamed",
        &heading,
        likely.is_empty(),
        html! {
            p { (tr!(language, "import-renamed-lead")) }
            (ui::checkboxes(&field, &choices, &Slots::default()))
        },
    )
}

fn missing(posts: &[&DirectoryEntry], language: Language) -> Markup {
    let heading = tr!(language, "import-missing");
    let choice = Choice { value: "retire", label: &tr!(language, "import-retire"), ..Choice::default() };
    section(
        "not-mentioned",
        &heading,
        posts.is_empty(),
        html! {
            p { (tr!(language, "import-missing-lead")) }
            (names(posts, language))
            (ui::checkbox("missing", &choice))
        },
    )
}

fn names(posts: &[&DirectoryEntry], language: Language) -> Markup {
    html! {
        ul {
            @for entry in posts.iter().take(MOST_SHOWN) {
                li { (entry.post.title) ", " (entry.department) ", " (entry.post.municipality_code.name()) }
            }
        }
        (and_more(posts.len(), language))
    }
}

fn section(id: &str, heading: &str, is_empty: bool, body: Markup) -> Markup {
    html! { @if !is_empty { (ui::heading(Level::Two, id, heading)) (body) } }
}

fn way(here: &str, language: Language) -> Markup {
    let above = tr!(language, "search-title");
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &[NavItem { href: "/directory", text: &above }], here)
}
