//! The service of the story: its pages, mail worker and clock in this process, so that the clock can be moved.

use std::collections::BTreeSet;
use std::thread::JoinHandle;

use pejl::editions;
use pejl::jobs::{self, Kept};
use pejl::mail::{Mailer, Worker};
use thirtyfour::prelude::*;
use tokio::sync::watch;
use totp_rs::Builder;

use crate::app::TestApp;
use crate::browser::{Browser, Care, Hands};
use crate::database::Backend;
use crate::pages::{arrive, da, open, press, write};
use crate::process::{Process, until_some};

/// The first administrator.
pub const ADMIN: &str = "admin@example.org";

/// Long enough, and nobody's.
pub const PASSWORD: &str = "en prøve uden betydning";

/// A service that goes through two years.
pub struct Year {
    pub app: TestApp,
    pub hands: Hands,
    pub care: Care,
    /// The secret that the administrator's phone keeps, once it does.
    pub secret: String,
    stop: watch::Sender<bool>,
    clock: Option<JoinHandle<()>>,
}

impl Year {
    /// Starts it over an empty database, on Tuesday 1 September 2026.
    pub fn start(hands: Hands, care: Care) -> Option<Year> {
        let app = TestApp::with_settings(Backend::Sqlite, &[("REQUIRE_TOTP", "admin")])?;
        let (stop, stopped) = watch::channel(false);
        let service = app.service.clone();
        let clock = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let (db, clock, config) = (service.db.clone(), service.clock.clone(), service.config.clone());
                let mailer = Mailer::from_config(&config).unwrap();
                let worker = Worker::new(db.clone(), clock.clone(), mailer, editions::load, &config).unwrap();
                let kept = Kept { people: config.retention_months, audit: config.audit_months };
                jobs::run(db, clock, worker, stopped, kept).await;
            });
        });
        Some(Year { app, hands, care, secret: String::new(), stop, clock: Some(clock) })
    }

    /// The address of a page.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.app.base_url)
    }

    /// The link that the real program prints when it starts over this database, to the pages of this one.
    pub fn printed_link(&self) -> String {
        let program = Process::serve(&self.app);
        let printed = until_some("the printed link", || {
            program.printed().lines().find(|line| line.contains("/begynd/")).map(str::to_owned)
        });
        let path = printed.strip_prefix(&program.base_url).unwrap_or_else(|| panic!("{printed}"));
        self.at(path)
    }

    /// What the administrator's phone shows. Half a minute later, because a code is good once.
    pub fn code(&self) -> String {
        let clock = &self.app.clock;
        clock.set(clock.now() + chrono::TimeDelta::seconds(30));
        let secret = totp_rs::Secret::try_from_base32(self.secret.replace(' ', "")).unwrap();
        let seconds = u64::try_from(clock.now().and_utc().timestamp()).unwrap();
        Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string()
    }

    /// The day comes, and with it what the clock does by itself.
    pub fn go_to(&self, instant: &str) {
        self.app.clock.set(instant.parse().unwrap());
    }

    /// The personal link in a letter that was not there before.
    pub fn new_link(&self, known: &BTreeSet<String>) -> String {
        until_some("a letter", || self.links().difference(known).next().cloned())
    }

    /// The personal links in the letters that were sent.
    pub fn links(&self) -> BTreeSet<String> {
        let files = std::fs::read_dir(&self.app.letters).unwrap().map(|file| file.unwrap().path());
        let letters = files.filter(|path| path.extension().is_some_and(|extension| extension == "eml"));
        let address = self.at("/svar/");
        let link = |letter: std::path::PathBuf| {
            let letter = std::fs::read_to_string(letter).unwrap().replace("=\r\n", "");
            let token: String = letter.split(&address).nth(1)?.chars().take_while(is_of_token).collect();
            Some(format!("{address}{token}"))
        };
        letters.filter_map(link).collect()
    }

    /// Signs the administrator in with password and code.
    pub async fn sign_in(&self, browser: &Browser) -> WebDriverResult<()> {
        open(browser, &self.at("/login"), &da("sign-in")).await?;
        write(browser, "email", ADMIN).await?;
        write(browser, "password", PASSWORD).await?;
        press(browser, &da("sign-in")).await?;
        arrive(browser, &da("code-title")).await?;
        write(browser, "code", &self.code()).await?;
        press(browser, &da("sign-in")).await?;
        arrive(browser, &da("home-title")).await
    }
}

/// Ends the clock before its database goes.
impl Drop for Year {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        drop(self.clock.take().map(JoinHandle::join));
    }
}

fn is_of_token(letter: &char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}
