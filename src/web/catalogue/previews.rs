//! `GET /catalogue/{edition}/preview`: any leader's questionnaire before anybody is asked; it changes nothing.

use std::sync::Arc;

use actix_web::web::{Html, Path};
use chrono::NaiveDate;

use super::super::error::WebError;
use super::super::fields::Fields;
use super::super::{Shared, act};
use super::visible;
use crate::domain::access::staff::{Role, Staff};
use crate::domain::answering::preview::preview;
use crate::domain::answering::respondents::Pace;
use crate::domain::base::{municipalities, names};
use crate::domain::catalogue::Edition;
use crate::domain::rounds::DEFAULT_PROGRAMME;
use crate::domain::rounds::directory::PostId;
use crate::domain::{Area, MunicipalityCode};
use crate::error::{OrNotFound, Result};
use crate::paces::read_pace;
use crate::store::{self, Conn};
use crate::views;
use crate::views::catalogue::preview::{Posts, Preview};
use crate::web::access::auth::Visitor;

/// Whose questionnaire is asked for, and which section of it.
#[derive(Debug, Clone, Default)]
struct Asked {
    areas: Vec<Area>,
    section: Option<Area>,
    municipality: Option<MunicipalityCode>,
    post: Option<PostId>,
}

impl Asked {
    /// What a query says; a word that is unknown is left out, and an area that is named twice counts once.
    fn of(Fields(fields): Fields) -> Asked {
        let mut asked = Asked::default();
        for (name, value) in fields {
            match name.as_str() {
                "areas" => asked.areas.extend(value.parse::<Area>().ok()),
                "section" => asked.section = value.parse().ok(),
                "municipality" => asked.municipality = value.parse().ok(),
                "post" => asked.post = value.parse().ok(),
                _ => {}
            }
        }
        asked.areas.sort_unstable();
        asked.areas.dedup();
        asked
    }
}

/// `GET /catalogue/{edition}/preview`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    key: Path<String>,
    query: actix_web::web::Query<Fields>,
) -> std::result::Result<Html, WebError> {
    let mut asked = Asked::of(query.into_inner());
    let page = act(&service, move |service| {
        let now = service.now();
        let read = |conn: &mut Conn| {
            let edition = visible(conn, &key, &visitor.staff)?.edition;
            let posts = posts(conn, &visitor.staff, &asked)?;
            Ok((edition, posts, pace(conn, now.date())?))
        };
        let (edition, posts, pace): (Arc<Edition>, Option<Posts>, Pace) = service.db.read(read)?;
        if let Some(post) = posts.as_ref().and_then(|posts| posts.post.as_ref()) {
            asked.areas = post.areas.iter().collect();
        }
        let found = preview(&edition, &asked.areas, visitor.frame.language, now)?;
        let page =
            Preview { edition: &edition, areas: &asked.areas, asked: found, section: asked.section, posts, pace };
        Ok(views::catalogue::preview::preview(&visitor.frame, &page))
    })
    .await?;
    Ok(Html::new(page))
}

/// How long a question takes, as the newest round has shown, else as is assumed.
pub(super) fn pace(conn: &mut Conn, today: NaiveDate) -> Result<Pace> {
    Ok(read_pace(conn, DEFAULT_PROGRAMME, today)?.map_or(Pace::Assumed, Pace::Measured))
}

/// The directory, for administrators and a municipality's own coordinator.
fn posts(conn: &mut Conn, staff: &Staff, asked: &Asked) -> Result<Option<Posts>> {
    if staff.role == Role::Consultant {
        return Ok(None);
    }
    let scope = staff.scope();
    let all = municipalities::all().iter().map(municipalities::Municipality::code);
    let mut codes: Vec<MunicipalityCode> = all.filter(|code| scope.holds(code)).collect();
    codes.sort_by(|left, right| names::compare(left.name(), right.name()));
    let post = match &asked.post {
        Some(id) => Some(store::directory::find_entry(conn, id, &scope)?.or_not_found()?.post),
        None => None,
    };
    let only = (codes.len() == 1).then(|| codes[0].clone());
    let chosen = asked.municipality.clone().filter(|code| scope.holds(code)).or(only);
    // A post of another municipality than the one that was chosen anew is not what is asked for.
    let post = post.filter(|post| chosen.as_ref().is_none_or(|code| *code == post.municipality_code));
    let entries = match &chosen {
        Some(code) => store::directory::list_entries(conn, std::slice::from_ref(code))?,
        None => Vec::new(),
    };
    let posts = entries.into_iter().filter(|entry| entry.retired_at.is_none()).map(|entry| entry.post).collect();
    Ok(Some(Posts { municipalities: codes, chosen, posts, post }))
}

#[cfg(test)]
mod tests;
