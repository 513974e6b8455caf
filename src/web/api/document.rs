//! The document of the API (OpenAPI 3.1), made from the handlers and the structs that they answer with.

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse};
use utoipa::openapi::OpenApi as Written;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::answers::Answer;
use super::parameters::SpokenLanguage;
use super::{figures, lists, people};
use crate::api::Problem;
use crate::web::Shared;

/// Made once: it is the same for everybody.
static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    // Nothing fails in writing to memory.
    serde_json::to_vec_pretty(&document()).unwrap_or_default()
});

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Pejlemærke",
        version = "1",
        description = "How far Danish municipalities have carried out the prevention packages. Everything is read \
            with GET and nothing is changed. A token is made on the page of one's own account; it reads what its \
            owner may see. Lists come in pages: send `next` as `after`. Figures that could tell of a single \
            municipality are held back, and `reason` says so. An `ETag` sent back as `If-None-Match` is answered \
            with 304 while nothing has changed."
    ),
    paths(
        lists::editions, lists::questions, lists::rounds, lists::municipalities,
        figures::scores, figures::changes, figures::distributions, people::status, people::comments,
    ),
    components(schemas(Problem, SpokenLanguage)),
    security(("token" = []), ("password" = [])),
    modifiers(&Credentials),
)]
struct Document;

/// How a token is sent.
struct Credentials;

impl Modify for Credentials {
    fn modify(&self, document: &mut Written) {
        let scheme = |scheme: HttpAuthScheme, description: &str| {
            SecurityScheme::Http(HttpBuilder::new().scheme(scheme).description(Some(description)).build())
        };
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", scheme(HttpAuthScheme::Bearer, "The token."));
        let password = "The token as the password of any name, for spreadsheets that ask for both.";
        components.add_security_scheme("password", scheme(HttpAuthScheme::Basic, password));
    }
}

/// The document.
pub fn document() -> Written {
    Document::openapi()
}

/// `GET /api/v1/openapi.json`: for everybody, because it tells no figure.
pub async fn show(request: HttpRequest, service: Shared) -> HttpResponse {
    Answer::written(BYTES.clone(), None).respond(&request, &service)
}
