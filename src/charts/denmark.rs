//! The municipalities on a map of outlines, and as a grid of equal squares in which small ones are seen as well as
//! large ones. The outlines are simplified and say nothing about areas or borders.

use std::collections::HashMap;
use std::sync::LazyLock;

use maud::{Markup, html};
use serde::Deserialize;

use super::colour::{BLANK_EDGE, CHANGE_STEPS, GRID, HEAT_STEPS, INK, MUTED, WHITE};
use super::frame::{Drawing, Width};
use super::heat::heat_step;
use super::text::{Type, px};
use crate::domain::base::rounding::whole;

/// Width and height of the drawing that the outlines are given in.
pub(super) const OUTLINES: (f64, f64) = (1012.0, 1229.0);

/// Columns and rows of the grid; its first row is left empty by the data.
const GRID_SIZE: (f64, f64) = (16.0, 16.0);

/// A change of at most so many points is none to speak of.
const STEADY: i64 = 2;

/// A change of more than so many points is a large one.
const LARGE: i64 = 10;

/// How the municipalities are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapKind {
    /// By their outlines.
    Outlines,
    /// As equal squares, roughly where they lie.
    Tiles,
}

/// What a municipality is coloured by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MapValue {
    /// A score, 0 to 100.
    Score(f64),
    /// A change in points.
    Change(f64),
    /// There is no figure.
    Missing,
    /// Not among those that are shown.
    Outside,
}

/// One municipality.
#[derive(Debug, Clone)]
pub struct MapPlace {
    /// Its four digits.
    pub code: String,
    /// Its name; empty where nothing is told of it.
    pub name: String,
    /// What it is coloured by.
    pub value: MapValue,
    /// The figure as text, or why there is none.
    pub text: String,
    /// Where it leads.
    pub link: Option<String>,
}

/// A colour and what it means.
#[derive(Debug, Clone, Copy)]
pub struct MapLegend<'a> {
    /// A value that has the colour.
    pub value: MapValue,
    /// What it means.
    pub label: &'a str,
}

/// An outline of the shipped data, and the municipality's square in the grid.
#[derive(Debug, Deserialize)]
pub(super) struct Outline {
    code: String,
    #[serde(rename = "tx")]
    pub column: u8,
    #[serde(rename = "ty")]
    pub row: u8,
    #[serde(rename = "d")]
    pub path: String,
}

pub(super) static DENMARK: LazyLock<HashMap<String, Outline>> = LazyLock::new(|| {
    let outlines: Vec<Outline> =
        serde_json::from_str(include_str!("../../data/municipality-map.json")).unwrap_or_default();
    outlines.into_iter().map(|outline| (outline.code.clone(), outline)).collect()
});

impl MapValue {
    /// Ground, edge and text.
    pub(super) fn colours(self) -> (&'static str, &'static str, &'static str) {
        match self {
            MapValue::Score(score) => match heat_step(score) {
                Some(step) => (HEAT_STEPS[step].0, WHITE, HEAT_STEPS[step].1),
                None => MapValue::Missing.colours(),
            },
            MapValue::Change(points) => {
                let (fill, ink) = CHANGE_STEPS[change_step(points)];
                (fill, WHITE, ink)
            }
            MapValue::Missing => (WHITE, BLANK_EDGE, MUTED),
            MapValue::Outside => (WHITE, GRID, MUTED),
        }
    }
}

/// The step of a change, rounded first as the number that people read: a large fall, a fall, steady, a rise, a large
/// rise.
pub(super) fn change_step(points: f64) -> usize {
    match whole(points) {
        shown if shown < -LARGE => 0,
        shown if shown < -STEADY => 1,
        shown if shown <= STEADY => 2,
        shown if shown <= LARGE => 3,
        _ => 4,
    }
}

/// Every municipality and what its colours mean.
#[derive(Debug, Clone, Copy)]
pub struct MapContent<'a> {
    /// How they are drawn.
    pub kind: MapKind,
    /// The municipalities.
    pub places: &'a [MapPlace],
    /// The colours in use.
    pub legend: &'a [MapLegend<'a>],
    /// Whose outlines they are.
    pub credit: &'a str,
}

/// The drawing with its legend, and a line of credit under it.
pub fn draw(content: &MapContent, width: Width) -> Drawing {
    let MapContent { kind, places, legend, credit } = *content;
    let text = Type::new(width.text_size(), INK);
    let scale = match (kind, width) {
        (MapKind::Outlines, Width::Wide | Width::Slide(_)) => 0.52,
        (MapKind::Outlines, Width::Narrow) => width.pixels() / OUTLINES.0,
        (MapKind::Tiles, Width::Slide(_)) => Width::Wide.pixels() / GRID_SIZE.0,
        (MapKind::Tiles, Width::Wide | Width::Narrow) => width.pixels() / GRID_SIZE.0,
    };
    let (across, down) = match kind {
        MapKind::Outlines => (OUTLINES.0 * scale, OUTLINES.1 * scale),
        MapKind::Tiles => (GRID_SIZE.0 * scale, GRID_SIZE.1 * scale),
    };
    // Beside the outlines there is room for the legend on a wide drawing; the grid takes the whole width of a page.
    let is_beside = match width {
        Width::Wide => kind == MapKind::Outlines,
        Width::Narrow => false,
        Width::Slide(_) => true,
    };
    let (left, top) = if is_beside { (across + 24.0, 24.0) } else { (0.0, down + 20.0) };
    let row = text.leading() + 8.0;
    let keys = html! {
        @for (entry, y) in legend.iter().zip(std::iter::successors(Some(top), |y| Some(y + row))) {
            @let (fill, edge, _) = entry.value.colours();
            rect x=(px(left + 1.0)) y=(px(y - 8.0)) width="16" height="16" fill=(fill)
                stroke=(if edge == WHITE { fill } else { edge }) {}
            (text.line(entry.label, left + 26.0, y))
        }
    };
    // A slide is as wide as what is on it.
    let natural = left + 30.0 + legend.iter().map(|entry| text.width(entry.label)).fold(0.0, f64::max);
    let edge = if matches!(width, Width::Slide(_)) { natural } else { width.pixels() };
    let small = Type::new(13.0, MUTED);
    let lines = small.wrap(credit, edge - 4.0);
    let below = if is_beside { down } else { top + row * legend.iter().map(|_| 1.0).sum::<f64>() };
    let shapes = match kind {
        MapKind::Outlines => outlines(places, scale),
        MapKind::Tiles => tiles(places, scale, width),
    };
    let body = html! {
        (shapes) (keys)
        (small.block(&lines, 2.0, below + 8.0 + small.height(&lines) / 2.0))
    };
    let height = below + small.height(&lines) + 16.0;
    Drawing { body, width: edge, height, is_linked: places.iter().any(|place| place.link.is_some()) }
}

fn outlines(places: &[MapPlace], scale: f64) -> Markup {
    html! {
        g transform={ "scale(" (format!("{scale:.3}")) ")" } stroke-linejoin="round" {
            @for place in places {
                @if let Some(outline) = DENMARK.get(&place.code) {
                    @let (fill, edge, _) = place.value.colours();
                    (linked(place, html! { path d=(outline.path) fill=(fill) stroke=(edge) stroke-width="1.5" {} }))
                }
            }
        }
    }
}

fn tiles(places: &[MapPlace], side: f64, width: Width) -> Markup {
    let name = Type::new(13.0, INK).middle();
    html! {
        @for place in places {
            @if let Some(outline) = DENMARK.get(&place.code) {
                @let (fill, edge, ink) = place.value.colours();
                @let (x, y) = (f64::from(outline.column) * side, f64::from(outline.row.saturating_sub(1)) * side);
                @let middle = x + side / 2.0;
                (linked(place, html! {
                    rect x=(px(x + 1.0)) y=(px(y + 1.0)) width=(px(side - 2.0)) height=(px(side - 2.0))
                        fill=(fill) stroke=(if edge == WHITE { fill } else { edge }) {}
                    // A square on a phone has no room for words.
                    @if width != Width::Narrow {
                        (Type { fill: ink, ..name }.line(&shortened(&place.name), middle, y + side * 0.32))
                        @if let MapValue::Score(_) | MapValue::Change(_) = place.value {
                            (Type { fill: ink, ..name }.weight(true).line(&place.text, middle, y + side * 0.7))
                        }
                    }
                }))
            }
        }
    }
}

/// As much of a name as a square has room for.
fn shortened(name: &str) -> String {
    name.chars().take(5).collect::<String>().trim_end_matches('-').to_owned()
}

/// A shape that tells its name and figure to whoever points at it, and leads on where it leads anywhere. The keyboard
/// finds the same links in the table.
fn linked(place: &MapPlace, shape: Markup) -> Markup {
    let told = html! { @if !place.name.is_empty() { title { (place.name) ": " (place.text) } } };
    html! {
        @match &place.link {
            Some(link) => a.pj-place href=(link) tabindex="-1" aria-hidden="true" { (told) (shape) },
            None => g { (told) (shape) },
        }
    }
}
