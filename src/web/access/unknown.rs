//! Tokens that open nothing: not found, and counted, so that guessing ends in 429. One that opens something
//! never comes here.

use actix_web::HttpRequest;

use super::replies::client_address;
use crate::commands;
use crate::domain::access::rate_limits;
use crate::domain::access::rate_limits::Door;
use crate::error::Error;
use crate::web::error::WebError;
use crate::web::{Shared, act};

/// The answer to a token that opens nothing.
pub(crate) async fn unknown_token(request: &HttpRequest, service: &Shared, door: Door, token: &str) -> WebError {
    let now = service.now();
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let address = client_address(request, &service.config.trusted_proxies);
    let subjects = rate_limits::unknown_token(secret, door, token, address, now);
    let windows = rate_limits::windows(now);
    let counted =
        act(service, move |service| commands::rate_limits::count_unknown_token(&service.db, &subjects, &windows)).await;
    counted.err().unwrap_or_else(|| Error::NotFound.into())
}
