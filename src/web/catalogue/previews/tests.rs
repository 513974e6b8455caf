use actix_web::http::StatusCode;

use crate::domain::access::staff::{Role, Scope};
use crate::store;
use crate::test_support::{TestService, admin, staff};

const PAGE: &str = "/catalogue/2018/preview";

fn post_id(service: &TestService, title: &str) -> String {
    let posts = service.db.read(|conn| Ok(store::directory::list_posts(conn, &Scope::All)?)).unwrap();
    posts.into_iter().find(|post| post.title == title).unwrap().id.to_string()
}

#[actix_web::test]
async fn areas_show_the_questions_as_the_leader_sees_them_and_nothing_can_be_sent() {
    let service = TestService::new();
    service.publish_shipped();
    assert!(service.get_as(PAGE, admin()).await.body.contains("Sådan ser spørgeskemaet i 2018 ud</h1>"));
    let body = service.get_as(&format!("{PAGE}?areas=skole&areas=unge&areas=nej"), admin()).await.body;
    assert!(body.contains("Vist for en leder, der dækker: Skole og SFO, Unge og ungdomsuddannelse."), "{body}");
    let questions = body.matches("<fieldset").count();
    assert!(questions > 5 && body.contains("Grøn: fuldt implementeret"), "{questions}");
    assert!(body.contains("section=unge"), "{body}");
    assert!(!body.contains("action=\"/svar") && !body.contains("data-autosave"), "{body}");
    let other = service.get_as(&format!("{PAGE}?areas=skole&areas=unge&section=unge"), admin()).await.body;
    assert!(other.contains("<h2 id=\"section\">Unge og ungdomsuddannelse</h2>"), "{other}");
}

#[actix_web::test]
async fn a_post_of_the_directory_shows_what_it_would_get() {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Skolechef", "skole", "leder@example.org");
    service.add_post("0147", "Ældrechef", "aeldre", "leder2@example.org");
    let post = post_id(&service, "Skolechef");
    let body = service.get_as(&format!("{PAGE}?municipality=0101&post={post}"), admin()).await.body;
    assert!(body.contains("Vist for Skolechef, Københavns Kommune, der dækker: Skole og SFO."), "{body}");
    let own = staff(Role::Coordinator, Some("0101"));
    assert!(service.get_as(&format!("{PAGE}?post={post}"), own.clone()).await.body.contains("Vist for Skolechef"));
    let foreign = post_id(&service, "Ældrechef");
    assert_eq!(service.get_as(&format!("{PAGE}?post={foreign}"), own).await.status, StatusCode::NOT_FOUND);
    let consultant = service.get_as(&format!("{PAGE}?post={post}"), staff(Role::Consultant, None)).await;
    assert!(!consultant.body.contains("Skolechef"), "{}", consultant.body);
}

#[actix_web::test]
async fn a_draft_is_previewed_by_administrators_only() {
    let service = TestService::new();
    service.publish_shipped();
    let draft = "/catalogue/2012-13/preview?areas=skole";
    assert_eq!(service.get_as(draft, admin()).await.status, StatusCode::OK);
    assert_eq!(service.get_as(draft, staff(Role::Consultant, None)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.get_as("/catalogue/1999/preview", admin()).await.status, StatusCode::NOT_FOUND);
}
