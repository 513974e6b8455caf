//! What becomes of a letter when the mail server does not behave. A letter that never left is tried
//! again; one that may have left is in doubt and goes out once more at most.

use std::time::Duration;

use chrono::NaiveDateTime;

use super::peer::{Act, Peer, Stage};
use crate::config::Config;
use crate::domain::mail::letters::{Letter, LetterState};
use crate::mail::{Mailer, Worker};
use crate::store::letters as ledger;
use crate::test_support::mail::{InvitedRound, config, invited_round, load_edition};

/// Enough for a server on this machine, and soon over for one that never answers.
const PATIENCE: Duration = Duration::from_millis(400);

pub(super) fn settings(peer: &Peer) -> Config {
    Config { mail_timeout: PATIENCE, ..config(&[("SMTP_URL", &peer.url)]) }
}

pub(super) fn worker(invited: &InvitedRound, config: &Config) -> Worker {
    let mailer = Mailer::from_config(config).unwrap();
    Worker::new(invited.db.clone(), invited.clock.clone(), mailer, load_edition, config).unwrap()
}

pub(super) async fn deliver(invited: &InvitedRound, peer: &Peer) {
    worker(invited, &settings(peer)).deliver_due().await.unwrap();
}

/// One letter after one attempt with a server that does something at one stage.
async fn after(stage: Stage, act: Act) -> (InvitedRound, Peer, Letter) {
    let (peer, invited) = (Peer::at(stage, act).await, invited_round(1));
    invited.plan_invitations();
    deliver(&invited, &peer).await;
    let letter = invited.letters().remove(0);
    (invited, peer, letter)
}

/// The minutes until it is tried again.
fn pause(invited: &InvitedRound, letter: &Letter) -> i64 {
    (letter.due_at - invited.clock.now()).num_minutes()
}

fn oldest(invited: &InvitedRound) -> Option<NaiveDateTime> {
    invited.db.read(|conn| Ok(ledger::find_oldest_due(conn, invited.clock.now())?)).unwrap()
}

#[tokio::test]
async fn a_server_that_cannot_be_used_defers_without_counting_against_the_letter() {
    let cases = [
        (Stage::Greeting, Act::Hang),
        (Stage::Greeting, Act::Close),
        (Stage::Greeting, Act::Say("554 not today")),
        (Stage::Greeting, Act::Say("421 too many connections")),
        (Stage::Mail, Act::Hang),
        (Stage::Mail, Act::Say("421 closing")),
        (Stage::Rcpt, Act::Close),
        (Stage::Rcpt, Act::Say("530 sign in first")),
        (Stage::Data, Act::Close),
        (Stage::Data, Act::Hang),
    ];
    for (stage, act) in cases {
        let (invited, peer, letter) = after(stage, act).await;
        assert_eq!((letter.state, letter.attempts, letter.doubts), (LetterState::Deferred, 0, 0), "{stage:?} {act:?}");
        assert_eq!(pause(&invited, &letter), 2, "{stage:?} {act:?}");
        assert!(letter.last_error.is_some() && peer.received().is_empty(), "{stage:?} {act:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_away_for_a_weekend_makes_nobody_give_up_and_rings_the_alarm() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let invited = invited_round(1);
    invited.plan_invitations();
    let began = invited.clock.now();
    let mut away = worker(&invited, &config(&[("SMTP_URL", &url)]));
    for _ in 0..30 {
        away.deliver_due().await.unwrap();
        assert_eq!(oldest(&invited), Some(began));
        invited.wait_minutes(100);
    }
    let letter = invited.letters().remove(0);
    assert_eq!((letter.state, letter.attempts), (LetterState::Deferred, 0));

    let peer = Peer::start(|_| Act::Yes).await;
    deliver(&invited, &peer).await;
    assert_eq!((invited.letters()[0].state, peer.received().len()), (LetterState::Accepted, 1));
    assert_eq!(oldest(&invited), None);
}

#[tokio::test]
async fn a_no_for_now_defers_at_every_stage() {
    for stage in [Stage::Mail, Stage::Rcpt, Stage::Data, Stage::End] {
        let (invited, peer, letter) = after(stage, Act::Say("451 4.7.1 try later")).await;
        assert_eq!((letter.state, letter.attempts, letter.doubts), (LetterState::Deferred, 1, 0), "{stage:?}");
        assert_eq!((pause(&invited, &letter), oldest(&invited)), (1, None), "{stage:?}");
        assert!(letter.last_error.unwrap().contains("try later") && peer.received().is_empty(), "{stage:?}");
    }
}

#[tokio::test]
async fn a_no_for_good_refuses_at_every_stage() {
    for stage in [Stage::Mail, Stage::Rcpt, Stage::Data, Stage::End] {
        let (invited, peer, letter) = after(stage, Act::Say("550 5.1.1 no such mailbox")).await;
        assert_eq!((letter.state, letter.doubts), (LetterState::Refused, 0), "{stage:?}");
        assert!(letter.last_error.unwrap().contains("no such mailbox") && peer.received().is_empty(), "{stage:?}");
        invited.wait_minutes(24 * 60);
        deliver(&invited, &peer).await;
        assert_eq!(invited.letters()[0].attempts, 1, "{stage:?}: never again by itself");
    }
}

#[tokio::test]
async fn a_lost_answer_leaves_the_letter_in_doubt_until_it_was_repeated_once() {
    for (stage, act) in [(Stage::Middle, Act::Close), (Stage::End, Act::Close), (Stage::End, Act::Hang)] {
        let (invited, _, letter) = after(stage, act).await;
        assert_eq!((letter.state, letter.doubts, pause(&invited, &letter)), (LetterState::InDoubt, 1, 1), "{act:?}");
        let friendly = Peer::start(|_| Act::Yes).await;
        deliver(&invited, &friendly).await;
        assert!(friendly.received().is_empty(), "not at once");
        invited.wait_minutes(1);
        deliver(&invited, &friendly).await;
        let repeated = friendly.received().remove(0);
        assert!(repeated.contains("X-Pejl-Repeat: 1") && repeated.contains(&format!("Message-ID: <{}@", letter.id)));
        let letter = invited.letters().remove(0);
        assert_eq!((letter.state, letter.doubts), (LetterState::Accepted, 1), "the ledger remembers");
    }
}

#[tokio::test]
async fn a_letter_whose_answer_is_lost_twice_waits_for_a_person() {
    let (invited, peer, letter) = after(Stage::End, Act::Close).await;
    invited.wait_minutes(1);
    deliver(&invited, &peer).await;
    for _ in 0..3 {
        invited.wait_minutes(24 * 60);
        deliver(&invited, &peer).await;
    }
    let ids = peer.ids();
    assert!(ids.len() == 2 && ids[0] == ids[1], "{ids:?}");
    assert!(!peer.received()[0].contains("X-Pejl-Repeat"));
    let left = invited.letters().remove(0);
    assert_eq!((left.state, left.doubts, left.attempts), (LetterState::InDoubt, 2, 2));
    assert!(left.waits_for_person() && !letter.waits_for_person());
    assert_eq!(oldest(&invited), None, "it is no matter of the queue any more");
}

#[tokio::test]
async fn a_crash_between_the_servers_yes_and_the_record_repeats_the_letter_once() {
    let (peer, invited) = (Peer::at(Stage::End, Act::Hang).await, invited_round(1));
    invited.plan_invitations();
    let mut doomed = worker(&invited, &config(&[("SMTP_URL", &peer.url)]));
    // Given up in the middle, as by a kill: the server has the letter, the ledger knows nothing.
    let crash = async {
        while peer.received().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        _ = doomed.deliver_due() => panic!("the server never answers"),
        () = crash => {}
    }
    drop(doomed);
    assert_eq!(invited.letters()[0].state, LetterState::Sending);
    let friendly = Peer::start(|_| Act::Yes).await;
    deliver(&invited, &friendly).await;
    assert!(friendly.received().is_empty(), "its lease still runs");
    invited.wait_minutes(11);
    deliver(&invited, &friendly).await;
    assert_eq!(friendly.ids(), peer.ids());
    assert!(friendly.received()[0].contains("X-Pejl-Repeat: 1"));
    assert_eq!((invited.letters()[0].state, invited.letters()[0].doubts), (LetterState::Accepted, 1));
}

#[tokio::test]
async fn ten_crashes_before_the_letters_are_handed_over_put_none_in_doubt() {
    let invited = invited_round(20);
    invited.plan_invitations();
    for stage in [Stage::Greeting, Stage::Mail, Stage::Rcpt, Stage::Data, Stage::Data].repeat(2) {
        let peer = Peer::at(stage, Act::Hang).await;
        let mut doomed = worker(&invited, &config(&[("SMTP_URL", &peer.url)]));
        let crash = async {
            while peer.connections() < 4 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        tokio::select! {
            _ = doomed.deliver_due() => panic!("the server never answers"),
            () = crash => {}
        }
        assert!(invited.letters().iter().any(|letter| letter.state == LetterState::Sending), "{stage:?}");
        invited.wait_minutes(1);
    }
    let friendly = Peer::start(|_| Act::Yes).await;
    deliver(&invited, &friendly).await;
    let ids: std::collections::BTreeSet<String> = friendly.ids().into_iter().collect();
    assert_eq!((friendly.received().len(), ids.len()), (20, 20));
    assert!(invited.letters().iter().all(|letter| (letter.attempts, letter.doubts) == (1, 0)));
    assert!(friendly.received().iter().all(|letter| !letter.contains("X-Pejl-Repeat")));
}

#[tokio::test]
async fn a_server_that_reports_deliveries_is_told_which_letter_it_is() {
    let said = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let heard = std::sync::Arc::clone(&said);
    let peer = Peer::start(move |turn| match turn.stage {
        Stage::Hello => Act::Say("250-peer\r\n250 DSN"),
        _ => {
            heard.lock().unwrap().push(turn.line.clone());
            Act::Yes
        }
    })
    .await;
    let invited = invited_round(1);
    invited.plan_invitations();
    deliver(&invited, &peer).await;
    let (said, id) = (said.lock().unwrap().join("\n"), invited.letters().remove(0).id);
    assert!(said.contains(&format!("MAIL FROM:<maaling@example.org> RET=HDRS ENVID={id}")), "{said}");
    assert!(said.contains("RCPT TO:<leader-0@example.org> ORCPT=rfc822;leader-0@example.org"), "{said}");
    assert_eq!(peer.received().len(), 1);
}

#[tokio::test]
async fn a_slow_server_gets_its_letters_once() {
    let slowly = Act::Slowly(PATIENCE / 4);
    let peer = Peer::start(move |turn| if turn.stage == Stage::Middle { Act::Yes } else { slowly }).await;
    let invited = invited_round(3);
    invited.plan_invitations();
    let patient = Config { mail_timeout: PATIENCE * 10, ..settings(&peer) };
    worker(&invited, &patient).deliver_due().await.unwrap();
    assert!(invited.letters().iter().all(|letter| letter.state == LetterState::Accepted && letter.attempts == 1));
    assert_eq!(peer.received().len(), 3);
}
