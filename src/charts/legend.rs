//! Legends: as a list in HTML for pages, and placed in rows for drawings that stand alone.

use maud::{Markup, html};

use super::colour::Tone;

/// Space between two entries in px.
const GAP: f64 = 20.0;

/// A tone and the words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegendEntry<'a> {
    /// The words.
    pub label: &'a str,
    /// The colour they explain.
    pub tone: Tone,
}

/// A list for the page: HTML, so that its text grows and wraps with the reader's settings.
pub fn legend(entries: &[LegendEntry]) -> Markup {
    html! {
        @if !entries.is_empty() {
            ul.pj-legend.nobullet-list {
                @for entry in entries {
                    li {
                        svg.pj-swatch width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"
                            focusable="false" {
                            rect width="16" height="16" fill=(entry.tone.fill()) {}
                        }
                        (entry.label)
                    }
                }
            }
        }
    }
}

/// Places entries of the given widths in rows between `left` and `right`; all px. Gives the left
/// edge of each entry and its row, counted in `row_height` from 0, and the end of the last entry.
pub fn flow(widths: &[f64], left: f64, right: f64, row_height: f64) -> (Vec<(f64, f64)>, f64) {
    let (mut x, mut y) = (left, 0.0);
    let mut places = Vec::with_capacity(widths.len());
    for width in widths {
        if x > left && x + width > right {
            (x, y) = (left, y + row_height);
        }
        places.push((x, y));
        x += width + GAP;
    }
    (places, x - GAP)
}
