//! The pages about the service itself.

use actix_web::HttpResponse;
use actix_web::web::Html;

use super::error::WebError;
use super::{Shared, read};
use crate::domain::Language;
use crate::domain::site::texts::SiteTextKind;
use crate::store;
use crate::views;
use crate::web::access::auth::Anybody;
use crate::web::replies::see;

/// `GET /tilgaengelighed`: the accessibility statement.
pub async fn accessibility(service: Shared, Anybody(frame): Anybody) -> Result<Html, WebError> {
    let own = own_text(&service, SiteTextKind::Accessibility, frame.language).await?;
    Ok(Html::new(match own {
        Some(text) => views::about::written(&frame, &tr!(frame.language, "accessibility"), &text),
        None => views::about::accessibility(&frame, &service.config.base_url, &service.contact()),
    }))
}

/// `GET /privatliv`: what is kept about people.
pub async fn privacy(service: Shared, Anybody(frame): Anybody) -> Result<Html, WebError> {
    let own = own_text(&service, SiteTextKind::Privacy, frame.language).await?;
    Ok(Html::new(match own {
        Some(text) => views::about::written(&frame, &tr!(frame.language, "privacy"), &text),
        None => views::about::privacy(&frame, &service.contact(), service.config.retention_months),
    }))
}

/// The text that the authority has written in place of the program's own; an empty one brings that back.
async fn own_text(service: &Shared, kind: SiteTextKind, language: Language) -> Result<Option<String>, WebError> {
    let newest = read(service, move |conn| Ok(store::site::find_newest_text(conn, kind, language)?)).await?;
    Ok(newest.map(|text| text.body).filter(|body| !body.trim().is_empty()))
}

/// `GET /was`: the short address under which the law's supervisors look for the statement.
pub async fn was() -> HttpResponse {
    see("/tilgaengelighed")
}
