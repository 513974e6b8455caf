//! `/rounds/{key}/trend` and `/rounds/{key}/municipalities/{code}/trend`: the newest closed rounds side by side.

use actix_web::web::{Html, Path};

use super::country::find_shown;
use super::downloads::{Download, FigureForm};
use super::municipalities::in_scope;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::dashboards::aim_trend::{AimTrend, aim_trend};
use crate::domain::dashboards::shares::Shares;
use crate::domain::dashboards::tables::NATION;
use crate::domain::dashboards::trend::{Trend, country_trend, municipality_trend, trend_rounds};
use crate::editions;
use crate::error::{OrNotFound, Result};
use crate::files;
use crate::files::cells::Dialect;
use crate::results::count;
use crate::store;
use crate::views;
use crate::views::dashboards::trend::TrendPage;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, draw};

type Response = std::result::Result<Download, WebError>;

/// A trend, counted.
pub(super) struct Counted {
    round: String,
    municipality: Option<MunicipalityCode>,
    trend: Trend,
    country: Option<Trend>,
    shares: Shares,
    aim: Option<AimTrend>,
}

impl Counted {
    pub(super) fn page(&self) -> TrendPage<'_> {
        TrendPage {
            round: &self.round,
            municipality: self.municipality.as_ref(),
            trend: &self.trend,
            country: self.country.as_ref(),
            shares: &self.shares,
            aim: self.aim.as_ref(),
        }
    }

    /// The code in names and lines of files.
    pub(super) fn code(&self) -> &str {
        self.municipality.as_ref().map_or(NATION, MunicipalityCode::as_str)
    }

    fn figure(&self, visitor: &Visitor, (figure, form): (&str, FigureForm)) -> Result<Download> {
        let svg =
            views::dashboards::trend::file(&self.page(), figure, (form.shape(), &visitor.frame)).or_not_found()?;
        Download::figure(&format!("{}-{}-trend-{figure}", self.round, self.code()), form, svg)
    }

    fn table(&self, visitor: &Visitor) -> Download {
        let name = format!("{}-{}-trend.csv", self.round, self.code());
        Download::table(
            &name,
            files::trend::write(Dialect::for_download(visitor.frame.is_demo), self.code(), &self.trend),
        )
    }
}

/// `GET /rounds/{key}/trend`
pub async fn country(service: Shared, visitor: Visitor, round: Path<String>) -> std::result::Result<Html, WebError> {
    let counted = load_country(&service, &visitor, round.into_inner()).await?;
    draw(move || Ok(Html::new(views::dashboards::trend::show(&visitor.frame, &counted.page())))).await
}

/// `GET /rounds/{key}/trend/{measure}.{picture}`
pub async fn country_figure(service: Shared, visitor: Visitor, path: Path<(String, String, FigureForm)>) -> Response {
    let (round, measure, form) = path.into_inner();
    let counted = load_country(&service, &visitor, round).await?;
    draw(move || counted.figure(&visitor, (&measure, form))).await
}

/// `GET /rounds/{key}/trend/scores.csv`
pub async fn country_table(service: Shared, visitor: Visitor, round: Path<String>) -> Response {
    Ok(load_country(&service, &visitor, round.into_inner()).await?.table(&visitor))
}

/// `GET /rounds/{key}/municipalities/{code}/trend`
pub async fn municipality(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let counted = load_municipality(&service, &visitor, path.into_inner()).await?;
    draw(move || Ok(Html::new(views::dashboards::trend::show(&visitor.frame, &counted.page())))).await
}

/// `GET /rounds/{key}/municipalities/{code}/trend/{measure}.{picture}`
pub async fn municipality_figure(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, String, FigureForm)>,
) -> Response {
    let (round, code, measure, form) = path.into_inner();
    let counted = load_municipality(&service, &visitor, (round, code)).await?;
    draw(move || counted.figure(&visitor, (&measure, form))).await
}

/// `GET /rounds/{key}/municipalities/{code}/trend/scores.csv`
pub async fn municipality_table(service: Shared, visitor: Visitor, path: Path<(String, String)>) -> Response {
    Ok(load_municipality(&service, &visitor, path.into_inner()).await?.table(&visitor))
}

/// The nation as far as the reader may see it; only closed rounds are in it.
pub(super) async fn load_country(
    service: &Shared,
    visitor: &Visitor,
    round: String,
) -> std::result::Result<Counted, WebError> {
    let seen = visitor.staff.scope();
    crate::web::count(service, move |service| {
        service.db.read(|conn| {
            let looked_at = find_shown(conn, &round)?;
            let rounds = store::rounds::list(conn)?;
            let counted = trend_rounds(&looked_at, &rounds);
            let counted = service.results.scores_of_rounds(conn, &counted, service.now())?;
            let counted: Vec<_> = counted.iter().map(|(tallies, scores)| (&**tallies, &**scores)).collect();
            let crosswalks = editions::crosswalks(conn)?;
            let trend = country_trend(&counted, &seen, &crosswalks);
            let tallies: Vec<_> = counted.iter().map(|(tallies, _)| *tallies).collect();
            let shares = Shares::new(&tallies, &crosswalks, &seen);
            let aim = looked_at.aim.as_ref().map(|aim| aim_trend(&tallies, aim, &seen, &crosswalks));
            Ok(Counted { round, municipality: None, trend, country: None, shares, aim })
        })
    })
    .await
}

/// Reads this municipality's counts, and the country's as far as the reader may see them.
pub(super) async fn load_municipality(
    service: &Shared,
    visitor: &Visitor,
    (round, code): (String, String),
) -> std::result::Result<Counted, WebError> {
    let code = in_scope(&code, &visitor.staff.scope())?;
    let seen = visitor.staff.scope();
    crate::web::count(service, move |service| {
        service.db.read(|conn| {
            let looked_at = find_shown(conn, &round)?;
            let rounds = store::rounds::list(conn)?;
            let scope = Scope::Some(vec![code.clone()]);
            let mut counted = Vec::new();
            let closed = trend_rounds(&looked_at, &rounds);
            for one in &closed {
                counted.push(count(conn, one, &scope)?);
            }
            let all = service.results.scores_of_rounds(conn, &closed, service.now())?;
            let all: Vec<_> = all.iter().map(|(tallies, scores)| (&**tallies, &**scores)).collect();
            let crosswalks = editions::crosswalks(conn)?;
            let country = Some(country_trend(&all, &seen, &crosswalks));
            let trend = municipality_trend(&counted, &code, &crosswalks);
            Ok(Counted { round, trend, municipality: Some(code), country, shares: Shares::default(), aim: None })
        })
    })
    .await
}

#[cfg(test)]
mod tests;
