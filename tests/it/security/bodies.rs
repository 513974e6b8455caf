//! What is too long, too slow or packed is cut off, with a page that says so where somebody may read it.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use pejl::domain::rounds::invitations::InvitationId;

use super::wire::{FORM, Wire, form, read_answer};
use super::world::{FOREIGN, OWN, World};
use crate::app::TestApp;
use crate::database::Backend;

on_both_databases!(a_form_is_as_long_as_its_page_needs_and_no_longer, five_thousand_posts_are_named_in_one_form);

fn a_form_is_as_long_as_its_page_needs_and_no_longer(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let fill = |length: usize| format!("x={}", "x".repeat(length - 2));
    let section = format!("/svar/{}/afsnit/sundhed", world.links[1]);
    for (path, longest) in [
        ("/login", 16 * 1024),
        ("/sprog", 16 * 1024),
        ("/rounds/2026/extensions", 256 * 1024),
        ("/directory/import/unknown", 256 * 1024),
        ("/drafts/2027/packages/tobak", 256 * 1024),
        ("/programmes/forebyggelsespakker/texts/invitation/da", 256 * 1024),
        (section.as_str(), 4 * 1024 * 1024),
    ] {
        assert_ne!(wire.post(path, "", &fill(longest)).status, 413, "{path}");
        let answer = wire.post(path, "", &fill(longest + 1));
        assert_eq!((answer.status, answer.header("connection")), (413, "close"), "{path}");
        assert!(answer.body.contains("Teksten er for lang"), "{path}");
    }
    // Without a length it is counted as it comes.
    let mut stream = wire.connect();
    let chunk = format!("4000\r\n{}\r\n", "x".repeat(0x4000));
    let head = format!(
        "POST /login HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: {FORM}\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    stream.write_all(format!("{head}{chunk}{chunk}").as_bytes()).unwrap();
    assert_eq!(read_answer(&mut stream, "POST").unwrap().status, 413);
}

/// The ids of 5,000 posts as a form sends them: none is of this round but the last, which is extended.
fn five_thousand_posts_are_named_in_one_form(app: &TestApp) {
    let world = World::new(app);
    let day = (app.service.now().date() + chrono::Days::new(60)).to_string();
    let mut fields = vec![("chosen", "posts".to_owned()), ("last_day", day)];
    fields.extend((1..5_000).map(|_| ("post", InvitationId::new().to_string())));
    fields.push(("post", world.invitations[0].clone()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = Wire::new(app).post("/rounds/2026/extensions", world.session("admin"), &form(&fields));
    assert_eq!(answer.status, 303, "{}", answer.body);
    let extended = [OWN, FOREIGN].map(|code| world.invitation("2026", code).extended_to.is_some());
    assert_eq!(extended, [true, false]);
}

#[test]
fn nothing_is_read_for_a_link_that_never_was() {
    let app = impatient();
    let head = |token: &str| {
        format!(
            "POST /svar/{token}/afsnit/sundhed HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: {FORM}\r\ncontent-length: 4000000\r\n\r\n"
        )
    };
    let begun = Instant::now();
    for number in 0..20 {
        let mut stream = Wire::new(&app).connect();
        stream.write_all(head(&format!("fundet-paa-{number}")).as_bytes()).unwrap();
        let answer = read_answer(&mut stream, "POST").unwrap();
        assert_eq!((answer.status, answer.header("connection")), (404, "close"));
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "the body is waited for");
}

fn impatient() -> TestApp {
    TestApp::with_settings(Backend::Sqlite, &[("BODY_SECONDS", "1")]).unwrap()
}

#[test]
fn a_form_that_trickles_in_is_cut_off() {
    let app = impatient();
    let mut stream = Wire::new(&app).connect();
    let head = format!(
        "POST /login HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: {FORM}\r\ncontent-length: 1000\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let begun = Instant::now();
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    let mut first = [0];
    // Each byte comes well before any time between two of them could run out.
    while stream.read(&mut first).map_or(true, |length| length == 0) {
        assert!(begun.elapsed() < Duration::from_secs(10), "it is still waited for");
        if stream.write_all(b"x").is_err() {
            break;
        }
    }
    assert!(begun.elapsed() >= Duration::from_millis(900));
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let mut rest = String::from_utf8(first.to_vec()).unwrap();
    stream.read_to_string(&mut rest).unwrap();
    assert!(rest.starts_with("HTTP/1.1 408") && rest.contains("Det tog for lang tid at sende"), "{rest}");
}

#[test]
fn a_head_that_trickles_in_is_cut_off() {
    let app = impatient();
    let mut stream = Wire::new(&app).connect();
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ").unwrap();
    let begun = Instant::now();
    stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    let mut answer = Vec::new();
    // The service has five seconds of patience for a head.
    while begun.elapsed() < Duration::from_secs(15) {
        let mut piece = [0; 1024];
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => answer.extend_from_slice(&piece[..length]),
            Err(_) if stream.write_all(b"x").is_err() => break,
            Err(_) => {}
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(12), "it is still waited for");
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&answer));
}

#[test]
fn a_request_that_is_no_http_gets_no_page_and_no_connection() {
    let app = impatient();
    for nonsense in
        ["GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET  /\r\n\r\n", "GET / HTTP/1.1\r\nhost : x\r\n\r\n"]
    {
        let mut stream = Wire::new(&app).connect();
        stream.write_all(nonsense.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        // The library answers this before any of our code; there is nothing in it that a header could protect.
        assert!(answer.starts_with("HTTP/1.1 400") && answer.ends_with("\r\n\r\n"), "{nonsense:?}: {answer}");
    }
}
