//! What a code is worth: it is changed for a token, and the token is believed only when everything about it is right.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreErrorResponseType, CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKey, CoreJwsSigningAlgorithm,
    CoreRequestTokenError, CoreTokenResponse,
};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClaimsVerificationError, IdTokenVerifier, JwsSigningAlgorithm, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, SignatureVerificationError, StandardErrorResponse, SubjectIdentifier,
    TokenResponse, UserInfoClaims, UserInfoError,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::http::Failed;
use super::{Client, Failure, Known, Provider, told};
use crate::config::oidc::EMAIL;
use crate::domain::access::claims::ClaimPath;
use crate::domain::access::identities::Person;
use crate::domain::access::sign_in_faults::SignInFault;
use crate::domain::access::sign_in_flows::Flow;

/// How far the provider's clock may be from ours.
pub(super) const SKEW: TimeDelta = TimeDelta::seconds(90);

/// Everything else that the provider says of somebody.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Said(Map<String, Value>);

impl openidconnect::AdditionalClaims for Said {}

type Token = CoreTokenResponse;

impl Provider {
    /// Who comes back with a code, as the provider vouches for them.
    ///
    /// # Errors
    /// Where the provider can't be asked, or anything about its answer is not as it must be.
    pub fn redeem(&self, flow: &Flow, code: String, now: NaiveDateTime) -> Result<Person, Failure> {
        let known = self.known(now)?;
        let client = self.client(&known)?;
        let token: Token = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(super::unusable)?
            .set_pkce_verifier(PkceCodeVerifier::new(flow.verifier.clone()))
            .request(&self.http.sender())
            .map_err(not_redeemed)?;
        let id_token = token.id_token().ok_or_else(|| Failure::new(SignInFault::Unusable, "no ID token"))?;
        let nonce = Nonce::new(flow.nonce.clone());
        match verify(&client, &known, (id_token, &token, &nonce), now) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let known = self.known_with_new_keys(known, now)?;
                let client = self.client(&known)?;
                verify(&client, &known, (id_token, &token, &nonce), now).map_err(not_believed)?;
            }
            verified => verified.map_err(not_believed)?,
        }
        self.person(&client, &token, id_token)
    }

    /// Who a token that was found right is about.
    fn person(&self, client: &Client, token: &Token, id_token: &CoreIdToken) -> Result<Person, Failure> {
        let raw = id_token.to_string();
        let mut claims = payload(&raw).ok_or_else(|| Failure::new(SignInFault::Unusable, "no claims in the token"))?;
        let text = |claims: &Map<String, Value>, name: &str| claims.get(name)?.as_str().map(str::to_owned);
        let subject = text(&claims, "sub").ok_or_else(|| Failure::new(SignInFault::Unusable, "no subject"))?;
        let is_complete = self.settings.mapping.as_ref().is_none_or(|mapping| mapping.is_complete(&claims));
        if !is_complete || self.settings.email.texts(&claims).is_empty() {
            for (name, value) in self.user_info(client, token, &subject)? {
                claims.entry(name).or_insert(value);
            }
        }
        Ok(Person {
            issuer: self.settings.issuer.clone(),
            email: self.settings.email.texts(&claims).first().map(|&address| address.to_owned()),
            is_email_verified: self.settings.email == ClaimPath::new(EMAIL) && is_verified(&claims),
            session: text(&claims, "sid"),
            id_token: raw,
            subject,
            claims,
        })
    }

    /// What stands only on the provider's page about somebody; nothing where it has none.
    fn user_info(&self, client: &Client, token: &Token, subject: &str) -> Result<Map<String, Value>, Failure> {
        let is_sendable = token.access_token().secret().bytes().all(|byte| byte.is_ascii_graphic());
        let subject = SubjectIdentifier::new(subject.to_owned());
        let Ok(request) = client.user_info(token.access_token().clone(), Some(subject)) else { return Ok(Map::new()) };
        if !is_sendable {
            return Err(Failure::new(SignInFault::Unusable, "an access token that no header can hold"));
        }
        let said: Result<UserInfoClaims<Said, openidconnect::core::CoreGenderClaim>, _> =
            request.request(&self.http.sender());
        let said = said.map_err(|error| match error {
            UserInfoError::Request(failed) => Failure::new(SignInFault::Away, told(&failed)),
            UserInfoError::Response(status, ..) => {
                Failure::new(SignInFault::Unusable, format!("userinfo answers {status}"))
            }
            UserInfoError::ClaimsVerification(_) => Failure::new(SignInFault::Unusable, "userinfo is of somebody else"),
            _ => Failure::new(SignInFault::Unusable, "userinfo can't be read"),
        })?;
        match serde_json::to_value(said) {
            Ok(Value::Object(said)) => Ok(said),
            _ => Ok(Map::new()),
        }
    }
}

/// The verifier of a provider's tokens: signed by its keys with an algorithm of two keys that it announces, for
/// this client alone, and neither over nor from the future.
pub(super) fn verifier<'a>(client: &'a Client, known: &Known, now: NaiveDateTime) -> CoreIdTokenVerifier<'a> {
    let announced = known.metadata.id_token_signing_alg_values_supported().iter();
    // A token that is signed with the client's secret, or not at all, says nothing of who made it.
    let signing = announced.filter(|one| !one.uses_shared_secret() && **one != CoreJwsSigningAlgorithm::None).cloned();
    let now = now.and_utc();
    let verifier: IdTokenVerifier<'a, CoreJsonWebKey> = client.id_token_verifier();
    verifier.set_allowed_algs(signing).set_time_fn(move || now - SKEW).set_issue_time_verifier_fn(
        move |issued: DateTime<Utc>| {
            if issued > now + SKEW { Err("issued in the future".to_owned()) } else { Ok(()) }
        },
    )
}

fn verify(
    client: &Client,
    known: &Known,
    (id_token, token, nonce): (&CoreIdToken, &Token, &Nonce),
    now: NaiveDateTime,
) -> Result<(), ClaimsVerificationError> {
    let verifier = verifier(client, known, now);
    let claims = id_token.claims(&verifier, nonce)?;
    // Who the token was given to, where it says so (OpenID Connect Core §3.1.3.7).
    if claims.authorized_party().is_some_and(|party| party != client.client_id()) {
        return Err(ClaimsVerificationError::InvalidAudience("azp is another client".to_owned()));
    }
    let Some(expected) = claims.access_token_hash() else { return Ok(()) };
    let of_key = |error| ClaimsVerificationError::SignatureVerification(error);
    let algorithm = id_token.signing_alg().map_err(of_key)?;
    let key = id_token.signing_key(&verifier).map_err(of_key)?;
    let actual = AccessTokenHash::from_token(token.access_token(), algorithm, key);
    match actual {
        Ok(actual) if actual == *expected => Ok(()),
        _ => Err(ClaimsVerificationError::Other("at_hash is of another access token".to_owned())),
    }
}

fn not_redeemed(error: CoreRequestTokenError<Failed>) -> Failure {
    match error {
        CoreRequestTokenError::Request(failed) => Failure::new(SignInFault::Away, told(&failed)),
        CoreRequestTokenError::ServerResponse(said) => refused(&said),
        CoreRequestTokenError::Parse(..) => Failure::new(SignInFault::Unusable, "the token endpoint's answer"),
        CoreRequestTokenError::Other(cause) => Failure::new(SignInFault::Unusable, cause),
    }
}

/// A code that was used, ran out or is made up is told from settings that are wrong.
fn refused(said: &StandardErrorResponse<CoreErrorResponseType>) -> Failure {
    match said.error() {
        CoreErrorResponseType::InvalidGrant => Failure::new(SignInFault::NotBegun, "invalid_grant"),
        other => Failure::new(SignInFault::Unusable, format!("the token endpoint says {other}")),
    }
}

pub(super) fn not_believed(error: ClaimsVerificationError) -> Failure {
    match error {
        ClaimsVerificationError::Expired(cause) => Failure::new(SignInFault::ClocksApart, cause),
        ClaimsVerificationError::InvalidNonce(cause) => Failure::new(SignInFault::NotBegun, cause),
        // It would name who it is.
        ClaimsVerificationError::InvalidSubject(_) => Failure::new(SignInFault::Unusable, "invalid subject"),
        ClaimsVerificationError::SignatureVerification(cause) => {
            Failure::new(SignInFault::Unusable, format!("signature: {cause}"))
        }
        other => Failure::new(SignInFault::Unusable, other.to_string()),
    }
}

/// Whether the address of the claim `email` was checked by the provider.
fn is_verified(claims: &Map<String, Value>) -> bool {
    match claims.get("email_verified") {
        Some(Value::Bool(is_verified)) => *is_verified,
        // Some directories write it so.
        Some(Value::String(text)) => text == "true",
        _ => false,
    }
}

/// All claims of a token.
pub(super) fn payload(token: &str) -> Option<Map<String, Value>> {
    let payload = token.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?).ok()
}
