//! The pages of errors: every failed request gets one in the visitor's language.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpRequest, web};
use maud::Markup;

use super::Shared;
use super::access::auth::Anybody;
use super::api;
use super::error::WebError;
use super::language::Wanted;
use super::observed::RequestId;
use crate::domain::Language;
use crate::domain::site::Site;
use crate::error::Error;
use crate::views;
use crate::views::shell::Frame;

/// Gives every error response without a page of its own one in the visitor's language, and logs what is
/// ours to mend, once.
pub async fn pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return Ok(response);
    }
    let route = response.request().match_pattern().unwrap_or_default();
    // Health says itself what it found.
    if status.is_server_error() && !route.starts_with("/health/") {
        let cause = response.response().error().map(ToString::to_string).unwrap_or_default();
        tracing::error!(route, status = status.as_u16(), cause, "a request failed");
    }
    if api::is_for_programs(response.request().path()) {
        return Ok(api::problems::with_problem(response));
    }
    let frame = error_frame(response.request(), status).await;
    Ok(with_page(response, &frame))
}

/// The frame of an error's page: a signed-in account keeps its menu. Personal links know no accounts, and
/// after a failure of ours nothing more is asked of the store.
async fn error_frame(request: &HttpRequest, status: StatusCode) -> Frame {
    let bare = Frame::bare(Wanted::of(request).language(), site(request));
    let is_personal = ["/svar/", "/adgang/"].iter().any(|links| request.path().starts_with(links));
    if status.is_server_error() || is_personal {
        return bare;
    }
    match Anybody::extract(request).await {
        // The page repeats nothing of an address that it may know nothing about.
        Ok(Anybody(frame)) if frame.staff.is_some() => Frame { path: bare.path, ..frame },
        _ => bare,
    }
}

/// An error response with a page. What has one already, or answers a script, stays as it is; a library's
/// bare words do not.
pub fn with_page(response: ServiceResponse<BoxBody>, frame: &Frame) -> ServiceResponse<BoxBody> {
    let (language, status) = (frame.language, response.status());
    let cause = response.response().error().and_then(|error| error.as_error::<WebError>()).map(WebError::cause);
    let body = match cause {
        Some(Error::Refused(refusal)) => views::errors::refused(refusal, frame),
        Some(Error::LinkStopped) => link_stopped(response.request(), language),
        _ if response.response().error().is_none() && is_for_people_or_script(&response) => return response,
        _ if status.is_server_error() => {
            let bare = Frame::bare(language, frame.site.clone());
            views::errors::failure(status.as_u16(), &RequestId::of(response.request()).0, &bare)
        }
        _ => views::errors::status(status.as_u16(), frame),
    };
    let (request, mut response) = response.into_parts();
    // The body before may have been packed; this one is not.
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    ServiceResponse::new(request, response.set_body(BoxBody::new(web::Bytes::from(body.into_string()))))
}

fn link_stopped(request: &HttpRequest, language: Language) -> Markup {
    let contact = request.app_data::<Shared>().map(|service| service.contact()).unwrap_or_default();
    let home = format!("/svar/{}", request.match_info().query("token"));
    views::errors::link_stopped(&Frame::of_link(language, site(request), &home), &contact)
}

/// The site as it was read last.
pub(crate) fn site(request: &HttpRequest) -> Arc<Site> {
    request.app_data::<Shared>().map(|service| service.site.get()).unwrap_or_default()
}

fn is_for_people_or_script(response: &ServiceResponse<BoxBody>) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| !kind.starts_with("text/plain"))
}
