//! Fetches the pinned packages with npm, once per state of the lock file.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// The packages that pages are made of.
pub const DESIGN: &str = "dkfds";
pub const FONTS: &str = "@fontsource/ibm-plex-sans";
const LOCK: &str = "package-lock.json";
const STAMP: &str = "node_modules/.pejl-lock";
const MISSING: &str = "npm was not found, and pages need the design system it fetches: \
    install Node 20 or newer, or set NPM_DIR to a folder where `npm ci` has been run";

/// The `node_modules` folder, filled: from `NPM_DIR` when that is set, else by `npm ci`.
pub fn packages(root: &Path) -> PathBuf {
    println!("cargo:rerun-if-env-changed=NPM_DIR");
    println!("cargo:rerun-if-changed=package.json");
    println!("cargo:rerun-if-changed={LOCK}");
    let folder = match env::var_os("NPM_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => {
            install(root);
            println!("cargo:rerun-if-changed={STAMP}");
            root.to_path_buf()
        }
    };
    let modules = folder.join("node_modules");
    for package in [DESIGN, FONTS] {
        let wanted = text_after(&root.join("package.json"), &format!("\"{package}\":"));
        let manifest = modules.join(package).join("package.json");
        let found = if manifest.exists() { text_after(&manifest, "\"version\":") } else { "none".to_owned() };
        assert!(
            wanted == found,
            "package.json asks for {package} {wanted}, but {} holds {found}: run `npm ci` there",
            modules.display()
        );
    }
    modules
}

fn install(root: &Path) {
    let lock = root.join(LOCK);
    let bytes = super::read(&lock);
    let hash = format!("{:x?}", Sha256::digest(&bytes).as_slice());
    let stamp = root.join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|written| written == hash) {
        return;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let run = Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(root).output();
    let output = match run {
        Ok(output) => output,
        Err(error) if error.kind() == io::ErrorKind::NotFound => give_up(MISSING),
        Err(error) => give_up(&format!("npm could not be started: {error}")),
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "npm ci failed:\n{said}");
    mark(&stamp, &hash, &lock);
}

/// Ends the build with one sentence of cargo's own kind, and no panic around it.
fn give_up(sentence: &str) -> ! {
    println!("cargo::error={sentence}");
    std::process::exit(1)
}

/// Cargo runs a build script again when a file it watches is newer than its last start, so the
/// stamp takes the lock file's time: written during the run, it would cost one more run.
fn mark(stamp: &Path, hash: &str, lock: &Path) {
    let written = fs::write(stamp, hash)
        .and_then(|()| fs::metadata(lock)?.modified())
        .and_then(|time| fs::File::options().write(true).open(stamp)?.set_modified(time));
    if let Err(error) = written {
        panic!("cannot write {}: {error}", stamp.display());
    }
}

/// The first quoted text after `key`: enough JSON for two files whose shape npm fixes.
pub fn text_after(path: &Path, key: &str) -> String {
    let bytes = super::read(path);
    let text = String::from_utf8_lossy(&bytes);
    let value = text.split(key).nth(1).and_then(|rest| rest.split('"').nth(1));
    match value {
        Some(value) => value.to_owned(),
        None => panic!("{} has no {key}", path.display()),
    }
}
