//! Error pages: what happened and what to do now.

use maud::{Markup, html};

use super::shell::{self, Frame};
use super::{refusals, ui};
use crate::domain::base::refusals::Refusal;

/// The page of a bare status below 500.
pub fn status(status: u16, frame: &Frame) -> Markup {
    let language = frame.language;
    let (title, cure) = match status {
        // Who has an account came by a menu or an address, and not by a personal link.
        404 | 410 if frame.staff.is_some() => {
            (tr!(language, "error-not-found"), tr!(language, "error-not-found-signed-in"))
        }
        404 | 410 => (tr!(language, "error-not-found"), tr!(language, "error-not-found-cure")),
        403 => (tr!(language, "error-forbidden"), tr!(language, "error-forbidden-cure")),
        408 => (tr!(language, "error-too-slow"), tr!(language, "error-too-slow-cure")),
        413 => (tr!(language, "error-too-long"), tr!(language, "error-too-long-cure")),
        429 => (tr!(language, "error-too-many"), tr!(language, "error-too-many-cure")),
        _ => (tr!(language, "error-request"), tr!(language, "error-request-cure")),
    };
    page(frame, &title, html! { p { (cure) } })
}

/// The page of a failure that is ours, with the request's number, by which it is found in the log.
pub fn failure(status: u16, id: &str, frame: &Frame) -> Markup {
    let language = frame.language;
    let (title, cure) = match status {
        503 => (tr!(language, "error-busy"), tr!(language, "error-busy-cure")),
        _ => (tr!(language, "error-internal"), tr!(language, "error-internal-cure")),
    };
    let number = tr!(language, "error-number", id = id);
    page(frame, &title, html! { p { (cure) } p.form-hint { (number) } })
}

/// The page of a refusal.
pub fn refused(refusal: &Refusal, frame: &Frame) -> Markup {
    let text = refusals::describe(refusal, frame.language);
    page(frame, &tr!(frame.language, "error-refused"), html! { p { (text) } })
}

/// The page of a personal link that was replaced or withdrawn, which leads to nothing of the staff's.
pub fn link_stopped(frame: &Frame, contact: &str) -> Markup {
    let language = frame.language;
    let title = tr!(language, "error-link-stopped");
    let body = html! {
        (ui::page_heading(&title))
        p { (tr!(language, "error-link-stopped-cure")) }
        p { (tr!(language, "error-link-stopped-contact")) " " a href={ "mailto:" (contact) } { (contact) } "." }
    };
    shell::page(frame, &title, body)
}

fn page(frame: &Frame, title: &str, text: Markup) -> Markup {
    let body = html! {
        (ui::page_heading(title))
        (text)
        p { a href="/" { (tr!(frame.language, "error-home")) } }
    };
    shell::page(frame, title, body)
}
