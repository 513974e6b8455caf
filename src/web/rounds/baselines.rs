//! What each package of a round is held against; administrators only.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Form, Html, Path};

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{existing, find, see};
use crate::commands;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::scoring::baselines::{Pin, can_serve};
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::{PackageBaseline, WITHOUT_PACKAGE};
use crate::web::access::auth::Admin;

/// `GET /rounds/{key}/baselines`
pub async fn show(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (round, edition, packages) = read(&service, move |conn| choices(conn, &key)).await?;
    Ok(Html::new(views::rounds::baselines(&admin.frame, (&round, &edition), &packages)))
}

/// `POST /rounds/{key}/baselines`: every field names a package, and its value the round pinned, if any.
pub async fn change(
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> std::result::Result<HttpResponse, WebError> {
    let key = existing(&service, key).await?;
    let page = format!("/rounds/{key}/baselines");
    let pins: Vec<Pin> = fields
        .into_iter()
        .filter(|(_, round)| !round.is_empty())
        .map(|(package, round)| Pin { package: Some(package).filter(|package| package != WITHOUT_PACKAGE), round })
        .collect();
    let by = admin.by(&service);
    act(&service, move |service| commands::baselines::replace(&service.db, &key, &pins, &by)).await?;
    Ok(see(&page))
}

/// What the round asks, each with the rounds that may be pinned.
fn choices(conn: &mut Conn, key: &str) -> Result<(Round, Arc<Edition>, Vec<PackageBaseline>)> {
    let round = find(conn, key)?;
    let edition = editions::load(conn, &round.edition)?;
    let pins = store::rounds::list_pins(conn, &round.id)?;
    let mut earlier = Vec::new();
    for one in store::rounds::list(conn)?.into_iter().filter(|one| can_serve(one, &round)) {
        let asked = editions::load(conn, &one.edition)?;
        earlier.push((one, asked));
    }
    let choice = |package: Option<usize>| {
        let key = package.map_or("", |index| edition.packages[index].key.as_str());
        let asked = |(one, asked): &&(Round, Arc<Edition>)| {
            package.is_none() || asked.find_package(key).is_some_and(|index| one.asks_package(&asked.packages[index]))
        };
        PackageBaseline {
            package,
            rounds: earlier.iter().filter(asked).map(|(one, _)| one.key.clone()).collect(),
            pinned: pins.iter().find(|(package, _)| package == key).map(|(_, round)| round.clone()),
        }
    };
    let asked = edition.packages.iter().enumerate().filter(|(_, package)| round.asks_package(package));
    let mut packages: Vec<PackageBaseline> = asked.map(|(index, _)| choice(Some(index))).collect();
    if edition.questions.iter().any(|question| question.package.is_none()) {
        packages.push(choice(None));
    }
    Ok((round, edition, packages))
}
