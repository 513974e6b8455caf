//! What a reader asks the country's page for.

use crate::domain::Area;
use crate::domain::catalogue::Measure;
use crate::domain::scoring::dimensions::ScoreDimension;

/// What a reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The measure shown.
    pub measure: Measure,
    /// The area shown; none means all.
    pub area: Option<Area>,
    /// How the heatmap is sorted.
    pub sorting: Sorting,
    /// Whether its municipalities stand by region.
    pub by_region: bool,
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted { measure: Measure::Implementation, area: None, sorting: Sorting::default(), by_region: false }
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
