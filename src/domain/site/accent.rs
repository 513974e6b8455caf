//! The accent colour: buttons of it carry white text, and marks, bars and borders of it stand on our grounds. What white
//! text can be read on is dark enough for those, too.

use super::SiteFault;

/// The least contrast of text to its ground (WCAG 2.1, success criterion 1.4.3, level AA).
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour that white text can be read on, as in `#0b4f8a`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent(String);

impl Accent {
    /// A colour as somebody wrote it: a hash and six hexadecimal digits.
    ///
    /// # Errors
    /// `SiteFault::Colour` for anything else, `SiteFault::Contrast` for a colour that is too light.
    pub fn parse(text: &str) -> Result<Accent, SiteFault> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(SiteFault::Colour)?;
        let channels = channels(digits).ok_or(SiteFault::Colour)?;
        match contrast(WHITE, channels) {
            ratio if ratio < LEAST_CONTRAST => Err(SiteFault::Contrast(ratio)),
            _ => Ok(Accent(text.to_lowercase())),
        }
    }

    /// The colour as it is written in a stylesheet.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The six digits, for an address.
    pub fn digits(&self) -> &str {
        &self.0[1..]
    }

    /// The same darker, for what the pointer is on.
    pub fn darker(&self) -> String {
        let [red, green, blue] = channels(self.digits()).unwrap_or_default().map(|channel| u16::from(channel) * 3 / 4);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

fn channels(digits: &str) -> Option<[u8; 3]> {
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

const WHITE: [u8; 3] = [255; 3];

/// How much a colour stands out from a lighter one: 1 from itself, 21 black from white (WCAG 2.1, "contrast ratio").
fn contrast(lighter: [u8; 3], darker: [u8; 3]) -> f64 {
    (luminance(lighter) + 0.05) / (luminance(darker) + 0.05)
}

/// WCAG 2.1, "relative luminance".
fn luminance(channels: [u8; 3]) -> f64 {
    let [red, green, blue] = channels.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_is_that_of_the_guidelines() {
        assert!((contrast(WHITE, [0, 0, 0]) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, WHITE) - 1.0).abs() < 1e-9);
        // The two greys that everybody knows: #767676 passes, #777777 does not.
        assert_eq!(Accent::parse("#767676").map(|accent| accent.0), Ok("#767676".to_owned()));
        assert!(matches!(Accent::parse("#777777"), Err(SiteFault::Contrast(ratio)) if (4.47..4.49).contains(&ratio)));
    }

    #[test]
    fn the_lightest_colour_that_is_taken_stands_out_from_our_darkest_ground() {
        // The ground of a bar that shows how far one is, in assets/app.css; WCAG 2.1, success criterion 1.4.11.
        assert!(include_str!("../../../assets/app.css").contains("background: #dcdcdc;"));
        assert!(contrast([0xdc; 3], [0x76; 3]) >= 3.0);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for text in ["", "#", "0b4f8a", "#0b4", "#0b4f8g", "#0b4f8a0", "rød", "#+12345", "#åå1"] {
            assert_eq!(Accent::parse(text), Err(SiteFault::Colour), "{text}");
        }
        assert_eq!(Accent::parse("#0B4F8A").unwrap().darker(), "#083b67");
    }
}
