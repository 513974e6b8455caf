//! Signing in by a provider of OpenID Connect: the way there and the way back.
//!
//! The way there is a link and writes nothing: what must come back stands sealed in a cookie. The way back is the one
//! GET that opens something, because the provider can only send a browser; it does so for nobody but the browser
//! that has that cookie, and once.

use actix_web::cookie::time::Duration;
use actix_web::http::StatusCode;
use actix_web::web::{Html, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use chrono::NaiveDateTime;
use serde::Deserialize;

use super::auth::{Anybody, session_token};
use super::cookies;
use super::replies::{client_address, code_needed, signed_in};
use super::sessions::Return;
use crate::commands;
use crate::commands::provider_sign_ins::Arrival;
use crate::commands::sessions::Admission;
use crate::domain::access::identities::Person;
use crate::domain::access::rate_limits::{Door, Origin, Subject, unknown_token, windows};
use crate::domain::access::sign_in_faults::SignInFault;
use crate::domain::access::sign_in_flows::{Flow, PATIENCE};
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, Result};
use crate::oidc::{Failure, Provider};
use crate::views;
use crate::views::access::providers::Failed;
use crate::views::shell::Frame;
use crate::web::error::WebError;
use crate::web::language::own_path;
use crate::web::replies::redirect;
use crate::web::{Service, Shared, act, ask_provider};

/// What the provider sends a browser back with. It has no `Debug`, so that no log holds it.
#[derive(Deserialize)]
pub struct Answer {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    error: String,
    /// Who sends it, where the provider says so (RFC 9207).
    iss: Option<String>,
}

/// `GET /login/oidc`: sends the browser to the provider.
pub async fn begin(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    back: Query<Return>,
) -> std::result::Result<HttpResponse, WebError> {
    let (now, language) = (service.now(), frame.language);
    let flow = Flow::new(own_path(&back.to), now);
    let sealed = flow.sealed(key(&service));
    match ask_provider(&service, move |_, provider| Ok(provider.begin(&flow, language, now)?)).await {
        Ok(address) => {
            let sealed = sealed.unwrap_or_default();
            let mut cookie = cookies::new(&service, cookies::FLOW, &sealed);
            cookie.set_max_age(Duration::seconds(PATIENCE.num_seconds()));
            Ok(redirect(address.as_str()).cookie(cookie).finish())
        }
        Err(error) => failed(&request, &service, &frame, error),
    }
}

/// `GET /login/oidc/callback`: lets somebody in who comes back from the provider.
pub async fn come_back(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    Query(answer): Query<Answer>,
) -> std::result::Result<HttpResponse, WebError> {
    let Some(provider) = &service.provider else { return Err(Error::NotFound.into()) };
    let now = service.now();
    let flow = match flow(&request, &service, provider, &answer) {
        Ok(flow) => flow,
        Err(failure) => return failed(&request, &service, &frame, Error::from(failure).into()),
    };
    let return_to = flow.return_to.clone();
    match admit(&request, &service, (flow, answer.code), now).await {
        Ok((Admission::Session(session), email)) => {
            let mut response = signed_in(&service, own_path(&return_to), &email, &session);
            drop(response.add_cookie(&cookies::gone(&service, cookies::FLOW)));
            Ok(response)
        }
        Ok((Admission::CodeNeeded(waiting), _)) => {
            let mut response = code_needed(&service, &return_to, &waiting);
            drop(response.add_cookie(&cookies::gone(&service, cookies::FLOW)));
            Ok(response)
        }
        Err(error) => failed(&request, &service, &frame, error),
    }
}

/// The flow that an answer belongs to, where there is one and the provider did not refuse.
fn flow(
    request: &HttpRequest,
    service: &Service,
    provider: &Provider,
    answer: &Answer,
) -> std::result::Result<Flow, Failure> {
    let wrong = |fault, cause: &str| Failure { fault, cause: cause.to_owned() };
    let cookie = cookies::read(request, cookies::FLOW);
    let flow = cookie.and_then(|cookie| Flow::opened(key(service), &cookie, service.now()));
    let flow = flow.ok_or_else(|| wrong(SignInFault::NotBegun, "no sign-in of this browser waits"))?;
    if !flow.is_answered_by(&answer.state) {
        return Err(wrong(SignInFault::NotBegun, "the state is of another sign-in"));
    }
    if answer.iss.as_ref().is_some_and(|issuer| *issuer != provider.settings().issuer) {
        return Err(wrong(SignInFault::Unusable, "the answer is of another issuer"));
    }
    match answer.error.as_str() {
        "" if answer.code.is_empty() => Err(wrong(SignInFault::Unusable, "neither code nor error")),
        "" => Ok(flow),
        "temporarily_unavailable" | "server_error" => Err(wrong(SignInFault::Away, "the provider says it is away")),
        "access_denied" | "login_required" | "interaction_required" | "consent_required" => {
            Err(wrong(SignInFault::Denied, "the provider says no"))
        }
        error => Err(wrong(SignInFault::Unusable, &format!("the provider says {}", error_code(error)))),
    }
}

/// An error's code as it may stand in a log: anybody can write it into an address.
fn error_code(error: &str) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
    error.chars().filter(is_plain).take(40).collect()
}

/// Asks the provider who comes back, and lets them in.
async fn admit(
    request: &HttpRequest,
    service: &Shared,
    (flow, code): (Flow, String),
    now: NaiveDateTime,
) -> std::result::Result<(Admission, String), WebError> {
    let address = client_address(request, &service.config.trusted_proxies);
    let [at_address, _] = unknown_token(key(service), Door::Provider, &flow.state, address, now);
    let (counted, spent) = (at_address.clone(), flow.spent(key(service)));
    act(service, move |service| commands::provider_sign_ins::begin(&service.db, (&counted, &spent), &windows(now)))
        .await?;
    let asked = ask_provider(service, move |_, provider| Ok(provider.redeem(&flow, code, now)?)).await;
    let person = match asked {
        Err(error) if matches!(error.cause(), Error::Refused(Refusal::SignIn(SignInFault::Away))) => {
            act(service, move |service| commands::provider_sign_ins::take_back(&service.db, &at_address)).await?;
            return Err(error);
        }
        asked => asked?,
    };
    let (before, mark) = (session_token(request), cookies::read(request, cookies::BROWSER));
    act(service, move |service| {
        let origin = Origin { address, mark: mark.as_deref() };
        open(service, (&person, &at_address), (origin, before.as_ref()), now)
    })
    .await
}

/// Lets somebody in for whom the provider vouches; tells the account's name too, which the browser is known by.
fn open(
    service: &Service,
    (person, at_address): (&Person, &Subject),
    (origin, before): (Origin, Option<&crate::domain::base::tokens::Token>),
    now: NaiveDateTime,
) -> Result<(Admission, String)> {
    let provider = service.provider.as_ref().ok_or(Error::NotFound)?;
    let settings = provider.settings();
    let rights = settings.mapping.as_ref().map(|mapping| mapping.rights(&person.claims)).transpose();
    let rights = rights.map_err(Refusal::SignIn)?;
    let arrival = Arrival {
        person,
        rights: rights.as_ref(),
        has_second_factor: provider.has_second_factor(person),
        origin,
        before,
    };
    commands::provider_sign_ins::open(&service.db, (key(service), settings.accounts), &arrival, (at_address, now))
}

/// The page that says what to do now. What was begun is over.
fn failed(
    request: &HttpRequest,
    service: &Service,
    frame: &Frame,
    error: WebError,
) -> std::result::Result<HttpResponse, WebError> {
    let (Error::Refused(refusal), Some(provider)) = (error.cause(), &service.provider) else { return Err(error) };
    let Refusal::SignIn(fault) = refusal else { return Err(error) };
    if fault.is_refusal() {
        tracing::info!(fault = fault.word(), "somebody whom the provider vouches for was not let in");
    }
    let told = Failed { fault: *fault, provider: &provider.settings().name, contact: &service.contact() };
    let frame = Frame { path: "/login".to_owned(), ..frame.clone() };
    let page = Html::new(views::access::providers::failed(&frame, &told)).customize().with_status(status(*fault));
    let mut response = page.respond_to(request).map_into_boxed_body();
    drop(response.add_cookie(&cookies::gone(service, cookies::FLOW)));
    Ok(response)
}

fn status(fault: SignInFault) -> StatusCode {
    match fault {
        SignInFault::NotBegun => StatusCode::BAD_REQUEST,
        SignInFault::Away => StatusCode::SERVICE_UNAVAILABLE,
        SignInFault::Unusable | SignInFault::ClocksApart => StatusCode::BAD_GATEWAY,
        _ => StatusCode::FORBIDDEN,
    }
}

fn key(service: &Service) -> &str {
    service.config.secret_key.as_deref().unwrap_or_default()
}
