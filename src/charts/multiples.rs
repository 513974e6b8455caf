//! Scores over rounds as small charts side by side, one for each thing measured, all with the same axes.

use maud::{Markup, html};

use super::colour::{GRID, INK, MUTED, RING, RISE};
use super::frame::{Drawing, Width};
use super::text::{Type, px};
use super::trend::{TrendAxis, TrendPoint, TrendRow, draw_legend, joined, mark, places};

/// Height from score 0 to score 100 in px.
const TRACK: f64 = 84.0;
/// Width of the numbers of the scale in px.
const SCALE: f64 = 30.0;
/// Between two charts, in px.
const GUTTER: f64 = 24.0;
/// A chart is at least this wide, in px, where the drawing is.
const LEAST_WIDTH: f64 = 210.0;
/// The least distance between two rounds in px, where there is room for it.
const LEAST_STEP: f64 = 14.0;
/// How far a number stands from its point, in px.
const NUMBER: f64 = 14.0;

/// Where the parts of each chart stand, in px from its upper left corner.
struct Panel {
    width: f64,
    title: Type,
    title_height: f64,
    /// x of each round.
    xs: Vec<f64>,
}

impl Panel {
    fn top(&self) -> f64 {
        self.title_height + NUMBER + 6.0
    }

    fn y(&self, score: f64) -> f64 {
        self.top() + TRACK - score.clamp(0.0, 100.0) / 100.0 * TRACK
    }

    /// With the numbers below the lowest points and the names of the rounds.
    fn height(&self) -> f64 {
        self.top() + TRACK + NUMBER + 4.0 + Type::new(13.0, MUTED).leading() + 12.0
    }
}

/// The chart; rows in the order given, from the left and then down.
pub fn draw(axis: &TrendAxis, rows: &[TrendRow], width: Width) -> Drawing {
    let across = width.pixels();
    let columns = (((across + GUTTER) / (LEAST_WIDTH + GUTTER)) as usize).clamp(1, rows.len().max(1));
    let panel = lay_out(axis, rows, (across - GUTTER * (columns - 1) as f64) / columns as f64);
    let (legend, top) = draw_legend(axis.legend, across - 2.0);
    let at = |index: usize| {
        let x = (index % columns) as f64 * (panel.width + GUTTER);
        (x, top + (index / columns) as f64 * panel.height())
    };
    let body = html! {
        (legend)
        @for (index, row) in rows.iter().enumerate() {
            @let (x, y) = at(index);
            g.pj-row transform={ "translate(" (px(x)) " " (px(y)) ")" } { (draw_panel(axis, row, &panel)) }
        }
    };
    let height = top + rows.len().div_ceil(columns) as f64 * panel.height();
    Drawing { body, width: across, height, is_linked: false }
}

fn lay_out(axis: &TrendAxis, rows: &[TrendRow], width: f64) -> Panel {
    let title = Type::new(14.0, INK).weight(true);
    let title_height = rows.iter().map(|row| title.height(&title.wrap(&row.label, width))).fold(0.0, f64::max);
    Panel { width, title, title_height, xs: places(axis.days, SCALE, width - 10.0, LEAST_STEP) }
}

fn draw_panel(axis: &TrendAxis, row: &TrendRow, panel: &Panel) -> Markup {
    let lines = panel.title.wrap(&row.label, panel.width);
    let scale = Type::new(13.0, MUTED);
    html! {
        (panel.title.block(&lines, 0.0, panel.title.height(&lines) / 2.0))
        @for score in [0.0, 50.0, 100.0] {
            (scale.end().line(&px(score), SCALE - 6.0, panel.y(score)))
            path d={ "M" (px(SCALE)) " " (px(panel.y(score))) "H" (px(panel.width)) } stroke=(GRID) fill="none" {}
        }
        @for (start, _) in axis.parts.iter().filter(|(start, _)| *start > 0) {
            @let x = f64::midpoint(panel.xs[start - 1], panel.xs[*start]);
            path d={ "M" (px(x)) " " (px(panel.y(100.0))) "V" (px(panel.y(0.0))) }
                stroke=(RING) stroke-dasharray="5 4" fill="none" {}
        }
        (draw_line(&row.behind, panel, false))
        (draw_line(&row.points, panel, true))
        (numbers(row, panel))
        (names(axis, panel))
    }
}

/// The points with the lines between those that belong together.
fn draw_line(points: &[TrendPoint], panel: &Panel, is_own: bool) -> Markup {
    let (stroke, width, dashes) = if is_own { (RISE, "3", None) } else { (RING, "1.5", Some("2 3")) };
    html! {
        @for (from, to) in joined(points) {
            line x1=(px(panel.xs[from.0])) y1=(px(panel.y(from.1))) x2=(px(panel.xs[to.0])) y2=(px(panel.y(to.1)))
                stroke=(stroke) stroke-width=(width) stroke-dasharray=[dashes] {}
        }
        @for (index, point) in points.iter().enumerate() {
            @if let Some(score) = point.score { (mark(panel.xs[index], panel.y(score), is_own, point.is_weak)) }
        }
    }
}

/// The number of the first and of the last score: those between are read from the axis, and stand in the table.
fn numbers(row: &TrendRow, panel: &Panel) -> Markup {
    let scored = |(index, point): (usize, &TrendPoint)| point.score.map(|_| index);
    let mut all = row.points.iter().enumerate().filter_map(scored);
    let Some(first) = all.next() else {
        // Why there is no score stands where the line would.
        let text = row.points.last().map_or("", |point| point.text.as_str());
        return Type::new(13.0, MUTED).line(text, SCALE + 6.0, panel.y(50.0));
    };
    let shown = [Some(first), all.next_back()];
    html! {
        @for index in shown.into_iter().flatten() {
            @if let Some(score) = row.points[index].score {
                // Below its point where the country's line runs above it.
                @let behind = row.behind.get(index).and_then(|point| point.score);
                @let is_taken = behind.is_some_and(|behind| behind > score && behind - score < 40.0);
                @let y = panel.y(score) + if is_taken { NUMBER } else { -NUMBER };
                (Type::new(13.0, INK).weight(true).middle().line(&row.points[index].text, panel.xs[index], y))
            }
        }
    }
}

/// The names of the first and the last round below.
fn names(axis: &TrendAxis, panel: &Panel) -> Markup {
    let text = Type::new(13.0, MUTED);
    let y = panel.top() + TRACK + NUMBER + 4.0 + text.leading() / 2.0;
    let (Some(first), Some(last)) = (axis.rounds.first(), axis.rounds.last()) else { return Markup::default() };
    let fits = text.width(first) + text.width(last) + 10.0 < panel.width - SCALE;
    html! {
        @if axis.rounds.len() > 1 && fits { (text.line(first, SCALE - 4.0, y)) }
        (text.end().line(last, panel.width, y))
    }
}
