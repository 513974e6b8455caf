//! Beginning an edition: empty, or as a copy of a published one.

use std::sync::Arc;

use actix_web::web::{Form, Html};
use actix_web::{HttpRequest, HttpResponse};

use super::contents::mistake;
use super::{see, unprocessable};
use crate::commands;
use crate::domain::Text;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::corrections::newest;
use crate::domain::catalogue::drafts::keys::slug;
use crate::domain::catalogue::shapes::{LONGEST_TEXT, is_too_long, one_line};
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::editions;
use crate::error::{Error, Result};
use crate::store::{self, Conn};
use crate::views::catalogue::drafts::{self as pages, Beginning, Mistake, Typed};
use crate::views::refusals::describe;
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::{Shared, act, read};

/// `GET /drafts`: the form of a new edition, which copies the newest one where nothing else is chosen.
pub async fn new(service: Shared, admin: Admin) -> std::result::Result<Html, WebError> {
    let published = read(&service, published).await?;
    let published: Vec<&Edition> = published.iter().map(AsRef::as_ref).collect();
    let newest = newest(&published);
    let typed = Typed::default().with("from", newest.map_or("", |edition| &edition.key));
    let beginning = Beginning { editions: &published, mistakes: &[] };
    Ok(Html::new(pages::new(&admin.frame, &beginning, &typed)))
}

/// `POST /drafts`: begins an edition.
pub async fn begin(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let typed = Typed(fields);
    let language = admin.frame.language;
    let english = Some(one_line(typed.text("title_en"))).filter(|text| !text.is_empty());
    let title = Text { da: one_line(typed.text("title")), en: english };
    let mut mistakes = Vec::new();
    if title.da.is_empty() {
        mistakes.push(Mistake { field: "title".to_owned(), text: tr!(language, "draft-mistake-title") });
    }
    for (name, text) in [("title", Some(&title.da)), ("title_en", title.en.as_ref())] {
        if text.is_some_and(|text| is_too_long(text)) {
            let text = describe(&Refusal::TextTooLong(LONGEST_TEXT), language);
            mistakes.push(Mistake { field: name.to_owned(), text });
        }
    }
    if mistakes.is_empty() {
        let typed_key = typed.text("key").trim();
        let key = if typed_key.is_empty() { slug(&title.da) } else { typed_key.to_owned() };
        let (from, by) = (typed.text("from").to_owned(), admin.by(&service));
        let address = format!("/drafts/{key}?saved=yes");
        let begun = act(&service, move |service| {
            let outcome = match from.as_str() {
                "" => commands::catalogue::drafts::begin(&service.db, &key, &title, &by),
                from => commands::catalogue::drafts::copy(&service.db, (from, &key), &title, &by),
            };
            match outcome {
                Err(Error::Refused(refusal)) => match mistake(&refusal, language) {
                    Some(mistake) => Ok(Err(mistake)),
                    None => Err(refusal.into()),
                },
                outcome => outcome.map(Ok),
            }
        });
        match begun.await? {
            Ok(()) => return Ok(see(&address)),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    let published = read(&service, published).await?;
    let published: Vec<&Edition> = published.iter().map(AsRef::as_ref).collect();
    let beginning = Beginning { editions: &published, mistakes: &mistakes };
    Ok(unprocessable(&request, pages::new(&admin.frame, &beginning, &typed)))
}

fn published(conn: &mut Conn) -> Result<Vec<Arc<Edition>>> {
    let stored = store::editions::list(conn)?;
    stored.iter().filter(|one| one.status == EditionStatus::Published).map(editions::parse).collect()
}
