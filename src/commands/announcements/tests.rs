use chrono::NaiveDateTime;

use super::*;
use crate::commands;
use crate::domain::mail::letters::{LetterKind, LetterState};
use crate::domain::rounds::RoundStatus;
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::programmes::Programme;
use crate::mail::{Mailbox, Mailer, Worker};
use crate::test_support::mail::config;
use crate::test_support::{TestService, day};

/// Two posts, one of them without address, and a round of September 2026 that is announced a fortnight before.
fn prepared() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed", "sundhed@example.org");
    service.add_post("0751", "Skolechef", "skole", "");
    let plan = LetterPlan::new(Some(14), vec![7], Some(2));
    let programme = Programme { letter_plan: plan, draft_days: None, ..Programme::usual(service.now()) };
    commands::programmes::create(&service.db, &programme, &service.by()).unwrap();
    service.draft("2026");
    service
}

fn noon(month: u32, date: u32) -> NaiveDateTime {
    day(2026, month, date).and_hms_opt(12, 0, 0).unwrap()
}

fn letters(service: &TestService) -> Vec<Letter> {
    let listed = service.db.read(|conn| Ok(store::ledger::list(conn, 100, 0)?)).unwrap();
    listed.into_iter().map(|(letter, _)| letter).collect()
}

async fn deliver(service: &TestService) -> Mailbox {
    let mailbox = Mailbox::default();
    let (clock, settings) = (service.clock.clone(), config(&[]));
    let mailer = Mailer::memory(&mailbox);
    let mut worker = Worker::new(service.db.clone(), clock, mailer, editions::load, &settings).unwrap();
    worker.deliver_due().await.unwrap();
    mailbox
}

#[actix_web::test]
async fn a_scheduled_round_is_announced_once_to_every_post_with_an_address() {
    let service = prepared();
    assert_eq!(announce_due(&service.db, noon(8, 18)).unwrap(), 0, "a draft is nobody's yet");
    commands::rounds::schedule(&service.db, "2026", &service.by()).unwrap();
    assert_eq!(announce_due(&service.db, noon(8, 17)).unwrap(), 0);
    assert_eq!(announce_due(&service.db, noon(8, 18)).unwrap(), 1);
    assert_eq!(announce_due(&service.db, noon(8, 19)).unwrap(), 0);
    service.set_time("2026-08-18T12:00:00");
    let sent = deliver(&service).await.all();
    assert_eq!(sent.len(), 1);
    let letter = &sent[0];
    assert_eq!(letter.receiver(), "sundhed@example.org");
    assert_eq!(
        letter.rendered.subject,
        "Forebyggelsespakkerne i Københavns Kommune: Spørgsmålene kommer den 1. september 2026"
    );
    assert!(letter.rendered.text.contains("Som Sundhedschef i Københavns Kommune"), "{}", letter.rendered.text);
    assert!(!letter.rendered.text.contains("/svar/") && letter.rendered.link.is_empty());
}

#[actix_web::test]
async fn whoever_was_told_is_invited_and_reminded_as_if_there_had_been_no_announcement() {
    let service = prepared();
    commands::rounds::schedule(&service.db, "2026", &service.by()).unwrap();
    announce_due(&service.db, noon(8, 31)).unwrap();
    assert_eq!(commands::rounds::open_due(&service.db, noon(9, 1)).unwrap(), 1);
    let kinds: Vec<LetterKind> = letters(&service).iter().map(|letter| letter.kind).collect();
    assert_eq!(kinds, [LetterKind::Invitation, LetterKind::Announcement]);
    service.set_time("2026-09-01T12:00:00");
    assert_eq!(deliver(&service).await.all().len(), 1, "what was not sent before the opening has lost its point");
    let states: Vec<LetterState> = letters(&service).iter().map(|letter| letter.state).collect();
    assert_eq!(states, [LetterState::Accepted, LetterState::Cancelled]);
    assert_eq!(commands::letters::queue_due_reminders(&service.db, noon(9, 8)).unwrap(), 1);
}

#[actix_web::test]
async fn a_round_that_is_moved_is_announced_anew_and_one_that_goes_leaves_no_name() {
    let service = prepared();
    commands::rounds::schedule(&service.db, "2026", &service.by()).unwrap();
    assert_eq!(announce_due(&service.db, noon(8, 18)).unwrap(), 1);
    commands::rounds::unschedule(&service.db, "2026", &service.by()).unwrap();
    let moved = crate::domain::rounds::NewRound { opens_on: day(2026, 9, 2), ..service.new_round("2026") };
    commands::rounds::update(&service.db, "2026", &moved, &service.by()).unwrap();
    commands::rounds::schedule(&service.db, "2026", &service.by()).unwrap();
    assert_eq!(announce_due(&service.db, noon(8, 19)).unwrap(), 1);
    service.set_time("2026-08-19T12:00:00");
    let sent = deliver(&service).await.all();
    assert_eq!(sent.len(), 1, "the first one tells of the wrong day");
    assert!(sent[0].rendered.subject.ends_with("2. september 2026"), "{}", sent[0].rendered.subject);
    commands::rounds::unschedule(&service.db, "2026", &service.by()).unwrap();
    commands::rounds::delete(&service.db, "2026", &service.by()).unwrap();
    let left = letters(&service);
    assert_eq!(left.len(), 2);
    assert!(left.iter().all(|letter| letter.name.is_empty() && letter.email.is_empty()));
    let round = service.db.read(|conn| Ok(store::rounds::find_by_key(conn, "2026")?)).unwrap();
    assert!(round.is_none_or(|round| round.status != RoundStatus::Scheduled));
}
