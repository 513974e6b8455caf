//! Baseline and current score per row, 0-100, joined by a line.

use maud::{Markup, html};

use super::{
    colour::{CURRENT, MUTED},
    frame::{Drawing, Width},
    legend::flow,
    text::Type,
};
use layout::{Layout, RADIUS, SMALL, lay_out};
use points::{Mark, Note, aim_line, place_note, point_colour, points};

mod layout;
mod points;

/// One row.
#[derive(Debug, Clone, Default)]
pub struct DumbbellRow {
    /// What the row is about; wraps.
    pub label: String,
    /// Score 0-100 at baseline.
    pub baseline: Option<f64>,
    /// Score 0-100 now.
    pub current: Option<f64>,
    /// The change as text, sign included.
    pub change: Option<String>,
    /// Drawn in the warning colour.
    pub declined: bool,
    /// Whether the current score is of everything that was asked, and not of what a baseline compares with.
    pub is_unpaired: bool,
    /// Whether it rests on so little that it must not look like the others.
    pub is_weak: bool,
    /// What the row rests on, line by line under the change.
    pub rests: Vec<String>,
    /// Score 0-100 of what is held to the aim, where that is another one than the current score.
    pub aimed: Option<f64>,
    /// Why a point is missing; drawn only where one is.
    pub note: Option<String>,
    /// Where a click on the row leads. Leave out in files for download.
    pub link: Option<String>,
}

/// The words above the chart.
#[derive(Debug, Clone, Copy)]
pub struct DumbbellLegend<'a> {
    /// For the ring.
    pub baseline: &'a str,
    /// For the dot.
    pub current: &'a str,
    /// For the square of a score that nothing is compared with; shown only where a row has one.
    pub unpaired: &'a str,
    /// Heading of the change at the right edge.
    pub change: &'a str,
    /// What every row is held to, if anything.
    pub aim: Option<DumbbellAim<'a>>,
}

/// A score that every row is held to: a line through all of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DumbbellAim<'a> {
    /// 0 to 100.
    pub score: f64,
    /// For the line.
    pub line: &'a str,
    /// For the diamond of what is held to it; shown only where a row has one.
    pub mark: &'a str,
}

/// The chart; rows in the order given.
pub fn draw(legend: &DumbbellLegend, rows: &[DumbbellRow], width: Width) -> Drawing {
    let layout = lay_out(rows, width);
    let has = |is_there: fn(&DumbbellRow) -> bool| rows.iter().any(is_there);
    let legend = DumbbellLegend {
        baseline: if has(|row| row.baseline.is_some()) { legend.baseline } else { "" },
        current: if has(|row| row.current.is_some() && !row.is_unpaired) { legend.current } else { "" },
        unpaired: if has(|row| row.current.is_some() && row.is_unpaired) { legend.unpaired } else { "" },
        change: if has(|row| row.change.is_some()) { legend.change } else { "" },
        aim: legend
            .aim
            .map(|aim| DumbbellAim { mark: if has(|row| row.aimed.is_some()) { aim.mark } else { "" }, ..aim }),
    };
    let (head, top) = draw_legend(&legend, &layout);
    let mut bottom = top;
    let drawn: Vec<Markup> = rows
        .iter()
        .map(|row| {
            let (markup, height) = draw_row(row, &layout, (legend.aim.as_ref(), bottom));
            bottom += height;
            markup
        })
        .collect();
    let body = html! {
        (head)
        @for row in &drawn { (row) }
        (layout.track.axis(layout.label.size, bottom))
    };
    Drawing {
        body,
        width: width.pixels(),
        height: bottom + layout.label.leading() + 8.0,
        is_linked: has(|row| row.link.is_some()),
    }
}

/// The legend and the y where rows begin.
fn draw_legend(legend: &DumbbellLegend, layout: &Layout) -> (Markup, f64) {
    let text = layout.label;
    let change = Type::new(text.size - 1.0, MUTED).end();
    let row = text.leading() + 6.0;
    let aim = legend.aim.map(|aim| [(Mark::Diamond, aim.mark), (Mark::Line, aim.line)]);
    let marks = [(Mark::Ring, legend.baseline), (Mark::Dot, legend.current), (Mark::Square, legend.unpaired)];
    let marks = marks.into_iter().chain(aim.into_iter().flatten());
    let marks: Vec<(Mark, &str)> = marks.filter(|(_, word)| !word.is_empty()).collect();
    let widths: Vec<f64> = marks.iter().map(|(_, word)| 20.0 + text.width(word)).collect();
    let natural = widths.iter().map(|width| width + 20.0).sum::<f64>() + change.width(legend.change);
    // Over the track where there is room, else from the left edge.
    let start = if layout.track.left + natural < layout.edge { layout.track.left - RADIUS } else { 2.0 };
    let (places, end) = flow(&widths, start, layout.edge, row);
    let mut last = row / 2.0 + places.last().map_or(0.0, |index| index.1);
    let markers = html! {
        @for ((mark, word), (x, y)) in marks.iter().zip(&places) {
            (mark.draw(x + 7.0, row / 2.0 + y, CURRENT))
            (text.line(word, x + 20.0, row / 2.0 + y))
        }
    };
    if end + 16.0 + change.width(legend.change) > layout.edge {
        last += row;
    }
    let markup = html! {
        (markers)
        (change.line(legend.change, layout.edge, last))
    };
    (markup, last + row / 2.0 + 4.0)
}

/// One row from `top`, with what it is held to, and its height in px.
fn draw_row(row: &DumbbellRow, layout: &Layout, (aim, top): (Option<&DumbbellAim>, f64)) -> (Markup, f64) {
    let text = layout.label;
    let room = if layout.stacked { layout.edge } else { layout.label_width };
    let lines = text.wrap(&row.label, room);
    let label_height = text.height(&lines);
    let note = place_note(row, layout);
    let rests = Type::new(SMALL, MUTED).end();
    let change_height = if row.change.is_some() { text.leading() } else { 0.0 };
    let right_height = change_height + rests.height(&row.rests);
    let track = (note.as_ref().map_or(0.0, Note::height) + 8.0).max(right_height + 6.0).max(text.size * 1.9);
    let (label_y, track_top, track_height, height) = if layout.stacked {
        let below = top + 6.0 + label_height;
        (top + 6.0 + label_height / 2.0, below, track, label_height + track + 12.0)
    } else {
        let height = track.max(label_height + 10.0);
        (top + height / 2.0, top, height, height)
    };
    let y = track_top + track_height / 2.0;
    let label = if layout.stacked {
        text.block(&lines, 0.0, label_y)
    } else {
        text.end().block(&lines, layout.label_width, label_y)
    };
    let body = html! {
        (layout.track.grid(track_top, track_height))
        @if let Some(x) = aim.and_then(|aim| layout.track.x(aim.score)) {
            (aim_line(x, (track_top, track_top + track_height)))
        }
        (label)
        (points(row, layout, y))
        @if let Some(note) = &note { (note.draw(y)) }
        @if let Some(change) = &row.change {
            (Type::new(text.size, point_colour(row)).weight(!row.is_weak).end()
                .line(change, layout.edge, y - rests.height(&row.rests) / 2.0))
        }
        (rests.block(&row.rests, layout.edge, y + change_height / 2.0))
    };
    let markup = html! {
        @if let Some(link) = &row.link {
            a.pj-row href=(link) { (body) }
        } @else {
            g.pj-row { (body) }
        }
    };
    (markup, height)
}
