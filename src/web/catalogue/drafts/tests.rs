use actix_web::http::StatusCode;

use crate::commands;
use crate::domain::catalogue::EditionStatus;
use crate::domain::catalogue::drafts::{Draft, Item};
use crate::editions;
use crate::store;
use crate::test_support::{TestService, admin};
use crate::views::catalogue::drafts::address;

/// A service with the shipped editions, and 2026 as a copy of 2018.
async fn desk() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    let form = [("from", "2018"), ("title", "Pakker 2026"), ("title_en", ""), ("key", "2026")];
    let begun = service.post_as("/drafts", &form, admin()).await;
    assert_eq!((begun.status, begun.leads_to()), (StatusCode::SEE_OTHER, "/drafts/2026?saved=yes"));
    service
}

fn draft(service: &TestService) -> Draft {
    let read = |conn: &mut store::Conn| {
        let stored = store::editions::find(conn, "2026")?.unwrap();
        editions::draft(conn, &stored)
    };
    service.db.read(read).unwrap()
}

fn revision(service: &TestService) -> i32 {
    service.db.read(|conn| Ok(store::editions::find(conn, "2026")?)).unwrap().unwrap().revision
}

async fn post(service: &TestService, path: &str, form: &[(&str, &str)]) -> String {
    let revision = revision(service).to_string();
    let form: Vec<(&str, &str)> = form.iter().copied().chain([("revision", revision.as_str())]).collect();
    let reply = service.post_as(path, &form, admin()).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}: {}", reply.body);
    reply.leads_to().to_owned()
}

#[actix_web::test]
async fn a_recommendation_with_its_question_and_help_is_written_on_pages_and_published() {
    let service = desk().await;
    let to =
        post(&service, "/drafts/2026/new/recommendations", &[("package", "tobak"), ("title", "Røgfri strande")]).await;
    assert_eq!(to, "/drafts/2026/recommendations/tobak~roegfri-strande?saved=yes");
    let page = service.get_as("/drafts/2026", admin()).await.body;
    assert!(page.contains("Kladden har 1 mangel") && page.contains("Der mangler en kategori."), "{page}");
    let refused = commands::catalogue::publish(&service.db, "2026", &service.by());
    assert!(refused.is_err(), "a draft with faults is not published");
    let fields = [("package", "tobak"), ("title", "Røgfri strande"), ("category", "rammer"), ("level", "")];
    post(&service, "/drafts/2026/recommendations/tobak~roegfri-strande", &fields).await;
    let question = [
        ("place", "tobak~roegfri-strande"),
        ("text", "Hvor langt er I med\r\nrøgfri strande?"),
        ("text_en", "How far have you got?"),
        ("hint", ""),
        ("help-groen", "Alle strande er røgfri."),
        ("help-roed", "Ingen er."),
        ("measure", "implementation"),
        ("scale", "trafiklys"),
        ("areas", "teknik-miljoe"),
        ("areas", "sundhed"),
        ("key_areas", "sundhed"),
    ];
    let to = post(&service, "/drafts/2026/new/questions", &question).await;
    assert_eq!(to, "/drafts/2026/questions/tobak.roegfri-strande?saved=yes");
    let written = draft(&service).edition;
    let at = written.find_question("tobak.roegfri-strande").unwrap();
    let one = &written.questions[at];
    assert_eq!((one.text.da.as_str(), one.help.len(), one.areas.len()), ("Hvor langt er I med røgfri strande?", 2, 2));
    assert_eq!(one.help_for("groen").unwrap().da, "Alle strande er røgfri.");
    assert!(written.key_questions.iter().any(|one| one.question == at));
    assert!(service.get_as("/drafts/2026", admin()).await.body.contains("Kladden har ingen mangler."));
    commands::catalogue::publish(&service.db, "2026", &service.by()).unwrap();
    let read = service.get_as("/catalogue/2026/tobak/roegfri-strande", admin()).await.body;
    assert!(read.contains("Alle strande er røgfri.") && read.contains("Ny i 2026"), "{read}");
    assert_eq!(service.get_as("/drafts/2026", admin()).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn every_thing_of_a_draft_has_its_form_and_saving_it_as_it_is_changes_nothing() {
    let service = desk().await;
    let edition = draft(&service).edition;
    let mut items = vec![Item::Facts, Item::Areas];
    items.extend(edition.categories.iter().map(|one| Item::Category(one.key.clone())));
    items.extend(edition.levels.iter().map(|one| Item::Level(one.key.clone())));
    for scale in &edition.scales {
        items.push(Item::Scale(scale.key.clone()));
        items.extend(scale.options.iter().map(|one| Item::Option(scale.key.clone(), one.key.clone())));
    }
    for package in &edition.packages {
        items.push(Item::Package(package.key.clone()));
        let all = package.recommendations.iter();
        items.extend(all.map(|one| Item::Recommendation(package.key.clone(), one.key.clone())));
    }
    items.extend(edition.questions.iter().map(|one| Item::Question(one.key.clone())));
    for item in items {
        let path = address("2026", &item);
        let page = service.get_as(&path, admin()).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let fields = fields(&page.body);
        let form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = service.post_as(&path, &form, admin()).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{path}: {form:?}");
        assert_eq!(revision(&service), 0, "{path}: {form:?}");
    }
    assert_eq!(draft(&service).edition, edition);
}

/// What a browser would send of the form that holds the revision, from its markup.
fn fields(body: &str) -> Vec<(String, String)> {
    let form = body.split("<form ").find(|form| form.contains("name=\"revision\"")).unwrap();
    let form = form.split("</form>").next().unwrap();
    let mut fields = Vec::new();
    for tag in form.split('<') {
        let attribute = |name: &str| {
            let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
            Some(plain(value))
        };
        let Some(name) = attribute("name") else {
            // An option that is chosen belongs to the select before it.
            if tag.starts_with("option") && tag.contains(" selected") {
                let select = form[..form.find(tag).unwrap()].rsplit("<select ").next().unwrap();
                let name = select.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
                fields.push((name.to_owned(), attribute("value").unwrap()));
            }
            continue;
        };
        let is_box = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        if tag.starts_with("textarea") {
            fields.push((name, plain(tag.split_once('>').unwrap().1.trim_start_matches('\n'))));
        } else if tag.starts_with("input") && (!is_box || tag.contains(" checked")) {
            fields.push((name, attribute("value").unwrap_or_default()));
        }
    }
    fields
}

fn plain(markup: &str) -> String {
    markup.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[actix_web::test]
async fn what_is_wrong_with_a_form_is_shown_with_what_was_typed() {
    let service = desk().await;
    let long = "x".repeat(2_001);
    let form = [("title", "Ny <titel>"), ("link", "javascript:alert(1)"), ("source", &long), ("revision", "0")];
    let page = service.post_as("/drafts/2026/packages/tobak", &form, admin()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("Ny &lt;titel&gt;") && page.body.contains("href=\"#source\""), "{}", page.body);
    let page = service.post_as("/drafts/2026/packages/tobak", &[form[0], form[1], form[3]], admin()).await;
    assert!(page.body.contains("href=\"#link\"") && page.body.contains("javascript:alert(1)"), "{}", page.body);
    let taken = [("title", "Alkohol igen"), ("key", "alkohol"), ("revision", "0")];
    let page = service.post_as("/drafts/2026/new/packages", &taken, admin()).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.body.contains("href=\"#key\""), "{}", page.body);
    for form in [[("from", "2018"), ("title", ""), ("key", "x")], [("from", ""), ("title", "Igen"), ("key", "2026")]] {
        let page = service.post_as("/drafts", &form, admin()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
    }
    assert_eq!(revision(&service), 0);
}

#[actix_web::test]
async fn the_later_of_two_sees_both_values_and_saves_over_them_on_purpose() {
    let service = desk().await;
    post(&service, "/drafts/2026/packages/tobak", &[("title", "Den enes titel")]).await;
    let mine = [("title", "Den andens titel"), ("revision", "0")];
    let page = service.post_as("/drafts/2026/packages/tobak", &mine, admin()).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    let both = page.body.contains("Den enes titel") && page.body.contains("value=\"Den andens titel\"");
    assert!(both && page.body.contains("name=\"revision\" value=\"1\""), "{}", page.body);
    post(&service, "/drafts/2026/packages/tobak", &[("title", "Den andens titel")]).await;
    assert_eq!(draft(&service).edition.packages[0].title.da, "Den andens titel");
    let gone = [("title", "For sent"), ("revision", "2")];
    post(&service, "/drafts/2026/packages/tobak/removal", &[]).await;
    let page = service.post_as("/drafts/2026/packages/tobak", &gone, admin()).await;
    assert!(page.status == StatusCode::CONFLICT && page.body.contains("For sent"), "{} {}", page.status, page.body);
}

#[actix_web::test]
async fn things_are_moved_removed_and_brought_back_and_the_history_tells() {
    let service = desk().await;
    let first = |service: &TestService| draft(service).edition.packages[0].key.clone();
    let before = first(&service);
    post(&service, &format!("/drafts/2026/packages/{before}/order"), &[("step", "down")]).await;
    assert_ne!(first(&service), before);
    let asked = service.get_as("/drafts/2026/packages/tobak/removal", admin()).await.body;
    assert!(asked.contains("spørgsmål fjernes også") && asked.contains("udgået"), "{asked}");
    post(&service, "/drafts/2026/packages/tobak/removal", &[]).await;
    assert!(draft(&service).edition.find_package("tobak").is_none());
    assert!(draft(&service).crosswalks[0].links.iter().all(|link| !link.to.starts_with("tobak.")));
    let history = service.get_as("/drafts/2026/history", admin()).await.body;
    assert!(history.contains("Fjernet. Pakke: tobak") && history.contains("Kopieret fra 2018"), "{history}");
    assert_eq!(post(&service, "/drafts/2026/undo", &[]).await, "/drafts/2026/history");
    assert!(draft(&service).edition.find_package("tobak").is_some());
    assert!(draft(&service).crosswalks[0].links.iter().any(|link| link.to.starts_with("tobak.")));
    post(&service, "/drafts/2026/redo", &[]).await;
    post(&service, "/drafts/2026/revert", &[("number", "0")]).await;
    assert_eq!(first(&service), before);
    let file = service.get_as("/drafts/2026/document", admin()).await.body;
    assert_eq!(crate::files::catalogue::read(file.as_bytes()).unwrap(), draft(&service).edition);
    post(&service, "/drafts/2026/deletion", &[]).await;
    let kept = service.db.read(|conn| Ok(store::editions::list(conn)?)).unwrap();
    assert!(kept.iter().all(|one| one.key != "2026"));
    assert!(kept.iter().any(|one| one.status == EditionStatus::Published));
}
