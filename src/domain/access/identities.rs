//! Who an account is at a provider of OpenID Connect.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::{Map, Value};

use super::sealing::{seal, unseal};
use super::staff::{Role, StaffId};
use crate::domain::MunicipalityCode;
use crate::schema::{identities, sessions};

/// Who an account is at a provider: issuer and subject never change, where an address may be given to somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = identities)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Who it is there.
    pub subject: String,
    /// The account.
    pub staff_id: StaffId,
    /// When it signed in for the first time, UTC.
    pub created_at: NaiveDateTime,
    /// When it signed in last, UTC.
    pub used_at: NaiveDateTime,
}

/// Somebody for whom a provider has vouched. It has no `Debug`, so that no log holds who it is.
#[derive(Clone)]
pub struct Person {
    /// The provider.
    pub issuer: String,
    /// Who it is there.
    pub subject: String,
    /// The address that the provider knows, as it was written.
    pub email: Option<String>,
    /// Whether the provider has checked that the address is theirs.
    pub is_email_verified: bool,
    /// Everything that the provider says.
    pub claims: Map<String, Value>,
    /// Which session it is at the provider, where it says so.
    pub session: Option<String>,
    /// The signed token.
    pub id_token: String,
}

/// What an account may do and see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// The role.
    pub role: Role,
    /// Municipalities, as many as the role has.
    pub municipalities: Vec<MunicipalityCode>,
}

/// What happens at a first sign-in, by the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AccountPolicy {
    /// Whether an account is made where there is none, given that the claims say what it may do.
    pub makes_accounts: bool,
    /// Whether every address that the provider gives is taken for checked.
    pub trusts_addresses: bool,
    /// Whether an account's password ends where it signs in by the provider, because the provider says what it may do,
    /// asks for the second factor, or is the only way in: a password would go round all three.
    pub ends_passwords: bool,
}

/// What a session, or a sign-in that waits for a code, keeps of the provider's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Vouched {
    /// Which session it is at the provider, where it says so.
    pub provider_session: Option<String>,
    /// The token that a sign-out shows, encrypted.
    pub sealed_id_token: Option<String>,
}

const HINT: &str = "id token hint";

impl Vouched {
    /// What is kept of somebody who signs in with an account.
    pub fn of(person: &Person, key: &str, account: &StaffId) -> Vouched {
        Vouched {
            provider_session: person.session.clone(),
            sealed_id_token: seal(key, (HINT, account.as_str()), person.id_token.as_bytes()),
        }
    }

    /// The token that a sign-out shows; none where `SECRET_KEY` is another by now.
    pub fn id_token(&self, key: &str, account: &StaffId) -> Option<String> {
        String::from_utf8(unseal(key, (HINT, account.as_str()), self.sealed_id_token.as_deref()?)?).ok()
    }
}
