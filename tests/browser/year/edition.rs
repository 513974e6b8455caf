//! A new edition on screen: copied, changed, looked at and published.

use thirtyfour::prelude::*;

use super::service::Year;
use crate::browser::Browser;
use crate::pages::{
    arrive, choose_day, choose_option, da, da_with, find, follow, look, mark, open, press, see, unfold, write,
};

/// A word of the question that is new.
pub const WORD: &str = "røgfri arbejdstid";

/// What green means for it.
pub const HELP: &str = "Alle medarbejdere har røgfri arbejdstid";

const TITLE: &str = "Forebyggelsespakkerne 2027";

/// Begins the edition as a copy of the newest one.
pub async fn copy_the_newest(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    year.sign_in(browser).await?;
    open(browser, &year.at("/catalogue"), &da("catalogue-title")).await?;
    follow(browser, &da("draft-begin")).await?;
    arrive(browser, &da("draft-begin")).await?;
    look(browser, "year-edition-new").await?;
    write(browser, "title", TITLE).await?;
    write(browser, "key", "2027").await?;
    press(browser, &da("draft-begin-button")).await?;
    arrive(browser, TITLE).await?;
    look(browser, "year-draft").await?;
    follow(browser, &da("draft-edit-facts")).await?;
    arrive(browser, TITLE).await?;
    choose_day(browser, "published_on", "2027-02-01").await?;
    look(browser, "year-facts").await?;
    press(browser, &da("draft-save")).await?;
    see(browser, &da_with("draft-saved", "number", "1")).await
}

/// One recommendation more in the package of tobacco, with its question and what an answer means.
pub async fn add_a_recommendation(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    go_to_tobacco(browser, year).await?;
    look(browser, "year-package").await?;
    follow(browser, &da("draft-add-recommendation")).await?;
    arrive(browser, &da_with("draft-new", "kind", &da("draft-kind-recommendation"))).await?;
    look(browser, "year-recommendation-new").await?;
    write(browser, "title", "Røgfri arbejdstid").await?;
    choose_option(browser, "category", "rammer").await?;
    write(browser, "source", "Byrådets beslutning, den 1. januar 2027").await?;
    press(browser, &da("draft-save")).await?;
    see(browser, &da_with("draft-saved", "number", "2")).await?;
    arrive(browser, "Røgfri arbejdstid").await?;
    look(browser, "year-recommendation").await?;
    follow(browser, &da("draft-add-question")).await?;
    arrive(browser, &da_with("draft-new", "kind", &da("draft-kind-question"))).await?;
    write(browser, "text", &format!("Hvor langt er I med {WORD}?")).await?;
    unfold(browser, &da("draft-help")).await?;
    write(browser, "help-groen", HELP).await?;
    look(browser, "year-question-new").await?;
    mark(browser, "areas", "Psykiatri og handicap").await?;
    press(browser, &da("draft-save")).await?;
    see(browser, &da_with("draft-saved", "number", "3")).await
}

/// Other words for the same matter: answers go on being compared.
pub async fn reword_a_question(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    go_to_tobacco(browser, year).await?;
    open_listed(browser, "Fremme af røgfri miljøer").await?;
    open_listed(browser, "røgfri miljøer?").await?;
    look(browser, "year-question").await?;
    write(browser, "text", "Hvor langt er I med at gøre flere steder til røgfri miljøer?").await?;
    mark(browser, "meaning", &da("draft-meaning-reworded")).await?;
    press(browser, &da("draft-save")).await?;
    see(browser, &da_with("draft-saved", "number", "4")).await
}

/// A recommendation goes with its question.
pub async fn retire_a_recommendation(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    go_to_tobacco(browser, year).await?;
    open_listed(browser, "Forebyggelse af rygestart").await?;
    follow(browser, &da("draft-remove")).await?;
    arrive(browser, &da_with("draft-removal", "what", "Forebyggelse af rygestart")).await?;
    look(browser, "year-removal").await?;
    press(browser, &da("draft-removal-button")).await?;
    see(browser, &da_with("draft-saved", "number", "5")).await
}

/// What is added, removed and changed, field by field; the links; and the questionnaire as the leader sees it.
pub async fn look_at_the_differences(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/drafts/2027"), TITLE).await?;
    see(browser, &da("draft-no-faults")).await?;
    follow(browser, &da("publication-look")).await?;
    arrive(browser, &da_with("publication-title", "edition", "2027")).await?;
    look(browser, "year-publication").await?;
    follow(browser, &da("publication-all-changes")).await?;
    for text in ["Røgfri arbejdstid", "flere steder til røgfri miljøer", "Forebyggelse af rygestart"] {
        see(browser, text).await?;
    }
    look(browser, "year-changes").await?;
    browser.back().await?;
    follow(browser, &da("publication-links")).await?;
    see(browser, WORD).await?;
    look(browser, "year-crosswalk").await?;
    browser.back().await?;
    follow(browser, &format!("{}: Psykiatri og handicap", da("publication-see"))).await?;
    see(browser, WORD).await?;
    see(browser, HELP).await?;
    look(browser, "year-preview").await
}

/// The key is asked for, so that it is the edition that is meant.
pub async fn publish(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/catalogue/2027/publication"), &da_with("publication-title", "edition", "2027")).await?;
    let button = da_with("publication-button", "edition", "2027");
    write(browser, "key", "2018").await?;
    press(browser, &button).await?;
    see(browser, &da("publication-mistake")).await?;
    look(browser, "year-publication-error").await?;
    write(browser, "key", "2027").await?;
    press(browser, &button).await?;
    arrive(browser, TITLE).await?;
    find(browser, "//h1").await?;
    look(browser, "year-edition").await
}

/// From the draft to its package of tobacco.
async fn go_to_tobacco(browser: &Browser, year: &Year) -> WebDriverResult<()> {
    open(browser, &year.at("/drafts/2027"), TITLE).await?;
    open_listed(browser, "Tobak").await
}

/// Follows what a table lists under that name, to its page.
async fn open_listed(browser: &Browser, name: &str) -> WebDriverResult<()> {
    let path = format!("//main//table//a[contains(normalize-space(), '{name}')]");
    browser.touch(&find(browser, &path).await?).await?;
    arrive(browser, name).await
}
