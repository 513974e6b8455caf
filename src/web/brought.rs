//! A file that somebody brings in a form: it is read by its handler, once it is known who brings it.

use std::time::Duration;

use actix_multipart::MultipartError;
use actix_multipart::form::bytes::Bytes;
use actix_multipart::form::{MultipartCollect, MultipartForm};
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
    /// It has more than `bodies::UPLOAD_MEGABYTES`.
    TooBig,
    /// It took longer than a form may take.
    TooSlow,
}

/// Reads the file of a form.
pub async fn bring(request: &HttpRequest, service: &Service, payload: Payload) -> Brought {
    match take::<Sent>(request, service, payload).await {
        Taken::TooSlow => Brought::TooSlow,
        Taken::TooBig => Brought::TooBig,
        Taken::Broken => Brought::Nothing,
        Taken::Whole(sent) => match sent.file.map(|file| file.data) {
            Some(file) if !file.is_empty() => Brought::File(file),
            _ => Brought::Nothing,
        },
    }
}

/// A form with a file and what else it asks, as far as it came.
#[derive(Debug)]
pub enum Taken<T> {
    /// All of it.
    Whole(T),
    /// Less than a form.
    Broken,
    /// The file has more than `bodies::UPLOAD_MEGABYTES`.
    TooBig,
    /// It took longer than a form may take.
    TooSlow,
}

/// Reads a form that has a file and other fields.
pub async fn take<T: MultipartCollect + 'static>(
    request: &HttpRequest,
    service: &Service,
    payload: Payload,
) -> Taken<T> {
    let patience = Duration::from_secs(service.config.body_seconds.into());
    let sent = MultipartForm::<T>::from_request(request, &mut payload.into_inner());
    match timeout(patience, sent).await {
        Err(_) => Taken::TooSlow,
        Ok(Err(error)) if is_too_big(&error) => Taken::TooBig,
        Ok(Err(_)) => Taken::Broken,
        Ok(Ok(sent)) => Taken::Whole(sent.into_inner()),
    }
}

/// Whether a file was chosen: where none was, a browser sends its field without bytes and without a name.
pub fn is_chosen(file: &Bytes) -> bool {
    !file.data.is_empty() || file.file_name.as_ref().is_some_and(|name| !name.is_empty())
}

fn is_too_big(error: &actix_web::Error) -> bool {
    matches!(error.as_error::<MultipartError>(), Some(MultipartError::Payload(PayloadError::Overflow)))
}
