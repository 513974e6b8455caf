//! The calls to one post of a round. Whoever sees who has answered may call and note it; a note is corrected and removed
//! by its writer alone, and on its day.

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{calls, see, unprocessable};
use crate::commands::calls::{self as commands, Called};
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::RoundStatus;
use crate::domain::rounds::calls::{CallFaults, CallId, TypedCall};
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views::rounds::{CallForm, PostCalls, call_correction, post_calls};
use crate::web::access::auth::Visitor;

/// The round and the invitation in an address.
type Place = Path<(String, String)>;

/// The round, the invitation and the call.
type CallPlace = Path<(String, String, String)>;

/// Where somebody comes from, and the form of a call.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The id of a new call.
    call: String,
    outcome: String,
    note: String,
    call_back_on: String,
    /// There where somebody has said that the note holds no CPR number.
    no_cpr: Option<String>,
    /// What the call list showed.
    list: Option<String>,
}

impl Typed {
    fn typed(&self) -> TypedCall {
        TypedCall {
            outcome: self.outcome.clone(),
            note: self.note.clone(),
            call_back_on: self.call_back_on.clone(),
            is_no_cpr: self.no_cpr.is_some(),
        }
    }

    /// The page that what was typed is shown on again.
    fn again(self, page: PostCalls, id: CallId, faults: CallFaults) -> (PostCalls, CallForm) {
        (page, CallForm { id, typed: self.typed(), faults })
    }
}

fn called(visitor: &Visitor, (round, invitation): (String, String)) -> Result<Called> {
    let invitation = invitation.parse().ok().or_not_found()?;
    Ok(Called { round, invitation, caller: visitor.staff.clone() })
}

fn page(conn: &mut Conn, called: &Called, now: NaiveDateTime) -> Result<PostCalls> {
    let (round, invitation) = called.find(conn)?;
    Ok(PostCalls {
        is_bounced: store::bounces::list(conn)?.holds(&invitation.email),
        calls: store::calls::list_by_invitation(conn, &invitation.id)?,
        now,
        list: None,
        round,
        invitation,
    })
}

async fn load(service: &Shared, called: &Called, list: Option<&str>) -> std::result::Result<PostCalls, WebError> {
    let (called, now) = (called.clone(), service.now());
    let page = read(service, move |conn| page(conn, &called, now)).await?;
    Ok(PostCalls { list: list.map(calls::left), ..page })
}

/// Back to where somebody came from: the post's line in the call list, or the page of its calls.
fn back(page: &PostCalls) -> HttpResponse {
    let (key, id) = (&page.round.key, &page.invitation.id);
    match &page.list {
        Some(list) if page.round.status == RoundStatus::Open => see(&format!("/rounds/{key}/calls?{list}#call-{id}")),
        _ => see(&format!("/rounds/{key}/calls/{id}")),
    }
}

/// `GET /rounds/{key}/calls/{invitation}`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Place,
    from: Query<Typed>,
) -> std::result::Result<Html, WebError> {
    let called = called(&visitor, path.into_inner())?;
    let page = load(&service, &called, from.list.as_deref()).await?;
    let form = CallForm { id: CallId::new(), typed: TypedCall::default(), faults: CallFaults::default() };
    Ok(Html::new(post_calls(&visitor.frame, &page, &form)))
}

/// `POST /rounds/{key}/calls/{invitation}`: notes a call, or shows the form again.
pub async fn add(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    path: Place,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let called = called(&visitor, path.into_inner())?;
    let page = load(&service, &called, typed.list.as_deref()).await?;
    match typed.typed().parse(day_in_denmark(service.now())) {
        Ok(draft) => {
            let (id, by) = (typed.call.parse().ok().or_not_found()?, visitor.by(&service));
            act(&service, move |service| commands::add(&service.db, &called, (&id, &draft), &by)).await?;
            Ok(back(&page))
        }
        Err(faults) => {
            let id = typed.call.parse().unwrap_or_else(|_| CallId::new());
            let (page, form) = typed.again(page, id, faults);
            Ok(unprocessable(&request, post_calls(&visitor.frame, &page, &form)))
        }
    }
}

/// A call in an address, and the page of the post that was called.
async fn changeable(
    service: &Shared,
    visitor: &Visitor,
    (round, invitation, id): (String, String, String),
    list: Option<&str>,
) -> std::result::Result<(Called, PostCalls, CallForm), WebError> {
    let called = called(visitor, (round, invitation))?;
    let id: CallId = id.parse().ok().or_not_found()?;
    let page = load(service, &called, list).await?;
    let (of, by) = (called.clone(), visitor.by(service));
    let call = read(service, move |conn| of.find_changeable(conn, &id, &by)).await?;
    let form = CallForm { typed: TypedCall::of(&call), id: call.id, faults: CallFaults::default() };
    Ok((called, page, form))
}

/// `GET /rounds/{key}/calls/{invitation}/{call}`
pub async fn correction(
    service: Shared,
    visitor: Visitor,
    path: CallPlace,
    from: Query<Typed>,
) -> std::result::Result<Html, WebError> {
    let (_, page, form) = changeable(&service, &visitor, path.into_inner(), from.list.as_deref()).await?;
    Ok(Html::new(call_correction(&visitor.frame, &page, &form)))
}

/// `POST /rounds/{key}/calls/{invitation}/{call}`: corrects it, or shows the form again.
pub async fn correct(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    path: CallPlace,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let (called, page, form) = changeable(&service, &visitor, path.into_inner(), typed.list.as_deref()).await?;
    match typed.typed().parse(day_in_denmark(service.now())) {
        Ok(draft) => {
            let by = visitor.by(&service);
            act(&service, move |service| commands::correct(&service.db, &called, (&form.id, &draft), &by)).await?;
            Ok(back(&page))
        }
        Err(faults) => {
            let (page, form) = typed.again(page, form.id, faults);
            Ok(unprocessable(&request, call_correction(&visitor.frame, &page, &form)))
        }
    }
}

/// `POST /rounds/{key}/calls/{invitation}/{call}/removal`
pub async fn remove(
    service: Shared,
    visitor: Visitor,
    path: CallPlace,
    Form(from): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let (called, page, form) = changeable(&service, &visitor, path.into_inner(), from.list.as_deref()).await?;
    let by = visitor.by(&service);
    act(&service, move |service| commands::remove(&service.db, &called, &form.id, &by)).await?;
    Ok(back(&page))
}
