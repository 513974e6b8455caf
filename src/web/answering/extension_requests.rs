//! Asking for more time by the post's own link.

use actix_web::http::StatusCode;
use actix_web::web::Form;
use serde::Deserialize;

use super::respondent::{Answer, Visit, answer, only_whole, page, see_other};
use crate::commands::extension_requests;
use crate::domain::answering::respondents::Respondent;
use crate::domain::rounds::extension_requests::{ExtensionRequest, TypedWish};
use crate::error::Result;
use crate::store::{self, Conn};
use crate::views::answering::extension_requests as views;
use crate::views::answering::extension_requests::Attempt;
use crate::web::{Shared, act, read};

#[cfg(test)]
mod tests;

/// The form as it is sent.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    begrundelse: String,
    #[serde(default)]
    dag: String,
    /// There where somebody has said that the reason holds no CPR number.
    cpr: Option<String>,
}

fn asked_before(conn: &mut Conn, respondent: &Respondent) -> Result<Vec<ExtensionRequest>> {
    only_whole(respondent)?;
    Ok(store::extension_requests::list_by_invitation(conn, &respondent.invitation.id)?)
}

/// `GET /svar/{token}/mere-tid`: how it stands with more time, and the form while there is any use in it.
pub async fn show(visit: Visit) -> Answer {
    let (respondent, before) = visit.read(asked_before).await?;
    Ok(page(StatusCode::OK, views::show(&respondent, &before, &Attempt::default())))
}

/// `POST /svar/{token}/mere-tid`
pub async fn ask(service: Shared, respondent: Respondent, Form(typed): Form<Typed>) -> Answer {
    only_whole(&respondent)?;
    let typed = TypedWish { reason: typed.begrundelse, day: typed.dag, is_no_cpr: typed.cpr.is_some() };
    let wish = match typed.parse(&respondent.round, respondent.now) {
        Ok(wish) => wish,
        // What was typed is of no use any more.
        Err(_) if respondent.closed().is_some() => {
            let closed: Result<()> = respondent.closed().map_or(Ok(()), |refusal| Err(refusal.into()));
            return answer(&respondent, closed.map_err(Into::into), |()| see_other(&respondent, "/mere-tid"));
        }
        Err(faults) => {
            let visitor = respondent.clone();
            let before = read(&service, move |conn| asked_before(conn, &visitor)).await?;
            let attempt = Attempt { typed, faults };
            return Ok(page(StatusCode::UNPROCESSABLE_ENTITY, views::show(&respondent, &before, &attempt)));
        }
    };
    let visitor = respondent.clone();
    let outcome = act(&service, move |service| {
        extension_requests::ask(&service.db, (&visitor.link.token_hash, visitor.now), &wish)
    })
    .await;
    answer(&respondent, outcome, |()| see_other(&respondent, "/mere-tid"))
}
