//! What placeholders mean and what is wrong with a text, in words.

use crate::domain::Language;
use crate::domain::mail::letter_texts::{Fault, Placeholder, Problem};

/// What a placeholder is filled with.
pub(super) fn explained(placeholder: Placeholder, language: Language) -> String {
    match placeholder {
        Placeholder::Greeting => tr!(language, "texts-means-greeting"),
        Placeholder::Recipient => tr!(language, "texts-means-recipient"),
        Placeholder::Post => tr!(language, "texts-means-post"),
        Placeholder::Municipality => tr!(language, "texts-means-municipality"),
        Placeholder::Colleague => tr!(language, "texts-means-colleague"),
        Placeholder::Area => tr!(language, "texts-means-area"),
        Placeholder::Extent => tr!(language, "texts-means-extent"),
        Placeholder::Note => tr!(language, "texts-means-note"),
        Placeholder::Programme => tr!(language, "texts-means-programme"),
        Placeholder::Round => tr!(language, "texts-means-round"),
        Placeholder::Opens => tr!(language, "texts-means-opens"),
        Placeholder::Deadline => tr!(language, "texts-means-deadline"),
        Placeholder::Link => tr!(language, "texts-means-link"),
        Placeholder::Answers => tr!(language, "texts-means-answers"),
        Placeholder::Because => tr!(language, "texts-means-because"),
        Placeholder::Sender => tr!(language, "texts-means-sender"),
        Placeholder::Contact => tr!(language, "texts-means-contact"),
    }
}

/// The name of the field that a fault is about, and the way to it. A placeholder without a line stands in the subject.
pub(super) fn field_of(fault: &Fault) -> (&'static str, &'static str) {
    let is_of_subject = match fault.problem {
        Problem::NoSubject | Problem::SubjectTooLong(_) | Problem::NotInSubject(_) => true,
        Problem::UnknownPlaceholder { .. } | Problem::NotInThisLetter(_) | Problem::StrayBrace(_) => {
            fault.line.is_none()
        }
        _ => false,
    };
    if is_of_subject { ("subject", "#subject") } else { ("body", "#body") }
}

/// What is wrong, with the line where it stands and how to mend it.
pub(super) fn fault_text(fault: &Fault, language: Language) -> String {
    let text = problem_text(&fault.problem, language);
    match (fault.line, field_of(fault).0) {
        (Some(line), _) => tr!(language, "texts-fault-line", line = line, fault = text),
        (None, "subject") => tr!(language, "texts-fault-subject", fault = text),
        _ => text,
    }
}

fn problem_text(problem: &Problem, language: Language) -> String {
    let braced = |name: &str| format!("{{{name}}}");
    match problem {
        Problem::NoSubject => tr!(language, "texts-fault-no-subject"),
        Problem::NoBody => tr!(language, "texts-fault-no-body"),
        Problem::SubjectTooLong(most) | Problem::BodyTooLong(most) => {
            let most = *most;
            tr!(language, "texts-fault-too-long", most = most)
        }
        Problem::UnknownPlaceholder { written, nearest: Some(nearest) } => {
            tr!(language, "texts-fault-unknown-like", written = braced(written), nearest = braced(nearest))
        }
        Problem::UnknownPlaceholder { written, nearest: None } => {
            tr!(language, "texts-fault-unknown", written = braced(written))
        }
        Problem::NotInThisLetter(name) => tr!(language, "texts-fault-not-here", name = braced(name)),
        Problem::StrayBrace(text) => tr!(language, "texts-fault-brace", text = text.as_str()),
        Problem::NoLink => tr!(language, "texts-fault-no-link", link = braced("link")),
        Problem::LinkTwice => tr!(language, "texts-fault-link-twice", link = braced("link")),
        Problem::NotInSubject(name) => tr!(language, "texts-fault-not-in-subject", name = braced(name)),
        Problem::NoAnswers => tr!(language, "texts-fault-no-answers"),
        Problem::AnswersNotAlone => tr!(language, "texts-fault-answers-alone"),
        Problem::Picture => tr!(language, "texts-fault-picture"),
        Problem::BadAddress(address) => tr!(language, "texts-fault-address", address = address.as_str()),
        Problem::TooDeep => tr!(language, "texts-fault-deep"),
    }
}
