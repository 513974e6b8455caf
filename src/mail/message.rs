//! From a rendered letter to the message that goes over the wire.

use chrono::NaiveDateTime;
use lettre::message::header::ContentType;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox as Address, MultiPart};
use lettre::{Address as Place, Message};
use url::Url;

use super::content::Rendered;
use crate::config::{Config, ConfigError};
use crate::domain::Language;
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::{Failure, Letter, LetterId, Recipient, one_line};
use crate::domain::site::{Accent, Site};

/// What the deadline's calendar is called, attached and downloaded.
pub const DEADLINE_FILE: &str = "frist.ics";

/// The media type of a calendar to look at, which asks nobody for an answer.
pub const CALENDAR_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// Who letters come from.
#[derive(Debug, Clone)]
pub struct Sender {
    from: Address,
    reply_to: Option<Address>,
    base_url: String,
    contact: String,
    /// What the service is called, where that was chosen.
    service: Option<String>,
    /// The accent colour, where one was chosen.
    accent: Option<Accent>,
}

/// A letter ready to be sent.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The letter's id.
    pub id: LetterId,
    /// What people read.
    pub rendered: Rendered,
    /// What the mail server gets.
    pub message: Message,
}

impl Outgoing {
    /// The receiver's address.
    pub fn receiver(&self) -> String {
        self.message.envelope().to().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

impl Sender {
    /// The sender of the settings.
    ///
    /// # Errors
    /// When `MAIL_FROM` or `MAIL_REPLY_TO` is not an address.
    pub fn from_config(config: &Config) -> Result<Sender, ConfigError> {
        Ok(Sender {
            from: address(&config.mail_from, "MAIL_FROM")?,
            reply_to: config.mail_reply_to.as_deref().map(|text| address(text, "MAIL_REPLY_TO")).transpose()?,
            base_url: config.base_url.clone(),
            contact: config.contact.clone(),
            service: None,
            accent: None,
        })
    }

    /// The same with what was chosen about the site.
    #[must_use]
    pub fn of_site(&self, site: &Site) -> Sender {
        let name = site.sender.clone().or_else(|| self.from.name.clone());
        let contact = site.contact.clone().unwrap_or_else(|| self.contact.clone());
        let from = Address::new(name, self.from.email.clone());
        Sender { from, contact, service: site.name.clone(), accent: site.accent.clone(), ..self.clone() }
    }

    /// What the service is called.
    pub fn service(&self, language: Language) -> String {
        self.service.clone().unwrap_or_else(|| tr!(language, "site-name"))
    }

    /// What letters call whoever asks: the sender's name, or the address where it has none.
    pub fn name(&self) -> String {
        self.from.name.clone().unwrap_or_else(|| self.from.email.to_string())
    }

    /// The colour of buttons, where one was chosen.
    pub fn accent(&self) -> Option<&Accent> {
        self.accent.as_ref()
    }

    /// Whom to ask about a letter.
    pub fn contact(&self) -> &str {
        &self.contact
    }

    /// The personal link of a token.
    pub fn link(&self, token: &Token) -> String {
        format!("{}/svar/{}", self.base_url, token.as_str())
    }

    /// The link with which an account chooses its password.
    pub fn password_link(&self, token: &Token) -> String {
        format!("{}/adgang/{}", self.base_url, token.as_str())
    }

    /// The address of a page of the service.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// The message of a letter. It has the letter's id, so that a repeat is recognisably the same letter.
    ///
    /// # Errors
    /// `Failure::Permanent` when the receiver's address can't be written to.
    pub fn message(&self, letter: &Letter, rendered: Rendered, now: NaiveDateTime) -> Result<Outgoing, Failure> {
        let permanent = |cause: &dyn std::fmt::Display| Failure::Permanent(cause.to_string());
        let place: Place = letter.email.trim().parse().map_err(|cause| permanent(&cause))?;
        let name = one_line(&letter.name);
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Address::new((!name.is_empty()).then_some(name), place))
            .subject(one_line(&rendered.subject))
            .date(now.and_utc().into())
            .message_id(Some(format!("<{}@{}>", letter.id, self.host())))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into()));
        // Out-of-office answers and receipts help nobody here.
        let quiet = HeaderName::new_from_ascii_str("X-Auto-Response-Suppress");
        builder = builder.raw_header(HeaderValue::new(quiet, "OOF, AutoReply".into()));
        if !matches!(letter.recipient, Recipient::Staff { .. }) {
            // Mail servers and people sort by it, and whoever blocks one list blocks no letter to an account.
            let list = HeaderName::new_from_ascii_str("List-Id");
            builder = builder.raw_header(HeaderValue::new(list, format!("<questionnaire.{}>", self.host())));
        }
        if letter.is_repeat() {
            let repeat = HeaderName::new_from_ascii_str("X-Pejl-Repeat");
            builder = builder.raw_header(HeaderValue::new(repeat, letter.doubts.to_string()));
        }
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        let both = MultiPart::alternative_plain_html(rendered.text.clone(), rendered.html.clone());
        let whole = match &rendered.calendar {
            Some(calendar) => {
                let kind = ContentType::parse(CALENDAR_TYPE).map_err(|cause| permanent(&cause))?;
                let file = Attachment::new(DEADLINE_FILE.to_owned()).body(calendar.clone(), kind);
                MultiPart::mixed().multipart(both).singlepart(file)
            }
            None => both,
        };
        let message = builder.multipart(whole).map_err(|cause| permanent(&cause))?;
        Ok(Outgoing { id: letter.id.clone(), rendered, message })
    }

    /// The host of `BASE_URL`, the second half of every Message-ID.
    pub(super) fn host(&self) -> String {
        let url = Url::parse(&self.base_url).ok();
        url.as_ref().and_then(Url::host_str).unwrap_or("localhost").to_owned()
    }
}

fn address(text: &str, key: &'static str) -> Result<Address, ConfigError> {
    let cure = "write it as Name <name@example.org> or name@example.org.";
    text.parse().map_err(|_| ConfigError::Value { key, value: text.to_owned(), cure })
}
