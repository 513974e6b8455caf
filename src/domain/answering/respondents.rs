//! Whoever opened a personal link: what it shows and what may be done with it.

use std::sync::Arc;

use chrono::{Months, NaiveDate, NaiveDateTime};

use crate::domain::Language;
use crate::domain::base::addresses::{LONGEST, is_address};
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::import_errors::has_control_characters;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::invitations::{Invitation, Link, Section, SectionNumber, deadline, takes_answers};
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::site::Site;

/// The most characters of a name.
const NAME_LIMIT: usize = 200;

/// Seconds that a question is taken to take where nobody has shown it: an estimate for those who plan a round, which
/// nobody who is asked ever reads.
pub const SECONDS_A_QUESTION: usize = 20;

/// How long a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Seconds that earlier respondents took.
    Measured(usize),
    /// Nobody has shown it.
    Assumed,
}

impl Pace {
    /// Seconds a question.
    pub fn seconds(self) -> usize {
        match self {
            Pace::Measured(seconds) => seconds,
            Pace::Assumed => SECONDS_A_QUESTION,
        }
    }
}

/// Whoever opened a personal link.
#[derive(Debug, Clone)]
pub struct Respondent {
    /// Name, logo and accent colour of the site.
    pub site: Arc<Site>,
    /// The token in the address.
    pub token: Token,
    /// The link.
    pub link: Link,
    /// The invitation it opens.
    pub invitation: Invitation,
    /// The round.
    pub round: Round,
    /// What the round asks.
    pub edition: Arc<Edition>,
    /// The language of the pages.
    pub language: Language,
    /// The present instant, UTC.
    pub now: NaiveDateTime,
    /// Whether everything is generated (demo).
    pub is_demo: bool,
    /// Whom to write to.
    pub contact: String,
    /// How many seconds a question took earlier respondents; none where too few have shown it.
    pub seconds_a_question: Option<usize>,
    /// How many months after a round has closed its links are kept; 0 for good.
    pub retention_months: u32,
}

impl Respondent {
    /// The last day of answering.
    pub fn deadline(&self) -> NaiveDate {
        deadline(&self.round, &self.invitation)
    }

    /// Why nothing can be changed any more, if so.
    pub fn closed(&self) -> Option<Refusal> {
        check_open(&self.round, &self.invitation, self.now).err()
    }

    /// About how many minutes some questions take, as earlier respondents have shown; none where too few have.
    pub fn minutes(&self, questions: usize) -> Option<usize> {
        self.seconds_a_question.map(|seconds| minutes(questions, seconds))
    }

    /// The day until which the link is kept; none while the round is not closed, and where links are kept for good.
    pub fn kept_until(&self) -> Option<NaiveDate> {
        let closed_on = day_in_denmark(self.round.closed_at?);
        closed_on.checked_add_months(Months::new(self.retention_months)).filter(|_| self.retention_months > 0)
    }

    /// Whether this is a colleague who was handed one section.
    pub fn is_helper(&self) -> bool {
        self.link.section.is_some()
    }

    /// Whether the link opens a section.
    pub fn may_open(&self, section: &Section) -> bool {
        opens(&self.link, section.number)
    }

    /// An address under the personal link; `path` begins with a slash or is empty.
    pub fn href(&self, path: &str) -> String {
        format!("/svar/{}{path}", self.token.as_str())
    }
}

/// Whether a link opens a section of its invitation.
pub fn opens(link: &Link, section: SectionNumber) -> bool {
    link.section.is_none_or(|only| only == section)
}

/// Refuses what comes after the deadline or outside the round's time.
///
/// # Errors
/// `Refusal::DeadlinePassed` or `Refusal::RoundNotOpen`.
pub fn check_open(round: &Round, invitation: &Invitation, now: NaiveDateTime) -> Result<(), Refusal> {
    if takes_answers(round, invitation, now) {
        return Ok(());
    }
    Err(if round.status == RoundStatus::Open { Refusal::DeadlinePassed } else { Refusal::RoundNotOpen })
}

/// The colleague that something is handed over to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colleague {
    /// Full name.
    pub name: String,
    /// Work e-mail.
    pub email: String,
}

/// What is wrong with a colleague's name and address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColleagueFaults {
    /// The name.
    pub name: Option<Refusal>,
    /// The address.
    pub email: Option<Refusal>,
}

impl Colleague {
    /// Whoever a section was handed over to; nobody where it was not.
    pub fn of_section(section: &Section) -> Colleague {
        let name = section.helper_name.clone().unwrap_or_default();
        Colleague { name, email: section.helper_mailbox().to_owned() }
    }

    /// A colleague as somebody wrote it.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(name: &str, email: &str) -> Result<Colleague, ColleagueFaults> {
        let (name, email) = (name.trim(), email.trim());
        let faults = ColleagueFaults {
            name: match name {
                _ if !is_name(name) => Some(Refusal::BadName),
                _ if leads_somewhere(name) => Some(Refusal::AddressAsName),
                _ => None,
            },
            email: (!is_address(email)).then(|| Refusal::BadAddress(email.chars().take(LONGEST).collect())),
        };
        if faults != ColleagueFaults::default() {
            return Err(faults);
        }
        Ok(Colleague { name: name.to_owned(), email: email.to_owned() })
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= NAME_LIMIT && !has_control_characters(name)
}

/// The host of a word that a mail program would take for a web address, as `example` in `example.org`.
pub(super) fn host_of(word: &str) -> Option<&str> {
    let word = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let (host, end) = word.rsplit_once('.')?;
    let is_short = end.chars().count() <= 3 && end.chars().all(char::is_uppercase);
    let is_end = end.chars().count() >= 2 && (end.chars().all(char::is_lowercase) || is_short);
    (host.ends_with(char::is_alphanumeric) && is_end).then_some(host)
}

/// Whether a name holds something that a mail program would make a link of: the name stands in a letter to a
/// colleague, where it must not lead anywhere.
fn leads_somewhere(name: &str) -> bool {
    name.contains(['/', '\\', '@', ':'])
        || name.to_lowercase().contains("www.")
        || name.split_whitespace().any(|word| host_of(word).is_some())
}

/// About how long `questions` take, in whole minutes, at least one.
pub fn minutes(questions: usize, seconds_a_question: usize) -> usize {
    (questions * seconds_a_question).div_ceil(60).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colleague_has_a_name_and_an_address_of_one_line() {
        let colleague = Colleague::parse(" Anna Test ", " anna.test@kommune.example.org ").unwrap();
        assert_eq!((colleague.name.as_str(), colleague.email.as_str()), ("Anna Test", "anna.test@kommune.example.org"));
        let faults = Colleague::parse("Anna\r\nBcc: x", "anna@example.org\r\nBcc: x@example.org").unwrap_err();
        assert_eq!(faults.name, Some(Refusal::BadName));
        assert!(matches!(faults.email, Some(Refusal::BadAddress(_))));
    }

    #[test]
    fn a_web_address_is_no_name() {
        for wrong in [
            "Ole http://evil.example",
            "https:evil",
            "www.evil",
            "evil.example",
            "Ole (evil.dk)",
            "EVIL.DK",
            "a//b",
            "ole@evil",
            "Gå til evil.example/x",
            "evil.example.",
            "mailto:x",
        ] {
            let faults = Colleague::parse(wrong, "ole@example.org").unwrap_err();
            assert_eq!(faults.name, Some(Refusal::AddressAsName), "{wrong}");
        }
        for name in ["J.P. Hansen", "Anna-Lise Ø. Jensen", "Dr.Hansen", "Ole Skov jr.", "O'Hara, Ida"] {
            assert!(Colleague::parse(name, "ole@example.org").is_ok(), "{name}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "anna",
            "anna@",
            "@example.org",
            "a b@example.org",
            "a@b@example.org",
            "a@localhost",
            "a@example..org",
            ".a@example.org",
            "a..b@example.org",
            "<a@example.org>",
            "a@-x.org",
            "a,b@example.org",
        ] {
            assert!(Colleague::parse("Anna", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn minutes_are_rounded_up_and_never_none() {
        assert_eq!([0, 1, 3, 4, 31].map(|questions| minutes(questions, 20)), [1, 1, 1, 2, 11]);
    }
}
