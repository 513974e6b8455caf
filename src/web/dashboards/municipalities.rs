//! `/rounds/{key}/municipalities/{code}`: one municipality's result, for who may see it.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::country::find_shown;
use super::downloads::{Download, FigureForm};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::dashboards::benchmarks::{Benchmarks, benchmarked_round};
use crate::domain::dashboards::municipality::{Chosen, MunicipalityDashboard};
use crate::domain::dashboards::tables::{change_lines, score_lines};
use crate::domain::scoring::comparison::compare_country;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::score_country;
use crate::error::{OrNotFound, Result};
use crate::files::cells::Dialect;
use crate::files::{changes, scores};
use crate::results::{Results, hold_in_scope};
use crate::store::{self, Conn};
use crate::views;
use crate::views::dashboards::municipalities::MunicipalityPage;
use crate::views::practice::advice::Advised;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::practice::advised::with_editions;
use crate::web::{Shared, count, draw};

/// The package or the area to look into, by key; what is unknown is not looked into.
#[derive(Debug, Clone, Deserialize)]
pub struct Wanted {
    package: Option<String>,
    area: Option<String>,
}

impl Wanted {
    fn chosen(&self) -> Chosen {
        Chosen { package: self.package.clone(), area: self.area.as_deref().and_then(|area| area.parse().ok()) }
    }
}

/// One municipality, counted.
pub(super) struct Counted {
    pub(super) compared: RoundComparison,
    pub(super) code: MunicipalityCode,
}

impl Counted {
    fn dashboard(&self, chosen: &Chosen) -> Result<MunicipalityDashboard> {
        MunicipalityDashboard::new(&self.compared, &self.code, chosen).or_not_found()
    }

    /// The municipality alone: what it was counted for, and what its lines are about.
    pub(super) fn scope(&self) -> Scope {
        Scope::Some(vec![self.code.clone()])
    }

    /// The name of a file of it.
    pub(super) fn file(&self, ending: &str) -> String {
        format!("{}-{}-{ending}", self.compared.round.key, self.code)
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
    let (round, scope) = (path.into_inner().0, visitor.staff.scope());
    let (counted, benchmarks, posts, advice) = count(&service, move |service| {
        service.db.read(|conn| {
            let counted = load(conn, &round, code)?;
            let posts = store::invitations::list_by_round(conn, &counted.compared.round.id, &counted.scope())?;
            let benchmarks = load_benchmarks(conn, &service.results, &counted, &scope, service.now())?;
            let advice = load_advice(conn, &counted, &scope)?;
            Ok((counted, benchmarks, posts, advice))
        })
    })
    .await?;
    draw(move || {
        let figures = counted.dashboard(&wanted.chosen())?;
        let page =
            MunicipalityPage { figures: &figures, benchmarks: benchmarks.as_ref(), posts: &posts, advice: &advice };
        Ok(Html::new(views::dashboards::municipalities::show(&visitor.frame, &page)))
    })
    .await
}

/// `GET /rounds/{key}/municipalities/{code}/{figure}.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, String, FigureForm)>,
) -> std::result::Result<Download, WebError> {
    let (round, code, figure, form) = path.into_inner();
    if figure == "peers" {
        return peers_file(&service, visitor, (round, code), form).await;
    }
    let counted = find(&service, &visitor, (round, code)).await?;
    draw(move || {
        let (page, framed) = (counted.dashboard(&Chosen::default())?, (form.shape(), &visitor.frame));
        let svg = match figure.as_str() {
            "packages" => views::dashboards::municipalities::packages_file(&page, framed),
            "areas" => views::dashboards::municipalities::areas_file(&page, framed),
            word => views::dashboards::municipalities::flow_file(&page, word, framed).or_not_found()?,
        };
        Download::figure(&counted.file(&figure), form, svg)
    })
    .await
}

/// The municipality beside others, which takes the scores of all of them.
async fn peers_file(
    service: &Shared,
    visitor: Visitor,
    (round, code): (String, String),
    form: FigureForm,
) -> std::result::Result<Download, WebError> {
    let scope = visitor.staff.scope();
    let code = in_scope(&code, &scope)?;
    let (counted, benchmarks) = count(service, move |service| {
        service.db.read(|conn| {
            let counted = load(conn, &round, code)?;
            let benchmarks = load_benchmarks(conn, &service.results, &counted, &scope, service.now())?;
            Ok((counted, benchmarks.or_not_found()?))
        })
    })
    .await?;
    draw(move || {
        let svg = views::dashboards::municipalities::peers_file(&benchmarks, (form.shape(), &visitor.frame));
        Download::figure(&counted.file("peers"), form, svg)
    })
    .await
}

/// `GET /rounds/{key}/municipalities/{code}/scores.csv`
pub async fn scores_file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Download, WebError> {
    let counted = find(&service, &visitor, path.into_inner()).await?;
    let tallies = &counted.compared.comparison.current;
    let scores = score_country(tallies);
    let lines = score_lines(tallies, &scores, &counted.scope());
    let table = scores::write(Dialect::for_download(visitor.frame.is_demo), lines);
    Ok(Download::table(&counted.file("scores.csv"), table))
}

/// `GET /rounds/{key}/municipalities/{code}/changes.csv`
pub async fn changes_file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Download, WebError> {
    let counted = find(&service, &visitor, path.into_inner()).await?;
    let changes = compare_country(&counted.compared.comparison);
    let lines = change_lines(&counted.compared.comparison.current, &changes, &counted.scope());
    let table = changes::write(Dialect::for_download(visitor.frame.is_demo), lines);
    Ok(Download::table(&counted.file("changes.csv"), table))
}

/// A municipality that the visitor may see, counted.
pub(super) async fn find(
    service: &Shared,
    visitor: &Visitor,
    (round, code): (String, String),
) -> std::result::Result<Counted, WebError> {
    let code = in_scope(&code, &visitor.staff.scope())?;
    count(service, move |service| service.db.read(|conn| load(conn, &round, code))).await
}

/// A municipality that somebody may see; what one may not see is not there.
///
/// # Errors
/// `Error::NotFound` otherwise.
pub fn in_scope(code: &str, scope: &Scope) -> Result<MunicipalityCode> {
    code.parse().ok().filter(|code| scope.holds(code)).or_not_found()
}

/// Reads this municipality's sections alone, now and at the baselines.
pub(super) fn load(conn: &mut Conn, round: &str, code: MunicipalityCode) -> Result<Counted> {
    let round = find_shown(conn, round)?;
    let compared = hold_in_scope(conn, &round, &Scope::Some(vec![code.clone()]))?;
    compared.comparison.current.municipality(&code).or_not_found()?;
    Ok(Counted { compared, code })
}

/// What the municipality was advised in the round.
pub(super) fn load_advice(conn: &mut Conn, counted: &Counted, scope: &Scope) -> Result<Vec<Advised>> {
    let rows = store::advice::list_by_round(conn, (&counted.compared.round.id, &counted.code), scope)?;
    with_editions(conn, rows)
}

/// What others score in the round that this one is benchmarked against; none where there is none.
pub(super) fn load_benchmarks(
    conn: &mut Conn,
    results: &Results,
    counted: &Counted,
    scope: &Scope,
    now: chrono::NaiveDateTime,
) -> Result<Option<Benchmarks>> {
    let rounds = store::rounds::list(conn)?;
    let Some(closed) = benchmarked_round(&counted.compared.round, &rounds) else { return Ok(None) };
    let (tallies, scores) = results.scores_of_round(conn, closed, now)?;
    Ok(Some(Benchmarks::new(&counted.compared, &counted.code, (&tallies, &scores), scope)))
}

#[cfg(test)]
mod tests;
