//! The edge that every form passes: it arrives whole and within its size and time, and no NUL gets on.

use std::time::Duration;

use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::StatusCode;
use actix_web::web;
use tokio::time::timeout;

use super::Service;

/// The most bytes of a form under a personal link: a section of 250 questions with long comments
/// fits.
pub(super) const FORM_LIMIT: usize = 4 * 1024 * 1024;

/// The most bytes of a form of a draft: a question with help to each of twelve options in two languages fits.
pub(super) const DRAFT_LIMIT: usize = 256 * 1024;

/// The most bytes of a form with a long text, of a letter or of the site: the longest fits, however it is written.
pub(super) const TEXT_LIMIT: usize = 256 * 1024;

/// The most bytes of a form that names posts one by one: 5,000 of them fit.
pub(super) const SELECTION_LIMIT: usize = 256 * 1024;

/// The most megabytes of a file brought on a page: a directory of 50,000 posts fits.
pub(super) const UPLOAD_MEGABYTES: usize = 5;

/// Where files are brought.
pub(super) const UPLOAD_PATHS: [&str; 3] = ["/directory/import", "/editions/import", "/administration/site/logo"];

/// The most bytes of every other form; actix's own limit of a form.
const OTHER_LIMIT: usize = 16 * 1024;

/// Reads the body and puts it back for the handler.
///
/// # Errors
/// The status to answer with: 413 for what is too long, 408 for what takes too long, 400 for a broken
/// body and for one with a NUL, which PostgreSQL has no text for.
pub async fn read_whole(request: &mut ServiceRequest, service: &Service) -> Result<(), StatusCode> {
    // A file is read by its handler, once it is known who brings it (`brought.rs`).
    if UPLOAD_PATHS.contains(&request.path()) {
        return Ok(());
    }
    let is_answers = request.path().starts_with("/svar/");
    let limit = match request.path() {
        _ if is_answers => FORM_LIMIT,
        path if path.starts_with("/drafts") => DRAFT_LIMIT,
        path if path.starts_with("/administration/site/texts/") => TEXT_LIMIT,
        path if path.starts_with("/programmes/") && path.contains("/texts/") => TEXT_LIMIT,
        path if names_posts(path) => SELECTION_LIMIT,
        _ => OTHER_LIMIT,
    };
    let patience = Duration::from_secs(service.config.body_seconds.into());
    let body = request.extract::<web::Payload>().await.map_err(|_| StatusCode::BAD_REQUEST)?;
    let body = timeout(patience, body.to_bytes_limited(limit)).await.map_err(|_| StatusCode::REQUEST_TIMEOUT)?;
    let body = body.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?.map_err(|_| StatusCode::BAD_REQUEST)?;
    // What was pasted into a comment is kept without its control characters (`domain::drafts`); nobody loses
    // a section of answers over one.
    if !is_answers && holds_nul(&body) {
        return Err(StatusCode::BAD_REQUEST);
    }
    request.set_payload(Payload::from(body));
    Ok(())
}

/// Whether the form of a page may name posts one by one: those to be reminded or extended, and those that have another
/// name in a file.
fn names_posts(path: &str) -> bool {
    let is_of_round = path.starts_with("/rounds/") && (path.ends_with("/reminders") || path.ends_with("/extensions"));
    is_of_round || path.starts_with("/directory/import/")
}

/// Whether a form or an address holds a NUL, bare or encoded: no other text decodes to one.
pub fn holds_nul(encoded: &[u8]) -> bool {
    encoded.contains(&0) || encoded.windows(3).any(|letters| letters == b"%00")
}
