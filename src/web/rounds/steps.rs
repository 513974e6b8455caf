//! Checking, opening, scheduling and closing a round; administrators only.

use actix_web::HttpResponse;
use actix_web::web::{Html, Path};

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::preparation::prepared;
use super::{count, existing, find, see};
use crate::commands;
use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::timeline::letters_of_opening;
use crate::domain::rounds::RoundStatus;
use crate::domain::rounds::participation::Participation;
use crate::views;
use crate::views::rounds::Sending;
use crate::web::access::auth::Admin;

/// `GET /rounds/{key}/opening`: what opening will do; it changes nothing.
pub async fn opening(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, prepared, plan) = read(&service, move |conn| {
        let (round, _, prepared) = prepared(conn, &key)?;
        let plan = commands::rounds::plan_of(conn, &round)?;
        Ok((round, prepared, plan))
    })
    .await?;
    let today = day_in_denmark(service.now());
    let sending = Sending {
        letters: letters_of_opening(&round, &plan, prepared.letters(), today),
        a_minute: service.config.mail_rate,
    };
    Ok(Html::new(views::rounds::opening(&admin.frame, &round, &prepared, &sending)))
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
