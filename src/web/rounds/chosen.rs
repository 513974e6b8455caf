//! Reminding or extending several posts of a round at once. Administrators do both; a coordinator reminds in the own
//! municipality, because whoever follows a round there asks for answers, and extends nothing, because a round stays
//! open for everybody until the last extension has run out.

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{calls, find, see, unprocessable};
use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::base::days::{day_in_denmark, written_day};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::chosen::{Chosen, sending_time};
use crate::domain::rounds::extensions::check_day;
use crate::domain::rounds::{Round, RoundStatus};
use crate::error::{Error, OrNotFound, Result};
use crate::views;
use crate::views::refusals::describe;
use crate::views::rounds::{Choice, ChosenOn, Extensions, Reminders};
use crate::web::access::auth::{Admin, Visitor};

type Fields = Vec<(String, String)>;

/// The posts that an address or a form means, and the page on which they were chosen; one out of scope is not found.
fn choice(fields: &Fields, scope: &Scope) -> Result<(Chosen, ChosenOn)> {
    let value = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let municipality: Option<MunicipalityCode> = match value("municipality") {
        None | Some("") => None,
        Some(code) => Some(code.parse().ok().filter(|code| scope.holds(code)).or_not_found()?),
    };
    let chosen = if value("chosen") == Some("posts") {
        let posts = fields.iter().filter(|(name, _)| name == "post");
        Chosen::Posts(posts.map(|(_, id)| id.parse().ok().or_not_found()).collect::<Result<_>>()?)
    } else {
        municipality.clone().map_or(Chosen::Round, Chosen::Municipality)
    };
    let on = match (value("list"), municipality) {
        (Some(list), _) => ChosenOn::Calls(calls::left(list)),
        (None, Some(code)) => ChosenOn::Municipality(code),
        (None, None) => ChosenOn::Round,
    };
    Ok((chosen, on))
}

/// The municipalities in which somebody may remind.
fn reminding_scope(visitor: &Visitor) -> Result<Scope> {
    match visitor.staff.role {
        Role::Admin | Role::Coordinator => Ok(visitor.staff.scope()),
        Role::Consultant => Err(Error::NotFound),
    }
}

/// `GET /rounds/{key}/reminders`: who would be reminded; it changes nothing.
pub async fn reminders(
    service: Shared,
    visitor: Visitor,
    key: Path<String>,
    Query(fields): Query<Fields>,
) -> std::result::Result<Html, WebError> {
    let scope = reminding_scope(&visitor)?;
    let (chosen, on) = choice(&fields, &scope)?;
    let now = service.now();
    let wanted = chosen.clone();
    let (round, reminding) = read(&service, move |conn| {
        let round = find(conn, &key)?;
        let reminding = commands::reminders::preview(conn, &round, (&wanted, &scope), now)?;
        Ok((round, reminding))
    })
    .await?;
    let goes_on = day_in_denmark(sending_time(now));
    let shown = Reminders {
        receivers: &reminding.receivers,
        left_out: &reminding.left_out,
        later: Some(goes_on).filter(|day| *day != day_in_denmark(now)),
    };
    let choice = Choice { chosen: &chosen, on: &on };
    Ok(Html::new(views::rounds::reminders(&visitor.frame, &round, choice, &shown)))
}

/// `POST /rounds/{key}/reminders`
pub async fn remind(
    service: Shared,
    visitor: Visitor,
    key: Path<String>,
    Form(fields): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let scope = reminding_scope(&visitor)?;
    let (chosen, on) = choice(&fields, &scope)?;
    let round = read(&service, move |conn| find(conn, &key)).await?;
    let (page, by) = (on.address(&round.key), visitor.by(&service));
    act(&service, move |service| commands::reminders::remind(&service.db, &round.key, (&chosen, &scope), &by)).await?;
    Ok(see(&page))
}

/// `GET /rounds/{key}/extensions`: whose deadline would be extended; it changes nothing.
pub async fn extensions(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Query(fields): Query<Fields>,
) -> std::result::Result<Html, WebError> {
    let (chosen, on) = choice(&fields, &Scope::All)?;
    let (round, extension) = previewed(&service, key.into_inner(), chosen.clone()).await?;
    let choice = Choice { chosen: &chosen, on: &on };
    Ok(Html::new(views::rounds::extensions(&admin.frame, &round, choice, &shown(&extension, "", None))))
}

/// `POST /rounds/{key}/extensions`: final for each, or the form again.
pub async fn extend(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(fields): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let (chosen, on) = choice(&fields, &Scope::All)?;
    let typed = fields.iter().find(|(name, _)| name == "last_day").map_or("", |(_, day)| day.trim());
    let (round, extension) = previewed(&service, key.into_inner(), chosen.clone()).await?;
    match last_day(&round, typed, &service, &admin) {
        Ok(day) => {
            let (page, by) = (on.address(&round.key), admin.by(&service));
            act(&service, move |service| {
                commands::extensions::extend_many(&service.db, &round.key, (&chosen, day), &by)
            })
            .await?;
            Ok(see(&page))
        }
        Err(mistake) => {
            let choice = Choice { chosen: &chosen, on: &on };
            let shown = shown(&extension, typed, Some(&mistake));
            Ok(unprocessable(&request, views::rounds::extensions(&admin.frame, &round, choice, &shown)))
        }
    }
}

async fn previewed(
    service: &Shared,
    key: String,
    chosen: Chosen,
) -> std::result::Result<(Round, commands::extensions::Extension), WebError> {
    let now = service.now();
    read(service, move |conn| {
        let round = find(conn, &key)?;
        if round.status != RoundStatus::Open {
            return Err(Refusal::RoundNotOpen.into());
        }
        let extension = commands::extensions::preview(conn, &round, &chosen, now)?;
        Ok((round, extension))
    })
    .await
}

/// The new last day, or what is wrong with it.
fn last_day(round: &Round, typed: &str, service: &Shared, admin: &Admin) -> std::result::Result<NaiveDate, String> {
    let language = admin.frame.language;
    let Some(day) = written_day(typed) else { return Err(tr!(language, "rounds-mistake-last-day")) };
    match check_day(round, day, service.now()) {
        Ok(()) => Ok(day),
        Err(refusal) => Err(describe(&refusal, language)),
    }
}

fn shown<'a>(
    extension: &'a commands::extensions::Extension,
    last_day: &'a str,
    mistake: Option<&'a str>,
) -> Extensions<'a> {
    Extensions { told: &extension.told, untold: &extension.untold, left_out: &extension.left_out, last_day, mistake }
}

#[cfg(test)]
mod tests;
