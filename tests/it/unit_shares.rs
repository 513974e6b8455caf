//! In how many of one's units an answer holds, on both databases and in the file of answers.

use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::domain::answering::answers::UnitShare;
use pejl::files::cells::Dialect;
use pejl::{exports, store};

use crate::app::{TestApp, start};
use crate::fixtures::{link, prepare_about_units};

on_both_databases!(a_share_of_units_is_saved_changed_and_exported_with_its_answer);

fn a_share_of_units_is_saved_changed_and_exported_with_its_answer(app: &TestApp) {
    prepare_about_units(app, "2026", start().date());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
    let (home, client) = (link(app, "2026", 0, None), app.client());
    let section = format!("{home}/afsnit/psykiatri-handicap");
    let stored = || -> Vec<Option<UnitShare>> {
        app.read(|conn| {
            let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
            let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
            let answers = store::answers::list_by_invitation(conn, &all[0].id)?;
            Ok(answers.iter().map(|answer| answer.unit_share).collect())
        })
    };
    client.post(&section, &[("q0", "1"), ("e0", "most"), ("r0", "0"), ("videre", "senere")]);
    assert_eq!(stored(), [Some(UnitShare::Most)]);
    client.post(&section, &[("q0", "1"), ("e0", "few"), ("r0", "1"), ("videre", "senere")]);
    assert_eq!(stored(), [Some(UnitShare::Few)], "it is written in the place of what was there");
    let done = [("afsnit", "psykiatri-handicap"), ("bekraeft", "ja")];
    client.post(&format!("{home}/indsendelse"), &done);
    let file = app.read(|conn| exports::answers(conn, "2026", Dialect::Machine));
    let file = String::from_utf8(file).unwrap();
    assert!(file.starts_with("municipality_code;post;area;question;option;comment;unit_share\n"), "{file}");
    assert!(file.lines().any(|line| line.ends_with(";nogen;;few")), "{file}");
}
