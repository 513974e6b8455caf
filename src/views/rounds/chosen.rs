//! Reminding or extending several posts at once: who is meant, what happens, and the button that does it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Content, Field, FieldError, Input, Kind, Level, NavItem, Table};
use super::way;
use crate::domain::base::names;
use crate::domain::rounds::Round;
use crate::domain::rounds::chosen::{Chosen, Obstacle};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::{Language, MunicipalityCode};
use crate::texts;

/// The most posts that are named one by one; of more, it is told how many in each municipality.
const NAMED: usize = 200;

/// Who is meant, and where the page goes back to.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// The posts.
    pub chosen: &'a Chosen,
    /// The page on which they were chosen.
    pub on: &'a ChosenOn,
}

/// A page on which posts are chosen, to which the browser goes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChosenOn {
    /// That of the round.
    Round,
    /// That of a municipality's posts.
    Municipality(MunicipalityCode),
    /// The call list, by what stands in its address.
    Calls(String),
}

impl ChosenOn {
    /// Its address in a round.
    pub fn address(&self, round: &str) -> String {
        match self {
            ChosenOn::Round => format!("/rounds/{round}"),
            ChosenOn::Municipality(code) => format!("/rounds/{round}/municipalities/{code}/status"),
            ChosenOn::Calls(query) => format!("/rounds/{round}/calls?{query}"),
        }
    }
}

/// What reminding those chosen would do.
#[derive(Debug, Clone, Copy)]
pub struct Reminders<'a> {
    /// Those who get a letter.
    pub receivers: &'a [Invitation],
    /// Those who do not, and why.
    pub left_out: &'a [(Invitation, Obstacle)],
    /// The day on which the letters go, where it is not today.
    pub later: Option<NaiveDate>,
}

/// The page that says who would be reminded.
pub fn reminders(frame: &Frame, round: &Round, choice: Choice, shown: &Reminders) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "chosen-reminders-heading", key = round.key.as_str());
    let count = shown.receivers.len();
    let main = html! {
        (way(round, &heading, language))
        (ui::page_heading(&heading))
        (back(round, choice, language))
        @if count == 0 && shown.left_out.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "chosen-nobody")) }))
        } @else {
            (listed("receivers", &tr!(language, "chosen-reminded", count = count), shown.receivers, language))
            (left_out("left-out", &tr!(language, "chosen-not-reminded", count = shown.left_out.len()), shown.left_out, language))
        }
        @if count > 0 {
            p {
                (match shown.later {
                    None => tr!(language, "chosen-now"),
                    Some(day) => tr!(language, "chosen-later", day = texts::date(day, language)),
                })
            }
            (ui::form(&format!("/rounds/{}/reminders", round.key), html! {
                (hidden(choice))
                (ui::button_group(ui::submit(Button::Primary, &tr!(language, "chosen-remind-button", count = count))))
            }))
        }
    };
    shell::page(frame, &heading, main)
}

/// What extending those chosen would do.
#[derive(Debug, Clone, Copy)]
pub struct Extensions<'a> {
    /// Those who get the later deadline and a letter.
    pub told: &'a [Invitation],
    /// Those who get the later deadline and no letter, and why.
    pub untold: &'a [(Invitation, Obstacle)],
    /// Those whose deadline stays, and why.
    pub left_out: &'a [(Invitation, Obstacle)],
    /// The last day as it was typed.
    pub last_day: &'a str,
    /// What is wrong with it.
    pub mistake: Option<&'a str>,
}

/// The page that says whose deadline would be extended, with the field for the new one.
pub fn extensions(frame: &Frame, round: &Round, choice: Choice, shown: &Extensions) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "chosen-extensions-heading", key = round.key.as_str());
    let word = tr!(language, "word-error");
    let day = texts::date(round.closes_on, language);
    let field = Field {
        name: "last_day",
        label: &tr!(language, "rounds-extension-day"),
        hint: Some(&tr!(language, "rounds-extension-hint", day = day.as_str())),
        error: shown.mistake.map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let count = shown.told.len() + shown.untold.len();
    let main = html! {
        @if let Some(text) = shown.mistake {
            (ui::error_summary(&word, &tr!(language, "chosen-extension-mistake"), &[NavItem { href: "#last_day", text }]))
        }
        (way(round, &heading, language))
        (ui::page_heading(&heading))
        (back(round, choice, language))
        @if count == 0 && shown.left_out.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "chosen-nobody")) }))
        } @else {
            (listed("told", &tr!(language, "chosen-extended", count = shown.told.len()), shown.told, language))
            (left_out("untold", &tr!(language, "chosen-untold", count = shown.untold.len()), shown.untold, language))
            (left_out("left-out", &tr!(language, "chosen-not-extended", count = shown.left_out.len()), shown.left_out, language))
        }
        @if count > 0 {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "chosen-extension-final")) }))
            (ui::form(&format!("/rounds/{}/extensions", round.key), html! {
                (hidden(choice))
                (ui::text_input(&field, &Input { kind: "date", value: shown.last_day, autocomplete: None }))
                (ui::button_group(ui::submit(Button::Primary, &tr!(language, "chosen-extend-button", count = count))))
            }))
        }
    };
    let title = if shown.mistake.is_some() { format!("{word}: {heading}") } else { heading.clone() };
    shell::page(frame, &title, main)
}

fn back(round: &Round, choice: Choice, language: Language) -> Markup {
    let text = match choice.on {
        ChosenOn::Round => tr!(language, "chosen-back-round", key = round.key.as_str()),
        ChosenOn::Municipality(code) => tr!(language, "chosen-back-municipality", municipality = code.authority()),
        ChosenOn::Calls(_) => tr!(language, "calls-back"),
    };
    ui::back_link(NavItem { href: &choice.on.address(&round.key), text: &text })
}

/// Who is meant, as fields that go along with the button.
fn hidden(choice: Choice) -> Markup {
    html! {
        @match choice.on {
            ChosenOn::Round => {},
            ChosenOn::Municipality(code) => (ui::hidden("municipality", code.as_str())),
            ChosenOn::Calls(query) => (ui::hidden("list", query)),
        }
        @if let Chosen::Posts(posts) = choice.chosen {
            (ui::hidden("chosen", "posts"))
            @for post in posts { (ui::hidden("post", post.as_str())) }
        }
    }
}

fn listed(id: &str, title: &str, invitations: &[Invitation], language: Language) -> Markup {
    let rows: Vec<(&Invitation, String)> = invitations.iter().map(|one| (one, one.email.clone())).collect();
    section((id, title), &tr!(language, "chosen-address"), &rows, language)
}

fn left_out(id: &str, title: &str, left_out: &[(Invitation, Obstacle)], language: Language) -> Markup {
    let rows: Vec<(&Invitation, String)> =
        left_out.iter().map(|(one, obstacle)| (one, obstacle_text(*obstacle, language))).collect();
    section((id, title), &tr!(language, "chosen-why"), &rows, language)
}

/// Posts one by one with a word to each, or how many there are of each word in each municipality; nothing where there
/// are none.
fn section(
    (id, title): (&str, &str),
    last_column: &str,
    posts: &[(&Invitation, String)],
    language: Language,
) -> Markup {
    if posts.is_empty() {
        return Markup::default();
    }
    let table =
        if posts.len() > NAMED { counted(title, posts, language) } else { named(title, last_column, posts, language) };
    html! { (ui::heading(Level::Two, id, title)) (table) }
}

fn named(title: &str, last_column: &str, posts: &[(&Invitation, String)], language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "rounds-post"), ..Column::default() },
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-holder"), ..Column::default() },
        Column { label: last_column, ..Column::default() },
    ];
    let row = |(one, word): &(&Invitation, String)| {
        vec![html! { (one.post) }, html! { (one.municipality_code.name()) }, html! { (one.name) }, html! { (word) }]
    };
    let rows: Vec<Vec<Markup>> = posts.iter().map(row).collect();
    ui::table(&frame_of(title, &columns), &rows)
}

fn counted(title: &str, posts: &[(&Invitation, String)], language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-posts"), content: Content::Number, sort: None },
    ];
    let mut counts: BTreeMap<&MunicipalityCode, usize> = BTreeMap::new();
    for (one, _) in posts {
        *counts.entry(&one.municipality_code).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|left, right| names::compare(left.0.name(), right.0.name()));
    let rows: Vec<Vec<Markup>> =
        counts.into_iter().map(|(code, count)| vec![html! { (code.name()) }, html! { (count) }]).collect();
    ui::table(&frame_of(title, &columns), &rows)
}

fn frame_of<'a>(caption: &'a str, columns: &'a [Column<'a>]) -> Table<'a> {
    Table { caption, caption_place: ui::CaptionPlace::ForScreenReaders, columns, spacing: ui::Spacing::Compact }
}

fn obstacle_text(obstacle: Obstacle, language: Language) -> String {
    match obstacle {
        Obstacle::HandedIn => tr!(language, "chosen-handed-in"),
        Obstacle::NoAddress => tr!(language, "chosen-no-address"),
        Obstacle::Bounced => tr!(language, "chosen-bounced"),
        Obstacle::AskedToday => tr!(language, "chosen-asked-today"),
        Obstacle::Retired => tr!(language, "chosen-retired"),
        Obstacle::Over => tr!(language, "chosen-over"),
        Obstacle::Extended => tr!(language, "chosen-already-extended"),
    }
}
