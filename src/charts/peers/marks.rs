//! The marks of one's own score and of those of others, which are told apart by their shape.

use maud::{Markup, html};

use crate::charts::{
    colour::{BLANK_EDGE, CURRENT, RING, WHITE},
    text::px,
};

/// Marks nearer to the own point than this, in px, are drawn round it.
const NEAR: f64 = 6.0;

/// Radius of the own point in px.
pub const RADIUS: f64 = 6.5;

/// What stands for a score.
#[derive(Debug, Clone, Copy)]
pub enum Mark {
    /// The own one.
    Own,
    /// The first of the others.
    Ring,
    /// The second.
    Square,
    /// The third.
    Diamond,
}

impl Mark {
    /// Those of the others, the smallest first.
    pub const OTHERS: [Mark; 3] = [Mark::Ring, Mark::Square, Mark::Diamond];

    /// The mark around a point; px.
    pub fn draw(self, x: f64, y: f64) -> Markup {
        self.sized((x, y), 0.0, (RING, "2.2"))
    }

    /// The mark of one of the others in a row, where the own point may stand at `own`; px. Near that it is drawn round it.
    pub fn beside(self, own: Option<f64>, (x, y): (f64, f64), is_weak: bool) -> Markup {
        let more = if own.is_some_and(|own| (own - x).abs() < NEAR) { 4.5 } else { 0.0 };
        self.sized((x, y), more, if is_weak { (BLANK_EDGE, "1.5") } else { (RING, "2.2") })
    }

    /// The mark with so much more around it, in px, and its edge.
    fn sized(self, (x, y): (f64, f64), more: f64, (stroke, width): (&str, &str)) -> Markup {
        match self {
            Mark::Own => {
                html! { circle cx=(px(x)) cy=(px(y)) r=(px(RADIUS)) fill=(CURRENT) stroke=(WHITE) stroke-width="1.5" {} }
            }
            Mark::Ring => html! {
                circle cx=(px(x)) cy=(px(y)) r=(px(4.5 + more)) fill=(WHITE) stroke=(stroke) stroke-width=(width) {}
            },
            Mark::Square => {
                let half = 5.5 + more;
                html! {
                    rect x=(px(x - half)) y=(px(y - half)) width=(px(2.0 * half)) height=(px(2.0 * half))
                        fill=(WHITE) stroke=(stroke) stroke-width=(width) {}
                }
            }
            Mark::Diamond => {
                let half = 8.5 + more;
                let (left, up) = (px(x - half), px(y - half));
                let path =
                    format!("M{left} {}L{} {up}L{} {}L{} {}Z", px(y), px(x), px(x + half), px(y), px(x), px(y + half));
                html! { path d=(path) fill=(WHITE) stroke=(stroke) stroke-width=(width) {} }
            }
        }
    }
}
