//! The real program, serving or working as a process of its own beside others on one database.

use std::fs::File;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::app::TestApp;
use crate::client::Client;

/// How long anything may take that the program should do soon.
const PATIENCE: Duration = Duration::from_secs(30);

/// `pejl serve` or `pejl work` with its log in a file. Killed when it is dropped, as `kill -9` does.
pub struct Process {
    child: Child,
    log: PathBuf,
    printed: PathBuf,
    /// The address of its pages.
    pub base_url: String,
    /// The address for operators.
    pub operations: String,
}

impl Process {
    /// Serves pages alone: no letters, no clock.
    pub fn serve(app: &TestApp) -> Process {
        Process::start(app, &["serve", "--no-worker"], &[])
    }

    /// Starts the program on the test's database and waits until it serves or works. It listens on a port of its
    /// own, or where the settings say, such as an address that another has left.
    pub fn start(app: &TestApp, arguments: &[&str], settings: &[(&str, &str)]) -> Process {
        Process::start_as(app.command(), app, arguments, settings)
    }

    /// The same, begun by a command of the test's own.
    pub fn start_as(mut command: Command, app: &TestApp, arguments: &[&str], settings: &[(&str, &str)]) -> Process {
        let wanted = settings.iter().find(|(key, _)| *key == "LISTEN").map(|(_, listen)| (*listen).to_owned());
        let (listen, operations) = (wanted.unwrap_or_else(free_address), free_address());
        let base_url = format!("http://{listen}");
        let file = || tempfile::NamedTempFile::new_in(app.folder()).unwrap().into_temp_path().keep().unwrap();
        let (log, printed) = (file(), file());
        command.args(arguments).stdin(Stdio::null());
        command.stdout(File::create(&printed).unwrap()).stderr(File::create(&log).unwrap());
        command.env("LISTEN", &listen).env("METRICS_LISTEN", &operations).env("BASE_URL", &base_url);
        command.envs(settings.iter().copied());
        let child = command.spawn().unwrap();
        let mut process = Process { child, log, printed, base_url, operations: format!("http://{operations}") };
        until("the program to begin", || {
            let ended = process.code_now();
            assert!(ended.is_none(), "{arguments:?} ended: {}", process.log());
            let log = process.log();
            ["serving", "working"].iter().any(|word| log.contains(word))
        });
        process
    }

    /// The number that the system knows it by.
    pub fn id(&self) -> String {
        self.child.id().to_string()
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

    /// What it has printed up to now.
    pub fn printed(&self) -> String {
        std::fs::read_to_string(&self.printed).unwrap()
    }

    /// Sends it a signal such as `TERM`.
    pub fn signal(&self, name: &str) {
        assert!(Command::new("kill").args([&format!("-{name}"), &self.id()]).status().unwrap().success());
    }

    /// The exit code once it has ended by itself.
    pub fn end(&mut self) -> i32 {
        until_some("the program to end", || self.code_now())
    }

    fn code_now(&mut self) -> Option<i32> {
        let status = self.child.try_wait().unwrap()?;
        Some(status.code().unwrap_or(-1))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// An address on this machine that stays free until the program of the test takes it, and while that one is
/// started again. The system gives the ports from 32768 on to whoever asks for any, so it is one below, and this
/// process names none twice until all were named; where it begins depends on its number, for tests run side by side.
pub fn free_address() -> String {
    const PORTS: std::ops::Range<u32> = 10_000..32_000;
    static NAMED: AtomicU32 = AtomicU32::new(0);
    let begin = std::process::id().wrapping_mul(997);
    let mut addresses = PORTS.map(|_| {
        let step = begin.wrapping_add(NAMED.fetch_add(1, Ordering::Relaxed));
        format!("127.0.0.1:{}", PORTS.start + step % (PORTS.end - PORTS.start))
    });
    addresses.find(|address| TcpListener::bind(address).is_ok()).expect("a port is free")
}

/// Waits until something holds; fails after half a minute and says what did not come.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    until_some(what, || holds().then_some(()));
}

/// Waits until there is something; fails after half a minute and says what did not come.
pub fn until_some<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    soon(look).unwrap_or_else(|| panic!("waited in vain for {what}"))
}

/// What there is within half a minute.
pub fn soon<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if let Some(found) = look() {
            return Some(found);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    None
}
