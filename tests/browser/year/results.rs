//! Two years beside each other.

use thirtyfour::prelude::*;

use super::edition::WORD;
use super::service::Year;
use crate::browser::Browser;
use crate::pages::{content, da, da_with, look, open, row, see};

/// The answers went from red to green where the question was asked before, in whatever words; the new one is red, and
/// counts in the score and in no change.
pub async fn compare_all_but_what_is_new(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/rounds/2027/municipalities/0151"), "Ballerup").await?;
    let of_package = row(browser, &da_with("municipality-packages-title", "municipality", "Ballerup"), "Tobak").await?;
    for (column, expected) in [
        ("column-score-then", "0"),
        ("column-score-now", "67"),
        ("column-paired-baseline", "0"),
        ("column-paired-current", "100"),
        ("column-paired-change", "+100"),
    ] {
        assert_eq!(of_package[&da(column)], expected, "{column}: {of_package:?}");
    }
    look(browser, "year-municipality").await?;
    open(browser, &year.at("/rounds/2027/municipalities/0151?package=tobak"), "Ballerup").await?;
    see(browser, "Røgfri arbejdstid").await?;
    look(browser, "year-municipality-package").await?;
    open(browser, &year.at("/rounds/2027/country"), "2027").await?;
    assert!(content(browser).await?.contains("+100"), "the country is compared over the same questions");
    look(browser, "year-country").await?;
    open(browser, &year.at("/rounds/2027/questions"), "2027").await?;
    look(browser, "year-questions").await?;
    let new = new_key(browser).await?;
    for (question, comparability) in [
        ("tobak.rygestop", "comparability-same"),
        ("tobak.roegfri-miljoeer", "comparability-reworded"),
        (new.as_str(), "comparability-new"),
    ] {
        open(browser, &year.at(&format!("/rounds/2027/questions/{question}")), "").await?;
        see(browser, &da(comparability)).await?;
        look(browser, &format!("year-{comparability}")).await?;
    }
    Ok(())
}

/// The key of the new question, from the list of questions.
async fn new_key(browser: &Browser) -> WebDriverResult<String> {
    let link = browser.find(By::XPath(format!("//main//a[contains(normalize-space(), '{WORD}')]"))).await?;
    let address = link.attr("href").await?.unwrap_or_default();
    Ok(address.rsplit('/').next().unwrap_or_default().to_owned())
}
