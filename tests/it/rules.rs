//! Rules about the code that no lint knows. Those that one knows stand in Cargo.toml and clippy.toml.

use std::collections::BTreeSet;

use crate::source::{Source, sources, texts};

/// No file is longer, so that each is about one thing.
const MOST_LINES: usize = 300;

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "\n{rule}\n{}\n", faults.join("\n"));
}

fn faults(sources: &[Source], in_scope: impl Fn(&Source) -> bool, is_fault: impl Fn(&str) -> bool) -> Vec<String> {
    sources.iter().filter(|source| in_scope(source)).flat_map(|source| source.faults(&is_fault)).collect()
}

#[test]
fn files_stay_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| source.path != "schema.rs" && source.text.lines().count() > MOST_LINES)
        .map(|source| format!("src/{}: {} lines", source.path, source.text.lines().count()))
        .collect();
    assert_none(&long, "A file has at most 300 lines; a second concept is a second file.");
}

#[test]
fn only_one_file_begins_transactions() {
    let begins =
        ["begin_transaction", "begin_test_transaction", ".transaction(", "::transaction(", "immediate_transaction"];
    let found =
        faults(&sources(), |source| source.path != "store/db.rs", |line| begins.iter().any(|word| line.contains(word)));
    assert_none(&found, "Transactions begin in Db::write of src/store/db.rs and nowhere else.");
}

#[test]
fn only_the_store_queries() {
    let may_query = ["schema", "domain", "error", "store"];
    let found = faults(
        &sources(),
        |source| !may_query.contains(&source.module()),
        |line| ["diesel::", "diesel_migrations::", "use diesel"].iter().any(|word| line.contains(word)),
    );
    assert_none(&found, "SQL stands in src/store; the domain only derives its rows.");
}

#[test]
fn store_functions_take_the_connection_first() {
    let mut found = Vec::new();
    for source in sources() {
        if source.module() != "store" || ["store/db.rs", "store/connections.rs"].contains(&source.path.as_str()) {
            continue;
        }
        for (place, (number, line)) in source.code.iter().enumerate() {
            if !line.starts_with("pub fn ") && !line.starts_with("pub(crate) fn ") {
                continue;
            }
            // A long list of parameters begins on the next line.
            let next = source.code.get(place + 1).map_or("", |(_, next)| next.trim());
            let parameters = line.split_once('(').map_or("", |(_, parameters)| parameters);
            let first = if parameters.is_empty() { next } else { parameters };
            if !first.starts_with("conn: &mut Conn") {
                found.push(format!("src/{}:{number}: {line}", source.path));
            }
        }
    }
    assert_none(&found, "A public function of the store begins with `conn: &mut Conn`.");
}

#[test]
fn only_one_module_writes_markup_that_is_not_escaped() {
    let modules: BTreeSet<String> = sources()
        .iter()
        .filter(|source| !source.faults(|line| line.contains("PreEscaped")).is_empty())
        .map(|source| source.path.clone())
        .collect();
    assert!(modules.len() <= 1, "PreEscaped stands in one module at most, but is in {modules:?}");
}

#[test]
fn every_text_is_used() {
    let code: String = sources().into_iter().map(|source| source.text).collect();
    for language in ["da", "en"] {
        let file = texts(language);
        let unused: Vec<String> = keys(&file)
            .into_iter()
            .filter(|key| !code.contains(&format!("\"{key}\"")) && !file.contains(&format!("{{ {key} }}")))
            .collect();
        assert_none(&unused, &format!("Texts of locales/{language} that nothing shows:"));
    }
}

/// The keys of a Fluent file: what begins a line and is followed by `=`.
fn keys(file: &str) -> Vec<String> {
    let starts = file.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    starts.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().to_owned()).collect()
}

#[test]
fn the_reader_of_code_leaves_tests_and_comments_out() {
    let read = sources();
    let of = |path: &str| read.iter().find(|source| source.path == path);
    assert!(of("charts/tests.rs").is_none(), "a file of tests is no source");
    let clock = of("clock.rs").unwrap();
    assert!(clock.faults(|line| line.contains("The only reader")).is_empty(), "a comment is no code");
    let config = of("config.rs").unwrap();
    assert!(config.text.contains("mod tests") && config.faults(|line| line.contains("mod tests")).is_empty());
}

#[test]
fn every_cited_rule_of_the_figures_is_there() {
    let contract = std::fs::read_to_string("docs/scoring.md").unwrap();
    let sections: BTreeSet<&str> =
        contract.lines().filter_map(|line| line.strip_prefix("## ")?.split('.').next()).collect();
    let mut cited = BTreeSet::new();
    let mut missing = Vec::new();
    for source in sources() {
        for line in source.text.lines().filter(|line| line.contains("scoring.md")) {
            for number in line.split('§').skip(1).filter_map(|rest| rest.get(..1)) {
                cited.insert(number.to_owned());
                if !sections.contains(number) {
                    missing.push(format!("src/{}: §{number}", source.path));
                }
            }
        }
    }
    assert!(cited.len() > 4, "{cited:?}");
    assert_none(&missing, "A rule that the code cites stands in docs/scoring.md.");
}

#[test]
fn who_shows_figures_sees_only_what_the_dashboards_give() {
    let shows = |source: &Source| ["views", "files", "charts", "api"].contains(&source.module());
    let found = faults(&sources(), shows, |line| line.contains("domain::scoring"));
    assert_none(
        &found,
        "Pages, files, charts and the API render the structs of domain/dashboards and see no other figure.",
    );
}
