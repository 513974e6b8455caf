//! What letters to people with an account say, as a function of plain data.

use chrono::{NaiveDate, NaiveDateTime};

use super::blocks::{self, Values};
use super::content::Rendered;
use crate::domain::Language;
use crate::domain::mail::letter_texts::Block;
use crate::domain::mail::letters::{INVITATION_LIFETIME, RESET_LIFETIME, one_line};
use crate::domain::site::Accent;
use crate::texts;

/// Everything that a letter to an account tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffContent {
    /// What it is about.
    pub notice: Notice,
    /// The language it is written in.
    pub language: Language,
    /// The account's sign-in name.
    pub account: String,
    /// Where its button leads.
    pub link: String,
    /// The page for signing in.
    pub sign_in: String,
    /// What the service is called.
    pub service: String,
    /// Who runs the service.
    pub sender: String,
    /// Whom to ask.
    pub contact: String,
    /// The service's accent colour, where one was chosen.
    pub accent: Option<Accent>,
}

/// What a letter to an account is about, with what only that kind tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// There is an account now.
    Invitation,
    /// A new password was asked for.
    PasswordReset,
    /// The account was signed in to from a new place.
    NewSignIn {
        /// When, UTC.
        at: NaiveDateTime,
    },
    /// The clock has drafted a round.
    RoundDrafted(Drafted),
}

/// A round that the clock has drafted, and what is to be checked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// Its key.
    pub round: String,
    /// Key of its edition.
    pub edition: String,
    /// First day for answers.
    pub opens_on: NaiveDate,
    /// Last day for answers.
    pub closes_on: NaiveDate,
    /// Whether it opens by itself.
    pub opens_itself: bool,
    /// How many posts it would ask.
    pub posts: usize,
    /// How many of them have no e-mail.
    pub without_email: usize,
    /// In how many municipalities an area that it asks about has no post.
    pub municipalities_lacking: usize,
}

/// Writes a letter to an account.
pub fn render_to_staff(content: &StaffContent) -> Rendered {
    let (language, service) = (content.language, content.service.as_str());
    let (subject, said) = match &content.notice {
        Notice::Invitation => (tr!(language, "letter-account-subject", service = service), invitation(content)),
        Notice::PasswordReset => (tr!(language, "letter-reset-subject", service = service), password_reset(content)),
        Notice::NewSignIn { at } => {
            (tr!(language, "letter-new-sign-in-subject", service = service), new_sign_in(content, *at))
        }
        Notice::RoundDrafted(drafted) => (drafted_subject(drafted, language), round_drafted(content, drafted)),
    };
    let subject = one_line(&subject);
    let mut body = vec![Block::paragraph(tr!(language, "letter-greeting"))];
    body.extend(said);
    let (sender, contact) = (content.sender.as_str(), content.contact.as_str());
    body.push(Block::paragraph(tr!(language, "letter-footer-plain", sender = sender, contact = contact)));
    let values =
        Values { link: (content.link.clone(), String::new()), accent: content.accent.clone(), ..Values::default() };
    Rendered {
        text: blocks::text(&body, &values),
        html: blocks::page(language, &subject, (&body, &values)),
        link: content.link.clone(),
        calendar: None,
        subject,
    }
}

fn invitation(content: &StaffContent) -> Vec<Block> {
    let (language, account) = (content.language, content.account.as_str());
    let (sender, sign_in) = (content.sender.as_str(), content.sign_in.as_str());
    vec![
        Block::paragraph(tr!(
            language,
            "letter-account-why",
            sender = sender,
            account = account,
            service = content.service.as_str()
        )),
        Block::button(tr!(language, "letter-account-open")),
        Block::paragraph(tr!(
            language,
            "letter-account-limits",
            limit = INVITATION_LIFETIME.num_days(),
            sign_in = sign_in
        )),
    ]
}

fn password_reset(content: &StaffContent) -> Vec<Block> {
    let (language, account) = (content.language, content.account.as_str());
    vec![
        Block::paragraph(tr!(language, "letter-reset-why", account = account, service = content.service.as_str())),
        Block::button(tr!(language, "letter-reset-open")),
        Block::paragraph(tr!(language, "letter-reset-limits", limit = RESET_LIFETIME.num_hours())),
        Block::paragraph(tr!(language, "letter-reset-unasked")),
    ]
}

fn new_sign_in(content: &StaffContent, at: NaiveDateTime) -> Vec<Block> {
    let (language, account) = (content.language, content.account.as_str());
    vec![
        Block::paragraph(tr!(
            language,
            "letter-new-sign-in-what",
            account = account,
            service = content.service.as_str(),
            instant = texts::instant(at, language)
        )),
        Block::paragraph(tr!(language, "letter-new-sign-in-yours")),
        Block::paragraph(tr!(language, "letter-new-sign-in-not-yours")),
        Block::button(tr!(language, "letter-new-sign-in-open")),
    ]
}

fn drafted_subject(drafted: &Drafted, language: Language) -> String {
    let opens = texts::date(drafted.opens_on, language);
    tr!(language, "letter-drafted-subject", round = drafted.round.as_str(), opens = opens)
}

fn round_drafted(content: &StaffContent, drafted: &Drafted) -> Vec<Block> {
    let language = content.language;
    let (opens, closes) = (texts::date(drafted.opens_on, language), texts::date(drafted.closes_on, language));
    let mut blocks = vec![
        Block::paragraph(tr!(
            language,
            "letter-drafted-what",
            round = drafted.round.as_str(),
            edition = drafted.edition.as_str(),
            opens = opens.as_str(),
            closes = closes
        )),
        Block::strong(match drafted.opens_itself {
            true => tr!(language, "letter-drafted-itself", opens = opens),
            false => tr!(language, "letter-drafted-click"),
        }),
        Block::paragraph(tr!(language, "letter-drafted-posts", posts = drafted.posts)),
    ];
    if drafted.without_email > 0 {
        blocks.push(Block::paragraph(tr!(language, "letter-drafted-without-email", posts = drafted.without_email)));
    }
    if drafted.municipalities_lacking > 0 {
        let municipalities = drafted.municipalities_lacking;
        blocks.push(Block::paragraph(tr!(language, "letter-drafted-areas", municipalities = municipalities)));
    }
    blocks.push(Block::button(tr!(language, "letter-drafted-open")));
    blocks
}
