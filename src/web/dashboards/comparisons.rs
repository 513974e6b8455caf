//! `/rounds/{key}/comparison`: municipalities that the reader puts together, beside the country.

use actix_web::web::{Html, Path, Query};

use super::country::{Counted, load};
use super::downloads::{Download, FigureForm};
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::group_comparison::{GroupDashboard, GroupWanted};
use crate::error::Result;
use crate::views;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::{Shared, draw};

/// What an address asks for; what is unknown or empty asks for nothing.
fn wanted(fields: &Fields) -> GroupWanted {
    let all = |name: &str| {
        let named = fields.0.iter().filter(move |(known, _)| known == name);
        named.map(|(_, value)| value.as_str()).collect::<Vec<&str>>()
    };
    let one = |name: &str| all(name).first().copied().unwrap_or_default();
    GroupWanted {
        measure: one("measure").parse().unwrap_or(Measure::Implementation),
        area: one("area").parse().ok(),
        region: Some(one("region").to_owned()),
        municipality_group: one("group").parse().ok(),
        municipalities: all("municipality").iter().filter_map(|code| code.parse().ok()).collect(),
    }
}

fn dashboard(counted: &Counted, fields: &Fields) -> Result<GroupDashboard> {
    Ok(GroupDashboard::new(&counted.compared, &counted.changes, &counted.scope, wanted(fields))?)
}

/// `GET /rounds/{key}/comparison`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    Query(fields): Query<Fields>,
) -> std::result::Result<Html, WebError> {
    let counted = load(&service, &visitor, round.into_inner()).await?;
    draw(move || {
        let page = dashboard(&counted, &fields)?;
        Ok(Html::new(views::dashboards::comparisons::show(&visitor.frame, &page)))
    })
    .await
}

/// `GET /rounds/{key}/comparison/packages.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, FigureForm)>,
    Query(fields): Query<Fields>,
) -> std::result::Result<Download, WebError> {
    let (round, form) = path.into_inner();
    let counted = load(&service, &visitor, round).await?;
    draw(move || {
        let page = dashboard(&counted, &fields)?;
        let svg = views::dashboards::comparisons::file(&page, (form.shape(), &visitor.frame));
        Download::figure(&format!("{}-comparison-packages", page.round.key), form, svg)
    })
    .await
}

#[cfg(test)]
mod tests;
