//! Rounding for display (scoring.md §6): figures are computed in full and rounded once, here.

/// How near a half counts as that half, so that the noise of floating point cannot flip it.
const SNAP: f64 = 1e-9;

/// A figure as a whole number, halves away from zero.
///
/// A difference is taken before rounding: `whole(now - then)`, never `whole(now) - whole(then)`.
pub fn whole(value: f64) -> i64 {
    let half = (value * 2.0).round() / 2.0;
    let snapped = if (value - half).abs() < SNAP { half } else { value };
    snapped.round() as i64
}

/// A figure with a fixed number of decimals, snapped in the same way; never "-0.0".
pub fn fixed(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    let half = (value * scale * 2.0).round() / 2.0;
    let snapped = if (value * scale - half).abs() < SNAP { half } else { value * scale };
    snapped.round() / scale + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!([28.5, -28.5, 0.5, -0.5, 2.5, 0.49, -0.49].map(whole), [29, -29, 1, -1, 3, 0, 0]);
    }

    #[test]
    fn the_noise_of_floating_point_does_not_flip_a_half() {
        assert_eq!(whole(28.499_999_999_999), 29);
        assert_eq!(whole(0.1 + 0.2 + 0.2 - 1e-13), 1);
        assert_eq!(whole(28.499), 28);
    }

    #[test]
    fn twenty_eight_of_95_is_29_and_from_33_to_42_of_95_is_9_more() {
        let share = |part: f64| 100.0 * part / 95.0;
        assert_eq!(whole(share(28.0)), 29);
        assert_eq!(whole(share(42.0) - share(33.0)), 9);
    }

    #[test]
    fn decimals_are_rounded_once_and_zero_has_no_sign() {
        assert_eq!(fixed(41.666_666_7, 4), 41.6667);
        assert!(fixed(-1e-15, 4).is_sign_positive());
    }
}
