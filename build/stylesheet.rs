//! Fits the design system's stylesheet to us: our accent, no logos, hashed names of its files.

use super::embed::Assets;
use std::path::Path;

/// In the neutral theme the accent is the same grey as other greys, and hover is the text colour.
/// The virk theme differs from it in nothing but accent, hover and logo, so its two colours mark
/// exactly the places where an accent belongs. Each is a variable with our colour, so that a site can have its own.
const THEME: &str = "dkfds-virkdk.min.css";
const COLOURS: [(&str, &str); 2] =
    [("#0059b3", "var(--pj-accent,#0b4f8a)"), ("#004993", "var(--pj-accent-dark,#083a66)")];

/// The stylesheet as we serve it; every file it refers to is added to `assets`.
pub fn adapt(folder: &Path, assets: &mut Assets) -> String {
    let bytes = super::read(&folder.join(THEME));
    let mut css = String::from_utf8(bytes).expect("the stylesheet is UTF-8");
    for (theirs, ours) in COLOURS {
        assert!(css.contains(theirs), "{THEME} no longer uses {theirs} as its accent");
        css = css.replace(theirs, ours);
    }
    if let Some(end) = css.find("/*# sourceMappingURL") {
        css.truncate(end);
    }
    with_hashed_urls(&only_woff2(&css), folder, assets)
}

/// Every browser of the last eight years reads woff2, so the other font formats stay behind.
fn only_woff2(css: &str) -> String {
    let mut faces = css.split("@font-face{");
    let mut kept = faces.next().unwrap_or_default().to_owned();
    for face in faces {
        let (body, rest) = face.split_once('}').expect("a font face ends");
        let (before, source) = body.split_once("src:").expect("a font face has a source");
        let woff2 = source.split(',').find(|part| part.contains("woff2"));
        let source = woff2.unwrap_or(source);
        kept += &format!("@font-face{{{before}src:{source}}}{rest}");
    }
    kept
}

/// Logos belong to the portals whose themes use them; they become `none`.
fn with_hashed_urls(css: &str, folder: &Path, assets: &mut Assets) -> String {
    let mut parts = css.split("url(");
    let mut rewritten = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_once(')').expect("a url ends");
        let address = address.trim_matches(['"', '\'']);
        if address.starts_with("data:") {
            panic!("the content security policy refuses data: addresses, found in {THEME}");
        }
        if address.contains("/logo") {
            rewritten += &format!("none{rest}");
            continue;
        }
        let name = address.rsplit('/').next().unwrap_or(address);
        let hashed = assets.add(name, &super::read(&folder.join(address)));
        rewritten += &format!("url({hashed}){rest}");
    }
    rewritten
}
