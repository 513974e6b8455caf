//! Where answers went from one time to the next: a bar of answers on each side, and bands between them.

use maud::{Markup, html};

use super::colour::{INK, Tone};
use super::frame::{Drawing, Width};
use super::text::{Type, px};

/// Height of a bar without its gaps, in px.
const TALL: f64 = 320.0;
/// Width of a bar in px.
const BAR: f64 = 18.0;
/// Between two answers of a bar, in px.
const GAP: f64 = 8.0;
/// A band or an answer that is there is never thinner than this, in px.
const LEAST: f64 = 1.0;
/// A band carries its number where it is at least this thick, in px.
const NUMBERED: f64 = 16.0;

/// Answers then and now, and how many went from which to which.
#[derive(Debug, Clone, Copy)]
pub struct Flow<'a> {
    /// What stands over each bar.
    pub titles: [&'a str; 2],
    /// The answers of each bar, from the top.
    pub ends: [&'a [FlowEnd]; 2],
    /// How many by answer then (row) and answer now (column).
    pub counts: &'a [Vec<u32>],
}

/// An answer.
#[derive(Debug, Clone)]
pub struct FlowEnd {
    /// What it is called.
    pub label: String,
    /// Its colours.
    pub tone: Tone,
}

/// A part of a bar, in px from the top of the bars.
#[derive(Debug, Clone, Copy)]
struct Part {
    top: f64,
    height: f64,
    count: u32,
}

/// A band from a part to a part; heights in px, its upper edge on each side.
struct Band {
    from: f64,
    to: f64,
    thickness: f64,
    count: u32,
    tone: Tone,
    stays: bool,
}

/// The drawing; nothing but its titles where nothing went anywhere.
pub fn draw(flow: &Flow, width: Width) -> Drawing {
    let text = Type::new(width.text_size(), INK);
    let across = width.pixels();
    let room = match width {
        Width::Narrow => 96.0,
        Width::Wide | Width::Slide(_) => 170.0,
    };
    let (left, right) = (room + 8.0, across - room - 8.0 - BAR);
    let sums = [rows(flow.counts), columns(flow.counts, flow.ends[1].len())];
    let total: u32 = sums[0].iter().sum();
    let scale = TALL / f64::from(total.max(1));
    let bars = sums.map(|sums| stacked(&sums, scale));
    let down = bars.iter().flatten().map(|part| part.top + part.height).fold(0.0, f64::max);
    let top = text.leading() + 14.0;
    let title = text.weight(true);
    let (then, below_then) = labels(flow.ends[0], &bars[0], text.end(), (left - 8.0, room));
    let (now, below_now) = labels(flow.ends[1], &bars[1], text, (right + BAR + 8.0, room));
    let down = down.max(below_then).max(below_now);
    let body = html! {
        (title.end().line(flow.titles[0], left + BAR, text.leading() / 2.0))
        (title.line(flow.titles[1], right, text.leading() / 2.0))
        g transform={ "translate(0 " (px(top)) ")" } {
            @let bands = bands(flow, &bars, scale);
            @for band in &bands { (draw_band(band, left + BAR, right)) }
            @for band in bands.iter().filter(|band| band.thickness >= NUMBERED) {
                (Type::new(13.0, INK).line(&band.count.to_string(), left + BAR + 8.0, band.from + band.thickness / 2.0))
            }
            (draw_bar(flow.ends[0], &bars[0], left))
            (draw_bar(flow.ends[1], &bars[1], right))
            (then) (now)
        }
    };
    Drawing { body, width: across, height: top + down + 8.0, is_linked: false }
}

fn rows(counts: &[Vec<u32>]) -> Vec<u32> {
    counts.iter().map(|row| row.iter().sum()).collect()
}

fn columns(counts: &[Vec<u32>], length: usize) -> Vec<u32> {
    (0..length).map(|column| counts.iter().filter_map(|row| row.get(column)).sum()).collect()
}

/// The answers that somebody gave one under the other; the others take no room.
fn stacked(sums: &[u32], scale: f64) -> Vec<Part> {
    let mut next = 0.0;
    let part = |count: &u32| {
        let height = if *count == 0 { 0.0 } else { (f64::from(*count) * scale).max(LEAST) };
        let part = Part { top: next, height, count: *count };
        next += if *count == 0 { 0.0 } else { height + GAP };
        part
    };
    sums.iter().map(part).collect()
}

/// The bands, those that stay where they were first, so that what moved lies over them.
fn bands(flow: &Flow, bars: &[Vec<Part>; 2], scale: f64) -> Vec<Band> {
    let mut into: Vec<f64> = bars[1].iter().map(|part| part.top).collect();
    let mut bands = Vec::new();
    for ((row, start), end) in flow.counts.iter().zip(&bars[0]).zip(flow.ends[0]) {
        let mut from = start.top;
        for (column, count) in row.iter().enumerate().filter(|(_, count)| **count > 0) {
            let Some(to) = into.get_mut(column) else { continue };
            let thickness = f64::from(*count) * scale;
            let stays = flow.ends[1].get(column).is_some_and(|now| now.label == end.label);
            bands.push(Band { from, to: *to, thickness, count: *count, tone: end.tone, stays });
            from += thickness;
            *to += thickness;
        }
    }
    bands.sort_by_key(|band| !band.stays);
    bands
}

fn draw_band(band: &Band, left: f64, right: f64) -> Markup {
    let middle = px(f64::midpoint(left, right));
    let thickness = band.thickness.max(LEAST);
    let (from, to) = (px(band.from), px(band.to));
    let (from_end, to_end) = (px(band.from + thickness), px(band.to + thickness));
    let (left, right) = (px(left), px(right));
    let shape = format!(
        "M{left} {from}C{middle} {from} {middle} {to} {right} {to}V{to_end}C{middle} {to_end} {middle} {from_end} {left} {from_end}Z"
    );
    html! { path d=(shape) fill=(band.tone.fill()) fill-opacity="0.4" {} }
}

fn draw_bar(ends: &[FlowEnd], parts: &[Part], x: f64) -> Markup {
    html! {
        @for (end, part) in ends.iter().zip(parts).filter(|(_, part)| part.count > 0) {
            rect x=(px(x)) y=(px(part.top)) width=(px(BAR)) height=(px(part.height)) fill=(end.tone.fill()) {}
        }
    }
}

/// The answers beside their parts with how many they are, and the y under the last; where parts are thin, their names
/// are moved down from each other.
fn labels(ends: &[FlowEnd], parts: &[Part], text: Type, (x, room): (f64, f64)) -> (Markup, f64) {
    let mut next = 0.0;
    let drawn: Vec<Markup> = ends
        .iter()
        .zip(parts)
        .filter(|(_, part)| part.count > 0)
        .map(|(end, part)| {
            let lines = text.wrap(&format!("{}: {}", end.label, part.count), room);
            let height = text.height(&lines);
            let top = (part.top + (part.height - height) / 2.0).max(next);
            next = top + height + 2.0;
            text.block(&lines, x, top + height / 2.0)
        })
        .collect();
    (html! { @for label in &drawn { (label) } }, next)
}
