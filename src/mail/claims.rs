//! Taking letters from the ledger and telling it what became of them: one short transaction each,
//! none of them while a letter is under way.

use chrono::{Duration, NaiveDateTime, Timelike};

use crate::domain::access::rate_limits::Subject;
use crate::domain::base::tokens::{Token, TokenHash};
use crate::domain::mail::letters::{Failure, Letter, LetterId, LetterKind};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, Link, Section};
use crate::error::Result;
use crate::store::{Conn, Db, bounces, leases, letters, links, rate_limits};

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
    pub invitation: Invitation,
    /// Its round.
    pub round: Round,
    /// Its section, for a handover.
    pub section: Option<Section>,
    /// A fresh personal link; only its hash is stored, so it lives in this letter alone.
    pub token: Token,
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

/// Takes due letters, each with a fresh link, and calls off those that have lost their point; none of
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
        let (mut claims, mut cancelled) = (Vec::new(), 0);
        for (letter, invitation, round, section) in letters::list_due(conn, now, limit)? {
            let is_vain = letter.is_reminder() && bounced.holds(&letter.email);
            if is_vain || letter.is_pointless(&round, &invitation, section.as_ref(), now) {
                cancelled += letters::update_cancelled(conn, &letter.id)?;
                continue;
            }
            if letters::update_claimed(conn, &letter, lease)? == 0 {
                continue;
            }
            let token = Token::random();
            let section_of_link = if letter.kind == LetterKind::Handover { letter.recipient.section() } else { None };
            let link = Link {
                token_hash: token.hash(),
                invitation_id: invitation.id.clone(),
                section: section_of_link,
                created_at: now,
                revoked_at: None,
            };
            links::insert(conn, &link)?;
            leases::insert(conn, &letter.id, &link.token_hash)?;
            let letter = Letter { attempts: letter.attempts + 1, due_at: lease, ..letter };
            claims.push(Claim { letter, invitation, round, section, token });
        }
        if let Ok(taken @ 1..) = i32::try_from(claims.len()) {
            rate_limits::insert_or_add(conn, &minute, taken)?;
        }
        Ok((claims, cancelled))
    })
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
            links::delete(conn, link)?;
        }
        let rows = match outcome {
            Ok(()) => letters::update_accepted(conn, letter, link, now)?,
            Err(failure) => letters::update_failed(conn, (letter, link), &letter.after(failure, now), now)?,
        };
        leases::delete(conn, link)?;
        Ok(rows == 1)
    })
}

/// Notes that the mail server may have a letter from now on, and gives the worker until `until` to record
/// what became of it; false where the claim is no longer ours, and the letter must not be sent.
pub(super) fn begin(db: &Db, link: &TokenHash, now: NaiveDateTime, until: NaiveDateTime) -> Result<bool> {
    db.write(|conn| Ok(leases::update_begun(conn, link, (now, until))? == 1))
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
        links::delete(conn, link)?;
        leases::delete(conn, link)?;
    }
    Ok(())
}
