//! One's own score beside those of others, 0-100: a row for each thing that is compared, with the differences in
//! points at its end.

use maud::{Markup, html};

use super::{
    colour::{CURRENT, DECLINE, GRID, INK, MUTED},
    frame::{Drawing, Width},
    legend::flow,
    text::{Type, px},
    track::Track,
};
use marks::{Mark, RADIUS};

mod marks;

/// A chart narrower than this, in px, has its labels and differences over and under the track.
const LEAST_BESIDE: f64 = 640.0;
/// The widest that a label and a column of differences may be, in px.
const WIDEST: (f64, f64) = (200.0, 144.0);
/// Size in px of what stands at a row's end.
const SMALL: f64 = 13.0;

/// What the marks are.
#[derive(Debug, Clone, Copy)]
pub struct PeerWords<'a> {
    /// Whose the own point is.
    pub own: &'a str,
    /// The others, at most three, each with a mark and a column of its own.
    pub others: &'a [String],
    /// What the numbers at a row's end are.
    pub differences: &'a str,
}

/// One row.
#[derive(Debug, Clone, Default)]
pub struct PeerRow {
    /// What the row is about; wraps.
    pub label: String,
    /// The own score 0-100.
    pub own: Option<f64>,
    /// The others in their order.
    pub others: Vec<PeerMark>,
    /// Why there is no own score; stands in place of the differences.
    pub note: Option<String>,
    /// Where a click on the row leads. Leave out in files for download.
    pub link: Option<String>,
}

/// One of the others in a row.
#[derive(Debug, Clone, Default)]
pub struct PeerMark {
    /// Its score 0-100.
    pub score: Option<f64>,
    /// The difference as text, sign included, or why there is none.
    pub text: String,
    /// Whether the own score is below it.
    pub is_below: bool,
    /// Whether it is the difference that the chart is about.
    pub is_largest: bool,
    /// Whether it rests on so little that it must not look like the others.
    pub is_weak: bool,
}

/// Where things stand across the chart, in px.
struct Layout {
    label: Type,
    label_width: f64,
    /// Labels stand over the track, and differences under it.
    is_stacked: bool,
    track: Track,
    /// The right edge of each column of differences; none where they stand under the track.
    columns: Vec<f64>,
    /// How wide each column is.
    widths: Vec<f64>,
    edge: f64,
}

/// The chart; rows in the order given.
pub fn draw(words: &PeerWords, rows: &[PeerRow], width: Width) -> Drawing {
    let layout = lay_out(words, rows, width);
    let (head, top) = draw_head(words, &layout);
    let mut bottom = top;
    let drawn: Vec<Markup> = rows
        .iter()
        .map(|row| {
            let (markup, height) = draw_row(words, row, &layout, bottom);
            bottom += height;
            markup
        })
        .collect();
    let body = html! {
        (head)
        @for row in &drawn { (row) }
        (layout.track.axis(layout.label.size, bottom))
    };
    let is_linked = rows.iter().any(|row| row.link.is_some());
    Drawing { body, width: width.pixels(), height: bottom + layout.label.leading() + 8.0, is_linked }
}

fn lay_out(words: &PeerWords, rows: &[PeerRow], width: Width) -> Layout {
    let label = Type::new(width.text_size(), INK);
    let is_stacked = width.pixels() < LEAST_BESIDE;
    let edge = width.pixels() - 2.0;
    let label_width = rows.iter().map(|row| label.width(&row.label)).fold(60.0, f64::max).min(WIDEST.0);
    if is_stacked {
        let track = Track { left: RADIUS + 4.0, right: edge - RADIUS - 4.0 };
        return Layout { label, label_width, is_stacked, track, columns: Vec::new(), widths: Vec::new(), edge };
    }
    let small = Type::new(SMALL, INK).weight(true);
    let width = |(place, name): (usize, &String)| {
        let texts = rows.iter().filter_map(|row| Some(row.others.get(place)?.text.as_str()));
        name.split_whitespace().chain(texts).map(|text| small.width(text) + 16.0).fold(56.0, f64::max).min(WIDEST.1)
    };
    let widths: Vec<f64> = words.others.iter().enumerate().map(width).collect();
    let columns: Vec<f64> = (0..widths.len()).map(|place| edge - widths[place + 1..].iter().sum::<f64>()).collect();
    let right = edge - widths.iter().sum::<f64>();
    let track = Track { left: label_width + 12.0 + RADIUS + 4.0, right: right - RADIUS - 4.0 };
    Layout { label, label_width, is_stacked, track, columns, widths, edge }
}

/// What the marks are, the names of the columns, and the y where rows begin.
fn draw_head(words: &PeerWords, layout: &Layout) -> (Markup, f64) {
    let text = layout.label;
    let row = text.leading() + 6.0;
    let marks: Vec<(Mark, &str)> = std::iter::once((Mark::Own, words.own))
        .chain(Mark::OTHERS.into_iter().zip(words.others.iter().map(String::as_str)))
        .collect();
    let widths: Vec<f64> = marks.iter().map(|(_, word)| 22.0 + text.width(word)).collect();
    let (places, _) = flow(&widths, 2.0, layout.edge, row);
    let legend = html! {
        @for ((mark, word), (x, y)) in marks.iter().zip(&places) {
            (mark.draw(x + 9.0, row / 2.0 + y))
            (text.line(word, x + 22.0, row / 2.0 + y))
        }
    };
    let below = places.last().map_or(0.0, |index| index.1) + row + 4.0;
    let small = Type::new(SMALL, MUTED);
    if layout.is_stacked {
        let lines = small.wrap(words.differences, layout.edge);
        let markup = html! { (legend) (small.block(&lines, 2.0, below + small.height(&lines) / 2.0)) };
        return (markup, below + small.height(&lines) + 4.0);
    }
    let small = small.end();
    let names: Vec<Vec<String>> =
        words.others.iter().zip(&layout.widths).map(|(name, width)| small.wrap(name, width - 8.0)).collect();
    let height = names.iter().map(|lines| small.height(lines)).fold(0.0, f64::max);
    let under = below + small.leading();
    let markup = html! {
        (legend)
        (small.line(words.differences, layout.edge - 4.0, below + small.leading() / 2.0))
        @for (lines, x) in names.iter().zip(&layout.columns) {
            (small.block(lines, x - 4.0, under + height - small.height(lines) / 2.0))
        }
    };
    (markup, under + height + 4.0)
}

/// One row from `top`, and its height in px.
fn draw_row(words: &PeerWords, row: &PeerRow, layout: &Layout, top: f64) -> (Markup, f64) {
    let text = layout.label;
    let room = if layout.is_stacked { layout.edge } else { layout.label_width };
    let lines = text.wrap(&row.label, room);
    let track = text.size * 2.0;
    let (label, track_top, ends, height) = if layout.is_stacked {
        let track_top = top + 8.0 + text.height(&lines);
        let (ends, below) = ends_below(words, row, layout, track_top + track);
        let label = text.block(&lines, 2.0, top + 8.0 + text.height(&lines) / 2.0);
        (label, track_top, ends, track_top + track + below + 4.0 - top)
    } else {
        let height = track.max(text.height(&lines) + 8.0);
        let y = top + height / 2.0;
        let label = text.end().block(&lines, layout.label_width, y);
        let ends = html! {
            @if let Some(note) = unscored(row) { (Type::new(SMALL, MUTED).end().line(note, layout.edge - 4.0, y)) }
            @else {
                @for (one, x) in row.others.iter().zip(&layout.columns) {
                    (difference(&one.text, one.is_largest, letters(one).end(), (x - 4.0, y)))
                }
            }
        };
        (label, top, ends, height)
    };
    let track_height = if layout.is_stacked { track } else { height };
    let body = html! {
        (layout.track.grid(track_top, track_height))
        (label)
        (points(row, layout, track_top + track_height / 2.0))
        (ends)
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

/// Why a row has no own score, which stands where its differences would.
fn unscored(row: &PeerRow) -> Option<&str> {
    row.note.as_deref().filter(|_| row.own.is_none())
}

/// The differences under a track, side by side from `top`, and their height in px.
fn ends_below(words: &PeerWords, row: &PeerRow, layout: &Layout, top: f64) -> (Markup, f64) {
    let small = Type::new(SMALL, INK).weight(true);
    if let Some(note) = unscored(row) {
        let note = Type::new(SMALL, MUTED).line(note, 4.0, top + small.leading() / 2.0);
        return (note, small.leading() + 4.0);
    }
    let named: Vec<String> =
        words.others.iter().zip(&row.others).map(|(name, one)| format!("{name}: {}", one.text)).collect();
    let widths: Vec<f64> = named.iter().map(|text| small.width(text)).collect();
    let line = small.leading() + 4.0;
    let (places, _) = flow(&widths, 6.0, layout.edge, line);
    let markup = html! {
        @for ((one, text), (x, y)) in row.others.iter().zip(&named).zip(&places) {
            (difference(text, one.is_largest, letters(one), (*x, top + y + line / 2.0)))
        }
    };
    (markup, places.last().map_or(0.0, |index| index.1 + line))
}

/// A difference from or up to x, as its letters are set; the largest in a frame, so that it is not told by colour or
/// weight alone.
fn difference(text: &str, is_largest: bool, letters: Type, (x, y): (f64, f64)) -> Markup {
    let letters = letters.weight(is_largest);
    let width = letters.width(text);
    let left = if letters.anchor == "end" { x - width } else { x };
    html! {
        @if is_largest {
            rect x=(px(left - 4.0)) y=(px(y - letters.leading() / 2.0 - 1.0)) width=(px(width + 8.0))
                height=(px(letters.leading() + 2.0)) rx="3" fill="none" stroke=(letters.fill) stroke-width="1.5" {}
        }
        (letters.line(text, x, y))
    }
}

/// How a difference is set.
fn letters(one: &PeerMark) -> Type {
    let fill = match (one.score, one.is_weak, one.is_below) {
        (None, ..) | (_, true, _) => MUTED,
        (_, _, true) => DECLINE,
        (_, _, false) => CURRENT,
    };
    Type::new(SMALL, fill)
}

/// The marks of a row on a line from the lowest to the highest of them, the own point on top.
fn points(row: &PeerRow, layout: &Layout, y: f64) -> Markup {
    let own = row.own.and_then(|score| layout.track.x(score));
    let others: Vec<(Mark, f64, bool)> = Mark::OTHERS
        .into_iter()
        .zip(&row.others)
        .filter_map(|(mark, one)| Some((mark, layout.track.x(one.score?)?, one.is_weak)))
        .collect();
    let xs = || others.iter().map(|(_, x, _)| *x).chain(own);
    let (first, last) = (xs().fold(f64::INFINITY, f64::min), xs().fold(f64::NEG_INFINITY, f64::max));
    html! {
        @if first < last {
            line x1=(px(first)) y1=(px(y)) x2=(px(last)) y2=(px(y)) stroke=(GRID) stroke-width="4" {}
        }
        // The largest mark first, so that those at the same place are seen one in the other.
        @for (mark, x, is_weak) in others.iter().rev() {
            (mark.beside(own, (*x, y), *is_weak))
        }
        @if let Some(x) = own { (Mark::Own.draw(x, y)) }
    }
}
