//! The second step of signing in: a code, once the password was right. Until it is shown there is no session, only
//! a sign-in that waits, known by a cookie of its own.

use actix_web::web::{Form, Html, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Deserialize;

use super::auth::Anybody;
use super::cookies;
use super::replies::{client_address, refused, signed_in};
use super::sessions::Return;
use crate::commands;
use crate::domain::access::rate_limits::{Attempt, Origin};
use crate::domain::access::staff::Staff;
use crate::domain::base::tokens::Token;
use crate::error::Error;
use crate::store;
use crate::views;
use crate::views::access::codes::Asked;
use crate::web::error::WebError;
use crate::web::language::own_path;
use crate::web::replies::see;
use crate::web::{Service, Shared, act, read};

/// A code as it was typed. It has no `Debug`, so that no log holds it.
#[derive(Deserialize)]
pub struct Shown {
    code: String,
    #[serde(rename = "return", default)]
    return_to: String,
}

/// `GET /login/kode`: the form; whoever has not shown a password is sent to do so.
pub async fn show(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    back: Query<Return>,
) -> Result<HttpResponse, WebError> {
    if waiting(&request, &service).await?.is_none() {
        return Ok(see("/login"));
    }
    let page = views::access::codes::ask(&frame, &Asked { return_to: own_path(&back.to), refusal: None });
    Ok(Html::new(page).respond_to(&request).map_into_boxed_body())
}

/// `POST /login/kode`: opens the session. Wrong codes are counted as wrong passwords are, on counters of their own.
pub async fn open(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    Form(form): Form<Shown>,
) -> Result<HttpResponse, WebError> {
    let Some((token, account)) = waiting(&request, &service).await? else { return Ok(see("/login")) };
    let (email, now) = (account.email, service.now());
    let (attempt, named) = (attempt(&request, &service, &email), email.clone());
    let Shown { code, return_to } = form;
    let opened = act(&service, move |service| {
        let begun = commands::sessions::begin(&service.db, &attempt, &named)?;
        let key = service.config.secret_key.as_deref().unwrap_or_default();
        commands::sessions::open_with_code(&service.db, key, (&begun, &token, &code), now)
    });
    let error = match opened.await {
        Ok(session) => {
            let mut response = signed_in(&service, own_path(&return_to), &email, &session);
            drop(response.add_cookie(&cookies::gone(&service, cookies::SIGN_IN)));
            return Ok(response);
        }
        Err(error) => error,
    };
    match error.cause() {
        Error::NotFound => Ok(see("/login")),
        Error::Refused(refusal) => {
            let page =
                views::access::codes::ask(&frame, &Asked { return_to: own_path(&return_to), refusal: Some(refusal) });
            Ok(refused(&request, refusal, page))
        }
        _ => Err(error),
    }
}

/// The try to show a code of an account.
pub(super) fn attempt(request: &HttpRequest, service: &Service, email: &str) -> Attempt {
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let mark = cookies::read(request, cookies::BROWSER);
    let origin = Origin { address: client_address(request, &service.config.trusted_proxies), mark: mark.as_deref() };
    Attempt::code(secret, email, origin, service.now())
}

/// The sign-in that waits in this browser, and whose it is.
async fn waiting(request: &HttpRequest, service: &Shared) -> Result<Option<(Token, Staff)>, WebError> {
    let Some(value) = cookies::read(request, cookies::SIGN_IN) else { return Ok(None) };
    let (token, now) = (Token::received(&value), service.now());
    let hash = token.hash();
    let account = read(service, move |conn| Ok(store::sign_ins::find_staff(conn, &hash, now)?)).await?;
    Ok(account.map(|account| (token, account)))
}
