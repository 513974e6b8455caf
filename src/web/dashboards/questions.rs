//! `/rounds/{key}/questions`: what a round asks, and how it was answered then and now.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::country::{find_shown, sight_of};
use super::downloads::Download;
use crate::domain::Area;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::dashboards::benchmarks::Sight;
use crate::domain::dashboards::nation::{RoundSpread, Spread, spreads};
use crate::domain::scoring::dimensions::{Narrowing, ScoreDimension, Selection};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::transitions::{Transitions, transitions};
use crate::error::{OrNotFound, Result};
use crate::views;
use crate::views::dashboards::questions::{ListPage, QuestionPage, Search};
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
    area: String,
}

/// A question, counted.
struct Counted {
    held: RoundComparison,
    question: QuestionIndex,
    area: Option<Area>,
    bars: Vec<RoundSpread>,
    transitions: Vec<Transitions>,
}

impl Counted {
    fn page(&self) -> QuestionPage<'_> {
        QuestionPage {
            held: &self.held,
            question: self.question,
            area: self.area,
            bars: &self.bars,
            transitions: &self.transitions,
        }
    }
}

/// `GET /rounds/{key}/questions`
pub async fn list(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let held = hold(&service, round.into_inner()).await?;
    let search = Search { words: asked.q.clone(), package: asked.package.clone(), area: asked.area.parse().ok() };
    draw(move || {
        Ok(Html::new(views::dashboards::questions::show_list(
            &visitor.frame,
            &ListPage { held: &held, search: &search },
        )))
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
    let counted = load(&service, &visitor, path.into_inner(), &asked).await?;
    draw(move || Ok(Html::new(views::dashboards::questions::show(&visitor.frame, &counted.page())))).await
}

/// `GET /rounds/{key}/questions/{question}/distribution.svg`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let counted = load(&service, &visitor, path.into_inner(), &asked).await?;
    draw(move || {
        let page = counted.page();
        let name = format!("{}-{}.svg", counted.held.round.key, page.asked().key);
        Ok(Download::figure(&name, views::dashboards::questions::file(&page, &visitor.frame)))
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

async fn load(
    service: &Shared,
    visitor: &Visitor,
    (round, key): (String, String),
    asked: &Asked,
) -> std::result::Result<Counted, WebError> {
    let held = hold(service, round).await?;
    let (area, sight) = (asked.area.parse().ok(), sight_of(&visitor.staff));
    draw(move || counted(held, &key, area, &sight)).await
}

/// The answers to a question as far as the reader may see them.
fn counted(held: RoundComparison, key: &str, area: Option<Area>, sight: &Sight) -> Result<Counted> {
    let current = &held.comparison.current;
    let question = current.edition.find_question(key).filter(|index| current.asked[*index]).or_not_found()?;
    let asked = &current.edition.questions[question];
    let area = area.filter(|area| asked.areas.contains(area));
    let bars: Vec<RoundSpread> = spreads(&held, question, area, sight)
        .into_iter()
        .map(|bar| if is_hidden(&held, &bar, sight) { RoundSpread { spread: Spread::Suppressed, ..bar } } else { bar })
        .collect();
    // Transitions rest on fewer municipalities than either bar, so they are for who may see each of them.
    let transitions = match sight {
        Sight::All => {
            let group = ScoreDimension { measure: asked.measure, package: asked.package, area };
            let selection = Selection { group, narrowing: Narrowing::Question(question) };
            transitions(&held.comparison, &current.municipalities, &selection)
        }
        Sight::Some(_) => Vec::new(),
    };
    Ok(Counted { question, area, bars, transitions, held })
}

/// Of an open round nothing is shown to who may not see every municipality.
fn is_hidden(held: &RoundComparison, bar: &RoundSpread, sight: &Sight) -> bool {
    *sight != Sight::All && !held.round.is_closed() && bar.round == held.round.key
}

#[cfg(test)]
mod tests;
