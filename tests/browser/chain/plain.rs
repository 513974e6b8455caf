//! The second leader, on a phone whose browser runs no scripts: everything goes by buttons.

use thirtyfour::prelude::*;

use super::leader::{choose, choose_all, chosen, comment, reason};
use crate::browser::Browser;
use crate::pages::{arrive, da, find, follow, look, open, press, see};

/// What the leader writes, and finds on the receipt.
pub const WRITTEN: [&str; 2] = ["Planen gælder fra i år", "Bygningerne hører under en anden"];

/// Answers, leaves some out, and hands in all the same.
pub async fn answer(browser: &Browser, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-title")).await?;
    look(browser, "plain-landing").await?;
    press(browser, &da("welcome-start")).await?;
    arrive(browser, &da("section-overview-title")).await?;
    follow(browser, "Psykiatri og handicap").await?;
    arrive(browser, "Psykiatri og handicap").await?;
    see(browser, "Har du ansvar for flere botilbud").await?;
    choose_all(browser, "Gul", "I høj grad").await?;
    comment(browser, "handlingsplaner", WRITTEN[0]).await?;
    look(browser, "plain-section").await?;
    press(browser, &da("answer-save-later")).await?;
    arrive(browser, &da("section-overview-title")).await?;
    find(browser, "//main//*[contains(@class, 'alert-success')]").await?;
    look(browser, "plain-overview").await?;

    // Back by the letter's link, as on another day.
    open(browser, link, &da("welcome-title")).await?;
    press(browser, &da("welcome-continue")).await?;
    arrive(browser, &da("section-overview-title")).await?;
    follow(browser, &da("section-continue")).await?;
    arrive(browser, "HR og arbejdsmiljø").await?;
    choose(browser, "fysiske rammer", "Ikke relevant").await?;
    press(browser, &da("answer-save")).await?;
    // The missing reason is pointed at at once, and whoever goes on all the same is stopped at the end.
    arrive(browser, "HR og arbejdsmiljø").await?;
    see(browser, &da("answer-reason-summary")).await?;
    open(browser, &format!("{link}/indsend"), &da("section-summary")).await?;
    hand_in(browser).await
}

/// A missing reason stops it, missing answers are asked about once.
async fn hand_in(browser: &Browser) -> WebDriverResult<()> {
    arrive(browser, &da("section-summary")).await?;
    press(browser, &da("section-hand-in-all")).await?;
    see(browser, &da("section-lacks-reasons")).await?;
    look(browser, "plain-reason-missing").await?;
    browser.touch(&find(browser, "//*[@data-error-summary]//a").await?).await?;
    arrive(browser, "HR og arbejdsmiljø").await?;
    assert_eq!(chosen(browser).await?, 1, "what was chosen before the button is kept");
    reason(browser, "fysiske rammer", WRITTEN[1]).await?;
    press(browser, &da("answer-save")).await?;
    arrive(browser, &da("section-summary")).await?;
    press(browser, &da("section-hand-in-all")).await?;
    find(browser, "//*[@role = 'alert'][contains(., '1')]//button").await?;
    look(browser, "plain-asked").await?;
    browser.touch(&find(browser, "//*[@role = 'alert']//button").await?).await?;
    arrive(browser, &da("section-receipt-title")).await?;
    see(browser, WRITTEN[0]).await?;
    see(browser, &da("answer-no-answer")).await?;
    look(browser, "plain-receipt").await
}
