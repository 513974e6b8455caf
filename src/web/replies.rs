//! What many forms are answered with.

use actix_web::http::{StatusCode, header};
use actix_web::web::Html;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, Responder};
use maud::Markup;

/// Sends the browser to a page after a form.
pub(crate) fn see(path: &str) -> HttpResponse {
    redirect(path).finish()
}

/// The beginnings of the same, for cookies that go with it.
pub(crate) fn redirect(path: &str) -> HttpResponseBuilder {
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, path));
    response
}

/// A form shown again with its mistakes.
pub(crate) fn unprocessable(request: &HttpRequest, page: Markup) -> HttpResponse {
    with_status(request, page, StatusCode::UNPROCESSABLE_ENTITY)
}

/// A page with a status that says how its form went.
pub(crate) fn with_status(request: &HttpRequest, page: Markup, status: StatusCode) -> HttpResponse {
    Html::new(page).customize().with_status(status).respond_to(request).map_into_boxed_body()
}
