//! Taking letters from the ledger and telling it what became of them: one short transaction each,
//! none of them while a letter is under way.

use std::sync::Arc;

use chrono::{Duration, NaiveDateTime, Timelike};

use super::programme_texts::{ProgrammeTexts, Source};
use crate::domain::access::rate_limits::Subject;
use crate::domain::access::staff::{Scope, Staff};
use crate::domain::base::tokens::{Token, TokenHash};
use crate::domain::mail::letter_texts::{LetterTextId, TextKind};
use crate::domain::mail::letters::{Failure, Letter, LetterId, LetterKind, Recipient};
use crate::domain::rounds::Round;
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::invitations::{Invitation, Link, Section};
use crate::domain::site::Site;
use crate::error::Result;
use crate::store::letters::Case;
use crate::store::{Conn, Db, bounces, directory, leases, letters, links, rate_limits, setup_tokens, site};

/// What the letters of a minute are counted under, by all instances together.
const SUBJECT: &str = "letters";

/// What the mailer said.
pub(super) type Sent = std::result::Result<(), Failure>;

/// A letter that is ours to send until its lease ends, which is renewed while we live.
#[derive(Debug)]
pub(super) struct Claim {
    /// The letter as it stands in the ledger now.
    pub letter: Letter,
    /// What it is about.
    pub topic: Topic,
    /// A fresh token, also where no link is made of it; only its hash is stored, so it lives in this letter alone.
    pub token: Token,
    /// What was chosen about the site when it was taken.
    pub site: Arc<Site>,
}

/// What a claimed letter is about, as it stands now.
#[derive(Debug)]
pub(super) enum Topic {
    /// Somebody is asked, or answered.
    Asked {
        /// The invitation.
        invitation: Box<Invitation>,
        /// Its round.
        round: Box<Round>,
        /// Its section, for a handover.
        section: Option<Section>,
        /// What the letter is written from.
        source: Box<Source>,
    },
    /// A post is told of a round that is to come.
    Announced {
        /// The post with its holder.
        entry: Box<DirectoryEntry>,
        /// The round.
        round: Box<Round>,
        /// What the letter is written from.
        source: Box<Source>,
    },
    /// Somebody has an account.
    Account {
        /// The account.
        account: Box<Staff>,
        /// The round that the letter is about, if any.
        round: Option<Box<Round>>,
    },
}

impl Topic {
    /// What stands beside a letter in the ledger; none for a letter without receiver, which is never made.
    fn of(
        (letter, invitation, section, staff, round): Case,
        entry: Option<DirectoryEntry>,
        texts: &ProgrammeTexts,
    ) -> Option<(Letter, Topic)> {
        let topic = match (invitation, staff, round) {
            (None, None, Some(round)) => entry.map(|entry| {
                let source = Box::new(texts.source(&letter, &round));
                Topic::Announced { entry: Box::new(entry), round: Box::new(round), source }
            }),
            (Some(invitation), None, Some(round)) => {
                let source = Box::new(texts.source(&letter, &round));
                Some(Topic::Asked { invitation: Box::new(invitation), round: Box::new(round), section, source })
            }
            (None, Some(account), round) => {
                Some(Topic::Account { account: Box::new(account), round: round.map(Box::new) })
            }
            _ => None,
        };
        topic.map(|topic| (letter, topic))
    }

    /// The version of the programme's text that the letter is written from, if any.
    fn text(&self) -> Option<&LetterTextId> {
        match self {
            Topic::Asked { source, .. } | Topic::Announced { source, .. } => source.text.as_ref().map(|text| &text.id),
            Topic::Account { .. } => None,
        }
    }

    /// Whether a letter about this has lost its point by `now`.
    fn makes_pointless(&self, letter: &Letter, now: NaiveDateTime) -> bool {
        match self {
            Topic::Asked { invitation, round, section, .. } => {
                letter.is_pointless(round, invitation, section.as_ref(), now)
            }
            Topic::Announced { entry, round, .. } => letter.is_pointless_to_post(round, entry),
            Topic::Account { account, round } => letter.is_pointless_to(account, round.as_deref()),
        }
    }
}

/// How many letters may be taken, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    /// At once.
    pub batch: usize,
    /// A minute, by all instances together.
    pub rate: u32,
    /// How long a worker has one that it does not renew.
    pub lease: Duration,
}

/// Takes due letters, each with a fresh token, and calls off those that have lost their point; none of
/// them was taken by anybody else. The second number is how many were called off.
pub(super) fn claim(db: &Db, now: NaiveDateTime, share: Share) -> Result<(Vec<Claim>, usize)> {
    let rate = i32::try_from(share.rate).unwrap_or(i32::MAX);
    let window_start = now - Duration::seconds(now.second().into());
    let minute = Subject { key: SUBJECT.to_owned(), window_start, limit: rate };
    let is_idle = db.read(|conn| Ok(rate_limits::count(conn, &minute)? >= rate || !letters::exists_due(conn, now)?))?;
    if is_idle {
        return Ok((Vec::new(), 0));
    }
    let lease = now + share.lease;
    db.write(|conn| {
        for (letter, link) in leases::list_unbegun(conn, now)? {
            give_back(conn, &letter, &link, now)?;
        }
        letters::update_expired(conn, now)?;
        let left = i64::from(rate - rate_limits::count(conn, &minute)?);
        let limit = i64::try_from(share.batch).unwrap_or(i64::MAX).min(left.max(0));
        let bounced = bounces::list(conn)?;
        let site = Arc::new(Site::of(&site::list_settings(conn)?));
        let (mut claims, mut cancelled) = (Vec::new(), 0);
        let due = letters::list_due(conn, now, limit)?;
        let texts = match due.iter().any(|(letter, ..)| TextKind::of(letter.kind).is_some()) {
            true => ProgrammeTexts::load(conn)?,
            false => ProgrammeTexts::default(),
        };
        for case in due {
            let entry = match &case.0.recipient {
                Recipient::Post { post_id, .. } => directory::find_entry(conn, post_id, &Scope::All)?,
                _ => None,
            };
            let Some((letter, topic)) = Topic::of(case, entry, &texts) else { continue };
            let is_vain = letter.is_reminder() && bounced.holds(&letter.email);
            if is_vain || topic.makes_pointless(&letter, now) {
                cancelled += letters::update_cancelled(conn, &letter.id)?;
                continue;
            }
            if letters::update_claimed(conn, &letter, topic.text(), lease)? == 0 {
                continue;
            }
            let token = Token::random();
            insert_link(conn, (&letter, &topic), &token, now)?;
            leases::insert(conn, &letter.id, &token.hash())?;
            let letter = Letter { attempts: letter.attempts + 1, due_at: lease, ..letter };
            claims.push(Claim { letter, topic, token, site: Arc::clone(&site) });
        }
        if let Ok(taken @ 1..) = i32::try_from(claims.len()) {
            rate_limits::insert_or_add(conn, &minute, taken)?;
        }
        Ok((claims, cancelled))
    })
}

/// Lets the letter's token open what the letter is about: the questions, or an account's new password.
fn insert_link(conn: &mut Conn, (letter, topic): (&Letter, &Topic), token: &Token, now: NaiveDateTime) -> Result<()> {
    match topic {
        Topic::Asked { invitation, .. } => {
            let section = if letter.kind == LetterKind::Handover { letter.recipient.section() } else { None };
            links::insert(conn, &Link::sent(token, (&invitation.id, section), now))?;
        }
        // Nothing can be opened yet.
        Topic::Announced { .. } => {}
        Topic::Account { account, .. } => {
            if let Some(lifetime) = letter.kind.key_lifetime() {
                setup_tokens::insert(conn, &token.hash(), &account.id, now + lifetime)?;
            }
        }
    }
    Ok(())
}

/// Takes the link away of a letter that nobody can have got.
fn delete_link(conn: &mut Conn, link: &TokenHash) -> Result<()> {
    links::delete(conn, link)?;
    setup_tokens::delete(conn, link)?;
    Ok(())
}

/// Records what became of a claimed letter and takes its link away where nobody can have got it; false
/// where the claim was no longer ours.
pub(super) fn record(
    db: &Db,
    (letter, link): (&Letter, &TokenHash),
    outcome: &Sent,
    now: NaiveDateTime,
) -> Result<bool> {
    db.write(|conn| {
        if let Err(failure) = outcome
            && !matches!(failure, Failure::Unanswered(_))
        {
            delete_link(conn, link)?;
        }
        let rows = match outcome {
            Ok(()) => letters::update_accepted(conn, letter, link, now)?,
            Err(failure) => letters::update_failed(conn, (letter, link), &letter.after(failure, now), now)?,
        };
        leases::delete(conn, link)?;
        Ok(rows == 1)
    })
}

/// Notes that the mail server may have a letter from now on, under which subject, and gives the worker until `until` to record
/// what became of it; false where the claim is no longer ours, and the letter must not be sent.
pub(super) fn begin(
    db: &Db,
    (link, subject): (&TokenHash, &str),
    now: NaiveDateTime,
    until: NaiveDateTime,
) -> Result<bool> {
    db.write(|conn| Ok(leases::update_begun(conn, (link, subject), (now, until))? == 1))
}

/// Keeps claimed letters that are not begun.
pub(super) fn renew(db: &Db, claimed: &[TokenHash], until: NaiveDateTime) -> Result<()> {
    db.write(|conn| Ok(leases::renew(conn, claimed, until).map(drop)?))
}

/// Gives claimed letters back untried.
pub(super) fn release(db: &Db, claimed: &[(LetterId, TokenHash)], now: NaiveDateTime) -> Result<()> {
    db.write(|conn| claimed.iter().try_for_each(|(letter, link)| give_back(conn, letter, link, now)))
}

/// As if a letter had not been claimed. Nobody can have got its link.
fn give_back(conn: &mut Conn, letter: &LetterId, link: &TokenHash, now: NaiveDateTime) -> Result<()> {
    if leases::update_released(conn, letter, link, now)? == 1 {
        delete_link(conn, link)?;
        leases::delete(conn, link)?;
    }
    Ok(())
}
