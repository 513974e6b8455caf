//! A code of a second factor is good once, whoever sends it at the same moment, and its secret stands nowhere in
//! the clear.

use std::sync::Barrier;

use pejl::commands;
use pejl::commands::codes::Owner;
use pejl::domain::access::audit::By;
use pejl::domain::access::rate_limits::{Attempt, Origin};
use pejl::domain::access::second_factors::{RecoveryCode, SecondFactor};
use pejl::domain::access::staff::{Draft, Role, StaffId};
use pejl::domain::base::tokens::Token;
use pejl::store;
use totp_rs::Builder;

use crate::app::TestApp;
use crate::backup::world::back_up;

on_both_databases!(one_code_opens_one_session, a_secret_stands_nowhere_in_the_clear);

const ANNA: &str = "anna@example.org";

/// How many send the same code at once.
const AT_ONCE: usize = 8;

struct Enrolled {
    id: StaffId,
    /// The secret as an app keeps it.
    typed: String,
    paper: Vec<RecoveryCode>,
}

fn key(app: &TestApp) -> &str {
    app.service.config.secret_key.as_deref().unwrap()
}

/// What an app shows now that has this secret.
pub fn code(app: &TestApp, typed: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(typed.replace(' ', "")).unwrap();
    let seconds = u64::try_from(app.service.now().and_utc().timestamp()).unwrap();
    Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string()
}

fn enrol(app: &TestApp) -> Enrolled {
    let (db, now) = (&app.service.db, app.service.now());
    let draft = Draft::parse(ANNA, Role::Admin, &[]).unwrap();
    let link = commands::staff::add(db, &draft, &By::command_line(now)).unwrap();
    let session = commands::staff::set_password(db, &link, "no password fits this", now).unwrap().session().unwrap();
    let id = app.read(|conn| Ok(store::staff::find_by_email(conn, ANNA)?)).unwrap().id;
    let by = By::staff(&id, now);
    let made = SecondFactor::new(key(app), &id, now).unwrap();
    let origin = Origin { address: "10.0.0.1".parse().unwrap(), mark: None };
    let shown = commands::sessions::begin(db, &Attempt::new(key(app), ANNA, origin, now), ANNA).unwrap();
    commands::second_factors::begin(db, &made, Some(&shown), &by).unwrap();
    let typed = made.secret(key(app)).unwrap().typed();
    let owner = Owner { id: &id, key: key(app) };
    let code = code(app, &typed);
    let paper = commands::second_factors::confirm(db, owner, (&code, &session), &by).unwrap();
    app.clock.set(now + chrono::TimeDelta::seconds(30));
    Enrolled { id, typed, paper }
}

/// How many of those who send a code at once, each after the password, are let in.
fn let_in(app: &TestApp, enrolled: &Enrolled, code: &str) -> usize {
    let (db, now) = (&app.service.db, app.service.now());
    let waiting: Vec<Token> = (0..AT_ONCE).map(|_| Token::random()).collect();
    app.write(|conn| {
        for token in &waiting {
            store::sign_ins::insert(conn, &token.hash(), &enrolled.id, now + chrono::TimeDelta::minutes(5))?;
        }
        Ok(())
    });
    let begun: Vec<_> = (0..AT_ONCE)
        .map(|nr| {
            let origin = Origin { address: format!("10.0.0.{nr}").parse().unwrap(), mark: None };
            commands::sessions::begin(db, &Attempt::code(key(app), ANNA, origin, now), ANNA).unwrap()
        })
        .collect();
    let start = Barrier::new(AT_ONCE);
    std::thread::scope(|scope| {
        let threads: Vec<_> = waiting
            .iter()
            .zip(&begun)
            .map(|(token, begun)| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    commands::sessions::open_with_code(db, key(app), (begun, token, code), now).is_ok()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).filter(|is_in| *is_in).count()
    })
}

fn one_code_opens_one_session(app: &TestApp) {
    let enrolled = enrol(app);
    assert_eq!(let_in(app, &enrolled, &code(app, &enrolled.typed)), 1, "of the app");
    assert_eq!(let_in(app, &enrolled, &enrolled.paper[0].written()), 1, "from paper");
    let left = app.read(|conn| Ok(store::recovery_codes::count(conn, &enrolled.id)?));
    assert_eq!(left, 9);
    let signed_in = app.read(|conn| Ok(store::audit::list_after(conn, "", chrono::NaiveDateTime::default(), 1000)?));
    let entries = |verb: &str| signed_in.iter().filter(|entry| entry.verb == verb).count();
    assert_eq!((entries("sign_in"), entries("begin_second_factor"), entries("set_up_second_factor")), (2, 1, 1));
}

fn a_secret_stands_nowhere_in_the_clear(app: &TestApp) {
    let enrolled = enrol(app);
    let plain = enrolled.typed.replace(' ', "");
    let raw = totp_rs::Secret::try_from_base32(&plain).unwrap();
    let audit = app.pejl(&["audit", "export"]).stdout;
    assert!(audit.contains("set_up_second_factor") && !audit.contains(&plain), "{audit}");
    let backup = std::fs::read(back_up(app, "factors.backup")).unwrap();
    let holds = |needle: &[u8]| backup.windows(needle.len()).any(|part| part == needle);
    assert!(holds(b"second_factors") && holds(enrolled.id.as_str().as_bytes()));
    assert!(!holds(plain.as_bytes()) && !holds(raw.as_bytes()));
    for code in &enrolled.paper {
        assert!(!holds(code.written().as_bytes()) && !holds(code.written().replace('-', "").as_bytes()));
    }
}
