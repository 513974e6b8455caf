//! Signing in and out.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::http::{StatusCode, header};
use actix_web::web::{Form, Html, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Deserialize;

use super::auth::{self, Anybody, SignedIn};
use super::cookies;
use super::passwords::{in_turn, line_up};
use crate::commands;
use crate::domain::access::passwords;
use crate::domain::access::proxies;
use crate::domain::access::proxies::Network;
use crate::domain::access::rate_limits::{Attempt, Origin, WINDOW_MINUTES, browser_mark};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::Error;
use crate::views;
use crate::views::access::sessions::SignIn;
use crate::views::shell::Frame;
use crate::web::error::WebError;
use crate::web::language::own_path;
use crate::web::{Service, Shared, act};

/// The way back, in the address of the sign-in page.
#[derive(Debug, Deserialize)]
pub struct Return {
    #[serde(rename = "return", default)]
    to: String,
}

/// The sign-in form. It has no `Debug`, so that no log holds a password.
#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
    #[serde(rename = "return", default)]
    return_to: String,
}

/// `GET /`: the rounds are where staff begin; anybody else is sent to sign in.
pub async fn home(_: SignedIn) -> HttpResponse {
    see("/rounds").finish()
}

/// `GET /login`: the sign-in form.
pub async fn show(Anybody(frame): Anybody, back: Query<Return>) -> Html {
    let form = SignIn { return_to: own_path(&back.to), ..SignIn::default() };
    Html::new(views::access::sessions::sign_in(&frame, &form))
}

/// `POST /login`: opens a session and goes back to the page that was asked for. Every failure reads
/// the same (422), and so does too many of them for known and unknown accounts (429).
pub async fn open(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    Form(form): Form<Credentials>,
) -> Result<HttpResponse, WebError> {
    let now = service.now();
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let mark = cookies::read(&request, cookies::BROWSER);
    let origin = Origin { address: client_address(&request, &service.config.trusted_proxies), mark: mark.as_deref() };
    let attempt = Attempt::new(secret, &form.email, origin, now);
    let before = auth::session_token(&request);
    let Credentials { email, password, return_to } = form;
    let typed = email.clone();
    let place = attempt.place.clone();
    let opened = async {
        let turn = line_up()?;
        let begun = act(&service, move |service| commands::sessions::begin(&service.db, &attempt, &email)).await?;
        let hash = begun.account.as_ref().and_then(|account| account.password_hash.clone());
        if !in_turn(turn, move || passwords::fits(&password, hash.as_deref())).await? {
            return Err(Refusal::WrongPassword.into());
        }
        act(&service, move |service| commands::sessions::open(&service.db, &begun, &place, before.as_ref(), now)).await
    };
    match opened.await {
        Ok(token) => Ok(signed_in(&service, own_path(&return_to), &typed, &token)),
        Err(error) => {
            let Error::Refused(refusal) = error.cause() else { return Err(error) };
            let frame = Frame { path: auth::sign_in_address(own_path(&return_to)), ..frame };
            let form = SignIn { email: &typed, return_to: own_path(&return_to), refusal: Some(refusal) };
            let page = Html::new(views::access::sessions::sign_in(&frame, &form)).customize();
            let page = match refusal {
                Refusal::TooManyAttempts => page
                    .with_status(StatusCode::TOO_MANY_REQUESTS)
                    .insert_header((header::RETRY_AFTER, (WINDOW_MINUTES * 60).to_string())),
                _ => page.with_status(StatusCode::UNPROCESSABLE_ENTITY),
            };
            Ok(page.respond_to(&request).map_into_boxed_body())
        }
    }
}

/// `POST /logout`: ends the session.
pub async fn close(request: HttpRequest, service: Shared) -> Result<HttpResponse, WebError> {
    if let Some(token) = auth::session_token(&request) {
        let now = service.now();
        act(&service, move |service| commands::sessions::close(&service.db, &token, now)).await?;
    }
    Ok(see("/login").cookie(cookies::gone(&service, cookies::SESSION)).finish())
}

/// The answer to whoever signed in: the session, and the mark by which the browser is known next time.
pub(crate) fn signed_in(service: &Service, path: &str, email: &str, session: &Token) -> HttpResponse {
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let mark = browser_mark(secret, email);
    let mut mark = cookies::new(service, cookies::BROWSER, &mark);
    mark.set_max_age(actix_web::cookie::time::Duration::days(365));
    see(path).cookie(cookies::new(service, cookies::SESSION, session.as_str())).cookie(mark).finish()
}

/// The beginnings of a 303 to a path of our own.
pub(crate) fn see(path: &str) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, path));
    response
}

/// Where a request comes from, past the proxies that are believed.
pub(crate) fn client_address(request: &HttpRequest, proxies: &[Network]) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address| address.ip());
    let lists = request.headers().get_all(header::X_FORWARDED_FOR).map(|value| value.to_str().unwrap_or_default());
    proxies::client(peer, &lists.collect::<Vec<&str>>().join(","), proxies)
}

#[cfg(test)]
mod tests;
