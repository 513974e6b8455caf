//! `/practice`: the examples of good practice that are shown, and one of them.

use actix_web::web::{Html, Path, Query};

use super::found::with_editions;
use crate::domain::access::staff::{Scope, Staff};
use crate::domain::base::days::day_in_denmark;
use crate::domain::practice::examples::{ExampleId, may_moderate, may_share};
use crate::domain::practice::finding::SharedExample;
use crate::domain::rounds::agenda::newest_result;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views::practice::TypedText;
use crate::views::practice::example;
use crate::views::practice::examples::{self as views, AskedExamples, ExamplesPage};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, draw, read};

/// `GET /practice`
pub async fn list(
    service: Shared,
    visitor: Visitor,
    asked: Query<AskedExamples>,
) -> std::result::Result<Html, WebError> {
    let (staff, today) = (visitor.staff.clone(), day_in_denmark(service.now()));
    let (shown, waiting, own, sharing) = read(&service, move |conn| {
        let rows = store::examples::list_shown(conn)?;
        let shown = with_editions(conn, rows)?;
        let rows = if may_moderate(&staff) { store::examples::list_waiting(conn)? } else { Vec::new() };
        let waiting = with_editions(conn, rows)?;
        let rows = match may_share(&staff) {
            true => store::examples::list_in_scope(conn, &staff.scope())?,
            false => Vec::new(),
        };
        Ok((shown, waiting, with_editions(conn, rows)?, sharing(conn, &staff)?))
    })
    .await?;
    draw(move || {
        let page = ExamplesPage {
            asked: &asked,
            shown: &shown,
            waiting: &waiting,
            own: &own,
            sharing: sharing.as_deref(),
            today,
        };
        Ok(Html::new(views::list(&visitor.frame, &page)))
    })
    .await
}

/// Where a coordinator shares an example: the newest result of the own municipality.
fn sharing(conn: &mut Conn, staff: &Staff) -> Result<Option<String>> {
    let rounds = store::rounds::list(conn)?;
    let newest = newest_result(&rounds).filter(|_| may_share(staff));
    let own = match staff.scope() {
        Scope::Some(codes) => codes.into_iter().next(),
        Scope::All => None,
    };
    Ok(newest.zip(own).map(|(round, code)| format!("/rounds/{}/municipalities/{code}/practice", round.key)))
}

/// `GET /practice/{id}`
pub async fn show(service: Shared, visitor: Visitor, id: Path<String>) -> std::result::Result<Html, WebError> {
    let shared = find(&service, &visitor, &id).await?;
    Ok(Html::new(example::one(&visitor.frame, &shared, &TypedText::default())))
}

/// An example that the visitor may read: one that is shown, or one that is open to the visitor whole.
pub(super) async fn find(
    service: &Shared,
    visitor: &Visitor,
    id: &str,
) -> std::result::Result<SharedExample, WebError> {
    let id: ExampleId = id.parse().ok().or_not_found()?;
    let found = read(service, move |conn| {
        let rows = store::examples::list_versions(conn, &id)?;
        with_editions(conn, rows)?.pop().or_not_found()
    })
    .await?;
    let is_read = found.0.shown().is_some() || found.0.is_open_to(&visitor.staff);
    if is_read { Ok(found) } else { Err(Error::NotFound.into()) }
}
