//! What the program runs on: retention as what goes when, settings of the environment, and whether all is well.

use chrono::NaiveDate;
use maud::{Markup, html};

use crate::domain::Language;
use crate::texts;
use crate::views::administration;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Kind, Level, NavItem, Spacing, Table};

/// How a thing was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Fine,
    /// Works, but somebody should know.
    Doubtful,
    /// Must be mended.
    Wrong,
}

/// One finding and the sentence about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it was found.
    pub verdict: Verdict,
    /// The sentence.
    pub text: String,
}

/// A verdict in a word.
pub fn verdict_word(verdict: Verdict, language: Language) -> String {
    match verdict {
        Verdict::Fine => tr!(language, "doctor-fine"),
        Verdict::Doubtful => tr!(language, "doctor-doubtful"),
        Verdict::Wrong => tr!(language, "doctor-wrong"),
    }
}

/// What the page shows.
#[derive(Debug)]
pub struct Operation {
    /// Months that people's names are kept after a round has closed; 0 for ever.
    pub people_months: u32,
    /// The closed rounds whose names still stand, with the day on which they go.
    pub rounds: Vec<(String, NaiveDate)>,
    /// Months that entries of the audit log are kept; 0 for ever.
    pub audit_months: u32,
    /// The day before which entries of the log go today.
    pub audit_before: Option<NaiveDate>,
    /// The settings by name: a value, or whether a secret is set.
    pub settings: Vec<(&'static str, Setting)>,
    /// What was found, where somebody asked for it.
    pub findings: Option<Vec<Finding>>,
}

/// A setting as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    /// Its value; empty where it is not set.
    Text(String),
    /// Whether it is set.
    Secret(bool),
}

/// The page.
pub fn operation(frame: &Frame, shown: &Operation) -> Markup {
    let language = frame.language;
    let title = tr!(language, "operation-title");
    let main = html! {
        (administration::way(&title, language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "operation-lead")) }))
        (ui::heading(Level::Two, "check", &tr!(language, "operation-check")))
        (findings(shown, language))
        (ui::post_button(
            Button::Secondary,
            NavItem { href: "/administration/operation", text: &tr!(language, "operation-check-now") },
            &[],
        ))
        (ui::heading(Level::Two, "retention", &tr!(language, "operation-retention")))
        (retention(shown, language))
        (ui::heading(Level::Two, "settings", &tr!(language, "operation-settings")))
        p { (tr!(language, "operation-settings-lead")) }
        (settings(shown, language))
    };
    shell::page(frame, &title, main)
}

fn findings(shown: &Operation, language: Language) -> Markup {
    let Some(findings) = &shown.findings else { return html! { p { (tr!(language, "operation-check-lead")) } } };
    let badge = |finding: &Finding| {
        let word = verdict_word(finding.verdict, language);
        match finding.verdict {
            Verdict::Fine => ui::badge(Kind::Success, &word),
            Verdict::Doubtful => ui::badge(Kind::Warning, &word),
            Verdict::Wrong => ui::badge(Kind::Error, &word),
        }
    };
    let columns = [
        Column { label: &tr!(language, "operation-finding"), ..Column::default() },
        Column { label: &tr!(language, "operation-verdict"), ..Column::default() },
    ];
    let caption = tr!(language, "operation-check");
    let table = Table { caption_place: CaptionPlace::ForScreenReaders, ..compact(&caption, &columns) };
    let rows: Vec<Vec<Markup>> = findings.iter().map(|one| vec![html! { (one.text) }, badge(one)]).collect();
    ui::table(&table, &rows)
}

/// What goes when, and on which day of each round that still holds names.
fn retention(shown: &Operation, language: Language) -> Markup {
    let people = match shown.people_months {
        0 => tr!(language, "operation-never", setting = "RETENTION_MONTHS"),
        months => tr!(language, "operation-after-months", months = months),
    };
    let log = match (shown.audit_months, shown.audit_before) {
        (months, Some(day)) => {
            let day = texts::date(day, language);
            tr!(language, "operation-log-months", months = months, day = day)
        }
        _ => tr!(language, "operation-never", setting = "AUDIT_MONTHS"),
    };
    let day = tr!(language, "operation-after-a-day");
    let lines = [
        (tr!(language, "operation-of-rounds"), tr!(language, "operation-from-closing"), people.clone()),
        (tr!(language, "operation-of-directory"), tr!(language, "operation-from-asking"), people.clone()),
        (tr!(language, "operation-of-accounts"), tr!(language, "operation-from-letter"), people),
        (tr!(language, "operation-of-log"), tr!(language, "operation-from-entry"), log),
        (tr!(language, "operation-of-files"), tr!(language, "operation-from-file"), day.clone()),
        (tr!(language, "operation-of-attempts"), tr!(language, "operation-from-attempt"), day),
        (tr!(language, "operation-of-answers"), "–".to_owned(), tr!(language, "operation-stays")),
    ];
    let columns = [
        Column { label: &tr!(language, "operation-what"), ..Column::default() },
        Column { label: &tr!(language, "operation-since"), ..Column::default() },
        Column { label: &tr!(language, "operation-goes"), ..Column::default() },
    ];
    let caption = tr!(language, "operation-retention");
    let table = Table { caption_place: CaptionPlace::ForScreenReaders, ..compact(&caption, &columns) };
    let rows: Vec<Vec<Markup>> = lines
        .into_iter()
        .map(|(what, since, goes)| vec![html! { (what) }, html! { (since) }, html! { (goes) }])
        .collect();
    html! {
        (ui::table(&table, &rows))
        @if shown.people_months > 0 { (rounds(shown, language)) }
    }
}

fn rounds(shown: &Operation, language: Language) -> Markup {
    if shown.rounds.is_empty() {
        return html! { p { (tr!(language, "operation-rounds-none")) } };
    }
    let columns = [
        Column { label: &tr!(language, "operation-round"), ..Column::default() },
        Column { label: &tr!(language, "operation-round-day"), ..Column::default() },
    ];
    let caption = tr!(language, "operation-rounds");
    let row = |(key, day): &(String, NaiveDate)| {
        let name = tr!(language, "rounds-heading", key = key.as_str());
        vec![html! { a href={ "/rounds/" (key) } { (name) } }, html! { (texts::date(*day, language)) }]
    };
    ui::table(&compact(&caption, &columns), &shown.rounds.iter().map(row).collect::<Vec<_>>())
}

fn compact<'a>(caption: &'a str, columns: &'a [Column<'a>]) -> Table<'a> {
    Table { caption, columns, spacing: Spacing::Compact, ..Table::default() }
}

fn settings(shown: &Operation, language: Language) -> Markup {
    let value = |setting: &Setting| match setting {
        Setting::Text(text) if text.is_empty() => tr!(language, "operation-unset"),
        Setting::Text(text) => text.clone(),
        Setting::Secret(true) => tr!(language, "operation-set"),
        Setting::Secret(false) => tr!(language, "operation-unset"),
    };
    let columns = [
        Column { label: &tr!(language, "operation-setting"), ..Column::default() },
        Column { label: &tr!(language, "operation-value"), ..Column::default() },
    ];
    let caption = tr!(language, "operation-settings");
    let table = Table { caption_place: CaptionPlace::ForScreenReaders, ..compact(&caption, &columns) };
    let row = |(name, setting): &(&str, Setting)| vec![html! { code { (name) } }, html! { (value(setting)) }];
    ui::table(&table, &shown.settings.iter().map(row).collect::<Vec<_>>())
}
