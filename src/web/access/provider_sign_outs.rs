//! Signing out at a provider of OpenID Connect: the way there, and being told that somebody signed out there.

use actix_web::HttpResponse;
use actix_web::web::Form;
use chrono::NaiveDateTime;
use serde::Deserialize;

use crate::commands;
use crate::domain::access::identities::Vouched;
use crate::domain::access::sign_in_faults::SignInFault;
use crate::domain::access::staff::StaffId;
use crate::domain::base::refusals::Refusal;
use crate::error::Error;
use crate::web::error::WebError;
use crate::web::{Shared, ask_provider};

/// A token that tells of a sign-out. It has no `Debug`, so that no log holds it.
#[derive(Deserialize)]
pub struct Notice {
    logout_token: String,
}

/// `POST /login/oidc/logout`: the provider tells that somebody has signed out there. It is not answered with pages.
pub async fn end(service: Shared, Form(notice): Form<Notice>) -> std::result::Result<HttpResponse, WebError> {
    let now = service.now();
    let ended = ask_provider(&service, move |service, provider| {
        let ended = provider.ended(&notice.logout_token, now)?;
        let who = (ended.subject.as_str(), ended.session.as_deref());
        commands::provider_sign_ins::end(&service.db, &ended.issuer, who, now)
    });
    match ended.await {
        Ok(()) => Ok(HttpResponse::Ok().finish()),
        Err(error) => match error.cause() {
            Error::Refused(Refusal::SignIn(SignInFault::Away)) => Ok(HttpResponse::ServiceUnavailable().finish()),
            Error::Refused(_) => Ok(HttpResponse::BadRequest().finish()),
            _ => Err(error),
        },
    }
}

/// Where whoever signed out here signs out at the provider too, and what it is called; none where nobody vouched for
/// the session, or the provider can't be asked or has no such page: here one is signed out in any case.
pub(super) async fn sign_out_address(
    service: &Shared,
    closed: Option<(StaffId, Vouched)>,
    now: NaiveDateTime,
) -> Option<(String, String)> {
    let (account, vouched) = closed.filter(|(_, vouched)| vouched.sealed_id_token.is_some())?;
    let key = service.config.secret_key.as_deref().unwrap_or_default();
    let hint = vouched.id_token(key, &account);
    let asked = ask_provider(service, move |_, provider| {
        let address = provider.sign_out_address(hint.as_deref(), now)?;
        Ok(address.map(|address| (address.to_string(), provider.settings().name.clone())))
    });
    asked.await.ok().flatten()
}
