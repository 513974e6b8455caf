//! Who people were is forgotten on time; what their areas answered is not.

use chrono::{Months, NaiveDateTime, TimeDelta};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::mail::letters::Letter;
use pejl::domain::rounds::programmes::Programme;
use pejl::store::{self, Conn, Db};

use crate::app::{TestApp, start};
use crate::fixtures::{link, prepare};

on_both_databases!(
    people_are_forgotten_on_time_and_figures_stay,
    several_instances_forget_once,
    a_holder_named_anew_is_kept,
    what_has_run_out_is_deleted,
    letters_to_accounts_lose_their_address_on_time,
);

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(app: &TestApp, what: &str) -> i64 {
    let query = format!("SELECT count(*) AS count FROM {what}");
    let count: Count = app.read(|conn| {
        Ok(match conn {
            Conn::Sqlite(conn) => diesel::sql_query(&query).get_result(conn)?,
            Conn::Pg(conn) => diesel::sql_query(&query).get_result(conn)?,
        })
    });
    count.count
}

/// Where a name, address or phone stands, and links.
const PEOPLE: [(&str, i64); 7] = [
    ("invitations WHERE name <> '' OR email <> '' OR phone <> ''", 6),
    ("sections WHERE helper_name <> '' OR helper_email <> ''", 1),
    ("answers WHERE writer <> ''", 1),
    // Five of the six hand in nothing, and get no letter about a result.
    ("letters WHERE name <> '' OR email <> '' OR last_error <> ''", 9),
    ("holders WHERE name <> '' OR email <> '' OR phone <> ''", 6),
    ("links WHERE token_hash <> ''", 3),
    ("handovers WHERE from_name <> '' OR from_email <> '' OR name <> '' OR email <> '' OR note <> ''", 1),
];

fn people(app: &TestApp) -> Vec<i64> {
    PEOPLE.iter().map(|(what, _)| count(app, what)).collect()
}

/// A round that a post and its helper answered, and that has closed.
fn closed_round(app: &TestApp) -> NaiveDateTime {
    prepare(app, "2026", start().date());
    let db = &app.service.db;
    commands::rounds::open(db, "2026", &By::command_line(start())).unwrap();
    let (holder, client) = (link(app, "2026", 3, None), app.client());
    let section = format!("{holder}/afsnit/sundhed");
    client.post(&format!("{section}/overdragelse"), &[("navn", "Kollega"), ("mail", "kollega@example.org")]);
    let number = app.read(|conn| {
        use pejl::schema::sections;
        Ok(sections::table.filter(sections::helper_name.eq("Kollega")).select(sections::number).first::<i32>(conn)?)
    });
    let helper = link(app, "2026", 3, Some(number));
    client.post(&format!("{helper}/afsnit/sundhed"), &[("q1", "0"), ("k1", "Et ord"), ("r1", "0")]);
    client.post(&format!("{holder}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    let _another = link(app, "2026", 0, None);
    app.write(|conn| {
        Ok(conn.batch_execute("UPDATE letters SET last_error = 'who is a@example.org' WHERE email = 'a@example.org'")?)
    });
    // The clock has seen the holders since the day they were imported.
    commands::retention::forget(db, 24, start()).unwrap();
    commands::rounds::close(db, "2026", &By::command_line(start())).unwrap();
    assert_eq!(people(app), PEOPLE.map(|(_, count)| count));
    start()
}

fn exported(app: &TestApp) -> String {
    let export = |what: &str| {
        let ran = app.pejl(&[what, "export", "--round", "2026"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    export("scores") + &export("answers")
}

fn people_are_forgotten_on_time_and_figures_stay(app: &TestApp) {
    let closed = closed_round(app);
    let (db, before) = (&app.service.db, exported(app));
    let sent = count(app, "letters WHERE due_at IS NOT NULL AND state <> ''");
    let last = closed + Months::new(24);
    for (months, now) in [(24, last), (25, last + TimeDelta::days(1)), (0, last + TimeDelta::days(9999))] {
        assert_eq!(commands::retention::forget(db, months, now).unwrap(), 0, "{months}, {now}");
    }
    assert_eq!(people(app), PEOPLE.map(|(_, count)| count));
    let all: i64 = PEOPLE.iter().map(|(_, count)| count).sum();
    let now = last + TimeDelta::seconds(1);
    assert_eq!(commands::retention::forget(db, 24, now).unwrap(), usize::try_from(all).unwrap());
    assert_eq!(people(app), [0; 7]);
    assert_eq!(commands::retention::forget(db, 24, now).unwrap(), 0, "there is nothing more to forget");
    assert_eq!(exported(app), before, "byte for byte");
    assert_eq!(count(app, "letters WHERE due_at IS NOT NULL AND state <> ''"), sent);
    assert_eq!(count(app, "sections WHERE helper_name = ''") + count(app, "answers WHERE writer = ''"), 2);

    let key = app.pejl(&["staff", "add", "admin@example.org", "--role", "admin"]).stdout;
    let client = app.client();
    let path = format!("/adgang/{}", key.trim().rsplit('/').next().unwrap());
    client.post(&path, &[("password", "en lang sætning"), ("repeated", "en lang sætning")]);
    let page = client.get("/letters");
    assert!(page.body.contains("navn slettet") && !page.body.contains("a@example.org"), "{}", page.body);
    for address in ["/rounds/2026", "/rounds/2026/municipalities/0657/status", "/rounds/2026/municipalities/0657"] {
        let page = client.get(address);
        assert!(page.status == 200 && !page.body.contains("d@example.org"), "{address}");
    }
    assert!(client.get("/privatliv").body.contains("24 måneder efter"));
}

fn several_instances_forget_once(app: &TestApp) {
    let now = closed_round(app) + Months::new(24) + TimeDelta::days(1);
    let all: i64 = PEOPLE.iter().map(|(_, count)| count).sum();
    let told: usize = std::thread::scope(|scope| {
        let instances: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let db = Db::open(&app.service.config.database_url, 2).unwrap();
                    commands::retention::forget(&db, 24, now).unwrap()
                })
            })
            .collect();
        instances.into_iter().map(|instance| instance.join().unwrap()).sum()
    });
    assert_eq!(told, usize::try_from(all).unwrap());
    assert_eq!(people(app), [0; 7]);
}

fn a_holder_named_anew_is_kept(app: &TestApp) {
    let now = closed_round(app) + Months::new(24) + TimeDelta::days(1);
    let (db, file) = (&app.service.db, std::fs::read("tests/data/scoring-example/directory.csv").unwrap());
    let some: Vec<u8> = file.split_inclusive(|byte| *byte == b'\n').take(3).collect::<Vec<_>>().concat();
    commands::directory::import(db, &some, &By::command_line(now)).unwrap();
    commands::retention::forget(db, 24, now).unwrap();
    let (what, _) = PEOPLE[4];
    assert_eq!(count(app, what), 2, "those whom the file names are kept");
    commands::directory::import(db, &file, &By::command_line(now)).unwrap();
    commands::retention::forget(db, 24, now + TimeDelta::days(1)).unwrap();
    assert_eq!(count(app, what), 6, "who was forgotten may be named again");
    commands::retention::forget(db, 24, now + Months::new(24) + TimeDelta::days(2)).unwrap();
    assert_eq!(count(app, what), 0);
}

fn what_has_run_out_is_deleted(app: &TestApp) {
    app.pejl(&["staff", "add", "admin@example.org", "--role", "admin"]);
    app.write(|conn| Ok(conn.batch_execute("UPDATE keys SET expires_at = '2026-08-01 00:00:00'; INSERT INTO attempts (subject, window_start, count) VALUES ('old', '2026-08-30 08:00:00', 3), ('new', '2026-08-31 09:00:00', 3)")?));
    assert_eq!(commands::retention::forget(&app.service.db, 0, start()).unwrap(), 2);
    assert_eq!((count(app, "keys"), count(app, "attempts WHERE subject = 'new'")), (0, 1));
}

fn letters_to_accounts_lose_their_address_on_time(app: &TestApp) {
    app.pejl(&["staff", "add", "admin@example.org", "--role", "admin"]);
    let account = app.read(|conn| Ok(store::staff::find_by_email(conn, "admin@example.org")?)).unwrap();
    let (sent, planned) = (Letter::new_sign_in(&account, start()), Letter::password_reset(&account, start()));
    app.write(|conn| {
        store::letters::insert(conn, &[sent.clone(), planned.clone()])?;
        store::bounces::insert(conn, &sent, start())?;
        let told =
            "UPDATE letters SET state = 'bounced', last_error = 'no admin@example.org' WHERE kind = 'new_sign_in'";
        conn.batch_execute(told)?;
        store::programmes::insert(conn, &Programme::usual(start()))?;
        let sample = "INSERT INTO letter_samples SELECT letters.id, programmes.key, 'invitation', 'da', '{modtager}', '{knap}', NULL \
                      FROM letters, programmes WHERE kind = 'new_sign_in'; UPDATE letters SET subject = 'Anna' WHERE kind = 'new_sign_in'";
        Ok(conn.batch_execute(sample)?)
    });
    let db = &app.service.db;
    let over = start() + Months::new(24);
    commands::retention::forget(db, 24, over).unwrap();
    assert_eq!((count(app, "letters WHERE email <> ''"), count(app, "bounces")), (2, 1), "not yet");
    commands::retention::forget(db, 0, over + TimeDelta::days(400)).unwrap();
    assert_eq!(count(app, "letters WHERE email <> ''"), 2, "kept for ever where the settings say so");
    let noted = |app: &TestApp| count(app, "audit WHERE verb = 'empty' AND object = 'letter'");
    assert_eq!(noted(app), 0);
    commands::retention::forget(db, 24, over + TimeDelta::seconds(1)).unwrap();
    assert_eq!(
        count(app, "letters WHERE kind = 'new_sign_in' AND email = '' AND last_error IS NULL AND subject IS NULL"),
        1
    );
    assert_eq!(count(app, "letter_samples"), 0, "a sample names the post that it was filled in for");
    assert_eq!(count(app, "bounces"), 0, "the mark of its address goes with it");
    assert_eq!(
        count(app, "letters WHERE kind = 'password_reset' AND email <> ''"),
        1,
        "what is still to be sent stays"
    );
    assert_eq!(count(app, "staff WHERE email = 'admin@example.org'"), 1, "the account is not forgotten");
    assert_eq!(noted(app), 1);
    assert_eq!(commands::retention::forget(db, 24, over + TimeDelta::seconds(1)).unwrap(), 0);
}
