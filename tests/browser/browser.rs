//! Chromium without a window, driven by a ChromeDriver of the test's own.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use base64::Engine;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// How large the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// 1280 x 900.
    Desktop,
    /// 390 x 844, touched with a finger.
    Phone,
}

/// Whether pages may run their scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// As in most browsers.
    On,
    /// Switched off for pages; what a test executes still works, but its timers do not.
    Off,
}

/// Both sizes, for facts that hold on each.
pub const SCREENS: [Screen; 2] = [Screen::Desktop, Screen::Phone];

/// Without these, Chromium asks for networks that tests do not have. It has no sandbox for root,
/// which is who runs tests in a container.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// An open browser; everything that thirtyfour's driver does, it does.
#[derive(Clone)]
pub struct Browser {
    driver: WebDriver,
    scripts: Scripts,
}

impl std::ops::Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// Runs a script of the test's own that takes its time, which the page's setting would stop. What
    /// the page could not start when it was loaded stays as it is.
    pub async fn execute_in_time(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        self.allow(Scripts::On).await?;
        let result = self.driver.execute_async(script, arguments).await;
        self.allow(self.scripts).await?;
        Ok(result?.json().clone())
    }

    async fn allow(&self, scripts: Scripts) -> WebDriverResult<()> {
        let disabled = json!({ "value": scripts == Scripts::Off });
        self.driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", disabled).await?;
        Ok(())
    }
}

/// Tells a story in a new browser with an empty profile; the browser ends with it, however it ends.
/// Skipped on a developer's machine without ChromeDriver; fails there where `CI=true`. What the page
/// looked like when the story ended with an error is kept as `target/screenshots/failed-TEST.png`.
pub fn browse(screen: Screen, scripts: Scripts, story: impl AsyncFnOnce(Browser) -> WebDriverResult<()>) {
    let Some(process) = ChromeDriver::start() else { return };
    let profile = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let wanted = capabilities(screen, &profile).unwrap();
        let driver = WebDriver::new(&process.url, wanted).await.expect("ChromeDriver starts Chromium");
        let told = driver.run_and_quit(|driver| watch(Browser { driver, scripts }, story)).await;
        if let Err(cause) = told {
            panic!("{cause}");
        }
    });
}

/// Keeps a picture of a story that fails by an error.
async fn watch(browser: Browser, story: impl AsyncFnOnce(Browser) -> WebDriverResult<()>) -> WebDriverResult<()> {
    browser.allow(browser.scripts).await?;
    let told = story(browser.clone()).await;
    if told.is_err() {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        screenshot(&browser, &format!("failed-{test}")).await?;
    }
    told
}

/// A picture of the whole page as `target/screenshots/NAME.png`.
pub async fn screenshot(driver: &WebDriver, name: &str) -> WebDriverResult<PathBuf> {
    let cdp = driver.cdp();
    let metrics = cdp.send_raw("Page.getLayoutMetrics", json!({})).await?;
    let size = &metrics["cssContentSize"];
    let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
    let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let picture = cdp.send_raw("Page.captureScreenshot", options).await?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(picture["data"].as_str().unwrap()).unwrap();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.png"));
    std::fs::write(&path, bytes).unwrap();
    Ok(path)
}

fn capabilities(screen: Screen, profile: &tempfile::TempDir) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    match screen {
        Screen::Desktop => wanted.add_arg("--window-size=1280,900")?,
        Screen::Phone => {
            let metrics = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true, "mobile": true });
            wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
        }
    }
    Ok(wanted)
}

/// A ChromeDriver of the test's own; Chromium ends with it.
struct ChromeDriver {
    process: Child,
    url: String,
}

impl ChromeDriver {
    /// Starts it on a free port; nothing where it is not installed and need not be.
    fn start() -> Option<ChromeDriver> {
        let program = std::env::var_os("PEJL_TEST_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let started = Command::new(&program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(_) => {
                crate::database::skip("chromedriver was not found, so no page was tried in a browser.");
                return None;
            }
        };
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let port = line.split("successfully on port ").nth(1)?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        // Read on, so that ChromeDriver never waits for somebody to read.
        std::thread::spawn(move || lines.for_each(drop));
        let port = port.expect("ChromeDriver says which port it took");
        Some(ChromeDriver { process, url: format!("http://127.0.0.1:{port}") })
    }
}

impl Drop for ChromeDriver {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
