//! The deadline as an entry for a calendar: attached to the letters that name it, and behind the personal link.
//!
//! There is no personal link in it. A calendar is seen by secretaries, deputies and whole departments, goes to phones
//! and is sent on with an entry, and whoever has the link answers for the post. So the entry says whose mail the link
//! is in, and stops there.

use chrono::{Days, NaiveDateTime};
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};

use super::message::Sender;
use crate::domain::Language;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, deadline};

impl Sender {
    /// The last day on which an invitation can be answered, as a calendar of one entry that takes the whole day. It
    /// is the same entry before and after an extension, with a higher number, so that a calendar moves it.
    pub fn deadline_calendar(
        &self,
        (round, invitation): (&Round, &Invitation),
        language: Language,
        now: NaiveDateTime,
    ) -> String {
        let day = deadline(round, invitation);
        let (post, sender, contact) = (invitation.post.as_str(), self.name(), self.contact());
        let entry = Event::new()
            .uid(&format!("frist-{}@{}", invitation.id, self.host()))
            .timestamp(now.and_utc())
            .sequence(u32::from(invitation.extended_to.is_some()))
            .summary(&tr!(language, "deadline-entry"))
            .description(&tr!(language, "deadline-entry-text", post = post, sender = sender, contact = contact))
            .starts(day)
            .ends(day + Days::new(1))
            .class(Class::Private)
            // Nobody is busy all day because of it.
            .append_property(Property::new("TRANSP", "TRANSPARENT"))
            .done();
        let mut calendar = Calendar::empty();
        calendar.append_property(Property::new("VERSION", "2.0"));
        calendar.append_property(Property::new("PRODID", "-//pejl//pejl//DA"));
        calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
        calendar.append_property(Property::new("METHOD", "PUBLISH"));
        calendar.push(entry);
        calendar.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::day;
    use crate::test_support::mail::{config, invited_round, opening};

    /// The lines of a calendar, unfolded.
    fn lines(invitation: &Invitation, round: &Round, now: NaiveDateTime) -> Vec<String> {
        let sender = Sender::from_config(&config(&[])).unwrap();
        let text = sender.deadline_calendar((round, invitation), Language::Danish, now);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn the_deadline_is_a_whole_day_that_moves_when_it_is_extended() {
        let invited = invited_round(1);
        let (round, invitation) = (&invited.round, &invited.invitations[0]);
        let value = |lines: &[String], name: &str| {
            let found = lines.iter().find_map(|line| line.strip_prefix(name).map(str::to_owned));
            found.unwrap_or_else(|| panic!("{name}: {lines:?}"))
        };
        let before = lines(invitation, round, opening());
        let last = round.closes_on;
        assert_eq!(value(&before, "DTSTART;VALUE=DATE:"), last.format("%Y%m%d").to_string());
        assert_eq!(value(&before, "DTEND;VALUE=DATE:"), (last + Days::new(1)).format("%Y%m%d").to_string());
        assert_eq!((value(&before, "SEQUENCE:"), value(&before, "TRANSP:")), ("0".into(), "TRANSPARENT".into()));
        let extended = Invitation { extended_to: Some(day(2027, 1, 4)), ..invitation.clone() };
        let after = lines(&extended, round, opening());
        assert_eq!(value(&after, "DTSTART;VALUE=DATE:"), "20270104");
        assert_eq!(value(&after, "SEQUENCE:"), "1");
        assert_eq!(value(&after, "UID:"), value(&before, "UID:"));
    }

    #[test]
    fn a_posts_title_can_neither_break_the_calendar_nor_add_to_it() {
        let invited = invited_round(1);
        let post = "Chef, Sundhed; Ældre\\Pleje\nBEGIN:VALARM".to_owned();
        let invitation = Invitation { post, ..invited.invitations[0].clone() };
        let lines = lines(&invitation, &invited.round, opening());
        assert!(!lines.iter().any(|line| line.starts_with("BEGIN:VALARM")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("Chef\\, Sundhed\\; Ældre\\\\Pleje")), "{lines:?}");
    }
}
