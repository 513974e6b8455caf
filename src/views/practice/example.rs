//! One example of good practice, for everybody once it is shown; for its municipality and for moderators with what waits,
//! what was declined and why.

use maud::{Markup, html};

use super::fields::{TextField, TypedText, describe, text_field};
use super::parts::{contact, recommendation_title, state_badge};
use crate::domain::Language;
use crate::domain::access::staff::Staff;
use crate::domain::practice::examples::{
    Decision, ExampleState, ExampleThread, ExampleVersion, MOST_IN_REASON, may_moderate, may_share,
};
use crate::domain::practice::finding::SharedExample;
use crate::views::dashboards::addresses;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Kind, Level, NavItem};

/// The page; `reason` is why it is declined, as it was typed.
pub fn one(frame: &Frame, shared: &SharedExample, reason: &TypedText) -> Markup {
    let (language, (thread, edition)) = (frame.language, shared);
    let Some(staff) = &frame.staff else { return Markup::default() };
    let is_open = thread.is_open_to(staff);
    let newest = thread.newest().filter(|_| is_open);
    let Some((first, _)) = thread.shown().or(newest) else { return Markup::default() };
    let example = &thread.example;
    let recommendation = recommendation_title(thread, edition, language);
    let catalogue = format!("/catalogue/{}/{}/{}", example.edition, example.package, example.recommendation);
    let word = tr!(language, "word-error");
    let fault = reason.fault.map(|fault| describe(fault, language));
    let main = html! {
        @if let Some(text) = &fault {
            (ui::error_summary(&word, &tr!(language, "practice-decline-mistake"), &[NavItem { href: "#reason", text }]))
        }
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[NavItem { href: "/practice", text: &tr!(language, "practice-title") }],
            &first.title,
        ))
        (ui::page_heading_with_lead(&first.title, html! {
            (example.municipality_code.authority()) ": " a href=(catalogue) { (recommendation) }
            @if is_open { " " (state_badge(thread.state(), language)) }
        }))
        @if let Some((version, round)) = thread.shown() { (content((version, round), language)) }
        @if let Some((version, round)) = newest.filter(|(version, _)| version.decision != Some(Decision::Shown) || thread.shown().is_none()) {
            (ui::heading(Level::Two, "newest", &tr!(language, "practice-newest")))
            @if thread.shown().is_some() {
                (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "practice-shown-meanwhile")) }))
            }
            @if let Some(because) = &version.reason {
                p { (tr!(language, "practice-declined-because")) " " span .pj-written { (because) } }
            }
            p { strong { (version.title) } }
            (content((version, round), language))
            @if may_moderate(staff) && thread.state() == ExampleState::Waiting { (decision(thread, version, reason, language)) }
        }
        (deeds(thread, staff, language))
    };
    let title = if fault.is_some() { format!("{word}: {}", first.title) } else { first.title.clone() };
    shell::page(frame, &title, main)
}

fn content((version, round): (&ExampleVersion, &str), language: Language) -> Markup {
    html! {
        p .pj-written { (version.body) }
        (contact(version, language))
        p { (tr!(language, "practice-from-round", round = round)) }
    }
}

/// The two answers of a moderator.
fn decision(thread: &ExampleThread, version: &ExampleVersion, reason: &TypedText, language: Language) -> Markup {
    let address = format!("/practice/{}", thread.example.id);
    let field = TextField {
        name: "reason",
        label: &tr!(language, "practice-reason"),
        hint: &tr!(language, "practice-reason-hint"),
        most: MOST_IN_REASON,
    };
    html! {
        (ui::heading(Level::Two, "decision", &tr!(language, "practice-decision")))
        p { (tr!(language, "practice-decision-lead")) }
        (ui::button_group(ui::post_button(
            Button::Primary,
            NavItem { href: &format!("{address}/showing"), text: &tr!(language, "practice-show") },
            &[("version", version.id.as_str())],
        )))
        (ui::form(&format!("{address}/declining"), html! {
            (ui::hidden("version", version.id.as_str()))
            (text_field(&field, reason, language))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "practice-decline"))))
        }))
    }
}

/// What its municipality may do with it: change it or take it back, which moderators may too.
fn deeds(thread: &ExampleThread, staff: &Staff, language: Language) -> Markup {
    if !thread.may_be_withdrawn_by(staff) {
        return Markup::default();
    }
    let example = &thread.example;
    let keys = (example.package.as_str(), example.recommendation.as_str());
    html! {
        (ui::heading(Level::Two, "deeds", &tr!(language, "practice-deeds")))
        @if let Some((_, round)) = thread.newest().filter(|_| may_share(staff)) {
            p {
                a href=(addresses::practice(round, &example.municipality_code, keys)) { (tr!(language, "practice-change")) }
                ". " (tr!(language, "practice-change-lead"))
            }
        }
        p { (tr!(language, "practice-withdraw-lead")) }
        (ui::button_group(ui::post_button(
            Button::Secondary,
            NavItem { href: &format!("/practice/{}/withdrawal", example.id), text: &tr!(language, "practice-withdraw") },
            &[],
        )))
    }
}
