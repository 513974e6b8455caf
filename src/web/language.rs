//! The language of a page: Danish unless the visitor asked for English.

use std::future::{Ready, ready};

use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::Shared;
use crate::domain::Language;
use crate::web::replies::redirect;

const COOKIE: &str = "sprog";

/// What the visitor asked for, if anything; a respondent's pages follow the invitation's language otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Wanted(pub Option<Language>);

impl Wanted {
    /// The language asked for, or Danish.
    pub fn language(self) -> Language {
        self.0.unwrap_or_default()
    }

    /// What a request's cookie asks for.
    pub fn of(request: &HttpRequest) -> Wanted {
        Wanted(request.cookie(COOKIE).and_then(|cookie| cookie.value().parse().ok()))
    }
}

impl FromRequest for Wanted {
    type Error = actix_web::Error;
    type Future = Ready<Result<Wanted, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Wanted::of(request)))
    }
}

/// The language form at the foot of every page.
#[derive(Debug, Deserialize)]
pub struct Choice {
    language: String,
    return_to: String,
}

/// `POST /sprog`: remembers the language for a year and goes back to the page.
pub async fn choose(service: Shared, form: web::Form<Choice>) -> HttpResponse {
    let Ok(language) = form.language.parse::<Language>() else { return HttpResponse::BadRequest().finish() };
    let cookie = Cookie::build(COOKIE, language.as_str())
        .path("/")
        .http_only(true)
        .secure(service.config.is_https())
        .same_site(SameSite::Lax)
        .max_age(actix_web::cookie::time::Duration::days(365))
        .finish();
    redirect(own_path(&form.return_to)).cookie(cookie).finish()
}

/// A path of our own, whatever was sent: never another site, never a header of its own.
pub fn own_path(path: &str) -> &str {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if plain && path.starts_with('/') && !path.starts_with("//") { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn going_back_never_leaves_the_site() {
        for elsewhere in
            ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", "/a\r\nSet-Cookie: x", ""]
        {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere:?}");
        }
        assert_eq!(own_path("/svar/abc?x=1"), "/svar/abc?x=1");
    }
}
