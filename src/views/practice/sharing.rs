//! Sharing an example: the recommendations that a municipality carries out in full, and the form.

use maud::{Markup, html};

use super::fields::{TextField, describe, no_cpr_box, text_area};
use super::parts::state_badge;
use crate::domain::catalogue::Edition;
use crate::domain::practice::example_drafts::{ExampleFaults, TypedExample};
use crate::domain::practice::examples::{ExampleState, ExampleThread, MOST_CHARACTERS};
use crate::domain::practice::places::AskedPlace;
use crate::domain::rounds::prose::TextFault;
use crate::domain::{Language, MunicipalityCode};
use crate::texts;
use crate::views::dashboards::addresses;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Field, FieldError, Input, Level, NavItem};

/// The recommendations that can be shared.
#[derive(Debug)]
pub struct CarriedOutPage<'a> {
    /// Key of the round.
    pub round: &'a str,
    /// The municipality.
    pub code: &'a MunicipalityCode,
    /// The edition of the round.
    pub edition: &'a Edition,
    /// The places of packages and recommendations that are carried out in full, in the edition's order.
    pub carried_out: &'a [(usize, usize)],
    /// What the municipality shares already.
    pub own: &'a [ExampleThread],
}

/// The list.
pub fn carried_out(frame: &Frame, page: &CarriedOutPage) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "practice-share-title");
    let result = addresses::answers(page.round, page.code, None, None);
    let main = html! {
        (ui::back_link(NavItem { href: &result, text: &tr!(language, "sheet-back") }))
        (ui::page_heading_with_lead(&heading, html! {
            (tr!(language, "practice-carried-out-lead", round = page.round, municipality = page.code.authority()))
        }))
        @if page.carried_out.is_empty() { p { (tr!(language, "practice-nothing-carried-out")) } }
        @for of_package in page.carried_out.chunk_by(|one, next| one.0 == next.0) {
            @if let Some(package) = of_package.first().and_then(|(index, _)| page.edition.packages.get(*index)) {
                (ui::heading(Level::Two, &package.key, package.title.in_language(language)))
                ul {
                    @for recommendation in of_package.iter().filter_map(|(_, place)| package.recommendations.get(*place)) {
                        @let keys = (package.key.as_str(), recommendation.key.as_str());
                        li {
                            a href=(addresses::practice(page.round, page.code, keys)) { (recommendation.title.in_language(language)) }
                            @if let Some(own) = shared(page, keys) { " " (state_badge(own.state(), language)) }
                        }
                    }
                }
            }
        }
    };
    shell::page(frame, &heading, main)
}

/// The municipality's example of a recommendation that stands.
fn shared<'a>(page: &CarriedOutPage<'a>, keys: (&str, &str)) -> Option<&'a ExampleThread> {
    page.own.iter().find(|one| {
        let example = &one.example;
        example.edition == page.edition.key
            && (example.package.as_str(), example.recommendation.as_str()) == keys
            && one.state() != ExampleState::Withdrawn
    })
}

/// An example as somebody filled it in.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// As it was typed.
    pub typed: TypedExample,
    /// What is wrong with it.
    pub faults: ExampleFaults,
}

/// The form.
pub fn form(frame: &Frame, (place, recommendation): (&AskedPlace, &str), attempt: &Attempt) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "practice-form-title", recommendation = texts::quoted(recommendation, language));
    let (word, faults) = (tr!(language, "word-error"), faults(&attempt.faults, language));
    let errors: Vec<NavItem> = faults.iter().map(|(href, text)| NavItem { href, text }).collect();
    let keys = (place.package.as_str(), place.recommendation.as_str());
    let back = format!("/rounds/{}/municipalities/{}/practice", place.round, place.municipality);
    let authority = place.municipality.authority();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "practice-mistake"), &errors)) }
        (ui::back_link(NavItem { href: &back, text: &tr!(language, "practice-back-to-carried-out") }))
        (ui::page_heading_with_lead(&heading, html! {
            (tr!(language, "practice-form-tells", municipality = authority, round = place.round.as_str()))
        }))
        p { (tr!(language, "practice-form-who-reads")) }
        (ui::form(&addresses::practice(&place.round, &place.municipality, keys), html! {
            (fields(attempt, &faults, language))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "practice-send"))))
        }))
    };
    let title = if errors.is_empty() { heading } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// What is wrong, each with the link to its field.
fn faults(faults: &ExampleFaults, language: Language) -> Vec<(&'static str, String)> {
    let text = |fault: Option<TextFault>| fault.map(|fault| describe(fault, language));
    let all = [
        ("#title", text(faults.title)),
        ("#body", text(faults.body)),
        ("#function", text(faults.function)),
        ("#email", faults.email.then(|| tr!(language, "practice-bad-address"))),
        ("#phone", text(faults.phone)),
    ];
    all.into_iter().filter_map(|(href, text)| Some((href, text?))).collect()
}

fn fields(attempt: &Attempt, faults: &[(&'static str, String)], language: Language) -> Markup {
    let (typed, word) = (&attempt.typed, tr!(language, "word-error"));
    let optional = tr!(language, "answer-optional");
    let line = |name: &str, (label, hint): (String, String), input: Input, optional: Option<&str>| {
        let fault = faults.iter().find(|(href, _)| href.trim_start_matches('#') == name);
        let error = fault.map(|(_, text)| FieldError { word: &word, text });
        ui::text_input(&Field { name, label: &label, optional, hint: Some(&hint), error }, &input)
    };
    let text = |value| Input { value, ..Input::default() };
    let has_cpr = [attempt.faults.title, attempt.faults.body, attempt.faults.function].contains(&Some(TextFault::Cpr));
    let field = TextField {
        name: "body",
        label: &tr!(language, "practice-body"),
        hint: &tr!(language, "practice-body-hint"),
        most: MOST_CHARACTERS,
    };
    html! {
        (line("title", (tr!(language, "practice-name"), tr!(language, "practice-name-hint")), text(&typed.title), None))
        (text_area(&field, (&typed.body, attempt.faults.body), language))
        (ui::heading(Level::Two, "contact", &tr!(language, "practice-contact")))
        p { (tr!(language, "practice-contact-lead")) }
        (line("function", (tr!(language, "practice-function"), tr!(language, "practice-function-hint")), text(&typed.function), None))
        (line("email", (tr!(language, "practice-email"), tr!(language, "practice-email-hint")), Input { kind: "email", ..text(&typed.email) }, None))
        (line("phone", (tr!(language, "practice-phone"), tr!(language, "practice-phone-hint")), Input { kind: "tel", ..text(&typed.phone) }, Some(&optional)))
        @if typed.is_no_cpr || has_cpr { (no_cpr_box(typed.is_no_cpr, language)) }
    }
}
