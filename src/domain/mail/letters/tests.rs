use super::*;
use crate::domain::answering::respondents::Colleague;
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::rounds::{RoundId, RoundStatus, Rule};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(month: u32, date: u32, hour: u32) -> NaiveDateTime {
    day(month, date).and_hms_opt(hour, 0, 0).unwrap()
}

fn round() -> Round {
    Round {
        id: RoundId::new(),
        key: "2026".into(),
        programme: "national".into(),
        edition: "2018".into(),
        edition_hash: String::new(),
        packages: None,
        status: RoundStatus::Open,
        opens_on: day(9, 1),
        closes_on: day(10, 1),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: false,
        created_at: at(8, 1, 8),
        opened_at: Some(at(9, 1, 7)),
        closed_at: None,
        letter_plan: None,
        aim: None,
        is_trial: false,
    }
}

fn invitation(round: &Round) -> Invitation {
    Invitation {
        id: InvitationId::new(),
        round_id: round.id.clone(),
        post_id: crate::domain::rounds::directory::PostId::new(),
        municipality_code: "0751".parse().unwrap(),
        department: "Børn og Unge".into(),
        post: "Skolechef".into(),
        name: "Ane Eksempel".into(),
        email: "ane@example.org".into(),
        phone: String::new(),
        language: Language::Danish,
        extended_to: None,
        started_at: None,
        handed_in_at: None,
    }
}

#[test]
fn the_same_letter_has_the_same_key_and_never_the_address_in_it() {
    let invitation = invitation(&round());
    let first = Letter::invitation(&invitation, at(9, 1, 8));
    let again = Letter::invitation(&invitation, at(9, 1, 9));
    assert_eq!(first.key, again.key);
    assert_ne!(first.id, again.id);
    assert!(!first.key.contains("ane"));
    let moved = Invitation { email: "bo@example.org".into(), ..invitation };
    assert_ne!(first.key, Letter::invitation(&moved, at(9, 1, 9)).key);
}

#[test]
fn a_handover_is_keyed_by_section_and_colleague() {
    let invitation = invitation(&round());
    let key = |section, email: &str| {
        let colleague = Colleague { name: "Bo".to_owned(), email: email.to_owned() };
        Letter::handover((&invitation, section), &colleague, at(9, 2, 8)).key
    };
    assert_eq!(key(7, "bo@example.org"), key(7, "BO@example.org"));
    assert_ne!(key(7, "bo@example.org"), key(8, "bo@example.org"));
    assert_ne!(key(7, "bo@example.org"), key(7, "ida@example.org"));
}

#[test]
fn the_delay_doubles_from_a_minute_to_four_hours() {
    let minutes: Vec<i64> = (1..=10).map(|attempt| delay(attempt).num_minutes()).collect();
    assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
}

#[test]
fn the_tenth_failure_is_the_last() {
    let mut letter = Letter::invitation(&invitation(&round()), at(9, 1, 8));
    let failure = Failure::Temporary("421 travlt\r\nX: y".into());
    letter.attempts = MAX_ATTEMPTS - 1;
    assert_eq!(letter.after(&failure, at(9, 1, 8)).state, LetterState::Deferred);
    letter.attempts = MAX_ATTEMPTS;
    let outcome = letter.after(&failure, at(9, 1, 8));
    assert_eq!((outcome.state, outcome.error.as_str()), (LetterState::GivenUp, "421 travlt X: y"));
}

#[test]
fn reminders_are_due_on_their_days_from_eight_in_the_morning() {
    let round = round();
    let due = |now| due_reminder(&round, round.closes_on, now);
    assert_eq!(due(at(9, 7, 9)), None);
    assert_eq!(due(at(9, 8, 5)), None, "07.00 in Denmark");
    assert_eq!(due(at(9, 8, 6)), Some((day(9, 8), LetterKind::Reminder)));
    assert_eq!(due(at(9, 15, 6)), Some((day(9, 15), LetterKind::Reminder)));
    assert_eq!(due(at(9, 29, 6)), Some((day(9, 29), LetterKind::LastReminder)));
}

#[test]
fn a_missed_reminder_is_made_up_for_on_the_next_working_day_only() {
    let round = round();
    assert_eq!(due_reminder(&round, round.closes_on, at(9, 9, 9)), Some((day(9, 8), LetterKind::Reminder)));
    assert_eq!(due_reminder(&round, round.closes_on, at(9, 10, 9)), None);
}

#[test]
fn a_round_opened_late_reminds_from_its_opening() {
    let round = Round { opened_at: Some(at(9, 7, 9)), ..round() };
    assert_eq!(due_reminder(&round, round.closes_on, at(9, 8, 9)), None);
    assert_eq!(due_reminder(&round, round.closes_on, at(9, 14, 9)), Some((day(9, 14), LetterKind::Reminder)));
}

#[test]
fn a_reminder_loses_its_point_when_answered_closed_or_taken_over() {
    let open = round();
    let asked = invitation(&open);
    let letter = Letter::reminder(LetterKind::Reminder, &asked, day(9, 8), at(9, 8, 6));
    let now = at(9, 8, 7);
    assert!(!letter.is_pointless(&open, &asked, None, now));
    let handed_in = Invitation { handed_in_at: Some(now), ..asked.clone() };
    assert!(letter.is_pointless(&open, &handed_in, None, now));
    let successor = Invitation { email: "bo@example.org".into(), ..asked.clone() };
    assert!(letter.is_pointless(&open, &successor, None, now));
    let closed = Round { status: RoundStatus::Closed, ..open };
    assert!(letter.is_pointless(&closed, &asked, None, now));
    let receipt = Letter::receipt(&handed_in, "0431", now);
    assert!(!receipt.is_pointless(&closed, &handed_in, None, now));
}

#[test]
fn a_receipt_confirms_its_own_answers_to_its_own_receiver() {
    let asked = invitation(&round());
    let receipt = Letter::receipt(&asked, "0431", at(9, 8, 7));
    assert!(receipt.confirms(&asked, "0431") && !receipt.confirms(&asked, "0432"));
    let successor = Invitation { email: "bo@example.org".into(), ..asked };
    assert!(!receipt.confirms(&successor, "0431"));
}
