//! A crosswalk on its page, which everybody with an account may read, and for administrators the links of one question.

pub mod links;

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act};
use super::with_rounds;
use crate::commands;
use crate::domain::access::staff::Role;
use crate::domain::catalogue::continuity::{Continuity, continuity};
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::likeness::{Suggestion, same_words, suggest};
use crate::domain::catalogue::lineage::{Filter, KeptLines, Line, kept_lines, lines};
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::rounds::Round;
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::catalogue::crosswalk::{Crossing, Linking, QuestionLinks, TypedLink};
use crate::web::access::auth::{Admin, Visitor};

/// Which lines are looked for, as a query or as fields of a form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    package: String,
    #[serde(default)]
    area: String,
    #[serde(default)]
    standing: String,
    /// Which page of the lines.
    #[serde(default)]
    page: String,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            package: Some(self.package.clone()).filter(|key| !key.is_empty()),
            area: self.area.parse().ok(),
            standing: self.standing.parse().ok(),
        }
    }
}

/// Two editions with everything that is known of how they relate.
struct Pair {
    crosswalk: Arc<Crosswalk>,
    from: Arc<Edition>,
    to: Arc<Edition>,
    continuity: Continuity,
    /// How many rounds are held against each other over the crosswalk.
    rounds: usize,
}

/// `GET /catalogue/{from}/crosswalk/{to}`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let may_link = visitor.staff.role == Role::Admin;
    let (filter, wanted) = (asked.filter(), asked.page.parse().unwrap_or(1));
    let page = act(&service, move |service| {
        let (from, to) = path.into_inner();
        let pair = service.db.read(|conn| pair(conn, (&from, &to), may_link))?;
        let all = lines(&pair.crosswalk, &pair.from, &pair.to);
        let shown = kept_lines(&all, &filter, (wanted, LINES_A_PAGE));
        let linking = may_link.then(|| linking(&pair, &shown));
        let crossing = Crossing {
            crosswalk: &pair.crosswalk,
            from: &pair.from,
            to: &pair.to,
            continuity: &pair.continuity,
            filter: &filter,
            all: &all,
            shown: &shown,
            linking,
        };
        Ok(views::catalogue::crosswalk::crosswalk(&visitor.frame, &crossing))
    })
    .await?;
    Ok(Html::new(page))
}

/// `GET /catalogue/{from}/crosswalk/{to}/questions/{question}`: the links of one question of the later edition.
pub async fn question(
    service: Shared,
    admin: Admin,
    path: Path<(String, String, String)>,
) -> std::result::Result<Html, WebError> {
    let (from, to, question) = path.into_inner();
    let page = question_page(&service, admin, (from, to, question), TypedLink::default()).await?;
    Ok(Html::new(page))
}

async fn question_page(
    service: &Shared,
    admin: Admin,
    (from, to, question): (String, String, String),
    typed: TypedLink,
) -> std::result::Result<maud::Markup, WebError> {
    act(service, move |service| {
        let pair = service.db.read(|conn| pair(conn, (&from, &to), true))?;
        let place = pair.to.find_question(&question).or_not_found()?;
        let suggestions = suggest((&pair.from, &pair.to), &pair.crosswalk, &[place]).pop().unwrap_or_default();
        let page = QuestionLinks {
            crosswalk: &pair.crosswalk,
            from: &pair.from,
            to: &pair.to,
            question: &pair.to.questions[place],
            suggestions,
            rounds: pair.rounds,
        };
        Ok(views::catalogue::crosswalk::question(&admin.frame, &page, &typed))
    })
    .await
}

/// Both editions with what links them. Where nothing does there is no page, except for whoever may link, unless the
/// links lead the other way.
fn pair(conn: &mut Conn, (from, to): (&str, &str), may_link: bool) -> Result<Pair> {
    let crosswalks = editions::crosswalks(conn)?;
    let is_between = |from: &str, to: &str| crosswalks.iter().any(|one| one.from == from && one.to == to);
    if !is_between(from, to) && (!may_link || from == to || is_between(to, from)) {
        return Err(Error::NotFound);
    }
    let keys = [from, to];
    for key in keys {
        store::editions::find_hash(conn, key)?.or_not_found()?;
    }
    let [from, to] = [editions::load(conn, from)?, editions::load(conn, to)?];
    let found = crosswalks.iter().find(|one| one.from == from.key && one.to == to.key).cloned();
    let crosswalk = found.unwrap_or_else(|| Crosswalk::between(&from, &to));
    let rounds = with_rounds(conn)?;
    let asked: Vec<(&Round, &Edition)> = rounds.iter().map(|(round, edition)| (round, &**edition)).collect();
    let continuity = continuity((&from, &to), &crosswalks, &asked);
    let rounds = commands::crosswalks::rounds_in_use(conn, &to.key)?;
    Ok(Pair { crosswalk: Arc::new(crosswalk), from, to, continuity, rounds })
}

/// How many lines of a crosswalk a page lists; the shipped one fits.
const LINES_A_PAGE: usize = 200;

/// The most pairs of questions that are held against each other for a page, so that it comes at once.
const MOST_PAIRS: usize = 200_000;

/// Suggestions for the questions without link that a page shows, where they are not too many.
fn linking(pair: &Pair, shown: &KeptLines) -> Linking {
    let places: HashMap<&str, QuestionIndex> =
        pair.to.questions.iter().enumerate().map(|(place, one)| (one.key.as_str(), place)).collect();
    let new = shown.groups.iter().flat_map(|(_, lines)| lines).filter_map(|line| match line {
        Line::New(later) => places.get(later.key.as_str()).copied(),
        _ => None,
    });
    let wanted: Vec<QuestionIndex> = new.collect();
    let are_too_many = wanted.len() * pair.from.questions.len() > MOST_PAIRS;
    let wanted = if are_too_many { Vec::new() } else { wanted };
    let found = suggest((&pair.from, &pair.to), &pair.crosswalk, &wanted);
    let suggestions: HashMap<QuestionIndex, Vec<Suggestion>> = wanted.into_iter().zip(found).collect();
    let identical = same_words((&pair.from, &pair.to), &pair.crosswalk).len();
    Linking { rounds: pair.rounds, suggestions, are_too_many, identical }
}

#[cfg(test)]
mod tests;
