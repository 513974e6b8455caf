//! Headers that every response carries, and the check that a form was sent from our own pages.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use super::Service;

/// What a page may load: only what this server sends, nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const FIXED: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Personal links stand in addresses, so no other site is told where one came from. Our own is, because
    // with "no-referrer" browsers say "Origin: null" of our own forms too.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    // A link that got about must not be found by searching.
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Where people reach the service over TLS, a year long never without it.
const STRICT_TRANSPORT: &str = "max-age=31536000";

/// Refuses forms that another site sent and packed bodies, and puts the fixed headers on every response.
pub async fn secure(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_https = service(&request).is_some_and(|service| service.config.is_https());
    let mut response = if changes_something(request.method()) && is_from_elsewhere(&request) {
        request.into_response(HttpResponse::Forbidden().finish())
    } else if is_packed(request.headers()) {
        request.into_response(HttpResponse::UnsupportedMediaType().finish())
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

fn changes_something(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Browsers say where a form came from; a request that says nothing comes from no browser, and
/// carries no cookie that a visitor did not put there.
fn is_from_elsewhere(request: &ServiceRequest) -> bool {
    if let Some(site) = text(request.headers(), "sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(request.headers(), "origin") else { return false };
    service(request).is_some_and(|service| origin != service.config.origin())
}

/// No browser packs a form, and a small packed body can unpack to more than there is memory for.
fn is_packed(headers: &HeaderMap) -> bool {
    headers.get_all(header::CONTENT_ENCODING).any(|encoding| encoding != "identity")
}

fn service(request: &ServiceRequest) -> Option<&Service> {
    request.app_data::<web::Data<Service>>().map(|service| service.get_ref())
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests;
