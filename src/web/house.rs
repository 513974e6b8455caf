//! A service on a database file of its own, for the tests of handlers.

use crate::domain::access::audit::By;
use std::collections::HashMap;

use actix_web::body::to_bytes;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::{Bytes, Data};
use actix_web::{App, middleware};
use tempfile::TempDir;

use super::{Service, Shared, error_pages, headers, routes};
use crate::clock::Clock;
use crate::commands;
use crate::config::Config;
use crate::domain::access::staff::{Draft, Role};
use crate::store::Db;

pub const PASSWORD: &str = "en lang sætning";

pub struct House {
    pub service: Shared,
    _folder: TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub cookie: Option<Cookie<'static>>,
    pub headers: HeaderMap,
    pub body: String,
}

impl House {
    pub fn new() -> House {
        House::at("http://127.0.0.1:8080")
    }

    pub fn at(base_url: &str) -> House {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("pejl.sqlite").display()), 4).unwrap();
        db.migrate().unwrap();
        let values = [("BASE_URL", base_url), ("SECRET_KEY", "hemmelig"), ("CONTACT", "hjaelp@example.org")];
        let values = values.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let config = Config::from_values(&HashMap::from(values)).unwrap();
        let clock = Clock::fixed("2026-11-21T10:00:00".parse().unwrap());
        House { service: Data::new(Service::new(db, config, clock)), _folder: folder }
    }

    pub async fn send(&self, request: TestRequest) -> Answer {
        let app = App::new()
            .app_data(self.service.clone())
            .wrap(middleware::from_fn(error_pages::pages))
            .wrap(middleware::from_fn(headers::secure))
            .configure(routes::routes);
        let response = call_service(&init_service(app).await, request.to_request()).await;
        let location = response.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        let cookie = response.response().cookies().find(|cookie| cookie.name().ends_with("pejl_session"));
        let cookie = cookie.map(Cookie::into_owned);
        let status = response.status();
        let headers = response.headers().clone();
        let body: Bytes = to_bytes(response.into_body()).await.ok().unwrap();
        Answer { status, location, cookie, headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(TestRequest::get().uri(path)).await
    }

    pub async fn get_as(&self, path: &str, session: &Cookie<'static>) -> Answer {
        self.send(TestRequest::get().uri(path).cookie(session.clone())).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(TestRequest::post().uri(path).set_form(form)).await
    }

    /// A new account's one-time link, as a path.
    pub fn link(&self, email: &str, role: Role) -> String {
        let draft = Draft::parse(email, role, &[]).unwrap();
        let key = commands::staff::add(&self.service.db, &draft, &By::command_line(self.service.now())).unwrap();
        format!("/adgang/{}", key.as_str())
    }

    /// A new account with a password, and its first session.
    pub async fn account(&self, email: &str, role: Role) -> Cookie<'static> {
        let link = self.link(email, role);
        self.post(&link, &[("password", PASSWORD), ("repeated", PASSWORD)]).await.cookie.unwrap()
    }

    /// Tries to sign in from an address.
    pub async fn sign_in(&self, email: &str, password: &str, address: &str) -> Answer {
        let request = TestRequest::post().uri("/login").peer_addr(format!("{address}:5000").parse().unwrap());
        self.send(request.set_form([("email", email), ("password", password), ("return", "/rounds?page=2")])).await
    }

    /// Moves the clock on.
    pub fn wait(&self, time: chrono::TimeDelta) {
        self.service.clock.set(self.service.now() + time);
    }
}
