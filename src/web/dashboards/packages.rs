//! `/rounds/{key}/packages/{package}`: one package's result, and `/{recommendation}` below it: a recommendation's.

use actix_web::web::{Html, Path};

use super::country::find_shown;
use super::downloads::{Download, FigureForm};
use crate::domain::dashboards::package::PackageDashboard;
use crate::domain::dashboards::recommendation::RecommendationDashboard;
use crate::error::OrNotFound;
use crate::views;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::practice::found::of_edition;
use crate::web::{Shared, count, draw};

/// `GET /rounds/{key}/packages/{package}`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let page = load(&service, &visitor, path.into_inner()).await?;
    draw(move || Ok(Html::new(views::dashboards::packages::show(&visitor.frame, &page)))).await
}

/// `GET /rounds/{key}/packages/{package}.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, FigureForm)>,
) -> std::result::Result<Download, WebError> {
    let (round, package, form) = path.into_inner();
    let page = load(&service, &visitor, (round, package)).await?;
    draw(move || {
        let nation = page.nation.as_ref().or_not_found()?;
        let name = format!("{}-{}-areas", page.round.key, page.package().key);
        Download::figure(&name, form, views::dashboards::packages::file(&page, nation, (form.shape(), &visitor.frame)))
    })
    .await
}

/// `GET /rounds/{key}/packages/{package}/{figure}.{picture}`
pub async fn flow(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, String, FigureForm)>,
) -> std::result::Result<Download, WebError> {
    let (round, package, figure, form) = path.into_inner();
    let page = load(&service, &visitor, (round, package)).await?;
    draw(move || {
        let framed = (form.shape(), &visitor.frame);
        let svg = views::dashboards::packages::flow_file(&page, &figure, framed).or_not_found()?;
        Download::figure(&format!("{}-{}-{figure}", page.round.key, page.package().key), form, svg)
    })
    .await
}

/// `GET /rounds/{key}/packages/{package}/{recommendation}`
pub async fn recommendation(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, String)>,
) -> std::result::Result<Html, WebError> {
    let (round, package, recommendation) = path.into_inner();
    let (compared, shared) = count(&service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            let compared = service.results.hold(conn, &round, service.now())?;
            let shared = of_edition(conn, compared.edition())?;
            Ok((compared, shared))
        })
    })
    .await?;
    draw(move || {
        let keys = (package.as_str(), recommendation.as_str());
        let page = RecommendationDashboard::new(&compared, keys, &visitor.staff.scope()).or_not_found()?;
        let shared = shared.get(&(page.package, page.recommendation)).map(Vec::as_slice).unwrap_or_default();
        Ok(Html::new(views::dashboards::recommendations::show(&visitor.frame, &page, shared)))
    })
    .await
}

/// A package as far as the visitor may see its figures.
async fn load(
    service: &Shared,
    visitor: &Visitor,
    (round, key): (String, String),
) -> std::result::Result<PackageDashboard, WebError> {
    let scope = visitor.staff.scope();
    let (compared, changes) = count(service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            service.results.hold_country(conn, &round, service.now())
        })
    })
    .await?;
    draw(move || PackageDashboard::new(&compared, &changes, &key, &scope).or_not_found()).await
}

#[cfg(test)]
mod tests;
