//! Markup in any text that people can write is shown as text: on every page of every role, in messages about
//! mistakes, in charts, and in letters.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use pejl::domain::access::audit::By;
use pejl::domain::catalogue::Measure;
use pejl::domain::catalogue::drafts::{Content, Edit, Item, Meaning};
use pejl::domain::mail::letters::LetterState;
use pejl::schema::letters;
use pejl::{commands, editions, store};

use super::routes::table;
use super::wire::{Answer, Wire, encode, form};
use super::world::{FOREIGN, OWN, ROLES, World, marked};
use crate::app::TestApp;
use crate::database::Backend;

on_both_databases!(
    no_text_becomes_markup_on_any_page,
    what_was_typed_comes_back_as_text,
    letters_hold_no_markup_of_others,
    a_letter_is_shown_as_it_read_and_as_the_source_of_its_html,
);

/// What must be seen, escaped, under each route: nothing is proven by a page that does not show it.
const SHOWN: [(&str, &[&str]); 36] = [
    ("/catalogue", &["Udgave2018"]),
    ("/catalogue/{edition}", &["Udgave2018", "Kategori2018", "KategoriEn2018", "Kilde2018", "Pakke2018", "Rettet"]),
    ("/catalogue/{edition}/{package}", &["PakkeEn2018", "Anbefaling2018", "Samlet2018", "Sundhed2018", "Kilde2018"]),
    (
        "/catalogue/{edition}/{package}/{recommendation}",
        &["AnbefalingEn2018", "Spoergsmaal2012", "Gul2018", "Skole2018"],
    ),
    ("/catalogue/{from}/crosswalk/{to}", &["Spoergsmaal2012", "SpoergsmaalEn2018", "Samlet2018"]),
    ("/catalogue/{edition}/publication", &["Spoergsmaal2018", "Pakke2018", "Rettet"]),
    ("/catalogue/{from}/changes/{to}", &["Pakke2018", "Spoergsmaal2018", "Udgave2012"]),
    ("/drafts/{edition}", &["NytNavn", "Rettet"]),
    ("/drafts/{edition}/history", &["NytNavn"]),
    ("/drafts/{edition}/differences", &["NytNavn", "Pakke2018"]),
    (
        "/drafts/{edition}/{kind}/{key}",
        &["Kilde2018", "AnbefalingEn2018", "SpoergsmaalEn2018", "GroenEn2018", "SkoleEn2018", "Kategori2018"],
    ),
    ("/rounds/new", &["Udgave2018", "PakkeEn2018"]),
    ("/rounds/{key}/settings", &["Udgave2018", "Pakke2018"]),
    ("/rounds/{key}/baselines", &["Pakke2018", "PakkeEn2018"]),
    ("/rounds/{key}/country", &["Pakke2018", "SundhedEn2018", "Spoergsmaal2018", "GroenEn2018", "Ikke2018"]),
    ("/rounds/{key}/country/{figure}.{picture}", &["Pakke2018", "Sundhed2018", "SpoergsmaalEn2018", "Roed2018"]),
    ("/rounds/{key}/trend", &["Pakke2018", "PakkeEn2018"]),
    ("/rounds/{key}/trend/{measure}.{picture}", &["Pakke2018", "PakkeEn2018"]),
    ("/rounds/{key}/questions", &["Pakke2018", "Spoergsmaal2018", "SamletEn2018", "Skole2018"]),
    ("/rounds/{key}/questions/{question}", &["Anbefaling2018", "Spoergsmaal2018", "RoedEn2018", "Sundhed2018"]),
    ("/rounds/{key}/questions/{question}/{figure}.{picture}", &["Spoergsmaal2018", "Samlet2018", "GroenEn2018"]),
    ("/rounds/{key}/municipalities/{code}", &["Stilling0101", "Afdeling0101", "Pakke2018", "Skole2018"]),
    ("municipality, looked into", &["Anbefaling2018", "Samlet2018", "Ikke2018", "Stilling0101"]),
    (
        "/rounds/{key}/municipalities/{code}/{figure}.{picture}",
        &["Pakke2018", "PakkeEn2018", "Sundhed2018", "SkoleEn2018"],
    ),
    ("/rounds/{key}/municipalities/{code}/trend/{measure}.{picture}", &["Pakke2018"]),
    ("/rounds/{key}/municipalities/{code}/status", &["Stilling0101", "Afdeling0101", "Efterfølger0101", "Tlf0147"]),
    ("/rounds/{key}/calls", &["Stilling0101", "Afdeling0147", "Opkald0101"]),
    ("/rounds/{key}/calls/{invitation}", &["Stilling0101", "Afdeling0101", "Efterfølger0101", "Opkald0101"]),
    ("/rounds/{key}/posts/{invitation}", &["Stilling0101", "Afdeling0101", "Spoergsmaal2018", "Svar0101"]),
    ("/municipalities/{code}/posts", &["Stilling0101", "Afdeling0101", "Leder0101", "Tlf0101"]),
    ("/posts/{post}/contact", &["Stilling0101", "Afdeling0101", "Leder0101", "Tlf0101", "Efterfølger0101"]),
    ("/letters", &["Stilling0101", "Hjælper0101", "Fejl fra postserveren"]),
    ("/letters/{id}", &["Svar0101", "Spoergsmaal2018", "Hjælper0101", "Efterfølger0101", "Fejl fra postserveren"]),
    ("/programmes/{key}/texts/{kind}/{language}", &["Emne", "Brødtekst"]),
    ("/programmes/{key}/texts/{kind}/{language}/history", &["Emne", "Brødtekst"]),
    ("address", &["Adresse"]),
];

/// The same of what a personal link opens.
const SHOWN_BY_LINK: [(&str, &[&str]); 9] = [
    ("/svar/{token}/resultat", &["Stilling0101", "Sundhed2018", "SkoleEn2018"]),
    ("/svar/{token}/udskrift", &["Stilling0101", "Afdeling0101", "Spoergsmaal2018", "GroenEn2018", "Svar0101"]),
    ("/svar/{token}", &["Stilling0101", "Afdeling0101", "Leder0147", "Skole2018"]),
    ("/svar/{token}/overblik", &["Hjælper0101", "Efterfølger0101", "Skole2018"]),
    ("/svar/{token}/afsnit/{area}", &["Spoergsmaal2018", "Gul2018", "PakkeEn2018", "Svar0101", "Hjælper0101"]),
    ("/svar/{token}/afsnit/{area}/overdragelse", &["Hjælper0101", "Sundhed2018"]),
    ("/svar/{token}/overdragelse", &["Stilling0101"]),
    ("/svar/{token}/indsend", &["Spoergsmaal2018", "SamletEn2018", "Svar0101"]),
    ("/svar/{token}/kvittering", &["Spoergsmaal2018", "Groen2018", "Svar0101"]),
];

/// Everything that people have written in the world, in files, forms and answers.
fn written() -> Vec<String> {
    let of_editions = [
        "Udgave",
        "Kilde",
        "Kategori",
        "KategoriEn",
        "Groen",
        "GroenEn",
        "Gul",
        "Roed",
        "RoedEn",
        "Ikke",
        "Sundhed",
        "SundhedEn",
        "Skole",
        "SkoleEn",
        "Pakke",
        "PakkeEn",
        "Anbefaling",
        "AnbefalingEn",
        "Spoergsmaal",
        "SpoergsmaalEn",
        "Samlet",
        "SamletEn",
    ];
    let of_posts = ["Afdeling", "Stilling", "Leder", "Tlf", "Svar", "Efterfølger", "Hjælper"];
    let with = |words: &[&str], ends: [&str; 2]| -> Vec<String> {
        words.iter().flat_map(|word| ends.map(|end| format!("{word}{end}"))).collect()
    };
    let others =
        ["Fejl fra postserveren", "Adresse", "Emne", "Brødtekst", "NytNavn", "Rettet", "Opkald0101"].map(str::to_owned);
    [with(&of_editions, ["2012", "2018"]), with(&of_posts, [OWN, FOREIGN]), others.to_vec()].concat()
}

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

/// Every page there is to see in the world, with the route that it belongs to.
fn pages(world: &World) -> BTreeSet<(String, String)> {
    let mut pages = BTreeSet::new();
    for route in table().into_iter().filter(|route| route.method == "GET" && !route.path.starts_with("/adgang")) {
        let mut paths = vec![route.path.clone()];
        for (name, values) in objects(world) {
            let is_named = |path: &String| path.contains(name);
            let (with, without): (Vec<String>, Vec<String>) = paths.into_iter().partition(is_named);
            let filled = with.iter().flat_map(|path| values.iter().map(|value| path.replace(name, value)));
            paths = without.into_iter().chain(filled).collect();
        }
        assert!(paths.iter().all(|path| !path.contains('{')), "nothing stands for what {} names", route.path);
        pages.extend(paths.into_iter().map(|path| (route.path.clone(), path)));
    }
    // What only shows when it is looked into, and what an address says itself.
    let typed = encode(&marked("Adresse"));
    let looked_into = ["2025", "2026"].map(|round| {
        ("municipality, looked into", format!("/rounds/{round}/municipalities/{OWN}?package=tobak&area=sundhed"))
    });
    let things = [
        "facts/all",
        "areas/all",
        "packages/tobak",
        "recommendations/tobak~kurser",
        "questions/q2018.a",
        "questions/q2018.o",
        "scales/lys",
        "options/lys~groen",
        "categories/rammer",
    ];
    for thing in things {
        pages.insert(("/drafts/{edition}/{kind}/{key}".to_owned(), format!("/drafts/2027/{thing}")));
        let removal = format!("/drafts/2027/{thing}/removal");
        pages.insert(("/drafts/{edition}/{kind}/{key}/removal".to_owned(), removal));
    }
    let addresses = [
        "/drafts/2027/new/questions?in=",
        "/login?return=/",
        "/letters?state=",
        "/rounds/2025/questions?q=",
        "/rounds/2025/country?area=",
        "/rounds/2025/country?sort=",
        "/findes-ikke/",
        "/svar/",
        "/rounds/",
        "/catalogue/",
    ];
    let addresses = addresses.map(|path| ("address", format!("{path}{typed}")));
    pages.extend(looked_into.into_iter().chain(addresses).map(|(route, path)| (route.to_owned(), path)));
    pages
}

/// What stands for each name in a route: every object of the world that shows something.
fn objects(world: &World) -> Vec<(&'static str, Vec<String>)> {
    let all = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<String>>();
    let letters = world.mailbox.all().into_iter().map(|letter| letter.id.to_string());
    vec![
        ("{name}", all(&["unknown"])),
        ("{token}", all(&[&world.links[0], &world.links[1], &world.helper, &world.old_link])),
        ("{key}", all(&["2013", "2025", "2026", "udkast", "med-tekster"])),
        ("{code}", all(&[OWN, FOREIGN])),
        ("{figure}", all(&["packages", "areas", "overall", "key", "distribution"])),
        ("{measure}", Measure::ALL.iter().map(Measure::to_string).collect()),
        ("{question}", all(&["q2012.a", "q2018.a", "q2018.o"])),
        ("{table}", all(&["scores", "answers"])),
        ("{form}", all(&["csv", "xlsx"])),
        ("{picture}", all(&["svg"])),
        ("{ranking}", all(&["packages", "recommendations"])),
        ("{edition}", all(&["2012", "2018", "2018.1", "2027"])),
        ("{package}", all(&["tobak"])),
        ("{recommendation}", all(&["kurser"])),
        ("{from}", all(&["2012"])),
        ("{to}", all(&["2018"])),
        (
            "{invitation}",
            world.invitations.iter().cloned().chain([world.invitation("2025", OWN).id.to_string()]).collect(),
        ),
        ("{post}", world.posts.to_vec()),
        ("{id}", letters.chain([world.letters[0].to_string()]).collect()),
        ("{area}", all(&["sundhed", "skole"])),
        ("{kind}", all(&["packages", "questions", "invitation", "privacy"])),
        ("{language}", all(&["da", "en"])),
        ("{name}", all(&["logo-unknown.png"])),
        ("{upload}", all(&["unknown"])),
        ("{call}", all(&[&world.call])),
        ("{number}", all(&["1"])),
        ("{file}", all(&["scores"])),
    ]
}

/// A draft in which a package has another name, which the history tells, and a correction with its reason.
fn edit_drafts(app: &TestApp) {
    let (db, by) = (&app.service.db, By::command_line(app.service.now()));
    let item = Item::Package("tobak".to_owned());
    let draft = app.read(|conn| {
        let stored = store::editions::find(conn, "2027")?.unwrap();
        editions::draft(conn, &stored)
    });
    let Some(Content::Package(mut package)) = draft.content(&item) else { panic!("no package") };
    package.title = marked("NytNavn").as_str().into();
    let edit = Edit::Change(item, Content::Package(package), Meaning::Corrected);
    commands::catalogue::drafts::edit(db, "2027", (0, &edit), &by).unwrap();
    commands::catalogue::corrections::begin(db, "2018", &marked("Rettet").as_str().into(), &by).unwrap();
}

fn no_text_becomes_markup_on_any_page(app: &TestApp) {
    let world = World::new(app);
    edit_drafts(app);
    let words = marked("Fejl fra postserveren");
    // An error is shown of a letter that did not arrive.
    let failed = (letters::last_error.eq(&words), letters::state.eq(LetterState::Refused));
    app.write(|conn| Ok(diesel::update(letters::table.find(&world.letters[0])).set(failed).execute(conn)?));
    let server = app.showing_letters(&world.mailbox);
    let mut wire = Wire::to(&server.service);
    let (written, mut seen) = (written(), BTreeMap::<String, BTreeSet<&str>>::new());
    for (route, path) in pages(&world) {
        for (role, session) in ROLES.iter().zip(&world.sessions) {
            for language in ["da", "en"] {
                let cookie = format!("pejl_session={session}; sprog={language}");
                let answer = wire.ask("GET", &path, &[("cookie", &cookie)], "");
                let kind = answer.header("content-type");
                if ["text/csv", "text/calendar", "application/yaml"].iter().any(|one| kind.starts_with(one)) {
                    continue;
                }
                assert_escaped(&answer, &format!("{path} as {role}"));
                let here = seen.entry(route.clone()).or_default();
                here.extend(written.iter().filter(|text| answer.body.contains(&escaped(text))).map(String::as_str));
            }
        }
    }
    let missing: Vec<String> = SHOWN
        .iter()
        .chain(&SHOWN_BY_LINK)
        .flat_map(|(route, texts)| texts.iter().map(move |text| (*route, *text)))
        .filter(|(route, text)| !seen.get(*route).is_some_and(|seen| seen.contains(text)))
        .map(|(route, text)| format!("{route} does not show {text}"))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}; seen: {seen:#?}");
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
        "title",
        "text",
        "link",
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
        ("/drafts/2027/packages/tobak".to_owned(), 409),
        ("/drafts/2027/new/questions".to_owned(), 422),
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

fn a_letter_is_shown_as_it_read_and_as_the_source_of_its_html(app: &TestApp) {
    let world = World::new(app);
    let server = app.showing_letters(&world.mailbox);
    let mut wire = Wire::to(&server.service);
    let source =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    for letter in world.mailbox.all() {
        let path = format!("/letters/{}", letter.id);
        let page = wire.get(&path, world.session("admin"));
        assert_escaped(&page, &path);
        assert!(letter.rendered.html.contains("<html") && letter.rendered.text.len() > 100);
        for shown in [&letter.rendered.text, &letter.rendered.html] {
            assert!(page.body.contains(&source(shown)), "{shown}\nis not in\n{}", page.body);
        }
        // Where letters are sent and not kept, the page tells of them and shows none.
        let elsewhere = Wire::new(app).get(&path, world.session("admin"));
        assert_eq!(elsewhere.status, 200);
        assert_escaped(&elsewhere, &path);
        assert!(!elsewhere.body.contains("/svar/"), "{}", elsewhere.body);
    }
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
