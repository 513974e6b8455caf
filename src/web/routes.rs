//! The whole route table.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post};

use super::{assets, language};

/// Every address of the service.
pub fn routes(service: &mut ServiceConfig) {
    service
        .route("/a/{name}", get().to(assets::show))
        .route("/sprog", post().to(language::choose))
        .default_service(web::to(|| async { HttpResponse::new(StatusCode::NOT_FOUND) }));
}
