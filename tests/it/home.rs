//! Where each role begins: what needs it, from its own municipalities alone.

use diesel::connection::SimpleConnection;
use pejl::domain::access::staff::Role;

use crate::app::TestApp;
use crate::security::wire::Wire;
use crate::security::world::{FOREIGN, OWN, World, session};

on_both_databases!(
    an_administrator_begins_with_what_needs_one,
    a_coordinator_begins_with_who_has_not_answered,
    a_consultant_begins_with_how_many_have_answered,
    nothing_to_do_is_said_in_so_many_words,
    what_is_new_since_the_visit_before_is_told_and_where_it_can_be_read,
    the_newest_result_is_one_sentence_and_one_picture_of_what_the_reader_may_see,
);

fn change(app: &TestApp, sql: &str) {
    app.write(|conn| Ok(conn.batch_execute(sql)?));
}

fn home(app: &TestApp, session: &str) -> String {
    let answer = Wire::new(app).get("/", session);
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

fn an_administrator_begins_with_what_needs_one(app: &TestApp) {
    let world = World::new(app);
    world.key("ubrugt@example.org", Role::Consultant, &[]);
    change(app, "UPDATE letters SET state = 'bounced' WHERE id = (SELECT MAX(id) FROM letters)");
    change(app, "UPDATE rounds SET opens_on = '2026-09-05' WHERE key = 'udkast'");
    change(app, "UPDATE rounds SET closes_on = '2026-09-03' WHERE key = '2026'");
    change(app, "UPDATE holders SET email = '' WHERE email LIKE 'leder0147%'");
    change(app, "UPDATE invitations SET email = '' WHERE municipality_code = '0147' AND handed_in_at IS NULL");
    change(app, "UPDATE editions SET status = 'draft' WHERE key = '2012'");
    let page = home(app, world.session("admin"));
    for said in [
        "href=\"/letters?state=bounced\">Kom retur (1)",
        "Runde udkast skal åbnes den 5. september 2026, men er stadig en kladde",
        "href=\"/rounds/udkast/preparation\">Runde udkast",
        "Runde 2026 lukker den 3. september 2026",
        "href=\"/catalogue/2012\">Udgave 2012",
        "href=\"/municipalities/0147/posts\">Frederiksberg: 1 stilling på listen har ingen mailadresse",
        "href=\"/rounds/2026/municipalities/0147/status\">Frederiksberg: 1 stilling i runde 2026 har ingen mailadresse",
        "ubrugt@example.org",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Der er ikke noget, der venter på dig"), "{page}");
    assert!(!page.contains("konsulent@example.org"), "that one has chosen a password: {page}");
}

fn a_coordinator_begins_with_who_has_not_answered(app: &TestApp) {
    let world = World::new(app);
    change(app, "UPDATE rounds SET closes_on = '2026-09-03' WHERE key = '2026'");
    change(app, "UPDATE letters SET state = 'bounced' WHERE kind = 'invitation'");
    change(app, "UPDATE holders SET email = ''");
    for (role, own, foreign) in [("coordinator of A", OWN, FOREIGN), ("coordinator of B", FOREIGN, OWN)] {
        let page = home(app, world.session(role));
        for said in [
            format!("href=\"/rounds/2026/municipalities/{own}/status\">1 stilling ud af 1 har ikke indsendt"),
            "2 dage tilbage, sidste dag er 3. september 2026".to_owned(),
            format!("href=\"/municipalities/{own}/posts\""),
            "1 stilling i runde 2026 har ikke fået sin mail".to_owned(),
            format!("href=\"/rounds/2025/municipalities/{own}\">Resultatet af runde 2025 for"),
        ] {
            assert!(page.contains(&said), "{said}: {page}");
        }
        assert!(!page.contains(foreign) && !page.contains("/letters"), "{page}");
    }
}

fn a_consultant_begins_with_how_many_have_answered(app: &TestApp) {
    let world = World::new(app);
    let token = &world.links[1];
    let mut wire = Wire::new(app);
    for area in ["sundhed", "skole"] {
        assert_eq!(wire.post(&format!("/svar/{token}/afsnit/{area}"), "", "q0=1").status, 303);
    }
    assert_eq!(wire.post(&format!("/svar/{token}/indsendelse"), "", "afsnit=alle&bekraeft=ja").status, 303);
    let all = home(app, world.session("consultant"));
    assert!(all.contains("1 af 2 har indsendt (50 %)") && all.contains("href=\"/rounds/2025/country\""), "{all}");
    assert!(all.contains("href=\"/rounds/2026\">Runde 2026"), "{all}");
    let some = home(app, world.session("consultant of A"));
    assert!(some.contains("0 af 1 har indsendt (0 %)") && !some.contains("Frederiksberg"), "{some}");
}

fn nothing_to_do_is_said_in_so_many_words(app: &TestApp) {
    for (name, role, codes) in
        [("a", Role::Admin, [].as_slice()), ("b", Role::Consultant, &[]), ("c", Role::Coordinator, &[OWN])]
    {
        let page = home(app, &session(app, &format!("{name}@example.org"), role, codes));
        assert!(page.contains("Der er ikke noget, der venter på dig"), "{page}");
        assert_eq!(page.matches("card-heading").count(), 0, "{page}");
    }
}

fn what_is_new_since_the_visit_before_is_told_and_where_it_can_be_read(app: &TestApp) {
    let world = World::new(app);
    let first = home(app, world.session("consultant"));
    assert!(!first.contains("sidste besøg"), "nobody has been here before: {first}");
    change(app, "UPDATE staff SET visited_at = '2026-08-01 10:00:00'");
    change(app, "UPDATE rounds SET opened_at = '2026-08-02 10:00:00' WHERE key = '2026'");
    let page = home(app, world.session("consultant"));
    for said in ["Nyt siden dit sidste besøg den 1. august 2026", "href=\"/rounds/2026\">Runde 2026 er åbnet"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("stilling har indsendt i runde 2026"), "nobody has: {page}");
    let token = &world.links[1];
    let mut wire = Wire::new(app);
    for area in ["sundhed", "skole"] {
        assert_eq!(wire.post(&format!("/svar/{token}/afsnit/{area}"), "", "q0=1&c0=Et ord").status, 303);
    }
    assert_eq!(wire.post(&format!("/svar/{token}/indsendelse"), "", "afsnit=alle&bekraeft=ja").status, 303);
    let page = home(app, world.session("consultant"));
    assert!(page.contains("href=\"/rounds/2026\">1 stilling har indsendt i runde 2026"), "{page}");
    assert!(page.contains("href=\"/rounds/2026/comments\">"), "{page}");
    let other = home(app, world.session("consultant of A"));
    assert!(
        !other.contains("har indsendt i runde 2026") && !other.contains("/rounds/2026/comments"),
        "that was not A: {other}"
    );
    change(app, "UPDATE staff SET visited_at = '2099-01-01 10:00:00'");
    let page = home(app, world.session("consultant"));
    assert!(page.contains("Der er ikke sket noget nyt i runderne siden dit sidste besøg"), "{page}");
}

fn the_newest_result_is_one_sentence_and_one_picture_of_what_the_reader_may_see(app: &TestApp) {
    let world = World::new(app);
    for role in ["admin", "consultant"] {
        let page = home(app, world.session(role));
        assert!(page.contains("href=\"/rounds/2025/country/packages.svg?measure=implementation\""), "{role}: {page}");
        assert!(page.contains("<svg"), "{role}");
    }
    let own = home(app, world.session("coordinator of A"));
    assert!(own.contains(&format!("href=\"/rounds/2025/municipalities/{OWN}/packages.svg\"")), "{own}");
    assert!(!own.contains("/country/packages.svg") && !own.contains(FOREIGN), "{own}");
}
