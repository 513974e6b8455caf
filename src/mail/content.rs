//! What each kind of letter says, as a function of plain data.

use chrono::NaiveDate;

use super::blocks::{self, Block};
use crate::domain::mail::letters::one_line;
use crate::domain::{Language, MunicipalityCode};
use crate::texts;

/// Everything a letter tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// What it is about.
    pub occasion: Occasion,
    /// The language it is written in.
    pub language: Language,
    /// The receiver's name; may be empty.
    pub name: String,
    /// The post that owns the answers.
    pub post: String,
    /// The post's municipality.
    pub municipality: MunicipalityCode,
    /// The round's key.
    pub round: String,
    /// Whether the round is a trial.
    pub is_test: bool,
    /// The last day for answers that holds for this receiver.
    pub deadline: NaiveDate,
    /// The receiver's personal link.
    pub link: String,
    /// Who asks.
    pub sender: String,
    /// Whom to ask.
    pub contact: String,
}

/// What a letter is about, with what only that kind tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// Asks a post to answer.
    Invitation,
    /// Asks again.
    Reminder,
    /// Asks for the last time.
    LastReminder,
    /// Tells of a later deadline.
    Extended,
    /// Asks a colleague for one section.
    Handover {
        /// The area asked about.
        area: String,
        /// The post's holder; may be empty.
        holder: String,
    },
    /// Confirms what was handed in.
    Receipt {
        /// The answers, section by section.
        answers: Vec<ReceiptLine>,
    },
}

/// One answer on a receipt, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// The section it stands in.
    pub section: String,
    /// The question as it was put.
    pub question: String,
    /// The option chosen.
    pub answer: String,
    /// Reason and comments, each with what it is.
    pub comments: Vec<String>,
}

/// A letter as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject, one line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML page.
    pub html: String,
    /// The personal link in it.
    pub link: String,
}

/// Writes a letter.
pub fn render(content: &Content) -> Rendered {
    let subject = one_line(&subject(content));
    let mut body = vec![Block::Paragraph(greeting(content))];
    if content.is_test {
        body.push(Block::Strong(tr!(content.language, "letter-test")));
    }
    body.extend(match &content.occasion {
        Occasion::Invitation => invitation(content),
        Occasion::Reminder | Occasion::LastReminder => reminder(content),
        Occasion::Extended => extended(content),
        Occasion::Handover { area, holder } => handover(content, area, holder),
        Occasion::Receipt { answers } => receipt(content, answers),
    });
    body.push(Block::Paragraph(tr!(
        content.language,
        "letter-footer",
        sender = content.sender.as_str(),
        contact = content.contact.as_str()
    )));
    Rendered {
        text: blocks::text(&body),
        html: blocks::page(content.language, &subject, &body),
        link: content.link.clone(),
        subject,
    }
}

fn subject(content: &Content) -> String {
    let language = content.language;
    let deadline = texts::date(content.deadline, language);
    match &content.occasion {
        Occasion::Invitation => tr!(language, "letter-invitation-subject", deadline = deadline),
        Occasion::Reminder => tr!(language, "letter-reminder-subject", deadline = deadline),
        Occasion::LastReminder => tr!(language, "letter-last-reminder-subject", deadline = deadline),
        Occasion::Extended => tr!(language, "letter-extended-subject", deadline = deadline),
        Occasion::Handover { area, .. } => tr!(language, "letter-handover-subject", area = area.as_str()),
        Occasion::Receipt { .. } => tr!(language, "letter-receipt-subject", round = content.round.as_str()),
    }
}

fn greeting(content: &Content) -> String {
    if content.name.is_empty() {
        tr!(content.language, "letter-greeting")
    } else {
        tr!(content.language, "letter-greeting-name", name = content.name.as_str())
    }
}

fn invitation(content: &Content) -> Vec<Block> {
    let language = content.language;
    vec![
        Block::Paragraph(tr!(
            language,
            "letter-invitation-why",
            post = content.post.as_str(),
            municipality = municipality(content),
            sender = content.sender.as_str(),
            round = content.round.as_str()
        )),
        Block::Paragraph(tr!(language, "letter-invitation-gain")),
        deadline(content),
        open(content, tr!(language, "letter-invitation-open")),
        Block::Paragraph(tr!(language, "letter-invitation-saved")),
        Block::Paragraph(tr!(language, "letter-link-personal")),
        Block::Paragraph(tr!(language, "letter-use")),
    ]
}

fn reminder(content: &Content) -> Vec<Block> {
    let which = match content.occasion {
        Occasion::LastReminder => "last",
        _ => "first",
    };
    going_on(
        content,
        tr!(
            content.language,
            "letter-reminder-why",
            which = which,
            post = content.post.as_str(),
            municipality = municipality(content),
            round = content.round.as_str()
        ),
    )
}

fn extended(content: &Content) -> Vec<Block> {
    going_on(
        content,
        tr!(
            content.language,
            "letter-extended-why",
            post = content.post.as_str(),
            municipality = municipality(content),
            round = content.round.as_str()
        ),
    )
}

/// Why somebody who was asked before gets another letter, and the way on to the answers.
fn going_on(content: &Content, why: String) -> Vec<Block> {
    let language = content.language;
    vec![
        Block::Paragraph(why),
        deadline(content),
        open(content, tr!(language, "letter-reminder-open")),
        Block::Paragraph(tr!(language, "letter-reminder-saved")),
        Block::Paragraph(tr!(language, "letter-link-personal")),
        Block::Paragraph(tr!(language, "letter-use")),
    ]
}

fn handover(content: &Content, area: &str, holder: &str) -> Vec<Block> {
    let language = content.language;
    let holder = if holder.is_empty() { content.post.as_str() } else { holder };
    vec![
        Block::Paragraph(tr!(
            language,
            "letter-handover-why",
            holder = holder,
            post = content.post.as_str(),
            municipality = municipality(content),
            area = area,
            round = content.round.as_str()
        )),
        deadline(content),
        open(content, tr!(language, "letter-handover-open")),
        Block::Paragraph(tr!(language, "letter-handover-limits", holder = holder)),
        Block::Paragraph(tr!(language, "letter-use")),
    ]
}

fn receipt(content: &Content, answers: &[ReceiptLine]) -> Vec<Block> {
    let language = content.language;
    let mut blocks = vec![
        Block::Paragraph(tr!(
            language,
            "letter-receipt-thanks",
            post = content.post.as_str(),
            municipality = municipality(content),
            round = content.round.as_str()
        )),
        Block::Paragraph(tr!(language, "letter-receipt-change", deadline = texts::date(content.deadline, language))),
        open(content, tr!(language, "letter-receipt-open")),
        Block::Paragraph(tr!(language, "letter-receipt-personal")),
    ];
    let mut section = "";
    for line in answers {
        if line.section != section {
            section = &line.section;
            blocks.push(Block::Heading(section.to_owned()));
        }
        blocks.push(Block::Answer {
            question: line.question.clone(),
            answer: line.answer.clone(),
            comments: line.comments.clone(),
        });
    }
    blocks
}

/// The municipality as the letter's sentences need it: "Aarhus Kommune" in Danish, "Aarhus" in English.
fn municipality(content: &Content) -> String {
    match content.language {
        Language::Danish => content.municipality.authority(),
        Language::English => content.municipality.name().to_owned(),
    }
}

fn deadline(content: &Content) -> Block {
    let day = texts::date(content.deadline, content.language);
    Block::Strong(tr!(content.language, "letter-deadline", deadline = day))
}

fn open(content: &Content, text: String) -> Block {
    Block::Button { text, href: content.link.clone() }
}
