//! A round's year as a timeline: every letter with its day and number, and where today is.

use chrono::NaiveDate;
use maud::Markup;

use super::super::mail::letters::kind_name;
use super::super::ui::{self, TimelineEntry, When};
use crate::domain::Language;
use crate::domain::mail::timeline::{LetterCount, Milestone, Step};
use crate::texts;

/// The year of a round.
pub(super) fn timeline(label: &str, milestones: &[Milestone], today: NaiveDate, language: Language) -> Markup {
    let told: Vec<(NaiveDate, String, String, Option<String>)> =
        milestones.iter().map(|one| told(one, language)).collect();
    let mark = (texts::date(today, language), tr!(language, "timeline-today"));
    let mut entries: Vec<TimelineEntry> = Vec::new();
    let today_entry = TimelineEntry { day: &mark.0, text: &mark.1, note: None, when: When::Today };
    let before = told.partition_point(|(day, ..)| *day <= today);
    for (place, (day, written, text, note)) in told.iter().enumerate() {
        if place == before {
            entries.push(today_entry);
        }
        let when = if *day <= today { When::Past } else { When::Coming };
        entries.push(TimelineEntry { day: written, text, note: note.as_deref(), when });
    }
    if before == told.len() {
        entries.push(today_entry);
    }
    ui::timeline(label, &entries)
}

fn told(one: &Milestone, language: Language) -> (NaiveDate, String, String, Option<String>) {
    (
        one.day,
        texts::date(one.day, language),
        step_text(one.step, language),
        one.letters.map(|count| count_text(count, language)),
    )
}

/// What happens, in words.
pub(super) fn step_text(step: Step, language: Language) -> String {
    match step {
        Step::Drafting => tr!(language, "timeline-drafting"),
        Step::Opening => tr!(language, "timeline-opening"),
        Step::Letters(kind) => kind_name(kind, language),
        Step::Closing => tr!(language, "timeline-closing"),
    }
}

/// How many letters, in words.
pub(super) fn count_text(count: LetterCount, language: Language) -> String {
    match count {
        LetterCount::Sent(count) => tr!(language, "timeline-sent", count = count),
        LetterCount::Planned(count) => tr!(language, "timeline-planned", count = count),
        LetterCount::AtMost(count) => tr!(language, "timeline-at-most", count = count),
    }
}
