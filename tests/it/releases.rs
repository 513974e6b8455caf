//! Releases: what is published stands, whatever happens to what it was made from.

use diesel::connection::SimpleConnection;

use crate::app::TestApp;
use crate::backup::world::sums;
use crate::fixtures::admin;
use crate::scoring_example::{import_answers, import_example, refused, run};

on_both_databases!(
    what_is_published_stands_whatever_happens_to_what_it_was_made_from,
    a_release_that_is_not_what_was_published_is_found,
);

/// Every figure of the later round.
fn figures(app: &TestApp) -> [String; 2] {
    ["scores export --round 2018", "changes export --round 2018"].map(|file| run(app, file))
}

/// Other answers in the baseline round than those that were there.
fn change_the_baseline(app: &TestApp) {
    run(app, "answers withdraw --round 2013");
    let answers = std::fs::read_to_string("tests/data/scoring-example/answers-2013.csv").unwrap();
    let file = app.folder().join("changed.csv");
    std::fs::write(&file, answers.replace(";gul;", ";roed;")).unwrap();
    run(app, &format!("answers import --round 2013 {}", file.display()));
}

fn what_is_published_stands_whatever_happens_to_what_it_was_made_from(app: &TestApp) {
    import_example(app);
    assert!(refused(app, "release publish 2018").contains("ingen tal at offentliggøre"));
    import_answers(app);
    let published = figures(app);
    run(app, "release publish 2018");
    assert!(refused(app, "release publish 2018 --reason Igen").contains("intet at rette"));

    // The answers of the round and of its baseline, the links between them: none moves a published figure.
    change_the_baseline(app);
    app.write(|conn| Ok(conn.batch_execute("DELETE FROM crosswalks")?));
    assert_eq!(figures(app), published);
    let seen = admin(app);
    let country = seen.get("/rounds/2018/country").body;
    assert!(country.contains("Tallene er offentliggjort og ligger fast."), "{country}");
    let told = run(app, "release verify 2018");
    assert!(told.contains("som offentliggjort") && told.contains("svarene i runde 2013 er ændret siden"), "{told}");

    // A correction takes the change in, says why, and leaves the first release as it was.
    let page = seen.get("/rounds/2018/releases").body;
    assert!(page.contains("bliver anderledes end i offentliggørelse 1"), "{page}");
    let without_reason = seen.post("/rounds/2018/releases", &[("reason", " ")]);
    assert_eq!(without_reason.status, 422);
    assert!(without_reason.body.contains("Skriv, hvorfor tallene rettes"), "{}", without_reason.body);
    let corrected = seen.post("/rounds/2018/releases", &[("reason", "Svarene fra 2013 var <forkerte>")]);
    assert_eq!(corrected.status, 200, "{}", corrected.body);
    assert!(corrected.body.contains("Svarene fra 2013 var &lt;forkerte&gt;"), "{}", corrected.body);
    assert!(corrected.body.contains("Intet er ændret siden offentliggørelse 2"), "{}", corrected.body);
    let now = figures(app);
    assert_ne!(now[1], published[1]);
    for (number, [scores, changes]) in [(1, &published), (2, &now)] {
        let file = |name: &str| seen.get(&format!("/rounds/2018/releases/{number}/{name}.csv")).body;
        let plain = |text: String| text.trim_start_matches('\u{feff}').replace(',', ".");
        assert_eq!(plain(file("scores")), *scores, "{number}");
        assert_eq!(plain(file("changes")), *changes, "{number}");
    }
    let [older, newer] = [1, 2].map(|number| seen.get(&format!("/rounds/2018/releases/{number}")).body);
    assert!(older.contains("Der er en nyere") && !newer.contains("Der er en nyere"), "{older}");

    // Both are carried by a backup.
    let sums = sums(&crate::backup::world::back_up(app, "releases.backup"));
    assert!(sums.contains("\"name\":\"releases\"") && sums.contains("\"name\":\"released_counts\""), "{sums}");
}

fn a_release_that_is_not_what_was_published_is_found(app: &TestApp) {
    import_example(app);
    import_answers(app);
    assert!(run(app, "release verify").contains("Ingen runde er offentliggjort"));
    run(app, "release publish 2018");
    run(app, "release verify");
    let tamper = |sql: &str| app.write(|conn| Ok(conn.batch_execute(sql)?));
    tamper("UPDATE releases SET changes = replace(changes, '.', ',')");
    let ran = app.pejl(&["release", "verify"]);
    assert_eq!((ran.code, ran.stderr.contains("1 offentliggørelse er ikke i orden")), (1, true), "{}", ran.stderr);
    for told in ["ikke det, der blev offentliggjort", "tallene følger ikke af det"] {
        assert!(ran.stdout.contains(told), "{}", ran.stdout);
    }
    assert!(app.pejl(&["doctor"]).stdout.contains("ikke, som den blev offentliggjort"));
    tamper("UPDATE releases SET changes = replace(changes, ',', '.')");
    run(app, "release verify");
    tamper("UPDATE released_counts SET returned = returned + 1");
    assert_eq!(app.pejl(&["release", "verify"]).code, 1);
}
