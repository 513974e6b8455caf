//! Whatever a browser says it can unpack, what it gets is what the head says it is.

use std::io::{Read, Write};

use diesel::connection::SimpleConnection;
use pejl::store::db::connect;

use super::wire::{FORM, Wire};
use super::world::World;
use crate::app::TestApp;
use crate::database::Backend;

on_both_databases!(every_error_page_can_be_read_by_a_browser);

fn every_error_page_can_be_read_by_a_browser(app: &TestApp) {
    let world = World::new(app);
    let section = format!("/svar/{}/afsnit/sundhed", world.links[1]);
    let many = (0..3000).map(|number| format!("q{number}=1")).collect::<Vec<_>>().join("&");
    let long = "x".repeat(20_000);
    let cases = [
        ("GET", "/login?return=a&return=b", "", "", 400),
        ("POST", "/login", FORM, "email=a", 400),
        ("POST", "/login", FORM, "email=a&email=b&password=c", 400),
        ("POST", "/login", "text/plain", "x", 415),
        ("POST", section.as_str(), "text/plain", "x", 415),
        ("POST", section.as_str(), FORM, many.as_str(), 400),
        ("POST", "/login", FORM, long.as_str(), 413),
        ("GET", "/findes-ikke", "", "", 404),
        ("GET", "/a/findes-ikke.css", "", "", 404),
        ("GET", "/svar/findes-ikke", "", "", 404),
        ("POST", "/svar/findes-ikke/start", FORM, "", 404),
    ];
    for (method, path, kind, body, status) in cases {
        let (told, page) = ask(app, method, path, kind, body);
        assert!(told == status || (status == 400 && told >= 400), "{method} {path}: {told}");
        assert_whole(&page, &format!("{method} {path}"));
    }
    let (told, page) = send(app, &head("POST", "/login", FORM, 0).replace("same-origin", "cross-site"));
    assert_eq!(told, 403);
    assert_whole(&page, "a form from elsewhere");
    let guess = "email=nobody%40example.org&password=x";
    let tries: Vec<(u16, String)> = (0..12).map(|_| ask(app, "POST", "/login", FORM, guess)).collect();
    assert_eq!(tries[11].0, 429);
    assert_whole(&tries[11].1, "one try too many");
}

#[test]
fn pages_of_what_came_too_slowly_or_while_another_program_writes_can_be_read_by_a_browser() {
    let app = TestApp::with_settings(Backend::Sqlite, &[("BODY_SECONDS", "1")]).unwrap();
    let world = World::new(&app);
    let (told, page) = send(&app, &head("POST", "/login", FORM, 1000));
    assert_eq!(told, 408);
    assert_whole(&page, "half a form");
    let mut other = connect(&app.service.config.database_url).unwrap();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    let (told, page) = ask(&app, "POST", &format!("/svar/{}/start", world.links[1]), FORM, "");
    assert_eq!(told, 503);
    assert_whole(&page, "another program writes");
}

fn assert_whole(page: &str, what: &str) {
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"), "{what}: {page}");
}

/// The head of a request by a browser that can unpack anything.
fn head(method: &str, path: &str, kind: &str, length: usize) -> String {
    format!(
        "{method} {path} HTTP/1.0\r\nhost: x\r\nsec-fetch-site: same-origin\r\naccept-encoding: gzip, br, zstd\r\n\
         content-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
    )
}

/// The status and the page as a browser unpacks it.
fn ask(app: &TestApp, method: &str, path: &str, kind: &str, body: &str) -> (u16, String) {
    send(app, &(head(method, path, kind, body.len()) + body))
}

fn send(app: &TestApp, request: &str) -> (u16, String) {
    let mut stream = Wire::new(app).connect();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap() + 4;
    let head = String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let body = match head.contains("transfer-encoding: chunked") {
        true => unchunked(&answer[end..]),
        false => answer[end..].to_vec(),
    };
    let bytes = match head.lines().find_map(|line| line.strip_prefix("content-encoding: ")) {
        Some("gzip") => {
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(body.as_slice()).read_to_end(&mut plain).unwrap();
            plain
        }
        Some(other) => panic!("{other} is not among what the service packs"),
        None => body,
    };
    (status, String::from_utf8(bytes).unwrap())
}

/// A body that came in pieces, each after its length.
fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = rest.windows(2).position(|bytes| bytes == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        whole.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = rest.get(end + 4 + size..).unwrap_or_default();
    }
    whole
}
