//! What letters to people who are asked tell, and how a text is filled with it.

use chrono::NaiveDate;

use super::asked::Asked;
use super::blocks::{self, ReceiptLine, Values};
use super::shipped::button;
use crate::domain::mail::letter_texts::{Block, Inline, Placeholder, Template, TextKind};
use crate::domain::mail::letters::one_line;
use crate::domain::site::Accent;
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
    /// The programme's title.
    pub programme: String,
    /// The round's key.
    pub round: String,
    /// Whether the round is a trial.
    pub is_test: bool,
    /// Whether it is only a sample, sent to whoever writes the text.
    pub is_sample: bool,
    /// What is asked, in letters that tell it.
    pub asked: Asked,
    /// The day on which the round opens or opened.
    pub opens_on: NaiveDate,
    /// The last day for answers that holds for this receiver.
    pub deadline: NaiveDate,
    /// The receiver's personal link; empty where the letter brings none.
    pub link: String,
    /// Who asks.
    pub sender: String,
    /// Whom to ask.
    pub contact: String,
    /// The service's accent colour, where one was chosen.
    pub accent: Option<Accent>,
}

/// What a letter is about, with what only that kind tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// Tells of a round before it opens.
    Announcement,
    /// Asks a post to answer.
    Invitation,
    /// Asks again.
    Reminder,
    /// Asks for the last time.
    LastReminder,
    /// Tells of a later deadline.
    Extended,
    /// Tells a post that asked for more time that it gets none.
    ExtensionDeclined {
        /// Why.
        because: String,
    },
    /// Asks a colleague for sections.
    Handover {
        /// The areas asked about, in words.
        area: String,
        /// Who has handed them over; may be empty.
        holder: String,
        /// What they write; may be empty.
        note: String,
    },
    /// Tells that a colleague is done.
    HandoverDone {
        /// The area that was asked about.
        area: String,
        /// The colleague's name.
        colleague: String,
    },
    /// Tells of a result.
    Result,
    /// Confirms what was handed in.
    Receipt {
        /// The answers, section by section.
        answers: Vec<ReceiptLine>,
    },
}

impl Occasion {
    /// The text that tells of it.
    pub fn kind(&self) -> TextKind {
        match self {
            Occasion::Announcement => TextKind::Announcement,
            Occasion::Invitation => TextKind::Invitation,
            Occasion::Reminder => TextKind::Reminder,
            Occasion::LastReminder => TextKind::LastReminder,
            Occasion::Extended => TextKind::Extended,
            Occasion::ExtensionDeclined { .. } => TextKind::ExtensionDeclined,
            Occasion::Handover { .. } => TextKind::Handover,
            Occasion::HandoverDone { .. } => TextKind::HandoverDone,
            Occasion::Result => TextKind::Result,
            Occasion::Receipt { .. } => TextKind::Receipt,
        }
    }
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
    /// The calendar that goes with it, if any.
    pub calendar: Option<String>,
}

/// Writes a letter from a text. A trial and a sample say that they are, whatever the text says.
pub fn render(content: &Content, template: &Template) -> Rendered {
    let values = values(content);
    let mut subject = one_line(&blocks::line(&template.subject, &values));
    let mut body = with_note(&template.body, &values);
    if content.is_test {
        body.insert(body.len().min(1), Block::strong(tr!(content.language, "letter-test")));
    }
    if content.is_sample {
        subject = tr!(content.language, "letter-sample-subject", subject = subject);
        let programme = one_line(&content.programme);
        body.insert(0, Block::strong(tr!(content.language, "letter-sample", programme = programme)));
    }
    Rendered {
        text: blocks::text(&body, &values),
        html: blocks::page(content.language, &subject, (&body, &values)),
        link: content.link.clone(),
        calendar: None,
        subject,
    }
}

/// A text's paragraphs with the note to a colleague: where the text names it, else after the greeting, because a note
/// that somebody wrote is not to be lost in a text that was written before there were any. Without one its paragraph
/// is left out.
fn with_note(body: &[Block], values: &Values) -> Vec<Block> {
    let (note, own) = (values.of(Placeholder::Note), Block::Paragraph(vec![Inline::Value(Placeholder::Note)]));
    let mut body = body.to_vec();
    if note.is_empty() {
        body.retain(|block| *block != own);
    } else if !blocks::text(&body, values).contains(note) {
        body.insert(body.len().min(1), own);
    }
    body
}

/// What each placeholder of a letter would be filled with; nothing for the answers, which are more than words.
pub fn filled(content: &Content) -> Vec<(Placeholder, String)> {
    let values = values(content);
    Placeholder::of_kind(content.occasion.kind()).into_iter().map(|one| (one, values.of(one).to_owned())).collect()
}

fn values(content: &Content) -> Values {
    let language = content.language;
    let areas = content.asked.short_areas(language);
    let (area, colleague, note) = match &content.occasion {
        Occasion::Handover { area, holder, note } => (area.as_str(), holder.as_str(), note.as_str()),
        Occasion::HandoverDone { area, colleague } => (area.as_str(), colleague.as_str(), ""),
        _ => (areas.as_str(), "", ""),
    };
    let because = match &content.occasion {
        Occasion::ExtensionDeclined { because } => because.as_str(),
        _ => "",
    };
    let or_post = |name: &str| if name.is_empty() { content.post.clone() } else { name.to_owned() };
    let note = match note {
        "" => String::new(),
        note => tr!(language, "letter-handover-note", name = or_post(colleague), note = note),
    };
    let values = Values::new([
        (Placeholder::Greeting, greeting(content)),
        (Placeholder::Recipient, or_post(&content.name)),
        (Placeholder::Post, content.post.clone()),
        (Placeholder::Municipality, municipality(content)),
        (Placeholder::Colleague, or_post(colleague)),
        (Placeholder::Area, area.to_owned()),
        (Placeholder::Extent, content.asked.extent(language)),
        (Placeholder::Note, note),
        (Placeholder::Programme, content.programme.clone()),
        (Placeholder::Round, content.round.clone()),
        (Placeholder::Opens, texts::date(content.opens_on, language)),
        (Placeholder::Deadline, texts::date(content.deadline, language)),
        (Placeholder::Because, because.to_owned()),
        (Placeholder::Sender, content.sender.clone()),
        (Placeholder::Contact, content.contact.clone()),
    ]);
    let answers = match &content.occasion {
        Occasion::Receipt { answers } => answers.clone(),
        _ => Vec::new(),
    };
    Values {
        link: (content.link.clone(), button(content.occasion.kind(), language)),
        answers,
        accent: content.accent.clone(),
        ..values
    }
}

fn greeting(content: &Content) -> String {
    if content.name.is_empty() {
        tr!(content.language, "letter-greeting")
    } else {
        tr!(content.language, "letter-greeting-name", name = content.name.as_str())
    }
}

/// The municipality as the letter's sentences need it: "Aarhus Kommune" in Danish, "Aarhus" in English.
fn municipality(content: &Content) -> String {
    match content.language {
        Language::Danish => content.municipality.authority(),
        Language::English => content.municipality.name().to_owned(),
    }
}
