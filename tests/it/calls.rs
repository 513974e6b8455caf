//! Calls to those who have not handed in: noted, found again, corrected on their day, and forgotten with the round's
//! people.

use chrono::{Months, TimeDelta};
use pejl::commands;
use pejl::domain::access::audit::{AuditEntry, By};
use pejl::domain::rounds::calls::CallId;

use crate::app::{TestApp, start};
use crate::audit::entries;
use crate::backup::world::{back_up, change, count, look_into, texts};
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::{FOREIGN, OWN, World};

on_both_databases!(
    a_call_is_noted_in_ones_own_municipalities_and_corrected_by_its_writer_on_its_day,
    the_list_and_the_first_page_say_whom_to_call_again,
    notes_are_carried_by_a_backup_and_forgotten_with_the_rounds_people,
);

/// Somebody in the world who calls.
struct Caller<'a> {
    world: &'a World<'a>,
    role: &'static str,
}

impl Caller<'_> {
    fn get(&self, path: &str) -> Answer {
        Wire::new(self.world.app).get(path, self.world.session(self.role))
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        Wire::new(self.world.app).post(path, self.world.session(self.role), &form(fields))
    }

    /// Notes a new call to a post, 0 for A and 1 for B.
    fn call(&self, post: usize, (outcome, note, day): (&str, &str, &str)) -> Answer {
        let id = CallId::new();
        let fields = [("call", id.as_str()), ("outcome", outcome), ("note", note), ("call_back_on", day)];
        self.post(&self.page(post), &fields)
    }

    fn page(&self, post: usize) -> String {
        format!("/rounds/2026/calls/{}", self.world.invitations[post])
    }
}

fn caller<'a>(world: &'a World<'a>, role: &'static str) -> Caller<'a> {
    Caller { world, role }
}

/// A world whose sessions last for the days that a test takes.
fn world(app: &TestApp) -> World<'_> {
    let world = World::new(app);
    change(app, "UPDATE sessions SET expires_at = '2026-12-01 08:00:00'");
    world
}

/// The entries about calls, without the one of the world.
fn noted(app: &TestApp) -> Vec<AuditEntry> {
    entries(app).into_iter().filter(|entry| entry.verb.ends_with("call")).skip(1).collect()
}

fn a_call_is_noted_in_ones_own_municipalities_and_corrected_by_its_writer_on_its_day(app: &TestApp) {
    let world = world(app);
    let [own, admin] = ["coordinator of B", "admin"].map(|role| caller(&world, role));
    let (path, id) = (own.page(1), CallId::new());
    let form = own.get(&path).body;
    assert!(form.contains("name=\"call\"") && form.contains("Ingen har ringet"), "{form}");
    assert!(form.contains("href=\"tel:") || form.contains("Intet telefonnummer"), "{form}");

    let faulty = own.post(&path, &[("call", id.as_str()), ("note", "Sag 010190-1234"), ("call_back_on", "2026-08-31")]);
    assert_eq!(faulty.status, 422);
    for said in ["href=\"#outcome\"", "href=\"#note\"", "href=\"#call_back_on\"", "name=\"no_cpr\"", "010190-1234"] {
        assert!(faulty.body.contains(said), "{said}: {}", faulty.body);
    }
    assert!(faulty.body.contains(id.as_str()), "the form stays the same call: {}", faulty.body);
    let said = [
        ("call", id.as_str()),
        ("outcome", "wants_call_back"),
        ("note", "Sag 010190-1234\ner ikke et CPR-nummer"),
        ("call_back_on", "2026-09-01"),
        ("no_cpr", "ja"),
        ("list", "shown=never_called&q=Leder&nonsense=1&sort=missing&order=desc&page=2"),
    ];
    for _ in 0..2 {
        let answer = own.post(&path, &said);
        let list = "/rounds/2026/calls?q=Leder&shown=never_called&sort=missing&order=desc&page=2";
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, &*format!("{list}#call-{}", world.invitations[1]))
        );
    }
    assert_eq!(count(app, "calls"), 2, "one of the world, and one for two clicks");
    let [entry] = &noted(app)[..] else { panic!("{:?}", noted(app)) };
    let told = entry.new_value.as_deref().unwrap();
    assert_eq!((entry.object.as_str(), entry.object_id.as_deref()), ("invitation", Some(&*world.invitations[1])));
    assert!(told.contains("wants_call_back") && told.contains("2026-09-01") && !told.contains("010190"), "{told}");

    for (role, status) in [("consultant", 200), ("admin", 200), ("consultant of A", 404), ("coordinator of A", 404)] {
        let other = caller(&world, role);
        let page = other.get(&path);
        assert_eq!(page.status, status, "{role}");
        assert_eq!(page.body.contains("koordinator-b@example.org"), status == 200, "{role}: {}", page.body);
        assert_eq!(other.call(1, ("reached", "", "")).status, if status == 200 { 303 } else { 404 }, "{role}");
        let one = format!("{path}/{id}");
        assert_eq!(other.get(&one).status, 404, "{role} did not write it");
        assert_eq!(other.post(&one, &[("outcome", "reached")]).status, 404, "{role}");
        assert_eq!(other.post(&format!("{one}/removal"), &[]).status, 404, "{role}");
    }
    let taken = admin.post(&path, &[("call", id.as_str()), ("outcome", "reached")]);
    assert_eq!(taken.status, 404, "the id is another's call");

    let one = format!("{path}/{id}");
    let correction = own.get(&one).body;
    assert!(
        correction.contains("value=\"wants_call_back\" checked") && correction.contains("er ikke et"),
        "{correction}"
    );
    assert_eq!(own.post(&one, &[("outcome", ""), ("note", "Rettet")]).status, 422);
    let before = noted(app).len();
    for _ in 0..2 {
        assert_eq!(own.post(&one, &[("outcome", "declines"), ("note", "Rettet")]).header("location"), path);
    }
    let [entry] = &noted(app)[before..] else { panic!("one entry for two clicks") };
    assert!(entry.old_value.as_deref().unwrap().contains("wants_call_back"), "{entry:?}");
    let page = own.get(&path).body;
    assert!(page.contains("Afslår at svare") && page.contains("Rettet") && page.contains(&one), "{page}");

    app.clock.set(start() + TimeDelta::days(1));
    assert_eq!(own.get(&one).status, 409);
    for (action, fields) in [("", [("outcome", "reached")].as_slice()), ("/removal", &[])] {
        let late = own.post(&format!("{one}{action}"), fields);
        assert!(late.status == 409 && late.body.contains("samme dag"), "{action}: {}", late.body);
    }
    assert!(!own.get(&path).body.contains(&one), "what cannot be done is not offered");
    app.clock.set(start());
    assert_eq!(own.post(&format!("{one}/removal"), &[]).status, 303);
    assert_eq!((own.get(&one).status, noted(app).last().unwrap().verb.as_str()), (404, "remove_call"));

    commands::rounds::close(&app.service.db, "2026", &By::command_line(start())).unwrap();
    let closed = admin.get(&path).body;
    assert!(closed.contains("konsulent@example.org") && !closed.contains("<textarea"), "{closed}");
    assert_eq!(admin.call(1, ("reached", "", "")).status, 409);
}

fn the_list_and_the_first_page_say_whom_to_call_again(app: &TestApp) {
    let world = world(app);
    let [admin, own, foreign] = ["admin", "coordinator of A", "coordinator of B"].map(|role| caller(&world, role));
    let list = |asked: &str| admin.get(&format!("/rounds/2026/calls?{asked}")).body;
    let holds = |page: &str, code: &str| page.contains(&format!("/municipalities/{code}/status"));
    let never = list("shown=never_called");
    assert!(!holds(&never, OWN) && holds(&never, FOREIGN), "the world has called A: {never}");
    let due = "href=\"/rounds/2026/calls?shown=due\"";
    assert!(!admin.get("/").body.contains(due));

    let long = format!("{} slutordet", "ferie ".repeat(20));
    assert_eq!(own.call(0, ("wants_call_back", &long, "2026-09-03")).status, 303);
    assert_eq!(foreign.call(1, ("no_answer", "=SUM(1)", "2026-09-02")).status, 303);
    assert!(list("shown=due").contains("Ingen passer til det valgte"), "not yet");
    app.clock.set(start() + TimeDelta::days(1));
    let page = list("shown=due");
    assert!(!holds(&page, OWN) && holds(&page, FOREIGN) && page.contains("Ring tilbage 2. september 2026"), "{page}");
    app.clock.set(start() + TimeDelta::days(3));
    let page = list("shown=due");
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(place("2. september 2026</") < place("3. september 2026</"), "who waits longest comes first: {page}");
    assert!(!page.contains("name=\"sort\"") && page.contains("ferie …") && !page.contains("slutordet"), "{page}");
    let page = list("shown=due&sort=call_back&order=desc");
    assert!(page.find("3. september 2026</") < page.find("2. september 2026</"), "{page}");
    assert!(page.contains("name=\"order\" value=\"desc\""), "{page}");
    let page = list("outcome=no_answer");
    assert!(holds(&page, FOREIGN) && !holds(&page, OWN) && page.contains("value=\"no_answer\" selected"), "{page}");

    let file = admin.get("/rounds/2026/calls.csv?outcome=wants_call_back").body;
    assert!(file.lines().next().unwrap().ends_with(";called_at;call_outcome;call_note;call_back_on"), "{file}");
    assert!(file.contains("2026-09-01T08:00:00Z;wants_call_back;") && file.contains("slutordet;2026-09-03"), "{file}");
    let file = admin.get("/rounds/2026/calls.csv?outcome=no_answer").body;
    assert!(file.contains("'=SUM(1)"), "no spreadsheet reckons with a note: {file}");

    assert!(admin.get("/").body.contains(&format!("{due}>2 stillinger skal ringes op igen i dag")));
    for one in [&own, &foreign, &caller(&world, "consultant of A")] {
        let home = one.get("/").body;
        assert!(home.contains(&format!("{due}>1 stilling skal ringes op igen i dag (runde 2026)")), "{home}");
    }
    assert!(!own.get("/rounds/2026/calls.csv").body.contains("SUM"));
    // A later call settles the day of an earlier one, and so does handing in.
    assert_eq!(own.call(0, ("answers_soon", "", "")).status, 303);
    assert!(!own.get("/").body.contains(due));
    change(app, "UPDATE invitations SET handed_in_at = '2026-09-03 08:00:00' WHERE municipality_code = '0147'");
    assert!(!foreign.get("/").body.contains(due) && !admin.get("/").body.contains(due));
}

fn notes_are_carried_by_a_backup_and_forgotten_with_the_rounds_people(app: &TestApp) {
    let world = World::new(app);
    assert_eq!(caller(&world, "admin").call(1, ("reached", "Spørg efter Lone", "2026-09-09")).status, 303);
    let file = back_up(app, "calls.backup");
    let carried = texts(
        &mut look_into(&file),
        "SELECT note || coalesce(call_back_on, '') AS answer FROM calls ORDER BY called_at, id",
    );
    assert_eq!(carried.last().map(String::as_str), Some("Spørg efter Lone2026-09-09"), "{carried:?}");
    let db = &app.service.db;
    commands::rounds::close(db, "2026", &By::command_line(start())).unwrap();
    let over = start() + Months::new(24);
    commands::retention::forget(db, 24, over).unwrap();
    assert_eq!(count(app, "calls WHERE note <> ''"), 2, "not yet");
    commands::retention::forget(db, 24, over + TimeDelta::seconds(1)).unwrap();
    assert_eq!(count(app, "calls WHERE note = '' AND outcome = 'reached'"), 2, "what came of a call stays");
    let told = Wire::new(app).get("/privatliv", "").body;
    assert!(told.contains("Ringer nogen til dig") && told.contains("bemærkninger til opkald slettes"), "{told}");
}
