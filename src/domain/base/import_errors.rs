//! What is wrong with a file that somebody brought: every fault with its place, so that all of
//! them can be mended at once. The wording is made where it is shown, in the reader's language.

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

use crate::domain::catalogue::Measure;

/// One fault in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    /// Line in the file, counted from 1; in a spreadsheet the row.
    pub line: usize,
    /// The key or column, empty where the fault is about the whole line.
    pub key: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a cell, a key or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is no YAML, CSV or XLSX; holds the reader's own words.
    Unreadable(String),
    /// The text is not UTF-8.
    NotUtf8,
    /// The file, or what is packed in it, is larger than this many megabytes.
    TooBig(usize),
    /// The file has more rows or values than this.
    TooMany(usize),
    /// Lists and mappings stand inside each other deeper than this many levels.
    TooDeep(usize),
    /// An anchor (`&name`) or alias (`*name`): a value must be written where it belongs.
    AnchorOrAlias,
    /// The file holds more than one document.
    SeveralDocuments,
    /// A quoted cell that never ends, or goes on after its closing quote.
    BrokenQuote,
    /// The file has no rows.
    Empty,
    /// A package's key that is a word of the catalogue's addresses.
    ReservedKey,
    /// A key or column that this kind of file does not have.
    UnknownKey,
    /// The key stands twice in one mapping, or the column twice in the header.
    DuplicateKey,
    /// A key, column or value that must be there is missing.
    Missing,
    /// Columns of a header that nobody knows, and columns that it lacks, each with all names that it may have.
    Header {
        /// The names as written.
        unknown: Vec<String>,
        /// As in `name/navn`.
        missing: Vec<String>,
    },
    /// A day on which a new holder begins must not lie further ahead than this many days.
    TooFarAhead(u64),
    /// The row belongs to a municipality that is not one's own; holds the own one's name.
    OtherMunicipality(String),
    /// A value of the wrong kind: what was expected ("a list", "a whole number").
    Expected(Expected),
    /// The value names something that does not exist; holds the value and what is known.
    Unknown {
        /// The value as written.
        value: String,
        /// Known values, where they are few enough to list.
        known: Vec<String>,
    },
    /// The value was used before; holds the value and the first line.
    Repeated {
        /// The value as written.
        value: String,
        /// Where it stood first.
        first_line: usize,
    },
    /// A sheet with more rows than are read of one; a text file may have more.
    SheetTooLong(usize),
    /// A scale without an option that has points.
    ScaleWithoutPoints,
    /// A scale with more options than this, the most that are supported.
    TooManyOptions(usize),
    /// A question that is put to no area.
    QuestionWithoutArea,
    /// An option with both points and blank, or neither.
    PointsOrBlank,
    /// Control characters in a name, title or other one-line text.
    ControlCharacters,
    /// Not an e-mail address.
    NotAnAddress(String),
    /// Not an address of a web page.
    NotALink(String),
    /// The row has another number of cells than the header.
    CellCount {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// The post does not cover the area; holds the areas it covers.
    AreaNotCovered(Vec<String>),
    /// The question is not put to the area.
    QuestionNotInArea,
    /// The round does not ask the question.
    NotAsked,
    /// The option requires a reason and the comment is empty.
    ReasonMissing,
    /// Longer than the number of characters allowed.
    TooLong(usize),
    /// A question linked as identical or reworded to more than one question.
    LinkedTwice,
    /// A link between questions that measure different things.
    MeasuresDiffer {
        /// What the earlier question measures.
        from: Measure,
        /// What the later question measures.
        to: Measure,
    },
    /// A crosswalk from an edition to itself.
    SameEdition,
    /// The same question of two posts, e-mails or other values that cannot both hold, in words of the field.
    Contradicts {
        /// The line it contradicts.
        first_line: usize,
    },
}

/// The kind of value that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A single text.
    Text,
    /// A list.
    List,
    /// A mapping of keys to values.
    Mapping,
    /// A whole number from 0 up.
    WholeNumber,
    /// true or false.
    TrueOrFalse,
    /// A day as 2018-04-20.
    Day,
    /// A key of letters a-z, digits, dots, hyphens and underscores, at most 100.
    Key,
}

/// Longest value repeated in a fault, in characters.
const LONGEST_QUOTATION: usize = 80;
/// Most known values listed in a fault.
const LONGEST_LIST: usize = 25;

impl ImportError {
    /// A fault at a key or column of a line.
    pub fn new(line: usize, key: &str, problem: Problem) -> ImportError {
        ImportError { line, key: key.to_owned(), problem }
    }
}

impl Problem {
    /// A value that names nothing; the known values are left out where there are too many to help.
    pub fn unknown<'a>(value: &str, known: impl IntoIterator<Item = &'a str>) -> Problem {
        let known: Vec<String> = known.into_iter().take(LONGEST_LIST + 1).map(str::to_owned).collect();
        Problem::Unknown { value: shortened(value), known: if known.len() > LONGEST_LIST { Vec::new() } else { known } }
    }

    /// A value that was used before.
    pub fn repeated(value: &str, first_line: usize) -> Problem {
        Problem::Repeated { value: shortened(value), first_line }
    }
}

/// A value short enough to be repeated in a message.
pub fn shortened(value: &str) -> String {
    match value.char_indices().nth(LONGEST_QUOTATION) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// Whether a one-line text holds characters that steer instead of being read, or that nobody sees.
pub fn has_control_characters(text: &str) -> bool {
    text.chars().any(|letter| is_steering(letter) || is_joining(letter))
}

/// Whether a character steers instead of being read: control characters, line and paragraph separators, marks
/// that turn the writing direction, and what is drawn as nothing (Unicode's Default_Ignorable_Code_Point), so that
/// two texts that look alike are alike. Those that join letters and pictures are left, because they change what is seen.
pub fn is_steering(letter: char) -> bool {
    // Most letters are ASCII, and a file has millions of them.
    if letter.is_ascii() {
        return letter.is_ascii_control();
    }
    let is_ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter);
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') || (is_ignorable && !is_joining(letter))
}

/// Joiners, as in a picture of a family, and variation selectors, as in a heart that is red.
fn is_joining(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_found_and_what_is_read_is_not() {
        for hidden in [
            "\u{0}",
            "\n",
            "\u{7f}",
            "\u{ad}",
            "\u{61c}",
            "\u{200b}",
            "\u{200e}",
            "\u{200f}",
            "\u{2028}",
            "\u{202e}",
            "\u{2060}",
            "\u{2066}",
            "\u{3164}",
            "\u{feff}",
            "\u{e0041}",
            "\u{e007f}",
        ] {
            let text = format!("Anna{hidden} Test");
            assert!(has_control_characters(&text) && text.chars().any(is_steering), "{text:?}");
        }
        for read in ["Anna-Lise Ø. Jensen", "Zoë Müller", "Đặng Thị Ánh", "李明", "نرگس", "a\u{301}"] {
            assert!(!has_control_characters(read), "{read:?}");
        }
        let family = "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}";
        assert!(has_control_characters(family) && !family.chars().any(is_steering));
    }
}
