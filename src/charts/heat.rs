//! The colour step of a score in a heat table; the cells themselves are HTML.

use crate::domain::base::rounding::whole;

/// Class of a cell without a score.
pub const HEAT_NONE: &str = "pj-heat-none";

/// Class of a score from 0 to 100: steps 0-19, 20-39, 40-59, 60-79 and 80-100.
///
/// The score is rounded first, by the rule of the number that stands on it, so that a cell that says 20 never has the
/// colour of 19. What is not a number gets [`HEAT_NONE`].
pub fn heat_class(score: f64) -> &'static str {
    const CLASSES: [&str; 5] = ["pj-heat-1", "pj-heat-2", "pj-heat-3", "pj-heat-4", "pj-heat-5"];
    heat_step(score).map_or(HEAT_NONE, |step| CLASSES[step])
}

/// The step of a score from 0 to 4, of the rounded score; none for what is not a number.
pub fn heat_step(score: f64) -> Option<usize> {
    if score.is_nan() {
        return None;
    }
    let shown = whole(score);
    Some([20, 40, 60, 80].iter().filter(|limit| shown >= **limit).count())
}
