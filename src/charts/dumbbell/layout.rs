//! Where things stand across a dumbbell chart.

use super::DumbbellRow;
use crate::charts::{colour::INK, frame::Width, text::Type, track::Track};

/// Radius of a point in px.
pub const RADIUS: f64 = 6.0;

/// Size in px of what a row rests on.
pub const SMALL: f64 = 13.0;

/// Where things stand across the chart, in px.
#[derive(Debug)]
pub struct Layout {
    /// How labels are set.
    pub label: Type,
    /// Width of a label.
    pub label_width: f64,
    /// Labels stand above their track, because they are long.
    pub stacked: bool,
    /// Where scores stand.
    pub track: Track,
    /// x of the end of the change texts.
    pub edge: f64,
}

/// Gives labels the room they need, and the rest to the track.
pub fn lay_out(rows: &[DumbbellRow], width: Width) -> Layout {
    let label = Type::new(width.text_size(), INK);
    let (widest, most_lines) = match width {
        Width::Wide | Width::Slide(_) => (270.0, 3),
        Width::Narrow => (138.0, 2),
    };
    let label_width = rows.iter().map(|row| label.width(&row.label)).fold(60.0, f64::max).min(widest);
    let rests = Type::new(SMALL, INK);
    let rests = rows.iter().flat_map(|row| &row.rests).map(|line| rests.width(line) + 14.0).fold(0.0, f64::max);
    // On a phone a label beside what the row rests on would leave no room for the track.
    let is_crowded = width == Width::Narrow && rests > 0.0;
    let stacked = is_crowded
        || rows.iter().any(|row| {
            label.wrap(&row.label, label_width).len() > most_lines || label.breaks_words(&row.label, label_width)
        });
    let changes = rows
        .iter()
        .filter_map(|row| row.change.as_deref())
        .map(|change| label.weight(true).width(change) + 14.0)
        .fold(rests, f64::max);
    let edge = width.pixels() - 2.0;
    let left = RADIUS + 4.0 + if stacked { 0.0 } else { label_width + 12.0 };
    Layout { label, label_width, stacked, track: Track { left, right: edge - changes - RADIUS - 6.0 }, edge }
}
