//! The colour step of a score in a heat table; the cells themselves are HTML.

use crate::domain::base::rounding::whole;

/// Class of a cell without a score.
pub const HEAT_NONE: &str = "pj-heat-none";

/// Class of a score from 0 to 100: steps 0-19, 20-39, 40-59, 60-79 and 80-100.
///
/// The score is rounded first, by the rule of the number that stands on it, so that a cell that says 20 never has the
/// colour of 19. What is not a number gets [`HEAT_NONE`].
pub fn heat_class(score: f64) -> &'static str {
    if score.is_nan() {
        return HEAT_NONE;
    }
    let shown = whole(score);
    if shown < 20 {
        "pj-heat-1"
    } else if shown < 40 {
        "pj-heat-2"
    } else if shown < 60 {
        "pj-heat-3"
    } else if shown < 80 {
        "pj-heat-4"
    } else {
        "pj-heat-5"
    }
}
