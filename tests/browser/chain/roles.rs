//! The pages of a consultant and of a coordinator, after the round has closed.

use pejl::domain::Language;
use thirtyfour::prelude::*;

use super::leader::WRITTEN;
use super::setting::{FIRST, ROUND, SECOND, Setting};
use super::staff::sign_in_as;
use crate::browser::Browser;
use crate::pages::{arrive, da, da_with, follow, look, open, said, see, speak};

/// May see every municipality, and changes nothing.
pub const CONSULTANT: &str = "konsulent@example.org";

/// Works in the first leader's municipality.
pub const COORDINATOR: &str = "koordinator@example.org";

/// The whole country and every municipality; what only administrators do is not there.
pub async fn consult(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    sign_in_as(browser, setting, CONSULTANT).await?;
    look(browser, "consultant-rounds").await?;
    look_around(browser, setting, ("consultant", Language::Danish)).await?;
    open(browser, &setting.in_round("/municipalities/0157"), SECOND.municipality).await?;
    look(browser, "consultant-municipality-second").await?;
    for path in ["/letters", "/rounds/new", "/municipalities/0151/posts"] {
        open(browser, &setting.at(path), &da("error-not-found")).await?;
    }
    Ok(())
}

/// Her own municipality, in English; nothing of another one.
pub async fn coordinate(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    sign_in_as(browser, setting, COORDINATOR).await?;
    look(browser, "coordinator-rounds").await?;
    let list = setting.at("/municipalities/0151/posts");
    open(browser, &list, FIRST.municipality).await?;
    look(browser, "coordinator-directory").await?;
    follow(browser, &da("directory-correct")).await?;
    arrive(browser, &da_with("contact-title", "post", FIRST.post)).await?;
    look(browser, "coordinator-contact").await?;
    for path in ["/municipalities/0157/posts", &format!("/rounds/{ROUND}/municipalities/0157")] {
        open(browser, &setting.at(path), &da("error-not-found")).await?;
    }
    open(browser, &list, FIRST.municipality).await?;
    speak(browser, Language::English).await?;
    look(browser, "coordinator-directory-en").await?;
    look_around(browser, setting, ("coordinator", Language::English)).await
}

/// What both see of the first municipality and of the country.
async fn look_around(browser: &Browser, setting: &Setting, (who, language): (&str, Language)) -> WebDriverResult<()> {
    let question = if language == Language::English { "local action plans" } else { "handlingsplaner" };
    let municipality = format!("/municipalities/{}", FIRST.code);
    for (path, heading, name) in [
        ("", ROUND, "round"),
        (&format!("{municipality}/status"), FIRST.municipality, "status"),
        (&municipality, FIRST.municipality, "municipality"),
        (&format!("{municipality}?package=mad-og-maaltider"), FIRST.municipality, "municipality-package"),
        (&format!("{municipality}/trend"), FIRST.municipality, "municipality-trend"),
        ("/country", ROUND, "country"),
        ("/trend", &said(language, "trend-country"), "country-trend"),
        ("/questions", ROUND, "questions"),
        ("/questions/mad.handleplan-botilbud", question, "question"),
    ] {
        open(browser, &setting.in_round(path), heading).await?;
        look(browser, &format!("{who}-{name}")).await?;
    }
    open(browser, &setting.in_round(&format!("{municipality}/status")), FIRST.municipality).await?;
    follow(browser, FIRST.post).await?;
    arrive(browser, FIRST.post).await?;
    see(browser, WRITTEN[0]).await?;
    look(browser, &format!("{who}-post")).await
}
