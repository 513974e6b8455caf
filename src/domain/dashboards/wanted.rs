//! What a reader asks the country's page for.

use std::cmp::Ordering;

use crate::domain::Area;
use crate::domain::catalogue::{Edition, Measure, Question};
use crate::domain::scoring::dimensions::ScoreDimension;

/// What a reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The measure shown.
    pub measure: Measure,
    /// The area shown; none means all.
    pub area: Option<Area>,
    /// How the heatmap of municipalities is sorted.
    pub sorting: Sorting,
    /// How that of areas is sorted; without a column they stand as in the edition.
    pub areas: Sorting,
    /// Whether its municipalities stand by region.
    pub by_region: bool,
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted {
            measure: Measure::Implementation,
            area: None,
            sorting: Sorting::default(),
            areas: Sorting::default(),
            by_region: false,
        }
    }
}

impl Wanted {
    /// Everything of what is asked for.
    pub fn dimension(&self) -> ScoreDimension {
        ScoreDimension { area: self.area, ..ScoreDimension::all_of(self.measure) }
    }
}

/// How the rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sorting {
    /// Index of the column; none means by name.
    pub column: Option<usize>,
    /// Largest first, or last name first.
    pub descending: bool,
}

/// Which recommendations a list holds; what is empty does not narrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WantedRecommendations {
    /// Key of a package.
    pub package: String,
    /// Key of a level of the edition.
    pub level: String,
    /// Whether only those are meant that the edition calls central.
    pub central: bool,
}

impl WantedRecommendations {
    /// Whether a question is about one of them; those about no recommendation have neither level nor mark.
    pub fn holds(&self, edition: &Edition, question: &Question) -> bool {
        let package = question.package.and_then(|index| edition.packages.get(index));
        let about = edition.recommendation_of(question);
        (self.package.is_empty() || package.is_some_and(|package| package.key == self.package))
            && (self.level.is_empty() || about.is_some_and(|one| one.level.as_ref() == Some(&self.level)))
            && (!self.central || about.is_some_and(|one| one.central))
    }
}

impl Sorting {
    /// An order of rows, turned where the largest come first.
    pub fn turned(self, order: Ordering) -> Ordering {
        if self.descending { order.reverse() } else { order }
    }

    /// The order of two rows by their figures; a row without one comes last either way.
    pub fn figures(self, left: Option<f64>, right: Option<f64>) -> Ordering {
        match (left, right) {
            (Some(left), Some(right)) => self.turned(left.total_cmp(&right)),
            (left, right) => left.is_none().cmp(&right.is_none()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_a_figure_come_last_whichever_way_the_others_stand() {
        let sorted = |descending| {
            let mut figures = [None, Some(54.0), Some(12.5), None, Some(88.0)];
            let sorting = Sorting { column: Some(0), descending };
            figures.sort_by(|left, right| sorting.figures(*left, *right));
            figures
        };
        assert_eq!(sorted(false), [Some(12.5), Some(54.0), Some(88.0), None, None]);
        assert_eq!(sorted(true), [Some(88.0), Some(54.0), Some(12.5), None, None]);
    }
}
