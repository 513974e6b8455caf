//! Who opened a personal link: token, link, invitation, round and edition in one read.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use maud::Markup;

use crate::config::DEMO_SECRET;
use crate::domain::access::rate_limits::Door;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::{SectionProgress, section_progress};
use crate::domain::answering::sharing::share;
use crate::domain::base::tokens::Token;
use crate::domain::rounds::invitations::Section;
use crate::domain::{Area, Language};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{Conn, answers, handovers, links, sections};
use crate::web::access::unknown::unknown_token;
use crate::web::error::WebError;
use crate::web::language::Wanted;
use crate::web::replies::see;
use crate::web::{Service, Shared, act};
use crate::{editions, views};

#[cfg(test)]
mod tests;

/// What a handler of these pages answers.
pub type Answer = std::result::Result<HttpResponse, WebError>;

/// A personal link as a request brings it, before the store is asked whose it is. What a handler then reads or
/// does is done in the same way to the threads that may wait, because each such way costs as much as a query.
pub struct Visit {
    request: HttpRequest,
    service: Shared,
}

impl FromRequest for Visit {
    type Error = WebError;
    type Future = Ready<std::result::Result<Visit, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let service = request.app_data::<Shared>().cloned().or_not_found();
        ready(service.map(|service| Visit { request: request.clone(), service }).map_err(WebError::from))
    }
}

impl Visit {
    /// Whoever opened the link, with what `read` finds for them.
    ///
    /// # Errors
    /// The errors of `read`; not found where the link is unknown or has stopped.
    pub async fn read<T: Send + 'static>(
        self,
        read: impl FnOnce(&mut Conn, &Respondent) -> Result<T> + Send + 'static,
    ) -> std::result::Result<(Respondent, T), WebError> {
        self.find(move |service, token, wanted| {
            service.db.read(|conn| {
                let Some(respondent) = find(service, conn, (token, wanted))? else { return Ok(None) };
                let value = read(conn, &respondent)?;
                Ok(Some((respondent, value)))
            })
        })
        .await
    }

    /// Whoever opened the link, with the outcome of an action of theirs.
    ///
    /// # Errors
    /// Not found where the link is unknown or has stopped, and when the database fails before the action.
    pub async fn act<T: Send + 'static>(
        self,
        act: impl FnOnce(&Service, &Respondent) -> Result<T> + Send + 'static,
    ) -> std::result::Result<(Respondent, std::result::Result<T, WebError>), WebError> {
        self.find(move |service, token, wanted| {
            let found = service.db.read(|conn| find(service, conn, (token, wanted)))?;
            Ok(found.map(|respondent| {
                let outcome = act(service, &respondent).map_err(WebError::from);
                (respondent, outcome)
            }))
        })
        .await
    }

    async fn find<T: Send + 'static>(
        self,
        find: impl FnOnce(&Service, Token, Option<Language>) -> Result<Option<T>> + Send + 'static,
    ) -> std::result::Result<T, WebError> {
        let Visit { request, service } = self;
        let token = request.match_info().query("token");
        let (received, Wanted(wanted)) = (Token::received(token), Wanted::of(&request));
        match act(&service, move |service| find(service, received, wanted)).await? {
            Some(found) => Ok(found),
            None => Err(unknown_token(&request, &service, Door::Link, token).await),
        }
    }
}

/// Whose link it is; none where there never was such a link.
fn find(service: &Service, conn: &mut Conn, (token, wanted): (Token, Option<Language>)) -> Result<Option<Respondent>> {
    let hash = token.hash();
    let Some((link, invitation, round)) = links::find_working(conn, &hash)? else {
        // Nobody guesses a link that once worked, so it is told apart from those made up.
        return if links::exists(conn, &hash)? { Err(Error::LinkStopped) } else { Ok(None) };
    };
    let edition = editions::load(conn, &round.edition)?;
    let language = wanted.unwrap_or(invitation.language);
    let is_demo = service.config.secret_key.as_deref() == Some(DEMO_SECRET);
    let site = service.site.get();
    let (now, contact) = (service.now(), service.contact());
    let seconds_a_question = service.paces.of(conn, &round, now)?;
    Ok(Some(Respondent {
        token,
        link,
        invitation,
        round,
        edition,
        language,
        now,
        is_demo,
        contact,
        site,
        seconds_a_question,
        retention_months: service.config.retention_months,
    }))
}

impl FromRequest for Respondent {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = std::result::Result<Respondent, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visit = Visit::from_request(request, payload);
        Box::pin(async move { Ok(visit.await?.read(|_, _| Ok(())).await?.0) })
    }
}

/// Every section that the link opens, with its answers.
///
/// # Errors
/// Database errors.
pub fn read_progress(conn: &mut Conn, respondent: &Respondent) -> Result<Vec<SectionProgress>> {
    let mut found = sections::list_by_invitation(conn, &respondent.invitation.id)?;
    found.retain(|section| respondent.may_open(section));
    let stored = match respondent.link.section {
        Some(section) => answers::list_by_section(conn, section)?,
        None => answers::list_by_invitation(conn, &respondent.invitation.id)?,
    };
    // Most posts hand nothing over, and then nothing more is asked.
    let handed = match found.iter().any(|section| section.helper_name.is_some()) {
        true => handovers::list_open(conn, &respondent.invitation.id)?,
        false => Vec::new(),
    };
    let mut all = section_progress(&respondent.round, &respondent.edition, found, stored);
    for progress in all.iter_mut().filter(|progress| progress.is_handed_over()) {
        progress.handover = handed.iter().rfind(|handover| handover.section == progress.section.number).cloned();
    }
    // Once answers are no longer taken, nothing is asked, and each section is read on its own.
    if respondent.link.section.is_none() && respondent.closed().is_none() {
        share(&mut all);
    }
    Ok(all)
}

/// Where somebody begins to answer. Who has one section goes straight to its questions, as long as it is to be
/// answered; everybody else to an overview.
pub(super) fn first_path(conn: &mut Conn, respondent: &Respondent) -> Result<String> {
    let mut found = sections::list_by_invitation(conn, &respondent.invitation.id)?;
    found.retain(|section| respondent.may_open(section));
    let is_open = |section: &Section| respondent.is_helper() || section.is_own_draft();
    Ok(match found.as_slice() {
        [only] if is_open(only) => views::answering::respondent::section_path(only.area),
        _ => "/overblik".to_owned(),
    })
}

/// The place of an area among the sections that the link opens.
///
/// # Errors
/// `Error::NotFound` when it is not among them.
pub fn place_of(all: &[SectionProgress], area: Area) -> Result<usize> {
    all.iter().position(|progress| progress.area() == area).or_not_found()
}

/// The area in an address.
///
/// # Errors
/// `Error::NotFound` when there is none of that name.
pub fn area(word: &str) -> Result<Area> {
    word.parse().ok().or_not_found()
}

/// Keeps a helper away from what only the post itself may see.
///
/// # Errors
/// `Error::NotFound` for a helper.
pub fn only_whole(respondent: &Respondent) -> Result<()> {
    if respondent.is_helper() { Err(Error::NotFound) } else { Ok(()) }
}

/// A page.
pub fn page(status: StatusCode, page: Markup) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(page.into_string())
}

/// The way on after a change, to a path under the personal link.
pub fn see_other(respondent: &Respondent, path: &str) -> HttpResponse {
    see_other_at(&respondent.token, path)
}

/// The same where the link may have stopped.
pub fn see_other_at(token: &Token, path: &str) -> HttpResponse {
    see(&format!("/svar/{}{path}", token.as_str()))
}

/// The answer to an action's outcome; a refusal is a page of its own with the way back.
///
/// # Errors
/// Every error that is no refusal.
pub fn answer<T>(
    respondent: &Respondent,
    outcome: std::result::Result<T, WebError>,
    then: impl FnOnce(T) -> HttpResponse,
) -> Answer {
    match outcome {
        Ok(value) => Ok(then(value)),
        Err(error) => match error.cause() {
            Error::Refused(refusal) => {
                Ok(page(StatusCode::CONFLICT, views::answering::respondent::refused(respondent, refusal)))
            }
            _ => Err(error),
        },
    }
}
