//! How the answers to one question spread over its options (scoring.md §4).

use crate::domain::Area;
use crate::domain::catalogue::{OptionIndex, QuestionIndex};
use crate::domain::scoring::tallies::{MunicipalityTallies, ResponseTallies};

/// The spread of a question over municipalities. Shares are 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// Municipalities with at least one answer.
    pub n: usize,
    /// Municipalities with at least one scored answer.
    pub valid_n: usize,
    /// Answers behind it.
    pub answers: u32,
    /// Per option in scale order.
    pub options: Vec<OptionShare>,
    /// The share of the option with most points; none where nobody answered.
    pub top_box: Option<f64>,
}

/// One option's part.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct OptionShare {
    /// Sum of the municipalities' weights: each has 1, split evenly over its answers.
    pub weight: f64,
    /// weight / n.
    pub share: Option<f64>,
    /// The share with blanks left out: municipalities' weights split over scored answers only, / valid_n.
    /// None for a blank.
    pub valid_share: Option<f64>,
}

/// The spread of a question over the given municipalities, in one area or over all its areas.
pub fn distribution<'a>(
    tallies: &ResponseTallies,
    question: QuestionIndex,
    area: Option<Area>,
    municipalities: impl IntoIterator<Item = &'a MunicipalityTallies>,
) -> Distribution {
    let Some(asked) = tallies.edition.questions.get(question) else { return Distribution::empty(0) };
    let scale = tallies.edition.scale_of(asked);
    let scored: Vec<bool> = scale.options.iter().map(|option| option.points().is_some()).collect();
    let mut spread = Distribution::empty(scored.len());
    let mut valid_weights = vec![0.0; scored.len()];
    for municipality in municipalities {
        let counts = answers(tallies, municipality, question, area, scored.len());
        let total: u32 = counts.iter().sum();
        if total == 0 {
            continue;
        }
        let valid: u32 = counts.iter().zip(&scored).filter(|(_, scored)| **scored).map(|(count, _)| count).sum();
        spread.n += 1;
        spread.valid_n += usize::from(valid > 0);
        spread.answers += total;
        for (option, &count) in counts.iter().enumerate() {
            spread.options[option].weight += f64::from(count) / f64::from(total);
            if valid > 0 && scored[option] {
                valid_weights[option] += f64::from(count) / f64::from(valid);
            }
        }
    }
    let (n, valid_n) = (spread.n, spread.valid_n);
    for (option, part) in spread.options.iter_mut().enumerate() {
        part.share = (n > 0).then(|| part.weight / n as f64);
        part.valid_share = (valid_n > 0 && scored[option]).then(|| valid_weights[option] / valid_n as f64);
    }
    let is_top = |option: &OptionIndex| scale.options[*option].points() == Some(scale.highest_points());
    spread.top_box = (n > 0).then(|| {
        let weights = (0..scored.len()).filter(is_top).map(|option| spread.options[option].weight);
        weights.sum::<f64>() / n as f64
    });
    spread
}

impl Distribution {
    fn empty(options: usize) -> Distribution {
        Distribution { n: 0, valid_n: 0, answers: 0, options: vec![OptionShare::default(); options], top_box: None }
    }
}

/// How often a municipality's posts chose each option, over the areas meant.
fn answers(
    tallies: &ResponseTallies,
    municipality: &MunicipalityTallies,
    question: QuestionIndex,
    area: Option<Area>,
    options: usize,
) -> Vec<u32> {
    let mut sums = vec![0; options];
    for covered in &municipality.areas {
        if area.is_some_and(|area| tallies.areas[covered.area].area != area) {
            continue;
        }
        for (sum, count) in sums.iter_mut().zip(tallies.counts_in(covered, question).unwrap_or_default()) {
            *sum += u32::from(*count);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scoring::tests::fixtures::{GREEN, RED, UNKNOWN, YELLOW, section, small_returns};

    #[test]
    fn each_municipality_weighs_1_split_evenly_over_its_answers() {
        let tallies = small_returns([
            section("0101", Area::Health, &[(0, GREEN)]),
            section("0101", Area::Health, &[(0, RED)]),
            section("0147", Area::Health, &[(0, GREEN)]),
            section("0151", Area::Health, &[(0, UNKNOWN)]),
            section("0153", Area::Health, &[]),
        ]);
        let spread = distribution(&tallies, 0, Some(Area::Health), &tallies.municipalities);
        let weights: Vec<f64> = spread.options.iter().map(|option| option.weight).collect();
        assert_eq!((spread.n, spread.valid_n, spread.answers), (3, 2, 4));
        assert_eq!(weights, [1.5, 0.0, 0.5, 0.0, 1.0]);
        assert_eq!(spread.top_box, Some(0.5));
        assert_eq!(spread.options[GREEN].valid_share, Some(0.75));
        assert_eq!(spread.options[UNKNOWN].valid_share, None);
        assert_eq!(spread.options[UNKNOWN].share, Some(1.0 / 3.0));
    }

    #[test]
    fn a_blank_beside_a_scored_answer_takes_nothing_from_the_valid_share() {
        let tallies = small_returns([
            section("0101", Area::Health, &[(0, GREEN)]),
            section("0101", Area::Health, &[(0, UNKNOWN)]),
            section("0147", Area::Health, &[(0, RED)]),
        ]);
        let spread = distribution(&tallies, 0, None, &tallies.municipalities);
        assert_eq!(spread.options[GREEN].share, Some(0.25));
        assert_eq!(spread.options[GREEN].valid_share, Some(0.5));
    }

    #[test]
    fn over_its_areas_a_municipality_still_weighs_1() {
        let tallies = small_returns([
            section("0101", Area::Health, &[(0, GREEN)]),
            section("0101", Area::Social, &[(0, YELLOW)]),
        ]);
        let spread = distribution(&tallies, 0, None, &tallies.municipalities);
        assert_eq!((spread.n, spread.top_box), (1, Some(0.5)));
    }

    #[test]
    fn a_question_nobody_answered_has_no_shares() {
        let tallies = small_returns([section("0101", Area::Health, &[])]);
        let spread = distribution(&tallies, 0, None, &tallies.municipalities);
        assert_eq!((spread.n, spread.top_box, spread.options[GREEN].share), (0, None, None));
    }
}
