//! Who did what: an entry for every write, kept beside it. An entry names people and objects by their ids and
//! configuration by its values; it never holds an answer, a token, a name or an address.

mod named;
mod search;

use chrono::NaiveDateTime;
use diesel::prelude::*;

pub use named::{AskedPost, AskedSection, Named, actor_ids, ids};
pub use search::{ActorKind, AuditSearch};

use super::staff::StaffId;
use crate::domain::rounds::invitations::InvitationId;
use crate::schema::audit;

id! {
    /// An entry of the audit log.
    AuditId
}

/// Who sets a write in motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// An account.
    Staff(StaffId),
    /// Whoever holds a personal link of an invitation: its holder or a helper.
    Link(InvitationId),
    /// The program itself, because the time has come.
    Clock,
    /// An operator.
    CommandLine,
    /// Somebody at the sign-in page, of whom nothing is known.
    Visitor,
}

/// Who writes, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// When, UTC.
    pub now: NaiveDateTime,
}

impl By {
    /// An account.
    pub fn staff(id: &StaffId, now: NaiveDateTime) -> By {
        By { actor: Actor::Staff(id.clone()), now }
    }

    /// The holder of a personal link.
    pub fn link(invitation: &InvitationId, now: NaiveDateTime) -> By {
        By { actor: Actor::Link(invitation.clone()), now }
    }

    /// The clock.
    pub fn clock(now: NaiveDateTime) -> By {
        By { actor: Actor::Clock, now }
    }

    /// Somebody at the sign-in page.
    pub fn visitor(now: NaiveDateTime) -> By {
        By { actor: Actor::Visitor, now }
    }

    /// An operator.
    pub fn command_line(now: NaiveDateTime) -> By {
        By { actor: Actor::CommandLine, now }
    }
}

/// What was written to. Its words are those of the tables' field: a round, a post, a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object<'a> {
    /// What it is.
    pub kind: &'static str,
    /// Its id or key; none where many were written to at once.
    pub id: Option<&'a str>,
}

impl<'a> Object<'a> {
    /// One object.
    pub fn one(kind: &'static str, id: &'a str) -> Object<'a> {
        Object { kind, id: Some(id) }
    }

    /// Many objects of a kind.
    pub fn all(kind: &'static str) -> Object<'a> {
        Object { kind, id: None }
    }
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit, treat_none_as_default_value = false)]
pub struct AuditEntry {
    /// Its id.
    pub id: AuditId,
    /// When, UTC.
    pub at: NaiveDateTime,
    /// `staff`, `link`, `clock`, `command_line` or `visitor`.
    pub actor: String,
    /// Id of the account, or of the link's invitation.
    pub actor_id: Option<String>,
    /// What was done, as in `open`.
    pub verb: String,
    /// What it was done to, as in `round`.
    pub object: String,
    /// Its id or key.
    pub object_id: Option<String>,
    /// Configuration as it was before, as JSON.
    pub old_value: Option<String>,
    /// Configuration as it is now, or counts of what was written, as JSON.
    pub new_value: Option<String>,
}

impl AuditEntry {
    /// An entry without values.
    pub fn new(by: &By, verb: &str, object: Object) -> AuditEntry {
        let (actor, actor_id) = match &by.actor {
            Actor::Staff(id) => ("staff", Some(id.to_string())),
            Actor::Link(id) => ("link", Some(id.to_string())),
            Actor::Clock => ("clock", None),
            Actor::CommandLine => ("command_line", None),
            Actor::Visitor => ("visitor", None),
        };
        AuditEntry {
            id: AuditId::new(),
            at: by.now,
            actor: actor.to_owned(),
            actor_id,
            verb: verb.to_owned(),
            object: object.kind.to_owned(),
            object_id: object.id.map(str::to_owned),
            old_value: None,
            new_value: None,
        }
    }

    /// The same with configuration as it was and as it is now, both as JSON.
    #[must_use]
    pub fn with_values(self, old: Option<String>, new: Option<String>) -> AuditEntry {
        AuditEntry { old_value: old, new_value: new, ..self }
    }
}
