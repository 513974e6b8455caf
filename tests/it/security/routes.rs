//! The route table, read from its source.

use std::collections::BTreeSet;

use pejl::domain::catalogue::drafts::ItemKind;
use pejl::domain::catalogue::shapes::RESERVED_PACKAGE_KEYS;

use crate::source::{root, sources};

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub method: String,
    pub path: String,
}

impl Route {
    /// Whether a path without its query is one of this route's.
    pub fn matches(&self, method: &str, path: &str) -> bool {
        let (own, given): (Vec<&str>, Vec<&str>) = (self.path.split('/').collect(), path.split('/').collect());
        self.method == method && own.len() == given.len() && own.iter().zip(&given).all(|(own, given)| fits(own, given))
    }
}

/// Whether a part between slashes is one that a route's part names, in which each variable stands for a letter at least.
fn fits(own: &str, given: &str) -> bool {
    let Some((before, rest)) = own.split_once('{') else { return own == given };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    let Some(given) = given.strip_prefix(before) else { return false };
    let mut ends = given.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.any(|end| fits(after, &given[end..]))
}

/// The route that the service would choose: the one named most exactly.
pub fn find<'a>(table: &'a [Route], method: &str, path: &str) -> Option<&'a Route> {
    let path = path.split('?').next().unwrap();
    let matching = table.iter().filter(|route| route.matches(method, path));
    matching.max_by_key(|route| {
        route.path.split('{').map(|part| part.rsplit('}').next().unwrap_or_default().len()).sum::<usize>()
    })
}

/// Where the table stands: pages, what is for programs, what helps municipalities on, and what a personal link opens.
const TABLE: [&str; 4] = ["web/routes.rs", "web/routes/api.rs", "web/routes/practice.rs", "web/routes/respondents.rs"];

/// Every route of the table, with the scope that it stands in.
pub fn table() -> Vec<Route> {
    let read = |path: &str| std::fs::read_to_string(root().join("src").join(path)).unwrap();
    let source = TABLE.map(read).join("\n");
    let mut table = Vec::new();
    for function in
        source.split("\nfn ").flat_map(|part| part.split("\npub fn ")).flat_map(|part| part.split("\npub(super) fn "))
    {
        let scope = function.split("web::scope(\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
        for route in function.split(".route(").skip(1) {
            let mut parts = route.trim_start()[1..].splitn(2, '"');
            let path = without_patterns(&format!("{scope}{}", parts.next().unwrap()));
            let method = parts.next().unwrap().trim_start_matches(',').trim_start().split("()").next().unwrap();
            let method = method.trim_start_matches("web::").to_uppercase();
            assert!(["GET", "POST"].contains(&method.as_str()), "a route of another kind: {path} {method}");
            table.push(Route { method, path });
        }
    }
    table
}

/// A path whose variables have names alone, without what may stand for them.
fn without_patterns(path: &str) -> String {
    let parts = path.split('{').map(|part| match (part.split_once(':'), part.split_once('}')) {
        (Some((name, _)), Some((_, after))) => format!("{name}}}{after}"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("{")
}

#[test]
fn the_route_table_is_all_in_one_place() {
    let table = table();
    assert!(table.len() > 50, "{} routes", table.len());
    let route = |method: &str, path: &str| Route { method: method.to_owned(), path: path.to_owned() };
    for known in [route("GET", "/"), route("POST", "/svar/{token}/afsnit/{area}/kladde"), route("GET", "/svar/{token}")]
    {
        assert!(table.contains(&known), "{known:?}");
    }
    let elsewhere: Vec<String> = sources()
        .iter()
        // Those who watch the service have a listener of their own, which is not public.
        .filter(|source| !TABLE.contains(&source.path.as_str()) && source.path != "web/operations.rs")
        .flat_map(|source| {
            source.faults(|line| [".route(\"", "web::resource", "web::scope"].iter().any(|way| line.contains(way)))
        })
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}

#[test]
fn no_word_of_an_address_stands_where_a_key_of_the_catalogue_does() {
    let mut words = BTreeSet::new();
    let table = table();
    for Route { path, .. } in &table {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let word = |at: usize| parts.get(at).copied().filter(|part| !part.starts_with('{'));
        match parts[0] {
            // Editions stand first, their packages second.
            "catalogue" => {
                assert_eq!(word(1), None, "{path}");
                words.extend(word(2));
            }
            // Editions stand first; kinds of things second, and their keys third.
            "drafts" => {
                assert_eq!(word(1), None, "{path}");
                assert!(word(2).is_none_or(|word| word.parse::<ItemKind>().is_err()), "{path}");
                assert!(word(2).is_some() || word(3).is_none(), "{path}");
            }
            _ => {}
        }
    }
    let reserved = BTreeSet::from(RESERVED_PACKAGE_KEYS.map(str::to_owned));
    assert_eq!(words.into_iter().map(str::to_owned).collect::<BTreeSet<String>>(), reserved);
}
