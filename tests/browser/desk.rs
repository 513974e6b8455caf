//! Every page of an administrator, and where each role begins, on both screens: nothing that axe-core finds, and nothing
//! wider than the screen. Which pages there are is read from the table of who gets what, so that a new one is looked at
//! by itself.

use std::collections::BTreeSet;

use pejl::domain::access::staff::Role;
use thirtyfour::Cookie;
use thirtyfour::prelude::*;

use crate::accessibility::{faults, wider};
use crate::app::TestApp;
use crate::browser::{Browser, SCREENS, Screen, Scripts, browse};
use crate::database::Backend;
use crate::security::requests::{concrete, lines};
use crate::security::world::{FOREIGN, ROLES, World};

/// What ends like this is a file and no page.
const FILES: [&str; 9] = [".csv", ".xlsx", ".svg", ".slide", ".png", ".css", ".json", "/document", "/health/"];

/// Of what there are two of the one is looked at.
const SECOND: [&str; 5] = ["LINK_B", "POST_B", "LISTED_B", "LETTER_B", FOREIGN];

/// Where somebody with an account begins.
const OWN: [&str; 3] = ["/", "/account", "/directory"];

#[test]
fn every_page_of_the_desk_is_accessible_on_every_screen() {
    let Some(app) = TestApp::on(Backend::Sqlite) else { return };
    let world = World::new(&app);
    let key = world.key("ny@example.org", Role::Coordinator, &[FOREIGN]).as_str().to_owned();
    let account = app.read(|conn| Ok(pejl::store::staff::find_by_email(conn, "ny@example.org")?)).unwrap().id;
    browse(Screen::Desktop, Scripts::On, async |browser| {
        let (mut found, mut looked_at) = (Vec::new(), 0);
        for (place, role) in ROLES.iter().enumerate() {
            come_as(&browser, &app, &world.sessions[place]).await?;
            for path in pages(place) {
                let path = concrete(&world, (&key, account.as_str()), path);
                found.extend(look(&browser, &app, &path).await?.into_iter().map(|fault| format!("{role}: {fault}")));
                looked_at += 1;
            }
        }
        assert!(looked_at > 90, "{looked_at} pages");
        assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
        Ok(())
    });
}

/// The pages that a role is looked at: an administrator all that there are, the others where they begin.
fn pages(place: usize) -> BTreeSet<&'static str> {
    let role = ROLES[place];
    let is_file = |path: &str| FILES.iter().any(|end| path.contains(end)) || path.starts_with("/a/");
    let is_second = |path: &str| SECOND.iter().any(|word| path.contains(word));
    lines()
        .into_iter()
        .filter(|line| line.method == "GET" && line.expected[place] == "200")
        .map(|line| line.path)
        .filter(|path| !is_file(path) && !is_second(path))
        .filter(|path| match role {
            "admin" => true,
            // Whoever has no account sees what everybody does, of which the administrator sees most.
            "nobody" | "link" | "helper" => path.starts_with("/login"),
            _ => OWN.contains(path),
        })
        .collect()
}

/// Signs in by a session that is there, or out where it is empty.
async fn come_as(browser: &Browser, app: &TestApp, session: &str) -> WebDriverResult<()> {
    browser.goto(format!("{}/tilgaengelighed", app.base_url)).await?;
    browser.delete_all_cookies().await?;
    match session {
        "" => Ok(()),
        session => browser.add_cookie(Cookie::new("pejl_session", session)).await,
    }
}

/// The pages of figures, which are shown on walls as well.
const FIGURES: &str = "/rounds/2025/";

/// What is wrong with a page on any screen.
async fn look(browser: &Browser, app: &TestApp, path: &str) -> WebDriverResult<Vec<String>> {
    let mut found = Vec::new();
    browser.goto(format!("{}{path}", app.base_url)).await?;
    for screen in SCREENS.into_iter().chain(path.starts_with(FIGURES).then_some(Screen::Wide)) {
        browser.resize(screen).await?;
        found.extend(faults(browser).await?);
        found.extend(wider(browser).await?);
    }
    Ok(found.into_iter().map(|fault| format!("{path}: {fault}")).collect())
}
