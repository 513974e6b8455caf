//! Who has answered in a round, and what leaders have written beside their answers.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use super::answers::Answer;
use super::auth::Reader;
use super::figures::package;
use super::parameters::{self, BadParameter, PageParameters, Paging, SpokenLanguage, given, language, paging, word};
use super::problems::{ApiError, Problems};
use crate::api::Page;
use crate::api::comments::Comment;
use crate::api::cursor::Cursor;
use crate::api::status::{self, Status};
use crate::domain::access::staff::Scope;
use crate::domain::answering::comments::CommentSearch;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::invitations::SectionNumber;
use crate::editions;
use crate::store;
use crate::web::dashboards::country::find_shown;
use crate::web::{Shared, read, rounds};

/// Which comments are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CommentParameters {
    /// The code of a municipality that the token may read.
    #[param(pattern = "^([0-9]{4})?$", example = "0751")]
    municipality: Option<String>,
    /// The key of a package of the round's edition.
    package: Option<String>,
    /// The key of an area.
    area: Option<String>,
    /// The language of titles: `da` or `en`.
    #[param(value_type = Option<SpokenLanguage>)]
    language: Option<String>,
    /// Where the page begins: `next` of the page before.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    after: Option<String>,
    /// The most entries of the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100)]
    limit: Option<String>,
}

/// Who has answered in a round, for each municipality that the token may read.
#[utoipa::path(
    get, path = "/api/v1/rounds/{key}/status", operation_id = "status",
    params(("key" = String, Path, description = "The key of the round.", example = "2026"), PageParameters),
    responses((status = 200, description = "Response status, by municipality.", body = Page<Status>), Problems),
)]
pub async fn status(
    request: HttpRequest,
    service: Shared,
    reader: Reader,
    round: Path<String>,
) -> Result<HttpResponse, ApiError> {
    let asked: PageParameters = parameters::read(&request)?;
    let paging = paging(asked.after.as_deref(), asked.limit.as_deref())?;
    let (round, counted) = read(&service, move |conn| {
        let round = find_shown(conn, &round)?;
        let counted = rounds::count(conn, &round.id, &reader.scope)?;
        Ok((round, counted))
    })
    .await?;
    Ok(Answer::of_all(status::list(&round, &counted), &paging, &service)?.respond(&request, &service))
}

/// What leaders have written beside answers that are handed in, in the municipalities that the token may read. Only
/// for a token that was made to read it; what people write may hold personal data.
#[utoipa::path(
    get, path = "/api/v1/rounds/{key}/comments", operation_id = "comments",
    params(("key" = String, Path, description = "The key of the round.", example = "2026"), CommentParameters),
    responses(
        (status = 200, description = "Reasons and comments.", body = Page<Comment>),
        (status = 403, description = "The token may not read comments.", body = crate::api::Problem,
         content_type = "application/problem+json"),
        Problems,
    ),
)]
pub async fn comments(
    request: HttpRequest,
    service: Shared,
    reader: Reader,
    round: Path<String>,
) -> Result<HttpResponse, ApiError> {
    if !reader.reads_comments {
        return Err(ApiError::NoComments);
    }
    let asked: CommentParameters = parameters::read(&request)?;
    let paging = paging(asked.after.as_deref(), asked.limit.as_deref())?;
    let (after, language) = (written_after(&paging)?, language(asked.language.as_deref())?);
    let most = paging.limit;
    let (round, edition, found) = read(&service, move |conn| {
        let round = find_shown(conn, &round)?;
        let edition = editions::load(conn, &round.edition)?;
        let search = match asked.search(&edition, &reader.scope) {
            Ok(search) => search,
            Err(bad) => return Ok((round, edition, Err(bad))),
        };
        let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
        let found = store::comments::list_after(conn, (&round.id, &reader.scope), &search, (after, limit))?;
        Ok((round, edition, Ok(found)))
    })
    .await?;
    let found = found?;
    // One more than a page holds says that there is a next page.
    let page = &found[..found.len().min(most)];
    let last = page.last().filter(|_| found.len() > most);
    let next = last.map(|(section, one)| Cursor::new(section.to_string(), one.question.to_string()));
    let told: Vec<Comment> =
        page.iter().filter_map(|(_, comment)| Comment::new(&round, &edition, comment, language)).collect();
    Ok(Answer::with(told, next, &service).respond(&request, &service))
}

/// The section and the question behind which a page begins.
fn written_after(paging: &Paging) -> Result<Option<(SectionNumber, i16)>, BadParameter> {
    let Some(cursor) = &paging.after else { return Ok(None) };
    let (section, question) = (cursor.block.parse().ok(), cursor.entry.parse().ok());
    section.zip(question).map(Some).ok_or_else(BadParameter::cursor)
}

impl CommentParameters {
    fn search(&self, edition: &Edition, scope: &Scope) -> Result<CommentSearch, BadParameter> {
        let mut search = CommentSearch {
            municipality: word("municipality", self.municipality.as_deref())?,
            area: word("area", self.area.as_deref())?,
            ..CommentSearch::default()
        };
        if search.municipality.as_ref().is_some_and(|code| !scope.holds(code)) {
            return Err(BadParameter::value("municipality"));
        }
        search.narrow(edition, package(edition, given(self.package.as_deref()))?, None);
        Ok(search)
    }
}
