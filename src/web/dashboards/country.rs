//! `/rounds/{key}/country`: all municipalities of a round side by side.

use std::sync::Arc;

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::downloads::{Download, FigureForm};
use crate::domain::access::staff::Scope;
use crate::domain::dashboards::benchmarks::benchmarked_round;
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::dashboards::tables::{change_lines, score_lines};
use crate::domain::dashboards::wanted::{Sorting, Wanted};
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::score_country;
use crate::error::{OrNotFound, Result};
use crate::files::cells::Dialect;
use crate::files::{changes, scores};
use crate::store::{self, Conn};
use crate::views;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, count, draw};

/// What is asked for; what is unknown or empty asks for nothing.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    measure: Option<String>,
    area: Option<String>,
    sort: Option<String>,
    order: Option<String>,
    area_sort: Option<String>,
    area_order: Option<String>,
    group: Option<String>,
}

impl Asked {
    fn wanted(&self) -> Wanted {
        let plain = Wanted::default();
        let measure = self.measure.as_deref().and_then(|measure| measure.parse().ok());
        Wanted {
            measure: measure.unwrap_or(plain.measure),
            area: self.area.as_deref().and_then(|area| area.parse().ok()),
            sorting: sorting(self.sort.as_deref(), self.order.as_deref()),
            areas: sorting(self.area_sort.as_deref(), self.area_order.as_deref()),
            by_region: self.group.as_deref() == Some("region"),
        }
    }
}

fn sorting(column: Option<&str>, order: Option<&str>) -> Sorting {
    Sorting { column: column.and_then(|column| column.parse().ok()), descending: order == Some("desc") }
}

/// The country, counted.
pub(super) struct Counted {
    pub(super) compared: RoundComparison,
    pub(super) changes: Arc<CountryChanges>,
    pub(super) scope: Scope,
    closed: Option<String>,
}

impl Counted {
    pub(super) fn dashboard(&self, asked: &Asked) -> CountryDashboard {
        let reader = (&self.scope, self.closed.as_deref());
        CountryDashboard::new(&self.compared, &self.changes, reader, asked.wanted())
    }
}

/// `GET /rounds/{key}/country`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let counted = load(&service, &visitor, round.into_inner()).await?;
    draw(move || Ok(Html::new(views::dashboards::country::show(&visitor.frame, &counted.dashboard(&asked))))).await
}

/// `GET /rounds/{key}/country/{figure}.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, FigureForm)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let (round, figure, form) = path.into_inner();
    let counted = load(&service, &visitor, round).await?;
    draw(move || {
        let (dashboard, framed) = (counted.dashboard(&asked), (form.shape(), &visitor.frame));
        let nation = dashboard.nation.as_ref().or_not_found()?;
        let svg = match figure.as_str() {
            "packages" => views::dashboards::country::packages_file(&dashboard, &nation.packages, framed),
            "areas" => views::dashboards::country::areas_file(&dashboard, &nation.areas, framed),
            "overall" => views::dashboards::country::overall_file(&dashboard, &nation.overall, framed),
            "key" => views::dashboards::country::key_file(&dashboard, &nation.key_questions, framed),
            _ => return Err(crate::error::Error::NotFound),
        };
        Download::figure(&format!("{}-country-{figure}", dashboard.round.key), form, svg)
    })
    .await
}

/// `GET /rounds/{key}/country/scores.csv`
pub async fn scores_file(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
) -> std::result::Result<Download, WebError> {
    let counted = load(&service, &visitor, round.into_inner()).await?;
    draw(move || {
        let tallies = &counted.compared.comparison.current;
        let scores = score_country(tallies);
        let lines = score_lines(tallies, &scores, &counted.scope);
        let name = format!("{}-country-scores.csv", counted.compared.round.key);
        Ok(Download::table(&name, scores::write(Dialect::for_download(visitor.frame.is_demo), lines)))
    })
    .await
}

/// `GET /rounds/{key}/country/changes.csv`
pub async fn changes_file(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
) -> std::result::Result<Download, WebError> {
    let counted = load(&service, &visitor, round.into_inner()).await?;
    draw(move || {
        let lines = change_lines(&counted.compared.comparison.current, &counted.changes, &counted.scope);
        let name = format!("{}-country-changes.csv", counted.compared.round.key);
        Ok(Download::table(&name, changes::write(Dialect::for_download(visitor.frame.is_demo), lines)))
    })
    .await
}

/// A round as far as the visitor may see it.
pub(super) async fn load(service: &Shared, visitor: &Visitor, round: String) -> std::result::Result<Counted, WebError> {
    let scope = visitor.staff.scope();
    count(service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            let (compared, changes) = service.results.hold_country(conn, &round, service.now())?;
            let rounds = store::rounds::list(conn)?;
            let closed = benchmarked_round(&round, &rounds).map(|closed| closed.key.clone());
            Ok(Counted { compared, changes, scope, closed })
        })
    })
    .await
}

/// A round that has answers to show: one that was opened.
///
/// # Errors
/// `Error::NotFound` otherwise.
pub fn find_shown(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = store::rounds::find_by_key(conn, key)?;
    round.filter(|round| !matches!(round.status, RoundStatus::Draft | RoundStatus::Scheduled)).or_not_found()
}

#[cfg(test)]
mod tests;
