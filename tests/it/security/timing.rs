//! What is unknown looks like what is wrong, to the eye and to the clock. The statistics take some minutes
//! and a quiet machine: `cargo test --test it security::timing -- --ignored --test-threads=1`.

use pejl::domain::access::audit::By;
use std::time::{Duration, Instant};

use pejl::commands;
use pejl::domain::access::passwords::Password;
use pejl::domain::access::rate_limits::{Attempt, Origin};
use pejl::domain::access::staff::{Draft, Role};
use pejl::domain::base::tokens::Token;

use super::wire::{Answer, FORM, Wire, form};
use super::world::World;
use crate::app::TestApp;
use crate::database::Backend;

on_both_databases!(what_is_unknown_reads_like_what_is_wrong);

/// Tries of each of the two kinds: ten thousand of both.
const TRIES: usize = 5_000;

/// Tries of each kind that hash a password for real.
const HASHED: usize = 150;

/// What may differ between two medians, as a share of them. It is far below what a query or a hash more costs,
/// and above the noise of a busy machine.
const TOLERANCE: f64 = 0.05;

/// The same for means, which single slow tries move.
const MEAN_TOLERANCE: f64 = 0.15;

const PASSWORD: &str = "en lang sætning";

/// Everything of an answer but the date, its number and what the asker typed.
fn looks(answer: &Answer, typed: &str) -> (u16, Vec<(String, String)>, String) {
    let mut headers = answer.headers.clone();
    headers.retain(|(name, _)| !["date", "content-length", "x-request-id"].contains(&name.as_str()));
    headers.sort();
    (answer.status, headers, answer.body.replace(typed, "X"))
}

fn account(app: &TestApp) {
    let (db, now) = (&app.service.db, app.service.now());
    let draft = Draft::parse("anna@example.org", Role::Admin, &[]).unwrap();
    let key = commands::staff::add(db, &draft, &By::command_line(now)).unwrap();
    let hash = Password::parse(PASSWORD, PASSWORD).ok().unwrap().hash().unwrap();
    commands::staff::set_password(db, &key, &hash, now).unwrap();
}

fn ask(wire: &mut Wire, path: &str, nr: usize) -> Answer {
    wire.ask("GET", path, &[("x-forwarded-for", &address(nr))], "")
}

fn sign_in(wire: &mut Wire, email: &str, nr: usize) -> Answer {
    let address = address(nr);
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("x-forwarded-for", address.as_str())];
    wire.ask("POST", "/login", &headers, &form(&[("email", email), ("password", "forkert sætning")]))
}

/// Another address for every try, so that no limit is met.
fn address(nr: usize) -> String {
    format!("10.{}.{}.{}", nr / 62_500, nr / 250 % 250, nr % 250)
}

/// A token that differs from one that works in its last letter alone.
fn almost(token: &str) -> String {
    let other = if token.ends_with('A') { 'B' } else { 'A' };
    format!("{}{other}", &token[..token.len() - 1])
}

fn what_is_unknown_reads_like_what_is_wrong(app: &TestApp) {
    let world = World::new(app);
    account(app);
    let mut wire = Wire::new(app);
    let unknown = Token::random();
    for (folder, tokens) in [
        ("svar", vec![almost(&world.links[1]), almost(&world.revoked)]),
        ("adgang", vec![almost(world.key("ny@example.org", Role::Admin, &[]).as_str())]),
    ] {
        let plain = ask(&mut wire, &format!("/{folder}/{}", unknown.as_str()), 1);
        assert_eq!(plain.status, 404);
        for token in tokens {
            let wrong = ask(&mut wire, &format!("/{folder}/{token}"), 2);
            assert_eq!(looks(&wrong, &token), looks(&plain, unknown.as_str()), "/{folder}/{token}");
        }
    }
    let emails = ["anna@example.org", "koordinator-a@example.org", "ingen@example.org", "ikke en adresse"];
    let answers = emails.map(|email| looks(&sign_in(&mut wire, email, 3), email));
    assert_eq!(answers[0].0, 422);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    // And when the tries run out they do so alike.
    for email in [emails[0], emails[2]] {
        let statuses: Vec<u16> = (0..11).map(|_| sign_in(&mut wire, email, 4).status).collect();
        assert_eq!(statuses, [vec![422; 10], vec![429]].concat(), "{email}");
    }
}

/// Times two kinds of tries by turns, so that whatever else the machine does falls on both, and compares them.
fn assert_same_time(what: &str, tries: usize, mut one: impl FnMut(usize), mut other: impl FnMut(usize)) {
    let (mut times, mut others) = (Vec::new(), Vec::new());
    let time = |times: &mut Vec<Duration>, run: &mut dyn FnMut(usize), nr| {
        let begun = Instant::now();
        run(nr);
        times.push(begun.elapsed());
    };
    for nr in 0..tries {
        // Who is first changes too.
        if nr % 2 == 0 {
            time(&mut times, &mut one, 2 * nr);
            time(&mut others, &mut other, 2 * nr + 1);
        } else {
            time(&mut others, &mut other, 2 * nr);
            time(&mut times, &mut one, 2 * nr + 1);
        }
    }
    let (median, mean) = middle(times);
    let (other_median, other_mean) = middle(others);
    let apart = |one: f64, other: f64| (one - other).abs() / one.min(other);
    println!(
        "{what}: {tries} tries each, medians {median:.1} and {other_median:.1} us ({:.2} %), trimmed means {mean:.1} and {other_mean:.1} us ({:.2} %)",
        100.0 * apart(median, other_median),
        100.0 * apart(mean, other_mean),
    );
    assert!(apart(median, other_median) < TOLERANCE && apart(mean, other_mean) < MEAN_TOLERANCE, "{what}");
}

/// Median, and mean without the slowest tenth, in microseconds.
fn middle(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let kept = &times[..times.len() * 9 / 10];
    let mean = kept.iter().sum::<Duration>().as_secs_f64() / kept.len() as f64;
    (times[times.len() / 2].as_secs_f64() * 1e6, mean * 1e6)
}

fn compare(app: &TestApp) {
    let world = World::new(app);
    account(app);
    let (mut first, mut second) = (Wire::new(app), Wire::new(app));
    // Beginnings of their own for every try, as the limit on beginnings would be met else.
    let whole = world.links[1].clone();
    let sharing = |nr: usize| format!("/svar/{}{nr:06}{}", &whole[..2], &whole[8..]);
    let random = |_: usize| format!("/svar/{}", Token::random().as_str());
    assert_same_time(
        "links",
        TRIES,
        |nr| assert_eq!(ask(&mut first, &sharing(nr), nr).status, 404),
        |nr| assert_eq!(ask(&mut second, &random(nr), nr).status, 404),
    );
    let key = world.key("ny@example.org", Role::Admin, &[]);
    let sharing = |nr: usize| format!("/adgang/{}{nr:06}{}", &key.as_str()[..2], &key.as_str()[8..]);
    let random = |_: usize| format!("/adgang/{}", Token::random().as_str());
    assert_same_time(
        "keys",
        TRIES,
        |nr| assert_eq!(ask(&mut first, &sharing(nr), nr).status, 404),
        |nr| assert_eq!(ask(&mut second, &random(nr), nr).status, 404),
    );
    // Accounts: everything but the hashing; a day for every twenty, so that no limit is met.
    let secret = app.service.config.secret_key.clone().unwrap();
    let begin = |email: &str, nr: usize| {
        let at = app.service.now() + chrono::TimeDelta::days(i64::try_from(nr / 40).unwrap());
        let origin = Origin { address: address(nr).parse().unwrap(), mark: None };
        let attempt = Attempt::new(&secret, email, origin, at);
        assert!(commands::sessions::begin(&app.service.db, &attempt, email).is_ok());
    };
    assert_same_time(
        "accounts, looked up",
        TRIES,
        |nr| begin("anna@example.org", nr),
        |nr| begin("ingen@example.org", nr),
    );
    // And through the page with the hashing, which is what takes long: unknown ones must be hashed for too.
    let mut nr_of_day = 0;
    let mut next_day = |nr: usize| {
        if nr / 20 > nr_of_day {
            nr_of_day = nr / 20;
            app.clock.set(app.service.now() + chrono::TimeDelta::days(1));
        }
    };
    let mut emails = ["anna@example.org", "ingen@example.org"].map(|email| (email, Vec::new()));
    for nr in 0..HASHED {
        next_day(nr);
        for (email, times) in &mut emails {
            let begun = Instant::now();
            assert_eq!(sign_in(&mut first, email, nr).status, 422);
            times.push(begun.elapsed());
        }
    }
    let [known, unknown] = emails.map(|(_, times)| middle(times).0);
    println!("accounts, through the page: {HASHED} tries each, medians {known:.0} and {unknown:.0} us");
    assert!((known - unknown).abs() / known.min(unknown) < TOLERANCE, "{known} {unknown}");
}

#[test]
#[ignore = "takes some minutes; run by name"]
fn on_sqlite_ten_thousand_tries_tell_nothing_by_their_time() {
    compare(&TestApp::on(Backend::Sqlite).unwrap());
}

#[test]
#[ignore = "takes some minutes; run by name"]
fn on_postgres_ten_thousand_tries_tell_nothing_by_their_time() {
    if let Some(app) = TestApp::on(Backend::Postgres) {
        compare(&app);
    }
}
