//! The page of one's own account, whoever one is.

use actix_web::web::{Form, Html, Query};
use actix_web::{HttpRequest, HttpResponse};
use maud::Markup;
use serde::Deserialize;

use super::auth::{Visitor, session_token};
use super::cookies;
use super::passwords::{in_turn, line_up};
use super::replies::{client_address, refused};
use crate::commands;
use crate::domain::Language;
use crate::domain::access::passwords::{self, Password};
use crate::domain::access::rate_limits::{Attempt, Origin};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::{Error, OrNotFound};
use crate::store;
use crate::views;
use crate::views::access::own_account::{Account, Done, Mistake};
use crate::web::error::WebError;
use crate::web::replies;
use crate::web::{Service, Shared, act, read};

type Answered<T> = std::result::Result<T, WebError>;

/// What the address of the page may say.
#[derive(Debug, Deserialize)]
pub struct Told {
    done: Option<Done>,
}

/// A new password and the present one. It has no `Debug`, so that no log holds a password.
#[derive(Deserialize)]
pub struct Passwords {
    current: String,
    password: String,
    repeated: String,
}

/// A language as it was chosen.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    language: String,
}

/// `GET /account`
pub async fn show(request: HttpRequest, service: Shared, visitor: Visitor, told: Query<Told>) -> Answered<Html> {
    Ok(Html::new(page(&request, &service, &visitor, (told.done, None)).await?))
}

async fn page(
    request: &HttpRequest,
    service: &Shared,
    visitor: &Visitor,
    (done, mistake): (Option<Done>, Option<&Mistake>),
) -> Answered<Markup> {
    let (id, now) = (visitor.staff.id.clone(), service.now());
    let (sessions, factor) = read(service, move |conn| {
        Ok((store::sessions::list_by_staff(conn, &id, now)?, store::second_factors::find(conn, &id)?))
    })
    .await?;
    let has_second_factor = factor.is_some_and(|factor| factor.confirmed_at.is_some());
    let here = session_token(request).map(|token| token.hash());
    let shown = Account {
        account: &visitor.staff,
        sessions: &sessions,
        here: here.as_ref(),
        has_second_factor,
        passwords_off: service.config.passwords_off,
        done,
    };
    Ok(views::access::own_account::account(&visitor.frame, &shown, mistake))
}

/// `POST /account/password`: changes the password and signs out everywhere else. Wrong present passwords are
/// counted as they are at the sign-in page, because this one may stand open on somebody's desk.
pub async fn change_password(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    Form(form): Form<Passwords>,
) -> Answered<HttpResponse> {
    if service.config.passwords_off {
        return Err(Error::NotFound.into());
    }
    let session = session_token(&request).or_not_found()?;
    let changed = match Password::parse(&form.password, &form.repeated) {
        Ok(password) => change(&request, &service, &visitor, (form.current, password, session)).await,
        Err(refusal) => Err(refusal.into()),
    };
    let Err(error) = changed else { return Ok(see("password")) };
    let Error::Refused(refusal) = error.cause() else { return Err(error) };
    let mistake = Mistake::of(refusal);
    let shown = page(&request, &service, &visitor, (None, Some(&mistake))).await?;
    Ok(refused(&request, refusal, shown))
}

async fn change(
    request: &HttpRequest,
    service: &Shared,
    visitor: &Visitor,
    (current, password, session): (String, Password, Token),
) -> Answered<()> {
    let attempt = attempt(request, service, &visitor.staff.email);
    let (email, by) = (visitor.staff.email.clone(), visitor.by(service));
    let turn = line_up()?;
    let begun = act(service, move |service| commands::sessions::begin(&service.db, &attempt, &email)).await?;
    let stored = begun.account.as_ref().and_then(|account| account.password_hash.clone());
    let hashed = in_turn(turn, move || passwords::fits(&current, stored.as_deref()).then(|| password.hash())).await?;
    let hash = hashed.ok_or(Refusal::WrongPassword)?.map_err(|cause| Error::Internal(Box::new(cause)))?;
    act(service, move |service| commands::own_account::change_password(&service.db, &begun, (&hash, &session), &by))
        .await
}

/// The try to show the password of an account.
pub(super) fn attempt(request: &HttpRequest, service: &Service, email: &str) -> Attempt {
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let mark = cookies::read(request, cookies::BROWSER);
    let origin = Origin { address: client_address(request, &service.config.trusted_proxies), mark: mark.as_deref() };
    Attempt::new(secret, email, origin, service.now())
}

/// `POST /account/sign-out`: signs out everywhere but here.
pub async fn sign_out_elsewhere(request: HttpRequest, service: Shared, visitor: Visitor) -> Answered<HttpResponse> {
    let session = session_token(&request).or_not_found()?;
    let (id, by) = (visitor.staff.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::own_account::end_other_sessions(&service.db, &id, &session, &by)).await?;
    Ok(see("sessions"))
}

/// `POST /account/language`: chooses the language of one's letters.
pub async fn choose_language(service: Shared, visitor: Visitor, Form(form): Form<Chosen>) -> Answered<HttpResponse> {
    let language: Language = form.language.parse().ok().or_not_found()?;
    let (id, by) = (visitor.staff.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::own_account::choose_language(&service.db, &id, language, &by)).await?;
    Ok(see("language"))
}

fn see(done: &str) -> HttpResponse {
    replies::see(&format!("/account?done={done}"))
}

#[cfg(test)]
mod tests;
