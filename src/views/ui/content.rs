//! Headings and running text.

use super::page::NavItem;
use maud::{Markup, html};

/// How deep a heading lies. A page has one `h1`, and that is `page_heading`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// `h2`
    Two,
    /// `h3`
    Three,
    /// `h4`
    Four,
}

/// A heading that can be linked to as `#id`.
#[must_use]
pub fn heading(level: Level, id: &str, text: &str) -> Markup {
    html! {
        @match level {
            Level::Two => h2 id=(id) { (text) },
            Level::Three => h3 id=(id) { (text) },
            Level::Four => h4 id=(id) { (text) },
        }
    }
}

/// The heading of a page.
#[must_use]
pub fn page_heading(title: &str) -> Markup {
    html! { h1 .pj-title { (title) } }
}

/// The heading of a page with a lead under it.
#[must_use]
pub fn page_heading_with_lead(title: &str, lead: Markup) -> Markup {
    html! {
        h1 .pj-title { (title) }
        p .font-lead { (lead) }
    }
}

/// Something one may open to read more.
#[must_use]
pub fn details(summary: &str, body: Markup) -> Markup {
    html! {
        details .details {
            summary .details-summary { (summary) }
            div .details-text { (body) }
        }
    }
}

/// The same, open from the start, as where something in it is wrong.
#[must_use]
pub fn open_details(summary: &str, body: Markup) -> Markup {
    html! {
        details .details open {
            summary .details-summary { (summary) }
            div .details-text { (body) }
        }
    }
}

/// A link within a text.
#[must_use]
pub fn text_link(link: NavItem) -> Markup {
    html! { a href=(link.href) { (link.text) } }
}

/// Something set off from the text, as last year's answer, with a word for what it is.
#[must_use]
pub fn inset(label: &str, body: Markup) -> Markup {
    html! {
        div .pj-inset {
            strong .pj-inset-label { (label) }
            div { (body) }
        }
    }
}

/// One text where script runs, another where it does not.
#[must_use]
pub fn by_script(with: &str, without: &str) -> Markup {
    html! { span hidden data-with-script { (with) } span data-without-script { (without) } }
}

/// What a browser shows, and sends, only where no script runs.
#[must_use]
pub fn only_without_script(body: Markup) -> Markup {
    html! { noscript { (body) } }
}

/// Text that only a screen reader says.
#[must_use]
pub fn for_screen_readers(text: &str) -> Markup {
    html! { span .sr-only { (text) } }
}

/// A document within the page, such as a letter, that may do nothing: no script, no form, no way out.
#[must_use]
pub fn sandboxed(title: &str, document: &str) -> Markup {
    html! { iframe .pj-letter sandbox="" title=(title) srcdoc=(document) {} }
}

/// Text to be copied or typed as it stands, as a secret or a command: it breaks anywhere rather than run out of the page.
#[must_use]
pub fn typed(text: &str) -> Markup {
    html! { pre .pj-typed { code { (text) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_has_its_level_and_anchor() {
        let html = heading(Level::Three, "alkohol", "Alkohol & tobak").into_string();
        assert_eq!(html, "<h3 id=\"alkohol\">Alkohol &amp; tobak</h3>");
    }

    #[test]
    fn a_document_within_a_page_stays_in_its_attribute() {
        let html = sandboxed("Mail", "<p title=\"x\">&lt;</p>").into_string();
        assert!(html.contains("sandbox=\"\""));
        assert!(html.contains("srcdoc=\"&lt;p title=&quot;x&quot;&gt;&amp;lt;&lt;/p&gt;\""), "{html}");
    }

    #[test]
    fn a_page_heading_is_the_h1() {
        let html = page_heading_with_lead("Titel", html! { "Manchet" }).into_string();
        assert!(html.contains("<h1 class=\"pj-title\">Titel</h1>"));
        assert!(html.contains("<p class=\"font-lead\">Manchet</p>"));
    }
}
