//! Every request as operators see it: its number, its line in the log, its place in the figures. The
//! address itself is in none of them, because personal links stand in addresses.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest};
use tracing::Instrument;
use uuid::Uuid;

use super::Shared;
use crate::domain::access::proxies;
use crate::metrics::DONE;

/// The header that carries a request's number, from proxies and to visitors.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The most characters of a number that a proxy gave.
const LONGEST: usize = 64;

/// How many characters our own numbers have: few enough to be read out on the phone.
const LENGTH: usize = 12;

/// A request's number, which people may quote and operators find in the log.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

impl RequestId {
    /// The number of a request under way.
    pub fn of(request: &HttpRequest) -> RequestId {
        request.extensions().get::<RequestId>().cloned().unwrap_or_else(RequestId::new)
    }

    fn new() -> RequestId {
        let mut number = Uuid::new_v4().simple().to_string();
        number.truncate(LENGTH);
        RequestId(number)
    }

    /// The number that a trusted proxy gave, or a new one.
    fn received(request: &ServiceRequest) -> RequestId {
        let given = || {
            let (peer, service) = (request.peer_addr()?.ip(), request.app_data::<Shared>()?);
            let number = request.headers().get(HEADER)?.to_str().ok()?;
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            let is_usable = (1..=LONGEST).contains(&number.len()) && number.bytes().all(is_plain);
            let is_trusted = proxies::is_believed(peer, &service.config.trusted_proxies);
            (is_usable && is_trusted).then(|| RequestId(number.to_owned()))
        };
        given().unwrap_or_else(RequestId::new)
    }
}

/// Numbers a request, and logs and counts it when it has been answered.
pub async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let id = RequestId::received(&request);
    // An error's span, so that the number stands in warnings too where no more than those are logged.
    let span = tracing::error_span!("request", id = id.0);
    request.extensions_mut().insert(id.clone());
    let method = plain(request.method());
    let began = Instant::now();
    let mut answered = next.call(request).instrument(span.clone()).await;
    let (route, status) = match &answered {
        Ok(response) => (response.request().match_pattern(), response.status()),
        Err(error) => (None, error.as_response_error().status_code()),
    };
    let (route, status, took) = (route.unwrap_or_else(|| "-".to_owned()), status.as_u16(), began.elapsed());
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| match route.as_str() {
        "/metrics" | "/health/live" | "/health/ready" => tracing::debug!(method, route, status, ms, "answered"),
        _ => tracing::info!(method, route, status, ms, "answered"),
    });
    DONE.count_request(route, method, status, took);
    if let (Ok(response), Ok(value)) = (&mut answered, HeaderValue::from_str(&id.0)) {
        response.headers_mut().insert(HEADER, value);
    }
    answered
}

/// A method by its name; visitors may make up others, which must not fill log and figures.
fn plain(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;
    use crate::test_support::TestService;

    #[actix_web::test]
    async fn a_number_is_only_taken_from_a_proxy_that_is_trusted() {
        let service = TestService::new();
        for (peer, is_taken) in [("127.0.0.1:5000", true), ("192.0.2.1:5000", false)] {
            let request = TestRequest::get().app_data(service.shared.clone()).peer_addr(peer.parse().unwrap());
            let request = request.insert_header((HEADER, "et-nummer")).to_srv_request();
            assert_eq!(RequestId::received(&request).0 == "et-nummer", is_taken, "{peer}");
        }
    }

    #[test]
    fn a_made_up_method_fills_no_figures() {
        assert_eq!(plain(&Method::from_bytes(b"HEMMELIG").unwrap()), "OTHER");
    }
}
