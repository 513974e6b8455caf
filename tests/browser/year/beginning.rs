//! The first day: an account, the shipped editions and the directory.

use thirtyfour::prelude::*;

use super::service::{ADMIN, PASSWORD, Year};
use crate::browser::Browser;
use crate::pages::{arrive, bring, da, find, follow, look, open, press, see, write};

/// Two posts, of which the one is asked and the other is not reached.
const DIRECTORY: &str = "kommune;afdeling;stilling;områder;navn;e-mail;telefon\n\
    Ballerup Kommune;Center for Voksne;Leder af botilbud;Psykiatri og handicap;Leder Eksempel;leder@example.org;00000001\n\
    Gentofte;Kultur;Kulturchef;kultur-fritid;Kultur Eksempel;;\n";

/// Opens the page, is told where the link was printed, follows it, and shows a phone's code from the first day.
pub async fn make_the_first_administrator(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/"), &da("sign-in")).await?;
    see(browser, &da("first-notice")).await?;
    look(browser, "year-login").await?;
    let link = year.printed_link();
    open(browser, &link, &da("first-title")).await?;
    look(browser, "year-first").await?;
    write(browser, "email", "ingen adresse").await?;
    write(browser, "password", PASSWORD).await?;
    write(browser, "repeated", "noget andet end det").await?;
    press(browser, &da("first-save")).await?;
    see(browser, &da("refusal-passwords-differ")).await?;
    look(browser, "year-first-error").await?;
    write(browser, "email", ADMIN).await?;
    write(browser, "password", PASSWORD).await?;
    write(browser, "repeated", PASSWORD).await?;
    press(browser, &da("first-save")).await?;

    arrive(browser, &da("factor-title")).await?;
    see(browser, &da("factor-must")).await?;
    look(browser, "year-factor").await?;
    write(browser, "password", PASSWORD).await?;
    press(browser, &da("factor-begin")).await?;
    see(browser, &da("factor-scan")).await?;
    look(browser, "year-factor-begun").await?;
    year.secret = find(browser, "//main//p/strong").await?.text().await?;
    write(browser, "code", &year.code()).await?;
    press(browser, &da("factor-confirm-button")).await?;
    arrive(browser, &da("factor-paper")).await?;
    look(browser, "year-paper").await?;
    follow(browser, &da("factor-go-on")).await?;
    arrive(browser, &da("home-title")).await?;
    look(browser, "year-home").await?;
    open(browser, &link, &da("error-not-found")).await
}

/// There is no edition yet, and one press takes those in that the program brings along.
pub async fn take_in_the_shipped_editions(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/administration"), &da("administration-title")).await?;
    look(browser, "year-administration").await?;
    follow(browser, &da("menu-catalogue")).await?;
    arrive(browser, &da("catalogue-title")).await?;
    see(browser, &da("catalogue-none")).await?;
    look(browser, "year-catalogue-empty").await?;
    press(browser, &da("catalogue-shipped")).await?;
    see(browser, &da("catalogue-editions")).await?;
    look(browser, "year-catalogue").await
}

/// A file with names as people write them: shown first, then carried out.
pub async fn bring_the_directory(browser: &Browser, year: &mut Year) -> WebDriverResult<()> {
    open(browser, &year.at("/administration"), &da("administration-title")).await?;
    follow(browser, &da("search-title")).await?;
    arrive(browser, &da("search-title")).await?;
    look(browser, "year-directory-empty").await?;
    follow(browser, &da("search-import")).await?;
    arrive(browser, &da("import-title")).await?;
    look(browser, "year-import").await?;
    let file = year.app.folder().join("stillinger.csv");
    std::fs::write(&file, DIRECTORY.replace("kultur-fritid", "kulturhus")).unwrap();
    bring(browser, "file", &file).await?;
    press(browser, &da("import-check")).await?;
    see(browser, &da("import-nothing-written")).await?;
    look(browser, "year-import-faults").await?;
    std::fs::write(&file, DIRECTORY).unwrap();
    bring(browser, "file", &file).await?;
    press(browser, &da("import-check")).await?;
    arrive(browser, &da("import-dry-run")).await?;
    see(browser, "Leder af botilbud").await?;
    look(browser, "year-dry-run").await?;
    press(browser, &da("import-carry-out")).await?;
    arrive(browser, &da("search-title")).await?;
    see(browser, "Kulturchef").await?;
    look(browser, "year-directory").await
}
