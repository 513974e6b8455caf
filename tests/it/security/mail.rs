//! No line break gets from a field into a letter's head, and no address into its envelope but the one meant.

use pejl::commands;
use pejl::config::Config;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::{Draft, Role};
use pejl::error::Error;
use pejl::mail::Sender;

use super::wire::{Wire, form};
use super::world::World;
use crate::app::TestApp;

on_both_databases!(no_line_break_reaches_a_letters_head);

const BREAKS: [&str; 7] = ["\r\n", "\n", "\r", "\0", "\u{85}", "\u{2028}", "\u{b}"];

/// The heads that our letters have and no others.
const HEADS: [&str; 11] = [
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "List-Id",
    "MIME-Version",
    "Content-Type",
];

fn no_line_break_reaches_a_letters_head(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let db = &app.service.db;
    let before = world.mailbox.all().len();
    for line_break in BREAKS {
        let injected = |text: &str| format!("{text}{line_break}Bcc: alle@example.org");
        // A colleague's name and address.
        for fields in [
            [("navn", injected("Anna")), ("mail", "anna@example.org".to_owned())],
            [("navn", "Anna".to_owned()), ("mail", injected("anna@example.org"))],
        ] {
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            for path in ["overdragelse", "afsnit/sundhed/overdragelse"] {
                let answer = wire.post(&format!("/svar/{}/{path}", world.links[1]), "", &form(&fields));
                assert_eq!(answer.status, 422, "{path} {fields:?}");
            }
        }
        // The directory.
        for place in 1..7 {
            let mut cells =
                ["0151", "Afdeling", "Stilling", "sundhed", "Navn", "a@example.org", "12"].map(str::to_owned);
            cells[place] = format!("\"{}\"", injected(&cells[place]));
            let now = app.service.now();
            let file = format!("municipality_code;department;post;areas;name;email;phone\n{}\n", cells.join(";"));
            assert!(
                matches!(
                    commands::directory::import(db, file.as_bytes(), &By::command_line(now)),
                    Err(Error::ImportErrors(_))
                ),
                "{file:?}"
            );
        }
        // Accounts and keys of rounds.
        assert!(Draft::parse(&injected("anna@example.org"), Role::Admin, &[]).is_err());
        let mut fields = vec![
            ("edition", "2018"),
            ("opens_on", "2026-09-01"),
            ("closes_on", "2026-10-01"),
            ("rule", "mean"),
            ("coverage", "70"),
        ];
        let key = injected("2027");
        fields.push(("key", &key));
        let refused = wire.post("/rounds", world.session("admin"), &form(&fields)).status;
        assert!([400, 422].contains(&refused), "{refused}");
        // The settings.
        for (setting, value) in [
            ("MAIL_FROM", injected("Pejl <pejl@example.org>")),
            ("MAIL_FROM", injected("Pejl") + " <pejl@example.org>"),
            ("MAIL_REPLY_TO", injected("svar@example.org")),
        ] {
            let values = [(setting.to_owned(), value)].into();
            let sender = Config::from_values(&values).and_then(|config| Sender::from_config(&config).map(|_| ()));
            assert!(sender.is_err(), "{setting} with {line_break:?}");
        }
    }
    // What was sent has the heads of a letter and one receiver; the subjects hold names of areas and rounds.
    let sent = world.mailbox.all();
    assert_eq!(sent.len(), before);
    assert!(sent.len() > 4);
    for letter in sent {
        let message = String::from_utf8(letter.message.formatted()).unwrap();
        let head = message.split("\r\n\r\n").next().unwrap();
        for line in head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])) {
            let name = line.split(':').next().unwrap();
            assert!(HEADS.contains(&name), "{line}");
        }
        assert_eq!(letter.message.envelope().to().len(), 1);
        assert!(!letter.rendered.subject.contains(char::is_control));
    }
}
