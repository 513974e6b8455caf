//! The colleague who was handed one section.

use thirtyfour::prelude::*;

use super::leader::choose;
use super::setting::FIRST;
use crate::browser::Browser;
use crate::pages::{arrive, da, look, open, press, see};

/// Opens the link, answers one question of the section and sees no other.
pub async fn help(browser: &Browser, link: &str) -> WebDriverResult<()> {
    open(browser, link, &da("welcome-helper-title")).await?;
    see(browser, FIRST.name).await?;
    look(browser, "helper-landing").await?;
    press(browser, &da("section-open")).await?;
    arrive(browser, "Ældre og omsorg").await?;
    look(browser, "helper-section").await?;
    choose(browser, "ernæringstilstand", "Gul").await?;
    press(browser, &da("answer-save")).await?;
    arrive(browser, &da("section-helper-title")).await?;
    look(browser, "helper-saved").await?;
    for path in ["/afsnit/dagtilbud", "/indsend", "/kvittering", "/overdragelse"] {
        open(browser, &format!("{link}{path}"), &da("error-not-found")).await?;
    }
    Ok(())
}

/// The section was taken back: the link says that it works no more, one that never was says nothing.
pub async fn find_the_link_dead(browser: &Browser, link: &str) -> WebDriverResult<()> {
    let never = format!("{}0000", &link[..link.len() - 4]);
    open(browser, &never, &da("error-not-found")).await?;
    look(browser, "wrong-link").await?;
    open(browser, link, &da("error-link-stopped")).await?;
    look(browser, "stopped-link").await
}
