//! Chromium without a window, driven by a ChromeDriver of the test's own; and Firefox, for the main path.

use std::path::PathBuf;

use base64::Engine;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::drivers::Driver;
use crate::keyboard;

/// How large the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// 1280 x 900.
    Desktop,
    /// 390 x 844, touched with a finger.
    Phone,
    /// 1920 x 1080, on a wall or a desk.
    Wide,
}

/// Whether pages may run their scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// As in most browsers.
    On,
    /// Switched off for pages; what a test executes still works, but its timers do not.
    Off,
}

/// How much of a story is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// Every page is held against the rules for pages, on both screens.
    Full,
    /// The story is only told, as for the second of two databases that make the same pages.
    None,
}

/// What pages are used with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// A mouse, or a finger on a phone.
    Mouse,
    /// Keys alone: the Tab key, Enter, the space bar and the arrows.
    Keys,
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
    screen: Screen,
    scripts: Scripts,
    care: Care,
    hands: Hands,
}

impl std::ops::Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// The size that the browser was started with.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The same browser, looked at with other care.
    pub fn with_care(&self, care: Care) -> Browser {
        Browser { care, ..self.clone() }
    }

    /// The same browser, used by other means.
    pub fn with_hands(&self, hands: Hands) -> Browser {
        Browser { hands, ..self.clone() }
    }

    /// What it is used with.
    pub fn hands(&self) -> Hands {
        self.hands
    }

    /// How much is looked at.
    pub fn care(&self) -> Care {
        self.care
    }

    /// Shows the page at another size, as turning to another device would, without loading it anew.
    pub async fn resize(&self, screen: Screen) -> WebDriverResult<()> {
        let metrics = match screen {
            Screen::Desktop => json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false }),
            Screen::Phone => json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true }),
            Screen::Wide => json!({ "width": 1920, "height": 1080, "deviceScaleFactor": 1, "mobile": false }),
        };
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Presses an element: by keys, or by touching it in its middle. WebDriver's own click waits for the page's timers, which stand
    /// still without scripts; so there the touch is told to the screen, where a finger would put it.
    pub async fn touch(&self, element: &WebElement) -> WebDriverResult<()> {
        if self.hands == Hands::Keys {
            return keyboard::press(self, element).await;
        }
        // People scroll until what they want stands clear of what sticks to the screen's edge.
        let show = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); \
            const { x, y, width, height } = arguments[0].getClientRects()[0]; \
            const middle = [x + width / 2, y + height / 2]; \
            const hit = document.elementFromPoint(...middle); \
            return arguments[0].contains(hit) ? middle : hit?.outerHTML ?? 'nothing';";
        let place = self.driver.execute(show, vec![element.to_json()?]).await?;
        if self.scripts == Scripts::On {
            return element.click().await;
        }
        let (x, y) = place.convert::<(f64, f64)>()?;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.driver.cdp().send_raw("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// Writes in a field, after what stands there.
    pub async fn write(&self, field: &WebElement, text: &str) -> WebDriverResult<()> {
        if self.scripts == Scripts::On {
            return field.send_keys(text).await;
        }
        self.touch(field).await?;
        self.driver.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

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
    let Some(process) = Driver::of_chromium() else { return };
    let profile = tempfile::tempdir().unwrap();
    tell(&process, capabilities(screen, &profile).unwrap(), (screen, scripts), async |browser| {
        browser.allow(browser.scripts).await?;
        story(browser).await
    });
}

/// The same in Firefox on a desktop screen, which does all that people do; what Chromium alone can be asked, such as
/// another size, axe-core or keys, it can't.
pub fn browse_in_firefox(story: impl AsyncFnOnce(Browser) -> WebDriverResult<()>) {
    let Some(process) = Driver::of_firefox() else { return };
    let mut wanted = DesiredCapabilities::firefox();
    for flag in ["-headless", "--width=1280", "--height=900"] {
        wanted.add_arg(flag).unwrap();
    }
    tell(&process, wanted, (Screen::Desktop, Scripts::On), story);
}

fn tell(
    process: &Driver,
    wanted: impl Into<Capabilities>,
    (screen, scripts): (Screen, Scripts),
    story: impl AsyncFnOnce(Browser) -> WebDriverResult<()>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let driver = WebDriver::new(&process.url, wanted).await.expect("the driver starts its browser");
        let told = driver
            .run_and_quit(|driver| {
                watch(Browser { driver, screen, scripts, care: Care::Full, hands: Hands::Mouse }, story)
            })
            .await;
        if let Err(cause) = told {
            panic!("{cause}");
        }
    });
}

/// Keeps a picture of a story that fails by an error.
async fn watch(browser: Browser, story: impl AsyncFnOnce(Browser) -> WebDriverResult<()>) -> WebDriverResult<()> {
    let told = story(browser.clone()).await;
    if told.is_err() {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let name = format!("failed-{test}");
        // Firefox shows what stands on its screen alone.
        if screenshot(&browser, &name).await.is_err() {
            browser.screenshot(&screenshots().join(format!("{name}.png"))).await?;
        }
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
    let path = screenshots().join(format!("{name}.png"));
    std::fs::write(&path, bytes).unwrap();
    Ok(path)
}

/// The folder for pictures.
fn screenshots() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn capabilities(screen: Screen, profile: &tempfile::TempDir) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    match screen {
        Screen::Desktop => wanted.add_arg("--window-size=1280,900")?,
        Screen::Wide => wanted.add_arg("--window-size=1920,1080")?,
        Screen::Phone => {
            let metrics = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true, "mobile": true });
            wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
        }
    }
    Ok(wanted)
}
