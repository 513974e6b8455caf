//! What there is: editions with their questions, rounds, municipalities.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

use super::answers::Answer;
use super::auth::Reader;
use super::parameters::{self, PageParameters, TextParameters, language, paging};
use super::problems::{ApiError, Problems};
use crate::api::Page;
use crate::api::editions::{Edition, Question, Questions};
use crate::api::municipalities::{self, Municipality};
use crate::api::rounds::Round;
use crate::domain::catalogue::EditionStatus;
use crate::editions;
use crate::error::OrNotFound;
use crate::store;
use crate::web::{Shared, read};

/// Every published edition of the catalogue, with its packages, recommendations, areas and scales.
#[utoipa::path(
    get, path = "/api/v1/editions", operation_id = "editions",
    params(TextParameters),
    responses((status = 200, description = "Editions, by key.", body = Page<Edition>), Problems),
)]
pub async fn editions(request: HttpRequest, service: Shared, _: Reader) -> Result<HttpResponse, ApiError> {
    let asked: TextParameters = parameters::read(&request)?;
    let (language, paging) =
        (language(asked.language.as_deref())?, paging(asked.after.as_deref(), asked.limit.as_deref())?);
    let all = read(&service, |conn| {
        let stored = store::editions::list(conn)?.into_iter();
        let published = stored.filter(|one| one.status == EditionStatus::Published);
        published.map(|one| editions::load(conn, &one.key)).collect::<crate::error::Result<Vec<_>>>()
    })
    .await?;
    let told = all.iter().map(|edition| (edition.key.clone(), Edition::new(edition, language))).collect();
    Ok(Answer::of_all(told, &paging, &service)?.respond(&request, &service))
}

/// The questions of a published edition, in the order of the edition.
#[utoipa::path(
    get, path = "/api/v1/editions/{edition}/questions", operation_id = "questions",
    params(("edition" = String, Path, description = "The key of the edition.", example = "2018"), TextParameters),
    responses((status = 200, description = "Questions.", body = Page<Question>), Problems),
)]
pub async fn questions(
    request: HttpRequest,
    service: Shared,
    _: Reader,
    edition: Path<String>,
) -> Result<HttpResponse, ApiError> {
    let asked: TextParameters = parameters::read(&request)?;
    let (language, paging) =
        (language(asked.language.as_deref())?, paging(asked.after.as_deref(), asked.limit.as_deref())?);
    let edition = read(&service, move |conn| {
        let stored = store::editions::find(conn, &edition)?;
        editions::parse(&stored.filter(|one| one.status == EditionStatus::Published).or_not_found()?)
    })
    .await?;
    let questions = Questions { edition: &edition, language };
    Ok(Answer::of(&questions, &paging, &service)?.respond(&request, &service))
}

/// Every round, the newest first.
#[utoipa::path(
    get, path = "/api/v1/rounds", operation_id = "rounds",
    params(PageParameters),
    responses((status = 200, description = "Rounds.", body = Page<Round>), Problems),
)]
pub async fn rounds(request: HttpRequest, service: Shared, reader: Reader) -> Result<HttpResponse, ApiError> {
    let asked: PageParameters = parameters::read(&request)?;
    let paging = paging(asked.after.as_deref(), asked.limit.as_deref())?;
    let all = read(&service, |conn| Ok(store::rounds::list(conn)?)).await?;
    // A trial is its administrator's own.
    let seen = all.iter().filter(|round| reader.is_admin || !round.is_trial);
    let told = seen.map(|round| (round.key.clone(), Round::from(round))).collect();
    Ok(Answer::of_all(told, &paging, &service)?.respond(&request, &service))
}

/// The municipalities that the token may read, by code.
#[utoipa::path(
    get, path = "/api/v1/municipalities", operation_id = "municipalities",
    params(PageParameters),
    responses((status = 200, description = "Municipalities.", body = Page<Municipality>), Problems),
)]
pub async fn municipalities(request: HttpRequest, service: Shared, reader: Reader) -> Result<HttpResponse, ApiError> {
    let asked: PageParameters = parameters::read(&request)?;
    let paging = paging(asked.after.as_deref(), asked.limit.as_deref())?;
    Ok(Answer::of_all(municipalities::list(&reader.scope), &paging, &service)?.respond(&request, &service))
}
