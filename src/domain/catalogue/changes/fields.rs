//! The fields of things that can differ, and what stands in them.

use chrono::NaiveDate;

use crate::domain::Area;
use crate::domain::catalogue::sources::SourceStatus;
use crate::domain::catalogue::{About, Measure, Worth};

/// A field of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The edition's key.
    Key,
    /// A title or label.
    Name,
    /// The same in English.
    NameEn,
    /// A question's wording.
    Wording,
    /// The same in English.
    WordingEn,
    /// Help to whoever answers.
    Hint,
    /// The same in English.
    HintEn,
    /// Whom a question is about.
    About,
    /// What options mean for a question, each with its key.
    Help,
    /// The same in English.
    HelpEn,
    /// The day of publication.
    PublishedOn,
    /// Key of the edition that it corrects.
    Corrects,
    /// Why it corrects it.
    CorrectionReason,
    /// The same in English.
    CorrectionReasonEn,
    /// The public page.
    Link,
    /// Key of the category.
    Category,
    /// Key of the level.
    Level,
    /// Whether it is central.
    Central,
    /// What is measured.
    Measure,
    /// Key of the scale.
    Scale,
    /// The areas it is put to.
    Areas,
    /// What an option counts for.
    Worth,
    /// Whether an option asks for a reason.
    ReasonRequired,
    /// How sure the source is.
    SourceStatus,
    /// Where it comes from.
    Source,
    /// The same in English.
    SourceEn,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text or a key.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// Areas in order.
    Areas(Vec<Area>),
    /// Points or a blank.
    Worth(Worth),
    /// Yes or no.
    Flag(bool),
    /// Whom a question is about.
    About(About),
    /// What is measured.
    Measure(Measure),
    /// How sure a source is.
    Status(SourceStatus),
}
