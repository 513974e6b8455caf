//! Baseline against current as a dumbbell chart, for pages and for files.

use maud::{Markup, html};

use super::figures::{change, looks_off};
use super::ui;
use crate::charts::{self, DumbbellLegend, DumbbellRow, Width};
use crate::domain::Language;

/// One row of a dumbbell chart; scores are 0 to 100 and not rounded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// Score at the baseline, on what can be compared.
    pub from: Option<f64>,
    /// Score now: on what can be compared, or on all cells where nothing can.
    pub to: Option<f64>,
    /// Change in points.
    pub change: Option<f64>,
    /// Why a point is missing.
    pub note: Option<String>,
    /// Where the row leads.
    pub link: Option<String>,
}

/// A chart of lines: its name, what it shows, and the round that is "now".
#[derive(Debug, Clone, Copy)]
pub struct Chart<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Its title, with the measure in words.
    pub title: &'a str,
    /// What it shows, in a sentence or two.
    pub description: &'a str,
    /// Name of the round that is "now".
    pub now: &'a str,
    /// The rows.
    pub lines: &'a [Line],
}

/// The chart on a page, with its caption, a link to the file, and its table.
pub fn figure(chart: &Chart, file: &str, caption: Markup, table: Markup, language: Language) -> Markup {
    let name = charts::Figure { id: chart.id, title: chart.title, description: chart.description };
    let caption = html! {
        (caption)
        @if chart.lines.iter().any(is_off) { " " (tr!(language, "figure-rounding")) }
        " " (download(chart.title, file, language))
    };
    let summary = tr!(language, "figure-table");
    let drawn = |width| draw(chart, chart.lines, width, language);
    charts::figure(&name, drawn(Width::Wide), drawn(Width::Narrow), caption, &summary, table)
}

/// The chart alone, complete in itself, for a file: no links, which would lead nowhere there.
pub fn file(chart: &Chart, language: Language) -> String {
    let lines: Vec<Line> = chart.lines.iter().map(|line| Line { link: None, ..line.clone() }).collect();
    draw(chart, &lines, Width::Wide, language).into_string()
}

/// A link to a figure as a file; `title` tells a screen reader which figure.
pub fn download(title: &str, file: &str, language: Language) -> Markup {
    let text = tr!(language, "figure-download");
    html! {
        a href=(file) download { (text) (ui::for_screen_readers(&format!(" {title}"))) }
    }
}

fn draw(chart: &Chart, lines: &[Line], width: Width, language: Language) -> Markup {
    let name = charts::Figure { id: chart.id, title: chart.title, description: chart.description };
    let (baseline, unit) = (tr!(language, "figure-baseline"), tr!(language, "figure-change"));
    let legend = DumbbellLegend { baseline: &baseline, current: chart.now, change: &unit };
    let rows: Vec<DumbbellRow> = lines
        .iter()
        .map(|line| DumbbellRow {
            label: line.label.clone(),
            baseline: line.from,
            current: line.to,
            change: line.change.map(change),
            declined: line.change.is_some_and(|change| crate::domain::rounding::whole(change) < 0),
            note: line.note.clone(),
            link: line.link.clone(),
        })
        .collect();
    charts::dumbbell(&name, &legend, &rows, width)
}

fn is_off(line: &Line) -> bool {
    line.change.is_some() && line.from.zip(line.to).is_some_and(|(from, to)| looks_off(from, to))
}
