//! The page on which the first administrator makes an account; there is none once anybody has one.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::auth::Anybody;
use super::passwords::{in_turn, line_up};
use super::replies::signed_in;
use super::unknown::unknown_token;
use crate::commands;
use crate::domain::access::first_administrator::fits;
use crate::domain::access::passwords::Password;
use crate::domain::access::rate_limits::Door;
use crate::domain::access::staff::{Draft, Role};
use crate::domain::base::tokens::Token;
use crate::error::Error;
use crate::store;
use crate::views;
use crate::views::access::first_administrator::Wrong;
use crate::web::error::WebError;
use crate::web::replies::unprocessable;
use crate::web::{Shared, act, read};

/// Who begins. It has no `Debug`, so that no log holds a password.
#[derive(Deserialize)]
pub struct Begun {
    email: String,
    password: String,
    repeated: String,
}

/// `GET /begynd/{token}`: the form; opening it uses nothing up.
pub async fn show(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    token: Path<String>,
) -> Result<Html, WebError> {
    check(&request, &service, &token).await?;
    Ok(Html::new(views::access::first_administrator::page(&frame, &token, "", &Wrong::default())))
}

/// `POST /begynd/{token}`: makes the account and opens a session.
pub async fn make(
    request: HttpRequest,
    service: Shared,
    Anybody(frame): Anybody,
    token: Path<String>,
    Form(form): Form<Begun>,
) -> Result<HttpResponse, WebError> {
    check(&request, &service, &token).await?;
    let draft = Draft::parse(&form.email, Role::Admin, &[]);
    let password = Password::parse(&form.password, &form.repeated);
    let (draft, password) = match (draft, password) {
        (Ok(draft), Ok(password)) => (draft, password),
        (draft, password) => {
            let wrong = Wrong { email: draft.err(), password: password.err() };
            let page = views::access::first_administrator::page(&frame, &token, form.email.trim(), &wrong);
            return Ok(unprocessable(&request, page));
        }
    };
    let hash = in_turn(line_up()?, move || password.hash()).await?.map_err(|cause| Error::Internal(Box::new(cause)))?;
    let (email, now) = (draft.email.clone(), service.now());
    let session =
        act(&service, move |service| commands::first_administrator::make(&service.db, &draft, &hash, now)).await?;
    Ok(signed_in(&service, "/administration", &email, &session))
}

/// Any other link, and this one as soon as there is an account, is not found, and counted.
async fn check(request: &HttpRequest, service: &Shared, token: &str) -> Result<(), WebError> {
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let is_right = !secret.is_empty() && fits(secret, &Token::received(token).hash());
    if is_right && !read(service, |conn| Ok(store::staff::exists(conn)?)).await? {
        return Ok(());
    }
    Err(unknown_token(request, service, Door::Key, token).await)
}
