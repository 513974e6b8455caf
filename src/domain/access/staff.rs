//! Staff: people with an account, their role and which municipalities they may see.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use crate::domain::base::addresses::is_address;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::TokenHash;
use crate::domain::{Language, MunicipalityCode};
use crate::schema::{sessions, staff};

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
    /// The language of its letters; none until its owner has chosen one.
    pub language: Option<Language>,
    /// When it was last seen at work, UTC, to some minutes.
    pub seen_at: Option<NaiveDateTime>,
    /// Since when its owner signs in with a provider of OpenID Connect, UTC.
    pub identity_at: Option<NaiveDateTime>,
}

/// Somebody signed in with an account, in one browser.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Session {
    /// What is stored of its token.
    pub token_hash: TokenHash,
    /// When it began, UTC; none where a release before noted it.
    pub created_at: Option<NaiveDateTime>,
    /// When it was last used, UTC, to some minutes.
    pub seen_at: Option<NaiveDateTime>,
}

/// How long it takes until it is noted again that a session is used, in minutes.
pub const SEEN_MINUTES: i64 = 5;

/// Whether it should be noted that a session is used that was seen last at an instant.
pub fn should_note_seen(seen_at: Option<NaiveDateTime>, now: NaiveDateTime) -> bool {
    seen_at.is_none_or(|seen| now - seen >= TimeDelta::minutes(SEEN_MINUTES))
}

/// How long an account must have been away for its next sign-in to begin another visit.
const AWAY: TimeDelta = TimeDelta::hours(1);

/// When an account's visit before the one that a sign-in begins ended; none where the sign-in goes on with a visit.
pub fn visit_before(seen_at: Option<NaiveDateTime>, now: NaiveDateTime) -> Option<NaiveDateTime> {
    seen_at.filter(|seen| now - *seen >= AWAY)
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

/// An account to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Sign-in name, lower case.
    pub email: String,
    /// The role.
    pub role: Role,
    /// What it may see, as many as the role has.
    pub municipalities: Vec<MunicipalityCode>,
}

impl Draft {
    /// A draft from what somebody wrote.
    ///
    /// # Errors
    /// `BadAddress`, `UnknownMunicipality` or `WrongMunicipalities`.
    pub fn parse(address: &str, role: Role, codes: &[String]) -> Result<Draft, Refusal> {
        let email = email(address)?;
        Ok(Draft { email, role, municipalities: parse_municipalities(role, codes)? })
    }
}

/// The municipalities that somebody wrote for a role, each once and in order.
///
/// # Errors
/// `UnknownMunicipality` or `WrongMunicipalities`.
pub fn parse_municipalities(role: Role, codes: &[String]) -> Result<Vec<MunicipalityCode>, Refusal> {
    let code = |code: &String| code.parse().map_err(|_| Refusal::UnknownMunicipality(code.clone()));
    let mut municipalities = codes.iter().map(code).collect::<Result<Vec<MunicipalityCode>, Refusal>>()?;
    municipalities.sort_unstable();
    municipalities.dedup();
    check_municipalities(role, &municipalities)?;
    Ok(municipalities)
}

/// How far an account has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has chosen its password or signed in by a provider yet.
    Invited,
    /// In use.
    Active,
    /// Shut.
    Disabled,
}

/// A sign-in name: an e-mail address in lower case.
///
/// # Errors
/// `Refusal::BadAddress`.
pub fn email(text: &str) -> Result<String, Refusal> {
    let address = sign_in_name(text);
    if is_address(&address) { Ok(address) } else { Err(Refusal::BadAddress(text.to_owned())) }
}

/// What somebody typed as a sign-in name, as it is looked up.
pub fn sign_in_name(text: &str) -> String {
    text.trim().to_lowercase()
}

impl Staff {
    /// A new account without password.
    pub fn new(draft: &Draft, now: NaiveDateTime) -> Staff {
        Staff {
            id: StaffId::new(),
            email: draft.email.clone(),
            role: draft.role,
            municipalities: written(&draft.municipalities),
            password_hash: None,
            created_at: now,
            disabled_at: None,
            language: None,
            seen_at: None,
            identity_at: None,
        }
    }

    /// The account with another role and other municipalities.
    #[must_use]
    pub fn with_rights(self, role: Role, municipalities: &[MunicipalityCode]) -> Staff {
        Staff { role, municipalities: written(municipalities), ..self }
    }

    /// How far it has come.
    pub fn standing(&self) -> Standing {
        let is_used = self.password_hash.is_some() || self.identity_at.is_some();
        match self.disabled_at {
            Some(_) => Standing::Disabled,
            None if is_used => Standing::Active,
            None => Standing::Invited,
        }
    }

    /// What the account may see.
    pub fn scope(&self) -> Scope {
        match &self.municipalities {
            // Such a row is never made; should there be one, it must not open the whole country.
            None if self.role == Role::Coordinator => Scope::Some(Vec::new()),
            None => Scope::All,
            Some(codes) => Scope::Some(codes.split('|').filter_map(|code| code.parse().ok()).collect()),
        }
    }
}

/// Municipalities as they are stored; none for none.
fn written(municipalities: &[MunicipalityCode]) -> Option<String> {
    let codes: Vec<&str> = municipalities.iter().map(MunicipalityCode::as_str).collect();
    (!codes.is_empty()).then(|| codes.join("|"))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(role: Role, codes: &[&str]) -> Result<Draft, Refusal> {
        Draft::parse("anna@example.org", role, &codes.iter().map(|&code| code.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_coordinator_needs_exactly_one_municipality() {
        assert_eq!(draft(Role::Coordinator, &[]), Err(Refusal::WrongMunicipalities));
        assert_eq!(draft(Role::Coordinator, &["0101", "0147"]), Err(Refusal::WrongMunicipalities));
        assert!(draft(Role::Coordinator, &["0101"]).is_ok());
    }

    #[test]
    fn an_admin_has_no_municipality_and_a_consultant_any_number() {
        assert_eq!(draft(Role::Admin, &["0101"]), Err(Refusal::WrongMunicipalities));
        assert!(draft(Role::Admin, &[]).is_ok());
        assert!(draft(Role::Consultant, &[]).is_ok() && draft(Role::Consultant, &["0101", "0147"]).is_ok());
    }

    #[test]
    fn who_comes_back_within_the_hour_goes_on_with_the_same_visit() {
        let now = NaiveDateTime::default();
        let ago = |minutes| Some(now - TimeDelta::minutes(minutes));
        assert_eq!(visit_before(ago(59), now), None);
        assert_eq!(visit_before(ago(60), now), ago(60));
        assert_eq!(visit_before(None, now), None, "nobody was here before");
    }

    #[test]
    fn a_code_of_no_municipality_is_named() {
        assert_eq!(draft(Role::Consultant, &["0411"]), Err(Refusal::UnknownMunicipality("0411".to_owned())));
    }

    #[test]
    fn the_scope_is_that_of_the_draft() {
        let now = NaiveDateTime::default();
        let scope = |role, codes: &[&str]| Staff::new(&draft(role, codes).unwrap(), now).scope();
        assert_eq!(scope(Role::Consultant, &[]), Scope::All);
        let two = scope(Role::Consultant, &["0147", "0101"]);
        assert!(two.holds(&"0101".parse().unwrap()) && !two.holds(&"0151".parse().unwrap()));
    }

    #[test]
    fn a_coordinator_without_municipality_sees_none() {
        let now = NaiveDateTime::default();
        let coordinator = Staff::new(&draft(Role::Coordinator, &["0101"]).unwrap(), now);
        assert_eq!(Staff { municipalities: None, ..coordinator }.scope(), Scope::Some(Vec::new()));
    }

    #[test]
    fn a_sign_in_name_is_an_address_in_lower_case() {
        assert_eq!(email(" Anna@Example.org "), Ok("anna@example.org".to_owned()));
        for wrong in ["", "anna", "@example.org", "anna@", "a@b@c", "a b@example.org", "a\0@example.org", "<a@b>"] {
            assert_eq!(email(wrong), Err(Refusal::BadAddress(wrong.to_owned())));
        }
    }
}
