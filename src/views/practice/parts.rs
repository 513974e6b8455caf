//! What pages with examples of good practice repeat.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::practice::examples::{ExampleState, ExampleThread, ExampleVersion};
use crate::domain::practice::finding::SharedExample;
use crate::domain::practice::places::find_recommendation;
use crate::views::ui::{self, Kind};

/// What the recommendation of an example is called; its key where the edition has it no more.
pub(super) fn recommendation_title(thread: &ExampleThread, edition: &Edition, language: Language) -> String {
    let found = find_recommendation(edition, (&thread.example.package, &thread.example.recommendation));
    found.map_or_else(
        || thread.example.recommendation.clone(),
        |(_, recommendation)| recommendation.title.in_language(language).to_owned(),
    )
}

/// How an example stands, in a word.
pub(super) fn state_badge(state: ExampleState, language: Language) -> Markup {
    match state {
        ExampleState::Waiting => ui::badge(Kind::Warning, &tr!(language, "practice-state-waiting")),
        ExampleState::Shown => ui::badge(Kind::Success, &tr!(language, "practice-state-shown")),
        ExampleState::Declined => ui::badge(Kind::Error, &tr!(language, "practice-state-declined")),
        ExampleState::Withdrawn => ui::plain_badge(&tr!(language, "practice-state-withdrawn")),
    }
}

/// An example as it stands among others; leads to its page.
pub(super) fn summary((thread, edition): &SharedExample, language: Language) -> Markup {
    let Some((version, round)) = thread.shown() else { return Markup::default() };
    let code = &thread.example.municipality_code;
    html! {
        h3 { a href={ "/practice/" (thread.example.id) } { (version.title) } }
        p {
            strong { (code.authority()) } ": " (recommendation_title(thread, edition, language)) ". "
            (tr!(language, "practice-from-round", round = round.as_str()))
        }
        p .pj-written { (version.body) }
        (contact(version, language))
    }
}

/// Whom to ask; nothing where that was emptied.
pub(super) fn contact(version: &ExampleVersion, language: Language) -> Markup {
    if version.contact_email.is_empty() {
        return Markup::default();
    }
    html! {
        p {
            (tr!(language, "practice-contact")) ": " (version.contact_function) ", "
            a href={ "mailto:" (version.contact_email) } { (version.contact_email) }
            @if !version.contact_phone.is_empty() { ", " (tr!(language, "practice-phone-short")) " " (version.contact_phone) }
        }
    }
}

/// An example as a leader reads it beside what there is to gain.
pub fn told((thread, _): &SharedExample, language: Language) -> Markup {
    let Some((version, round)) = thread.shown() else { return Markup::default() };
    let authority = thread.example.municipality_code.authority();
    ui::inset(
        &tr!(language, "practice-told", municipality = authority, round = round.as_str()),
        html! {
            p { strong { (version.title) } }
            p .pj-written { (version.body) }
            (contact(version, language))
        },
    )
}
