//! The conversation with a provider of OpenID Connect: where to send people, what their code is worth, where they
//! sign out. The crate `openidconnect` knows the protocol; here stands what it leaves to us: which connections are
//! made and how long they may take, what is kept and when it is read anew, and what an error means for people.
//!
//! Everything here may wait for the network and runs off the async threads. Nothing of a token is logged.

mod http;
mod logout_tokens;
mod tokens;

use std::sync::Arc;

use chrono::{NaiveDateTime, TimeDelta};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken};
use openidconnect::{
    AuthType, ClientId, ClientSecret, CsrfToken, DiscoveryError, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    IssuerUrl, LanguageTag, LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadataWithLogout, RedirectUrl, Scope,
};
use parking_lot::RwLock;
use url::Url;

use crate::config::oidc::{Oidc, ProvidersFactor, is_this_machine};
use crate::domain::Language;
use crate::domain::access::identities::Person;
use crate::domain::access::sign_in_faults::SignInFault;
use crate::domain::access::sign_in_flows::Flow;
use http::{Failed, Http};
pub use logout_tokens::Ended;

/// How long discovery and keys are believed before they are read anew.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// How long they are gone on with where the provider can't be asked.
const USABLE: TimeDelta = TimeDelta::hours(24);

/// The least time between two readings because of a key that is not known.
const REREAD: TimeDelta = TimeDelta::seconds(30);

/// Where the provider sends people back to, below the service's address.
pub const CALLBACK: &str = "/login/oidc/callback";

/// Where the provider tells that somebody has signed out there.
pub const BACK_CHANNEL: &str = "/login/oidc/logout";

/// Where people are after signing out at the provider.
pub const AFTERWARDS: &str = "/login";

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// A provider, and what is known of it.
pub struct Provider {
    settings: Oidc,
    base_url: String,
    http: Http,
    known: RwLock<Option<Arc<Known>>>,
}

/// What discovery and the key set said, and when.
struct Known {
    metadata: ProviderMetadataWithLogout,
    read_at: NaiveDateTime,
}

/// What went wrong: for people, and for the log, without anything of a token.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", fault.word())]
pub struct Failure {
    /// For people.
    pub fault: SignInFault,
    /// For operators.
    pub cause: String,
}

impl Failure {
    fn new(fault: SignInFault, cause: impl Into<String>) -> Failure {
        Failure { fault, cause: cause.into() }
    }
}

impl Provider {
    /// A provider of whom nothing is known yet; nothing is asked before somebody signs in.
    pub fn new(settings: Oidc, base_url: &str) -> Provider {
        Provider { http: Http::new(&settings), settings, base_url: base_url.to_owned(), known: RwLock::default() }
    }

    /// Its settings.
    pub fn settings(&self) -> &Oidc {
        &self.settings
    }

    /// Where to send somebody who begins to sign in.
    ///
    /// # Errors
    /// Where the provider can't be asked or says what can't be used.
    pub fn begin(&self, flow: &Flow, language: Language, now: NaiveDateTime) -> Result<Url, Failure> {
        let client = self.client(&*self.known(now)?)?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(flow.verifier.clone()));
        let (state, nonce) = (flow.state.clone(), flow.nonce.clone());
        let more = self.settings.scopes.iter().filter(|scope| *scope != "openid");
        let (address, ..) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scopes(more.cloned().map(Scope::new))
            .add_ui_locale(LanguageTag::new(language.as_str().to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(address)
    }

    /// Where somebody signs out at the provider, with the token that says who; none where it has no such page.
    ///
    /// # Errors
    /// Where the provider can't be asked or says what can't be used.
    pub fn sign_out_address(&self, id_token: Option<&str>, now: NaiveDateTime) -> Result<Option<Url>, Failure> {
        let known = self.known(now)?;
        let Some(page) = known.metadata.additional_metadata().end_session_endpoint.clone() else { return Ok(None) };
        if !is_safe(page.url()) {
            return Err(Failure::new(SignInFault::Unusable, "end_session_endpoint is not reached by https"));
        }
        let afterwards = PostLogoutRedirectUrl::new(format!("{}{AFTERWARDS}", self.base_url)).map_err(unusable)?;
        let mut request = LogoutRequest::from(page)
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(afterwards);
        if let Some(hint) = id_token.and_then(|token| token.parse::<CoreIdToken>().ok()) {
            request = request.set_id_token_hint(&hint);
        }
        Ok(Some(request.http_get_url()))
    }

    /// Whether the provider has asked somebody for a second factor that counts here.
    pub fn has_second_factor(&self, person: &Person) -> bool {
        match &self.settings.second_factor {
            ProvidersFactor::No => false,
            ProvidersFactor::Always => true,
            ProvidersFactor::Said(wanted) => ["amr", "acr"]
                .iter()
                .flat_map(|claim| crate::domain::access::claims::ClaimPath::new(claim).texts(&person.claims))
                .any(|said| wanted.iter().any(|one| one == said)),
        }
    }

    /// Asks the provider for its discovery document and keys, for whoever sets it up.
    ///
    /// # Errors
    /// Where it can't be asked or says what can't be used.
    pub fn check(&self, now: NaiveDateTime) -> Result<(), Failure> {
        let known = self.read_anew(now)?;
        self.client(&known).map(drop)
    }

    /// What is known, read anew where it is old. A provider that is away for a while keeps nobody out who needs
    /// only what is known.
    fn known(&self, now: NaiveDateTime) -> Result<Arc<Known>, Failure> {
        let known = self.known.read().clone();
        match known {
            Some(known) if now - known.read_at < FRESH => Ok(known),
            Some(known) if now - known.read_at < USABLE => Ok(self.read_anew(now).unwrap_or_else(|failure| {
                tracing::warn!(cause = %failure, "the provider's discovery can't be read; going on with what is known");
                known
            })),
            _ => self.read_anew(now),
        }
    }

    /// What is known after a token named a key that is not: read anew, but not at every token's bidding.
    fn known_with_new_keys(&self, known: Arc<Known>, now: NaiveDateTime) -> Result<Arc<Known>, Failure> {
        if now - known.read_at < REREAD {
            return Ok(known);
        }
        self.read_anew(now)
    }

    fn read_anew(&self, now: NaiveDateTime) -> Result<Arc<Known>, Failure> {
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(unusable)?;
        let metadata =
            ProviderMetadataWithLogout::discover(&issuer, &self.http.sender()).map_err(|error| match error {
                DiscoveryError::Request(cause) => Failure::new(SignInFault::Away, told(&cause)),
                // What was found there may be anything, so only where it went wrong is told.
                DiscoveryError::Parse(cause) => {
                    Failure::new(SignInFault::Unusable, format!("discovery can't be read at {}", cause.path()))
                }
                other => Failure::new(SignInFault::Unusable, other.to_string()),
            })?;
        let known = Arc::new(Known { metadata, read_at: now });
        *self.known.write() = Some(known.clone());
        Ok(known)
    }

    fn client(&self, known: &Known) -> Result<Client, Failure> {
        let metadata = &known.metadata;
        if !is_safe(metadata.authorization_endpoint().url()) {
            return Err(Failure::new(SignInFault::Unusable, "authorization_endpoint is not reached by https"));
        }
        let redirect = RedirectUrl::new(format!("{}{CALLBACK}", self.base_url)).map_err(unusable)?;
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        let client_id = ClientId::new(self.settings.client_id.clone());
        let client = CoreClient::from_provider_metadata(metadata.clone(), client_id, secret).set_redirect_uri(redirect);
        // Where discovery is silent, the secret goes into the header (RFC 8414 §2).
        let takes = metadata.token_endpoint_auth_methods_supported();
        let has = |method| takes.is_none_or(|methods| methods.contains(&method));
        let in_body = !has(CoreClientAuthMethod::ClientSecretBasic) && has(CoreClientAuthMethod::ClientSecretPost);
        Ok(client.set_auth_type(if in_body { AuthType::RequestBody } else { AuthType::BasicAuth }))
    }
}

/// People are sent nowhere in the clear, except within one machine.
fn is_safe(address: &Url) -> bool {
    address.scheme() == "https" || (address.scheme() == "http" && is_this_machine(address))
}

fn unusable(error: impl std::fmt::Display) -> Failure {
    Failure::new(SignInFault::Unusable, error.to_string())
}

/// An error of the network with what lies behind it.
fn told(failed: &Failed) -> String {
    let mut told = failed.to_string();
    let mut cause = std::error::Error::source(failed);
    while let Some(behind) = cause {
        let text = behind.to_string();
        if !told.contains(&text) {
            told = format!("{told}: {text}");
        }
        cause = behind.source();
    }
    told
}
