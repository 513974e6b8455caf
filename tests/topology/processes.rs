//! The processes of `scripts/topology`: everything that production has, on this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pejl::store::Db;

/// A running topology in a folder of its own; it ends when this is dropped.
pub struct Topology {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Topology {
    /// Starts everything, with settings beside the usual ones.
    pub fn start(program: &Path, settings: &[&str]) -> Topology {
        // Sockets stand in this folder, and their paths may not be long.
        let folder = tempfile::Builder::new().prefix("pejl-").tempdir_in("/tmp").unwrap();
        let topology = Topology { folder, program: program.to_owned() };
        let mut arguments = vec!["up", topology.folder()];
        arguments.extend(settings);
        topology.script(&arguments);
        topology
    }

    /// Kills a process as `kill -9` does.
    pub fn kill(&self, name: &str) {
        self.script(&["kill", self.folder(), name]);
    }

    /// Starts a process again and waits until it answers.
    pub fn restart(&self, name: &str) {
        self.script(&["start", self.folder(), name]);
    }

    /// The address that people use.
    pub fn base_url(&self) -> String {
        self.setting("BASE_URL")
    }

    /// The proxy's certificate.
    pub fn certificate(&self) -> Vec<u8> {
        std::fs::read(self.folder.path().join("secrets/tls_certificate")).unwrap()
    }

    /// Where the mail server keeps letters.
    pub fn letters(&self) -> PathBuf {
        self.folder.path().join("letters")
    }

    /// A folder for files of one's own.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What a process has said so far.
    pub fn log(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join("logs").join(name)).unwrap_or_default()
    }

    /// The port of a process, by its key in the file of ports.
    pub fn port(&self, name: &str) -> u16 {
        let ports = std::fs::read_to_string(self.folder.path().join("ports")).unwrap();
        let found = ports.split_once(&format!("[{name}]=")).expect("a port of that name").1;
        found.split([' ', ')']).next().unwrap().parse().unwrap()
    }

    /// The database, to look at what is stored.
    pub fn db(&self) -> Db {
        Db::open(&self.setting("DATABASE_URL"), 2).unwrap()
    }

    /// Runs the program on the topology's settings; fails where the program does.
    pub fn pejl(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(&self.program);
        command.env("PEJL_CONFIG", self.folder.path().join("settings")).args(arguments);
        done(arguments, command.output().unwrap())
    }

    fn setting(&self, key: &str) -> String {
        let settings = std::fs::read_to_string(self.folder.path().join("settings")).unwrap();
        let line = settings.lines().find_map(|line| line.strip_prefix(&format!("{key}=")));
        line.expect("the setting is there").to_owned()
    }

    fn folder(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    fn script(&self, arguments: &[&str]) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/topology");
        let output = Command::new(script).env("PEJL", &self.program).args(arguments).output().unwrap();
        done(arguments, output);
    }
}

impl Drop for Topology {
    fn drop(&mut self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/topology");
        // The fact's own failure matters more than what is left of its processes.
        drop(Command::new(script).args(["down", self.folder()]).status());
    }
}

fn done(arguments: &[&str], output: Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}
