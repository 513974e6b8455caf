//! The forms of a personal link where no script runs: asking for more time, handing over and on, being done, taking
//! back, naming a successor, and going from one task to another; with what each says of a mistake.

use thirtyfour::prelude::*;

use crate::accessibility::{axe, no_overflow};
use crate::browser::{Browser, Screen, Scripts, browse};
use crate::pages::{arrive, da, da_with, find, follow, open, press, see, write};
use crate::people::{People, SECOND};

/// Whom the tests write to.
const COLLEAGUE: (&str, &str) = ("Kollega Tredje", "kollega3@example.org");

/// Says of the page as it stands that it is for everybody, on the screen of a phone.
async fn look(browser: &Browser) -> WebDriverResult<()> {
    axe(browser).await?;
    no_overflow(browser).await
}

/// The summary of mistakes leads to that field, which says what is wrong with it.
async fn is_pointed_at(browser: &Browser, field: &str) -> WebDriverResult<()> {
    find(browser, &format!("//*[@data-error-summary]//a[@href = '#{field}']")).await?;
    let field = find(browser, &format!("//*[@id = '{field}']")).await?;
    assert_eq!(field.attr("aria-invalid").await?.as_deref(), Some("true"));
    look(browser).await
}

async fn name(browser: &Browser, (who, address): (&str, &str)) -> WebDriverResult<()> {
    write(browser, "navn", who).await?;
    write(browser, "mail", address).await
}

fn with_people(story: impl AsyncFnOnce(&Browser, &dyn Fn(&str) -> String, &People) -> WebDriverResult<()>) {
    let people = People::new();
    let at = |path: &str| format!("{}{path}", people.instance.base_url);
    browse(Screen::Phone, Scripts::Off, async |browser| story(&browser, &at, &people).await);
}

#[test]
fn without_scripts_a_leader_asks_for_time_hands_over_corrects_and_takes_back() {
    with_people(async |browser, at, people| {
        open(browser, &at(&people.giver), &da("welcome-title")).await?;
        follow(browser, &da("more-time-link")).await?;
        arrive(browser, &da("more-time-title")).await?;
        press(browser, &da("more-time-send")).await?;
        see(browser, &da("more-time-no-reason")).await?;
        is_pointed_at(browser, "begrundelse").await?;
        write(browser, "begrundelse", "Vi har fået en ny leder").await?;
        press(browser, &da("more-time-send")).await?;
        see(browser, "Vi har fået en ny leder").await?;
        assert!(browser.find_all(By::Tag("textarea")).await?.is_empty(), "there is nothing more to ask");
        look(browser).await?;

        open(browser, &at(&format!("{}/afsnit/psykiatri-handicap", people.giver)), "Psykiatri og handicap").await?;
        follow(browser, &da("handover-section")).await?;
        arrive(browser, &da_with("handover-section-title", "area", "Psykiatri og handicap")).await?;
        name(browser, (COLLEAGUE.0, "kollega3")).await?;
        press(browser, &da("handover-section-send")).await?;
        is_pointed_at(browser, "mail").await?;
        name(browser, (COLLEAGUE.0, "kolega3@example.org")).await?;
        write(browser, "besked", "Kan du svare?").await?;
        press(browser, &da("handover-section-send")).await?;
        arrive(browser, &da_with("handover-sent-title", "name", COLLEAGUE.0)).await?;
        see(browser, "kolega3@example.org").await?;
        look(browser).await?;
        // A slip in the address is put right, and the rest need not be written once more.
        follow(browser, &da("handover-sent-correct")).await?;
        let typed = find(browser, "//*[@name = 'besked']").await?.prop("value").await?;
        assert_eq!(typed.as_deref(), Some("Kan du svare?"));
        look(browser).await?;
        write(browser, "mail", COLLEAGUE.1).await?;
        press(browser, &da("handover-section-send")).await?;
        see(browser, COLLEAGUE.1).await?;
        follow(browser, &da("section-overview")).await?;
        arrive(browser, &da("section-overview-title")).await?;
        look(browser).await?;
        follow(browser, "Psykiatri og handicap").await?;
        see(browser, &da_with("handover-theirs", "name", COLLEAGUE.0)).await?;
        look(browser).await?;
        press(browser, &da("handover-take-home")).await?;
        find(browser, "//main//fieldset[.//input[@name = 'q0']]").await.map(drop)
    });
}

#[test]
fn without_scripts_a_colleague_is_done_and_hands_on() {
    with_people(async |browser, at, people| {
        open(browser, &at(&people.second_colleague), &da("welcome-helper-title")).await?;
        see(browser, "Jeg er på ferie.").await?;
        press(browser, &da("section-open")).await?;
        arrive(browser, "Sundhed").await?;
        press(browser, &da("handover-done")).await?;
        arrive(browser, &da("handover-finished-title")).await?;
        look(browser).await?;
        follow(browser, &da("handover-finished-correct")).await?;
        arrive(browser, "Sundhed").await?;
        follow(browser, &da("handover-on")).await?;
        press(browser, &da("handover-whole-next")).await?;
        is_pointed_at(browser, "mail").await?;
        name(browser, COLLEAGUE).await?;
        press(browser, &da("handover-whole-next")).await?;
        // The own link stops by it, so it is asked once more.
        see(browser, &da("handover-on-asked-lead")).await?;
        look(browser).await?;
        press(browser, &da("handover-on-send")).await?;
        arrive(browser, &da_with("handover-sent-title", "name", COLLEAGUE.0)).await?;
        see(browser, &da("handover-on-done")).await?;
        look(browser).await?;
        open(browser, &at(&people.second_colleague), &da("error-link-stopped")).await?;
        // The one who gave it sees the whole way.
        open(browser, &at(&format!("{}/afsnit/sundhed/overdragelse", people.giver)), "Sundhed").await?;
        for (who, _) in [SECOND, COLLEAGUE] {
            see(browser, &format!("overdrog afsnittet til {who}")).await?;
        }
        look(browser).await
    });
}

#[test]
fn without_scripts_a_successor_is_named_and_every_task_is_reached_by_one_link() {
    with_people(async |browser, at, people| {
        open(browser, &at(&people.late), &da("welcome-title")).await?;
        follow(browser, "Er du ikke").await?;
        arrive(browser, &da("handover-whole-title")).await?;
        press(browser, &da("handover-whole-next")).await?;
        is_pointed_at(browser, "mail").await?;
        name(browser, COLLEAGUE).await?;
        press(browser, &da("handover-whole-next")).await?;
        arrive(browser, &da_with("handover-whole-asked", "name", COLLEAGUE.0)).await?;
        look(browser).await?;
        press(browser, &da("handover-whole-send")).await?;
        arrive(browser, &da_with("handover-whole-done", "name", COLLEAGUE.0)).await?;
        look(browser).await?;

        // The own post, the other leader's section and the round that has closed, each by a button of its own.
        open(browser, &at(&people.with_several), &da("welcome-title")).await?;
        let tasks = browser.find_all(By::Css("main .card")).await?;
        assert_eq!(tasks.len(), 3);
        look(browser).await?;
        let section = "//main//*[contains(@class, 'card')][.//*[contains(., 'Leder af socialpsykiatri')]]//button";
        browser.touch(&find(browser, section).await?).await?;
        arrive(browser, "Psykiatri og handicap").await?;
        look(browser).await?;
        let path = browser.current_url().await?.path().to_owned();
        assert!(path.starts_with(&people.with_several) && path.ends_with("/afsnit/psykiatri-handicap"), "{path}");
        open(browser, &at(&people.with_several), &da("welcome-title")).await?;
        let post = "//main//*[contains(@class, 'card')][.//*[contains(., 'Leder af botilbud')]]//form[contains(@action, '/start')]//button";
        browser.touch(&find(browser, post).await?).await?;
        arrive(browser, "Psykiatri og handicap").await?;
        assert_eq!(browser.current_url().await?.path(), format!("{}/afsnit/psykiatri-handicap", people.with_several));
        Ok(())
    });
}
