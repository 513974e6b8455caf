//! The page of one's own second factor. It is the one page that an account reaches which must have one and has none.

use actix_web::web::{Form, Html};
use actix_web::{HttpRequest, HttpResponse, Responder};
use maud::Markup;
use serde::Deserialize;

use super::auth::{Enrolling, session_token};
use super::codes::attempt;
use super::own_account;
use super::passwords::{in_turn, line_up};
use super::replies::refused;
use crate::commands;
use crate::commands::codes::Owner;
use crate::commands::sessions::Begun;
use crate::domain::access::audit::By;
use crate::domain::access::passwords;
use crate::domain::access::second_factors::{RecoveryCode, SecondFactor};
use crate::domain::access::staff::Staff;
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, OrNotFound};
use crate::store;
use crate::views;
use crate::views::access::second_factors::{Mistake, Standing};
use crate::web::error::WebError;
use crate::web::replies;
use crate::web::{Service, Shared, act, read};

type Answered<T> = std::result::Result<T, WebError>;

/// A code as it was typed. It has no `Debug`, so that no log holds it.
#[derive(Deserialize)]
pub struct Shown {
    code: String,
}

/// `GET /account/second-factor`
pub async fn show(service: Shared, enrolling: Enrolling) -> Answered<Html> {
    Ok(Html::new(page(&service, &enrolling, None).await?))
}

async fn page(service: &Shared, enrolling: &Enrolling, mistake: Option<&Mistake>) -> Answered<Markup> {
    let id = enrolling.staff.id.clone();
    let (factor, left) = read(service, move |conn| {
        Ok((store::second_factors::find(conn, &id)?, store::recovery_codes::count(conn, &id)?))
    })
    .await?;
    let secret = factor.as_ref().and_then(|factor| factor.secret(key_of(service)));
    let standing = match (factor.and_then(|factor| factor.confirmed_at), &secret) {
        (Some(since), _) => Standing::Set { since, left },
        (None, Some(secret)) => Standing::Begun {
            typed: secret.typed(),
            address: secret
                .address(&enrolling.frame.service(), &enrolling.staff.email)
                .map_err(|cause| Error::Internal(Box::new(cause)))?,
        },
        (None, None) => Standing::Missing,
    };
    Ok(views::access::second_factors::page(&enrolling.frame, (&standing, enrolling.must), mistake))
}

/// The account's password as it was typed. It has no `Debug`, so that no log holds it.
#[derive(Deserialize)]
pub struct Beginning {
    #[serde(default)]
    password: String,
}

/// `POST /account/second-factor`: makes a secret to be taken over by an app, for whoever shows the password.
pub async fn begin(
    request: HttpRequest,
    service: Shared,
    enrolling: Enrolling,
    Form(form): Form<Beginning>,
) -> Answered<HttpResponse> {
    let (id, by) = (enrolling.staff.id.clone(), enrolling.by(&service));
    let begun = match show_password(&request, &service, &enrolling.staff, form.password).await {
        Ok(shown) => {
            act(&service, move |service| {
                let made = SecondFactor::new(key_of(service), &id, by.now);
                let made = made.ok_or_else(|| Error::Internal("a secret could not be encrypted".into()))?;
                commands::second_factors::begin(&service.db, &made, shown.as_ref(), &by)
            })
            .await
        }
        Err(error) => Err(error),
    };
    match begun {
        Ok(()) => Ok(see()),
        Err(error) => again(&request, &service, &enrolling, (error, "password")).await,
    }
}

/// Holds a password against the account's, counted as it is at the sign-in page. An account that has none, because
/// somebody else vouches for it, is asked for none.
async fn show_password(
    request: &HttpRequest,
    service: &Shared,
    account: &Staff,
    typed: String,
) -> Answered<Option<Begun>> {
    if account.password_hash.is_none() {
        return Ok(None);
    }
    let (attempt, email) = (own_account::attempt(request, service, &account.email), account.email.clone());
    let turn = line_up()?;
    let begun = act(service, move |service| commands::sessions::begin(&service.db, &attempt, &email)).await?;
    let stored = begun.account.as_ref().and_then(|account| account.password_hash.clone());
    match in_turn(turn, move || passwords::fits(&typed, stored.as_deref())).await? {
        true => Ok(Some(begun)),
        false => Err(Refusal::WrongPassword.into()),
    }
}

/// `POST /account/second-factor/confirmation`: takes a first code, and shows the codes on paper. They are known
/// nowhere else from now on, so they are shown at once and not after a redirect.
pub async fn confirm(
    request: HttpRequest,
    service: Shared,
    enrolling: Enrolling,
    Form(form): Form<Shown>,
) -> Answered<HttpResponse> {
    let session = session_token(&request).or_not_found()?;
    let (id, by) = (enrolling.staff.id.clone(), enrolling.by(&service));
    let confirmed = act(&service, move |service| {
        let owner = Owner { id: &id, key: key_of(service) };
        commands::second_factors::confirm(&service.db, owner, (&form.code, &session), &by)
    });
    match confirmed.await {
        Ok(codes) => Ok(shown(&request, &enrolling, &codes)),
        Err(error) => again(&request, &service, &enrolling, (error, "code")).await,
    }
}

/// `POST /account/second-factor/codes`: shows new codes on paper, once.
pub async fn renew_codes(
    request: HttpRequest,
    service: Shared,
    enrolling: Enrolling,
    Form(form): Form<Shown>,
) -> Answered<HttpResponse> {
    let renewed = with_code(&request, &service, &enrolling, form, commands::second_factors::renew_codes);
    match renewed.await {
        Ok(codes) => Ok(shown(&request, &enrolling, &codes)),
        Err(error) => again(&request, &service, &enrolling, (error, "code")).await,
    }
}

/// A code that takes the second factor away, under a name of its own: two fields of a page can't share one. It has no
/// `Debug` either.
#[derive(Deserialize)]
pub struct Removal {
    #[serde(default)]
    password: String,
    removal: String,
}

/// `POST /account/second-factor/removal`
pub async fn remove(
    request: HttpRequest,
    service: Shared,
    enrolling: Enrolling,
    Form(form): Form<Removal>,
) -> Answered<HttpResponse> {
    let Removal { password, removal } = form;
    let shown = match show_password(&request, &service, &enrolling.staff, password).await {
        Ok(shown) => shown,
        Err(error) => return again(&request, &service, &enrolling, (error, "password")).await,
    };
    let form = Shown { code: removal };
    let removed = with_code(&request, &service, &enrolling, form, move |db, owner, (begun, code), by| {
        commands::second_factors::remove(db, owner, (shown.as_ref(), begun, code), by)
    });
    match removed.await {
        Ok(()) => Ok(see()),
        Err(error) => again(&request, &service, &enrolling, (error, "removal")).await,
    }
}

/// Runs what asks for a code, which is counted as one at the sign-in page is.
async fn with_code<T: Send + 'static>(
    request: &HttpRequest,
    service: &Shared,
    enrolling: &Enrolling,
    form: Shown,
    command: impl FnOnce(&store::Db, Owner, (&Begun, &str), &By) -> crate::error::Result<T> + Send + 'static,
) -> Answered<T> {
    let attempt = attempt(request, service, &enrolling.staff.email);
    let (account, by) = (enrolling.staff.clone(), enrolling.by(service));
    act(service, move |service| {
        let begun = commands::sessions::begin(&service.db, &attempt, &account.email)?;
        let owner = Owner { id: &account.id, key: key_of(service) };
        command(&service.db, owner, (&begun, &form.code), &by)
    })
    .await
}

fn shown(request: &HttpRequest, enrolling: &Enrolling, codes: &[RecoveryCode]) -> HttpResponse {
    Html::new(views::access::second_factors::codes(&enrolling.frame, codes)).respond_to(request).map_into_boxed_body()
}

/// The page again with what was wrong. A form that arrives twice finds what the first did.
async fn again(
    request: &HttpRequest,
    service: &Shared,
    enrolling: &Enrolling,
    (error, field): (WebError, &'static str),
) -> Answered<HttpResponse> {
    match error.cause() {
        Error::NotFound | Error::Refused(Refusal::SecondFactorSet) => Ok(see()),
        Error::Refused(refusal) => {
            let mistake = Mistake { field, refusal: refusal.clone() };
            Ok(refused(request, refusal, page(service, enrolling, Some(&mistake)).await?))
        }
        _ => Err(error),
    }
}

fn key_of(service: &Service) -> &str {
    service.config.secret_key.as_deref().unwrap_or_default()
}

fn see() -> HttpResponse {
    replies::see("/account/second-factor")
}

#[cfg(test)]
mod tests;
