//! The track of a row on which scores of 0-100 stand from left to right.

use maud::{Markup, html};

use super::{
    colour::{GRID, MUTED},
    text::{Type, px},
};

/// The scores that have a line and a number.
const SCALE: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];

/// Where a track lies across the chart, in px.
#[derive(Debug, Clone, Copy)]
pub struct Track {
    /// x of score 0.
    pub left: f64,
    /// x of score 100.
    pub right: f64,
}

impl Track {
    /// x of a score; outside 0-100 it stays at the end, and what is not a number has no place.
    pub fn x(&self, score: f64) -> Option<f64> {
        let share = (!score.is_nan()).then(|| score.clamp(0.0, 100.0) / 100.0)?;
        Some(self.left + share * (self.right - self.left))
    }

    /// Vertical lines behind one row.
    pub fn grid(&self, top: f64, height: f64) -> Markup {
        let path: String = SCALE
            .into_iter()
            .filter_map(|score| self.x(score))
            .map(|x| format!("M{} {}v{}", px(x), px(top), px(height)))
            .collect();
        html! { path d=(path) stroke=(GRID) fill="none" {} }
    }

    /// The numbers under the last row; `size` is that of the labels.
    pub fn axis(&self, size: f64, top: f64) -> Markup {
        let text = Type::new(size - 1.0, MUTED).middle();
        html! {
            @for score in SCALE {
                @if let Some(x) = self.x(score) {
                    (text.line(&px(score), x, top + text.leading() / 2.0 + 2.0))
                }
            }
        }
    }
}
