//! Every role on every route with its own and others' objects, held against `matrix.txt`; and nothing of
//! another municipality in any answer.

use diesel::prelude::*;
use pejl::domain::mail::letters::{Letter, LetterState, MAX_REPEATS};
use pejl::schema::letters;

use super::requests::{concrete, lines};
use super::routes::{Route, find, table};
use super::wire::{Answer, FORM, Wire};
use super::world::{FOREIGN, OWN, ROLES, World};
use crate::app::TestApp;

on_both_databases!(
    every_role_gets_on_every_route_what_the_table_says,
    a_mean_of_two_is_shown_to_nobody_who_may_see_only_one,
    only_an_administrator_decides_about_a_letter,
);

#[test]
fn every_route_has_a_line_in_the_matrix() {
    let table = table();
    let lines = lines();
    let found: Vec<&Route> = lines
        .iter()
        .map(|line| {
            find(&table, line.method, line.path).unwrap_or_else(|| panic!("no route: {} {}", line.method, line.path))
        })
        .collect();
    let without: Vec<&Route> = table.iter().filter(|route| !found.contains(route)).collect();
    assert!(without.is_empty(), "routes without a line in tests/it/security/matrix.txt: {without:#?}");
}

fn every_role_gets_on_every_route_what_the_table_says(app: &TestApp) {
    let world = World::new(app);
    let key = world.key("ny@example.org", pejl::domain::access::staff::Role::Coordinator, &[FOREIGN]);
    let account = staff_id(app, "ny@example.org");
    let mut wire = Wire::new(app);
    let (mut faults, mut asked) = (Vec::new(), 0);
    for line in lines() {
        let mut row = Vec::new();
        for (place, role) in ROLES.iter().enumerate() {
            let path = concrete(&world, (key.as_str(), &account), line.path);
            let cookie = format!("pejl_session={}", world.sessions[place]);
            // Each request has an address of its own, so that no limit is met.
            asked += 1;
            let address = format!("10.0.{}.{}", asked / 250, asked % 250);
            let mut headers = vec![("cookie", cookie.as_str()), ("x-forwarded-for", address.as_str())];
            if line.method == "POST" {
                headers.extend([("sec-fetch-site", "same-origin"), ("content-type", FORM)]);
            }
            let form = concrete(&world, (key.as_str(), &account), line.form);
            let answer = wire.ask(line.method, &path, &headers, &form);
            row.push(outcome(&answer));
            // Whoever only checks whether a link works asks for its head.
            if line.method == "GET" {
                let head = wire.ask("HEAD", &path, &headers, "");
                let same = ["content-type", "cache-control", "location"]
                    .iter()
                    .all(|name| head.header(name) == answer.header(name));
                if outcome(&head) != outcome(&answer) || !same {
                    faults.push(format!("HEAD {path} as {role} => {}", outcome(&head)));
                }
            }
            faults
                .extend(leak(&answer, role, line.path).map(|leak| format!("{} {path} as {role}: {leak}", line.method)));
        }
        if row != line.expected {
            faults.push(format!("{} {} {} => {}", line.method, line.path, line.form, row.join(" ")));
        }
    }
    assert!(faults.is_empty(), "found instead:\n{}", faults.join("\n"));
}

fn outcome(answer: &Answer) -> String {
    let to_sign_in = answer.status == 303 && answer.header("location").starts_with("/login");
    if to_sign_in { "login".to_owned() } else { answer.status.to_string() }
}

fn staff_id(app: &TestApp, email: &str) -> String {
    app.read(|conn| Ok(pejl::store::staff::find_by_email(conn, email)?)).unwrap().id.to_string()
}

/// Whether a text has a word by itself: four digits may stand within a checksum by chance.
fn names(text: &str, word: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    text.match_indices(word)
        .any(|(at, _)| !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next()))
}

/// What an answer tells of a municipality that is none of the asker's business: its code, which every text
/// of the world holds, or its name.
fn leak(answer: &Answer, role: &str, path: &str) -> Option<&'static str> {
    let both: [&[&str]; 2] = [&[OWN, "København"], &[FOREIGN, "Frederiksberg"]];
    let forbidden: Vec<&str> = match role {
        _ if path.starts_with("/svar/LINK_B") => both[0].to_vec(),
        _ if path.starts_with("/svar/") => both[1].to_vec(),
        "consultant of A" | "coordinator of A" => both[1].to_vec(),
        "coordinator of B" => both[0].to_vec(),
        "nobody" | "link" | "helper" => both.concat(),
        _ => Vec::new(),
    };
    let text = format!(
        "{}{:?}",
        answer.body,
        answer
            .headers
            .iter()
            .filter(|(name, _)| !["location", "x-request-id", "set-cookie"].contains(&name.as_str()))
            .collect::<Vec<_>>()
    );
    forbidden.into_iter().find(|word| names(&text, word)).map(|_| "names the other municipality")
}

/// Two municipalities have answered, 100 and 0. Who sees one of them and the mean sees both.
fn a_mean_of_two_is_shown_to_nobody_who_may_see_only_one(app: &TestApp) {
    let world = World::new(app);
    let held_back = "Skjult: der er for få kommuner";
    for path in ["/rounds/2025/country", "/rounds/2025/questions/q2018.a"] {
        let all = Wire::new(app).get(path, world.session("consultant")).body;
        assert!(!all.contains(held_back), "{path}");
        for role in ["consultant of A", "coordinator of A", "coordinator of B"] {
            let body = Wire::new(app).get(path, world.session(role)).body;
            assert!(body.contains(held_back), "{path} as {role}");
        }
    }
}

/// A letter that waits for a person, one for each of the two decisions.
fn only_an_administrator_decides_about_a_letter(app: &TestApp) {
    let world = World::new(app);
    let waits = (letters::state.eq(LetterState::InDoubt), letters::doubts.eq(MAX_REPEATS + 1));
    let read = |place: usize| {
        app.read(|conn| Ok(letters::table.find(&world.letters[place]).select(Letter::as_select()).first(conn)?))
    };
    for (place, decision, decided) in [(0, "repeat", LetterState::Planned), (1, "settlement", LetterState::Accepted)] {
        let letter = &world.letters[place];
        app.write(|conn| Ok(diesel::update(letters::table.find(letter)).set(waits).execute(conn)?));
        let before = read(place);
        assert!(before.waits_for_person());
        let path = format!("/letters/{letter}/{decision}");
        for role in ROLES.into_iter().filter(|role| *role != "admin") {
            let refused = outcome(&Wire::new(app).post(&path, world.session(role), ""));
            assert!(["login", "404"].contains(&refused.as_str()), "{path} as {role} => {refused}");
            assert_eq!(format!("{:?}", read(place)), format!("{before:?}"), "{path} as {role}");
        }
        let taken = Wire::new(app).post(&path, world.session("admin"), "");
        assert_eq!((taken.status, taken.header("location")), (303, format!("/letters/{letter}").as_str()));
        assert_eq!(read(place).state, decided, "{path}");
    }
}
