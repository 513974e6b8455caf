//! Letters that tell of a round before it opens.

use chrono::NaiveDateTime;

use super::{Letter, LetterKind, Recipient};
use crate::domain::base::days::{day_in_denmark, is_working_day, letter_time};
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::{Round, RoundStatus};

/// Whether a round is to be announced at `now`: from the planned day until it opens, on the morning of a working day.
/// A draft is not announced, because nobody has said yet that it opens on its day.
pub fn is_announcement_due(round: &Round, plan: &LetterPlan, now: NaiveDateTime) -> bool {
    let today = day_in_denmark(now);
    round.status == RoundStatus::Scheduled
        && !round.is_historic
        && plan.announcement_day(round.opens_on).is_some_and(|day| day <= today && today < round.opens_on)
        && is_working_day(today)
        && now >= letter_time(today)
}

impl LetterKind {
    /// Those that go to a post which is not asked yet.
    pub const TO_POSTS: &'static [LetterKind] = &[LetterKind::Announcement];
}

impl Letter {
    /// Tells a post of the round in which it will be asked, as `invitation` would ask it, due at once.
    pub fn announcement(round: &Round, invitation: &Invitation, now: NaiveDateTime) -> Letter {
        let letter = Letter::plan(LetterKind::Announcement, invitation, &round.opens_on.to_string(), now);
        let recipient = Recipient::Post { round_id: Some(round.id.clone()), post_id: invitation.post_id.clone() };
        Letter { recipient, ..letter }
    }

    /// Whether an announcement has lost its point: the round has opened, opens on another day or not by itself any
    /// more, or somebody else holds the post, or nobody.
    pub fn is_pointless_to_post(&self, round: &Round, entry: &DirectoryEntry) -> bool {
        let email = entry.holder.as_ref().map_or("", |holder| holder.email.as_str());
        round.status != RoundStatus::Scheduled
            || !self.key.ends_with(&format!("/{}", round.opens_on))
            || entry.retired_at.is_some()
            || !email.eq_ignore_ascii_case(&self.email)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::RoundId;
    use crate::test_support::day;

    fn round(status: RoundStatus) -> Round {
        Round {
            id: RoundId::new(),
            key: "2027".into(),
            programme: "national".into(),
            edition: "2018".into(),
            edition_hash: String::new(),
            packages: None,
            status,
            opens_on: day(2027, 9, 1),
            closes_on: day(2027, 10, 1),
            rule: crate::domain::rounds::Rule::Mean,
            min_coverage: 0.7,
            is_test: false,
            is_historic: false,
            created_at: NaiveDateTime::default(),
            opened_at: None,
            closed_at: None,
            letter_plan: None,
            aim: None,
            is_trial: false,
        }
    }

    fn is_due(round: &Round, date: (u32, u32), hour: u32) -> bool {
        let now = day(2027, date.0, date.1).and_hms_opt(hour, 0, 0).unwrap();
        is_announcement_due(round, &LetterPlan::new(Some(5), vec![], None), now)
    }

    #[test]
    fn a_scheduled_round_is_announced_from_its_day_until_it_opens_on_mornings_of_working_days() {
        // Five days before Wednesday, 1 September 2027 is a Friday.
        let scheduled = round(RoundStatus::Scheduled);
        let days = [((8, 26), false), ((8, 27), true), ((8, 28), false), ((8, 31), true), ((9, 1), false)];
        for (date, expected) in days {
            assert_eq!(is_due(&scheduled, date, 10), expected, "{date:?}");
        }
        assert!(!is_due(&scheduled, (8, 27), 3));
        assert!(!is_due(&round(RoundStatus::Draft), (8, 27), 10));
        assert!(!is_due(&round(RoundStatus::Open), (8, 27), 10));
        let now = day(2027, 8, 27).and_hms_opt(10, 0, 0).unwrap();
        assert!(!is_announcement_due(&scheduled, &LetterPlan::default(), now), "a plan without an announcement");
    }
}
