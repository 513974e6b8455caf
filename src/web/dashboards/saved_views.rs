//! `/saved-views`: pages of figures that somebody comes back to, under names, one's own and what colleagues share.

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::commands;
use crate::domain::dashboards::saved_view::{SavedViewId, is_view, name};
use crate::error::OrNotFound;
use crate::store;
use crate::views::dashboards::saved_views::{self as views, Typed};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::replies::{self, unprocessable};
use crate::web::{Shared, act, read};

type Answered = std::result::Result<HttpResponse, WebError>;

/// The page that is to be saved.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    address: String,
}

/// A view as it was typed.
#[derive(Debug, Deserialize)]
pub struct Written {
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    shared: Option<String>,
}

/// `GET /saved-views`
pub async fn list(service: Shared, visitor: Visitor) -> std::result::Result<Html, WebError> {
    let id = visitor.staff.id.clone();
    let found = read(&service, move |conn| Ok(store::saved_views::list(conn, &id)?)).await?;
    Ok(Html::new(views::list(&visitor.frame, &visitor.staff.id, &found)))
}

/// `GET /saved-views/new?address=`
pub async fn new(visitor: Visitor, asked: Query<Asked>) -> std::result::Result<Html, WebError> {
    let address = Some(asked.into_inner().address).filter(|address| is_view(address)).or_not_found()?;
    Ok(Html::new(views::form(&visitor.frame, None, &Typed { address: &address, ..Typed::default() })))
}

/// `POST /saved-views`
pub async fn save(request: HttpRequest, service: Shared, visitor: Visitor, Form(form): Form<Written>) -> Answered {
    let Written { name: typed, address, shared } = form;
    let is_shared = shared.is_some();
    match name(&typed) {
        Ok(name) => {
            let (id, by) = (visitor.staff.id.clone(), visitor.by(&service));
            act(&service, move |service| {
                commands::saved_views::save(&service.db, &id, (&name, &address, is_shared), &by)
            })
            .await?;
            Ok(see())
        }
        Err(fault) if is_view(&address) => {
            let typed = Typed { name: &typed, address: &address, is_shared, fault: Some(fault) };
            Ok(unprocessable(&request, views::form(&visitor.frame, None, &typed)))
        }
        Err(_) => Err(crate::error::Error::NotFound.into()),
    }
}

/// `GET /saved-views/{id}`
pub async fn edit(service: Shared, visitor: Visitor, id: Path<String>) -> std::result::Result<Html, WebError> {
    let id: SavedViewId = id.parse().ok().or_not_found()?;
    let owner = visitor.staff.id.clone();
    let found = read(&service, move |conn| store::saved_views::find_own(conn, &owner, &id)?.or_not_found()).await?;
    let typed = Typed { name: &found.name, address: &found.address, is_shared: found.is_shared, fault: None };
    Ok(Html::new(views::form(&visitor.frame, Some(&found.id), &typed)))
}

/// `POST /saved-views/{id}`
pub async fn change(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    id: Path<String>,
    Form(form): Form<Written>,
) -> Answered {
    let id: SavedViewId = id.parse().ok().or_not_found()?;
    let (owner, is_shared) = (visitor.staff.id.clone(), form.shared.is_some());
    match name(&form.name) {
        Ok(name) => {
            let by = visitor.by(&service);
            act(&service, move |service| {
                commands::saved_views::change(&service.db, &owner, (&id, &name, is_shared), &by)
            })
            .await?;
            Ok(see())
        }
        Err(fault) => {
            let own = id.clone();
            let found =
                read(&service, move |conn| store::saved_views::find_own(conn, &owner, &own)?.or_not_found()).await?;
            let typed = Typed { name: &form.name, address: &found.address, is_shared, fault: Some(fault) };
            Ok(unprocessable(&request, views::form(&visitor.frame, Some(&id), &typed)))
        }
    }
}

/// `POST /saved-views/{id}/deletion`
pub async fn delete(service: Shared, visitor: Visitor, id: Path<String>) -> Answered {
    let id: SavedViewId = id.parse().ok().or_not_found()?;
    let (owner, by) = (visitor.staff.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::saved_views::delete(&service.db, &owner, &id, &by)).await?;
    Ok(see())
}

fn see() -> HttpResponse {
    replies::see("/saved-views")
}

#[cfg(test)]
mod tests;
