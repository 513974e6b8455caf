//! What is wrong with a file that somebody brought: every fault with its place, so that all of
//! them can be mended at once. The wording is made where it is shown, in the reader's language.

/// One fault in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
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
    /// The file has no rows.
    Empty,
    /// A key or column that this kind of file does not have.
    UnknownKey,
    /// The key stands twice in one mapping, or the column twice in the header.
    DuplicateKey,
    /// A key, column or value that must be there is missing.
    Missing,
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
    /// A scale without an option that has points.
    ScaleWithoutPoints,
    /// A scale with more options than are supported.
    TooManyOptions(usize),
    /// A question that is put to no area.
    QuestionWithoutArea,
    /// An option with both points and blank, or neither.
    PointsOrBlank,
    /// Control characters in a name, title or other one-line text.
    ControlCharacters,
    /// Not an e-mail address.
    NotAnAddress(String),
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
    /// A key of lower-case letters, digits, dots and hyphens.
    Key,
}
