//! Who is asking: the account behind the session cookie, and the frame of the page asked for.
//!
//! A handler names one of these extractors and is only run for those it is for.

use std::pin::Pin;

use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, ResponseError, web};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::cookies;
use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Staff, should_note_seen};
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::queue_alarm;
use crate::error::Error;
use crate::store;
use crate::views::shell::Frame;
use crate::web::error::WebError;
use crate::web::language::Wanted;
use crate::web::replies::see;
use crate::web::{Service, Shared, read};

/// A signed-in administrator; for any other account the address does not exist (404).
#[derive(Debug, Clone)]
pub struct Admin {
    /// Language, menu and place of the page.
    pub frame: Frame,
    /// The account.
    pub staff: Staff,
}

/// A signed-in account with the frame of its page: what most pages of staff begin with. Anybody else is sent to
/// the sign-in page, and from there back to the page asked for.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Language, menu and place of the page.
    pub frame: Frame,
    /// The account; what it may see is `staff.scope()`.
    pub staff: Staff,
}

impl Admin {
    /// The account as who writes now.
    pub fn by(&self, service: &Service) -> By {
        By::staff(&self.staff.id, service.now())
    }
}

impl Visitor {
    /// The account as who writes now.
    pub fn by(&self, service: &Service) -> By {
        By::staff(&self.staff.id, service.now())
    }
}

impl Enrolling {
    /// The account as who writes now.
    pub fn by(&self, service: &Service) -> By {
        By::staff(&self.staff.id, service.now())
    }
}

/// A signed-in account on the page of its second factor, also where it must have one and has none yet. It is for
/// that page alone: everywhere else such an account is sent there.
#[derive(Debug, Clone)]
pub struct Enrolling {
    /// Language, menu and place of the page.
    pub frame: Frame,
    /// The account.
    pub staff: Staff,
    /// Whether it must have one.
    pub must: bool,
}

/// The frame of a page that is open to everybody, signed in or not.
#[derive(Debug, Clone)]
pub struct Anybody(pub Frame);

type Extraction<T> = Pin<Box<dyn Future<Output = Result<T, actix_web::Error>>>>;

impl FromRequest for Admin {
    type Error = actix_web::Error;
    type Future = Extraction<Admin>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let staff = signed_in(&request).await?;
            if staff.role != Role::Admin {
                return Err(WebError::from(Error::NotFound).into());
            }
            let frame = frame_of(&request, &staff).await?;
            Ok(Admin { frame, staff })
        })
    }
}

impl FromRequest for Visitor {
    type Error = actix_web::Error;
    type Future = Extraction<Visitor>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let staff = signed_in(&request).await?;
            let frame = frame_of(&request, &staff).await?;
            Ok(Visitor { frame, staff })
        })
    }
}

impl FromRequest for Enrolling {
    type Error = actix_web::Error;
    type Future = Extraction<Enrolling>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let Found { staff, .. } = account(&request).await?.ok_or_else(|| sign_in_first(&request))?;
            let service = Shared::extract(&request).await?;
            let must = service.config.require_totp.requires(staff.role);
            let frame = Frame { staff: Some(staff.clone()), ..open_frame(&request).await? };
            Ok(Enrolling { frame, staff, must })
        })
    }
}

impl FromRequest for Anybody {
    type Error = actix_web::Error;
    type Future = Extraction<Anybody>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            Ok(Anybody(match account(&request).await? {
                Some(Found { staff, .. }) => frame_of(&request, &staff).await?,
                None => open_frame(&request).await?,
            }))
        })
    }
}

/// The token of the request's session cookie.
pub fn session_token(request: &HttpRequest) -> Option<Token> {
    cookies::read(request, cookies::SESSION).map(|value| Token::received(&value))
}

/// The frame of the page asked for, as somebody without account sees it.
async fn open_frame(request: &HttpRequest) -> Result<Frame, actix_web::Error> {
    let service = Shared::extract(request).await?;
    let language = Wanted::of(request).language();
    Ok(Frame {
        path: own_address(request),
        is_demo: service.config.is_demo,
        ..Frame::bare(language, service.site.get())
    })
}

/// The frame of the page asked for, as an account sees it; administrators are told when letters are late.
async fn frame_of(request: &HttpRequest, staff: &Staff) -> Result<Frame, actix_web::Error> {
    let frame = Frame { staff: Some(staff.clone()), ..open_frame(request).await? };
    if staff.role != Role::Admin {
        return Ok(frame);
    }
    let service = Shared::extract(request).await?;
    let now = service.now();
    let oldest = read(&service, move |conn| Ok(store::letters::find_oldest_due(conn, now)?)).await?;
    Ok(Frame { letters_late: queue_alarm(oldest, now), ..frame })
}

async fn signed_in(request: &HttpRequest) -> Result<Staff, actix_web::Error> {
    let Found { staff, has_second_factor } = account(request).await?.ok_or_else(|| sign_in_first(request))?;
    let service = Shared::extract(request).await?;
    if !has_second_factor && service.config.require_totp.requires(staff.role) {
        return Err(SendTo { location: "/account/second-factor".to_owned() }.into());
    }
    Ok(staff)
}

fn sign_in_first(request: &HttpRequest) -> actix_web::Error {
    SendTo { location: sign_in_address(&way_back(request)) }.into()
}

/// The account found for this request, so that two extractors of one handler ask the store once.
#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) staff: Staff,
    /// Whether the account has one, or the provider asked for one in this session.
    pub(crate) has_second_factor: bool,
}

async fn account(request: &HttpRequest) -> Result<Option<Found>, actix_web::Error> {
    let known = request.extensions().get::<Found>().cloned();
    if known.is_some() {
        return Ok(known);
    }
    let Some(token) = session_token(request) else { return Ok(None) };
    let service = Shared::extract(request).await?;
    let now = service.now();
    let hash = token.hash();
    let found = read(&service, move |conn| Ok(store::sessions::find_staff(conn, &hash, now)?)).await?;
    let Some((staff, seen_at, second_factor_at, provider_asked_at)) = found else { return Ok(None) };
    if should_note_seen(seen_at, now) {
        note_seen(&service, token, &staff);
    }
    let has_second_factor = second_factor_at.is_some() || provider_asked_at.is_some();
    let found = Found { staff, has_second_factor };
    request.extensions_mut().insert(found.clone());
    Ok(Some(found))
}

/// Notes beside the request that a session is used: nobody waits for it, and a page is not lost with it.
fn note_seen(service: &Shared, token: Token, staff: &Staff) {
    let (service, id, now) = (service.clone(), staff.id.clone(), service.now());
    let noting = web::block(move || {
        if let Err(error) = commands::sessions::note_seen(&service.db, &token, &id, now) {
            tracing::debug!(%error, "that a session is used could not be noted");
        }
    });
    // It runs whether or not anybody waits for it.
    drop(noting);
}

/// Sends whoever may not see a page yet to where that can be changed: to sign in, or to set up a second factor.
#[derive(Debug, thiserror::Error)]
#[error("not signed in, or not enough")]
struct SendTo {
    location: String,
}

impl ResponseError for SendTo {
    fn status_code(&self) -> StatusCode {
        StatusCode::SEE_OTHER
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        see(&self.location)
    }
}

/// The page to come back to after signing in; what was posted is not repeated.
fn way_back(request: &HttpRequest) -> String {
    if request.method() == Method::GET { own_address(request) } else { "/".to_owned() }
}

/// The sign-in page's address with the path to come back to.
pub fn sign_in_address(path: &str) -> String {
    if path == "/" { "/login".to_owned() } else { with_return("/login", path) }
}

/// An address that knows where to go afterwards.
pub fn with_return(address: &str, path: &str) -> String {
    format!("{address}?return={}", encoded(path))
}

fn own_address(request: &HttpRequest) -> String {
    request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned()
}

/// All but plain letters, digits and slashes.
const UNPLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_');

/// A path as the value of a query.
fn encoded(path: &str) -> String {
    utf8_percent_encode(path, UNPLAIN).to_string()
}
