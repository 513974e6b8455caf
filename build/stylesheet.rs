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
pub fn adapt(folder: &Path, fonts: &Path, assets: &mut Assets) -> String {
    let bytes = super::read(&folder.join(THEME));
    let mut css = String::from_utf8(bytes).expect("the stylesheet is UTF-8");
    for (theirs, ours) in COLOURS {
        assert!(css.contains(theirs), "{THEME} no longer uses {theirs} as its accent");
        css = css.replace(theirs, ours);
    }
    if let Some(end) = css.find("/*# sourceMappingURL") {
        css.truncate(end);
    }
    let css = with_hashed_urls(&without_faces(&css), folder, assets);
    css + &faces(fonts, assets)
}

/// The faces that pages use, as a weight and style of the stylesheet and the file's weight. What is bold is drawn
/// half-bold: two thirds of a first visit were letters.
const FACES: [(&str, &str, &str); 6] = [
    ("400", "normal", "400"),
    ("400", "italic", "400"),
    ("500", "normal", "500"),
    ("500", "italic", "500"),
    ("600 700", "normal", "600"),
    ("600 700", "italic", "600"),
];

/// The letters of Danish and its neighbours, and those that a name from farther away fetches when it is shown.
const LETTERS: [&str; 2] = ["latin", "latin-ext"];

/// The stylesheet without its faces, each of which holds every alphabet.
fn without_faces(css: &str) -> String {
    let mut parts = css.split("@font-face{");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    kept.extend(parts.map(|part| part.split_once('}').expect("a font face ends").1));
    kept
}

/// The faces in their place, of which a browser fetches those whose letters a page shows.
fn faces(fonts: &Path, assets: &mut Assets) -> String {
    let mut faces = String::new();
    for (weight, style, file) in FACES {
        for letters in LETTERS {
            let name = format!("ibm-plex-sans-{letters}-{file}-{style}.woff2");
            let address = assets.add(&name, &super::read(&fonts.join("files").join(&name)));
            let range = super::npm::text_after(&fonts.join("unicode.json"), &format!("\"{letters}\":"));
            faces += &format!(
                "@font-face{{font-family:\"IBM Plex Sans\";font-style:{style};font-weight:{weight};font-display:swap;\
                 src:url({address}) format(\"woff2\");unicode-range:{range}}}"
            );
        }
    }
    faces
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
