//! What is wrong with a file of the directory: where, why, and what to do about it.

use maud::{Markup, html};

use super::{MOST_SHOWN, and_more};
use crate::domain::Language;
use crate::domain::base::import_errors::ImportError;
use crate::domain::rounds::directory::DirectoryField;
use crate::views::import_errors::sentence;
use crate::views::ui::{self, CaptionPlace, Column, Level, Table};

/// The faults as a table.
pub(super) fn list_faults(faults: &[ImportError], language: Language) -> Markup {
    let heading = tr!(language, "import-faults-heading");
    let row = |fault: &ImportError| {
        vec![
            html! {
                (tr!(language, "import-line")) " " (fault.line)
                @if !fault.key.is_empty() { br; span .weight-normal { (column_name(&fault.key, language)) } }
            },
            html! { (sentence(&fault.problem, language)) },
        ]
    };
    let labels = [tr!(language, "import-where"), tr!(language, "import-cure")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let cells: Vec<Vec<Markup>> = faults.iter().take(MOST_SHOWN).map(row).collect();
    let frame = Table {
        caption: &heading,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    html! {
        (ui::heading(Level::Two, "faults", &heading))
        (ui::table(&frame, &cells))
        (and_more(faults.len(), language))
    }
}

/// A column in the reader's words; a header that nobody knows as it was written.
fn column_name(key: &str, language: Language) -> String {
    match key {
        "municipality_code" => tr!(language, "search-municipality"),
        "post" => tr!(language, "post-title"),
        other => other.parse().map_or_else(|_| other.to_owned(), |field| field_name(field, language)),
    }
}

/// A column of the file in the reader's words.
pub(super) fn field_name(field: DirectoryField, language: Language) -> String {
    match field {
        DirectoryField::Department => tr!(language, "post-department"),
        DirectoryField::Areas => tr!(language, "post-areas"),
        DirectoryField::Name => tr!(language, "contact-name"),
        DirectoryField::Email => tr!(language, "contact-email"),
        DirectoryField::Phone => tr!(language, "contact-phone"),
        DirectoryField::Language => tr!(language, "import-language"),
        DirectoryField::From => tr!(language, "holder-from"),
    }
}
