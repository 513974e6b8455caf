use super::*;
use crate::domain::base::import_errors::Problem;
use crate::domain::rounds::renames::{likely_renames, uncovered_without};

fn row(post: &str, areas: &str, email: &str) -> DirectoryRow {
    DirectoryRow {
        line: 2,
        municipality: "0151".parse().unwrap(),
        department: "Center".into(),
        post: post.into(),
        areas: areas.parse().unwrap(),
        name: "Testleder".into(),
        email: email.into(),
        phone: String::new(),
        language: None,
        from: None,
    }
}

fn entry(municipality: &str, title: &str) -> DirectoryEntry {
    let post_id = PostId::new();
    let post = Post {
        id: post_id.clone(),
        municipality_code: municipality.parse().unwrap(),
        department_id: DepartmentId::new(),
        title: title.into(),
        areas: "sundhed".parse().unwrap(),
    };
    let (name, email) = ("Testleder".into(), "a@example.org".into());
    let holder = Holder { post_id, name, email, phone: String::new(), language: Language::English };
    DirectoryEntry { post, department: "Center".into(), holder: Some(holder), retired_at: None, planned: None }
}

#[test]
fn areas_are_equal_in_any_order() {
    let areas: Areas = "skole|sundhed|skole".parse().unwrap();
    assert_eq!(areas.as_str(), "sundhed|skole");
    assert_eq!(areas.iter().collect::<Vec<_>>(), [Area::Health, Area::Schools]);
    assert!(areas.contains(Area::Schools) && !areas.contains(Area::HealthVisitors));
    assert!("".parse::<Areas>().is_err() && "sundhed|x".parse::<Areas>().is_err());
}

#[test]
fn an_import_is_compared_before_it_is_written() {
    let existing = [entry("0151", "Same"), entry("0151", "Other"), entry("0151", "Gone"), entry("0751", "Far")];
    let rows = [
        row("Same", "sundhed", "a@example.org"),
        row("Other", "skole|sundhed", "b@example.org"),
        row("New", "skole", ""),
    ];
    let diff = compare(&existing, &rows);
    assert_eq!((diff.new, diff.unchanged), (vec![&rows[2]], 1));
    assert_eq!(diff.missing, [&existing[2]]);
    let changes: Vec<_> =
        diff.changed[0].differences.iter().map(|one| (one.field.as_str(), &*one.before, &*one.after)).collect();
    assert_eq!(changes, [("areas", "sundhed", "sundhed|skole"), ("email", "a@example.org", "b@example.org")]);
}

#[test]
fn a_file_without_languages_changes_none() {
    let existing = [entry("0151", "Same")];
    let mut rows = [row("Same", "sundhed", "a@example.org")];
    assert_eq!(compare(&existing, &rows).unchanged, 1);
    rows[0].language = Some(Language::Danish);
    assert_eq!(compare(&existing, &rows).changed[0].differences[0].field, DirectoryField::Language);
}

#[test]
fn a_retired_post_is_not_missing_and_comes_back_where_a_file_names_it() {
    let retired_at = Some(chrono::NaiveDateTime::default());
    let retired = |title| DirectoryEntry { retired_at, ..entry("0151", title) };
    let existing = [retired("Same"), retired("Gone")];
    let rows = [row("Same", "sundhed", "a@example.org")];
    let diff = compare(&existing, &rows);
    assert!(diff.missing.is_empty() && diff.unchanged == 1);
    assert_eq!(diff.restored, [&existing[0]]);
}

#[test]
fn a_new_post_is_likely_an_old_one_by_its_holder_or_as_the_only_one_of_its_place() {
    let likely = |existing: &[DirectoryEntry], rows: &[DirectoryRow]| -> Vec<(String, String)> {
        let pairs = likely_renames(&compare(existing, rows)).into_iter();
        pairs.map(|(entry, row)| (entry.post.title.clone(), row.post.clone())).collect()
    };
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let old = [entry("0151", "Old"), entry("0751", "Far")];
    assert_eq!(likely(&old, &[row("New", "skole", "A@example.org")]), [pair("Old", "New")], "by address");
    assert_eq!(likely(&old, &[row("New", "sundhed", "b@example.org")]), [pair("Old", "New")], "by place");
    assert!(likely(&old, &[row("New", "skole", "b@example.org")]).is_empty());
    let mut two = [row("New", "sundhed", ""), row("Newer", "sundhed", "")];
    two[1].line = 3;
    assert!(likely(&old, &two).is_empty(), "nobody knows which");
    let twins = [entry("0151", "Old"), entry("0151", "Older")];
    assert!(likely(&twins, &[row("New", "skole", "a@example.org")]).is_empty(), "nor here");
}

#[test]
fn areas_that_nobody_else_covers_are_told() {
    let mut all = [entry("0151", "One"), entry("0151", "Two"), entry("0151", "Three")];
    all[0].post.areas = "sundhed|skole".parse().unwrap();
    all[2].post.areas = "skole".parse().unwrap();
    assert!(uncovered_without(&all, &all[0].post.id).is_empty());
    all[2].retired_at = Some(chrono::NaiveDateTime::default());
    assert_eq!(uncovered_without(&all, &all[0].post.id), [Area::Schools]);
}

#[test]
fn a_holder_from_a_later_day_is_planned_once() {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let mut existing = [entry("0151", "Same")];
    let mut rows = [DirectoryRow { from: Some(day("2026-12-01")), ..row("Same", "sundhed", "b@example.org") }];
    look_ahead(&mut rows, day("2026-11-01")).unwrap();
    let fields = |existing: &[DirectoryEntry], rows: &[DirectoryRow]| -> Vec<&str> {
        let changed = compare(existing, rows).changed.into_iter().flat_map(|changed| changed.differences);
        changed.map(|difference| difference.field.as_str()).collect()
    };
    assert_eq!(fields(&existing, &rows), ["email", "from_date"]);
    let holder = Holder { email: "b@example.org".into(), ..existing[0].holder.clone().unwrap() };
    existing[0].planned = Some(PlannedHolder::from(day("2026-12-01"), holder));
    assert_eq!(compare(&existing, &rows).unchanged, 1, "that is planned already");
    rows[0].name = "Another".into();
    assert_eq!(fields(&existing, &rows), ["name", "email"], "another person on the same day");
    look_ahead(&mut rows, day("2026-12-01")).unwrap();
    assert_eq!((rows[0].from, fields(&existing, &rows)), (None, vec!["name", "email"]), "the day has come");
    rows[0].from = Some(day("2028-01-01"));
    assert_eq!(look_ahead(&mut rows, day("2026-12-01")).unwrap_err()[0].problem, Problem::TooFarAhead(366));
}
