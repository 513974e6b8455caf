//! Answers as shares of 100 %: one bar per time or area, grouped by question.

use maud::{Markup, html};

use super::{
    colour::{INK, Tone},
    frame::{Drawing, Figure, Width},
    legend::{LegendEntry, flow},
    text::{Type, px},
};
use bar::{draw_bar, lay_out};

mod bar;

/// The bars of one question.
#[derive(Debug, Clone, Default)]
pub struct DistributionGroup {
    /// The question; wraps. Leave out where the page has it as a heading.
    pub heading: Option<String>,
    /// Where the heading leads. Leave out in files for download.
    pub link: Option<String>,
    /// For example then and now.
    pub bars: Vec<DistributionBar>,
}

/// One bar.
#[derive(Debug, Clone, Default)]
pub struct DistributionBar {
    /// Left of the bar, or above it where it is long.
    pub label: String,
    /// Marks the bar the reader should look at first.
    pub bold: bool,
    /// How many answers, as text; may be empty.
    pub n: String,
    /// Segments from the left.
    pub shares: Vec<Share>,
    /// Why there are no segments; written in the empty bar.
    pub note: Option<String>,
}

/// One segment.
#[derive(Debug, Clone)]
pub struct Share {
    /// The answer; stands in the legend, and in the segment of a traffic light.
    pub label: String,
    /// 0-100, not rounded. The shares of a bar make 100; where they fall short by more than
    /// rounding can explain, so does the bar.
    pub percent: f64,
    /// The share as text. A narrow chart leaves out a percent sign at its end.
    pub text: String,
    /// The colours.
    pub tone: Tone,
}

/// The bars as an `<svg>` without a legend, for a page where [`super::legend()`] stands above it.
pub fn distribution(figure: &Figure, groups: &[DistributionGroup], width: Width) -> Markup {
    let (body, height) = draw_groups(groups, width, 0.0);
    let is_linked = groups.iter().any(|group| group.link.is_some());
    Drawing { body, width: width.pixels(), height, is_linked }.framed(figure, width)
}

/// The same with the legend inside the drawing, for files and reports.
pub fn draw(groups: &[DistributionGroup], width: Width) -> Drawing {
    let (legend, top) = draw_legend(&legend_entries(groups), width);
    let (bars, height) = draw_groups(groups, width, top);
    Drawing { body: html! { (legend) (bars) }, width: width.pixels(), height, is_linked: false }
}

/// Each answer once, in the order it is first met.
pub fn legend_entries(groups: &[DistributionGroup]) -> Vec<LegendEntry<'_>> {
    let mut entries: Vec<LegendEntry> = Vec::new();
    for share in groups.iter().flat_map(|group| &group.bars).flat_map(|bar| &bar.shares) {
        let entry = LegendEntry { label: &share.label, tone: share.tone };
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

fn draw_legend(entries: &[LegendEntry], width: Width) -> (Markup, f64) {
    let text = Type::new(width.text_size(), INK);
    let row = text.leading() + 6.0;
    let widths: Vec<f64> = entries.iter().map(|entry| 22.0 + text.width(entry.label)).collect();
    let (places, _) = flow(&widths, 0.0, width.pixels(), row);
    let markup = html! {
        @for (entry, (x, y)) in entries.iter().zip(&places) {
            rect x=(px(*x)) y=(px(y + row / 2.0 - 7.0)) width="14" height="14"
                fill=(entry.tone.fill()) {}
            (text.line(entry.label, x + 22.0, y + row / 2.0))
        }
    };
    (markup, places.last().map_or(0.0, |index| index.1 + row + 12.0))
}

fn draw_groups(groups: &[DistributionGroup], width: Width, top: f64) -> (Markup, f64) {
    let layout = lay_out(groups, width);
    let mut y = top;
    let mut drawn: Vec<Markup> = Vec::new();
    for group in groups {
        if y > top {
            y += 16.0;
        }
        if let Some(heading) = &group.heading {
            let text = layout.text.weight(true);
            let lines = text.wrap(heading, width.pixels());
            let height = text.height(&lines);
            let block = text.block(&lines, 0.0, y + height / 2.0);
            drawn.push(match &group.link {
                Some(link) => html! { a.pj-row href=(link) { (block) } },
                None => block,
            });
            y += height + 4.0;
        }
        for bar in &group.bars {
            let (markup, height) = draw_bar(bar, &layout, y);
            drawn.push(markup);
            y += height + 5.0;
        }
    }
    (html! { @for part in &drawn { (part) } }, y)
}
