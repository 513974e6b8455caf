//! Advice to a municipality: all of it, what is said about one recommendation, and one piece with its history.

use std::sync::Arc;

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::fields::{TextField, TypedText, describe, text_field};
use crate::domain::access::staff::Staff;
use crate::domain::base::days::day_in_denmark;
use crate::domain::catalogue::Edition;
use crate::domain::practice::advice::{AdviceThread, MOST_CHARACTERS, may_advise};
use crate::domain::practice::places::find_recommendation;
use crate::domain::{Language, MunicipalityCode};
use crate::texts;
use crate::views::dashboards::addresses;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Level, NavItem};

/// A piece of advice with the edition that its recommendation stands in.
pub type Advised = (AdviceThread, Arc<Edition>);

/// A recommendation of a municipality in a round, with what has been advised about it.
#[derive(Debug)]
pub struct AdvicePage<'a> {
    /// Key of the round.
    pub round: &'a str,
    /// The municipality.
    pub code: &'a MunicipalityCode,
    /// Keys of the package and of the recommendation.
    pub place: (&'a str, &'a str),
    /// What the recommendation is called.
    pub title: &'a str,
    /// The advice about it that stands.
    pub advice: &'a [AdviceThread],
}

/// The page of a recommendation: its advice, and a form for whoever may write.
pub fn place(frame: &Frame, page: &AdvicePage, typed: &TypedText) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "advice-place-title", recommendation = texts::quoted(page.title, language));
    let (package, recommendation) = page.place;
    let answers = addresses::answers(page.round, page.code, Some(package), None);
    let action = addresses::advice(page.round, page.code, (package, recommendation));
    let back = tr!(language, "advice-back-to-answers", municipality = page.code.name());
    let body = html! {
        (ui::back_link(NavItem { href: &answers, text: &back }))
        (ui::page_heading_with_lead(&heading, html! {
            (page.code.authority()) ", " (tr!(language, "advice-round", round = page.round)) ". " (tr!(language, "advice-who-reads"))
        }))
        @if page.advice.is_empty() { p { (tr!(language, "advice-none")) } }
        @for thread in page.advice { (note(thread, frame)) }
        @if frame.staff.as_ref().is_some_and(may_advise) {
            (ui::heading(Level::Two, "new", &tr!(language, "advice-new")))
            (form(&action, typed, &tr!(language, "advice-send"), language))
        }
    };
    with_faults(frame, (&heading, body), typed)
}

/// The page of one piece: how it stands, its form for whoever may change it, and what was written before.
pub fn one(frame: &Frame, (thread, edition): &Advised, typed: &TypedText) -> Markup {
    let language = frame.language;
    let heading = tr!(
        language,
        "advice-place-title",
        recommendation = texts::quoted(&title(thread, edition, language), language)
    );
    let (advice, round) = (&thread.advice, &thread.round.key);
    let above = addresses::advice(round, &advice.municipality_code, (&advice.package, &advice.recommendation));
    let own = format!("/advice/{}", advice.id);
    let body = html! {
        (ui::back_link(NavItem { href: &above, text: &tr!(language, "advice-back-to-place") }))
        (ui::page_heading_with_lead(&heading, html! {
            (advice.municipality_code.authority()) ", " (tr!(language, "advice-round", round = round.as_str())) "."
        }))
        @if frame.staff.as_ref().is_some_and(|staff| thread.may_be_changed_by(staff)) {
            (form(&own, typed, &tr!(language, "advice-save"), language))
            p { (tr!(language, "advice-withdraw-lead")) }
            (ui::button_group(ui::post_button(
                Button::Secondary,
                NavItem { href: &format!("{own}/withdrawal"), text: &tr!(language, "advice-withdraw") },
                &[],
            )))
        }
        (ui::heading(Level::Two, "history", &tr!(language, "advice-history")))
        @for (version, writer) in thread.versions.iter().rev() {
            (ui::inset(&byline(writer, version.written_at, language), html! {
                @match &version.body {
                    Some(body) => p .pj-written { (body) },
                    None => p { (tr!(language, "advice-withdrawn")) },
                }
            }))
        }
    };
    with_faults(frame, (&heading, body), typed)
}

/// Everything that a municipality was advised, the newest first.
pub fn list(frame: &Frame, code: &MunicipalityCode, advice: &[Advised]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "advice-list-title", municipality = code.authority());
    let standing: Vec<&Advised> = advice.iter().filter(|(thread, _)| thread.body().is_some()).collect();
    let main = html! {
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "advice-who-reads")) }))
        @if standing.is_empty() { p { (tr!(language, "advice-none")) } }
        @for of_round in standing.chunk_by(|(one, _), (next, _)| one.round == next.round) {
            @if let Some((first, _)) = of_round.first() {
                (ui::heading(Level::Two, &format!("round-{}", first.round.key), &tr!(language, "figure-round", round = first.round.key.as_str())))
            }
            @for (thread, edition) in of_round {
                h3 { (recommendation_link(thread, edition, language)) }
                (note(thread, frame))
            }
        }
    };
    shell::page(frame, &heading, main)
}

/// What stands on the municipality's page of a round: its advice, under each recommendation's name.
pub fn section(frame: &Frame, (round, code): (&str, &MunicipalityCode), advice: &[Advised]) -> Markup {
    let language = frame.language;
    let standing: Vec<&Advised> = advice.iter().filter(|(thread, _)| thread.body().is_some()).collect();
    let may_write = frame.staff.as_ref().is_some_and(may_advise);
    if standing.is_empty() && !may_write {
        return Markup::default();
    }
    html! {
        (ui::heading(Level::Two, "advice", &tr!(language, "advice-heading", round = round)))
        p {
            (tr!(language, "advice-who-reads"))
            @if may_write { " " (tr!(language, "advice-where-to-write")) }
        }
        @for (thread, edition) in &standing {
            h3 { (recommendation_link(thread, edition, language)) }
            (note(thread, frame))
        }
        p { a href={ "/municipalities/" (code) "/advice" } { (tr!(language, "advice-all", municipality = code.name())) } }
    }
}

/// A recommendation's way to its advice, or to writing some; nothing where there is none for this reader.
pub fn way(staff: Option<&Staff>, (href, title): (&str, &str), count: usize, language: Language) -> Markup {
    let text = match count {
        0 if staff.is_some_and(may_advise) => tr!(language, "advice-write"),
        0 => return Markup::default(),
        _ => tr!(language, "advice-count", count = count),
    };
    html! { div .weight-normal { a href=(href) { (text) (ui::for_screen_readers(&format!(": {title}"))) } } }
}

/// What a recommendation is called; its key where the edition has it no more.
pub fn title(thread: &AdviceThread, edition: &Edition, language: Language) -> String {
    let found = find_recommendation(edition, (&thread.advice.package, &thread.advice.recommendation));
    found.map_or_else(
        || thread.advice.recommendation.clone(),
        |(_, recommendation)| recommendation.title.in_language(language).to_owned(),
    )
}

fn recommendation_link(thread: &AdviceThread, edition: &Edition, language: Language) -> Markup {
    let advice = &thread.advice;
    let place = (advice.package.as_str(), advice.recommendation.as_str());
    let package = find_recommendation(edition, place).map(|(package, _)| package.title.in_language(language));
    html! {
        a href=(addresses::advice(&thread.round.key, &advice.municipality_code, place)) { (title(thread, edition, language)) }
        @if let Some(package) = package { " (" (package) ")" }
    }
}

/// A piece of advice as it stands, with who wrote it and when.
fn note(thread: &AdviceThread, frame: &Frame) -> Markup {
    let language = frame.language;
    let (Some(body), Some((_, author)), Some(at)) = (thread.body(), thread.author(), thread.written_at()) else {
        return Markup::default();
    };
    let written = byline(author, at, language);
    let edited = thread.edited_at().map(|at| texts::date(day_in_denmark(at), language));
    let may_change = frame.staff.as_ref().is_some_and(|staff| thread.may_be_changed_by(staff));
    ui::inset(
        &tr!(language, "advice-by", by = written),
        html! {
            p .pj-written { (body) }
            @if edited.is_some() || may_change {
                p {
                    @if let Some(day) = edited { (tr!(language, "advice-edited", day = day)) " " }
                    a href={ "/advice/" (thread.advice.id) } {
                        @if may_change { (tr!(language, "advice-change")) } @else { (tr!(language, "advice-see-history")) }
                    }
                }
            }
        },
    )
}

fn byline(writer: &str, at: NaiveDateTime, language: Language) -> String {
    format!("{writer}, {}", texts::date(day_in_denmark(at), language))
}

fn form(action: &str, typed: &TypedText, submit: &str, language: Language) -> Markup {
    let field = TextField {
        name: "text",
        label: &tr!(language, "advice-text"),
        hint: &tr!(language, "advice-text-hint"),
        most: MOST_CHARACTERS,
    };
    ui::form(
        action,
        html! {
            (text_field(&field, typed, language))
            (ui::button_group(ui::submit(Button::Primary, submit)))
        },
    )
}

/// The page, and above it what is wrong with its form.
fn with_faults(frame: &Frame, (heading, body): (&str, Markup), typed: &TypedText) -> Markup {
    let language = frame.language;
    let Some(fault) = typed.fault else { return shell::page(frame, heading, body) };
    let (word, text) = (tr!(language, "word-error"), describe(fault, language));
    let main = html! {
        (ui::error_summary(&word, &tr!(language, "advice-mistake"), &[NavItem { href: "#text", text: &text }]))
        (body)
    };
    shell::page(frame, &format!("{word}: {heading}"), main)
}
