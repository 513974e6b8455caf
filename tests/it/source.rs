//! The program's own source as text, for the tests that hold it to its rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One file of `src/`.
pub struct Source {
    /// Its path below `src/`, as in `web/routes.rs`.
    pub path: String,
    /// Its text as it is.
    pub text: String,
    /// Its lines with their numbers from 1, without tests, comments and empty lines.
    pub code: Vec<(usize, String)>,
}

impl Source {
    /// The top-level module that the file belongs to; `main` for the list of modules and the program.
    pub fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        match first.strip_suffix(".rs").unwrap_or(first) {
            "lib" | "main" => "main",
            module => module,
        }
    }

    /// How many modules above its items there are until the crate's root: 1 for `web.rs` and `web/mod.rs`.
    pub fn depth(&self) -> usize {
        match self.path.as_str() {
            "lib.rs" | "main.rs" => 0,
            path => path.split('/').filter(|part| *part != "mod.rs").count(),
        }
    }

    /// "path:line" of every line of code that `is_fault` finds fault with.
    pub fn faults(&self, is_fault: impl Fn(&str) -> bool) -> Vec<String> {
        let faulty = self.code.iter().filter(|(_, line)| is_fault(line));
        faulty.map(|(number, line)| format!("src/{}:{number}: {}", self.path, line.trim())).collect()
    }
}

/// The repository's root. Read when the test runs, so that one build can be held against another checkout.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR").into()
}

/// Every file of `src/` but those that are tests only, by path.
pub fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let mut texts = BTreeMap::new();
    collect(&folder, &folder, &mut texts);
    let tests: BTreeSet<String> = texts.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let is_test =
        |path: &str| tests.iter().any(|stem| path == format!("{stem}.rs") || path.starts_with(&format!("{stem}/")));
    let kept = texts.into_iter().filter(|(path, _)| !is_test(path));
    kept.map(|(path, text)| Source { code: code(&text), path, text }).collect()
}

/// The Fluent file of a language.
pub fn texts(language: &str) -> String {
    std::fs::read_to_string(root().join("locales").join(language).join("pejl.ftl")).unwrap()
}

fn collect(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let below = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            texts.insert(below, std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// The paths, without `.rs`, of the modules that a file declares for tests only.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let below = match file {
        "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
        _ => path.trim_end_matches(".rs").to_owned(),
    };
    let mut modules = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(next) = lines.peek().filter(|_| is_test_mark(line)) else { continue };
        if let Some(name) = next.trim().strip_suffix(';').and_then(|line| line.split("mod ").nth(1)) {
            modules.push(format!("{below}/{name}").trim_start_matches('/').to_owned());
        }
    }
    modules
}

fn is_test_mark(line: &str) -> bool {
    line.trim().starts_with("#[cfg(test)]")
}

/// What rustfmt has laid out ends where its first line's indent returns: enough to leave tests out.
fn code(text: &str) -> Vec<(usize, String)> {
    let mut kept = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        if is_test_mark(line) {
            let indent = &line[..line.len() - line.trim_start().len()];
            let item = lines.by_ref().find(|(_, line)| !line.trim().starts_with("#[")).map_or("", |(_, line)| line);
            if !item.ends_with([';', '}']) {
                let end = format!("{indent}}}");
                lines.by_ref().find(|(_, line)| *line == end);
            }
            continue;
        }
        let code = line.split("// ").next().unwrap_or_default();
        if !line.trim_start().starts_with("//") && !code.trim().is_empty() {
            kept.push((index + 1, code.to_owned()));
        }
    }
    kept
}
