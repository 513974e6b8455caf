//! Odd bytes in addresses and forms: NUL, broken UTF-8, paths out of their folder, double encoding. None of
//! them is a fault of ours (500), and none finds anything.

use super::routes::{Route, table};
use super::wire::{FORM, Wire};
use super::world::World;
use crate::app::TestApp;

on_both_databases!(odd_addresses_find_nothing_and_break_nothing, odd_fields_break_nothing);

const ODD: [&str; 24] = [
    "%00",
    "2026%00",
    "%00%00",
    "%2500",
    "%FF",
    "%C0%AE%C0%AE%C0%AF",
    "%ED%A0%80",
    "..",
    "%2e%2e",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%252e%252e%252f",
    "..%5c..%5cCargo.toml",
    "%2e%2e%2f%2e%2e%2fCargo.toml",
    "....//",
    "%0d%0aSet-Cookie:%20x=y",
    "%0a",
    "%09",
    "%20",
    "%E2%80%AE",
    "'%20OR%20'1'='1",
    "%25%30%30",
    "%",
    "%zz",
    "%F0%9F%92%A9",
];

/// A route's path with one parameter odd and the others as they should be.
fn odd_paths(world: &World, route: &Route, odd: &str) -> Vec<String> {
    let known = [
        ("{token}", world.links[1].as_str()),
        ("{key}", "2025"),
        ("{code}", "0101"),
        ("{area}", "sundhed"),
        ("{edition}", "2018"),
        ("{package}", "tobak"),
        ("{invitation}", world.invitations[0].as_str()),
        ("{post}", world.posts[0].as_str()),
    ];
    let parameters = route.path.matches('{').count();
    (0..parameters)
        .map(|place| {
            let (before, rest) =
                route.path.match_indices('{').nth(place).map(|(at, _)| route.path.split_at(at)).unwrap();
            let after = rest.split_once('}').unwrap().1;
            let path = format!("{before}{odd}{after}");
            let path = known.iter().fold(path, |path, (name, value)| path.replace(name, value));
            path.replace(['{', '}'], "")
        })
        .collect()
}

fn odd_addresses_find_nothing_and_break_nothing(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let long = "x".repeat(5_000);
    let mut asked = 0;
    for route in table() {
        for odd in ODD.iter().copied().chain([long.as_str()]) {
            for path in odd_paths(&world, &route, odd) {
                asked += 1;
                let address = format!("10.{}.{}.1", asked / 250, asked % 250);
                let cookie = format!("pejl_session={}", world.session("admin"));
                let headers = [
                    ("cookie", cookie.as_str()),
                    ("x-forwarded-for", &address),
                    ("sec-fetch-site", "same-origin"),
                    ("content-type", FORM),
                ];
                let answer = wire.ask(&route.method, &path, &headers, "");
                // A made-up token soon meets the limit of those that begin like it; the API asks for a token first.
                assert!(
                    [400, 401, 404, 429].contains(&answer.status) || is_harmless(&path, answer.status),
                    "{} {path}: {}",
                    route.method,
                    answer.status
                );
                assert!(!answer.body.contains("root:") && !answer.body.contains("[package]"), "{path}");
                assert!(answer.cookie("x").is_none(), "{path}");
                if odd.contains("%00") && !odd.contains("%2500") {
                    assert_eq!(answer.status, 400, "{path}");
                }
            }
        }
    }
    for path in [
        "/a/../Cargo.toml",
        "/a/%2e%2e/Cargo.toml",
        "/a/..%252fCargo.toml",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
    ] {
        let answer = wire.get(path, "");
        assert_eq!(answer.status, 404, "{path}: {}", answer.body);
    }
    for query in
        ["/login?return=%00", "/letters?state=%00", "/rounds/2025/questions?q=%00", "/rounds/2025/country?area=%00"]
    {
        assert_eq!(wire.get(query, world.session("admin")).status, 400, "{query}");
    }
}

/// A dot more is a shorter address: `/rounds/..` as it stands is a route of its own to some.
fn is_harmless(path: &str, status: u16) -> bool {
    (path.contains("..") || path.contains("%2e%2e")) && [200, 303].contains(&status)
}

fn odd_fields_break_nothing(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let names = [
        "email",
        "password",
        "return",
        "repeated",
        "language",
        "return_to",
        "key",
        "edition",
        "opens_on",
        "closes_on",
        "packages",
        "rule",
        "coverage",
        "test",
        "last_day",
        "navn",
        "mail",
        "afsnit",
        "bekraeft",
        "q0",
        "b0",
        "k0",
        "c0",
        "r0",
        "videre",
    ];
    let token = &world.links[1];
    for route in table().into_iter().filter(|route| route.method == "POST" && !ends_something(&route.path)) {
        let path = route.path.replace("{token}", token).replace("{key}", "2026").replace("{area}", "sundhed");
        let path = path.replace("{invitation}", &world.invitations[0]).replace("{post}", &world.posts[0]);
        for odd in ODD.iter().copied().chain(["%2B262142-12-31", "99999999999999999999", "-1", "NaN", "1e309"]) {
            let form: Vec<String> = names.iter().map(|name| format!("{name}={odd}")).collect();
            let answer = wire.post(&path, world.session("admin"), &form.join("&"));
            assert!(
                answer.status < 500 && answer.status != 200 || is_told_at_once(&path) && answer.status == 200,
                "{path} {odd}: {}",
                answer.status
            );
        }
    }
    let kept = wire.get(&format!("/svar/{token}/afsnit/sundhed"), "");
    assert_eq!(kept.status, 200);
    assert!(!kept.body.contains('\0'), "no NUL was stored");
}

/// What changes nothing that a page is to be shown for: a draft, and the checks.
fn is_told_at_once(path: &str) -> bool {
    path.ends_with("/kladde") || path == "/administration/operation"
}

/// What would take the round or the session away that the other forms are sent with.
fn ends_something(path: &str) -> bool {
    path.ends_with("/closing") || path == "/logout"
}
