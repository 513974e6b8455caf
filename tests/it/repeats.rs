//! The same form twice, late, at once, by two people: one result, one letter, no error page, and
//! nobody's newer answer overwritten unseen.

use pejl::domain::access::audit::By;
use std::sync::Barrier;

use chrono::{Days, TimeDelta};
use diesel::connection::SimpleConnection;
use pejl::domain::access::staff::Scope;
use pejl::domain::answering::answers::Answer;
use pejl::domain::mail::letters::LetterKind;
use pejl::{commands, store};

use crate::app::{TestApp, start};
use crate::client::Page;
use crate::fixtures::{bases, link, prepare};

on_both_databases!(
    the_same_save_many_times_at_once_is_one,
    a_late_repeat_overwrites_nothing,
    handing_in_many_times_at_once_sends_one_receipt,
    each_state_handed_in_has_one_receipt_and_a_day_has_an_end,
    a_late_repeat_of_taking_back_takes_nothing_back,
    handing_over_twice_sends_one_letter,
    handing_everything_on_twice_sends_one_letter,
    a_save_that_comes_too_late_is_told_and_shown,
    holder_and_helper_at_once_are_both_told,
);

const SECTION: &str = "/afsnit/psykiatri-handicap";

fn open(app: &TestApp) -> String {
    prepare(app, "2026", start().date());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
    link(app, "2026", 0, None)
}

/// The answers of the first post, and its section's number.
fn stored(app: &TestApp) -> (Vec<Answer>, i32) {
    app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let section = store::sections::list_by_invitation(conn, &all[0].id)?[0].number;
        Ok((store::answers::list_by_invitation(conn, &all[0].id)?, section))
    })
}

fn letters(app: &TestApp, kind: LetterKind) -> usize {
    let all = app.read(|conn| Ok(store::ledger::list(conn, 100, 0)?));
    all.iter().filter(|(letter, _)| letter.kind == kind).count()
}

/// Sends the same form eight times at once, as a double click and a proxy that repeats do.
fn eight_times(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Vec<Page> {
    let ready = Barrier::new(8);
    std::thread::scope(|scope| {
        let sending: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let client = app.client();
                    ready.wait();
                    client.post(path, fields)
                })
            })
            .collect();
        sending.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

fn the_same_save_many_times_at_once_is_one(app: &TestApp) {
    let link = open(app);
    let form = [("q0", "1"), ("k0", "På vej"), ("r0", "0"), ("q1", "0"), ("r1", "0")];
    for path in [format!("{link}{SECTION}"), format!("{link}{SECTION}/kladde")] {
        for page in eight_times(app, &path, &form) {
            assert!(page.status == 200 && !page.body.contains("svaret i mellemtiden"), "{} {}", page.status, page.body);
        }
    }
    let revisions: Vec<i16> = stored(app).0.iter().map(|answer| answer.revision).collect();
    assert_eq!(revisions, [1, 1]);
}

fn a_late_repeat_overwrites_nothing(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{SECTION}");
    let first = [("q0", "1"), ("k0", "Først"), ("r0", "0")];
    assert_eq!(client.post(&path, &first).status, 200);
    let base = bases(&client.get(&path).body)[0].1.clone();
    assert_eq!(client.post(&path, &[("q0", "2"), ("k0", "Siden"), ("r0", &base)]).status, 200);
    let late = client.post(&path, &first);
    assert_eq!(late.status, 409);
    assert!(late.body.contains("Først") && late.body.contains("Siden"), "both are shown");
    let draft = client.post(&format!("{path}/kladde"), &first);
    assert!(draft.status == 200 && draft.body.contains("på en anden enhed"), "{}", draft.body);
    let answer = &stored(app).0[0];
    assert_eq!((answer.choice, answer.comment.as_deref(), answer.revision), (Some(2), Some("Siden"), 2));
}

fn handing_in_many_times_at_once_sends_one_receipt(app: &TestApp) {
    let link = open(app);
    let path = format!("{link}/indsendelse");
    for area in ["psykiatri-handicap", "alle"] {
        for page in eight_times(app, &path, &[("afsnit", area), ("bekraeft", "ja")]) {
            assert_eq!((page.status, page.path), (200, format!("{link}/kvittering")));
        }
    }
    assert_eq!(letters(app, LetterKind::Receipt), 1);
}

fn each_state_handed_in_has_one_receipt_and_a_day_has_an_end(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let round_of = |comment: &str| {
        let page = client.get(&format!("{link}{SECTION}")).body;
        let base = page.split("name=\"r0\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        client.post(&format!("{link}{SECTION}"), &[("q0", "0"), ("k0", comment), ("r0", &base)]);
        client.post(&format!("{link}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
        app.clock.set(app.service.now() + TimeDelta::seconds(30));
        client.post(&format!("{link}/tilbagetagelse"), &[("afsnit", "psykiatri-handicap")]);
        letters(app, LetterKind::Receipt)
    };
    assert_eq!([round_of("Et"), round_of("Et"), round_of("To"), round_of("Et")], [1, 1, 2, 3]);
    let last = (0..40).map(|number| round_of(&format!("Nummer {number}"))).max();
    assert!(last.is_some_and(|count| (20..=30).contains(&count)), "{last:?}");
}

fn a_late_repeat_of_taking_back_takes_nothing_back(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let hand_in = || client.post(&format!("{link}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    let take_back = |stamp: &str| {
        client.post(&format!("{link}/tilbagetagelse"), &[("afsnit", "psykiatri-handicap"), ("indsendt", stamp)])
    };
    let receipt = hand_in().body;
    let stamp = receipt.split("name=\"indsendt\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for _ in 0..2 {
        assert_eq!(take_back(&stamp).path, format!("{link}{SECTION}"));
    }
    assert!(client.get(&format!("{link}{SECTION}")).body.contains("name=\"q0\""), "it is a draft again");
    app.clock.set(start() + TimeDelta::minutes(5));
    assert_eq!(hand_in().path, format!("{link}/kvittering"));
    assert_eq!(take_back(&stamp).status, 200);
    assert!(!client.get(&format!("{link}{SECTION}")).body.contains("name=\"q0\""), "it stays handed in");
    assert_eq!(letters(app, LetterKind::Receipt), 1, "nothing new were in another");
}

fn handing_over_twice_sends_one_letter(app: &TestApp) {
    let link = open(app);
    let path = format!("{link}{SECTION}/overdragelse");
    let colleague = [("navn", "Kollega Prøve"), ("mail", "kollega@example.org")];
    for page in eight_times(app, &path, &colleague) {
        assert_eq!((page.status, page.path), (200, format!("{link}/overdraget")));
    }
    app.clock.set(start() + TimeDelta::seconds(3));
    assert_eq!(app.client().post(&path, &colleague).status, 200);
    assert_eq!(letters(app, LetterKind::Handover), 1);
    // Another day the same colleague may be asked again.
    app.clock.set(start() + Days::new(1));
    assert_eq!(app.client().post(&path, &colleague).status, 200);
    assert_eq!(letters(app, LetterKind::Handover), 2);
}

fn handing_everything_on_twice_sends_one_letter(app: &TestApp) {
    let link = open(app);
    let path = format!("{link}/overdragelse");
    let successor = [("navn", "Ny Leder"), ("mail", "ny@example.org"), ("bekraeftet", "ja")];
    for page in eight_times(app, &path, &successor) {
        assert!(page.status == 200 && page.body.contains("Ny Leder"), "{} {}", page.status, page.body);
    }
    app.clock.set(start() + TimeDelta::seconds(3));
    assert_eq!(app.client().post(&path, &successor).status, 200);
    assert_eq!(letters(app, LetterKind::Invitation), 7);
    // Nobody else learns anything, and the link itself stays dead.
    assert_eq!(app.client().post(&path, &[("navn", "Ny Leder"), ("mail", "anden@example.org")]).status, 404);
    assert_eq!(app.client().get(&link).status, 404);
    app.clock.set(start() + TimeDelta::minutes(6));
    assert_eq!(app.client().post(&path, &successor).status, 404);
}

fn a_save_that_comes_too_late_is_told_and_shown(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{SECTION}");
    let late = [("q0", "2"), ("k0", "Skrevet <for> sent"), ("r0", "0")];
    client.post(&path, &[("q0", "1"), ("r0", "0")]);
    client.post(&format!("{link}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    let told = |page: &Page, why: &str| {
        assert_eq!(page.status, 409, "{}", page.body);
        for said in [why, "Svarene blev ikke gemt", "I mindre grad", "Skrevet &lt;for&gt; sent"] {
            assert!(page.body.contains(said), "{said} is not in {}", page.body);
        }
    };
    told(&client.post(&path, &late), "indsendt");
    let draft = client.post(&format!("{path}/kladde"), &late);
    assert!(draft.status == 409 && draft.body.contains("indsendt") && draft.body.contains("message"), "{}", draft.body);
    app.clock.set(start() + Days::new(40));
    told(&client.post(&path, &late), "Fristen");
    let answers = stored(app).0;
    assert_eq!((answers.len(), answers[0].choice, answers[0].comment.as_deref()), (1, Some(1), None));
    // A link that was taken back in the meantime shows what was written too.
    app.write(|conn| Ok(conn.batch_execute("UPDATE links SET revoked_at = '2026-09-02 00:00:00'")?));
    let stopped = client.post(&path, &late);
    assert!(stopped.status == 404 && stopped.body.contains("Skrevet &lt;for&gt; sent"), "{}", stopped.body);
}

fn holder_and_helper_at_once_are_both_told(app: &TestApp) {
    let holder = open(app);
    let client = app.client();
    let section = stored(app).1;
    let colleague = [("navn", "Kollega Prøve"), ("mail", "kollega@example.org")];
    client.post(&format!("{holder}{SECTION}/overdragelse"), &colleague);
    let helper = link(app, "2026", 0, Some(section));
    for round in 0..5 {
        let base = bases(&client.get(&format!("{holder}{SECTION}?alligevel=ja")).body)[0].1.clone();
        let ready = Barrier::new(2);
        let write = |link: &str, choice: &str, text: String| {
            let (client, path) = (app.client(), format!("{link}{SECTION}"));
            ready.wait();
            client.post(&path, &[("q0", choice), ("k0", &text), ("r0", &base)])
        };
        let pages: Vec<Page> = std::thread::scope(|scope| {
            let one = scope.spawn(|| write(&holder, "0", format!("holder {round}")));
            let other = scope.spawn(|| write(&helper, "1", format!("helper {round}")));
            [one, other].into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let mut statuses: Vec<u16> = pages.iter().map(|page| page.status).collect();
        let later = pages.iter().find(|page| page.status == 409).expect("one of them came later");
        for text in [format!("holder {round}"), format!("helper {round}")] {
            assert!(later.body.contains(&text), "the later one sees both");
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let first = if pages[0].status == 200 { "holder" } else { "helper" };
        assert!(stored(app).0[0].comment.as_deref().unwrap().starts_with(first), "the first one stands");
    }
}
