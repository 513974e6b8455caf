use actix_web::http::StatusCode;

use crate::commands;
use crate::domain::Language;
use crate::domain::access::audit::By;
use crate::domain::access::staff::Role;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::contacts::Contact;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::{Round, RoundStatus};
use crate::store;
use crate::test_support::{TestService, admin, day, staff};

/// Posts in two municipalities, one of them without e-mail, and a draft.
fn prepared() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.add_post("0101", "Kulturchef", "aeldre", "kultur@example.org");
    service.add_post("0751", "Skolechef", "skole", "");
    service.draft("2026");
    service
}

fn round(service: &TestService, key: &str) -> Option<Round> {
    service.db.read(|conn| Ok(store::rounds::find_by_key(conn, key)?)).unwrap()
}

fn asked(service: &TestService, key: &str) -> Vec<Invitation> {
    let round = round(service, key).unwrap();
    service.db.read(|conn| Ok(store::invitations::list_by_round(conn, &round.id, &Scope::All)?)).unwrap()
}

#[actix_web::test]
async fn every_post_is_listed_with_questions_and_minutes() {
    let service = prepared();
    let page = service.get_as("/rounds/2026/preparation/posts", admin()).await.body;
    for expected in ["Sundhedschef", "Kulturchef", "Skolechef", "Ingen mailadresse", "3 stillinger", "Minutter"] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let narrowed =
        service.get_as("/rounds/2026/preparation/posts?municipality=0751&show=without_email", admin()).await.body;
    assert!(narrowed.contains("1 stilling") && !narrowed.contains("Sundhedschef"), "{narrowed}");
    assert_eq!(
        service.get_as("/rounds/2026/preparation/posts?municipality=x", admin()).await.status,
        StatusCode::NOT_FOUND
    );
}

#[actix_web::test]
async fn many_posts_stand_in_pages() {
    let service = prepared();
    for number in 0..60 {
        service.add_post("0751", &format!("Leder {number:02}"), "skole", "leder@example.org");
    }
    let first = service.get_as("/rounds/2026/preparation/posts?municipality=0751", admin()).await.body;
    assert!(first.contains("61 stillinger") && first.contains("Leder 00") && !first.contains("Leder 59"), "{first}");
    let second = service.get_as("/rounds/2026/preparation/posts?municipality=0751&page=2", admin()).await.body;
    assert!(second.contains("Leder 59") && !second.contains("Leder 00"));
}

#[actix_web::test]
async fn a_post_that_gets_much_more_than_last_time_is_told() {
    let service = prepared();
    let few = commands::rounds::create(
        &service.db,
        &crate::domain::rounds::NewRound {
            packages: vec!["tobak".to_owned()],
            opens_on: day(2025, 9, 1),
            closes_on: day(2025, 10, 1),
            ..service.new_round("2025")
        },
        &By::command_line(service.now()),
    )
    .unwrap();
    let by = By::command_line(service.now());
    commands::rounds::open(&service.db, &few.key, &by).unwrap();
    commands::rounds::close(&service.db, &few.key, &by).unwrap();
    let page = service.get_as("/rounds/2026/preparation", admin()).await.body;
    assert!(page.contains("id=\"much-more\""), "{page}");
    let listed = service.get_as("/rounds/2026/preparation/posts?show=much_more", admin()).await.body;
    assert!(listed.contains("Sundhedschef") && listed.contains(" flere"), "{listed}");
    service.add_post("0751", "Ny chef", "skole", "ny@example.org");
    let new = service.get_as("/rounds/2026/preparation/posts?show=new", admin()).await.body;
    assert!(new.contains("Ny chef") && !new.contains("Sundhedschef"), "{new}");
}

#[actix_web::test]
async fn a_trial_asks_one_post_and_writes_only_to_who_tries() {
    let service = prepared();
    let made = service.post_as("/rounds/2026/trials", &[], admin()).await;
    assert_eq!(made.location.as_deref(), Some("/rounds/proeve-2026-1"));
    let trial = round(&service, "proeve-2026-1").unwrap();
    assert!(trial.is_test && trial.is_trial && trial.status == RoundStatus::Open);
    let invited = asked(&service, "proeve-2026-1");
    assert_eq!((invited.len(), invited[0].post.as_str()), (1, "Sundhedschef"), "the post that is asked most");
    assert_eq!((invited[0].email.as_str(), invited[0].name.as_str()), ("bruger@example.org", ""));
    let letters = service.db.read(|conn| Ok(store::ledger::list(conn, 10, 0)?)).unwrap();
    assert!(letters.len() == 1 && letters[0].0.email == "bruger@example.org");
    assert_eq!(round(&service, "2026").unwrap().status, RoundStatus::Draft, "the round itself waits on");
    assert!(service.get_as("/rounds/2026/preparation", admin()).await.body.contains("Lav en prøverunde"));
    assert!(service.get_as("/rounds", admin()).await.body.contains("proeve-2026-1"));
    let coordinator = service.get_as("/rounds", staff(Role::Coordinator, Some("0101"))).await.body;
    assert!(!coordinator.contains("proeve-2026-1"));
}

#[actix_web::test]
async fn a_corrected_contact_leaves_a_trial_alone_and_nobody_is_reminded() {
    let service = prepared();
    service.post_as("/rounds/2026/trials", &[], admin()).await;
    let invited = asked(&service, "proeve-2026-1").remove(0);
    let contact = Contact::parse("Ny Leder", "ny@example.org", "", Language::Danish).unwrap();
    let (db, by) = (&service.db, By::command_line(service.now()));
    commands::posts::correct(db, (&invited.post_id, &Scope::All), &contact, &by).unwrap();
    assert_eq!(asked(&service, "proeve-2026-1")[0].email, "bruger@example.org");
    for date in 2..=15 {
        let now = day(2026, 9, date).and_hms_opt(9, 0, 0).unwrap();
        assert_eq!(commands::letters::queue_due_reminders(db, now).unwrap(), 0);
        assert_eq!(commands::bounces::invite_new_holders(db, now).unwrap(), 0);
    }
}

#[actix_web::test]
async fn a_trial_is_deleted_with_all_that_was_answered() {
    let service = prepared();
    let post = {
        service.post_as("/rounds/2026/trials", &[], admin()).await;
        asked(&service, "proeve-2026-1").remove(0).post_id.to_string()
    };
    let again = service.post_as("/rounds/2026/trials", &[("post", &post)], admin()).await;
    assert_eq!(again.location.as_deref(), Some("/rounds/proeve-2026-2"));
    let (db, by) = (&service.db, By::command_line(service.now()));
    let token = commands::links::issue_for_municipality(db, "proeve-2026-1", "0101", &by).unwrap().remove(0).1;
    let link = format!("/svar/{}", token.as_str());
    assert_eq!(
        service.post_as(&format!("{link}/afsnit/sundhed"), &[("q0", "0")], admin()).await.status,
        StatusCode::SEE_OTHER
    );
    commands::rounds::close(db, "proeve-2026-1", &by).unwrap();
    assert!(service.get_as("/rounds/proeve-2026-1/deletion", admin()).await.body.contains("Prøverunden forsvinder"));
    let deleted = service.post_as("/rounds/proeve-2026-1/deletion", &[], admin()).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER);
    assert!(round(&service, "proeve-2026-1").is_none());
    assert_eq!(service.get_as(&link, admin()).await.status, StatusCode::NOT_FOUND);
    let letters = service.db.read(|conn| Ok(store::ledger::list(conn, 10, 0)?)).unwrap();
    assert_eq!(letters.len(), 1, "that of the second trial");
    assert_eq!(service.post_as("/rounds/proeve-2026-2/deletion", &[], admin()).await.status, StatusCode::SEE_OTHER);
    assert!(round(&service, "2026").is_some());
}
