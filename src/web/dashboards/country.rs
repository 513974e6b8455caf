//! `/rounds/{key}/country`: all municipalities of a round side by side.

use std::sync::Arc;

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::downloads::Download;
use crate::domain::access::staff::{Scope, Staff};
use crate::domain::dashboards::benchmarks::{Sight, benchmarked_round};
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::score_country;
use crate::error::{Error, OrNotFound, Result};
use crate::files::cells::Dialect;
use crate::files::{changes, scores};
use crate::store::{self, Conn};
use crate::views;
use crate::views::dashboards::country::{CountryPage, Sorting, Wanted};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, count, draw};

/// What is asked for; what is unknown or empty asks for nothing.
#[derive(Debug, Clone, Deserialize)]
pub struct Asked {
    measure: Option<String>,
    area: Option<String>,
    sort: Option<String>,
    order: Option<String>,
}

impl Asked {
    fn wanted(&self) -> Wanted {
        let plain = Wanted::default();
        let measure = self.measure.as_deref().and_then(|measure| measure.parse().ok());
        Wanted {
            measure: measure.unwrap_or(plain.measure),
            area: self.area.as_deref().and_then(|area| area.parse().ok()),
            sorting: Sorting {
                column: self.sort.as_deref().and_then(|column| column.parse().ok()),
                descending: self.order.as_deref() == Some("desc"),
            },
        }
    }
}

/// The country, counted.
struct Counted {
    held: RoundComparison,
    changes: Arc<CountryChanges>,
    sight: Sight,
    closed: Option<String>,
}

impl Counted {
    /// Whether the line of a municipality goes into a file; the nation's is for who may see all of it.
    fn shows(&self, code: &str) -> bool {
        match &self.sight {
            Sight::All => true,
            Sight::Some(codes) => codes.iter().any(|seen| seen.as_str() == code),
        }
    }

    fn page(&self, asked: &Asked) -> CountryPage<'_> {
        CountryPage {
            held: &self.held,
            changes: &self.changes,
            sight: &self.sight,
            closed: self.closed.as_deref(),
            wanted: asked.wanted(),
        }
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
    draw(move || Ok(Html::new(views::dashboards::country::show(&visitor.frame, &counted.page(&asked))))).await
}

/// `GET /rounds/{key}/country/{figure}.svg`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let (round, figure) = path.into_inner();
    let counted = load(&service, &visitor, round).await?;
    draw(move || {
        let (page, frame) = (counted.page(&asked), &visitor.frame);
        if !page.shows_nation() {
            return Err(Error::NotFound);
        }
        let svg = match figure.as_str() {
            "packages" => views::dashboards::country::packages_file(&page, frame),
            "areas" => views::dashboards::country::areas_file(&page, frame),
            "overall" => views::dashboards::country::overall_file(&page, frame),
            "key" => views::dashboards::country::key_file(&page, frame),
            _ => return Err(Error::NotFound),
        };
        Ok(Download::figure(&format!("{}-country-{figure}.svg", counted.held.round.key), svg))
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
        let returns = &counted.held.comparison.current;
        let scores = score_country(returns);
        let lines = scores::lines(returns, &scores).into_iter().filter(|line| counted.shows(line.municipality_code));
        let name = format!("{}-country-scores.csv", counted.held.round.key);
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
        let lines = changes::lines(&counted.held.comparison.current, &counted.changes);
        let lines = lines.into_iter().filter(|line| counted.shows(line.municipality_code));
        let name = format!("{}-country-changes.csv", counted.held.round.key);
        Ok(Download::table(&name, changes::write(Dialect::for_download(visitor.frame.is_demo), lines)))
    })
    .await
}

async fn load(service: &Shared, visitor: &Visitor, round: String) -> std::result::Result<Counted, WebError> {
    let sight = sight_of(&visitor.staff);
    count(service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            let (held, changes) = service.results.hold_country(conn, &round, service.now())?;
            let rounds = store::rounds::list(conn)?;
            let closed = benchmarked_round(&round, &rounds).map(|closed| closed.key.clone());
            Ok(Counted { held, changes, sight, closed })
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

/// Whose figures an account may see one by one.
pub fn sight_of(staff: &Staff) -> Sight {
    match staff.scope() {
        Scope::All => Sight::All,
        Scope::Some(codes) => Sight::Some(codes),
    }
}

#[cfg(test)]
mod tests;
