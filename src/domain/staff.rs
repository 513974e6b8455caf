//! Staff: people with an account, their role and which municipalities they may see.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::MunicipalityCode;
use super::refusals::Refusal;
use crate::schema::staff;

id! {
    /// An account.
    StaffId
}

words! {
    /// What an account may do (product.md §3).
    pub enum Role {
        /// Everything.
        Admin = "admin",
        /// Sees dashboards and response status of the municipalities assigned.
        Consultant = "consultant",
        /// Sees and follows the own municipality.
        Coordinator = "coordinator",
    }
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = staff, treat_none_as_default_value = false)]
pub struct Staff {
    /// Its id.
    pub id: StaffId,
    /// Sign-in name, lower case.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Municipality codes separated by `|`; none means all.
    pub municipalities: Option<String>,
    /// Argon2 hash; none until the one-time link was used.
    pub password_hash: Option<String>,
    /// When it was made, UTC.
    pub created_at: NaiveDateTime,
    /// When it was shut, UTC.
    pub disabled_at: Option<NaiveDateTime>,
}

/// The municipalities that somebody may see. It goes into queries, so that what one may not see is not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Every municipality.
    All,
    /// These.
    Some(Vec<MunicipalityCode>),
}

impl Scope {
    /// Whether a municipality is in it.
    pub fn holds(&self, code: &MunicipalityCode) -> bool {
        match self {
            Scope::All => true,
            Scope::Some(codes) => codes.contains(code),
        }
    }
}

impl Staff {
    /// What the account may see.
    pub fn scope(&self) -> Scope {
        match &self.municipalities {
            None => Scope::All,
            Some(codes) => Scope::Some(codes.split('|').filter_map(|code| code.parse().ok()).collect()),
        }
    }
}

/// A coordinator has exactly one municipality, an admin none, a consultant any number (none: all).
///
/// # Errors
/// `Refusal::WrongMunicipalities` otherwise.
pub fn check_municipalities(role: Role, municipalities: &[MunicipalityCode]) -> Result<(), Refusal> {
    let fits = match role {
        Role::Admin => municipalities.is_empty(),
        Role::Consultant => true,
        Role::Coordinator => municipalities.len() == 1,
    };
    if fits { Ok(()) } else { Err(Refusal::WrongMunicipalities) }
}
