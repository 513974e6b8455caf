//! The points of a row, and the note that says why one is missing.

use maud::{Markup, html};

use super::{
    DumbbellRow,
    layout::{Layout, RADIUS},
};
use crate::charts::{
    colour::{CURRENT, DECLINE, INK, MUTED, RING, RISE, WHITE},
    text::{Type, px},
};

/// Points nearer than this, in px, would hide each other; the ring then goes round the dot.
const NEAR: f64 = 5.0;

/// The points of a row and the line between them, around `y`.
pub fn points(row: &DumbbellRow, layout: &Layout, y: f64) -> Markup {
    let baseline = row.baseline.and_then(|score| layout.track.x(score));
    let current = row.current.and_then(|score| layout.track.x(score));
    let line = if row.declined { DECLINE } else { RISE };
    let aimed = row.aimed.and_then(|score| layout.track.x(score));
    html! {
        @if let (Some(from), Some(to)) = (baseline, current) {
            @if row.is_weak {
                line x1=(px(from)) y1=(px(y)) x2=(px(to)) y2=(px(y)) stroke=(MUTED) stroke-width="1.5" stroke-dasharray="4 3" {}
            } @else {
                line x1=(px(from)) y1=(px(y)) x2=(px(to)) y2=(px(y)) stroke=(line) stroke-width="4" {}
            }
        }
        @if let Some(x) = baseline {
            @let near = current.is_some_and(|to| (to - x).abs() < NEAR);
            (ring(x, y, if near { RADIUS + 3.0 } else { RADIUS }))
        }
        @if let Some(x) = aimed {
            @let is_near = [baseline, current].iter().flatten().any(|point| (point - x).abs() < NEAR);
            (diamond(x, y, if is_near { RADIUS + 5.0 } else { RADIUS }))
        }
        @if let Some(x) = current {
            (if row.is_unpaired { Mark::Square } else { Mark::Dot }.draw(x, y, point_colour(row)))
        }
    }
}

/// Colour of the current point and of the text of its change.
pub fn point_colour(row: &DumbbellRow) -> &'static str {
    match (row.is_weak, row.declined) {
        (true, _) => MUTED,
        (false, true) => DECLINE,
        (false, false) => CURRENT,
    }
}

/// What stands for a score.
#[derive(Debug, Clone, Copy)]
pub enum Mark {
    /// At the baseline.
    Ring,
    /// Now, of what can be compared.
    Dot,
    /// Now, of everything that was asked.
    Square,
    /// Now, of what is held to the aim.
    Diamond,
    /// The aim.
    Line,
}

impl Mark {
    /// The mark around a point; px.
    pub fn draw(self, x: f64, y: f64, fill: &str) -> Markup {
        match self {
            Mark::Ring => ring(x, y, RADIUS),
            Mark::Dot => dot(x, y, fill),
            Mark::Diamond => diamond(x, y, RADIUS),
            Mark::Line => aim_line(x, (y - 9.0, y + 9.0)),
            Mark::Square => html! {
                rect x=(px(x - RADIUS + 1.0)) y=(px(y - RADIUS + 1.0)) width=(px(2.0 * RADIUS - 2.0)) height=(px(2.0 * RADIUS - 2.0))
                    fill=(WHITE) stroke=(fill) stroke-width="2.5" {}
            },
        }
    }
}

/// The mark of the baseline; all px.
fn ring(x: f64, y: f64, radius: f64) -> Markup {
    html! {
        circle cx=(px(x)) cy=(px(y)) r=(px(radius)) fill=(WHITE) stroke=(RING) stroke-width="2.5" {}
    }
}

/// The mark of what is held to the aim; all px.
fn diamond(x: f64, y: f64, half: f64) -> Markup {
    let (across, down) = (px(x), px(y));
    let path = format!(
        "M{} {down}L{across} {}L{} {down}L{across} {}Z",
        px(x - half),
        px(y - half),
        px(x + half),
        px(y + half)
    );
    html! { path d=(path) fill=(WHITE) stroke=(INK) stroke-width="1.8" {} }
}

/// The line of the aim between two heights; all px.
pub fn aim_line(x: f64, (top, bottom): (f64, f64)) -> Markup {
    html! { path d={ "M" (px(x)) " " (px(top)) "V" (px(bottom)) } stroke=(INK) stroke-width="2" stroke-dasharray="5 3" fill="none" {} }
}

/// The mark of the current score; all px.
fn dot(x: f64, y: f64, fill: &str) -> Markup {
    html! { circle cx=(px(x)) cy=(px(y)) r=(px(RADIUS + 0.5)) fill=(fill) {} }
}

/// Why a point is missing, with its place; all in px.
#[derive(Debug)]
pub struct Note {
    lines: Vec<String>,
    text: Type,
    x: f64,
}

/// Places the note of a row that lacks a point: beside the only point, on the roomier side, or
/// where the track begins. A row without a change lends the note that space too.
pub fn place_note(row: &DumbbellRow, layout: &Layout) -> Option<Note> {
    let words = row.note.as_deref()?;
    let start = Type::new(layout.label.size, MUTED);
    let is_bare = row.change.is_none() && row.rests.is_empty();
    let right = if is_bare { layout.edge } else { layout.track.right };
    let (left, beside) = (layout.track.left - RADIUS, RADIUS + 8.0);
    let points = [row.baseline, row.current].map(|score| score.and_then(|score| layout.track.x(score)));
    let (x, room, text) = match points {
        [Some(_), Some(_)] => return None,
        [None, None] => (left, right - left, start),
        [Some(x), None] | [None, Some(x)] if right - x >= x - left => (x + beside, right - x - beside, start),
        [Some(x), None] | [None, Some(x)] => (x - beside, x - left - beside, start.end()),
    };
    Some(Note { lines: text.wrap(words, room), text, x })
}

impl Note {
    /// Height in px.
    pub fn height(&self) -> f64 {
        self.text.height(&self.lines)
    }

    /// The note around `y`, on white so that grid lines do not run through the letters.
    pub fn draw(&self, y: f64) -> Markup {
        let width = self.lines.iter().map(|line| self.text.width(line)).fold(0.0, f64::max);
        let ground = if self.text.anchor == "end" { self.x - width } else { self.x };
        html! {
            rect x=(px(ground - 2.0)) y=(px(y - self.height() / 2.0)) width=(px(width + 4.0))
                height=(px(self.height())) fill=(WHITE) {}
            (self.text.block(&self.lines, self.x, y))
        }
    }
}
