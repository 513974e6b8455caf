//! What leaders have written beside their answers in a round, for those whom they were told would read it: the staff
//! who may see the municipality.

use std::str::FromStr;
use std::sync::Arc;

use actix_web::web::{Html, Path, Query};

use super::super::error::WebError;
use super::super::{Shared, draw, read};
use super::names_in_order;
use crate::domain::access::staff::Scope;
use crate::domain::answering::comments::{ChosenOption, CommentSearch};
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::files;
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::{AskedComments, COMMENTS_PER_PAGE, CommentsPage};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::country::find_shown;
use crate::web::dashboards::downloads::{self, Download, FileForm};

/// The most comments in a file.
const MOST_IN_FILE: i64 = 100_000;

/// A round with what is looked for in it.
struct Sought {
    round: Round,
    edition: Arc<Edition>,
    search: CommentSearch,
}

/// `GET /rounds/{key}/comments`
pub async fn list(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    asked: Query<AskedComments>,
) -> std::result::Result<Html, WebError> {
    let (scope, asked) = (visitor.staff.scope(), asked.into_inner());
    let typed = asked.clone();
    let (sought, municipalities, count, comments) = read(&service, move |conn| {
        let sought = seek(conn, &round, &typed, &scope)?;
        let id = &sought.round.id;
        let limit = i64::try_from(COMMENTS_PER_PAGE).unwrap_or(i64::MAX);
        let before = typed.page.unwrap_or(1).max(1) - 1;
        let offset = i64::try_from(before).unwrap_or(i64::MAX).saturating_mul(limit);
        let comments = store::comments::list(conn, (id, &scope), &sought.search, (limit, offset))?;
        let count = store::comments::count(conn, id, &scope, &sought.search)?;
        Ok((sought, names_in_order(&scope), count, comments))
    })
    .await?;
    let page = CommentsPage {
        round: &sought.round,
        edition: &sought.edition,
        municipalities: &municipalities,
        asked: &asked,
        count: usize::try_from(count).unwrap_or_default(),
        comments: &comments,
    };
    Ok(Html::new(views::rounds::comments(&visitor.frame, &page)))
}

/// `GET /rounds/{key}/comments.{form}`
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, FileForm)>,
    asked: Query<AskedComments>,
) -> std::result::Result<Download, WebError> {
    let (round, form) = path.into_inner();
    let (scope, language, asked) = (visitor.staff.scope(), visitor.frame.language, asked.into_inner());
    let (sought, comments) = read(&service, move |conn| {
        let sought = seek(conn, &round, &asked, &scope)?;
        let comments = store::comments::list(conn, (&sought.round.id, &scope), &sought.search, (MOST_IN_FILE, 0))?;
        Ok((sought, comments))
    })
    .await?;
    draw(move || {
        let Sought { round, edition, .. } = &sought;
        let rows = comments.iter().map(|comment| files::comments::row(round, edition, comment, language));
        let name = format!("{}-comments", round.key);
        downloads::file((&name, form), &visitor.frame, files::comments::head(round, language), (rows, None))
    })
    .await
}

/// The round, and what is looked for in it.
///
/// # Errors
/// Not found for a round without answers, a municipality out of scope, and a word that no form of ours sends.
fn seek(conn: &mut Conn, round: &str, asked: &AskedComments, scope: &Scope) -> Result<Sought> {
    let round = find_shown(conn, round)?;
    let edition = editions::load(conn, &round.edition)?;
    let package = match asked.package.as_str() {
        "" => None,
        key => Some(edition.find_package(key).or_not_found()?),
    };
    let chosen = match asked.answer.as_str() {
        "" => None,
        word => Some(ChosenOption::find(&edition, word).or_not_found()?),
    };
    let mut search = CommentSearch {
        municipality: word(&asked.municipality)?,
        area: word(&asked.area)?,
        text: asked.q.trim().to_owned(),
        ..CommentSearch::default()
    };
    if search.municipality.as_ref().is_some_and(|code| !scope.holds(code)) {
        return Err(Error::NotFound);
    }
    search.narrow(&edition, package, chosen);
    Ok(Sought { round, edition, search })
}

/// A word of one of our lists, or nothing.
fn word<T: FromStr>(text: &str) -> Result<Option<T>> {
    match text {
        "" => Ok(None),
        text => Ok(Some(text.parse().ok().or_not_found()?)),
    }
}

#[cfg(test)]
mod tests;
