//! Baseline against current as a dumbbell chart, for pages and for files.

use maud::{Markup, html};

use super::figures::{REWORDED, change, looks_off};
use crate::charts::{self, DumbbellLegend, DumbbellRow, Width};
use crate::domain::Language;
use crate::domain::dashboards::peer_groups::LEAST_MUNICIPALITIES;
use crate::views::shell::Frame;
use crate::views::ui;

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
    /// Whether `to` is of everything that was asked, because nothing or too little of it can be compared.
    pub is_unpaired: bool,
    /// Whether it rests on fewer municipalities than a benchmark must.
    pub is_weak: bool,
    /// What it rests on, one thing a line.
    pub rests: Vec<String>,
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
    let name = charts::Figure {
        id: chart.id,
        title: chart.title,
        description: chart.description,
        ..charts::Figure::default()
    };
    let caption =
        html! { (caption) " " (explained(chart.lines, language)) " " (download(chart.title, file, language)) };
    let summary = tr!(language, "figure-table");
    let drawn = |width| draw(chart, chart.lines, width, None, language);
    charts::figure(&name, drawn(Width::Wide), drawn(Width::Narrow), caption, &summary, table)
}

/// The chart above its table, which is shown beside it: the drawing with what its marks mean.
pub fn above_table(chart: &Chart, language: Language) -> Markup {
    let drawn = |width| draw(chart, chart.lines, width, None, language);
    html! {
        div .pj-figure {
            figure {
                (drawn(Width::Wide)) (drawn(Width::Narrow))
                figcaption { (explained(chart.lines, language)) }
            }
        }
    }
}

/// What the marks of these lines mean, sentence by sentence.
fn explained(lines: &[Line], language: Language) -> String {
    let has = |is_there: fn(&Line) -> bool| lines.iter().any(is_there);
    let (has_change, has_square) =
        (has(|line| line.change.is_some()), has(|line| line.is_unpaired && line.to.is_some()));
    let is_reworded = |line: &Line| line.rests.iter().any(|rest| rest.ends_with(REWORDED));
    let sentences = [
        has_change.then(|| tr!(language, "figure-paired-caption")),
        has(is_reworded).then(|| tr!(language, "figure-reworded")),
        (has_square && has_change).then(|| tr!(language, "figure-unpaired-caption")),
        (has_square && !has_change).then(|| tr!(language, "figure-unpaired-alone")),
        has(|line| line.is_weak).then(|| tr!(language, "figure-weak", least = LEAST_MUNICIPALITIES)),
        has(is_off).then(|| tr!(language, "figure-rounding")),
    ];
    sentences.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// The chart alone, complete in itself, for a file: no links, which would lead nowhere there.
pub fn file(chart: &Chart, frame: &Frame) -> String {
    let lines: Vec<Line> = chart.lines.iter().map(|line| Line { link: None, ..line.clone() }).collect();
    draw(chart, &lines, Width::Wide, frame.mark().as_deref(), frame.language).into_string()
}

/// A link to a figure as a file; `title` tells a screen reader which figure.
pub fn download(title: &str, file: &str, language: Language) -> Markup {
    let text = tr!(language, "figure-download");
    html! {
        a href=(file) download { (text) (ui::for_screen_readers(&format!(" {title}"))) }
    }
}

fn draw(chart: &Chart, lines: &[Line], width: Width, mark: Option<&str>, language: Language) -> Markup {
    let name = charts::Figure { id: chart.id, title: chart.title, description: chart.description, mark };
    let (baseline, unit) = (tr!(language, "figure-baseline"), tr!(language, "figure-change"));
    let unpaired = tr!(language, "figure-unpaired", round = chart.now);
    let legend = DumbbellLegend { baseline: &baseline, current: chart.now, unpaired: &unpaired, change: &unit };
    let rows: Vec<DumbbellRow> = lines
        .iter()
        .map(|line| DumbbellRow {
            label: line.label.clone(),
            baseline: line.from,
            current: line.to,
            change: line.change.map(change),
            declined: line.change.is_some_and(|change| crate::domain::base::rounding::whole(change) < 0),
            is_unpaired: line.is_unpaired,
            is_weak: line.is_weak,
            rests: line.rests.clone(),
            note: line.note.clone(),
            link: line.link.clone(),
        })
        .collect();
    charts::dumbbell(&name, &legend, &rows, width)
}

fn is_off(line: &Line) -> bool {
    line.change.is_some() && line.from.zip(line.to).is_some_and(|(from, to)| looks_off(from, to))
}
