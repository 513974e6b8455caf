//! What becomes of a letter when the mail server does not behave. A letter that never left is tried
//! again; one that may have left is in doubt and goes out once more at most.

use std::time::Duration;

use chrono::NaiveDateTime;

use super::house::{House, config, house};
use super::peer::{Act, Peer, Stage};
use crate::config::Config;
use crate::domain::letters::{Letter, LetterState};
use crate::error::Error;
use crate::mail::{Mailer, Worker};
use crate::store::letters as ledger;

/// Enough for a server on this machine, and soon over for one that never answers.
const PATIENCE: Duration = Duration::from_millis(400);

fn settings(peer: &Peer) -> Config {
    Config { mail_timeout: PATIENCE, ..config(&[("SMTP_URL", &peer.url)]) }
}

fn worker(house: &House, config: &Config) -> Worker {
    let mailer = Mailer::from_config(config).unwrap();
    Worker::new(house.db.clone(), house.clock.clone(), mailer, |_, _| Err(Error::NotFound), config).unwrap()
}

async fn deliver(house: &House, peer: &Peer) {
    worker(house, &settings(peer)).deliver_due().await.unwrap();
}

/// One letter after one attempt with a server that does something at one stage.
async fn after(stage: Stage, act: Act) -> (House, Peer, Letter) {
    let (peer, house) = (Peer::at(stage, act).await, house(1));
    house.plan_invitations();
    deliver(&house, &peer).await;
    let letter = house.letters().remove(0);
    (house, peer, letter)
}

/// The minutes until it is tried again.
fn pause(house: &House, letter: &Letter) -> i64 {
    (letter.due_at - house.clock.now()).num_minutes()
}

fn oldest(house: &House) -> Option<NaiveDateTime> {
    house.db.read(|conn| Ok(ledger::find_oldest_due(conn, house.clock.now())?)).unwrap()
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
        let (house, peer, letter) = after(stage, act).await;
        assert_eq!((letter.state, letter.attempts, letter.doubts), (LetterState::Deferred, 0, 0), "{stage:?} {act:?}");
        assert_eq!(pause(&house, &letter), 2, "{stage:?} {act:?}");
        assert!(letter.last_error.is_some() && peer.received().is_empty(), "{stage:?} {act:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_away_for_a_weekend_makes_nobody_give_up_and_rings_the_alarm() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let house = house(1);
    house.plan_invitations();
    let began = house.clock.now();
    let mut away = worker(&house, &config(&[("SMTP_URL", &url)]));
    for _ in 0..30 {
        away.deliver_due().await.unwrap();
        assert_eq!(oldest(&house), Some(began));
        house.wait_minutes(100);
    }
    let letter = house.letters().remove(0);
    assert_eq!((letter.state, letter.attempts), (LetterState::Deferred, 0));

    let peer = Peer::start(|_| Act::Yes).await;
    deliver(&house, &peer).await;
    assert_eq!((house.letters()[0].state, peer.received().len()), (LetterState::Accepted, 1));
    assert_eq!(oldest(&house), None);
}

#[tokio::test]
async fn a_no_for_now_defers_at_every_stage() {
    for stage in [Stage::Mail, Stage::Rcpt, Stage::Data, Stage::End] {
        let (house, peer, letter) = after(stage, Act::Say("451 4.7.1 try later")).await;
        assert_eq!((letter.state, letter.attempts, letter.doubts), (LetterState::Deferred, 1, 0), "{stage:?}");
        assert_eq!((pause(&house, &letter), oldest(&house)), (1, None), "{stage:?}");
        assert!(letter.last_error.unwrap().contains("try later") && peer.received().is_empty(), "{stage:?}");
    }
}

#[tokio::test]
async fn a_no_for_good_refuses_at_every_stage() {
    for stage in [Stage::Mail, Stage::Rcpt, Stage::Data, Stage::End] {
        let (house, peer, letter) = after(stage, Act::Say("550 5.1.1 no such mailbox")).await;
        assert_eq!((letter.state, letter.doubts), (LetterState::Refused, 0), "{stage:?}");
        assert!(letter.last_error.unwrap().contains("no such mailbox") && peer.received().is_empty(), "{stage:?}");
        house.wait_minutes(24 * 60);
        deliver(&house, &peer).await;
        assert_eq!(house.letters()[0].attempts, 1, "{stage:?}: never again by itself");
    }
}

#[tokio::test]
async fn a_lost_answer_leaves_the_letter_in_doubt_until_it_was_repeated_once() {
    for (stage, act) in [(Stage::Middle, Act::Close), (Stage::End, Act::Close), (Stage::End, Act::Hang)] {
        let (house, _, letter) = after(stage, act).await;
        assert_eq!((letter.state, letter.doubts, pause(&house, &letter)), (LetterState::InDoubt, 1, 1), "{act:?}");
        let friendly = Peer::start(|_| Act::Yes).await;
        deliver(&house, &friendly).await;
        assert!(friendly.received().is_empty(), "not at once");
        house.wait_minutes(1);
        deliver(&house, &friendly).await;
        let repeated = friendly.received().remove(0);
        assert!(repeated.contains("X-Pejl-Repeat: 1") && repeated.contains(&format!("Message-ID: <{}@", letter.id)));
        let letter = house.letters().remove(0);
        assert_eq!((letter.state, letter.doubts), (LetterState::Accepted, 1), "the ledger remembers");
    }
}

#[tokio::test]
async fn a_letter_whose_answer_is_lost_twice_waits_for_a_person() {
    let (house, peer, letter) = after(Stage::End, Act::Close).await;
    house.wait_minutes(1);
    deliver(&house, &peer).await;
    for _ in 0..3 {
        house.wait_minutes(24 * 60);
        deliver(&house, &peer).await;
    }
    let ids = peer.ids();
    assert!(ids.len() == 2 && ids[0] == ids[1], "{ids:?}");
    assert!(!peer.received()[0].contains("X-Pejl-Repeat"));
    let left = house.letters().remove(0);
    assert_eq!((left.state, left.doubts, left.attempts), (LetterState::InDoubt, 2, 2));
    assert!(left.waits_for_person() && !letter.waits_for_person());
    assert_eq!(oldest(&house), None, "it is no matter of the queue any more");
}

#[tokio::test]
async fn a_slow_server_gets_its_letters_once() {
    let slowly = Act::Slowly(PATIENCE / 4);
    let peer = Peer::start(move |turn| if turn.stage == Stage::Middle { Act::Yes } else { slowly }).await;
    let house = house(3);
    house.plan_invitations();
    deliver(&house, &peer).await;
    assert!(house.letters().iter().all(|letter| letter.state == LetterState::Accepted && letter.attempts == 1));
    assert_eq!(peer.received().len(), 3);
}

#[tokio::test]
async fn one_refused_receiver_does_not_hold_up_the_others_on_its_connection() {
    let refuse = |line: &str| line.contains("leader-1@");
    let peer = Peer::start(move |turn| match turn.stage {
        Stage::Rcpt if refuse(&turn.line) => Act::Say("550 no such mailbox"),
        _ => Act::Yes,
    })
    .await;
    let house = house(5);
    house.plan_invitations();
    worker(&house, &Config { mail_concurrency: 1, ..settings(&peer) }).deliver_due().await.unwrap();
    let states: Vec<LetterState> = house.letters().iter().map(|letter| letter.state).collect();
    let (yes, no) = (LetterState::Accepted, LetterState::Refused);
    assert_eq!((states, peer.connections()), (vec![yes, no, yes, yes, yes], 1));
}

#[tokio::test]
async fn a_greylisted_letter_is_the_same_letter_when_it_is_taken_later() {
    let seen = std::sync::Mutex::new(std::collections::BTreeSet::new());
    let peer = Peer::start(move |turn| match turn.stage {
        Stage::Rcpt if seen.lock().unwrap().insert(turn.line.clone()) => Act::Say("451 4.7.1 greylisted"),
        _ => Act::Yes,
    })
    .await;
    let house = house(3);
    house.plan_invitations();
    deliver(&house, &peer).await;
    assert!(peer.received().is_empty());
    house.wait_minutes(1);
    deliver(&house, &peer).await;
    let mut ids = peer.ids();
    ids.sort();
    let mut expected: Vec<String> =
        house.letters().iter().map(|letter| format!("Message-ID: <{}@pejl.example.org>", letter.id)).collect();
    expected.sort();
    assert_eq!(ids, expected);
    assert!(peer.received().iter().all(|letter| !letter.contains("X-Pejl-Repeat")), "no doubt, no repeat");
}

#[tokio::test]
async fn a_server_that_takes_so_many_letters_per_connection_gets_them_all() {
    for said in ["421 4.7.0 enough for one connection", "450 4.7.1 enough for now"] {
        let peer = Peer::start(move |turn| match turn.stage {
            Stage::Mail if turn.letter > 3 => Act::Say(said),
            _ => Act::Yes,
        })
        .await;
        let house = house(10);
        house.plan_invitations();
        let mut worker = worker(&house, &Config { mail_concurrency: 1, ..settings(&peer) });
        for _ in 0..10 {
            worker.deliver_due().await.unwrap();
            house.wait_minutes(2);
        }
        let ids: std::collections::BTreeSet<String> = peer.ids().into_iter().collect();
        assert_eq!((peer.received().len(), ids.len()), (10, 10), "{said}");
    }
}

#[tokio::test]
async fn our_own_limit_ends_a_connection_in_time() {
    let peer = Peer::start(|turn| if turn.letter > 4 { Act::Say("554 too many") } else { Act::Yes }).await;
    let house = house(10);
    house.plan_invitations();
    let config = Config { mail_concurrency: 1, mail_per_connection: 4, ..settings(&peer) };
    worker(&house, &config).deliver_due().await.unwrap();
    assert!(house.letters().iter().all(|letter| letter.state == LetterState::Accepted));
    assert_eq!(peer.connections(), 3);
}

#[tokio::test]
async fn a_wrong_password_keeps_letters_waiting_and_a_right_one_sends_them() {
    let peer = Peer::at(Stage::Auth, Act::Say("535 5.7.8 who are you")).await;
    let signed_in = |peer: &Peer| config(&[("SMTP_URL", &peer.url.replace("smtp://", "smtp://pejl:hemmelig@"))]);
    let house = house(1);
    house.plan_invitations();
    worker(&house, &signed_in(&peer)).deliver_due().await.unwrap();
    let letter = house.letters().remove(0);
    assert_eq!((letter.state, letter.attempts), (LetterState::Deferred, 0));
    assert!(!letter.last_error.unwrap().contains("hemmelig"));

    // "\0pejl\0hemmelig" in base 64.
    let peer = Peer::start(|turn| match turn.stage {
        Stage::Auth if !turn.line.ends_with(" AHBlamwAaGVtbWVsaWc=") => Act::Say("535 who are you"),
        _ => Act::Yes,
    })
    .await;
    house.wait_minutes(2);
    worker(&house, &signed_in(&peer)).deliver_due().await.unwrap();
    assert_eq!((house.letters()[0].state, peer.received().len()), (LetterState::Accepted, 1));
}

#[tokio::test]
async fn two_workers_keep_one_rate_between_them() {
    let peer = Peer::start(|_| Act::Yes).await;
    let house = house(50);
    house.plan_invitations();
    let config = Config { mail_rate: 20, ..settings(&peer) };
    let (mut one, mut other) = (worker(&house, &config).unpaced(), worker(&house, &config).unpaced());
    for sent in [20, 40, 50] {
        let (first, second) = tokio::join!(one.deliver_due(), other.deliver_due());
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(peer.received().len(), sent, "in all after another minute");
        house.wait_minutes(1);
    }
    let ids: std::collections::BTreeSet<String> = peer.ids().into_iter().collect();
    assert_eq!(ids.len(), 50);
}
