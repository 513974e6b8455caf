//! No file of the program needs another one that needs it in turn. A module and the files of its own folder are
//! one room: they may name each other.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Path, UseTree};

use crate::source::sources;

/// A module's path from the crate's root.
type Module = Vec<String>;

/// What one file names, as absolute paths.
struct Named<'a> {
    module: &'a Module,
    paths: BTreeSet<Vec<String>>,
}

impl Named<'_> {
    /// Takes a path in where it says from where it begins.
    fn take(&mut self, segments: &[String]) {
        let ups = segments.iter().take_while(|segment| *segment == "super").count();
        let absolute = match segments[0].as_str() {
            "crate" => segments[1..].to_vec(),
            "super" if ups <= self.module.len() => [&self.module[..self.module.len() - ups], &segments[ups..]].concat(),
            _ => return,
        };
        self.paths.insert(absolute);
    }
}

impl<'ast> Visit<'ast> for Named<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes: &[Attribute] = match item {
            Item::Mod(module) => &module.attrs,
            Item::Fn(function) => &function.attrs,
            _ => &[],
        };
        // Tests may use whatever they test with.
        if !attributes.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for leaf in leaves(&item.tree) {
            self.take(&leaf);
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.take(&segments);
        visit::visit_path(self, path);
    }
}

/// Every whole path of a `use`.
fn leaves(tree: &UseTree) -> Vec<Vec<String>> {
    let behind = |first: String, rest: Vec<Vec<String>>| {
        rest.into_iter().map(|path| [vec![first.clone()], path].concat()).collect()
    };
    match tree {
        UseTree::Path(path) => behind(path.ident.to_string(), leaves(&path.tree)),
        UseTree::Name(name) => vec![vec![name.ident.to_string()]],
        UseTree::Rename(rename) => vec![vec![rename.ident.to_string()]],
        UseTree::Glob(_) => vec![Vec::new()],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

/// `domain/mail/letters.rs` and `domain/mail/mod.rs` as `domain::mail::letters` and `domain::mail`.
fn module_of(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

fn is_one_room(one: &Module, other: &Module) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// Which files each file needs.
fn needs() -> BTreeMap<Module, BTreeSet<Module>> {
    let sources = sources();
    let files: BTreeMap<Module, &str> =
        sources.iter().map(|source| (module_of(&source.path), source.text.as_str())).collect();
    let needs = files.iter().map(|(module, text)| {
        let mut named = Named { module, paths: BTreeSet::new() };
        named.visit_file(&syn::parse_file(text).unwrap());
        let file_of = |path: &Vec<String>| {
            (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|module| files.contains_key(module))
        };
        let needed = named.paths.iter().filter_map(file_of).filter(|needed| !is_one_room(needed, module)).collect();
        (module.clone(), needed)
    });
    needs.collect()
}

/// The first way from a file back to itself.
fn circle(needs: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    let mut done = BTreeSet::new();
    needs.keys().find_map(|module| walk(needs, module, &mut Vec::new(), &mut done))
}

fn walk(
    needs: &BTreeMap<Module, BTreeSet<Module>>,
    module: &Module,
    way: &mut Vec<Module>,
    done: &mut BTreeSet<Module>,
) -> Option<Vec<Module>> {
    if let Some(at) = way.iter().position(|known| known == module) {
        return Some(way[at..].to_vec());
    }
    if !done.contains(module) {
        way.push(module.clone());
        for needed in needs.get(module).into_iter().flatten() {
            if let Some(circle) = walk(needs, needed, way, done) {
                return Some(circle);
            }
        }
        way.pop();
        done.insert(module.clone());
    }
    None
}

#[test]
fn no_files_need_each_other_in_a_circle() {
    let needs = needs();
    assert!(needs.values().map(BTreeSet::len).sum::<usize>() > 500, "the reader of paths sees what files need");
    let circle = circle(&needs);
    assert!(circle.is_none(), "{:#?}", circle.unwrap().iter().map(|module| module.join("::")).collect::<Vec<_>>());
}

#[test]
fn a_circle_is_found() {
    let module = |name: &str| vec!["store".to_owned(), name.to_owned()];
    let needs = [("a", "b"), ("b", "c"), ("c", "b")];
    let needs = needs.map(|(from, to)| (module(from), BTreeSet::from([module(to)])));
    assert_eq!(circle(&BTreeMap::from(needs)), Some(vec![module("b"), module("c")]));
}
