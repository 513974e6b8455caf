//! What becomes of an example of good practice: a moderator shows or declines it, and its municipality takes it back.

use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::examples::find;
use crate::commands;
use crate::domain::practice::examples::{ExampleVersionId, MOST_IN_REASON, may_moderate};
use crate::domain::practice::written::written;
use crate::error::{Error, OrNotFound};
use crate::views::practice::TypedText;
use crate::views::practice::example;
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, act};

type Answered = std::result::Result<HttpResponse, WebError>;

/// What is decided about: the version that was read, and why it is declined.
#[derive(Debug, Deserialize)]
pub struct Decided {
    #[serde(default)]
    version: String,
    #[serde(default)]
    reason: String,
    /// There where somebody has said that the reason holds no CPR number.
    no_cpr: Option<String>,
}

/// `POST /practice/{id}/showing`
pub async fn show(service: Shared, visitor: Visitor, id: Path<String>, Form(form): Form<Decided>) -> Answered {
    let shared = find(&service, &visitor, &id).await?;
    let version: ExampleVersionId = form.version.parse().ok().or_not_found()?;
    let (staff, example, by) = (visitor.staff.clone(), shared.0.example.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::examples::show(&service.db, &staff, (&example, &version), &by)).await?;
    Ok(see(&format!("/practice/{id}")))
}

/// `POST /practice/{id}/declining`
pub async fn decline(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    id: Path<String>,
    Form(form): Form<Decided>,
) -> Answered {
    if !may_moderate(&visitor.staff) {
        return Err(Error::NotFound.into());
    }
    let shared = find(&service, &visitor, &id).await?;
    let version: ExampleVersionId = form.version.parse().ok().or_not_found()?;
    let is_no_cpr = form.no_cpr.is_some();
    match written(&form.reason, MOST_IN_REASON, is_no_cpr) {
        Ok(reason) => {
            let (staff, example, by) = (visitor.staff.clone(), shared.0.example.id.clone(), visitor.by(&service));
            act(&service, move |service| {
                commands::examples::decline(&service.db, (&staff, &reason), (&example, &version), &by)
            })
            .await?;
            Ok(see(&format!("/practice/{id}")))
        }
        Err(fault) => {
            let typed = TypedText { text: form.reason, is_no_cpr, fault: Some(fault) };
            Ok(unprocessable(&request, example::one(&visitor.frame, &shared, &typed)))
        }
    }
}

/// `POST /practice/{id}/withdrawal`
pub async fn withdraw(service: Shared, visitor: Visitor, id: Path<String>) -> Answered {
    let shared = find(&service, &visitor, &id).await?;
    let (staff, example, by) = (visitor.staff.clone(), shared.0.example.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::examples::withdraw(&service.db, (&staff, &example), &by)).await?;
    Ok(see(&format!("/practice/{id}")))
}
