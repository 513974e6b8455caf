//! The programs between a test and a browser, which speak WebDriver: a process of the test's own on a free port.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running driver; its browsers end with it.
pub struct Driver {
    process: Child,
    /// Where it is spoken to.
    pub url: String,
}

impl Driver {
    /// ChromeDriver; nothing where it is not installed and need not be.
    pub fn of_chromium() -> Option<Driver> {
        let program = std::env::var_os("PEJL_TEST_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        Driver::start(&program, "--port=0", "successfully on port ")
    }

    /// geckodriver, which scripts/test builds; nothing where it is not there and need not be.
    pub fn of_firefox() -> Option<Driver> {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/geckodriver");
        let program = if built.exists() { built.into() } else { OsString::from("geckodriver") };
        Driver::start(&program, "--port=0", "Listening on 127.0.0.1:")
    }

    /// Starts a program that says after some words on which port it listens.
    fn start(program: &OsString, argument: &str, words: &str) -> Option<Driver> {
        // ChromeDriver takes a free port of one address family and gives up where the other's is taken.
        for _ in 0..5 {
            let started = Command::new(program).arg(argument).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn();
            let Ok(mut process) = started else {
                crate::database::skip(&format!("{program:?} was not found, so no page was tried in its browser."));
                return None;
            };
            let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
            let port = lines.find_map(|line| {
                let port = line.split(words).nth(1)?;
                port.trim_end_matches('.').parse::<u16>().ok()
            });
            // Read on, so that the program never waits for somebody to read.
            std::thread::spawn(move || lines.for_each(drop));
            // One that gave up is ended and waited for as any other.
            let mut started = Driver { process, url: String::new() };
            if let Some(port) = port {
                started.url = format!("http://127.0.0.1:{port}");
                return Some(started);
            }
        }
        panic!("{program:?} found no port to listen on");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
