//! What comes and goes with an option: in how many units an answer holds, and a few words about one that was best last
//! time.

use chrono::Days;
use pejl::domain::access::staff::Scope;
use pejl::domain::answering::answers::Answer;
use pejl::store;
use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Browser, Screen, Scripts, browse};
use crate::database::Backend;
use crate::fixtures::{link, open_round, today};
use crate::pages::{choose_option, da, find, look, open, press, write};
use crate::process::Process;

const HEADING: &str = "Sundhed";

/// A question about the unit that one leads, which was green last time.
const KEY: &str = "tobak.rygestop";

/// The same, as the form names it: the first question of the edition.
const NUMBER: i16 = 0;

struct Place {
    app: TestApp,
    _instance: Process,
    section: String,
}

impl Place {
    fn new() -> Place {
        let app = TestApp::on(Backend::Sqlite).unwrap();
        open_round(&app);
        let answers = app.folder().join("svar.csv");
        let row = format!("0151;Prøveleder;sundhed;{KEY};groen;");
        std::fs::write(&answers, format!("municipality_code;post;area;question;option;comment\n{row}\n")).unwrap();
        let [opens, closes] = [400, 370].map(|ago| (today() - Days::new(ago)).to_string());
        let last = ["round", "create", "--historic", "--key", "sidst", "--edition", "2018", "--opens", &opens];
        let import = ["answers", "import", "--round", "sidst", answers.to_str().unwrap()];
        for arguments in [&[&last[..], &["--closes", &closes]].concat()[..], &import] {
            let ran = app.pejl(arguments);
            assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
        }
        let instance = Process::serve(&app);
        let section = format!("{}{}/afsnit/sundhed", instance.base_url, link(&app, "x", 0, None));
        Place { app, _instance: instance, section }
    }

    fn stored(&self) -> Answer {
        let answers = self.app.read(|conn| {
            let round = store::rounds::find_by_key(conn, "x")?.unwrap();
            let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
            Ok(store::answers::list_by_invitation(conn, &all[0].id)?)
        });
        answers.into_iter().find(|answer| answer.question == NUMBER).unwrap_or_default()
    }
}

async fn choose(browser: &Browser, option: usize) -> WebDriverResult<()> {
    let path = format!("//label[@for = //input[@name = 'q{NUMBER}' and @value = '{option}']/@id]");
    browser.touch(&find(browser, &path).await?).await
}

/// Waits until the page says so in its line about saving.
async fn told(browser: &Browser, text: &str) -> WebDriverResult<()> {
    find(browser, &format!("//*[@data-autosave-status][contains(., '{text}')]")).await.map(drop)
}

/// Whether the sentence about a setback is seen, and describes its question.
async fn is_asked(browser: &Browser) -> WebDriverResult<bool> {
    let script = format!(
        "const one = document.getElementById('x{NUMBER}'); \
         const described = one.closest('fieldset').getAttribute('aria-describedby') || ''; \
         return [one.checkVisibility(), described.split(' ').includes(one.id)]"
    );
    let [is_seen, describes]: [bool; 2] = browser.execute(&script, vec![]).await?.convert()?;
    assert_eq!(is_seen, describes, "what is heard is what is seen");
    Ok(is_seen)
}

#[test]
fn the_list_of_units_comes_with_yellow_is_saved_and_goes_with_green() {
    let place = Place::new();
    browse(Screen::Phone, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        choose(&browser, 1).await?;
        choose_option(&browser, &format!("e{NUMBER}"), "most").await?;
        told(&browser, "Gemt kl.").await?;
        crate::process::until("the share is stored", || place.stored().unit_share.is_some());
        look(&browser, "units").await?;
        browser.refresh().await?;
        let chosen = find(&browser, &format!("//select[@name = 'e{NUMBER}']/option[@selected]")).await?;
        assert_eq!(chosen.attr("value").await?.as_deref(), Some("most"));
        if let Ok(change) = browser.find(By::Css(".pj-folded .pj-answer button")).await {
            browser.touch(&change).await?;
        }
        choose(&browser, 0).await?;
        crate::process::until("the share has gone", || place.stored().unit_share.is_none());
        assert!(!find(&browser, &format!("//select[@name = 'e{NUMBER}']")).await?.is_displayed().await?);
        Ok(())
    });
}

#[test]
fn without_script_the_list_is_there_from_the_beginning() {
    let place = Place::new();
    browse(Screen::Phone, Scripts::Off, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        choose(&browser, 1).await?;
        choose_option(&browser, &format!("e{NUMBER}"), "few").await?;
        look(&browser, "units-without-script").await?;
        press(&browser, &da("answer-save-later")).await?;
        crate::pages::arrive(&browser, &da("section-overview-title")).await?;
        let stored = place.stored();
        assert_eq!(
            (stored.choice, stored.unit_share.map(|share| share.to_string())),
            (Some(1), Some("few".to_owned()))
        );
        Ok(())
    });
}

#[test]
fn a_setback_is_asked_about_where_it_is_chosen_and_said_once() {
    let place = Place::new();
    browse(Screen::Desktop, Scripts::On, async |browser| {
        open(&browser, &place.section, HEADING).await?;
        assert!(!is_asked(&browser).await?);
        choose(&browser, 2).await?;
        assert!(is_asked(&browser).await?);
        told(&browser, "Skriv gerne et par ord").await?;
        look(&browser, "setback").await?;
        let button = format!("//button[@name = 'bemaerk' and @value = '{NUMBER}']");
        browser.touch(&find(&browser, &button).await?).await?;
        write(&browser, &format!("k{NUMBER}"), "Leder skiftet").await?;
        assert!(!is_asked(&browser).await?, "it is answered");
        crate::process::until("the comment is stored", || place.stored().comment.is_some());
        choose(&browser, 0).await?;
        assert!(!is_asked(&browser).await?);
        Ok(())
    });
}
