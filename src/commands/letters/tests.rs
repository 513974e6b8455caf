use super::*;
use crate::domain::access::audit::By;
use crate::domain::mail::letters::LetterKind;
use crate::test_support::day;
use crate::test_support::mail::{InvitedRound, invited_round, opening};

fn at(month: u32, date: u32, hour: u32) -> NaiveDateTime {
    day(2026, month, date).and_hms_opt(hour, 0, 0).unwrap()
}

fn invite(invited: &InvitedRound, round: &Round, invitations: &[Invitation]) -> usize {
    invited.db.write(|conn| queue_invitations(conn, round, invitations, opening())).unwrap()
}

fn reminders(invited: &InvitedRound) -> Vec<(String, LetterKind)> {
    invited.letters().into_iter().map(|letter| (letter.email, letter.kind)).collect()
}

#[test]
fn queueing_twice_is_harmless() {
    let invited = invited_round(3);
    assert_eq!(invite(&invited, &invited.round, &invited.invitations), 3);
    assert_eq!(invite(&invited, &invited.round, &invited.invitations), 0);
    assert_eq!(invited.letters().len(), 3);
}

#[test]
fn nobody_without_an_address_and_no_historic_round_gets_letters() {
    let invited = invited_round(2);
    let mut invitations = invited.invitations.clone();
    invitations[0].email = " ".into();
    let historic = Round { is_historic: true, ..invited.round.clone() };
    assert_eq!(invite(&invited, &historic, &invitations), 0);
    assert_eq!(invite(&invited, &invited.round, &invitations), 1);
}

#[test]
fn more_letters_than_one_statement_takes_are_queued() {
    let invited = invited_round(1101);
    assert_eq!(invite(&invited, &invited.round, &invited.invitations), 1101);
}

#[test]
fn reminders_go_once_to_those_who_have_not_handed_in() {
    let invited = invited_round(3);
    invited.hand_in(&invited.invitations[1]);
    assert_eq!(queue_due_reminders(&invited.db, at(9, 7, 9)).unwrap(), 0);
    assert_eq!(queue_due_reminders(&invited.db, at(9, 8, 9)).unwrap(), 2);
    assert_eq!(queue_due_reminders(&invited.db, at(9, 8, 10)).unwrap(), 0);
    assert_eq!(queue_due_reminders(&invited.db, at(9, 9, 9)).unwrap(), 0);
    let expected = ["leader-0@example.org", "leader-2@example.org"];
    assert_eq!(reminders(&invited), expected.map(|email| (email.to_owned(), LetterKind::Reminder)));
}

#[test]
fn an_extended_post_is_reminded_by_its_own_deadline() {
    let invited = invited_round(2);
    invited.extend(&invited.invitations[1], day(2026, 10, 15));
    assert_eq!(queue_due_reminders(&invited.db, at(9, 29, 9)).unwrap(), 1);
    assert_eq!(queue_due_reminders(&invited.db, at(10, 13, 9)).unwrap(), 1);
    let all = reminders(&invited);
    assert_eq!(all, [0, 1].map(|number| (format!("leader-{number}@example.org"), LetterKind::LastReminder)));
}

#[test]
fn a_corrected_handover_gets_a_letter_of_its_own() {
    let invited = invited_round(1);
    let hand_over = |email: &str| {
        invited.db.write(|conn| {
            diesel::RunQueryDsl::execute(
                diesel::sql_query(format!(
                    "INSERT INTO sections (number, invitation_id, round_id, municipality_code, area) \
                     VALUES (1, '{}', '{}', '0751', 'skole') ON CONFLICT DO NOTHING",
                    invited.invitations[0].id, invited.round.id
                )),
                conn,
            )?;
            let colleague = Colleague { name: "Bo".to_owned(), email: email.to_owned() };
            queue_handover(conn, (&invited.invitations[0], 1), &colleague, opening())
        })
    };
    assert_eq!(hand_over("bo@example.org").unwrap(), 1);
    assert_eq!(hand_over("bo@example.org").unwrap(), 0);
    assert_eq!(hand_over("bo.b@example.org").unwrap(), 1);
}

#[test]
fn refused_letters_are_planned_anew_by_a_retry() {
    let invited = invited_round(2);
    invite(&invited, &invited.round, &invited.invitations);
    let failed = [LetterState::Refused, LetterState::GivenUp];
    assert_eq!(retry(&invited.db, &failed, &By::command_line(opening())).unwrap(), 0);
    invited
        .db
        .write(|conn| {
            let sql = "UPDATE letters SET state = 'refused', attempts = 10 WHERE email LIKE 'leader-0%'";
            Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?)
        })
        .unwrap();
    assert_eq!(retry(&invited.db, &failed, &By::command_line(opening())).unwrap(), 1);
    assert!(invited.letters().iter().all(|letter| letter.attempts == 0));
}
