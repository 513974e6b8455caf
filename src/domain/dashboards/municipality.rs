//! One municipality in a round: every figure of its page, charts and files, for a reader who may see it.

use super::aims::OwnAim;
use super::improvement_gaps::{ImprovementGap, improvement_gaps};
use super::subjects::{Missing, RoundFacts, Subject};
use crate::domain::catalogue::{Label, Measure, QuestionIndex};
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::compare_groups;
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::domain::scoring::round_comparison::{Comparability, RoundComparison};
use crate::domain::scoring::transitions::{Transitions, transitions};
use crate::domain::{Area, MunicipalityCode, Text};

/// The package or the area looked into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Key of a package.
    pub package: Option<String>,
    /// An area.
    pub area: Option<Area>,
}

/// One municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityDashboard {
    /// The round.
    pub round: RoundFacts,
    /// The municipality.
    pub code: MunicipalityCode,
    /// Sections that were handed in, and all of them.
    pub returned: (usize, usize),
    /// Each measure over everything.
    pub measures: Vec<(Measure, MunicipalityRow)>,
    /// Implementation per package.
    pub packages: Vec<MunicipalityRow>,
    /// What the round is held to, and whether the packages reach it; none where that is nothing.
    pub aim: Option<OwnAim>,
    /// Implementation per area.
    pub areas: Vec<MunicipalityRow>,
    /// What was looked into.
    pub answers: Option<Answers>,
    /// Where the answers of the baseline went.
    pub transitions: Vec<Transitions>,
}

/// A municipality's change in one dimension, with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityRow {
    /// What it is about.
    pub subject: Subject,
    /// Keys of the rounds that it is held against, earliest first.
    pub baselines: Vec<String>,
    /// The change with both scores.
    pub change: Change,
    /// Why there is no score now.
    pub score_missing: Option<Missing>,
    /// Why there is no paired change.
    pub change_missing: Option<Missing>,
}

/// The answers behind a package or an area, those with most to win first.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// The package.
    pub package: Option<Label>,
    /// The area with its name.
    pub area: Option<(Area, Text)>,
    /// The cells.
    pub gaps: Vec<(ImprovementGap, Comparability)>,
}

impl MunicipalityDashboard {
    /// The dashboard of a municipality; none where it is not in the round's population. That the reader may see
    /// it has been looked at.
    pub fn new(compared: &RoundComparison, code: &MunicipalityCode, chosen: &Chosen) -> Option<MunicipalityDashboard> {
        let current = &compared.comparison.current;
        let municipality = current.municipality(code)?;
        let changes = compare_groups(&compared.comparison, municipality);
        let row = |dimension: ScoreDimension| MunicipalityRow::new(compared, &changes, &dimension);
        let all = ScoreDimension::all_of(Measure::Implementation);
        let packages =
            (0..current.edition.packages.len()).filter_map(|index| row(ScoreDimension { package: Some(index), ..all }));
        let areas = current.areas.iter().filter_map(|asked| row(ScoreDimension { area: Some(asked.area), ..all }));
        Some(MunicipalityDashboard {
            round: RoundFacts::of(compared),
            code: code.clone(),
            returned: municipality
                .areas
                .iter()
                .fold((0, 0), |(returned, sections), area| (returned + area.returned, sections + area.sections)),
            measures: MEASURES
                .into_iter()
                .filter_map(|measure| Some((measure, row(ScoreDimension::all_of(measure))?)))
                .collect(),
            packages: packages.collect(),
            aim: OwnAim::new(compared, municipality),
            areas: areas.collect(),
            answers: Answers::new(compared, code, chosen),
            transitions: transitions(&compared.comparison, [municipality], &all.into()),
        })
    }

    /// A measure over everything.
    pub fn measure(&self, measure: Measure) -> Option<&MunicipalityRow> {
        self.measures.iter().find(|(one, _)| *one == measure).map(|(_, row)| row)
    }
}

impl MunicipalityRow {
    pub(super) fn new(
        compared: &RoundComparison,
        changes: &[Change],
        dimension: &ScoreDimension,
    ) -> Option<MunicipalityRow> {
        let change = *changes.get(compared.index_of(dimension)?)?;
        Some(MunicipalityRow {
            subject: Subject::of(compared.edition(), dimension),
            baselines: compared.baseline_rounds(dimension).into_iter().map(str::to_owned).collect(),
            score_missing: Missing::score(&change.unpaired.current),
            change_missing: Missing::change(compared, dimension, &change),
            change,
        })
    }
}

impl Answers {
    fn new(compared: &RoundComparison, code: &MunicipalityCode, chosen: &Chosen) -> Option<Answers> {
        let edition = compared.edition();
        let package = chosen.package.as_deref().and_then(|key| edition.find_package(key));
        if package.is_none() && chosen.area.is_none() {
            return None;
        }
        let municipality = compared.comparison.current.municipality(code)?;
        let is_meant = |area: Area, question: QuestionIndex| {
            let in_package = package.is_none() || edition.questions[question].package == package;
            in_package && chosen.area.is_none_or(|wanted| wanted == area)
        };
        let gaps = improvement_gaps(compared, municipality, is_meant).into_iter();
        let package = package.and_then(|index| edition.packages.get(index));
        Some(Answers {
            package: package.map(|package| Label { key: package.key.clone(), label: package.title.clone() }),
            area: chosen.area.map(|area| (area, edition.area_text(area))),
            gaps: gaps.map(|gap| (gap.clone(), compared.comparability(gap.question))).collect(),
        })
    }
}
