//! What the API says when it can't answer: `application/problem+json` (RFC 9457), with the parameter that is wrong.

use std::collections::BTreeMap;

use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::error::ResponseError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, web};
use utoipa::openapi::{Content, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use super::parameters::{self, BadParameter, Fault};
use crate::api::Problem;
use crate::domain::Language;
use crate::error::Error;
use crate::web::error::WebError;

/// The kind of a problem's body.
const KIND: &str = "application/problem+json";

/// How a program may say who it is: a token, or the token as the password of any name, which is what spreadsheets ask
/// for.
const CHALLENGE: &str = "Bearer realm=\"api\", Basic realm=\"api\", charset=\"UTF-8\"";

/// Why the API does not answer.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// No token was sent, or one that opens nothing.
    #[error("no token that opens anything")]
    NoToken,
    /// The token does not open what leaders have written.
    #[error("a token that opens no comments")]
    NoComments,
    /// More requests than a minute has room for.
    #[error("too many requests with one token")]
    TooMany,
    /// A parameter is wrong.
    #[error("the parameter {} is wrong", .0.name)]
    BadParameter(#[from] BadParameter),
    /// Anything else.
    #[error(transparent)]
    Failed(#[from] WebError),
}

impl From<Error> for ApiError {
    fn from(error: Error) -> ApiError {
        ApiError::Failed(error.into())
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        match self {
            ApiError::NoToken => StatusCode::UNAUTHORIZED,
            ApiError::NoComments => StatusCode::FORBIDDEN,
            ApiError::TooMany => StatusCode::TOO_MANY_REQUESTS,
            ApiError::BadParameter(_) => StatusCode::UNPROCESSABLE_ENTITY,
            ApiError::Failed(error) => error.status_code(),
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            ApiError::NoToken => response.insert_header((header::WWW_AUTHENTICATE, CHALLENGE)).finish(),
            ApiError::TooMany => response.insert_header((header::RETRY_AFTER, super::limits::MINUTE)).finish(),
            ApiError::Failed(error) => error.error_response(),
            ApiError::NoComments | ApiError::BadParameter(_) => response.finish(),
        }
    }
}

/// A failed response with its problem for a body, whatever it was before.
pub fn with_problem(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let language = parameters::language_of(response.request());
    let cause = response.response().error().and_then(|error| error.as_error::<ApiError>());
    let problem = problem(response.status(), cause, language);
    let (request, mut response) = response.into_parts();
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
    // Nothing fails in writing to memory.
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    ServiceResponse::new(request, response.set_body(BoxBody::new(web::Bytes::from(body))))
}

fn problem(status: StatusCode, cause: Option<&ApiError>, language: Language) -> Problem {
    let (title, detail) = match (cause, status.as_u16()) {
        (Some(ApiError::BadParameter(bad)), _) => (tr!(language, "api-problem-parameter"), told(bad, language)),
        (_, 401) => (tr!(language, "api-problem-token"), tr!(language, "api-problem-token-cure")),
        (_, 403) => (tr!(language, "api-problem-comments"), tr!(language, "api-problem-comments-cure")),
        (_, 404) => (tr!(language, "api-problem-not-found"), tr!(language, "api-problem-not-found-cure")),
        (_, 405) => (tr!(language, "api-problem-method"), tr!(language, "api-problem-method-cure")),
        (_, 429) => (tr!(language, "api-problem-too-many"), tr!(language, "api-problem-too-many-cure")),
        (_, 503) => (tr!(language, "api-problem-busy"), tr!(language, "api-problem-busy-cure")),
        (_, 500..) => (tr!(language, "error-internal"), tr!(language, "api-problem-internal-cure")),
        _ => (tr!(language, "error-request"), tr!(language, "api-problem-request-cure")),
    };
    let parameter = match cause {
        Some(ApiError::BadParameter(bad)) => Some(bad.name.clone()),
        _ => None,
    };
    Problem { kind: "about:blank", title, status: status.as_u16(), detail, parameter }
}

fn told(bad: &BadParameter, language: Language) -> String {
    let name = bad.name.as_str();
    match bad.fault {
        Fault::Unknown => tr!(language, "api-fault-unknown", name = name),
        Fault::Twice => tr!(language, "api-fault-twice", name = name),
        Fault::Number(most) => tr!(language, "api-fault-number", name = name, most = most),
        Fault::Cursor => tr!(language, "api-fault-cursor", name = name),
        Fault::Value => tr!(language, "api-fault-value", name = name),
    }
}

/// The problems that every list of the API may answer with, for its document.
pub struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let all = [
            (400, "The address can't be read."),
            (401, "No token was sent, or one that opens nothing."),
            (404, "There is no such thing that the token may read."),
            (422, "A parameter is wrong; `parameter` names it."),
            (429, "Too many requests; `Retry-After` says how many seconds to wait."),
            (503, "The service can't answer right now; try again."),
        ];
        let schema = Ref::from_schema_name(Problem::name());
        let response = |description: &str| {
            let content = Content::new(Some(RefOr::Ref(schema.clone())));
            ResponseBuilder::new().description(description).content(KIND, content).build()
        };
        all.into_iter().map(|(status, description)| (status.to_string(), response(description).into())).collect()
    }
}
