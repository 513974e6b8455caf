//! The one-time links with which an account gets its password.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::auth::{Anybody, session_token};
use super::passwords::{in_turn, line_up};
use super::replies::{code_needed, signed_in};
use super::unknown::unknown_token;
use crate::commands;
use crate::commands::sessions::Admission;
use crate::domain::access::passwords::Password;
use crate::domain::access::rate_limits::Door;
use crate::domain::access::staff::Staff;
use crate::domain::base::tokens::Token;
use crate::error::Error;
use crate::store;
use crate::views;
use crate::web::error::WebError;
use crate::web::replies::unprocessable;
use crate::web::{Shared, act, read};

/// A new password, typed twice. It has no `Debug`, so that no log holds a password.
#[derive(Deserialize)]
pub struct NewPassword {
    password: String,
    repeated: String,
}

/// `GET /adgang/{token}`: the form; opening it uses nothing up.
pub async fn show(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    token: Path<String>,
) -> Result<Html, WebError> {
    let account = account(&request, &service, &token).await?;
    Ok(Html::new(views::access::staff::choose_password(&frame, &action(&token), &account.email)))
}

/// `POST /adgang/{token}`: sets the password and opens a session.
pub async fn set_password(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    token: Path<String>,
    Form(form): Form<NewPassword>,
) -> Result<HttpResponse, WebError> {
    let account = account(&request, &service, &token).await?;
    let password = match Password::parse(&form.password, &form.repeated) {
        Ok(password) => password,
        Err(refusal) => {
            let page = views::access::staff::choose_password_again(&frame, &action(&token), &account.email, &refusal);
            return Ok(unprocessable(&request, page));
        }
    };
    let hash = in_turn(line_up()?, move || password.hash()).await?.map_err(|cause| Error::Internal(Box::new(cause)))?;
    let now = service.now();
    let key = Token::received(&token);
    let before = session_token(&request);
    let admission = act(&service, move |service| {
        let admission = commands::staff::set_password(&service.db, &key, &hash, now)?;
        // The browser's session may be another account's.
        before.map_or(Ok(None), |before| commands::sessions::close(&service.db, &before, now))?;
        Ok(admission)
    })
    .await?;
    Ok(match admission {
        Admission::Session(session) => signed_in(&service, "/", &account.email, &session),
        Admission::CodeNeeded(waiting) => code_needed(&service, "/", &waiting),
    })
}

/// The account that a link is for; unknown, used and expired links are all not found, and counted.
async fn account(request: &HttpRequest, service: &Shared, token: &str) -> Result<Staff, WebError> {
    let hash = Token::received(token).hash();
    let now = service.now();
    let found = read(service, move |conn| Ok(store::setup_tokens::find_staff(conn, &hash, now)?)).await?;
    match found {
        Some(account) => Ok(account),
        None => Err(unknown_token(request, service, Door::Key, token).await),
    }
}

/// Where the form is sent: the link itself, of which we know by now that it is one of ours.
fn action(token: &str) -> String {
    format!("/adgang/{token}")
}

#[cfg(test)]
mod tests;
