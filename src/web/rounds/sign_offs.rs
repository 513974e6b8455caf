//! Signing off a municipality's answers in a round: its coordinator's and administrators' to do.

use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act};
use super::posts::page_of;
use super::{existing, see, unprocessable};
use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::sign_offs::may_sign;
use crate::error::{Error, OrNotFound, Result};
use crate::views::refusals::describe;
use crate::web::access::auth::Visitor;

/// What is typed beside a sign-off.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    comment: String,
}

/// The municipality of an address, for who may sign for it.
fn signed_for(visitor: &Visitor, code: &str) -> Result<MunicipalityCode> {
    let code: MunicipalityCode = code.parse().ok().or_not_found()?;
    if may_sign(&visitor.staff) && visitor.staff.scope().holds(&code) { Ok(code) } else { Err(Error::NotFound) }
}

/// `POST /rounds/{key}/municipalities/{code}/sign-off`
pub async fn sign(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    Form(Typed { comment }): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let (key, code) = path.into_inner();
    let code = signed_for(&visitor, &code)?;
    let key = existing(&service, key.into()).await?;
    let (by, signer) = (visitor.by(&service), visitor.staff.id.clone());
    let (round, place, typed) = (key.clone(), code.clone(), comment.clone());
    let outcome = act(&service, move |service| {
        match commands::sign_offs::sign(&service.db, (&round, &place), (&signer, &typed), &by) {
            Err(Error::Refused(mistake @ Refusal::TextTooLong(_))) => Ok(Some(mistake)),
            outcome => outcome.map(|()| None),
        }
    })
    .await?;
    let Some(mistake) = outcome else { return Ok(see(&format!("/rounds/{key}/municipalities/{code}/status"))) };
    let mistake = describe(&mistake, visitor.frame.language);
    let page = page_of(&service, &visitor, (key, code), (comment, Some(mistake))).await?;
    Ok(unprocessable(&request, page))
}

/// `POST /rounds/{key}/municipalities/{code}/sign-off/withdrawal`
pub async fn withdraw(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<HttpResponse, WebError> {
    let (key, code) = path.into_inner();
    let code = signed_for(&visitor, &code)?;
    let key = existing(&service, key.into()).await?;
    let (by, page) = (visitor.by(&service), format!("/rounds/{key}/municipalities/{code}/status"));
    act(&service, move |service| commands::sign_offs::withdraw(&service.db, (&key, &code), &by)).await?;
    Ok(see(&page))
}
