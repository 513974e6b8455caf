//! Scores over rounds: a row for each thing measured, with a track of 0-100 across the rounds.

use maud::{Markup, html};

use super::{
    colour::{CURRENT, GRID, INK, MUTED, RING, RISE, WHITE},
    frame::{Drawing, Width},
    legend::flow,
    text::{Type, px},
};

/// Radius of a point in px.
const RADIUS: f64 = 4.5;
/// Width of the numbers of the scale in px.
const SCALE: f64 = 32.0;
/// The least distance between two rounds in px, however near they were, where there is room for it.
const LEAST_STEP: f64 = 44.0;
/// Height from score 0 to score 100 in px.
const TRACK: f64 = 38.0;

/// What stands across the chart.
#[derive(Debug, Clone, Copy)]
pub struct TrendAxis<'a> {
    /// Names of the rounds, earliest first.
    pub rounds: &'a [String],
    /// When each was, in days from any one day on.
    pub days: &'a [i32],
    /// Places in `rounds` where something begins that the rounds before can't be compared with, and
    /// its name; the first place is 0.
    pub parts: &'a [(usize, String)],
    /// What the row's own points and those behind them are; none where there is nothing behind.
    pub legend: Option<(&'a str, &'a str)>,
}

/// One row.
#[derive(Debug, Clone, Default)]
pub struct TrendRow {
    /// What the row is about; wraps.
    pub label: String,
    /// One point a round.
    pub points: Vec<TrendPoint>,
    /// What the row is seen against, one point a round; drawn paler and without numbers. Empty where there is nothing.
    pub behind: Vec<TrendPoint>,
}

/// One point.
#[derive(Debug, Clone, Default)]
pub struct TrendPoint {
    /// Score 0-100; none where there is none to show.
    pub score: Option<f64>,
    /// What stands over the point, or in its place.
    pub text: String,
    /// How many it rests on, drawn under the row; empty where that is not said.
    pub n: String,
    /// Whether it rests on so little that it must not look like the others.
    pub is_weak: bool,
    /// Whether a line leads here from the last score before.
    pub is_joined: bool,
}

/// Where things stand across the chart, in px.
struct Layout {
    text: Type,
    label_width: f64,
    is_stacked: bool,
    left: f64,
    /// x of each round.
    xs: Vec<f64>,
    edge: f64,
}

impl Layout {
    fn x(&self, index: usize) -> f64 {
        self.xs[index]
    }

    /// Where a part begins: half way from the round before.
    fn start(&self, index: usize) -> f64 {
        if index == 0 { self.left } else { f64::midpoint(self.xs[index - 1], self.xs[index]) }
    }

    /// What stands at a round has this width to itself.
    fn room(&self, index: usize) -> f64 {
        let before = if index == 0 { 2.0 * (self.xs[0] - self.left) } else { self.xs[index] - self.xs[index - 1] };
        let after = self.xs.get(index + 1).map_or(2.0 * (self.edge - self.xs[index]), |next| next - self.xs[index]);
        before.min(after)
    }
}

/// Rounds on an axis of time from `left` to `edge`, in px, no two nearer than their share of the `least` distance.
pub(super) fn places(days: &[i32], left: f64, edge: f64, least: f64) -> Vec<f64> {
    let step = (edge - left) / days.len().max(1) as f64;
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let span = f64::from((last - first).max(1));
    let (from, least) = (left + step.min(least) / 2.0, step.min(least));
    let width = edge - left - least;
    let mut xs: Vec<f64> = days.iter().map(|day| from + f64::from(day - first) / span * width).collect();
    for index in 1..xs.len() {
        xs[index] = xs[index].max(xs[index - 1] + least);
    }
    let mut limit = edge - least / 2.0;
    for x in xs.iter_mut().rev() {
        *x = x.min(limit);
        limit = *x - least;
    }
    xs
}

/// The chart; rows in the order given.
pub fn draw(axis: &TrendAxis, rows: &[TrendRow], width: Width) -> Drawing {
    let layout = lay_out(axis, rows, width);
    let (legend, below_legend) = draw_legend(axis.legend, layout.edge);
    let (parts, below_parts) = draw_parts(axis, &layout, below_legend);
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
        (legend)
        (parts)
        (names)
        @for (start, _) in axis.parts.iter().filter(|(start, _)| *start > 0) {
            @let x = px(layout.start(*start));
            line x1=(x) y1=(px(below_legend)) x2=(x) y2=(px(end)) stroke=(RING) stroke-width="1.5" stroke-dasharray="5 4" {}
        }
        @for row in &drawn { (row) }
        (names_below)
    };
    Drawing { body, width: width.pixels(), height: end, is_linked: false }
}

fn lay_out(axis: &TrendAxis, rows: &[TrendRow], width: Width) -> Layout {
    let text = Type::new(width.text_size(), INK);
    let is_stacked = width == Width::Narrow;
    let label_width = rows.iter().map(|row| text.width(&row.label)).fold(60.0, f64::max).min(200.0);
    let edge = width.pixels() - 2.0;
    // The numbers of the scale stand between the label and the track.
    let left = SCALE + if is_stacked { 0.0 } else { label_width + 10.0 };
    let xs = places(axis.days, left, edge, LEAST_STEP);
    Layout { text, label_width, is_stacked, left, xs, edge }
}

/// What the points are, and the y under it.
pub(super) fn draw_legend(legend: Option<(&str, &str)>, edge: f64) -> (Markup, f64) {
    let Some((own, behind)) = legend else { return (Markup::default(), 0.0) };
    let text = Type::new(13.0, INK);
    let widths = [own, behind].map(|word| 20.0 + text.width(word));
    let (places, _) = flow(&widths, 2.0, edge, text.leading() + 4.0);
    let y = text.leading() / 2.0 + 2.0;
    let markup = html! {
        @for ((word, index), is_own) in [own, behind].iter().zip(&places).zip([true, false]) {
            (mark(index.0 + RADIUS, y + index.1, is_own, false))
            (text.line(word, index.0 + 18.0, y + index.1))
        }
    };
    let rows = places.last().map_or(0.0, |index| index.1);
    (markup, rows + text.leading() + 10.0)
}

/// A point of the row itself, or of what is behind it; px.
pub(super) fn mark(x: f64, y: f64, is_own: bool, is_weak: bool) -> Markup {
    match (is_own, is_weak) {
        (true, false) => html! { circle cx=(px(x)) cy=(px(y)) r=(px(RADIUS)) fill=(CURRENT) {} },
        (true, true) => {
            html! { circle cx=(px(x)) cy=(px(y)) r="3.5" fill=(WHITE) stroke=(MUTED) stroke-width="1.5" {} }
        }
        (false, _) => html! { circle cx=(px(x)) cy=(px(y)) r="3.5" fill=(WHITE) stroke=(RING) stroke-width="2" {} },
    }
}

/// The names of the parts at their beginning from `top`, and the y under them.
fn draw_parts(axis: &TrendAxis, layout: &Layout, top: f64) -> (Markup, f64) {
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
        @for (x, lines) in &parts { (text.block(lines, *x, top + text.height(lines) / 2.0)) }
    };
    (markup, top + height + 4.0)
}

/// The names of the rounds from `top`, and the y under them.
fn draw_rounds(axis: &TrendAxis, layout: &Layout, top: f64) -> (Markup, f64) {
    let text = Type::new(13.0, INK).middle();
    let names: Vec<Vec<String>> =
        axis.rounds.iter().enumerate().map(|(index, name)| text.wrap(name, layout.room(index) - 2.0)).collect();
    let height = names.iter().map(|lines| text.height(lines)).fold(0.0, f64::max);
    let markup = html! {
        @for (index, lines) in names.iter().enumerate() {
            (text.block(lines, layout.x(index), top + height / 2.0 + 2.0))
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
    let says_n = row.points.iter().any(|point| !point.n.is_empty());
    let markup = html! {
        g.pj-row {
            (label)
            @for score in [0.0, 50.0, 100.0] {
                (Type::new(13.0, MUTED).end().line(&px(score), layout.left - 6.0, y(score)))
                path d={ "M" (px(layout.left)) " " (px(y(score))) "H" (px(layout.edge)) } stroke=(GRID) fill="none" {}
            }
            @for (from, to) in joined(&row.behind) {
                line x1=(px(layout.x(from.0))) y1=(px(y(from.1))) x2=(px(layout.x(to.0))) y2=(px(y(to.1)))
                    stroke=(RING) stroke-width="1.5" stroke-dasharray="2 3" {}
            }
            @for (index, score) in row.behind.iter().enumerate().filter_map(|(index, point)| Some((index, point.score?))) {
                (mark(layout.x(index), y(score), false, false))
            }
            @for (from, to) in joined(&row.points) {
                line x1=(px(layout.x(from.0))) y1=(px(y(from.1))) x2=(px(layout.x(to.0))) y2=(px(y(to.1)))
                    stroke=(RISE) stroke-width="3" {}
            }
            @for (index, point) in row.points.iter().enumerate() {
                @if let Some(score) = point.score {
                    (mark(layout.x(index), y(score), true, point.is_weak))
                    @let over = y(score) - RADIUS - 9.0;
                    @let is_taken = row.behind.get(index).and_then(|point| point.score).is_some_and(|behind| {
                        (y(behind) - over).abs() < numbers.leading() && behind > score
                    });
                    (numbers.line(&point.text, layout.x(index), if is_taken { y(score) + RADIUS + 9.0 } else { over }))
                } @else if !is_passed(&row.points, index) {
                    (Type { fill: MUTED, ..numbers }.line(&point.text, layout.x(index), low - TRACK / 4.0))
                }
                @if !point.n.is_empty() {
                    (Type { fill: MUTED, ..numbers }.line(&point.n, layout.x(index), low + RADIUS + numbers.leading() / 2.0))
                }
            }
        }
    };
    // A number stands under its point where something behind it takes the place above.
    let below = if says_n || !row.behind.is_empty() { RADIUS + numbers.leading() } else { RADIUS };
    (markup, low + below + 6.0 - top)
}

/// Whether a line passes over a round without a score.
fn is_passed(points: &[TrendPoint], index: usize) -> bool {
    joined(points).any(|(from, to)| from.0 < index && index < to.0)
}

/// The ends of the lines between scores: places and scores.
pub(super) fn joined(points: &[TrendPoint]) -> impl Iterator<Item = ((usize, f64), (usize, f64))> {
    points.iter().enumerate().filter(|(_, point)| point.is_joined).filter_map(|(index, point)| {
        let before = points[..index].iter().rposition(|point| point.score.is_some())?;
        Some(((before, points[before].score?), (index, point.score?)))
    })
}
