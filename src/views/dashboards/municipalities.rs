//! The page of one municipality in a round: baseline against current, and where most is to be won.

mod answers;
mod benchmarks;
mod lines;
mod peers;
mod table;

use maud::{Markup, html};

use super::aims;
use super::dumbbells::{self, Chart, Words};
use super::figures::{self, change_in_points, number_or_dash, percent_or_dash, why};
use super::findings::{self, Whose};
use super::flows;
use super::slides::{Shape, Sheet};
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::benchmarks::Benchmarks;
use crate::domain::dashboards::finding;
use crate::domain::dashboards::municipality::{MunicipalityDashboard, MunicipalityRow};
use crate::domain::dashboards::subjects::RoundFacts;
use crate::domain::practice::examples::may_share;
use crate::domain::rounds::invitations::Invitation;
use crate::views::practice::advice::{self, Advised};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Figure, Kind, Level, NavItem};

pub use answers::{answered, light};
pub use lines::{package_lines, package_words};
pub use peers::{file as peers_file, group_label};

/// What the page shows.
#[derive(Debug)]
pub struct MunicipalityPage<'a> {
    /// The municipality's figures.
    pub figures: &'a MunicipalityDashboard,
    /// What others score, from the newest closed round.
    pub benchmarks: Option<&'a Benchmarks>,
    /// The posts that were asked.
    pub posts: &'a [Invitation],
    /// What the municipality was advised in the round.
    pub advice: &'a [Advised],
}

/// The address of the page.
fn address(figures: &MunicipalityDashboard) -> String {
    format!("/rounds/{}/municipalities/{}", figures.round.key, figures.code)
}

/// The page.
pub fn show(frame: &Frame, page: &MunicipalityPage) -> Markup {
    let (language, figures) = (frame.language, page.figures);
    let round = figures.round.key.as_str();
    let title = tr!(language, "municipality-title", municipality = figures.code.authority(), round = round);
    let (rounds, round_name, country) =
        (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round), tr!(language, "country-short"));
    let (round_address, country_address) = (format!("/rounds/{round}"), format!("/rounds/{round}/country"));
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &country_address, text: &country },
    ];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, figures.code.name()))
        (ui::page_heading_with_lead(&heading(figures, &title, language), html! { (lead(figures, &title, language)) }))
        (provisional(&figures.round, language))
        (cards(figures, language))
        @if let Some(chosen) = &figures.answers { (answers::section(frame, page, chosen)) }
        (packages(figures, &tr!(language, "figure-per-package"), language))
        (aims::own_section(figures.aim.as_ref(), language))
        (areas(figures, language))
        @if let Some(benchmarks) = page.benchmarks { (benchmarks::section(benchmarks, &address(figures), language)) }
        (flows::section(&figures.transitions, flow_about(figures, &address(figures)), language))
        (advice::section(frame, (round, &figures.code), page.advice))
        (posts(page, language))
        (super::trend::link(&format!("{}/trend", address(figures)), language))
        @if figures.round.is_closed && !figures.round.is_test && frame.staff.as_ref().is_some_and(may_share) {
            p { a href={ (address(figures)) "/practice" } { (tr!(language, "practice-share-from-result")) } }
        }
        p { a href={ (address(figures)) "/sheet" } { (tr!(language, "sheet-link")) } }
        (super::decks::link(&format!("{}/slides", address(figures)), language))
        (super::reading::tables(&address(figures), &format!("{}/tables", address(figures)), language))
        (super::reading::guide(&figures.round, language))
    };
    shell::page(frame, &title, main)
}

/// A way to what each post has handed in.
fn posts(page: &MunicipalityPage, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "posts", &tr!(language, "municipality-posts")))
        p {
            (tr!(language, "municipality-posts-explained")) " "
            a href={ (address(page.figures)) "/status" } { (tr!(language, "municipality-posts-status")) }
        }
        ul {
            @for post in page.posts {
                li {
                    a href={ "/rounds/" (page.figures.round.key) "/posts/" (post.id) } { (post.post) }
                    @if !post.department.is_empty() { ", " (post.department) }
                    @if post.handed_in_at.is_none() { " (" (tr!(language, "municipality-post-missing")) ")" }
                }
            }
        }
    }
}

/// What the page has to say; its plain title where nothing can be said.
pub(super) fn heading(page: &MunicipalityDashboard, title: &str, language: Language) -> String {
    let authority = page.code.authority();
    let sentence = |one| findings::sentence(&one, Whose::Municipality(&authority), language);
    finding::of_municipality(page).map_or_else(|| title.to_owned(), sentence)
}

/// The plain title where the heading is a finding, what the finding rests on, and how much is handed in.
pub(super) fn lead(page: &MunicipalityDashboard, title: &str, language: Language) -> String {
    let Some(found) = finding::of_municipality(page) else { return standing(page, language) };
    let basis = findings::basis(&found, Measure::Implementation, language);
    let rest = [basis, findings::own_basis(&found, language), Some(standing(page, language))];
    let rest: Vec<String> = rest.into_iter().flatten().collect();
    format!("{title}. {}", rest.join(" "))
}

fn standing(page: &MunicipalityDashboard, language: Language) -> String {
    let (returned, sections) = page.returned;
    let baselines = &page.round.baselines;
    let returned = tr!(language, "municipality-returned", returned = returned, sections = sections);
    if baselines.is_empty() {
        return format!("{returned} {}", tr!(language, "figure-no-baseline"));
    }
    let held_against = tr!(language, "figure-held-against", rounds = figures::round_names(baselines, language));
    format!("{returned} {held_against}")
}

/// Says of an open round that its figures still move, of a published one that they stand, and of a test that it counts
/// nowhere.
pub fn provisional(round: &RoundFacts, language: Language) -> Markup {
    let word = tr!(language, "figure-info");
    html! {
        @if !round.is_closed {
            (ui::alert(Kind::Info, &word, &tr!(language, "figure-provisional"),
                html! { p { (tr!(language, "figure-provisional-why")) } }))
        }
        @if round.is_published {
            (ui::notice(Kind::Info, &word, html! {
                (tr!(language, "releases-shown")) " "
                a href={ "/rounds/" (round.key) "/releases" } { (tr!(language, "releases-see-all")) }
            }))
        }
        @if round.is_test {
            (ui::notice(Kind::Info, &word, html! { (tr!(language, "figure-test-round")) }))
        }
    }
}

/// The measures over everything, each with its change.
pub(super) fn cards(page: &MunicipalityDashboard, language: Language) -> Markup {
    let of = |measure| Some(card(measure, page.measure(measure)?, language));
    let coverage = page.measure(Measure::Implementation).map(|row| {
        let score = &row.change.unpaired.current;
        let note = tr!(language, "card-coverage-note", valid = score.valid, applicable = score.applicable);
        (tr!(language, "card-coverage"), percent_or_dash(score.coverage, language), note)
    });
    let cards = [of(Measure::Implementation), coverage, of(Measure::Overall), of(Measure::Awareness)];
    let cards: Vec<(String, String, String)> = cards.into_iter().flatten().collect();
    let shown: Vec<Figure> = cards.iter().map(|(label, figure, note)| Figure { label, figure, note }).collect();
    ui::figures(&shown)
}

/// A measure's score now, with its change or why there is none.
fn card(measure: Measure, row: &MunicipalityRow, language: Language) -> (String, String, String) {
    let note = match (row.score_missing, row.change.change) {
        (Some(missing), _) => why(missing, language),
        (None, Some(points)) => tr!(
            language,
            "card-change",
            change = change_in_points(points, language),
            rounds = figures::round_names(&row.baselines, language)
        ),
        (None, None) => row.change_missing.map(|missing| why(missing, language)).unwrap_or_default(),
    };
    let label = tr!(language, "card-measure", measure = figures::measure(measure, language));
    (label, number_or_dash(row.change.unpaired.current.score), note)
}

/// The message and the picture per package, with a way to all of it.
pub fn in_brief(page: &MunicipalityDashboard, language: Language) -> Markup {
    let (round, authority) = (page.round.key.as_str(), page.code.authority());
    let title = tr!(language, "home-result-of", key = round, municipality = authority.as_str());
    html! {
        (packages(page, &heading(page, &title, language), language))
        p { a href=(address(page)) { (title) } }
    }
}

fn packages(page: &MunicipalityDashboard, heading: &str, language: Language) -> Markup {
    let lines = package_lines(page, Some(&address(page)), language);
    if lines.is_empty() {
        return Markup::default();
    }
    let basis = page.aim.as_ref().map(|aim| &aim.basis);
    let title = tr!(language, "municipality-packages-title", municipality = page.code.name());
    let chart = Chart {
        id: "packages",
        title: &title,
        description: &aims::described(tr!(language, "figure-paired-description"), basis, language),
        words: &package_words(page, language),
        lines: &lines,
    };
    let table = table::packages(page, &title, language);
    let caption = html! { (caption(language)) (aims::caption(basis, language)) };
    html! {
        (ui::heading(Level::Two, "per-package", heading))
        (dumbbells::figure(&chart, (&format!("{}/packages", address(page)), ""), (caption, table), language))
    }
}

fn areas(page: &MunicipalityDashboard, language: Language) -> Markup {
    let lines = lines::lines(&page.areas, Some(&address(page)), language);
    if lines.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "municipality-areas-title", municipality = page.code.name());
    let chart = Chart {
        id: "areas",
        title: &title,
        description: &tr!(language, "figure-paired-description"),
        words: &Words::of_change(&page.round.key, language),
        lines: &lines,
    };
    let table = table::areas(page, &title, language);
    html! {
        (ui::heading(Level::Two, "per-area", &tr!(language, "figure-per-area")))
        (dumbbells::figure(&chart, (&format!("{}/areas", address(page)), ""), (caption(language), table), language))
    }
}

fn caption(language: Language) -> Markup {
    html! {
        (figures::measure_explained(Measure::Implementation, language)) " "
        (tr!(language, "figure-score-caption"))
    }
}

/// What the bands between two answers are about.
fn flow_about<'a>(page: &'a MunicipalityDashboard, address: &'a str) -> flows::About<'a> {
    flows::About { name: page.code.name(), round: &page.round.key, address, query: "" }
}

/// Where the answers went as a file; none where there is none of that name.
pub fn flow_file(page: &MunicipalityDashboard, word: &str, (shape, frame): (Shape, &Frame)) -> Option<Markup> {
    let sheet = Sheet::of_round(shape, &page.round, frame);
    flows::file(&page.transitions, word, (flow_about(page, ""), sheet), frame)
}

/// The chart per package as a file.
pub fn packages_file(page: &MunicipalityDashboard, (shape, frame): (Shape, &Frame)) -> Markup {
    let language = frame.language;
    let (found, authority) = (finding::of_municipality(page), page.code.authority());
    let whose = Whose::Municipality(&authority);
    let sheet = Sheet::of_round(shape, &page.round, frame);
    let sheet = sheet.finding(found.as_ref(), whose, Measure::Implementation, language);
    let title = tr!(language, "municipality-packages-title", municipality = page.code.name());
    let basis = page.aim.as_ref().map(|aim| &aim.basis);
    let chart = Chart {
        id: "packages",
        title: &title,
        description: &aims::described(tr!(language, "figure-paired-description"), basis, language),
        words: &package_words(page, language),
        lines: &package_lines(page, None, language),
    };
    dumbbells::file(&chart, &resting_on_returned(page, sheet, language), frame)
}

/// The chart per area as a file.
pub fn areas_file(page: &MunicipalityDashboard, (shape, frame): (Shape, &Frame)) -> Markup {
    let language = frame.language;
    let sheet = Sheet::of_round(shape, &page.round, frame);
    let chart = Chart {
        id: "areas",
        title: &tr!(language, "municipality-areas-title", municipality = page.code.name()),
        description: &tr!(language, "figure-paired-description"),
        words: &Words::of_change(&page.round.key, language),
        lines: &lines::lines(&page.areas, None, language),
    };
    dumbbells::file(&chart, &resting_on_returned(page, sheet, language), frame)
}

fn resting_on_returned(page: &MunicipalityDashboard, sheet: Sheet, language: Language) -> Sheet {
    let (returned, sections) = page.returned;
    sheet.resting_on([tr!(language, "municipality-returned", returned = returned, sections = sections)])
}
