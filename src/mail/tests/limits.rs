//! Servers that are choosy about receivers, pace and password, and our own limits.

use super::faults::{deliver, settings, worker};
use super::peer::{Act, Peer, Stage};
use crate::config::Config;
use crate::domain::mail::letters::LetterState;
use crate::test_support::mail::{config, invited_round};

#[tokio::test]
async fn one_refused_receiver_does_not_hold_up_the_others_on_its_connection() {
    let refuse = |line: &str| line.contains("leader-1@");
    let peer = Peer::start(move |turn| match turn.stage {
        Stage::Rcpt if refuse(&turn.line) => Act::Say("550 no such mailbox"),
        _ => Act::Yes,
    })
    .await;
    let invited = invited_round(5);
    invited.plan_invitations();
    worker(&invited, &Config { mail_concurrency: 1, ..settings(&peer) }).deliver_due().await.unwrap();
    let states: Vec<LetterState> = invited.letters().iter().map(|letter| letter.state).collect();
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
    let invited = invited_round(3);
    invited.plan_invitations();
    deliver(&invited, &peer).await;
    assert!(peer.received().is_empty());
    invited.wait_minutes(1);
    deliver(&invited, &peer).await;
    let mut ids = peer.ids();
    ids.sort();
    let mut expected: Vec<String> =
        invited.letters().iter().map(|letter| format!("Message-ID: <{}@pejl.example.org>", letter.id)).collect();
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
        let invited = invited_round(10);
        invited.plan_invitations();
        let mut worker = worker(&invited, &Config { mail_concurrency: 1, ..settings(&peer) });
        for _ in 0..10 {
            worker.deliver_due().await.unwrap();
            invited.wait_minutes(2);
        }
        let ids: std::collections::BTreeSet<String> = peer.ids().into_iter().collect();
        assert_eq!((peer.received().len(), ids.len()), (10, 10), "{said}");
    }
}

#[tokio::test]
async fn our_own_limit_ends_a_connection_in_time() {
    let peer = Peer::start(|turn| if turn.letter > 4 { Act::Say("554 too many") } else { Act::Yes }).await;
    let invited = invited_round(10);
    invited.plan_invitations();
    let config = Config { mail_concurrency: 1, mail_per_connection: 4, ..settings(&peer) };
    worker(&invited, &config).deliver_due().await.unwrap();
    assert!(invited.letters().iter().all(|letter| letter.state == LetterState::Accepted));
    assert_eq!(peer.connections(), 3);
}

#[tokio::test]
async fn a_wrong_password_keeps_letters_waiting_and_a_right_one_sends_them() {
    let peer = Peer::at(Stage::Auth, Act::Say("535 5.7.8 who are you")).await;
    let signed_in = |peer: &Peer| config(&[("SMTP_URL", &peer.url.replace("smtp://", "smtp://pejl:hemmelig@"))]);
    let invited = invited_round(1);
    invited.plan_invitations();
    worker(&invited, &signed_in(&peer)).deliver_due().await.unwrap();
    let letter = invited.letters().remove(0);
    assert_eq!((letter.state, letter.attempts), (LetterState::Deferred, 0));
    assert!(!letter.last_error.unwrap().contains("hemmelig"));

    // "\0pejl\0hemmelig" in base 64.
    let peer = Peer::start(|turn| match turn.stage {
        Stage::Auth if !turn.line.ends_with(" AHBlamwAaGVtbWVsaWc=") => Act::Say("535 who are you"),
        _ => Act::Yes,
    })
    .await;
    invited.wait_minutes(2);
    worker(&invited, &signed_in(&peer)).deliver_due().await.unwrap();
    assert_eq!((invited.letters()[0].state, peer.received().len()), (LetterState::Accepted, 1));
}

#[tokio::test]
async fn two_workers_keep_one_rate_between_them() {
    let peer = Peer::start(|_| Act::Yes).await;
    let invited = invited_round(50);
    invited.plan_invitations();
    let config = Config { mail_rate: 20, ..settings(&peer) };
    let (mut one, mut other) = (worker(&invited, &config).unpaced(), worker(&invited, &config).unpaced());
    for sent in [20, 40, 50] {
        let (first, second) = tokio::join!(one.deliver_due(), other.deliver_due());
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(peer.received().len(), sent, "in all after another minute");
        invited.wait_minutes(1);
    }
    let ids: std::collections::BTreeSet<String> = peer.ids().into_iter().collect();
    assert_eq!(ids.len(), 50);
}
