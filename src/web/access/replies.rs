//! What signing in is answered with, and where a request comes from: shared by the steps of it.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::cookie::time::Duration;
use actix_web::http::{StatusCode, header};
use actix_web::web::Html;
use actix_web::{HttpRequest, HttpResponse, Responder};

use super::auth::with_return;
use super::cookies;
use crate::commands::sessions::CODE_PATIENCE;
use crate::domain::access::proxies::{self, Network};
use crate::domain::access::rate_limits::{WINDOW_MINUTES, browser_mark};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::web::Service;
use crate::web::language::own_path;
use crate::web::replies::redirect;

/// The answer to whoever signed in: the session, and the mark by which the browser is known next time.
pub(crate) fn signed_in(service: &Service, path: &str, email: &str, session: &Token) -> HttpResponse {
    let secret = service.config.secret_key.as_deref().unwrap_or_default();
    let mark = browser_mark(secret, email);
    let mut mark = cookies::new(service, cookies::BROWSER, &mark);
    mark.set_max_age(actix_web::cookie::time::Duration::days(365));
    redirect(path).cookie(cookies::new(service, cookies::SESSION, session.as_str())).cookie(mark).finish()
}

/// Where a request comes from, past the proxies that are believed.
pub(crate) fn client_address(request: &HttpRequest, proxies: &[Network]) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address| address.ip());
    let lists = request.headers().get_all(header::X_FORWARDED_FOR).map(|value| value.to_str().unwrap_or_default());
    proxies::client(peer, &lists.collect::<Vec<&str>>().join(","), proxies)
}

/// The answer to whoever showed the right password of an account with a second factor.
pub(crate) fn code_needed(service: &Service, return_to: &str, waiting: &Token) -> HttpResponse {
    let mut cookie = cookies::new(service, cookies::SIGN_IN, waiting.as_str());
    cookie.set_max_age(Duration::seconds(CODE_PATIENCE.num_seconds()));
    let path = match own_path(return_to) {
        "/" => "/login/kode".to_owned(),
        path => with_return("/login/kode", path),
    };
    redirect(&path).cookie(cookie).cookie(cookies::gone(service, cookies::SESSION)).finish()
}

/// The page of a form again, with what was refused: 422, or 429 once there were too many tries.
pub(crate) fn refused(request: &HttpRequest, refusal: &Refusal, page: maud::Markup) -> HttpResponse {
    let page = Html::new(page).customize();
    let page = match refusal {
        Refusal::TooManyAttempts => page
            .with_status(StatusCode::TOO_MANY_REQUESTS)
            .insert_header((header::RETRY_AFTER, (WINDOW_MINUTES * 60).to_string())),
        _ => page.with_status(StatusCode::UNPROCESSABLE_ENTITY),
    };
    page.respond_to(request).map_into_boxed_body()
}
