//! `/editions/import`: an edition brought as a file becomes a draft, byte for byte as it is until somebody edits it.

use actix_multipart::form::MultipartForm;
use actix_multipart::form::bytes::Bytes;
use actix_multipart::form::text::Text;
use actix_web::web::{Html, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::super::error::WebError;
use crate::commands::catalogue::{Replacing, bring as bring_edition};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::base::refusals::Refusal;
use crate::error::Error;
use crate::files::yaml::MOST_MEGABYTES;
use crate::views::catalogue::imports::{self as pages, Wrong};
use crate::web::access::auth::Admin;
use crate::web::brought::{Taken, is_chosen, take};
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, take_in};

/// What the form sends.
#[derive(Debug, MultipartForm)]
pub struct Sent {
    file: Option<Bytes>,
    /// `yes` where a draft of the same key may make way.
    replace: Option<Text<String>>,
}

/// What the address of the form may say.
#[derive(Debug, Deserialize)]
pub struct Said {
    replace: Option<String>,
}

/// `GET /editions/import`
pub async fn show(admin: Admin, said: Query<Said>) -> Html {
    let replaces = said.replace.as_deref() == Some("yes");
    Html::new(pages::show(&admin.frame, &Wrong::Nothing, replaces))
}

/// `POST /editions/import`: reads the file as a draft, or says all that is wrong with it.
pub async fn bring(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    payload: Payload,
) -> Result<HttpResponse, WebError> {
    let again = |wrong: &Wrong, replaces| unprocessable(&request, pages::show(&admin.frame, wrong, replaces));
    let sent = match take::<Sent>(&request, &service, payload).await {
        Taken::TooSlow => return Ok(HttpResponse::RequestTimeout().force_close().finish()),
        Taken::TooBig => {
            let fault = ImportError::new(1, "", Problem::TooBig(MOST_MEGABYTES));
            return Ok(again(&Wrong::File(&[fault]), false));
        }
        Taken::Broken => return Ok(again(&Wrong::Form(Refusal::NoFile), false)),
        Taken::Whole(sent) => sent,
    };
    let replaces = sent.replace.is_some_and(|word| word.as_str() == "yes");
    let Some(file) = sent.file.filter(is_chosen) else { return Ok(again(&Wrong::Form(Refusal::NoFile), replaces)) };
    let replacing = if replaces { Replacing::Draft } else { Replacing::Nothing };
    let by = admin.by(&service);
    let brought = take_in(&service, move |service| match bring_edition(&service.db, &file.data, replacing, &by) {
        Err(Error::ImportErrors(faults)) => Ok(Err((Refusal::NoFile, faults))),
        Err(Error::Refused(refusal @ (Refusal::EditionExists(_) | Refusal::DraftExists(_)))) => {
            Ok(Err((refusal, Vec::new())))
        }
        other => other.map(Ok),
    });
    Ok(match brought.await? {
        Ok(key) => see(&format!("/drafts/{key}?saved=yes")),
        Err((refusal, faults)) if faults.is_empty() => again(&Wrong::Form(refusal), replaces),
        Err((_, faults)) => again(&Wrong::File(&faults), replaces),
    })
}

#[cfg(test)]
mod tests;
