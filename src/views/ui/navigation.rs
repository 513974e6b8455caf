//! Ways between pages.

use super::icon::{Icon, icon};
use super::page::NavItem;
use maud::{Markup, html};

/// Where a page lies: the pages above it, and itself.
#[must_use]
pub fn breadcrumbs(label: &str, above: &[NavItem], here: &str) -> Markup {
    html! {
        nav .breadcrumbs aria-label=(label) {
            ol .breadcrumbs__list {
                @for (index, item) in above.iter().enumerate() {
                    li .breadcrumbs__list-item {
                        @if index > 0 { (icon(Icon::ChevronRight)) }
                        a .breadcrumbs__link href=(item.href) { (item.text) }
                    }
                }
                li .breadcrumbs__list-item aria-current="page" {
                    @if !above.is_empty() { (icon(Icon::ChevronRight)) }
                    (here)
                }
            }
        }
    }
}

/// A link back to the page before.
#[must_use]
pub fn back_link(link: NavItem) -> Markup {
    html! {
        div { a .back-link href=(link.href) { (icon(Icon::ChevronLeft)) (link.text) } }
    }
}

/// Views of one thing, as links; `active` is the `href` of the one shown.
#[must_use]
pub fn tabs(label: &str, tabs: &[NavItem], active: &str) -> Markup {
    html! {
        nav .tab-container.pj-tabs aria-label=(label) {
            ul .tab-list {
                @for tab in tabs {
                    @let is_active = tab.href == active;
                    li {
                        a .tab-button href=(tab.href) aria-current=[is_active.then_some("true")] {
                            span { (tab.text) }
                        }
                    }
                }
            }
        }
    }
}

/// A long list in pages.
#[derive(Clone, Copy)]
pub struct Pagination<'a> {
    /// The page shown, from 1.
    pub current: usize,
    /// The last page.
    pub last: usize,
    /// An address to which the page's number is added, as in `/kommuner?side=`.
    pub href: &'a str,
    /// Its words.
    pub words: PaginationWords<'a>,
}

/// The words of a pagination.
#[derive(Clone, Copy)]
pub struct PaginationWords<'a> {
    /// What a screen reader calls it.
    pub label: &'a str,
    /// As in `Forrige`.
    pub previous: &'a str,
    /// As in `Næste`.
    pub next: &'a str,
    /// Said before a page's number, as in `Side`.
    pub page: &'a str,
    /// As in `Side 2 af 9`, for narrow screens.
    pub position: &'a str,
}

/// Links to the pages of a long list; nothing when there is only one.
#[must_use]
pub fn pagination(pages: &Pagination) -> Markup {
    if pages.last < 2 {
        return Markup::default();
    }
    let words = &pages.words;
    let href = |number: usize| format!("{}{number}", pages.href);
    html! {
        nav .pagination aria-label=(words.label) {
            @if pages.current > 1 {
                a .button.button-arrow.button-previous href=(href(pages.current - 1))
                    aria-label=(words.previous) {
                    (icon(Icon::ChevronLeft)) span .pagination-nav-link { (words.previous) }
                }
            }
            span .pagination-mobile { (words.position) }
            ul .pagination__items {
                @for number in shown(pages.current, pages.last) {
                    @match number {
                        None => {
                            li .pagination-item.pagination-overflow { span { "…" } }
                        }
                        Some(number) => {
                            @let is_current = number == pages.current;
                            li .pagination-item.pagination-number {
                                a .button.current-page[is_current].button-secondary[!is_current]
                                    href=(href(number)) aria-label={ (words.page) " " (number) }
                                    aria-current=[is_current.then_some("page")] { (number) }
                            }
                        }
                    }
                }
            }
            @if pages.current < pages.last {
                a .button.button-arrow.button-next href=(href(pages.current + 1))
                    aria-label=(words.next) {
                    span .pagination-nav-link { (words.next) } (icon(Icon::ChevronRight))
                }
            }
        }
    }
}

/// The first, the last and those around the current one; `None` is a gap.
fn shown(current: usize, last: usize) -> Vec<Option<usize>> {
    let mut numbers = Vec::new();
    let mut before = 0;
    let near = |number: &usize| last <= 7 || *number == 1 || *number == last || number.abs_diff(current) <= 1;
    for number in (1..=last).filter(near) {
        if number - before == 2 {
            numbers.push(Some(number - 1));
        } else if number - before > 2 {
            numbers.push(None);
        }
        numbers.push(Some(number));
        before = number;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: PaginationWords =
        PaginationWords { label: "Sider", previous: "Forrige", next: "Næste", page: "Side", position: "Side 5 af 9" };

    #[test]
    fn the_last_breadcrumb_is_this_page() {
        let above = [NavItem { href: "/", text: "Forside" }];
        let html = breadcrumbs("Brødkrumme", &above, "2015 <ny>").into_string();
        assert!(html.contains("aria-current=\"page\"") && html.contains("2015 &lt;ny&gt;</li>"));
    }

    #[test]
    fn the_active_tab_is_marked() {
        let items = [NavItem { href: "/a", text: "A" }, NavItem { href: "/b", text: "B" }];
        let html = tabs("Visning", &items, "/b").into_string();
        assert!(html.contains("href=\"/b\" aria-current=\"true\""));
        assert_eq!(html.matches("aria-current").count(), 1);
    }

    #[test]
    fn pagination_shows_the_ends_and_the_neighbours() {
        assert_eq!(shown(1, 3), [Some(1), Some(2), Some(3)]);
        let middle = [Some(1), None, Some(4), Some(5), Some(6), None, Some(9)];
        assert_eq!(shown(5, 9), middle);
        assert_eq!(shown(4, 9)[..3], [Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn pagination_links_add_the_number_to_the_address() {
        let pages = Pagination { current: 5, last: 9, href: "/k?q=a&side=", words: WORDS };
        let html = pagination(&pages).into_string();
        assert!(html.contains("href=\"/k?q=a&amp;side=6\" aria-label=\"Side 6\""));
        assert!(html.contains("aria-label=\"Side 5\" aria-current=\"page\""));
    }

    #[test]
    fn one_page_needs_no_pagination() {
        let pages = Pagination { current: 1, last: 1, href: "/k?side=", words: WORDS };
        assert!(pagination(&pages).into_string().is_empty());
    }
}
