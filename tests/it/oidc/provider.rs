//! A real provider, `oidc-provider` on Node, for one test. npm fetches it once for each state of its lock file, as
//! build.rs fetches the design system.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use serde_json::{Value, json};

/// Where it is installed: below `target`, so that the source stays clean.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(install);

const FILES: [&str; 4] = [".npmrc", "package.json", "package-lock.json", "provider.js"];

/// How the provider knows the service.
pub const CLIENT: &str = "pejl-test";
pub const SECRET: &str = "the secret of the tests: & + % / =";

/// A running provider. It ends when this is dropped.
pub struct Provider {
    /// Its address.
    pub issuer: String,
    process: Child,
    agent: ureq::Agent,
}

fn install() -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/provider");
    fs::create_dir_all(&folder).unwrap();
    // Two test programs may come here at once.
    let lock = fs::File::create(folder.join(".lock")).unwrap();
    lock.lock().unwrap();
    for file in FILES {
        fs::copy(source.join(file), folder.join(file)).unwrap();
    }
    let wanted = fs::read_to_string(source.join("package-lock.json")).unwrap();
    let stamp = folder.join("node_modules/.pejl-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return folder;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let ran = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&folder)
        .output()
        .expect("npm fetches the provider that the tests sign in with: install Node 20 or newer");
    assert!(ran.status.success(), "npm ci in {}: {}", folder.display(), String::from_utf8_lossy(&ran.stderr));
    fs::write(stamp, wanted).unwrap();
    folder
}

impl Provider {
    /// Starts one. It knows no client yet.
    pub fn start() -> Provider {
        let config = ureq::Agent::config_builder().proxy(None).build();
        Provider::run(&[], config.new_agent())
    }

    /// The same by https, with a key and a certificate; `agent` is who believes it.
    pub fn start_tls(key: &Path, certificate: &Path, agent: ureq::Agent) -> Provider {
        Provider::run(&[key, certificate], agent)
    }

    fn run(files: &[&Path], agent: ureq::Agent) -> Provider {
        let mut process = Command::new("node")
            .arg("provider.js")
            .args(files)
            .current_dir(&*FOLDER)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node runs the provider that the tests sign in with: install Node 20 or newer");
        let mut issuer = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut issuer).unwrap();
        assert!(issuer.contains("://127.0.0.1:"), "the provider says where it is, but said {issuer:?}");
        Provider { issuer: issuer.trim().to_owned(), process, agent }
    }

    /// Registers the service, whose claims come in the token or only from the page about somebody.
    pub fn register(&self, base_url: &str, claims_in_id_token: bool) {
        self.control("client", &json!({ "base_url": base_url, "claims_in_id_token": claims_in_id_token }));
    }

    /// Who signs in with a name, and what is said of them. It may be said again in other words.
    pub fn person(&self, login: &str, claims: &Value) {
        self.control("person", &json!({ "login": login, "claims": claims }));
    }

    /// What goes wrong from now on; `none` ends it.
    pub fn fault(&self, fault: &str) {
        self.control("fault", &json!({ "fault": fault }));
    }

    /// How often a path was asked for.
    pub fn seen(&self, path: &str) -> u64 {
        let mut answer = self.agent.get(format!("{}/control/seen", self.issuer)).call().unwrap();
        let seen: Value = serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap();
        seen[path].as_u64().unwrap_or_default()
    }

    /// Ends it, as when a machine fails.
    pub fn stop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }

    fn control(&self, what: &str, said: &Value) {
        let address = format!("{}/control/{what}", self.issuer);
        self.agent.post(address).send(said.to_string()).unwrap();
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.stop();
    }
}
