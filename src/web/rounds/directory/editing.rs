//! Adding a post, and changing its title, department and areas.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::{found, kept_by, see, unprocessable};
use crate::commands;
use crate::domain::Area;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::contacts::{Contact, ContactFaults};
use crate::domain::rounds::post_drafts::{PostDraft, PostFaults};
use crate::error::{Error, Result};
use crate::views::rounds::directory::Typed;
use crate::views::rounds::directory::editing::{self as pages, Faults, TypedPost};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::municipalities::in_scope;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::{Shared, act};

/// `GET /municipalities/{code}/posts/new`
pub async fn new(visitor: Visitor, code: Path<String>) -> std::result::Result<Html, WebError> {
    let code = in_scope(&code, &kept_by(&visitor.staff)?)?;
    Ok(Html::new(pages::new(&visitor.frame, &code, &TypedPost::default(), &Faults::default())))
}

/// `POST /municipalities/{code}/posts`
pub async fn add(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    code: Path<String>,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let code = in_scope(&code, &kept_by(&visitor.staff)?)?;
    let typed = typed(&fields);
    let contact = &typed.contact;
    let language = contact.language.parse().unwrap_or_default();
    let draft = PostDraft::parse(&typed.title, &typed.department, &typed.areas);
    let contact = Contact::parse(&contact.name, &contact.email, &contact.phone, language);
    let faults = match (draft, contact) {
        (Ok(draft), Ok(contact)) => {
            let (by, code) = (visitor.by(&service), code.clone());
            let added = act(&service, move |service| {
                told(commands::post_edits::add(&service.db, &code, (&draft, &contact), &by))
            });
            match added.await? {
                Ok(id) => return Ok(see(&format!("/posts/{id}"))),
                Err(refusal) => taken(refusal),
            }
        }
        (draft, contact) => Faults {
            post: draft.err().unwrap_or_default(),
            contact: contact.err().unwrap_or_else(ContactFaults::default),
        },
    };
    Ok(unprocessable(&request, pages::new(&visitor.frame, &code, &typed, &faults)))
}

/// `GET /posts/{post}/settings`
pub async fn show(service: Shared, visitor: Visitor, post: Path<String>) -> std::result::Result<Html, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    Ok(Html::new(pages::edit(&visitor.frame, &entry, &TypedPost::of(&entry), &Faults::default())))
}

/// `POST /posts/{post}/settings`
pub async fn edit(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    post: Path<String>,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let typed = typed(&fields);
    let faults = match PostDraft::parse(&typed.title, &typed.department, &typed.areas) {
        Ok(draft) => {
            let (id, scope, by) = (entry.post.id.clone(), visitor.staff.scope(), visitor.by(&service));
            let edited =
                act(&service, move |service| told(commands::post_edits::edit(&service.db, (&id, &scope), &draft, &by)));
            match edited.await? {
                Ok(()) => return Ok(see(&format!("/posts/{}", entry.post.id))),
                Err(refusal) => taken(refusal),
            }
        }
        Err(post) => Faults { post, ..Faults::default() },
    };
    Ok(unprocessable(&request, pages::edit(&visitor.frame, &entry, &typed, &faults)))
}

/// A refusal that belongs to the form, apart from what went wrong otherwise.
fn told<T>(outcome: Result<T>) -> Result<std::result::Result<T, Refusal>> {
    match outcome {
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        other => other.map(Ok),
    }
}

fn taken(refusal: Refusal) -> Faults {
    Faults { post: PostFaults { title: Some(refusal), ..PostFaults::default() }, ..Faults::default() }
}

fn typed(fields: &[(String, String)]) -> TypedPost {
    let values = |name: &'static str| fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value);
    let value = |name| values(name).next().cloned().unwrap_or_default();
    TypedPost {
        title: value("title"),
        department: value("department"),
        areas: values("areas").filter_map(|key| key.parse::<Area>().ok()).collect(),
        contact: Typed {
            name: value("name"),
            email: value("email"),
            phone: value("phone"),
            language: value("language"),
        },
    }
}
