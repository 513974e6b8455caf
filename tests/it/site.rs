//! What an administrator chooses about the site shows on every page and in every letter, and nothing else does.

use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Role;

use crate::app::TestApp;
use crate::audit::entries;
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::{World, session};

on_both_databases!(
    a_name_an_accent_and_a_contact_show_on_every_page,
    a_colour_that_is_too_light_is_refused_with_its_ratio,
    another_instances_change_is_noticed,
    a_logo_is_shown_to_everybody_and_kept_for_ever,
    what_is_no_logo_is_told_why,
    a_text_is_seen_before_it_is_kept_in_versions,
    a_text_that_cannot_be_kept_is_shown_again,
    the_operation_page_tells_what_goes_when_and_shows_no_secret,
    letters_come_from_the_chosen_sender,
);

const SITE: &str = "/administration/site";
const LOGO: &str = "/administration/site/logo";
const PRIVACY: &str = "/administration/site/texts/privacy/da";
const OPERATION: &str = "/administration/operation";

/// A form with these settings and what the others must be.
fn chosen(fields: &[(&str, &str)]) -> String {
    let value = |name: &str| fields.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
    let all = ["name", "sender", "contact", "accent"].map(|name| (name, value(name)));
    form(&all)
}

fn admin(app: &TestApp) -> String {
    session(app, "admin@example.org", Role::Admin, &[])
}

fn a_name_an_accent_and_a_contact_show_on_every_page(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let mut wire = Wire::new(app);
    let fields =
        chosen(&[("name", "Sund <by>"), ("contact", "sund@example.org"), ("accent", "#005A46"), ("sender", "")]);
    assert_eq!(wire.post(SITE, &admin, &fields).status, 303);
    let link = world.links[0].clone();
    let stopped = format!("/svar/{}", world.revoked);
    for (path, session) in [
        ("/", admin.as_str()),
        ("/login", ""),
        (&format!("/svar/{link}"), ""),
        (&stopped, ""),
        ("/nothing", ""),
        ("/privatliv", ""),
    ] {
        let page = wire.get(path, session).body;
        assert!(page.contains("Sund &lt;by&gt;</a>") && page.contains(" · Sund &lt;by&gt;</title>"), "{path}: {page}");
        assert!(page.contains("/a/site/accent-005a46-"), "{path}: {page}");
    }
    assert!(wire.get("/privatliv", "").body.contains("sund@example.org"));
    assert!(wire.get(&stopped, "").body.contains("mailto:sund@example.org"));
    let page = wire.get("/login", "").body;
    let href = page.split("href=\"/a/site/accent-").nth(1).unwrap().split('"').next().unwrap();
    let css = wire.get(&format!("/a/site/accent-{href}"), "");
    assert_eq!((css.status, css.header("content-type")), (200, "text/css; charset=utf-8"));
    assert!(css.header("cache-control").contains("immutable"));
    assert!(css.body.starts_with(":root{--pj-accent:#005a46;--pj-accent-dark:#"), "{}", css.body);
    assert_eq!(wire.get("/a/site/accent-ffffff-000000000000.css", "").status, 404);
    let sheet = page.split("href=\"/a/dkfds").nth(1).unwrap().split('"').next().unwrap();
    let css = wire.get(&format!("/a/dkfds{sheet}"), "").body;
    assert!(css.contains("var(--pj-accent,#0b4f8a)") && css.contains("var(--pj-accent-dark,"));
    assert_eq!(wire.post(SITE, &admin, &chosen(&[])).status, 303);
    let page = wire.get("/login", "").body;
    assert!(page.contains("Pejlemærke</a>") && !page.contains("/a/site/"), "nothing chosen is as it was: {page}");
}

fn a_colour_that_is_too_light_is_refused_with_its_ratio(app: &TestApp) {
    let admin = admin(app);
    let mut wire = Wire::new(app);
    let refused = wire.post(SITE, &admin, &chosen(&[("accent", "#777777"), ("name", "Ny"), ("contact", "ingen")]));
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Kontrasten til hvid er 4,47:1 og skal være mindst 4,50:1"), "{}", refused.body);
    assert!(refused.body.contains("value=\"#777777\"") && refused.body.contains("value=\"Ny\""), "{}", refused.body);
    assert!(refused.body.contains("href=\"#contact\"") && refused.body.contains("<title>Fejl: "), "{}", refused.body);
    assert!(wire.get("/login", "").body.contains("Pejlemærke</a>"), "nothing was kept");
}

fn another_instances_change_is_noticed(app: &TestApp) {
    let mut wire = Wire::new(app);
    assert!(wire.get("/login", "").body.contains("Pejlemærke</a>"));
    let draft = pejl::domain::site::SiteDraft { name: "Ny by".to_owned(), ..Default::default() };
    commands::site::update(&app.service.db, &draft.parse().unwrap(), &By::command_line(app.clock.now())).unwrap();
    app.clock.set(app.clock.now() + chrono::TimeDelta::seconds(29));
    assert!(wire.get("/login", "").body.contains("Pejlemærke</a>"));
    app.clock.set(app.clock.now() + chrono::TimeDelta::seconds(1));
    assert!(wire.get("/login", "").body.contains("Ny by</a>"));
}

/// A picture of one colour.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![90; (width * height * 3) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn a_logo_is_shown_to_everybody_and_kept_for_ever(app: &TestApp) {
    let admin = admin(app);
    let mut wire = Wire::new(app);
    let kept = wire.bring(LOGO, &admin, &picture(120, 40));
    assert_eq!((kept.status, kept.header("location")), (303, SITE), "{}", kept.body);
    let page = wire.get("/login", "").body;
    let name = page.split("src=\"/a/site/logo-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(page.contains("width=\"120\" height=\"40\" alt=\"\""), "{page}");
    let logo = wire.get(&format!("/a/site/logo-{name}"), "");
    assert_eq!((logo.status, logo.header("content-type")), (200, "image/png"));
    assert!(logo.header("cache-control").contains("immutable") && logo.header("x-content-type-options") == "nosniff");
    assert_eq!(wire.bring(LOGO, &admin, &picture(120, 41)).status, 303);
    assert!(!wire.get("/login", "").body.contains(&name));
    assert_eq!(wire.get(&format!("/a/site/logo-{name}"), "").status, 200, "a page may still show the one before");
    assert_eq!(wire.bring(LOGO, &admin, &picture(120, 40)).status, 303, "the same once more");
    assert!(wire.get("/login", "").body.contains(&name));
    assert_eq!(wire.post("/administration/site/logo/removal", &admin, "").status, 303);
    assert!(!wire.get("/login", "").body.contains("/a/site/"));
}

fn what_is_no_logo_is_told_why(app: &TestApp) {
    let admin = admin(app);
    let mut wire = Wire::new(app);
    for (file, why) in [
        (b"<svg onload='x'/>".to_vec(), "ikke en PNG"),
        (picture(1300, 2), "1300 × 2 pixels"),
        (vec![0; 300 * 1024], "for stor"),
        (Vec::new(), "Vælg en fil"),
    ] {
        let answer = wire.bring(LOGO, &admin, &file);
        assert!(answer.status == 422 && answer.body.contains(why), "{why}: {} {}", answer.status, answer.body);
    }
    assert!(!wire.get("/login", "").body.contains("/a/site/"));
}

fn a_text_is_seen_before_it_is_kept_in_versions(app: &TestApp) {
    let admin = admin(app);
    let mut wire = Wire::new(app);
    let own = "# Vores ansvar\r\n\r\nSkriv til [os](mailto:sund@example.org).\r\n<script>x</script>";
    let before = entries(app).len();
    let looked = wire.post(PRIVACY, &admin, &form(&[("body", own), ("then", "look")]));
    assert!(looked.status == 200 && looked.body.contains("<h2>Vores ansvar</h2>"), "{}", looked.body);
    assert!(looked.body.contains("Teksten er ikke gemt endnu") && looked.body.contains("Teksten indeholder HTML"));
    assert!(looked.body.contains("Skriv til [os](mailto:sund@example.org)"), "what was typed stands in the field");
    assert!(wire.get("/privatliv", "").body.contains("id=\"rights\""), "nothing is kept yet");
    assert_eq!(entries(app).len(), before);

    assert_eq!(keep(&mut wire, &admin, own).status, 303);
    let page = wire.get("/privatliv", "").body;
    assert!(page.contains("<h2>Vores ansvar</h2>") && page.contains("<a href=\"mailto:sund@example.org\">os</a>"));
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>x"), "{page}");
    let english = wire.ask("GET", "/privatliv", &[("cookie", "sprog=en")], "").body;
    assert!(!english.contains("Vores ansvar") && english.contains("id=\"rights\""), "{english}");

    app.clock.set(app.clock.now() + chrono::TimeDelta::seconds(5));
    assert_eq!(keep(&mut wire, &admin, "Anden udgave").status, 303);
    assert!(wire.get("/privatliv", "").body.contains("<p>Anden udgave</p>"));
    let editor = wire.get(PRIVACY, &admin).body;
    assert_eq!(editor.matches("?version=").count(), 2, "{editor}");
    assert!(editor.contains("admin@example.org") && editor.contains("Vises nu"), "{editor}");
    let first = editor.split("?version=").nth(2).unwrap().split('"').next().unwrap();
    let old = wire.get(&format!("{PRIVACY}?version={first}"), &admin).body;
    assert!(old.contains("Vores ansvar") && old.contains("Du ser versionen fra"), "{old}");
    assert_eq!(keep(&mut wire, &admin, "").status, 303);
    assert!(wire.get("/privatliv", "").body.contains("id=\"rights\""), "the program's own text stands again");
    assert!(wire.get("/tilgaengelighed", "").body.contains("id=\"status\""), "the other text was never touched");
}

fn a_text_that_cannot_be_kept_is_shown_again(app: &TestApp) {
    let admin = admin(app);
    let mut wire = Wire::new(app);
    let bad = keep(&mut wire, &admin, "[x](javascript:alert(1))");
    assert!(bad.status == 422 && bad.body.contains("Ret: javascript:alert(1)"), "{}", bad.body);
    assert!(bad.body.contains("[x](javascript:alert(1))</textarea>") && !bad.body.contains("href=\"javascript"));
    let long = keep(&mut wire, &admin, &"æ".repeat(20_001));
    assert!(long.status == 422 && long.body.contains("højst være på 20.000 tegn"), "{}", long.status);
    assert_eq!(keep(&mut wire, &admin, &"æ".repeat(20_000)).status, 303, "the longest text fits into its form");
}

fn the_operation_page_tells_what_goes_when_and_shows_no_secret(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin").to_owned();
    let mut wire = Wire::new(app);
    let page = wire.get(OPERATION, &admin).body;
    let closed = app.read(|conn| Ok(pejl::store::rounds::list(conn)?));
    let closed = closed.iter().find(|round| round.key == "2025").and_then(|round| round.closed_at).unwrap();
    let goes = pejl::domain::base::days::day_in_denmark(closed + chrono::Months::new(24));
    let goes = pejl::texts::date(goes, pejl::domain::Language::Danish);
    assert!(page.contains("Efter 24 måneder") && page.contains(&goes), "{goes}: {page}");
    assert!(page.contains("RETENTION_MONTHS") && page.contains("Sat, vises ikke"), "{page}");
    let config = &app.service.config;
    let secrets = [config.secret_key.as_deref().unwrap(), config.database_url.split_once("://").unwrap().1];
    let before = entries(app).len();
    let checked = wire.post(OPERATION, &admin, "");
    assert_eq!(checked.status, 200);
    assert!(checked.body.contains("Runde 2025") && checked.body.contains("I orden"), "{}", checked.body);
    assert_eq!(entries(app).len(), before, "looking changes nothing");
    for body in [page, checked.body] {
        assert!(secrets.iter().all(|secret| !body.contains(secret)), "{body}");
    }
}

/// Keeps a version of the Danish text about personal data.
fn keep(wire: &mut Wire, admin: &str, body: &str) -> Answer {
    wire.post(PRIVACY, admin, &form(&[("body", body), ("then", "save")]))
}

fn letters_come_from_the_chosen_sender(app: &TestApp) {
    let world = World::new(app);
    let admin = world.session("admin");
    let fields = chosen(&[("sender", "Sundhedsforvaltningen"), ("contact", "sund@example.org")]);
    assert_eq!(Wire::new(app).post(SITE, admin, &fields).status, 303);
    let colleague = form(&[("navn", "Hjalte"), ("mail", "hjalte@example.org")]);
    let path = format!("/svar/{}/afsnit/sundhed/overdragelse", world.links[0]);
    assert_eq!(Wire::new(app).post(&path, "", &colleague).status, 303);
    world.deliver("Hjalte");
    let sent = world.mailbox.all();
    let letter = sent.last().unwrap();
    let headers = String::from_utf8_lossy(&letter.message.formatted()).into_owned();
    assert!(headers.contains("From: Sundhedsforvaltningen <pejl@example.org>"), "{headers}");
    assert!(letter.rendered.text.contains("sund@example.org"), "{}", letter.rendered.text);
}
