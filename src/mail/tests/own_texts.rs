use diesel::prelude::*;

use crate::domain::Language;
use crate::domain::mail::letter_texts::{LetterText, LetterTextId, TextKind};
use crate::domain::mail::letters::{Letter, LetterState};
use crate::domain::rounds::programmes::Programme;
use crate::mail::Mailbox;
use crate::schema::letters;
use crate::store;
use crate::test_support::mail::{InvitedRound, invited_round, opening};

/// A programme for the round of the fixture.
fn with_programme(invited: &InvitedRound) {
    let programme =
        Programme { key: "national".into(), title_da: "Den nationale".into(), ..Programme::usual(opening()) };
    invited.db.write(|conn| Ok(store::programmes::insert(conn, &programme)?)).unwrap();
}

fn write(invited: &InvitedRound, version: i32, body: Option<&str>) -> LetterTextId {
    let text = LetterText {
        id: LetterTextId::new(),
        programme: "national".into(),
        kind: TextKind::Invitation,
        language: Language::Danish,
        version,
        subject: body.map(|_| "Emne {runde}".to_owned()),
        body: body.map(str::to_owned),
        made_at: opening(),
        made_by: None,
    };
    invited.db.write(|conn| Ok(store::letter_texts::insert(conn, &text)?)).unwrap();
    text.id
}

fn written_from(invited: &InvitedRound, letter: &Letter) -> Option<LetterTextId> {
    let of_letter = letters::table.find(&letter.id).select(letters::text_id);
    invited.db.read(|conn| Ok(of_letter.get_result(conn)?)).unwrap()
}

#[tokio::test]
async fn a_letter_says_what_its_programme_wrote_last_and_keeps_which_version_that_was() {
    let invited = invited_round(1);
    with_programme(&invited);
    write(&invited, 1, Some("Første {link}"));
    let second = write(&invited, 2, Some("Hej {modtager} fra {program}\n\n{link}"));
    let letter = Letter::invitation(&invited.invitations[0], opening());
    invited.plan(std::slice::from_ref(&letter));
    let mailbox = Mailbox::default();
    invited.memory_worker(&mailbox).deliver_due().await.unwrap();
    let sent = mailbox.all().remove(0).rendered;
    assert_eq!(sent.subject, "Emne 2026");
    assert!(sent.text.starts_with("Hej Navn 0 fra Den nationale\n\n"), "{}", sent.text);
    assert_eq!(written_from(&invited, &letter), Some(second));
}

#[tokio::test]
async fn where_the_own_text_was_given_up_the_letter_says_what_the_program_brings() {
    let invited = invited_round(1);
    with_programme(&invited);
    write(&invited, 1, Some("Hej {link}"));
    write(&invited, 2, None);
    let letter = Letter::invitation(&invited.invitations[0], opening());
    invited.plan(std::slice::from_ref(&letter));
    let mailbox = Mailbox::default();
    invited.memory_worker(&mailbox).deliver_due().await.unwrap();
    assert!(mailbox.all().remove(0).rendered.text.contains("personligt"));
    assert_eq!(written_from(&invited, &letter), None);
}

#[tokio::test]
async fn a_text_of_a_later_release_waits_for_a_worker_that_understands_it() {
    let invited = invited_round(1);
    with_programme(&invited);
    write(&invited, 1, Some("Hej {senere} {link}"));
    let letter = Letter::invitation(&invited.invitations[0], opening());
    invited.plan(std::slice::from_ref(&letter));
    let mailbox = Mailbox::default();
    invited.memory_worker(&mailbox).deliver_due().await.unwrap();
    let (kept, _) = invited.db.read(|conn| Ok(store::ledger::find(conn, &letter.id)?)).unwrap().unwrap();
    assert!(mailbox.all().is_empty());
    assert_eq!((kept.state, kept.attempts), (LetterState::Deferred, 1));
}
