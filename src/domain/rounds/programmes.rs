//! Programmes: what the rounds of a yearly series have in common, and when the next one is due.

pub mod series;

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::aims::Aim;
use super::letter_plan::LetterPlan;
use super::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Round, Rule, check_key};
use crate::domain::Language;
use crate::domain::base::days::{next_working_day, previous_working_day, written_day};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::schema::programmes;

/// The most days that a round is drafted before it opens.
pub const MOST_DRAFT_DAYS: i32 = 180;

/// The most weeks that a round is open, where its last day is not set.
pub const MOST_WEEKS: i32 = 26;

/// A day of every year, stored as month and day.
#[derive(Debug, Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct YearDay(String);

/// No day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no day of a year, such as 09-01")]
pub struct NoYearDay;

impl YearDay {
    /// The day of the year that a day is.
    pub fn of(day: NaiveDate) -> YearDay {
        YearDay(day.format("%m-%d").to_string())
    }

    /// The day in one year; 29 February is the 28th where there is none.
    pub fn in_year(&self, year: i32) -> NaiveDate {
        let day = |month_and_day: &str| written_day(&format!("{year:04}-{month_and_day}"));
        day(&self.0).or_else(|| day("02-28")).unwrap_or_default()
    }

    /// The day of the month.
    pub fn day(&self) -> u32 {
        self.in_year(2000).day()
    }

    /// The month, from 1.
    pub fn month(&self) -> u32 {
        self.in_year(2000).month()
    }

    /// The stored text, as 09-01.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for YearDay {
    type Err = NoYearDay;
    fn from_str(text: &str) -> Result<YearDay, NoYearDay> {
        // A leap year, so that every day there is can be written.
        let day = written_day(&format!("2000-{text}")).ok_or(NoYearDay)?;
        Ok(YearDay::of(day))
    }
}

text_column!(YearDay);

/// A yearly series of rounds (monitoreringsprogram).
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = programmes, treat_none_as_default_value = false)]
pub struct Programme {
    /// Its key, which its rounds name.
    pub key: String,
    /// Its Danish title.
    pub title_da: String,
    /// Its English title.
    pub title_en: String,
    /// Key of the edition that its rounds ask; none for the newest one published.
    pub edition: Option<String>,
    /// Package keys asked, separated by `|`; all of them where none is set.
    pub packages: Option<String>,
    /// How several posts' answers become one.
    pub rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1.
    pub min_coverage: f64,
    /// The day on which a round opens, or the working day after it.
    pub opens_on: YearDay,
    /// The last day for answers, or the working day after it; none where it follows from `open_weeks`.
    pub closes_on: Option<YearDay>,
    /// How many weeks a round is open where its last day is not set.
    pub open_weeks: i32,
    /// How many days before its opening the clock drafts a round; none where rounds are made by hand.
    pub draft_days: Option<i32>,
    /// Whether a round that the clock drafted opens by itself on its day.
    pub opens_itself: bool,
    /// When its rounds' letters go out.
    pub letter_plan: LetterPlan,
    /// The last year whose round was drafted from here: a draft that somebody deletes is not made again.
    pub drafted_year: Option<i32>,
    /// When it was made, UTC.
    pub created_at: NaiveDateTime,
    /// What it aims at, if at anything that is counted.
    pub aim: Option<Aim>,
}

/// What a programme plans for one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Season {
    /// The year.
    pub year: i32,
    /// When its round is drafted; none where that is done by hand.
    pub drafted_on: Option<NaiveDate>,
    /// First day for answers.
    pub opens_on: NaiveDate,
    /// Last day for answers.
    pub closes_on: NaiveDate,
}

impl Programme {
    /// A programme as it is suggested: the rules that held before there were any to choose.
    pub fn usual(now: NaiveDateTime) -> Programme {
        Programme {
            key: DEFAULT_PROGRAMME.to_owned(),
            title_da: "Forebyggelsespakkerne".to_owned(),
            title_en: "The prevention packages".to_owned(),
            edition: None,
            packages: None,
            rule: Rule::Mean,
            min_coverage: DEFAULT_MIN_COVERAGE,
            opens_on: YearDay("09-01".to_owned()),
            closes_on: None,
            open_weeks: 4,
            draft_days: Some(30),
            opens_itself: false,
            letter_plan: LetterPlan::default(),
            drafted_year: None,
            created_at: now,
            aim: None,
        }
    }

    /// Its title in a language.
    pub fn title(&self, language: Language) -> &str {
        match language {
            Language::English if !self.title_en.is_empty() => &self.title_en,
            _ => &self.title_da,
        }
    }

    /// The keys of the packages that it asks; empty for all.
    pub fn package_keys(&self) -> Vec<String> {
        self.packages.as_deref().into_iter().flat_map(|keys| keys.split('|')).map(str::to_owned).collect()
    }

    /// Checks what can be seen without editions.
    ///
    /// # Errors
    /// Refused when the key is bad, the coverage is no share, or the round would be announced before it is drafted.
    pub fn check(&self) -> Result<(), Refusal> {
        check_key(&self.key)?;
        if !(0.0..=1.0).contains(&self.min_coverage) {
            return Err(Refusal::BadCoverage);
        }
        let announced = self.letter_plan.announcement().map(i32::from);
        if let (Some(announced), Some(drafted)) = (announced, self.draft_days)
            && announced > drafted
        {
            return Err(Refusal::AnnouncedBeforeDrafted);
        }
        Ok(())
    }

    /// What is planned for one year. Days without work move an opening and a last day to the next working day, and
    /// the drafting to the one before.
    pub fn season(&self, year: i32) -> Season {
        let opens_on = next_working_day(self.opens_on.in_year(year));
        let after_weeks = opens_on + Days::new(7 * u64::from(self.open_weeks.unsigned_abs()));
        let closes_on = match &self.closes_on {
            None => after_weeks,
            Some(day) => Some(day.in_year(year)).filter(|day| *day > opens_on).unwrap_or_else(|| day.in_year(year + 1)),
        };
        let before = |days: i32| previous_working_day(opens_on - Days::new(days.unsigned_abs().into()));
        Season { year, drafted_on: self.draft_days.map(before), opens_on, closes_on: next_working_day(closes_on) }
    }

    /// The next year, from `today`, whose opening is to come and that has no round of the programme yet.
    pub fn next_season(&self, today: NaiveDate, rounds: &[Round]) -> Season {
        let is_held = |season: &Season| {
            let year = season.opens_on.year();
            rounds.iter().any(|round| self.has(round) && round.opens_on.year() == year)
        };
        // A year back, because an opening on the last days of a year may move into the next.
        let mut years = (today.year() - 1)..;
        loop {
            let season = self.season(years.next().unwrap_or(today.year()));
            if season.opens_on >= today && !is_held(&season) {
                return season;
            }
        }
    }

    /// The year whose round the clock drafts at `today`, if one is due.
    pub fn due_season(&self, today: NaiveDate, rounds: &[Round]) -> Option<Season> {
        let season = self.next_season(today, rounds);
        let is_due = season.drafted_on.is_some_and(|day| day <= today);
        let is_new = self.drafted_year.is_none_or(|year| year < season.year);
        (is_due && is_new).then_some(season)
    }

    /// The round of a year as a draft over an edition whose document has the hash given. A package that has left
    /// the catalogue is not asked; the page of the programme says so.
    ///
    /// # Errors
    /// Refused when the key is bad.
    pub fn draft(
        &self,
        season: &Season,
        (edition, hash): (&Edition, String),
        key: String,
        now: NaiveDateTime,
    ) -> Result<Round, Refusal> {
        let mut packages = self.package_keys();
        packages.retain(|package| edition.find_package(package).is_some());
        let new = NewRound {
            key,
            programme: self.key.clone(),
            edition: edition.key.clone(),
            packages,
            opens_on: season.opens_on,
            closes_on: season.closes_on,
            rule: self.rule,
            min_coverage: self.min_coverage,
            is_test: false,
            is_historic: false,
        };
        new.check()?;
        new.draft(edition, hash, now)
    }

    /// Keys of its packages that an edition does not have.
    pub fn lacking(&self, edition: &Edition) -> Vec<String> {
        self.package_keys().into_iter().filter(|package| edition.find_package(package).is_none()).collect()
    }

    /// Whether a round is one of its yearly ones; trials are beside them.
    pub fn has(&self, round: &Round) -> bool {
        round.programme == self.key && !round.is_test
    }
}

/// The key of a year's round that is not taken: the year, or the programme and the year, or those with a number.
pub fn free_key(programme: &str, year: i32, rounds: &[Round]) -> String {
    let is_free = |key: &String| rounds.iter().all(|round| round.key != *key);
    let short: String = programme.chars().take(25).collect();
    let named = [year.to_string(), format!("{short}-{year}")].into_iter();
    named.chain((2..).map(|number| format!("{short}-{year}-{number}"))).find(is_free).unwrap_or_default()
}

/// The key of a trial of a round that is not taken.
pub fn free_trial_key(round: &str, rounds: &[Round]) -> String {
    let is_free = |key: &String| rounds.iter().all(|round| round.key != *key);
    let short: String = round.chars().take(25).collect();
    (1..).map(|number| format!("proeve-{short}-{number}")).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests;
