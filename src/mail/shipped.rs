//! What letters say where a programme has no text of its own: texts as an administrator would write them, so that
//! both are read and filled in one way.

use crate::domain::Language;
use crate::domain::mail::letter_texts::{Fault, Placeholder, Template, TextKind, Wording};

/// The text that the program brings for a letter.
pub fn shipped(kind: TextKind, language: Language) -> Wording {
    let (subject, said) = match kind {
        TextKind::Announcement => announcement(language),
        TextKind::Invitation => invitation(language),
        TextKind::Reminder => (
            tr!(
                language,
                "letter-reminder-subject",
                municipality = municipality(language),
                area = Placeholder::Area.written(language),
                deadline = deadline(language)
            ),
            reminder(language, "first"),
        ),
        TextKind::LastReminder => (
            tr!(
                language,
                "letter-last-reminder-subject",
                municipality = municipality(language),
                area = Placeholder::Area.written(language),
                deadline = deadline(language)
            ),
            reminder(language, "last"),
        ),
        TextKind::Extended => extended(language),
        TextKind::ExtensionDeclined => extension_declined(language),
        TextKind::Handover => handover(language),
        TextKind::HandoverDone => handover_done(language),
        TextKind::Result => result(language),
        TextKind::Receipt => receipt(language),
    };
    let mut paragraphs = vec![Placeholder::Greeting.written(language)];
    paragraphs.extend(said);
    paragraphs.push(footer(kind, language));
    Wording { subject, body: paragraphs.join("\n\n") }
}

/// A letter's text taken apart: the one written for its programme, or the one that the program brings.
///
/// # Errors
/// The faults of a text that a later release has saved, or an earlier one.
pub fn template(kind: TextKind, language: Language, own: Option<Wording>) -> Result<Template, Vec<Fault>> {
    Template::parse(kind, language, &own.unwrap_or_else(|| shipped(kind, language)))
}

/// What the button to a letter's link is called.
pub(super) fn button(kind: TextKind, language: Language) -> String {
    match kind {
        TextKind::Announcement | TextKind::Invitation => tr!(language, "letter-invitation-open"),
        TextKind::Reminder | TextKind::LastReminder | TextKind::Extended | TextKind::ExtensionDeclined => {
            tr!(language, "letter-reminder-open")
        }
        TextKind::Handover => tr!(language, "letter-handover-open"),
        TextKind::HandoverDone => tr!(language, "letter-handover-done-open"),
        TextKind::Result => tr!(language, "letter-result-open"),
        TextKind::Receipt => tr!(language, "letter-receipt-open"),
    }
}

/// Who sends a letter, and whom to write to: of what is done, nobody asks any more who should answer.
fn footer(kind: TextKind, language: Language) -> String {
    let (sender, contact) = (Placeholder::Sender.written(language), Placeholder::Contact.written(language));
    if matches!(kind, TextKind::HandoverDone | TextKind::Result | TextKind::Receipt) {
        return tr!(language, "letter-footer-plain", sender = sender, contact = contact);
    }
    tr!(language, "letter-footer", sender = sender, contact = contact)
}

fn announcement(language: Language) -> (String, Vec<String>) {
    let opens = Placeholder::Opens.written(language);
    let subject =
        tr!(language, "letter-announcement-subject", municipality = municipality(language), opens = opens.as_str());
    let why = tr!(
        language,
        "letter-announcement-why",
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        sender = Placeholder::Sender.written(language),
        round = Placeholder::Round.written(language)
    );
    let when = tr!(language, "letter-announcement-when", opens = opens, deadline = deadline(language));
    let said = vec![
        why,
        tr!(language, "letter-invitation-gain"),
        strong(&when),
        tr!(language, "letter-announcement-not-yours"),
    ];
    (subject, said)
}

fn invitation(language: Language) -> (String, Vec<String>) {
    let subject = tr!(
        language,
        "letter-invitation-subject",
        municipality = municipality(language),
        area = Placeholder::Area.written(language),
        deadline = deadline(language)
    );
    let why = tr!(
        language,
        "letter-invitation-why",
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        sender = Placeholder::Sender.written(language),
        round = Placeholder::Round.written(language)
    );
    let said = vec![
        why,
        tr!(language, "letter-invitation-gain"),
        with_extent(&answer_by(language), language),
        open(TextKind::Invitation, language),
        tr!(language, "letter-invitation-saved"),
        tr!(language, "letter-link-personal"),
        tr!(language, "letter-use"),
    ];
    (subject, said)
}

fn reminder(language: Language, which: &str) -> Vec<String> {
    let why = tr!(
        language,
        "letter-reminder-why",
        which = which,
        sender = Placeholder::Sender.written(language),
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        round = Placeholder::Round.written(language)
    );
    let mut said = going_on(language, why);
    said[1] = with_extent(&said[1], language);
    said
}

/// The deadline, and how much there is to be done until then.
fn with_extent(answer_by: &str, language: Language) -> String {
    let extent = Placeholder::Extent.written(language);
    format!("{answer_by} {}", tr!(language, "letter-there-are", extent = extent))
}

fn extended(language: Language) -> (String, Vec<String>) {
    let why = tr!(
        language,
        "letter-extended-why",
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        round = Placeholder::Round.written(language)
    );
    (
        tr!(language, "letter-extended-subject", municipality = municipality(language), deadline = deadline(language)),
        going_on(language, why),
    )
}

fn extension_declined(language: Language) -> (String, Vec<String>) {
    let why = tr!(
        language,
        "letter-extension-declined-why",
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        round = Placeholder::Round.written(language)
    );
    let mut said = going_on(language, why);
    said.insert(1, format!("> {}", Placeholder::Because.written(language)));
    (tr!(language, "letter-extension-declined-subject", deadline = deadline(language)), said)
}

/// Why somebody who was asked before gets another letter, and the way on to the answers. What the answers are used
/// for stands in the invitation and on the page that the link opens: here it would bury the deadline.
fn going_on(language: Language, why: String) -> Vec<String> {
    vec![
        why,
        answer_by(language),
        open(TextKind::Reminder, language),
        tr!(language, "letter-reminder-saved"),
        tr!(language, "letter-link-personal"),
    ]
}

fn handover(language: Language) -> (String, Vec<String>) {
    let (area, holder) = (Placeholder::Area.written(language), Placeholder::Colleague.written(language));
    let subject = tr!(language, "letter-handover-subject", area = area.as_str());
    let why = tr!(
        language,
        "letter-handover-why",
        holder = holder,
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        area = area,
        round = Placeholder::Round.written(language)
    );
    let said = vec![
        why,
        Placeholder::Note.written(language),
        answer_by(language),
        open(TextKind::Handover, language),
        tr!(language, "letter-handover-limits"),
        tr!(language, "letter-use"),
    ];
    (subject, said)
}

fn handover_done(language: Language) -> (String, Vec<String>) {
    let (area, colleague) = (Placeholder::Area.written(language), Placeholder::Colleague.written(language));
    let subject = tr!(language, "letter-handover-done-subject", name = colleague.as_str(), area = area.as_str());
    let what = tr!(
        language,
        "letter-handover-done-what",
        name = colleague.as_str(),
        area = area,
        post = Placeholder::Post.written(language),
        round = Placeholder::Round.written(language)
    );
    let said = vec![
        what,
        tr!(language, "letter-handover-done-next", name = colleague, deadline = deadline(language)),
        open(TextKind::HandoverDone, language),
        tr!(language, "letter-handover-done-personal"),
    ];
    (subject, said)
}

fn result(language: Language) -> (String, Vec<String>) {
    let round = Placeholder::Round.written(language);
    let why = tr!(
        language,
        "letter-result-why",
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        round = round.as_str()
    );
    let said = vec![
        why,
        tr!(language, "letter-result-what"),
        open(TextKind::Result, language),
        tr!(language, "letter-result-personal"),
    ];
    (tr!(language, "letter-result-subject", round = round), said)
}

fn receipt(language: Language) -> (String, Vec<String>) {
    let round = Placeholder::Round.written(language);
    let subject = tr!(language, "letter-receipt-subject", round = round.as_str());
    let thanks = tr!(
        language,
        "letter-receipt-thanks",
        post = Placeholder::Post.written(language),
        municipality = Placeholder::Municipality.written(language),
        round = round
    );
    let said = vec![
        thanks,
        tr!(language, "letter-receipt-change", deadline = deadline(language)),
        open(TextKind::Receipt, language),
        tr!(language, "letter-receipt-personal"),
        Placeholder::Answers.written(language),
    ];
    (subject, said)
}

fn municipality(language: Language) -> String {
    Placeholder::Municipality.written(language)
}

fn deadline(language: Language) -> String {
    Placeholder::Deadline.written(language)
}

fn answer_by(language: Language) -> String {
    strong(&tr!(language, "letter-deadline", deadline = deadline(language)))
}

fn strong(text: &str) -> String {
    format!("**{text}**")
}

fn open(kind: TextKind, language: Language) -> String {
    format!("[{}]({})", button(kind, language), Placeholder::Link.written(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_that_is_brought_could_be_saved_as_it_is() {
        for kind in TextKind::ALL {
            for language in Language::ALL {
                let parsed = template(*kind, *language, None);
                assert!(parsed.is_ok(), "{kind} {language}: {parsed:?}");
            }
        }
    }
}
