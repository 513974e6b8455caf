//! Taking in the editions that the program brings along; administrators only.

use actix_web::HttpResponse;

use crate::commands;
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::replies::see;
use crate::web::{Shared, act};

/// `POST /editions/shipped`
pub async fn take_in(service: Shared, admin: Admin) -> Result<HttpResponse, WebError> {
    let by = admin.by(&service);
    act(&service, move |service| commands::catalogue::shipped::take_in(&service.db, &by)).await?;
    Ok(see("/catalogue"))
}
