//! The addresses of leaders and colleagues.

use actix_web::Scope;
use actix_web::web::{self, get, post};

use crate::web::answering::{
    answers, deadline_calendar, extension_requests, handovers, questionnaire, results, sections, successors, tasks,
    welcome,
};

/// What a personal link opens.
pub(super) fn routes() -> Scope {
    web::scope("/svar/{token}")
        .route("/afsnit/{area}/kladde", post().to(answers::save_draft))
        .route("/afsnit/{area}", get().to(answers::show))
        .route("/afsnit/{area}", post().to(answers::save_and_go_on))
        .route("", get().to(welcome::show))
        .route("/start", post().to(welcome::start))
        .route("/opgave", post().to(tasks::open))
        .route("/overdragelse", get().to(successors::whole))
        .route("/overdragelse", post().to(successors::hand_to_successor))
        .route("/videresendt", get().to(successors::done))
        .route("/overdraget", get().to(handovers::handed))
        .route("/overblik", get().to(sections::overview))
        .route("/udskrift", get().to(questionnaire::show))
        .route("/frist.ics", get().to(deadline_calendar::show))
        .route("/mere-tid", get().to(extension_requests::show))
        .route("/mere-tid", post().to(extension_requests::ask))
        .route("/afsnit/{area}/overdragelse", get().to(handovers::section))
        .route("/afsnit/{area}/overdragelse", post().to(handovers::hand_over))
        .route("/afsnit/{area}/hjemtagelse", post().to(handovers::take_home))
        .route("/afsnit/{area}/faerdig", get().to(handovers::finished))
        .route("/afsnit/{area}/faerdig", post().to(handovers::finish))
        .route("/indsend", get().to(sections::summary))
        .route("/indsendelse", post().to(sections::hand_in))
        .route("/resultat", get().to(results::show))
        .route("/kvittering", get().to(sections::receipt))
        .route("/tilbagetagelse", post().to(sections::take_back))
}
