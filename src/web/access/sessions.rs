//! Signing in and out.

use actix_web::web::{Form, Html, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Deserialize;

use super::auth::{self, Anybody};
use super::cookies;
use super::passwords::{in_turn, line_up};
use super::provider_sign_outs::sign_out_address;
use super::replies::{client_address, code_needed, refused, signed_in};
use crate::commands;
use crate::commands::sessions::Admission;
use crate::domain::access::passwords;
use crate::domain::access::rate_limits::{Attempt, Origin};
use crate::domain::base::refusals::Refusal;
use crate::error::Error;
use crate::store;
use crate::views;
use crate::views::access::sessions::SignIn;
use crate::views::shell::Frame;
use crate::web::error::WebError;
use crate::web::language::{Wanted, own_path};
use crate::web::replies::redirect;
use crate::web::{Service, Shared, act, read};

/// The way back, in the address of the sign-in page.
#[derive(Debug, Deserialize)]
pub struct Return {
    #[serde(rename = "return", default)]
    pub(super) to: String,
}

/// The sign-in form. It has no `Debug`, so that no log holds a password.
#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
    #[serde(rename = "return", default)]
    return_to: String,
}

/// `GET /login`: the sign-in form. Where nobody can sign in yet, it says where to begin.
pub async fn show(service: Shared, Anybody(frame): Anybody, back: Query<Return>) -> Html {
    // The form can do without the database, which may be away for a moment.
    let is_new = matches!(read(&service, |conn| Ok(store::staff::exists(conn)?)).await, Ok(false));
    let form = SignIn { return_to: own_path(&back.to), is_new, ..ways_in(&service) };
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
    let opened = async {
        if service.config.passwords_off {
            return Err(Refusal::PasswordsOff.into());
        }
        let turn = line_up()?;
        let begun = act(&service, move |service| commands::sessions::begin(&service.db, &attempt, &email)).await?;
        let hash = begun.account.as_ref().and_then(|account| account.password_hash.clone());
        if !in_turn(turn, move || passwords::fits(&password, hash.as_deref())).await? {
            return Err(Refusal::WrongPassword.into());
        }
        act(&service, move |service| commands::sessions::open(&service.db, &begun, before.as_ref(), now)).await
    };
    match opened.await {
        Ok(Admission::Session(token)) => Ok(signed_in(&service, own_path(&return_to), &typed, &token)),
        Ok(Admission::CodeNeeded(waiting)) => Ok(code_needed(&service, &return_to, &waiting)),
        Err(error) => {
            let Error::Refused(refusal) = error.cause() else { return Err(error) };
            let frame = Frame { path: auth::sign_in_address(own_path(&return_to)), ..frame };
            let form =
                SignIn { email: &typed, return_to: own_path(&return_to), refusal: Some(refusal), ..ways_in(&service) };
            Ok(refused(&request, refusal, views::access::sessions::sign_in(&frame, &form)))
        }
    }
}

/// An empty form with the ways in that there are.
fn ways_in(service: &Service) -> SignIn<'_> {
    let provider = service.config.oidc.as_ref().map(|settings| settings.name.as_str());
    SignIn { provider, passwords_off: service.config.passwords_off, ..SignIn::default() }
}

/// `POST /logout`: ends the session. Whoever came by a provider is still signed in there, and is shown the way to sign
/// out there too. It is a page with a link, because a form may lead to no other site.
pub async fn close(request: HttpRequest, service: Shared, Wanted(language): Wanted) -> Result<HttpResponse, WebError> {
    let now = service.now();
    let closed = match auth::session_token(&request) {
        Some(token) => act(&service, move |service| commands::sessions::close(&service.db, &token, now)).await?,
        None => None,
    };
    let gone = cookies::gone(&service, cookies::SESSION);
    let Some((address, provider)) = sign_out_address(&service, closed, now).await else {
        return Ok(redirect("/login").cookie(gone).finish());
    };
    let frame = Frame { path: "/login".to_owned(), ..Frame::bare(language.unwrap_or_default(), service.site.get()) };
    let page = Html::new(views::access::providers::signed_out(&frame, &provider, &address));
    let mut response = page.respond_to(&request).map_into_boxed_body();
    drop(response.add_cookie(&gone));
    Ok(response)
}

#[cfg(test)]
mod tests;
