//! One person, several posts and sections: whoever opens one link of theirs reaches them all, and nobody else's.

use std::iter;

use diesel::connection::SimpleConnection;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::domain::base::tokens::Token;
use pejl::domain::rounds::invitations::Invitation;
use pejl::store;

use crate::app::{TestApp, start};
use crate::audit::entries;
use crate::backup::world::count;
use crate::client::Page;
use crate::fixtures::{link, prepare};

on_both_databases!(
    one_link_leads_to_all_that_its_address_is_asked,
    a_link_that_stops_takes_those_made_from_it_along,
    a_task_that_somebody_else_holds_now_opens_no_more,
    a_colleague_reaches_only_what_their_own_address_holds,
    an_empty_address_holds_nothing,
    tests_rounds_to_come_and_other_municipalities_stay_apart,
    what_was_closed_a_while_ago_can_be_read_and_not_written,
    a_link_whose_parent_was_forgotten_or_was_made_itself_opens_nothing,
);

/// A round whose first two posts one person holds, who wrote the address in two ways.
fn open(app: &TestApp) -> [Invitation; 6] {
    prepare(app, "2026", start().date());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
    change(app, "UPDATE invitations SET email = 'Lone@Example.org' WHERE post = 'Leder af botilbud'");
    change(app, "UPDATE invitations SET email = 'lone@example.org' WHERE post = 'Leder af socialpsykiatri'");
    asked(app, "2026")
}

fn change(app: &TestApp, statement: &str) {
    app.write(|conn| Ok(conn.batch_execute(statement)?));
}

fn asked(app: &TestApp, round: &str) -> [Invitation; 6] {
    let all = app.read(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.unwrap();
        Ok(store::invitations::list_by_round(conn, &round.id, &Scope::All)?)
    });
    all.try_into().unwrap()
}

fn go_on(app: &TestApp, link: &str, to: &str) -> Page {
    app.client().post(&format!("{link}/opgave"), &[("opgave", to)])
}

fn status(app: &TestApp, path: &str) -> u16 {
    app.client().get(path).status
}

/// The link that was made to an invitation from another one.
fn made(link: &str, to: &Invitation) -> String {
    format!("{link}.{}", to.id)
}

fn one_link_leads_to_all_that_its_address_is_asked(app: &TestApp) {
    let asked = open(app);
    let first = link(app, "2026", 0, None);
    let page = app.client().get(&first).body;
    for told in
        ["Der er 2 spørgeskemaer til dig", "Leder af botilbud", "Leder af socialpsykiatri", "Ikke begyndt", "Frist "]
    {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("Sundhedschef"), "a colleague's post is not among them");
    let before = (count(app, "links"), entries(app).len());
    assert_eq!(status(app, &made(&first, &asked[1])), 404, "nothing is there before its button is pressed");
    let there = go_on(app, &first, asked[1].id.as_str());
    let section = format!("{}/afsnit/psykiatri-handicap", made(&first, &asked[1]));
    assert_eq!((there.status, there.path.as_str()), (200, section.as_str()));
    assert_eq!(go_on(app, &first, asked[1].id.as_str()).path, section, "pressing again leads there again");
    assert_eq!((count(app, "links"), entries(app).len()), (before.0 + 1, before.1 + 1));
    let entry = entries(app).pop().unwrap();
    assert_eq!((entry.verb.as_str(), entry.object_id.as_deref()), ("open_task", Some(asked[1].id.as_str())));
    assert_eq!(app.client().post(&section, &[("q0", "1")]).status, 200);
    let other = app.client().get(&first).body;
    assert!(other.contains("Begyndt") && other.contains("Ikke begyndt"), "each tells how far it is: {other}");
    let made = made(&first, &asked[1]);
    assert!(app.client().get(&made).body.contains("Leder af botilbud"), "the way back is there too");
    let back = go_on(app, &made, asked[0].id.as_str());
    assert_eq!(back.path, format!("{first}/afsnit/psykiatri-handicap"), "by the link that was sent");
    assert_eq!(count(app, "links"), before.0 + 1);
    for foreign in [asked[2].id.as_str(), "1", "", "x", "../x"] {
        assert_eq!(go_on(app, &first, foreign).status, 404, "{foreign}");
    }
}

fn a_link_that_stops_takes_those_made_from_it_along(app: &TestApp) {
    let asked = open(app);
    let first = link(app, "2026", 0, None);
    let own = link(app, "2026", 1, None);
    go_on(app, &first, asked[1].id.as_str());
    let made = made(&first, &asked[1]);
    assert_eq!(status(app, &made), 200);
    let successor = [("navn", "Nina Ny"), ("mail", "nina@example.org"), ("bekraeftet", "ja")];
    assert_eq!(app.client().post(&format!("{first}/overdragelse"), &successor).status, 200);
    for path in [&first, &made, &format!("{made}/overblik"), &format!("{made}/afsnit/psykiatri-handicap")] {
        assert_eq!(status(app, path), 404, "{path}");
    }
    assert_eq!(app.client().post(&format!("{made}/afsnit/psykiatri-handicap/kladde"), &[("q0", "1")]).status, 404);
    assert_eq!(go_on(app, &made, asked[1].id.as_str()).status, 404);
    let page = app.client().get(&own);
    assert!(page.status == 200 && !page.body.contains("Leder af botilbud"), "the other post's own link goes on");
}

fn a_task_that_somebody_else_holds_now_opens_no_more(app: &TestApp) {
    let asked = open(app);
    let first = link(app, "2026", 0, None);
    go_on(app, &first, asked[1].id.as_str());
    let made = made(&first, &asked[1]);
    // However the holder comes to be another one, a link that was made stops, and comes back with them.
    for (address, expected) in
        [("ny@example.org", 404), ("LONE@example.org", 200), ("", 404), ("lone@example.org", 200)]
    {
        change(app, &format!("UPDATE invitations SET email = '{address}' WHERE id = '{}'", asked[1].id));
        assert_eq!(status(app, &made), expected, "{address}");
        assert_eq!(go_on(app, &first, asked[1].id.as_str()).status, expected);
    }
    change(app, &format!("UPDATE invitations SET email = 'anden@example.org' WHERE id = '{}'", asked[0].id));
    assert_eq!(status(app, &made), 404, "the holder of what was sent is another one");
    change(app, &format!("UPDATE invitations SET email = 'lone@example.org' WHERE id = '{}'", asked[0].id));
    // The holder of the second post hands it on through the link that was made.
    let successor = [("navn", "Nina Ny"), ("mail", "nina@example.org"), ("bekraeftet", "ja")];
    let done = app.client().post(&format!("{made}/overdragelse"), &successor);
    assert!(done.status == 200 && done.body.contains("Nina Ny"), "{}", done.body);
    assert_eq!((status(app, &made), status(app, &first)), (404, 200));
    assert_eq!(go_on(app, &first, asked[1].id.as_str()).status, 404);
}

fn a_colleague_reaches_only_what_their_own_address_holds(app: &TestApp) {
    let asked = open(app);
    let (leader, number) = (link(app, "2026", 3, None), section(app, &asked[3]));
    hand_over(app, number, "anna@example.org");
    let helper = link(app, "2026", 3, Some(number));
    for key in [asked[3].id.as_str(), asked[0].id.as_str()] {
        assert_eq!(go_on(app, &helper, key).status, 404, "a section opens nothing of the leader's");
    }
    assert_eq!(go_on(app, &leader, &number.to_string()).status, 404, "nor the leader what a colleague's link opens");
    let page = app.client().get(&helper).body;
    assert!(page.contains("Vil du hjælpe med ét afsnit?") && !page.contains("spørgeskemaer til dig"), "{page}");
    // A leader of the same municipality who helps a colleague finds both, and once the section is taken back only one.
    let second = section(app, &asked[0]);
    change(
        app,
        &format!("UPDATE sections SET helper_name = 'C', helper_email = 'C@example.org' WHERE number = {second}"),
    );
    let own = link(app, "2026", 2, None);
    assert!(app.client().get(&own).body.contains("For Testleder A, Leder af botilbud"));
    assert_eq!(go_on(app, &own, &second.to_string()).status, 200);
    let made = format!("{own}.{second}");
    assert_eq!(app.client().post(&format!("{made}/afsnit/psykiatri-handicap"), &[("q0", "1")]).status, 200);
    assert_eq!(status(app, &format!("{made}/indsend")), 404, "it is the section alone");
    let taken =
        app.client().post(&format!("{}/afsnit/psykiatri-handicap/hjemtagelse", link(app, "2026", 0, None)), &[]);
    assert_eq!((taken.status, status(app, &made), status(app, &own)), (200, 404, 200));
    // Handed over once more, the same way leads there again.
    change(
        app,
        &format!("UPDATE sections SET helper_name = 'C', helper_email = 'c@example.org' WHERE number = {second}"),
    );
    assert_eq!(status(app, &made), 404, "what has stopped waits for its button");
    assert_eq!((go_on(app, &own, &second.to_string()).status, status(app, &made)), (200, 200));
}

fn section(app: &TestApp, of: &Invitation) -> i32 {
    app.read(|conn| Ok(store::sections::list_by_invitation(conn, &of.id)?.iter().map(|one| one.number).min())).unwrap()
}

fn hand_over(app: &TestApp, number: i32, email: &str) {
    change(app, &format!("UPDATE sections SET helper_name = 'Anna', helper_email = '{email}' WHERE number = {number}"));
}

fn an_empty_address_holds_nothing(app: &TestApp) {
    let asked = open(app);
    change(app, "UPDATE invitations SET email = ''");
    let first = link(app, "2026", 0, None);
    assert!(!app.client().get(&first).body.contains("Leder af socialpsykiatri"));
    assert_eq!(go_on(app, &first, asked[1].id.as_str()).status, 404);
    let number = section(app, &asked[0]);
    hand_over(app, number, "");
    assert_eq!(go_on(app, &link(app, "2026", 0, Some(number)), asked[1].id.as_str()).status, 404);
}

fn tests_rounds_to_come_and_other_municipalities_stay_apart(app: &TestApp) {
    let first = open(app);
    let link = link(app, "2026", 0, None);
    change(app, "UPDATE invitations SET email = 'lone@example.org'");
    let abroad = first.iter().find(|one| one.municipality_code.as_str() == "0851").unwrap();
    assert_eq!(go_on(app, &link, abroad.id.as_str()).status, 404, "a link shows nothing of another municipality");
    let new = pejl::domain::rounds::NewRound {
        key: "2027".to_owned(),
        programme: "anden".to_owned(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on: start().date(),
        closes_on: start().date() + chrono::Days::new(20),
        rule: pejl::domain::rounds::Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: false,
    };
    let (db, by) = (&app.service.db, By::command_line(start()));
    commands::rounds::create(db, &new, &by).unwrap();
    commands::rounds::open(db, "2027", &by).unwrap();
    change(app, "UPDATE invitations SET email = 'lone@example.org'");
    let second = asked(app, "2027");
    let flags = ["is_test = TRUE", "is_test = FALSE, is_trial = TRUE", "is_trial = FALSE, status = 'scheduled'"];
    for flag in flags {
        change(app, &format!("UPDATE rounds SET {flag} WHERE key = '2027'"));
        assert_eq!(go_on(app, &link, second[0].id.as_str()).status, 404, "{flag}");
        assert!(!app.client().get(&link).body.contains("Runde 2027"), "{flag}");
    }
    change(app, "UPDATE rounds SET status = 'open' WHERE key = '2027'");
    assert_eq!(go_on(app, &link, second[0].id.as_str()).status, 200, "another round that is open is one's own");
    assert!(app.client().get(&link).body.contains("Runde 2027"));
}

fn what_was_closed_a_while_ago_can_be_read_and_not_written(app: &TestApp) {
    let asked = open(app);
    let first = link(app, "2026", 0, None);
    commands::rounds::close(&app.service.db, "2026", &By::command_line(start())).unwrap();
    let there = go_on(app, &first, asked[1].id.as_str());
    assert_eq!((there.status, there.path), (200, format!("{}/overblik", made(&first, &asked[1]))));
    assert!(app.client().get(&first).body.contains("Lukket "));
    let save = format!("{}/afsnit/psykiatri-handicap", made(&first, &asked[1]));
    assert_eq!(app.client().post(&save, &[("q0", "1")]).status, 409);
    app.clock.set(start() + chrono::TimeDelta::days(91));
    assert!(!app.client().get(&first).body.contains("Leder af socialpsykiatri"), "after three months it is over");
}

fn a_link_whose_parent_was_forgotten_or_was_made_itself_opens_nothing(app: &TestApp) {
    let asked = open(app);
    let first = link(app, "2026", 0, None);
    go_on(app, &first, asked[1].id.as_str());
    let made = made(&first, &asked[1]);
    let hash = |path: &str| Token::received(path.trim_start_matches("/svar/")).hash();
    // No program of ours makes one from one that was made; a database that says so is not believed.
    let grandchild = format!("{first}.x");
    let rows = iter::once(format!(
        "INSERT INTO links (token_hash, invitation_id, created_at, parent_hash) VALUES ('{}', '{}', '2026-09-01 08:00:00', '{}')",
        hash(&grandchild).as_str(),
        asked[1].id,
        hash(&made).as_str()
    ));
    rows.for_each(|row| change(app, &row));
    assert_eq!((status(app, &grandchild), status(app, &made)), (404, 200));
    change(app, &format!("DELETE FROM links WHERE token_hash = '{}'", hash(&first).as_str()));
    assert_eq!(status(app, &made), 404);
}
