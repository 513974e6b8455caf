//! Before "Gemt": the page says that it is not saved, keeps trying, and keeps what was typed over a reload.

use pejl::domain::Language;
use pejl::domain::access::staff::Scope;
use pejl::{commands, store};
use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Browser, Screen, Scripts, browse};
use crate::database::Backend;
use crate::fixtures::{link, prepare, today};
use crate::pages::{arrive, da, find, look, open, press, said, see, speak};
use crate::process::Process;

const HEADING: &str = "Psykiatri og handicap";

/// A word of the first question.
const QUESTION: &str = "handleplan";

/// A service that may be killed and started again at the same address, and a leader's section on it.
struct Place {
    app: TestApp,
    listen: String,
    section: String,
}

impl Place {
    fn new() -> (Place, Process) {
        Place::on(TestApp::on(Backend::Sqlite).unwrap())
    }

    fn on(app: TestApp) -> (Place, Process) {
        prepare(&app, "2026", today());
        commands::rounds::open(
            &app.service.db,
            "2026",
            &pejl::domain::access::audit::By::command_line(app.service.now()),
        )
        .unwrap();
        let instance = Process::serve(&app);
        let section = format!("{}{}/afsnit/psykiatri-handicap", instance.base_url, link(&app, "2026", 0, None));
        let listen = instance.base_url.trim_start_matches("http://").to_owned();
        (Place { app, listen, section }, instance)
    }

    fn again(&self) -> Process {
        Process::start(&self.app, &["serve", "--no-worker"], &[("LISTEN", &self.listen)])
    }

    /// What is stored of the first question: option and comment.
    fn stored(&self) -> Option<(Option<i16>, Option<String>)> {
        self.app.read(|conn| {
            let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
            let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
            let answers = store::answers::list_by_invitation(conn, &all[0].id)?;
            Ok(answers.into_iter().find(|answer| answer.question == 0).map(|answer| (answer.choice, answer.comment)))
        })
    }
}

/// Opens the section in a language.
async fn open_in(browser: &Browser, place: &Place, language: Language) -> WebDriverResult<()> {
    open(browser, &place.section, HEADING).await?;
    if language == Language::Danish { Ok(()) } else { speak(browser, language).await }
}

/// Chooses an option of the first question by its place, whatever it is called.
async fn choose_place(browser: &Browser, option: usize) -> WebDriverResult<()> {
    let path = format!("//label[@for = //input[@name = 'q0' and @value = '{option}']/@id]");
    browser.touch(&find(browser, &path).await?).await
}

async fn choose(browser: &Browser, option: &str) -> WebDriverResult<()> {
    let path = format!("//fieldset[contains(legend, '{QUESTION}')]//label[starts-with(normalize-space(), '{option}')]");
    browser.touch(&find(browser, &path).await?).await
}

/// Writes after what stands in the comment of the first question.
async fn comment(browser: &Browser, text: &str) -> WebDriverResult<()> {
    let question = format!("//fieldset[contains(legend, '{QUESTION}')]");
    let folded = format!("{question}//details[not(@open) and .//textarea]/summary");
    for path in [format!("{question}//button[@name = 'bemaerk']"), folded] {
        if let Ok(opens) = browser.find(By::XPath(path)).await {
            browser.touch(&opens).await?;
        }
    }
    find(browser, "//textarea[@name = 'k0']").await?.send_keys(text).await
}

/// Waits until the page says so in its line about saving.
async fn told(browser: &Browser, text: &str) -> WebDriverResult<()> {
    find(browser, &format!("//*[@data-autosave-status][contains(., '{text}')]")).await.map(drop)
}

/// Loads the page anew while nobody is there to give it, so that nothing is saved on leaving either.
async fn leave(browser: &Browser) {
    drop(browser.refresh().await);
}

/// Whether leaving the page would be asked about.
async fn warns(browser: &Browser) -> WebDriverResult<bool> {
    let ask = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    browser.execute(ask, vec![]).await?.convert()
}

/// How much is kept in this tab, and elsewhere in the browser.
async fn kept(browser: &Browser) -> WebDriverResult<(usize, usize)> {
    browser.execute("return [sessionStorage.length, localStorage.length]", vec![]).await?.convert()
}

#[test]
fn a_page_keeps_trying_while_the_service_is_down() {
    let (place, instance) = Place::new();
    browse(Screen::Phone, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        choose(&browser, "I nogen grad").await?;
        comment(&browser, "Først").await?;
        told(&browser, "Gemt kl.").await?;
        drop(instance);
        comment(&browser, " og siden").await?;
        told(&browser, "Ikke gemt endnu").await?;
        assert!(warns(&browser).await? && kept(&browser).await? == (1, 0));
        assert_eq!(place.stored(), Some((Some(1), Some("Først".to_owned()))));
        let _again = place.again();
        told(&browser, "Gemt kl.").await?;
        assert_eq!(place.stored(), Some((Some(1), Some("Først og siden".to_owned()))));
        assert!(!warns(&browser).await? && kept(&browser).await? == (0, 0));
        assert!(browser.find_all(By::Css("[data-conflict-for]:not([hidden])")).await?.is_empty());
        Ok(())
    });
}

#[test]
fn what_was_typed_before_a_reload_is_offered_again() {
    let (place, instance) = Place::new();
    browse(Screen::Desktop, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        drop(instance);
        choose(&browser, "Slet ikke").await?;
        comment(&browser, "Mange ord,\nsom ingen vil skrive igen").await?;
        told(&browser, "Ikke gemt endnu").await?;
        leave(&browser).await;
        let again = place.again();
        open(&browser, &place.section, HEADING).await?;
        see(&browser, &da("answer-kept")).await?;
        press(&browser, &da("answer-kept-restore")).await?;
        told(&browser, "Gemt kl.").await?;
        let typed = Some((Some(3), Some("Mange ord,\nsom ingen vil skrive igen".to_owned())));
        assert_eq!((place.stored(), kept(&browser).await?), (typed.clone(), (0, 0)));
        // Nothing is offered where nothing was lost; and what is discarded stays away.
        open(&browser, &place.section, HEADING).await?;
        assert_eq!(browser.find_all(By::Css("[data-kept]:not([hidden])")).await?.len(), 0);
        drop(again);
        comment(&browser, " mere").await?;
        told(&browser, "Ikke gemt endnu").await?;
        leave(&browser).await;
        let _again = place.again();
        open(&browser, &place.section, HEADING).await?;
        press(&browser, &da("answer-kept-drop")).await?;
        assert_eq!((place.stored(), kept(&browser).await?), (typed, (0, 0)));
        Ok(())
    });
}

#[test]
fn of_two_tabs_the_later_one_is_told_and_sees_both() {
    let (place, _instance) = Place::new();
    browse(Screen::Desktop, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        let first = browser.window().await?;
        let second = browser.new_tab().await?;
        browser.switch_to_window(second.clone()).await?;
        open(&browser, &place.section, HEADING).await?;
        browser.switch_to_window(first).await?;
        choose(&browser, "I høj grad").await?;
        told(&browser, "Gemt kl.").await?;
        browser.switch_to_window(second).await?;
        choose(&browser, "Slet ikke").await?;
        find(&browser, "//*[@data-conflict-for = 'q0' and not(@hidden)][contains(., 'I høj grad')]").await?;
        assert_eq!(place.stored().unwrap().0, Some(0), "nothing is overwritten unseen");
        press(&browser, &da("answer-save")).await?;
        told(&browser, "").await?;
        see(&browser, &da("answer-conflict-summary-own")).await?;
        assert_eq!(place.stored().unwrap().0, Some(0));
        press(&browser, &da("answer-save")).await?;
        find(&browser, "//h1[not(contains(., 'Psykiatri'))]").await?;
        assert_eq!(place.stored().unwrap().0, Some(3), "who has seen both may decide");
        Ok(())
    });
}

/// In each language: what another device saved meanwhile, beside the question and on the page of a save.
#[test]
fn the_pages_of_a_conflict_are_for_everybody() {
    for language in [Language::Danish, Language::English] {
        let (place, instance) = Place::new();
        browse(Screen::Phone, Scripts::On, async |browser| {
            open_in(&browser, &place, language).await?;
            let path = place.section.strip_prefix(&instance.base_url).unwrap();
            let saved = instance.client().post(path, &[("q0", "0"), ("k0", "Fra en anden enhed"), ("r0", "0")]);
            assert_eq!(saved.status, 200, "{}", saved.body);
            choose_place(&browser, 2).await?;
            find(&browser, "//*[@data-conflict-for = 'q0' and not(@hidden)]").await?;
            look(&browser, &format!("conflict-{language}")).await?;
            press(&browser, &said(language, "answer-save")).await?;
            see(&browser, &said(language, "answer-conflict-summary-own")).await?;
            look(&browser, &format!("conflict-page-{language}")).await?;
            assert_eq!(place.stored().unwrap().0, Some(0));
            Ok(())
        });
    }
}

/// In each language: what is offered again after a reload.
#[test]
fn the_page_that_offers_what_was_typed_is_for_everybody() {
    for language in [Language::Danish, Language::English] {
        let (place, instance) = Place::new();
        browse(Screen::Phone, Scripts::On, async |browser| {
            open_in(&browser, &place, language).await?;
            drop(instance);
            choose_place(&browser, 1).await?;
            comment(&browser, "Mange ord, som ingen vil skrive igen").await?;
            told(&browser, &said(language, "answer-autosave-failed")[..9]).await?;
            look(&browser, &format!("not-saved-{language}")).await?;
            leave(&browser).await;
            let _again = place.again();
            browser.goto(&place.section).await?;
            see(&browser, &said(language, "answer-kept")).await?;
            look(&browser, &format!("kept-{language}")).await?;
            press(&browser, &said(language, "answer-kept-restore")).await?;
            look(&browser, &format!("kept-restored-{language}")).await
        });
    }
}

/// In each language: a save while the database is gone.
#[test]
fn the_page_of_a_save_that_failed_is_for_everybody() {
    for language in [Language::Danish, Language::English] {
        let Some(app) = TestApp::on(Backend::Postgres) else { return };
        let (place, _instance) = Place::on(app);
        browse(Screen::Phone, Scripts::On, async |browser| {
            open_in(&browser, &place, language).await?;
            place.app.cut_off();
            choose_place(&browser, 1).await?;
            comment(&browser, "Mange ord, som ingen vil skrive igen").await?;
            press(&browser, &said(language, "answer-save")).await?;
            arrive(&browser, &said(language, "kept-title")).await?;
            see(&browser, "Mange ord, som ingen vil skrive igen").await?;
            look(&browser, &format!("unsaved-{language}")).await?;
            place.app.let_in();
            press(&browser, &said(language, "kept-again")).await?;
            find(&browser, &format!("//h1[not(contains(., '{}'))]", said(language, "kept-title"))).await?;
            let stored = place.stored().unwrap();
            assert_eq!(stored, (Some(1), Some("Mange ord, som ingen vil skrive igen".to_owned())));
            Ok(())
        });
    }
}
