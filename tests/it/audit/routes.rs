//! Every route that takes a form leaves exactly one entry: held against the route table, request by request.

use super::entries;
use crate::app::TestApp;
use crate::security::matrix::{concrete, staff_id};
use crate::security::routes::{Route, find, table};
use crate::security::wire::Wire;
use crate::security::world::{FOREIGN, World};

on_both_databases!(every_write_route_leaves_exactly_one_entry,);

const WRITES: &str = include_str!("writes.txt");

/// Routes that take a form and write nothing that anybody did, each with its reason.
const WITHOUT_ENTRY: [(&str, &str); 1] = [("/sprog", "a choice of language is a cookie of the browser")];

/// Routes whose request here is still to be written: files that are brought, and what needs them first.
const NOT_YET: [&str; 28] = [
    "/login/kode",
    "/account/second-factor",
    "/account/second-factor/confirmation",
    "/account/second-factor/codes",
    "/account/second-factor/removal",
    "/staff/{id}/second-factor-reset",
    "/drafts",
    "/drafts/{edition}/undo",
    "/drafts/{edition}/redo",
    "/drafts/{edition}/revert",
    "/drafts/{edition}/deletion",
    "/drafts/{edition}/new/{kind}",
    "/drafts/{edition}/{kind}/{key}",
    "/drafts/{edition}/{kind}/{key}/removal",
    "/drafts/{edition}/{kind}/{key}/order",
    "/rounds/{key}/trials",
    "/rounds/{key}/reminders",
    "/rounds/{key}/extensions",
    "/catalogue/{edition}/publication",
    "/catalogue/{from}/crosswalk/{to}/links",
    "/catalogue/{from}/crosswalk/{to}/identical",
    "/directory/import",
    "/directory/import/{upload}",
    "/municipalities/{code}/posts",
    "/posts/{post}/settings",
    "/posts/{post}/holder",
    "/posts/{post}/holder/withdrawal",
    "/posts/{post}/merging",
];

/// Who asks, where, and with which form.
fn requests() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let written = WRITES.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    written.map(|line| {
        let mut words = line.split_whitespace();
        (words.next().unwrap(), words.next().unwrap(), words.next().unwrap_or_default())
    })
}

#[test]
fn every_write_route_has_a_request_that_shows_its_entry() {
    let table = table();
    let written: Vec<&Route> = requests()
        .map(|(_, path, _)| find(&table, "POST", path).unwrap_or_else(|| panic!("no route: POST {path}")))
        .collect();
    let without: Vec<&Route> = table
        .iter()
        .filter(|route| route.method == "POST" && !written.contains(route))
        .filter(|route| !NOT_YET.contains(&route.path.as_str()))
        .filter(|route| !WITHOUT_ENTRY.iter().any(|(path, _)| *path == route.path))
        .collect();
    assert!(without.is_empty(), "these need a line in tests/it/audit/writes.txt: {without:#?}");
}

fn every_write_route_leaves_exactly_one_entry(app: &TestApp) {
    let world = World::new(app);
    let key = world.key("ny@example.org", pejl::domain::access::staff::Role::Coordinator, &[FOREIGN]);
    let account = staff_id(app, "ny@example.org");
    let mut own = String::new();
    let letters = [waiting(app, "bounced"), waiting(app, "in_doubt")];
    let mut wire = Wire::new(app);
    let mut faults = Vec::new();
    for (who, path, form) in requests() {
        let session = match who {
            "nobody" => "",
            "own" => own.as_str(),
            role => world.session(role),
        };
        let path = concrete(&world, (key.as_str(), &account), path);
        let path = path.replace("WAITING_BOUNCED", &letters[0]).replace("WAITING_IN_DOUBT", &letters[1]);
        let before = entries(app).len();
        let answer = wire.post(&path, session, form);
        if answer.status >= 400 {
            faults.push(format!("{path} was not done: {} {}", answer.status, answer.body));
            continue;
        }
        if let Some(opened) = answer.cookie("pejl_session").filter(|session| !session.is_empty()) {
            own = opened;
        }
        // A letter that only an account gets is queued beside the request, whose time must not tell of it.
        let begun = std::time::Instant::now();
        while entries(app).len() == before && begun.elapsed().as_secs() < 5 {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let new: Vec<String> =
            entries(app).iter().skip(before).map(|entry| format!("{} {}", entry.verb, entry.object)).collect();
        if new.len() != 1 {
            faults.push(format!("{path} left {new:?}"));
        }
    }
    let before = entries(app).len();
    for (path, _) in WITHOUT_ENTRY {
        assert!(wire.post(path, "", "language=en&return_to=/").status < 400, "{path}");
    }
    assert_eq!(entries(app).len(), before);
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A letter that has come to a state in which only a person goes on.
fn waiting(app: &TestApp, state: &str) -> String {
    use diesel::connection::SimpleConnection;
    app.write(|conn| {
        Ok(conn.batch_execute(&format!(
            "UPDATE letters SET state = '{state}', doubts = 2 WHERE id = \
             (SELECT MAX(id) FROM letters WHERE state IN ('accepted', 'planned', 'cancelled'))"
        ))?)
    });
    let of_state = state.parse().unwrap();
    app.read(|conn| Ok(pejl::store::ledger::list_by_state(conn, of_state, 1, 0)?)).remove(0).0.id.to_string()
}
