//! `/municipalities/{code}/advice` and `/advice/{id}`: what consultants advise a municipality, read by the staff who may
//! see it.

use std::sync::Arc;

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::advised::with_editions;
use crate::commands;
use crate::domain::catalogue::Edition;
use crate::domain::practice::advice::{AdviceId, AdviceThread, MOST_CHARACTERS, may_advise, threads};
use crate::domain::practice::places::{AskedPlace, find_recommendation, is_asked};
use crate::domain::practice::written::written;
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::store;
use crate::views::dashboards::addresses;
use crate::views::practice::TypedText;
use crate::views::practice::advice::{self as views, AdvicePage, Advised};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::country::find_shown;
use crate::web::dashboards::municipalities::in_scope;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, act, read};

type Answered = std::result::Result<HttpResponse, WebError>;

/// Round, municipality, package and recommendation of an address.
type Named = Path<(String, String, String, String)>;

/// A text as it was typed.
#[derive(Debug, Deserialize)]
pub struct Written {
    #[serde(default)]
    text: String,
    /// There where somebody has said that the text holds no CPR number.
    no_cpr: Option<String>,
}

impl Written {
    /// The text as it is kept, or the form to be shown again.
    fn parse(self) -> std::result::Result<String, TypedText> {
        let is_no_cpr = self.no_cpr.is_some();
        written(&self.text, MOST_CHARACTERS, is_no_cpr).map_err(|fault| TypedText {
            text: self.text,
            is_no_cpr,
            fault: Some(fault),
        })
    }
}

/// `GET /municipalities/{code}/advice`
pub async fn list(service: Shared, visitor: Visitor, code: Path<String>) -> std::result::Result<Html, WebError> {
    let scope = visitor.staff.scope();
    let code = in_scope(&code, &scope)?;
    let of = code.clone();
    let advice = read(&service, move |conn| {
        let rows = store::advice::list_by_municipality(conn, &of, &scope)?;
        with_editions(conn, rows)
    })
    .await?;
    Ok(Html::new(views::list(&visitor.frame, &code, &advice)))
}

/// A recommendation that a municipality was asked about, with the advice about it that stands.
struct Found {
    place: AskedPlace,
    edition: Arc<Edition>,
    advice: Vec<AdviceThread>,
}

async fn find_place(service: &Shared, visitor: &Visitor, named: Named) -> std::result::Result<Found, WebError> {
    let scope = visitor.staff.scope();
    let (round, code, package, recommendation) = named.into_inner();
    let place = AskedPlace { round, municipality: in_scope(&code, &scope)?, package, recommendation };
    read(service, move |conn| {
        let round = find_shown(conn, &place.round)?;
        let edition = editions::load(conn, &round.edition)?;
        if !is_asked(&round, &edition, (&place.package, &place.recommendation)) {
            return Err(Error::NotFound);
        }
        let rows = store::advice::list_by_round(conn, (&round.id, &place.municipality), &scope)?;
        let is_here = |one: &AdviceThread| {
            one.advice.package == place.package && one.advice.recommendation == place.recommendation
        };
        let advice = threads(rows).into_iter().filter(|one| is_here(one) && one.body().is_some()).collect();
        Ok(Found { place, edition, advice })
    })
    .await
}

fn place_page(visitor: &Visitor, found: &Found, typed: &TypedText) -> Result<maud::Markup> {
    let keys = (found.place.package.as_str(), found.place.recommendation.as_str());
    let (_, recommendation) = find_recommendation(&found.edition, keys).or_not_found()?;
    let page = AdvicePage {
        round: &found.place.round,
        code: &found.place.municipality,
        place: keys,
        title: recommendation.title.in_language(visitor.frame.language),
        advice: &found.advice,
    };
    Ok(views::place(&visitor.frame, &page, typed))
}

/// `GET /rounds/{key}/municipalities/{code}/advice/{package}/{recommendation}`
pub async fn place(service: Shared, visitor: Visitor, named: Named) -> std::result::Result<Html, WebError> {
    let found = find_place(&service, &visitor, named).await?;
    Ok(Html::new(place_page(&visitor, &found, &TypedText::default())?))
}

/// `POST /rounds/{key}/municipalities/{code}/advice/{package}/{recommendation}`
pub async fn write(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    named: Named,
    Form(form): Form<Written>,
) -> Answered {
    if !may_advise(&visitor.staff) {
        return Err(Error::NotFound.into());
    }
    let found = find_place(&service, &visitor, named).await?;
    match form.parse() {
        Ok(body) => {
            let (writer, place, by) = (visitor.staff.clone(), found.place.clone(), visitor.by(&service));
            act(&service, move |service| commands::advice::write(&service.db, (&writer, &place), &body, &by)).await?;
            let place = &found.place;
            Ok(see(&addresses::advice(&place.round, &place.municipality, (&place.package, &place.recommendation))))
        }
        Err(typed) => Ok(unprocessable(&request, place_page(&visitor, &found, &typed)?)),
    }
}

async fn find_one(service: &Shared, visitor: &Visitor, id: &str) -> std::result::Result<Advised, WebError> {
    let id: AdviceId = id.parse().ok().or_not_found()?;
    let scope = visitor.staff.scope();
    read(service, move |conn| {
        let rows = store::advice::list_versions(conn, &id, &scope)?;
        with_editions(conn, rows)?.pop().or_not_found()
    })
    .await
}

/// `GET /advice/{id}`
pub async fn show(service: Shared, visitor: Visitor, id: Path<String>) -> std::result::Result<Html, WebError> {
    let advised = find_one(&service, &visitor, &id).await?;
    let typed = TypedText::of(advised.0.body().unwrap_or_default());
    Ok(Html::new(views::one(&visitor.frame, &advised, &typed)))
}

/// `POST /advice/{id}`
pub async fn change(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    id: Path<String>,
    Form(form): Form<Written>,
) -> Answered {
    let advised = find_one(&service, &visitor, &id).await?;
    if !advised.0.may_be_changed_by(&visitor.staff) {
        return Err(Error::NotFound.into());
    }
    match form.parse() {
        Ok(body) => {
            let (writer, id, by) = (visitor.staff.clone(), advised.0.advice.id.clone(), visitor.by(&service));
            act(&service, move |service| commands::advice::change(&service.db, (&writer, &id), &body, &by)).await?;
            Ok(see(&address_of(&advised.0)))
        }
        Err(typed) => Ok(unprocessable(&request, views::one(&visitor.frame, &advised, &typed))),
    }
}

/// `POST /advice/{id}/withdrawal`
pub async fn withdraw(service: Shared, visitor: Visitor, id: Path<String>) -> Answered {
    let advised = find_one(&service, &visitor, &id).await?;
    let (writer, id, by) = (visitor.staff.clone(), advised.0.advice.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::advice::withdraw(&service.db, (&writer, &id), &by)).await?;
    Ok(see(&address_of(&advised.0)))
}

fn address_of(thread: &AdviceThread) -> String {
    let advice = &thread.advice;
    addresses::advice(&thread.round.key, &advice.municipality_code, (&advice.package, &advice.recommendation))
}
