//! Drafts of editions on screen; administrators only.

mod beginning;
mod contents;
mod differences;
mod forms;
mod history;
mod items;
#[cfg(test)]
mod tests;

pub use beginning::{begin, new};
pub use differences::differences;
pub use history::{document, history, redo, revert, undo};
pub use items::{add, added, change, edit, removal, remove, step};

use actix_web::HttpResponse;
use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use crate::commands;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::EditionStatus;
use crate::domain::catalogue::drafts::faults::faults;
use crate::domain::catalogue::drafts::revisions::{RevisionNote, redone, undone};
use crate::domain::catalogue::stored::StoredEdition;
use crate::editions;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::catalogue::drafts::Desk;
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable, with_status};
use crate::web::{Shared, act, read};

/// What the address of a draft's page may say.
#[derive(Debug, Default, Deserialize)]
pub struct Said {
    saved: Option<String>,
    page: Option<usize>,
    /// What something new belongs to.
    #[serde(rename = "in")]
    within: Option<String>,
}

/// `GET /drafts/{edition}`
pub async fn show(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    said: Query<Said>,
) -> std::result::Result<Html, WebError> {
    let said = said.into_inner();
    let is_saved = said.saved.is_some();
    let (desk, notes) = read(&service, move |conn| find_with_history(conn, &key)).await?;
    let desk = Desk { is_saved, ..desk };
    let ways = (undone(&notes, desk.revision).is_some(), redone(&notes, desk.revision).is_some());
    Ok(Html::new(views::catalogue::drafts::overview(&admin.frame, &desk, ways, said.page.unwrap_or(1))))
}

/// `GET /drafts/{edition}/deletion`: what deleting will do; it changes nothing.
pub async fn deletion(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let desk = read(&service, move |conn| find(conn, &key)).await?;
    Ok(Html::new(views::catalogue::drafts::deletion(&admin.frame, &desk)))
}

/// `POST /drafts/{edition}/deletion`
pub async fn delete(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let by = admin.by(&service);
    read(&service, {
        let key = key.clone();
        move |conn| find_stored(conn, &key)
    })
    .await?;
    act(&service, move |service| commands::catalogue::drafts::delete(&service.db, &key, &by)).await?;
    Ok(see("/catalogue"))
}

/// The draft with this key; an address that names none is not found, and a published edition is no draft any more.
fn find_stored(conn: &mut Conn, key: &str) -> Result<StoredEdition> {
    let stored = store::editions::find(conn, key)?.or_not_found()?;
    if stored.status == EditionStatus::Published {
        return Err(Refusal::EditionPublished.into());
    }
    Ok(stored)
}

fn find(conn: &mut Conn, key: &str) -> Result<Desk> {
    let stored = find_stored(conn, key)?;
    let draft = editions::draft(conn, &stored)?;
    let faults = faults(&draft.edition);
    Ok(Desk { draft, revision: stored.revision, faults, is_saved: false })
}

fn find_with_history(conn: &mut Conn, key: &str) -> Result<(Desk, Vec<RevisionNote>)> {
    Ok((find(conn, key)?, store::edition_revisions::list(conn, key)?))
}
