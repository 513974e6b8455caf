//! The real program, serving or working as a process of its own.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::app::TestApp;
use crate::client::Client;

/// How long anything may take that the program should do soon.
const PATIENCE: Duration = Duration::from_secs(30);

/// `pejl serve` or `pejl work` with its log in a file. Killed when it is dropped.
pub struct Running {
    child: Child,
    log: PathBuf,
    /// The address of its pages.
    pub base_url: String,
    /// The address for operators.
    pub operations: String,
}

impl Running {
    /// Starts the program on the test's database and waits until it serves or works.
    pub fn start(app: &TestApp, arguments: &[&str], settings: &[(&str, &str)]) -> Running {
        Running::start_as(app.command(), app, arguments, settings)
    }

    /// The same, begun by a command of the test's own.
    pub fn start_as(mut command: Command, app: &TestApp, arguments: &[&str], settings: &[(&str, &str)]) -> Running {
        let [listen, operations] = [free_address(), free_address()];
        let base_url = format!("http://{listen}");
        let log = app.folder().join(format!("{}.log", listen.replace(':', "-")));
        command.args(arguments).stderr(File::create(&log).unwrap());
        command.env("LISTEN", &listen).env("METRICS_LISTEN", &operations).env("BASE_URL", &base_url);
        command.envs(settings.iter().copied());
        let child = command.spawn().unwrap();
        let mut running = Running { child, log, base_url, operations: format!("http://{operations}") };
        let begun = until(|| {
            assert!(running.code_now().is_none(), "{arguments:?} ended: {}", running.log());
            let log = running.log();
            ["serving", "working"].iter().any(|word| log.contains(word))
        });
        assert!(begun, "{}", running.log());
        running
    }

    /// A visitor of its pages.
    pub fn client(&self) -> Client {
        Client::new(&self.base_url)
    }

    /// A visitor of its address for operators.
    pub fn operator(&self) -> Client {
        Client::new(&self.operations)
    }

    /// Its log up to now.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// Sends it a signal such as `TERM`.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }

    /// The exit code once it has ended by itself.
    pub fn end(&mut self) -> i32 {
        let ended = until(|| self.code_now().is_some());
        assert!(ended, "it does not end: {}", self.log());
        self.code_now().unwrap()
    }

    fn code_now(&mut self) -> Option<i32> {
        let status = self.child.try_wait().unwrap()?;
        Some(status.code().unwrap_or(-1))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// An address on this machine that nobody listens on just now.
pub fn free_address() -> String {
    std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().to_string()
}

/// Whether something holds soon.
pub fn until(mut holds: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if holds() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}
