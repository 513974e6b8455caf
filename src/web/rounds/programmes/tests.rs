use actix_web::http::StatusCode;
use chrono::Days;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::mail::letters::{LetterKind, LetterState};
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::programmes::Programme;
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::mail::{Mailbox, Mailer, Worker};
use crate::store;
use crate::test_support::{TestService, admin, day, staff};

const FORM: [(&str, &str); 15] = [
    ("key", "forebyggelsespakker"),
    ("title_da", "Forebyggelsespakkerne"),
    ("title_en", ""),
    ("edition", ""),
    ("rule", "mean"),
    ("coverage", "70"),
    ("opens_day", "1"),
    ("opens_month", "9"),
    ("closes", "weeks"),
    ("weeks", "4"),
    ("closes_day", ""),
    ("draft_days", "30"),
    ("opens_itself", "no"),
    ("reminders", "7, 14"),
    ("last_reminder", "2"),
];

fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let changed = |name: &str| changes.iter().any(|(changed, _)| *changed == name);
    FORM.into_iter().filter(|(name, _)| !changed(name)).chain(changes.iter().copied()).collect()
}

/// Two posts, one of them without e-mail, and a programme of the usual rules with changes.
async fn prepared(changes: &[(&str, &str)]) -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.add_post("0751", "Skolechef", "skole", "");
    let made = service.post_as("/programmes", &form(changes), admin()).await;
    assert_eq!(
        (made.status, made.location.as_deref()),
        (StatusCode::SEE_OTHER, Some("/programmes/forebyggelsespakker"))
    );
    service
}

fn programme(service: &TestService) -> Programme {
    service.db.read(|conn| Ok(store::programmes::find(conn, "forebyggelsespakker")?)).unwrap().unwrap()
}

fn round(service: &TestService, key: &str) -> Option<Round> {
    service.db.read(|conn| Ok(store::rounds::find_by_key(conn, key)?)).unwrap()
}

/// The clock's drafting at noon of a day.
fn draft_on(service: &TestService, year: i32, month: u32, date: u32) -> usize {
    let now = day(year, month, date).and_hms_opt(12, 0, 0).unwrap();
    commands::programmes::draft_due(&service.db, now).unwrap()
}

#[actix_web::test]
async fn a_programme_is_made_changed_and_listed() {
    let service = prepared(&[]).await;
    assert_eq!(programme(&service), Programme { title_en: String::new(), ..Programme::usual(service.now()) });
    let changes = [
        ("title_da", "Sundhed"),
        ("closes", "day"),
        ("closes_day", "15"),
        ("closes_month", "10"),
        ("draft_days", ""),
        ("reminders", "10"),
        ("last_reminder", ""),
        ("packages", "tobak"),
        ("packages", "alkohol"),
    ];
    let changed = service.post_as("/programmes/forebyggelsespakker/settings", &form(&changes), admin()).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let now = programme(&service);
    assert_eq!(now.letter_plan, LetterPlan::new(None, vec![10], None));
    assert_eq!((now.packages.as_deref(), now.draft_days), (Some("tobak|alkohol"), None));
    let page = service.get_as("/programmes/forebyggelsespakker", admin()).await.body;
    for expected in ["Sundhed", "Tobak, Alkohol", "15. oktober", "Oprettes i hånden"] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    assert!(
        service.get_as("/programmes", admin()).await.body.contains("href=\"/programmes/forebyggelsespakker\">Sundhed")
    );
}

#[actix_web::test]
async fn a_form_with_mistakes_comes_back_with_what_was_typed() {
    let service = prepared(&[]).await;
    let wrong = [
        ("title_da", ""),
        ("coverage", "meget"),
        ("opens_day", "31"),
        ("weeks", "0"),
        ("draft_days", "snart"),
        ("reminders", "7, om lidt"),
        ("last_reminder", "366"),
        ("rule", "x"),
    ];
    let answer = service.post_as("/programmes/forebyggelsespakker/settings", &form(&wrong), admin()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for name in ["title_da", "coverage", "opens_day", "weeks", "draft_days", "reminders", "last_reminder", "rule"] {
        assert!(answer.body.contains(&format!("href=\"#{name}\"")), "{name}");
    }
    assert!(answer.body.contains("value=\"7, om lidt\"") && answer.body.contains("value=\"meget\""));
    let taken = service.post_as("/programmes", &FORM, admin()).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.body.contains("href=\"#key\""));
    let unknown =
        service.post_as("/programmes/forebyggelsespakker/settings", &form(&[("edition", "1999")]), admin()).await;
    assert!(unknown.status == StatusCode::UNPROCESSABLE_ENTITY && unknown.body.contains("href=\"#edition\""));
    assert_eq!(service.post_as("/programmes/andet/settings", &FORM, admin()).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn only_administrators_see_programmes() {
    let service = prepared(&[]).await;
    let coordinator = || staff(Role::Coordinator, Some("0101"));
    for path in [
        "/programmes",
        "/programmes/new",
        "/programmes/forebyggelsespakker",
        "/programmes/forebyggelsespakker/settings",
    ] {
        assert_eq!(service.get_as(path, coordinator()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(service.post_as("/programmes", &FORM, coordinator()).await.status, StatusCode::NOT_FOUND);
    let draft = service.post_as("/programmes/forebyggelsespakker/rounds", &[], coordinator()).await;
    assert_eq!(draft.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_page_shows_the_year_with_every_letter() {
    // The service's day is 1 September 2026, on which this year's round would open.
    let service = prepared(&[]).await;
    let page = service.get_as("/programmes/forebyggelsespakker", admin()).await.body;
    for expected in [
        "31. juli 2026",
        "1. september 2026",
        "8. september 2026",
        "Sidste påmindelse",
        "Højst 1 mail",
        "1 mail, hvis det var i dag",
        "29. september 2026",
        "aria-current=\"date\"",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
}

#[actix_web::test]
async fn the_clock_drafts_the_next_round_once_in_good_time() {
    let service = prepared(&[("opens_itself", "yes"), ("packages", "tobak")]).await;
    assert_eq!(draft_on(&service, 2027, 8, 1), 0);
    assert_eq!((draft_on(&service, 2027, 8, 2), draft_on(&service, 2027, 8, 2)), (1, 0));
    let drafted = round(&service, "2027").unwrap();
    assert_eq!((drafted.status, drafted.edition.as_str()), (RoundStatus::Scheduled, "2018"));
    assert_eq!((drafted.opens_on, drafted.closes_on), (day(2027, 9, 1), day(2027, 9, 29)));
    assert_eq!(drafted.packages.as_deref(), Some("tobak"));
    let opened = commands::rounds::open_due(&service.db, day(2027, 9, 1).and_hms_opt(5, 0, 0).unwrap()).unwrap();
    assert_eq!((opened, round(&service, "2027").unwrap().status), (1, RoundStatus::Open));
    assert_eq!(draft_on(&service, 2028, 8, 2), 1, "and the next year again");
}

#[actix_web::test]
async fn a_draft_that_somebody_deletes_stays_deleted_until_somebody_asks_for_it() {
    let service = prepared(&[]).await;
    assert_eq!(draft_on(&service, 2027, 8, 2), 1);
    assert_eq!(round(&service, "2027").unwrap().status, RoundStatus::Draft);
    assert_eq!(service.post_as("/rounds/2027/deletion", &[], admin()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(draft_on(&service, 2027, 8, 3), 0);
    service.clock.set(day(2027, 8, 3).and_hms_opt(8, 0, 0).unwrap());
    assert!(service.get_as("/programmes/forebyggelsespakker", admin()).await.body.contains("kladden er slettet igen"));
    let made = service.post_as("/programmes/forebyggelsespakker/rounds", &[], admin()).await;
    assert_eq!(made.location.as_deref(), Some("/rounds/2027"));
}

#[actix_web::test]
async fn nothing_is_drafted_where_nothing_can_be_asked() {
    let service = TestService::new();
    assert_eq!(service.post_as("/programmes", &FORM, admin()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(draft_on(&service, 2027, 8, 2), 0);
    assert!(
        service
            .get_as("/programmes/forebyggelsespakker", admin())
            .await
            .body
            .contains("Ingen udgave er offentliggjort")
    );
    let asked = service.post_as("/programmes/forebyggelsespakker/rounds", &[], admin()).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn an_open_round_keeps_the_plan_that_held_when_it_opened() {
    let service = prepared(&[("reminders", "3"), ("last_reminder", "")]).await;
    service.draft("2026");
    service.post_as("/rounds/2026/opening", &[], admin()).await;
    let frozen = LetterPlan::new(None, vec![3], None);
    assert_eq!(round(&service, "2026").unwrap().letter_plan.as_ref(), Some(&frozen));
    let changed =
        service.post_as("/programmes/forebyggelsespakker/settings", &form(&[("reminders", "20")]), admin()).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    assert_eq!(round(&service, "2026").unwrap().plan(), frozen);
    let (db, morning) = (&service.db, |date| day(2026, 9, date).and_hms_opt(9, 0, 0).unwrap());
    let reminded = |date| commands::letters::queue_due_reminders(db, morning(date)).unwrap();
    assert_eq!((reminded(4), reminded(8), reminded(21)), (1, 0, 0));
    let page = service.get_as("/programmes/forebyggelsespakker", admin()).await.body;
    assert!(page.contains("id=\"round-2026\"") && page.contains("id=\"next\""), "{page}");
}

#[actix_web::test]
async fn a_round_of_a_programme_that_is_only_a_word_has_the_usual_plan() {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.draft("2026");
    let opened = commands::rounds::open(&service.db, "2026", &By::command_line(service.now())).unwrap();
    assert_eq!(opened.plan(), LetterPlan::default());
    assert!(service.get_as("/programmes", admin()).await.body.contains("/programmes/new?key=forebyggelsespakker"));
    assert_eq!(draft_on(&service, 2027, 8, 30), 0);
    let invited = service.db.read(|conn| Ok(store::invitations::list_by_round(conn, &opened.id, &Scope::All)?));
    assert_eq!(invited.unwrap().len(), 1);
    let due = (service.now().date() + Days::new(7)).and_hms_opt(9, 0, 0).unwrap();
    assert_eq!(commands::letters::queue_due_reminders(&service.db, due).unwrap(), 1);
}

#[actix_web::test]
async fn administrators_are_told_what_to_check_of_a_round_that_the_clock_drafted() {
    let service = prepared(&[]).await;
    service.account("admin@example.org", Role::Admin).await;
    service.account("konsulent@example.org", Role::Consultant).await;
    assert_eq!((draft_on(&service, 2027, 8, 2), draft_on(&service, 2027, 8, 2)), (1, 0));
    service.set_time("2027-08-02T12:00:00");
    let mailbox = Mailbox::default();
    let mailer = Mailer::memory(&mailbox);
    let (db, clock) = (service.db.clone(), service.clock.clone());
    Worker::new(db, clock, mailer, editions::load, &service.config).unwrap().deliver_due().await.unwrap();
    let told = mailbox.all();
    let receivers: Vec<String> = told.iter().map(|letter| letter.receiver()).collect();
    assert_eq!(receivers, ["admin@example.org"]);
    let text = &told[0].rendered.text;
    for expected in [
        "2018",
        "1. september 2027",
        "2 stillinger bliver spurgt",
        "1 af dem har ingen mailadresse",
        "/rounds/2027/preparation",
        "når en administrator åbner den",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}

#[actix_web::test]
async fn a_deleted_draft_is_told_to_nobody_and_its_letters_stay_in_the_ledger() {
    let service = prepared(&[]).await;
    service.account("admin@example.org", Role::Admin).await;
    assert_eq!(draft_on(&service, 2027, 8, 2), 1);
    assert_eq!(service.post_as("/rounds/2027/deletion", &[], admin()).await.status, StatusCode::SEE_OTHER);
    let letters = service.db.read(|conn| Ok(store::ledger::list(conn, 10, 0)?)).unwrap();
    let told: Vec<_> = letters.into_iter().filter(|(letter, _)| letter.kind == LetterKind::RoundDrafted).collect();
    assert!(told.len() == 1 && told[0].0.state == LetterState::Cancelled, "{told:?}");
}
