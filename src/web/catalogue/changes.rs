//! `GET /catalogue/{from}/changes/{to}`: what differs between two editions.

use actix_web::web::{Html, Path};

use super::super::error::WebError;
use super::super::{Shared, act};
use super::visible;
use crate::domain::catalogue::changes::compare;
use crate::views;
use crate::web::access::auth::Visitor;

/// `GET /catalogue/{from}/changes/{to}`
pub async fn show(service: Shared, visitor: Visitor, path: Path<(String, String)>) -> Result<Html, WebError> {
    let page = act(&service, move |service| {
        let (from, to) = path.into_inner();
        let (from, to) = service.db.read(|conn| {
            let from = visible(conn, &from, &visitor.staff)?.edition;
            Ok((from, visible(conn, &to, &visitor.staff)?.edition))
        })?;
        let found = compare(&from, &to);
        Ok(views::catalogue::changes::changes(&visitor.frame, (&from, &to), &found))
    })
    .await?;
    Ok(Html::new(page))
}
