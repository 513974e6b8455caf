//! Another person in a post, now or from a later day on.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{found, see, unprocessable};
use crate::commands;
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::contacts::{Contact, ContactFaults};
use crate::domain::rounds::post_drafts::from_day;
use crate::error::Error;
use crate::views::rounds::directory::Typed;
use crate::views::rounds::directory::holders::{self as pages, HolderFaults, HolderPage};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, act};

/// The form: a contact, and the day from which it holds.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    from: String,
}

/// `GET /posts/{post}/holder`
pub async fn show(service: Shared, visitor: Visitor, post: Path<String>) -> Result<Html, WebError> {
    let (entry, asked) = found(&service, &visitor, &post).await?;
    if entry.retired_at.is_some() {
        return Err(Error::NotFound.into());
    }
    let page = HolderPage { entry: &entry, asked: &asked, from: "" };
    Ok(Html::new(pages::show(&visitor.frame, &page, &Typed::default(), &HolderFaults::default())))
}

/// `POST /posts/{post}/holder`: from now on, or on the day by the clock; in open rounds too.
pub async fn change(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
    Form(sent): Form<Sent>,
) -> Result<HttpResponse, WebError> {
    let (entry, asked) = found(&service, &visitor, &post).await?;
    if entry.retired_at.is_some() {
        return Err(Error::NotFound.into());
    }
    let Sent { name, email, phone, language, from } = sent;
    let typed = Typed { name, email, phone, language };
    let language = typed.language.parse().unwrap_or_default();
    let contact = Contact::parse(&typed.name, &typed.email, &typed.phone, language);
    let is_nobody = typed.name.trim().is_empty() && typed.email.trim().is_empty();
    let contact = match contact {
        Ok(_) if is_nobody => Err(ContactFaults { name: Some(Refusal::BadName), ..ContactFaults::default() }),
        other => other,
    };
    let day = from_day(&from, day_in_denmark(service.now()));
    let (contact, day) = match (contact, day) {
        (Ok(contact), Ok(day)) => (contact, day),
        (contact, day) => {
            let faults = HolderFaults { contact: contact.err().unwrap_or_default(), from: day.err() };
            let page = HolderPage { entry: &entry, asked: &asked, from: &from };
            return Ok(unprocessable(&request, pages::show(&visitor.frame, &page, &typed, &faults)));
        }
    };
    let (id, scope, by) = (entry.post.id.clone(), visitor.staff.scope(), visitor.by(&service));
    act(&service, move |service| match day {
        Some(day) => commands::holders::plan(&service.db, (&id, &scope), (&contact, day), &by),
        None => commands::holders::change(&service.db, (&id, &scope), &contact, &by),
    })
    .await?;
    Ok(see(&format!("/posts/{}", entry.post.id)))
}

/// Which proposal somebody has seen.
#[derive(Debug, Deserialize)]
pub struct Seen {
    #[serde(default)]
    email: String,
}

/// `POST /posts/{post}/holder/confirmation`: whom the one who was asked has named holds the post from now on.
pub async fn confirm(
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
    Form(seen): Form<Seen>,
) -> Result<HttpResponse, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let (id, scope, by) = (entry.post.id.clone(), visitor.staff.scope(), visitor.by(&service));
    act(&service, move |service| commands::holders::confirm_proposed(&service.db, (&id, &scope), &seen.email, &by))
        .await?;
    Ok(see(&format!("/posts/{}", entry.post.id)))
}

/// `POST /posts/{post}/holder/decline`: the directory stays as it is.
pub async fn decline(service: Shared, visitor: Visitor, post: Path<String>) -> Result<HttpResponse, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let (id, scope, by) = (entry.post.id.clone(), visitor.staff.scope(), visitor.by(&service));
    act(&service, move |service| commands::holders::decline_proposed(&service.db, (&id, &scope), &by)).await?;
    Ok(see(&format!("/posts/{}", entry.post.id)))
}

/// `POST /posts/{post}/holder/withdrawal`: nobody takes over on a later day after all.
pub async fn withdraw(service: Shared, visitor: Visitor, post: Path<String>) -> Result<HttpResponse, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let (id, scope, by) = (entry.post.id.clone(), visitor.staff.scope(), visitor.by(&service));
    act(&service, move |service| commands::holders::withdraw(&service.db, (&id, &scope), &by)).await?;
    Ok(see(&format!("/posts/{}", entry.post.id)))
}
