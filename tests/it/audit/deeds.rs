//! Whatever a command notes can be read by people: every pair of a verb and a kind of object that stands in the
//! source of the commands has its sentence and its kind a name.

use std::collections::BTreeSet;

use pejl::domain::Language;
use pejl::views::access::audit::deeds::{DEEDS, find, kind_name};
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprLit, ItemFn, Lit, Local};

use crate::source::sources;

/// The functions that note.
const NOTING: [&str; 4] = ["note", "note_values", "note_changes", "note_post"];

/// Verbs that callers pass to a function that notes them, each with its kind.
const PASSED_ON: [(&str, &str); 7] = [
    ("add", "staff"),
    ("invite", "staff"),
    ("link", "crosswalk"),
    ("unlink", "crosswalk"),
    ("undo", "edition"),
    ("redo", "edition"),
    ("revert", "edition"),
];

/// What the calls of `note` and `note_values` say.
#[derive(Default)]
struct Noted {
    pairs: BTreeSet<(String, String)>,
    unclear: Vec<String>,
    /// The kind of the object that the function last gave a name.
    named: Option<String>,
}

impl<'ast> Visit<'ast> for Noted {
    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if NOTING.contains(&called(call).as_str()) && takes_a_connection(call) {
            let mut inside = Inside::default();
            call.args.iter().for_each(|argument| inside.visit_expr(argument));
            // A function that notes what its callers say is read where it is called, and its name says of what kind.
            let of_function = called(call).strip_prefix("note_").filter(|kind| *kind == "post").map(str::to_owned);
            match (inside.verb, inside.kind.or(of_function).or_else(|| self.named.clone())) {
                (Some(verb), Some(kind)) => drop(self.pairs.insert((verb, kind))),
                (None, Some(kind)) if PASSED_ON.iter().any(|(_, known)| *known == kind) => {
                    let verbs = PASSED_ON.iter().filter(|(_, known)| *known == kind);
                    self.pairs.extend(verbs.map(|(verb, kind)| ((*verb).to_owned(), (*kind).to_owned())));
                }
                (verb, kind) => self.unclear.push(format!("{verb:?} {kind:?}")),
            }
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.named = None;
        let before = self.unclear.len();
        visit::visit_item_fn(self, function);
        // What a function of this kind is told by its callers is read where it is called.
        if NOTING.contains(&function.sig.ident.to_string().as_str()) {
            self.unclear.truncate(before);
        }
    }

    fn visit_local(&mut self, local: &'ast Local) {
        if let Some(init) = &local.init {
            let mut inside = Inside::default();
            inside.visit_expr(&init.expr);
            self.named = inside.kind.or_else(|| self.named.clone());
        }
        visit::visit_local(self, local);
    }
}

/// Other things than entries are noted, too; entries are noted in a transaction.
fn takes_a_connection(call: &ExprCall) -> bool {
    matches!(call.args.first(), Some(Expr::Path(path)) if path.path.is_ident("conn"))
}

/// The words within one call: the kind stands in `Object::one` or `Object::all`, and the verb before it.
#[derive(Default)]
struct Inside {
    verb: Option<String>,
    kind: Option<String>,
}

impl<'ast> Visit<'ast> for Inside {
    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if ["one", "all"].contains(&called(call).as_str()) && self.kind.is_none() {
            self.kind = call.args.first().and_then(word);
        } else {
            visit::visit_expr_call(self, call);
        }
    }

    fn visit_expr(&mut self, expression: &'ast Expr) {
        if self.verb.is_none() && self.kind.is_none() {
            self.verb = word(expression);
        }
        visit::visit_expr(self, expression);
    }
}

fn called(call: &ExprCall) -> String {
    match &*call.func {
        Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn word(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(word), .. }) => Some(word.value()),
        _ => None,
    }
}

fn noted() -> Noted {
    let mut noted = Noted::default();
    for source in sources().iter().filter(|source| source.module() == "commands" && source.path != "commands/audit.rs")
    {
        noted.visit_file(&syn::parse_file(&source.text).unwrap());
    }
    noted
}

#[test]
fn every_verb_and_object_that_a_command_notes_has_its_sentence() {
    let Noted { pairs, unclear, .. } = noted();
    assert!(unclear.is_empty(), "write verb and kind where they are noted, so that this test sees them: {unclear:?}");
    assert!(pairs.len() > 35, "the reader of commands sees what they note: {pairs:?}");
    let silent: Vec<_> = pairs
        .iter()
        .filter(|(verb, kind)| find(verb, kind).is_none() || kind_name(kind, Language::Danish).is_none())
        .collect();
    assert!(silent.is_empty(), "these need a line in src/views/access/audit/deeds.rs: {silent:?}");
}

#[test]
fn sentences_name_their_object_and_do_without_a_name() {
    for language in [Language::Danish, Language::English] {
        let mut said = BTreeSet::new();
        for deed in DEEDS {
            let (named, bare) = (deed.sentence(language, "NAVN"), deed.sentence(language, ""));
            assert!(named.contains("NAVN"), "{named}");
            assert!(!bare.contains("  ") && bare.trim() == bare && !bare.ends_with(':'), "{bare}");
            assert!(said.insert(bare.clone()), "two deeds read the same: {bare}");
        }
    }
    let opened = find("open", "round").unwrap();
    assert_eq!(opened.sentence(Language::Danish, "2026"), "Runde 2026 åbnet");
}
