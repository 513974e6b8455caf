//! What a round that waits to open would do: in short, post by post, and tried by oneself; administrators only.

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Form, Html, Path, Query};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{existing, find, see};
use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::forewarnings::last_before;
use crate::domain::rounds::preparation::{LastTime, Preparation, prepare};
use crate::domain::rounds::prepared_posts::{Filter, PreparedPost, Show, questions_by_post};
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::{POSTS_PER_PAGE, PreparedPosts};
use crate::web::access::auth::Admin;

/// `GET /rounds/{key}/preparation`
pub async fn show(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, edition, prepared) = read(&service, move |conn| prepared(conn, &key)).await?;
    Ok(Html::new(views::rounds::preparation(&admin.frame, &round, &edition, &prepared)))
}

/// What the address of the list may say.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    municipality: Option<String>,
    show: Option<String>,
    page: Option<usize>,
}

impl Wanted {
    fn filter(&self) -> Result<Filter> {
        let municipality = match self.municipality.as_deref() {
            None | Some("") => None,
            Some(code) => Some(code.parse::<MunicipalityCode>().ok().or_not_found()?),
        };
        let show = match self.show.as_deref() {
            None | Some("") => Show::default(),
            Some(word) => word.parse().map_err(|_| Error::NotFound)?,
        };
        Ok(Filter { show, municipality })
    }
}

/// `GET /rounds/{key}/preparation/posts`: every post that would be asked, narrowed and in pages.
pub async fn posts(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    wanted: Query<Wanted>,
) -> std::result::Result<Html, WebError> {
    let filter = wanted.filter()?;
    let page = wanted.page.unwrap_or(1).max(1);
    let (round, edition, prepared) = read(&service, move |conn| prepared(conn, &key)).await?;
    let codes: BTreeSet<&MunicipalityCode> =
        prepared.posts.iter().map(|post| &post.invitation.municipality_code).collect();
    let mut municipalities: Vec<MunicipalityCode> = codes.into_iter().cloned().collect();
    municipalities.sort_by(|left, right| names::compare(left.name(), right.name()));
    let found: Vec<&PreparedPost> = prepared.posts.iter().filter(|post| filter.holds(post)).collect();
    let before = (page - 1).saturating_mul(POSTS_PER_PAGE).min(found.len());
    let end = before.saturating_add(POSTS_PER_PAGE).min(found.len());
    let shown = PreparedPosts {
        filter: &filter,
        municipalities: &municipalities,
        posts: &found[before..end],
        total: found.len(),
        page,
    };
    Ok(Html::new(views::rounds::prepared_posts(&admin.frame, (&round, &edition), &shown)))
}

/// The post that is tried; none for the one with most questions.
#[derive(Debug, Deserialize)]
pub struct Tried {
    post: Option<String>,
}

/// `POST /rounds/{key}/trials`: a trial of the round that asks only the administrator.
pub async fn try_out(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(form): Form<Tried>,
) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let post = match form.post.as_deref() {
        None | Some("") => None,
        Some(id) => Some(id.parse::<PostId>().ok().or_not_found()?),
    };
    let (to, by) = ((admin.staff.email.clone(), admin.frame.language), admin.by(&service));
    let trial = act(&service, move |service| commands::trials::start(&service.db, (&key, post.as_ref()), &to, &by));
    Ok(see(&format!("/rounds/{}", trial.await?.key)))
}

/// A round that waits to open, with what opening it over today's directory would do.
pub(super) fn prepared(conn: &mut Conn, key: &str) -> Result<(Round, Arc<Edition>, Preparation)> {
    let round = find(conn, key)?;
    if !round.is_waiting() {
        return Err(Refusal::RoundNotDraft.into());
    }
    let edition = editions::load(conn, &round.edition)?;
    let directory = commands::rounds::directory(conn)?;
    let forewarnings = commands::forewarnings::forewarn(conn, key)?;
    let rounds = store::rounds::list(conn)?;
    let last = match last_before(&round, &rounds) {
        Some(last) => LastTime {
            invitations: store::invitations::list_by_round(conn, &last.id, &Scope::All)?,
            questions: {
                let earlier = editions::load(conn, &last.edition)?;
                questions_by_post(last, &earlier, store::sections::list_areas(conn, &last.id)?)
            },
        },
        None => LastTime::default(),
    };
    let prepared = Preparation { forewarnings, ..prepare(&round, &edition, &directory, &last) };
    Ok((round, edition, prepared))
}

#[cfg(test)]
mod tests;
