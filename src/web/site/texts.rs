//! Writing the accessibility statement and the text about personal data.

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Deserialize;

use crate::commands;
use crate::domain::Language;
use crate::domain::site::texts::{LONGEST_TEXT, SiteTextKind};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views::markdown::refused_links;
use crate::views::site::texts::{TextFault, TextPage, address, text};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, act, read};

/// Which version stands in the field.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    version: Option<String>,
}

/// The form of a text.
#[derive(Debug, Deserialize)]
pub struct Typed {
    body: String,
    /// `save`, or anything else to see it first.
    #[serde(default)]
    then: String,
}

/// `GET /administration/site/texts/{kind}/{language}`: the newest version, or an earlier one to read or begin from.
pub async fn show(
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> std::result::Result<Html, WebError> {
    let (kind, written_in) = which(&path)?;
    let page = read(&service, move |conn| {
        let page = find(conn, (kind, written_in))?;
        let Some(id) = &wanted.version else {
            let body = page.versions.first().map(|(newest, _)| newest.body.clone()).unwrap_or_default();
            return Ok(TextPage { body, ..page });
        };
        let (version, _) = page.versions.iter().find(|(version, _)| version.id.as_str() == id).or_not_found()?;
        let (body, written_at) = (version.body.clone(), version.written_at);
        Ok(TextPage { body, earlier: Some(written_at), ..page })
    })
    .await?;
    Ok(Html::new(text(&admin.frame, &page)))
}

/// `POST /administration/site/texts/{kind}/{language}`: keeps a version, or shows what was typed as it will look. A
/// text that can't be kept is shown again with what is wrong.
pub async fn write(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let (kind, written_in) = which(&path)?;
    // Browsers send CRLF; the text is kept as it reads on.
    let body = typed.body.replace("\r\n", "\n").trim_end().to_owned();
    let fault = fault(&body);
    if fault.is_some() || typed.then != "save" {
        let is_wrong = fault.is_some();
        let found = read(&service, move |conn| find(conn, (kind, written_in))).await?;
        let page = text(&admin.frame, &TextPage { body, fault, is_preview: !is_wrong, ..found });
        return Ok(match is_wrong {
            true => unprocessable(&request, page),
            false => Html::new(page).respond_to(&request).map_into_boxed_body(),
        });
    }
    let by = admin.by(&service);
    act(&service, move |service| commands::site::write_text(&service.db, (kind, written_in), &body, &by)).await?;
    Ok(see(&address(kind, written_in)))
}

fn which(path: &(String, String)) -> Result<(SiteTextKind, Language)> {
    let (kind, language) = (path.0.parse(), path.1.parse());
    Ok((kind.map_err(|_| Error::NotFound)?, language.map_err(|_| Error::NotFound)?))
}

fn find(conn: &mut Conn, (kind, written_in): (SiteTextKind, Language)) -> Result<TextPage> {
    let versions = store::site::list_texts(conn, kind, written_in)?;
    Ok(TextPage { kind, written_in, body: String::new(), versions, earlier: None, is_preview: false, fault: None })
}

fn fault(body: &str) -> Option<TextFault> {
    if body.chars().count() > LONGEST_TEXT {
        return Some(TextFault::TooLong);
    }
    let links = refused_links(body);
    (!links.is_empty()).then_some(TextFault::Links(links))
}
