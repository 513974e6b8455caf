//! Requests to the provider: few, small, soon over, to no other place than asked for.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse};
use ureq::Agent;
use ureq::http::{Method, Response};
use ureq::tls::{RootCerts, TlsConfig};
use url::Url;

use crate::config::oidc::{Oidc, is_this_machine};

/// How long one request may take, from the name's lookup to the last byte.
const PATIENCE: Duration = Duration::from_secs(7);

/// The most bytes of an answer; key sets with certificates have some tens of thousands.
const MOST: u64 = 512 * 1024;

/// The most bytes of an answer's head.
const MOST_HEAD: usize = 32 * 1024;

/// Who asks.
pub(super) struct Http {
    agent: Agent,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    #[error("no answer: {0}")]
    NoAnswer(#[from] ureq::Error),
    #[error("status {0}")]
    Status(u16),
}

impl Http {
    pub(super) fn new(settings: &Oidc) -> Http {
        let is_local = Url::parse(&settings.issuer).is_ok_and(|issuer| is_this_machine(&issuer));
        let roots = settings.authorities.clone().map_or(RootCerts::WebPki, RootCerts::Specific);
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // A provider that sends us elsewhere would choose whom we ask.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .https_only(!is_local)
            .timeout_global(Some(PATIENCE))
            .max_response_header_size(MOST_HEAD)
            .user_agent("pejl")
            .tls_config(TlsConfig::builder().root_certs(roots).build());
        // Outside the machine the proxy of the environment is taken; within it there is nothing between.
        let config = if is_local { config.proxy(None) } else { config };
        Http { agent: config.build().new_agent() }
    }

    /// How the protocol's crate sends its requests.
    pub(super) fn sender(&self) -> impl Fn(HttpRequest) -> Result<HttpResponse, Failed> + '_ {
        |request| self.send(request)
    }

    fn send(&self, request: HttpRequest) -> Result<HttpResponse, Failed> {
        let answer = match *request.method() {
            Method::GET => self.agent.run(request.map(drop)),
            _ => self.agent.run(request),
        };
        let (head, mut body) = answer?.into_parts();
        if head.status.is_server_error() {
            return Err(Failed::Status(head.status.as_u16()));
        }
        Ok(Response::from_parts(head, body.with_config().limit(MOST).read_to_vec()?))
    }
}
