//! What the staff sees of it: the round, the municipality, the country, and each question.

use std::collections::HashMap;

use thirtyfour::prelude::*;

use super::setting::{FIRST, ROUND, SECOND, Setting};
use super::staff::sign_in;
use crate::browser::{Browser, Screen, Scripts};
use crate::pages::{arrive, content, da, da_with, figure, follow, look, look_in_both, open, press, row, see};

/// A row of a table by the headers of its columns.
type Row = HashMap<String, String>;

/// The first municipality's row before anything is handed in. The leader has opened the link, and
/// that has started nothing.
pub fn before(setting: &Setting) -> Row {
    telling(setting, async |browser| {
        check_round(browser, setting, [3, 0, 0]).await?;
        open(browser, &setting.in_round("/municipalities/0151/status"), FIRST.municipality).await?;
        see(browser, &da("rounds-not-started")).await?;
        look(browser, "status-before").await?;
        follow(browser, &da_with("rounds-result-of", "municipality", &format!("{} Kommune", FIRST.municipality)))
            .await?;
        arrive(browser, &format!("{} Kommune: ", FIRST.municipality)).await?;
        let before = package_row(browser, setting).await?;
        look(browser, "municipality-before").await?;
        Ok(before)
    })
}

/// The first leader has handed in.
pub fn after_the_first(setting: &Setting, before: &Row) {
    telling(setting, async |browser| {
        check_round(browser, setting, [3, 1, 1]).await?;
        look(browser, "round").await?;
        let municipalities = row(browser, &da("rounds-per-municipality"), FIRST.municipality).await?;
        assert_eq!(municipalities[&da("rounds-handed-in")], "1");
        open(browser, &setting.in_round("/municipalities/0157/status"), SECOND.municipality).await?;
        see(browser, &da("rounds-no-email")).await?;
        look(browser, "status").await?;
        follow(browser, &da("rounds-extend")).await?;
        arrive(browser, SECOND.post).await?;
        look(browser, "extension").await?;
        posts(browser, setting).await?;

        let after = package_row(browser, setting).await?;
        look(browser, "municipality").await?;
        check_change(before, &after);
        drill(browser, setting).await?;
        national(browser, setting).await
    });
}

/// What the first leader has handed in, and the posts with their contacts.
async fn posts(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    open(browser, &setting.in_round("/municipalities/0151/status"), FIRST.municipality).await?;
    follow(browser, FIRST.post).await?;
    arrive(browser, &da_with("rounds-handed-in-heading", "post", FIRST.post)).await?;
    look(browser, "post").await?;
    let list = setting.at("/municipalities/0151/posts");
    open(browser, &list, FIRST.municipality).await?;
    look(browser, "directory").await?;
    follow(browser, &da("directory-correct")).await?;
    arrive(browser, &da_with("contact-title", "post", FIRST.post)).await?;
    press(browser, &da("contact-save")).await?;
    see(browser, &da("contact-saved")).await?;
    look(browser, "contact").await?;
    open(browser, &list, FIRST.municipality).await?;
    follow(browser, &da("directory-retire")).await?;
    arrive(browser, &da_with("retirement-title", "post", FIRST.post)).await?;
    look(browser, "retirement").await
}

/// Of the three questions of the package one is yellow, the colleague's: 1, 1/2 and 1 against 1/3, 1/2 and 0.
fn check_change(before: &Row, after: &Row) {
    let none = da_with("state-insufficient", "coverage", "0 %");
    for (column, then, now) in [
        ("column-score-then", "28", "28"),
        ("column-score-now", none.as_str(), "83"),
        ("column-coverage", "0 %", "100 %"),
        ("column-paired-baseline", "–", "28"),
        ("column-paired-current", "–", "83"),
        ("column-unpaired-change", "–", "+56"),
    ] {
        let column = da(column);
        assert_eq!((before[&column].as_str(), after[&column].as_str()), (then, now), "{column}");
    }
    assert_eq!(after[&da("column-paired-change")], "+56");
}

/// Both leaders have handed in; the third post never got a letter.
pub fn after_both(setting: &Setting) {
    telling(setting, async |browser| {
        check_round(browser, setting, [3, 2, 2]).await?;
        let municipalities = row(browser, &da("rounds-per-municipality"), SECOND.municipality).await?;
        assert_eq!(municipalities[&da("rounds-handed-in")], "1");
        open(browser, &setting.in_round("/municipalities/0157"), SECOND.municipality).await?;
        look(browser, "municipality-second").await?;
        open(browser, &setting.at("/letters"), &da("letters-title")).await?;
        // Two invitations, two receipts and the colleague's letter.
        assert_eq!(setting.letters(), 5);
        assert_eq!(content(browser).await?.matches(&da("letters-accepted")).count(), 6);
        look_in_both(browser, "letters").await?;
        follow(browser, &da("letters-receipt")).await?;
        arrive(browser, &da("letters-receipt")).await?;
        see(browser, &da("letters-accepted")).await?;
        look_in_both(browser, "letter").await
    });
}

/// The round is closed: the country and the municipality from round to round.
pub fn from_round_to_round(setting: &Setting) {
    telling(setting, async |browser| {
        for (path, name) in [("/trend", da("trend-country")), ("/municipalities/0151/trend", FIRST.municipality.into())]
        {
            open(browser, &setting.in_round(path), &da_with("trend-title", "name", &name)).await?;
            for round in ["2013", ROUND] {
                see(browser, round).await?;
            }
            look_in_both(browser, path.trim_start_matches('/').replace('/', "-").as_str()).await?;
        }
        Ok(())
    });
}

/// What a signed-in administrator sees on a desktop screen.
fn telling<T>(setting: &Setting, story: impl AsyncFnOnce(&Browser) -> WebDriverResult<T>) -> T {
    let mut told = None;
    setting.meet(Screen::Desktop, Scripts::On, async |browser| {
        sign_in(&browser, setting).await?;
        told = Some(story(&browser).await?);
        Ok(())
    });
    told.unwrap()
}

/// The round's page counts invited, started and handed in.
async fn check_round(browser: &Browser, setting: &Setting, counts: [usize; 3]) -> WebDriverResult<()> {
    open(browser, &setting.in_round(""), &da_with("rounds-heading", "key", ROUND)).await?;
    for (label, count) in ["rounds-invited", "rounds-started", "rounds-handed-in"].iter().zip(counts) {
        assert_eq!(figure(browser, &da(label)).await?, count.to_string(), "{label}");
    }
    Ok(())
}

async fn package_row(browser: &Browser, setting: &Setting) -> WebDriverResult<Row> {
    open(browser, &setting.in_round("/municipalities/0151"), FIRST.municipality).await?;
    let caption = da_with("municipality-packages-title", "municipality", FIRST.municipality);
    row(browser, &caption, "Mad og måltider").await
}

/// The municipality's answers, by package and by area.
async fn drill(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    for (chosen, name) in [("package=mad-og-maaltider", "municipality-package"), ("area=aeldre", "municipality-area")] {
        let page = setting.in_round(&format!("/municipalities/{}?{chosen}", FIRST.code));
        open(browser, &page, FIRST.municipality).await?;
        see(browser, "Grøn").await?;
        look(browser, name).await?;
    }
    Ok(())
}

/// The country, open and as it was in 2013, and one question.
async fn national(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    for (path, heading, name) in [
        (format!("/rounds/{ROUND}/country"), ROUND, "country"),
        ("/rounds/2013/country".to_owned(), "2013", "country-2013"),
        ("/rounds/2013".to_owned(), "2013", "round-2013"),
        (format!("/rounds/{ROUND}/questions"), ROUND, "questions"),
        (format!("/rounds/{ROUND}/questions/mad.handleplan-botilbud"), "handlingsplaner", "question"),
        (format!("/rounds/{ROUND}/questions/fysisk.bevaegelseskultur"), "bevægelseskultur", "question-areas"),
    ] {
        open(browser, &setting.at(&path), heading).await?;
        look(browser, name).await?;
    }
    Ok(())
}
