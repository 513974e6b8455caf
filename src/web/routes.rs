//! The whole route table.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post};

use super::{about, assets, country, language, letters, municipalities, questions, sessions, staff};

/// Every address of the service.
pub fn routes(service: &mut ServiceConfig) {
    service
        .route("/a/{name}", get().to(assets::show))
        .route("/sprog", post().to(language::choose))
        .route("/", get().to(sessions::home))
        .route("/login", get().to(sessions::show))
        .route("/login", post().to(sessions::open))
        .route("/logout", post().to(sessions::close))
        .route("/adgang/{token}", get().to(staff::show))
        .route("/adgang/{token}", post().to(staff::set_password))
        .route("/letters", get().to(letters::list))
        .route("/letters/{id}", get().to(letters::show))
        .route("/rounds/{key}/country", get().to(country::show))
        .route("/rounds/{key}/country/{figure}.svg", get().to(country::file))
        .route("/rounds/{key}/country/scores.csv", get().to(country::scores_file))
        .route("/rounds/{key}/country/changes.csv", get().to(country::changes_file))
        .route("/rounds/{key}/municipalities/{code}", get().to(municipalities::show))
        .route("/rounds/{key}/municipalities/{code}/packages.svg", get().to(municipalities::packages_file))
        .route("/rounds/{key}/municipalities/{code}/areas.svg", get().to(municipalities::areas_file))
        .route("/rounds/{key}/municipalities/{code}/scores.csv", get().to(municipalities::scores_file))
        .route("/rounds/{key}/municipalities/{code}/changes.csv", get().to(municipalities::changes_file))
        .route("/rounds/{key}/questions", get().to(questions::list))
        .route("/rounds/{key}/questions/{question}", get().to(questions::show))
        .route("/rounds/{key}/questions/{question}/distribution.svg", get().to(questions::file))
        .route("/tilgaengelighed", get().to(about::accessibility))
        .route("/was", get().to(about::was))
        .route("/privatliv", get().to(about::privacy))
        .default_service(web::to(|| async { HttpResponse::new(StatusCode::NOT_FOUND) }));
}
