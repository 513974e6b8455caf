//! Nothing that is typed is lost, and each state is said aloud once: in flight mode, over Back and a reload, on two
//! devices at once, for a question that is put to two areas; with the phone's folding and the box about CPR numbers.

use pejl::domain::access::staff::Scope;
use pejl::store;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Browser, Screen, Scripts, browse};
use crate::database::Backend;
use crate::fixtures::{link, open_round};
use crate::pages::{arrive, da, find, look, open, press, see};
use crate::process::Process;

const HEADING: &str = "Sundhed";

/// The first question that is put to both areas, which are asked together.
const SHARED: &str =
    "(//*[contains(@class, 'pj-question')][.//input[starts-with(@name, 's') and contains(@name, '-aeldre')]])[1]";

/// A leader of two areas with an open round, and the first section's page.
struct Place {
    app: TestApp,
    instance: Process,
    section: String,
}

impl Place {
    fn new() -> Place {
        let app = TestApp::on(Backend::Sqlite).unwrap();
        open_round(&app);
        let instance = Process::serve(&app);
        let section = format!("{}{}/afsnit/sundhed", instance.base_url, link(&app, "x", 0, None));
        Place { app, instance, section }
    }

    /// Choice and comment of a question wherever it is stored, each area's own.
    fn stored(&self, question: i16) -> Vec<(Option<i16>, Option<String>)> {
        let answers = self.app.read(|conn| {
            let round = store::rounds::find_by_key(conn, "x")?.unwrap();
            let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
            Ok(store::answers::list_by_invitation(conn, &all[0].id)?)
        });
        let of = answers.into_iter().filter(|answer| answer.question == question);
        of.map(|answer| (answer.choice, answer.comment)).collect()
    }

    /// The form's address for another device.
    fn path(&self) -> &str {
        self.section.strip_prefix(&self.instance.base_url).unwrap()
    }
}

/// The number of the shared question on the page.
async fn shared(browser: &Browser) -> WebDriverResult<i16> {
    let input = find(browser, &format!("{SHARED}//input[@type = 'radio']")).await?;
    Ok(input.attr("name").await?.unwrap()[1..].parse().unwrap())
}

async fn choose(browser: &Browser, question: i16, option: usize) -> WebDriverResult<()> {
    let path = format!("//label[@for = //input[@name = 'q{question}' and @value = '{option}']/@id]");
    browser.touch(&find(browser, &path).await?).await
}

async fn comment(browser: &Browser, question: i16, text: &str) -> WebDriverResult<()> {
    if let Ok(button) = browser.find(By::XPath(format!("//button[@name = 'bemaerk' and @value = '{question}']"))).await
    {
        browser.touch(&button).await?;
    }
    find(browser, &format!("//textarea[@name = 'k{question}']")).await?.send_keys(text).await
}

/// Waits until the page says so in its line about saving.
async fn told(browser: &Browser, text: &str) -> WebDriverResult<()> {
    find(browser, &format!("//*[@data-autosave-status][contains(., '{text}')]")).await.map(drop)
}

async fn flight_mode(browser: &Browser, is_on: bool) -> WebDriverResult<()> {
    let cdp = browser.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    let wanted = json!({ "offline": is_on, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    cdp.send_raw("Network.emulateNetworkConditions", wanted).await.map(drop)
}

/// Writes down what every live region of the page says from now on.
async fn listen(browser: &Browser) -> WebDriverResult<()> {
    let watch = "window.pejlSaid = []; \
        const regions = '[role=status], [role=alert], [role=log], [aria-live]'; \
        new MutationObserver((changes) => { for (const { target, addedNodes, type } of changes) { \
            const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(regions); \
            const shown = type === 'attributes' && (target.hidden || !target.matches(regions)); \
            const made = [...addedNodes].find((node) => node.nodeType === 1 && node.matches(regions)); \
            const speaks = made ?? region; \
            if (speaks && !shown) pejlSaid.push([speaks.getAttribute('role'), speaks.textContent.trim()]); } }) \
        .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden'] })";
    browser.execute(watch, vec![]).await.map(drop)
}

/// What was said since, each by the role of its region.
async fn heard(browser: &Browser) -> WebDriverResult<Vec<(String, String)>> {
    browser.execute("return window.pejlSaid", vec![]).await?.convert()
}

/// How much is kept in this tab.
async fn kept(browser: &Browser) -> WebDriverResult<usize> {
    browser.execute("return sessionStorage.length", vec![]).await?.convert()
}

#[test]
fn flight_mode_loses_nothing_and_one_region_says_each_state_once() {
    let place = Place::new();
    browse(Screen::Phone, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        let question = shared(&browser).await?;
        listen(&browser).await?;
        choose(&browser, question, 1).await?;
        told(&browser, "Gemt kl.").await?;
        assert_eq!(place.stored(question), [(Some(1), None), (Some(1), None)]);
        flight_mode(&browser, true).await?;
        choose(&browser, question, 2).await?;
        comment(&browser, question, "Skrevet over skyerne").await?;
        told(&browser, "Ikke gemt endnu").await?;
        // It is tried again and again meanwhile, and nothing is said for it.
        tokio::time::sleep(std::time::Duration::from_secs(12)).await;
        assert_eq!(place.stored(question)[0], (Some(1), None));
        flight_mode(&browser, false).await?;
        told(&browser, "Gemt kl.").await?;
        let said = heard(&browser).await?;
        let states: Vec<(&str, &str)> = said.iter().map(|(role, text)| (role.as_str(), &text[..8])).collect();
        let wanted = [("status", "Gemt kl."), ("status", "Ikke gem"), ("status", "Gemt kl.")];
        assert_eq!(states, wanted, "{said:?}");
        let both = (Some(2), Some("Skrevet over skyerne".to_owned()));
        assert_eq!((place.stored(question), kept(&browser).await?), (vec![both.clone(), both], 0));
        Ok(())
    });
}

#[test]
fn what_was_typed_is_offered_after_back_and_forward() {
    let place = Place::new();
    browse(Screen::Desktop, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        let question = shared(&browser).await?;
        flight_mode(&browser, true).await?;
        choose(&browser, question, 3).await?;
        comment(&browser, question, "Før vi lettede").await?;
        told(&browser, "Ikke gemt endnu").await?;
        flight_mode(&browser, false).await?;
        // The page goes before its next try; what leaving it sends may arrive or not.
        let overview = place.section.replace("/afsnit/sundhed", "/overblik");
        open(&browser, &overview, &da("section-overview-title")).await?;
        browser.back().await?;
        arrive(&browser, HEADING).await?;
        browser.forward().await?;
        arrive(&browser, &da("section-overview-title")).await?;
        browser.back().await?;
        arrive(&browser, HEADING).await?;
        if let Ok(restore) = browser.find(By::Css("[data-kept]:not([hidden]) [data-kept-restore]")).await {
            browser.touch(&restore).await?;
            told(&browser, "Gemt kl.").await?;
        }
        let both = (Some(3), Some("Før vi lettede".to_owned()));
        assert_eq!(place.stored(question), [both.clone(), both]);
        Ok(())
    });
}

#[test]
fn of_two_devices_that_answer_for_one_area_the_later_is_told_which() {
    let place = Place::new();
    browse(Screen::Phone, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        let question = shared(&browser).await?;
        listen(&browser).await?;
        let other = format!("q{question}-aeldre");
        assert_eq!(place.instance.client().post(place.path(), &[(&other, "0")]).status, 200);
        choose(&browser, question, 2).await?;
        let conflict = format!("//*[@data-conflict-for = 'q{question}'][contains(., 'Ældre og omsorg: ')]");
        find(&browser, &conflict).await?;
        told(&browser, "Ikke gemt: ").await?;
        assert!(heard(&browser).await?.iter().all(|(role, _)| role == "status"), "{:?}", heard(&browser).await?);
        let mut stored: Vec<_> = place.stored(question).into_iter().map(|(choice, _)| choice).collect();
        stored.sort_unstable();
        assert_eq!(stored, [Some(0), Some(2)], "the other area keeps what it has");
        look(&browser, "shared-conflict").await?;
        press(&browser, &da("answer-save")).await?;
        see(&browser, &da("answer-conflict-summary-own")).await?;
        look(&browser, "shared-conflict-page").await?;
        press(&browser, &da("answer-save")).await?;
        find(&browser, "//h1[not(starts-with(., 'Sundhed'))]").await?;
        assert_eq!(place.stored(question), [(Some(2), None), (Some(2), None)], "who has seen both may decide");
        Ok(())
    });
}

/// Without scripts too: one button asks for each area, another asks together again.
#[test]
fn a_shared_question_is_opened_for_each_area_and_closed_again() {
    for scripts in [Scripts::On, Scripts::Off] {
        let place = Place::new();
        browse(Screen::Phone, scripts, async |browser| {
            open(&browser, &place.section, HEADING).await?;
            look(&browser, "shared").await?;
            // Which of the page's questions it is is told by its button.
            let button = find(&browser, &format!("{SHARED}//button[@name = 'hvert']")).await?;
            let question: i16 = button.attr("value").await?.unwrap().parse().unwrap();
            choose(&browser, question, 1).await?;
            browser
                .touch(&find(&browser, &format!("//button[@name = 'hvert' and @value = '{question}']")).await?)
                .await?;
            let other = format!("//label[@for = //input[@name = 'q{question}-aeldre' and @value = '0']/@id]");
            browser.touch(&find(&browser, &other).await?).await?;
            look(&browser, "shared-apart").await?;
            // By script the first area's answer has folded, and the button with it.
            let ens = format!("//button[@name = 'ens' and @value = '{question}']");
            let change = format!("//*[contains(@class, 'pj-folded')][.{ens}]//button[. = '{}']", da("section-change"));
            for folded in browser.find_all(By::XPath(change.as_str())).await? {
                browser.touch(&folded).await?;
            }
            browser.touch(&find(&browser, &ens).await?).await?;
            find(&browser, &format!("//input[@name = 's{question}-aeldre']")).await?;
            assert_eq!(place.stored(question), [(Some(1), None), (Some(1), None)]);
            Ok(())
        });
    }
}

#[test]
fn on_a_phone_an_answered_question_folds_and_opens_again_to_be_changed() {
    let place = Place::new();
    browse(Screen::Phone, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        let question = shared(&browser).await?;
        choose(&browser, question, 0).await?;
        let folded = format!("//*[contains(@class, 'pj-folded')][.//input[@name = 'q{question}']]");
        assert!(browser.find_all(By::XPath(folded.as_str())).await?.is_empty(), "not while one is at it");
        let next = find(
            &browser,
            "(//*[contains(@class, 'pj-question')][not(.//input[@checked])]//input[@type = 'radio'])[1]",
        )
        .await?;
        let next: i16 = next.attr("name").await?.unwrap()[1..].parse().unwrap();
        let next = if next == question { question + 1 } else { next };
        choose(&browser, next, 0).await?;
        let answer = find(&browser, &format!("{folded}//*[@data-answer]")).await?;
        assert!(!answer.text().await?.is_empty());
        look(&browser, "folded").await?;
        browser.touch(&find(&browser, &format!("{folded}//button[. = '{}']", da("section-change"))).await?).await?;
        assert!(browser.find_all(By::XPath(folded.as_str())).await?.is_empty());
        let focused = browser.active_element().await?;
        let at = (focused.attr("name").await?, focused.attr("value").await?);
        assert_eq!(at, (Some(format!("q{question}")), Some("0".to_owned())), "the keys are at what was chosen");
        choose(&browser, question, 2).await?;
        told(&browser, "Gemt kl.").await?;
        crate::process::until("the change to be saved in both areas", || {
            place.stored(question) == [(Some(2), None), (Some(2), None)]
        });
        Ok(())
    });
}

#[test]
fn what_looks_like_a_cpr_number_waits_for_a_box_to_be_ticked() {
    let place = Place::new();
    browse(Screen::Phone, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        let question = shared(&browser).await?;
        choose(&browser, question, 1).await?;
        told(&browser, "Gemt kl.").await?;
        comment(&browser, question, "Sagen om 010190-1234").await?;
        told(&browser, "CPR-nummer").await?;
        assert_eq!(place.stored(question), [(Some(1), None), (Some(1), None)], "nothing of it is stored");
        press(&browser, &da("answer-save")).await?;
        see(&browser, &da("answer-no-cpr")).await?;
        look(&browser, "cpr").await?;
        let ticked = format!("//label[@for = //input[@name = 'n{question}']/@id]");
        browser.touch(&find(&browser, &ticked).await?).await?;
        press(&browser, &da("answer-save")).await?;
        find(&browser, "//h1[not(starts-with(., 'Sundhed'))]").await?;
        let both = (Some(1), Some("Sagen om 010190-1234".to_owned()));
        assert_eq!((place.stored(question), kept(&browser).await?), (vec![both.clone(), both], 0));
        Ok(())
    });
}
