//! Every table of a dashboard as a workbook and as CSV, with names, regions and what its columns are.

use std::collections::HashMap;

use actix_web::web::{Path, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Deserialize;

use super::downloads::{Download, FileForm, file};
use super::{country, movements, municipalities, questions, streamed, trends};
use crate::domain::access::staff::Scope;
use crate::domain::dashboards::movements::Movements;
use crate::domain::dashboards::tables::{change_lines, score_lines};
use crate::domain::scoring::comparison::{CountryChanges, compare_country};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::score_country;
use crate::editions;
use crate::error::{Error, Result};
use crate::files::cells::Dialect;
use crate::files::grids::{self, answers, changes, movements as ranked, nation, participation, scores, trend};
use crate::store;
use crate::views::shell::Frame;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, draw, read};

type Made = std::result::Result<Download, WebError>;

/// A table of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoundTable {
    /// Scores of municipalities and of the nation.
    Scores,
    /// Their paired changes.
    Changes,
    /// The nation's figures as the country's page shows them.
    Figures,
    /// The nation over rounds.
    Trend,
    /// What has moved most.
    Movements,
    /// Who has answered.
    Status,
    /// Every answer.
    Answers,
}

/// A table of a municipality in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MunicipalityTable {
    /// Its scores.
    Scores,
    /// Its paired changes.
    Changes,
    /// Its scores over rounds.
    Trend,
}

/// A table of a question in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionTable {
    /// How the nation's answers spread.
    Distribution,
    /// The answers of the municipalities that the reader may see.
    Answers,
}

/// `GET /rounds/{key}/tables/{table}.{form}`
pub async fn of_round(
    (service, visitor, request): (Shared, Visitor, HttpRequest),
    path: Path<(String, RoundTable, FileForm)>,
    (asked, ranked): (Query<country::Asked>, Query<movements::Asked>),
) -> std::result::Result<HttpResponse, WebError> {
    let (round, table, form) = path.into_inner();
    let made = match table {
        RoundTable::Scores => country_scores(&service, visitor, round, form).await?,
        RoundTable::Changes => country_changes(&service, visitor, round, form).await?,
        RoundTable::Figures => country_figures(&service, visitor, (round, form), asked).await?,
        RoundTable::Trend => {
            let counted = trends::load_country(&service, &visitor, round).await?;
            draw(move || trend_file(&counted, form, &visitor.frame)).await?
        }
        RoundTable::Movements => {
            let counted = country::load(&service, &visitor, round).await?;
            draw(move || movements_file(&movements::page(&counted, &ranked), form, &visitor.frame)).await?
        }
        RoundTable::Status => status(&service, visitor, round, form).await?,
        RoundTable::Answers => return all_answers(&service, visitor, round, form).await,
    };
    Ok(made.respond_to(&request))
}

/// `GET /rounds/{key}/municipalities/{code}/tables/{table}.{form}`
pub async fn of_municipality(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, MunicipalityTable, FileForm)>,
) -> Made {
    let (round, code, table, form) = path.into_inner();
    if table == MunicipalityTable::Trend {
        let counted = trends::load_municipality(&service, &visitor, (round, code)).await?;
        return draw(move || trend_file(&counted, form, &visitor.frame)).await;
    }
    let counted = municipalities::find(&service, &visitor, (round, code)).await?;
    draw(move || {
        let (compared, seen) = (&counted.compared, counted.scope());
        if table == MunicipalityTable::Scores {
            return score_file((&counted.file("scores"), form), &visitor.frame, compared, &seen);
        }
        let figures = compare_country(&compared.comparison);
        change_file((&counted.file("changes"), form), &visitor.frame, (compared, &figures), &seen)
    })
    .await
}

/// `GET /rounds/{key}/questions/{question}/tables/{table}.{form}`
pub async fn of_question(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, QuestionTable, FileForm)>,
    asked: Query<questions::Asked>,
) -> Made {
    let (round, question, table, form) = path.into_inner();
    let page = questions::load(&service, &visitor, (round, question), &asked).await?;
    draw(move || {
        let (frame, language) = (&visitor.frame, visitor.frame.language);
        let name = |table: &str| format!("{}-{}-{table}", page.round.key, page.asked().key);
        if table == QuestionTable::Answers {
            let head = grids::questions::answers_head(&page, language);
            return file(
                (&name("answers"), form),
                frame,
                head,
                (grids::questions::answers_rows(&page, language), None),
            );
        }
        let rows = grids::questions::spread_rows(&page, language);
        let bars = Some(grids::questions::spread_bars(&rows));
        file((&name("distribution"), form), frame, grids::questions::spread_head(&page, language), (rows, bars))
    })
    .await
}

/// Single municipalities within the scope, and the nation for who sees all of them.
async fn country_scores(service: &Shared, visitor: Visitor, round: String, form: FileForm) -> Made {
    let counted = country::load(service, &visitor, round).await?;
    draw(move || {
        let name = format!("{}-country-scores", counted.compared.round.key);
        score_file((&name, form), &visitor.frame, &counted.compared, &counted.scope)
    })
    .await
}

async fn country_changes(service: &Shared, visitor: Visitor, round: String, form: FileForm) -> Made {
    let counted = country::load(service, &visitor, round).await?;
    draw(move || {
        let name = format!("{}-country-changes", counted.compared.round.key);
        change_file((&name, form), &visitor.frame, (&counted.compared, &counted.changes), &counted.scope)
    })
    .await
}

fn score_file(of: (&str, FileForm), frame: &Frame, compared: &RoundComparison, seen: &Scope) -> Result<Download> {
    let (tallies, round) = (&compared.comparison.current, &compared.round);
    let figures = score_country(tallies);
    let lines = score_lines(tallies, &figures, seen).into_iter();
    let rows = lines.map(|line| scores::row(line, (&*tallies.edition, round.closes_on), frame.language));
    file(of, frame, scores::head(&round.key, frame.language), (rows, None))
}

fn change_file(
    of: (&str, FileForm),
    frame: &Frame,
    (compared, figures): (&RoundComparison, &CountryChanges),
    seen: &Scope,
) -> Result<Download> {
    let (tallies, round) = (&compared.comparison.current, &compared.round);
    let lines = change_lines(tallies, figures, seen).into_iter();
    let rows = lines.map(|line| changes::row(line, (&*tallies.edition, round.closes_on), frame.language));
    file(of, frame, changes::head(&round.key, frame.language), (rows, None))
}

/// The nation's figures as the page shows them.
async fn country_figures(
    service: &Shared,
    visitor: Visitor,
    (round, form): (String, FileForm),
    asked: Query<country::Asked>,
) -> Made {
    let counted = country::load(service, &visitor, round).await?;
    draw(move || {
        let (page, language) = (counted.dashboard(&asked), visitor.frame.language);
        if page.nation.is_none() {
            return Err(Error::NotFound);
        }
        let name = format!("{}-country-figures", page.round.key);
        let rows = nation::rows(&page, language);
        file((&name, form), &visitor.frame, nation::head(&page, language), (rows, nation::bars(&page)))
    })
    .await
}

fn movements_file(page: &Movements, form: FileForm, frame: &Frame) -> Result<Download> {
    let (name, language) = (format!("{}-movements", page.round.key), frame.language);
    file((&name, form), frame, ranked::head(page, language), (ranked::rows(page, language), None))
}

fn trend_file(counted: &trends::Counted, form: FileForm, frame: &Frame) -> Result<Download> {
    let page = counted.page();
    let head = trend::head(&page.name(frame.language), frame.language);
    let name = format!("{}-{}-trend", page.round, counted.code());
    file((&name, form), frame, head, (trend::rows(counted.code(), page.trend, page.aim, frame.language), None))
}

/// Who has answered, of the municipalities that the reader may see.
async fn status(service: &Shared, visitor: Visitor, key: String, form: FileForm) -> Made {
    let scope = visitor.staff.scope();
    let (round, counted) = read(service, move |conn| {
        let round = country::find_shown(conn, &key)?;
        let counted = crate::web::rounds::count(conn, &round.id, &scope)?;
        Ok((round, counted))
    })
    .await?;
    draw(move || {
        let language = visitor.frame.language;
        let name = format!("{}-status", round.key);
        let rows = participation::rows(&round, &counted, language);
        file((&name, form), &visitor.frame, participation::head(&round, language), (rows, None))
    })
    .await
}

/// Every answer that was handed in, a row each, sent while it is written.
async fn all_answers(
    service: &Shared,
    visitor: Visitor,
    key: String,
    form: FileForm,
) -> std::result::Result<HttpResponse, WebError> {
    let scope = visitor.staff.scope();
    let returned = read(service, move |conn| {
        let round = country::find_shown(conn, &key)?;
        let edition = editions::load(conn, &round.edition)?;
        let posts = store::invitations::list_by_round(conn, &round.id, &scope)?.into_iter();
        let posts: HashMap<_, _> = posts.map(|post| (post.id.clone(), post)).collect();
        let sections = store::sections::list_by_round(conn, &round.id, &scope)?;
        Ok(answers::Returned { round, edition, posts, sections })
    })
    .await?;
    let (language, is_demo) = (visitor.frame.language, visitor.frame.is_demo);
    let mut head = answers::head(&returned.round, language);
    head.notes.extend(is_demo.then(|| grids::generated(language)));
    let name = format!("{}-answers.{}", returned.round.key, form.ending());
    Ok(match form {
        FileForm::Csv => streamed::download(&name, "text/csv; charset=utf-8", move |out| {
            grids::csv_to(out, Dialect::for_download(is_demo), &head, answers::rows(&returned, language))
        }),
        FileForm::Xlsx => streamed::download(&name, Download::WORKBOOK, move |out| {
            grids::xlsx(out, &head, answers::rows(&returned, language), None).map_err(std::io::Error::other)
        }),
    })
}

#[cfg(test)]
mod tests;
