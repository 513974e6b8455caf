//! The site: what the authority that runs the service chooses about it.

mod form;
pub mod operation;
pub mod texts;

use maud::{Markup, html};

pub use form::{faults, logo_fault};

use super::shell::{self, Frame};
use super::ui::{self, Button, Level, NavItem};
use crate::domain::Language;
use crate::domain::site::texts::SiteTextKind;
use crate::domain::site::{LOGO_BYTES, LOGO_SIZE, LogoFault, Site, SiteDraft, SiteFault};

/// What the page of the site shows.
#[derive(Debug)]
pub struct SitePage<'a> {
    /// What is chosen, or was typed.
    pub draft: &'a SiteDraft,
    /// What is wrong with what was typed.
    pub faults: &'a [SiteFault],
    /// What is wrong with the logo that was sent.
    pub logo_fault: Option<LogoFault>,
    /// What holds where nothing is chosen: the sender's name and the contact of the environment.
    pub otherwise: (&'a str, &'a str),
}

/// The page of the site.
pub fn site(frame: &Frame, shown: &SitePage) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "site-title");
    let is_wrong = !shown.faults.is_empty() || shown.logo_fault.is_some();
    let main = html! {
        (form::summary(shown, language))
        (super::administration::way(&heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "site-lead")) }))
        (form::form(shown, language))
        (ui::heading(Level::Two, "logo", &tr!(language, "site-logo")))
        (logo(frame, shown.logo_fault, language))
        (ui::heading(Level::Two, "texts", &tr!(language, "site-texts")))
        p { (tr!(language, "site-texts-lead")) }
        (ui::plain_list(&text_links(language)))
    };
    let title = if is_wrong { tr!(language, "sign-in-error-title", title = heading) } else { heading };
    shell::page(frame, &title, main)
}

fn logo(frame: &Frame, fault: Option<LogoFault>, language: Language) -> Markup {
    let (kilobytes, width, height) =
        ((LOGO_BYTES / 1024).to_string(), LOGO_SIZE.0.to_string(), LOGO_SIZE.1.to_string());
    let hint = tr!(language, "site-logo-hint", kilobytes = kilobytes, width = width, height = height);
    let word = tr!(language, "word-error");
    let text = fault.map(|fault| logo_fault(fault, language));
    let field = ui::Field {
        name: "file",
        label: &tr!(language, "site-logo-file"),
        hint: Some(&hint),
        error: text.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    html! {
        @if let Some(image) = shell::logo(&frame.site) {
            p { img .pj-logo-preview src=(image.href) width=(image.width) height=(image.height)
                alt=(tr!(language, "site-logo-now")); }
        } @else {
            p { (tr!(language, "site-logo-none")) }
        }
        (ui::file_form("/administration/site/logo", html! {
            (ui::file_input(&field, ".png,image/png"))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "site-logo-send"))))
        }))
        @if frame.site.logo.is_some() {
            (ui::button_group(ui::post_button(
                Button::Secondary,
                NavItem { href: "/administration/site/logo/removal", text: &tr!(language, "site-logo-remove") },
                &[],
            )))
        }
    }
}

fn text_links(language: Language) -> Vec<Markup> {
    let kinds = SiteTextKind::ALL.iter().flat_map(|kind| Language::ALL.iter().map(move |written| (*kind, *written)));
    let link = |(kind, written): (SiteTextKind, Language)| {
        html! { a href=(texts::address(kind, written)) { (texts::name(kind, written, language)) } }
    };
    kinds.map(link).collect()
}

/// What stands in the form until something else is typed.
pub fn draft(site: &Site) -> SiteDraft {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    SiteDraft {
        name: text(&site.name),
        sender: text(&site.sender),
        contact: text(&site.contact),
        accent: site.accent.as_ref().map(|accent| accent.as_str().to_owned()).unwrap_or_default(),
    }
}
