use actix_web::http::StatusCode;
use chrono::Days;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::programmes::Programme;
use crate::domain::rounds::{Round, RoundStatus};
use crate::store;
use crate::web::visits::{House, account, day};

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
async fn house(changes: &[(&str, &str)]) -> House {
    let house = House::new();
    house.publish_shipped();
    house.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    house.add_post("0751", "Skolechef", "skole", "");
    let made = house.post("/programmes", &form(changes)).await;
    assert_eq!(
        (made.status, made.location.as_deref()),
        (StatusCode::SEE_OTHER, Some("/programmes/forebyggelsespakker"))
    );
    house
}

fn programme(house: &House) -> Programme {
    house.service.db.read(|conn| Ok(store::programmes::find(conn, "forebyggelsespakker")?)).unwrap().unwrap()
}

fn round(house: &House, key: &str) -> Option<Round> {
    house.service.db.read(|conn| Ok(store::rounds::find_by_key(conn, key)?)).unwrap()
}

/// The clock's drafting at noon of a day.
fn draft_on(house: &House, year: i32, month: u32, date: u32) -> usize {
    let now = day(year, month, date).and_hms_opt(12, 0, 0).unwrap();
    commands::programmes::draft_due(&house.service.db, now).unwrap()
}

#[actix_web::test]
async fn a_programme_is_made_changed_and_listed() {
    let house = house(&[]).await;
    assert_eq!(programme(&house), Programme { title_en: String::new(), ..Programme::usual(house.now()) });
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
    let changed = house.post("/programmes/forebyggelsespakker/settings", &form(&changes)).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let now = programme(&house);
    assert_eq!(now.letter_plan, LetterPlan::new(None, vec![10], None));
    assert_eq!((now.packages.as_deref(), now.draft_days), (Some("tobak|alkohol"), None));
    let page = house.get("/programmes/forebyggelsespakker").await.body;
    for expected in ["Sundhed", "Tobak, Alkohol", "15. oktober", "Oprettes i hånden"] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    assert!(house.get("/programmes").await.body.contains("href=\"/programmes/forebyggelsespakker\">Sundhed"));
}

#[actix_web::test]
async fn a_form_with_mistakes_comes_back_with_what_was_typed() {
    let house = house(&[]).await;
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
    let answer = house.post("/programmes/forebyggelsespakker/settings", &form(&wrong)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for name in ["title_da", "coverage", "opens_day", "weeks", "draft_days", "reminders", "last_reminder", "rule"] {
        assert!(answer.body.contains(&format!("href=\"#{name}\"")), "{name}");
    }
    assert!(answer.body.contains("value=\"7, om lidt\"") && answer.body.contains("value=\"meget\""));
    let taken = house.post("/programmes", &FORM).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.body.contains("href=\"#key\""));
    let unknown = house.post("/programmes/forebyggelsespakker/settings", &form(&[("edition", "1999")])).await;
    assert!(unknown.status == StatusCode::UNPROCESSABLE_ENTITY && unknown.body.contains("href=\"#edition\""));
    assert_eq!(house.post("/programmes/andet/settings", &FORM).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn only_administrators_see_programmes() {
    let house = house(&[]).await;
    let coordinator = || account(Role::Coordinator, Some("0101"));
    for path in [
        "/programmes",
        "/programmes/new",
        "/programmes/forebyggelsespakker",
        "/programmes/forebyggelsespakker/settings",
    ] {
        assert_eq!(house.get_as(path, coordinator()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(house.post_as("/programmes", &FORM, coordinator()).await.status, StatusCode::NOT_FOUND);
    let draft = house.post_as("/programmes/forebyggelsespakker/rounds", &[], coordinator()).await;
    assert_eq!(draft.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_page_shows_the_year_with_every_letter() {
    // The service's day is 1 September 2026, on which this year's round would open.
    let house = house(&[]).await;
    let page = house.get("/programmes/forebyggelsespakker").await.body;
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
    let house = house(&[("opens_itself", "yes"), ("packages", "tobak")]).await;
    assert_eq!(draft_on(&house, 2027, 8, 1), 0);
    assert_eq!((draft_on(&house, 2027, 8, 2), draft_on(&house, 2027, 8, 2)), (1, 0));
    let drafted = round(&house, "2027").unwrap();
    assert_eq!((drafted.status, drafted.edition.as_str()), (RoundStatus::Scheduled, "2018"));
    assert_eq!((drafted.opens_on, drafted.closes_on), (day(2027, 9, 1), day(2027, 9, 29)));
    assert_eq!(drafted.packages.as_deref(), Some("tobak"));
    let opened = commands::rounds::open_due(&house.service.db, day(2027, 9, 1).and_hms_opt(5, 0, 0).unwrap()).unwrap();
    assert_eq!((opened, round(&house, "2027").unwrap().status), (1, RoundStatus::Open));
    assert_eq!(draft_on(&house, 2028, 8, 2), 1, "and the next year again");
}

#[actix_web::test]
async fn a_draft_that_somebody_deletes_stays_deleted_until_somebody_asks_for_it() {
    let house = house(&[]).await;
    assert_eq!(draft_on(&house, 2027, 8, 2), 1);
    assert_eq!(round(&house, "2027").unwrap().status, RoundStatus::Draft);
    assert_eq!(house.post("/rounds/2027/deletion", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(draft_on(&house, 2027, 8, 3), 0);
    house.service.clock.set(day(2027, 8, 3).and_hms_opt(8, 0, 0).unwrap());
    assert!(house.get("/programmes/forebyggelsespakker").await.body.contains("kladden er slettet igen"));
    let made = house.post("/programmes/forebyggelsespakker/rounds", &[]).await;
    assert_eq!(made.location.as_deref(), Some("/rounds/2027"));
}

#[actix_web::test]
async fn nothing_is_drafted_where_nothing_can_be_asked() {
    let house = House::new();
    assert_eq!(house.post("/programmes", &FORM).await.status, StatusCode::SEE_OTHER);
    assert_eq!(draft_on(&house, 2027, 8, 2), 0);
    assert!(house.get("/programmes/forebyggelsespakker").await.body.contains("Ingen udgave er offentliggjort"));
    let asked = house.post("/programmes/forebyggelsespakker/rounds", &[]).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn an_open_round_keeps_the_plan_that_held_when_it_opened() {
    let house = house(&[("reminders", "3"), ("last_reminder", "")]).await;
    house.draft("2026");
    house.post("/rounds/2026/opening", &[]).await;
    let frozen = LetterPlan::new(None, vec![3], None);
    assert_eq!(round(&house, "2026").unwrap().letter_plan.as_ref(), Some(&frozen));
    let changed = house.post("/programmes/forebyggelsespakker/settings", &form(&[("reminders", "20")])).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    assert_eq!(round(&house, "2026").unwrap().plan(), frozen);
    let (db, morning) = (&house.service.db, |date| day(2026, 9, date).and_hms_opt(9, 0, 0).unwrap());
    let reminded = |date| commands::letters::queue_due_reminders(db, morning(date)).unwrap();
    assert_eq!((reminded(4), reminded(8), reminded(21)), (1, 0, 0));
    let page = house.get("/programmes/forebyggelsespakker").await.body;
    assert!(page.contains("id=\"round-2026\"") && page.contains("id=\"next\""), "{page}");
}

#[actix_web::test]
async fn a_round_of_a_programme_that_is_only_a_word_has_the_usual_plan() {
    let house = House::new();
    house.publish_shipped();
    house.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    house.draft("2026");
    let opened = commands::rounds::open(&house.service.db, "2026", &By::command_line(house.now())).unwrap();
    assert_eq!(opened.plan(), LetterPlan::default());
    assert!(house.get("/programmes").await.body.contains("/programmes/new?key=forebyggelsespakker"));
    assert_eq!(draft_on(&house, 2027, 8, 30), 0);
    let invited = house.service.db.read(|conn| Ok(store::invitations::list_by_round(conn, &opened.id, &Scope::All)?));
    assert_eq!(invited.unwrap().len(), 1);
    let due = (house.now().date() + Days::new(7)).and_hms_opt(9, 0, 0).unwrap();
    assert_eq!(commands::letters::queue_due_reminders(&house.service.db, due).unwrap(), 1);
}
