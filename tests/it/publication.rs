//! An edition that follows another one, from file to publication, as an administrator looks at it on pages: what
//! differs, links made by a click, the questionnaire, and publishing. Every write leaves one entry in the audit log.

use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::base::tokens::content_hash;
use pejl::domain::catalogue::crosswalk::Relation;
use pejl::{editions, store};

use crate::app::TestApp;
use crate::security::wire::{Wire, form};
use crate::security::world::World;

on_both_databases!(an_edition_is_looked_at_linked_and_published_on_pages);

fn an_edition_is_looked_at_linked_and_published_on_pages(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let by = By::command_line(app.service.now());
    let stored = app.read(|conn| Ok(store::editions::find(conn, "2018")?)).unwrap();
    let document = stored.document.replace("edition: \"2018\"", "edition: \"2027\"").replace("q2018.", "q2027.");
    commands::catalogue::import(&app.service.db, document.as_bytes(), &by).unwrap();
    let mut wire = Wire::new(app);

    let before = wire.get("/catalogue/2027/publication", &admin);
    assert_eq!(before.status, 200);
    assert!(before.body.contains("2 serier slutter"), "both questions were asked in 2025 and 2026: {}", before.body);
    let changes = wire.get("/catalogue/2018/changes/2027", &admin);
    assert!(changes.body.contains("q2018.a") && changes.body.contains("q2027.a"), "{}", changes.body);
    let seen = wire.get("/catalogue/2027/preview?areas=sundhed", &admin);
    assert!(seen.body.contains("2 spørgsmål, skønnet til 1 min."), "{}", seen.body);

    let entries =
        || app.read(|conn| Ok(store::audit::list_after(conn, "", chrono::NaiveDateTime::default(), 100_000)?));
    let noted = entries().len();
    let crosswalk = "/catalogue/2018/crosswalk/2027";
    assert!(wire.get(crosswalk, &admin).body.contains("Kobl som samme spørgsmål"));
    let link = form(&[("from", "q2018.a"), ("to", "q2027.a"), ("relation", "identical")]);
    assert_eq!(wire.post(&format!("{crosswalk}/links"), &admin, &link).status, 303);
    let found = app.read(|conn| editions::find_crosswalk(conn, "2018", "2027")).unwrap();
    assert_eq!(found.relation("q2018.a", "q2027.a"), Some(Relation::Identical));
    assert!(wire.get("/catalogue/2027/publication", &admin).body.contains("1 serie slutter."));

    let wrong = form(&[("key", "2018"), ("hash", &content_hash(document.as_bytes()))]);
    assert_eq!(wire.post("/catalogue/2027/publication", &admin, &wrong).status, 422);
    let right = form(&[("key", "2027"), ("hash", &content_hash(document.as_bytes()))]);
    assert_eq!(wire.post("/catalogue/2027/publication", &admin, &right).status, 303);
    let verbs: Vec<(String, String)> =
        entries().into_iter().skip(noted).map(|entry| (entry.verb, entry.object)).collect();
    assert_eq!(
        verbs,
        [("link", "crosswalk"), ("publish", "edition")].map(|(verb, object)| (verb.to_owned(), object.to_owned()))
    );

    // No round asks 2027 yet, so its links are still free; those to 2018 bear on two rounds.
    let unlink = form(&[("from", "q2018.a"), ("to", "q2027.a"), ("relation", "none")]);
    assert_eq!(wire.post(&format!("{crosswalk}/links"), &admin, &unlink).status, 303);
    assert!(app.read(|conn| editions::find_crosswalk(conn, "2018", "2027")).is_none());
    let used = form(&[("from", "q2012.a"), ("to", "q2018.a"), ("relation", "none")]);
    let refused = wire.post("/catalogue/2012/crosswalk/2018/links", &admin, &used);
    assert!(refused.status == 422 && refused.body.contains("2 runder sammenlignes"), "{}", refused.body);
}
