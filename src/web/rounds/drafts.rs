//! Deciding anew about a draft, and taking it away; administrators only.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{existing, find, form, see, unprocessable};
use crate::commands;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::Result;
use crate::store::Conn;
use crate::views;
use crate::views::rounds::Offer;
use crate::web::access::auth::Admin;

/// `GET /rounds/{key}/settings`: the form that made the draft, filled.
pub async fn settings(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, offer) = read(&service, move |conn| find_with_offer(conn, &key)).await?;
    let typed = form::of_draft(&round);
    Ok(Html::new(views::rounds::settings(&admin.frame, (&round, &offer), &typed, &[])))
}

/// `POST /rounds/{key}/settings`: decides anew, or shows the form again.
pub async fn change(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> std::result::Result<HttpResponse, WebError> {
    let key = key.into_inner();
    let (round, offer) = read(&service, move |conn| find_with_offer(conn, &key)).await?;
    let typed = form::typed(fields);
    let language = admin.frame.language;
    let mistakes = match form::parse(&typed, &offer, language) {
        Err(mistakes) => mistakes,
        Ok(new) => {
            let (key, by) = (round.key.clone(), admin.by(&service));
            let outcome =
                act(&service, move |service| Ok(commands::rounds::update(&service.db, &key, &new, &by))).await?;
            match form::outcome(outcome, language)? {
                Ok(changed) => return Ok(see(&format!("/rounds/{}", changed.key))),
                Err(mistakes) => mistakes,
            }
        }
    };
    let page = views::rounds::settings(&admin.frame, (&round, &offer), &typed, &mistakes);
    Ok(unprocessable(&request, page))
}

/// `GET /rounds/{key}/deletion`: what deleting will do; it changes nothing.
pub async fn deletion(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let round = read(&service, move |conn| find_to_delete(conn, &key)).await?;
    Ok(Html::new(views::rounds::deletion(&admin.frame, &round)))
}

/// `POST /rounds/{key}/deletion`
pub async fn delete(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let (key, by) = (existing(&service, key).await?, admin.by(&service));
    act(&service, move |service| commands::rounds::delete(&service.db, &key, &by)).await?;
    Ok(see("/rounds"))
}

/// A trial is deleted whatever its state.
fn find_to_delete(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = find(conn, key)?;
    if round.is_trial { Ok(round) } else { find_draft(conn, key) }
}

fn find_draft(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = find(conn, key)?;
    if round.status != RoundStatus::Draft {
        return Err(Refusal::RoundNotDraft.into());
    }
    Ok(round)
}

/// A draft and what it may be made of: its edition may be a draft too.
fn find_with_offer(conn: &mut Conn, key: &str) -> Result<(Round, Offer)> {
    let round = find_draft(conn, key)?;
    let mut offer = form::offer(conn)?;
    if offer.editions.iter().all(|edition| edition.key != round.edition) {
        offer.editions.push(editions::load(conn, &round.edition)?);
    }
    Ok((round, offer))
}
