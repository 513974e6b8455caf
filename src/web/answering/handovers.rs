//! Handing sections to a colleague, what became of them, and taking them back; a colleague who is done.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::respondent::{Answer, answer, area, only_whole, page, place_of, read_progress, see_other, see_other_at};
use crate::commands::handovers;
use crate::domain::Area;
use crate::domain::answering::handovers::{Handover, HandoverDraft};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::base::addresses::is_same_mailbox;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::answering::handovers::{Attempt, YES};
use crate::views::answering::respondent::section_path;
use crate::views::shell::Frame;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::language::Wanted;
use crate::web::{Shared, act, read};

#[cfg(test)]
mod tests;

/// What is handed over, as somebody typed it.
#[derive(Debug, Default)]
struct Typed {
    attempt: Attempt,
    is_confirmed: bool,
}

impl Typed {
    /// The form of a section's page: the section in the address, and those that are ticked beside it.
    fn of(Fields(sent): Fields, own: Area) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.attempt.areas.push(own);
        for (name, value) in sent {
            match name.as_str() {
                "navn" => typed.attempt.name = value,
                "mail" => typed.attempt.email = value,
                "besked" => typed.attempt.note = value,
                "ingen_cpr" => typed.attempt.is_no_cpr = value == YES,
                "bekraeftet" => typed.is_confirmed = value == YES,
                "afsnit" => {
                    let other = area(&value)?;
                    if !typed.attempt.areas.contains(&other) {
                        typed.attempt.areas.push(other);
                    }
                }
                _ => {}
            }
        }
        Ok(typed)
    }

    fn parse(&mut self) -> Option<HandoverDraft> {
        let Attempt { name, email, note, is_no_cpr, .. } = &self.attempt;
        match HandoverDraft::parse((name, email), note, *is_no_cpr) {
            Ok(draft) => Some(draft),
            Err(faults) => {
                self.attempt.faults = faults;
                None
            }
        }
    }
}

/// What the page of a handover is drawn from: every section that the link opens, the place of the one that is asked
/// for, and what became of it.
type Read = (Vec<SectionProgress>, usize, Vec<Handover>);

/// The section, where it can be handed over: while it is a draft.
async fn read_section(service: &Shared, respondent: &Respondent, area: Area) -> std::result::Result<Read, WebError> {
    let visitor = respondent.clone();
    read(service, move |conn| {
        let all = read_progress(conn, &visitor)?;
        let current = place_of(&all, area)?;
        if let Some(refusal) = visitor.closed() {
            return Err(refusal.into());
        }
        if all[current].is_handed_in() {
            return Err(Error::Refused(Refusal::HandedIn));
        }
        let history = store::handovers::list_by_section(conn, all[current].section.number)?;
        Ok((all, current, history))
    })
    .await
}

/// What the address of the page may ask for: the form with what was sent, to be put right.
#[derive(Debug, Deserialize)]
pub struct Correcting {
    ret: Option<String>,
}

/// `GET /svar/{token}/afsnit/{area}/overdragelse`
pub async fn section(
    service: Shared,
    respondent: Respondent,
    path: web::Path<(String, String)>,
    correcting: web::Query<Correcting>,
) -> Answer {
    let found = read_section(&service, &respondent, area(&path.1)?).await;
    answer(&respondent, found, |(all, current, history)| {
        let attempt = match (&correcting.ret, &all[current].handover) {
            (Some(_), Some(handover)) => Attempt::of(handover, &all),
            _ => Attempt::default(),
        };
        page(StatusCode::OK, views::answering::handovers::section(&respondent, (&all, current), &history, &attempt))
    })
}

/// `POST /svar/{token}/afsnit/{area}/overdragelse`. A colleague's own link stops by it, so a colleague is asked once
/// more whether name and address are right.
pub async fn hand_over(
    service: Shared,
    visitor: std::result::Result<Respondent, WebError>,
    request: HttpRequest,
    form: web::Form<Fields>,
) -> Answer {
    let area = area(request.match_info().query("area"))?;
    let mut typed = Typed::of(form.into_inner(), area)?;
    let respondent = match visitor {
        Ok(respondent) => respondent,
        Err(error) => return repeated(&service, &request, &typed.attempt, error).await,
    };
    let draft = typed.parse();
    let Some(draft) = draft.filter(|_| !respondent.is_helper() || typed.is_confirmed) else {
        let found = read_section(&service, &respondent, area).await;
        let is_faulty = typed.attempt.is_faulty();
        return answer(&respondent, found, |(all, current, history)| {
            let shown = match is_faulty {
                true => views::answering::handovers::section(&respondent, (&all, current), &history, &typed.attempt),
                false => views::answering::handovers::asked(&respondent, &all[current], &typed.attempt),
            };
            page(StatusCode::UNPROCESSABLE_ENTITY, shown)
        });
    };
    let (visitor, areas) = (respondent.clone(), typed.attempt.areas.clone());
    let outcome = act(&service, move |service| {
        handovers::hand_over(&service.db, (&visitor.link.token_hash, visitor.now), &areas, &draft)
    })
    .await;
    match outcome {
        Err(error) if is_about_address(error.cause()) => {
            if let Error::Refused(refusal) = error.cause() {
                typed.attempt.refuse(refusal.clone());
            }
            let found = read_section(&service, &respondent, area).await;
            answer(&respondent, found, |(all, current, history)| {
                let shown = (&all[..], current);
                page(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    views::answering::handovers::section(&respondent, shown, &history, &typed.attempt),
                )
            })
        }
        Err(error) if matches!(error.cause(), Error::NotFound) => {
            repeated(&service, &request, &typed.attempt, error).await
        }
        outcome => answer(&respondent, outcome, |()| see_other(&respondent, DONE)),
    }
}

fn is_about_address(error: &Error) -> bool {
    matches!(error, Error::Refused(Refusal::HandedToOneself | Refusal::HandedToAccountable))
}

/// The place of the page that says what was sent where.
const DONE: &str = "/overdraget";

/// The way to that page once more, where the same form has just stopped its own link; `error` otherwise.
async fn repeated(service: &Shared, request: &HttpRequest, attempt: &Attempt, error: WebError) -> Answer {
    match handed_on(service, request).await? {
        Some(handover) if (&handover.name, &handover.email) == (&attempt.name, &attempt.email) => {
            Ok(see_other_at(&token(request), DONE))
        }
        _ => Err(error),
    }
}

fn token(request: &HttpRequest) -> Token {
    Token::received(request.match_info().query("token"))
}

/// Who has now what the address' link, which a colleague held, opened until a few minutes ago.
async fn handed_on(service: &Shared, request: &HttpRequest) -> std::result::Result<Option<Handover>, WebError> {
    let (hash, since) = (token(request).hash(), service.now() - handovers::REPEAT);
    read(service, move |conn| {
        let Some(section) = store::links::find_stopped_section(conn, &hash, since)? else { return Ok(None) };
        let newest = store::handovers::find_open(conn, section)?;
        Ok(newest.filter(|handover| handover.handed_at > since))
    })
    .await
}

/// `GET /svar/{token}/overdraget`: what was sent last, and to which address, so that a slip is seen.
pub async fn handed(
    service: Shared,
    visitor: std::result::Result<Respondent, WebError>,
    request: HttpRequest,
) -> Answer {
    let respondent = match visitor {
        Ok(respondent) => respondent,
        Err(error) if matches!(error.cause(), Error::LinkStopped) => {
            let handover = handed_on(&service, &request).await?.ok_or(error)?;
            let home = format!("/svar/{}", token(&request).as_str());
            let frame = Frame::of_link(Wanted::of(&request).language(), service.site.get(), &home);
            return Ok(page(StatusCode::OK, views::answering::handovers::handed_on(&frame, &handover)));
        }
        Err(error) => return Err(error),
    };
    let visitor = respondent.clone();
    let sent = read(&service, move |conn| {
        let all = store::handovers::list_given(conn, &visitor.invitation.id)?;
        let own = mailbox(conn, &visitor)?;
        let is_own = |from: &str| is_same_mailbox(from, &own) || (from.is_empty() && own.is_empty());
        let own: Vec<_> = all.into_iter().filter(|(row, _)| is_own(&row.from_email)).collect();
        let newest = own.iter().map(|(row, _)| row.handed_at).max().or_not_found()?;
        Ok(own.into_iter().filter(|(row, _)| row.handed_at == newest).collect::<Vec<_>>())
    })
    .await?;
    Ok(page(StatusCode::OK, views::answering::handovers::handed(&respondent, &sent)))
}

/// The address of whoever holds the link.
fn mailbox(conn: &mut Conn, respondent: &Respondent) -> Result<String> {
    Ok(match respondent.link.section {
        Some(number) => store::sections::find(conn, number)?.or_not_found()?.helper_mailbox().to_owned(),
        None => respondent.invitation.email.clone(),
    })
}

/// `POST /svar/{token}/afsnit/{area}/hjemtagelse`
pub async fn take_home(service: Shared, respondent: Respondent, path: web::Path<(String, String)>) -> Answer {
    only_whole(&respondent)?;
    let area = area(&path.1)?;
    let visitor = respondent.clone();
    let outcome =
        act(&service, move |service| handovers::take_home(&service.db, (&visitor.link.token_hash, visitor.now), area))
            .await;
    answer(&respondent, outcome, |()| see_other(&respondent, &section_path(area)))
}

/// `POST /svar/{token}/afsnit/{area}/faerdig`: a colleague is done.
pub async fn finish(service: Shared, respondent: Respondent, path: web::Path<(String, String)>) -> Answer {
    let area = area(&path.1)?;
    let visitor = respondent.clone();
    let outcome =
        act(&service, move |service| handovers::finish(&service.db, (&visitor.link.token_hash, visitor.now), area))
            .await;
    answer(&respondent, outcome, |()| see_other(&respondent, &format!("{}/faerdig", section_path(area))))
}

/// `GET /svar/{token}/afsnit/{area}/faerdig`: what happens now.
pub async fn finished(service: Shared, respondent: Respondent, path: web::Path<(String, String)>) -> Answer {
    let area = area(&path.1)?;
    let visitor = respondent.clone();
    let section = read(&service, move |conn| {
        let mut all = read_progress(conn, &visitor)?;
        let section = all.swap_remove(place_of(&all, area)?);
        let is_done = section.handover.as_ref().is_some_and(|handover| handover.done_at.is_some());
        if visitor.is_helper() && is_done { Ok(section) } else { Err(Error::NotFound) }
    })
    .await?;
    Ok(page(StatusCode::OK, views::answering::handovers::finished(&respondent, &section)))
}
