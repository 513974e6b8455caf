//! What every page must come up to: nothing that axe-core finds, and nothing wider than the screen.

use std::sync::OnceLock;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::Browser;

/// The rules that pages are held against.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/// Fails on anything that axe-core finds on the page as it stands.
pub async fn axe(browser: &Browser) -> WebDriverResult<()> {
    let faults = faults(browser).await?;
    assert!(faults.is_empty(), "axe-core on {}:\n{}", browser.current_url().await?, faults.join("\n"));
    Ok(())
}

/// What axe-core finds on the page as it stands.
pub async fn faults(browser: &Browser) -> WebDriverResult<Vec<String>> {
    // A page that was looked at before, on another screen, has it still.
    if !browser.execute("return typeof axe === 'object'", vec![]).await?.convert::<bool>()? {
        browser.execute(source(), vec![]).await?;
    }
    let run = "const done = arguments[arguments.length - 1]; \
        axe.run(document, { runOnly: { type: 'tag', values: arguments[0] } }) \
           .then(found => done({ violations: found.violations, passed: found.passes.length }), \
                 error => done({ failed: String(error) }));";
    let found = browser.execute_in_time(run, vec![json!(TAGS)]).await?;
    let page = browser.current_url().await?;
    assert!(found["passed"].as_u64() > Some(0), "axe-core did not run on {page}: {found}");
    Ok(list(&found["violations"]).iter().map(describe).collect())
}

/// Fails when the page is wider than the screen.
pub async fn no_overflow(driver: &WebDriver) -> WebDriverResult<()> {
    let fault = wider(driver).await?;
    assert!(fault.is_none(), "{}: {}", driver.current_url().await?, fault.unwrap_or_default());
    Ok(())
}

/// By how much the page is wider than the screen, with what sticks out. What scrolls in a box of its own, such as a wide
/// table, may.
pub async fn wider(driver: &WebDriver) -> WebDriverResult<Option<String>> {
    let measure = "const wide = document.documentElement.clientWidth; \
        const boxed = node => { for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) \
            if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true; return false; }; \
        const out = [...document.body.querySelectorAll('*')] \
            .filter(node => node.getBoundingClientRect().right > wide + 1 && !boxed(node)) \
            .map(node => node.outerHTML.slice(0, 120)); \
        return { screen: wide, page: document.documentElement.scrollWidth, out: out.slice(0, 5) };";
    let measured = driver.execute(measure, vec![]).await?;
    let measured = measured.json();
    let is_wider = measured["page"].as_u64() > measured["screen"].as_u64();
    Ok(is_wider
        .then(|| format!("{} wide on a screen of {}: {:#}", measured["page"], measured["screen"], measured["out"])))
}

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let modules = std::env::var("NPM_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let path = format!("{modules}/node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(path).expect("npm ci has fetched axe-core")
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// One finding: its rule, what it asks for and where.
fn describe(fault: &Value) -> String {
    let places: Vec<String> =
        list(&fault["nodes"]).iter().map(|node| format!("    {} {}", node["target"], node["html"])).collect();
    format!("  {}: {} ({})\n{}", fault["id"], fault["help"], fault["helpUrl"], places.join("\n"))
}
