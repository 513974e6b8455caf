//! `/rounds/{key}/municipalities/{code}`: one municipality's result, for who may see it.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::country::{find_shown, sight_of};
use super::downloads::Download;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::benchmarks::{Sight, benchmarked_round};
use crate::domain::dashboards::improvement_gaps::contrasts;
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::{compare_country, compare_groups};
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::score_country;
use crate::domain::scoring::transitions::{Transitions, transitions};
use crate::domain::{Area, MunicipalityCode};
use crate::error::{OrNotFound, Result};
use crate::files::cells::Dialect;
use crate::files::scores::NATION;
use crate::files::{changes, scores};
use crate::results::{Results, hold_in_scope};
use crate::store::{self, Conn};
use crate::views;
use crate::views::dashboards::municipalities::{Benchmarks, Chosen, MunicipalityPage};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, count, draw};

/// The package or the area to look into, by key; what is unknown is not looked into.
#[derive(Debug, Clone, Deserialize)]
pub struct Wanted {
    package: Option<String>,
    area: Option<String>,
}

/// One municipality, counted.
struct Counted {
    held: RoundComparison,
    code: MunicipalityCode,
    changes: Vec<Change>,
    returned: (usize, usize),
}

impl Counted {
    fn page(&self) -> MunicipalityPage<'_> {
        MunicipalityPage {
            held: &self.held,
            code: &self.code,
            changes: &self.changes,
            returned: self.returned,
            benchmarks: None,
            chosen: None,
            transitions: &[],
            posts: &[],
        }
    }
}

/// `GET /rounds/{key}/municipalities/{code}`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    wanted: Query<Wanted>,
) -> std::result::Result<Html, WebError> {
    let code = in_scope(&path.1, &visitor.staff.scope())?;
    let (round, sight) = (path.into_inner().0, sight_of(&visitor.staff));
    let (counted, benchmarks, posts) = count(&service, move |service| {
        service.db.read(|conn| {
            let here = Scope::Some(vec![code.clone()]);
            let counted = load(conn, &round, code)?;
            let posts = store::invitations::list_by_round(conn, &counted.held.round.id, &here)?;
            let benchmarks = load_benchmarks(conn, &service.results, &counted, &sight, service.now())?;
            Ok((counted, benchmarks, posts))
        })
    })
    .await?;
    draw(move || {
        let chosen = chosen(&counted, &wanted);
        let transitions = transitions_of(&counted);
        let page = MunicipalityPage {
            benchmarks: benchmarks.as_ref(),
            chosen: chosen.as_ref(),
            transitions: &transitions,
            posts: &posts,
            ..counted.page()
        };
        Ok(Html::new(views::dashboards::municipalities::show(&visitor.frame, &page)))
    })
    .await
}

/// `GET /rounds/{key}/municipalities/{code}/packages.svg`
pub async fn packages_file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Download, WebError> {
    let counted = find(service, &visitor, path).await?;
    let svg = views::dashboards::municipalities::packages_file(&counted.page(), &visitor.frame);
    Ok(Download::figure(&format!("{}-{}-packages.svg", counted.held.round.key, counted.code), svg))
}

/// `GET /rounds/{key}/municipalities/{code}/areas.svg`
pub async fn areas_file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Download, WebError> {
    let counted = find(service, &visitor, path).await?;
    let svg = views::dashboards::municipalities::areas_file(&counted.page(), &visitor.frame);
    Ok(Download::figure(&format!("{}-{}-areas.svg", counted.held.round.key, counted.code), svg))
}

/// `GET /rounds/{key}/municipalities/{code}/scores.csv`
pub async fn scores_file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Download, WebError> {
    let counted = find(service, &visitor, path).await?;
    let returns = &counted.held.comparison.current;
    let scores = score_country(returns);
    let lines = scores::lines(returns, &scores).into_iter().filter(|line| line.municipality_code != NATION);
    let name = format!("{}-{}-scores.csv", counted.held.round.key, counted.code);
    Ok(Download::table(&name, scores::write(Dialect::for_download(visitor.frame.is_demo), lines)))
}

/// `GET /rounds/{key}/municipalities/{code}/changes.csv`
pub async fn changes_file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Download, WebError> {
    let counted = find(service, &visitor, path).await?;
    let country = compare_country(&counted.held.comparison);
    let lines = changes::lines(&counted.held.comparison.current, &country);
    let lines = lines.into_iter().filter(|line| line.municipality_code != NATION);
    let name = format!("{}-{}-changes.csv", counted.held.round.key, counted.code);
    Ok(Download::table(&name, changes::write(Dialect::for_download(visitor.frame.is_demo), lines)))
}

async fn find(
    service: Shared,
    visitor: &Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Counted, WebError> {
    let code = in_scope(&path.1, &visitor.staff.scope())?;
    let round = path.into_inner().0;
    count(&service, move |service| service.db.read(|conn| load(conn, &round, code))).await
}

/// A municipality that somebody may see; what one may not see is not there.
///
/// # Errors
/// `Error::NotFound` otherwise.
pub fn in_scope(code: &str, scope: &Scope) -> Result<MunicipalityCode> {
    code.parse().ok().filter(|code| scope.holds(code)).or_not_found()
}

/// Reads this municipality's sections alone, now and at the baselines.
fn load(conn: &mut Conn, round: &str, code: MunicipalityCode) -> Result<Counted> {
    let round = find_shown(conn, round)?;
    let held = hold_in_scope(conn, &round, &Scope::Some(vec![code.clone()]))?;
    let municipality = held.comparison.current.municipality(&code).or_not_found()?;
    let changes = compare_groups(&held.comparison, municipality);
    let returned = municipality
        .areas
        .iter()
        .fold((0, 0), |(returned, sections), area| (returned + area.returned, sections + area.sections));
    Ok(Counted { held, code, changes, returned })
}

fn load_benchmarks(
    conn: &mut Conn,
    results: &Results,
    counted: &Counted,
    sight: &Sight,
    now: chrono::NaiveDateTime,
) -> Result<Option<Benchmarks>> {
    let rounds = store::rounds::list(conn)?;
    let Some(closed) = benchmarked_round(&counted.held.round, &rounds) else { return Ok(None) };
    let (returns, scores) = results.scores_of_round(conn, closed, now)?;
    Ok(Some(views::dashboards::municipalities::benchmarks(&counted.held, &counted.code, (&returns, &scores), sight)))
}

fn chosen(counted: &Counted, wanted: &Wanted) -> Option<Chosen> {
    let edition = counted.held.edition();
    let package = wanted.package.as_deref().and_then(|key| edition.find_package(key));
    let area: Option<Area> = wanted.area.as_deref().and_then(|area| area.parse().ok());
    if package.is_none() && area.is_none() {
        return None;
    }
    let municipality = counted.held.comparison.current.municipality(&counted.code)?;
    let contrasts = contrasts(&counted.held, municipality, |in_area, question| {
        let in_package = package.is_none() || edition.questions[question].package == package;
        in_package && area.is_none_or(|area| area == in_area)
    });
    Some(Chosen { package, area, contrasts })
}

fn transitions_of(counted: &Counted) -> Vec<Transitions> {
    let selection = ScoreDimension::all_of(Measure::Implementation).into();
    let municipality = counted.held.comparison.current.municipality(&counted.code);
    transitions(&counted.held.comparison, municipality, &selection)
}

#[cfg(test)]
mod tests;
