//! What the ids of the audit log name. An entry outlives its object, and then nothing names it any more.

use std::collections::HashMap;

use diesel::prelude::*;

use super::AuditEntry;
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::{Area, MunicipalityCode};
use crate::schema::{invitations, rounds, sections};

/// What ids name, as far as it is still there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Accounts' addresses.
    pub staff: HashMap<String, String>,
    /// Rounds' keys.
    pub rounds: HashMap<String, String>,
    /// Posts' municipalities and titles.
    pub posts: HashMap<String, (MunicipalityCode, String)>,
    /// Posts asked in a round.
    pub invitations: HashMap<String, AskedPost>,
    /// Sections by their number.
    pub sections: HashMap<String, AskedSection>,
    /// The invitations that letters go to; none for a letter to an account.
    pub letters: HashMap<String, Option<AskedPost>>,
}

/// A post asked in a round.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct AskedPost {
    /// Id of the invitation.
    pub id: InvitationId,
    /// Its municipality.
    pub municipality_code: MunicipalityCode,
    /// Its title when it was asked.
    pub post: String,
    /// Key of the round.
    #[diesel(select_expression = rounds::key)]
    pub round: String,
}

/// A section of a post asked in a round.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sections)]
pub struct AskedSection {
    /// Its area.
    pub area: Area,
    /// Whose it is.
    #[diesel(embed)]
    pub asked: AskedPost,
}

/// The ids of a kind of object in entries, each once.
pub fn ids<'a>(entries: &'a [AuditEntry], kinds: &[&str]) -> Vec<&'a str> {
    let of_kind = entries.iter().filter(|entry| kinds.contains(&entry.object.as_str()));
    each_once(of_kind.filter_map(|entry| entry.object_id.as_deref()))
}

/// The ids of a kind of actor in entries, each once.
pub fn actor_ids<'a>(entries: &'a [AuditEntry], kind: &str) -> Vec<&'a str> {
    let of_kind = entries.iter().filter(|entry| entry.actor == kind);
    each_once(of_kind.filter_map(|entry| entry.actor_id.as_deref()))
}

fn each_once<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
