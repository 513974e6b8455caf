//! The figures of a round: scores, changes, and how answers spread.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use super::answers::{Answer, Made};
use super::auth::Reader;
use super::parameters::{ALL, BadParameter, SpokenLanguage, area, given, language, paging, read, word};
use super::problems::{ApiError, Problems};
use crate::api::Page;
use crate::api::changes::{Change, Changes};
use crate::api::distributions::{Distributions, Share};
use crate::api::editions::Measure;
use crate::api::scores::{Chosen, Of, Score, Scores};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::Edition;
use crate::domain::dashboards::group_scores::RoundScores;
use crate::domain::dashboards::round_figures::{AskedSpreads, RoundChanges, RoundSpreads};
use crate::domain::dashboards::tables::Dimensions;
use crate::web::dashboards::country::find_shown;
use crate::web::{Shared, count};

/// Which figures are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FigureParameters {
    /// What figures are of. Changes are there of municipalities and of the country.
    #[param(value_type = Option<Of>)]
    of: Option<String>,
    /// The code of a municipality that the token may read.
    #[param(pattern = "^([0-9]{4})?$", example = "0751")]
    municipality: Option<String>,
    /// What is measured.
    #[param(value_type = Option<Measure>)]
    measure: Option<String>,
    /// The key of a package of the round's edition; `all` for figures of all packages together.
    package: Option<String>,
    /// The key of an area; `all` for figures of all areas together.
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

/// Which spreads are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SpreadParameters {
    /// The key of a question of the round's edition.
    question: Option<String>,
    /// The key of a package of the round's edition.
    package: Option<String>,
    /// The key of an area; `all` for all areas that a question is put to together.
    area: Option<String>,
    /// The language of labels: `da` or `en`.
    #[param(value_type = Option<SpokenLanguage>)]
    language: Option<String>,
    /// Where the page begins: `next` of the page before.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    after: Option<String>,
    /// The most entries of the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100)]
    limit: Option<String>,
}

/// Scores of a round: of each municipality that the token may read, and of the country, the regions and the
/// kommunegrupper where they may be shown. Of an open round, only a token for the whole country reads groups.
#[utoipa::path(
    get, path = "/api/v1/rounds/{key}/scores", operation_id = "scores",
    params(("key" = String, Path, description = "The key of the round.", example = "2026"), FigureParameters),
    responses((status = 200, description = "Scores.", body = Page<Score>), Problems),
)]
pub async fn scores(
    request: HttpRequest,
    service: Shared,
    reader: Reader,
    round: Path<String>,
) -> Result<HttpResponse, ApiError> {
    let asked: FigureParameters = read(&request)?;
    let made = count(&service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            let (tallies, scores) = service.results.scores_of_round(conn, &round, service.now())?;
            let seen = RoundScores::new(&round, (&tallies, &scores), &reader.scope);
            let make = || -> Made {
                let chosen = asked.chosen(&tallies.edition, &reader.scope)?;
                let list = Scores { scores: &seen, chosen: &chosen, language: language(asked.language.as_deref())? };
                Answer::of(&list, &paging(asked.after.as_deref(), asked.limit.as_deref())?, service)
            };
            Ok(make())
        })
    })
    .await??;
    Ok(made.respond(&request, &service))
}

/// Paired changes from the baseline to a round: of each municipality that the token may read, and of the country.
#[utoipa::path(
    get, path = "/api/v1/rounds/{key}/changes", operation_id = "changes",
    params(("key" = String, Path, description = "The key of the round.", example = "2026"), FigureParameters),
    responses((status = 200, description = "Changes.", body = Page<Change>), Problems),
)]
pub async fn changes(
    request: HttpRequest,
    service: Shared,
    reader: Reader,
    round: Path<String>,
) -> Result<HttpResponse, ApiError> {
    let asked: FigureParameters = read(&request)?;
    let made = count(&service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            let (compared, changes) = service.results.hold_country(conn, &round, service.now())?;
            let seen = RoundChanges::new(&compared, &changes, &reader.scope);
            let make = || -> Made {
                let chosen = asked.chosen(seen.edition(), &reader.scope)?;
                let list = Changes { changes: &seen, chosen: &chosen, language: language(asked.language.as_deref())? };
                Answer::of(&list, &paging(asked.after.as_deref(), asked.limit.as_deref())?, service)
            };
            Ok(make())
        })
    })
    .await??;
    Ok(made.respond(&request, &service))
}

/// How the answers to each question of a round spread over its options in the country, over all its areas and in each
/// of them. Each municipality weighs 1.
#[utoipa::path(
    get, path = "/api/v1/rounds/{key}/distributions", operation_id = "distributions",
    params(("key" = String, Path, description = "The key of the round.", example = "2026"), SpreadParameters),
    responses((status = 200, description = "Shares.", body = Page<Share>), Problems),
)]
pub async fn distributions(
    request: HttpRequest,
    service: Shared,
    reader: Reader,
    round: Path<String>,
) -> Result<HttpResponse, ApiError> {
    let asked: SpreadParameters = read(&request)?;
    let made = count(&service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            let compared = service.results.hold(conn, &round, service.now())?;
            let seen = RoundSpreads::new(&compared, &reader.scope);
            let make = || -> Made {
                let meant = asked.meant(seen.edition())?;
                let list =
                    Distributions { spreads: &seen, asked: &meant, language: language(asked.language.as_deref())? };
                Answer::of(&list, &paging(asked.after.as_deref(), asked.limit.as_deref())?, service)
            };
            Ok(make())
        })
    })
    .await??;
    Ok(made.respond(&request, &service))
}

impl FigureParameters {
    fn chosen(&self, edition: &Edition, scope: &Scope) -> Result<Chosen, BadParameter> {
        let municipality: Option<MunicipalityCode> = word("municipality", self.municipality.as_deref())?;
        // One that may not be read is as if it were not there.
        if municipality.as_ref().is_some_and(|code| !scope.holds(code)) {
            return Err(BadParameter::value("municipality"));
        }
        let package = match given(self.package.as_deref()) {
            Some(ALL) => Some(None),
            key => package(edition, key)?.map(Some),
        };
        Ok(Chosen {
            of: word("of", self.of.as_deref())?,
            municipality,
            dimensions: Dimensions {
                measure: word("measure", self.measure.as_deref())?,
                package,
                area: area(self.area.as_deref())?,
            },
        })
    }
}

impl SpreadParameters {
    fn meant(&self, edition: &Edition) -> Result<AskedSpreads, BadParameter> {
        let question = match given(self.question.as_deref()) {
            None => None,
            Some(key) => Some(edition.find_question(key).ok_or_else(|| BadParameter::value("question"))?),
        };
        let package = package(edition, given(self.package.as_deref()))?;
        Ok(AskedSpreads { question, package, area: area(self.area.as_deref())? })
    }
}

/// The package of an edition with this key.
pub(super) fn package(edition: &Edition, key: Option<&str>) -> Result<Option<usize>, BadParameter> {
    match key {
        None => Ok(None),
        Some(key) => Ok(Some(edition.find_package(key).ok_or_else(|| BadParameter::value("package"))?)),
    }
}
