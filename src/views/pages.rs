//! A long list in pages, in the words that every list shares.

use maud::Markup;

use super::ui::{self, Pagination, PaginationWords};
use crate::domain::Language;

/// Links to the pages of a list; the page's number is added to `href`.
pub(super) fn pages(language: Language, (current, last): (usize, usize), href: &str) -> Markup {
    ui::pagination(&Pagination {
        current,
        last,
        href,
        words: PaginationWords {
            label: &tr!(language, "letters-pages"),
            previous: &tr!(language, "letters-previous"),
            next: &tr!(language, "letters-next"),
            page: &tr!(language, "letters-page"),
            position: &tr!(language, "letters-position", page = current.to_string(), last = last.to_string()),
        },
    })
}
