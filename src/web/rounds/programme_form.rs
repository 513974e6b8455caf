//! From what was typed into the form of a programme to a programme, or to what is wrong with it.

use std::str::FromStr;

use chrono::NaiveDateTime;

use super::form::mistake;
use crate::domain::Language;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::letter_plan::{LetterPlan, MOST_DAYS, MOST_REMINDERS};
use crate::domain::rounds::programmes::{MOST_DRAFT_DAYS, MOST_WEEKS, Programme, YearDay};
use crate::error::{Error, Result};
use crate::views::refusals::describe;
use crate::views::rounds::{Mistake, TypedProgramme, percent};

/// The most characters of a title.
const LONGEST_TITLE: usize = 200;

/// The form as it is first shown: the usual rules, under a key that rounds name already.
pub(super) fn suggestion(key: Option<String>, now: NaiveDateTime) -> TypedProgramme {
    let usual = Programme::usual(now);
    let is_usual = key.as_ref().is_none_or(|key| *key == usual.key);
    let typed = of_programme(&usual);
    match key {
        Some(key) if !is_usual => TypedProgramme { key, title_da: String::new(), title_en: String::new(), ..typed },
        _ => typed,
    }
}

/// The form filled with what a programme decides.
pub(super) fn of_programme(programme: &Programme) -> TypedProgramme {
    let number = |days: Option<u16>| days.map_or_else(String::new, |days| days.to_string());
    let reminders: Vec<String> = programme.letter_plan.reminders().iter().map(u16::to_string).collect();
    let closes_on = programme.closes_on.as_ref();
    TypedProgramme {
        key: programme.key.clone(),
        title_da: programme.title_da.clone(),
        title_en: programme.title_en.clone(),
        edition: programme.edition.clone().unwrap_or_default(),
        packages: programme.package_keys(),
        rule: programme.rule.as_str().to_owned(),
        coverage: percent(programme.min_coverage),
        opens_day: programme.opens_on.day().to_string(),
        opens_month: programme.opens_on.month().to_string(),
        closes: if closes_on.is_some() { "day" } else { "weeks" }.to_owned(),
        weeks: programme.open_weeks.to_string(),
        closes_day: closes_on.map_or_else(String::new, |day| day.day().to_string()),
        closes_month: closes_on.map_or_else(String::new, |day| day.month().to_string()),
        draft_days: programme.draft_days.map_or_else(String::new, |days| days.to_string()),
        opens_itself: if programme.opens_itself { "yes" } else { "no" }.to_owned(),
        announcement: number(programme.letter_plan.announcement()),
        reminders: reminders.join(", "),
        last_reminder: number(programme.letter_plan.last_reminder()),
        result: if programme.letter_plan.sends_result() { "yes" } else { "no" }.to_owned(),
    }
}

/// The fields as they were sent; a box that is ticked more than once counts each time.
pub(super) fn typed(fields: Vec<(String, String)>) -> TypedProgramme {
    let mut typed = TypedProgramme::default();
    for (name, value) in fields {
        let value = value.trim().to_owned();
        let place = match name.as_str() {
            "packages" => {
                typed.packages.push(value);
                continue;
            }
            "key" => &mut typed.key,
            "title_da" => &mut typed.title_da,
            "title_en" => &mut typed.title_en,
            "edition" => &mut typed.edition,
            "rule" => &mut typed.rule,
            "coverage" => &mut typed.coverage,
            "opens_day" => &mut typed.opens_day,
            "opens_month" => &mut typed.opens_month,
            "closes" => &mut typed.closes,
            "weeks" => &mut typed.weeks,
            "closes_day" => &mut typed.closes_day,
            "closes_month" => &mut typed.closes_month,
            "draft_days" => &mut typed.draft_days,
            "opens_itself" => &mut typed.opens_itself,
            "announcement" => &mut typed.announcement,
            "reminders" => &mut typed.reminders,
            "last_reminder" => &mut typed.last_reminder,
            "result" => &mut typed.result,
            _ => continue,
        };
        *place = value;
    }
    typed
}

/// What is wrong with the form so far, field by field.
struct Mistakes(Vec<Mistake>);

impl Mistakes {
    /// The value, or a mistake noted and the value that stands in for it.
    fn take<T>(&mut self, value: Option<T>, instead: T, mistake: (&'static str, String)) -> T {
        value.unwrap_or_else(|| {
            self.0.push(Mistake { field: mistake.0, text: mistake.1 });
            instead
        })
    }
}

/// The programme that was typed, over what it was before, whose key and age it keeps.
///
/// # Errors
/// Every field that can't be read, in the form's order.
pub(super) fn parse(
    typed: &TypedProgramme,
    before: Programme,
    language: Language,
) -> std::result::Result<Programme, Vec<Mistake>> {
    let mut mistakes = Mistakes(Vec::new());
    let title = |text: &str| (text.chars().count() <= LONGEST_TITLE).then(|| text.to_owned());
    let key = Some(before.key.clone()).filter(|key| !key.is_empty());
    let key = mistakes.take(key, String::new(), ("key", tr!(language, "programmes-mistake-key")));
    let title_da = title(&typed.title_da).filter(|title| !title.is_empty());
    let title_da = mistakes.take(title_da, String::new(), ("title_da", tr!(language, "programmes-mistake-title")));
    let title_en = title(&typed.title_en);
    let title_en = mistakes.take(title_en, String::new(), ("title_en", tr!(language, "programmes-mistake-title")));
    let rule = typed.rule.parse().ok();
    let rule = mistakes.take(rule, before.rule, ("rule", tr!(language, "rounds-mistake-rule")));
    let coverage = typed.coverage.trim_end_matches('%').trim().replace(',', ".").parse::<f64>().ok();
    let coverage = mistakes.take(coverage, 0.0, ("coverage", tr!(language, "rounds-mistake-coverage")));
    let opens_on = year_day(&typed.opens_day, &typed.opens_month);
    let opens_on = mistakes.take(opens_on, before.opens_on, ("opens_day", tr!(language, "programmes-mistake-opens")));
    let is_by_day = typed.closes == "day";
    let closes_on = match is_by_day {
        false => None,
        true => {
            let day = year_day(&typed.closes_day, &typed.closes_month);
            Some(mistakes.take(day, opens_on.clone(), ("closes_day", tr!(language, "programmes-mistake-closes"))))
        }
    };
    let weeks = number::<i32>(&typed.weeks).filter(|weeks| (1..=MOST_WEEKS).contains(weeks));
    let weeks = weeks.or_else(|| is_by_day.then_some(before.open_weeks));
    let most = MOST_WEEKS;
    let open_weeks = mistakes.take(weeks, 1, ("weeks", tr!(language, "programmes-mistake-weeks", most = most)));
    let draft_days =
        optional::<i32>(&typed.draft_days).filter(|days| days.is_none_or(|days| days <= MOST_DRAFT_DAYS && days > 0));
    let most = MOST_DRAFT_DAYS;
    let text = tr!(language, "programmes-mistake-draft-days", most = most);
    let draft_days = mistakes.take(draft_days, None, ("draft_days", text));
    let days = || tr!(language, "programmes-mistake-days", most = i32::from(MOST_DAYS));
    let announcement = mistakes.take(plan_day(&typed.announcement), None, ("announcement", days()));
    let reminders = mistakes.take(
        reminders(&typed.reminders),
        Vec::new(),
        ("reminders", {
            let (days, times) = (i32::from(MOST_DAYS), MOST_REMINDERS);
            tr!(language, "programmes-mistake-reminders", most = days, times = times)
        }),
    );
    let last_reminder = mistakes.take(plan_day(&typed.last_reminder), None, ("last_reminder", days()));
    if !mistakes.0.is_empty() {
        return Err(mistakes.0);
    }
    let plan = LetterPlan::new(announcement, reminders, last_reminder);
    let letter_plan = if typed.result == "no" { plan.without_result() } else { plan };
    Ok(Programme {
        key,
        title_da,
        title_en,
        edition: Some(typed.edition.clone()).filter(|key| !key.is_empty()),
        packages: (!typed.packages.is_empty()).then(|| typed.packages.join("|")),
        rule,
        min_coverage: coverage / 100.0,
        opens_on,
        closes_on,
        open_weeks,
        draft_days,
        opens_itself: typed.opens_itself == "yes",
        letter_plan,
        drafted_year: before.drafted_year,
        created_at: before.created_at,
        aim: before.aim,
    })
}

fn year_day(day: &str, month: &str) -> Option<YearDay> {
    let (day, month) = (number::<u32>(day.trim_end_matches('.'))?, number::<u32>(month)?);
    format!("{month:02}-{day:02}").parse().ok()
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.trim().parse().ok()
}

/// A number, or none where nothing was written; nothing at all where it can't be read.
fn optional<T: FromStr>(text: &str) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { number(text).map(Some) }
}

fn plan_day(text: &str) -> Option<Option<u16>> {
    optional::<u16>(text).filter(|days| days.is_none_or(|days| (1..=MOST_DAYS).contains(&days)))
}

fn reminders(text: &str) -> Option<Vec<u16>> {
    let written = text.split([',', ';']).map(str::trim).filter(|one| !one.is_empty());
    let days: Option<Vec<u16>> = written.map(|one| number(one).filter(|days| (1..=MOST_DAYS).contains(days))).collect();
    days.filter(|days| days.len() <= MOST_REMINDERS)
}

/// What came of sending the form: done, or what to correct.
///
/// # Errors
/// What no form can mend.
pub(super) fn outcome(outcome: Result<()>, language: Language) -> Result<std::result::Result<(), Vec<Mistake>>> {
    match outcome {
        Ok(()) => Ok(Ok(())),
        Err(Error::Refused(refusal @ Refusal::AnnouncedBeforeDrafted)) => {
            Ok(Err(vec![Mistake { field: "announcement", text: describe(&refusal, language) }]))
        }
        Err(Error::Refused(refusal)) => Ok(Err(vec![mistake(&refusal, language)])),
        Err(other) => Err(other),
    }
}
