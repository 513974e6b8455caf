//! The rolling upgrade: this program on the schema of a later release, and the rule for migrations
//! that makes it possible.

use std::collections::BTreeSet;
use std::path::Path;

use diesel::connection::SimpleConnection;
use pejl::clock::Clock;
use pejl::domain::base::compatibility::SchemaState;
use pejl::domain::mail::letters::LetterId;

use crate::app::TestApp;
use crate::backup::world::count;
use crate::client::Client;
use crate::fixtures::{bases, link, prepare, today};
use crate::process::{Process, until_some};
use crate::schema::applied;

on_both_databases!(
    a_leader_answers_while_the_schema_is_a_release_ahead,
    a_word_that_the_program_does_not_know_is_told_and_stops_nothing_else,
    a_schema_too_new_is_told_in_one_sentence_and_left_alone,
);

/// What an imaginary later release adds.
const LATER: &str = "CREATE TABLE later_things (id TEXT NOT NULL PRIMARY KEY, note TEXT);
    ALTER TABLE invitations ADD COLUMN later_note TEXT;
    ALTER TABLE answers ADD COLUMN later_count INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX later_by_note ON invitations (later_note);
    INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')";

/// What it says where it has taken something away.
const TAKEN_AWAY: &str = "UPDATE compatibility SET oldest = '20991231000001'";

fn change(app: &TestApp, statements: &str) {
    app.write(|conn| Ok(statements.split(';').try_for_each(|statement| conn.batch_execute(statement))?));
}

/// Letters that a later program has queued: of a kind, in a state and to somebody that this one does not know.
fn queue_later_letters(app: &TestApp) {
    let now = Clock::System.now().format("%Y-%m-%d %H:%M:%S");
    for (kind, state) in [("later_report", "planned"), ("later_report", "sending"), ("invitation", "later_planned")] {
        let id = LetterId::new();
        change(
            app,
            &format!(
                "INSERT INTO letters (id, key, kind, name, email, language, state, due_at, attempts, doubts, created_at) \
                 VALUES ('{id}', '{id}', '{kind}', '', 'later@example.org', 'da', '{state}', '{now}', 7, 0, '{now}')"
            ),
        );
    }
}

fn a_leader_answers_while_the_schema_is_a_release_ahead(app: &TestApp) {
    prepare(app, "2026", today());
    change(app, LATER);
    queue_later_letters(app);
    assert_eq!(app.service.db.schema_state().unwrap(), SchemaState::AheadUsable);
    let serving = Process::start(app, &["serve"], &[]);
    let opened = app.pejl(&["round", "open", "2026"]);
    assert_eq!(opened.code, 0, "{}", opened.stderr);
    let path = until_some("the letter to D", || link_in_letter_to(app, "d@example.org"));
    answer_everything(&serving.client(), &path);
    until_some("the receipt", || letter_to(app, "d@example.org", "Kvittering"));
    assert_eq!(app.pejl(&["round", "close", "2026"]).code, 0);
    let scores = app.pejl(&["scores", "export", "--round", "2026"]);
    assert!(scores.stdout.contains(";0657;") && scores.code == 0, "{}", scores.stderr);
    let left_alone = "letters WHERE attempts = 7 AND doubts = 0 AND state IN ('planned', 'sending', 'later_planned')";
    assert_eq!(count(app, left_alone), 3, "a later program's letters are left to it");
    assert_eq!(letter_to(app, "later@example.org", ""), None);
    let told = serving.log();
    assert!(told.matches("newer version").count() == 1 && !told.contains("ERROR"), "{told}");
    assert!(applied(&app.service.config.database_url).contains(&"20991231000001".to_owned()), "nothing is undone");
}

fn a_word_that_the_program_does_not_know_is_told_and_stops_nothing_else(app: &TestApp) {
    prepare(app, "2026", today());
    assert_eq!(app.pejl(&["round", "open", "2026"]).code, 0);
    let [first, second] = [0, 1].map(|place| link(app, "2026", place, None));
    change(app, "UPDATE invitations SET language = 'kl' WHERE id = (SELECT min(id) FROM invitations)");
    let serving = Process::serve(app);
    let statuses = [first, second].map(|path| serving.client().get(&path).status);
    assert!(statuses.contains(&500) && statuses.contains(&200), "{statuses:?}");
    let told = serving.log();
    assert!(told.contains("kl") && told.contains("is none of: da, en") && !told.contains("panicked"), "{told}");
}

/// The whole of a leader's story: look, start, answer by script and by button, hand over, take home,
/// hand in, take back, hand in again.
fn answer_everything(client: &Client, path: &str) {
    assert_eq!(client.get(path).status, 200);
    assert_eq!(client.post(&format!("{path}/start"), &[]).path, format!("{path}/overblik"));
    for area in ["psykiatri-handicap", "sundhed"] {
        let section = format!("{path}/afsnit/{area}");
        let page = client.get(&section).body;
        let mut fields = bases(&page);
        // What both sections ask is asked in the first of them.
        assert!(fields.len() >= 3, "{fields:?}");
        let chosen: Vec<_> = fields.iter().map(|(name, _)| (name.replace('r', "q"), "0".to_owned())).collect();
        fields.extend(chosen);
        fields.extend(along(&page));
        fields.push((fields[0].0.replace('r', "k"), "På vej".to_owned()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let draft = client.post(&format!("{section}/kladde"), &fields);
        assert!(draft.status == 200 && draft.body.contains("Gemt kl."), "{}", draft.body);
        assert_eq!(client.post(&section, &fields).status, 200);
    }
    let section = format!("{path}/afsnit/sundhed");
    let colleague = [("navn", "Kollega Prøve"), ("mail", "kollega@example.org")];
    assert_eq!(client.post(&format!("{section}/overdragelse"), &colleague).path, format!("{path}/overdraget"));
    assert_eq!(client.post(&format!("{section}/hjemtagelse"), &[]).status, 200);
    let hand_in = || client.post(&format!("{path}/indsendelse"), &[("afsnit", "alle")]);
    assert_eq!(hand_in().path, format!("{path}/kvittering"));
    let back = client.post(&format!("{path}/tilbagetagelse"), &[("afsnit", "sundhed")]);
    assert_eq!((back.status, back.path), (200, section));
    assert_eq!(hand_in().path, format!("{path}/kvittering"));
}

/// The hidden fields that say that an answer goes along to another section: `s1-sundhed`.
fn along(page: &str) -> Vec<(String, String)> {
    let fields = page.split("type=\"hidden\" name=\"s").skip(1);
    let parse = |rest: &str| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (format!("s{name}"), rest.split('"').next().unwrap().to_owned())
    };
    fields.map(parse).collect()
}

fn letter_to(app: &TestApp, address: &str, subject: &str) -> Option<String> {
    let letters = std::fs::read_dir(&app.letters).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    letters.into_iter().find_map(|raw| {
        let letter = mail_parser::MessageParser::default().parse(&raw)?;
        let is_to = letter.to()?.first()?.address()? == address;
        (is_to && letter.subject()?.contains(subject)).then(|| letter.body_text(0).unwrap().into_owned())
    })
}

fn link_in_letter_to(app: &TestApp, address: &str) -> Option<String> {
    let text = letter_to(app, address, "")?;
    let (_, rest) = text.split_once("/svar/").expect("a letter holds a link");
    let token: String =
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect();
    Some(format!("/svar/{token}"))
}

fn a_schema_too_new_is_told_in_one_sentence_and_left_alone(app: &TestApp) {
    change(app, LATER);
    let running = Process::serve(app);
    change(app, TAKEN_AWAY);
    for arguments in [&["serve"][..], &["work"], &["migrate"], &["mail", "status"]] {
        let danish = app.pejl(arguments);
        assert_eq!(danish.code, 1, "{arguments:?}");
        let last = danish.stderr.trim().lines().last().unwrap();
        assert!(last.ends_with("Opgradér programmet.") && danish.stderr.lines().count() == 1, "{}", danish.stderr);
        let english = app.command().args(arguments).env("PEJL_LANGUAGE", "en").output().unwrap();
        assert!(String::from_utf8(english.stderr).unwrap().trim().ends_with("Upgrade the program."));
    }
    assert_eq!(app.pejl(&["doctor"]).code, 1);
    assert_eq!(app.service.db.schema_state().unwrap(), SchemaState::AheadUnusable);
    assert!(applied(&app.service.config.database_url).contains(&"20991231000001".to_owned()), "nothing is undone");
    assert_eq!(running.client().get("/login").status, 200, "who runs goes on until it is replaced");
}

/// The statements of a migration, in one line each and without comments.
fn statements(sql: &str) -> Vec<String> {
    let code: String =
        sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join(" ");
    let plain = code.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.split(';').map(str::trim).filter(|statement| !statement.is_empty()).map(str::to_owned).collect()
}

/// Why a migration does more than add; nothing where it only adds, or says that it does more and
/// raises `oldest` to an earlier version.
fn fault(sql: &str, earlier: &BTreeSet<String>) -> Option<String> {
    let all = statements(sql);
    let raised = all.iter().find_map(|one| one.strip_prefix("UPDATE compatibility SET oldest = '")?.strip_suffix('\''));
    if sql.lines().any(|line| line.starts_with("-- Takes away:")) {
        return match raised {
            Some(version) if earlier.contains(version) => None,
            _ => Some("takes away without raising `oldest` to an earlier migration".to_owned()),
        };
    }
    let mut made = BTreeSet::new();
    for one in all {
        let words: Vec<&str> = one.split_whitespace().collect();
        let adds = match words.as_slice() {
            ["CREATE", "TABLE", name, ..] => made.insert((*name).to_owned()),
            ["CREATE", "INDEX", ..] => true,
            // A new rule for an old table's rows, unless the table is new as well.
            ["CREATE", "UNIQUE", "INDEX", _, "ON", name, ..] | ["INSERT", "INTO", name, ..] => made.contains(*name),
            ["ALTER", "TABLE", _, "ADD", "COLUMN", _, _, rule @ ..] => match rule {
                [] => true,
                ["REFERENCES", _, column] => column.starts_with('('),
                ["NOT", "NULL", "DEFAULT", value] | ["DEFAULT", value] => !value.contains('('),
                _ => false,
            },
            _ => false,
        };
        if !adds {
            return Some(format!("does more than add: {one}"));
        }
    }
    None
}

#[test]
fn a_migration_only_adds_or_says_how_far_back_programs_may_be() {
    let mut folders: Vec<_> = std::fs::read_dir("migrations").unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut earlier = BTreeSet::new();
    for folder in folders {
        let sql = std::fs::read_to_string(folder.join("up.sql")).unwrap();
        assert_eq!(fault(&sql, &earlier), None, "{}", folder.display());
        earlier.insert(version(&folder));
    }
}

fn version(folder: &Path) -> String {
    let name = folder.file_name().unwrap().to_str().unwrap();
    name.split('_').next().unwrap().replace('-', "")
}

#[test]
fn a_migration_that_takes_away_is_found() {
    let earlier = BTreeSet::from(["1".to_owned()]);
    for wrong in [
        "DROP TABLE rounds;",
        "ALTER TABLE rounds RENAME COLUMN key TO name;",
        "ALTER TABLE rounds ADD COLUMN x TEXT NOT NULL;",
        "ALTER TABLE rounds ADD COLUMN x TEXT NOT NULL DEFAULT (random());",
        "ALTER TABLE rounds ADD COLUMN x TEXT CHECK (x <> '');",
        "CREATE UNIQUE INDEX one ON rounds (programme);",
        "UPDATE rounds SET key = '';",
        "DELETE FROM rounds; -- CREATE TABLE x (y TEXT)",
        "INSERT INTO rounds (id) VALUES ('x');",
        "CREATE TRIGGER t AFTER INSERT ON rounds BEGIN SELECT 1; END;",
        "-- Takes away: the column.\nALTER TABLE rounds DROP COLUMN key;",
        "-- Takes away: the column.\nALTER TABLE rounds DROP COLUMN key; UPDATE compatibility SET oldest = '2';",
    ] {
        assert!(fault(wrong, &earlier).is_some(), "{wrong}");
    }
    for right in [
        "CREATE TABLE x (y TEXT NOT NULL); CREATE UNIQUE INDEX z ON x (y); INSERT INTO x (y) VALUES ('1');",
        "ALTER TABLE rounds ADD COLUMN x INTEGER NOT NULL DEFAULT 0;\nALTER TABLE rounds ADD COLUMN z TEXT;",
        "-- Takes away: the column.\nALTER TABLE rounds DROP COLUMN key;\nUPDATE compatibility SET oldest = '1';",
    ] {
        assert_eq!(fault(right, &earlier), None, "{right}");
    }
}
