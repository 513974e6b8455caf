//! Everything that whoever opened a personal link is asked, and the way from one task to another.

use actix_web::web;
use serde::Deserialize;

use super::respondent::{Answer, Visit, answer, first_path, see_other_at};
use crate::commands;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::tasks::{Task, TaskState};
use crate::domain::rounds::invitations::Section;
use crate::editions;
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, links, sections, tasks};
use crate::views::answering::tasks::SeenTask;
use crate::web::Service;

/// Which task is meant.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    opgave: String,
}

/// What a link opens, as one of its holder's tasks; `sections` are all that it opens.
pub(super) fn opened(respondent: &Respondent, sections: &[Section]) -> Task {
    let section = respondent.link.section.and_then(|number| sections.iter().find(|one| one.number == number));
    Task { round: respondent.round.clone(), invitation: respondent.invitation.clone(), section: section.cloned() }
}

/// Everything that the holder of a link is asked, in the order in which it is to be done; nothing where it is only
/// what the link opens.
pub(super) fn read_tasks(conn: &mut Conn, respondent: &Respondent, opened: Task) -> Result<Vec<SeenTask>> {
    let mut all = commands::tasks::list_beside(conn, &opened, respondent.now)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let key = opened.key();
    all.push(opened);
    all.sort_by_key(|task| (!task.takes_answers(respondent.now), task.deadline(), task.key()));
    let numbers: Vec<_> = all.iter().filter_map(Task::section_number).collect();
    let begun = tasks::list_begun(conn, &numbers)?;
    let seen = |conn: &mut Conn, task: Task| {
        let edition = editions::load(conn, &task.round.edition)?;
        let area = task.section.as_ref().map(|one| edition.area_name(one.area, respondent.language).to_owned());
        let (state, is_opened) = (task.state(&begun), task.key() == key);
        Ok(SeenTask { task, area, state, is_opened })
    };
    all.into_iter().map(|task| seen(conn, task)).collect()
}

/// `POST /svar/{token}/opgave`: to what the holder of the link is asked besides it.
pub async fn open(visit: Visit, form: web::Form<Wanted>) -> Answer {
    let act = move |service: &Service, respondent: &Respondent| {
        let token = commands::tasks::open(&service.db, &respondent.token, &form.opgave, respondent.now)?;
        let path = service.db.read(|conn| {
            let (link, invitation, round) = links::find_working(conn, &token.hash())?.or_not_found()?;
            let there = Respondent { token: token.clone(), link, invitation, round, ..respondent.clone() };
            path_to(conn, &there)
        })?;
        Ok((token, path))
    };
    let (respondent, outcome) = visit.act(act).await?;
    answer(&respondent, outcome, |(token, path)| see_other_at(&token, &path))
}

/// Where a task is gone on with, or read.
fn path_to(conn: &mut Conn, there: &Respondent) -> Result<String> {
    let mut found = sections::list_by_invitation(conn, &there.invitation.id)?;
    found.retain(|section| there.may_open(section));
    let is_handed_in = opened(there, &found).state(&[]) == TaskState::HandedIn;
    Ok(match there.closed() {
        None if is_handed_in && !there.is_helper() => "/kvittering".to_owned(),
        None => first_path(conn, there)?,
        Some(_) => "/overblik".to_owned(),
    })
}
