//! The real program as its owner would run it: its commands, and the service with its worker on a free port.

use std::process::Command;

use crate::app::{Ran, TestApp};
use crate::database::Backend;
use crate::process::Process;

/// Who sends the letters.
pub const SENDER: &str = "Sundhedsmonitoreringen <monitorering@example.org>";

/// A service on a database of its own. It ends when this is dropped.
pub struct Program {
    /// The address of the service, without a slash at the end.
    pub base_url: String,
    settings: Vec<(&'static str, String)>,
    // Before the database, because the service must end before it goes.
    _serving: Process,
    app: TestApp,
}

impl Program {
    /// Serves on a new database and gives its letters to that mail server; nothing where PostgreSQL is
    /// not there and need not be.
    pub fn on(backend: Backend, smtp_url: &str) -> Option<Program> {
        let app = TestApp::on(backend)?;
        let mut settings = vec![
            ("SMTP_URL", smtp_url.to_owned()),
            ("MAIL_FROM", SENDER.to_owned()),
            ("CONTACT", "kontakt@example.org".to_owned()),
        ];
        let given: Vec<(&str, &str)> = settings.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let serving = Process::start(&app, &["serve"], &given);
        let base_url = serving.base_url.clone();
        settings.push(("BASE_URL", base_url.clone()));
        Some(Program { base_url, settings, _serving: serving, app })
    }

    /// Runs a command of the program on the same settings and gives what it printed.
    pub fn pejl(&self, arguments: &[&str]) -> String {
        let mut command: Command = self.app.command();
        command.envs(self.settings.iter().map(|(key, value)| (key, value))).args(arguments);
        let ran = Ran::of(&mut command);
        assert_eq!(ran.code, 0, "pejl {}:\n{}", arguments.join(" "), ran.stderr);
        ran.stdout
    }

    /// Writes a file for a command and gives its path.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.app.folder().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }
}
