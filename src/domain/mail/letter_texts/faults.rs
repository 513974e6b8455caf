//! What keeps a text from being saved. All of it is told at once.

/// A fault of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the text, from 1; none for the subject, and where it is about the whole text.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no subject.
    NoSubject,
    /// There is no text.
    NoBody,
    /// The subject has more characters than this.
    SubjectTooLong(usize),
    /// The text has more characters than this.
    BodyTooLong(usize),
    /// There is no placeholder of this name.
    UnknownPlaceholder {
        /// As it was written.
        written: String,
        /// The name that is most like it.
        nearest: Option<&'static str>,
    },
    /// The placeholder has nothing to say in this letter.
    NotInThisLetter(&'static str),
    /// A brace that opens or closes no placeholder; what stands there.
    StrayBrace(String),
    /// The letter brings a link, and the text does not say where.
    NoLink,
    /// The link stands in the text more than once.
    LinkTwice,
    /// A placeholder that may not stand in the subject.
    NotInSubject(&'static str),
    /// A receipt without the answers.
    NoAnswers,
    /// The answers have no paragraph of their own, or stand there twice.
    AnswersNotAlone,
    /// Letters load nothing from elsewhere.
    Picture,
    /// A link that leads to no web page and no e-mail address.
    BadAddress(String),
    /// Lists and quotations within each other, too many for a letter.
    TooDeep,
}
