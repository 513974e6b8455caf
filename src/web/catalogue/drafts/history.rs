//! Back and forth through the history of a draft, and its document.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Form, Html, Path, Query};
use serde::Deserialize;

use super::{Said, find_stored, find_with_history, see};
use crate::commands::catalogue::drafts::{self as commands, Way};
use crate::error::OrNotFound;
use crate::views::catalogue::drafts::{self as pages, Desk};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::{Shared, act, read};

/// `GET /drafts/{edition}/history`
pub async fn history(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    said: Query<Said>,
) -> std::result::Result<Html, WebError> {
    let (desk, notes) = read(&service, move |conn| find_with_history(conn, &key)).await?;
    let desk = Desk { is_saved: said.saved.is_some(), ..desk };
    Ok(Html::new(pages::history(&admin.frame, &desk, &notes)))
}

/// `GET /drafts/{edition}/document`: the draft as a file that can be imported again.
pub async fn document(service: Shared, _: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let stored = read(&service, move |conn| find_stored(conn, &key)).await?;
    let disposition = format!("attachment; filename=\"{}.yaml\"", stored.key);
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CONTENT_DISPOSITION, disposition));
    Ok(response.content_type("application/yaml; charset=utf-8").body(stored.document))
}

/// `POST /drafts/{edition}/undo`
pub async fn undo(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    go(&service, &admin, key, Way::Undo).await
}

/// `POST /drafts/{edition}/redo`
pub async fn redo(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    go(&service, &admin, key, Way::Redo).await
}

/// The revision to go to.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    number: String,
}

/// `POST /drafts/{edition}/revert`: goes to any revision of the history.
pub async fn revert(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(wanted): Form<Wanted>,
) -> std::result::Result<HttpResponse, WebError> {
    let number: i32 = wanted.number.parse().ok().or_not_found()?;
    go(&service, &admin, key, Way::To(number)).await
}

async fn go(
    service: &Shared,
    admin: &Admin,
    key: Path<String>,
    way: Way,
) -> std::result::Result<HttpResponse, WebError> {
    let (key, by) = (key.into_inner(), admin.by(service));
    let wanted = key.clone();
    read(service, move |conn| find_stored(conn, &wanted)).await?;
    let back = format!("/drafts/{key}/history");
    act(service, move |service| commands::go(&service.db, &key, way, &by)).await?;
    Ok(see(&back))
}
