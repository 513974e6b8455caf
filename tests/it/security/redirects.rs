//! Nothing that is sent makes a redirect or a link lead to another site. `redirects.txt` has 200 ways to try,
//! one a line, as they stand in a query or a form.

use pejl::domain::access::audit::By;
use pejl::domain::access::passwords::Password;
use pejl::domain::access::staff::{Draft, Role};

use super::wire::{FORM, Wire};
use crate::app::TestApp;

on_both_databases!(no_redirect_leaves_the_site, no_address_that_is_asked_for_leads_elsewhere);

const PASSWORD: &str = "en lang sætning";

fn payloads() -> Vec<&'static str> {
    let payloads: Vec<&str> = include_str!("redirects.txt").split('\n').collect();
    // The empty text is one of them.
    assert_eq!(payloads.len() - 1, 200);
    payloads[..200].to_vec()
}

/// Whether a browser stays: it drops tabs and line breaks, takes `\` for `/`, and reads a scheme before a colon.
fn stays(location: &str) -> bool {
    let read: String = location.chars().filter(|letter| !"\t\r\n".contains(*letter)).collect();
    let read = read.trim_matches(|letter: char| letter <= ' ').replace('\\', "/");
    location.is_ascii() && read.starts_with('/') && !read.starts_with("//")
}

/// The value of the hidden field, as a browser reads it.
fn hidden(body: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let value = body.split_once(&field).unwrap().1.split('"').next().unwrap();
    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn no_redirect_leaves_the_site(app: &TestApp) {
    let (db, now) = (&app.service.db, app.service.now());
    let draft = Draft::parse("anna@example.org", Role::Admin, &[]).unwrap();
    let key = pejl::commands::staff::add(db, &draft, &By::command_line(now)).unwrap();
    let hash = Password::parse(PASSWORD, PASSWORD).ok().unwrap().hash().unwrap();
    pejl::commands::staff::set_password(db, &key, &hash, now).unwrap();
    let mut wire = Wire::new(app);
    for (at, payload) in payloads().into_iter().enumerate() {
        let chosen = wire.post("/sprog", "", &format!("language=da&return_to={payload}"));
        let shown = wire.get(&format!("/login?return={payload}"), "");
        let failed = wire.post("/login", "", &format!("email=nr{at}@example.org&password=x&return={payload}"));
        if [chosen.status, shown.status, failed.status] != [400; 3] {
            assert_eq!([chosen.status, shown.status], [303, 200], "{payload}");
            assert!(stays(chosen.header("location")), "{payload}: {}", chosen.header("location"));
            assert!(stays(&hidden(&shown.body, "return")), "{payload}");
            assert!([422, 429].contains(&failed.status) && stays(&hidden(&failed.body, "return")), "{payload}");
            assert!(stays(&hidden(&failed.body, "return_to")), "{payload}");
        }
        // A password takes long to check, so every eighth payload goes all the way in.
        if at % 8 == 0 {
            let form = format!("email=anna@example.org&password={}&return={payload}", super::wire::encode(PASSWORD));
            let own = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("x-forwarded-for", "192.0.2.9")];
            let opened = wire.ask("POST", "/login", &own, &form);
            assert!(opened.status == 400 || opened.status == 303 && stays(opened.header("location")), "{payload}");
        }
    }
}

fn no_address_that_is_asked_for_leads_elsewhere(app: &TestApp) {
    let mut wire = Wire::new(app);
    let targets =
        ["//evil.example", "//evil.example/rounds", "/rounds//evil.example", "///evil.example/..", "/\\evil.example"];
    let encoded = payloads().into_iter().map(|payload| format!("/rounds/{payload}"));
    for target in targets.iter().map(|target| (*target).to_owned()).chain(encoded) {
        let answer = wire.get(&target, "");
        assert!([200, 303, 400, 404].contains(&answer.status), "{target}: {}", answer.status);
        assert!(answer.status != 303 || stays(answer.header("location")), "{target}: {}", answer.header("location"));
        assert!(!answer.body.contains("href=\"//evil"), "{target}");
    }
    let absolute = wire.get("http://evil.example/rounds", "");
    assert_eq!((absolute.status, absolute.header("location")), (303, "/login?return=/rounds"));
}
