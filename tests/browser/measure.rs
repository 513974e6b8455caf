//! What a quarter of an hour costs a leader: the demo's social chief, who is asked for four areas, answers every question
//! with its first option on a phone, from the first view to the receipt.
//!
//! Counted are the presses of links, buttons and options; the pages that are loaded, the first view and the receipt
//! among them; the heights of pages when they come; and how far down each page the press stands that leads on, which is
//! all of a page that must be passed. Answered questions have folded by then.
//!
//! The aim was half of 24 clicks, 8 pages and 11,032 pixels, which an earlier version took for 16 questions. Half of the
//! clicks can't be had: each of the 15 questions wants a choice of its own. What can get fewer are the 7 beside them.

use std::io::Write;

use pejl::clock::Clock;
use pejl::domain::access::audit::By as Actor;
use pejl::{commands, demo};
use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Browser, Screen, Scripts, browse};
use crate::database::Backend;
use crate::pages::{da, find};
use crate::process::Process;

const POST: &str = "Chef for socialområdet";

/// How many questions the social chief is asked, each of them once.
const QUESTIONS: usize = 15;

/// The most clicks that are no answer: the start, the first section, saving each of four sections, handing in.
const CLICKS_BESIDE: usize = 7;

/// The most pages: landing page, list of sections, four sections, summary, receipt.
const PAGES: usize = 8;

/// The most pixels of all pages together when they come.
const HEIGHTS: u64 = 21_600;

/// The most pixels that are passed on them.
const PASSED: u64 = 9_600;

/// The page that is opened, and how far one goes down on it, both in pixels.
struct Page {
    heading: String,
    height: u64,
    passed: u64,
}

#[derive(Default)]
struct Count {
    clicks: usize,
    /// The clicks that choose an option.
    choices: usize,
    pages: Vec<Page>,
}

impl Count {
    async fn arrive(&mut self, browser: &Browser) -> WebDriverResult<()> {
        let heading = find(browser, "//h1").await?.text().await?;
        let measure = "return [document.documentElement.scrollHeight, innerHeight]";
        let (height, screen): (u64, u64) = browser.execute(measure, vec![]).await?.convert()?;
        self.pages.push(Page { heading, height, passed: height.min(screen) });
        Ok(())
    }

    /// Presses what leads to another page.
    async fn go(&mut self, browser: &Browser, path: &str) -> WebDriverResult<()> {
        let pressed = find(browser, path).await?;
        let place = "return Math.round(arguments[0].getBoundingClientRect().bottom + scrollY)";
        let place: u64 = browser.execute(place, vec![pressed.to_json()?]).await?.convert()?;
        self.pages.last_mut().unwrap().passed = place;
        let mark = "window.pejlHere = true";
        browser.execute(mark, vec![]).await?;
        browser.touch(&pressed).await?;
        self.clicks += 1;
        while browser.execute("return window.pejlHere === true", vec![]).await?.convert()? {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        self.arrive(browser).await
    }

    async fn press(&mut self, browser: &Browser, key: &str) -> WebDriverResult<()> {
        self.go(browser, &format!("//main//button[normalize-space() = '{}']", da(key))).await
    }

    async fn choose_all(&mut self, browser: &Browser) -> WebDriverResult<()> {
        for question in browser.find_all(By::Css(".pj-question fieldset")).await? {
            browser.touch(&question.find(By::Css("input[type=radio] + label")).await?).await?;
            self.clicks += 1;
            self.choices += 1;
        }
        Ok(())
    }

    fn heights(&self) -> u64 {
        self.pages.iter().map(|page| page.height).sum()
    }

    fn passed(&self) -> u64 {
        self.pages.iter().map(|page| page.passed).sum()
    }

    /// Prints what was counted, past the test runner, which keeps what passing tests print.
    fn tell(&self) {
        let mut told = format!(
            "A social chief at 390 pixels: {} clicks, of which {} choose an answer; {} pages of {} pixels, {} of them passed.\n",
            self.clicks,
            self.choices,
            self.pages.len(),
            self.heights(),
            self.passed()
        );
        for page in &self.pages {
            told.push_str(&format!("  {:>5} {:>5}  {}\n", page.height, page.passed, page.heading));
        }
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }
}

#[test]
fn a_social_chiefs_way_to_the_receipt_gets_no_longer() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    let (db, now) = (&app.service.db, Clock::System.now());
    let by = Actor::command_line(now);
    let round = demo::open(db, now).unwrap();
    let links = commands::links::issue_for_municipality(db, &round, demo::STILL_ANSWERING, &by).unwrap();
    let (_, token) = links.iter().find(|(post, _)| post == POST).unwrap();
    let instance = Process::serve(&app);
    browse(Screen::Phone, Scripts::On, async |browser| {
        let mut count = Count::default();
        browser.goto(format!("{}/svar/{}", instance.base_url, token.as_str())).await?;
        count.arrive(&browser).await?;
        count.press(&browser, "welcome-start").await?;
        count.go(&browser, "//main//a[contains(@href, '/afsnit/')]").await?;
        while browser.current_url().await?.path().contains("/afsnit/") {
            count.choose_all(&browser).await?;
            count.press(&browser, "answer-save").await?;
        }
        count.press(&browser, "section-hand-in-all").await?;
        count.tell();
        assert_eq!(count.pages.last().unwrap().heading, da("section-receipt-title"));
        // Each question is answered once, however many areas it is put to.
        assert_eq!(count.choices, QUESTIONS, "the demo asks for another number of questions than before");
        assert!(count.clicks - count.choices <= CLICKS_BESIDE && count.pages.len() <= PAGES);
        assert!(count.heights() <= HEIGHTS && count.passed() <= PASSED);
        Ok(())
    });
}
