//! The programme that runs by itself: what it drafts, opens and closes, and who answers.

use thirtyfour::prelude::*;

use super::service::Year;
use crate::browser::Browser;
use crate::pages::{arrive, choose_option, da, da_with, find, follow, look, mark, open, press, see, see_soon, write};

/// The words of the questions of two years that the post gets.
pub const ASKED: [&str; 2] = ["rygestop", "røgfri miljøer"];

/// A yearly series over one package, whose rounds open by themselves on the first of October.
pub async fn set_up(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/administration"), &da("administration-title")).await?;
    follow(browser, &da("programmes-title")).await?;
    arrive(browser, &da("programmes-title")).await?;
    look(browser, "year-programmes").await?;
    follow(browser, &da("programmes-create")).await?;
    arrive(browser, &da("programmes-new-heading")).await?;
    look(browser, "year-programme-new").await?;
    mark(browser, "packages", "Tobak").await?;
    write(browser, "opens_day", "1").await?;
    choose_option(browser, "opens_month", "10").await?;
    write(browser, "weeks", "2").await?;
    write(browser, "draft_days", "14").await?;
    mark(browser, "opens_itself", &da("programmes-opens-itself")).await?;
    press(browser, &da("programmes-save")).await?;
    arrive(browser, "Forebyggelsespakkerne").await?;
    look(browser, "year-programme").await
}

/// The clock has drafted the round and written to the administrator, who looks at what will happen.
pub async fn find_the_draft(browser: &Browser, year: &mut Year, edition: &str) -> WebDriverResult<()> {
    year.sign_in(browser).await?;
    let key = if edition == "2018" { "2026" } else { edition };
    open(browser, &year.at("/programmes/forebyggelsespakker"), "Forebyggelsespakkerne").await?;
    see_soon(browser, &da_with("programmes-to-round", "key", key)).await?;
    look(browser, &format!("year-programme-{key}")).await?;
    follow(browser, &da_with("programmes-to-round", "key", key)).await?;
    arrive(browser, &da_with("rounds-heading", "key", key)).await?;
    see(browser, "Tobak").await?;
    look(browser, &format!("year-round-{key}")).await?;
    follow(browser, &da("rounds-check")).await?;
    arrive(browser, &da_with("rounds-preparation-heading", "key", key)).await?;
    see(browser, "Kulturchef").await?;
    look(browser, &format!("year-preparation-{key}")).await
}

/// Opens the letter's link, gives every question the same answer and hands in.
pub async fn answer(browser: &Browser, link: &str, light: &str, questions: usize) -> WebDriverResult<()> {
    begin(browser, link).await?;
    for word in ASKED {
        choose(browser, word, light).await?;
    }
    choose(browser, "kendskab", "I høj grad").await?;
    assert_eq!(browser.find_all(By::Css(".pj-question fieldset")).await?.len(), questions);
    hand_in(browser).await
}

/// The same a year later, with the question that is new: what its answers mean stands beside it.
pub async fn answer_the_new(browser: &Browser, link: &str) -> WebDriverResult<()> {
    begin(browser, link).await?;
    see(browser, super::edition::HELP).await?;
    look(browser, "year-section").await?;
    for word in ASKED {
        choose(browser, word, "Grøn").await?;
    }
    choose(browser, super::edition::WORD, "Rød").await?;
    choose(browser, "kendskab", "I høj grad").await?;
    assert_eq!(browser.find_all(By::Css(".pj-question fieldset")).await?.len(), 4);
    hand_in(browser).await
}

async fn begin(browser: &Browser, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-title")).await?;
    press(browser, &da("welcome-start")).await?;
    // There is one section, so it comes at once.
    arrive(browser, "Psykiatri og handicap").await
}

async fn choose(browser: &Browser, question: &str, option: &str) -> WebDriverResult<()> {
    let path = format!("//fieldset[contains(legend, '{question}')]//label[starts-with(normalize-space(), '{option}')]");
    browser.touch(&find(browser, &path).await?).await
}

async fn hand_in(browser: &Browser) -> WebDriverResult<()> {
    press(browser, &da("answer-save")).await?;
    arrive(browser, &da("section-summary")).await?;
    press(browser, &da("section-hand-in-all")).await?;
    arrive(browser, &da("section-receipt-title")).await
}

/// The clock has closed the round after its last day.
pub async fn find_it_closed(browser: &Browser, year: &mut Year, key: &str) -> WebDriverResult<()> {
    year.sign_in(browser).await?;
    open(browser, &year.at(&format!("/rounds/{key}")), &da_with("rounds-heading", "key", key)).await?;
    see_soon(browser, &da("rounds-state-closed")).await?;
    look(browser, &format!("year-closed-{key}")).await
}

/// The administrator closes a round early.
pub async fn close(browser: &Browser, year: &mut Year, key: &str) -> WebDriverResult<()> {
    year.sign_in(browser).await?;
    open(browser, &year.at("/rounds"), &da("rounds-title")).await?;
    follow(browser, key).await?;
    arrive(browser, &da_with("rounds-heading", "key", key)).await?;
    look(browser, "year-round-open").await?;
    follow(browser, &da("rounds-close")).await?;
    arrive(browser, &da_with("rounds-closing-heading", "key", key)).await?;
    look(browser, "year-closing").await?;
    press(browser, &da("rounds-closing-button")).await?;
    see(browser, &da("rounds-state-closed")).await
}
