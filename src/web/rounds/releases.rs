//! The releases of a round: what was published, for everybody who may see the round's figures, and publishing, for
//! administrators alone.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::super::error::WebError;
use super::super::{Service, Shared, act, count, draw};
use super::{find, see, unprocessable};
use crate::commands;
use crate::domain::access::staff::{Role, Staff};
use crate::domain::base::refusals::Refusal;
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::dashboards::tables::stored_lines;
use crate::domain::dashboards::wanted::Wanted;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::{Basis, Proposal, Release};
use crate::domain::scoring::comparison::compare_country;
use crate::error::{Error, OrNotFound, Result};
use crate::files;
use crate::files::cells::Dialect;
use crate::results::{hold_against, released_baselines};
use crate::store::{self, Conn};
use crate::views;
use crate::views::refusals::describe;
use crate::views::rounds::{ReleaseList, ReleaseSheet};
use crate::web::access::auth::{Admin, Visitor};
use crate::web::dashboards::downloads::Download;

/// `GET /rounds/{key}/releases`: what was published, and for administrators what could be; it changes nothing.
pub async fn list(service: Shared, visitor: Visitor, key: Path<String>) -> std::result::Result<Html, WebError> {
    let staff = visitor.staff.clone();
    let listed = count(&service, move |service| load(service, &staff, &key)).await?;
    Ok(Html::new(views::rounds::releases(&visitor.frame, &listed.page(("", None)))))
}

/// What is typed to publish.
#[derive(Debug, Deserialize)]
pub struct Publication {
    #[serde(default)]
    reason: String,
    letters: Option<String>,
}

/// `POST /rounds/{key}/releases`: publishes the figures as they are now, or shows the form again.
pub async fn publish(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(typed): Form<Publication>,
) -> std::result::Result<HttpResponse, WebError> {
    let (by, language, staff) = (admin.by(&service), admin.frame.language, admin.staff.clone());
    let (key, reason, tells) = (key.into_inner(), typed.reason.clone(), typed.letters.is_some());
    let outcome = count(&service, move |service| {
        let round = service.db.read(|conn| find(conn, &key))?;
        match commands::releases::publish(&service.db, &round.key, (&reason, tells), &by) {
            Ok(_) => Ok(Ok(format!("/rounds/{key}/releases"))),
            Err(Error::Refused(mistake @ Refusal::BadReleaseReason)) => {
                Ok(Err((mistake, load(service, &staff, &key)?)))
            }
            Err(error) => Err(error),
        }
    })
    .await?;
    Ok(match outcome {
        Ok(page) => see(&page),
        Err((mistake, listed)) => {
            let mistake = describe(&mistake, language);
            let page = listed.page((&typed.reason, Some(&mistake)));
            unprocessable(&request, views::rounds::releases(&admin.frame, &page))
        }
    })
}

/// `GET /rounds/{key}/releases/{number}`
pub async fn show(service: Shared, visitor: Visitor, path: Path<(String, i32)>) -> std::result::Result<Html, WebError> {
    let scope = visitor.staff.scope();
    let (key, number) = path.into_inner();
    let (round, release, newest, country) = count(&service, move |service| {
        service.db.read(|conn| {
            let (round, release) = find_release(conn, &key, number)?;
            let newest = store::releases::list(conn, &round.id)?.first().map_or(number, |newest| newest.number);
            let held = released_baselines(conn, &release)?;
            let compared = hold_against(conn, &round, held, &crate::domain::access::staff::Scope::All)?;
            let changes = compare_country(&compared.comparison);
            let country = CountryDashboard::new(&compared, &changes, (&scope, None), Wanted::default());
            Ok((round, release, newest, country))
        })
    })
    .await?;
    let basis = basis_of(&release)?;
    let page = ReleaseSheet { round: &round, release: &release, basis: &basis, newest, country: &country };
    Ok(Html::new(views::rounds::release_sheet(&visitor.frame, &page)))
}

/// `GET /rounds/{key}/releases/{number}/{file}.csv`: its figures as they were published.
pub async fn file(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, i32, String)>,
) -> std::result::Result<Download, WebError> {
    let (key, number, file) = path.into_inner();
    let name = format!("{key}-release-{number}-{file}.csv");
    let (scope, dialect) = (visitor.staff.scope(), Dialect::for_download(visitor.frame.is_demo));
    let figures = act(&service, move |service| {
        service.db.read(|conn| {
            let (_, release) = find_release(conn, &key, number)?;
            Ok(store::releases::find_figures(conn, &release.id)?)
        })
    })
    .await?;
    draw(move || {
        let published = match file.as_str() {
            "scores" => &figures.scores,
            "changes" => &figures.changes,
            _ => return Err(Error::NotFound),
        };
        Ok(Download::table(&name, files::releases::write(dialect, &stored_lines(published, &scope))))
    })
    .await
}

/// What the page of a round's releases is made from.
struct Listed {
    round: Round,
    releases: Vec<(Release, Basis)>,
    proposal: Option<Proposal>,
}

impl Listed {
    fn page<'a>(&'a self, typed: (&'a str, Option<&'a str>)) -> ReleaseList<'a> {
        ReleaseList { round: &self.round, releases: &self.releases, proposal: self.proposal.as_ref(), typed }
    }
}

fn load(service: &Service, staff: &Staff, key: &str) -> Result<Listed> {
    service.db.read(|conn| {
        let round = find_closed(conn, key)?;
        let releases = store::releases::list(conn, &round.id)?;
        let may_publish = staff.role == Role::Admin && commands::releases::check(&round).is_ok();
        let proposal = match may_publish {
            true => Some(crate::releases::propose(conn, &round, releases.first(), service.now())?),
            false => None,
        };
        let releases = releases.into_iter().map(|release| {
            let basis = basis_of(&release)?;
            Ok((release, basis))
        });
        Ok(Listed { releases: releases.collect::<Result<_>>()?, round, proposal })
    })
}

/// A round that may have releases: one that has closed.
fn find_closed(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = store::rounds::find_by_key(conn, key)?;
    round.filter(Round::is_closed).or_not_found()
}

fn find_release(conn: &mut Conn, key: &str, number: i32) -> Result<(Round, Release)> {
    let round = find_closed(conn, key)?;
    let release = store::releases::find_by_number(conn, &round.id, number)?.or_not_found()?;
    Ok((round, release))
}

fn basis_of(release: &Release) -> Result<Basis> {
    release.read_basis().map_err(|cause| Error::Internal(cause.into()))
}
