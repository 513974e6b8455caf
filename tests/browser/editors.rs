//! Two administrators at one draft: the later one is told, sees both values, and chooses; nothing typed is lost.

use pejl::domain::access::audit::By;
use pejl::domain::access::staff::{Draft, Role};
use pejl::domain::catalogue::drafts::{Content, Edit, Item, Meaning};
use pejl::{commands, editions, store};
use thirtyfour::prelude::*;

use crate::app::TestApp;
use crate::browser::{Screen, Scripts, browse};
use crate::pages::{arrive, da, find, look, open, press, see, write};

on_both_databases!(the_later_of_two_administrators_sees_both_values_and_chooses);

/// The package as it is stored, with the revision that it stands in.
fn package(app: &TestApp) -> (Content, i32) {
    app.read(|conn| {
        let stored = store::editions::find(conn, "2026")?.unwrap();
        let draft = editions::draft(conn, &stored)?;
        Ok((draft.content(&Item::Package("tobak".to_owned())).unwrap(), stored.revision))
    })
}

fn title(app: &TestApp) -> String {
    let Content::Package(package) = package(app).0 else { panic!("no package") };
    package.title.da
}

/// What another administrator saves meanwhile.
fn save_elsewhere(app: &TestApp, title: &str, by: &By) {
    let (Content::Package(mut content), revision) = package(app) else { panic!("no package") };
    content.title = title.into();
    let edit = Edit::Change(Item::Package("tobak".to_owned()), Content::Package(content), Meaning::Reworded);
    commands::catalogue::drafts::edit(&app.service.db, "2026", (revision, &edit), by).unwrap();
}

fn the_later_of_two_administrators_sees_both_values_and_chooses(app: &TestApp) {
    let (db, now) = (&app.service.db, app.service.now());
    let by = By::command_line(now);
    let document = std::fs::read("catalogue/2018.yaml").unwrap();
    commands::catalogue::import(db, &document, &by).unwrap();
    commands::catalogue::publish(db, "2018", &by).unwrap();
    commands::catalogue::drafts::copy(db, ("2018", "2026"), &"Pakker 2026".into(), &by).unwrap();
    let account = Draft::parse("bo@example.org", Role::Admin, &[]).unwrap();
    let key = commands::staff::add(db, &account, &by).unwrap();
    let bo = commands::staff::set_password(db, &key, "no password fits this", now).unwrap().session().unwrap();
    for screen in [Screen::Desktop, Screen::Phone] {
        let mine = format!("Bos titel på {screen:?}");
        let theirs = format!("Annas titel på {screen:?}");
        browse(screen, Scripts::On, async |browser| {
            browser.goto(format!("{}/login", app.base_url)).await?;
            browser.add_cookie(Cookie::new("pejl_session", bo.as_str())).await?;
            let before = title(app);
            open(&browser, &format!("{}/drafts/2026/packages/tobak", app.base_url), &before).await?;
            write(&browser, "title", &mine).await?;
            save_elsewhere(app, &theirs, &by);
            press(&browser, &da("draft-save")).await?;
            see(&browser, &da("draft-conflict")).await?;
            see(&browser, &theirs).await?;
            look(&browser, "draft-conflict").await?;
            let field = find(&browser, "//input[@name = 'title']").await?;
            assert_eq!(field.value().await?.as_deref(), Some(mine.as_str()));
            assert_eq!(title(app), theirs, "nothing is written until he has chosen");
            press(&browser, &da("draft-save")).await?;
            arrive(&browser, &mine).await?;
            see(&browser, &da("draft-undo")).await
        });
        assert!([mine.as_str(), "Tobak"].contains(&title(app).as_str()), "{}", title(app));
    }
}
