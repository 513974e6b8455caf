//! Markup in any text that people can write is shown as text: on every page of every role, in messages about
//! mistakes, in charts, and in letters.

use diesel::prelude::*;
use pejl::schema::letters;

use super::routes::table;
use super::wire::{Answer, Wire, encode, form};
use super::world::{FOREIGN, OWN, ROLES, World, marked};
use crate::app::TestApp;
use crate::database::Backend;

on_both_databases!(
    no_text_becomes_markup_on_any_page,
    what_was_typed_comes_back_as_text,
    letters_hold_no_markup_of_others
);

/// Texts that must be seen, escaped, on some page: nothing is proven by a page that does not show them.
const SEEN: [&str; 19] = [
    "Udgave2018",
    "Pakke2018",
    "PakkeEn2018",
    "Anbefaling2018",
    "AnbefalingEn2018",
    "Spoergsmaal2018",
    "SpoergsmaalEn2018",
    "Spoergsmaal2012",
    "Kategori2018",
    "Groen2018",
    "GroenEn2018",
    "Kilde2018",
    "Stilling0101",
    "Stilling0147",
    "Efterfølger0101",
    "Hjælper0101",
    "Tlf0147",
    "Svar0101",
    "Fejl fra postserveren",
];

/// A text as a page shows it.
fn escaped(text: &str) -> String {
    marked(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Whether any marker stands in a page, its head or a chart as it was written.
fn assert_escaped(answer: &Answer, what: &str) {
    assert!(!answer.body.contains("<i>") && !answer.body.contains("\"'&"), "{what}: {}", near(&answer.body));
    // Without its brackets it could still leave an attribute.
    assert!(!answer.body.contains("gt;\"'"), "{what}: {}", near(&answer.body));
    let headers = format!("{:?}", answer.headers);
    assert!(!headers.contains("<i>"), "{what}: {headers}");
}

fn near(body: &str) -> &str {
    let at = body.find("<i>").or_else(|| body.find("\"'")).unwrap_or_default();
    body.get(at.saturating_sub(80)..).unwrap_or(body).get(..200).unwrap_or(body)
}

/// Every page there is to see in the world.
fn pages(world: &World) -> Vec<String> {
    let mut pages = Vec::new();
    for route in table().into_iter().filter(|route| route.method == "GET" && !route.path.starts_with("/adgang")) {
        let rounds: &[&str] = if route.path.contains("{key}") { &["2013", "2025", "2026", "udkast"] } else { &[""] };
        let tokens: &[&String] = if route.path.contains("{token}") {
            &[&world.links[0], &world.links[1], &world.helper, &world.old_link]
        } else {
            &[&world.helper]
        };
        for round in rounds {
            for token in tokens {
                let edition = if *round == "2013" { "2012" } else { "2018" };
                let path = [
                    ("{name}", "unknown"),
                    ("{token}", token.as_str()),
                    ("{key}", round),
                    ("{code}", OWN),
                    ("{figure}", "packages"),
                    ("{question}", &format!("q{edition}.a")),
                    ("{edition}", edition),
                    ("{package}", "tobak"),
                    ("{recommendation}", "kurser"),
                    ("{from}", "2012"),
                    ("{to}", "2018"),
                    ("{invitation}", &world.invitations[0]),
                    ("{post}", &world.posts[0]),
                    ("{id}", "x"),
                    ("{area}", "skole"),
                ]
                .iter()
                .fold(route.path.clone(), |path, (name, value)| path.replace(name, value));
                pages.push(path.replace(OWN, FOREIGN));
                pages.push(path);
            }
        }
    }
    // What only shows when it is looked into, and what an address says itself.
    let typed = encode(&marked("Adresse"));
    pages.extend(
        ["2025", "2026"].map(|round| format!("/rounds/{round}/municipalities/{OWN}?package=tobak&area=sundhed")),
    );
    for path in [
        "/login?return=/",
        "/letters?state=",
        "/rounds/2025/questions?q=",
        "/rounds/2025/country?area=",
        "/rounds/2025/country?sort=",
        "/findes-ikke/",
        "/svar/",
        "/rounds/",
        "/catalogue/",
    ] {
        pages.push(format!("{path}{typed}"));
    }
    pages.sort();
    pages.dedup();
    pages
}

fn no_text_becomes_markup_on_any_page(app: &TestApp) {
    let world = World::new(app);
    let words = marked("Fejl fra postserveren");
    app.write(|conn| Ok(diesel::update(letters::table).set(letters::last_error.eq(&words)).execute(conn)?));
    let mut wire = Wire::new(app);
    let mut seen = [false; SEEN.len()];
    let mut charts = 0;
    for path in pages(&world) {
        for (role, session) in ROLES.iter().zip(&world.sessions) {
            for language in ["da", "en"] {
                let cookie = format!("pejl_session={session}; sprog={language}");
                let answer = wire.ask("GET", &path, &[("cookie", &cookie)], "");
                if answer.header("content-type").starts_with("text/csv") {
                    continue;
                }
                assert_escaped(&answer, &format!("{path} as {role}"));
                charts += usize::from(answer.header("content-type") == "image/svg+xml");
                for (seen, text) in seen.iter_mut().zip(SEEN) {
                    *seen |= answer.body.contains(&escaped(text));
                }
            }
        }
    }
    let unseen: Vec<&str> = SEEN.into_iter().zip(seen).filter(|(_, seen)| !seen).map(|(text, _)| text).collect();
    assert!(unseen.is_empty(), "no page shows {unseen:?}");
    assert!(charts > 0);
}

fn what_was_typed_comes_back_as_text(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let typed = marked("Skrevet");
    let names = [
        "email",
        "password",
        "return",
        "key",
        "edition",
        "opens_on",
        "closes_on",
        "packages",
        "rule",
        "coverage",
        "last_day",
        "navn",
        "mail",
        "q0",
        "b0",
    ];
    let fields: Vec<(&str, &str)> = names.into_iter().map(|name| (name, typed.as_str())).collect();
    let link = &world.links[1];
    for (path, status) in [
        ("/login".to_owned(), 422),
        ("/rounds".to_owned(), 422),
        (format!("/rounds/2026/posts/{}/extension", world.invitations[0]), 422),
        (format!("/svar/{link}/overdragelse"), 422),
        (format!("/svar/{link}/afsnit/sundhed/overdragelse"), 422),
    ] {
        let answer = wire.post(&path, world.session("admin"), &form(&fields));
        assert_eq!(answer.status, status, "{path}");
        assert_escaped(&answer, &path);
        assert!(answer.body.contains(&escaped("Skrevet")), "{path} shows what was typed");
    }
    // Answers that can't be saved: too long, and against what somebody else wrote meanwhile.
    let section = format!("/svar/{link}/afsnit/sundhed");
    let long = typed.clone() + &"x".repeat(5_000);
    let faulty = wire.post(&section, "", &form(&[("q0", "0"), ("b0", &long), ("k0", &long), ("c0", &long)]));
    assert_eq!(faulty.status, 422);
    assert_escaped(&faulty, "a comment that is too long");
    assert_eq!(wire.post(&section, "", &form(&[("q0", "0"), ("k0", &typed)])).status, 303);
    let conflict = wire.post(&section, "", &form(&[("q0", "1"), ("k0", &marked("Senere")), ("r0", "0")]));
    assert_escaped(&conflict, "a conflict");
    let told =
        wire.post(&format!("{section}/kladde"), "", &form(&[("q0", "1"), ("k0", &marked("Kladde")), ("r0", "0")]));
    assert_eq!(told.header("content-type"), "application/json");
    // The colleague's name and address, on the page that says that all was handed over.
    let done = wire.post(
        &format!("/svar/{link}/overdragelse"),
        "",
        &form(&[("navn", &typed), ("mail", "ny@example.org"), ("bekraeftet", "ja")]),
    );
    assert_eq!(done.status, 303);
    let done = wire.get(done.header("location"), "");
    assert_escaped(&done, "handed over");
    assert!(done.body.contains(&escaped("Skrevet")));
}

fn letters_hold_no_markup_of_others(app: &TestApp) {
    let world = World::new(app);
    let sent = world.mailbox.all();
    let mut kinds: Vec<&str> = Vec::new();
    for letter in &sent {
        let html = &letter.rendered.html;
        assert!(!html.contains("<i>") && !html.contains("\"'&"), "{html}");
        for (kind, text) in [
            ("receipt", "Spoergsmaal2018"),
            ("answer", "Svar0101"),
            ("helper", "Hjælper0101"),
            ("post", "Stilling0101"),
        ] {
            if html.contains(&escaped(text)) {
                kinds.push(kind);
            }
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["answer", "helper", "post", "receipt"], "of {} letters", sent.len());
}

#[test]
fn settings_are_text_too() {
    let (contact, from) =
        (marked("Kontakt"), format!("\"{}\" <pejl@example.org>", marked("Afsender").replace('"', "\\\"")));
    let app = TestApp::with_settings(Backend::Sqlite, &[("CONTACT", &contact), ("MAIL_FROM", &from)]).unwrap();
    let world = World::new(&app);
    for path in ["/privatliv", "/tilgaengelighed"] {
        let answer = Wire::new(&app).get(path, "");
        assert_escaped(&answer, path);
        assert!(answer.body.contains(&escaped("Kontakt")), "{path}");
    }
    let letters: Vec<String> = world.mailbox.all().into_iter().map(|letter| letter.rendered.html).collect();
    assert!(letters.iter().any(|html| html.contains(&escaped("Afsender")) && html.contains(&escaped("Kontakt"))));
    assert!(!letters.iter().any(|html| html.contains("<i>")));
}
