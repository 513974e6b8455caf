//! A questionnaire as it stands on paper: nothing to fold out or press, and a box for each option.

use maud::{Markup, html};

/// An option on paper.
#[derive(Clone, Copy, Debug)]
pub struct PaperOption<'a> {
    /// What is read.
    pub label: &'a str,
    /// What it means.
    pub help: Option<&'a str>,
    /// Whether it is the answer so far.
    pub chosen: bool,
}

/// A part that begins on a page of its own, but for the first.
#[must_use]
pub fn paper_section(body: Markup) -> Markup {
    html! { section .pj-paper { (body) } }
}

/// A whole page that holds much and is printed small, so that it takes few sheets.
#[must_use]
pub fn paper_sheet(body: Markup) -> Markup {
    html! { div .pj-sheet { (body) } }
}

/// A question with what belongs to it, which is kept on one page.
#[must_use]
pub fn paper_question(text: &str, body: Markup) -> Markup {
    html! { div .pj-paper-question { h4 { (text) } (body) } }
}

/// The options of a question; `chosen` is the word that tells the answer to whoever does not see the box.
#[must_use]
pub fn paper_options(chosen: &str, options: &[PaperOption]) -> Markup {
    html! {
        ul .nobullet-list.pj-paper-options {
            @for option in options {
                li .pj-paper-chosen[option.chosen] {
                    (option.label)
                    @if option.chosen { span .sr-only { " (" (chosen) ")" } }
                    @if let Some(help) = option.help { span .pj-paper-help { (help) } }
                }
            }
        }
    }
}

/// What stands around slides on the screen, and on no printed page.
#[must_use]
pub fn beside_slides(body: Markup) -> Markup {
    html! { div .d-print-none { (body) } }
}

/// Slides one under the other, each printed on a page of its own; what stands with one is for the screen.
#[must_use]
pub fn slides(slides: &[(Markup, Markup)]) -> Markup {
    html! {
        div .pj-slides {
            @for (slide, caption) in slides {
                figure .pj-slide { (slide) figcaption .d-print-none { (caption) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_told_without_the_box() {
        let option = |label, chosen| PaperOption { label, help: None, chosen };
        let html = paper_options("valgt", &[option("Grøn", false), option("<Gul>", true)]).into_string();
        assert_eq!(html.matches("sr-only").count(), 1);
        assert!(html.contains("&lt;Gul&gt;<span class=\"sr-only\"> (valgt)</span>"), "{html}");
    }
}
