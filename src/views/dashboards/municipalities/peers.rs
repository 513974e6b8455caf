//! A municipality beside others as a chart, for its page and as a file.

use maud::{Markup, html};

use super::lines::answers_of;
use crate::charts::{self, PeerMark, PeerRow, PeerWords, Plot};
use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::dashboards::benchmarks::{BenchmarkRow, Benchmarks, Distance};
use crate::domain::dashboards::peer_groups::{Benchmark, LEAST_MUNICIPALITIES, PeerGroup};
use crate::domain::dashboards::subjects::Subject;
use crate::texts::group_name;
use crate::views::dashboards::figures::{NONE, change, number, subject, why};
use crate::views::dashboards::slides::{Shape, Sheet, downloads};
use crate::views::shell::Frame;

/// What the chart says: where the municipality is furthest from others; none where nothing can be said.
pub fn finding(one: &Benchmarks, language: Language) -> Option<String> {
    let Distance { subject: about, peer_group, points } = one.largest()?;
    let municipality = one.code.authority();
    let name = subject(&about, "", language);
    let others = in_sentence(one.peer_groups.get(peer_group)?, language);
    let count = whole(points.abs());
    Some(match whole(points).signum() {
        1 => tr!(language, "peers-above", municipality = municipality, subject = name, count = count, others = others),
        -1 => tr!(language, "peers-below", municipality = municipality, subject = name, count = count, others = others),
        _ => tr!(language, "peers-level", municipality = municipality),
    })
}

/// The name of a group within a sentence.
fn in_sentence(peer_group: &PeerGroup, language: Language) -> String {
    match peer_group {
        PeerGroup::Nation => tr!(language, "peers-nation"),
        PeerGroup::MunicipalityGroup(group) => group_name(*group, language).to_lowercase(),
        PeerGroup::Region(_) | PeerGroup::Chosen(_) => group_label(peer_group, language),
    }
}

/// The chart over its table; nothing where there is no package.
pub fn figure(one: &Benchmarks, address: &str, table: Markup, language: Language) -> Markup {
    let packages = packages(one);
    if packages.is_empty() {
        return table;
    }
    let (title, description) = (title(one, language), tr!(language, "peers-description"));
    let name = charts::Figure { id: "peers", title: &title, description: &description, mark: None };
    let picture = plotted(one, Some(address), language, |plot| plot.on_page(&name));
    let [wide, narrow] = picture;
    html! {
        div .pj-figure id="peers" {
            figure {
                (wide) (narrow)
                figcaption {
                    (caption(one, &packages, language)) " "
                    (downloads(&title, (&format!("{address}/peers"), ""), language))
                }
            }
        }
        (table)
    }
}

fn caption(one: &Benchmarks, packages: &[&BenchmarkRow], language: Language) -> String {
    let means = || packages.iter().flat_map(|row| &row.means);
    let sentences = [
        one.largest().filter(|largest| whole(largest.points) != 0).map(|_| tr!(language, "peers-largest")),
        means().any(|mean| *mean == Benchmark::Suppressed).then(|| tr!(language, "peers-hidden")),
        means().any(Benchmark::is_weak).then(|| tr!(language, "peers-weak", least = LEAST_MUNICIPALITIES)),
        is_off(packages).then(|| tr!(language, "peers-rounding")),
    ];
    sentences.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// Whether a rounded difference is another one than that of the rounded scores.
fn is_off(packages: &[&BenchmarkRow]) -> bool {
    packages.iter().any(|row| {
        row.means.iter().any(|mean| {
            mean.mean().zip(row.own).is_some_and(|(mean, own)| crate::views::dashboards::figures::looks_off(mean, own))
        })
    })
}

/// The chart as a file.
pub fn file(one: &Benchmarks, (shape, frame): (Shape, &Frame)) -> Markup {
    let language = frame.language;
    let (title, description, mark) = (title(one, language), tr!(language, "peers-description"), frame.mark());
    let name = charts::Figure { id: "peers", title: &title, description: &description, mark: mark.as_deref() };
    let sheet = Sheet::of_rounds(shape, &[(one.round.as_str(), one.closes_on)], frame);
    let largest = one.largest().filter(|largest| whole(largest.points) != 0).map(|_| tr!(language, "peers-largest"));
    let sheet = sheet.saying(finding(one, language)).resting_on(largest);
    plotted(one, None, language, |plot| sheet.file(&name, plot))
}

fn title(one: &Benchmarks, language: Language) -> String {
    tr!(language, "peers-title", municipality = one.code.name(), round = one.round.as_str())
}

/// The packages, which a chart draws; the sum of all stands in the table.
fn packages(one: &Benchmarks) -> Vec<&BenchmarkRow> {
    one.rows.iter().filter(|row| row.subject != Subject::All).collect()
}

/// What `draw` makes of the rows; `address` is the page that they lead into, where they lead anywhere.
fn plotted<T>(one: &Benchmarks, address: Option<&str>, language: Language, draw: impl FnOnce(&Plot) -> T) -> T {
    let others: Vec<String> = one.peer_groups.iter().map(|group| group_label(group, language)).collect();
    let differences = tr!(language, "peers-differences");
    let words = PeerWords { own: one.code.name(), others: &others, differences: &differences };
    let largest = one.largest().filter(|largest| whole(largest.points) != 0);
    let row = |row: &BenchmarkRow| {
        let is_largest =
            |place| largest.as_ref().is_some_and(|found| found.peer_group == place && found.subject == row.subject);
        let mark = |(place, mean): (usize, &Benchmark)| PeerMark {
            score: mean.mean(),
            text: difference(row, place, language),
            is_below: row.difference(place).is_some_and(|points| whole(points) < 0),
            is_largest: is_largest(place),
            is_weak: mean.is_weak(),
        };
        PeerRow {
            label: subject(&row.subject, "", language),
            own: row.own,
            others: row.means.iter().enumerate().map(mark).collect(),
            note: row.missing.map(|missing| why(missing, language)),
            link: address.and_then(|address| answers_of(address, &row.subject)),
        }
    };
    let rows: Vec<PeerRow> = packages(one).into_iter().map(row).collect();
    draw(&Plot::Peers(&words, &rows))
}

/// By how many points the municipality is above a group, or why that is not said.
fn difference(row: &BenchmarkRow, place: usize, language: Language) -> String {
    match (row.difference(place), row.means.get(place)) {
        (Some(points), _) => change(points),
        (None, Some(Benchmark::Suppressed)) => tr!(language, "figure-suppressed"),
        (None, _) => NONE.to_owned(),
    }
}

/// A group's mean with how far the municipality is from it, for the table.
pub fn cell(one: &Benchmarks, row: &BenchmarkRow, place: usize, language: Language) -> Markup {
    let mean = row
        .means
        .get(place)
        .map_or_else(String::new, |mean| crate::views::dashboards::figures::benchmark(mean, language));
    let largest = one.largest().is_some_and(|found| found.peer_group == place && found.subject == row.subject);
    html! {
        (mean)
        @if let Some(points) = row.difference(place) {
            " "
            @if largest { strong { (tr!(language, "peers-cell-largest", difference = change(points))) } }
            @else { (tr!(language, "peers-cell", difference = change(points))) }
        }
    }
}

/// The own score, or why there is none.
pub fn own(row: &BenchmarkRow, language: Language) -> String {
    match (row.own, row.missing) {
        (Some(own), _) => number(own),
        (None, Some(missing)) => why(missing, language),
        (None, None) => NONE.to_owned(),
    }
}

/// The name of a group of municipalities.
pub fn group_label(peer_group: &PeerGroup, language: Language) -> String {
    match peer_group {
        PeerGroup::Nation => tr!(language, "benchmarks-nation"),
        PeerGroup::Region(region) => region.clone(),
        PeerGroup::MunicipalityGroup(group) => group_name(*group, language),
        PeerGroup::Chosen(chosen) => tr!(language, "benchmarks-chosen", count = chosen.codes().len()),
    }
}
