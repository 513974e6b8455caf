//! "Not me": the questions are the successor's at once, and the directory follows when a coordinator says so.

use diesel::connection::SimpleConnection;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::{Role, Scope};
use pejl::domain::rounds::directory::{DirectoryEntry, PostId};
use pejl::domain::rounds::invitations::Invitation;
use pejl::store;

use crate::app::{TestApp, start};
use crate::backup::world::count;
use crate::fixtures::{link, prepare};
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::session;

on_both_databases!(
    the_directory_changes_only_when_a_coordinator_of_the_municipality_confirms,
    a_declined_proposal_leaves_the_directory_and_the_round_as_they_are,
    a_proposal_that_was_overtaken_is_not_confirmed_unseen,
    a_trial_proposes_nobody,
);

fn open(app: &TestApp) -> (Invitation, String) {
    prepare(app, "2026", start().date());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
    let asked = app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        Ok(store::invitations::list_by_round(conn, &round.id, &Scope::All)?.remove(0))
    });
    (asked, link(app, "2026", 0, None))
}

fn hand_on(app: &TestApp, link: &str, (name, mail): (&str, &str)) {
    let form = [("navn", name), ("mail", mail), ("bekraeftet", "ja")];
    let done = app.client().post(&format!("{link}/overdragelse"), &form);
    assert!(done.status == 200 && done.body.contains("koordinator"), "{}", done.body);
}

fn entry(app: &TestApp, post: &PostId) -> DirectoryEntry {
    app.read(|conn| Ok(store::directory::find_entry(conn, post, &Scope::All)?)).unwrap()
}

fn holder(app: &TestApp, post: &PostId) -> String {
    entry(app, post).holder.unwrap().email
}

fn decide(app: &TestApp, session: &str, (post, what): (&PostId, &str), email: &str) -> Answer {
    Wire::new(app).post(&format!("/posts/{post}/holder/{what}"), session, &form(&[("email", email)]))
}

fn the_directory_changes_only_when_a_coordinator_of_the_municipality_confirms(app: &TestApp) {
    let (asked, link) = open(app);
    let post = &asked.post_id;
    hand_on(app, &link, ("Nina Ny", "nina@example.org"));
    let invited = app.read(|conn| Ok(store::contacts::list_open(conn, post)?)).remove(0).1;
    assert_eq!((invited.email.as_str(), holder(app, post).as_str()), ("nina@example.org", "a@example.org"));
    let own = session(app, "k-a@example.org", Role::Coordinator, &["0151"]);
    let foreign = session(app, "k-b@example.org", Role::Coordinator, &["0657"]);
    let consultant = session(app, "k@example.org", Role::Consultant, &[]);
    let admin = session(app, "admin@example.org", Role::Admin, &[]);
    let mut wire = Wire::new(app);
    for (who, sees) in [(&own, true), (&admin, true), (&foreign, false), (&consultant, false)] {
        let home = wire.get("/", who).body;
        assert_eq!(home.contains("Foreslåede nye ledere") && home.contains("Nina Ny"), sees, "{home}");
    }
    let page = wire.get(&format!("/posts/{post}"), &own).body;
    assert!(page.contains("Nina Ny") && page.contains("Bekræft ny leder") && page.contains("a@example.org"), "{page}");
    for who in [&foreign, &consultant] {
        for what in ["confirmation", "decline"] {
            assert_eq!(decide(app, who, (post, what), "nina@example.org").status, 404);
        }
    }
    assert_eq!(holder(app, post), "a@example.org");
    let before = crate::audit::entries(app).len();
    assert_eq!(decide(app, &own, (post, "confirmation"), "nina@example.org").status, 303);
    assert_eq!(holder(app, post), "nina@example.org");
    let new = crate::audit::entries(app).split_off(before);
    assert_eq!(new.iter().map(|entry| entry.verb.as_str()).collect::<Vec<_>>(), ["confirm_holder"]);
    assert!(!format!("{new:?}").contains("nina"), "an entry names nobody");
    assert_eq!(decide(app, &own, (post, "confirmation"), "nina@example.org").status, 404, "it is decided");
    assert!(!wire.get("/", &own).body.contains("Foreslåede nye ledere"));
    let history = wire.get(&format!("/posts/{post}"), &own).body;
    assert!(history.contains("ny person eller nye kontaktoplysninger") && !history.contains("Bekræft ny leder"));
}

fn a_declined_proposal_leaves_the_directory_and_the_round_as_they_are(app: &TestApp) {
    let (asked, link) = open(app);
    let post = &asked.post_id;
    hand_on(app, &link, ("Nina Ny", "nina@example.org"));
    let admin = session(app, "admin@example.org", Role::Admin, &[]);
    assert_eq!(decide(app, &admin, (post, "decline"), "").status, 303);
    let invited = app.read(|conn| Ok(store::contacts::list_open(conn, post)?)).remove(0).1;
    assert_eq!((invited.email.as_str(), holder(app, post).as_str()), ("nina@example.org", "a@example.org"));
    assert!(Wire::new(app).get(&format!("/posts/{post}"), &admin).body.contains("foreslået ny leder afvist"));
    assert_eq!(count(app, "proposed_holders"), 0);
}

fn a_proposal_that_was_overtaken_is_not_confirmed_unseen(app: &TestApp) {
    let (asked, first) = open(app);
    let post = &asked.post_id;
    hand_on(app, &first, ("Nina Ny", "nina@example.org"));
    hand_on(app, &link(app, "2026", 0, None), ("Ole Ond", "ole@example.org"));
    let admin = session(app, "admin@example.org", Role::Admin, &[]);
    assert_eq!(decide(app, &admin, (post, "confirmation"), "nina@example.org").status, 409);
    assert_eq!((holder(app, post).as_str(), count(app, "proposed_holders")), ("a@example.org", 1));
    // Handed back to whom the directory names, there is nothing to decide.
    hand_on(app, &link(app, "2026", 0, None), ("Testleder A", "A@example.org"));
    assert_eq!(count(app, "proposed_holders"), 0);
    hand_on(app, &link(app, "2026", 0, None), ("Nina Ny", "nina@example.org"));
    // A correction of the directory settles it, too.
    let contact = form(&[("name", "Per"), ("email", "per@example.org"), ("phone", ""), ("language", "da")]);
    assert_eq!(Wire::new(app).post(&format!("/posts/{post}/contact"), &admin, &contact).status, 303);
    assert_eq!(count(app, "proposed_holders"), 0);
}

fn a_trial_proposes_nobody(app: &TestApp) {
    let (_, link) = open(app);
    app.write(|conn| Ok(conn.batch_execute("UPDATE rounds SET is_test = TRUE, is_trial = TRUE")?));
    hand_on(app, &link, ("Nina Ny", "nina@example.org"));
    assert_eq!(count(app, "proposed_holders"), 0);
}
