//! A QR code as SVG: one path of squares, black on white whatever the page's colours are.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// The white margin that readers need, in squares.
const QUIET: i32 = 4;

/// The width on the page, in CSS pixels.
const WIDTH: u32 = 240;

/// The picture of a text, said by screen readers as `label`; nothing where the text is too long for one.
pub(super) fn picture(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Markup::default() };
    let size = code.size() + 2 * QUIET;
    html! {
        svg role="img" aria-label=(label) width=(WIDTH) height=(WIDTH) viewBox={ "0 0 " (size) " " (size) }
            shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(squares(&code)) fill="#000" {}
        }
    }
}

fn squares(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // A string takes whatever is written to it.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_black_square_is_drawn_once_and_the_margin_is_white() {
        let code = QrCode::encode_text("otpauth://totp/x", QrCodeEcc::Medium).unwrap();
        let black = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        let drawn = picture("otpauth://totp/x", "Kode").into_string();
        assert_eq!(drawn.matches("h1v1h-1z").count(), black);
        assert!(drawn.contains("M4 4h1") && !drawn.contains("M3 ") && drawn.contains("aria-label=\"Kode\""));
    }

    #[test]
    fn a_text_that_fits_no_code_is_no_picture() {
        assert_eq!(picture(&"x".repeat(10_000), "Kode").into_string(), "");
    }
}
