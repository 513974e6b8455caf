//! The catalogue on pages; everybody with an account may read all of it.

pub mod changes;
pub mod corrections;
pub mod crosswalks;
pub mod drafts;
pub mod imports;
pub mod previews;
pub mod publication;
pub mod shipped;

use std::sync::Arc;

use actix_web::web::{Html, Path};

use super::error::WebError;
use super::{Shared, read};
use crate::domain::access::staff::{Role, Staff};
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::rounds::Round;
use crate::editions;
use crate::error::{Error, OrNotFound};
use crate::store::{self, Conn};
use crate::views;
use crate::views::access::audit::Trail;
use crate::views::catalogue::{Catalogue, Listed};
use crate::web::access::audit;
use crate::web::access::auth::Visitor;

/// `GET /catalogue`
pub async fn editions(service: Shared, visitor: Visitor) -> Result<Html, WebError> {
    let catalogue = read(&service, load).await?;
    Ok(Html::new(views::catalogue::editions(&visitor.frame, &catalogue)))
}

/// `GET /catalogue/{edition}`
pub async fn edition(service: Shared, visitor: Visitor, key: Path<String>) -> Result<Html, WebError> {
    let (is_admin, wanted) = (visitor.staff.role == Role::Admin, key.clone());
    let (catalogue, trail) = read(&service, move |conn| {
        let trail = if is_admin { audit::trail(conn, &wanted)? } else { Trail::default() };
        Ok((load(conn)?, trail))
    })
    .await?;
    let listed = catalogue.find(&key).or_not_found()?;
    Ok(Html::new(views::catalogue::edition(&visitor.frame, listed, &catalogue, &trail)))
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

/// An edition that an account may look at before it is asked: administrators every one, others what is published.
fn visible(conn: &mut Conn, key: &str, staff: &Staff) -> crate::error::Result<Listed> {
    let stored = store::editions::find(conn, key)?.or_not_found()?;
    if stored.status == EditionStatus::Draft && staff.role != Role::Admin {
        return Err(Error::NotFound);
    }
    let edition = editions::parse(&stored)?;
    Ok(Listed { stored, edition })
}

/// Every round with its edition.
fn with_rounds(conn: &mut Conn) -> crate::error::Result<Vec<(Round, Arc<Edition>)>> {
    let mut rounds = Vec::new();
    for round in store::rounds::list(conn)? {
        let edition = editions::load(conn, &round.edition)?;
        rounds.push((round, edition));
    }
    Ok(rounds)
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
