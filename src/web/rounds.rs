//! Rounds: the list, one round, and creating one. Deciding anew about a draft stands in `drafts`, the
//! steps of running a round in `steps`, its posts in `posts`.

pub mod aims;
pub mod baselines;
pub mod calls;
pub mod chosen;
pub mod comments;
pub mod directory;
pub mod drafts;
pub mod extension_requests;
mod form;
pub mod handed_in;
mod municipalities_list;
pub mod post_calls;
pub mod posts;
pub mod preparation;
mod programme_form;
pub mod programmes;
pub mod releases;
pub(super) mod response_curve;
pub mod sign_offs;
pub mod steps;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};

use super::error::WebError;
use super::{Shared, act, read};
use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::base::municipalities;
use crate::domain::base::names;
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::rounds::participation::{ACCEPTED, Counts, FAILED, Participation, by_municipality};
use crate::domain::rounds::participation_list::{groups_of, regions_of};
use crate::domain::rounds::{Round, RoundId};
use crate::editions;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::access::audit::Trail;
use crate::views::rounds::{ListedMunicipalities, RoundPage, Summary};
use crate::web::access::audit;
use crate::web::access::auth::{Admin, Visitor};
use crate::web::replies::{see, unprocessable};

/// `GET /rounds`
pub async fn list(service: Shared, visitor: Visitor) -> std::result::Result<Html, WebError> {
    let scope = visitor.staff.scope();
    // A trial is its administrator's own.
    let is_admin = visitor.staff.role == Role::Admin;
    let rounds = read(&service, move |conn| {
        let counted: HashMap<RoundId, (i64, i64)> = store::participation::count_by_round(conn, &scope)?
            .into_iter()
            .map(|(round, posts, handed_in)| (round, (posts, handed_in)))
            .collect();
        let summary = |round: Round| {
            let (posts, handed_in) = counted.get(&round.id).copied().unwrap_or_default();
            Summary { round, posts, handed_in }
        };
        let is_shown = |round: &Round| is_admin || !round.is_trial;
        Ok(store::rounds::list(conn)?.into_iter().filter(is_shown).map(summary).collect::<Vec<Summary>>())
    })
    .await?;
    Ok(Html::new(views::rounds::list(&visitor.frame, &rounds)))
}

/// `GET /rounds/{key}`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    key: Path<String>,
    Query(asked): Query<municipalities_list::Asked>,
) -> std::result::Result<Html, WebError> {
    let scope = visitor.staff.scope();
    let in_scope = scope.clone();
    let is_admin = visitor.staff.role == Role::Admin;
    let now = service.now();
    let (round, edition, counted, response, trail, signed) = read(&service, move |conn| {
        let round = find(conn, &key)?;
        let edition = editions::load(conn, &round.edition)?;
        let counted = count(conn, &round.id, &scope)?;
        let posts = counted.values().map(|one| one.posts).sum();
        let rounds = store::rounds::list(conn)?;
        let response = response_curve::compare(conn, (&round, posts), &rounds, &scope, now)?;
        let trail = if is_admin { audit::trail(conn, round.id.as_str())? } else { Trail::default() };
        let signed = store::sign_offs::list(conn, &round.id, &scope)?;
        let signed: BTreeSet<MunicipalityCode> = signed.into_iter().map(|(one, _)| one.municipality_code).collect();
        Ok((round, edition, counted, response, trail, signed))
    })
    .await?;
    let municipalities = &names_in_order(&in_scope);
    let wanted = asked.wanted();
    let listed = &ListedMunicipalities {
        wanted: &wanted,
        regions: &regions_of(municipalities, round.closes_on),
        groups: &groups_of(municipalities),
        rows: &wanted.list(round.closes_on, municipalities, &counted),
        signed: &signed,
    };
    let response = response.as_ref();
    let shown = RoundPage {
        round: &round,
        edition: &edition,
        municipalities,
        listed,
        counted: &counted,
        response,
        trail: &trail,
    };
    Ok(Html::new(views::rounds::show(&visitor.frame, &shown)))
}

/// `GET /rounds/new`
pub async fn new(service: Shared, admin: Admin) -> std::result::Result<Html, WebError> {
    let offer = read(&service, form::offer).await?;
    let typed = form::suggestion(&offer);
    Ok(Html::new(views::rounds::new(&admin.frame, &offer, &typed, &[])))
}

/// `POST /rounds`: creates a draft, or shows the form again.
pub async fn create(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    Form(fields): Form<Vec<(String, String)>>,
) -> std::result::Result<HttpResponse, WebError> {
    let typed = form::typed(fields);
    let language = admin.frame.language;
    let offer = read(&service, form::offer).await?;
    let mistakes = match form::parse(&typed, &offer, language) {
        Err(mistakes) => mistakes,
        Ok(new) => {
            let by = admin.by(&service);
            let outcome = act(&service, move |service| Ok(commands::rounds::create(&service.db, &new, &by))).await?;
            match form::outcome(outcome, language)? {
                Ok(round) => return Ok(see(&format!("/rounds/{}", round.key))),
                Err(mistakes) => mistakes,
            }
        }
    };
    Ok(unprocessable(&request, views::rounds::new(&admin.frame, &offer, &typed, &mistakes)))
}

fn published_editions(conn: &mut Conn) -> Result<Vec<Arc<Edition>>> {
    let stored = store::editions::list(conn)?;
    stored.iter().filter(|one| one.status == EditionStatus::Published).map(editions::parse).collect()
}

fn find(conn: &mut Conn, key: &str) -> Result<Round> {
    store::rounds::find_by_key(conn, key)?.or_not_found()
}

/// The key of a round that is there: an address of none is not found, rather than refused.
async fn existing(service: &Shared, key: Path<String>) -> std::result::Result<String, WebError> {
    let key = key.into_inner();
    read(service, move |conn| Ok(find(conn, &key)?.key)).await
}

/// What is counted in a round, per municipality in scope.
/// Who has answered, by municipality.
///
/// # Errors
/// Database errors.
pub fn count(conn: &mut Conn, round: &RoundId, scope: &Scope) -> Result<BTreeMap<MunicipalityCode, Participation>> {
    Ok(by_municipality(&Counts {
        posts: store::participation::count_posts(conn, round, scope)?,
        handed_in: store::participation::list_last_handed_in(conn, round, scope)?,
        accepted: store::participation::count_invitation_letters(conn, round, scope, ACCEPTED)?,
        failed: store::participation::count_invitation_letters(conn, round, scope, FAILED)?,
    }))
}

/// The municipalities in scope by name, as a Danish reader expects.
fn names_in_order(scope: &Scope) -> Vec<MunicipalityCode> {
    let all = municipalities::all().iter().map(municipalities::Municipality::code);
    let mut codes: Vec<MunicipalityCode> = all.filter(|code| scope.holds(code)).collect();
    codes.sort_by(|left, right| names::compare(left.name(), right.name()));
    codes
}

#[cfg(test)]
mod tests;
