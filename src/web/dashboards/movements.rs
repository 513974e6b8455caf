//! `/rounds/{key}/movements`: the largest rises, falls and distances of a round.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::country::{Counted, load};
use super::downloads::{Download, FigureForm};
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::movements::Movements;
use crate::domain::dashboards::wanted::WantedRecommendations;
use crate::error::{Error, OrNotFound};
use crate::views;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, draw};

/// What is asked for; what is unknown or empty asks for nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    measure: String,
    package: String,
    level: String,
    central: String,
}

/// The rankings that are asked for.
pub(super) fn page(counted: &Counted, asked: &Asked) -> Movements {
    let about = WantedRecommendations {
        package: asked.package.clone(),
        level: asked.level.clone(),
        central: !asked.central.is_empty(),
    };
    let wanted = (asked.measure.parse().unwrap_or(Measure::Implementation), about);
    Movements::new(&counted.compared, &counted.changes, &counted.scope, wanted)
}

/// `GET /rounds/{key}/movements`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let counted = load(&service, &visitor, round.into_inner()).await?;
    let page = move || views::dashboards::movements::show(&visitor.frame, &page(&counted, &asked));
    draw(move || Ok(Html::new(page()))).await
}

/// `GET /rounds/{key}/movements/{ranking}.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, FigureForm)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let (round, ranking, form) = path.into_inner();
    let ranking = ranking.parse().ok().ok_or(Error::NotFound)?;
    let counted = load(&service, &visitor, round).await?;
    draw(move || {
        let page = page(&counted, &asked);
        let svg = views::dashboards::movements::file(&page, ranking, (form.shape(), &visitor.frame)).or_not_found()?;
        Download::figure(&format!("{}-movements-{ranking}", page.round.key), form, svg)
    })
    .await
}

#[cfg(test)]
mod tests;
