//! Text in SVG does not wrap by itself, and the server has no font to measure with.

use maud::{Markup, html};

/// Mean width of a character in IBM Plex Sans, in em.
const CHARACTER: f64 = 0.54;
/// The same for semibold text, in em.
const BOLD_CHARACTER: f64 = 0.58;
/// Distance between baselines, in em.
const LEADING: f64 = 1.3;
/// From the middle of a line of text down to its baseline, in em.
const MIDDLE: f64 = 0.35;

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    /// Font size in px.
    pub size: f64,
    /// Colour.
    pub fill: &'static str,
    /// Semibold or not.
    pub bold: bool,
    /// `text-anchor`: `start`, `middle` or `end`.
    pub anchor: &'static str,
}

impl Type {
    /// Text of `size` px that starts at its x.
    pub const fn new(size: f64, fill: &'static str) -> Self {
        Self { size, fill, bold: false, anchor: "start" }
    }

    /// The same in semibold where `bold` is true.
    pub const fn weight(self, bold: bool) -> Self {
        Self { bold, ..self }
    }

    /// The same with its end at x.
    pub const fn end(self) -> Self {
        Self { anchor: "end", ..self }
    }

    /// The same with its middle at x.
    pub const fn middle(self) -> Self {
        Self { anchor: "middle", ..self }
    }

    /// Distance between baselines in px.
    pub fn leading(self) -> f64 {
        self.size * LEADING
    }

    /// Estimated width of `text` in px.
    pub fn width(self, text: &str) -> f64 {
        let em = if self.bold { BOLD_CHARACTER } else { CHARACTER };
        text.chars().map(|_| self.size * em).sum()
    }

    /// Height of `lines` in px.
    pub fn height(self, lines: &[String]) -> f64 {
        lines.iter().map(|_| self.leading()).sum()
    }

    /// Fills each line as far as `limit` px goes; breaks at spaces, after `-` and `/`, and inside
    /// a word only where the word alone is wider than a line.
    pub fn wrap(self, text: &str, limit: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split(is_break).filter(|word| !word.is_empty()) {
            let mut space = if line.is_empty() { "" } else { " " };
            for piece in word.split_inclusive(['-', '/']) {
                let longer = format!("{line}{space}{piece}");
                space = "";
                if self.width(&longer) <= limit {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(line);
                }
                line = self.break_word(piece, limit, &mut lines);
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// True where some piece of `text` cannot stand unbroken on a line of `limit` px.
    pub fn breaks_words(self, text: &str, limit: f64) -> bool {
        text.split(is_break).flat_map(|word| word.split_inclusive(['-', '/'])).any(|piece| self.width(piece) > limit)
    }

    /// Pushes the full lines of a piece that is too wide and returns what is left of it.
    fn break_word(self, piece: &str, limit: f64, lines: &mut Vec<String>) -> String {
        let mut line = String::new();
        let mut rest = self.width(piece);
        for character in piece.chars() {
            let room = self.width(&line) + self.width("--") <= limit || line.is_empty();
            if !room && rest > self.width("-") {
                lines.push(format!("{line}-"));
                line.clear();
            }
            rest -= self.width("-");
            line.push(character);
        }
        line
    }

    /// One line with its middle at `y`; an empty text draws nothing.
    pub fn line(self, text: &str, x: f64, y: f64) -> Markup {
        html! {
            @if !text.is_empty() {
                text x=(px(x)) y=(px(y + self.size * MIDDLE)) font-size=(px(self.size))
                    fill=(self.fill) font-weight=[self.bold.then_some("600")]
                    text-anchor=[(self.anchor != "start").then_some(self.anchor)] { (text) }
            }
        }
    }

    /// Several lines with the middle of the block at `y`.
    pub fn block(self, lines: &[String], x: f64, y: f64) -> Markup {
        let first = y - self.height(lines) / 2.0 + self.leading() / 2.0;
        html! {
            @for (line, middle) in lines.iter().zip(steps(first, self.leading())) {
                (self.line(line, x, middle))
            }
        }
    }
}

/// A non-breaking space holds "12 %" together.
fn is_break(character: char) -> bool {
    character.is_whitespace() && character != '\u{a0}'
}

/// `first`, `first + step`, and so on.
fn steps(first: f64, step: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(first), move |at| Some(at + step))
}

/// A coordinate with at most one decimal; never `NaN`, which no browser can draw.
pub fn px(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.1}");
    match text.strip_suffix(".0") {
        Some("-0") => "0".to_owned(),
        Some(whole) => whole.to_owned(),
        None => text,
    }
}
