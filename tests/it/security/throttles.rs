//! Limits that stop whoever guesses and lock out nobody else: see the rule in `domain/access/rate_limits.rs`.

use pejl::domain::access::audit::By;
use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::prelude::*;
use pejl::commands;
use pejl::domain::access::passwords::Password;
use pejl::domain::access::rate_limits::{Attempt, Origin};
use pejl::domain::access::staff::{Draft, Role};
use pejl::domain::base::tokens::Token;
use pejl::schema::attempts;
use pejl::store::Db;

use super::wire::{Answer, FORM, Wire, form};
use super::world::World;
use crate::app::TestApp;

on_both_databases!(
    a_colleague_who_guesses_locks_nobody_out_of_the_town_hall,
    a_guesser_gets_a_hundred_passwords_of_an_account_a_day,
    a_link_that_works_always_works,
    a_key_that_works_always_works,
    counting_ends_where_the_limit_is,
);

const PASSWORD: &str = "en lang sætning";
const TOWN_HALL: &str = "192.0.2.1";

/// Accounts with a password; it is hashed once, because that takes long.
fn accounts(app: &TestApp, names: &[&str]) {
    let (db, now) = (&app.service.db, app.service.now());
    let hash = Password::parse(PASSWORD, PASSWORD).ok().unwrap().hash().unwrap();
    for name in names {
        let draft = Draft::parse(&format!("{name}@example.org"), Role::Admin, &[]).unwrap();
        let key = commands::staff::add(db, &draft, &By::command_line(now)).unwrap();
        commands::staff::set_password(db, &key, &hash, now).unwrap();
    }
}

/// Tries to sign in from an address, in a browser with a mark or without.
fn sign_in(wire: &mut Wire, name: &str, password: &str, address: &str, mark: &str) -> Answer {
    let cookie = format!("pejl_browser={mark}");
    let headers =
        [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("x-forwarded-for", address), ("cookie", &cookie)];
    wire.ask("POST", "/login", &headers, &form(&[("email", &format!("{name}@example.org")), ("password", password)]))
}

fn assert_limited(answer: &Answer) {
    assert_eq!((answer.status, answer.header("retry-after")), (429, "900"), "{}", answer.body);
    assert!(answer.body.contains("For mange forsøg") && answer.header("content-type").starts_with("text/html"));
}

fn a_colleague_who_guesses_locks_nobody_out_of_the_town_hall(app: &TestApp) {
    accounts(app, &["anna", "bo", "carl"]);
    let mut wire = Wire::new(app);
    assert_eq!(sign_in(&mut wire, "anna", PASSWORD, TOWN_HALL, "").status, 303);
    let mark = sign_in(&mut wire, "bo", PASSWORD, "198.51.100.7", "").cookie("pejl_browser").unwrap();

    // Somebody in the house tries a hundred accounts that there may be.
    let tries: Vec<u16> =
        (0..102).map(|nr| sign_in(&mut wire, &format!("nr{nr}"), "x", TOWN_HALL, "").status).collect();
    assert_eq!((tries[..100].iter().all(|status| *status == 422), tries[101]), (true, 429));
    assert_limited(&sign_in(&mut wire, "carl", PASSWORD, TOWN_HALL, ""));
    assert_eq!(sign_in(&mut wire, "anna", PASSWORD, TOWN_HALL, "").status, 303, "she has signed in here before");
    assert_eq!(sign_in(&mut wire, "bo", PASSWORD, TOWN_HALL, &mark).status, 303, "his browser is known");
    assert_eq!(sign_in(&mut wire, "carl", PASSWORD, "198.51.100.8", "").status, 303, "others are elsewhere");

    // Then Anna's own account: her tries there are used up, for others and for a browser that is not known.
    let tries: Vec<u16> = (0..11).map(|_| sign_in(&mut wire, "anna", "x", TOWN_HALL, "").status).collect();
    assert_eq!((tries[9], tries[10]), (422, 429));
    let mark = sign_in(&mut wire, "anna", PASSWORD, "198.51.100.9", "").cookie("pejl_browser").unwrap();
    assert_limited(&sign_in(&mut wire, "anna", PASSWORD, TOWN_HALL, ""));
    assert_eq!(sign_in(&mut wire, "anna", PASSWORD, TOWN_HALL, &mark).status, 303);

    // A mark is no way around: it has ten tries of its own, and is good for nobody else.
    let tries: Vec<u16> = (0..11).map(|_| sign_in(&mut wire, "anna", "x", "198.51.100.10", &mark).status).collect();
    assert_eq!((tries[9], tries[10]), (422, 429));
    assert_limited(&sign_in(&mut wire, "dorte", "x", TOWN_HALL, &mark));

    // Another instance knows all this.
    let other = Db::open(&app.service.config.database_url, 1).unwrap();
    let secret = app.service.config.secret_key.as_deref().unwrap();
    let begin = |name: &str| {
        let origin = Origin { address: TOWN_HALL.parse().unwrap(), mark: None };
        let attempt = Attempt::new(secret, name, origin, app.service.now());
        commands::sessions::begin(&other, &attempt, name).is_ok()
    };
    assert_eq!([begin("anna@example.org"), begin("ny@example.org")], [false, false]);
}

fn a_guesser_gets_a_hundred_passwords_of_an_account_a_day(app: &TestApp) {
    accounts(app, &["anna"]);
    let (db, now) = (&app.service.db, app.service.now());
    assert_eq!(sign_in(&mut Wire::new(app), "anna", PASSWORD, TOWN_HALL, "").status, 303);
    // The passwords themselves are not checked here, only counted as the page does: a thousand take a minute else.
    let secret = app.service.config.secret_key.as_deref().unwrap();
    let midnight = now.date().and_time(chrono::NaiveTime::MIN);
    let mut checked = BTreeMap::new();
    for quarter in 0..2 * 96 {
        let at = midnight + TimeDelta::minutes(15 * quarter);
        for nr in 0..32 {
            let origin = Origin { address: format!("10.{quarter}.{nr}.1").parse().unwrap(), mark: None };
            let attempt = Attempt::new(secret, "anna@example.org", origin, at);
            if commands::sessions::begin(db, &attempt, "anna@example.org").is_ok() {
                *checked.entry(at.date()).or_insert(0) += 1;
            } else {
                break;
            }
        }
    }
    assert_eq!(checked.into_values().collect::<Vec<i32>>(), [100, 100], "a thousand addresses, two days");
    app.clock.set(midnight + TimeDelta::minutes(15 * 191));
    let mut wire = Wire::new(app);
    assert_limited(&sign_in(&mut wire, "anna", PASSWORD, "203.0.113.1", ""));
    assert_eq!(
        sign_in(&mut wire, "anna", PASSWORD, TOWN_HALL, "").status,
        303,
        "where she has signed in she still does"
    );
    // A new one-time key is the way in from elsewhere, and it is not counted against.
    let key = commands::staff::reset(db, "anna@example.org", &By::command_line(app.service.now())).unwrap();
    assert_eq!(wire.get(&format!("/adgang/{}", key.as_str()), "").status, 200);
}

fn count(app: &TestApp) -> i64 {
    app.read(|conn| Ok(attempts::table.count().get_result(conn)?))
}

fn open(wire: &mut Wire, path: &str, address: &str) -> Answer {
    wire.ask("GET", path, &[("x-forwarded-for", address)], "")
}

/// Works for links and keys alike: `path` leads to what works, `folder` to where tokens stand.
fn assert_always_works(app: &TestApp, folder: &str, path: &str) {
    let mut wire = Wire::new(app);
    let unknown = || format!("{folder}{}", Token::random().as_str());
    let before = count(app);
    assert_eq!(open(&mut wire, path, TOWN_HALL).status, 200);
    assert_eq!(count(app), before, "what works is not counted");
    let tries: Vec<u16> = (0..102).map(|_| open(&mut wire, &unknown(), TOWN_HALL).status).collect();
    assert!(tries[..100].iter().all(|status| *status == 404) && tries[100..] == [429, 429], "{tries:?}");
    assert_limited(&open(&mut wire, &unknown(), TOWN_HALL));
    assert_eq!(open(&mut wire, path, TOWN_HALL).status, 200, "from the same address");
    assert_eq!(open(&mut wire, &unknown(), "198.51.100.1").status, 404, "others go on");

    // From many addresses, but always with the beginning of the one that works.
    let begins_alike = &path[..folder.len() + 8];
    let tries: Vec<u16> = (0..21)
        .map(|nr| {
            open(&mut wire, &format!("{begins_alike}{}", &Token::random().as_str()[8..]), &format!("203.0.113.{nr}"))
                .status
        })
        .collect();
    assert!(tries[..20].iter().all(|status| *status == 404) && tries[20] == 429, "{tries:?}");
    assert_eq!(open(&mut wire, path, "203.0.113.99").status, 200);
    app.clock.set(app.service.now() + TimeDelta::minutes(15));
    assert_eq!(open(&mut wire, &unknown(), TOWN_HALL).status, 404, "the next quarter of an hour");
}

fn a_link_that_works_always_works(app: &TestApp) {
    let world = World::new(app);
    assert_always_works(app, "/svar/", &format!("/svar/{}", world.links[1]));
    // A link that was taken back is like one that never was.
    assert_eq!(Wire::new(app).get(&format!("/svar/{}", world.revoked), "").status, 404);
}

fn a_key_that_works_always_works(app: &TestApp) {
    let draft = Draft::parse("anna@example.org", Role::Admin, &[]).unwrap();
    let key = commands::staff::add(&app.service.db, &draft, &By::command_line(app.service.now())).unwrap();
    assert_always_works(app, "/adgang/", &format!("/adgang/{}", key.as_str()));
}

fn counting_ends_where_the_limit_is(app: &TestApp) {
    let mut wire = Wire::new(app);
    for _ in 0..100 {
        open(&mut wire, &format!("/svar/{}", Token::random().as_str()), TOWN_HALL);
    }
    let full = count(app);
    assert!((3..=102).contains(&full), "the sweeping, the address, and at most one for each beginning: {full}");
    for _ in 0..100 {
        assert_eq!(open(&mut wire, &format!("/svar/{}", Token::random().as_str()), TOWN_HALL).status, 429);
    }
    assert_eq!(count(app), full);
    // The first failure of the next window takes what is over away.
    app.clock.set(app.service.now() + TimeDelta::minutes(15));
    open(&mut wire, "/svar/x", TOWN_HALL);
    assert_eq!(count(app), 3);
}
