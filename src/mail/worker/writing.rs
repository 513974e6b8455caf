//! Writing a claimed letter: what it tells is read, put into words and made a message.

mod to_staff;

use std::sync::Arc;

use super::super::asked::{Asked, asked_of};
use super::super::claims::{Claim, Topic};
use super::super::content::{Content, Occasion, Rendered, render};
use super::super::examples::Example;
use super::super::handovers::{handover, handover_done};
use super::super::message::{Outgoing, Sender};
use super::super::programme_texts::Source;
use super::super::receipts::receipt_answers;
use super::super::shipped::template;
use super::super::staff::render_to_staff;
use super::{WorkerContext, blocking};
use crate::domain::Language;
use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::tokens::Token;
use crate::domain::catalogue::Edition;
use crate::domain::mail::letter_texts::{Fault, LetterText, Placeholder, Template, TextKind};
use crate::domain::mail::letters::{Failure, Letter, LetterKind};
use crate::domain::rounds::Round;
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::invitations::{Invitation, Section, deadline};
use crate::domain::site::Site;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn};

type Written<T> = std::result::Result<T, Failure>;

/// Writes letters as they come from the site.
pub(super) struct Writer<'a> {
    context: &'a WorkerContext,
    sender: Sender,
}

impl Writer<'_> {
    /// A writer whose sender is the one of the settings with what was chosen about the site.
    pub(super) fn of<'a>(context: &'a WorkerContext, site: &Site) -> Writer<'a> {
        Writer { context, sender: context.sender.of_site(site) }
    }

    /// The message of a claimed letter.
    pub(super) async fn outgoing(&self, claim: Claim) -> Written<Outgoing> {
        let Claim { letter, topic, token, site: _ } = claim;
        let rendered = match &topic {
            Topic::Asked { invitation, round, section, source } => {
                let occasion = self.occasion(&letter, (invitation, section.as_ref()), round).await?;
                let kind = occasion.kind();
                let template = template_of(source, kind, letter.language)?;
                let content = self.content(&letter, occasion, (invitation, round), &token);
                let asked = self.asked(&letter, kind, (invitation, round)).await?;
                let content = Content { asked, programme: source.programme.clone(), ..content };
                let rendered = render(&content, &template);
                Rendered { calendar: self.calendar(&letter, (round, invitation)), ..rendered }
            }
            Topic::Announced { entry, round, source } => {
                let template = template_of(source, TextKind::Announcement, letter.language)?;
                render(&self.announcement(&letter, (entry, round), source), &template)
            }
            Topic::Account { .. } if letter.kind == LetterKind::TextSample => self.sample(&letter).await?,
            Topic::Account { account, round } => {
                render_to_staff(&self.staff_content(&letter, account, round.as_deref(), &token).await?)
            }
        };
        self.sender.message(&letter, rendered, self.context.clock.now())
    }

    fn content(
        &self,
        letter: &Letter,
        occasion: Occasion,
        (invitation, round): (&Invitation, &Round),
        token: &Token,
    ) -> Content {
        Content {
            occasion,
            language: letter.language,
            name: letter.name.clone(),
            post: invitation.post.clone(),
            municipality: invitation.municipality_code.clone(),
            programme: String::new(),
            round: round.key.clone(),
            is_test: round.is_test,
            is_sample: false,
            asked: Asked::default(),
            opens_on: round.opens_on,
            deadline: deadline(round, invitation),
            link: self.link(letter.kind, token),
            sender: self.sender.name(),
            contact: self.sender.contact().to_owned(),
            accent: self.sender.accent().cloned(),
        }
    }

    /// Where the letter's link leads: a result is what its letter is about, and everything else begins on the first page.
    fn link(&self, kind: LetterKind, token: &Token) -> String {
        let link = self.sender.link(token);
        if kind == LetterKind::Result { format!("{link}/resultat") } else { link }
    }

    /// The deadline for a calendar, with the letters that name it first.
    fn calendar(&self, letter: &Letter, of: (&Round, &Invitation)) -> Option<String> {
        let names_it = matches!(letter.kind, LetterKind::Invitation | LetterKind::Extended);
        names_it.then(|| self.sender.deadline_calendar(of, letter.language, self.context.clock.now()))
    }

    /// What an announcement tells. It brings no link.
    fn announcement(&self, letter: &Letter, (entry, round): (&DirectoryEntry, &Round), source: &Source) -> Content {
        Content {
            occasion: Occasion::Announcement,
            language: letter.language,
            name: letter.name.clone(),
            post: entry.post.title.clone(),
            municipality: entry.post.municipality_code.clone(),
            programme: source.programme.clone(),
            round: round.key.clone(),
            is_test: round.is_test,
            is_sample: false,
            asked: Asked::default(),
            opens_on: round.opens_on,
            deadline: round.closes_on,
            link: String::new(),
            sender: self.sender.name(),
            contact: self.sender.contact().to_owned(),
            accent: self.sender.accent().cloned(),
        }
    }

    async fn occasion(
        &self,
        letter: &Letter,
        (invitation, section): (&Invitation, Option<&Section>),
        round: &Round,
    ) -> Written<Occasion> {
        match letter.kind {
            LetterKind::Invitation => Ok(Occasion::Invitation),
            LetterKind::Reminder => Ok(Occasion::Reminder),
            LetterKind::LastReminder => Ok(Occasion::LastReminder),
            LetterKind::Result => Ok(Occasion::Result),
            LetterKind::Extended => Ok(Occasion::Extended),
            LetterKind::ExtensionDeclined => {
                let (db, id) = (self.context.db.clone(), invitation.id.clone());
                let find = move |conn: &mut Conn| Ok(store::extension_requests::find_newest_declined(conn, &id)?);
                let request = told(blocking(move || db.read(find)).await)?;
                let because = request.and_then(|request| request.declined_because).unwrap_or_default();
                Ok(Occasion::ExtensionDeclined { because })
            }
            LetterKind::Handover | LetterKind::HandoverDone => {
                let (told, asked, section) = (letter.clone(), invitation.clone(), section.cloned());
                self.read_edition(round, move |conn, edition| {
                    let about = (&asked, section.as_ref());
                    match told.kind {
                        LetterKind::Handover => handover(conn, edition, &told, about),
                        _ => handover_done(conn, edition, &told, about),
                    }
                })
                .await
            }
            LetterKind::Receipt => {
                let asked = invitation.clone();
                let answers = self.read_edition(round, move |conn, edition| receipt_answers(conn, &asked, edition));
                Ok(Occasion::Receipt { answers: answers.await? })
            }
            LetterKind::Announcement
            | LetterKind::AccountInvitation
            | LetterKind::PasswordReset
            | LetterKind::NewSignIn
            | LetterKind::RoundDrafted
            | LetterKind::TextSample => Err(misaddressed()),
        }
    }

    /// How much a letter asks for, where it tells that.
    async fn asked(
        &self,
        letter: &Letter,
        kind: TextKind,
        (invitation, round): (&Invitation, &Round),
    ) -> Written<Asked> {
        if !Placeholder::Extent.is_in(kind) {
            return Ok(Asked::default());
        }
        let (paces, now, language) = (Arc::clone(&self.context.paces), self.context.clock.now(), letter.language);
        let (invitation, of) = (invitation.clone(), round.clone());
        self.read_edition(round, move |conn, edition| {
            let pace = paces.of(conn, &of, now)?;
            asked_of(conn, edition, (&invitation, &of), (language, pace))
        })
        .await
    }

    /// A text as somebody typed it, filled with an example.
    async fn sample(&self, letter: &Letter) -> Written<Rendered> {
        let (db, id, today) = (self.context.db.clone(), letter.id.clone(), day_in_denmark(self.context.clock.now()));
        let read = blocking(move || {
            db.read(|conn| {
                let sample = store::letter_samples::find(conn, &id)?.or_not_found()?;
                let programme = store::programmes::find(conn, &sample.programme)?.or_not_found()?;
                let example = Example::read(conn, &programme, sample.language, today)?;
                let post = match &sample.post_id {
                    Some(post) => store::directory::find_entry(conn, post, &Scope::All)?,
                    None => None,
                };
                Ok((sample, example, post))
            })
        });
        let (sample, example, post) = told(read.await)?;
        let template = understood(template(sample.kind, sample.language, Some(sample.wording())))?;
        let content = example.content(&sample.place(), post.as_ref(), &self.sender);
        Ok(render(&Content { is_sample: true, ..content }, &template))
    }

    /// Reads what a letter tells of a round in the words of its edition.
    async fn read_edition<T: Send + 'static>(
        &self,
        round: &Round,
        read: impl Fn(&mut Conn, &Edition) -> Result<T> + Send + 'static,
    ) -> Written<T> {
        let (db, load, key) = (self.context.db.clone(), self.context.load_edition, round.edition.clone());
        let found = blocking(move || {
            db.read(|conn| {
                let edition = load(conn, &key)?;
                read(conn, &edition)
            })
        });
        told(found.await)
    }
}

/// The text that a letter is written from. One that this program does not understand is left to the release that
/// saved it, for as long as a letter is tried: nobody gets another text than the one that was written.
fn template_of(source: &Source, kind: TextKind, language: Language) -> Written<Template> {
    understood(template(kind, language, source.text.as_ref().and_then(LetterText::wording)))
}

fn understood(template: std::result::Result<Template, Vec<Fault>>) -> Written<Template> {
    match template {
        Ok(template) => Ok(template),
        Err(_) => Err(Failure::Temporary("the letter's text is not one that this release understands".to_owned())),
    }
}

fn told<T>(read: Result<T>) -> Written<T> {
    match read {
        Ok(read) => Ok(read),
        Err(error) => Err(Failure::Temporary(format!("what the letter tells could not be read: {error}"))),
    }
}

/// No such letter is ever claimed (`store::letters::is_sendable`).
fn misaddressed() -> Failure {
    Failure::Permanent("a letter of this kind does not go to this receiver".to_owned())
}
