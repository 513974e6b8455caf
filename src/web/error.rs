//! From errors to pages: which status each has, and what people read.

use actix_web::HttpResponse;
use actix_web::body::BoxBody;
use actix_web::error::{BlockingError, ResponseError};
use actix_web::http::StatusCode;
use actix_web::http::header::{self};

use crate::domain::access::rate_limits::WINDOW_MINUTES;
use crate::domain::access::sign_in_faults::SignInFault;
use crate::domain::base::refusals::Refusal;
use crate::error::Error;
use crate::oidc::Failure;

/// How long somebody should wait who found too many waiting.
const BUSY_SECONDS: u32 = 5;

/// What the log says of a sign-in by a provider that came to nothing.
const FAILED: &str = "signing in by the provider failed";

/// An error on its way to a visitor.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct WebError(#[from] Error);

impl From<BlockingError> for WebError {
    fn from(cause: BlockingError) -> WebError {
        WebError(Error::Internal(Box::new(cause)))
    }
}

impl From<Refusal> for WebError {
    fn from(refusal: Refusal) -> WebError {
        WebError(refusal.into())
    }
}

impl From<Failure> for Error {
    /// Logged here, where it is known what happened; people are told by the fault.
    fn from(failure: Failure) -> Error {
        let (fault, cause) = (failure.fault.word(), failure.cause.as_str());
        match failure.fault {
            // Anybody can bring that about.
            SignInFault::NotBegun | SignInFault::Denied => tracing::info!(fault, cause, "{FAILED}"),
            _ => tracing::warn!(fault, cause, "{FAILED}"),
        }
        Error::Refused(Refusal::SignIn(failure.fault))
    }
}

impl WebError {
    /// What went wrong.
    pub fn cause(&self) -> &Error {
        &self.0
    }

    /// Whether the same request may go well later.
    pub fn is_passing(&self) -> bool {
        matches!(self.status_code(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS)
    }

    /// Its status, for a page of its own; logs what is ours to mend, which such a page hides from `pages`.
    pub fn told(&self) -> StatusCode {
        let status = self.status_code();
        if status.is_server_error() {
            tracing::error!(cause = %self, "answers could not be saved");
        }
        status
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self.0 {
            Error::NotFound | Error::LinkStopped => StatusCode::NOT_FOUND,
            Error::Forbidden => StatusCode::FORBIDDEN,
            Error::Refused(Refusal::TooManyAttempts) => StatusCode::TOO_MANY_REQUESTS,
            Error::Refused(_) => StatusCode::CONFLICT,
            Error::ImportErrors(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::Pool(_) | Error::Unavailable(_) | Error::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Database(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let status = self.status_code();
        let mut response = HttpResponse::build(status);
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.insert_header((header::RETRY_AFTER, WINDOW_MINUTES * 60));
        }
        if matches!(self.0, Error::Busy(_)) {
            response.insert_header((header::RETRY_AFTER, BUSY_SECONDS));
        }
        response.finish()
    }
}
