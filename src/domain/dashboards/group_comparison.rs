//! Municipalities that a reader puts together - by region, by kommunegruppe, one by one - beside the country. A group
//! holds only municipalities that the reader may see one by one, so its figures tell nothing new; the country's are
//! held back as on every other page.

use std::collections::BTreeSet;

use super::heat::{HeatTable, columns};
use super::nation::{NationLine, group_line, nation_line, shows_nation};
use super::peer_groups::{ChosenGroup, PeerGroup};
use super::subjects::{RoundFacts, Subject, areas_asked, measures_asked};
use super::wanted::Wanted;
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{AreaLabel, Measure};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{Area, MunicipalityCode};

/// What a reader asks for; what is empty does not narrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupWanted {
    /// The measure shown.
    pub measure: Measure,
    /// The area shown; none means all.
    pub area: Option<Area>,
    /// Only municipalities of this region.
    pub region: Option<String>,
    /// Only municipalities of this kommunegruppe, 1 to 5.
    pub municipality_group: Option<u8>,
    /// Only these municipalities.
    pub municipalities: Vec<MunicipalityCode>,
}

/// A group beside the country.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupDashboard {
    /// The round.
    pub round: RoundFacts,
    /// What was asked for; what the round or the reader does not know is left out of it.
    pub wanted: GroupWanted,
    /// The measures that can be asked for.
    pub measures: Vec<Measure>,
    /// The areas that can be asked for.
    pub areas: Vec<AreaLabel>,
    /// The municipalities that can be chosen, by name.
    pub offered: Vec<MunicipalityCode>,
    /// The regions and the kommunegrupper that they are in.
    pub regions: Vec<String>,
    /// The same of kommunegrupper.
    pub municipality_groups: Vec<u8>,
    /// The group.
    pub group: ChosenGroup,
    /// Whether everybody who was asked is in it, so that it is the country.
    pub is_everybody: bool,
    /// Everything, then each package; the areas where the measure knows no packages.
    pub rows: Vec<GroupRow>,
    /// Each municipality of the group.
    pub heat: HeatTable,
}

/// The group and the country in one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRow {
    /// What it is about.
    pub subject: Subject,
    /// The means of the group.
    pub group: NationLine,
    /// The country's; none in an open round for who may not see every municipality of it.
    pub nation: Option<NationLine>,
    /// By how many points the group's score now is above the country's; none where either is not shown, or the
    /// country's rests on too few municipalities.
    pub distance: Option<f64>,
}

impl GroupDashboard {
    /// A group of a round beside the country.
    ///
    /// # Errors
    /// None that a request can bring about: a group is made of what the reader is offered.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        mut wanted: GroupWanted,
    ) -> Result<GroupDashboard, Refusal> {
        let current = &compared.comparison.current;
        let day = compared.round.closes_on;
        let mut offered: Vec<MunicipalityCode> = current
            .municipalities
            .iter()
            .map(|one| one.municipality.clone())
            .filter(|code| scope.holds(code))
            .collect();
        offered.sort_by(|left, right| names::compare(left.name(), right.name()));
        let groups: BTreeSet<PeerGroup> = offered
            .iter()
            .flat_map(|code| [PeerGroup::region_of(code, day), PeerGroup::municipality_group_of(code)])
            .flatten()
            .collect();
        let areas = areas_asked(compared);
        let knows = |group: PeerGroup| groups.contains(&group);
        wanted.region = wanted.region.filter(|region| knows(PeerGroup::Region(region.clone())));
        wanted.municipality_group = wanted.municipality_group.filter(|one| knows(PeerGroup::MunicipalityGroup(*one)));
        wanted.area = wanted.area.filter(|area| areas.iter().any(|asked| asked.area == *area));
        wanted.municipalities.retain(|code| offered.contains(code));
        let members: Vec<MunicipalityCode> = offered.iter().filter(|code| wanted.holds(code, day)).cloned().collect();
        let (members_alone, is_everybody) =
            (Scope::Some(members.clone()), members.len() == current.municipalities.len());
        let group = ChosenGroup::new(members, scope)?;
        let shown = Wanted { measure: wanted.measure, area: wanted.area, ..Wanted::default() };
        let row = |dimension| GroupRow::new(compared, changes, (&group, scope), (&shown, dimension));
        Ok(GroupDashboard {
            round: RoundFacts::of(compared),
            measures: measures_asked(compared),
            areas,
            regions: groups.iter().filter_map(PeerGroup::region).map(str::to_owned).collect(),
            municipality_groups: groups.iter().filter_map(PeerGroup::municipality_group).collect(),
            rows: columns(compared, &shown).into_iter().filter_map(row).collect(),
            heat: HeatTable::new(compared, changes, &members_alone, &shown),
            is_everybody,
            offered,
            group,
            wanted,
        })
    }
}

impl GroupWanted {
    /// Whether a municipality fits all that was asked for.
    fn holds(&self, code: &MunicipalityCode, day: chrono::NaiveDate) -> bool {
        let region = self.region.clone().map(PeerGroup::Region);
        let groups = region.into_iter().chain(self.municipality_group.map(PeerGroup::MunicipalityGroup));
        (self.municipalities.is_empty() || self.municipalities.contains(code))
            && groups.into_iter().all(|group| group.holds(code, day))
    }
}

impl GroupRow {
    fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        (group, scope): (&ChosenGroup, &Scope),
        (shown, dimension): (&Wanted, ScoreDimension),
    ) -> Option<GroupRow> {
        let index = compared.index_of(&dimension)?;
        let group = group_line(&compared.comparison, changes, index, group);
        let nation =
            shows_nation(&compared.round, scope).then(|| nation_line(&compared.comparison, changes, index, scope));
        let nation_now = nation.as_ref().map(|line| line.current).filter(|now| !now.is_weak());
        let distance = group.current.mean().zip(nation_now.and_then(|now| now.mean())).map(|(own, all)| own - all);
        let is_all = dimension == shown.dimension();
        let subject = if is_all { Subject::All } else { Subject::of(compared.edition(), &dimension) };
        Some(GroupRow { subject, group, nation, distance })
    }
}
