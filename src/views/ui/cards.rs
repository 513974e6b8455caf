//! Cards.

use super::icon::{Icon, icon_classed};
use super::page::NavItem;
use maud::{Markup, html};

/// A figure to see from afar.
#[derive(Clone, Copy)]
pub struct Figure<'a> {
    /// What it counts.
    pub label: &'a str,
    /// The figure, written as people read it.
    pub figure: &'a str,
    /// What it is held against.
    pub note: &'a str,
}

/// Big figures beside each other.
#[must_use]
pub fn figures(figures: &[Figure]) -> Markup {
    html! {
        dl .pj-figures {
            @for figure in figures {
                div .pj-key-figure {
                    dt { (figure.label) }
                    dd .pj-figure-number { (figure.figure) }
                    dd { (figure.note) }
                }
            }
        }
    }
}

/// Cards beside each other.
#[must_use]
pub fn cards(cards: &[Markup]) -> Markup {
    html! {
        ul .card-row.pj-cards { @for card in cards { li { (card) } } }
    }
}

/// A card.
#[must_use]
pub fn card(heading: &str, body: Markup) -> Markup {
    html! {
        div .card {
            div .card-content { h2 .card-heading { (heading) } (body) }
        }
    }
}

/// A card that is a link as a whole; its body holds no links.
#[must_use]
pub fn link_card(link: NavItem, body: Markup) -> Markup {
    html! {
        a .card href=(link.href) {
            div .card-content { h2 .card-heading { (link.text) } (body) }
            (icon_classed(Icon::ArrowForward, "icon-svg card-icon"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_follows_what_it_counts() {
        let figure = Figure { label: "Samlet <score>", figure: "54", note: "+13 siden baseline" };
        let html = figures(&[figure]).into_string();
        assert!(html.contains("<dt>Samlet &lt;score&gt;</dt><dd class=\"pj-figure-number\">54"));
    }

    #[test]
    fn cards_are_a_list() {
        let link = NavItem { href: "/runder/2026", text: "Runde 2026" };
        let html = cards(&[link_card(link, html! {}), card("Kort", html! {})]).into_string();
        assert_eq!(html.matches("<li>").count(), 2);
        assert!(html.contains("href=\"/runder/2026\""));
    }
}
