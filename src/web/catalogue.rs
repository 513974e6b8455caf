//! The catalogue on pages; everybody with an account may read all of it.

use actix_web::web::{Html, Path};

use super::error::WebError;
use super::{Shared, read};
use crate::editions;
use crate::error::OrNotFound;
use crate::store::{self, Conn};
use crate::views;
use crate::views::catalogue::{Catalogue, Listed};
use crate::web::access::auth::Visitor;

/// `GET /catalogue`
pub async fn editions(service: Shared, visitor: Visitor) -> Result<Html, WebError> {
    let catalogue = read(&service, load).await?;
    Ok(Html::new(views::catalogue::editions(&visitor.frame, &catalogue)))
}

/// `GET /catalogue/{edition}`
pub async fn edition(service: Shared, visitor: Visitor, key: Path<String>) -> Result<Html, WebError> {
    let catalogue = read(&service, load).await?;
    let listed = catalogue.find(&key).or_not_found()?;
    Ok(Html::new(views::catalogue::edition(&visitor.frame, listed, &catalogue)))
}

/// `GET /catalogue/{edition}/{package}`
pub async fn package(service: Shared, visitor: Visitor, path: Path<(String, String)>) -> Result<Html, WebError> {
    let catalogue = read(&service, load).await?;
    let (edition, package) = path.into_inner();
    let edition = &catalogue.find(&edition).or_not_found()?.edition;
    let index = edition.find_package(&package).or_not_found()?;
    Ok(Html::new(views::catalogue::package(&visitor.frame, edition, index)))
}

/// `GET /catalogue/{edition}/{package}/{recommendation}`
pub async fn recommendation(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, String)>,
) -> Result<Html, WebError> {
    let catalogue = read(&service, load).await?;
    let (edition, package, key) = path.into_inner();
    let edition = &catalogue.find(&edition).or_not_found()?.edition;
    let package = edition.find_package(&package).or_not_found()?;
    let index = edition.packages[package].recommendations.iter().position(|one| one.key == key).or_not_found()?;
    Ok(Html::new(views::catalogue::recommendation(&visitor.frame, edition, (package, index), &catalogue)))
}

/// `GET /catalogue/{from}/crosswalk/{to}`
pub async fn crosswalk(service: Shared, visitor: Visitor, path: Path<(String, String)>) -> Result<Html, WebError> {
    let catalogue = read(&service, load).await?;
    let (from, to) = path.into_inner();
    let crosswalk = catalogue.crosswalks.iter().find(|one| one.from == from && one.to == to).or_not_found()?;
    let from = &catalogue.find(&from).or_not_found()?.edition;
    let to = &catalogue.find(&to).or_not_found()?.edition;
    Ok(Html::new(views::catalogue::crosswalk::crosswalk(&visitor.frame, crosswalk, from, to)))
}

fn load(conn: &mut Conn) -> crate::error::Result<Catalogue> {
    let mut editions = Vec::new();
    for stored in store::editions::list(conn)? {
        let edition = editions::parse(&stored)?;
        editions.push(Listed { stored, edition });
    }
    Ok(Catalogue { editions, crosswalks: editions::crosswalks(conn)? })
}

#[cfg(test)]
mod tests;
