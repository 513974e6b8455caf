//! The second factor of an account: a code of an app (TOTP, RFC 6238), or one from paper where the phone is lost.
//!
//! The app's secret must be known to check its codes, so it can't be hashed. It is encrypted with a key that is
//! made from `SECRET_KEY` and bound to its account: a copy of the database or a backup alone makes no code, and
//! a row put beside another account opens nothing. Codes from paper are kept as SHA-256, as tokens are; with 80
//! random bits nobody tries them out.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use totp_rs::{Builder, Totp, TotpError};

use super::sealing::{seal, unseal};
use super::staff::{Role, StaffId};
use crate::domain::base::tokens::{Token, TokenHash, random};
use crate::schema::second_factors;

/// How many codes on paper an account gets.
pub const RECOVERY_CODES: usize = 10;

/// Bytes of a secret, as RFC 4226 recommends.
const SECRET: usize = 20;

/// What the secrets are encrypted for.
const PURPOSE: &str = "second factor";

/// Characters of a code on paper, five bits each.
const RECOVERY: usize = 16;

/// Characters that nobody mistakes for another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

words! {
    /// Who must have a second factor.
    #[derive(Default)]
    pub enum TotpPolicy {
        /// Nobody; everybody may.
        None = "none",
        /// Administrators.
        #[default]
        Admin = "admin",
        /// Everybody with an account.
        All = "all",
    }
}

impl TotpPolicy {
    /// Whether an account of that role must have one.
    pub fn requires(self, role: Role) -> bool {
        match self {
            TotpPolicy::None => false,
            TotpPolicy::Admin => role == Role::Admin,
            TotpPolicy::All => true,
        }
    }
}

/// The second factor of an account. It has no `Debug`, so that no log holds it, encrypted or not.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = second_factors, treat_none_as_default_value = false)]
pub struct SecondFactor {
    /// The account.
    pub staff_id: StaffId,
    /// The secret, encrypted.
    pub sealed_secret: String,
    /// When it was made, UTC.
    pub created_at: NaiveDateTime,
    /// When a first code of it was right, UTC; until then it is asked for nowhere.
    pub confirmed_at: Option<NaiveDateTime>,
    /// The step of time of the newest code used; no code of it or of one before is taken again.
    pub last_step: Option<i64>,
}

/// What an app makes its codes from. It has no `Debug`, so that no log holds it.
pub struct Secret([u8; SECRET]);

impl SecondFactor {
    /// A new one, whose app has shown nothing yet.
    pub fn new(key: &str, staff_id: &StaffId, now: NaiveDateTime) -> Option<SecondFactor> {
        let sealed_secret = Secret(random()).seal(key, staff_id)?;
        Some(SecondFactor {
            staff_id: staff_id.clone(),
            sealed_secret,
            created_at: now,
            confirmed_at: None,
            last_step: None,
        })
    }

    /// The secret; none where `SECRET_KEY` is another than when it was made, or somebody changed the row.
    pub fn secret(&self, key: &str) -> Option<Secret> {
        Secret::unseal(key, &self.staff_id, &self.sealed_secret)
    }

    /// The step of time that a code is of, where it is right and no later one was used.
    pub fn step_of(&self, key: &str, code: &str, now: NaiveDateTime) -> Option<i64> {
        let step = self.secret(key)?.step_of(code, now)?;
        self.last_step.is_none_or(|last| step > last).then_some(step)
    }
}

impl Secret {
    fn seal(&self, key: &str, staff_id: &StaffId) -> Option<String> {
        seal(key, (PURPOSE, staff_id.as_str()), &self.0)
    }

    fn unseal(key: &str, staff_id: &StaffId, sealed: &str) -> Option<Secret> {
        Some(Secret(unseal(key, (PURPOSE, staff_id.as_str()), sealed)?.try_into().ok()?))
    }

    /// The secret as somebody types it into an app that can't read a picture: groups of four.
    pub fn typed(&self) -> String {
        let text = totp_rs::Secret::from(self.0).to_base32();
        let letters: Vec<char> = text.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// What the picture says: the secret, and whose it is in which service. A colon ends the service's name there, so
    /// one in the name is left out.
    ///
    /// # Errors
    /// Where an account's name can't stand in such an address.
    pub fn address(&self, service: &str, account: &str) -> Result<String, TotpError> {
        let issuer = service.replace(':', "");
        let builder = Builder::new().with_secret(self.0).with_issuer(Some(issuer)).with_account_name(account);
        builder.build()?.to_url()
    }

    /// The step of time that a code is of: the present one, or its neighbours where a clock is wrong.
    fn step_of(&self, code: &str, now: NaiveDateTime) -> Option<i64> {
        let digits: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
        let seconds = u64::try_from(now.and_utc().timestamp()).ok()?;
        i64::try_from(self.totp().check(&digits, seconds)?).ok()
    }

    /// The code that an app shows at an instant.
    #[cfg(test)]
    pub fn code(&self, now: NaiveDateTime) -> String {
        let seconds = u64::try_from(now.and_utc().timestamp()).unwrap_or_default();
        self.totp().generate(seconds).to_string()
    }

    /// Six digits every half minute by HMAC-SHA-1, which is what every app knows.
    fn totp(&self) -> Totp {
        Builder::new().with_secret(self.0).build_noncompliant()
    }
}

/// A code on paper, good for one time.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// A new one.
    pub fn random() -> RecoveryCode {
        let random: [u8; RECOVERY] = random();
        RecoveryCode(random.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
    }

    /// A code as somebody typed it, however it is spaced and whatever letters were mistaken for a digit; none
    /// where it can't be one.
    pub fn parse(text: &str) -> Option<RecoveryCode> {
        let letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let code: String = letters
            .map(|letter| match letter.to_ascii_lowercase() {
                'i' | 'l' => '1',
                'o' => '0',
                letter => letter,
            })
            .collect();
        let is_code = code.len() == RECOVERY && code.bytes().all(|byte| ALPHABET.contains(&byte));
        is_code.then_some(RecoveryCode(code))
    }

    /// The code as it stands on paper: groups of four.
    pub fn written(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// What is stored of it.
    pub fn hash(&self) -> TokenHash {
        Token::received(&self.0).hash()
    }
}

#[cfg(test)]
mod tests;
