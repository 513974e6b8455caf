//! A respondent's pages as different people meet them: on small and large screens, enlarged, in the dark, in forced
//! colours, in English, with errors, without scripts, as a colleague, and as a screen reader says them.

use pejl::domain::Language;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::{commands, store};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::{axe, no_overflow};
use crate::app::TestApp;
use crate::browser::{Browser, Screen, Scripts, browse};
use crate::database::Backend;
use crate::fixtures::{link, prepare, today};
use crate::pages::speak;
use crate::people::People;
use crate::process::Process;

/// A round that is open, and the paths of a leader's link and of a colleague's.
struct Place {
    #[expect(dead_code, reason = "the service and its files last as long as it")]
    app: TestApp,
    instance: Process,
    leader: String,
    colleague: String,
}

/// The pages of a leader's link, with a section in which answers are missing.
const PAGES: [&str; 5] =
    ["", "/overblik", "/afsnit/psykiatri-handicap", "/afsnit/psykiatri-handicap?mangler=svar", "/indsend"];

impl Place {
    fn new() -> Place {
        let app = TestApp::on(Backend::Sqlite).unwrap();
        prepare(&app, "2026", today());
        let now = app.service.now();
        commands::rounds::open(&app.service.db, "2026", &By::command_line(now)).unwrap();
        let leader = link(&app, "2026", 0, None);
        let number = app.read(|conn| {
            let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
            let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
            Ok(store::sections::list_by_invitation(conn, &all[1].id)?[0].number)
        });
        let colleague = link(&app, "2026", 1, Some(number));
        Place { instance: Process::serve(&app), app, leader, colleague }
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.instance.base_url)
    }
}

/// Screens from the widest to the narrowest that the rules ask for; the second is the first enlarged to twice its size.
const SIZES: [((u32, u32), u32); 4] = [((1280, 900), 1), ((640, 450), 2), ((390, 844), 2), ((320, 640), 2)];

/// What somebody's system asks of pages.
const WISHES: [(&str, &str); 2] = [("prefers-color-scheme", "dark"), ("forced-colors", "active")];

/// Says of a page that it is accessible and as wide as the screen, on every size and in other colours.
async fn look_everywhere(browser: &Browser, address: &str) -> WebDriverResult<()> {
    browser.goto(address).await?;
    for (size, scale) in SIZES {
        resized(browser, size, scale).await?;
        look_once(browser).await?;
    }
    browser.resize(Screen::Phone).await?;
    for wish in WISHES {
        preferring(browser, &[wish]).await?;
        look_once(browser).await?;
    }
    preferring(browser, &[]).await
}

async fn look_once(browser: &Browser) -> WebDriverResult<()> {
    axe(browser).await?;
    no_overflow(browser).await
}

async fn resized(browser: &Browser, (width, height): (u32, u32), scale: u32) -> WebDriverResult<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
    browser.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
}

async fn preferring(browser: &Browser, wishes: &[(&str, &str)]) -> WebDriverResult<()> {
    let features: Vec<Value> = wishes.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    browser.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
}

/// Looks at pages in every way; the first of them is one on which the language can be changed.
fn look_in_every_way(pages: &[String]) {
    browse(Screen::Desktop, Scripts::On, async |browser| {
        for page in pages {
            look_everywhere(&browser, page).await?;
        }
        resized(&browser, SIZES[3].0, SIZES[3].1).await?;
        browser.goto(&pages[0]).await?;
        speak(&browser, Language::English).await?;
        for page in pages {
            browser.goto(page).await?;
            look_once(&browser).await?;
        }
        Ok(())
    });
    browse(Screen::Phone, Scripts::Off, async |browser| {
        for page in pages {
            browser.goto(page).await?;
            look_once(&browser).await?;
        }
        Ok(())
    });
}

#[test]
fn a_respondents_pages_are_accessible_however_they_are_looked_at() {
    let place = Place::new();
    let of = |link: &str, paths: &[&str]| paths.iter().map(|path| place.address(&format!("{link}{path}"))).collect();
    let leaders: Vec<String> = of(&place.leader, &PAGES);
    look_in_every_way(&[leaders, of(&place.colleague, &["", "/overblik"])].concat());
}

#[test]
fn the_pages_of_everybody_whom_a_round_meets_are_accessible_however_they_are_looked_at() {
    let people = People::new();
    people.be_done();
    let pages: Vec<String> = people.pages().iter().map(|page| format!("{}{page}", people.instance.base_url)).collect();
    look_in_every_way(&pages);
}

/// What a screen reader says of a section from top to bottom. Whoever changes the golden file reads it aloud once.
#[test]
fn a_section_reads_well_from_top_to_bottom() {
    let place = Place::new();
    browse(Screen::Desktop, Scripts::On, async |browser| {
        browser.goto(place.address(&format!("{}/afsnit/psykiatri-handicap", place.leader))).await?;
        browser.cdp().send_raw("Accessibility.enable", json!({})).await?;
        let tree = browser.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let said = without_deadline(&transcript(&tree));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../data/golden");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("section_as_it_is_said", said));
        Ok(())
    });
}

/// A transcript without the last day of the round, which follows from the day on which the test runs.
fn without_deadline(said: &str) -> String {
    let without = |line: &str| match line.split_once("Frist: ") {
        Some((before, _)) => format!("{before}Frist: en dag."),
        None => line.to_owned(),
    };
    said.lines().map(without).collect::<Vec<String>>().join("\n")
}

/// The named things of an accessibility tree in reading order, a line each: what it is, its name, and its state.
fn transcript(tree: &Value) -> String {
    let nodes = tree["nodes"].as_array().unwrap();
    let find = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
    let mut lines = Vec::new();
    let mut open = vec![&nodes[0]];
    while let Some(node) = open.pop() {
        let (role, name) = (node["role"]["value"].as_str().unwrap_or(""), node["name"]["value"].as_str().unwrap_or(""));
        let is_text = role == "StaticText";
        if node["ignored"] != true && !name.trim().is_empty() && !matches!(role, "InlineTextBox" | "RootWebArea") {
            let states = node["properties"].as_array().into_iter().flatten().filter_map(|property| {
                let (name, value) = (property["name"].as_str()?, &property["value"]["value"]);
                let is_told = matches!(name, "checked" | "expanded" | "required" | "invalid" | "level")
                    && *value != json!("false");
                is_told.then(|| format!(" [{name} {}]", value.to_string().trim_matches('"')))
            });
            let description = node["description"]["value"].as_str().filter(|text| !text.is_empty());
            let description = description.map_or_else(String::new, |text| format!(" ({text})"));
            lines.push(format!("{role}: {}{description}{}", name.trim(), states.collect::<String>()));
        }
        // What names a control is said with it, and not once more.
        let is_said = matches!(role, "heading" | "link" | "button" | "radio" | "checkbox" | "LabelText" | "Legend");
        if !is_text && !is_said {
            open.extend(node["childIds"].as_array().into_iter().flatten().rev().filter_map(find));
        }
    }
    lines.join("\n")
}
