//! Several people saving at once: every acknowledged answer is there, and no conflict of the database's
//! own making reaches anybody.

use diesel::connection::SimpleConnection;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::answering::answers::Answer;
use pejl::domain::site::SettingName;
use pejl::store::{self, Db};

use crate::app::{TestApp, start};
use crate::client::{Client, Page};
use crate::scoring_example::{import_example, run};

on_both_databases!(
    four_writers_of_their_own_answers_lose_none,
    four_writers_of_one_answer_are_acknowledged_once_for_each_revision,
    a_crowd_that_counts_one_number_up_is_never_told_that_the_database_is_busy,
);

/// A question that is put to both areas of the example.
const QUESTION: usize = 1;
const WRITERS: usize = 4;
const SAVES: usize = 25;

/// The addresses at which the sections of an open round are saved.
fn sections(app: &TestApp) -> Vec<String> {
    import_example(app);
    run(app, "round create --key 2026 --edition 2018 --opens 2026-09-01 --closes 2026-10-01");
    run(app, "round open 2026");
    let links = |code| {
        commands::links::issue_for_municipality(&app.service.db, "2026", code, &By::command_line(start())).unwrap()
    };
    let saved_at = |(title, token): (String, pejl::domain::base::tokens::Token)| {
        let area = if title == "Sundhedschef" { "sundhed" } else { "psykiatri-handicap" };
        format!("/svar/{}/afsnit/{area}/kladde", token.as_str())
    };
    ["0151", "0657"].into_iter().flat_map(links).map(saved_at).collect()
}

fn save(client: &Client, path: &str, option: usize, comment: &str, base: usize) -> Page {
    let (option, base) = (option.to_string(), base.to_string());
    client.post(path, &[("q1", &option), ("b1", ""), ("k1", comment), ("c1", ""), ("r1", &base)])
}

/// Whether a save was acknowledged; told a conflict with another writer otherwise, and nothing else.
fn is_saved(page: &Page) -> bool {
    assert_eq!(page.status, 200, "{}", page.body);
    page.body.contains("\"conflicts\":[]")
}

fn stored(app: &TestApp) -> Vec<Answer> {
    let all = app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        Ok(store::answers::list_written(conn, &round.id)?)
    });
    all.into_iter().filter(|answer| answer.question() == QUESTION).collect()
}

fn four_writers_of_their_own_answers_lose_none(app: &TestApp) {
    let sections = sections(app);
    assert_eq!(sections.len(), WRITERS);
    std::thread::scope(|scope| {
        for (writer, path) in sections.iter().enumerate() {
            scope.spawn(move || {
                let client = app.client();
                for turn in 0..SAVES {
                    assert!(is_saved(&save(&client, path, turn % 3, &format!("{writer}-{turn}"), turn)));
                }
            });
        }
    });
    let mut comments: Vec<String> = stored(app).into_iter().filter_map(|answer| answer.comment).collect();
    comments.sort();
    assert_eq!(comments, ["0-24", "1-24", "2-24", "3-24"]);
    assert!(stored(app).iter().all(|answer| usize::try_from(answer.revision) == Ok(SAVES)));
}

fn four_writers_of_one_answer_are_acknowledged_once_for_each_revision(app: &TestApp) {
    let path = &sections(app)[0];
    let revision = || stored(app).first().map_or(0, |answer| usize::try_from(answer.revision).unwrap());
    let acknowledged: Vec<String> = std::thread::scope(|scope| {
        let writer = |writer: usize| {
            let client = app.client();
            let comments = (0..SAVES).map(|turn| format!("{writer}-{turn}"));
            comments.filter(|comment| is_saved(&save(&client, path, 0, comment, revision()))).collect::<Vec<_>>()
        };
        let writers: Vec<_> = (0..WRITERS).map(|place| scope.spawn(move || writer(place))).collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    assert!(!acknowledged.is_empty());
    assert_eq!(revision(), acknowledged.len(), "each acknowledged save is one revision");
    let last = stored(app)[0].comment.clone().unwrap();
    assert!(acknowledged.contains(&last), "what stands there was acknowledged: {last}");
}

fn a_crowd_that_counts_one_number_up_is_never_told_that_the_database_is_busy(app: &TestApp) {
    let count = |conn: &mut store::Conn| {
        let before = store::site::list_settings(conn)?.first().map_or(0, |(_, value)| value.parse::<usize>().unwrap());
        if let store::Conn::Pg(pg) = conn {
            // Long enough that others begin meanwhile, as they do where a commit waits for its disk.
            pg.batch_execute("SELECT pg_sleep(0.005)")?;
        }
        store::site::delete_setting(conn, SettingName::Name)?;
        Ok(store::site::insert_setting(conn, SettingName::Name, &(before + 1).to_string(), start())?)
    };
    // As many connections as writers, so that nothing but the database keeps them apart.
    let db = Db::open(&app.service.config.database_url, 16).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 * WRITERS {
            scope.spawn(|| {
                for _ in 0..SAVES {
                    db.write(count).unwrap();
                }
            });
        }
    });
    let counted = app.read(|conn| Ok(store::site::list_settings(conn)?));
    assert_eq!(counted[0].1, (4 * WRITERS * SAVES).to_string());
}
