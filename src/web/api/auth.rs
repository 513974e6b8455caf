//! Who asks the API: the owner of a token, which stands in the header `Authorization` and nowhere else. A session
//! opens nothing here, so no page of another site can ask with somebody's cookies.

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::limits;
use super::problems::ApiError;
use crate::commands;
use crate::domain::access::api_tokens::{ApiTokenId, received};
use crate::domain::access::rate_limits::Door;
use crate::domain::access::staff::{Role, Scope, should_note_seen};
use crate::domain::base::tokens::Token;
use crate::error::Error;
use crate::store;
use crate::web::access::unknown::unknown_token;
use crate::web::{Shared, read};

/// Who asks, as far as it matters: what may be read.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The municipalities: what was chosen for the token, as far as its owner may see it now.
    pub scope: Scope,
    /// Whether what leaders have written may be read.
    pub reads_comments: bool,
    /// Whether its owner is an administrator, who sees trials.
    pub is_admin: bool,
}

impl FromRequest for Reader {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Reader, ApiError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let service = request.app_data::<Shared>().cloned().ok_or(ApiError::NoToken)?;
            let text = sent(&request).ok_or(ApiError::NoToken)?;
            let (hash, now) = (received(&text).hash(), service.now());
            let found = read(&service, move |conn| Ok(store::api_tokens::find_with_owner(conn, &hash, now)?)).await?;
            let Some((token, owner)) = found else { return Err(unknown(&request, &service, &text).await) };
            if !limits::has_room(&token.id, now) {
                return Err(ApiError::TooMany);
            }
            if should_note_seen(token.used_at, now) {
                note_used(&service, token.id.clone());
            }
            Ok(Reader {
                scope: token.scope(&owner),
                reads_comments: token.reads_comments,
                is_admin: owner.role == Role::Admin,
            })
        })
    }
}

/// The token that was sent: alone, or as the password of any name, which is what spreadsheets ask people for.
fn sent(request: &HttpRequest) -> Option<String> {
    let (scheme, rest) = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?.trim().split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(rest.trim().to_owned());
    }
    let plain = STANDARD.decode(rest.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let (_, password) = std::str::from_utf8(&plain).ok()?.split_once(':')?;
    Some(password.to_owned())
}

/// A token that opens nothing is counted as other tokens are, so that guessing ends in 429.
async fn unknown(request: &HttpRequest, service: &Shared, text: &str) -> ApiError {
    let secret: Token = received(text);
    let counted = unknown_token(request, service, Door::Api, secret.as_str()).await;
    match counted.cause() {
        Error::NotFound => ApiError::NoToken,
        _ => counted.into(),
    }
}

/// Notes beside the request that a token is used: nobody waits for it.
fn note_used(service: &Shared, id: ApiTokenId) {
    let (service, now) = (service.clone(), service.now());
    let noting = web::block(move || {
        if let Err(error) = commands::api_tokens::note_used(&service.db, &id, now) {
            tracing::debug!(%error, "that a token is used could not be noted");
        }
    });
    // It runs whether or not anybody waits for it.
    drop(noting);
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn sent_as(value: &str) -> Option<String> {
        sent(&TestRequest::get().insert_header((header::AUTHORIZATION, value)).to_http_request())
    }

    #[test]
    fn a_token_comes_alone_or_as_a_password() {
        assert_eq!(sent_as("Bearer pejl_x").as_deref(), Some("pejl_x"));
        assert_eq!(sent_as("bearer  pejl_x ").as_deref(), Some("pejl_x"));
        let basic = |plain: &str| format!("Basic {}", STANDARD.encode(plain));
        assert_eq!(sent_as(&basic("anna@example.org:pejl_x")).as_deref(), Some("pejl_x"));
        assert_eq!(sent_as(&basic(":pejl_x:y")).as_deref(), Some("pejl_x:y"));
        for wrong in ["", "Bearer", "pejl_x", "Digest pejl_x", "Basic x", &basic("pejl_x"), "Basic /w=="] {
            assert_eq!(sent_as(wrong), None, "{wrong}");
        }
    }
}
