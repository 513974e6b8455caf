//! Good practice: shared only where a recommendation is carried out in full, read by others once a moderator shows it, and
//! told to the leaders who have most to gain.

use diesel::prelude::*;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::schema::practice_versions;

use crate::app::TestApp;
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::{FOREIGN, World};

on_both_databases!(
    an_example_is_shared_where_all_is_green_and_waits_unseen_until_it_is_shown,
    a_changed_example_is_moderated_again_and_the_contact_leaves_with_it,
);

const SHARING: &str = "/rounds/2025/municipalities/0101/practice/tobak/kurser";
const RECOMMENDATION: &str = "/rounds/2025/packages/tobak/kurser";
const TITLE: &str = "Kurser i arbejdstiden";

fn body(app: &TestApp, session: &str, path: &str) -> String {
    let answer = Wire::new(app).get(path, session);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

fn post(app: &TestApp, session: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    Wire::new(app).post(path, session, &form(fields))
}

fn share(app: &TestApp, session: &str, path: &str, (title, text): (&str, &str)) -> Answer {
    let contact = [("function", "Sundhedsafdelingen"), ("email", "sundhed@example.org"), ("phone", "12 34 56 78")];
    let fields: Vec<(&str, &str)> = [("title", title), ("body", text)].into_iter().chain(contact).collect();
    post(app, session, path, &fields)
}

/// The version that the page of an example offers to decide about.
fn version(app: &TestApp, session: &str, example: &str) -> String {
    let page = body(app, session, example);
    let found = page.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    found.unwrap_or_else(|| panic!("{page}")).to_owned()
}

/// The result of the other municipality's leader, who has most to gain by the recommendation.
fn foreign_result(world: &World) -> String {
    let (db, by) = (&world.app.service.db, By::command_line(world.app.service.now()));
    let token = commands::links::issue_for_municipality(db, "2025", FOREIGN, &by).unwrap().remove(0).1;
    body(world.app, "", &format!("/svar/{}/resultat", token.as_str()))
}

fn an_example_is_shared_where_all_is_green_and_waits_unseen_until_it_is_shown(app: &TestApp) {
    let world = World::new(app);
    let (own, foreign) = (world.session("coordinator of A"), world.session("coordinator of B"));
    let (moderator, partial) = (world.session("consultant"), world.session("consultant of A"));
    let said = (TITLE, "Vi begyndte med\n<b>lederne</b>.");
    for (who, path, status) in [
        (foreign, SHARING, 404),
        (world.session("admin"), SHARING, 404),
        (moderator, SHARING, 404),
        (foreign, "/rounds/2025/municipalities/0147/practice/tobak/kurser", 409),
        (own, "/rounds/2026/municipalities/0101/practice/tobak/kurser", 404),
    ] {
        assert_eq!(Wire::new(app).get(path, who).status, status, "{path}");
        let refused = share(app, who, path, said);
        assert_eq!(refused.status, status, "{path}: {}", refused.body);
    }
    let not_green = Wire::new(app).get("/rounds/2025/municipalities/0147/practice/tobak/kurser", foreign).body;
    assert!(not_green.contains("ikke gennemført anbefalingen fuldt ud"), "{not_green}");
    let list = body(app, own, "/rounds/2025/municipalities/0101/practice");
    assert!(list.contains(&format!("href=\"{SHARING}\"")), "{list}");
    let page = body(app, own, SHARING);
    assert!(
        page.contains("kan man se, at Københavns Kommune har svaret grønt") && page.contains("ikke en privatperson")
    );
    let faulty = post(app, own, SHARING, &[("title", ""), ("body", "Noget"), ("email", "sundhed")]);
    assert_eq!(faulty.status, 422);
    for field in ["#title", "#function", "#email", "\nNoget</textarea>", "value=\"sundhed\""] {
        assert!(faulty.body.contains(field), "{field}: {}", faulty.body);
    }

    let shared = share(app, own, SHARING, said);
    let example = shared.header("location").to_owned();
    assert!(shared.status == 303 && example.starts_with("/practice/"), "{} {}", shared.status, shared.body);
    assert_eq!(share(app, own, SHARING, said).header("location"), example, "the same form sent twice");
    for (who, sees) in
        [(own, true), (partial, true), (moderator, true), (world.session("admin"), true), (foreign, false)]
    {
        assert_eq!(Wire::new(app).get(&example, who).status, if sees { 200 } else { 404 });
        assert!(!body(app, who, RECOMMENDATION).contains(TITLE), "it waits");
    }
    for who in [foreign, partial] {
        assert!(!body(app, who, "/practice").contains(TITLE));
        assert!(!body(app, who, "/").contains("1 eksempel venter"));
    }
    assert!(!foreign_result(&world).contains(TITLE));
    for who in [moderator, world.session("admin")] {
        assert!(body(app, who, "/").contains("href=\"/practice#waiting\">1 eksempel venter</a>"));
        assert!(body(app, who, "/practice").contains(TITLE));
    }

    let newest = version(app, moderator, &example);
    let showing = format!("{example}/showing");
    for who in [own, partial, foreign] {
        assert_eq!(post(app, who, &showing, &[("version", &newest)]).status, 404);
    }
    assert_eq!(post(app, moderator, &showing, &[("version", &newest)]).status, 303);
    assert_eq!(post(app, moderator, &showing, &[("version", &newest)]).status, 409, "it is decided");
    for who in [own, foreign, partial, moderator] {
        for path in ["/practice", RECOMMENDATION, "/rounds/2026/packages/tobak/kurser", &example] {
            let page = body(app, who, path);
            for part in [TITLE, "&lt;b&gt;lederne&lt;/b&gt;", "mailto:sundhed@example.org", "Fra runde 2025"] {
                assert!(page.contains(part), "{path}: {part}: {page}");
            }
        }
    }
    let told = foreign_result(&world);
    assert!(told.contains("Et godt eksempel fra Københavns Kommune, runde 2025") && told.contains(TITLE), "{told}");
    let of_own = body(app, "", &format!("/svar/{}/resultat", world.old_link));
    assert!(!of_own.contains(TITLE), "nobody learns from oneself: {of_own}");
    for (query, is_found) in [
        ("q=arbejdstiden+lederne", true),
        ("q=skole", false),
        ("package=tobak&recommendation=tobak/kurser&area=skole&region=Region+Hovedstaden&group=1", true),
        ("package=alkohol", false),
        ("area=aeldre", false),
        ("region=Region+Syddanmark", false),
        ("group=2", false),
    ] {
        assert_eq!(body(app, foreign, &format!("/practice?{query}")).contains(TITLE), is_found, "{query}");
    }
}

fn a_changed_example_is_moderated_again_and_the_contact_leaves_with_it(app: &TestApp) {
    let world = World::new(app);
    let (own, foreign, admin) =
        (world.session("coordinator of A"), world.session("coordinator of B"), world.session("admin"));
    let contacts = || -> Vec<String> {
        app.read(|conn| {
            Ok(practice_versions::table
                .order(practice_versions::id)
                .select(practice_versions::contact_email)
                .load(conn)?)
        })
    };
    let example = share(app, own, SHARING, (TITLE, "Først")).header("location").to_owned();
    let decide = |deed: &str, reason: &str| {
        let newest = version(app, admin, &example);
        post(app, admin, &format!("{example}/{deed}"), &[("version", &newest), ("reason", reason)]).status
    };
    assert_eq!(decide("showing", ""), 303);
    assert!(body(app, own, SHARING).contains("\nFørst</textarea>"), "the form holds what is there");
    assert_eq!(share(app, own, SHARING, ("Kurser for alle", "Siden")).header("location"), example);
    for who in [foreign, own] {
        let list = body(app, who, "/practice");
        assert!(list.contains("Først") && !list.contains("Siden"), "the shown one stays: {list}");
    }
    assert!(!body(app, foreign, &example).contains("Siden"));
    assert!(body(app, own, &example).contains("Siden"));
    assert_eq!(decide("declining", " "), 422);
    assert_eq!(decide("declining", "Nævn ikke en leder."), 303);
    assert!(body(app, own, "/").contains("Eksemplet ”Kurser for alle” blev afvist"));
    assert!(body(app, own, &example).contains("Nævn ikke en leder."));
    let others = body(app, foreign, &example);
    assert!(others.contains("Først") && !others.contains("Nævn ikke en leder."), "{others}");
    share(app, own, SHARING, ("Kurser for alle", "Til sidst"));
    assert_eq!(decide("showing", ""), 303);
    assert!(body(app, foreign, &example).contains("Til sidst"));
    assert_eq!(contacts(), ["", "", "sundhed@example.org"], "only what is shown needs its contact");

    let withdrawal = format!("{example}/withdrawal");
    assert_eq!(post(app, foreign, &withdrawal, &[]).status, 404);
    assert_eq!(post(app, world.session("consultant of A"), &withdrawal, &[]).status, 404);
    assert_eq!(post(app, own, &withdrawal, &[]).status, 303);
    assert_eq!(post(app, own, &withdrawal, &[]).status, 404, "it is taken back");
    assert_eq!(contacts(), [""; 3]);
    assert_eq!(Wire::new(app).get(&example, foreign).status, 404);
    assert!(body(app, own, &example).contains("trukket tilbage"));
    assert!(!body(app, foreign, RECOMMENDATION).contains("Til sidst"));
    let again = share(app, own, SHARING, (TITLE, "Igen")).header("location").to_owned();
    assert_ne!(again, example, "another one can be shared");
    let entries = crate::audit::entries(app);
    let noted: Vec<_> = entries.iter().filter(|entry| entry.object == "example").collect();
    let verbs: Vec<&str> = noted.iter().map(|one| one.verb.as_str()).collect();
    assert_eq!(verbs, ["share", "show", "share", "decline", "share", "show", "withdraw", "share"]);
    assert!(
        !format!("{noted:?}").contains("sundhed@") && !format!("{noted:?}").contains("leder"),
        "no text, no address"
    );
}
