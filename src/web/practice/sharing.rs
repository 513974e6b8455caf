//! `/rounds/{key}/municipalities/{code}/practice`: what a municipality carries out in full, and sharing an example of it.

use std::sync::Arc;

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::practice::carried_out::carried_out;
use crate::domain::practice::example_drafts::{ExampleFaults, TypedExample};
use crate::domain::practice::examples::{ExampleThread, ExampleVersion, can_rest_on, example_threads, may_share};
use crate::domain::practice::places::{AskedPlace, find_recommendation};
use crate::error::{Error, OrNotFound, Result};
use crate::results;
use crate::store::{self, Conn};
use crate::views::practice::sharing::{self as views, Attempt, CarriedOutPage};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::country::find_shown;
use crate::web::dashboards::municipalities::in_scope;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, act, count};

/// Round, municipality, package and recommendation of an address.
type Named = Path<(String, String, String, String)>;

/// What a municipality carries out in full in a closed round.
struct Full {
    edition: Arc<Edition>,
    carried_out: Vec<(usize, usize)>,
    own: Vec<ExampleThread>,
}

/// The municipality of an address that a coordinator shares for.
fn own(visitor: &Visitor, code: &str) -> Result<MunicipalityCode> {
    if may_share(&visitor.staff) { in_scope(code, &visitor.staff.scope()) } else { Err(Error::NotFound) }
}

fn load(conn: &mut Conn, round: &str, code: &MunicipalityCode) -> Result<Full> {
    let round = Some(find_shown(conn, round)?).filter(can_rest_on).or_not_found()?;
    let scope = Scope::Some(vec![code.clone()]);
    let tallies = results::count(conn, &round, &scope)?;
    let own = example_threads(store::examples::list_in_scope(conn, &scope)?);
    Ok(Full { edition: tallies.edition.clone(), carried_out: carried_out(&tallies, code), own })
}

/// `GET /rounds/{key}/municipalities/{code}/practice`
pub async fn list(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let (round, code) = path.into_inner();
    let code = own(&visitor, &code)?;
    let (key, of) = (round.clone(), code.clone());
    let full = count(&service, move |service| service.db.read(|conn| load(conn, &key, &of))).await?;
    let page = CarriedOutPage {
        round: &round,
        code: &code,
        edition: &full.edition,
        carried_out: &full.carried_out,
        own: &full.own,
    };
    Ok(Html::new(views::carried_out(&visitor.frame, &page)))
}

/// A recommendation that the municipality carries out in full, and what it shares of it already.
struct Sharing {
    place: AskedPlace,
    edition: Arc<Edition>,
    standing: Option<ExampleThread>,
}

async fn find(service: &Shared, visitor: &Visitor, named: Named) -> std::result::Result<Sharing, WebError> {
    let (round, code, package, recommendation) = named.into_inner();
    let place = AskedPlace { round, municipality: own(visitor, &code)?, package, recommendation };
    count(service, move |service| {
        service.db.read(|conn| {
            let full = load(conn, &place.round, &place.municipality)?;
            let package = full.edition.find_package(&place.package).or_not_found()?;
            let found = full.edition.packages[package].find_recommendation(&place.recommendation).or_not_found()?;
            if !full.carried_out.contains(&(package, found)) {
                return Err(Refusal::NotCarriedOut.into());
            }
            let is_of = |one: &ExampleThread| {
                let example = &one.example;
                example.withdrawn_at.is_none()
                    && example.edition == full.edition.key
                    && (&example.package, &example.recommendation) == (&place.package, &place.recommendation)
            };
            let standing = full.own.into_iter().find(is_of);
            Ok(Sharing { place, edition: full.edition, standing })
        })
    })
    .await
}

fn page(visitor: &Visitor, sharing: &Sharing, attempt: &Attempt) -> Result<maud::Markup> {
    let keys = (sharing.place.package.as_str(), sharing.place.recommendation.as_str());
    let (_, recommendation) = find_recommendation(&sharing.edition, keys).or_not_found()?;
    let title = recommendation.title.in_language(visitor.frame.language);
    Ok(views::form(&visitor.frame, (&sharing.place, title), attempt))
}

/// `GET /rounds/{key}/municipalities/{code}/practice/{package}/{recommendation}`
pub async fn form(service: Shared, visitor: Visitor, named: Named) -> std::result::Result<Html, WebError> {
    let sharing = find(&service, &visitor, named).await?;
    let newest = sharing.standing.as_ref().and_then(ExampleThread::newest);
    let typed = newest.map(|(version, _)| typed_of(version)).unwrap_or_default();
    Ok(Html::new(page(&visitor, &sharing, &Attempt { typed, faults: ExampleFaults::default() })?))
}

fn typed_of(version: &ExampleVersion) -> TypedExample {
    TypedExample {
        title: version.title.clone(),
        body: version.body.clone(),
        function: version.contact_function.clone(),
        email: version.contact_email.clone(),
        phone: version.contact_phone.clone(),
        is_no_cpr: false,
    }
}

/// An example as it was typed.
#[derive(Debug, Deserialize)]
pub struct Written {
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    function: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    /// There where somebody has said that the texts hold no CPR number.
    no_cpr: Option<String>,
}

/// `POST /rounds/{key}/municipalities/{code}/practice/{package}/{recommendation}`
pub async fn share(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    named: Named,
    Form(form): Form<Written>,
) -> std::result::Result<HttpResponse, WebError> {
    let sharing = find(&service, &visitor, named).await?;
    let Written { title, body, function, email, phone, no_cpr } = form;
    let typed = TypedExample { title, body, function, email, phone, is_no_cpr: no_cpr.is_some() };
    match typed.parse() {
        Ok(draft) => {
            let (writer, place, by) = (visitor.staff.clone(), sharing.place.clone(), visitor.by(&service));
            let share = move |service: &crate::web::Service| {
                commands::examples::share(&service.db, (&writer, &place), &draft, &by)
            };
            let id = act(&service, share).await?;
            Ok(see(&format!("/practice/{id}")))
        }
        Err(faults) => Ok(unprocessable(&request, page(&visitor, &sharing, &Attempt { typed, faults })?)),
    }
}
