use std::collections::BTreeSet;

use chrono::Duration;

use crate::commands::letters::retry;
use crate::domain::access::audit::By;
use crate::domain::mail::letters::{Failure, Letter, LetterKind, LetterState};
use crate::mail::claims::{Claim, Share, begin, claim, record, release};
use crate::mail::{Mailbox, Mailer, Worker};
use crate::store::{bounces, ledger, letters};
use crate::test_support::day;
use crate::test_support::mail::{InvitedRound, config, invited_round, load_edition, opening};

fn share(batch: usize) -> Share {
    Share { batch, rate: 60_000, lease: chrono::TimeDelta::minutes(10) }
}

fn take(invited: &InvitedRound) -> Vec<Claim> {
    claim(&invited.db, invited.clock.now(), share(100)).unwrap().0
}

/// Takes letters as far as a mail server may have them.
fn begin_all(invited: &InvitedRound) -> Vec<Claim> {
    let (claims, now) = (take(invited), invited.clock.now());
    for claim in &claims {
        assert!(begin(&invited.db, (&claim.token.hash(), "Emne"), now, now + Duration::minutes(10)).unwrap());
    }
    claims
}

#[tokio::test]
async fn two_workers_never_send_one_letter_twice() {
    let invited = invited_round(100);
    invited.plan_invitations();
    let mailbox = Mailbox::default();
    let (mut one, mut other) = (invited.memory_worker(&mailbox), invited.memory_worker(&mailbox));
    let (first, second) = tokio::join!(one.deliver_due(), other.deliver_due());
    assert_eq!(first.unwrap() + second.unwrap(), 100);
    let ids: BTreeSet<String> = mailbox.all().iter().map(|sent| sent.id.to_string()).collect();
    assert_eq!((mailbox.all().len(), ids.len()), (100, 100));
    assert!(invited.letters().iter().all(|letter| letter.state == LetterState::Accepted && letter.attempts == 1));
}

#[test]
fn threads_that_claim_at_once_share_the_letters() {
    let invited = invited_round(60);
    invited.plan_invitations();
    let claimed: Vec<usize> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| (0..10).map(|_| claim(&invited.db, opening(), share(3)).unwrap().0.len()).sum::<usize>())
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(claimed.iter().sum::<usize>(), 60);
    assert_eq!(invited.links().len(), 60);
}

#[tokio::test]
async fn a_letter_whose_worker_died_while_a_server_may_have_had_it_is_in_doubt_and_repeated_once() {
    let invited = invited_round(1);
    invited.plan_invitations();
    let lost = begin_all(&invited);
    assert_eq!(lost.len(), 1);
    invited.wait_minutes(9);
    assert!(take(&invited).is_empty(), "the lease still runs");

    invited.wait_minutes(2);
    let mailbox = Mailbox::default();
    invited.memory_worker(&mailbox).deliver_due().await.unwrap();
    let letter = invited.letters().remove(0);
    assert_eq!((letter.state, letter.attempts, letter.doubts), (LetterState::Accepted, 2, 1));
    let wire = String::from_utf8(mailbox.all()[0].message.formatted()).unwrap();
    assert!(wire.contains(&format!("Message-ID: <{}@pejl.example.org>", lost[0].letter.id)));
    assert!(wire.contains("X-Pejl-Repeat: 1"));
}

#[test]
fn a_letter_whose_worker_died_before_a_server_could_have_it_is_as_if_nobody_had_taken_it() {
    let invited = invited_round(2);
    invited.plan_invitations();
    let lost = take(&invited);
    invited.wait_minutes(9);
    assert!(take(&invited).is_empty(), "the lease still runs");
    for _ in 0..10 {
        invited.wait_minutes(11);
        assert_eq!(take(&invited).len(), 2);
    }
    assert!(invited.letters().iter().all(|letter| (letter.attempts, letter.doubts) == (1, 0)));
    assert_eq!(invited.links().len(), 2, "links that nobody got are taken away");
    let now = invited.clock.now();
    assert!(
        !begin(&invited.db, (&lost[0].token.hash(), "Emne"), now, now).unwrap(),
        "a worker that only slept sends nothing"
    );
}

#[test]
fn a_letter_twice_in_doubt_stays_there_for_people_to_see() {
    let invited = invited_round(1);
    invited.plan_invitations();
    assert_eq!(begin_all(&invited).len(), 1);
    invited.wait_minutes(11);
    assert_eq!(begin_all(&invited).len(), 1, "the one repeat");
    for _ in 0..3 {
        invited.wait_minutes(11);
        assert!(take(&invited).is_empty());
    }
    let letter = invited.letters().remove(0);
    assert_eq!((letter.state, letter.doubts), (LetterState::InDoubt, 2));
}

#[test]
fn a_late_worker_is_heard_until_somebody_else_has_the_letter() {
    let invited = invited_round(2);
    invited.plan_invitations();
    let claims = begin_all(&invited);
    invited.wait_minutes(11);
    let again = claim(&invited.db, invited.clock.now(), share(1)).unwrap().0;
    assert_eq!(again[0].letter.id, claims[0].letter.id);
    let now = invited.clock.now();
    assert!(
        !record(&invited.db, (&claims[0].letter, &claims[0].token.hash()), &Ok(()), now).unwrap(),
        "somebody else has it"
    );
    assert!(
        record(&invited.db, (&claims[1].letter, &claims[1].token.hash()), &Ok(()), now).unwrap(),
        "in doubt, and now settled"
    );
    assert!(invited.letters().iter().any(|letter| letter.id == claims[1].letter.id && letter.doubts == 0));
    assert!(record(&invited.db, (&again[0].letter, &again[0].token.hash()), &Ok(()), now).unwrap());
}

#[test]
fn a_letter_that_fails_ten_times_is_given_up_after_growing_pauses() {
    let invited = invited_round(1);
    invited.plan_invitations();
    let mut pauses = Vec::new();
    for _ in 0..10 {
        let claim = take(&invited).remove(0);
        let (claimed, link) = (claim.letter, claim.token.hash());
        let now = invited.clock.now();
        record(&invited.db, (&claimed, &link), &Err(Failure::Temporary("421 busy".into())), now).unwrap();
        let letter = invited.letters().remove(0);
        pauses.push((letter.due_at - now).num_minutes());
        invited.clock.set(letter.due_at.max(now));
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 240, 0]);
    let letter = invited.letters().remove(0);
    assert_eq!((letter.state, letter.last_error.as_deref()), (LetterState::GivenUp, Some("421 busy")));
    invited.wait_minutes(24 * 60);
    assert!(take(&invited).is_empty());
}

#[test]
fn what_was_claimed_and_not_tried_is_given_back() {
    let invited = invited_round(1);
    invited.plan_invitations();
    let claims = take(&invited);
    release(&invited.db, &[(claims[0].letter.id.clone(), claims[0].token.hash())], invited.clock.now()).unwrap();
    let letter = invited.letters().remove(0);
    assert_eq!((letter.state, letter.attempts), (LetterState::Planned, 0));
    assert_eq!(take(&invited).len(), 1);
}

#[tokio::test]
async fn a_worker_told_to_stop_takes_nothing() {
    let invited = invited_round(3);
    invited.plan_invitations();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    stop.send_replace(true);
    let mailbox = Mailbox::default();
    assert_eq!(invited.memory_worker(&mailbox).deliver(&stopped).await.unwrap(), 0);
    assert!(invited.letters().iter().all(|letter| letter.state == LetterState::Planned));
}

#[tokio::test]
async fn a_worker_stopped_at_a_slow_pace_gives_back_what_it_had_not_begun() {
    let invited = invited_round(3);
    invited.plan_invitations();
    let mailbox = Mailbox::default();
    let slow = config(&[("MAIL_RATE", "3")]);
    let mailer = Mailer::memory(&mailbox);
    let mut worker = Worker::new(invited.db.clone(), invited.clock.clone(), mailer, load_edition, &slow).unwrap();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let begun = async {
        while mailbox.all().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        stop.send_replace(true);
    };
    let delivery = async { tokio::join!(worker.deliver(&stopped), begun).0 };
    let sent = tokio::time::timeout(std::time::Duration::from_secs(10), delivery).await.unwrap().unwrap();
    assert_eq!((sent, mailbox.all().len()), (1, 1));
    let planned = invited.letters().iter().filter(|letter| letter.state == LetterState::Planned).count();
    assert_eq!(planned, 2);
}

#[tokio::test]
async fn a_reminder_to_somebody_who_has_handed_in_is_called_off() {
    let invited = invited_round(2);
    invited.clock.set(opening() + Duration::days(7));
    let remind = |place: usize| {
        Letter::reminder(LetterKind::Reminder, &invited.invitations[place], day(2026, 9, 8), invited.clock.now())
    };
    invited.plan(&[remind(0), remind(1)]);
    invited.hand_in(&invited.invitations[0]);
    let mailbox = Mailbox::default();
    invited.worker(Mailer::memory(&mailbox)).deliver_due().await.unwrap();
    let states: Vec<LetterState> = invited.letters().iter().map(|letter| letter.state).collect();
    assert_eq!(states, [LetterState::Cancelled, LetterState::Accepted]);
    assert_eq!(mailbox.all().len(), 1);
    assert_eq!(invited.links().len(), 1, "no link is made for a letter that is not sent");
}

/// The letters that a statement has made a newer program's, as they stand: kind, state, attempts and doubts.
fn left_alone(invited: &InvitedRound) -> Vec<(String, String, i32, i32)> {
    use crate::schema::letters;
    use diesel::prelude::*;
    let all = letters::table.filter(letters::email.like("leader-1%")).order(letters::email);
    let words = (letters::kind, letters::state, letters::attempts, letters::doubts);
    invited.db.read(|conn| Ok(all.select(words).load(conn)?)).unwrap()
}

#[tokio::test]
async fn a_letter_of_words_that_only_a_newer_program_knows_is_left_to_it() {
    let words = [("later_report", "planned"), ("later_report", "sending"), ("reminder", "later_state")];
    for (kind, state) in words {
        let invited = invited_round(2);
        invited.plan_invitations();
        invited.change(&format!("UPDATE letters SET kind = '{kind}', state = '{state}' WHERE email LIKE 'leader-1%'"));
        let before = left_alone(&invited);
        let mailbox = Mailbox::default();
        assert_eq!(invited.memory_worker(&mailbox).deliver_due().await.unwrap(), 1, "the other one is sent");
        assert_eq!(mailbox.all()[0].receiver(), "leader-0@example.org");
        invited.wait_minutes(60);
        assert_eq!(invited.memory_worker(&mailbox).deliver_due().await.unwrap(), 0);
        retry(&invited.db, &[LetterState::Planned, LetterState::Sending], &By::clock(invited.clock.now())).unwrap();
        assert_eq!(left_alone(&invited), before);
        let now = invited.clock.now();
        assert!(!invited.db.read(|conn| Ok(letters::exists_due(conn, now)?)).unwrap(), "no worker writes in vain");
        let oldest = invited.db.read(|conn| Ok(letters::find_oldest_due(conn, now)?)).unwrap();
        assert_eq!(oldest.is_some(), state != "later_state", "the alarm is raised where nobody sends it");
    }
}

#[test]
fn a_letter_of_an_unknown_kind_that_is_read_all_the_same_is_an_error_that_says_so() {
    let invited = invited_round(1);
    invited.plan_invitations();
    invited.change("UPDATE letters SET kind = 'later_report'");
    let read = invited.db.read(|conn| Ok(bounces::find_newest_sent(conn, &["leader-0@example.org".to_owned()])?));
    assert_eq!(read.unwrap(), None, "nobody asks for it by mistake");
    let read = invited.db.read(|conn| {
        use crate::schema::letters;
        use diesel::prelude::*;
        Ok(letters::table.select(Letter::as_select()).load::<Letter>(conn)?)
    });
    let told = read.unwrap_err().to_string();
    assert!(told.contains("\"later_report\" is none of: announcement, invitation"), "{told}");
}

#[tokio::test]
async fn a_letter_to_staff_waits_for_a_program_that_can_write_it() {
    let invited = invited_round(2);
    invited.plan_invitations();
    let letter = invited.plan_letter_to_staff();
    let mailbox = Mailbox::default();
    assert_eq!(invited.memory_worker(&mailbox).deliver_due().await.unwrap(), 2);
    let found = invited.db.read(|conn| Ok(ledger::find(conn, &letter.id)?)).unwrap();
    assert_eq!(found, Some((letter, None)));
}

#[tokio::test]
async fn a_letter_waits_for_its_time() {
    let invited = invited_round(1);
    let mut letter = Letter::invitation(&invited.invitations[0], invited.clock.now());
    letter.due_at += Duration::minutes(5);
    invited.plan(&[letter]);
    let mailbox = Mailbox::default();
    let mut worker = invited.memory_worker(&mailbox);
    assert_eq!(worker.deliver_due().await.unwrap(), 0);
    invited.wait_minutes(5);
    assert_eq!(worker.deliver_due().await.unwrap(), 1);
}
