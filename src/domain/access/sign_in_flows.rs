//! A sign-in by OpenID Connect that has begun: what the provider must give back, and what only this browser knows.
//! It is sealed in a cookie, so that beginning one writes nothing and none can be planted from elsewhere.

use chrono::{DateTime, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::rate_limits::{Subject, keyed, windows};
use super::sealing::{seal, unseal};
use crate::domain::base::tokens::Token;

/// How long somebody has at the provider's pages.
pub const PATIENCE: TimeDelta = TimeDelta::minutes(15);

/// The longest way back that is kept.
const LONGEST: usize = 1000;

const SEALED_FOR: (&str, &str) = ("sign-in flow", "browser");

/// One that has begun. It has no `Debug`, so that no log holds it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Flow {
    /// What the provider gives back in the address.
    pub state: String,
    /// What the provider writes into its token.
    pub nonce: String,
    /// What proves that whoever brings the code is who asked for it (PKCE, RFC 7636).
    pub verifier: String,
    /// Where to go afterwards; a path of our own.
    pub return_to: String,
    /// When it began, in seconds since 1970.
    begun: i64,
}

impl Flow {
    /// A new one, which knows what nobody can guess.
    pub fn new(return_to: &str, now: NaiveDateTime) -> Flow {
        // A token's 43 characters of base64url are what RFC 7636 asks of a verifier.
        let secret = || Token::random().as_str().to_owned();
        let begun = now.and_utc().timestamp();
        // A cookie has some four thousand characters, sealed.
        let return_to = if return_to.len() <= LONGEST { return_to } else { "/" }.to_owned();
        Flow { state: secret(), nonce: secret(), verifier: secret(), return_to, begun }
    }

    /// The cookie's text.
    pub fn sealed(&self, key: &str) -> Option<String> {
        seal(key, SEALED_FOR, serde_json::to_string(self).ok()?.as_bytes())
    }

    /// The flow of a cookie, unless it took too long.
    pub fn opened(key: &str, cookie: &str, now: NaiveDateTime) -> Option<Flow> {
        let flow: Flow = serde_json::from_slice(&unseal(key, SEALED_FOR, cookie)?).ok()?;
        let age = now.and_utc().timestamp() - flow.begun;
        (0..=PATIENCE.num_seconds()).contains(&age).then_some(flow)
    }

    /// What counts that it was used, which it is once. The window is the one in which it ends, so that this is
    /// remembered for as long as it lasts.
    pub fn spent(&self, key: &str) -> Subject {
        let ends = DateTime::from_timestamp(self.begun, 0).unwrap_or_default().naive_utc() + PATIENCE;
        let window_start = windows(ends).quarter;
        Subject { key: format!("flow {}", keyed(key, &format!("flow\n{}", self.state))), window_start, limit: 1 }
    }

    /// Whether the provider gave back what it was sent; hashes are compared, so that time tells nothing.
    pub fn is_answered_by(&self, state: &str) -> bool {
        Token::received(state).hash() == Token::received(&self.state).hash()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_lasts_a_quarter_of_an_hour_and_opens_with_its_key() {
        let now: NaiveDateTime = "2026-09-01T08:00:00".parse().unwrap();
        let flow = Flow::new("/rounds", now);
        let cookie = flow.sealed("nøgle").unwrap();
        let opened = Flow::opened("nøgle", &cookie, now + PATIENCE).unwrap();
        assert_eq!((opened.nonce, opened.return_to.as_str()), (flow.nonce.clone(), "/rounds"));
        assert!(Flow::opened("nøgle", &cookie, now + PATIENCE + TimeDelta::seconds(1)).is_none());
        assert!(Flow::opened("nøgle", &cookie, now - TimeDelta::seconds(1)).is_none());
        assert!(Flow::opened("en anden", &cookie, now).is_none());
        assert!(flow.is_answered_by(&flow.state) && !flow.is_answered_by(&flow.nonce));
        let far = Flow::new(&format!("/{}", "x".repeat(LONGEST)), now);
        assert!(far.return_to == "/" && Flow::new(&"/".repeat(LONGEST), now).sealed("nøgle").unwrap().len() < 2000);
        assert!(flow.verifier.len() >= 43 && flow.state != flow.nonce && flow.nonce != flow.verifier);
    }
}
