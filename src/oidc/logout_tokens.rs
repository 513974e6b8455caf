//! Tokens by which the provider tells that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).

use chrono::NaiveDateTime;
use openidconnect::core::CoreIdToken;
use openidconnect::{ClaimsVerificationError, JsonWebTokenType, Nonce, SignatureVerificationError};
use serde_json::Value;

use super::tokens::{not_believed, payload, verifier};
use super::{Failure, Provider};
use crate::domain::access::sign_in_faults::SignInFault;

/// What makes a token one of these.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Who has signed out at the provider.
#[derive(Clone)]
pub struct Ended {
    /// The provider.
    pub issuer: String,
    /// Who it is there.
    pub subject: String,
    /// Which session, where it says so; else all of them.
    pub session: Option<String>,
}

impl Provider {
    /// Who a token says has signed out.
    ///
    /// # Errors
    /// Where the provider can't be asked, or anything about the token is not as it must be.
    pub fn ended(&self, token: &str, now: NaiveDateTime) -> Result<Ended, Failure> {
        let wrong = |cause: &str| Failure::new(SignInFault::Unusable, cause);
        let parsed: CoreIdToken = token.parse().map_err(|_| wrong("no token"))?;
        let known = self.known(now)?;
        match self.is_right(&parsed, &known, now) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let known = self.known_with_new_keys(known, now)?;
                self.is_right(&parsed, &known, now).map_err(not_believed)?;
            }
            right => right.map_err(not_believed)?,
        }
        let claims = payload(token).ok_or_else(|| wrong("no claims"))?;
        let event = claims.get("events").and_then(|events| events.get(EVENT));
        if !event.is_some_and(Value::is_object) {
            return Err(wrong("the token tells of no sign-out"));
        }
        let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        let subject = text("sub").ok_or_else(|| wrong("no subject"))?;
        Ok(Ended { issuer: self.settings.issuer.clone(), subject, session: text("sid") })
    }

    fn is_right(
        &self,
        token: &CoreIdToken,
        known: &super::Known,
        now: NaiveDateTime,
    ) -> Result<(), ClaimsVerificationError> {
        let other = |failure: Failure| ClaimsVerificationError::Other(failure.cause);
        let client = self.client(known).map_err(other)?;
        let types = ["JWT", "logout+jwt"].map(|name| JsonWebTokenType::new(name.to_owned()).normalize());
        let types = types.into_iter().filter_map(Result::ok);
        let verifier = verifier(&client, known, now).set_allowed_jose_types(types);
        // With a nonce it would be a token for signing in.
        let no_nonce = |nonce: Option<&Nonce>| nonce.map_or(Ok(()), |_| Err("a nonce".to_owned()));
        token.claims(&verifier, no_nonce).map(drop)
    }
}
