//! A page used by keys alone: Tab to where one wants to be, and Enter, the space bar or the arrows there. At every stop
//! it is looked whether it can be seen where one is, and whether one went forward through the page.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::Browser;

/// More stops than any page has.
const MOST_STOPS: usize = 600;

/// Where the keys are after a step.
#[derive(Debug, Deserialize)]
struct Stop {
    /// Whether it is what was looked for.
    arrived: bool,
    /// What is wrong with it; empty where nothing is.
    wrong: String,
}

/// Looks at the place where the keys are: it is marked, on the screen and after the one before. The mark of a box to
/// tick is drawn beside it, in its label.
const LOOK: &str = "const here = document.activeElement, wanted = arguments[0]; \
    const is_here = here && here !== document.body && here !== document.documentElement; \
    const before = window.pejlBefore; \
    if (!is_here) { window.pejlBefore = null; return { arrived: false, wrong: '' }; } \
    const label = here.labels?.[0]; \
    const drawn = [[here, null], [here, '::before'], [here, '::after']]; \
    if (label) drawn.push([label, null], [label, '::before'], [label, '::after']); \
    const is_marked = drawn.some(([node, part]) => { const style = getComputedStyle(node, part); \
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; }); \
    const box = (label && getComputedStyle(here).opacity === '0' ? label : here).getBoundingClientRect(); \
    const is_shown = box.bottom > 0 && box.top < innerHeight && box.width > 0; \
    const goes_back = before?.isConnected && before !== here && \
        !(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING); \
    window.pejlBefore = here; \
    const wrong = !is_marked ? 'is not marked' : !is_shown ? 'is not on the screen' : goes_back ? 'comes after what it stands before' : ''; \
    const group = here.type === 'radio' && wanted.type === 'radio' && here.name === wanted.name && here.form === wanted.form; \
    return { arrived: here === wanted || group, wrong: wrong && `${here.outerHTML.slice(0, 200)} ${wrong}` };";

/// What answers when an element is pressed: a label stands for its field.
const CONTROL: &str =
    "return arguments[0].control ?? arguments[0].closest('a, button, summary, input') ?? arguments[0]";

/// Presses an element as a finger would, by keys.
pub async fn press(browser: &Browser, element: &WebElement) -> WebDriverResult<()> {
    let control = browser.execute(CONTROL, vec![element.to_json()?]).await?.element()?;
    go_to(browser, &control).await?;
    match (control.tag_name().await?.as_str(), control.attr("type").await?.as_deref()) {
        ("input", Some("radio")) => choose(browser, &control).await,
        ("input", Some("checkbox")) => stroke(browser, " ", "Space", 32).await,
        _ => stroke(browser, "\r", "Enter", 13).await,
    }
}

/// Goes to an element by the Tab key, once around the page at most.
pub async fn go_to(browser: &Browser, wanted: &WebElement) -> WebDriverResult<()> {
    for _ in 0..MOST_STOPS {
        stroke(browser, "", "Tab", 9).await?;
        let stop: Stop = browser.execute(LOOK, vec![wanted.to_json()?]).await?.convert()?;
        assert!(stop.wrong.is_empty(), "on {}: {}", browser.current_url().await?, stop.wrong);
        if stop.arrived {
            return Ok(());
        }
    }
    panic!("the Tab key does not lead to {} on {}", wanted.outer_html().await?, browser.current_url().await?)
}

/// Writes in a field, in place of what stands there.
pub async fn write(browser: &Browser, field: &WebElement, text: &str) -> WebDriverResult<()> {
    go_to(browser, field).await?;
    let all = json!({ "type": "rawKeyDown", "key": "a", "code": "KeyA", "modifiers": 2, "commands": ["selectAll"] });
    browser.cdp().send_raw("Input.dispatchKeyEvent", all).await?;
    stroke(browser, "", "Delete", 46).await?;
    browser.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
    Ok(())
}

/// Types in a field one key after the other.
pub async fn type_in(browser: &Browser, field: &WebElement, text: &str) -> WebDriverResult<()> {
    go_to(browser, field).await?;
    for letter in text.chars() {
        stroke(browser, &letter.to_string(), &letter.to_string(), u32::from(letter)).await?;
    }
    Ok(())
}

/// Chooses in a list by the arrow, from its beginning on.
pub async fn choose_option(browser: &Browser, list: &WebElement, value: &str) -> WebDriverResult<()> {
    go_to(browser, list).await?;
    stroke(browser, "", "Home", 36).await?;
    for _ in 0..MOST_STOPS {
        if list.prop("value").await?.as_deref() == Some(value) {
            return Ok(());
        }
        stroke(browser, "", "ArrowDown", 40).await?;
    }
    panic!("the arrows do not lead to {value} in {}", list.outer_html().await?)
}

/// Chooses one of several options by the arrows; the Tab key leads to them all together.
async fn choose(browser: &Browser, wanted: &WebElement) -> WebDriverResult<()> {
    let standing = "const here = document.activeElement; return [here === arguments[0], here.checked]";
    for turn in 0..MOST_STOPS {
        let (is_there, is_chosen): (bool, bool) =
            browser.execute(standing, vec![wanted.to_json()?]).await?.convert()?;
        match (is_there, is_chosen) {
            (true, true) => return Ok(()),
            // Where none is chosen yet, the one that the Tab key led to is taken by the space bar.
            (true, false) if turn == 0 => stroke(browser, " ", "Space", 32).await?,
            _ => stroke(browser, "", "ArrowDown", 40).await?,
        }
    }
    panic!("the arrows do not lead to {}", wanted.outer_html().await?)
}

/// Presses a key and lets it go.
async fn stroke(browser: &Browser, text: &str, code: &str, number: u32) -> WebDriverResult<()> {
    let key = if code == "Space" { " " } else { code };
    let event = |kind: &str, text: &str| {
        let mut event = json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number });
        if !text.is_empty() {
            event["text"] = Value::from(text);
        }
        event
    };
    let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
    browser.cdp().send_raw("Input.dispatchKeyEvent", event(kind, text)).await?;
    browser.cdp().send_raw("Input.dispatchKeyEvent", event("keyUp", "")).await?;
    Ok(())
}
