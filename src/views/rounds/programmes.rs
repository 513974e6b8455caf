//! Programmes: the list, and one with its year.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Content, Kind, Level, NavItem, Table};
use super::form;
use super::timeline::timeline;
use super::{marks, state_badge};
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::mail::timeline::Milestone;
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::programmes::{Programme, Season};
use crate::domain::rounds::{Round, RoundStatus};
use crate::texts;

/// A programme in the list.
#[derive(Debug)]
pub struct Listed {
    /// The programme.
    pub programme: Programme,
    /// What it plans next.
    pub next: Season,
    /// How many rounds it has.
    pub rounds: usize,
}

/// All programmes, and the words in rounds that are programmes without settings.
pub fn programmes(frame: &Frame, programmes: &[Listed], without: &[String]) -> Markup {
    let language = frame.language;
    let title = tr!(language, "programmes-title");
    let columns = [
        Column { label: &tr!(language, "rounds-programme"), ..Column::default() },
        Column { label: &tr!(language, "programmes-next-opening"), ..Column::default() },
        Column { label: &tr!(language, "programmes-drafting"), ..Column::default() },
        Column { label: &tr!(language, "programmes-rounds"), content: Content::Number, sort: None },
    ];
    let row = |one: &Listed| {
        vec![
            html! { a href={ "/programmes/" (one.programme.key) } { (one.programme.title(language)) } },
            html! { (texts::date(one.next.opens_on, language)) },
            html! { (drafting(&one.next, language)) },
            html! { (one.rounds) },
        ]
    };
    let rows: Vec<Vec<Markup>> = programmes.iter().map(row).collect();
    let table = Table {
        caption: &title,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[NavItem { href: "/administration", text: &tr!(language, "administration-title") }],
            &title,
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "programmes-lead")) }))
        @if rows.is_empty() { p { (tr!(language, "programmes-none")) } } @else { (ui::table(&table, &rows)) }
        @for key in without {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "programmes-without", key = key.as_str())) " "
                a href={ "/programmes/new?key=" (key) } { (tr!(language, "programmes-set-up", key = key.as_str())) }
            }))
        }
        (ui::button_group(ui::link_button(
            Button::Primary,
            NavItem { href: "/programmes/new", text: &tr!(language, "programmes-create") },
        )))
    };
    shell::page(frame, &title, main)
}

/// A round of a programme, or what it plans for a year, with its timeline.
#[derive(Debug)]
pub struct Year {
    /// The round; none where it is only planned.
    pub round: Option<Round>,
    /// The planned year, where there is no round yet.
    pub season: Season,
    /// Its days.
    pub milestones: Vec<Milestone>,
}

/// One programme as its page shows it.
#[derive(Debug)]
pub struct Shown<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// The edition that its next round asks; none where none is published.
    pub edition: Option<&'a Edition>,
    /// Packages of the programme that the edition does not have.
    pub lacking: Vec<String>,
    /// The rounds under way, and the year to come.
    pub years: Vec<Year>,
    /// Rounds that have closed, the latest first.
    pub closed: Vec<Round>,
}

/// What a programme decides, and its year.
pub fn programme(frame: &Frame, shown: &Shown, today: NaiveDate) -> Markup {
    let language = frame.language;
    let programme = shown.programme;
    let title = programme.title(language).to_owned();
    let main = html! {
        (way(&title, language))
        (ui::page_heading(&title))
        (obstacles(shown, language))
        @for year in &shown.years { (one_year(programme, year, today, language)) }
        (ui::heading(Level::Two, "settings", &tr!(language, "programmes-settings")))
        (facts(shown, language))
        (ui::button_group(html! {
            (ui::link_button(
                Button::Secondary,
                NavItem {
                    href: &format!("/programmes/{}/settings", programme.key),
                    text: &tr!(language, "programmes-change"),
                },
            ))
            (ui::link_button(
                Button::Secondary,
                NavItem { href: &format!("/programmes/{}/texts", programme.key), text: &tr!(language, "texts-title") },
            ))
            (ui::link_button(
                Button::Secondary,
                NavItem { href: &format!("/programmes/{}/aim", programme.key), text: &tr!(language, "aims-change") },
            ))
        }))
        @if !shown.closed.is_empty() {
            (ui::heading(Level::Two, "closed", &tr!(language, "programmes-closed")))
            ul {
                @for round in &shown.closed {
                    li {
                        a href={ "/rounds/" (round.key) } { (tr!(language, "rounds-heading", key = round.key.as_str())) }
                        ", " (super::dates(round, language))
                    }
                }
            }
        }
    };
    shell::page(frame, &title, main)
}

/// Why the next round can't be drafted as it stands.
fn obstacles(shown: &Shown, language: Language) -> Markup {
    html! {
        @if shown.edition.is_none() {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (tr!(language, "refusal-nothing-to-ask"))
            }))
        }
        @if let (Some(edition), false) = (shown.edition, shown.lacking.is_empty()) {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (tr!(
                    language,
                    "programmes-lacking",
                    packages = shown.lacking.join(", "),
                    edition = edition.key.as_str()
                ))
            }))
        }
    }
}

fn one_year(programme: &Programme, year: &Year, today: NaiveDate, language: Language) -> Markup {
    let shown_year = year.season.year.to_string();
    let (id, heading) = match &year.round {
        Some(round) => (format!("round-{}", round.key), tr!(language, "rounds-heading", key = round.key.as_str())),
        None => ("next".to_owned(), tr!(language, "programmes-next", year = shown_year.as_str())),
    };
    html! {
        (ui::heading(Level::Two, &id, &heading))
        @match &year.round {
            Some(round) => p {
                (state_badge(round.status, language)) " " (marks(round, language)) " "
                a href={ "/rounds/" (round.key) } { (tr!(language, "programmes-to-round", key = round.key.as_str())) }
            },
            None => p { (next_text(programme, &year.season, language)) },
        }
        (timeline(&tr!(language, "timeline-label", of = heading.as_str()), &year.milestones, today, language))
        @if is_unannounced(programme, year) {
            p { (tr!(language, "programmes-announcement-waits")) }
        }
        @if year.round.is_none() {
            (ui::button_group(ui::post_button(
                Button::Secondary,
                NavItem {
                    href: &format!("/programmes/{}/rounds", programme.key),
                    text: &tr!(language, "programmes-draft-now", year = shown_year.as_str()),
                },
                &[],
            )))
        }
    }
}

/// Whether an announcement is planned that does not go before somebody lets the round open by itself.
fn is_unannounced(programme: &Programme, year: &Year) -> bool {
    let is_planned = programme.letter_plan.announcement().is_some();
    is_planned
        && match &year.round {
            Some(round) => round.status == RoundStatus::Draft,
            None => !programme.opens_itself,
        }
}

/// How the next round comes about.
fn next_text(programme: &Programme, season: &Season, language: Language) -> String {
    let opens = texts::date(season.opens_on, language);
    match (season.drafted_on, programme.drafted_year == Some(season.year)) {
        (Some(_), true) => tr!(language, "programmes-next-deleted"),
        (Some(day), false) => {
            let day = texts::date(day, language);
            match programme.opens_itself {
                true => tr!(language, "programmes-next-itself", day = day, opens = opens),
                false => tr!(language, "programmes-next-click", day = day, opens = opens),
            }
        }
        (None, _) => tr!(language, "programmes-next-by-hand"),
    }
}

fn drafting(season: &Season, language: Language) -> String {
    season.drafted_on.map_or_else(|| tr!(language, "programmes-by-hand"), |day| texts::date(day, language))
}

fn facts(shown: &Shown, language: Language) -> Markup {
    let programme = shown.programme;
    let edition = match (&programme.edition, shown.edition) {
        (Some(key), _) => key.clone(),
        (None, Some(newest)) => tr!(language, "programmes-newest-now", key = newest.key.as_str()),
        (None, None) => tr!(language, "programmes-newest"),
    };
    let packages = match (&programme.packages, shown.edition) {
        (None, _) => tr!(language, "rounds-all-packages"),
        (Some(keys), None) => keys.replace('|', ", "),
        (Some(_), Some(edition)) => {
            let keys = programme.package_keys();
            let asked = edition.packages.iter().filter(|package| keys.contains(&package.key));
            asked.map(|package| package.title.in_language(language)).collect::<Vec<&str>>().join(", ")
        }
    };
    let opening = match programme.opens_itself {
        true => tr!(language, "programmes-opens-itself"),
        false => tr!(language, "programmes-opens-on-click"),
    };
    let draft_days = programme.draft_days.map_or_else(
        || tr!(language, "programmes-by-hand"),
        |days| tr!(language, "programmes-draft-days", days = days),
    );
    ui::definition_list(&[
        (&tr!(language, "rounds-edition"), html! { (edition) }),
        (&tr!(language, "rounds-packages"), html! { (packages) }),
        (&tr!(language, "rounds-rule"), html! { (form::rule(programme.rule, language)) }),
        (&tr!(language, "rounds-coverage"), html! { (form::percent(programme.min_coverage)) " %" }),
        (&tr!(language, "programmes-drafting"), html! { (draft_days) }),
        (&tr!(language, "programmes-opening"), html! { (opening) }),
        (&tr!(language, "programmes-letters"), html! { (letters(&programme.letter_plan, language)) }),
        (
            &tr!(language, "aims-aim"),
            super::aim_in_brief::aim_in_brief(programme.aim.as_ref(), shown.edition, language),
        ),
    ])
}

fn letters(plan: &LetterPlan, language: Language) -> Markup {
    let reminders: Vec<String> = plan.reminders().iter().map(u16::to_string).collect();
    html! {
        @if let Some(days) = plan.announcement() {
            (tr!(language, "programmes-plan-announcement", days = days)) br;
        }
        (tr!(language, "programmes-plan-invitation"))
        @if !reminders.is_empty() {
            br; (tr!(language, "programmes-plan-reminders", days = reminders.join(", ")))
        }
        @if let Some(days) = plan.last_reminder() { br; (tr!(language, "programmes-plan-last", days = days)) }
        @if plan.sends_result() { br; (tr!(language, "programmes-plan-result")) }
    }
}

/// The way to a page of programmes.
pub(super) fn way(here: &str, language: Language) -> Markup {
    ui::breadcrumbs(
        &tr!(language, "breadcrumbs"),
        &[
            NavItem { href: "/administration", text: &tr!(language, "administration-title") },
            NavItem { href: "/programmes", text: &tr!(language, "programmes-title") },
        ],
        here,
    )
}
