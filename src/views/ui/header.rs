//! Header, main menu and footer.

use super::icon::{Icon, icon};
use super::page::{Footer, Language, Navigation, Page, SignedIn};
use maud::{Markup, html};

pub(super) fn header(page: &Page) -> Markup {
    let navigation = &page.navigation;
    let has_menu = !navigation.items.is_empty();
    html! {
        header .header.pj-header {
            div .solution-info {
                div .solution-info-inner.container {
                    div .solution-heading {
                        a href=(page.home) {
                            // The name beside it says what the logo shows.
                            @if let Some(logo) = &page.logo {
                                img .pj-logo src=(logo.href) width=(logo.width) height=(logo.height) alt="";
                            }
                            (page.site_name)
                        }
                    }
                    @if has_menu { (narrow_menu(page)) }
                    @if let Some(signed_in) = &page.signed_in {
                        div .additional-info.pj-shown[!has_menu] { (who(signed_in)) }
                    }
                }
            }
            @if has_menu {
                div .navigation-menu.d-print-none {
                    div .navigation-menu-inner.container {
                        nav .nav aria-label=(navigation.label) { (menu_items(navigation)) }
                    }
                }
            }
            @if let Some(banner) = &page.banner {
                div .pj-banner { div .container { (banner) } }
            }
        }
    }
}

/// Under 992 px the design system's menu is a drawer that needs script; this one needs none.
fn narrow_menu(page: &Page) -> Markup {
    html! {
        details .pj-menu.d-print-none {
            summary .pj-menu-summary { (icon(Icon::Menu)) (page.navigation.menu) }
            div .pj-menu-panel {
                nav .navigation-menu-mobile aria-label=(page.navigation.label) {
                    (menu_items(&page.navigation))
                }
                @if let Some(signed_in) = &page.signed_in {
                    div .solution-info-mobile { (who(signed_in)) }
                }
            }
        }
    }
}

fn menu_items(navigation: &Navigation) -> Markup {
    html! {
        ul .mainmenu {
            @for item in navigation.items {
                @let is_active = item.href == navigation.active;
                li class=[is_active.then_some("active current")] {
                    a .nav-link href=(item.href) aria-current=[is_active.then_some("page")] {
                        span { (item.text) }
                    }
                }
            }
        }
    }
}

fn who(signed_in: &SignedIn) -> Markup {
    html! {
        p { strong .authority-name { (signed_in.who) } }
        p { (signed_in.place) }
        @if let Some(account) = &signed_in.account {
            p .d-print-none { a .function-link href=(account.href) { (account.text) } }
        }
        @if let Some(sign_out) = &signed_in.sign_out {
            form .d-print-none method="post" action=(sign_out.action) {
                button .function-link type="submit" { (icon(Icon::Lock)) (sign_out.text) }
            }
        }
    }
}

pub(super) fn footer(footer: &Footer) -> Markup {
    html! {
        footer {
            div .footer {
                div .container {
                    ul .align-text-left.unstyled-list.inline-list {
                        @for link in footer.links {
                            li { a .function-link href=(link.href) { (link.text) } }
                        }
                        @if let Some(language) = &footer.language {
                            li .d-print-none { (language_switch(language)) }
                        }
                    }
                }
            }
        }
    }
}

fn language_switch(language: &Language) -> Markup {
    html! {
        form method="post" action="/sprog" {
            input type="hidden" name="language" value=(language.lang);
            input type="hidden" name="return_to" value=(language.return_to);
            button .function-link type="submit" lang=(language.lang) { (language.name) }
        }
    }
}
