//! Programmes: the list, one with its year, its settings, and drafting its next round; administrators only.

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{programme_form as form, published_editions, see, unprocessable};
use crate::commands;
use crate::domain::base::days::day_in_denmark;
use crate::domain::catalogue::Edition;
use crate::domain::mail::letters::LetterKind;
use crate::domain::mail::timeline::{Dates, KnownLetters, timeline};
use crate::domain::rounds::population::freeze;
use crate::domain::rounds::programmes::{Programme, Season};
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::{Listed, Shown, Year};
use crate::web::access::auth::Admin;

/// `GET /programmes`
pub async fn list(service: Shared, admin: Admin) -> std::result::Result<Html, WebError> {
    let today = day_in_denmark(service.now());
    let (listed, without) = read(&service, move |conn| {
        let rounds = store::rounds::list(conn)?;
        let programmes = store::programmes::list(conn)?;
        let mut words: BTreeSet<String> = rounds.iter().map(|round| round.programme.clone()).collect();
        words.retain(|word| programmes.iter().all(|programme| programme.key != *word));
        let listed = programmes.into_iter().map(|programme| Listed {
            next: programme.next_season(today, &rounds),
            rounds: rounds.iter().filter(|round| programme.has(round)).count(),
            programme,
        });
        Ok((listed.collect::<Vec<Listed>>(), words.into_iter().collect::<Vec<String>>()))
    })
    .await?;
    Ok(Html::new(views::rounds::programmes(&admin.frame, &listed, &without)))
}

/// `GET /programmes/{key}`
pub async fn show(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let now = service.now();
    let today = day_in_denmark(now);
    let (programme, edition, years, closed) = read(&service, move |conn| {
        let programme = find(conn, &key)?;
        let found = commands::programmes::find_edition(conn, &programme)?;
        let mut rounds = store::rounds::list(conn)?;
        let season = programme.next_season(today, &rounds);
        rounds.retain(|round| programme.has(round));
        let (closed, mut under_way): (Vec<Round>, Vec<Round>) = rounds.into_iter().partition(Round::is_closed);
        under_way.reverse();
        let mut years = Vec::new();
        for round in under_way {
            years.push(year_of(conn, &programme, round, today)?);
        }
        years.push(planned_year(conn, (&programme, season), found.clone(), now)?);
        Ok((programme, found.map(|(edition, _)| edition), years, closed))
    })
    .await?;
    let edition = edition.as_deref();
    let lacking = edition.map(|edition| programme.lacking(edition)).unwrap_or_default();
    let shown = Shown { programme: &programme, edition, lacking, years, closed };
    Ok(Html::new(views::rounds::programme(&admin.frame, &shown, today)))
}

/// The year of a round that has not closed.
fn year_of(conn: &mut Conn, programme: &Programme, round: Round, today: NaiveDate) -> Result<Year> {
    let asked_on = round.opened_at.map_or(round.opens_on, |at| day_in_denmark(at).max(round.opens_on));
    let drafted_on = Some(day_in_denmark(round.created_at));
    let dates = Dates { drafted_on, opens_on: asked_on, closes_on: round.closes_on };
    let receivers = match round.status {
        RoundStatus::Open => usize::try_from(store::invitations::count_to_remind(conn, &round.id)?).unwrap_or_default(),
        _ => {
            let edition = editions::load(conn, &round.edition)?;
            receivers(conn, &round, &edition)?
        }
    };
    let queued = store::ledger::count_queued(conn, &round.id)?.into_iter().filter(|(kind, ..)| is_of_plan(*kind));
    let sent = queued.map(|(kind, at, count)| (day_in_denmark(at), kind, usize::try_from(count).unwrap_or_default()));
    let known = KnownLetters { receivers, sent: sent.collect() };
    let plan = commands::rounds::plan_of(conn, &round)?;
    let milestones = timeline(dates, &plan, &known, today);
    let season = Season { opens_on: asked_on, closes_on: round.closes_on, ..programme.next_season(today, &[]) };
    Ok(Year { round: Some(round), season, milestones })
}

/// The year that is planned and has no round yet, with as many letters as there would be today.
fn planned_year(
    conn: &mut Conn,
    (programme, season): (&Programme, Season),
    found: Option<(Arc<Edition>, String)>,
    now: NaiveDateTime,
) -> Result<Year> {
    let receivers = match found {
        None => 0,
        Some((edition, hash)) => {
            let round = programme.draft(&season, (&edition, hash), season.year.to_string(), now)?;
            receivers(conn, &round, &edition)?
        }
    };
    let dates = Dates { drafted_on: season.drafted_on, opens_on: season.opens_on, closes_on: season.closes_on };
    let known = KnownLetters { receivers, sent: Vec::new() };
    let milestones = timeline(dates, &programme.letter_plan, &known, day_in_denmark(now));
    Ok(Year { round: None, season, milestones })
}

/// How many posts a round would write to, if it opened over today's directory.
fn receivers(conn: &mut Conn, round: &Round, edition: &Edition) -> Result<usize> {
    let population = freeze(round, edition, &commands::rounds::directory(conn)?, 1);
    Ok(population.invitations.iter().filter(|invitation| !invitation.email.is_empty()).count())
}

/// Whether a letter is one that a round sends by itself or all at once, and not one that somebody asked caused.
fn is_of_plan(kind: LetterKind) -> bool {
    let is_caused = matches!(
        kind,
        LetterKind::Handover | LetterKind::HandoverDone | LetterKind::Receipt | LetterKind::ExtensionDeclined
    );
    !is_caused
}

/// What the address of the form may say.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    key: Option<String>,
}

/// `GET /programmes/new`: the usual settings, under the key of a programme that is only a word so far.
pub async fn new(service: Shared, admin: Admin, wanted: Query<Wanted>) -> std::result::Result<Html, WebError> {
    let editions = read(&service, published_editions).await?;
    let editions: Vec<&Edition> = editions.iter().map(AsRef::as_ref).collect();
    let typed = form::suggestion(wanted.into_inner().key, service.now());
    Ok(Html::new(views::rounds::new_programme(&admin.frame, &editions, &typed, &[])))
}

/// `POST /programmes`
pub async fn create(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    Form(fields): Form<Vec<(String, String)>>,
) -> std::result::Result<HttpResponse, WebError> {
    let typed = form::typed(fields);
    let language = admin.frame.language;
    let blank = Programme { key: typed.key.clone(), ..Programme::usual(service.now()) };
    let mistakes = match form::parse(&typed, blank, language) {
        Err(mistakes) => mistakes,
        Ok(programme) => {
            let (page, by) = (format!("/programmes/{}", programme.key), admin.by(&service));
            let outcome =
                act(&service, move |service| Ok(commands::programmes::create(&service.db, &programme, &by))).await?;
            match form::outcome(outcome, language)? {
                Ok(()) => return Ok(see(&page)),
                Err(mistakes) => mistakes,
            }
        }
    };
    let editions = read(&service, published_editions).await?;
    let editions: Vec<&Edition> = editions.iter().map(AsRef::as_ref).collect();
    Ok(unprocessable(&request, views::rounds::new_programme(&admin.frame, &editions, &typed, &mistakes)))
}

/// `GET /programmes/{key}/settings`
pub async fn settings(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (programme, editions) = read(&service, move |conn| Ok((find(conn, &key)?, published_editions(conn)?))).await?;
    let editions: Vec<&Edition> = editions.iter().map(AsRef::as_ref).collect();
    let typed = form::of_programme(&programme);
    Ok(Html::new(views::rounds::programme_settings(&admin.frame, (&programme, &editions), &typed, &[])))
}

/// `POST /programmes/{key}/settings`
pub async fn change(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> std::result::Result<HttpResponse, WebError> {
    let (programme, editions) = read(&service, move |conn| Ok((find(conn, &key)?, published_editions(conn)?))).await?;
    let typed = form::typed(fields);
    let language = admin.frame.language;
    let mistakes = match form::parse(&typed, programme.clone(), language) {
        Err(mistakes) => mistakes,
        Ok(changed) => {
            let (page, by) = (format!("/programmes/{}", changed.key), admin.by(&service));
            let outcome =
                act(&service, move |service| Ok(commands::programmes::update(&service.db, &changed, &by))).await?;
            match form::outcome(outcome, language)? {
                Ok(()) => return Ok(see(&page)),
                Err(mistakes) => mistakes,
            }
        }
    };
    let editions: Vec<&Edition> = editions.iter().map(AsRef::as_ref).collect();
    let page = views::rounds::programme_settings(&admin.frame, (&programme, &editions), &typed, &mistakes);
    Ok(unprocessable(&request, page))
}

/// `POST /programmes/{key}/rounds`: drafts the next round now.
pub async fn draft(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<HttpResponse, WebError> {
    let (key, by) = (key.into_inner(), admin.by(&service));
    let round = act(&service, move |service| commands::programmes::draft(&service.db, &key, &by)).await?;
    Ok(see(&format!("/rounds/{}", round.key)))
}

fn find(conn: &mut Conn, key: &str) -> Result<Programme> {
    store::programmes::find(conn, key)?.or_not_found()
}

#[cfg(test)]
mod tests;
