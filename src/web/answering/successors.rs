//! Handing everything to the post's new holder.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::respondent::{Answer, answer, only_whole, page, see_other, see_other_at};
use crate::commands::{handovers, respondents};
use crate::domain::answering::respondents::{Colleague, Respondent};
use crate::domain::base::tokens::Token;
use crate::error::Error;
use crate::store::links;
use crate::views;
use crate::views::answering::successors::Attempt;
use crate::views::shell::Frame;
use crate::web::error::WebError;
use crate::web::language::Wanted;
use crate::web::{Shared, act, read};

fn parse(name: String, email: String) -> Result<Colleague, Attempt> {
    Colleague::parse(&name, &email).map_err(|faults| Attempt { name, email, faults })
}

/// A successor as the address names one, before anything is done.
#[derive(Debug, Deserialize)]
pub struct Named {
    navn: Option<String>,
    mail: Option<String>,
}

/// `GET /svar/{token}/overdragelse`: the form, and with name and address the question whether they are right.
pub async fn whole(respondent: Respondent, named: web::Query<Named>) -> Answer {
    only_whole(&respondent)?;
    let Named { navn, mail } = named.into_inner();
    let open = respondent.closed().map_or(Ok(()), |refusal| Err(refusal.into()));
    answer(&respondent, open, |()| match (navn, mail) {
        (None, None) => page(StatusCode::OK, views::answering::successors::whole(&respondent, &Attempt::default())),
        (navn, mail) => match parse(navn.unwrap_or_default(), mail.unwrap_or_default()) {
            Ok(successor) => page(StatusCode::OK, views::answering::successors::whole_asked(&respondent, &successor)),
            Err(attempt) => {
                page(StatusCode::UNPROCESSABLE_ENTITY, views::answering::successors::whole(&respondent, &attempt))
            }
        },
    })
}

/// A successor as the page that shows name and address sends one on.
#[derive(Debug, Deserialize)]
pub struct Confirmed {
    navn: String,
    mail: String,
    /// Only there where somebody has seen the two and said yes.
    #[serde(default)]
    bekraeftet: String,
}

/// `POST /svar/{token}/overdragelse`: without a yes it asks, and nothing is done.
pub async fn hand_to_successor(
    service: Shared,
    visitor: Result<Respondent, WebError>,
    request: HttpRequest,
    form: web::Form<Confirmed>,
) -> Answer {
    let Confirmed { navn, mail, bekraeftet } = form.into_inner();
    let parsed = parse(navn, mail);
    let respondent = match (visitor, &parsed) {
        (Ok(respondent), _) => respondent,
        (Err(error), Ok(successor)) if matches!(error.cause(), Error::LinkStopped) => {
            return repeated(&service, &request, successor, error).await;
        }
        (Err(error), _) => return Err(error),
    };
    only_whole(&respondent)?;
    let successor = match parsed {
        Ok(successor) => successor,
        Err(attempt) => {
            return Ok(page(
                StatusCode::UNPROCESSABLE_ENTITY,
                views::answering::successors::whole(&respondent, &attempt),
            ));
        }
    };
    if bekraeftet != views::answering::successors::YES {
        let open = respondent.closed().map_or(Ok(()), |refusal| Err(refusal.into()));
        return answer(&respondent, open, |()| {
            page(StatusCode::UNPROCESSABLE_ENTITY, views::answering::successors::whole_asked(&respondent, &successor))
        });
    }
    let (visitor, to) = (respondent.clone(), successor.clone());
    let outcome = act(&service, move |service| {
        respondents::hand_to_successor(&service.db, &visitor.link.token_hash, &to, visitor.now)
    })
    .await;
    match outcome {
        Err(error) if matches!(error.cause(), Error::NotFound) => repeated(&service, &request, &successor, error).await,
        outcome => answer(&respondent, outcome, |()| see_other(&respondent, DONE)),
    }
}

/// The last page's place under a link that has just stopped.
const DONE: &str = "/videresendt";

/// The way to the last page once more, where the same form has just stopped its own link; `error` otherwise.
async fn repeated(service: &Shared, request: &HttpRequest, successor: &Colleague, error: WebError) -> Answer {
    match handed_on(service, request).await? {
        Some((name, email)) if (&name, &email) == (&successor.name, &successor.email) => {
            Ok(see_other_at(&token(request), DONE))
        }
        _ => Err(error),
    }
}

/// `GET /svar/{token}/videresendt`: the last page of somebody who was not the right one, for a few minutes.
pub async fn done(service: Shared, visitor: Result<Respondent, WebError>, request: HttpRequest) -> Answer {
    let error = visitor.err().unwrap_or_else(|| Error::NotFound.into());
    if !matches!(error.cause(), Error::LinkStopped) {
        return Err(error);
    }
    let (name, _) = handed_on(&service, &request).await?.ok_or(error)?;
    let home = format!("/svar/{}", token(&request).as_str());
    let frame = Frame::of_link(Wanted::of(&request).language(), service.site.get(), &home);
    Ok(page(StatusCode::OK, views::answering::successors::whole_done(&frame, &name)))
}

fn token(request: &HttpRequest) -> Token {
    Token::received(request.match_info().query("token"))
}

/// Who holds now what the address' link opened until a few minutes ago.
async fn handed_on(service: &Shared, request: &HttpRequest) -> Result<Option<(String, String)>, WebError> {
    let (hash, since) = (token(request).hash(), service.now() - handovers::REPEAT);
    read(service, move |conn| Ok(links::find_handed_on(conn, &hash, since)?)).await
}
