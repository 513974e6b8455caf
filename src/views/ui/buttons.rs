//! Buttons, and links that look like them.

use super::icon::{Icon, icon};
use super::page::NavItem;
use maud::{Markup, html};

/// How much a button weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The one thing to do on a page.
    Primary,
    /// Another thing one may do.
    Secondary,
    /// Something less: grey, underlined.
    Tertiary,
    /// Something that cannot be taken back.
    Warning,
    /// A button that looks like a link.
    Link,
}

impl Button {
    fn class(self) -> &'static str {
        match self {
            Button::Primary => "button button-primary",
            Button::Secondary => "button button-secondary",
            Button::Tertiary => "button button-tertiary",
            Button::Warning => "button button-warning",
            Button::Link => "function-link",
        }
    }
}

/// A button that sends the form it stands in.
#[must_use]
pub fn submit(button: Button, text: &str) -> Markup {
    html! { button class=(button.class()) type="submit" { (text) } }
}

/// A button that sends the form it stands in and says which button it was.
#[must_use]
pub fn submit_as(button: Button, text: &str, (name, value): (&str, &str)) -> Markup {
    html! { button class=(button.class()) type="submit" name=(name) value=(value) { (text) } }
}

/// A button that adds fields to the question it stands in: script takes them from the page's template of that name,
/// and without script the form is sent and comes back with them.
#[must_use]
pub fn adding(template: &str, text: &str, (name, value): (&str, &str)) -> Markup {
    html! { button .pj-adding type="submit" name=(name) value=(value) data-adds=(template) { (text) } }
}

/// What the Enter key presses in a form whose first visible button means something less than saving. It has no word,
/// so that nobody who speaks to the browser hits it instead of the button that is seen.
#[must_use]
pub fn pressed_by_enter() -> Markup {
    html! { button .sr-only type="submit" tabindex="-1" aria-hidden="true" {} }
}

/// Fields that script adds where a button or an option asks for them; a browser neither shows nor sends them.
#[must_use]
pub fn template(name: &str, fields: Markup) -> Markup {
    html! { template data-template=(name) { (fields) } }
}

/// What a folded question shows in place of its options: script puts the answer into it.
#[must_use]
pub fn folded_template(word: &str, change: &str) -> Markup {
    template(
        "folded",
        html! {
            p .pj-answer {
                span .sr-only { (word) ": " } span data-answer {}
                button .function-link type="button" { (change) }
            }
        },
    )
}

/// A button that sends the form it stands in to another address.
#[must_use]
pub fn submit_to(button: Button, link: NavItem) -> Markup {
    html! { button class=(button.class()) type="submit" formaction=(link.href) { (link.text) } }
}

/// A link that looks like a button.
#[must_use]
pub fn link_button(button: Button, link: NavItem) -> Markup {
    html! { a class=(button.class()) href=(link.href) { (link.text) } }
}

/// A link with an icon before it, as for a download.
#[must_use]
pub fn icon_link(which: Icon, link: NavItem) -> Markup {
    html! { a .function-link href=(link.href) { (icon(which)) (link.text) } }
}

/// A button that is a form of its own: it posts the hidden fields to `action`.
#[must_use]
pub fn post_button(button: Button, action: NavItem, fields: &[(&str, &str)]) -> Markup {
    html! {
        form .pj-inline-form method="post" action=(action.href) {
            @for (name, value) in fields { (hidden(name, value)) }
            (submit(button, action.text))
        }
    }
}

/// A link that looks like a button, and says to screen readers what it is about where several read the same.
#[must_use]
pub fn link_button_about(button: Button, link: NavItem, about: &str) -> Markup {
    html! { a class=(button.class()) href=(link.href) { (link.text) span .sr-only { ": " (about) } } }
}

/// The same for a button that is a form of its own.
#[must_use]
pub fn post_button_about(button: Button, action: NavItem, about: &str, fields: &[(&str, &str)]) -> Markup {
    html! {
        form .pj-inline-form method="post" action=(action.href) {
            @for (name, value) in fields { (hidden(name, value)) }
            button class=(button.class()) type="submit" { (action.text) span .sr-only { ": " (about) } }
        }
    }
}

/// A hidden field.
#[must_use]
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// Buttons in a row that wraps.
#[must_use]
pub fn button_group(buttons: Markup) -> Markup {
    html! { div .button-group.pj-buttons { (buttons) } }
}

/// A button that prints the page; it shows itself only where script runs.
#[must_use]
pub fn print_button(text: &str) -> Markup {
    html! {
        button .function-link.d-print-none type="button" hidden data-print {
            (icon(Icon::Print)) (text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_button_says_which_it_was() {
        let html = submit_as(Button::Secondary, "Gem", ("then", "later")).into_string();
        assert!(html.contains("button-secondary\" type=\"submit\" name=\"then\" value=\"later\""));
    }

    #[test]
    fn a_post_button_carries_its_fields() {
        let action = NavItem { href: "/runder/1/lukning", text: "Luk <nu>" };
        let html = post_button(Button::Warning, action, &[("id", "\"7\"")]).into_string();
        assert!(html.contains("method=\"post\" action=\"/runder/1/lukning\""));
        assert!(html.contains("value=\"&quot;7&quot;\"") && html.contains("Luk &lt;nu&gt;"));
    }
}
