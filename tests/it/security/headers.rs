//! Every response of every route carries the headers, and every error a page in the visitor's language.

use diesel::connection::SimpleConnection;

use super::routes::{Route, table};
use super::wire::{Answer, FORM, Wire};
use super::world::World;
use crate::app::TestApp;

on_both_databases!(
    every_response_of_every_route_carries_the_headers,
    every_error_is_a_page_in_the_visitors_language,
    a_fault_of_ours_is_a_page_that_tells_nothing_of_it,
);

const FIXED: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-robots-tag", "noindex, nofollow"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// A path of a route with objects that are there, and one with objects that are not.
fn paths(world: &World, route: &Route) -> [String; 2] {
    let known = [
        ("{call}", world.call.as_str()),
        ("{number}", "1"),
        ("{file}", "scores"),
        ("{name}", "app.css"),
        ("{token}", world.links[0].as_str()),
        ("{key}", "2025"),
        ("{code}", "0101"),
        ("{figure}", "packages"),
        ("{measure}", "implementation"),
        ("{question}", "q2018.a"),
        ("{area}", "sundhed"),
        ("{table}", "scores"),
        ("{form}", "csv"),
        ("{picture}", "slide"),
        ("{ranking}", "packages"),
        ("{edition}", "2018"),
        ("{package}", "tobak"),
        ("{recommendation}", "kurser"),
        ("{from}", "2012"),
        ("{to}", "2018"),
        ("{invitation}", world.invitations[0].as_str()),
        ("{post}", world.posts[0].as_str()),
        ("{id}", "00000000-0000-7000-8000-000000000000"),
        ("{kind}", "packages"),
        ("{language}", "da"),
        ("{name}", "logo-unknown.png"),
        ("{upload}", "00000000-0000-7000-8000-000000000000"),
    ];
    let is_key = route.path.starts_with("/adgang");
    let there = known.iter().fold(route.path.clone(), |path, (name, value)| path.replace(name, value));
    let unknown = known.iter().fold(route.path.clone(), |path, (name, _)| path.replace(name, "ukendt"));
    assert!(!there.contains('{'), "{there}: a parameter that this test has no value for");
    [if is_key { unknown.clone() } else { there }, unknown]
}

fn assert_fixed(answer: &Answer, what: &str) {
    for (name, value) in FIXED {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
    let kept = answer.header("cache-control");
    let is_kept = what.contains(" /a/") || what.contains(" /api/v1/") && kept == "private, no-cache";
    assert!(kept == "no-store" || is_kept, "{what}: {kept}");
    for (name, value) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
        assert!(value.contains("HttpOnly") && value.contains("SameSite=Lax"), "{what}: {name}: {value}");
    }
    assert!(answer.status < 500, "{what}: {}", answer.status);
}

fn every_response_of_every_route_carries_the_headers(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let mut seen = std::collections::BTreeSet::new();
    for route in table() {
        for path in paths(&world, &route) {
            for session in ["", world.session("admin"), world.session("coordinator of A"), "ukendt"] {
                // Forms are sent empty, so that nothing changes on the way.
                for method in
                    ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "PROPFIND", "CONNECT"]
                {
                    let cookie = format!("pejl_session={session}");
                    let headers =
                        [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), ("content-type", FORM)];
                    if method == "POST" && ends_something(&path) {
                        continue;
                    }
                    let answer = wire.ask(method, &path, &headers, "");
                    assert_fixed(&answer, &format!("{method} {path}"));
                    seen.insert(answer.status);
                }
            }
        }
    }
    let asset = wire.get(pejl::assets::APP_CSS, "");
    assert_fixed(&asset, &format!("GET {}", pejl::assets::APP_CSS));
    assert!([200, 303, 400, 404, 409, 422].iter().all(|status| seen.contains(status)), "{seen:?}");
}

/// Whether even an empty form changes the world that the rest of the walk needs.
fn ends_something(path: &str) -> bool {
    ["/logout", "/closing", "/opening", "/schedule", "/hjemtagelse"].iter().any(|end| path.ends_with(end))
}

/// Status, method, path, headers and body.
type Case<'a> = (u16, &'a str, &'a str, &'a [(&'a str, &'a str)], &'a str);

fn every_error_is_a_page_in_the_visitors_language(app: &TestApp) {
    let mut wire = Wire::new(app);
    let long = "x".repeat(17_000);
    let own = ("sec-fetch-site", "same-origin");
    let cases: [Case; 11] = [
        (404, "GET", "/findes-ikke", &[], ""),
        (405, "PUT", "/login", &[], ""),
        (405, "CONNECT", "/login", &[], ""),
        (405, "CONNECT", "evil.example:443", &[], ""),
        (400, "GET", "/rounds/%00", &[], ""),
        (400, "POST", "/login", &[own, ("content-type", FORM)], ""),
        (403, "POST", "/login", &[("origin", "https://evil.example.org"), ("content-type", FORM)], "email=a"),
        (413, "POST", "/login", &[own, ("content-type", FORM)], &long),
        (415, "POST", "/login", &[own, ("content-type", "text/plain")], "email=a"),
        (415, "POST", "/login", &[own, ("content-type", FORM), ("content-encoding", "gzip")], "email=a"),
        (406, "GET", "/login", &[("accept-encoding", "identity;q=0")], ""),
    ];
    for (status, method, path, headers, body) in cases {
        for (cookie, language) in [("", "<html lang=\"da\""), ("sprog=en", "<html lang=\"en\"")] {
            let headers: Vec<(&str, &str)> = headers.iter().copied().chain([("cookie", cookie)]).collect();
            let answer = wire.ask(method, path, &headers, body);
            let what = format!("{status} {method} {path}");
            assert_eq!(answer.status, status, "{what}");
            assert_fixed(&answer, &what);
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{what}");
            assert!(answer.body.contains(language) && answer.body.contains("<h1"), "{what}: {}", answer.body);
        }
    }
}

fn a_fault_of_ours_is_a_page_that_tells_nothing_of_it(app: &TestApp) {
    let world = World::new(app);
    app.write(|conn| Ok(conn.batch_execute("ALTER TABLE letters RENAME TO gone")?));
    for (language, words) in [("da", "Noget gik galt"), ("en", "Something went wrong")] {
        let cookie = format!("pejl_session={}; sprog={language}", world.session("admin"));
        let answer = Wire::new(app).ask("GET", "/letters", &[("cookie", &cookie)], "");
        assert_eq!(answer.status, 500);
        assert!(answer.body.contains(words) && !answer.body.contains("no such table"), "{}", answer.body);
        assert!(!answer.body.contains("relation") && !answer.body.contains("letters"), "{}", answer.body);
        assert_fixed(&Answer { status: 0, ..answer }, "500");
    }
}
