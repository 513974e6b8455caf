//! `/catalogue/{edition}/publication`: everything to look at before a draft becomes immutable, and making it so.

use std::sync::Arc;

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use maud::Markup;
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act};
use super::previews::pace;
use super::{load, with_rounds};
use crate::commands;
use crate::commands::catalogue::corrections::{self, Breaking};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::changes::compare;
use crate::domain::catalogue::continuity::{continuity, forerunner};
use crate::domain::catalogue::drafts::faults::faults;
use crate::domain::catalogue::publication::{gaps, leader_kinds};
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::rounds::Round;
use crate::error::{Error, OrNotFound, Result};
use crate::store;
use crate::views;
use crate::views::catalogue::publication::{Forerunner, Publication, Typed};
use crate::views::refusals::describe;
use crate::web::Service;
use crate::web::access::auth::Admin;
use crate::web::replies::{see, unprocessable};

/// What the form sends.
#[derive(Debug, Clone, Deserialize)]
pub struct Sent {
    /// The edition's key as it was typed.
    #[serde(default)]
    key: String,
    /// Hash of the document that the page showed.
    #[serde(default)]
    hash: String,
    /// `yes` where what ends by a correction is accepted.
    #[serde(default)]
    breaks: String,
}

/// `GET /catalogue/{edition}/publication`
pub async fn show(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let page = act(&service, move |service| page(service, &admin, &key, &Typed::default())).await?;
    Ok(Html::new(page))
}

/// `POST /catalogue/{edition}/publication`: publishes what the page showed, or shows it again.
pub async fn publish(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(sent): Form<Sent>,
) -> std::result::Result<HttpResponse, WebError> {
    let key = key.into_inner();
    let by = admin.by(&service);
    let edition = key.clone();
    let again = act(&service, move |service| {
        service.db.read(|conn| store::editions::find_hash(conn, &edition)?.or_not_found())?;
        let accepts_breaks = sent.breaks == "yes";
        let shown = commands::catalogue::Shown {
            key: edition.clone(),
            typed: sent.key.trim().to_owned(),
            hash: sent.hash,
            breaking: if accepts_breaks { Breaking::Accepted } else { Breaking::Refused },
        };
        let mistake = match commands::catalogue::publish_shown(&service.db, &shown, &by) {
            Ok(()) => return Ok(None),
            Err(Error::Refused(
                refusal @ (Refusal::WrongEditionKey | Refusal::DraftChanged | Refusal::CorrectionBreaks(_)),
            )) => refusal,
            Err(other) => return Err(other),
        };
        let language = admin.frame.language;
        let mistake = match mistake {
            Refusal::CorrectionBreaks(_) => ("breaks", tr!(language, "correction-mistake-breaks")),
            other => ("key", describe(&other, language)),
        };
        let typed = Typed { key: shown.typed, accepts_breaks, mistake: Some(mistake) };
        page(service, &admin, &edition, &typed).map(Some)
    })
    .await?;
    match again {
        None => Ok(see(&format!("/catalogue/{key}"))),
        Some(page) => Ok(unprocessable(&request, page)),
    }
}

fn page(service: &Service, admin: &Admin, key: &str, typed: &Typed) -> Result<Markup> {
    let today = service.now().date();
    let (catalogue, rounds, posts, pace, broken) = service.db.read(|conn| {
        let catalogue = load(conn)?;
        let rounds = with_rounds(conn)?;
        let broken = corrections::list_broken(conn, &catalogue.find(key).or_not_found()?.edition)?;
        Ok((catalogue, rounds, store::directory::list_posts(conn, &Scope::All)?, pace(conn, today)?, broken))
    })?;
    let listed = catalogue.find(key).or_not_found()?;
    if listed.stored.status != EditionStatus::Draft {
        return Err(Refusal::EditionPublished.into());
    }
    let later = &*listed.edition;
    let editions: Vec<&Edition> = catalogue.editions.iter().map(|one| &*one.edition).collect();
    let all: Vec<Round> = rounds.iter().map(|(round, _)| round.clone()).collect();
    let asked: Vec<(&Round, &Edition)> = rounds.iter().map(|(round, edition)| (round, &**edition)).collect();
    let earlier = forerunner(later, &editions, &all, &catalogue.crosswalks);
    let earlier = earlier.and_then(|key| catalogue.find(&key)).map(|one| Arc::clone(&one.edition));
    let page = Publication {
        edition: later,
        hash: &listed.stored.content_hash,
        faults: faults(later),
        broken,
        forerunner: earlier.as_deref().map(|earlier| Forerunner {
            edition: earlier,
            changes: compare(earlier, later),
            continuity: continuity((earlier, later), &catalogue.crosswalks, &asked),
        }),
        leaders: leader_kinds(later, &posts),
        pace,
        gaps: gaps(later),
    };
    Ok(views::catalogue::publication::publication(&admin.frame, &page, typed))
}

#[cfg(test)]
mod tests;
