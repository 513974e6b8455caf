//! What surrounds every page: header, menu, language, footer.

use std::sync::Arc;

use maud::Markup;

use super::ui::{self, Footer, NavItem, Navigation, SignOut, SignedIn};
use crate::domain::Language;
use crate::domain::access::staff::{Role, Staff};
use crate::domain::base::tokens::content_hash;
use crate::domain::site::{Accent, Site};

/// Who looks at a page, in which language, and where it is.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The page's language.
    pub language: Language,
    /// The signed-in account, if any.
    pub staff: Option<Staff>,
    /// Path and query of the page, for coming back after a change of language.
    pub path: String,
    /// Where the name of the service leads.
    pub home: String,
    /// Whether the figures are generated (demo): then every page says so.
    pub is_demo: bool,
    /// How many minutes letters are late, where that is an alarm; only administrators are told.
    pub letters_late: Option<i64>,
    /// Name, logo and accent colour of the site.
    pub site: Arc<Site>,
}

impl Frame {
    /// What the service is called.
    pub fn service(&self) -> String {
        self.site.name.clone().unwrap_or_else(|| tr!(self.language, "site-name"))
    }

    /// What a file must say of itself: that its figures are generated, where they are.
    pub fn mark(&self) -> Option<String> {
        self.is_demo.then(|| tr!(self.language, "demo-banner"))
    }

    /// The frame of a page without account, such as an error.
    pub fn bare(language: Language, site: Arc<Site>) -> Frame {
        let root = || "/".to_owned();
        Frame { language, staff: None, path: root(), home: root(), is_demo: false, letters_late: None, site }
    }

    /// The same under a personal link, which the service's name leads to.
    pub fn of_link(language: Language, site: Arc<Site>, home: &str) -> Frame {
        Frame { path: home.to_owned(), home: home.to_owned(), ..Frame::bare(language, site) }
    }
}

/// A whole page with title and content.
pub fn page(frame: &Frame, title: &str, main: Markup) -> Markup {
    let language = frame.language;
    let signed_in = frame.staff.as_ref().map(|staff| {
        let place = match staff.role {
            Role::Admin | Role::Consultant => role_name(staff.role, language),
            Role::Coordinator => staff.municipalities.as_deref().and_then(|code| code.parse().ok()).map_or_else(
                || role_name(staff.role, language),
                |code: crate::domain::MunicipalityCode| code.name().to_owned(),
            ),
        };
        (staff.email.clone(), place)
    });
    let words = Words::of(language);
    let item = |href, text| NavItem { href, text };
    let (rounds, catalogue) = (item("/rounds", &words.rounds), item("/catalogue", &words.catalogue));
    let (practice, directory) = (item("/practice", &words.practice), item("/directory", &words.directory));
    let shown = match frame.staff.as_ref().map(|staff| staff.role) {
        None => Vec::new(),
        Some(Role::Consultant) => vec![rounds, catalogue, practice],
        Some(Role::Coordinator) => vec![rounds, catalogue, practice, directory],
        // Good practice is among what an administrator looks after.
        Some(Role::Admin) => {
            let letters = item("/letters", &words.letters);
            vec![rounds, catalogue, directory, letters, item("/administration", &words.administration)]
        }
    };
    let footer = [
        NavItem { href: "/tilgaengelighed", text: &words.accessibility },
        NavItem { href: "/privatliv", text: &words.privacy },
    ];
    let other = match language {
        Language::Danish => ui::Language { lang: "en", name: "English", return_to: &frame.path },
        Language::English => ui::Language { lang: "da", name: "Dansk", return_to: &frame.path },
    };
    let accent = frame.site.accent.as_ref().map(accent_href);
    let around = ui::Page {
        lang: language.as_str(),
        title,
        site_name: frame.site.name.as_deref().unwrap_or(&words.site),
        logo: logo(&frame.site),
        accent: accent.as_deref(),
        home: &frame.home,
        skip_link: &words.skip,
        signed_in: signed_in.as_ref().map(|(who, place)| SignedIn {
            who,
            place,
            account: Some(NavItem { href: "/account", text: &words.account }),
            sign_out: Some(SignOut { action: "/logout", text: &words.sign_out }),
        }),
        navigation: Navigation {
            label: &words.main_menu,
            menu: &words.menu,
            items: &shown,
            active: active(&frame.path),
        },
        banner: frame.mark().map(|mark| maud::html! { (mark) }),
        footer: Footer { links: &footer, language: Some(other) },
    };
    let main = maud::html! {
        @if let Some(minutes) = frame.letters_late {
            (ui::notice(ui::Kind::Error, &tr!(language, "word-error"), maud::html! {
                a href="/letters" { (tr!(language, "letters-late", minutes = minutes)) }
            }))
        }
        (main)
        @if frame.staff.is_some() { (super::dashboards::saved_views::offer(&frame.path, language)) }
    };
    ui::page(&around, main)
}

/// The logo as a picture.
pub fn logo(site: &Site) -> Option<ui::Image> {
    let logo = site.logo.as_ref()?;
    Some(ui::Image { href: format!("/a/site/logo-{}.png", logo.hash), width: logo.width, height: logo.height })
}

/// What the accent colour changes in our stylesheets, whose places for it are variables.
pub fn accent_stylesheet(accent: &Accent) -> String {
    format!(":root{{--pj-accent:{};--pj-accent-dark:{}}}\n", accent.as_str(), accent.darker())
}

/// Where the stylesheet of an accent colour is: named by the colour and by what the program makes of it.
pub fn accent_href(accent: &Accent) -> String {
    let hash = content_hash(accent_stylesheet(accent).as_bytes());
    format!("/a/site/accent-{}-{}.css", accent.digits(), &hash[..12])
}

/// What a role is called.
pub fn role_name(role: Role, language: Language) -> String {
    match role {
        Role::Admin => tr!(language, "role-admin"),
        Role::Consultant => tr!(language, "role-consultant"),
        Role::Coordinator => tr!(language, "role-coordinator"),
    }
}

/// The menu item that a path belongs to.
fn active(path: &str) -> &str {
    let end =
        path.char_indices().skip(1).find(|(_, letter)| matches!(letter, '/' | '?')).map_or(path.len(), |(at, _)| at);
    &path[..end]
}

struct Words {
    site: String,
    skip: String,
    account: String,
    sign_out: String,
    main_menu: String,
    menu: String,
    rounds: String,
    catalogue: String,
    practice: String,
    directory: String,
    letters: String,
    administration: String,
    accessibility: String,
    privacy: String,
}

impl Words {
    fn of(language: Language) -> Words {
        Words {
            site: tr!(language, "site-name"),
            skip: tr!(language, "skip-link"),
            account: tr!(language, "account-title"),
            sign_out: tr!(language, "sign-out"),
            main_menu: tr!(language, "main-menu"),
            menu: tr!(language, "menu"),
            rounds: tr!(language, "menu-rounds"),
            catalogue: tr!(language, "menu-catalogue"),
            practice: tr!(language, "practice-title"),
            directory: tr!(language, "search-title"),
            letters: tr!(language, "menu-letters"),
            administration: tr!(language, "menu-administration"),
            accessibility: tr!(language, "accessibility"),
            privacy: tr!(language, "privacy"),
        }
    }
}
