//! A dense table of tallies by measure, area and package, summed up once to every group.

use std::ops::AddAssign;

use super::dimensions::ScoreDimension;
use super::tallies::ResponseTallies;
use crate::domain::catalogue::{Measure, Question};

/// Slot 0 of areas and of packages holds the sum of the others; the last slot of areas holds what
/// lies in an area the round does not ask in, the last of packages the questions without one.
pub(crate) struct Grid<T> {
    areas: usize,
    packages: usize,
    tallies: Vec<T>,
}

impl<T: Copy + Default + AddAssign> Grid<T> {
    /// An empty table for the areas and packages of a round.
    pub(crate) fn new(tallies: &ResponseTallies) -> Grid<T> {
        let (areas, packages) = (tallies.areas.len() + 2, tallies.edition.packages.len() + 2);
        Grid { areas, packages, tallies: vec![T::default(); Measure::ALL.len() * areas * packages] }
    }

    /// The tally that a cell goes into; `area` is its index in the round's areas, none for another area.
    pub(crate) fn cell(&mut self, measure: Measure, area: Option<usize>, slot: usize) -> &mut T {
        let area = area.map_or(self.areas - 1, |index| index + 1);
        let index = self.index(measure, area, slot);
        &mut self.tallies[index]
    }

    /// The slot of a question's package.
    pub(crate) fn slot(&self, question: &Question) -> usize {
        question.package.map_or(self.packages - 1, |index| index + 1)
    }

    /// The tallies over all areas: of one package's slot and of all packages.
    pub(crate) fn over_areas(&mut self, measure: Measure, slot: usize) -> [usize; 2] {
        [self.index(measure, 0, slot), self.index(measure, 0, 0)]
    }

    /// The tally at a place that [`Grid::over_areas`] gave.
    pub(crate) fn at(&mut self, index: usize) -> &mut T {
        &mut self.tallies[index]
    }

    /// Sums every area and package into the slots that stand for all of them.
    pub(crate) fn sum_up(&mut self) {
        for &measure in Measure::ALL {
            for area in 1..self.areas {
                for package in 1..self.packages {
                    let tally = self.tallies[self.index(measure, area, package)];
                    for (area, package) in [(area, 0), (0, package), (0, 0)] {
                        let index = self.index(measure, area, package);
                        self.tallies[index] += tally;
                    }
                }
            }
        }
    }

    /// The tally of a group, once summed up.
    pub(crate) fn group(&self, tallies: &ResponseTallies, group: &ScoreDimension) -> T {
        let area = match group.area {
            None => 0,
            Some(area) => tallies.area_place(area).map_or(self.areas - 1, |index| index + 1),
        };
        self.tallies[self.index(group.measure, area, group.package.map_or(0, |index| index + 1))]
    }

    fn index(&self, measure: Measure, area: usize, package: usize) -> usize {
        (measure as usize * self.areas + area) * self.packages + package
    }
}
