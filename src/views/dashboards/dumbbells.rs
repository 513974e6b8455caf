//! Baseline against current as a dumbbell chart, for pages and for files.

use maud::{Markup, html};

use super::figures::{REWORDED, change, looks_off};
use super::slides::{Sheet, downloads};
use crate::charts::{self, DumbbellAim, DumbbellLegend, DumbbellRow, Plot};
use crate::domain::Language;
use crate::domain::dashboards::peer_groups::LEAST_MUNICIPALITIES;
use crate::views::shell::Frame;

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
    /// Score of what is held to the aim, where that is another one than `to`.
    pub aimed: Option<f64>,
    /// Where the row leads.
    pub link: Option<String>,
}

/// What the marks of a chart are.
#[derive(Debug, Clone)]
pub struct Words {
    /// The ring.
    pub from: String,
    /// The dot.
    pub to: String,
    /// The square of what nothing is compared with.
    pub unpaired: String,
    /// The number at the end of a row.
    pub change: String,
    /// The line that every row is held to: its score, its name, and what is held to it.
    pub aim: Option<(f64, [String; 2])>,
}

impl Words {
    /// From the baseline to a round.
    pub fn of_change(round: &str, language: Language) -> Words {
        Words {
            from: tr!(language, "figure-baseline"),
            to: round.to_owned(),
            unpaired: tr!(language, "figure-unpaired", round = round),
            change: tr!(language, "figure-change"),
            aim: None,
        }
    }
}

/// A chart of lines: its name, what it shows, and what its marks are.
#[derive(Debug, Clone, Copy)]
pub struct Chart<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Its title, with the measure in words.
    pub title: &'a str,
    /// What it shows, in a sentence or two.
    pub description: &'a str,
    /// What its marks are.
    pub words: &'a Words,
    /// The rows.
    pub lines: &'a [Line],
}

impl<'a> Chart<'a> {
    fn name(&self, mark: Option<&'a str>) -> charts::Figure<'a> {
        charts::Figure { id: self.id, title: self.title, description: self.description, mark }
    }
}

/// The chart on a page, with its caption, links to its files (an address without ending, and a query), and its table.
pub fn figure(chart: &Chart, file: (&str, &str), (caption, table): (Markup, Markup), language: Language) -> Markup {
    let caption = html! { (caption) " " (explained(chart.lines, language)) };
    explained_figure(chart, file, (caption, table), language)
}

/// The same where the caption says all that is to be said of its marks.
pub fn explained_figure(
    chart: &Chart,
    file: (&str, &str),
    (caption, table): (Markup, Markup),
    language: Language,
) -> Markup {
    let caption = html! { (caption) " " (downloads(chart.title, file, language)) };
    let summary = tr!(language, "figure-table");
    let name = chart.name(None);
    charts::figure(&name, plotted(chart, |plot| plot.on_page(&name)), caption, &summary, table)
}

/// The chart above its table, which is shown beside it: the drawing with what its marks mean.
pub fn above_table(chart: &Chart, language: Language) -> Markup {
    let [wide, narrow] = plotted(chart, |plot| plot.on_page(&chart.name(None)));
    html! {
        div .pj-figure {
            figure {
                (wide) (narrow)
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

/// The chart as a file: no links, which would lead nowhere there.
pub fn file(chart: &Chart, sheet: &Sheet, frame: &Frame) -> Markup {
    let lines: Vec<Line> = chart.lines.iter().map(|line| Line { link: None, ..line.clone() }).collect();
    let mark = frame.mark();
    let name = chart.name(mark.as_deref());
    plotted(&Chart { lines: &lines, ..*chart }, |plot| sheet.file(&name, plot))
}

/// What `draw` makes of the chart's rows and legend.
fn plotted<T>(chart: &Chart, draw: impl FnOnce(&Plot) -> T) -> T {
    let Words { from, to, unpaired, change: unit, aim } = chart.words;
    let aim = aim.as_ref().map(|(score, [line, mark])| DumbbellAim { score: *score, line, mark });
    let legend = DumbbellLegend { baseline: from, current: to, unpaired, change: unit, aim };
    let rows: Vec<DumbbellRow> = chart
        .lines
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
            aimed: line.aimed,
            link: line.link.clone(),
        })
        .collect();
    draw(&Plot::Dumbbell(&legend, &rows))
}

fn is_off(line: &Line) -> bool {
    line.change.is_some() && line.from.zip(line.to).is_some_and(|(from, to)| looks_off(from, to))
}
