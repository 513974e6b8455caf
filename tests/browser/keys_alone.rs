//! A leader's quarter of an hour by keys alone, from the letter's link to the receipt: where the keys are is looked at
//! after every step, and at every stop between whether it can be seen (`keyboard.rs`).

use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Browser, Hands, Screen, Scripts, browse};
use crate::database::Backend;
use crate::fixtures::{LEADER, delivered_link_to, open_round_about};
use crate::keyboard;
use crate::pages::{arrive, da, da_with, find, follow, open, press, see, unfold, write};
use crate::process::{Process, until};

const COLLEAGUE: (&str, &str) = ("Kollega Prøve", "kollega@example.org");

/// What is written to an answer.
const WRITTEN: &str = "To af tre tilbud er i gang";

/// Whether the keys are at what that selector finds.
async fn is_at(browser: &Browser, selector: &str) -> WebDriverResult<bool> {
    let look = "return document.activeElement.matches(arguments[0])";
    browser.execute(look, vec![selector.into()]).await?.convert()
}

/// Waits until the keys are there.
async fn comes_to(browser: &Browser, selector: &str) -> WebDriverResult<()> {
    for _ in 0..100 {
        if is_at(browser, selector).await? {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let here = browser.active_element().await?.outer_html().await?;
    panic!("the keys are not at {selector} but at {here}")
}

/// A new page begins at its top: nothing has taken the keys, and the first stop leads past the head of the page.
async fn begins_at_the_top(browser: &Browser, heading: &str) -> WebDriverResult<()> {
    arrive(browser, heading).await?;
    comes_to(browser, "body").await?;
    keyboard::go_to(browser, &browser.find(By::Css("a.skipnav")).await?).await
}

/// Chooses an option of the question whose text holds that word.
async fn choose(browser: &Browser, question: &str, option: &str) -> WebDriverResult<()> {
    let path = format!("//fieldset[contains(legend, '{question}')]//label[starts-with(normalize-space(), '{option}')]");
    browser.touch(&find(browser, &path).await?).await?;
    comes_to(browser, "input[type=radio]:checked").await
}

/// Chooses in every question that has no answer yet.
async fn choose_the_rest(browser: &Browser) -> WebDriverResult<()> {
    loop {
        let open = "//fieldset[.//input[@type = 'radio'] and not(.//input[@type = 'radio' and @data-seen])]";
        let mark =
            "for (const radio of document.querySelectorAll('input[type=radio]:checked')) radio.dataset.seen = ''";
        browser.execute(mark, vec![]).await?;
        let Ok(question) = browser.find(By::XPath(open)).await else { return Ok(()) };
        let first = question.find(By::XPath(".//label[@for = ..//input[@type = 'radio']/@id]")).await?;
        browser.touch(&first).await?;
        comes_to(browser, "input[type=radio]:checked").await?;
    }
}

#[test]
fn from_the_letters_link_to_the_receipt_by_keys_alone() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    open_round_about(&app, "psykiatri-handicap|hr", &["--packages", "mad-og-maaltider,tobak"]);
    let instance = Process::start(&app, &["serve"], &[]);
    let at = |path: &str| format!("{}{path}", instance.base_url);
    let link = delivered_link_to(&app, LEADER.1);
    browse(Screen::Desktop, Scripts::On, async |browser| {
        let browser = &browser.with_hands(Hands::Keys);
        browser.goto(at(&link)).await?;
        begins_at_the_top(browser, &da("welcome-title")).await?;
        press(browser, &da("welcome-start")).await?;
        begins_at_the_top(browser, &da("section-overview-title")).await?;

        // One of the two sections goes to a colleague; the first try lacks an address.
        follow(browser, "HR").await?;
        begins_at_the_top(browser, "HR").await?;
        follow(browser, &da("handover-section")).await?;
        arrive(browser, &da_with("handover-section-title", "area", "HR og arbejdsmiljø")).await?;
        write(browser, "navn", COLLEAGUE.0).await?;
        press(browser, &da("handover-section-send")).await?;
        comes_to(browser, "[data-error-summary]").await?;
        follow(browser, &da("handover-email-missing")).await?;
        comes_to(browser, "input#mail").await?;
        write(browser, "mail", COLLEAGUE.1).await?;
        press(browser, &da("handover-section-send")).await?;
        begins_at_the_top(browser, &da_with("handover-sent-title", "name", COLLEAGUE.0)).await?;

        let letter = delivered_link_to(&app, COLLEAGUE.1);
        browser.goto(at(&letter)).await?;
        begins_at_the_top(browser, &da("welcome-helper-title")).await?;
        press(browser, &da("section-open")).await?;
        begins_at_the_top(browser, "HR").await?;
        choose_the_rest(browser).await?;
        press(browser, &da("answer-save")).await?;
        begins_at_the_top(browser, &da("section-helper-title")).await?;
        press(browser, &da("handover-done")).await?;
        begins_at_the_top(browser, &da("handover-finished-title")).await?;

        open(browser, &at(&link), &da("welcome-title")).await?;
        press(browser, &da("welcome-continue")).await?;
        begins_at_the_top(browser, &da("section-overview-title")).await?;
        follow(browser, "Psykiatri og handicap").await?;
        begins_at_the_top(browser, "Psykiatri og handicap").await?;
        unfold(browser, &da("answer-understanding")).await?;
        comes_to(browser, "details[open] > summary").await?;
        choose(browser, "rygestop", "Gul").await?;
        let button = "//fieldset[contains(legend, 'rygestop')]//button[@name = 'bemaerk']";
        browser.touch(&find(browser, button).await?).await?;
        comes_to(browser, "textarea[name^=k]").await?;
        let field = find(browser, "//textarea[starts-with(@name, 'k')]").await?;
        keyboard::write(browser, &field, WRITTEN).await?;
        see(browser, "Gemt kl.").await?;
        assert!(is_at(browser, "textarea[name^=k]").await?, "saving takes the keys nowhere");
        choose_the_rest(browser).await?;
        press(browser, &da("answer-save")).await?;
        begins_at_the_top(browser, &da("section-summary")).await?;
        press(browser, &da("section-hand-in-all")).await?;
        begins_at_the_top(browser, &da("section-receipt-title")).await?;
        see(browser, WRITTEN).await
    });
    let receipt = || instance.client().get(&format!("{link}/kvittering")).body;
    until("the receipt to tell who answered", || receipt().contains(COLLEAGUE.0));
}
