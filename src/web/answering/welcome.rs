//! The page that a personal link opens, and the start of answering.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::respondent::{Answer, Visit, answer, first_path, page, see_other};
use super::tasks::{opened, read_tasks};
use crate::commands::respondents;
use crate::domain::answering::answers::asked_in;
use crate::domain::answering::respondents::Respondent;
use crate::error::Result;
use crate::store::{Conn, handovers, sections};
use crate::views;
use crate::views::answering::welcome::Extent;
use crate::web::Service;

/// `GET /svar/{token}`
pub async fn show(visit: Visit) -> Answer {
    let (respondent, extent) = visit.read(read_extent).await?;
    Ok(page(StatusCode::OK, views::answering::welcome::show(&respondent, &extent)))
}

/// `POST /svar/{token}/start`
pub async fn start(visit: Visit) -> Answer {
    let start = |service: &Service, respondent: &Respondent| {
        respondents::start(&service.db, &respondent.link.token_hash, respondent.now)?;
        service.db.read(|conn| first_path(conn, respondent))
    };
    let (respondent, outcome) = visit.act(start).await?;
    answer(&respondent, outcome, |path: String| -> HttpResponse { see_other(&respondent, &path) })
}

fn read_extent(conn: &mut Conn, respondent: &Respondent) -> Result<Extent> {
    let mut found = sections::list_by_invitation(conn, &respondent.invitation.id)?;
    found.retain(|section| respondent.may_open(section));
    let asked = |area| asked_in(&respondent.round, &respondent.edition, area);
    // What several areas are asked is asked once.
    let questions = found.iter().flat_map(|section| asked(section.area)).collect::<BTreeSet<_>>().len();
    let tasks = read_tasks(conn, respondent, opened(respondent, &found))?;
    let handover = match respondent.link.section {
        Some(number) => handovers::find_open(conn, number)?,
        None => None,
    };
    Ok(Extent { sections: found, questions, handover, tasks })
}
