//! A page of a list as it is sent: with an ETag of what is in it, and the address of the next page.

use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::parameters::{BadParameter, Paging};
use crate::api::Page;
use crate::api::cursor::{Blocks, Cursor, Whole, page};
use crate::web::Service;

/// What an answer may be kept for: to ask whether it is still so, and by nobody but who asked.
const KEPT: &str = "private, no-cache";

/// A page, written.
pub struct Answer {
    body: Vec<u8>,
    tag: String,
    next: Option<String>,
}

/// A page, or the parameter that is wrong.
pub type Made = Result<Answer, BadParameter>;

impl Answer {
    /// The page of a list that is asked for.
    ///
    /// # Errors
    /// When the cursor is none of the list.
    pub fn of<B: Blocks<Entry: Serialize + ToSchema>>(list: &B, paging: &Paging, service: &Service) -> Made {
        let (entries, next) = page(list, paging.after.as_ref(), paging.limit).map_err(|_| BadParameter::cursor())?;
        Ok(Answer::with(entries, next, service))
    }

    /// The same of a list that is there whole, each entry with its key.
    ///
    /// # Errors
    /// When the cursor is none of the list.
    pub fn of_all<T: Serialize + ToSchema + Clone>(
        entries: Vec<(String, T)>,
        paging: &Paging,
        service: &Service,
    ) -> Made {
        Answer::of(&Whole(entries), paging, service)
    }

    /// These entries, with where the next page begins.
    pub fn with<T: Serialize + ToSchema>(data: Vec<T>, next: Option<Cursor>, service: &Service) -> Answer {
        let next = next.map(|cursor| cursor.written());
        let page = Page { data, next: next.clone(), generated: service.config.is_demo };
        // Nothing fails in writing to memory.
        Answer::written(serde_json::to_vec(&page).unwrap_or_default(), next)
    }

    /// A document as it is.
    pub fn written(body: Vec<u8>, next: Option<String>) -> Answer {
        let tag = format!("\"{}\"", &base16ct::lower::encode_string(&Sha256::digest(&body))[..32]);
        Answer { body, tag, next }
    }

    /// The response, which has no body where the asker has this page already.
    pub fn respond(self, request: &HttpRequest, service: &Service) -> HttpResponse {
        let known = known(request.headers(), &self.tag);
        let is_known = known.is_some();
        let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response.insert_header((header::ETAG, known.unwrap_or(self.tag)));
        response.insert_header((header::CACHE_CONTROL, KEPT));
        response.insert_header((header::VARY, "authorization"));
        if let Some(next) = &self.next {
            let address = next_address(request, service, next);
            response.insert_header((header::LINK, format!("<{address}>; rel=\"next\"")));
        }
        if is_known { response.finish() } else { response.content_type("application/json").body(self.body) }
    }
}

/// The tag that the asker has of this very page, if any: also one of the page as it was packed.
fn known(headers: &HeaderMap, tag: &str) -> Option<String> {
    let plain = |sent: &str| sent.replace("-gzip\"", "\"");
    let lists = headers.get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    let mut sent = lists.flat_map(|list| list.split(',')).map(|one| one.trim().trim_start_matches("W/").to_owned());
    let found = sent.find(|one| one == "*" || plain(one) == tag)?;
    Some(if found == "*" { tag.to_owned() } else { found })
}

/// The address of the next page: this one with another `after`.
fn next_address(request: &HttpRequest, service: &Service, next: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let sent = url::form_urlencoded::parse(request.query_string().as_bytes());
    query.extend_pairs(sent.filter(|(name, _)| name != "after"));
    query.append_pair("after", next);
    format!("{}{}?{}", service.config.base_url, request.path(), query.finish())
}
