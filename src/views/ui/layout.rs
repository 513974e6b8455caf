//! The page around every page.

use super::header::{footer, header};
use super::page::Page;
use crate::assets::{APP_CSS, APP_JS, DKFDS_CSS, FAVICON_SVG};
use maud::{DOCTYPE, Markup, html};

/// A whole page.
#[must_use]
pub fn page(page: &Page, main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) " · " (page.site_name) }
                link rel="icon" type="image/svg+xml" href=(FAVICON_SVG);
                link rel="stylesheet" href=(DKFDS_CSS);
                link rel="stylesheet" href=(APP_CSS);
                @if let Some(accent) = page.accent { link rel="stylesheet" href=(accent); }
                script src=(APP_JS) defer {}
            }
            body {
                a.skipnav href="#main-content" { (page.skip_link) }
                (header(page))
                main #main-content .container.page-container { (main) }
                (footer(&page.footer))
            }
        }
    }
}

/// Content with something beside it on wide screens and under it on narrow ones, as steps.
#[must_use]
pub fn with_aside(content: Markup, aside: Markup) -> Markup {
    html! {
        div .row {
            div .col-12.col-lg-8 { (content) }
            div .col-12.col-lg-4.pj-aside { (aside) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::page::{Footer, Language, NavItem, Navigation, SignOut, SignedIn};
    use super::*;

    fn example() -> String {
        let items = [NavItem { href: "/overblik", text: "Overblik" }, NavItem { href: "/kommuner", text: "Kommuner" }];
        let around = Page {
            lang: "da",
            title: "Kommuner <alle>",
            site_name: "Pejlemærke",
            logo: None,
            accent: None,
            home: "/",
            skip_link: "Gå til indhold",
            signed_in: Some(SignedIn {
                who: "Testkonsulent",
                place: "KL",
                account: Some(NavItem { href: "/konto", text: "Min konto" }),
                sign_out: Some(SignOut { action: "/logud", text: "Log af" }),
            }),
            navigation: Navigation { label: "Hovedmenu", menu: "Menu", items: &items, active: "/kommuner" },
            banner: Some(html! { "Testrunde" }),
            footer: Footer {
                links: &[NavItem { href: "/tilgaengelighed", text: "Tilgængelighed" }],
                language: Some(Language { lang: "en", name: "English", return_to: "/kommuner?a=1&b=2" }),
            },
        };
        page(&around, html! { "Indhold" }).into_string()
    }

    #[test]
    fn a_page_says_its_language_and_title() {
        let html = example();
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"da\">"));
        assert!(html.contains("<title>Kommuner &lt;alle&gt; · Pejlemærke</title>"));
    }

    #[test]
    fn a_page_has_nothing_inline() {
        let html = example();
        assert!(!html.contains("<style") && !html.contains(" style=") && !html.contains(" on"));
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains(&format!("<script src=\"{APP_JS}\" defer></script>")));
    }

    #[test]
    fn the_skip_link_leads_to_the_content() {
        let html = example();
        assert!(html.contains("<a class=\"skipnav\" href=\"#main-content\">Gå til indhold</a>"));
        assert!(html.contains("<main class=\"container page-container\" id=\"main-content\">"));
    }

    #[test]
    fn the_active_item_is_marked_in_both_menus() {
        let html = example();
        assert_eq!(html.matches("aria-current=\"page\"").count(), 2);
        assert!(html.contains("<summary"));
    }

    #[test]
    fn language_and_sign_out_are_forms() {
        let html = example();
        assert!(html.contains("<form method=\"post\" action=\"/sprog\">"));
        assert!(html.contains("value=\"/kommuner?a=1&amp;b=2\""));
        assert!(html.contains("action=\"/logud\""));
    }

    #[test]
    fn a_page_without_navigation_has_no_menu() {
        let bare = Page { lang: "da", ..Page::default() };
        let html = page(&bare, html! {}).into_string();
        assert!(!html.contains("<nav") && !html.contains("<details"));
    }
}
