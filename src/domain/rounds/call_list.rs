//! The posts of a round that have not handed in, as a list to call them by: found by words, narrowed, and sorted.

use std::cmp::Ordering;

use chrono::{NaiveDate, NaiveDateTime};

use super::Round;
use super::calls::{Call, CallOutcome};
use super::invitations::{Invitation, deadline};
use super::participation::{FAILED, LetterStanding};
use crate::domain::MunicipalityCode;
use crate::domain::base::municipalities;
use crate::domain::base::names;

words! {
    /// Which of those who have not handed in are shown.
    pub enum CallShown {
        /// All of them.
        Everybody = "all",
        /// Those whom no letter reaches: it failed or came back, or nobody knows an address.
        Unreached = "unreached",
        /// Those who have not begun.
        NotStarted = "not_started",
        /// Those who have begun.
        Started = "started",
        /// Those who are to be called again today, or were to be before.
        Due = "due",
        /// Those whom nobody has called yet.
        NeverCalled = "never_called",
    }
}

impl CallShown {
    /// What these are sorted by where nobody says otherwise.
    pub fn usual_sort(self) -> CallColumn {
        match self {
            CallShown::Due => CallColumn::CallBack,
            _ => CallColumn::Municipality,
        }
    }
}

words! {
    /// What the list is sorted by.
    pub enum CallColumn {
        /// Municipality, department and post.
        Municipality = "municipality",
        /// How many sections are missing.
        Missing = "missing",
        /// The last day on which the post can answer.
        Deadline = "deadline",
        /// When the latest letter was sent.
        Letter = "letter",
        /// The day on which to call again, those without one last.
        CallBack = "call_back",
    }
}

impl CallColumn {
    /// Whether whoever sorts by it looks for the largest first.
    pub fn begins_descending(self) -> bool {
        self == CallColumn::Missing
    }
}

/// Somebody who has not handed in everything.
#[derive(Debug, Clone, PartialEq)]
pub struct CallLine {
    /// The post as it was asked.
    pub invitation: Invitation,
    /// Sections that were handed in.
    pub done: i64,
    /// All of its sections.
    pub all: i64,
    /// The latest letter that asks for answers; none where none was queued.
    pub letter: Option<LetterStanding>,
    /// Whether mail to the address came back.
    pub is_bounced: bool,
    /// The latest call; none where nobody has called.
    pub last_call: Option<Call>,
}

impl CallLine {
    /// How many sections are missing.
    pub fn missing(&self) -> i64 {
        self.all - self.done
    }

    /// Whether no letter reaches whoever is asked.
    pub fn is_unreached(&self) -> bool {
        let failed = |letter: &LetterStanding| FAILED.contains(&letter.state.as_str());
        self.invitation.email.is_empty() || self.is_bounced || self.letter.as_ref().is_some_and(failed)
    }

    /// Whether whoever is asked is to be called again by `today`.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.last_call.as_ref().is_some_and(|call| call.is_due(today))
    }

    fn call_back_on(&self) -> Option<NaiveDate> {
        self.last_call.as_ref().and_then(|call| call.call_back_on)
    }

    fn sent_at(&self) -> Option<NaiveDateTime> {
        self.letter.as_ref().and_then(|letter| letter.sent_at)
    }
}

/// What somebody looks for in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallsWanted {
    /// Words that must all stand in municipality, department, post, name or address.
    pub text: String,
    /// Only this municipality.
    pub municipality: Option<MunicipalityCode>,
    /// Only this region, as it is on the round's last day.
    pub region: Option<String>,
    /// Which of them.
    pub shown: CallShown,
    /// Only those whose latest call came to this.
    pub outcome: Option<CallOutcome>,
    /// What they are sorted by.
    pub sort: CallColumn,
    /// Largest first.
    pub descending: bool,
}

impl CallsWanted {
    /// The lines that are wanted `today`, in the order that is wanted; equals stand by municipality, department and
    /// post.
    pub fn find<'a>(&self, round: &Round, lines: &'a [CallLine], today: NaiveDate) -> Vec<&'a CallLine> {
        let text = self.text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_wanted = |line: &&CallLine| self.shows(line, today) && self.finds(line, round, &words);
        let mut found: Vec<&CallLine> = lines.iter().filter(is_wanted).collect();
        found.sort_by(|one, other| self.compare(round, one, other).then_with(|| by_place(one, other)));
        found
    }

    /// Whether a line is among those shown, by how it stands with answers, letters and calls.
    fn shows(&self, line: &CallLine, today: NaiveDate) -> bool {
        let is_shown = match self.shown {
            CallShown::Everybody => true,
            CallShown::Unreached => line.is_unreached(),
            CallShown::NotStarted => line.invitation.started_at.is_none(),
            CallShown::Started => line.invitation.started_at.is_some(),
            CallShown::Due => line.is_due(today),
            CallShown::NeverCalled => line.last_call.is_none(),
        };
        let came_to = |outcome| line.last_call.as_ref().is_some_and(|call| call.outcome == outcome);
        is_shown && self.outcome.is_none_or(came_to)
    }

    /// Whether a line is of a place that is wanted, and all words stand in it.
    fn finds(&self, line: &CallLine, round: &Round, words: &[&str]) -> bool {
        let one = &line.invitation;
        let region = || municipalities::find(one.municipality_code.as_str())?.region_on(round.closes_on);
        if self.municipality.as_ref().is_some_and(|wanted| *wanted != one.municipality_code)
            || self.region.as_deref().is_some_and(|wanted| region() != Some(wanted))
        {
            return false;
        }
        if words.is_empty() {
            return true;
        }
        let told = [one.municipality_code.name(), &one.department, &one.post, &one.name, &one.email];
        let told = told.map(str::to_lowercase);
        words.iter().all(|word| told.iter().any(|text| text.contains(word)))
    }

    fn compare(&self, round: &Round, one: &CallLine, other: &CallLine) -> Ordering {
        let last_day = |line: &CallLine| deadline(round, &line.invitation);
        let ordering = match self.sort {
            CallColumn::Municipality => by_place(one, other),
            CallColumn::Missing => one.missing().cmp(&other.missing()),
            CallColumn::Deadline => last_day(one).cmp(&last_day(other)),
            CallColumn::Letter => one.sent_at().cmp(&other.sent_at()),
            // Whoever is not to be called again comes last either way.
            CallColumn::CallBack => match (one.call_back_on(), other.call_back_on()) {
                (Some(one), Some(other)) => one.cmp(&other),
                (one, other) => return one.is_none().cmp(&other.is_none()),
            },
        };
        if self.descending { ordering.reverse() } else { ordering }
    }
}

fn by_place(one: &CallLine, other: &CallLine) -> Ordering {
    let (one, other) = (&one.invitation, &other.invitation);
    names::compare(one.municipality_code.name(), other.municipality_code.name())
        .then_with(|| names::compare(&one.department, &other.department))
        .then_with(|| names::compare(&one.post, &other.post))
}
