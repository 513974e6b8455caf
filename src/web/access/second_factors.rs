//! The page of one's own second factor. It is the one page that an account reaches which must have one and has none.

use actix_web::http::header;
use actix_web::web::{Form, Html};
use actix_web::{HttpRequest, HttpResponse, Responder};
use maud::Markup;
use serde::Deserialize;

use super::auth::{Enrolling, session_token};
use super::codes::attempt;
use super::replies::refused;
use crate::commands;
use crate::commands::codes::Owner;
use crate::domain::access::audit::By;
use crate::domain::access::second_factors::{RecoveryCode, SecondFactor};
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, OrNotFound};
use crate::store;
use crate::views;
use crate::views::access::second_factors::{Mistake, Standing};
use crate::web::error::WebError;
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
            address: secret.address(&enrolling.staff.email).map_err(|cause| Error::Internal(Box::new(cause)))?,
        },
        (None, None) => Standing::Missing,
    };
    Ok(views::access::second_factors::page(&enrolling.frame, (&standing, enrolling.must), mistake))
}

/// `POST /account/second-factor`: makes a secret to be taken over by an app.
pub async fn begin(service: Shared, enrolling: Enrolling) -> Answered<HttpResponse> {
    let (id, by) = (enrolling.staff.id.clone(), enrolling.by(&service));
    act(&service, move |service| {
        let made = SecondFactor::new(key_of(service), &id, by.now);
        let made = made.ok_or_else(|| Error::Internal("a secret could not be encrypted".into()))?;
        commands::second_factors::begin(&service.db, &made, &by)
    })
    .await?;
    Ok(see())
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

/// A code that takes the second factor away, under a name of its own: two fields of a page can't share one.
#[derive(Deserialize)]
pub struct Removal {
    removal: String,
}

/// `POST /account/second-factor/removal`
pub async fn remove(
    request: HttpRequest,
    service: Shared,
    enrolling: Enrolling,
    Form(form): Form<Removal>,
) -> Answered<HttpResponse> {
    let form = Shown { code: form.removal };
    let removed = with_code(&request, &service, &enrolling, form, commands::second_factors::remove);
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
    command: WithCode<T>,
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

type WithCode<T> = fn(&store::Db, Owner, (&commands::sessions::Begun, &str), &By) -> crate::error::Result<T>;

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
    HttpResponse::SeeOther().insert_header((header::LOCATION, "/account/second-factor")).finish()
}

#[cfg(test)]
mod tests;
