use actix_web::http::StatusCode;

use crate::commands;
use crate::domain::access::staff::Role;
use crate::domain::catalogue::crosswalk::Relation;
use crate::editions;
use crate::store;
use crate::test_support::{TestService, admin, staff};

const PAGE: &str = "/catalogue/2012-13/crosswalk/2018";

fn relation(service: &TestService, from: &str, to: &str) -> Option<Relation> {
    let found = service.db.read(|conn| editions::find_crosswalk(conn, "2012-13", "2018")).unwrap();
    found.and_then(|crosswalk| crosswalk.relation(from, to))
}

/// Both editions as drafts, and nothing that links them.
fn unlinked() -> TestService {
    let service = TestService::new();
    let by = service.by();
    let db = &service.db;
    commands::catalogue::import(db, include_bytes!("../../../../catalogue/2012-13.yaml"), &by).unwrap();
    commands::catalogue::import(db, include_bytes!("../../../../catalogue/2018.yaml"), &by).unwrap();
    service
}

#[actix_web::test]
async fn the_page_says_how_much_compares_and_filters_its_lines() {
    let service = TestService::new();
    service.publish_shipped();
    let body = service.get_as(PAGE, admin()).await.body;
    assert!(body.contains("Fra 2012-13 til 2018: 31 af 70 spørgsmål kan sammenlignes"), "{body}");
    let retired = service.get_as(&format!("{PAGE}?standing=retired&package=tobak"), admin()).await.body;
    assert!(retired.contains("<th scope=\"row\">Udgået</th>"), "{retired}");
    assert!(!retired.contains("<th scope=\"row\">Omformuleret</th>"), "{retired}");
    let none = service.get_as(&format!("{PAGE}?standing=split&package=tobak"), admin()).await.body;
    assert!(none.contains("Ingen linjer passer"), "{none}");
}

#[actix_web::test]
async fn a_suggestion_is_accepted_by_one_click_and_a_link_is_changed_and_taken_away() {
    let service = unlinked();
    let body = service.get_as(&format!("{PAGE}?package=fysisk-aktivitet"), admin()).await.body;
    assert!(body.contains("Kobl som omformuleret") && body.contains("Ligner "), "{body}");
    let (from, to) = ("fysisk.rammer-aeldre", "fysisk.fysiske-rammer-aeldre");
    let links = format!("{PAGE}/links");
    let form = [("from", from), ("to", to), ("relation", "reworded"), ("package", "fysisk-aktivitet")];
    let linked = service.post_as(&links, &form, admin()).await;
    assert_eq!(
        (linked.status, linked.location.as_deref()),
        (StatusCode::SEE_OTHER, Some("/catalogue/2012-13/crosswalk/2018?package=fysisk-aktivitet"))
    );
    assert_eq!(relation(&service, from, to), Some(Relation::Reworded));
    let question = format!("{PAGE}/questions/{to}");
    assert!(service.get_as(&question, admin()).await.body.contains("Fjern koblingen"));
    let changed = service
        .post_as(&links, &[("from", from), ("to", to), ("relation", "merged"), ("page", "question")], admin())
        .await;
    assert_eq!(changed.location.as_deref(), Some(question.as_str()));
    assert_eq!(relation(&service, from, to), Some(Relation::Merged));
    service.post_as(&links, &[("from", from), ("to", to), ("relation", "none")], admin()).await;
    assert_eq!(relation(&service, from, to), None);
}

#[actix_web::test]
async fn all_that_is_the_same_word_for_word_is_linked_at_once() {
    let service = unlinked();
    let body = service.get_as(PAGE, admin()).await.body;
    assert!(body.contains("spørgsmål, der er ordret de samme"), "{body}");
    let answer = service.post_as(&format!("{PAGE}/identical"), &[], admin()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(relation(&service, "tobak.rygestopkurser", "tobak.rygestopkurser"), Some(Relation::Identical));
    assert_eq!(relation(&service, "tobak.synlige-rygestoptilbud", "tobak.rygestop"), None);
    let entries = service.db.read(|conn| Ok(store::audit::list_after(conn, "", Default::default(), 1000)?)).unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.verb == "link").count(), 1);
}

#[actix_web::test]
async fn a_question_compares_with_one_question_and_the_form_says_so() {
    let service = TestService::new();
    service.publish_shipped();
    let form = [("from", "tobak.samlet"), ("to", "tobak.rygestop"), ("relation", "split"), ("page", "question")];
    let other = service.post_as(&format!("{PAGE}/links"), &form, admin()).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.body.contains("måler hver sit"), "{}", other.body);
    let taken = [("from", "tobak.rygestopkurser"), ("to", "tobak.rygestart"), ("relation", "reworded")];
    let taken = service.post_as(&format!("{PAGE}/links"), &taken, admin()).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.body.contains("kan allerede sammenlignes med et andet"), "{}", taken.body);
    let empty = service.post_as(&format!("{PAGE}/links"), &[("from", ""), ("to", "tobak.rygestart")], admin()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(relation(&service, "tobak.rygestopkurser", "tobak.rygestopkurser"), Some(Relation::Identical));
}

#[actix_web::test]
async fn what_rounds_are_held_against_each_other_over_changes_only_with_a_reason() {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhed", "sundhed", "leder@example.org");
    service.draft("2026");
    commands::rounds::open(&service.db, "2026", &service.by()).unwrap();
    let page = service.get_as(PAGE, admin()).await.body;
    assert!(
        page.contains("1 runde sammenlignes over denne oversættelsesnøgle") && !page.contains("Kobl som"),
        "{page}"
    );
    let (from, to) = ("tobak.undervisning-grundskole", "tobak.rygestart");
    let without =
        service.post_as(&format!("{PAGE}/links"), &[("from", from), ("to", to), ("relation", "none")], admin()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.body.contains("Skriv, hvorfor koblingen ændres"), "{}", without.body);
    assert_eq!(relation(&service, from, to), Some(Relation::Reworded));
    let form = [("from", from), ("to", to), ("relation", "none"), ("reason", "Ikke samme sag")];
    assert_eq!(service.post_as(&format!("{PAGE}/links"), &form, admin()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(relation(&service, from, to), None);
}

#[actix_web::test]
async fn only_administrators_link_and_nobody_else_sees_editions_that_nothing_links() {
    let service = unlinked();
    assert_eq!(service.get_as(PAGE, admin()).await.status, StatusCode::OK);
    for role in [Role::Consultant, Role::Coordinator] {
        assert_eq!(service.get_as(PAGE, staff(role, None)).await.status, StatusCode::NOT_FOUND);
        let form = [("from", "kendskab"), ("to", "kendskab"), ("relation", "identical")];
        let answer = service.post_as(&format!("{PAGE}/links"), &form, staff(role, None)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    service
        .post_as(
            &format!("{PAGE}/links"),
            &[("from", "kendskab"), ("to", "kendskab"), ("relation", "identical")],
            admin(),
        )
        .await;
    let shown = service.get_as(PAGE, staff(Role::Consultant, None)).await;
    assert!(shown.status == StatusCode::OK && !shown.body.contains("Ret kobling"), "{}", shown.body);
    assert_eq!(service.get_as("/catalogue/2018/crosswalk/2012-13", admin()).await.status, StatusCode::NOT_FOUND);
}
