//! Good practice: the examples that are shown, found by what one looks for; what waits for a moderator; and one's own.

use chrono::NaiveDate;
use maud::{Markup, html};
use serde::Deserialize;
use url::form_urlencoded;

use super::parts::{recommendation_title, state_badge, summary};
use crate::domain::practice::finding::{ExampleSearch, SharedExample, regions_on};
use crate::domain::practice::places::find_recommendation;
use crate::domain::{Area, Language};
use crate::texts;
use crate::views::pages;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Field, Input, Level, NavItem};

/// Examples on one page.
pub const PER_PAGE: usize = 20;

/// What is looked for, as the address says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AskedExamples {
    /// Words.
    pub q: String,
    /// Key of a package.
    pub package: String,
    /// A recommendation as `package/recommendation`.
    pub recommendation: String,
    /// An area.
    pub area: String,
    /// Name of a region.
    pub region: String,
    /// A kommunegruppe, 1 to 5.
    pub group: String,
    /// The page, from 1.
    pub page: Option<usize>,
}

impl AskedExamples {
    /// What is looked for; a word that no form of ours sends keeps all.
    pub fn search(&self) -> ExampleSearch {
        ExampleSearch {
            words: self.q.clone(),
            package: self.package.clone(),
            recommendation: self.recommendation.clone(),
            area: self.area.parse().ok(),
            region: self.region.clone(),
            group: self.group.parse().ok(),
        }
    }

    /// What is looked for as a query, without the page; empty where nothing is.
    fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("q", &self.q),
            ("package", &self.package),
            ("recommendation", &self.recommendation),
            ("area", &self.area),
            ("region", &self.region),
            ("group", &self.group),
        ];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        query.finish()
    }
}

/// What the page shows.
#[derive(Debug)]
pub struct ExamplesPage<'a> {
    /// What is looked for.
    pub asked: &'a AskedExamples,
    /// All examples that are shown.
    pub shown: &'a [SharedExample],
    /// Those that wait for a moderator, for whoever is one.
    pub waiting: &'a [SharedExample],
    /// Those of the reader's own municipality, for its coordinator.
    pub own: &'a [SharedExample],
    /// Where the reader shares one, for a coordinator.
    pub sharing: Option<&'a str>,
    /// Today in Denmark, by which regions are meant.
    pub today: NaiveDate,
}

/// The page.
pub fn list(frame: &Frame, page: &ExamplesPage) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "practice-title");
    let search = page.asked.search();
    let found: Vec<&SharedExample> = page.shown.iter().filter(|one| search.keeps(one, page.today)).collect();
    let (count, current) = (found.len(), page.asked.page.unwrap_or(1).max(1));
    let query = page.asked.query();
    let href = format!("/practice?{query}{}page=", if query.is_empty() { "" } else { "&" });
    let main = html! {
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "practice-lead")) }))
        (links("waiting", &tr!(language, "practice-waiting"), page.waiting, language))
        (links("own", &tr!(language, "practice-own"), page.own, language))
        @if let Some(href) = page.sharing {
            p { a href=(href) { (tr!(language, "practice-share-one")) } }
        }
        (ui::heading(Level::Two, "examples", &tr!(language, "practice-examples")))
        (form(page, language))
        p role="status" { (tr!(language, "practice-found", count = count)) }
        @for shared in found.iter().skip((current - 1).saturating_mul(PER_PAGE)).take(PER_PAGE) { (summary(shared, language)) }
        (pages::pages(language, (current, count.div_ceil(PER_PAGE)), &href))
    };
    shell::page(frame, &heading, main)
}

/// Links to examples with how each stands; nothing where there are none.
fn links(id: &str, heading: &str, examples: &[SharedExample], language: Language) -> Markup {
    let line = |(thread, edition): &SharedExample| {
        let newest = thread.newest().map(|(version, _)| version.title.as_str()).unwrap_or_default();
        html! {
            a href={ "/practice/" (thread.example.id) } { (newest) }
            ", " (thread.example.municipality_code.name()) " (" (recommendation_title(thread, edition, language)) ") "
            (state_badge(thread.state(), language))
        }
    };
    html! {
        @if !examples.is_empty() {
            (ui::heading(Level::Two, id, heading))
            (ui::plain_list(&examples.iter().map(line).collect::<Vec<_>>()))
        }
    }
}

fn form(page: &ExamplesPage, language: Language) -> Markup {
    let asked = page.asked;
    let (mut packages, mut recommendations) = (Vec::new(), Vec::new());
    for (thread, edition) in page.shown {
        let keys = (thread.example.package.as_str(), thread.example.recommendation.as_str());
        let Some((package, recommendation)) = find_recommendation(edition, keys) else { continue };
        let title = package.title.in_language(language);
        packages.push((package.key.clone(), title.to_owned()));
        let named = format!("{} ({title})", recommendation.title.in_language(language));
        recommendations.push((format!("{}/{}", package.key, recommendation.key), named));
    }
    for entries in [&mut packages, &mut recommendations] {
        entries.sort_by(|one, other| one.1.cmp(&other.1));
        entries.dedup_by(|one, other| one.0 == other.0);
    }
    let areas: Vec<(String, String)> =
        Area::ALL.iter().map(|area| (area.as_str().to_owned(), area.name(language).to_owned())).collect();
    let regions: Vec<(String, String)> =
        regions_on(page.today).into_iter().map(|region| (region.to_owned(), region.to_owned())).collect();
    let groups: Vec<(String, String)> =
        (1..=5).map(|group| (group.to_string(), texts::group_name(group, language))).collect();
    let words = tr!(language, "practice-words");
    let select = |name: &str, value: &str, (label, all): (String, String), entries: &[(String, String)]| {
        ui::select_of((name, value), (&label, Some(&all)), entries)
    };
    ui::get_form(
        "/practice",
        html! {
            (ui::text_input(
                &Field { name: "q", label: &words, ..Field::default() },
                &Input { kind: "search", value: &asked.q, ..Input::default() },
            ))
            (select("package", &asked.package, (tr!(language, "figure-package"), tr!(language, "filter-all-packages")), &packages))
            (select("recommendation", &asked.recommendation, (tr!(language, "catalogue-recommendation"), tr!(language, "practice-all-recommendations")), &recommendations))
            (select("area", &asked.area, (tr!(language, "figure-area"), tr!(language, "filter-all-areas")), &areas))
            (select("region", &asked.region, (tr!(language, "practice-region"), tr!(language, "practice-all-regions")), &regions))
            (select("group", &asked.group, (tr!(language, "practice-group"), tr!(language, "practice-all-groups")), &groups))
            (ui::submit(Button::Secondary, &tr!(language, "filter-show")))
        },
    )
}

/// The examples of a recommendation, for its page; nothing where none is shown.
pub fn section(examples: &[SharedExample], language: Language) -> Markup {
    html! {
        @if !examples.is_empty() {
            (ui::heading(Level::Two, "practice", &tr!(language, "practice-of-recommendation")))
            p {
                (tr!(language, "practice-lead")) " "
                (ui::text_link(NavItem { href: "/practice", text: &tr!(language, "practice-all") }))
            }
            @for shared in examples { (summary(shared, language)) }
        }
    }
}
