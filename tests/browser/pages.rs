//! What people do on pages: look, follow, press, write, choose. Everything waits for what it needs.

use std::collections::HashMap;
use std::time::Duration;

use pejl::domain::Language;
use pejl::texts;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::{axe, no_overflow};
use crate::browser::{Browser, Care, Hands, SCREENS, screenshot};
use crate::keyboard;

/// How long anything may take to show.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked for.
const INTERVAL: Duration = Duration::from_millis(50);

/// A Danish text of the service.
pub fn da(key: &str) -> String {
    said(Language::Danish, key)
}

/// A text of the service in a language.
pub fn said(language: Language, key: &str) -> String {
    texts::loader(language).get(key)
}

/// A Danish text of the service with its variable filled in.
pub fn da_with(key: &str, variable: &str, value: &str) -> String {
    texts::loader(Language::Danish).get_args(key, HashMap::from([(variable.to_owned(), value.to_owned())]))
}

/// Holds the page against axe-core and the width of both screens, and keeps a picture of it on each.
pub async fn look(browser: &Browser, name: &str) -> WebDriverResult<()> {
    if browser.care() == Care::None {
        return Ok(());
    }
    let mut screens = SCREENS;
    // The browser's own size comes last and stays.
    screens.sort_by_key(|screen| *screen == browser.screen());
    for screen in screens {
        browser.resize(screen).await?;
        axe(browser).await?;
        no_overflow(browser).await?;
        screenshot(browser, &format!("{name}-{screen:?}")).await?;
    }
    Ok(())
}

/// Looks at a page in Danish and in English; it must be one that its address opens.
pub async fn look_in_both(browser: &Browser, name: &str) -> WebDriverResult<()> {
    look(browser, name).await?;
    if browser.care() == Care::Full {
        speak(browser, Language::English).await?;
        look(browser, &format!("{name}-en")).await?;
        speak(browser, Language::Danish).await?;
    }
    Ok(())
}

/// Changes to another language at the foot of the page, and comes back to the page.
pub async fn speak(browser: &Browser, language: Language) -> WebDriverResult<()> {
    browser.touch(&find(browser, &format!("//footer//button[@lang = '{language}']")).await?).await?;
    find(browser, &format!("/html[@lang = '{language}']")).await.map(drop)
}

/// Waits for the first of what a path finds.
pub async fn find(browser: &Browser, path: &str) -> WebDriverResult<WebElement> {
    browser.query(By::XPath(path)).wait(PATIENCE, INTERVAL).first().await
}

/// Waits for the first of what a path finds that can be seen, as of the two menus one at a time can be.
async fn find_shown(browser: &Browser, path: &str) -> WebDriverResult<WebElement> {
    browser.query(By::XPath(path)).wait(PATIENCE, INTERVAL).and_displayed().first().await
}

/// Waits for a page whose heading holds that text.
pub async fn arrive(browser: &Browser, heading: &str) -> WebDriverResult<()> {
    find(browser, &format!("//h1[contains(normalize-space(), {})]", quoted(heading))).await.map(drop)
}

/// Waits for that text in the page's content.
pub async fn see(browser: &Browser, text: &str) -> WebDriverResult<()> {
    find(browser, &format!("//main//*[contains(normalize-space(), {})]", quoted(text))).await.map(drop)
}

/// Opens a path and waits for its heading.
pub async fn open(browser: &Browser, address: &str, heading: &str) -> WebDriverResult<()> {
    browser.goto(address).await?;
    arrive(browser, heading).await
}

/// Presses the button with that text.
pub async fn press(browser: &Browser, text: &str) -> WebDriverResult<()> {
    browser.touch(&find_shown(browser, &format!("//button[normalize-space() = {}]", quoted(text))).await?).await
}

/// Follows the link in the page's content that holds that text.
pub async fn follow(browser: &Browser, text: &str) -> WebDriverResult<()> {
    browser
        .touch(&find_shown(browser, &format!("//main//a[contains(normalize-space(), {})]", quoted(text))).await?)
        .await
}

/// Writes in the field of that name, in place of what stands there.
pub async fn write(browser: &Browser, field: &str, text: &str) -> WebDriverResult<()> {
    let field = find_shown(browser, &format!("//*[@name = {}]", quoted(field))).await?;
    if browser.hands() == Hands::Keys {
        return keyboard::write(browser, &field, text).await;
    }
    field.clear().await?;
    browser.write(&field, text).await
}

/// Writes a day, given as 2027-02-01, in a field for one; the browser of the tests shows months first.
pub async fn choose_day(browser: &Browser, field: &str, day: &str) -> WebDriverResult<()> {
    let element = find_shown(browser, &format!("//*[@name = {}]", quoted(field))).await?;
    let [year, month, date] = day.split('-').collect::<Vec<_>>().try_into().unwrap();
    let digits = format!("{month}{date}{year}");
    match browser.hands() {
        Hands::Mouse => element.send_keys(&digits).await?,
        Hands::Keys => keyboard::type_in(browser, &element, &digits).await?,
    }
    assert_eq!(element.prop("value").await?.as_deref(), Some(day), "{field}");
    Ok(())
}

/// Chooses in a list.
pub async fn choose_option(browser: &Browser, field: &str, value: &str) -> WebDriverResult<()> {
    let list = find_shown(browser, &format!("//select[@name = {}]", quoted(field))).await?;
    match browser.hands() {
        Hands::Mouse => thirtyfour::components::SelectElement::new(&list).await?.select_by_value(value).await,
        Hands::Keys => keyboard::choose_option(browser, &list, value).await,
    }
}

/// Chooses the box with that label among those of a name.
pub async fn mark(browser: &Browser, name: &str, label: &str) -> WebDriverResult<()> {
    let boxes = format!("//input[@name = {}]", quoted(name));
    let path = format!("//label[@for = {boxes}/@id and normalize-space() = {}]", quoted(label));
    browser.touch(&find_shown(browser, &path).await?).await
}

/// Opens what is folded under that word.
pub async fn unfold(browser: &Browser, word: &str) -> WebDriverResult<()> {
    browser
        .touch(&find_shown(browser, &format!("//summary[contains(normalize-space(), {})]", quoted(word))).await?)
        .await
}

/// Takes a file; which one is asked by the system, beside the page.
pub async fn bring(browser: &Browser, field: &str, file: &std::path::Path) -> WebDriverResult<()> {
    let element = find(browser, &format!("//input[@name = {}]", quoted(field))).await?;
    if browser.hands() == Hands::Keys {
        keyboard::go_to(browser, &element).await?;
    }
    element.send_keys(file.display().to_string()).await
}

/// Waits for that text, and loads the page anew meanwhile: it comes by what is done beside it.
pub async fn see_soon(browser: &Browser, text: &str) -> WebDriverResult<()> {
    let path = format!("//main//*[contains(normalize-space(), {})]", quoted(text));
    let began = std::time::Instant::now();
    while began.elapsed() < PATIENCE && browser.find_all(By::XPath(path.as_str())).await?.is_empty() {
        tokio::time::sleep(Duration::from_millis(500)).await;
        browser.refresh().await?;
    }
    see(browser, text).await
}

/// The text of the page's content, with hidden parts such as closed details.
pub async fn content(browser: &Browser) -> WebDriverResult<String> {
    let read = "return document.querySelector('main').textContent.replace(/\\s+/g, ' ')";
    browser.execute(read, vec![]).await?.convert()
}

/// The row of a table by the table's caption and the row's first cell: each cell by its column's header.
pub async fn row(browser: &Browser, caption: &str, first: &str) -> WebDriverResult<HashMap<String, String>> {
    let read = "const text = node => node.textContent.replace(/\\s+/g, ' ').trim(); \
        const table = [...document.querySelectorAll('table')].find(table => text(table.caption) === arguments[0]); \
        const row = [...table.tBodies[0].rows].find(row => text(row.cells[0]) === arguments[1]); \
        return Object.fromEntries([...row.cells].map((cell, place) => [text(table.tHead.rows[0].cells[place]), text(cell)]));";
    browser.execute(read, vec![json!(caption), json!(first)]).await?.convert()
}

/// A big figure by its label.
pub async fn figure(browser: &Browser, label: &str) -> WebDriverResult<String> {
    let path = format!("//dt[normalize-space() = {}]/following-sibling::dd[1]", quoted(label));
    find(browser, &path).await?.text().await
}

/// A text as XPath writes it; none of ours holds both kinds of quotation marks.
fn quoted(text: &str) -> String {
    let mark = if text.contains('"') { '\'' } else { '"' };
    format!("{mark}{text}{mark}")
}
