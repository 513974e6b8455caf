//! The posts of a municipality: who holds them, and whether they are still asked. For administrators and
//! the municipality's own coordinator.

pub mod editing;
pub mod history;
pub mod holders;
pub mod imports;
pub mod merging;
pub mod search;

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::commands;
use crate::domain::access::staff::{Role, Scope, Staff};
use crate::domain::rounds::contacts::{Contact, ContactFaults};
use crate::domain::rounds::directory::{DirectoryEntry, PostId};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::directory::{Asked, ContactPage, Typed};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::municipalities::in_scope;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, act, read};

/// The newest changes of a municipality's posts that are shown.
const CHANGES: i64 = 300;

/// Whose posts somebody may change.
fn kept_by(staff: &Staff) -> Result<Scope> {
    match staff.role {
        Role::Admin | Role::Coordinator => Ok(staff.scope()),
        Role::Consultant => Err(Error::NotFound),
    }
}

/// `GET /municipalities/{code}/posts`
pub async fn list(service: Shared, visitor: Visitor, code: Path<String>) -> std::result::Result<Html, WebError> {
    let code = in_scope(&code, &kept_by(&visitor.staff)?)?;
    let here = code.clone();
    let is_admin = visitor.staff.role == Role::Admin;
    let (entries, changes) = read(&service, move |conn| {
        let entries = store::directory::list_entries(conn, std::slice::from_ref(&here))?;
        // Who did what is shown to those who answer for all municipalities.
        let changes = if is_admin { store::post_changes::list_by_municipality(conn, &here, CHANGES)? } else { vec![] };
        Ok((entries, changes))
    })
    .await?;
    Ok(Html::new(views::rounds::directory::list(&visitor.frame, &code, &entries, &changes)))
}

/// What the address of a contact's page may say.
#[derive(Debug, Deserialize)]
pub struct Saved {
    saved: Option<String>,
}

/// `GET /posts/{post}/contact`
pub async fn contact(
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
    said: Query<Saved>,
) -> std::result::Result<Html, WebError> {
    let (entry, asked) = found(&service, &visitor, &post).await?;
    let page = ContactPage { entry: &entry, asked: &asked, is_saved: said.saved.is_some() };
    let typed = Typed::of(entry.holder.as_ref());
    Ok(Html::new(views::rounds::directory::contact(&visitor.frame, &page, &typed, &ContactFaults::default())))
}

/// `POST /posts/{post}/contact`: takes effect in open rounds too.
pub async fn correct(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let (entry, asked) = found(&service, &visitor, &post).await?;
    let language = typed.language.parse().unwrap_or_default();
    let contact = match Contact::parse(&typed.name, &typed.email, &typed.phone, language) {
        Ok(contact) => contact,
        Err(faults) => {
            let page = ContactPage { entry: &entry, asked: &asked, is_saved: false };
            return Ok(unprocessable(
                &request,
                views::rounds::directory::contact(&visitor.frame, &page, &typed, &faults),
            ));
        }
    };
    let (id, scope, by) = (entry.post.id, visitor.staff.scope(), visitor.by(&service));
    let address = format!("/posts/{id}/contact?saved=yes");
    act(&service, move |service| commands::posts::correct(&service.db, (&id, &scope), &contact, &by)).await?;
    Ok(see(&address))
}

/// `GET /posts/{post}/retirement`
pub async fn retirement(service: Shared, visitor: Visitor, post: Path<String>) -> std::result::Result<Html, WebError> {
    let (entry, asked) = found(&service, &visitor, &post).await?;
    let here = entry.clone();
    let uncovered = read(&service, move |conn| commands::posts::uncovered(conn, &here)).await?;
    Ok(Html::new(views::rounds::directory::retirement(&visitor.frame, &entry, &asked, &uncovered)))
}

/// `POST /posts/{post}/retirement`
pub async fn retire(
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
) -> std::result::Result<HttpResponse, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let (id, scope, by) = (entry.post.id, visitor.staff.scope(), visitor.by(&service));
    act(&service, move |service| commands::posts::retire(&service.db, (&id, &scope), &by)).await?;
    Ok(see(&format!("/municipalities/{}/posts", entry.post.municipality_code)))
}

/// `POST /posts/{post}/restoration`
pub async fn restore(
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
) -> std::result::Result<HttpResponse, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let (id, scope, by) = (entry.post.id, visitor.staff.scope(), visitor.by(&service));
    act(&service, move |service| commands::posts::restore(&service.db, (&id, &scope), &by)).await?;
    Ok(see(&format!("/municipalities/{}/posts", entry.post.municipality_code)))
}

/// A post with the open rounds that have asked it.
async fn found(
    service: &Shared,
    visitor: &Visitor,
    post: &str,
) -> std::result::Result<(DirectoryEntry, Vec<Asked>), WebError> {
    let scope = kept_by(&visitor.staff)?;
    let id: PostId = post.parse().ok().or_not_found()?;
    read(service, move |conn| find(conn, &id, &scope)).await
}

fn find(conn: &mut Conn, id: &PostId, scope: &Scope) -> Result<(DirectoryEntry, Vec<Asked>)> {
    let entry = store::directory::find_entry(conn, id, scope)?.or_not_found()?;
    let asked = store::contacts::list_open(conn, id)?;
    Ok((entry, asked.into_iter().map(|(round, invitation)| Asked { round, invitation }).collect()))
}

#[cfg(test)]
mod tests;
