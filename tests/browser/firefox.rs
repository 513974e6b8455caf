//! The main path in Firefox: from the letter's link over answers that save themselves to the receipt.

use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Browser, browse_in_firefox};
use crate::database::Backend;
use crate::fixtures::{LEADER, delivered_link_to, open_round_about};
use crate::pages::{arrive, content, da, find, follow, open, press, see};
use crate::process::{Process, until};

/// What is written to an answer, before a reload and after it.
const WRITTEN: [&str; 2] = ["To af tre tilbud", " er i gang"];

const QUESTION: &str = "//fieldset[contains(legend, 'rygestop')]";

/// Chooses the first option of every question that has no answer yet.
async fn choose_the_rest(browser: &Browser) -> WebDriverResult<()> {
    for question in browser.find_all(By::Css(".pj-question fieldset")).await? {
        if question.find_all(By::Css("input:checked")).await?.is_empty() {
            browser.touch(&question.find(By::Css("input[type=radio] + label")).await?).await?;
        }
    }
    Ok(())
}

#[test]
fn the_main_path_goes_in_firefox_and_a_reload_loses_nothing() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    open_round_about(&app, "psykiatri-handicap|hr", &["--packages", "mad-og-maaltider,tobak"]);
    let instance = Process::start(&app, &["serve"], &[]);
    let path = delivered_link_to(&app, LEADER.1);
    let link = format!("{}{path}", instance.base_url);
    browse_in_firefox(async |browser| {
        let agent: String = browser.execute("return navigator.userAgent", vec![]).await?.convert()?;
        assert!(agent.contains("Firefox/"), "{agent}");
        open(&browser, &link, &da("welcome-title")).await?;
        see(&browser, LEADER.0).await?;
        press(&browser, &da("welcome-start")).await?;
        arrive(&browser, &da("section-overview-title")).await?;
        follow(&browser, "Psykiatri og handicap").await?;
        arrive(&browser, "Psykiatri og handicap").await?;

        let yellow = format!("{QUESTION}//label[starts-with(normalize-space(), 'Gul')]");
        browser.touch(&find(&browser, &yellow).await?).await?;
        browser.touch(&find(&browser, &format!("{QUESTION}//button[@name = 'bemaerk']")).await?).await?;
        let comment = format!("{QUESTION}//textarea[starts-with(@name, 'k')]");
        find(&browser, &comment).await?.send_keys(WRITTEN[0]).await?;
        see(&browser, "Gemt kl.").await?;
        let section = || instance.client().get(&format!("{path}/afsnit/psykiatri-handicap")).body;
        until("the comment to be stored", || section().contains(WRITTEN[0]));

        // A reload before the next save: what leaving the page sends may arrive before the page is asked for or not.
        find(&browser, &comment).await?.send_keys(WRITTEN[1]).await?;
        browser.refresh().await?;
        arrive(&browser, "Psykiatri og handicap").await?;
        if let Ok(restore) = browser.find(By::Css("[data-kept]:not([hidden]) [data-kept-restore]")).await {
            browser.touch(&restore).await?;
        }
        let typed = find(&browser, &comment).await?.prop("value").await?;
        assert_eq!(typed, Some(WRITTEN.concat()));
        assert_eq!(browser.find_all(By::XPath(format!("{QUESTION}//input[@checked]"))).await?.len(), 1);

        choose_the_rest(&browser).await?;
        press(&browser, &da("answer-save")).await?;
        arrive(&browser, "HR").await?;
        choose_the_rest(&browser).await?;
        press(&browser, &da("answer-save")).await?;
        arrive(&browser, &da("section-summary")).await?;
        assert!(browser.find_all(By::Css("main ul.pj-links a")).await?.is_empty(), "nothing is missing");
        assert!(content(&browser).await?.contains(&WRITTEN.concat()));
        press(&browser, &da("section-hand-in-all")).await?;
        arrive(&browser, &da("section-receipt-title")).await?;
        see(&browser, &WRITTEN.concat()).await
    });
}
