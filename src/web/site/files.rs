//! The files that come of what was chosen about the site, for everybody and for ever: each is named by what is in it.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;

use crate::domain::site::Accent;
use crate::error::{Error, OrNotFound};
use crate::files::logo;
use crate::store;
use crate::views::shell::{accent_href, accent_stylesheet};
use crate::web::assets::FOR_A_YEAR;
use crate::web::error::WebError;
use crate::web::{Shared, read};

/// `GET /a/site/{name}`: a logo by its hash, or the stylesheet of an accent colour.
pub async fn show(service: Shared, name: Path<String>) -> Result<HttpResponse, WebError> {
    if let Some(hash) = name.strip_prefix("logo-").and_then(|rest| rest.strip_suffix(".png")) {
        let hash = hash.to_owned();
        let kept = read(&service, move |conn| store::site::find_logo(conn, &hash)?.or_not_found()).await?;
        return Ok(for_a_year("image/png", logo::bytes(&kept).or_not_found()?));
    }
    let digits = name.strip_prefix("accent-").and_then(|rest| rest.get(..6)).or_not_found()?;
    let accent = Accent::parse(&format!("#{digits}")).map_err(|_| Error::NotFound)?;
    // An address of an older program, which made something else of the colour, must not keep what this one makes.
    if accent_href(&accent).rsplit('/').next() != Some(name.as_str()) {
        return Err(Error::NotFound.into());
    }
    Ok(for_a_year("text/css; charset=utf-8", accent_stylesheet(&accent).into_bytes()))
}

fn for_a_year(kind: &'static str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, FOR_A_YEAR)).content_type(kind).body(bytes)
}
