use crate::domain::access::audit::By;
use actix_web::http::StatusCode;

use crate::commands;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::programmes::Programme;
use crate::domain::rounds::{NewRound, Round, RoundStatus};
use crate::editions;
use crate::error::Error;
use crate::results;
use crate::store;
use crate::test_support::{TestService, admin, day, staff};

const FORM: [(&str, &str); 6] = [
    ("key", "2026"),
    ("edition", "2018"),
    ("opens_on", "2026-09-01"),
    ("closes_on", "2026-10-01"),
    ("rule", "mean"),
    ("coverage", "70"),
];

/// Two municipalities with a post each, one without e-mail, and a draft.
fn prepared() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.add_post("0751", "Skolechef", "skole", "");
    service.draft("2026");
    service
}

async fn opened() -> TestService {
    let service = prepared();
    assert_eq!(service.post_as("/rounds/2026/opening", &[], admin()).await.status, StatusCode::SEE_OTHER);
    service
}

fn find(service: &TestService, key: &str) -> Option<Round> {
    service.db.read(|conn| Ok(store::rounds::find_by_key(conn, key)?)).unwrap()
}

fn status(service: &TestService) -> RoundStatus {
    find(service, "2026").unwrap().status
}

fn invitation_in(service: &TestService, code: &str) -> String {
    let scope = Scope::Some(vec![code.parse().unwrap()]);
    let invitations = service.db.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        Ok(store::invitations::list_by_round(conn, &round.id, &scope)?)
    });
    invitations.unwrap()[0].id.to_string()
}

#[actix_web::test]
async fn a_created_round_is_a_draft_with_its_own_page() {
    let service = TestService::new();
    service.publish_shipped();
    let created = service
        .post_as("/rounds", &[FORM.as_slice(), &[("packages", "tobak"), ("packages", "alkohol")]].concat(), admin())
        .await;
    assert_eq!((created.status, created.location.as_deref()), (StatusCode::SEE_OTHER, Some("/rounds/2026")));
    let page = service.get_as("/rounds/2026", admin()).await.body;
    assert!(page.contains("Kladde") && page.contains("Tobak, Alkohol") && page.contains("70 %"));
    assert!(service.get_as("/rounds", admin()).await.body.contains("href=\"/rounds/2026\""));
}

#[actix_web::test]
async fn a_round_belongs_to_the_only_programme_or_to_the_one_that_is_chosen() {
    let service = TestService::new();
    service.publish_shipped();
    let asks = |page: &str| page.contains("name=\"programme\"");
    assert!(!asks(&service.get_as("/rounds/new", admin()).await.body), "there is nothing to choose");
    service.post_as("/rounds", &FORM, admin()).await;
    assert_eq!(find(&service, "2026").unwrap().programme, "forebyggelsespakker");
    let programme = Programme { key: "aeldre".into(), title_da: "De ældre".into(), ..Programme::usual(service.now()) };
    commands::programmes::create(&service.db, &programme, &service.by()).unwrap();
    let page = service.get_as("/rounds/new", admin()).await.body;
    assert!(asks(&page) && page.contains("<option value=\"aeldre\">De ældre</option>"), "{page}");
    assert!(page.contains("<option value=\"forebyggelsespakker\" selected>"), "{page}");
    let form = FORM.map(|(name, value)| if name == "key" { (name, "2027") } else { (name, value) });
    let nowhere = service.post_as("/rounds", &form, admin()).await;
    assert!(nowhere.status == StatusCode::UNPROCESSABLE_ENTITY && nowhere.body.contains("href=\"#programme\""));
    service.post_as("/rounds", &[form.as_slice(), &[("programme", "aeldre")]].concat(), admin()).await;
    assert_eq!(find(&service, "2027").unwrap().programme, "aeldre");
    assert!(service.get_as("/rounds/2027/settings", admin()).await.body.contains("<option value=\"aeldre\" selected>"));
    let moved = [form.as_slice(), &[("programme", "forebyggelsespakker")]].concat();
    service.post_as("/rounds/2027/settings", &moved, admin()).await;
    assert_eq!(find(&service, "2027").unwrap().programme, "forebyggelsespakker");
}

#[actix_web::test]
async fn a_form_with_mistakes_comes_back_with_what_was_typed() {
    let service = TestService::new();
    service.publish_shipped();
    let empty = service.post_as("/rounds", &[("key", ""), ("coverage", "meget"), ("packages", "tobak")], admin()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for expected in
        ["href=\"#key\"", "href=\"#opens_on\"", "href=\"#coverage\"", "value=\"meget\"", "value=\"tobak\" checked"]
    {
        assert!(empty.body.contains(expected), "{expected}");
    }
    let mut backwards = FORM;
    backwards[3] = ("closes_on", "2026-08-01");
    let backwards = service.post_as("/rounds", &backwards, admin()).await;
    assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(backwards.body.contains("href=\"#closes_on\"") && backwards.body.contains("value=\"2026-08-01\""));
}

#[actix_web::test]
async fn a_day_at_the_end_of_the_calendar_is_a_mistake() {
    let service = opened().await;
    let form = FORM.map(|(name, value)| if name == "closes_on" { (name, "+262142-12-31") } else { (name, value) });
    assert_eq!(service.post_as("/rounds", &form, admin()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let extension = format!("/rounds/2026/posts/{}/extension", invitation_in(&service, "0101"));
    let answer = service.post_as(&extension, &[("last_day", "+262142-12-31")], admin()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let status_page = service.get_as("/rounds/2026/municipalities/0101/status", admin()).await.body;
    assert!(status_page.contains("Svar fra Københavns Kommune"), "{status_page}");
}

#[actix_web::test]
async fn opening_needs_a_post() {
    let service = prepared();
    let page = service.get_as("/rounds/2026/opening", admin()).await;
    assert!(page.body.contains("1 mail med et personligt link"), "{}", page.body);
    assert_eq!(status(&service), RoundStatus::Draft);
    service.post_as("/rounds/2026/opening", &[], admin()).await;
    assert_eq!(status(&service), RoundStatus::Open);
}

#[actix_web::test]
async fn a_round_that_asks_nobody_has_no_button_to_open_it() {
    let service = TestService::new();
    service.publish_shipped();
    service.draft("2026");
    assert!(!service.get_as("/rounds/2026/opening", admin()).await.body.contains("action=\"/rounds/2026/opening\""));
    assert_eq!(service.post_as("/rounds/2026/opening", &[], admin()).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn the_check_names_posts_without_email_and_areas_without_post() {
    let service = prepared();
    let page = service.get_as("/rounds/2026/preparation", admin()).await.body;
    assert!(page.contains("Skolechef") && !page.contains("Sundhedschef"), "only the post without e-mail");
    assert!(page.contains("Dagtilbud"), "an area that nobody covers");
}

#[actix_web::test]
async fn a_scheduled_round_says_when_it_opens() {
    let service = prepared();
    service.post_as("/rounds/2026/schedule", &[], admin()).await;
    assert!(service.get_as("/rounds/2026", admin()).await.body.contains("åbner automatisk den 1. september 2026"));
}

#[actix_web::test]
async fn closing_is_told_first_and_then_done() {
    let service = opened().await;
    assert!(service.get_as("/rounds/2026/closing", admin()).await.body.contains("0 af 2 stillinger har indsendt"));
    assert_eq!(status(&service), RoundStatus::Open);
    service.post_as("/rounds/2026/closing", &[], admin()).await;
    assert_eq!(status(&service), RoundStatus::Closed);
}

#[actix_web::test]
async fn a_consultant_sees_only_assigned_municipalities() {
    let service = opened().await;
    let consultant = || staff(Role::Consultant, Some("0751"));
    let page = service.get_as("/rounds/2026", consultant()).await.body;
    assert!(page.contains("/municipalities/0751/status") && !page.contains("/municipalities/0101/status"));
    assert!(page.contains("<dd class=\"pj-figure-number\">1</dd>"), "figures count only what is in scope");
    assert_eq!(service.get_as("/rounds/2026/municipalities/0751/status", consultant()).await.status, StatusCode::OK);
    let other = service.get_as("/rounds/2026/municipalities/0101/status", consultant()).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn only_administrators_run_rounds() {
    let service = opened().await;
    let coordinator = || staff(Role::Coordinator, Some("0101"));
    for path in ["/rounds/new", "/rounds/2026/preparation", "/rounds/2026/opening", "/rounds/2026/closing"] {
        assert_eq!(service.get_as(path, coordinator()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let extension = format!("/rounds/2026/posts/{}/extension", invitation_in(&service, "0101"));
    for path in ["/rounds", "/rounds/2026/opening", "/rounds/2026/schedule", "/rounds/2026/closing", &extension] {
        assert_eq!(service.post_as(path, &FORM, coordinator()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[actix_web::test]
async fn every_municipality_stands_in_the_table_in_danish_order() {
    let service = opened().await;
    let page = service.get_as("/rounds/2026", admin()).await.body;
    assert_eq!(page.matches("/status\">").count(), 98);
    assert!(page.find(">Vejle<").unwrap() < page.find(">Aarhus<").unwrap());
}

#[actix_web::test]
async fn the_call_list_has_phone_and_missing_areas() {
    let service = opened().await;
    let page = service.get_as("/rounds/2026/municipalities/0101/status", admin()).await.body;
    for expected in ["Ringeliste", "tel:+4500000000", "Ikke påbegyndt", "Mangler: Sundhed, Ældre og omsorg"] {
        assert!(page.contains(expected), "{expected}");
    }
    assert!(
        service.get_as("/rounds/2026/municipalities/0751/status", admin()).await.body.contains("Ingen mailadresse")
    );
}

#[actix_web::test]
async fn an_extension_is_final() {
    let service = opened().await;
    let path = format!("/rounds/2026/posts/{}/extension", invitation_in(&service, "0101"));
    let early = service.post_as(&path, &[("last_day", "2026-10-01")], admin()).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.body.contains("value=\"2026-10-01\""));
    let given = service.post_as(&path, &[("last_day", "2026-10-08")], admin()).await;
    assert_eq!(given.location.as_deref(), Some("/rounds/2026/municipalities/0101/status"));
    assert_eq!(service.post_as(&path, &[("last_day", "2026-10-15")], admin()).await.status, StatusCode::CONFLICT);
    let page = service.get_as("/rounds/2026/municipalities/0101/status", admin()).await.body;
    assert!(page.contains("8. oktober 2026") && page.contains("Forlænget frist"));
}

#[actix_web::test]
async fn an_extension_needs_an_open_round() {
    let service = opened().await;
    let path = format!("/rounds/2026/posts/{}/extension", invitation_in(&service, "0101"));
    service.post_as("/rounds/2026/closing", &[], admin()).await;
    assert_eq!(service.post_as(&path, &[("last_day", "2026-10-08")], admin()).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn what_is_not_there_is_not_found() {
    let service = prepared();
    for path in ["/rounds/1999", "/rounds/1999/opening", "/rounds/2026/municipalities/9999/status"] {
        assert_eq!(service.get_as(path, admin()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(service.post_as("/rounds/1999/opening", &[], admin()).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_waiting_round_follows_its_edition_until_it_opens() {
    let service = TestService::new();
    let (db, now) = (&service.db, service.now());
    let shipped = include_str!("../../../catalogue/2018.yaml");
    commands::catalogue::import(db, shipped.as_bytes(), &By::command_line(now)).unwrap();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.draft("2026");
    let early = service.post_as("/rounds/2026/opening", &[], admin()).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.body.contains("Udgaven er en kladde"), "{}", early.body);
    let corrected = format!("{shipped}\n# corrected\n");
    commands::catalogue::import(db, corrected.as_bytes(), &By::command_line(now)).unwrap();
    let hash = commands::catalogue::publish(db, "2018", &By::command_line(now)).unwrap();
    assert_eq!(service.post_as("/rounds/2026/opening", &[], admin()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(find(&service, "2026").unwrap().edition_hash, hash);
}

#[actix_web::test]
async fn a_round_whose_package_left_its_edition_says_which() {
    let service = TestService::new();
    let (db, now) = (&service.db, service.now());
    let shipped = include_str!("../../../catalogue/2018.yaml");
    commands::catalogue::import(db, shipped.as_bytes(), &By::command_line(now)).unwrap();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.post_as("/rounds", &[FORM.as_slice(), &[("packages", "tobak")]].concat(), admin()).await;
    let without = shipped.replace("key: tobak\n", "key: roeg\n");
    assert_ne!(without, shipped);
    commands::catalogue::import(db, without.as_bytes(), &By::command_line(now)).unwrap();
    commands::catalogue::publish(db, "2018", &By::command_line(now)).unwrap();
    let refused = service.post_as("/rounds/2026/opening", &[], admin()).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("tobak"), "{}", refused.body);
}

#[actix_web::test]
async fn a_draft_is_edited_until_it_opens() {
    let service = prepared();
    assert!(service.get_as("/rounds/2026", admin()).await.body.contains("href=\"/rounds/2026/settings\""));
    let form = service.get_as("/rounds/2026/settings", admin()).await.body;
    for expected in ["value=\"2026\"", "value=\"2026-10-01\"", "value=\"70\"", "action=\"/rounds/2026/settings\""] {
        assert!(form.contains(expected), "{expected}");
    }
    let mut changed = FORM;
    changed[0] = ("key", "2026-efteraar");
    changed[3] = ("closes_on", "2026-10-15");
    let answer =
        service.post_as("/rounds/2026/settings", &[&changed[..], &[("packages", "tobak")]].concat(), admin()).await;
    assert_eq!(answer.location.as_deref(), Some("/rounds/2026-efteraar"));
    assert_eq!(find(&service, "2026"), None);
    let round = find(&service, "2026-efteraar").unwrap();
    assert_eq!((round.closes_on.to_string().as_str(), round.packages.as_deref()), ("2026-10-15", Some("tobak")));
    service.draft("2027");
    let taken = service.post_as("/rounds/2027/settings", &changed, admin()).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.body.contains("value=\"2026-10-15\"") && taken.body.contains("href=\"#key\""));
    service.post_as("/rounds/2027/opening", &[], admin()).await;
    assert_eq!(service.post_as("/rounds/2027/settings", &FORM, admin()).await.status, StatusCode::CONFLICT);
    assert!(!service.get_as("/rounds/2027", admin()).await.body.contains("/settings"));
}

#[actix_web::test]
async fn a_draft_is_deleted_after_a_question_and_nothing_else_is() {
    let service = prepared();
    assert!(service.get_as("/rounds/2026/deletion", admin()).await.body.contains("action=\"/rounds/2026/deletion\""));
    assert!(find(&service, "2026").is_some());
    service.post_as("/rounds/2026/schedule", &[], admin()).await;
    assert_eq!(service.post_as("/rounds/2026/deletion", &[], admin()).await.status, StatusCode::CONFLICT);
    assert!(service.get_as("/rounds/2026", admin()).await.body.contains("action=\"/rounds/2026/unscheduling\""));
    assert_eq!(service.post_as("/rounds/2026/unscheduling", &[], admin()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&service), RoundStatus::Draft);
    assert_eq!(service.post_as("/rounds/2026/unscheduling", &[], admin()).await.status, StatusCode::CONFLICT);
    assert_eq!(service.post_as("/rounds/2026/deletion", &[], admin()).await.location.as_deref(), Some("/rounds"));
    assert_eq!(find(&service, "2026"), None);
}

#[actix_web::test]
async fn a_wrong_import_is_withdrawn_and_repeated() {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed", "sundhed@example.org");
    let (db, now) = (&service.db, service.now());
    let historic = NewRound { is_historic: true, ..service.new_round("2018") };
    commands::rounds::create(db, &historic, &By::command_line(now)).unwrap();
    let file = |option: &str| {
        let header = "municipality_code;post;area;question;option;comment";
        let questions = [
            "tobak.rygestop",
            "tobak.nationale-rygestoptilbud",
            "tobak.rygestopkurser",
            "tobak.rekruttering-uddannelser",
        ];
        let rows = questions.map(|question| format!("0101;Sundhedschef;sundhed;{question};{option};\n"));
        format!("{header}\n{}", rows.concat())
    };
    let import =
        |option: &str| commands::answer_imports::import(db, "2018", file(option).as_bytes(), &By::command_line(now));
    assert!(service.get_as("/rounds/2018", admin()).await.body.contains("href=\"/rounds/2018/withdrawal\""));
    assert!(
        !service.get_as("/rounds/2018/withdrawal", admin()).await.body.contains("action=\"/rounds/2018/withdrawal\"")
    );
    assert_eq!(service.post_as("/rounds/2018/withdrawal", &[], admin()).await.status, StatusCode::CONFLICT);
    import("groen").unwrap();
    let before = service.get_as("/rounds/2018/municipalities/0101/scores.csv", admin()).await.body;
    assert!(matches!(import("roed"), Err(Error::Refused(Refusal::AnswersExist))));
    assert!(service.get_as("/rounds/2018/withdrawal", admin()).await.body.contains("fra én stilling"));
    assert_eq!(
        service.post_as("/rounds/2018/withdrawal", &[], admin()).await.location.as_deref(),
        Some("/rounds/2018")
    );
    assert_ne!(service.get_as("/rounds/2018/municipalities/0101/scores.csv", admin()).await.body, before);
    import("roed").unwrap();
    let after = service.get_as("/rounds/2018/municipalities/0101/scores.csv", admin()).await.body;
    assert!(after != before && after.contains("tobak"), "{after}");
    assert!(service.get_as("/rounds/2018", admin()).await.body.contains("100 %"));
}

#[actix_web::test]
async fn a_baseline_is_pinned_on_its_page_and_unpinned_again() {
    let service = prepared();
    let (db, now) = (&service.db, service.now());
    for year in [2015, 2017] {
        let (opens_on, closes_on) = (day(year, 9, 1), day(year, 10, 1));
        let earlier = service.new_round(&year.to_string());
        let earlier = NewRound { opens_on, closes_on, is_historic: true, ..earlier };
        commands::rounds::create(db, &earlier, &By::command_line(now)).unwrap();
    }
    let chosen = || {
        let round = find(&service, "2026").unwrap();
        let baselines = db.read(|conn| results::baselines_of(conn, &round)).unwrap();
        let edition = db.read(|conn| editions::load(conn, "2018")).unwrap();
        let index = baselines.choice.packages[edition.find_package("tobak").unwrap()].unwrap();
        baselines.choice.rounds[index].clone()
    };
    assert!(service.get_as("/rounds/2026", admin()).await.body.contains("href=\"/rounds/2026/baselines\""));
    assert!(
        service.get_as("/rounds/2026/baselines", admin()).await.body.contains("<option value=\"2017\">2017</option>")
    );
    assert_eq!(chosen(), "2015");
    let pinned = service.post_as("/rounds/2026/baselines", &[("tobak", "2017"), ("alkohol", "")], admin()).await;
    assert_eq!(pinned.location.as_deref(), Some("/rounds/2026/baselines"));
    assert_eq!(chosen(), "2017");
    assert!(service.get_as("/rounds/2026/baselines", admin()).await.body.contains("<option value=\"2017\" selected>"));
    let later = service.post_as("/rounds/2026/baselines", &[("tobak", "2026")], admin()).await;
    assert_eq!(later.status, StatusCode::CONFLICT);
    assert!(later.body.contains("kan ikke være baseline"), "{}", later.body);
    assert_eq!(chosen(), "2017");
    service.post_as("/rounds/2026/baselines", &[("tobak", "")], admin()).await;
    assert_eq!(chosen(), "2015");
}

#[actix_web::test]
async fn what_opening_costs_is_told_before() {
    let service = opened().await;
    let (db, now) = (&service.db, service.now());
    commands::catalogue::publish(db, "2012-13", &By::command_line(now)).unwrap();
    let (opens_on, closes_on) = (day(2013, 9, 1), day(2013, 10, 1));
    let earlier =
        NewRound { opens_on, closes_on, is_historic: true, edition: "2012-13".to_owned(), ..service.new_round("2013") };
    commands::rounds::create(db, &earlier, &By::command_line(now)).unwrap();
    service.draft("2027");
    for page in ["/rounds/2027/preparation", "/rounds/2027/opening"] {
        let page = service.get_as(page, admin()).await.body;
        assert!(page.contains("Runde 2026 i samme program er stadig åben. 2 stillinger"), "{page}");
        assert!(page.contains("kan ikke sammenlignes med runde 2013, som spurgte om udgave 2012-13"), "{page}");
    }
    db.write(|conn| Ok(store::editions::delete_crosswalk(conn, "2012-13", "2018")?)).unwrap();
    let page = service.get_as("/rounds/2027/preparation", admin()).await.body;
    assert!(page.contains("Ingen oversættelsesnøgle fører fra udgave 2012-13"), "{page}");
}

#[actix_web::test]
async fn whoever_the_last_round_ended_with_is_told_before_the_next_one_asks_another() {
    let service = opened().await;
    let quiet = |page: String| !page.contains("har skiftet hænder");
    let next = NewRound { opens_on: day(2027, 9, 1), closes_on: day(2027, 10, 1), ..service.new_round("2027") };
    commands::rounds::create(&service.db, &next, &By::command_line(service.now())).unwrap();
    let handed_on = service.db.write(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        let asked = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        Ok(store::invitations::update_holder(conn, &asked[0].id, "Bo Ny", "bo@example.org")?)
    });
    handed_on.unwrap();
    assert!(quiet(service.get_as("/rounds/2027/preparation", admin()).await.body), "the last round is still open");
    assert_eq!(service.post_as("/rounds/2026/closing", &[], admin()).await.status, StatusCode::SEE_OTHER);
    let page = service.get_as("/rounds/2027/preparation", admin()).await.body;
    assert!(page.contains("Bo Ny bo@example.org") && page.contains("sundhed@example.org"), "{page}");
    let opening = service.get_as("/rounds/2027/opening", admin()).await.body;
    assert!(opening.contains("1 stilling endte i sidste runde hos en anden"), "{opening}");
    let post = page.split("href=\"/posts/").nth(1).unwrap().split('"').next().unwrap();
    let contact = format!("/posts/{post}");
    assert!(service.get_as(&contact, admin()).await.body.contains("sundhed@example.org"));
    let corrected = [("name", "Bo Ny"), ("email", "bo@example.org"), ("phone", ""), ("language", "da")];
    assert_eq!(service.post_as(&contact, &corrected, admin()).await.status, StatusCode::SEE_OTHER);
    assert!(quiet(service.get_as("/rounds/2027/preparation", admin()).await.body));
}

#[actix_web::test]
async fn a_round_over_a_draft_edition_says_so_instead_of_offering_to_open() {
    let service = TestService::new();
    commands::catalogue::import(
        &service.db,
        include_bytes!("../../../catalogue/2018.yaml"),
        &By::command_line(service.now()),
    )
    .unwrap();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.draft("2026");
    let page = service.get_as("/rounds/2026/opening", admin()).await.body;
    assert!(page.contains("Udgaven er en kladde") && !page.contains("action=\"/rounds/2026/opening\""), "{page}");
}
