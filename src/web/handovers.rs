//! Handing a section to a colleague and taking it back; handing everything to the post's new holder.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::error::WebError;
use super::language::Wanted;
use super::respondent::{Answer, answer, area, only_whole, page, place_of, read_standings, see_other};
use super::{Shared, act, read};
use crate::actions::{respondents, sections};
use crate::domain::Area;
use crate::domain::invitations::Section;
use crate::domain::refusals::Refusal;
use crate::domain::respondents::{Colleague, Respondent};
use crate::domain::tokens::Token;
use crate::error::Error;
use crate::store::links;
use crate::views;
use crate::views::handovers::Attempt;
use crate::views::respondent::section_path;

#[cfg(test)]
mod tests;

/// A colleague as somebody wrote it.
#[derive(Debug, Deserialize)]
pub struct Form {
    navn: String,
    mail: String,
}

impl Form {
    fn parse(self) -> Result<Colleague, Attempt> {
        Colleague::parse(&self.navn, &self.mail).map_err(|faults| Attempt { name: self.navn, email: self.mail, faults })
    }
}

/// The section, where it can be handed over: by the post itself, while it is a draft.
async fn read_section(service: &Shared, respondent: &Respondent, area: Area) -> Result<Section, WebError> {
    only_whole(respondent)?;
    let visitor = respondent.clone();
    read(service, move |conn| {
        let mut all = read_standings(conn, &visitor)?;
        let section = all.swap_remove(place_of(&all, area)?).section;
        if let Some(refusal) = visitor.closed() {
            return Err(refusal.into());
        }
        if section.handed_in_at.is_some() {
            return Err(Error::Refused(Refusal::HandedIn));
        }
        Ok(section)
    })
    .await
}

/// `GET /svar/{token}/afsnit/{area}/overdragelse`
pub async fn section(service: Shared, respondent: Respondent, path: web::Path<(String, String)>) -> Answer {
    let found = read_section(&service, &respondent, area(&path.1)?).await;
    answer(&respondent, found, |section| {
        page(StatusCode::OK, views::handovers::section(&respondent, &section, &Attempt::default()))
    })
}

/// `POST /svar/{token}/afsnit/{area}/overdragelse`
pub async fn hand_over(
    service: Shared,
    respondent: Respondent,
    path: web::Path<(String, String)>,
    form: web::Form<Form>,
) -> Answer {
    let area = area(&path.1)?;
    let found = read_section(&service, &respondent, area).await;
    let colleague = match form.into_inner().parse() {
        Ok(colleague) => colleague,
        Err(attempt) => {
            return answer(&respondent, found, |section| {
                page(StatusCode::UNPROCESSABLE_ENTITY, views::handovers::section(&respondent, &section, &attempt))
            });
        }
    };
    let visitor = respondent.clone();
    let outcome = act(&service, move |service| {
        sections::hand_over(&service.db, (&visitor.link.token_hash, visitor.now), area, &colleague)
    })
    .await;
    answer(&respondent, outcome, |()| see_other(&respondent, "/overblik"))
}

/// `POST /svar/{token}/afsnit/{area}/hjemtagelse`
pub async fn take_home(service: Shared, respondent: Respondent, path: web::Path<(String, String)>) -> Answer {
    let area = area(&path.1)?;
    let visitor = respondent.clone();
    let outcome =
        act(&service, move |service| sections::take_home(&service.db, (&visitor.link.token_hash, visitor.now), area))
            .await;
    answer(&respondent, outcome, |()| see_other(&respondent, &section_path(area)))
}

/// `GET /svar/{token}/overdragelse`
pub async fn whole(respondent: Respondent) -> Answer {
    only_whole(&respondent)?;
    let attempt = Attempt::default();
    let open = respondent.closed().map_or(Ok(()), |refusal| Err(refusal.into()));
    answer(&respondent, open, |()| page(StatusCode::OK, views::handovers::whole(&respondent, &attempt)))
}

/// `POST /svar/{token}/overdragelse`
pub async fn hand_to_successor(
    service: Shared,
    visitor: Result<Respondent, WebError>,
    request: HttpRequest,
    form: web::Form<Form>,
) -> Answer {
    let parsed = form.into_inner().parse();
    let respondent = match (visitor, &parsed) {
        (Ok(respondent), _) => respondent,
        (Err(error), Ok(successor)) if matches!(error.cause(), Error::NotFound) => {
            return repeated(&service, &request, successor, error).await;
        }
        (Err(error), _) => return Err(error),
    };
    only_whole(&respondent)?;
    let successor = match parsed {
        Ok(successor) => successor,
        Err(attempt) => {
            return Ok(page(StatusCode::UNPROCESSABLE_ENTITY, views::handovers::whole(&respondent, &attempt)));
        }
    };
    let (visitor, to) = (respondent.clone(), successor.clone());
    let outcome = act(&service, move |service| {
        respondents::hand_to_successor(&service.db, &visitor.link.token_hash, &to, visitor.now)
    })
    .await;
    match outcome {
        Err(error) if matches!(error.cause(), Error::NotFound) => repeated(&service, &request, &successor, error).await,
        // The link has stopped working, so the last page can't be one of its own.
        outcome => answer(&respondent, outcome, |()| {
            page(StatusCode::OK, views::handovers::whole_done(respondent.language, &successor))
        }),
    }
}

/// The last page once more, where the same form has just stopped its own link; `error` otherwise.
async fn repeated(service: &Shared, request: &HttpRequest, successor: &Colleague, error: WebError) -> Answer {
    let hash = Token::received(request.match_info().query("token")).hash();
    let (to, since) = (successor.clone(), service.now() - sections::REPEAT);
    let is_repeat =
        read(service, move |conn| Ok(links::exists_handed_on(conn, &hash, (&to.name, &to.email), since)?)).await?;
    if !is_repeat {
        return Err(error);
    }
    let language = Wanted::of(request).language();
    Ok(page(StatusCode::OK, views::handovers::whole_done(language, successor)))
}
