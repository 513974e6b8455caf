//! The cookies that tell who somebody is: not for scripts, not for other sites, over TLS only where the
//! service is reached so. There their names begin with `__Host-`, so that no neighbouring site of the
//! same domain can plant one.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite};

use crate::web::{Service, Shared};

/// Holds a session's token; gone when the browser closes.
pub const SESSION: &str = "pejl_session";

/// Holds the token of a sign-in that waits for a code.
pub const SIGN_IN: &str = "pejl_sign_in";

/// Holds a sign-in that has begun at the provider, sealed (`domain::access::sign_in_flows`).
pub const FLOW: &str = "pejl_oidc";

/// Holds the mark of a browser in which an account has signed in (`domain::access::rate_limits`).
pub const BROWSER: &str = "pejl_browser";

/// What a request's cookie holds.
pub fn read(request: &HttpRequest, name: &str) -> Option<String> {
    let service = request.app_data::<Shared>()?;
    request.cookie(&full_name(service, name)).map(|cookie| cookie.value().to_owned())
}

/// A cookie to be set.
pub fn new<'a>(service: &Service, name: &str, value: &'a str) -> Cookie<'a> {
    Cookie::build(full_name(service, name), value)
        .path("/")
        .http_only(true)
        .secure(service.config.is_https())
        .same_site(SameSite::Lax)
        .finish()
}

/// A cookie that takes the browser's away.
pub fn gone(service: &Service, name: &str) -> Cookie<'static> {
    let mut cookie = new(service, name, "");
    cookie.make_removal();
    cookie
}

fn full_name(service: &Service, name: &str) -> String {
    if service.config.is_https() { format!("__Host-{name}") } else { name.to_owned() }
}
