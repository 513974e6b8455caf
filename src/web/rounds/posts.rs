//! The posts of one municipality in a round, and an own later last day for one of them.

use std::collections::HashMap;

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use maud::Markup;
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{find, see, unprocessable};
use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::days::written_day;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::{Holder, PostId};
use crate::domain::rounds::invitations::{Invitation, InvitationId, Section};
use crate::domain::rounds::participation::LetterStanding;
use crate::domain::rounds::sign_offs::{check, may_sign};
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::refusals::describe;
use crate::views::rounds::{Extending, MunicipalityStatus, PostStatus, SignedOff};
use crate::web::access::auth::{Admin, Visitor};

/// `GET /rounds/{key}/municipalities/{code}/status`
pub async fn status(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let (key, code) = path.into_inner();
    let code: MunicipalityCode = code.parse().ok().or_not_found()?;
    if !visitor.staff.scope().holds(&code) {
        return Err(Error::NotFound.into());
    }
    Ok(Html::new(page_of(&service, &visitor, (key, code), (String::new(), None)).await?))
}

/// The page of a municipality in a round that the visitor may see, with the comment beside a sign-off as it was typed.
///
/// # Errors
/// Not found where there is no such round.
pub(super) async fn page_of(
    service: &Shared,
    visitor: &Visitor,
    (key, code): (String, MunicipalityCode),
    typed: (String, Option<String>),
) -> std::result::Result<Markup, WebError> {
    let is_signer = may_sign(&visitor.staff);
    let page = read(service, move |conn| {
        let round = find(conn, &key)?;
        let edition = editions::load(conn, &round.edition)?;
        let here = Scope::Some(vec![code.clone()]);
        let posts = posts_of(conn, &round, &here)?;
        let handed_in = posts.iter().filter(|post| post.invitation.handed_in_at.is_some()).count();
        let signed = match check(&round, i64::try_from(handed_in).unwrap_or(i64::MAX)) {
            Ok(()) => Some(SignedOff {
                held: store::sign_offs::list(conn, &round.id, &here)?.pop(),
                last: posts.iter().filter_map(|post| post.invitation.handed_in_at).max(),
                may_sign: is_signer,
                typed,
            }),
            Err(_) => None,
        };
        Ok(MunicipalityStatus { round, edition, code, posts, signed })
    })
    .await?;
    Ok(views::rounds::status(&visitor.frame, &page))
}

fn posts_of(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Vec<PostStatus>> {
    let mut sections: HashMap<InvitationId, Vec<Section>> = HashMap::new();
    for section in store::sections::list_by_round(conn, &round.id, scope)? {
        sections.entry(section.invitation_id.clone()).or_default().push(section);
    }
    // They come earliest first, so that the latest of each post stays.
    let mut letters: HashMap<InvitationId, LetterStanding> =
        store::participation::list_letters(conn, &round.id, scope)?
            .into_iter()
            .map(|letter| (letter.invitation_id.clone(), letter))
            .collect();
    let bounced = store::bounces::list(conn)?;
    let invitations = store::invitations::list_by_round(conn, &round.id, scope)?;
    let mut holders: HashMap<PostId, Holder> = store::directory::list_holders(conn, scope)?
        .into_iter()
        .map(|holder| (holder.post_id.clone(), holder))
        .collect();
    let retired = store::directory::list_retired(conn, scope)?;
    let asking = store::extension_requests::list_waiting_in_round(conn, &round.id, scope)?;
    let post = |invitation: Invitation| PostStatus {
        is_retired: retired.contains(&invitation.post_id),
        listed: holders.remove(&invitation.post_id),
        asks_for_time: asking.contains(&invitation.id),
        is_bounced: bounced.holds(&invitation.email),
        sections: sections.remove(&invitation.id).unwrap_or_default(),
        letter: letters.remove(&invitation.id),
        invitation,
    };
    Ok(invitations.into_iter().map(post).collect())
}

/// The form of an extension.
#[derive(Debug, Deserialize)]
pub struct LastDay {
    #[serde(default)]
    last_day: String,
}

/// `GET /rounds/{key}/posts/{invitation}/extension`
pub async fn extension(
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let (round, invitation) = post(&service, path.into_inner()).await?;
    if round.status != RoundStatus::Open {
        return Err(Refusal::RoundNotOpen.into());
    }
    if invitation.extended_to.is_some() {
        return Err(Refusal::ExtensionFinal.into());
    }
    Ok(Html::new(views::rounds::extension(&admin.frame, &round, &invitation, &Extending::default())))
}

/// `POST /rounds/{key}/posts/{invitation}/extension`: final.
pub async fn extend(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    Form(form): Form<LastDay>,
) -> std::result::Result<HttpResponse, WebError> {
    let language = admin.frame.language;
    let (round, invitation) = post(&service, path.into_inner()).await?;
    let mistake = match written_day(form.last_day.trim()) {
        None => tr!(language, "rounds-mistake-last-day"),
        Some(last_day) => {
            let (key, id, by) = (round.key.clone(), invitation.id.clone(), admin.by(&service));
            let outcome =
                act(&service, move |service| Ok(commands::extensions::extend(&service.db, &key, &id, last_day, &by)));
            match outcome.await? {
                Ok(_) => {
                    let code = &invitation.municipality_code;
                    return Ok(see(&format!("/rounds/{}/municipalities/{code}/status", round.key)));
                }
                Err(Error::Refused(refusal @ Refusal::ExtensionTooEarly)) => describe(&refusal, language),
                Err(other) => return Err(other.into()),
            }
        }
    };
    let extending = Extending { last_day: form.last_day, mistake: Some(mistake) };
    Ok(unprocessable(&request, views::rounds::extension(&admin.frame, &round, &invitation, &extending)))
}

async fn post(service: &Shared, (key, id): (String, String)) -> std::result::Result<(Round, Invitation), WebError> {
    let id: InvitationId = id.parse().ok().or_not_found()?;
    read(service, move |conn| {
        let round = find(conn, &key)?;
        let invitation = store::extensions::find_invitation(conn, &round.id, &id)?.or_not_found()?;
        Ok((round, invitation))
    })
    .await
}
