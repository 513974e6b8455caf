//! Sessions are our own to give, end when they should, and are used by our own pages only.

use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Role;

use super::routes::table;
use super::wire::{FORM, Wire, form};
use super::world::World;
use crate::app::TestApp;

on_both_databases!(
    a_session_that_was_planted_is_never_ours,
    signing_in_ends_the_browsers_earlier_session,
    setting_a_password_and_disabling_end_every_session,
    no_form_is_taken_from_another_site,
);

const PASSWORD: &str = "en lang sætning";

/// Uses a one-time key as its owner does, in a browser that has a session already.
fn use_key(wire: &mut Wire, key: &str, session: &str) -> String {
    let answer =
        wire.post(&format!("/adgang/{key}"), session, &form(&[("password", PASSWORD), ("repeated", PASSWORD)]));
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.cookie("pejl_session").unwrap()
}

fn sign_in(wire: &mut Wire, email: &str, session: &str) -> String {
    let answer = wire.post("/login", session, &form(&[("email", email), ("password", PASSWORD)]));
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.cookie("pejl_session").unwrap()
}

fn is_signed_in(wire: &mut Wire, session: &str) -> bool {
    wire.get("/rounds", session).status == 200
}

fn a_session_that_was_planted_is_never_ours(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let key = world.key("anna@example.org", Role::Admin, &[]);
    for planted in ["planted", &world.links[0], key.as_str(), &"A".repeat(43), "", "../../session", "1; pejl_session=2"]
    {
        assert!(!is_signed_in(&mut wire, planted), "{planted}");
    }
    let first = use_key(&mut wire, key.as_str(), "planted");
    let second = sign_in(&mut wire, "anna@example.org", "planted");
    assert!(first != second && ![&first, &second].contains(&&"planted".to_owned()));
    assert!(!is_signed_in(&mut wire, "planted") && is_signed_in(&mut wire, &second));
    // Nor is one that a failed sign-in was sent with.
    let failed = wire.post("/login", "planted", &form(&[("email", "anna@example.org"), ("password", "forkert")]));
    assert_eq!((failed.status, failed.cookie("pejl_session")), (422, None));
}

fn signing_in_ends_the_browsers_earlier_session(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let key = world.key("anna@example.org", Role::Admin, &[]);
    let other = world.session("consultant").to_owned();
    let first = use_key(&mut wire, key.as_str(), &other);
    assert!(is_signed_in(&mut wire, &first) && !is_signed_in(&mut wire, &other), "the consultant's session is over");
    let coordinator = world.session("coordinator of A").to_owned();
    let second = sign_in(&mut wire, "anna@example.org", &coordinator);
    assert!(!is_signed_in(&mut wire, &coordinator), "so is the coordinator's");
    assert!(is_signed_in(&mut wire, &first), "another browser of the same account goes on");
    let third = sign_in(&mut wire, "anna@example.org", &second);
    assert!(!is_signed_in(&mut wire, &second) && is_signed_in(&mut wire, &third));
}

fn setting_a_password_and_disabling_end_every_session(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let (db, now) = (&app.service.db, app.service.now());
    let key = world.key("anna@example.org", Role::Admin, &[]);
    let first = use_key(&mut wire, key.as_str(), "");
    let second = sign_in(&mut wire, "anna@example.org", "");
    let reset = commands::staff::reset(db, "anna@example.org", &By::command_line(now)).unwrap();
    assert!(!is_signed_in(&mut wire, &first) && !is_signed_in(&mut wire, &second), "a reset");
    let third = use_key(&mut wire, reset.as_str(), "");
    assert!(is_signed_in(&mut wire, &third));
    let again =
        wire.post(&format!("/adgang/{}", reset.as_str()), "", &form(&[("password", PASSWORD), ("repeated", PASSWORD)]));
    assert_eq!(again.status, 404, "a key works once");
    commands::staff::disable(db, "anna@example.org", &By::command_line(now)).unwrap();
    assert!(!is_signed_in(&mut wire, &third), "disabling");
    let refused = wire.post("/login", "", &form(&[("email", "anna@example.org"), ("password", PASSWORD)]));
    assert_eq!(refused.status, 422);
}

fn no_form_is_taken_from_another_site(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let own = app.base_url.as_str();
    let lookalike = format!("{own}.evil.example");
    let elsewhere: [(&str, &str); 9] = [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", ""),
        ("origin", &lookalike),
        ("origin", "http://127.0.0.1:1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", ""),
        ("referer", "https://evil.example/"),
    ];
    for route in table().into_iter().filter(|route| route.method == "POST") {
        let path = route.path.replace("{token}", &world.links[1]).replace("{key}", "2026").replace("{area}", "sundhed");
        let path = path.replace("{invitation}", &world.invitations[1]);
        let cookie = format!("pejl_session={}", world.session("admin"));
        for from in elsewhere {
            let answer = wire.ask("POST", &path, &[from, ("content-type", FORM), ("cookie", &cookie)], "x=y");
            assert_eq!(answer.status, 403, "{path} {from:?}");
        }
        // A browser that says neither where a form comes from is none; with a session it is refused all the same.
        let silent = wire.ask("POST", &path, &[("content-type", FORM), ("cookie", &cookie)], "x=y");
        assert_eq!(silent.status, 403, "{path}");
        // Without one there is nobody in whose name it could act.
        let nobody = wire.ask("POST", &path, &[("content-type", FORM)], "x=y");
        assert_ne!(nobody.status, 403, "{path}");
    }
    assert!(is_signed_in(&mut wire, world.session("admin")), "nothing was done, signing out least of all");
}
