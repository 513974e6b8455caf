//! The two pages that every public service owes its visitors: accessibility and personal data.

use maud::{Markup, html};

use super::markdown::markdown;
use super::shell::{self, Frame};
use super::ui::{self, Level};

/// How accessible the service is, and whom to tell when it is not (webtilgængelighedsloven; the
/// formal statement is made in WAS-Tool by the authority that runs the service).
pub fn accessibility(frame: &Frame, address: &str, contact: &str) -> Markup {
    let language = frame.language;
    let title = tr!(language, "accessibility");
    let sections = [
        Section {
            id: "status",
            heading: tr!(language, "about-accessibility-status"),
            paragraphs: vec![
                tr!(language, "about-accessibility-status-built"),
                tr!(language, "about-accessibility-status-checked"),
            ],
        },
        Section {
            id: "charts",
            heading: tr!(language, "about-accessibility-charts"),
            paragraphs: vec![tr!(language, "about-accessibility-charts-text")],
        },
        Section {
            id: "contact",
            heading: tr!(language, "about-accessibility-contact"),
            paragraphs: vec![tr!(language, "about-accessibility-contact-text", contact = contact)],
        },
        Section {
            id: "statement",
            heading: tr!(language, "about-accessibility-statement"),
            paragraphs: vec![
                tr!(language, "about-accessibility-statement-text"),
                tr!(language, "about-accessibility-supervision"),
            ],
        },
    ];
    page(frame, &title, &tr!(language, "about-accessibility-lead", address = address), &sections)
}

/// What is kept about people, why and for how long, without a promise of anonymity.
/// `months` after a round has closed people are forgotten; with 0 the authority does it otherwise.
pub fn privacy(frame: &Frame, contact: &str, months: u32) -> Markup {
    let language = frame.language;
    let identity = match months {
        0 => tr!(language, "about-privacy-retention-identity"),
        months => tr!(language, "about-privacy-retention-months", months = months),
    };
    let title = tr!(language, "privacy");
    let section = |id, heading, paragraphs| Section { id, heading, paragraphs };
    let sections = [
        section(
            "responsible",
            tr!(language, "about-privacy-responsible"),
            vec![tr!(language, "about-privacy-responsible-text", contact = contact)],
        ),
        section("purpose", tr!(language, "about-privacy-purpose"), vec![tr!(language, "about-privacy-purpose-text")]),
        section("basis", tr!(language, "about-privacy-basis"), vec![tr!(language, "about-privacy-basis-text")]),
        section(
            "data",
            tr!(language, "about-privacy-data"),
            vec![tr!(language, "about-privacy-data-text"), tr!(language, "about-privacy-data-comments")],
        ),
        section("access", tr!(language, "about-privacy-access"), vec![tr!(language, "about-privacy-access-text")]),
        section(
            "retention",
            tr!(language, "about-privacy-retention"),
            vec![identity, tr!(language, "about-privacy-retention-answers")],
        ),
        section("cookies", tr!(language, "about-privacy-cookies"), vec![tr!(language, "about-privacy-cookies-text")]),
        section(
            "rights",
            tr!(language, "about-privacy-rights"),
            vec![tr!(language, "about-privacy-rights-text", contact = contact)],
        ),
    ];
    page(frame, &title, &tr!(language, "about-privacy-lead"), &sections)
}

/// A text that the authority has written itself, as Markdown.
pub fn written(frame: &Frame, title: &str, text: &str) -> Markup {
    shell::page(frame, title, html! { (ui::page_heading(title)) (markdown(text)) })
}

struct Section {
    id: &'static str,
    heading: String,
    paragraphs: Vec<String>,
}

fn page(frame: &Frame, title: &str, lead: &str, sections: &[Section]) -> Markup {
    let main = html! {
        (ui::page_heading_with_lead(title, html! { (lead) }))
        @for section in sections {
            (ui::heading(Level::Two, section.id, &section.heading))
            @for paragraph in &section.paragraphs { p { (paragraph) } }
        }
    };
    shell::page(frame, title, main)
}
