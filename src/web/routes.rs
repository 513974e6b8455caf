//! The whole route table.

use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post};
use actix_web::{HttpResponse, Scope};

use super::{about, answers, assets, handovers, language, letters, sections, sessions, staff, welcome};

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
        .route("/tilgaengelighed", get().to(about::accessibility))
        .route("/was", get().to(about::was))
        .route("/privatliv", get().to(about::privacy))
        .service(respondents())
        .default_service(web::to(|| async { HttpResponse::new(StatusCode::NOT_FOUND) }));
}

/// What a personal link opens.
fn respondents() -> Scope {
    web::scope("/svar/{token}")
        .route("", get().to(welcome::show))
        .route("/start", post().to(welcome::start))
        .route("/overdragelse", get().to(handovers::whole))
        .route("/overdragelse", post().to(handovers::hand_to_successor))
        .route("/overblik", get().to(sections::overview))
        .route("/afsnit/{area}", get().to(answers::show))
        .route("/afsnit/{area}", post().to(answers::save_and_go_on))
        .route("/afsnit/{area}/kladde", post().to(answers::save_draft))
        .route("/afsnit/{area}/overdragelse", get().to(handovers::section))
        .route("/afsnit/{area}/overdragelse", post().to(handovers::hand_over))
        .route("/afsnit/{area}/hjemtagelse", post().to(handovers::take_home))
        .route("/indsend", get().to(sections::summary))
        .route("/indsendelse", post().to(sections::hand_in))
        .route("/kvittering", get().to(sections::receipt))
        .route("/tilbagetagelse", post().to(sections::take_back))
}
