use super::*;
use crate::domain::access::audit::By;
use crate::domain::mail::letters::LetterKind;
use crate::mail::tests::house::{House, day, house, opening};

fn at(month: u32, date: u32, hour: u32) -> NaiveDateTime {
    day(month, date).and_hms_opt(hour, 0, 0).unwrap()
}

fn invite(house: &House, round: &Round, invitations: &[Invitation]) -> usize {
    house.db.write(|conn| queue_invitations(conn, round, invitations, opening())).unwrap()
}

fn reminders(house: &House) -> Vec<(String, LetterKind)> {
    house.letters().into_iter().map(|letter| (letter.email, letter.kind)).collect()
}

#[test]
fn queueing_twice_is_harmless() {
    let house = house(3);
    assert_eq!(invite(&house, &house.round, &house.invitations), 3);
    assert_eq!(invite(&house, &house.round, &house.invitations), 0);
    assert_eq!(house.letters().len(), 3);
}

#[test]
fn nobody_without_an_address_and_no_historic_round_gets_letters() {
    let house = house(2);
    let mut invitations = house.invitations.clone();
    invitations[0].email = " ".into();
    let historic = Round { is_historic: true, ..house.round.clone() };
    assert_eq!(invite(&house, &historic, &invitations), 0);
    assert_eq!(invite(&house, &house.round, &invitations), 1);
}

#[test]
fn more_letters_than_one_statement_takes_are_queued() {
    let house = house(1101);
    assert_eq!(invite(&house, &house.round, &house.invitations), 1101);
}

#[test]
fn reminders_go_once_to_those_who_have_not_handed_in() {
    let house = house(3);
    house.hand_in(&house.invitations[1]);
    assert_eq!(queue_due_reminders(&house.db, at(9, 7, 9)).unwrap(), 0);
    assert_eq!(queue_due_reminders(&house.db, at(9, 8, 9)).unwrap(), 2);
    assert_eq!(queue_due_reminders(&house.db, at(9, 8, 10)).unwrap(), 0);
    assert_eq!(queue_due_reminders(&house.db, at(9, 9, 9)).unwrap(), 0);
    let expected = ["leader-0@example.org", "leader-2@example.org"];
    assert_eq!(reminders(&house), expected.map(|email| (email.to_owned(), LetterKind::Reminder)));
}

#[test]
fn an_extended_post_is_reminded_by_its_own_deadline() {
    let house = house(2);
    house.extend(&house.invitations[1], day(10, 15));
    assert_eq!(queue_due_reminders(&house.db, at(9, 29, 9)).unwrap(), 1);
    assert_eq!(queue_due_reminders(&house.db, at(10, 13, 9)).unwrap(), 1);
    let all = reminders(&house);
    assert_eq!(all, [0, 1].map(|number| (format!("leader-{number}@example.org"), LetterKind::LastReminder)));
}

#[test]
fn a_corrected_handover_gets_a_letter_of_its_own() {
    let house = house(1);
    let hand_over = |email: &str| {
        house.db.write(|conn| {
            diesel::RunQueryDsl::execute(
                diesel::sql_query(format!(
                    "INSERT INTO sections (number, invitation_id, round_id, municipality_code, area) \
                     VALUES (1, '{}', '{}', '0751', 'skole') ON CONFLICT DO NOTHING",
                    house.invitations[0].id, house.round.id
                )),
                conn,
            )?;
            let section = Section {
                number: 1,
                invitation_id: house.invitations[0].id.clone(),
                round_id: house.round.id.clone(),
                municipality_code: house.invitations[0].municipality_code.clone(),
                area: crate::domain::Area::Schools,
                helper_name: Some("Bo".to_owned()),
                helper_email: Some(email.to_owned()),
                handed_in_at: None,
                returned: None,
            };
            queue_handover(conn, &house.invitations[0], &section, opening())
        })
    };
    assert_eq!(hand_over("bo@example.org").unwrap(), 1);
    assert_eq!(hand_over("bo@example.org").unwrap(), 0);
    assert_eq!(hand_over("bo.b@example.org").unwrap(), 1);
}

#[test]
fn refused_letters_are_planned_anew_by_a_retry() {
    let house = house(2);
    invite(&house, &house.round, &house.invitations);
    let failed = [LetterState::Refused, LetterState::GivenUp];
    assert_eq!(retry(&house.db, &failed, &By::command_line(opening())).unwrap(), 0);
    house
        .db
        .write(|conn| {
            let sql = "UPDATE letters SET state = 'refused', attempts = 10 WHERE email LIKE 'leader-0%'";
            Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?)
        })
        .unwrap();
    assert_eq!(retry(&house.db, &failed, &By::command_line(opening())).unwrap(), 1);
    assert!(house.letters().iter().all(|letter| letter.attempts == 0));
}
