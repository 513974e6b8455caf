//! The sections of an invitation: overview, handing in, taking back, the receipt.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::previous::previous_answers;
use super::respondent::{Answer, Visit, answer, area, only_whole, page, read_progress, see_other};
use crate::commands::sections;
use crate::commands::sections::{HandIn, HandedIn, Missing};
use crate::domain::Area;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::rounds::participation::beside_others;
use crate::error::Result;
use crate::store::{self, Conn};
use crate::views;
use crate::views::answering::sections::{Greeting, Question};
use crate::web::{Shared, act};

#[cfg(test)]
mod tests;

/// What an overview's address says.
#[derive(Debug, Deserialize)]
pub struct Arrival {
    gemt: Option<String>,
}

/// What the page before handing in is to ask about: an area, or `alle`.
#[derive(Debug, Deserialize)]
pub struct Asking {
    sporg: Option<String>,
}

/// Which section is meant: an area, or `alle`.
#[derive(Debug, Deserialize)]
pub struct Which {
    afsnit: String,
    bekraeft: Option<String>,
    indsendt: Option<i64>,
}

impl Which {
    fn area(&self) -> Result<Option<Area>> {
        area_or_all(&self.afsnit)
    }
}

fn area_or_all(word: &str) -> Result<Option<Area>> {
    if word == "alle" { Ok(None) } else { area(word).map(Some) }
}

/// Every section, for what only the post itself may see.
fn read_whole(conn: &mut Conn, respondent: &Respondent) -> Result<Vec<SectionProgress>> {
    only_whole(respondent)?;
    read_progress(conn, respondent)
}

/// `GET /svar/{token}/overblik`
pub async fn overview(visit: Visit, arrival: web::Query<Arrival>) -> Answer {
    let (respondent, all) = visit.read(read_progress).await?;
    let greeting = if arrival.gemt.is_some() { Greeting::Saved } else { Greeting::None };
    Ok(page(StatusCode::OK, views::answering::sections::overview(&respondent, &all, greeting)))
}

/// `GET /svar/{token}/indsend`
pub async fn summary(visit: Visit, asking: web::Query<Asking>) -> Answer {
    let read = |conn: &mut Conn, respondent: &Respondent| {
        let all = read_whole(conn, respondent)?;
        let areas: Vec<Area> = all.iter().map(SectionProgress::area).collect();
        Ok((previous_answers(conn, respondent, &areas)?, all))
    };
    let (respondent, (previous, all)) = visit.read(read).await?;
    let question = match asking.sporg.as_deref().map(area_or_all).transpose()? {
        Some(area) if respondent.closed().is_none() => Question::about(&all, area),
        _ => Question::None,
    };
    Ok(page(StatusCode::OK, views::answering::sections::summary(&respondent, &all, &previous, question)))
}

/// `POST /svar/{token}/indsendelse`
pub async fn hand_in(service: Shared, respondent: Respondent, form: web::Form<Which>) -> Answer {
    only_whole(&respondent)?;
    let area = form.area()?;
    let missing = if form.bekraeft.is_some() { Missing::Accepted } else { Missing::Ask };
    let visitor = respondent.clone();
    let outcome = act(&service, move |service| {
        let at = (&visitor.link.token_hash, visitor.now);
        sections::hand_in(&service.db, at, &visitor.edition, HandIn { area, missing })
    })
    .await;
    answer(&respondent, outcome, |outcome| match outcome {
        HandedIn::All => see_other(&respondent, "/kvittering"),
        HandedIn::Some => see_other(&respondent, "/overblik"),
        // A page of its own, so that Back from what follows does not ask to send the form again.
        HandedIn::Asks(_) | HandedIn::LacksReasons(_) => {
            see_other(&respondent, &format!("/indsend?sporg={}", form.afsnit))
        }
    })
}

/// `GET /svar/{token}/kvittering`
pub async fn receipt(visit: Visit) -> Answer {
    let read = |conn: &mut Conn, respondent: &Respondent| {
        let all = read_whole(conn, respondent)?;
        let (round, code) = (&respondent.round, &respondent.invitation.municipality_code);
        let counted = store::sections::count_in_municipality(conn, &round.id, code)?;
        Ok((beside_others(round, counted, all.len()), all))
    };
    let (respondent, (municipality, all)) = visit.read(read).await?;
    Ok(page(StatusCode::OK, views::answering::sections::receipt(&respondent, &all, municipality)))
}

/// `POST /svar/{token}/tilbagetagelse`
pub async fn take_back(service: Shared, respondent: Respondent, form: web::Form<Which>) -> Answer {
    only_whole(&respondent)?;
    let (area, stamp) = (area(&form.afsnit)?, form.indsendt);
    let visitor = respondent.clone();
    let outcome = act(&service, move |service| {
        sections::take_back(&service.db, (&visitor.link.token_hash, visitor.now), area, stamp)
    })
    .await;
    answer(&respondent, outcome, |()| see_other(&respondent, &views::answering::respondent::section_path(area)))
}
