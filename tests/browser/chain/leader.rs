//! The first leader, on a phone with scripts.

use thirtyfour::prelude::*;

use super::setting::{COLLEAGUE, FIRST, Setting};
use crate::browser::Browser;
use crate::client::Client;
use crate::pages::{arrive, content, da, da_with, find, follow, look, open, press, see, write};
use crate::process::until;

/// What the leader writes, and finds on the receipt.
pub const WRITTEN: [&str; 2] = ["To af tre tilbud har en plan nu", "Vi har ingen egne botilbud"];

/// Opens the letter's link and goes away again.
pub async fn look_only(browser: &Browser, setting: &Setting, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-title")).await?;
    for text in [FIRST.name, FIRST.post, FIRST.municipality, &setting.deadline] {
        see(browser, text).await?;
    }
    look(browser, "landing").await
}

/// Starts, and asks a colleague for the first section; the first try lacks an address.
pub async fn hand_a_section_over(browser: &Browser, setting: &Setting, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-title")).await?;
    press(browser, &da("welcome-start")).await?;
    arrive(browser, &da("section-overview-title")).await?;
    see(browser, &setting.deadline).await?;
    look(browser, "overview-empty").await?;
    follow(browser, "Ældre og omsorg").await?;
    arrive(browser, "Ældre og omsorg").await?;
    follow(browser, &da("handover-section")).await?;
    arrive(browser, &da_with("handover-section-title", "area", "Ældre og omsorg")).await?;
    look(browser, "handover").await?;
    write(browser, "navn", COLLEAGUE.0).await?;
    press(browser, &da("handover-section-send")).await?;
    see(browser, &da("handover-email-missing")).await?;
    look(browser, "handover-error").await?;
    write(browser, "mail", COLLEAGUE.1).await?;
    press(browser, &da("handover-section-send")).await?;
    arrive(browser, &da_with("handover-sent-title", "name", COLLEAGUE.0)).await?;
    see(browser, COLLEAGUE.1).await?;
    look(browser, "handover-sent").await?;
    open(browser, &format!("{link}/overblik"), &da("section-overview-title")).await?;
    see(browser, COLLEAGUE.0).await?;
    look(browser, "overview-handed-over").await?;
    open(browser, &format!("{link}/overdragelse"), &da("handover-whole-title")).await?;
    look(browser, "successor").await
}

/// The same link on another day: it goes on, and what the colleague answered is there.
pub async fn take_the_section_back(browser: &Browser, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-title")).await?;
    press(browser, &da("welcome-continue")).await?;
    arrive(browser, &da("section-overview-title")).await?;
    open(browser, &format!("{link}/afsnit/aeldre/overdragelse"), "Ældre og omsorg").await?;
    look(browser, "handover-current").await?;
    press(browser, &da("handover-take-home")).await?;
    see(browser, &da_with("answer-by", "name", COLLEAGUE.0)).await?;
    assert_eq!(chosen(browser).await?, 1, "the colleague's answer stays");
    look(browser, "section-helped").await
}

/// Answers every section but one question, and finds it missing. Two questions are put to all three areas; for one area
/// they are answered differently, which is told by a button under the question.
pub async fn answer(browser: &Browser, setting: &Setting, link: &str) -> WebDriverResult<()> {
    open(browser, &format!("{link}/afsnit/aeldre"), "Ældre og omsorg").await?;
    look(browser, "section-together").await?;
    let [moving, known] = ["bevægelseskultur", "kendskab"];
    for question in [moving, known] {
        let button = format!("{}//button[@name = 'hvert']", question_path(question));
        browser.touch(&find(browser, &button).await?).await?;
        find(browser, &for_area(question, "Psykiatri og handicap")).await?;
    }
    choose_for(browser, (moving, "Psykiatri og handicap"), "Ikke relevant").await?;
    let reason = format!("{}//textarea[starts-with(@name, 'b')]", for_area(moving, "Psykiatri og handicap"));
    browser.write(&find(browser, &reason).await?, WRITTEN[1]).await?;
    choose_all_but(browser, ". Psykiatri og handicap: ", ("Grøn", "I høj grad")).await?;
    see(browser, "Gemt kl.").await?;
    look(browser, "section-apart").await?;
    press(browser, &da("answer-save")).await?;

    arrive(browser, "Dagtilbud").await?;
    see(browser, "besvaret under Ældre og omsorg").await?;
    choose_all(browser, "Grøn", "I høj grad").await?;
    see(browser, "Gemt kl.").await?;
    await_saved(setting, link, "dagtilbud", 4);
    find(browser, "//form//*[@class = 'pj-progress'][contains(., '6 af 6')]").await?;
    look(browser, "section-saved").await?;
    // Loaded anew without the button: what was saved meanwhile is there.
    open(browser, &format!("{link}/afsnit/dagtilbud"), "Dagtilbud").await?;
    assert_eq!(chosen(browser).await?, 4);
    press(browser, &da("answer-save")).await?;

    arrive(browser, "Psykiatri og handicap").await?;
    // What was answered at the baseline stands beside the question.
    see(browser, "2013").await?;
    see(browser, "Ét af tre tilbud er begyndt").await?;
    let food = "handlingsplaner";
    choose(browser, food, "I høj grad").await?;
    comment(browser, food, WRITTEN[0]).await?;
    for tobacco in ["rygestop", "røgfri miljøer"] {
        choose(browser, tobacco, "Grøn").await?;
    }
    await_saved(setting, link, "psykiatri-handicap", 3);
    look(browser, "section-comment").await?;
    press(browser, &da("answer-save")).await
}

/// Finds on the last page what is missing, answers it and hands in.
pub async fn hand_in(browser: &Browser) -> WebDriverResult<()> {
    arrive(browser, &da("section-summary")).await?;
    look(browser, "summary-missing").await?;
    let missing = browser.find_all(By::Css("main ul.pj-links a")).await?;
    assert_eq!(missing.len(), 1);
    browser.touch(&missing[0]).await?;
    // It is missing where it is asked.
    arrive(browser, "Ældre og omsorg").await?;
    choose_for(browser, ("kendskab", "Psykiatri og handicap"), "I høj grad").await?;
    see(browser, "Gemt kl.").await?;
    open(browser, &format!("{}/indsend", address(browser).await?), &da("section-summary")).await?;
    assert!(browser.find_all(By::Css("main ul.pj-links a")).await?.is_empty());
    look(browser, "summary").await?;
    press(browser, &da("section-hand-in-all")).await?;
    arrive(browser, &da("section-receipt-title")).await?;
    let receipt = content(browser).await?;
    for text in WRITTEN.iter().chain(&["I høj grad", "Ikke relevant"]) {
        assert!(receipt.contains(text), "{text} is not in {receipt}");
    }
    look(browser, "receipt").await
}

/// After the round has closed: everything can be read, nothing changed, and the page says why.
pub async fn find_it_closed(browser: &Browser, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-title")).await?;
    see(browser, &da("refusal-round-not-open")).await?;
    look(browser, "landing-closed").await?;
    open(browser, &format!("{link}/afsnit/dagtilbud"), "Dagtilbud").await?;
    see(browser, &da("refusal-round-not-open")).await?;
    assert_eq!(browser.find_all(By::Css("main button, main input")).await?.len(), 0);
    look(browser, "section-closed").await
}

/// Chooses in every question without an answer: one option on the traffic light, another on other scales.
pub async fn choose_all(browser: &Browser, light: &str, other: &str) -> WebDriverResult<()> {
    let path = |option: &str| format!(".//label[starts-with(normalize-space(), '{option}')]");
    for question in browser.find_all(By::Css(".pj-question fieldset")).await? {
        if !question.find_all(By::Css("input:checked")).await?.is_empty() {
            continue;
        }
        let option = question.find(By::XPath(format!("{} | {}", path(light), path(other)))).await?;
        browser.touch(&option).await?;
    }
    Ok(())
}

/// The same, but for questions whose legend holds that text.
async fn choose_all_but(browser: &Browser, left: &str, (light, other): (&str, &str)) -> WebDriverResult<()> {
    let path = |option: &str| format!(".//label[starts-with(normalize-space(), '{option}')]");
    for question in browser.find_all(By::Css(".pj-question fieldset")).await? {
        let is_chosen = !question.find_all(By::Css("input:checked")).await?.is_empty();
        let legend = question.find(By::Tag("legend")).await?.prop("textContent").await?.unwrap_or_default();
        if !is_chosen && !legend.contains(left) {
            let option = question.find(By::XPath(format!("{} | {}", path(light), path(other)))).await?;
            browser.touch(&option).await?;
        }
    }
    Ok(())
}

/// Chooses an option of a question for one of the areas that it is asked for each on its own.
async fn choose_for(browser: &Browser, (question, area): (&str, &str), option: &str) -> WebDriverResult<()> {
    let path = format!("{}//label[starts-with(normalize-space(), '{option}')]", for_area(question, area));
    browser.touch(&find(browser, &path).await?).await
}

fn for_area(question: &str, area: &str) -> String {
    format!("//fieldset[contains(legend, '{question}') and contains(legend, '. {area}: ')]")
}

/// The address of the personal link whose page is open.
async fn address(browser: &Browser) -> WebDriverResult<String> {
    let current = browser.current_url().await?;
    Ok(current.as_str().split("/afsnit/").next().unwrap_or_default().to_owned())
}

/// Chooses an option of the question whose text holds that word.
pub async fn choose(browser: &Browser, question: &str, option: &str) -> WebDriverResult<()> {
    let path = format!("{}//label[starts-with(normalize-space(), '{option}')]", question_path(question));
    browser.touch(&find(browser, &path).await?).await
}

/// Opens the comments of a question and writes to the consultant.
pub async fn comment(browser: &Browser, question: &str, text: &str) -> WebDriverResult<()> {
    let question = question_path(question);
    browser.touch(&find(browser, &format!("{question}//button[@name = 'bemaerk']")).await?).await?;
    let field = find(browser, &format!("{question}//textarea[starts-with(@name, 'k')]")).await?;
    browser.write(&field, text).await
}

/// Writes why a question is not relevant.
pub async fn reason(browser: &Browser, question: &str, text: &str) -> WebDriverResult<()> {
    let path = format!("{}//textarea[starts-with(@name, 'b')]", question_path(question));
    browser.write(&find(browser, &path).await?, text).await
}

/// How many questions of the page have an answer.
pub async fn chosen(browser: &Browser) -> WebDriverResult<usize> {
    Ok(browser.find_all(By::Css(".pj-question input:checked")).await?.len())
}

fn question_path(question: &str) -> String {
    format!("//fieldset[contains(legend, '{question}')]")
}

/// Waits until so many answers of a section are stored, seen from another device.
fn await_saved(setting: &Setting, link: &str, area: &str, answers: usize) {
    let path = format!("{}/afsnit/{area}", link.strip_prefix(&setting.program.base_url).unwrap());
    let client = Client::new(&setting.program.base_url);
    until("the answers to be saved", || client.get(&path).body.matches(" checked").count() == answers);
}
