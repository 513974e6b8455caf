//! The log as an administrator reads it.

use pejl::domain::access::staff::Role;

use crate::app::TestApp;
use crate::security::wire::{Wire, encode, form};
use crate::security::world::World;

on_both_databases!(
    an_administrator_reads_who_did_what_with_names_instead_of_ids,
    the_log_is_narrowed_by_who_what_and_when,
    a_long_log_is_turned_from_page_to_page,
    what_is_looked_for_is_a_file_too,
);

fn an_administrator_reads_who_did_what_with_names_instead_of_ids(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin");
    let mut wire = Wire::new(app);
    assert_eq!(wire.post("/rounds/udkast/schedule", admin, "").status, 303);
    let contact = form(&[("name", "Ny"), ("email", "ny@example.org"), ("phone", ""), ("language", "da")]);
    assert_eq!(wire.post(&format!("/posts/{}/contact", world.posts[0]), admin, &contact).status, 303);
    let page = wire.get("/audit", admin).body;
    for said in [
        "Runde udkast sat til at åbne automatisk",
        "Kontaktoplysninger rettet for stilling &lt;i&gt;&quot;'&amp;Stilling0101, København",
        "Svar gemt: Sundhed, &lt;i&gt;&quot;'&amp;Stilling0101, København (2025)",
        "Personligt link: &lt;i&gt;&quot;'&amp;Stilling0147, Frederiksberg (2025)",
        "Kommandolinjen",
        "admin@example.org",
        "1. september 2026 kl. 10.00",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let english = wire.ask("GET", "/audit", &[("cookie", &format!("pejl_session={admin}; sprog=en"))], "").body;
    assert!(english.contains("Audit log") && english.contains("Round udkast set to open by itself"), "{english}");
    let created = wire.get("/audit?deed=create+round&id=udkast", admin).body;
    let entry = created.split("href=\"/audit/").find(|rest| rest.contains("Runde udkast oprettet"));
    let id = entry.and_then(|rest| rest.split('"').next()).expect("an entry with a page");
    let one = wire.get(&format!("/audit/{id}"), admin);
    assert_eq!(one.status, 200);
    for said in ["Runde udkast oprettet", "Mindste dækning", "70 %", "1. oktober 2026", "Gennemsnittet tæller", "Nej"]
    {
        assert!(one.body.contains(said), "{said}: {}", one.body);
    }
    assert!(!one.body.contains("min_coverage") && !one.body.contains("{&quot;"), "{}", one.body);
    let round = wire.get("/rounds/udkast", admin).body;
    assert!(round.contains("Hvad der er gjort") && round.contains("Runde udkast oprettet"), "{round}");
    assert!(wire.get("/catalogue/2018", admin).body.contains("Udgave 2018 offentliggjort"));
    let other = wire.get("/rounds/udkast", world.session("consultant")).body;
    assert!(!other.contains("Hvad der er gjort") && !other.contains("/audit"), "{other}");
}

/// How many entries a page of the log shows.
fn shown(wire: &mut Wire, admin: &str, query: &str) -> usize {
    let page = wire.get(&format!("/audit?{query}"), admin);
    assert_eq!(page.status, 200, "{query}: {}", page.body);
    page.body.matches("<a href=\"/audit/0").count()
}

fn the_log_is_narrowed_by_who_what_and_when(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let wire = &mut Wire::new(app);
    assert_eq!(wire.post("/rounds/udkast/schedule", &admin, "").status, 303);
    app.clock.set(app.clock.now() + chrono::TimeDelta::days(1));
    // A session ends meanwhile, so another account goes on.
    let admin = world.account("senere@example.org", Role::Admin, &[]);
    assert_eq!(wire.post("/rounds/udkast/unscheduling", &admin, "").status, 303);
    assert_eq!(shown(wire, &admin, "deed=schedule+round"), 1);
    assert_eq!(shown(wire, &admin, "deed=schedule+round&kind=post"), 0);
    assert_eq!(shown(wire, &admin, "email=Admin@example.org"), 2, "chose a password and planned");
    assert_eq!(shown(wire, &admin, "actor=staff&kind=round"), 2);
    assert_eq!(shown(wire, &admin, "actor=clock"), 0);
    assert_eq!(shown(wire, &admin, "kind=round&id=udkast"), 3);
    assert_eq!(shown(wire, &admin, &format!("id={}", world.posts[0])), 0);
    assert_eq!(shown(wire, &admin, "id=admin%40example.org"), 2, "made, and its password chosen");
    assert_eq!(shown(wire, &admin, "from=2026-09-02"), 3, "the account, its password and what it did");
    assert_eq!(shown(wire, &admin, "from=2026-09-02&to=2026-09-02&kind=round"), 1);
    assert_eq!(shown(wire, &admin, "kind=round&id=udkast&to=2026-09-01"), 2);
    assert_eq!(shown(wire, &admin, "to=2026-08-31"), 0);
    let wrong = wire.get("/audit?from=i+g%C3%A5r&email=ingen%40example.org", &admin);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Der er ingen bruger med den mailadresse") && wrong.body.contains("value=\"i går\""));
    assert_eq!(wire.get("/audit/entries.csv?from=i+g%C3%A5r", &admin).status, 404);
}

fn a_long_log_is_turned_from_page_to_page(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let wire = &mut Wire::new(app);
    for _ in 0..30 {
        assert_eq!(wire.post("/rounds/udkast/schedule", &admin, "").status, 303);
        assert_eq!(wire.post("/rounds/udkast/unscheduling", &admin, "").status, 303);
    }
    let first = wire.get("/audit?kind=round&id=udkast", &admin).body;
    let older = first.split("href=\"/audit?").map(|rest| rest.split('"').next().unwrap());
    let older = older.filter(|query| query.contains("before=")).last().unwrap().replace("&amp;", "&");
    assert!(older.contains("kind=round") && older.contains("id=udkast"), "{older}");
    assert_eq!(first.matches("<a href=\"/audit/0").count(), 50);
    let second = wire.get(&format!("/audit?{older}"), &admin).body;
    assert_eq!(second.matches("<a href=\"/audit/0").count(), 11, "thirty pairs and the creation");
    assert!(second.contains("De nyeste hændelser") && !second.contains("Ældre hændelser"));
}

fn what_is_looked_for_is_a_file_too(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let mut wire = Wire::new(app);
    assert_eq!(wire.post("/rounds/udkast/schedule", &admin, "").status, 303);
    let file = wire.get(&format!("/audit/entries.csv?id={}&kind=round", encode("udkast")), &admin);
    assert_eq!((file.status, file.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert!(file.header("content-disposition").contains("audit.csv"));
    let text = file.body.strip_prefix('\u{feff}').expect("a mark for Danish Excel");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("at;actor;") && lines[1].contains(";schedule;round;"), "newest first: {text}");
    let all = wire.get("/audit/entries.csv", &admin).body;
    assert_eq!(all.lines().count(), app.pejl(&["audit", "export"]).stdout.lines().count(), "all of it");
}
