//! The page of one municipality in a round: baseline against current, and where most is to be won.

mod answers;
mod benchmarks;
mod lines;
mod table;
mod transitions;

use maud::{Markup, html};

use super::dumbbells::{self, Chart};
use super::figures::{self, change_in_points, number_or_dash, percent_or_dash, why_no_score};
use crate::domain::dashboards::improvement_gaps::ImprovementGap;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::transitions::Transitions;
use crate::domain::{Area, Language, MunicipalityCode, catalogue::Measure};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Figure, Kind, Level, NavItem};

pub use answers::{answered, light};
pub use benchmarks::{BenchmarkRow, Benchmarks, benchmarks};
pub use lines::{area_lines, package_lines};
pub use transitions::transition_tables;

/// What the page shows.
#[derive(Debug)]
pub struct MunicipalityPage<'a> {
    /// The round and its baselines, counted for this municipality.
    pub held: &'a RoundComparison,
    /// The municipality.
    pub code: &'a MunicipalityCode,
    /// Its changes in the order of the round's groups.
    pub changes: &'a [Change],
    /// Sections that were handed in, and all of them.
    pub returned: (usize, usize),
    /// What others score, from the newest closed round.
    pub benchmarks: Option<&'a Benchmarks>,
    /// The package or area looked into.
    pub chosen: Option<&'a Chosen>,
    /// Where the answers of the baseline went.
    pub transitions: &'a [Transitions],
    /// The posts that were asked.
    pub posts: &'a [Invitation],
}

/// A package or an area looked into.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Place of the package.
    pub package: Option<usize>,
    /// The area.
    pub area: Option<Area>,
    /// Its cells, those with most to win first.
    pub contrasts: Vec<ImprovementGap>,
}

impl MunicipalityPage<'_> {
    /// The change in a group; none where nothing of it is asked in the round.
    pub fn change(&self, group: &ScoreDimension) -> Option<&Change> {
        self.changes.get(self.held.place_of(group)?)
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("/rounds/{}/municipalities/{}", self.held.round.key, self.code)
    }
}

/// The page.
pub fn show(frame: &Frame, page: &MunicipalityPage) -> Markup {
    let language = frame.language;
    let round = page.held.round.key.as_str();
    let title = tr!(language, "municipality-title", municipality = page.code.authority(), round = round);
    let (rounds, round_name, country) =
        (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round), tr!(language, "country-short"));
    let (round_address, country_address) = (format!("/rounds/{round}"), format!("/rounds/{round}/country"));
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &country_address, text: &country },
    ];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, page.code.name()))
        (ui::page_heading_with_lead(&title, html! { (lead(page, language)) }))
        (provisional(page.held, language))
        (cards(page, language))
        @if let Some(chosen) = page.chosen { (answers::section(page, chosen, language)) }
        (packages(page, language))
        (areas(page, language))
        @if let Some(benchmarks) = page.benchmarks { (benchmarks::section(benchmarks, page.held, language)) }
        (transitions::section(page.transitions, language))
        (posts(page, language))
        (super::trend::link(&format!("{}/trend", page.address()), language))
        (super::reading::tables(&page.address(), language))
        (super::reading::guide(&page.held.round, language))
    };
    shell::page(frame, &title, main)
}

/// A way to what each post has handed in.
fn posts(page: &MunicipalityPage, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "posts", &tr!(language, "municipality-posts")))
        p {
            (tr!(language, "municipality-posts-explained")) " "
            a href={ (page.address()) "/status" } { (tr!(language, "municipality-posts-status")) }
        }
        ul {
            @for post in page.posts {
                li {
                    a href={ "/rounds/" (page.held.round.key) "/posts/" (post.id) } { (post.post) }
                    @if !post.department.is_empty() { ", " (post.department) }
                    @if post.handed_in_at.is_none() { " (" (tr!(language, "municipality-post-missing")) ")" }
                }
            }
        }
    }
}

fn lead(page: &MunicipalityPage, language: Language) -> String {
    let (returned, sections) = page.returned;
    let baselines: Vec<&str> = page.held.choice.rounds.iter().map(String::as_str).collect();
    let returned = tr!(language, "municipality-returned", returned = returned, sections = sections);
    if baselines.is_empty() {
        return format!("{returned} {}", tr!(language, "figure-no-baseline"));
    }
    let held_against = tr!(language, "figure-held-against", rounds = figures::round_names(&baselines, language));
    format!("{returned} {held_against}")
}

/// Says of an open round that its figures still move, and of a test that it counts nowhere.
pub fn provisional(held: &RoundComparison, language: Language) -> Markup {
    let word = tr!(language, "figure-info");
    html! {
        @if !held.round.is_closed() {
            (ui::alert(Kind::Info, &word, &tr!(language, "figure-provisional"),
                html! { p { (tr!(language, "figure-provisional-why")) } }))
        }
        @if held.round.is_test {
            (ui::notice(Kind::Info, &word, html! { (tr!(language, "figure-test-round")) }))
        }
    }
}

fn cards(page: &MunicipalityPage, language: Language) -> Markup {
    let of = |measure| Some(card(measure, page.change(&ScoreDimension::all_of(measure))?, page, language));
    let coverage = page.change(&ScoreDimension::all_of(Measure::Implementation)).map(|change| {
        let score = &change.unpaired.current;
        let note = tr!(language, "card-coverage-note", valid = score.valid, applicable = score.applicable);
        (tr!(language, "card-coverage"), percent_or_dash(score.coverage, language), note)
    });
    let cards = [of(Measure::Implementation), coverage, of(Measure::Overall), of(Measure::Awareness)];
    let cards: Vec<(String, String, String)> = cards.into_iter().flatten().collect();
    let shown: Vec<Figure> = cards.iter().map(|(label, figure, note)| Figure { label, figure, note }).collect();
    ui::figures(&shown)
}

/// A measure's score now, with its change or why there is none.
fn card(measure: Measure, change: &Change, page: &MunicipalityPage, language: Language) -> (String, String, String) {
    let rounds = page.held.baseline_rounds(&ScoreDimension::all_of(measure));
    let score = &change.unpaired.current;
    let note = match (why_no_score(score, language), change.change) {
        (Some(why), _) => why,
        (None, Some(points)) => tr!(
            language,
            "card-change",
            change = change_in_points(points, language),
            rounds = figures::round_names(&rounds, language)
        ),
        (None, None) => {
            figures::why_not_compared(page.held, &ScoreDimension::all_of(measure), change, language).unwrap_or_default()
        }
    };
    let label = tr!(language, "card-measure", measure = figures::measure(measure, language));
    (label, number_or_dash(score.score), note)
}

fn packages(page: &MunicipalityPage, language: Language) -> Markup {
    let lines = package_lines(page.held, page.changes, Some(&page.address()), language);
    if lines.is_empty() {
        return Markup::default();
    }
    let heading = tr!(language, "figure-per-package");
    let title = tr!(language, "municipality-packages-title", municipality = page.code.name());
    let chart = Chart {
        id: "packages",
        title: &title,
        description: &tr!(language, "figure-paired-description"),
        now: &page.held.round.key,
        lines: &lines,
    };
    let table = table::packages(page, &title, language);
    html! {
        (ui::heading(Level::Two, "per-package", &heading))
        (dumbbells::figure(&chart, &format!("{}/packages.svg", page.address()), caption(language), table, language))
    }
}

fn areas(page: &MunicipalityPage, language: Language) -> Markup {
    let lines = area_lines(page.held, page.changes, Some(&page.address()), language);
    if lines.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "municipality-areas-title", municipality = page.code.name());
    let chart = Chart {
        id: "areas",
        title: &title,
        description: &tr!(language, "figure-paired-description"),
        now: &page.held.round.key,
        lines: &lines,
    };
    let table = table::areas(page, &title, language);
    html! {
        (ui::heading(Level::Two, "per-area", &tr!(language, "figure-per-area")))
        (dumbbells::figure(&chart, &format!("{}/areas.svg", page.address()), caption(language), table, language))
    }
}

fn caption(language: Language) -> Markup {
    html! {
        (figures::measure_explained(Measure::Implementation, language)) " "
        (tr!(language, "figure-score-caption"))
    }
}

/// The chart per package as a file.
pub fn packages_file(page: &MunicipalityPage, frame: &Frame) -> String {
    let language = frame.language;
    let lines = package_lines(page.held, page.changes, None, language);
    file(
        page,
        "packages",
        &tr!(language, "municipality-packages-title", municipality = page.code.name()),
        &lines,
        frame,
    )
}

/// The chart per area as a file.
pub fn areas_file(page: &MunicipalityPage, frame: &Frame) -> String {
    let language = frame.language;
    let lines = area_lines(page.held, page.changes, None, language);
    file(page, "areas", &tr!(language, "municipality-areas-title", municipality = page.code.name()), &lines, frame)
}

fn file(page: &MunicipalityPage, id: &str, title: &str, lines: &[dumbbells::Line], frame: &Frame) -> String {
    let description = tr!(frame.language, "figure-paired-description");
    dumbbells::file(&Chart { id, title, description: &description, now: &page.held.round.key, lines }, frame)
}
