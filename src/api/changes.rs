//! Paired changes from the baseline to a round: of each municipality, and of the country.

use serde::Serialize;
use utoipa::ToSchema;

use super::cursor::Blocks;
use super::editions::Measure;
use super::scores::{Chosen, Missing, Named, Of};
use super::{area_name, figure, package_title, some_key};
use crate::domain::Language;
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::round_figures::RoundChanges;
use crate::domain::dashboards::tables::ChangeLine;

/// A change from the baseline to the round, over the same questions answered in both.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Change {
    /// The key of the round.
    #[schema(example = "2026")]
    pub round: String,
    /// The keys of the rounds that it is held against, earliest first; empty where there is none.
    pub baselines: Vec<String>,
    /// What it is a change of: a municipality or the country.
    pub of: Of,
    /// The municipality's code, or `DK`.
    #[schema(example = "0751")]
    pub code: String,
    /// What that is called.
    #[schema(example = "Aarhus")]
    pub name: String,
    /// The municipality's region on the last day of the round; null for the country.
    pub region: Option<String>,
    /// The municipality's kommunegruppe, 1 to 5; null for the country.
    pub group: Option<u8>,
    /// What is measured.
    pub measure: Measure,
    /// The key of the package; null for all packages together.
    #[schema(example = "tobak")]
    pub package: Option<String>,
    /// The title of the package.
    pub package_title: Option<String>,
    /// The key of the area; null for all areas together.
    pub area: Option<String>,
    /// What the area is called.
    pub area_name: Option<String>,
    /// Questions that are asked now; null for the country.
    pub questions: Option<usize>,
    /// Those of them that have a counterpart at the baseline; null for the country.
    pub matched: Option<usize>,
    /// Cells that can be compared; null for the country.
    pub comparable: Option<usize>,
    /// Those of them with a value in both rounds; for the country the municipalities with a change, null where it is
    /// held back.
    pub paired: Option<usize>,
    /// The score at the baseline over the paired cells, 0 to 100, with four decimals.
    #[schema(minimum = 0, maximum = 100)]
    pub paired_baseline: Option<f64>,
    /// The score now over the same cells.
    #[schema(minimum = 0, maximum = 100)]
    pub paired_current: Option<f64>,
    /// Now minus baseline, in percentage points; null where `reason` says why.
    #[schema(minimum = -100, maximum = 100)]
    pub paired_change: Option<f64>,
    /// Why there is no change; null where there is one.
    pub reason: Option<Missing>,
}

/// The changes of a round that are meant, in a language.
pub struct Changes<'a> {
    /// What the reader may see.
    pub changes: &'a RoundChanges<'a>,
    /// What of it is meant.
    pub chosen: &'a Chosen,
    /// The language of titles.
    pub language: Language,
}

impl Changes<'_> {
    fn change(&self, index: usize, line: &ChangeLine) -> Change {
        let (edition, language) = (self.changes.edition(), self.language);
        let place = Named { edition, day: self.changes.closes_on(), language }.place(line.municipality_code);
        Change {
            round: self.changes.round().to_owned(),
            baselines: self.changes.baselines(index),
            of: place.of,
            code: place.code,
            name: place.name,
            region: place.region,
            group: place.group,
            measure: line.measure.into(),
            package: some_key(line.package),
            package_title: package_title(edition, line.package, language),
            area: some_key(line.area),
            area_name: area_name(edition, line.area, language),
            questions: line.questions,
            matched: line.matched,
            comparable: line.comparable,
            paired: Some(line.paired),
            paired_baseline: figure(line.paired_baseline),
            paired_current: figure(line.paired_current),
            paired_change: figure(line.paired_change),
            reason: Missing::of(line.state),
        }
    }

    /// The country's change as far as the reader may see it.
    fn country(&self, index: usize) -> Option<Change> {
        let (own, seen) = self.changes.nation(index).filter(|_| self.chosen.holds(Of::Country))?;
        let told = self.change(index, &own);
        let reason = match seen.change {
            Benchmark::Shown { .. } => None,
            Benchmark::Suppressed => Some(Missing::Suppressed),
            Benchmark::Empty => Some(told.reason.unwrap_or(Missing::NoFigures)),
        };
        Some(Change {
            paired: (reason != Some(Missing::Suppressed)).then(|| seen.change.n().unwrap_or_default()),
            paired_baseline: figure(seen.paired_baseline.mean()),
            paired_current: figure(seen.paired_current.mean()),
            paired_change: figure(seen.change.mean()),
            reason,
            ..told
        })
    }
}

impl Blocks for Changes<'_> {
    type Entry = Change;

    fn keys(&self) -> Vec<String> {
        let places = self.changes.dimensions(&self.chosen.dimensions);
        places.into_iter().map(|index| self.changes.key(index)).collect()
    }

    fn entries(&self, place: usize) -> Vec<(String, Change)> {
        let Some(&index) = self.changes.dimensions(&self.chosen.dimensions).get(place) else { return Vec::new() };
        let lines = self.changes.municipalities(index).into_iter();
        let own = lines.filter(|line| self.chosen.holds_municipality(line.municipality_code));
        let own = own.map(|line| (line.municipality_code.to_owned(), self.change(index, &line)));
        own.chain(self.country(index).map(|change| (change.code.clone(), change))).collect()
    }
}
