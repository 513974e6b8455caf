//! A post's request for more time, and the answer to it. Administrators answer all, a coordinator those of the own
//! municipality, for a day within two weeks: a round stays open for everybody until the last extension has run out.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{find, see, unprocessable};
use crate::commands::extension_requests::{self as commands, Asked};
use crate::domain::access::staff::{Role, Scope};
use crate::domain::rounds::Round;
use crate::domain::rounds::extension_requests::{ExtensionRequest, parse_day, text};
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::error::{Error, OrNotFound, Result};
use crate::store;
use crate::views::rounds::{Answered, extension_request};
use crate::web::access::auth::Visitor;

/// The round and the invitation in an address.
type Place = Path<(String, String)>;

/// The municipalities whose posts somebody answers.
fn scope_of(visitor: &Visitor) -> Result<Scope> {
    match visitor.staff.role {
        Role::Admin | Role::Coordinator => Ok(visitor.staff.scope()),
        Role::Consultant => Err(Error::NotFound),
    }
}

/// What is answered: the round, the invitation and its newest request.
type Found = (Round, Invitation, ExtensionRequest);

async fn find_request(
    service: &Shared,
    (key, id): (String, String),
    scope: Scope,
) -> std::result::Result<Found, WebError> {
    let id: InvitationId = id.parse().ok().or_not_found()?;
    read(service, move |conn| {
        let round = find(conn, &key)?;
        let invitation = store::invitations::find_in_scope(conn, &round.id, &id, &scope)?.or_not_found()?;
        let request = store::extension_requests::list_by_invitation(conn, &invitation.id)?.pop().or_not_found()?;
        Ok((round, invitation, request))
    })
    .await
}

/// `GET /rounds/{key}/posts/{invitation}/extension-request`
pub async fn show(service: Shared, visitor: Visitor, path: Place) -> std::result::Result<Html, WebError> {
    let (round, invitation, request) = find_request(&service, path.into_inner(), scope_of(&visitor)?).await?;
    let now = service.now();
    Ok(Html::new(extension_request(&visitor.frame, (&round, &invitation), &request, &Answered::at(now))))
}

/// The form of either answer.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    request: String,
    #[serde(default)]
    last_day: String,
    #[serde(default)]
    because: String,
    /// There where somebody has said that the sentence holds no CPR number.
    no_cpr: Option<String>,
}

impl Typed {
    fn asked(&self, (round, invitation): (&Round, &Invitation), scope: Scope) -> Result<Asked> {
        let request = self.request.parse().ok().or_not_found()?;
        Ok(Asked { round: round.key.clone(), invitation: invitation.id.clone(), request, scope })
    }
}

fn status_page(round: &Round, invitation: &Invitation) -> HttpResponse {
    see(&format!("/rounds/{}/municipalities/{}/status", round.key, invitation.municipality_code))
}

/// `POST /rounds/{key}/posts/{invitation}/extension-request/granting`: final.
pub async fn grant(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    path: Place,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let scope = scope_of(&visitor)?;
    let (round, invitation, asked) = find_request(&service, path.into_inner(), scope.clone()).await?;
    match parse_day(&typed.last_day, &round, service.now()) {
        Ok(last_day) => {
            let (place, by) = (typed.asked((&round, &invitation), scope)?, visitor.by(&service));
            act(&service, move |service| commands::grant(&service.db, &place, last_day, &by)).await?;
            Ok(status_page(&round, &invitation))
        }
        Err(fault) => {
            let answered = Answered { last_day: typed.last_day, day: Some(fault), ..Answered::at(service.now()) };
            let page = extension_request(&visitor.frame, (&round, &invitation), &asked, &answered);
            Ok(unprocessable(&request, page))
        }
    }
}

/// `POST /rounds/{key}/posts/{invitation}/extension-request/declining`
pub async fn decline(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    path: Place,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let scope = scope_of(&visitor)?;
    let (round, invitation, asked) = find_request(&service, path.into_inner(), scope.clone()).await?;
    match text(&typed.because, typed.no_cpr.is_some()) {
        Ok(because) => {
            let (place, by) = (typed.asked((&round, &invitation), scope)?, visitor.by(&service));
            act(&service, move |service| commands::decline(&service.db, &place, &because, &by)).await?;
            Ok(status_page(&round, &invitation))
        }
        Err(fault) => {
            let answered = Answered {
                because: typed.because,
                is_no_cpr: typed.no_cpr.is_some(),
                text: Some(fault),
                ..Answered::at(service.now())
            };
            let page = extension_request(&visitor.frame, (&round, &invitation), &asked, &answered);
            Ok(unprocessable(&request, page))
        }
    }
}

#[cfg(test)]
mod tests;
