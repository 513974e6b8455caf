//! The whole route table.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post};

use super::{assets, catalogue, language, rounds};

/// Every address of the service.
pub fn routes(service: &mut ServiceConfig) {
    service
        .route("/a/{name}", get().to(assets::show))
        .route("/sprog", post().to(language::choose))
        .route("/catalogue", get().to(catalogue::editions))
        .route("/catalogue/{edition}", get().to(catalogue::edition))
        .route("/catalogue/{edition}/{package}", get().to(catalogue::package))
        .route("/catalogue/{from}/crosswalk/{to}", get().to(catalogue::crosswalk))
        .route("/catalogue/{edition}/{package}/{recommendation}", get().to(catalogue::recommendation))
        .route("/rounds", get().to(rounds::list))
        .route("/rounds", post().to(rounds::create))
        .route("/rounds/new", get().to(rounds::new))
        .route("/rounds/{key}", get().to(rounds::show))
        .route("/rounds/{key}/preparation", get().to(rounds::steps::preparation))
        .route("/rounds/{key}/opening", get().to(rounds::steps::opening))
        .route("/rounds/{key}/opening", post().to(rounds::steps::open))
        .route("/rounds/{key}/schedule", post().to(rounds::steps::schedule))
        .route("/rounds/{key}/closing", get().to(rounds::steps::closing))
        .route("/rounds/{key}/closing", post().to(rounds::steps::close))
        .route("/rounds/{key}/municipalities/{code}/status", get().to(rounds::posts::status))
        .route("/rounds/{key}/posts/{invitation}/extension", get().to(rounds::posts::extension))
        .route("/rounds/{key}/posts/{invitation}/extension", post().to(rounds::posts::extend))
        .default_service(web::to(|| async { HttpResponse::new(StatusCode::NOT_FOUND) }));
}
