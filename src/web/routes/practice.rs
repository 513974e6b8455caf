//! The addresses of advice and of good practice.

use actix_web::web::{ServiceConfig, get, post};

use crate::web::practice::{advice, examples, moderation, sharing};

/// Advice to a municipality about its recommendations, and the examples that municipalities share.
pub(super) fn routes(service: &mut ServiceConfig) {
    service
        .route("/rounds/{key}/municipalities/{code}/advice/{package}/{recommendation}", get().to(advice::place))
        .route("/rounds/{key}/municipalities/{code}/advice/{package}/{recommendation}", post().to(advice::write))
        .route("/rounds/{key}/municipalities/{code}/practice", get().to(sharing::list))
        .route("/rounds/{key}/municipalities/{code}/practice/{package}/{recommendation}", get().to(sharing::form))
        .route("/rounds/{key}/municipalities/{code}/practice/{package}/{recommendation}", post().to(sharing::share))
        .route("/practice", get().to(examples::list))
        .route("/practice/{id}", get().to(examples::show))
        .route("/practice/{id}/showing", post().to(moderation::show))
        .route("/practice/{id}/declining", post().to(moderation::decline))
        .route("/practice/{id}/withdrawal", post().to(moderation::withdraw))
        .route("/advice/{id}", get().to(advice::show))
        .route("/advice/{id}", post().to(advice::change))
        .route("/advice/{id}/withdrawal", post().to(advice::withdraw))
        .route("/municipalities/{code}/advice", get().to(advice::list));
}
