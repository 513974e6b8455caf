//! A server process of its own, and what the system says it used.

use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Kernel clock ticks a second on Linux, in which CPU time is reported.
const TICKS: f64 = 100.0;

pub struct Server {
    child: Child,
    port: u16,
}

impl Server {
    pub fn start(database_url: &str, port: u16) -> Server {
        Server::start_with(database_url, port, &[])
    }

    /// The same with more settings.
    pub fn start_with(database_url: &str, port: u16, settings: &[(&str, &str)]) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
        command
            .args(["serve", "--no-worker"])
            .env("DATABASE_URL", database_url)
            .env("LISTEN", format!("127.0.0.1:{port}"))
            .env("BASE_URL", format!("http://127.0.0.1:{port}"))
            .env("REQUIRE_TOTP", "none")
            .env("SECRET_KEY", "benchmark-benchmark-benchmark-benchmark")
            .env("MAIL_FOLDER", std::env::temp_dir().join("pejl-bench-letters"))
            .envs(settings.iter().copied());
        Server::spawn(command, port)
    }

    pub fn start_empty(port: u16) -> Server {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--empty-server", &port.to_string()]);
        Server::spawn(command, port)
    }

    fn spawn(mut command: Command, port: u16) -> Server {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Server { child, port };
        let deadline = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "the server did not come up");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Milliseconds of CPU that one request takes.
    pub fn cpu_of(&self, request: impl FnOnce()) -> f64 {
        let before = self.cpu_seconds();
        request();
        (self.cpu_seconds() - before) * 1000.0
    }

    /// Milliseconds of CPU per request over `count` of them, after a few to warm up.
    pub fn cpu_per(&self, count: u32, mut request: impl FnMut(u32)) -> f64 {
        let before = self.cpu_seconds();
        for turn in 0..count {
            request(turn);
        }
        (self.cpu_seconds() - before) * 1000.0 / f64::from(count)
    }

    fn cpu_seconds(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let after_name = stat.rsplit_once(')').unwrap().1;
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / TICKS
    }

    pub fn peak_megabytes(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
