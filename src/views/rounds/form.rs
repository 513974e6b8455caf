//! The form that creates a round or decides anew about a draft.

use std::sync::Arc;

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Field, FieldError, Input, NavItem, Slots};
use super::way;
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::programmes::series::Series;
use crate::domain::rounds::{Round, Rule};

/// What was typed into the form, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The short name.
    pub key: String,
    /// Key of the series.
    pub programme: String,
    /// Key of the edition.
    pub edition: String,
    /// First day, as 2026-09-01.
    pub opens_on: String,
    /// Last day, as 2026-10-01.
    pub closes_on: String,
    /// Keys of the packages ticked; none means all.
    pub packages: Vec<String>,
    /// The word of the rule.
    pub rule: String,
    /// Least coverage in per cent.
    pub coverage: String,
    /// Whether it is a trial.
    pub is_test: bool,
}

/// What a round may be made of.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The editions that it may ask.
    pub editions: Vec<Arc<Edition>>,
    /// The series that it may belong to, at least one.
    pub series: Vec<Series>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Name of the field.
    pub field: &'static str,
    /// What to do about it.
    pub text: String,
}

/// The form of a new round over published editions, with what was typed and what is wrong with it.
pub fn new(frame: &Frame, offer: &Offer, typed: &Typed, mistakes: &[Mistake]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-new-heading");
    let rounds = tr!(language, "rounds-title");
    let way = ui::breadcrumbs(&tr!(language, "breadcrumbs"), &[NavItem { href: "/rounds", text: &rounds }], &heading);
    let sheet = Sheet {
        way,
        lead: tr!(language, "rounds-new-lead"),
        mistaken: tr!(language, "rounds-new-mistakes"),
        button: tr!(language, "rounds-new-button"),
        action: "/rounds".to_owned(),
        heading,
    };
    page(frame, &sheet, offer, (typed, mistakes))
}

/// The form that decides anew about a draft, over the editions that it may ask.
pub fn settings(frame: &Frame, (round, offer): (&Round, &Offer), typed: &Typed, mistakes: &[Mistake]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-settings-heading", key = round.key.as_str());
    let sheet = Sheet {
        way: way(round, &heading, language),
        lead: tr!(language, "rounds-settings-lead"),
        mistaken: tr!(language, "rounds-settings-mistakes"),
        button: tr!(language, "rounds-settings-button"),
        action: format!("/rounds/{}/settings", round.key),
        heading,
    };
    page(frame, &sheet, offer, (typed, mistakes))
}

/// What differs between a new round's form and a draft's.
struct Sheet {
    way: Markup,
    heading: String,
    lead: String,
    /// Above the mistakes.
    mistaken: String,
    button: String,
    action: String,
}

fn page(frame: &Frame, sheet: &Sheet, offer: &Offer, (typed, mistakes): (&Typed, &[Mistake])) -> Markup {
    let language = frame.language;
    let heading = &sheet.heading;
    let word = tr!(language, "word-error");
    let addresses: Vec<String> = mistakes.iter().map(|mistake| format!("#{}", mistake.field)).collect();
    let errors: Vec<NavItem> =
        addresses.iter().zip(mistakes).map(|(href, mistake)| NavItem { href, text: &mistake.text }).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &sheet.mistaken, &errors)) }
        (sheet.way)
        (ui::page_heading_with_lead(heading, html! { (sheet.lead) }))
        @if offer.editions.is_empty() {
            (ui::notice(ui::Kind::Warning, &tr!(language, "word-warning"), html! { (tr!(language, "rounds-no-edition")) }))
        }
        (ui::form(&sheet.action, html! {
            (fields(offer, typed, mistakes, language))
            (ui::button_group(ui::submit(Button::Primary, &sheet.button)))
        }))
    };
    let title = if mistakes.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

fn fields(offer: &Offer, typed: &Typed, mistakes: &[Mistake], language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let error = |name: &str| {
        mistakes.iter().find(|one| one.field == name).map(|one| FieldError { word: &word, text: &one.text })
    };
    let editions: Vec<&Edition> = offer.editions.iter().map(AsRef::as_ref).collect();
    let labels = [
        tr!(language, "rounds-field-key"),
        tr!(language, "rounds-field-key-hint"),
        tr!(language, "rounds-edition"),
        tr!(language, "rounds-field-opens"),
        tr!(language, "rounds-field-closes"),
        tr!(language, "rounds-packages"),
        tr!(language, "rounds-field-packages-hint"),
        tr!(language, "rounds-rule"),
        tr!(language, "rounds-field-rule-hint"),
        tr!(language, "rounds-field-coverage"),
        tr!(language, "rounds-field-coverage-hint"),
    ];
    let [
        key,
        key_hint,
        edition,
        opens,
        closes,
        packages,
        packages_hint,
        rule_label,
        rule_hint,
        coverage,
        coverage_hint,
    ] = &labels;
    let field = |name: &'static str, label| Field { name, label, error: error(name), ..Field::default() };
    let dated = |value| Input { kind: "date", value, autocomplete: None };
    let titles: Vec<String> =
        editions.iter().map(|one| format!("{} ({})", one.title.in_language(language), one.key)).collect();
    let edition_choices: Vec<Choice> = editions
        .iter()
        .zip(&titles)
        .map(|(one, label)| Choice { value: &one.key, label, hint: None, chosen: one.key == typed.edition })
        .collect();
    let rules = rule_choices(&typed.rule, language);
    let rule_choices: Vec<Choice> =
        rules.iter().map(|(value, label, chosen)| Choice { value, label, hint: None, chosen: *chosen }).collect();
    let test = Choice {
        value: "yes",
        label: &tr!(language, "rounds-field-test"),
        hint: Some(&tr!(language, "rounds-field-test-hint")),
        chosen: typed.is_test,
    };
    html! {
        (ui::text_input(&Field { hint: Some(key_hint), ..field("key", key) }, &Input { value: &typed.key, ..Input::default() }))
        (series(&offer.series, typed, error("programme"), language))
        (ui::select(&field("edition", edition), &edition_choices))
        (ui::text_input(&field("opens_on", opens), &dated(&typed.opens_on)))
        (ui::text_input(&field("closes_on", closes), &dated(&typed.closes_on)))
        (ui::checkboxes(
            &Field { hint: Some(packages_hint), ..field("packages", packages) },
            &package_choices(&editions, &typed.packages, language),
            &Slots::default(),
        ))
        (ui::radios(&Field { hint: Some(rule_hint), ..field("rule", rule_label) }, &rule_choices, &Slots::default()))
        (ui::text_input(
            &Field { hint: Some(coverage_hint), ..field("coverage", coverage) },
            &Input { value: &typed.coverage, ..Input::default() },
        ))
        (ui::checkbox("test", &test))
    }
}

/// Asked only where there is something to choose.
fn series(offered: &[Series], typed: &Typed, error: Option<FieldError>, language: Language) -> Markup {
    let [_, _, ..] = offered else { return Markup::default() };
    let labels: Vec<&str> = offered.iter().map(|one| one.title.in_language(language)).collect();
    let choices: Vec<Choice> = offered
        .iter()
        .zip(labels)
        .map(|(one, label)| Choice { value: &one.key, label, hint: None, chosen: one.key == typed.programme })
        .collect();
    let field = Field {
        name: "programme",
        label: &tr!(language, "rounds-field-programme"),
        hint: Some(&tr!(language, "rounds-field-programme-hint")),
        error,
        ..Field::default()
    };
    ui::select(&field, &choices)
}

/// The packages of all editions, each once: a package has the same key in every edition that has it.
pub(super) fn package_choices<'a>(editions: &[&'a Edition], ticked: &[String], language: Language) -> Vec<Choice<'a>> {
    let mut choices: Vec<Choice> = Vec::new();
    for package in editions.iter().rev().flat_map(|edition| &edition.packages) {
        if choices.iter().any(|choice| choice.value == package.key) {
            continue;
        }
        let chosen = ticked.contains(&package.key);
        choices.push(Choice { value: &package.key, label: package.title.in_language(language), hint: None, chosen });
    }
    choices
}

/// The rules to choose from: word, text and whether it is the one chosen.
pub(super) fn rule_choices(chosen: &str, language: Language) -> Vec<(&'static str, String, bool)> {
    Rule::ALL.iter().map(|one| (one.as_str(), rule(*one, language), one.as_str() == chosen)).collect()
}

/// A share in per cent, to a millionth, because 0.55 × 100 is 55.00000000000001.
pub fn percent(share: f64) -> String {
    format!("{}", (share * 100_000_000.0).round() / 1_000_000.0)
}

/// A rule in words.
pub(super) fn rule(rule: Rule, language: Language) -> String {
    match rule {
        Rule::Mean => tr!(language, "rounds-rule-mean"),
        Rule::Lowest => tr!(language, "rounds-rule-lowest"),
        Rule::Highest => tr!(language, "rounds-rule-highest"),
    }
}
