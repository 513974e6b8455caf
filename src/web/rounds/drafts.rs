//! Deciding anew about a draft, and taking it away; administrators only.

use std::sync::Arc;

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{existing, find, form, published_editions, see, unprocessable};
use crate::commands;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::{NewRound, Round, RoundStatus};
use crate::editions;
use crate::error::Result;
use crate::store::Conn;
use crate::views;
use crate::web::access::auth::Admin;

/// `GET /rounds/{key}/settings`: the form that made the draft, filled.
pub async fn settings(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, editions) = read(&service, move |conn| find_with_editions(conn, &key)).await?;
    let editions: Vec<&Edition> = editions.iter().map(AsRef::as_ref).collect();
    let typed = form::of_draft(&round);
    Ok(Html::new(views::rounds::settings(&admin.frame, (&round, &editions), &typed, &[])))
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
    let (round, editions) = read(&service, move |conn| find_with_editions(conn, &key)).await?;
    let typed = form::typed(fields);
    let language = admin.frame.language;
    let mistakes = match form::parse(&typed, language) {
        Err(mistakes) => mistakes,
        Ok(new) => {
            let new = NewRound { programme: round.programme.clone(), ..new };
            let (key, by) = (round.key.clone(), admin.by(&service));
            let outcome =
                act(&service, move |service| Ok(commands::rounds::update(&service.db, &key, &new, &by))).await?;
            match form::outcome(outcome, language)? {
                Ok(changed) => return Ok(see(&format!("/rounds/{}", changed.key))),
                Err(mistakes) => mistakes,
            }
        }
    };
    let editions: Vec<&Edition> = editions.iter().map(AsRef::as_ref).collect();
    let page = views::rounds::settings(&admin.frame, (&round, &editions), &typed, &mistakes);
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

/// A draft and the editions that it may ask: the published ones and its own.
fn find_with_editions(conn: &mut Conn, key: &str) -> Result<(Round, Vec<Arc<Edition>>)> {
    let round = find_draft(conn, key)?;
    let mut editions = published_editions(conn)?;
    if editions.iter().all(|edition| edition.key != round.edition) {
        editions.push(editions::load(conn, &round.edition)?);
    }
    Ok((round, editions))
}
