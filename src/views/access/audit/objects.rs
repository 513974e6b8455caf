//! Who did something, and to what, by the names that are still known.

use super::deeds;
use crate::domain::Language;
use crate::domain::access::audit::{AskedPost, AuditEntry, Named};
use crate::domain::mail::letter_texts::TextPlace;
use crate::views::mail::texts::heading;
use crate::views::site::texts::{address, name};

/// An object's name, and the page where it is seen.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Object {
    /// Its name; its id where nothing names it any more, empty where many were written to.
    pub name: String,
    /// Its page, if it has one.
    pub href: Option<String>,
}

/// What an entry is about.
pub(super) fn object(entry: &AuditEntry, named: &Named, language: Language) -> Object {
    let Some(id) = entry.object_id.as_deref() else { return Object::default() };
    let found = match entry.object.as_str() {
        "round" | "answers" => named.rounds.get(id).map(|key| (key.clone(), Some(format!("/rounds/{key}")))),
        "programme" => Some((id.to_owned(), Some(format!("/programmes/{id}")))),
        "edition" => Some((id.to_owned(), Some(format!("/catalogue/{id}")))),
        "crosswalk" => id
            .split_once(' ')
            .map(|(from, to)| (format!("{from} – {to}"), Some(format!("/catalogue/{from}/crosswalk/{to}")))),
        "post" => named.posts.get(id).map(|(municipality, title)| {
            (format!("{title}, {}", municipality.name()), Some(format!("/posts/{id}/contact")))
        }),
        "invitation" => named.invitations.get(id).map(|asked| (post(asked), Some(page(asked)))),
        "section" => named.sections.get(id).map(|section| {
            (format!("{}, {}", section.area.name(language), post(&section.asked)), Some(page(&section.asked)))
        }),
        "letter" => named.letters.get(id).map(|asked| {
            let name = asked.as_ref().map_or_else(|| tr!(language, "letters-to-account"), post);
            (name, Some(format!("/letters/{id}")))
        }),
        "letter_text" => TextPlace::of_path(id).map(|place| {
            let name = format!("{}, {}", heading(&place, language), place.programme);
            (name, Some(format!("/programmes/{id}/history")))
        }),
        "site_text" => id.split_once(' ').and_then(|(kind, written_in)| {
            let (kind, written_in) = (kind.parse().ok()?, written_in.parse().ok()?);
            Some((name(kind, written_in, language), Some(address(kind, written_in))))
        }),
        // What somebody calls a view is nobody else's business, and its page is its owner's.
        "saved_view" => Some((String::new(), None)),
        // Its text is no business of the log; its page says what it is about.
        "advice" => Some((String::new(), Some(format!("/advice/{id}")))),
        "example" => Some((String::new(), Some(format!("/practice/{id}")))),
        "staff" => named.staff.get(id).map(|email| (email.clone(), Some(format!("/staff/{id}")))),
        _ => None,
    };
    let (name, href) = found.unwrap_or_else(|| (id.to_owned(), None));
    Object { name, href }
}

/// Who did it.
pub(super) fn actor(entry: &AuditEntry, named: &Named, language: Language) -> String {
    let id = entry.actor_id.as_deref().unwrap_or_default();
    match entry.actor.as_str() {
        "staff" => named.staff.get(id).cloned().unwrap_or_else(|| tr!(language, "audit-actor-staff", id = id)),
        "link" => match named.invitations.get(id) {
            Some(asked) => tr!(language, "audit-actor-link", post = post(asked)),
            None => tr!(language, "audit-actor-link", post = id),
        },
        "visitor" => tr!(language, "audit-actor-visitor"),
        "clock" => tr!(language, "audit-actor-clock"),
        "command_line" => tr!(language, "audit-actor-command-line"),
        other => other.to_owned(),
    }
}

/// What was done, in a sentence.
pub(super) fn sentence(entry: &AuditEntry, object: &Object, language: Language) -> String {
    match deeds::find(&entry.verb, &entry.object) {
        Some(deed) => deed.sentence(language, &object.name),
        None => format!("{} {} {}", entry.verb, entry.object, object.name).trim_end().to_owned(),
    }
}

fn post(asked: &AskedPost) -> String {
    format!("{}, {} ({})", asked.post, asked.municipality_code.name(), asked.round)
}

fn page(asked: &AskedPost) -> String {
    format!("/rounds/{}/posts/{}", asked.round, asked.id)
}
