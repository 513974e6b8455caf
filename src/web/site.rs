//! What an administrator chooses about the site.

pub mod files;
pub mod operation;
pub mod texts;

use actix_web::web::{Form, Html, Payload};
use actix_web::{HttpRequest, HttpResponse};
use maud::Markup;
use serde::Deserialize;

use super::error::WebError;
use super::{Shared, act, take_in};
use crate::commands;
use crate::domain::site::{LogoFault, SiteDraft, SiteFault};
use crate::files::logo;
use crate::views::shell::Frame;
use crate::views::site::{SitePage, draft, site};
use crate::web::access::auth::Admin;
use crate::web::brought::{self, Brought};
use crate::web::replies::{see, unprocessable};

const PATH: &str = "/administration/site";

/// The form of the site.
#[derive(Debug, Deserialize)]
pub struct Typed {
    name: String,
    sender: String,
    contact: String,
    accent: String,
}

/// `GET /administration/site`
pub async fn show(service: Shared, admin: Admin) -> Html {
    let chosen = draft(&admin.frame.site);
    Html::new(page(&service, &admin.frame, &chosen, &Faults::default()))
}

/// `POST /administration/site`: keeps what was chosen, or shows the form again.
pub async fn update(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    Form(typed): Form<Typed>,
) -> Result<HttpResponse, WebError> {
    let Typed { name, sender, contact, accent } = typed;
    let typed = SiteDraft { name, sender, contact, accent };
    let chosen = match typed.parse() {
        Ok(chosen) => chosen,
        Err(settings) => {
            let faults = Faults { settings, logo: None };
            return Ok(unprocessable(&request, page(&service, &admin.frame, &typed, &faults)));
        }
    };
    let by = admin.by(&service);
    act(&service, move |service| commands::site::update(&service.db, &chosen, &by)).await?;
    service.site.forget();
    Ok(see(PATH))
}

/// `POST /administration/site/logo`: keeps a logo, or says what is wrong with it.
pub async fn set_logo(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    payload: Payload,
) -> Result<HttpResponse, WebError> {
    let sent = match brought::bring(&request, &service, payload).await {
        Brought::File(sent) => Ok(sent),
        Brought::Nothing => Err(LogoFault::Missing),
        Brought::TooBig => Err(LogoFault::TooBig),
        Brought::TooSlow => return Ok(HttpResponse::RequestTimeout().force_close().finish()),
    };
    let read = match sent {
        // Unpacking and packing a picture takes a while.
        Ok(sent) => take_in(&service, move |_| Ok(logo::read(&sent))).await?,
        Err(fault) => Err(fault),
    };
    let file = match read {
        Ok(file) => file,
        Err(fault) => {
            let (chosen, faults) = (draft(&admin.frame.site), Faults { settings: Vec::new(), logo: Some(fault) });
            return Ok(unprocessable(&request, page(&service, &admin.frame, &chosen, &faults)));
        }
    };
    let by = admin.by(&service);
    act(&service, move |service| commands::site::set_logo(&service.db, &file, &by)).await?;
    service.site.forget();
    Ok(see(PATH))
}

/// `POST /administration/site/logo/removal`
pub async fn remove_logo(service: Shared, admin: Admin) -> Result<HttpResponse, WebError> {
    let by = admin.by(&service);
    act(&service, move |service| commands::site::remove_logo(&service.db, &by)).await?;
    service.site.forget();
    Ok(see(PATH))
}

/// What is wrong with what was sent.
#[derive(Default)]
struct Faults {
    settings: Vec<SiteFault>,
    logo: Option<LogoFault>,
}

fn page(service: &Shared, frame: &Frame, draft: &SiteDraft, faults: &Faults) -> Markup {
    let config = &service.config;
    let otherwise = (config.mail_from.as_str(), config.contact.as_str());
    site(frame, &SitePage { draft, faults: &faults.settings, logo_fault: faults.logo, otherwise })
}
