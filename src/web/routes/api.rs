//! The addresses of the API.

use actix_web::Scope;
use actix_web::web::{self, get};

use crate::web::api::{document, figures, lists, people};

/// Figures for programs.
pub(super) fn figures() -> Scope {
    web::scope("/api/v1")
        .route("/openapi.json", get().to(document::show))
        .route("/editions", get().to(lists::editions))
        .route("/editions/{edition}/questions", get().to(lists::questions))
        .route("/rounds", get().to(lists::rounds))
        .route("/municipalities", get().to(lists::municipalities))
        .route("/rounds/{key}/scores", get().to(figures::scores))
        .route("/rounds/{key}/changes", get().to(figures::changes))
        .route("/rounds/{key}/distributions", get().to(figures::distributions))
        .route("/rounds/{key}/status", get().to(people::status))
        .route("/rounds/{key}/comments", get().to(people::comments))
}
