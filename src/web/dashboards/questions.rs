//! `/rounds/{key}/questions`: what a round asks, and how it was answered then and now.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::country::find_shown;
use super::downloads::{Download, FigureForm};
use crate::domain::dashboards::municipality_answers::AnswerSorting;
use crate::domain::dashboards::question::{QuestionDashboard, QuestionList, Search};
use crate::domain::dashboards::wanted::WantedRecommendations;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::error::OrNotFound;
use crate::views;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, count, draw};

/// What is searched for.
#[derive(Debug, Clone, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    package: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    central: String,
    #[serde(default)]
    area: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    order: String,
}

impl Asked {
    fn sorting(&self) -> AnswerSorting {
        let by = self.sort.parse().unwrap_or(AnswerSorting::default().by);
        AnswerSorting { by, descending: self.order == "desc" }
    }
}

/// `GET /rounds/{key}/questions`
pub async fn list(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let compared = hold(&service, round.into_inner()).await?;
    let about = WantedRecommendations {
        package: asked.package.clone(),
        level: asked.level.clone(),
        central: !asked.central.is_empty(),
    };
    let search = Search { words: asked.q.clone(), about, area: asked.area.parse().ok() };
    draw(move || {
        let list = QuestionList::new(&compared, search, visitor.frame.language);
        Ok(Html::new(views::dashboards::questions::show_list(&visitor.frame, &list)))
    })
    .await
}

/// `GET /rounds/{key}/questions/{question}`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let page = load(&service, &visitor, path.into_inner(), &asked).await?;
    draw(move || Ok(Html::new(views::dashboards::questions::show(&visitor.frame, &page)))).await
}

/// `GET /rounds/{key}/questions/{question}/{figure}.{picture}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String, String, FigureForm)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let (round, question, figure, form) = path.into_inner();
    let page = load(&service, &visitor, (round, question), &asked).await?;
    draw(move || {
        let framed = (form.shape(), &visitor.frame);
        let svg = match figure.as_str() {
            "distribution" => views::dashboards::questions::file(&page, framed),
            word => views::dashboards::questions::flow_file(&page, word, framed).or_not_found()?,
        };
        Download::figure(&format!("{}-{}-{figure}", page.round.key, page.asked().key), form, svg)
    })
    .await
}

async fn hold(service: &Shared, round: String) -> std::result::Result<RoundComparison, WebError> {
    count(service, move |service| {
        service.db.read(|conn| {
            let round = find_shown(conn, &round)?;
            service.results.hold(conn, &round, service.now())
        })
    })
    .await
}

/// A question as far as the visitor may see its answers.
pub(super) async fn load(
    service: &Shared,
    visitor: &Visitor,
    (round, key): (String, String),
    asked: &Asked,
) -> std::result::Result<QuestionDashboard, WebError> {
    let compared = hold(service, round).await?;
    let (area, scope, sorting) = (asked.area.parse().ok(), visitor.staff.scope(), asked.sorting());
    draw(move || QuestionDashboard::new(&compared, (&key, area), &scope, sorting).or_not_found()).await
}

#[cfg(test)]
mod tests;
