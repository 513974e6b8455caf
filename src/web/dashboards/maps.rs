//! `/rounds/{key}/map`: one figure of every municipality on a map.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::country::{Counted, load};
use super::downloads::{Download, FigureForm};
use crate::charts::MapKind;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::map::{MapDashboard, MapFigure, MapWanted};
use crate::error::Error;
use crate::views;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, draw};

/// What is asked for; what is unknown or empty asks for nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    figure: String,
    measure: String,
    package: String,
    area: String,
    drawn: String,
}

impl Asked {
    fn wanted(&self) -> MapWanted {
        MapWanted {
            figure: self.figure.parse().unwrap_or_default(),
            measure: self.measure.parse().unwrap_or(Measure::Implementation),
            package: Some(self.package.clone()),
            area: self.area.parse().ok(),
        }
    }

    fn kind(&self) -> MapKind {
        views::dashboards::maps::kind(&self.drawn).unwrap_or(MapKind::Outlines)
    }
}

fn dashboard(counted: &Counted, asked: &Asked) -> MapDashboard {
    MapDashboard::new(&counted.compared, &counted.changes, &counted.scope, asked.wanted())
}

/// The map of a figure over everything.
pub(super) fn of_figure(counted: &Counted, figure: MapFigure) -> MapDashboard {
    let wanted = MapWanted { figure, measure: Measure::Implementation, package: None, area: None };
    MapDashboard::new(&counted.compared, &counted.changes, &counted.scope, wanted)
}

/// `GET /rounds/{key}/map`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let counted = load(&service, &visitor, round.into_inner()).await?;
    let page = move || views::dashboards::maps::show(&visitor.frame, &dashboard(&counted, &asked), asked.kind());
    draw(move || Ok(Html::new(page()))).await
}

/// `GET /rounds/{key}/map/{kind}.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, FigureForm)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let (round, word, form) = path.into_inner();
    let kind = views::dashboards::maps::kind(&word).ok_or(Error::NotFound)?;
    let counted = load(&service, &visitor, round).await?;
    draw(move || {
        let page = dashboard(&counted, &asked);
        let svg = views::dashboards::maps::file(&page, kind, (form.shape(), &visitor.frame));
        Download::figure(&format!("{}-map-{word}", page.round.key), form, svg)
    })
    .await
}

#[cfg(test)]
mod tests;
