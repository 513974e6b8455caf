//! A file that somebody brings in a form: it is read by its handler, once it is known who brings it.

use std::time::Duration;

use actix_multipart::MultipartError;
use actix_multipart::form::MultipartForm;
use actix_multipart::form::bytes::Bytes;
use actix_web::error::PayloadError;
use actix_web::web::{self, Payload};
use actix_web::{FromRequest, HttpRequest};
use tokio::time::timeout;

use super::Service;

/// What the form sends.
#[derive(Debug, MultipartForm)]
struct Sent {
    file: Option<Bytes>,
}

/// What came of a file.
#[derive(Debug)]
pub enum Brought {
    /// It is there.
    File(web::Bytes),
    /// None was chosen, or it has no bytes.
    Nothing,
    /// It has more than `routes::UPLOAD_MEGABYTES`.
    TooBig,
    /// It took longer than a form may take.
    TooSlow,
}

/// Reads the file of a form.
pub async fn bring(request: &HttpRequest, service: &Service, payload: Payload) -> Brought {
    let patience = Duration::from_secs(service.config.body_seconds.into());
    let sent = MultipartForm::<Sent>::from_request(request, &mut payload.into_inner());
    match timeout(patience, sent).await {
        Err(_) => Brought::TooSlow,
        Ok(Err(error)) if is_too_big(&error) => Brought::TooBig,
        Ok(Err(_)) => Brought::Nothing,
        Ok(Ok(sent)) => match sent.into_inner().file.map(|file| file.data) {
            Some(file) if !file.is_empty() => Brought::File(file),
            _ => Brought::Nothing,
        },
    }
}

fn is_too_big(error: &actix_web::Error) -> bool {
    matches!(error.as_error::<MultipartError>(), Some(MultipartError::Payload(PayloadError::Overflow)))
}
