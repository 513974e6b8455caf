//! The audit log: every command leaves its entry, with who did it and nothing that is nobody's business.

mod deeds;
mod pages;
mod routes;

use chrono::Months;
use pejl::commands;
use pejl::domain::access::audit::{AuditEntry, By};
use pejl::domain::access::staff::Role;
use pejl::{jobs, store};

use crate::app::{TestApp, start};
use crate::backup::world::{back_up, count};
use crate::security::wire::{Wire, form};
use crate::security::world::{OWN, World, session};
use crate::source::sources;

on_both_databases!(
    everybody_who_writes_leaves_an_entry,
    whatever_is_done_with_accounts_leaves_one_entry,
    what_is_refused_leaves_none,
    nothing_in_it_is_secret_or_personal,
    it_is_kept_for_its_time_and_carried_by_a_backup,
);

pub fn entries(app: &TestApp) -> Vec<AuditEntry> {
    app.read(|conn| Ok(store::audit::list_after(conn, "", chrono::NaiveDateTime::default(), 100_000)?))
}

/// Verbs with their objects and actors, of the entries that came while something was done.
fn noted(app: &TestApp, act: impl FnOnce()) -> Vec<(String, String, String)> {
    let before = entries(app).len();
    act();
    let new = entries(app).into_iter().skip(before);
    new.map(|entry| (entry.actor, entry.verb, entry.object)).collect()
}

fn one(actor: &str, verb: &str, object: &str) -> Vec<(String, String, String)> {
    vec![(actor.to_owned(), verb.to_owned(), object.to_owned())]
}

fn everybody_who_writes_leaves_an_entry(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let mut wire = Wire::new(app);
    let mut post = |path: &str, session: &str, fields: &[(&str, &str)]| {
        let answer = wire.post(path, session, &form(fields));
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    };
    assert_eq!(noted(app, || post("/rounds/udkast/schedule", &admin, &[])), one("staff", "schedule", "round"));
    assert_eq!(noted(app, || post("/rounds/udkast/unscheduling", &admin, &[])), one("staff", "unschedule", "round"));
    let contact = [("name", "Ny"), ("email", "ny@example.org"), ("phone", ""), ("language", "da")];
    let address = format!("/posts/{}/contact", world.posts[1]);
    assert_eq!(noted(app, || post(&address, &admin, &contact)), one("staff", "correct", "post"));
    let link = world.links[0].clone();
    let save = format!("/svar/{link}/afsnit/sundhed");
    assert_eq!(noted(app, || post(&save, "", &[("q0", "1"), ("k0", "ny")])), one("link", "save", "section"));
    assert_eq!(noted(app, || post(&save, "", &[("q0", "1"), ("k0", "ny"), ("r0", "1")])).len(), 0, "nothing was new");
    let last = entries(app).into_iter().rfind(|entry| entry.verb == "save").unwrap();
    assert_eq!(last.actor_id.as_deref(), Some(world.invitations[0].as_str()), "the link's invitation");
    assert_eq!(noted(app, || drop(app.pejl(&["round", "count", "2013"]))), one("command_line", "count", "round"));
    let later = start() + Months::new(3);
    let closed = noted(app, || jobs::do_due(&app.service.db, later));
    assert!(closed.contains(&one("clock", "close", "round")[0]), "{closed:?}");
    assert_eq!(noted(app, || post("/logout", &admin, &[])), one("staff", "sign_out", "staff"));
    let changed = entries(app).into_iter().find(|entry| entry.verb == "create" && entry.object == "round").unwrap();
    assert!(changed.old_value.is_none() && changed.new_value.unwrap().contains("\"min_coverage\":0.7"));
    let told = app.pejl(&["audit", "export"]).stdout;
    assert_eq!(told.lines().count(), entries(app).len() + 1, "{told}");
    assert!(told.starts_with("at;actor;actor_id;verb;object;object_id;old_value;new_value\n"), "{told}");
}

fn whatever_is_done_with_accounts_leaves_one_entry(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let coordinator = world.session("coordinator of A").to_owned();
    let mut wire = Wire::new(app);
    let mut post = |path: &str, session: &str, fields: &[(&str, &str)]| {
        let answer = wire.post(path, session, &form(fields));
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    };
    let new = [("email", "ny@example.org"), ("role", "consultant")];
    assert_eq!(noted(app, || post("/staff", &admin, &new)), one("staff", "invite", "staff"));
    let id = app.read(|conn| Ok(store::staff::find_by_email(conn, "ny@example.org")?)).unwrap().id;
    let rights: &[(&str, &str)] = &[("role", "coordinator"), ("municipalities", OWN)];
    for (action, fields, verb) in [
        ("rights", rights, Some("change_rights")),
        ("rights", rights, None),
        ("link", &[], Some("reset")),
        ("sign-out", &[], Some("end_sessions")),
        ("disabling", &[], Some("disable")),
        ("disabling", &[], None),
        ("enabling", &[], Some("enable")),
        ("enabling", &[], None),
    ] {
        let expected = verb.map_or_else(Vec::new, |verb| one("staff", verb, "staff"));
        assert_eq!(noted(app, || post(&format!("/staff/{id}/{action}"), &admin, fields)), expected, "{action}");
    }
    let changed = entries(app).into_iter().find(|entry| entry.verb == "change_rights").unwrap();
    assert!(changed.old_value.unwrap().contains("consultant") && changed.new_value.unwrap().contains(OWN));
    let language = [("language", "en")];
    let chosen = noted(app, || post("/account/language", &coordinator, &language));
    assert_eq!(chosen, one("staff", "choose_language", "staff"));
    assert_eq!(noted(app, || post("/account/sign-out", &coordinator, &[])), one("staff", "end_sessions", "staff"));
    // Whoever asks for a link is not known to be the owner.
    let by = By::visitor(app.service.now());
    let reset = |email: &str| commands::own_account::send_reset(&app.service.db, (email, false), &by).unwrap();
    assert_eq!(noted(app, || reset("admin@example.org")), one("visitor", "ask_reset", "staff"));
    assert_eq!(noted(app, || reset("ingen@example.org")), []);
}

fn what_is_refused_leaves_none(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let refused = noted(app, || {
        let mut wire = Wire::new(app);
        assert_eq!(wire.post("/rounds/2026/schedule", &admin, "").status, 409);
        assert_eq!(wire.post(&format!("/svar/{}/afsnit/sundhed", world.revoked), "", "q0=1").status, 404);
        assert_eq!(wire.post("/login", "", "email=admin@example.org&password=forkert").status, 422);
        assert_eq!(app.pejl(&["round", "open", "2026"]).code, 1);
    });
    assert!(refused.is_empty(), "{refused:?}");
}

fn nothing_in_it_is_secret_or_personal(app: &TestApp) {
    let world = World::new(app);
    session(app, "ny@example.org", Role::Coordinator, &[OWN]);
    let all = format!("{:?}", entries(app));
    assert!(all.contains("sign_in") || all.contains("set_password"), "{all}");
    let personal =
        ["@", "example.org", "<i>", "Svar", "Leder0", "Efterf", "Hj\u{e6}lper", "Tlf", "password_hash", "argon2"];
    for word in personal {
        assert!(!all.contains(word), "{word}: {all}");
    }
    for secret in world.links.iter().chain([&world.helper, &world.old_link, &world.revoked]).chain(&world.sessions) {
        assert!(secret.is_empty() || !all.contains(secret.as_str()));
    }
}

fn it_is_kept_for_its_time_and_carried_by_a_backup(app: &TestApp) {
    drop(World::new(app));
    let all = entries(app);
    let file = back_up(app, "audit.backup");
    assert!(crate::backup::world::sums(&file).contains("\"name\":\"audit\""));
    let (db, now) = (&app.service.db, app.service.now());
    assert_eq!(commands::retention::forget_audit(db, 60, now + Months::new(59)).unwrap(), 0);
    assert_eq!(commands::retention::forget_audit(db, 0, now + Months::new(600)).unwrap(), 0);
    assert_eq!(commands::retention::forget_audit(db, 60, now + Months::new(61)).unwrap(), all.len());
    assert_eq!(count(app, "audit"), 0);
}

/// Commands that write nothing that anybody did, each with its reason.
const WITHOUT_ENTRY: [(&str, &str); 5] = [
    ("sessions.rs begin", "it counts a try, and whoever guesses must not fill the log"),
    ("provider_sign_ins.rs begin", "the same"),
    ("provider_sign_ins.rs take_back", "the same"),
    ("rate_limits.rs count_unknown_token", "the same"),
    ("retention.rs forget_audit", "deleting entries leaves none, or the log would never end"),
];

#[test]
fn every_command_that_writes_notes_who_did_it() {
    let mut without = Vec::new();
    for source in sources().iter().filter(|source| source.module() == "commands") {
        let code: String = source.code.iter().map(|(_, line)| format!("{line}\n")).collect();
        for function in code.split("\npub fn ").skip(1) {
            let name =
                format!("{} {}", source.path.trim_start_matches("commands/"), function.split('(').next().unwrap());
            // What a command calls in its own file is its own.
            let is_noted = [
                "note",
                "open_in(",
                "close_in(",
                "publish_in(",
                "write_once(",
                "import_deciding(",
                "import_in(",
                "target.import(",
                "make(conn",
                "shut(conn",
                "forget_password(conn",
                "clear(conn",
                "detach(conn",
                "reopen(conn",
            ]
            .iter()
            .any(|word| function.contains(word));
            if function.contains("db.write(") && !is_noted && !WITHOUT_ENTRY.iter().any(|(known, _)| *known == name) {
                without.push(name);
            }
        }
    }
    assert!(without.is_empty(), "commands without an entry in the audit log: {without:#?}");
}

#[test]
fn entries_are_only_added() {
    let changes = |line: &str| line.contains("update(audit");
    for source in sources() {
        assert!(source.faults(changes).is_empty(), "{:?}", source.faults(changes));
        let deletes = source.faults(|line| line.contains("delete(audit"));
        assert!(deletes.is_empty() || source.path == "store/audit.rs", "{deletes:?}");
    }
    let deleting: Vec<String> =
        sources().iter().flat_map(|source| source.faults(|line| line.contains("audit::delete("))).collect();
    assert!(deleting.len() == 1 && deleting[0].contains("commands/retention.rs"), "{deleting:?}");
}

#[test]
fn an_actor_is_told_by_its_kind_and_id() {
    let by = By::clock(start());
    let entry = AuditEntry::new(&by, "close", pejl::domain::access::audit::Object::all("round"));
    assert_eq!((entry.actor.as_str(), entry.actor_id, entry.object_id), ("clock", None, None));
}
