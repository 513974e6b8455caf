//! Proves the tools that the stories are told with.

use lettre::{Message, SmtpTransport, Transport};
use thirtyfour::prelude::*;

use crate::accessibility::{axe, no_overflow};
use crate::app::TestApp;
use crate::browser::{SCREENS, Screen, Scripts, browse, screenshot};
use crate::database::Backend;
use crate::smtp::SmtpServer;

on_both_databases!(a_page_that_is_not_there_is_in_danish_and_accessible_on_every_screen);

fn a_page_that_is_not_there_is_in_danish_and_accessible_on_every_screen(app: &TestApp) {
    for screen in SCREENS {
        browse(screen, Scripts::On, async |browser| {
            browser.goto(format!("{}/findes-ikke", app.base_url)).await?;
            assert_eq!(browser.find(By::Tag("html")).await?.attr("lang").await?.as_deref(), Some("da"));
            assert!(browser.find(By::Tag("h1")).await?.text().await?.contains("Siden findes ikke"));
            axe(&browser).await?;
            no_overflow(&browser).await?;
            let width = browser.execute("return innerWidth", vec![]).await?.convert::<u32>()?;
            assert_eq!(width, if screen == Screen::Phone { 390 } else { 1280 });
            let picture = screenshot(&browser, &format!("404-{screen:?}")).await?;
            assert!(picture.metadata().unwrap().len() > 5_000);
            Ok(())
        });
    }
}

#[test]
fn pages_run_no_scripts_when_they_are_switched_off() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    let page = "data:text/html,<html lang='da'><title>without</title><main><h1>Side</h1></main><script>document.title = 'with'</script>";
    for (scripts, title) in [(Scripts::On, "with"), (Scripts::Off, "without")] {
        browse(Screen::Phone, scripts, async |browser| {
            browser.goto(page).await?;
            assert_eq!(browser.title().await?, title);
            axe(&browser).await?;
            assert_eq!(browser.title().await?, title, "looking at a page does not start its scripts");
            browser.goto(format!("{}/findes-ikke", app.base_url)).await?;
            axe(&browser).await?;
            no_overflow(&browser).await
        });
    }
}

#[test]
fn a_fault_on_a_page_is_found() {
    for (fault, check) in [("<img src='/x.png'>", "image-alt"), ("<p style='width:5000px'>bred</p>", "5000px")] {
        let found = std::panic::catch_unwind(|| {
            browse(Screen::Phone, Scripts::On, async |browser| {
                browser.goto(format!("data:text/html,<html lang='da'><title>t</title><main><h1>t</h1>{fault}")).await?;
                no_overflow(&browser).await?;
                axe(&browser).await
            });
        });
        // Where the browser is not there, nothing was looked at.
        if let Err(panic) = found {
            let told = panic.downcast_ref::<String>().unwrap();
            assert!(told.contains(check), "{told}");
        }
    }
}

#[test]
fn a_letter_arrives_as_its_reader_sees_it() {
    let Some(server) = SmtpServer::start() else { return };
    let letter = Message::builder()
        .from("Pejlemærke <pejl@example.org>".parse().unwrap())
        .to("Sundhedschef på Ærø <leder@example.org>".parse().unwrap())
        .subject("Spørgsmål om sundhed på arbejdspladsen")
        .body("Kære leder\n\nBrug dit link: http://127.0.0.1:1/svar/abc_-123\nVenlig hilsen".to_owned())
        .unwrap();
    SmtpTransport::from_url(&server.url).unwrap().build().send(&letter).unwrap();
    let received = server.letter(1);
    assert_eq!(received.header("subject"), "Spørgsmål om sundhed på arbejdspladsen");
    assert_eq!(received.link("http://"), "http://127.0.0.1:1/svar/abc_-123");
    assert_eq!((received.envelope_from.as_str(), received.envelope_to.len()), ("pejl@example.org", 1));
    assert!(received.html.is_empty() && received.raw.contains("Subject: =?utf-8?"));
    assert_eq!(server.letters().len(), 1);
}
