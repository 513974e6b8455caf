//! Headers that every response carries, and the check that a form was sent from our own pages.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{ConnectionType, Method, StatusCode};
use actix_web::middleware::Next;

use super::language::Wanted;
use super::{Service, Shared, act, api, bodies, error, error_pages, site_cache};
use crate::domain::access::rate_limits::Door;
use crate::domain::base::tokens::Token;
use crate::store::links;
use crate::views::shell::Frame;
use crate::web::access::cookies;
use crate::web::access::unknown::unknown_token;

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

/// How long a link's lookup may wait for a connection before the body is read.
const GLANCE: Duration = Duration::from_secs(1);

/// Refuses what no page of ours sends, and puts the fixed headers on every response.
pub async fn secure(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let service = request.app_data::<Shared>().cloned();
    let is_https = service.as_ref().is_some_and(|service| service.config.is_https());
    if let Some(service) = service.as_ref().filter(|_| shows_a_page(request.path())) {
        site_cache::refresh(service).await;
    }
    let refused = match &service {
        Some(service) => stopped(&mut request, service).await,
        None => None,
    };
    let mut response = match refused {
        Some(response) => {
            let mut response = told(request, response);
            // Whatever is left of the body is not read, so nothing after it could be understood.
            response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
            response
        }
        None => {
            // A head is that of the page: the route is asked as for it, and the connection sends no body.
            if request.method() == Method::HEAD {
                request.head_mut().method = Method::GET;
            }
            next.call(request).await?.map_into_boxed_body()
        }
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

/// What was stopped as people and programs read it.
fn told(request: ServiceRequest, response: HttpResponse) -> ServiceResponse<BoxBody> {
    if api::is_for_programs(request.path()) {
        return api::problems::with_problem(request.into_response(response));
    }
    let frame = Frame::bare(Wanted::of(request.request()).language(), error_pages::site(request.request()));
    error_pages::with_page(request.into_response(response), &frame)
}

/// Whether a page of the site may come of a request: health is asked for where the database is away, and assets are
/// the same for every site.
fn shows_a_page(path: &str) -> bool {
    !path.starts_with("/health/") && !path.starts_with("/a/") && !api::is_for_programs(path)
}

/// What stops a request before any handler; the body of a form is read here, once it may be read.
async fn stopped(request: &mut ServiceRequest, service: &Shared) -> Option<HttpResponse> {
    if let Err(status) = refused(request, service) {
        let mut response = HttpResponse::new(status);
        if status == StatusCode::METHOD_NOT_ALLOWED {
            let allowed = if api::is_for_programs(request.path()) { "GET, HEAD" } else { "GET, HEAD, POST" };
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        }
        return Some(response);
    }
    if !changes_something(request.method()) {
        return None;
    }
    if let Err(error) = is_expected(request, service).await {
        return Some(HttpResponse::from_error(error));
    }
    bodies::read_whole(request, service).await.err().map(HttpResponse::new)
}

/// What no page of ours sends, as its head tells.
fn refused(request: &ServiceRequest, service: &Service) -> Result<(), StatusCode> {
    let address = request.uri().path_and_query().map_or("", |address| address.as_str());
    // Before anything else, because what CONNECT sends never ends.
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::POST) {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    // The API changes nothing.
    if api::is_for_programs(request.path()) && changes_something(request.method()) {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    if bodies::holds_nul(address.as_bytes()) {
        return Err(StatusCode::BAD_REQUEST);
    }
    if changes_something(request.method()) && is_from_elsewhere(request, service) {
        return Err(StatusCode::FORBIDDEN);
    }
    if is_packed(request.headers()) { Err(StatusCode::UNSUPPORTED_MEDIA_TYPE) } else { Ok(()) }
}

/// Nothing is read for a personal link that there never was. One that has stopped may still bring answers
/// that its page shows again, and a database that can't say leaves it to the handler.
async fn is_expected(request: &ServiceRequest, service: &Shared) -> Result<(), error::WebError> {
    let Some(rest) = request.path().strip_prefix("/svar/") else { return Ok(()) };
    let token = rest.split('/').next().unwrap_or_default();
    let hash = Token::received(token).hash();
    let looked_up = act(service, move |service| service.db.read_within(GLANCE, |conn| Ok(links::exists(conn, &hash)?)));
    if looked_up.await.unwrap_or(true) {
        return Ok(());
    }
    Err(unknown_token(request.request(), service, Door::Link, token).await)
}

fn changes_something(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD)
}

/// Browsers say where a form came from. A request that says nothing comes from no browser of these years,
/// so one that carries a session all the same is refused too: nobody's program signs in with a cookie.
fn is_from_elsewhere(request: &ServiceRequest, service: &Service) -> bool {
    if let Some(site) = text(request.headers(), "sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match text(request.headers(), "origin") {
        Some(origin) => origin != service.config.origin(),
        None => cookies::read(request.request(), cookies::SESSION).is_some(),
    }
}

/// No browser packs a form, and a small packed body can unpack to more than there is memory for.
fn is_packed(headers: &HeaderMap) -> bool {
    headers.get_all(header::CONTENT_ENCODING).any(|encoding| encoding != "identity")
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests;
