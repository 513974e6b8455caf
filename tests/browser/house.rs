//! The real program on a database of its own: its commands, and the service on a free port.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::database::{Backend, Database};
use crate::smtp::until;

/// Who sends the letters.
pub const SENDER: &str = "Sundhedsmonitoreringen <monitorering@example.org>";

/// A service that runs as its owner would run it. It ends when this is dropped.
pub struct House {
    /// The address of the service, without a slash at the end.
    pub base_url: String,
    settings: Vec<(&'static str, String)>,
    serving: Child,
    // Last, because the service must end before its database goes.
    _database: Database,
    folder: tempfile::TempDir,
}

impl House {
    /// Serves on a new database and gives its letters to that mail server; nothing where PostgreSQL is
    /// not there and need not be.
    pub fn on(backend: Backend, smtp_url: &str) -> Option<House> {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::new(backend, folder.path())?;
        loop {
            let listen = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().to_string();
            let base_url = format!("http://{listen}");
            let settings = vec![
                ("DATABASE_URL", database.url.clone()),
                ("BASE_URL", base_url.clone()),
                ("LISTEN", listen.clone()),
                ("SECRET_KEY", "a-secret-of-the-tests-and-nobody-else".to_owned()),
                ("SMTP_URL", smtp_url.to_owned()),
                ("MAIL_FROM", SENDER.to_owned()),
                ("CONTACT", "kontakt@example.org".to_owned()),
            ];
            let log = folder.path().join("serve.log");
            let mut serving = command(&settings)
                .arg("serve")
                .stdout(Stdio::null())
                .stderr(File::create(&log).unwrap())
                .spawn()
                .unwrap();
            let is_up = until("the service", || match serving.try_wait().unwrap() {
                Some(_) => Some(false),
                None => TcpStream::connect(&listen).is_ok().then_some(true),
            });
            if is_up {
                return Some(House { base_url, settings, serving, _database: database, folder });
            }
            // Another process may have taken the port in between; then another is chosen.
            let told = std::fs::read_to_string(&log).unwrap();
            assert!(told.contains("in use"), "the service did not start:\n{told}");
        }
    }

    /// Runs a command of the program on the same settings and gives what it printed.
    pub fn pejl(&self, arguments: &[&str]) -> String {
        let ran = command(&self.settings).args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "pejl {}:\n{told}", arguments.join(" "));
        String::from_utf8(ran.stdout).unwrap()
    }

    /// Writes a file for a command and gives its path.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path: PathBuf = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(self.serving.kill());
        drop(self.serving.wait());
    }
}

fn command(settings: &[(&'static str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().stdin(Stdio::null());
    command.envs(settings.iter().map(|(key, value)| (key, value)));
    command
}
