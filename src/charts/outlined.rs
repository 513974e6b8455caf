//! Slides for programs that have our font or don't: text as shapes, and the whole as pixels.
//!
//! Presentation programs ignore a font inside an SVG, so its letters leave as outlines. They come from the same
//! IBM Plex Sans that pages are set in (SIL Open Font License), never from a font of the machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, WriteOptions, fontdb};

use super::slide::SLIDE;

/// What `build/fonts.rs` has unpacked: regular and semibold, with the letters of Danish and of names from farther away.
const FONTS: [&[u8]; 4] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/slide-latin-400.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/slide-latin-600.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/slide-latin-ext-400.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/slide-latin-ext-600.ttf")),
];

/// Pixels for each px of a slide: 1920 across.
const DENSITY: f32 = 1.5;

/// Why a slide can't be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawingError {
    /// It is no SVG.
    #[error("a slide can't be read: {0}")]
    Unread(#[from] usvg::Error),
    /// The pixels can't be written.
    #[error("a slide has no pixels: {0}")]
    Unwritten(String),
}

/// The family that slides name.
const FAMILY: &str = "IBM Plex Sans";

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut read = fontdb::Database::new();
    FONTS.iter().for_each(|font| read.load_font_data(font.to_vec()));
    // The semibold file calls itself a family of its own.
    let family = || vec![(FAMILY.to_owned(), fontdb::Language::English_UnitedStates)];
    let mut fonts = fontdb::Database::new();
    for face in read.faces() {
        fonts.push_face_info(fontdb::FaceInfo { families: family(), ..face.clone() });
    }
    Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() }
});

/// The slide with shapes in place of text, and still with its title and description.
///
/// # Errors
/// When it is no SVG.
pub fn outlined(slide: &str) -> Result<String, DrawingError> {
    let shapes = tree(slide)?.to_string(&WriteOptions {
        coordinates_precision: 2,
        transforms_precision: 4,
        indent: usvg::Indent::None,
        attributes_indent: usvg::Indent::None,
        ..WriteOptions::default()
    });
    // What is read aloud, and how it may be scaled, is lost where text becomes shapes: the beginning stays as it was.
    let head = slide.split_once("</desc>").map(|(head, _)| head);
    match (head, shapes.split_once('>')) {
        (Some(head), Some((_, rest))) => Ok(format!("{head}</desc>{rest}")),
        _ => Ok(shapes),
    }
}

/// The slide as a PNG of 1920 by 1080.
///
/// # Errors
/// When it is no SVG.
pub fn png(slide: &str) -> Result<Vec<u8>, DrawingError> {
    let (across, down) = ((SLIDE.0 as f32 * DENSITY) as u32, (SLIDE.1 as f32 * DENSITY) as u32);
    let none = || DrawingError::Unwritten("no room".to_owned());
    let mut pixels = Pixmap::new(across, down).ok_or_else(none)?;
    resvg::render(&tree(slide)?, Transform::from_scale(DENSITY, DENSITY), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| DrawingError::Unwritten(error.to_string()))
}

pub(super) fn tree(slide: &str) -> Result<Tree, usvg::Error> {
    Tree::from_str(slide, &OPTIONS)
}
