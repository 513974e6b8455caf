//! Advice to a municipality: who writes it, who reads it, and that it stays beside the answers.

use diesel::connection::SimpleConnection;
use pejl::domain::access::staff::Role;

use crate::app::TestApp;
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::{FOREIGN, OWN, World, session};

on_both_databases!(
    advice_is_read_by_those_who_see_the_municipality_and_by_nobody_else,
    only_its_author_and_administrators_change_it_and_what_was_written_is_kept,
);

const PLACE: &str = "/rounds/2025/municipalities/0101/advice/tobak/kurser";
const LIST: &str = "/municipalities/0101/advice";
const RESULT: &str = "/rounds/2025/municipalities/0101?package=tobak";

fn write(app: &TestApp, session: &str, (path, text): (&str, &str)) -> Answer {
    Wire::new(app).post(path, session, &form(&[("text", text)]))
}

fn body(app: &TestApp, session: &str, path: &str) -> String {
    let answer = Wire::new(app).get(path, session);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

/// The page of the only piece of advice to the municipality, as somebody's link leads to it.
fn own_page(app: &TestApp, session: &str) -> String {
    let list = body(app, session, LIST);
    let id = list.split("href=\"/advice/").nth(1).and_then(|rest| rest.split('"').next());
    format!("/advice/{}", id.unwrap_or_else(|| panic!("{list}")))
}

fn advice_is_read_by_those_who_see_the_municipality_and_by_nobody_else(app: &TestApp) {
    let world = World::new(app);
    let (consultant, coordinator, foreign) =
        (world.session("consultant of A"), world.session("coordinator of A"), world.session("coordinator of B"));
    let figures = |session: &str| {
        let file = Wire::new(app).get("/rounds/2025/municipalities/0101/scores.csv", session);
        assert_eq!(file.status, 200);
        file.body
    };
    let before = figures(coordinator);
    assert!(body(app, consultant, RESULT).contains(&format!("href=\"{PLACE}\">Skriv et råd")));
    assert!(!body(app, coordinator, RESULT).contains("Skriv et råd"), "a coordinator writes none");
    let empty = write(app, consultant, (PLACE, " \n "));
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("href=\"#text\"") && empty.body.contains("Skriv en tekst."), "{}", empty.body);
    let long = write(app, consultant, (PLACE, &"æ".repeat(2001)));
    assert!(long.status == 422 && long.body.contains(&"æ".repeat(2001)), "what was typed is there");
    let cpr = write(app, consultant, (PLACE, "Ring til 010190-1234"));
    assert!(cpr.status == 422 && cpr.body.contains("name=\"no_cpr\""), "{}", cpr.body);

    let said = "Begynd med <b>kurser</b>\npå jeres botilbud.";
    let written = write(app, consultant, (PLACE, said));
    assert_eq!((written.status, written.header("location")), (303, PLACE));
    let shown = "Begynd med &lt;b&gt;kurser&lt;/b&gt;\npå jeres botilbud.";
    for (who, may_change) in [(consultant, true), (coordinator, false), (world.session("admin"), true)] {
        for path in [PLACE, LIST, RESULT, "/rounds/2025/municipalities/0101/sheet"] {
            assert!(body(app, who, path).contains(shown), "{path}");
        }
        let result = body(app, who, RESULT);
        assert!(result.contains(&format!("href=\"{PLACE}\">1 råd")), "{result}");
        assert_eq!(result.contains("Ret eller træk tilbage"), may_change, "{result}");
        assert!(result.contains("Råd fra konsulent-a@example.org, 1. september 2026"), "{result}");
    }
    assert!(!body(app, coordinator, "/rounds/2026/municipalities/0101").contains("Begynd med"), "another round's page");
    assert!(body(app, coordinator, LIST).contains("Runde 2025"));
    assert_eq!(figures(coordinator), before, "no figure knows of it");

    let own = own_page(app, world.session("admin"));
    for path in [PLACE, LIST, &own, RESULT] {
        assert_eq!(Wire::new(app).get(path, foreign).status, 404, "{path}");
    }
    assert!(!body(app, foreign, "/").contains("råd til"));
    for path in ["", "/resultat", "/kvittering", "/afsnit/sundhed"] {
        let page = Wire::new(app).get(&format!("/svar/{}{path}", world.old_link), "").body;
        assert!(page.len() > 500 && !page.contains("Begynd med"), "{path}: {page}");
    }
    app.write(|conn| Ok(conn.batch_execute("UPDATE staff SET visited_at = '2026-08-20 08:00:00'")?));
    let home = body(app, coordinator, "/");
    assert!(home.contains(&format!("href=\"{LIST}\">1 nyt råd til København</a>")), "{home}");
    assert!(!body(app, consultant, "/").contains("1 nyt råd"), "one's own is no news");
    assert!(!body(app, foreign, "/").contains("1 nyt råd"));
}

fn only_its_author_and_administrators_change_it_and_what_was_written_is_kept(app: &TestApp) {
    let world = World::new(app);
    let (author, admin) = (world.session("consultant"), world.session("admin"));
    let colleague = session(app, "kollega@example.org", Role::Consultant, &[OWN, FOREIGN]);
    assert_eq!(write(app, author, (PLACE, "Begynd med kurser.")).status, 303);
    let own = own_page(app, author);
    let withdrawal = format!("{own}/withdrawal");
    for other in [colleague.as_str(), world.session("coordinator of A"), world.session("coordinator of B"), ""] {
        let refused = if other.is_empty() { 303 } else { 404 };
        assert_eq!(write(app, other, (&own, "Nej")).status, refused);
        assert_eq!(Wire::new(app).post(&withdrawal, other, "").status, refused);
    }
    assert_eq!(write(app, author, (&own, "")).status, 422);
    assert_eq!(write(app, author, (&own, "Begynd med regler.")).status, 303);
    assert_eq!(write(app, admin, (&own, "Begynd med begge dele.")).status, 303);
    let place = body(app, world.session("coordinator of A"), PLACE);
    assert!(place.contains("Begynd med begge dele.") && !place.contains("Begynd med regler."), "{place}");
    assert!(place.contains("Rettet 1. september 2026."), "{place}");
    let history = body(app, world.session("coordinator of A"), &own);
    for said in ["Begynd med kurser.", "Begynd med regler.", "admin@example.org"] {
        assert!(history.contains(said), "{said}: {history}");
    }
    assert_eq!(Wire::new(app).post(&withdrawal, author, "").status, 303);
    assert_eq!(Wire::new(app).post(&withdrawal, author, "").status, 404, "it is withdrawn");
    assert_eq!(write(app, admin, (&own, "Igen")).status, 404);
    for path in [PLACE, LIST, RESULT] {
        assert!(!body(app, author, path).contains("Begynd med"), "{path}");
    }
    assert!(body(app, author, &own).contains("Rådet er trukket tilbage."));
    let entries = crate::audit::entries(app);
    let noted: Vec<_> = entries.iter().filter(|entry| entry.object == "advice").collect();
    assert_eq!(noted.iter().map(|one| one.verb.as_str()).collect::<Vec<_>>(), ["write", "edit", "edit", "withdraw"]);
    assert!(!format!("{noted:?}").contains("Begynd"), "an entry holds no text");
}
