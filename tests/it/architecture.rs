//! Which module may name which: the dependency rule of ARCHITECTURE.md, held against the source.

use std::collections::BTreeSet;

use crate::source::{Source, sources};

/// Every top-level module and those that it may name. Each line says it all: what a module may use
/// is not inherited. A new module gets its line here.
///
/// ```text
/// schema <- domain <- error <- store <- mail <- commands <- web, cli, jobs <- main
/// views, charts, files, api -> domain only, and the leaves assets and texts
/// config and clock for whoever stands at an edge; editions keeps parsed editions at hand;
/// results reads what scores are made of, exports what is written to files, and releases freezes both
/// ```
const MAY_NAME: [(&str, &[&str]); 28] = [
    ("schema", &[]),
    ("domain", &["schema"]),
    ("error", &["domain"]),
    ("store", &["schema", "domain", "error"]),
    // Leaves.
    ("assets", &[]),
    ("clock", &[]),
    ("config", &["domain"]),
    ("texts", &["domain"]),
    // The conversation with a provider of sign-in.
    ("oidc", &["domain", "config"]),
    // Values in, text out.
    ("charts", &["domain", "texts"]),
    ("files", &["domain", "texts"]),
    ("api", &["domain", "texts"]),
    ("views", &["domain", "assets", "texts", "charts"]),
    // What happens.
    ("editions", &["domain", "error", "store", "files"]),
    ("exports", &["domain", "error", "store", "editions", "files", "results"]),
    ("paces", &["domain", "error", "store"]),
    ("results", &["domain", "error", "store", "editions"]),
    ("releases", &["domain", "error", "store", "exports", "files", "results"]),
    ("backup", &["domain", "error", "store", "exports", "files"]),
    ("metrics", &["domain", "error", "store"]),
    ("mail", &["domain", "error", "store", "metrics", "assets", "texts", "config", "clock", "editions", "paces"]),
    ("commands", &["domain", "error", "store", "mail", "files", "editions", "releases", "results"]),
    // The edges.
    (
        "web",
        &[
            "domain", "error", "store", "mail", "commands", "assets", "texts", "config", "clock", "editions",
            "results", "releases", "exports", "views", "charts", "files", "api", "jobs", "metrics", "oidc", "doctor",
            "paces",
        ],
    ),
    (
        "doctor",
        &["domain", "error", "store", "mail", "texts", "config", "editions", "releases", "results", "views", "oidc"],
    ),
    ("jobs", &["domain", "error", "store", "mail", "commands", "texts", "config", "clock", "editions"]),
    (
        "demo",
        &[
            "domain", "error", "store", "mail", "commands", "texts", "config", "clock", "editions", "results",
            "exports", "files", "web", "jobs",
        ],
    ),
    (
        "cli",
        &[
            "domain", "error", "store", "mail", "commands", "assets", "texts", "config", "clock", "editions",
            "results", "releases", "exports", "views", "files", "web", "jobs", "demo", "backup", "oidc", "doctor",
        ],
    ),
    ("main", &["cli"]),
];

#[test]
fn every_module_names_only_what_it_may() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((module, allowed)) = MAY_NAME.iter().find(|(module, _)| *module == source.module()) else {
            faults
                .push(format!("src/{}: this module has no line in the table of tests/it/architecture.rs", source.path));
            continue;
        };
        for name in named_modules(&source) {
            if name != *module && !allowed.contains(&name.as_str()) {
                faults.push(format!("src/{}: {module} may not name {name}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The top-level modules that a file names: after `crate::`, `pejl::` or as many `super::` as lead
/// to the root, one by one or in braces, and through the macro `tr!`.
fn named_modules(source: &Source) -> BTreeSet<String> {
    let text: String = source.code.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n");
    let to_the_root = "super::".repeat(source.depth());
    let mut names = BTreeSet::new();
    for path in ["crate::", "pejl::"].into_iter().chain(Some(to_the_root.as_str()).filter(|path| !path.is_empty())) {
        for rest in text.split(path).skip(1) {
            match rest.strip_prefix('{') {
                Some(group) => names.extend(group_members(group).iter().map(|member| first_name(member))),
                None => drop(names.insert(first_name(rest))),
            }
        }
    }
    // `include_str!(` ends so too.
    if text.replace("_str!(", "").contains("tr!(") {
        names.insert("texts".to_owned());
    }
    names.retain(|name| MAY_NAME.iter().any(|(module, _)| module == name));
    names
}

fn first_name(path: &str) -> String {
    path.trim_start().chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect()
}

/// The members of `a::b, c::{d, e}}...` up to the brace that ends the group.
fn group_members(group: &str) -> Vec<&str> {
    let (mut members, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    members
}

#[test]
fn the_reader_of_names_sees_every_way_to_name_a_module() {
    let lines = [
        "use crate::domain::{Area, Text};",
        "use crate::{store::{Conn, Db}, clock};",
        "use super::super::views;",
        "let text = tr!(language, \"menu\");",
        "crate::config::read()",
    ];
    let code = lines.iter().map(|line| (1, (*line).to_owned())).collect();
    let source = Source { path: "web/pages.rs".to_owned(), text: String::new(), code };
    let names: Vec<String> = named_modules(&source).into_iter().collect();
    assert_eq!(names, ["clock", "config", "domain", "store", "texts", "views"]);
}
