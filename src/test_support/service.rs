//! A service on a database file of its own, with a clock that stands still, and who asks it for a page.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::Path;

use actix_web::body::to_bytes;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::Data;
use actix_web::{App, HttpMessage, middleware};
use chrono::{NaiveDateTime, TimeDelta};
use tempfile::TempDir;

use crate::clock::Clock;
use crate::commands;
use crate::config::Config;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Draft, Role, Staff, StaffId};
use crate::mail::Mailbox;
use crate::store::Db;
use crate::web::access::auth::Found;
use crate::web::{Service, Shared, error_pages, headers, routes};

/// The password of every account.
pub const PASSWORD: &str = "en lang sætning";

/// The service of one test, on Tuesday 1 September 2026 at ten o'clock in Denmark until the clock is set.
pub struct TestService {
    /// What handlers have at hand; a test may put another one over the same database in its place.
    pub shared: Shared,
    folder: TempDir,
}

/// Who asks for a page. Whoever holds a personal link asks as nobody: the link stands in the path.
pub enum Requester {
    /// An account that signed in, by its session.
    Session(Cookie<'static>),
    /// An account without the work of signing in; it need not be stored.
    Account(Staff),
}

impl From<&Cookie<'static>> for Requester {
    fn from(session: &Cookie<'static>) -> Requester {
        Requester::Session(session.clone())
    }
}

impl From<Staff> for Requester {
    fn from(staff: Staff) -> Requester {
        Requester::Account(staff)
    }
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub location: Option<String>,
    pub cookie: Option<Cookie<'static>>,
    pub headers: HeaderMap,
    pub body: String,
    /// The body as it came, for files.
    pub bytes: Vec<u8>,
}

impl Reply {
    /// Where a redirect leads; empty where there is none.
    pub fn leads_to(&self) -> &str {
        self.location.as_deref().unwrap_or_default()
    }
}

impl Deref for TestService {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.shared
    }
}

impl TestService {
    pub fn new() -> TestService {
        TestService::with_settings(&[])
    }

    /// A service with settings beside the usual ones, such as `BASE_URL`.
    pub fn with_settings(settings: &[(&str, &str)]) -> TestService {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("pejl.sqlite").display());
        let usual = [
            ("DATABASE_URL", url.as_str()),
            ("SECRET_KEY", "hemmelig"),
            ("CONTACT", "hjaelp@example.org"),
            // Second factors have tests of their own.
            ("REQUIRE_TOTP", "none"),
        ];
        let values = usual.iter().chain(settings).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let config = Config::from_values(&values.collect::<HashMap<_, _>>()).unwrap();
        let db = Db::open(&url, 4).unwrap();
        db.migrate().unwrap();
        let clock = Clock::fixed("2026-09-01T08:00:00".parse().unwrap());
        TestService { shared: Data::new(Service::new(db, config, clock)), folder }
    }

    /// Shows letters as they read, as a demo does.
    pub fn show_letters(&mut self, mailbox: &Mailbox) {
        let service = Service::new(self.db.clone(), self.config.clone(), self.clock.clone());
        self.shared = Data::new(Service { mailbox: Some(mailbox.clone()), ..service });
    }

    /// A folder for the test's own files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Who writes what a fixture holds: the command line, now.
    pub fn by(&self) -> By {
        By::command_line(self.now())
    }

    /// Sets the clock.
    pub fn set_time(&self, now: &str) {
        self.clock.set(now.parse().unwrap());
    }

    /// Moves the clock on.
    pub fn wait(&self, time: TimeDelta) {
        self.clock.set(self.now() + time);
    }

    /// Asks for a page as nobody.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    /// Asks for a page as somebody.
    pub async fn get_as(&self, path: &str, requester: impl Into<Requester>) -> Reply {
        self.send_as(TestRequest::get().uri(path), requester).await
    }

    /// Sends a form as nobody.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.send(TestRequest::post().uri(path).set_form(form)).await
    }

    /// Sends a form as somebody.
    pub async fn post_as(&self, path: &str, form: &[(&str, &str)], requester: impl Into<Requester>) -> Reply {
        self.send_as(TestRequest::post().uri(path).set_form(form), requester).await
    }

    /// Sends any request as somebody.
    pub async fn send_as(&self, request: TestRequest, requester: impl Into<Requester>) -> Reply {
        match requester.into() {
            Requester::Session(cookie) => self.send(request.cookie(cookie)).await,
            Requester::Account(staff) => self.call(request, Some(staff)).await,
        }
    }

    /// Sends any request as it is.
    pub async fn send(&self, request: TestRequest) -> Reply {
        self.call(request, None).await
    }

    async fn call(&self, request: TestRequest, staff: Option<Staff>) -> Reply {
        let app = App::new()
            .app_data(self.shared.clone())
            .wrap(middleware::from_fn(error_pages::pages))
            .wrap(middleware::from_fn(headers::secure))
            .configure(routes::routes);
        let request = request.to_request();
        if let Some(staff) = staff {
            request.extensions_mut().insert(Found { staff, has_second_factor: true });
        }
        let response = call_service(&init_service(app).await, request).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let location = headers.get(header::LOCATION).map(|value| value.to_str().unwrap().to_owned());
        let cookie = response.response().cookies().find(|cookie| cookie.name().ends_with("pejl_session"));
        let cookie = cookie.map(Cookie::into_owned);
        let body = to_bytes(response.into_body()).await.ok().unwrap();
        Reply {
            status,
            location,
            cookie,
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
        }
    }

    /// A new account's one-time link, as a path.
    pub fn one_time_link(&self, email: &str, role: Role, municipalities: &[&str]) -> String {
        let codes: Vec<String> = municipalities.iter().map(|code| (*code).to_owned()).collect();
        let draft = Draft::parse(email, role, &codes).unwrap();
        format!("/adgang/{}", commands::staff::add(&self.db, &draft, &self.by()).unwrap().as_str())
    }

    /// A new account with a password, and its first session.
    pub async fn account(&self, email: &str, role: Role) -> Cookie<'static> {
        self.choose_password(&self.one_time_link(email, role, &[])).await
    }

    /// A session of a new account that may see these municipalities; all of them where none is named.
    pub async fn session(&self, role: Role, municipalities: &[&str]) -> Cookie<'static> {
        let email = format!("{role}{}@example.org", municipalities.join("-"));
        self.choose_password(&self.one_time_link(&email, role, municipalities)).await
    }

    async fn choose_password(&self, link: &str) -> Cookie<'static> {
        self.post(link, &[("password", PASSWORD), ("repeated", PASSWORD)]).await.cookie.unwrap()
    }

    /// Tries to sign in from an address.
    pub async fn sign_in(&self, email: &str, password: &str, address: &str) -> Reply {
        let request = TestRequest::post().uri("/login").peer_addr(format!("{address}:5000").parse().unwrap());
        self.send(request.set_form([("email", email), ("password", password), ("return", "/rounds?page=2")])).await
    }
}

/// An account that is not stored; it may see the municipalities given, or all.
pub fn staff(role: Role, municipalities: Option<&str>) -> Staff {
    Staff {
        id: StaffId::new(),
        email: "bruger@example.org".to_owned(),
        role,
        municipalities: municipalities.map(str::to_owned),
        password_hash: None,
        created_at: NaiveDateTime::default(),
        disabled_at: None,
        language: None,
        seen_at: None,
        identity_at: None,
    }
}

/// An administrator who is not stored.
pub fn admin() -> Staff {
    staff(Role::Admin, None)
}
