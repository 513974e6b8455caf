//! `GET /drafts/{edition}/differences`: what differs between two revisions of a draft.

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::find_with_history;
use crate::domain::catalogue::changes::{compare, compare_links};
use crate::editions;
use crate::error::OrNotFound;
use crate::store;
use crate::views::catalogue::drafts::{self as pages, Differences};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::{Shared, act};

/// The revisions that are asked for; where nothing is said, the current one and the one that it was made from.
#[derive(Debug, Deserialize)]
pub struct Asked {
    from: Option<String>,
    to: Option<String>,
}

/// `GET /drafts/{edition}/differences`
pub async fn differences(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<Html, WebError> {
    let page = act(&service, move |service| {
        let number =
            |said: &Option<String>| said.as_ref().map(|said| said.parse::<i32>().ok().or_not_found()).transpose();
        let (from, to) = (number(&asked.from)?, number(&asked.to)?);
        let (desk, notes, from, to) = service.db.read(|conn| {
            let (desk, notes) = find_with_history(conn, &key)?;
            let to = to.unwrap_or(desk.revision);
            let parent = notes.iter().find(|note| note.number == to).and_then(|note| note.parent);
            let from = from.or(parent).unwrap_or(to);
            let mut find = |number| store::edition_revisions::find(conn, &key, number)?.or_not_found();
            let (from, to) = (find(from)?, find(to)?);
            Ok((desk, notes, from, to))
        })?;
        let changes = compare(&*editions::parse_revision(&from)?, &*editions::parse_revision(&to)?);
        let links = compare_links(&from.crosswalks(), &to.crosswalks());
        let between = (from.number, to.number);
        let found = Differences { notes: &notes, between, changes: &changes, links: &links };
        Ok(pages::differences(&admin.frame, &desk, &found))
    })
    .await?;
    Ok(Html::new(page))
}
