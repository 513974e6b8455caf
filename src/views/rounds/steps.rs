//! The steps of running a round, each with a page that says what will happen.

use maud::{Markup, html};

use super::super::refusals::describe;
use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Kind, Level, NavItem, Table};
use super::preparation::{forewarnings, schedule, warnings};
use super::timeline::{count_text, step_text};
use super::way;
use crate::domain::Language;
use crate::domain::mail::timeline::{LetterCount, Milestone};
use crate::domain::rounds::participation::Participation;
use crate::domain::rounds::preparation::Preparation;
use crate::domain::rounds::{Round, RoundStatus};
use crate::texts;

/// What an administrator can do next with a round; when it has closed, only an import can be undone.
pub(super) fn links(round: &Round, language: Language) -> Markup {
    let address = |step: &str| format!("/rounds/{}/{step}", round.key);
    if round.is_trial {
        return ui::button_group(ui::link_button(
            Button::Secondary,
            NavItem { href: &address("deletion"), text: &tr!(language, "trial-delete") },
        ));
    }
    match round.status {
        RoundStatus::Draft | RoundStatus::Scheduled => ui::button_group(html! {
            (ui::link_button(Button::Primary, NavItem { href: &address("preparation"), text: &tr!(language, "rounds-check") }))
            (ui::link_button(Button::Secondary, NavItem { href: &address("opening"), text: &tr!(language, "rounds-open") }))
            @if round.status == RoundStatus::Draft {
                (ui::link_button(Button::Secondary, NavItem { href: &address("settings"), text: &tr!(language, "rounds-settings") }))
                (ui::link_button(Button::Secondary, NavItem { href: &address("deletion"), text: &tr!(language, "rounds-delete") }))
            } @else {
                (ui::post_button(
                    Button::Secondary,
                    NavItem { href: &address("unscheduling"), text: &tr!(language, "rounds-unschedule") },
                    &[],
                ))
            }
        }),
        RoundStatus::Open => html! {
            (ui::button_group(html! {
                (ui::link_button(
                    Button::Secondary,
                    NavItem { href: &address("reminders"), text: &tr!(language, "chosen-remind-all") },
                ))
                (ui::link_button(
                    Button::Secondary,
                    NavItem { href: &address("extensions"), text: &tr!(language, "chosen-extend-all") },
                ))
            }))
            p { a href=(address("closing")) { (tr!(language, "rounds-close")) } }
        },
        RoundStatus::Closed | RoundStatus::Published if round.is_historic => ui::button_group(ui::link_button(
            Button::Secondary,
            NavItem { href: &address("withdrawal"), text: &tr!(language, "rounds-withdraw") },
        )),
        RoundStatus::Closed | RoundStatus::Published => Markup::default(),
    }
}

/// The letters that opening sends.
#[derive(Debug)]
pub struct Sending {
    /// Each kind with its day and number.
    pub letters: Vec<Milestone>,
    /// How many go out in a minute at most.
    pub a_minute: u32,
}

/// Every letter by kind, day and number, and how long the first ones take.
fn letters_of(sending: &Sending, first: usize, language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "letters-kind"), ..Column::default() },
        Column { label: &tr!(language, "rounds-opening-day"), ..Column::default() },
        Column { label: &tr!(language, "rounds-opening-number"), ..Column::default() },
    ];
    let row = |one: &Milestone| {
        let count = match one.letters {
            Some(LetterCount::Planned(count)) => count_text(LetterCount::Sent(count), language),
            Some(other) => count_text(other, language),
            None => String::new(),
        };
        vec![html! { (step_text(one.step, language)) }, html! { (texts::date(one.day, language)) }, html! { (count) }]
    };
    let rows: Vec<Vec<Markup>> = sending.letters.iter().map(row).collect();
    let caption = tr!(language, "rounds-opening-sends");
    let table = Table { caption: &caption, columns: &columns, spacing: ui::Spacing::Compact, ..Table::default() };
    let rate = usize::try_from(sending.a_minute).unwrap_or(usize::MAX).max(1);
    let minutes = first.div_ceil(rate);
    html! {
        (ui::table(&table, &rows))
        @if first > rate { p { (tr!(language, "rounds-opening-rate", limit = rate, minutes = minutes)) } }
    }
}

/// What opening will do, and the buttons to open now or on the round's date.
pub fn opening(frame: &Frame, round: &Round, preparation: &Preparation, sending: &Sending) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-opening-heading", key = round.key.as_str());
    let (letters, posts) = (preparation.letters(), preparation.posts());
    let municipalities = preparation.municipalities;
    let day = texts::date(round.closes_on, language);
    let main = html! {
        (way(round, &heading, language))
        (ui::page_heading(&heading))
        @if posts == 0 {
            (ui::alert(
                Kind::Error,
                &tr!(language, "word-error"),
                &tr!(language, "rounds-nobody"),
                html! { (tr!(language, "refusal-nobody-to-ask")) },
            ))
        } @else if let Some(refusal) = &preparation.forewarnings.obstacle {
            (ui::alert(
                Kind::Error,
                &tr!(language, "word-error"),
                &tr!(language, "rounds-nobody"),
                html! { (describe(refusal, language)) },
            ))
        } @else {
            p { (tr!(language, "rounds-opening-what")) }
            ul {
                li { (tr!(language, "rounds-opening-letters", letters = letters)) }
                li { (tr!(language, "rounds-opening-posts", posts = posts, municipalities = municipalities)) }
                li { (tr!(language, "rounds-opening-frozen")) }
                li { (tr!(language, "rounds-opening-until", day = day)) }
                @if round.is_test { li { (tr!(language, "rounds-opening-test")) } }
            }
            (letters_of(sending, letters, language))
            (forewarnings(preparation, language))
            (warnings(round, preparation, language))
            (ui::button_group(ui::post_button(
                Button::Primary,
                NavItem {
                    href: &format!("/rounds/{}/opening", round.key),
                    text: &tr!(language, "rounds-opening-button", letters = letters),
                },
                &[],
            )))
            @if round.status == RoundStatus::Draft { (schedule(round, language)) }
        }
    };
    shell::page(frame, &heading, main)
}

/// What deleting a draft will do, and the button.
pub fn deletion(frame: &Frame, round: &Round) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-deletion-heading", key = round.key.as_str());
    let (button, what) = match round.is_trial {
        true => (tr!(language, "trial-delete"), tr!(language, "trial-deletion-what")),
        false => (tr!(language, "rounds-deletion-button"), tr!(language, "rounds-deletion-what")),
    };
    let what = html! { p { (what) } };
    let address = format!("/rounds/{}/deletion", round.key);
    doubtful(frame, round, &heading, (what, NavItem { href: &address, text: &button }))
}

/// What withdrawing the answers of a historic round will do, and the button where there are any.
pub fn withdrawal(frame: &Frame, round: &Round, total: &Participation) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-withdrawal-heading", key = round.key.as_str());
    let posts = total.handed_in;
    if posts == 0 {
        let main = html! {
            (way(round, &heading, language))
            (ui::page_heading(&heading))
            p { (tr!(language, "refusal-no-answers")) }
        };
        return shell::page(frame, &heading, main);
    }
    let button = tr!(language, "rounds-withdrawal-button");
    let what = html! {
        p { (tr!(language, "rounds-withdrawal-what", posts = posts)) }
        p { (tr!(language, "rounds-withdrawal-then")) }
    };
    let address = format!("/rounds/{}/withdrawal", round.key);
    doubtful(frame, round, &heading, (what, NavItem { href: &address, text: &button }))
}

/// A page that says what a step takes away, with its button and a way back.
fn doubtful(frame: &Frame, round: &Round, heading: &str, (what, step): (Markup, NavItem)) -> Markup {
    let language = frame.language;
    let main = html! {
        (way(round, heading, language))
        (ui::page_heading(heading))
        (what)
        (leave(round, &tr!(language, "rounds-cancel")))
        (ui::heading(Level::Two, "decision", step.text))
        p { (tr!(language, "rounds-doubtful")) }
        (ui::button_group(ui::post_button(Button::Warning, step, &[])))
    };
    shell::page(frame, heading, main)
}

/// The way back from a step that takes something away. It stands above the step and apart from its button, so that
/// nobody takes the one for the other.
fn leave(round: &Round, text: &str) -> Markup {
    ui::button_group(ui::link_button(Button::Secondary, NavItem { href: &format!("/rounds/{}", round.key), text }))
}

/// What closing will do, and the button.
pub fn closing(frame: &Frame, round: &Round, total: &Participation) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-closing-heading", key = round.key.as_str());
    let missing = total.posts - total.handed_in;
    let (handed_in, posts) = (total.handed_in, total.posts);
    let day = texts::date(round.closes_on, language);
    let main = html! {
        (way(round, &heading, language))
        (ui::page_heading(&heading))
        p { (tr!(language, "rounds-closing-what")) }
        ul {
            li { (tr!(language, "rounds-closing-handed-in", done = handed_in, all = posts)) }
            li { (tr!(language, "rounds-closing-missing", missing = missing)) }
        }
        (ui::notice(
            Kind::Warning,
            &tr!(language, "word-warning"),
            html! { (tr!(language, "rounds-closing-early", day = day)) },
        ))
        (leave(round, &tr!(language, "rounds-closing-leave")))
        (ui::heading(Level::Two, "close", &tr!(language, "rounds-closing-anyway")))
        p { (tr!(language, "rounds-closing-final")) }
        (ui::button_group(ui::post_button(
            Button::Warning,
            NavItem { href: &format!("/rounds/{}/closing", round.key), text: &tr!(language, "rounds-closing-button") },
            &[],
        )))
    };
    shell::page(frame, &heading, main)
}
