//! Scores over rounds: a row for each thing measured, with a track of 0-100 across the rounds.

use maud::{Markup, html};

use super::{
    colour::{CURRENT, GRID, INK, MUTED, RING, RISE},
    frame::{Figure, Width, picture},
    text::{Type, px},
};

/// Radius of a point in px.
const RADIUS: f64 = 4.5;
/// Height from score 0 to score 100 in px.
const TRACK: f64 = 38.0;

/// What stands across the chart.
#[derive(Debug, Clone, Copy)]
pub struct TrendAxis<'a> {
    /// Names of the rounds, earliest first.
    pub rounds: &'a [String],
    /// Places in `rounds` where something begins that the rounds before can't be compared with, and
    /// its name; the first place is 0.
    pub parts: &'a [(usize, String)],
}

/// One row.
#[derive(Debug, Clone, Default)]
pub struct TrendRow {
    /// What the row is about; wraps.
    pub label: String,
    /// One point a round.
    pub points: Vec<TrendPoint>,
}

/// One point.
#[derive(Debug, Clone, Default)]
pub struct TrendPoint {
    /// Score 0-100; none where there is none to show.
    pub score: Option<f64>,
    /// What stands over the point, or in its place.
    pub text: String,
    /// Whether a line leads here from the last score before.
    pub is_joined: bool,
}

/// Where things stand across the chart, in px.
struct Layout {
    text: Type,
    label_width: f64,
    is_stacked: bool,
    left: f64,
    step: f64,
    edge: f64,
}

impl Layout {
    fn x(&self, place: usize) -> f64 {
        self.left + (place as f64 + 0.5) * self.step
    }

    /// Where a part begins.
    fn start(&self, place: usize) -> f64 {
        self.left + place as f64 * self.step
    }
}

/// The chart as an `<svg>`; rows in the order given.
pub fn trend(figure: &Figure, axis: &TrendAxis, rows: &[TrendRow], width: Width) -> Markup {
    let layout = lay_out(axis, rows, width);
    let (parts, below_parts) = draw_parts(axis, &layout);
    let (names, top) = draw_rounds(axis, &layout, below_parts);
    let mut bottom = top;
    let drawn: Vec<Markup> = rows
        .iter()
        .map(|row| {
            let (markup, height) = draw_row(row, &layout, bottom);
            bottom += height;
            markup
        })
        .collect();
    let (names_below, end) = draw_rounds(axis, &layout, bottom);
    let body = html! {
        (parts)
        (names)
        @for (start, _) in axis.parts.iter().filter(|(start, _)| *start > 0) {
            @let x = px(layout.start(*start));
            line x1=(x) y1="0" x2=(x) y2=(px(end)) stroke=(RING) stroke-width="1.5" stroke-dasharray="5 4" {}
        }
        @for row in &drawn { (row) }
        (names_below)
    };
    picture(figure, width, end, &body)
}

fn lay_out(axis: &TrendAxis, rows: &[TrendRow], width: Width) -> Layout {
    let text = Type::new(width.text_size(), INK);
    let is_stacked = width == Width::Narrow;
    let label_width = rows.iter().map(|row| text.width(&row.label)).fold(60.0, f64::max).min(200.0);
    let edge = width.pixels() - 2.0;
    let left = if is_stacked { 2.0 } else { label_width + 14.0 };
    let step = (edge - left) / axis.rounds.len().max(1) as f64;
    Layout { text, label_width, is_stacked, left, step, edge }
}

/// The names of the parts at their beginning, and the y under them.
fn draw_parts(axis: &TrendAxis, layout: &Layout) -> (Markup, f64) {
    let text = Type::new(13.0, MUTED);
    let ends = axis.parts.iter().skip(1).map(|(start, _)| layout.start(*start)).chain([layout.edge]);
    let parts: Vec<(f64, Vec<String>)> = axis
        .parts
        .iter()
        .zip(ends)
        .map(|((start, name), end)| {
            let x = layout.start(*start) + 4.0;
            (x, text.wrap(name, end - x - 2.0))
        })
        .collect();
    let height = parts.iter().map(|(_, lines)| text.height(lines)).fold(0.0, f64::max);
    let markup = html! {
        @for (x, lines) in &parts { (text.block(lines, *x, text.height(lines) / 2.0)) }
    };
    (markup, height + 4.0)
}

/// The names of the rounds from `top`, and the y under them.
fn draw_rounds(axis: &TrendAxis, layout: &Layout, top: f64) -> (Markup, f64) {
    let text = Type::new(13.0, INK).middle();
    let names: Vec<Vec<String>> = axis.rounds.iter().map(|name| text.wrap(name, layout.step - 2.0)).collect();
    let height = names.iter().map(|lines| text.height(lines)).fold(0.0, f64::max);
    let markup = html! {
        @for (place, lines) in names.iter().enumerate() {
            (text.block(lines, layout.x(place), top + height / 2.0 + 2.0))
        }
    };
    (markup, top + height + 6.0)
}

/// One row from `top`, and its height in px.
fn draw_row(row: &TrendRow, layout: &Layout, top: f64) -> (Markup, f64) {
    let text = layout.text;
    let numbers = Type::new(13.0, INK).middle();
    let room = if layout.is_stacked { layout.edge } else { layout.label_width };
    let lines = text.wrap(&row.label, room);
    let above = if layout.is_stacked { text.height(&lines) + 2.0 } else { 0.0 };
    // A number stands over its point, also over one at 100.
    let high = top + 8.0 + above + numbers.leading();
    let low = high + TRACK;
    let y = |score: f64| low - score.clamp(0.0, 100.0) / 100.0 * TRACK;
    let label = if layout.is_stacked {
        text.block(&lines, 2.0, top + 8.0 + text.height(&lines) / 2.0)
    } else {
        text.end().block(&lines, layout.label_width, (high + low) / 2.0)
    };
    let before = |place: usize| row.points[..place].iter().rposition(|point| point.score.is_some());
    let joined = || row.points.iter().enumerate().filter(|(_, point)| point.is_joined);
    let markup = html! {
        g.pj-row {
            (label)
            @for score in [0.0, 50.0, 100.0] {
                path d={ "M" (px(layout.left)) " " (px(y(score))) "H" (px(layout.edge)) } stroke=(GRID) fill="none" {}
            }
            @for (place, point) in joined() {
                @if let Some(before) = before(place) && let (Some(from), Some(to)) = (row.points[before].score, point.score) {
                    line x1=(px(layout.x(before))) y1=(px(y(from))) x2=(px(layout.x(place))) y2=(px(y(to)))
                        stroke=(RISE) stroke-width="3" {}
                }
            }
            @for (place, point) in row.points.iter().enumerate() {
                @if let Some(score) = point.score {
                    circle cx=(px(layout.x(place))) cy=(px(y(score))) r=(px(RADIUS)) fill=(CURRENT) {}
                    (numbers.line(&point.text, layout.x(place), y(score) - RADIUS - 9.0))
                } @else {
                    (Type { fill: MUTED, ..numbers }.line(&point.text, layout.x(place), low - TRACK / 4.0))
                }
            }
        }
    };
    (markup, low + 10.0 - top)
}
