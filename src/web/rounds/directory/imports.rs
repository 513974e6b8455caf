//! A file of the directory brought on a page: its dry run on screen, and then its import as it was shown.

use actix_web::web::{Form, Html, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{kept_by, see, unprocessable};
use crate::commands::uploads::{self, Outcome};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::compare;
use crate::domain::rounds::renames::likely_renames;
use crate::domain::rounds::uploads::{Chosen, UploadId};
use crate::error::{Error, OrNotFound};
use crate::views::rounds::directory::imports::{self as pages, DryRun, Wrong};
use crate::web::access::auth::Visitor;
use crate::web::bodies::UPLOAD_MEGABYTES;
use crate::web::brought::{self, Brought};
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::{Shared, act, read, take_in};

/// `GET /directory/import`
pub async fn show(visitor: Visitor) -> Result<Html, WebError> {
    kept_by(&visitor.staff)?;
    Ok(Html::new(pages::show(&visitor.frame, &Wrong::Nothing)))
}

/// `POST /directory/import`: reads the file and keeps it for its dry run, or says all that is wrong with it. Nothing of
/// the file is read before it is known who brings it.
pub async fn bring(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    payload: Payload,
) -> Result<HttpResponse, WebError> {
    kept_by(&visitor.staff)?;
    let file = match brought::bring(&request, &service, payload).await {
        Brought::File(file) => file,
        Brought::TooSlow => return Ok(HttpResponse::RequestTimeout().force_close().finish()),
        Brought::TooBig => {
            let fault = ImportError::new(1, "", Problem::TooBig(UPLOAD_MEGABYTES));
            return Ok(unprocessable(&request, pages::show(&visitor.frame, &Wrong::File(&[fault]))));
        }
        Brought::Nothing => {
            let wrong = Wrong::Form(Refusal::NoFile);
            return Ok(unprocessable(&request, pages::show(&visitor.frame, &wrong)));
        }
    };
    let (staff, by) = (visitor.staff.clone(), visitor.by(&service));
    let kept = take_in(&service, move |service| match uploads::keep(&service.db, &file, &staff, &by) {
        Err(Error::ImportErrors(faults)) => Ok(Err(faults)),
        other => other.map(Ok),
    });
    match kept.await? {
        Ok(id) => Ok(see(&format!("/directory/import/{id}"))),
        Err(faults) => Ok(unprocessable(&request, pages::show(&visitor.frame, &Wrong::File(&faults)))),
    }
}

/// What the address of a dry run may say.
#[derive(Debug, Deserialize)]
pub struct Said {
    changed: Option<String>,
}

/// `GET /directory/import/{upload}`: what the import would do, as the directory stands now.
pub async fn dry_run(
    service: Shared,
    visitor: Visitor,
    upload: Path<String>,
    said: Query<Said>,
) -> Result<Html, WebError> {
    kept_by(&visitor.staff)?;
    let id: UploadId = upload.parse().ok().or_not_found()?;
    let (found, staff, now) = (id.clone(), visitor.staff.clone(), service.now());
    let (rows, existing) = read(&service, move |conn| uploads::find(conn, (&found, &staff), now)).await?;
    let (frame, has_changed) = (visitor.frame, said.changed.is_some());
    crate::web::draw(move || {
        let diff = compare(&existing, &rows);
        let likely = likely_renames(&diff);
        let shown = DryRun { id: &id, diff: &diff, likely: &likely, has_changed };
        Ok(Html::new(pages::dry_run(&frame, &shown)))
    })
    .await
}

/// `POST /directory/import/{upload}`: imports the file as its dry run was shown; where the directory has changed since,
/// the dry run is shown again.
pub async fn carry_out(
    service: Shared,
    visitor: Visitor,
    upload: Path<String>,
    Form(Fields(fields)): Form<Fields>,
) -> Result<HttpResponse, WebError> {
    kept_by(&visitor.staff)?;
    let id: UploadId = upload.parse().ok().or_not_found()?;
    let values =
        |name: &'static str| fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str());
    let chosen = Chosen {
        seen: values("seen").next().unwrap_or_default().to_owned(),
        renamed: values("renamed").filter_map(|post| post.parse().ok()).collect(),
        retires_missing: values("missing").any(|value| value == "retire"),
    };
    let (found, staff, by) = (id.clone(), visitor.staff.clone(), visitor.by(&service));
    let outcome = act(&service, move |service| uploads::carry_out(&service.db, (&found, &staff), &chosen, &by)).await?;
    Ok(match outcome {
        Outcome::Changed => see(&format!("/directory/import/{id}?changed=yes")),
        Outcome::Imported(report) => {
            see(&format!("/directory?imported={}", report.new.len() + report.changed.len() + report.restored.len()))
        }
    })
}
