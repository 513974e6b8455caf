//! Error pages: what happened and what to do now.

use maud::{Markup, html};

use super::shell::{self, Frame};
use super::{refusals, ui};
use crate::domain::Language;
use crate::domain::refusals::Refusal;

/// The page of a bare status.
pub fn status(status: u16, language: Language) -> Markup {
    let (title, cure) = match status {
        404 | 410 => (tr!(language, "error-not-found"), tr!(language, "error-not-found-cure")),
        403 => (tr!(language, "error-forbidden"), tr!(language, "error-forbidden-cure")),
        408 => (tr!(language, "error-too-slow"), tr!(language, "error-too-slow-cure")),
        413 => (tr!(language, "error-too-long"), tr!(language, "error-too-long-cure")),
        429 => (tr!(language, "error-too-many"), tr!(language, "error-too-many-cure")),
        400..=499 => (tr!(language, "error-request"), tr!(language, "error-request-cure")),
        503 => (tr!(language, "error-busy"), tr!(language, "error-busy-cure")),
        _ => (tr!(language, "error-internal"), tr!(language, "error-internal-cure")),
    };
    page(language, &title, &cure)
}

/// The page of a refusal.
pub fn refused(refusal: &Refusal, language: Language) -> Markup {
    page(language, &tr!(language, "error-refused"), &refusals::describe(refusal, language))
}

fn page(language: Language, title: &str, text: &str) -> Markup {
    let body = html! {
        (ui::page_heading(title))
        p { (text) }
        p { a href="/" { (tr!(language, "error-home")) } }
    };
    shell::page(&Frame::bare(language), title, body)
}
