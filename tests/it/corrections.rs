//! A published edition is put right by a minor one, over which every figure stays what it was.

use pejl::commands;
use pejl::commands::catalogue::drafts;
use pejl::domain::Text;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Role;
use pejl::domain::catalogue::drafts::{Content, Edit, Item, Meaning};
use pejl::domain::rounds::programmes::Programme;
use pejl::domain::rounds::{NewRound, Rule};
use pejl::{editions, store};

use crate::app::TestApp;
use crate::scoring_example::{import_answers, import_example, run};
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::session;

on_both_databases!(
    a_correction_says_why_wherever_it_is_shown_and_is_what_programmes_ask,
    figures_over_a_correction_are_those_of_one_edition,
    a_correction_that_ends_what_compares_is_published_only_when_that_is_accepted,
);

const REASON: &str = "Spørgsmålet havde en stavefejl";

fn by(app: &TestApp) -> By {
    By::command_line(app.service.now())
}

/// A question that is asked about a recommendation, by its key.
fn question(app: &TestApp, edition: &str) -> String {
    let edition = app.read(|conn| editions::load(conn, edition));
    edition.questions.iter().find(|one| one.recommendation.is_some()).unwrap().key.clone()
}

/// Writes a question of a correction in other words.
fn reword(app: &TestApp, (edition, text): (&str, &str), meaning: Meaning) {
    let item = Item::Question(question(app, edition));
    let (draft, revision) = app.read(|conn| {
        let stored = store::editions::find(conn, edition)?.unwrap();
        Ok((editions::draft(conn, &stored)?, stored.revision))
    });
    let Some(Content::Question(mut content)) = draft.content(&item) else { panic!("no question") };
    content.text = Text::from(text);
    let edit = Edit::Change(item, Content::Question(content), meaning);
    drafts::edit(&app.service.db, edition, (revision, &edit), &by(app)).unwrap();
}

fn publish(app: &TestApp, edition: &str, more: &[(&str, &str)]) -> Answer {
    let admin = session(app, &format!("u{}@example.org", more.len()), Role::Admin, &[]);
    let hash = app.read(|conn| Ok(store::editions::find_hash(conn, edition)?)).unwrap();
    let fields = [&[("key", edition), ("hash", hash.as_str())], more].concat();
    Wire::new(app).post(&format!("/catalogue/{edition}/publication"), &admin, &form(&fields))
}

/// Begins the correction of an edition on its page.
fn correct(app: &TestApp, edition: &str) -> String {
    let admin = session(app, &format!("retter-{edition}@example.org"), Role::Admin, &[]);
    let mut wire = Wire::new(app);
    let page = wire.get(&format!("/catalogue/{edition}"), &admin);
    assert!(page.body.contains(&format!("/catalogue/{edition}/correction")), "{}", page.body);
    let path = format!("/catalogue/{edition}/correction");
    let without = wire.post(&path, &admin, &form(&[("reason", " "), ("reason_en", "A <slip>")]));
    assert!(without.status == 422 && without.body.contains("A &lt;slip&gt;"), "{}", without.body);
    let begun = wire.post(&path, &admin, &form(&[("reason", REASON), ("reason_en", "A slip")]));
    assert_eq!(begun.status, 303, "{}", begun.body);
    begun.header("location").trim_start_matches("/drafts/").trim_end_matches("?saved=yes").to_owned()
}

fn a_correction_says_why_wherever_it_is_shown_and_is_what_programmes_ask(app: &TestApp) {
    import_example(app);
    let key = correct(app, "2018");
    assert_eq!(key, "2018.1");
    let asked = |programme: &Programme| {
        app.read(|conn| commands::programmes::find_edition(conn, programme)).unwrap().0.key.clone()
    };
    let newest = Programme::usual(app.service.now());
    let named = Programme { edition: Some("2018".to_owned()), ..newest.clone() };
    assert_eq!((asked(&newest), asked(&named)), ("2018".to_owned(), "2018".to_owned()), "it is a draft still");
    reword(app, (&key, "Hvor langt er I?"), Meaning::Corrected);
    assert_eq!(publish(app, &key, &[]).status, 303);
    assert_eq!((asked(&newest), asked(&named)), (key.clone(), key.clone()));

    let admin = session(app, "laeser@example.org", Role::Admin, &[]);
    let mut wire = Wire::new(app);
    let edition = app.read(|conn| editions::load(conn, &key));
    let package = &edition.packages[0];
    for path in [
        "/catalogue".to_owned(),
        format!("/catalogue/{key}"),
        "/catalogue/2018".to_owned(),
        format!("/catalogue/{key}/{}", package.key),
        format!("/catalogue/{key}/{}/{}", package.key, package.recommendations[0].key),
        format!("/catalogue/{key}/preview"),
        format!("/catalogue/2018/changes/{key}"),
        format!("/catalogue/2018/crosswalk/{key}"),
    ] {
        let page = wire.get(&path, &admin);
        assert!(page.status == 200 && page.body.contains(REASON), "{path}: {}", page.body);
    }
    // One correction after the other, each of the last one.
    let again = wire.get("/catalogue/2018/correction", &admin);
    assert!(again.status == 409 && again.body.contains(&key), "{}", again.body);
    assert!(!wire.get("/catalogue/2018", &admin).body.contains("/catalogue/2018/correction"));
    assert_eq!(correct(app, &key), "2018.2");
}

/// A round of a programme with the answers of the example, in which one of two answers may be another.
fn answered(app: &TestApp, (programme, key, edition): (&str, &str, &str), (year, is_later): (i32, bool)) {
    let opens_on = chrono::NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
    let new = NewRound {
        key: key.to_owned(),
        programme: programme.to_owned(),
        edition: edition.to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + chrono::Days::new(30),
        rule: Rule::Mean,
        min_coverage: 0.0,
        is_test: false,
        is_historic: true,
    };
    let db = &app.service.db;
    commands::rounds::create(db, &new, &by(app)).unwrap();
    let answers = std::fs::read_to_string("tests/data/scoring-example/answers-2018.csv").unwrap();
    let answers = if is_later { answers.replace(";roed;", ";groen;").replace(";nogen;", ";hoej;") } else { answers };
    commands::answer_imports::import(db, key, answers.as_bytes(), &by(app)).unwrap();
}

fn figures_over_a_correction_are_those_of_one_edition(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let key = correct(app, "2018");
    reword(app, (&key, "Hvor langt er I?"), Meaning::Corrected);
    assert_eq!(publish(app, &key, &[]).status, 303);
    // The same, the correction later, and the correction earlier: a round may go on with the edition as it was.
    for (programme, first, second) in [("ens", "2018", "2018"), ("efter", "2018", &key), ("foer", &key, "2018")] {
        answered(app, (programme, &format!("{programme}-a"), first), (2019, false));
        answered(app, (programme, &format!("{programme}-b"), second), (2020, true));
    }
    let of = |programme: &str| run(app, &format!("changes export --round {programme}-b"));
    let expected = of("ens");
    let is_figure = |line: &&str| line.rsplit(';').next().is_some_and(|change| !["", "0"].contains(&change.trim()));
    assert!(expected.lines().skip(1).filter(is_figure).count() > 0, "changes to compare: {expected}");
    assert_eq!(of("efter"), expected);
    assert_eq!(of("foer"), expected);
    // The worked example over the correction: against 2013, two crosswalks back.
    let days = "--opens 2018-06-01 --closes 2018-07-01";
    run(app, &format!("round create --key rettet --edition {key} {days} --historic"));
    run(app, "answers import --round rettet tests/data/scoring-example/answers-2018.csv");
    let worked = run(app, "changes export --round 2018");
    assert_eq!(run(app, "changes export --round rettet"), worked);

    let admin = session(app, "kurve@example.org", Role::Admin, &[]);
    let mut wire = Wire::new(app);
    for place in ["", "/municipalities/0151"] {
        let mut trend = |programme: &str| {
            let file = wire.get(&format!("/rounds/{programme}-b{place}/trend/scores.csv"), &admin);
            assert_eq!(file.status, 200, "{}", file.body);
            file.body.replace(&format!("{programme}-"), "").replace(&key, "2018")
        };
        let expected = trend("ens");
        let goes_on = expected.lines().any(|line| line.trim().ends_with(";1"));
        assert!(goes_on || place.is_empty(), "of one municipality there is no country to show: {expected}");
        assert_eq!(trend("efter"), expected);
        assert_eq!(trend("foer"), expected);
    }
}

fn a_correction_that_ends_what_compares_is_published_only_when_that_is_accepted(app: &TestApp) {
    import_example(app);
    let key = correct(app, "2018");
    reword(app, (&key, "Et helt andet spørgsmål?"), Meaning::New);
    let ran = app.pejl(&["catalogue", "publish", &key]);
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    let refused = publish(app, &key, &[]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("name=\"breaks\"") && refused.body.contains("#breaks"), "{}", refused.body);
    assert_eq!(publish(app, &key, &[("breaks", "yes")]).status, 303);
    // An edition from a file that corrects another is linked to it wherever it says the same.
    let stored = app.read(|conn| Ok(store::editions::find(conn, &key)?)).unwrap();
    let file = stored.document.replace("edition: \"2018.1\"", "edition: \"2018.2\"");
    let file = file.replace("corrects: \"2018\"", "corrects: \"2018.1\"");
    commands::catalogue::import(&app.service.db, file.as_bytes(), &by(app)).unwrap();
    let linked = app.read(|conn| editions::find_crosswalk(conn, "2018.1", "2018.2")).unwrap();
    let edition = app.read(|conn| editions::load(conn, "2018.2"));
    assert_eq!((linked.links.len(), linked.corrects), (edition.questions.len(), true));
    assert_eq!(app.pejl(&["catalogue", "publish", "2018.2"]).code, 0);
}
