//! Embeds what pages need of the design system, and our own assets.
//!
//! npm fetches the pinned packages, `build/npm.rs`; `build/stylesheet.rs` fits the design system's
//! stylesheet to us; `build/fonts.rs` unpacks the letters of slides; `build/embed.rs` names every file by its content, compresses it and writes
//! `$OUT_DIR/assets.rs`, which `src/assets.rs` includes.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "cargo speaks to a build script by its environment, and a failure's message is all it can answer"
)]

#[path = "build/embed.rs"]
mod embed;
#[path = "build/fonts.rs"]
mod fonts;
#[path = "build/npm.rs"]
mod npm;
#[path = "build/stylesheet.rs"]
mod stylesheet;

use embed::Assets;
use std::{env, fs, path::Path};

/// Our own files and the names that Rust code knows them by.
const OWN: [(&str, &str); 3] = [("APP_CSS", "app.css"), ("APP_JS", "app.js"), ("FAVICON_SVG", "favicon.svg")];

fn main() {
    for path in ["build.rs", "build", "assets", "src/charts/charts.css"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let root = Path::new(&root);
    let packages = npm::packages(root);
    let (dkfds, plex) = (packages.join(npm::DESIGN), packages.join(npm::FONTS));
    let dist = dkfds.join("dist");

    let mut assets = Assets::new();
    let css = stylesheet::adapt(&dist.join("css"), &plex, &mut assets);
    assets.add_named("DKFDS_CSS", "dkfds.css", css.as_bytes());
    let icons = read(&dist.join("img/all-svg-icons.svg"));
    assets.add_named("ICONS_SVG", "icons.svg", &icons);
    for (constant, file) in OWN {
        assets.add_named(constant, file, &own(root, file));
    }
    assets.add_named("LICENCES_TXT", "licences.txt", licences(root, &dkfds, &plex).as_bytes());
    assets.write();
    fonts::unpack(&plex, Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")));
}

/// One of our own files; the stylesheet ends with what the charts need, which stands beside them.
fn own(root: &Path, file: &str) -> Vec<u8> {
    let mut content = read(&root.join("assets").join(file));
    if file == "app.css" {
        content.extend(read(&root.join("src/charts/charts.css")));
    }
    content
}

/// The notices that must travel with what we pass on: MIT (code), OFL (fonts), Apache (icons).
fn licences(root: &Path, dkfds: &Path, fonts: &Path) -> String {
    [dkfds.join("LICENSE.md"), fonts.join("LICENSE"), root.join("build/apache-2.0.txt")]
        .map(|path| String::from_utf8_lossy(&read(&path)).into_owned())
        .join("\n\n----\n\n")
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}
