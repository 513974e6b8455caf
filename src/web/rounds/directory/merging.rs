//! Putting a post together with another one of its municipality.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{found, see, unprocessable};
use crate::commands;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::{DirectoryEntry, PostId};
use crate::error::Error;
use crate::store;
use crate::views::rounds::directory::merging::{Merging, show as page};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, act, read};

/// The form: the post that stays.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    into: String,
}

/// `GET /posts/{post}/merging`
pub async fn show(service: Shared, visitor: Visitor, post: Path<String>) -> Result<Html, WebError> {
    let (entry, others, asked_in) = read_all(&service, &visitor, &post).await?;
    let merging = Merging { entry: &entry, others: &others, asked_in: asked_in.as_deref(), refusal: None };
    Ok(Html::new(page(&visitor.frame, &merging)))
}

/// `POST /posts/{post}/merging`
pub async fn merge(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
    Form(sent): Form<Sent>,
) -> Result<HttpResponse, WebError> {
    let (entry, others, asked_in) = read_all(&service, &visitor, &post).await?;
    let into = sent.into.parse::<PostId>().ok().filter(|id| others.iter().any(|other| other.post.id == *id));
    let outcome = match into {
        None => Err(Refusal::NotMergeable),
        Some(into) => {
            let (id, scope, by) = (entry.post.id.clone(), visitor.staff.scope(), visitor.by(&service));
            let merged = act(&service, move |service| {
                match commands::post_edits::merge(&service.db, (&id, &into), &scope, &by) {
                    Err(Error::Refused(refusal)) => Ok(Err(refusal)),
                    other => other.map(|()| Ok(into)),
                }
            });
            merged.await?
        }
    };
    match outcome {
        Ok(into) => Ok(see(&format!("/posts/{into}"))),
        Err(refusal) => {
            let merging =
                Merging { entry: &entry, others: &others, asked_in: asked_in.as_deref(), refusal: Some(&refusal) };
            Ok(unprocessable(&request, page(&visitor.frame, &merging)))
        }
    }
}

/// A post that is asked, the others of its municipality, and the open round that waits for it.
async fn read_all(
    service: &Shared,
    visitor: &Visitor,
    post: &str,
) -> Result<(DirectoryEntry, Vec<DirectoryEntry>, Option<String>), WebError> {
    let (entry, _) = found(service, visitor, post).await?;
    if entry.retired_at.is_some() {
        return Err(Error::NotFound.into());
    }
    let (id, code) = (entry.post.id.clone(), entry.post.municipality_code.clone());
    let (others, asked_in) = read(service, move |conn| {
        let mut others = store::directory::list_entries(conn, &[code])?;
        others.retain(|other| other.retired_at.is_none() && other.post.id != id);
        Ok((others, commands::post_edits::asked_in(conn, &id)?))
    })
    .await?;
    Ok((entry, others, asked_in))
}
