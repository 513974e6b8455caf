//! The administrator, on a desktop screen.

use thirtyfour::prelude::*;

use super::setting::{ADMIN, ROUND, Setting};
use crate::browser::Browser;
use crate::pages::{arrive, da, da_with, follow, look, open, press, see, write};

/// Long enough, and nobody's.
pub const PASSWORD: &str = "en prøve uden betydning";

/// Follows the one-time link that the command printed; then signs in with the password chosen.
pub async fn choose_a_password(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    open(browser, &setting.key, &da("staff-password")).await?;
    see(browser, ADMIN).await?;
    look(browser, "password").await?;
    write(browser, "password", "kort").await?;
    write(browser, "repeated", "kort").await?;
    press(browser, &da("staff-password-save")).await?;
    see(browser, &da("refusal-password-too-short")).await?;
    look(browser, "password-error").await?;
    write(browser, "password", PASSWORD).await?;
    write(browser, "repeated", PASSWORD).await?;
    press(browser, &da("staff-password-save")).await?;
    arrive(browser, &da("home-title")).await?;
    look(browser, "home").await?;
    press(browser, &da("sign-out")).await?;
    arrive(browser, &da("sign-in")).await?;
    open(browser, &setting.key, &da("error-not-found")).await?;
    open(browser, &setting.at("/login"), &da("sign-in")).await?;
    look(browser, "login").await?;
    write(browser, "email", ADMIN).await?;
    write(browser, "password", "forkert adgangskode").await?;
    press(browser, &da("sign-in")).await?;
    see(browser, &da("refusal-wrong-password")).await?;
    look(browser, "login-error").await?;
    sign_in(browser, setting).await
}

/// Signs the administrator in.
pub async fn sign_in(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    sign_in_as(browser, setting, ADMIN).await
}

/// Signs in with an account's address.
pub async fn sign_in_as(browser: &Browser, setting: &Setting, email: &str) -> WebDriverResult<()> {
    open(browser, &setting.at("/login"), &da("sign-in")).await?;
    write(browser, "email", email).await?;
    write(browser, "password", PASSWORD).await?;
    press(browser, &da("sign-in")).await?;
    arrive(browser, &da("home-title")).await?;
    open(browser, &setting.at("/rounds"), &da("rounds-title")).await
}

/// The round before it opens, and what would happen.
pub async fn look_at_a_draft(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    look(browser, "rounds").await?;
    follow(browser, ROUND).await?;
    arrive(browser, &da_with("rounds-heading", "key", ROUND)).await?;
    see(browser, &da("rounds-waiting-draft")).await?;
    look(browser, "round-draft").await?;
    follow(browser, &da("rounds-check")).await?;
    arrive(browser, &da_with("rounds-preparation-heading", "key", ROUND)).await?;
    see(browser, "Skolechef").await?;
    look(browser, "preparation").await?;
    follow(browser, &da("rounds-to-opening")).await?;
    arrive(browser, &da_with("rounds-opening-heading", "key", ROUND)).await?;
    look(browser, "opening").await?;
    open(browser, &setting.at("/rounds/new"), &da("rounds-new-heading")).await?;
    look(browser, "round-new").await?;
    press(browser, &da("rounds-new-button")).await?;
    see(browser, &da("rounds-mistake-key")).await?;
    look(browser, "round-new-error").await?;
    open(browser, &setting.at("/letters"), &da("letters-title")).await?;
    see(browser, &da("letters-none")).await
}

/// The catalogue from edition to recommendation, and what became of it over time.
pub async fn read_the_catalogue(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    for (path, heading, name) in [
        ("/catalogue", da("catalogue-title"), "catalogue"),
        ("/catalogue/2018", "2018".to_owned(), "edition"),
        ("/catalogue/2018/mad-og-maaltider", "Mad og måltider".to_owned(), "package"),
        ("/catalogue/2018/mad-og-maaltider/handleplan-botilbud", "botilbud".to_owned(), "recommendation"),
        ("/catalogue/2012-13/crosswalk/2018", "2018".to_owned(), "crosswalk"),
    ] {
        open(browser, &setting.at(path), &heading).await?;
        look(browser, name).await?;
    }
    Ok(())
}

/// What an administrator chooses about the service. The colour is the lightest that is taken, and every page after
/// this one has it.
pub async fn choose_a_look(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    open(browser, &setting.at("/administration"), &da("administration-title")).await?;
    look(browser, "administration").await?;
    follow(browser, &da("site-title")).await?;
    arrive(browser, &da("site-title")).await?;
    look(browser, "site").await?;
    write(browser, "accent", "#777777").await?;
    press(browser, &da("site-save")).await?;
    see(browser, "4,47:1").await?;
    look(browser, "site-error").await?;
    write(browser, "accent", "#767676").await?;
    press(browser, &da("site-save")).await?;
    arrive(browser, &da("site-title")).await?;
    follow(browser, &da("site-text-privacy-da")).await?;
    arrive(browser, &da("site-text-privacy-da")).await?;
    write(browser, "body", "## Vores ansvar\n\n- et punkt\n\n> og et [link](https://example.org)").await?;
    press(browser, &da("site-text-look")).await?;
    see(browser, &da("site-text-unsaved")).await?;
    look(browser, "site-text").await?;
    open(browser, &setting.at("/administration/operation"), &da("operation-title")).await?;
    press(browser, &da("operation-check-now")).await?;
    see(browser, &da("doctor-fine")).await?;
    look(browser, "operation").await
}

/// The pages that the footer leads to, and the page that is not there.
pub async fn read_about_the_service(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    for (path, heading, name) in [
        ("/tilgaengelighed", da("accessibility"), "accessibility"),
        ("/privatliv", da("privacy"), "privacy"),
        ("/findes-ikke", da("error-not-found"), "not-found"),
    ] {
        open(browser, &setting.at(path), &heading).await?;
        look(browser, name).await?;
    }
    Ok(())
}

/// Closes the round; the country's page has its figures then.
pub async fn close_the_round(browser: &Browser, setting: &Setting) -> WebDriverResult<()> {
    sign_in(browser, setting).await?;
    open(browser, &setting.in_round("/closing"), &da_with("rounds-closing-heading", "key", ROUND)).await?;
    look(browser, "closing").await?;
    press(browser, &da("rounds-closing-button")).await?;
    arrive(browser, &da_with("rounds-heading", "key", ROUND)).await?;
    see(browser, &da("rounds-state-closed")).await?;
    look(browser, "round-closed").await?;
    open(browser, &setting.in_round("/country"), ROUND).await?;
    look(browser, "country-closed").await
}
