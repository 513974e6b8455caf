//! Checking, opening, scheduling and closing a round; administrators only.

use actix_web::HttpResponse;
use actix_web::web::{Html, Path};

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{count, find, see};
use crate::commands;
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::forewarnings::last_before;
use crate::domain::rounds::participation::Participation;
use crate::domain::rounds::preparation::{Preparation, prepare};
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn};
use crate::views;
use crate::web::access::auth::Admin;

/// `GET /rounds/{key}/preparation`
pub async fn preparation(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, edition, prepared) = read(&service, move |conn| prepared(conn, &key)).await?;
    Ok(Html::new(views::rounds::preparation(&admin.frame, &round, &edition, &prepared)))
}

/// `GET /rounds/{key}/opening`: what opening will do; it changes nothing.
pub async fn opening(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, _, prepared) = read(&service, move |conn| prepared(conn, &key)).await?;
    Ok(Html::new(views::rounds::opening(&admin.frame, &round, &prepared)))
}

/// `POST /rounds/{key}/opening`
pub async fn open(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let page = format!("/rounds/{key}");
    let by = admin.by(&service);
    act(&service, move |service| commands::rounds::open(&service.db, &key, &by)).await?;
    Ok(see(&page))
}

/// `POST /rounds/{key}/schedule`
pub async fn schedule(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let page = format!("/rounds/{key}");
    let by = admin.by(&service);
    act(&service, move |service| commands::rounds::schedule(&service.db, &key, &by)).await?;
    Ok(see(&page))
}

/// `POST /rounds/{key}/unscheduling`: the round is a draft again.
pub async fn unschedule(
    service: Shared,
    admin: Admin,
    key: Path<String>,
) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let page = format!("/rounds/{key}");
    let by = admin.by(&service);
    act(&service, move |service| commands::rounds::unschedule(&service.db, &key, &by)).await?;
    Ok(see(&page))
}

/// `GET /rounds/{key}/closing`: what closing will do; it changes nothing.
pub async fn closing(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, total) = read(&service, move |conn| {
        let round = find(conn, &key)?;
        if round.status != RoundStatus::Open {
            return Err(Refusal::RoundNotOpen.into());
        }
        let counted = count(conn, &round.id, &Scope::All)?;
        Ok((round, counted.into_values().fold(Participation::default(), Participation::plus)))
    })
    .await?;
    Ok(Html::new(views::rounds::closing(&admin.frame, &round, &total)))
}

/// `POST /rounds/{key}/closing`
pub async fn close(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let page = format!("/rounds/{key}");
    let by = admin.by(&service);
    act(&service, move |service| commands::rounds::close(&service.db, &key, &by)).await?;
    Ok(see(&page))
}

/// `GET /rounds/{key}/withdrawal`: what withdrawing imported answers will do; it changes nothing.
pub async fn withdrawal(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, total) = read(&service, move |conn| {
        let round = find(conn, &key)?;
        if !round.is_historic {
            return Err(Refusal::RoundNotHistoric.into());
        }
        let counted = count(conn, &round.id, &Scope::All)?;
        Ok((round, counted.into_values().fold(Participation::default(), Participation::plus)))
    })
    .await?;
    Ok(Html::new(views::rounds::withdrawal(&admin.frame, &round, &total)))
}

/// `POST /rounds/{key}/withdrawal`
pub async fn withdraw(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let page = format!("/rounds/{key}");
    let by = admin.by(&service);
    act(&service, move |service| commands::answer_imports::withdraw(&service.db, &key, &by)).await?;
    Ok(see(&page))
}

/// The key of a round that is there: an address of none is not found, rather than refused.
pub(super) async fn existing(service: &Shared, key: Path<String>) -> std::result::Result<String, WebError> {
    let key = key.into_inner();
    read(service, move |conn| Ok(find(conn, &key)?.key)).await
}

/// A round that waits to open, with what opening it over today's directory would do.
fn prepared(conn: &mut Conn, key: &str) -> Result<(Round, std::sync::Arc<Edition>, Preparation)> {
    let round = find(conn, key)?;
    if !round.is_waiting() {
        return Err(Refusal::RoundNotDraft.into());
    }
    let edition = editions::load(conn, &round.edition)?;
    let directory = commands::rounds::directory(conn)?;
    let forewarnings = commands::forewarnings::forewarn(conn, key)?;
    let rounds = store::rounds::list(conn)?;
    let last = match last_before(&round, &rounds) {
        Some(last) => store::invitations::list_by_round(conn, &last.id, &Scope::All)?,
        None => Vec::new(),
    };
    let prepared = Preparation { forewarnings, ..prepare(&round, &edition, &directory, &last) };
    Ok((round, edition, prepared))
}
