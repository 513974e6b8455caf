//! The form of the site and what can be wrong with it.

use maud::{Markup, html};

use super::SitePage;
use crate::domain::Language;
use crate::domain::site::accent::LEAST_CONTRAST;
use crate::domain::site::{LOGO_BYTES, LOGO_SIZE, LONGEST_NAME, LogoFault, SettingName, SiteFault};
use crate::views::ui::{self, Button, Field, FieldError, Input, NavItem};

/// What is wrong with each field, with the field's name.
pub fn faults(faults: &[SiteFault], language: Language) -> Vec<(&'static str, String)> {
    let said = |fault: &SiteFault| match fault {
        SiteFault::Name(name) => {
            let most = LONGEST_NAME.to_string();
            (name.as_str(), tr!(language, "site-fault-name", most = most))
        }
        SiteFault::Contact => (SettingName::Contact.as_str(), tr!(language, "site-fault-contact")),
        SiteFault::Colour => (SettingName::Accent.as_str(), tr!(language, "site-fault-colour")),
        SiteFault::Contrast(ratio) => {
            let (ratio, least) = (decimal(*ratio, language), decimal(LEAST_CONTRAST, language));
            (SettingName::Accent.as_str(), tr!(language, "site-fault-contrast", ratio = ratio, least = least))
        }
    };
    faults.iter().map(said).collect()
}

/// Two decimals, cut off, so that a ratio just under the limit does not read as the limit.
fn decimal(number: f64, language: Language) -> String {
    let text = format!("{:.2}", (number * 100.0).floor() / 100.0);
    match language {
        Language::Danish => text.replace('.', ","),
        Language::English => text,
    }
}

/// What is wrong with a logo.
pub fn logo_fault(fault: LogoFault, language: Language) -> String {
    match fault {
        LogoFault::Missing => tr!(language, "site-logo-missing"),
        LogoFault::TooBig => tr!(language, "site-logo-too-big", kilobytes = (LOGO_BYTES / 1024).to_string()),
        LogoFault::NotPng => tr!(language, "site-logo-not-png"),
        LogoFault::TooLarge { width, height } => {
            let (width, height) = (width.to_string(), height.to_string());
            let (most_width, most_height) = (LOGO_SIZE.0.to_string(), LOGO_SIZE.1.to_string());
            tr!(
                language,
                "site-logo-too-large",
                width = width,
                height = height,
                most_width = most_width,
                most_height = most_height
            )
        }
    }
}

/// Everything wrong, above the page.
pub(super) fn summary(shown: &SitePage, language: Language) -> Markup {
    let mut all = faults(shown.faults, language);
    all.extend(shown.logo_fault.map(|fault| ("file", logo_fault(fault, language))));
    if all.is_empty() {
        return html! {};
    }
    let links: Vec<(String, String)> = all.into_iter().map(|(field, text)| (format!("#{field}"), text)).collect();
    let links: Vec<NavItem> = links.iter().map(|(href, text)| NavItem { href, text }).collect();
    ui::error_summary(&tr!(language, "word-error"), &tr!(language, "site-not-saved"), &links)
}

pub(super) fn form(shown: &SitePage, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let wrong = faults(shown.faults, language);
    let field = |name: SettingName, label: String, hint: String, value: &str| {
        let text = wrong.iter().find(|(field, _)| *field == name.as_str()).map(|(_, text)| text.as_str());
        let error = text.map(|text| FieldError { word: &word, text });
        let field = Field { name: name.as_str(), label: &label, hint: Some(&hint), error, ..Field::default() };
        ui::text_input(&field, &Input { value, ..Input::default() })
    };
    let (sender, contact) = shown.otherwise;
    let draft = shown.draft;
    let least = decimal(LEAST_CONTRAST, language);
    ui::form(
        "/administration/site",
        html! {
            (field(SettingName::Name, tr!(language, "site-field-name"), tr!(language, "site-hint-name"), &draft.name))
            (field(
                SettingName::Sender,
                tr!(language, "site-field-sender"),
                tr!(language, "site-hint-sender", otherwise = sender),
                &draft.sender,
            ))
            (field(
                SettingName::Contact,
                tr!(language, "site-field-contact"),
                tr!(language, "site-hint-contact", otherwise = contact),
                &draft.contact,
            ))
            (field(
                SettingName::Accent,
                tr!(language, "site-field-accent"),
                tr!(language, "site-hint-accent", least = least),
                &draft.accent,
            ))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "site-save"))))
        },
    )
}
