use actix_web::http::StatusCode;
use chrono::NaiveDateTime;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::domain::rounds::invitations::Invitation;
use crate::store;
use crate::test_support::{TestService, admin, day, staff};

/// Four posts in two municipalities, one of them without e-mail, in a round that is open since 1 September.
async fn prepared() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.add_post("0101", "Skolechef", "skole", "skole@example.org");
    service.add_post("0101", "Kulturchef", "kultur-fritid|aeldre", "");
    service.add_post("0751", "Skolechef", "skole", "aarhus@example.org");
    service.draft("2026");
    assert_eq!(service.post_as("/rounds/2026/opening", &[], admin()).await.status, StatusCode::SEE_OTHER);
    service
}

fn at(month: u32, date: u32, hour: u32) -> NaiveDateTime {
    day(2026, month, date).and_hms_opt(hour, 0, 0).unwrap()
}

fn invited(service: &TestService) -> Vec<Invitation> {
    service
        .db
        .read(|conn| {
            let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
            Ok(store::invitations::list_by_round(conn, &round.id, &Scope::All)?)
        })
        .unwrap()
}

fn find(service: &TestService, email: &str) -> Invitation {
    invited(service).into_iter().find(|invitation| invitation.email == email).unwrap()
}

/// Addresses and days of the letters of a kind.
fn letters(service: &TestService, kind: LetterKind) -> Vec<(String, NaiveDateTime)> {
    let all = service.db.read(|conn| Ok(store::ledger::list(conn, 100, 0)?)).unwrap();
    let of_kind = all.into_iter().map(|(letter, _)| letter).filter(|letter: &Letter| letter.kind == kind);
    let mut letters: Vec<_> = of_kind.map(|letter| (letter.email, letter.due_at)).collect();
    letters.sort();
    letters
}

#[actix_web::test]
async fn those_chosen_are_shown_before_they_are_reminded() {
    let service = prepared().await;
    let day_after = at(9, 2, 9);
    service.clock.set(day_after);
    let ids: Vec<String> = invited(&service).iter().map(|one| one.id.to_string()).collect();
    let query: String = ids.iter().map(|id| format!("&post={id}")).collect();
    let page = service.get_as(&format!("/rounds/2026/reminders?chosen=posts&municipality=0101{query}"), admin()).await;
    assert!(
        page.body.contains("3 stillinger får en påmindelse") && page.body.contains("Ingen mailadresse"),
        "{}",
        page.body
    );
    assert!(letters(&service, LetterKind::Reminder).is_empty(), "looking changes nothing");
    let mut form = vec![("chosen", "posts"), ("municipality", "0101")];
    form.extend(ids.iter().map(|id| ("post", id.as_str())));
    let sent = service.post_as("/rounds/2026/reminders", &form, admin()).await;
    assert_eq!(sent.location.as_deref(), Some("/rounds/2026/municipalities/0101/status"));
    let expected = ["aarhus@example.org", "skole@example.org", "sundhed@example.org"];
    assert_eq!(letters(&service, LetterKind::Reminder), expected.map(|email| (email.to_owned(), day_after)));
    let again = service.get_as(&format!("/rounds/2026/reminders?chosen=posts{query}"), admin()).await.body;
    assert!(again.contains("4 stillinger får ingen påmindelse") && again.contains("Har fået en mail i dag"), "{again}");
    service.post_as("/rounds/2026/reminders", &form, admin()).await;
    assert_eq!(letters(&service, LetterKind::Reminder).len(), 3, "nobody gets two on a day");
}

#[actix_web::test]
async fn who_was_chosen_in_the_call_list_leads_back_to_it_as_it_was() {
    let service = prepared().await;
    service.clock.set(at(9, 2, 9));
    let post = find(&service, "aarhus@example.org").id.to_string();
    let list = "q=skole+aarhus&municipality=0751&shown=not_started&sort=missing&order=desc";
    let shown = list.replace('&', "&amp;");
    let page = service.get_as(&format!("/rounds/2026/calls?{list}"), admin()).await.body;
    assert!(page.contains(&format!("name=\"list\" value=\"{shown}\"")), "{page}");
    let asked = format!("chosen=posts&post={post}&list={}", list.replace('+', "%2B").replace('&', "%26"));
    for noun in ["reminders", "extensions"] {
        let page = service.get_as(&format!("/rounds/2026/{noun}?{asked}"), admin()).await.body;
        assert!(page.contains(&format!("href=\"/rounds/2026/calls?{shown}\"")), "{page}");
    }
    let form = [("chosen", "posts"), ("post", post.as_str()), ("list", list)];
    let sent = service.post_as("/rounds/2026/reminders", &form, admin()).await;
    assert_eq!(sent.location.as_deref(), Some(&*format!("/rounds/2026/calls?{list}")));
    let form = [("chosen", "posts"), ("post", post.as_str()), ("list", "//evil.example"), ("last_day", "2026-10-20")];
    let sent = service.post_as("/rounds/2026/extensions", &form, admin()).await;
    assert_eq!(sent.location.as_deref(), Some("/rounds/2026/calls?shown=all"), "nothing that was sent is an address");
}

#[actix_web::test]
async fn a_reminder_sent_by_hand_stands_for_the_planned_one_of_the_day() {
    let service = prepared().await;
    // Before eight in Denmark, when the plan's own would be due.
    service.clock.set(at(9, 8, 5));
    service.post_as("/rounds/2026/reminders", &[], admin()).await;
    assert_eq!(letters(&service, LetterKind::Reminder).len(), 3);
    assert_eq!(commands::letters::queue_due_reminders(&service.db, at(9, 8, 9)).unwrap(), 0);
}

#[actix_web::test]
async fn reminders_sent_on_a_weekend_wait_for_monday() {
    let service = prepared().await;
    service.clock.set(at(9, 5, 12));
    assert!(service.get_as("/rounds/2026/reminders", admin()).await.body.contains("7. september 2026"));
    service.post_as("/rounds/2026/reminders", &[], admin()).await;
    assert!(letters(&service, LetterKind::Reminder).iter().all(|(_, due_at)| *due_at == at(9, 7, 6)));
}

#[actix_web::test]
async fn a_coordinator_reminds_in_the_own_municipality_and_extends_nobody() {
    let service = prepared().await;
    service.clock.set(at(9, 2, 9));
    let coordinator = || staff(Role::Coordinator, Some("0101"));
    let page = service.get_as("/rounds/2026/reminders", coordinator()).await.body;
    assert!(page.contains("2 stillinger får en påmindelse") && !page.contains("aarhus@example.org"), "{page}");
    let foreign = find(&service, "aarhus@example.org").id.to_string();
    service.post_as("/rounds/2026/reminders", &[("chosen", "posts"), ("post", &foreign)], coordinator()).await;
    assert!(letters(&service, LetterKind::Reminder).is_empty(), "what is another municipality's is not found");
    assert_eq!(service.post_as("/rounds/2026/reminders", &[], coordinator()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(letters(&service, LetterKind::Reminder).len(), 2);
    assert_eq!(service.get_as("/rounds/2026/extensions", coordinator()).await.status, StatusCode::NOT_FOUND);
    let status = service.get_as("/rounds/2026/municipalities/0101/status", coordinator()).await.body;
    assert!(status.contains("Påmind de valgte") && !status.contains("Forlæng fristen for de valgte"), "{status}");
    let consultant = service.get_as("/rounds/2026/reminders", staff(Role::Consultant, None)).await;
    assert_eq!(consultant.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn many_are_extended_at_once_with_a_letter() {
    let service = prepared().await;
    service.clock.set(at(9, 28, 9));
    let (db, by) = (&service.db, By::command_line(service.now()));
    let earlier = find(&service, "skole@example.org").id;
    commands::extensions::extend(db, "2026", &earlier, day(2026, 10, 5), &by).unwrap();
    let page = service.get_as("/rounds/2026/extensions?municipality=0101", admin()).await.body;
    for expected in [
        "1 stilling får længere frist og en mail om det",
        "1 stilling får længere frist, men ingen mail",
        "1 stilling beholder sin frist",
        "Har allerede fået længere frist",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let form = |last_day| [("municipality", "0101"), ("last_day", last_day)];
    for (typed, mistake) in [("", "Vælg en dag"), ("2026-10-01", "senere end")] {
        let refused = service.post_as("/rounds/2026/extensions", &form(typed), admin()).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("href=\"#last_day\""),
            "{mistake}"
        );
    }
    let done = service.post_as("/rounds/2026/extensions", &form("2026-10-12"), admin()).await;
    assert_eq!(done.location.as_deref(), Some("/rounds/2026/municipalities/0101/status"));
    let extended: Vec<_> = invited(&service).into_iter().map(|one| (one.email, one.extended_to)).collect();
    assert!(extended.contains(&("sundhed@example.org".to_owned(), Some(day(2026, 10, 12)))));
    assert!(extended.contains(&(String::new(), Some(day(2026, 10, 12)))));
    assert!(extended.contains(&("skole@example.org".to_owned(), Some(day(2026, 10, 5)))), "an extension is final");
    assert!(extended.contains(&("aarhus@example.org".to_owned(), None)));
    let told: Vec<String> = letters(&service, LetterKind::Extended).into_iter().map(|(email, _)| email).collect();
    assert_eq!(told, ["skole@example.org", "sundhed@example.org"]);
}

#[actix_web::test]
async fn opening_says_which_letters_it_sends_and_when() {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.draft("2026");
    let page = service.get_as("/rounds/2026/opening", admin()).await.body;
    for expected in [
        "Invitation",
        "1. september 2026",
        "8. september 2026",
        "Højst 1 mail",
        "Sidste påmindelse",
        "29. september 2026",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
}

#[actix_web::test]
async fn closing_stands_apart_from_leaving_it_open() {
    let service = prepared().await;
    let page = service.get_as("/rounds/2026/closing", admin()).await.body;
    let (leave, close) = (page.find("Lad runden være åben").unwrap(), page.find("Luk runden nu</button>").unwrap());
    assert!(leave < close && page[leave..close].contains("<h2"), "{page}");
}
