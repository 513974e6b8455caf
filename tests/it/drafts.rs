//! Drafts of editions as two administrators edit them, and their history.

use pejl::commands::catalogue::drafts::copy;
use pejl::domain::Text;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Role;
use pejl::{editions, store};

use crate::app::TestApp;
use crate::scoring_example::import_example;
use crate::security::wire::{Answer, Wire, encode, form};
use crate::security::world::session;

on_both_databases!(
    the_later_of_two_administrators_is_told_sees_both_values_and_chooses,
    of_two_who_save_at_the_same_moment_one_is_told,
    any_two_revisions_are_held_against_each_other,
);

const PACKAGE: &str = "/drafts/2026/packages/tobak";

/// 2026 as a copy of the example's newest edition, and two administrators.
fn desk(app: &TestApp) -> [String; 2] {
    import_example(app);
    let by = By::command_line(app.service.now());
    copy(&app.service.db, ("2018", "2026"), &Text::from("Pakker 2026"), &by).unwrap();
    ["anna@example.org", "bo@example.org"].map(|email| session(app, email, Role::Admin, &[]))
}

/// The fields of the form on a page, as a browser would send them.
fn value<'a>(page: &'a Answer, name: &str) -> &'a str {
    let field = page.body.split(&format!(" name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("{name}: {}", page.body));
    let tag = field.split('>').next().unwrap();
    tag.split(" value=\"").nth(1).map_or("", |value| value.split('"').next().unwrap())
}

fn save(app: &TestApp, who: &str, page: &Answer, title: &str) -> Answer {
    let fields = [("title", title), ("title_en", value(page, "title_en")), ("link", value(page, "link"))];
    let fields = [&fields[..], &[("key", "tobak"), ("revision", value(page, "revision"))]].concat();
    Wire::new(app).post(PACKAGE, who, &form(&fields))
}

fn title(app: &TestApp) -> String {
    let edition = app.read(|conn| editions::load(conn, "2026"));
    edition.packages[edition.find_package("tobak").unwrap()].title.da.clone()
}

fn the_later_of_two_administrators_is_told_sees_both_values_and_chooses(app: &TestApp) {
    let [anna, bo] = desk(app);
    let [annas, bos] = [&anna, &bo].map(|who| Wire::new(app).get(PACKAGE, who));
    assert_eq!(save(app, &anna, &annas, "Annas titel").status, 303);
    let told = save(app, &bo, &bos, "Bos \"titel\"");
    assert_eq!(told.status, 409);
    assert!(told.body.contains("<td") && told.body.contains("Annas titel"), "what she saved: {}", told.body);
    assert_eq!(value(&told, "title"), "Bos &quot;titel&quot;", "nothing that he typed is lost");
    assert_eq!(title(app), "Annas titel", "and nothing was written");
    // He may take hers by leaving the page, or go on with his: the form is made from her revision now.
    let saved = save(app, &bo, &told, "Bos \"titel\"");
    assert_eq!((saved.status, title(app).as_str()), (303, "Bos \"titel\""));
    // She is told in turn, and of something else neither is.
    assert_eq!(save(app, &anna, &annas, "Igen").status, 409);
    let scale = app.read(|conn| editions::load(conn, "2026")).scales[0].key.clone();
    let fields = [("label", "Trafiklys, omdøbt"), ("key", scale.as_str()), ("revision", value(&annas, "revision"))];
    let other = Wire::new(app).post(&format!("/drafts/2026/scales/{scale}"), &anna, &form(&fields));
    assert_eq!(other.status, 303, "{}", other.body);
    let authors = app.read(|conn| Ok(store::edition_revisions::list(conn, "2026")?));
    let authors: Vec<Option<&str>> = authors.iter().map(|one| one.author.as_deref()).collect();
    let (anna, bo) = (Some("anna@example.org"), Some("bo@example.org"));
    assert_eq!(authors, [anna, bo, anna, None]);
}

fn of_two_who_save_at_the_same_moment_one_is_told(app: &TestApp) {
    let both = desk(app);
    for round in 0..5 {
        let pages = both.each_ref().map(|who| Wire::new(app).get(PACKAGE, who));
        let saved: Vec<u16> = std::thread::scope(|scope| {
            let threads: Vec<_> = both
                .iter()
                .zip(&pages)
                .map(|(who, page)| scope.spawn(move || save(app, who, page, &format!("{round} {}", &who[..6])).status))
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let mut saved = saved;
        saved.sort_unstable();
        assert_eq!(saved, [303, 409]);
    }
}

fn any_two_revisions_are_held_against_each_other(app: &TestApp) {
    let [anna, bo] = desk(app);
    for (who, text) in [(&anna, "Tobak og røg"), (&bo, "Tobak og nikotin")] {
        let page = Wire::new(app).get(PACKAGE, who);
        assert_eq!(save(app, who, &page, text).status, 303);
    }
    let mut wire = Wire::new(app);
    let question = app.read(|conn| editions::load(conn, "2026")).questions[0].key.clone();
    let links = "/catalogue/2018/crosswalk/2026/links";
    let link = form(&[("from", question.as_str()), ("to", &question), ("relation", "reworded")]);
    assert_eq!(wire.post(links, &bo, &link).status, 303);
    let history = wire.get("/drafts/2026/history", &anna).body;
    assert!(history.contains("/drafts/2026/differences?from=1&amp;to=2"), "{history}");
    assert!(history.contains("bo@example.org") && history.contains("Fortryd"), "{history}");
    let mut between = |from: &str, to: &str| {
        let page = wire.get(&format!("/drafts/2026/differences?from={from}&to={}", encode(to)), &anna);
        assert_eq!(page.status, 200, "{}", page.body);
        page.body
    };
    let last = between("1", "2");
    assert!(last.contains("<del>Tobak og røg</del>") && last.contains("<ins>Tobak og nikotin</ins>"), "{last}");
    assert!(last.contains("Fra nr. 1 til nr. 2: 1 forskel") && last.contains("bo@example.org"), "{last}");
    let all = between("0", "3");
    assert!(all.contains("<ins>Tobak og nikotin</ins>") && !all.contains("Tobak og røg</ins>"), "{all}");
    assert!(all.contains("2 forskelle") && all.contains("<ins>Omformuleret</ins>"), "{all}");
    assert!(between("3", "1").contains("<del>Tobak og nikotin</del>"), "backwards, too");
    assert!(between("2", "2").contains("ingen forskelle"));
}
