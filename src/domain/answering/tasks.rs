//! What one person is asked: the posts and the sections of one address, in all rounds that can be seen now. Whoever
//! opens one link of theirs reaches them all.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::domain::base::addresses::is_same_mailbox;
use crate::domain::rounds::invitations::{Invitation, Section, SectionNumber, deadline, takes_answers};
use crate::domain::rounds::{Round, RoundStatus};

/// How long what was answered in a round that has closed is shown beside what is asked now.
const SHOWN_CLOSED: TimeDelta = TimeDelta::days(90);

/// One thing that somebody is asked: to answer for a post, or one section that a colleague has handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The round.
    pub round: Round,
    /// The invitation of the post.
    pub invitation: Invitation,
    /// The one section that was handed over; none for all that the post is asked.
    pub section: Option<Section>,
}

/// How far somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// Nothing was answered.
    NotStarted,
    /// Something was.
    Started,
    /// Everything is handed in.
    HandedIn,
}

impl Task {
    /// What it is called in addresses and forms; it opens nothing by itself.
    pub fn key(&self) -> String {
        self.section.as_ref().map_or_else(|| self.invitation.id.to_string(), |section| section.number.to_string())
    }

    /// The address that holds it; empty where nobody does.
    pub fn mailbox(&self) -> &str {
        match &self.section {
            Some(section) => section.helper_mailbox(),
            None => &self.invitation.email,
        }
    }

    /// The number of its section, where a colleague has handed it over.
    pub fn section_number(&self) -> Option<SectionNumber> {
        self.section.as_ref().map(|section| section.number)
    }

    /// The last day for answers.
    pub fn deadline(&self) -> NaiveDate {
        deadline(&self.round, &self.invitation)
    }

    /// Whether answers are taken.
    pub fn takes_answers(&self, now: NaiveDateTime) -> bool {
        takes_answers(&self.round, &self.invitation, now)
    }

    /// How far it is; `begun` are the sections of which something is answered.
    pub fn state(&self, begun: &[SectionNumber]) -> TaskState {
        let (handed_in, started) = match &self.section {
            Some(section) => (section.handed_in_at.is_some(), begun.contains(&section.number)),
            None => (self.invitation.handed_in_at.is_some(), self.invitation.started_at.is_some()),
        };
        match (handed_in, started) {
            (true, _) => TaskState::HandedIn,
            (false, true) => TaskState::Started,
            (false, false) => TaskState::NotStarted,
        }
    }

    /// Whether whoever opened a link to this may open another one from there. A link of one municipality shows
    /// nothing of another's, and a test shows nothing but itself.
    fn leads_to(&self, other: &Task, now: NaiveDateTime) -> bool {
        let is_one_round = self.round.id == other.round.id;
        is_same_mailbox(self.mailbox(), other.mailbox())
            && self.invitation.municipality_code == other.invitation.municipality_code
            && (is_one_round || !(self.is_test() || other.is_test()))
            && is_shown(&other.round, now)
    }

    fn is_test(&self) -> bool {
        self.round.is_test || self.round.is_trial
    }
}

fn is_shown(round: &Round, now: NaiveDateTime) -> bool {
    match round.status {
        _ if round.is_historic => false,
        RoundStatus::Draft | RoundStatus::Scheduled => false,
        RoundStatus::Open => true,
        RoundStatus::Closed | RoundStatus::Published => round.closed_at.is_some_and(|at| at > now - SHOWN_CLOSED),
    }
}

/// What whoever opened a link to `opened` is asked besides it, of all that was `found` for the address: what can be
/// answered first, then by deadline. A section of a post that is theirs as a whole is not named once more.
pub fn beside(opened: &Task, found: Vec<Task>, now: NaiveDateTime) -> Vec<Task> {
    let mut others: Vec<Task> =
        found.into_iter().filter(|other| other.key() != opened.key() && opened.leads_to(other, now)).collect();
    let wholes: Vec<_> = others
        .iter()
        .chain([opened])
        .filter(|task| task.section.is_none())
        .map(|task| task.invitation.id.clone())
        .collect();
    others.retain(|task| task.section.is_none() || !wholes.contains(&task.invitation.id));
    others.sort_by_key(|task| (!task.takes_answers(now), task.deadline(), task.key()));
    others
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::directory::PostId;
    use crate::domain::rounds::invitations::InvitationId;
    use crate::domain::{Area, MunicipalityCode};
    use crate::test_support::day;
    use crate::test_support::respondent::{at, post, round, section};

    fn task(email: &str) -> Task {
        let (round, post) = (round("2026", RoundStatus::Open, day(2026, 9, 1)), post());
        let invitation = crate::test_support::respondent::invitation(&round, &post);
        let (id, post_id) = (InvitationId::new(), PostId::new());
        Task { round, invitation: Invitation { id, post_id, email: email.to_owned(), ..invitation }, section: None }
    }

    fn handed(email: &str, number: i32) -> Task {
        let task = task("leder@example.org");
        let section = section(&task.invitation, number, Area::Health);
        Task { section: Some(Section { helper_email: Some(email.to_owned()), ..section }), ..task }
    }

    fn seen(opened: &Task, other: &Task) -> bool {
        !beside(opened, vec![other.clone()], at(12, 0)).is_empty()
    }

    #[test]
    fn one_address_is_one_person_however_it_is_written_and_none_is_nobody() {
        assert!(seen(&task("Lone@Example.org"), &task("lone@example.ORG")));
        assert!(!seen(&task("lone@example.org"), &task("lone@example.com")));
        assert!(!seen(&task(""), &task("")) && !seen(&handed("", 1), &task("")));
    }

    #[test]
    fn a_colleague_sees_what_is_theirs_and_nothing_of_the_leaders() {
        let helper = handed("anna@example.org", 1);
        assert!(!seen(&helper, &task("leder@example.org")), "the leader's address is not the colleague's");
        assert!(seen(&helper, &task("anna@example.org")) && seen(&helper, &handed("anna@example.org", 2)));
        assert!(!seen(&helper, &handed("bo@example.org", 2)));
        assert!(!seen(&task("leder@example.org"), &helper), "what was handed over is not the leader's to answer here");
    }

    #[test]
    fn another_municipality_another_test_and_an_old_round_are_not_shown() {
        let opened = task("lone@example.org");
        let mut abroad = task("lone@example.org");
        abroad.invitation.municipality_code = "0101".parse::<MunicipalityCode>().unwrap();
        let with = |change: fn(&mut Round)| {
            let mut other = task("lone@example.org");
            change(&mut other.round);
            other
        };
        assert!(!seen(&opened, &abroad));
        let (test, trial) = (with(|round| round.is_test = true), with(|round| round.is_trial = true));
        for apart in [&test, &trial] {
            assert!(!seen(&opened, apart) && !seen(apart, &opened));
        }
        assert!(!seen(&test, &trial), "two tests are two things");
        let same =
            Task { invitation: Invitation { id: InvitationId::new(), ..test.invitation.clone() }, ..test.clone() };
        assert!(seen(&test, &same));
        let closed = |when: fn(&mut Round)| {
            let mut other = with(|round| round.status = RoundStatus::Published);
            when(&mut other.round);
            seen(&opened, &other)
        };
        assert!(closed(|round| round.closed_at = Some(day(2026, 9, 1).and_hms_opt(0, 0, 0).unwrap())));
        assert!(!closed(|round| round.closed_at = Some(day(2026, 5, 1).and_hms_opt(0, 0, 0).unwrap())));
        assert!(!closed(|round| round.closed_at = None));
        assert!(!seen(&opened, &with(|round| round.is_historic = true)));
        assert!(!seen(&opened, &with(|round| round.status = RoundStatus::Scheduled)));
    }

    #[test]
    fn what_can_be_answered_comes_first_and_a_section_of_ones_own_post_is_no_task_of_its_own() {
        let opened = task("lone@example.org");
        let own = Section {
            helper_email: Some("lone@example.org".to_owned()),
            ..section(&opened.invitation, 7, Area::Health)
        };
        let own = Task { section: Some(own), ..opened.clone() };
        let mut late = task("lone@example.org");
        late.round.closes_on = day(2026, 12, 1);
        let mut over = task("lone@example.org");
        over.round.closes_on = day(2026, 9, 2);
        let soon = task("lone@example.org");
        let found = vec![over.clone(), late.clone(), own, opened.clone(), soon.clone()];
        let keys: Vec<String> = beside(&opened, found, at(12, 0)).iter().map(Task::key).collect();
        assert_eq!(keys, [soon.key(), late.key(), over.key()]);
    }
}
