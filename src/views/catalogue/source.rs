//! Where a fact comes from, as the catalogue shows it.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::catalogue::sources::{Source, SourceStatus};

/// How sure a fact is, and the note on where it comes from, marked where it is in the other language.
pub(super) fn source(source: &Source, language: Language) -> Markup {
    let status = source.status.map(|one| self::status(one, language));
    let note = source.note(language);
    html! {
        @if status.is_none() && note.is_none() { (tr!(language, "catalogue-unknown")) }
        @if let Some(status) = &status { (status) @if note.is_some() { ": " } }
        @if let Some((written, note)) = note {
            span lang=[(written != language).then_some(written.as_str())] { (with_links(note)) }
        }
    }
}

/// How sure a fact is.
pub(super) fn status(status: SourceStatus, language: Language) -> String {
    match status {
        SourceStatus::Verified => tr!(language, "catalogue-source-verified"),
        SourceStatus::Partly => tr!(language, "catalogue-source-partly"),
        SourceStatus::Unconfirmed => tr!(language, "catalogue-source-unconfirmed"),
    }
}

/// A note as written, its addresses as links.
fn with_links(note: &str) -> Markup {
    html! {
        @for (index, word) in note.split(' ').enumerate() {
            @if index > 0 { " " }
            @let address = word.trim_end_matches([',', ';', ')', '.']);
            @if address.starts_with("https://") {
                a href=(address) rel="noreferrer" { (address) } (&word[address.len()..])
            } @else {
                (word)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_in_the_language_of_the_page_or_marked() {
        let (da, en) = (Some("læst".to_owned()), Some("https://example.org/a, read".to_owned()));
        let both = Source { status: Some(SourceStatus::Verified), da, en };
        let shown = |one: &Source, language| source(one, language).into_string();
        assert_eq!(shown(&both, Language::Danish), "Bekræftet i kilden: <span>læst</span>");
        let english = shown(&both, Language::English);
        assert!(english.contains("href=\"https://example.org/a\"") && !english.contains("lang="), "{english}");
        let only = Source { da: None, ..both.clone() };
        assert!(shown(&only, Language::Danish).starts_with("Bekræftet i kilden: <span lang=\"en\">"));
        let only = Source { en: None, ..both };
        assert!(shown(&only, Language::English).ends_with("<span lang=\"da\">læst</span>"));
        assert_eq!(shown(&Source::default(), Language::Danish), "Ikke oplyst");
    }
}
