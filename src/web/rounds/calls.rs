//! `/rounds/{key}/calls`: everybody who has not handed in, over all municipalities that a visitor may see.

use std::collections::HashMap;

use actix_web::web::{Html, Path, Query};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, draw, read};
use super::{find, names_in_order};
use crate::domain::access::staff::{Role, Scope};
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::call_list::{CallLine, CallShown, CallsWanted};
use crate::domain::rounds::calls::latest;
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::rounds::participation::LetterStanding;
use crate::domain::rounds::participation_list::regions_of;
use crate::domain::rounds::{Round, RoundStatus};
use crate::error::{Error, Result};
use crate::files::grids::calls;
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::{CALLS_PER_PAGE, CallsPage, calls_query};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::downloads::{Download, FileForm, file};

/// What is asked for; what is unknown or empty asks for nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    municipality: String,
    region: String,
    shown: String,
    outcome: String,
    sort: String,
    order: String,
    page: Option<usize>,
}

impl Asked {
    fn wanted(&self) -> CallsWanted {
        let shown = self.shown.parse().unwrap_or(CallShown::Everybody);
        CallsWanted {
            text: self.q.trim().to_owned(),
            municipality: self.municipality.parse().ok(),
            region: Some(self.region.clone()).filter(|region| !region.is_empty()),
            shown,
            outcome: self.outcome.parse().ok(),
            sort: self.sort.parse().unwrap_or(shown.usual_sort()),
            descending: self.order == "desc",
        }
    }

    /// The page asked for, from 1.
    fn page(&self) -> usize {
        self.page.unwrap_or(1).max(1)
    }
}

/// What the list showed when somebody went on from it, as its address says it. It is made anew from what a form says,
/// so that the way back leads to the list whatever was sent.
pub(super) fn left(said: &str) -> String {
    let asked = Query::<Asked>::from_query(said).map(Query::into_inner).unwrap_or_default();
    calls_query(&asked.wanted(), asked.page())
}

/// The round and everybody in scope who has not handed in. A round in which nobody can answer has no such list.
async fn load(
    service: &Shared,
    visitor: &Visitor,
    key: String,
) -> std::result::Result<(Round, Vec<CallLine>), WebError> {
    let scope = visitor.staff.scope();
    let is_admin = visitor.staff.role == Role::Admin;
    read(service, move |conn| {
        let round = find(conn, &key)?;
        if round.status != RoundStatus::Open || (round.is_trial && !is_admin) {
            return Err(Error::NotFound);
        }
        let lines = lines(conn, &round, &scope)?;
        Ok((round, lines))
    })
    .await
}

fn lines(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Vec<CallLine>> {
    let mut sections: HashMap<InvitationId, (i64, i64)> = store::call_list::count_sections(conn, &round.id, scope)?
        .into_iter()
        .map(|(invitation, done, all)| (invitation, (done, all)))
        .collect();
    // They come earliest first, so that the latest of each post stays.
    let mut letters: HashMap<InvitationId, LetterStanding> =
        store::participation::list_letters(conn, &round.id, scope)?
            .into_iter()
            .map(|letter| (letter.invitation_id.clone(), letter))
            .collect();
    let mut last_calls = latest(store::calls::list_by_round(conn, &round.id, scope)?);
    let bounced = store::bounces::list(conn)?;
    let missing = store::call_list::list_missing(conn, &round.id, scope)?.into_iter();
    let lines = missing.map(|invitation| {
        let (done, all) = sections.remove(&invitation.id).unwrap_or_default();
        let letter = letters.remove(&invitation.id);
        let last_call = last_calls.remove(&invitation.id);
        CallLine { is_bounced: bounced.holds(&invitation.email), last_call, done, all, letter, invitation }
    });
    Ok(lines.collect())
}

/// `GET /rounds/{key}/calls`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    key: Path<String>,
    asked: Query<Asked>,
) -> std::result::Result<Html, WebError> {
    let (round, lines) = load(&service, &visitor, key.into_inner()).await?;
    let (wanted, municipalities) = (asked.wanted(), names_in_order(&visitor.staff.scope()));
    let (page, today) = (asked.page(), day_in_denmark(service.now()));
    draw(move || {
        let found = wanted.find(&round, &lines, today);
        let first = (page - 1).saturating_mul(CALLS_PER_PAGE).min(found.len());
        let page = CallsPage {
            round: &round,
            today,
            wanted: &wanted,
            municipalities: &municipalities,
            regions: &regions_of(&municipalities, round.closes_on),
            total: found.len(),
            page,
            shown: &found[first..found.len().min(first + CALLS_PER_PAGE)],
        };
        Ok(Html::new(views::rounds::calls(&visitor.frame, &page)))
    })
    .await
}

/// `GET /rounds/{key}/calls.{form}`: everybody whom the page would show, page after page.
pub async fn download(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, FileForm)>,
    asked: Query<Asked>,
) -> std::result::Result<Download, WebError> {
    let (key, form) = path.into_inner();
    let (round, lines) = load(&service, &visitor, key).await?;
    let (wanted, today) = (asked.wanted(), day_in_denmark(service.now()));
    draw(move || {
        let language = visitor.frame.language;
        let found = wanted.find(&round, &lines, today);
        let name = format!("{}-calls", round.key);
        let rows = calls::rows(&round, &found, language);
        file((&name, form), &visitor.frame, calls::head(&round, language), (rows, None))
    })
    .await
}

#[cfg(test)]
mod tests;
