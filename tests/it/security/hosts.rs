//! The name by which somebody says to reach the service is never believed: links are made of `BASE_URL`.

use super::routes::table;
use super::wire::{FORM, Wire, form};
use super::world::World;
use crate::app::TestApp;

on_both_databases!(a_poisoned_host_is_neither_shown_nor_mailed_nor_redirected_to);

const POISON: [(&str, &str); 6] = [
    ("host", "evil.example"),
    ("x-forwarded-host", "evil.example"),
    ("x-forwarded-proto", "gopher"),
    ("x-forwarded-server", "evil.example"),
    ("forwarded", "host=evil.example;proto=gopher"),
    ("x-original-url", "//evil.example/"),
];

fn a_poisoned_host_is_neither_shown_nor_mailed_nor_redirected_to(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    for route in table().into_iter().filter(|route| route.method == "GET") {
        let path = route.path.replace("{token}", &world.links[0]).replace("{key}", "2025").replace("{code}", "0101");
        let path = path.replace("{area}", "sundhed").replace("{edition}", "2018").replace("{package}", "tobak");
        for session in ["", world.session("admin")] {
            let cookie = format!("pejl_session={session}");
            let headers: Vec<(&str, &str)> = POISON.into_iter().chain([("cookie", cookie.as_str())]).collect();
            let answer = wire.ask("GET", &path, &headers, "");
            let told = format!("{}{:?}", answer.body, answer.headers);
            assert!(!told.contains("evil.example") && !told.contains("gopher"), "{path}: {told}");
        }
    }
    let own = [("sec-fetch-site", "same-origin"), ("content-type", FORM)];
    let headers: Vec<(&str, &str)> = POISON.into_iter().chain(own).collect();
    let successor = form(&[("navn", "Vært Test"), ("mail", "ny@example.org"), ("bekraeftet", "ja")]);
    let answer = wire.ask("POST", &format!("/svar/{}/overdragelse", world.links[1]), &headers, &successor);
    assert_eq!(answer.status, 303);
    world.deliver("Vært Test");
    for letter in world.mailbox.all() {
        let sent = String::from_utf8(letter.message.formatted()).unwrap();
        assert!(!sent.contains("evil.example"), "{sent}");
        assert!(letter.rendered.link.starts_with(&format!("{}/svar/", app.base_url)));
    }
}
