//! Asking for a link to a new password. Whether there is such an account is told by no answer and no time: the
//! request is counted alike for all, and the letter is queued after the answer.

use actix_web::web::{self, Form, Html, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::auth::Anybody;
use super::cookies;
use super::replies::{client_address, refused};
use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::rate_limits::{Attempt, Origin};
use crate::domain::access::staff;
use crate::error::Error;
use crate::views;
use crate::views::access::forgotten::Asked;
use crate::web::error::WebError;
use crate::web::replies::see;
use crate::web::{Service, Shared, act};

/// What the address of the page may say.
#[derive(Debug, Deserialize)]
pub struct Told {
    sendt: Option<String>,
}

/// Whose password is forgotten.
#[derive(Debug, Deserialize)]
pub struct Request {
    email: String,
}

/// `GET /login/glemt`: the form, or what happens next once it was sent.
pub async fn show(service: Shared, Anybody(frame): Anybody, told: Query<Told>) -> Result<Html, WebError> {
    check_passwords(&service)?;
    Ok(Html::new(match told.sendt {
        Some(_) => views::access::forgotten::sent(&frame),
        None => views::access::forgotten::ask(&frame, &Asked::default()),
    }))
}

/// `POST /login/glemt`: sends a link by letter where there is an account, and says the same in any case.
pub async fn ask(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    Form(form): Form<Request>,
) -> Result<HttpResponse, WebError> {
    check_passwords(&service)?;
    let asked = async {
        let email = staff::email(&form.email)?;
        let secret = service.config.secret_key.as_deref().unwrap_or_default();
        let mark = cookies::read(&request, cookies::BROWSER);
        let address = client_address(&request, &service.config.trusted_proxies);
        let attempt = Attempt::reset(secret, &email, Origin { address, mark: mark.as_deref() }, service.now());
        let counted = email.clone();
        act(&service, move |service| commands::sessions::begin(&service.db, &attempt, &counted).map(drop)).await?;
        Ok::<String, WebError>(email)
    };
    match asked.await {
        Ok(email) => {
            send_later(&service, email);
            Ok(see("/login/glemt?sendt=ja"))
        }
        Err(error) => {
            let Error::Refused(refusal) = error.cause() else { return Err(error) };
            let asked = Asked { email: &form.email, refusal: Some(refusal) };
            Ok(refused(&request, refusal, views::access::forgotten::ask(&frame, &asked)))
        }
    }
}

/// Where nobody signs in with a password, there is no such page.
fn check_passwords(service: &Service) -> Result<(), WebError> {
    if service.config.passwords_off { Err(Error::NotFound.into()) } else { Ok(()) }
}

/// Queues the letter beside the request: how long that takes would tell whether there is an account.
fn send_later(service: &Shared, email: String) {
    let (service, by) = (service.clone(), By::visitor(service.now()));
    let ends_passwords = service.config.oidc.as_ref().is_some_and(|oidc| oidc.accounts.ends_passwords);
    let sending = web::block(move || {
        if let Err(error) = commands::own_account::send_reset(&service.db, (&email, ends_passwords), &by) {
            tracing::error!(%error, "a link to a new password could not be queued");
        }
    });
    // It runs whether or not anybody waits for it.
    drop(sending);
}

#[cfg(test)]
mod tests;
