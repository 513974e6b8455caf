//! Handing sections to colleagues: one letter and one page for several, on to the next one and round again, taking
//! back, being done, and what nobody gets by it.

use chrono::{Days, TimeDelta};
use diesel::connection::SimpleConnection;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::domain::rounds::invitations::{Invitation, SectionNumber};
use pejl::{commands, jobs, store};

use crate::app::{TestApp, start};
use crate::audit::entries;
use crate::backup::world::count;
use crate::client::Page;
use crate::fixtures::{link, prepare};
use crate::post_office::{PostOffice, Taken};

on_both_databases!(
    several_sections_go_by_one_letter_to_one_page,
    a_colleague_who_hands_on_is_out_and_the_leader_sees_the_chain,
    a_section_that_went_round_is_taken_back_from_whoever_has_it,
    nobody_reaches_anothers_tasks_by_handing_a_section_to_their_address,
    what_is_taken_back_stops_and_the_rest_goes_on,
    a_section_goes_neither_to_oneself_nor_back_to_who_is_accountable,
    a_colleague_who_is_done_says_so_once_and_may_go_on_correcting,
    a_section_can_be_handed_over_after_a_reminder,
    what_an_earlier_program_handed_over_is_taken_on,
);

const PSYCHIATRY: &str = "/afsnit/psykiatri-handicap";
const HEALTH: &str = "/afsnit/sundhed";

/// An open round, the leader of two areas, and the own link.
fn open(app: &TestApp, office: &PostOffice) -> (Invitation, String) {
    prepare(app, "2026", start().date());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
    office.deliver(app);
    let leader = app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        Ok(store::invitations::list_by_round(conn, &round.id, &Scope::All)?.remove(3))
    });
    (leader, link(app, "2026", 3, None))
}

fn hand_over(app: &TestApp, path: &str, (name, mail): (&str, &str), others: &[(&str, &str)]) -> Page {
    app.clock.set(app.clock.now() + TimeDelta::seconds(1));
    app.client().post(&format!("{path}/overdragelse"), &[&[("navn", name), ("mail", mail)], others].concat())
}

/// The one letter that waits, as it was sent.
fn letter(app: &TestApp, office: &PostOffice) -> Taken {
    let mut sent = office.deliver(app);
    assert_eq!(sent.len(), 1, "{:?}", sent.iter().map(|letter| letter.receiver.clone()).collect::<Vec<_>>());
    sent.remove(0)
}

fn status(app: &TestApp, path: &str) -> u16 {
    app.client().get(path).status
}

/// Psychiatry and health, with who has them.
fn sections(app: &TestApp, of: &Invitation) -> Vec<(SectionNumber, Option<String>)> {
    let mut all = app.read(|conn| Ok(store::sections::list_by_invitation(conn, &of.id)?));
    all.sort_by_key(|section| section.area.as_str());
    all.into_iter().map(|section| (section.number, section.helper_name)).collect()
}

fn go_on(app: &TestApp, link: &str, to: &str) -> Page {
    app.client().post(&format!("{link}/opgave"), &[("opgave", to)])
}

fn several_sections_go_by_one_letter_to_one_page(app: &TestApp) {
    let office = PostOffice::open();
    let (leader, own) = open(app, &office);
    let form = app.client().get(&format!("{own}{PSYCHIATRY}/overdragelse")).body;
    assert!(form.contains("name=\"afsnit\" value=\"sundhed\"") && form.contains("Besked til din kollega"), "{form}");
    let before = entries(app).len();
    let note = "Du kender tallene, f.eks. dem om <tobak>.";
    let sent = hand_over(
        app,
        &format!("{own}{PSYCHIATRY}"),
        ("Anna Ny", "anna@example.org"),
        &[("besked", note), ("afsnit", "sundhed"), ("afsnit", "psykiatri-handicap")],
    );
    assert_eq!((sent.status, sent.path.as_str()), (200, format!("{own}/overdraget").as_str()));
    for told in ["Anna Ny", "<strong>anna@example.org</strong>", "&lt;tobak&gt;", "ret=ja", "Psykiatri", "Sundhed"] {
        assert!(sent.body.contains(told), "{told}: {}", sent.body);
    }
    assert_eq!(entries(app).len(), before + 1);
    let letter = letter(app, &office);
    assert_eq!(letter.receiver, "anna@example.org");
    assert_eq!(letter.text.matches("/svar/").count(), 1, "never two links: {}", letter.text);
    for told in ["Psykiatri", "Sundhed", "Testleder D skriver: ”Du kender tallene, f.eks. dem om <tobak>.”"] {
        assert!(letter.text.contains(told), "{told}: {}", letter.text);
    }
    let page = app.client().get(&letter.link).body;
    for told in ["Der er 2 spørgeskemaer til dig", "Besked fra Testleder D", "For Testleder D, Afdelingsleder"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let [(first, _), (second, _)] = sections(app, &leader)[..] else { panic!() };
    let there = go_on(app, &letter.link, &second.to_string());
    assert_eq!((there.status, there.path), (200, format!("{}.{second}{HEALTH}", letter.link)));
    assert_eq!(status(app, &format!("{}{HEALTH}", letter.link)), 404, "the letter's own link opens {first} alone");
    let list = app.client().get(&format!("{own}/overblik")).body;
    assert_eq!((list.matches("Overdraget til Anna Ny").count(), list.contains(">Overdraget<")), (2, true), "{list}");
    let looked_at = app.client().get(&format!("{own}{HEALTH}")).body;
    assert!(looked_at.contains("Anna Ny svarer på dette afsnit") && !looked_at.contains("name=\"q1\""), "{looked_at}");
    let anyway = app.client().get(&format!("{own}{HEALTH}?alligevel=ja")).body;
    assert!(anyway.contains("name=\"q1\""), "a warning, not a fence");
}

fn a_colleague_who_hands_on_is_out_and_the_leader_sees_the_chain(app: &TestApp) {
    let office = PostOffice::open();
    let (_, own) = open(app, &office);
    hand_over(app, &format!("{own}{PSYCHIATRY}"), ("Anna Et", "anna@example.org"), &[]);
    let anna = letter(app, &office).link;
    app.client().post(&format!("{anna}{PSYCHIATRY}"), &[("q0", "1")]);
    let form = app.client().get(&format!("{anna}{PSYCHIATRY}/overdragelse")).body;
    assert!(form.contains("Send afsnittet Psykiatri og handicap videre"), "{form}");
    let asked = hand_over(app, &format!("{anna}{PSYCHIATRY}"), ("Bo To", "bo@example.org"), &[("besked", "Hej Bo")]);
    assert!(asked.status == 422 && asked.body.contains("virker dit eget link til afsnittet ikke længere"));
    assert_eq!((status(app, &anna), count(app, "handovers")), (200, 1), "nothing is done before the yes");
    let yes = [("besked", "Hej Bo"), ("bekraeftet", "ja")];
    let sent = hand_over(app, &format!("{anna}{PSYCHIATRY}"), ("Bo To", "bo@example.org"), &yes);
    assert_eq!((sent.status, sent.path.as_str()), (200, format!("{anna}/overdraget").as_str()));
    assert!(sent.body.contains("<strong>bo@example.org</strong>"), "{}", sent.body);
    let again = hand_over(app, &format!("{anna}{PSYCHIATRY}"), ("Bo To", "bo@example.org"), &yes);
    assert_eq!((again.status, again.path), (200, format!("{anna}/overdraget")), "the same form twice");
    assert_eq!(status(app, &anna), 404);
    assert_eq!(app.client().post(&format!("{anna}{PSYCHIATRY}/kladde"), &[("q0", "0")]).status, 404);
    let letter = letter(app, &office);
    assert!(letter.receiver == "bo@example.org" && letter.text.contains("Anna Et har bedt dig"), "{}", letter.text);
    let bo = app.client().get(&letter.link).body;
    assert!(bo.contains("Anna Et har bedt dig") && bo.contains("Hej Bo"), "{bo}");
    let chain = app.client().get(&format!("{own}{PSYCHIATRY}/overdragelse")).body;
    let steps = ["Testleder D overdrog afsnittet til Anna Et", "Anna Et overdrog afsnittet til Bo To (bo@example.org)"];
    let places = steps.map(|step| chain.find(step).unwrap_or_else(|| panic!("{step}: {chain}")));
    assert!(places[0] < places[1]);
    let answers = app.client().get(&format!("{own}{PSYCHIATRY}")).body;
    assert!(answers.contains("Bo To svarer på dette afsnit") && answers.contains("Besvaret af Anna Et"), "{answers}");
    app.clock.set(app.clock.now() + TimeDelta::minutes(6));
    assert_eq!(status(app, &format!("{anna}/overdraget")), 404, "the address is not shown for long");
}

fn a_section_that_went_round_is_taken_back_from_whoever_has_it(app: &TestApp) {
    let office = PostOffice::open();
    let (leader, own) = open(app, &office);
    let yes = [("bekraeftet", "ja")];
    hand_over(app, &format!("{own}{PSYCHIATRY}"), ("Anna Et", "anna@example.org"), &[]);
    let first = letter(app, &office).link;
    hand_over(app, &format!("{first}{PSYCHIATRY}"), ("Bo To", "bo@example.org"), &yes);
    let second = letter(app, &office).link;
    hand_over(app, &format!("{second}{PSYCHIATRY}"), ("Anna Et", "ANNA@example.org"), &yes);
    let third = letter(app, &office).link;
    assert_eq!([&first, &second, &third].map(|link| status(app, link)), [404, 404, 200], "A, B, A");
    let home = app.client().post(&format!("{own}{PSYCHIATRY}/hjemtagelse"), &[]);
    assert_eq!((home.status, home.path), (200, format!("{own}{PSYCHIATRY}")));
    assert_eq!(status(app, &third), 404);
    assert_eq!(sections(app, &leader)[0].1, None);
    assert_eq!((count(app, "handovers"), count(app, "handovers WHERE ended_at IS NULL")), (3, 0));
    let chain = app.client().get(&format!("{own}{PSYCHIATRY}/overdragelse")).body;
    assert_eq!(chain.matches(" overdrog afsnittet til ").count(), 3, "what was is still told: {chain}");
}

fn nobody_reaches_anothers_tasks_by_handing_a_section_to_their_address(app: &TestApp) {
    let office = PostOffice::open();
    let (_, own) = open(app, &office);
    // The victim leads a post of the same municipality; whoever has the section knows the address.
    app.write(|conn| {
        Ok(conn.batch_execute(
            "UPDATE invitations SET municipality_code = '0657', email = 'chef@example.org' WHERE post = 'Leder af botilbud'",
        )?)
    });
    let victim = app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        Ok(all.into_iter().find(|one| one.email == "chef@example.org").unwrap())
    });
    hand_over(app, &format!("{own}{PSYCHIATRY}"), ("Anna Et", "anna@example.org"), &[("afsnit", "sundhed")]);
    let anna = letter(app, &office).link;
    let to_victim = [("bekraeftet", "ja")];
    hand_over(app, &format!("{anna}{PSYCHIATRY}"), ("Chef", "chef@example.org"), &to_victim);
    // Anna's link goes on with the other section and is still hers alone.
    assert_eq!((status(app, &anna), status(app, &format!("{anna}{PSYCHIATRY}"))), (200, 404));
    assert_eq!(status(app, &format!("{anna}{HEALTH}")), 200);
    for link in [&anna, &own] {
        assert_eq!(go_on(app, link, victim.id.as_str()).status, 404);
        assert!(!app.client().get(link).body.contains("Leder af botilbud"));
    }
    let chef = letter(app, &office).link;
    assert_eq!(go_on(app, &chef, victim.id.as_str()).status, 200, "the victim alone reaches both");
    // What the victim opened from that letter stops when the section is taken back.
    app.client().post(&format!("{own}{PSYCHIATRY}/hjemtagelse"), &[]);
    assert_eq!((status(app, &chef), status(app, &format!("{chef}.{}", victim.id))), (404, 404));
}

fn what_is_taken_back_stops_and_the_rest_goes_on(app: &TestApp) {
    let office = PostOffice::open();
    let (leader, own) = open(app, &office);
    let both = [("afsnit", "sundhed")];
    hand_over(app, &format!("{own}{PSYCHIATRY}"), ("Anna Et", "anna@example.org"), &both);
    // Taken back before the letter went out: it tells of what is left.
    app.client().post(&format!("{own}{PSYCHIATRY}/hjemtagelse"), &[]);
    let letter = letter(app, &office);
    assert!(letter.text.contains("Sundhed") && !letter.text.contains("Psykiatri"), "{}", letter.text);
    assert_eq!(status(app, &format!("{}{HEALTH}", letter.link)), 200);
    hand_over(app, &format!("{own}{PSYCHIATRY}"), ("Anna Et", "anna@example.org"), &[]);
    let second = office.deliver(app).remove(0).link;
    let [(psychiatry, _), (health, _)] = sections(app, &leader)[..] else { panic!() };
    assert_eq!(go_on(app, &letter.link, &psychiatry.to_string()).status, 200);
    app.client().post(&format!("{own}{HEALTH}/hjemtagelse"), &[]);
    let made = format!("{}.{psychiatry}", letter.link);
    for path in [&second, &letter.link, &made] {
        assert_eq!(status(app, &format!("{path}{PSYCHIATRY}")), 200, "{path}");
        assert_eq!(status(app, &format!("{path}{HEALTH}")), 404, "{path}");
    }
    assert_eq!(go_on(app, &second, &health.to_string()).status, 404);
    app.client().post(&format!("{own}{PSYCHIATRY}/hjemtagelse"), &[]);
    assert_eq!([&second, &letter.link, &made].map(|path| status(app, path)), [404, 404, 404]);
}

fn a_section_goes_neither_to_oneself_nor_back_to_who_is_accountable(app: &TestApp) {
    let office = PostOffice::open();
    let (_, own) = open(app, &office);
    let path = format!("{own}{PSYCHIATRY}");
    let refused = hand_over(app, &path, ("Testleder D", "D@example.org"), &[("besked", "Til mig selv")]);
    assert!(refused.status == 422 && refused.body.contains("Det er din egen mailadresse"), "{}", refused.body);
    assert!(refused.body.contains("Til mig selv"), "what was typed is there");
    for (note, why) in [("Sag 010190-1234", "CPR-nummer"), ("Se evil.example", "web"), (&*"a".repeat(501), "for lang")]
    {
        let faulty = hand_over(app, &path, ("Anna", "anna@example.org"), &[("besked", note)]);
        assert!(faulty.status == 422 && faulty.body.contains(why) && faulty.body.contains(note), "{why}");
    }
    assert_eq!((count(app, "handovers"), office.deliver(app).len()), (0, 0));
    let meant = [("besked", "Sag 010190-1234"), ("ingen_cpr", "ja")];
    assert_eq!(hand_over(app, &path, ("Anna", "anna@example.org"), &meant).status, 200, "a case number is none");
    let anna = format!("{}{PSYCHIATRY}", letter(app, &office).link);
    let yes = [("bekraeftet", "ja")];
    let back = hand_over(app, &anna, ("Testleder D", "d@EXAMPLE.org"), &yes);
    assert!(back.status == 422 && back.body.contains("Jeg er færdig"), "{}", back.body);
    assert_eq!(hand_over(app, &anna, ("Anna", "anna@example.org"), &yes).status, 422);
    assert_eq!(status(app, &anna), 200);
}

fn a_colleague_who_is_done_says_so_once_and_may_go_on_correcting(app: &TestApp) {
    let office = PostOffice::open();
    let (_, own) = open(app, &office);
    hand_over(app, &format!("{own}{PSYCHIATRY}"), ("Anna Et", "anna@example.org"), &[]);
    let anna = letter(app, &office).link;
    app.client().post(&format!("{anna}{PSYCHIATRY}"), &[("q0", "1")]);
    assert_eq!(status(app, &format!("{anna}{PSYCHIATRY}/faerdig")), 404, "not yet");
    assert_eq!(
        app.client().post(&format!("{own}{PSYCHIATRY}/faerdig"), &[]).status,
        404,
        "it is the colleague's to say"
    );
    let before = entries(app).len();
    for _ in 0..2 {
        let done = app.client().post(&format!("{anna}{PSYCHIATRY}/faerdig"), &[]);
        assert_eq!((done.status, done.path), (200, format!("{anna}{PSYCHIATRY}/faerdig")));
        assert!(done.body.contains("Tak, du er færdig") && done.body.contains("Testleder D ser svarene igennem"));
        app.clock.set(app.clock.now() + TimeDelta::minutes(1));
    }
    assert_eq!(entries(app).len(), before + 1);
    let letter = letter(app, &office);
    assert_eq!(letter.receiver, "d@example.org");
    assert!(letter.text.contains("Anna Et er færdig med afsnittet") && letter.text.contains("Psykiatri"));
    assert!(
        app.client().get(&format!("{}/overblik", letter.link)).body.contains("Kollegaen er færdig"),
        "the leader's own"
    );
    assert_eq!(app.client().post(&format!("{anna}{PSYCHIATRY}"), &[("q0", "2"), ("r0", "1")]).status, 200);
    assert!(app.client().get(&format!("{anna}/overblik")).body.contains("Du meldte dig færdig"));
    app.client().post(&format!("{own}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    let read = app.client().get(&format!("{anna}{PSYCHIATRY}")).body;
    assert!(read.contains("så sig det til Testleder D") && !read.contains("Tag det tilbage"), "{read}");
    assert_eq!(app.client().post(&format!("{anna}{PSYCHIATRY}"), &[("q0", "1")]).status, 409, "until it is handed in");
    assert_eq!(app.client().post(&format!("{anna}{PSYCHIATRY}/faerdig"), &[]).status, 409);
}

fn a_section_can_be_handed_over_after_a_reminder(app: &TestApp) {
    let office = PostOffice::open();
    let (_, own) = open(app, &office);
    app.clock.set(start() + Days::new(8));
    jobs::do_due(&app.service.db, app.clock.now());
    let reminders = office.deliver(app);
    let reminder = reminders.iter().find(|letter| letter.receiver == "d@example.org").unwrap();
    let sent = hand_over(app, &format!("{}{PSYCHIATRY}", reminder.link), ("Anna Et", "anna@example.org"), &[]);
    assert_eq!(sent.status, 200);
    let letter = letter(app, &office);
    assert!(letter.receiver == "anna@example.org" && letter.text.contains("Svar senest"), "{}", letter.text);
    assert_eq!([&own, &reminder.link, &letter.link].map(|link| status(app, link)), [200, 200, 200]);
}

fn what_an_earlier_program_handed_over_is_taken_on(app: &TestApp) {
    let office = PostOffice::open();
    let (leader, own) = open(app, &office);
    let number = sections(app, &leader)[0].0;
    app.write(|conn| {
        Ok(conn.batch_execute(&format!(
            "UPDATE sections SET helper_name = 'Anna', helper_email = 'anna@example.org' WHERE number = {number}"
        ))?)
    });
    let anna = link(app, "2026", 3, Some(number));
    assert!(app.client().get(&format!("{own}/overblik")).body.contains("Overdraget til Anna"));
    assert_eq!(app.client().post(&format!("{anna}{PSYCHIATRY}/faerdig"), &[]).status, 200);
    assert!(letter(app, &office).text.contains("Anna er færdig med afsnittet"));
    let yes = [("bekraeftet", "ja")];
    assert_eq!(hand_over(app, &format!("{anna}{PSYCHIATRY}"), ("Bo", "bo@example.org"), &yes).status, 200);
    assert_eq!((status(app, &anna), count(app, "handovers WHERE ended_at IS NULL")), (404, 1));
}
