//! `/catalogue/{edition}/correction`: a published edition is put right by a minor one, with a reason.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act};
use crate::commands::catalogue::corrections;
use crate::domain::Text;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::shapes::{LONGEST_TEXT, is_too_long, one_line};
use crate::editions;
use crate::error::OrNotFound;
use crate::store;
use crate::views::catalogue::corrections::{self as pages, Typed};
use crate::views::refusals::describe;
use crate::web::access::auth::Admin;
use crate::web::replies::{see, unprocessable};

/// What the form sends.
#[derive(Debug, Clone, Deserialize)]
pub struct Sent {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    reason_en: String,
}

/// `GET /catalogue/{edition}/correction`
pub async fn show(service: Shared, admin: Admin, key: Path<String>) -> Result<Html, WebError> {
    let page = page(&service, &admin, key.into_inner(), Typed::default()).await?;
    Ok(Html::new(page))
}

/// `POST /catalogue/{edition}/correction`: begins the correction as a draft.
pub async fn begin(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(sent): Form<Sent>,
) -> Result<HttpResponse, WebError> {
    let key = key.into_inner();
    let language = admin.frame.language;
    let reason =
        Text { da: one_line(&sent.reason), en: Some(one_line(&sent.reason_en)).filter(|text| !text.is_empty()) };
    let too_long = |text: &str| is_too_long(text).then(|| describe(&Refusal::TextTooLong(LONGEST_TEXT), language));
    let missing = reason.da.is_empty().then(|| tr!(language, "correction-mistake-reason"));
    let typed = Typed {
        mistakes: [missing.or_else(|| too_long(&reason.da)), reason.en.as_deref().and_then(too_long)],
        reason: sent.reason,
        reason_en: sent.reason_en,
    };
    if typed.mistakes.iter().any(Option::is_some) {
        return Ok(unprocessable(&request, page(&service, &admin, key, typed).await?));
    }
    let by = admin.by(&service);
    let begun = act(&service, move |service| {
        service.db.read(|conn| store::editions::find_hash(conn, &key)?.or_not_found())?;
        corrections::begin(&service.db, &key, &reason, &by)
    });
    let address = format!("/drafts/{}?saved=yes", begun.await?);
    Ok(see(&address))
}

async fn page(service: &Shared, admin: &Admin, key: String, typed: Typed) -> Result<maud::Markup, WebError> {
    let edition = act(service, move |service| {
        service.db.read(|conn| {
            store::editions::find_hash(conn, &key)?.or_not_found()?;
            editions::parse(&corrections::check_correctable(conn, &key)?)
        })
    });
    Ok(pages::correction(&admin.frame, &*edition.await?, &typed))
}
