//! Means of groups of municipalities, held back where they would give a single one away (scoring.md §4).
//!
//! There are the fixed groups - the country, the regions, the kommunegrupper - and groups that a reader makes of
//! municipalities whose figures the reader may see one by one, which therefore reveal nothing. Of the fixed groups
//! it is decided for all of them at once what may be shown, whichever of them a page shows: so a second page, or a
//! group made in between, adds nothing to what the first one told.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::municipalities;
use crate::domain::base::refusals::Refusal;

/// The fewest municipalities that a benchmark, and what can be worked out from several, may rest on.
pub const LEAST_MUNICIPALITIES: usize = 5;

/// A group of municipalities that one is compared with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeerGroup {
    /// All of them.
    Nation,
    /// A region by name, as it was on the round's closing date.
    Region(String),
    /// A kommunegruppe, 1 to 5.
    MunicipalityGroup(u8),
    /// A reader's own selection.
    Chosen(ChosenGroup),
}

/// Municipalities that a reader has chosen among those that the reader may see one by one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChosenGroup(Vec<MunicipalityCode>);

/// A figure of one municipality, 0 to 100 or a change in points; none where it has none.
pub type Figure = (MunicipalityCode, Option<f64>);

/// What may be shown of a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Benchmark {
    /// The mean of the municipalities that have a figure, each counting once.
    Shown {
        /// How many they are.
        n: usize,
        /// Their mean.
        mean: f64,
    },
    /// Held back, because single municipalities could be worked out.
    Suppressed,
    /// No municipality of the group has a figure.
    Empty,
}

impl Benchmark {
    /// The mean, where it is shown.
    pub fn mean(&self) -> Option<f64> {
        match self {
            Benchmark::Shown { mean, .. } => Some(*mean),
            Benchmark::Suppressed | Benchmark::Empty => None,
        }
    }

    /// How many municipalities it rests on, where it is shown.
    pub fn n(&self) -> Option<usize> {
        match self {
            Benchmark::Shown { n, .. } => Some(*n),
            Benchmark::Suppressed | Benchmark::Empty => None,
        }
    }

    /// Whether it rests on so few municipalities that it must not look like the others.
    pub fn is_weak(&self) -> bool {
        self.n().is_some_and(|n| n < LEAST_MUNICIPALITIES)
    }
}

impl ChosenGroup {
    /// The municipalities that a reader has chosen.
    ///
    /// # Errors
    /// `Refusal::UnknownMunicipality` with the first one that the reader may not see: it is as if it were not there.
    pub fn new(codes: Vec<MunicipalityCode>, scope: &Scope) -> Result<ChosenGroup, Refusal> {
        match codes.iter().find(|code| !scope.holds(code)) {
            Some(hidden) => Err(Refusal::UnknownMunicipality(hidden.to_string())),
            None => Ok(ChosenGroup(codes)),
        }
    }

    /// The municipalities.
    pub fn codes(&self) -> &[MunicipalityCode] {
        &self.0
    }
}

impl PeerGroup {
    /// Whether a municipality belongs to the group on a day.
    pub fn holds(&self, code: &MunicipalityCode, day: NaiveDate) -> bool {
        match self {
            PeerGroup::Nation => true,
            PeerGroup::Region(_) => PeerGroup::region_of(code, day).as_ref() == Some(self),
            PeerGroup::MunicipalityGroup(_) => PeerGroup::municipality_group_of(code).as_ref() == Some(self),
            PeerGroup::Chosen(chosen) => chosen.0.contains(code),
        }
    }

    /// The name of a region.
    pub fn region(&self) -> Option<&str> {
        match self {
            PeerGroup::Region(name) => Some(name),
            PeerGroup::Nation | PeerGroup::MunicipalityGroup(_) | PeerGroup::Chosen(_) => None,
        }
    }

    /// The number of a kommunegruppe.
    pub fn municipality_group(&self) -> Option<u8> {
        match self {
            PeerGroup::MunicipalityGroup(number) => Some(*number),
            PeerGroup::Nation | PeerGroup::Region(_) | PeerGroup::Chosen(_) => None,
        }
    }

    /// The region of a municipality on a day.
    pub fn region_of(code: &MunicipalityCode, day: NaiveDate) -> Option<PeerGroup> {
        let region = municipalities::find(code.as_str())?.region_on(day)?;
        Some(PeerGroup::Region(region.to_owned()))
    }

    /// The kommunegruppe of a municipality.
    pub fn municipality_group_of(code: &MunicipalityCode) -> Option<PeerGroup> {
        municipalities::find(code.as_str()).map(|one| PeerGroup::MunicipalityGroup(one.group))
    }
}

/// The mean of the municipalities of a group with a figure, which is shown because the reader sees each of them.
pub fn group_benchmark(figures: &[Figure], group: &ChosenGroup) -> Benchmark {
    mean(figures.iter().filter(|(code, _)| group.0.contains(code)).filter_map(|(_, figure)| *figure))
}

/// The mean of every municipality with a figure.
pub fn nation_benchmark(figures: &[Figure], scope: &Scope) -> Benchmark {
    let valued = || figures.iter().filter(|(_, figure)| figure.is_some());
    let hidden = valued().filter(|(code, _)| !scope.holds(code)).count();
    if hidden > 0 && (valued().count() < LEAST_MUNICIPALITIES || hidden < LEAST_MUNICIPALITIES) {
        return Benchmark::Suppressed;
    }
    mean(figures.iter().filter_map(|(_, figure)| *figure))
}

fn mean(figures: impl Iterator<Item = f64>) -> Benchmark {
    let (n, sum) = figures.fold((0, 0.0), |(n, sum), figure| (n + 1, sum + figure));
    if n == 0 { Benchmark::Empty } else { Benchmark::Shown { n, mean: sum / n as f64 } }
}

/// The fixed groups of a round's municipalities.
#[derive(Debug, Clone)]
pub struct FixedGroups {
    groups: Vec<PeerGroup>,
    /// Per municipality with its code the indexes of its region and of its kommunegruppe among the groups.
    members: Vec<(MunicipalityCode, [Option<usize>; 2])>,
    day: NaiveDate,
}

/// A municipality with a figure.
struct Valued {
    /// Its region and its kommunegruppe.
    in_groups: [Option<usize>; 2],
    figure: f64,
    is_hidden: bool,
}

impl Valued {
    /// The nation stands first among the groups.
    fn is_in(&self, group: usize) -> bool {
        group == 0 || self.in_groups.contains(&Some(group))
    }
}

impl FixedGroups {
    /// The groups on a day, which is the round's closing date.
    pub fn of(codes: impl Iterator<Item = MunicipalityCode>, day: NaiveDate) -> FixedGroups {
        let codes: Vec<MunicipalityCode> = codes.collect();
        let own = |code: &MunicipalityCode| [PeerGroup::region_of(code, day), PeerGroup::municipality_group_of(code)];
        let groups: BTreeSet<PeerGroup> = codes.iter().flat_map(own).flatten().chain([PeerGroup::Nation]).collect();
        let groups: Vec<PeerGroup> = groups.into_iter().collect();
        let index = |group: Option<PeerGroup>| groups.iter().position(|one| Some(one) == group.as_ref());
        let members = codes.iter().map(|code| (code.clone(), own(code).map(index))).collect();
        FixedGroups { groups, members, day }
    }

    /// All of them, the nation first.
    pub fn all(&self) -> &[PeerGroup] {
        &self.groups
    }

    /// What may be shown of the groups asked for, in their order.
    pub fn benchmarks(&self, figures: &[Figure], asked: &[PeerGroup], scope: &Scope) -> Vec<Benchmark> {
        let valued = self.valued(figures, scope);
        let shown = self.shown(&valued);
        let benchmark = |group: &PeerGroup| match self.groups.iter().position(|one| one == group) {
            Some(index) if shown[index] => mean(valued.iter().filter(|one| one.is_in(index)).map(|one| one.figure)),
            Some(index) if valued.iter().any(|one| one.is_in(index)) => Benchmark::Suppressed,
            Some(_) => Benchmark::Empty,
            None => mean(figures.iter().filter(|(code, _)| group.holds(code, self.day)).filter_map(|one| one.1)),
        };
        asked.iter().map(benchmark).collect()
    }

    fn valued(&self, figures: &[Figure], scope: &Scope) -> Vec<Valued> {
        let members = figures.iter().filter_map(|(code, figure)| {
            let (_, in_groups) = self.members.iter().find(|(member, _)| member == code)?;
            Some(Valued { in_groups: *in_groups, figure: (*figure)?, is_hidden: !scope.holds(code) })
        });
        members.collect()
    }

    /// Which groups may be shown beside each other: all, less those that are too small in themselves, less the
    /// smallest ones for as long as fewer than [`LEAST_MUNICIPALITIES`] could be worked out from those that are left.
    fn shown(&self, valued: &[Valued]) -> Vec<bool> {
        let mut shown: Vec<bool> = (0..self.groups.len()).map(|group| self.is_large_enough(group, valued)).collect();
        while reveals(&shown, valued) {
            let hidden = |group: &usize| valued.iter().filter(|one| one.is_hidden && one.is_in(*group)).count();
            let shown_parts = (1..shown.len()).filter(|group| shown[*group] && hidden(group) > 0);
            let smallest = shown_parts.min_by_key(|group| valued.iter().filter(|one| one.is_in(*group)).count());
            shown[smallest.unwrap_or(0)] = false;
        }
        shown
    }

    /// Whether a group is all seen, or large enough by itself and in what it leaves of a group around it.
    fn is_large_enough(&self, group: usize, valued: &[Valued]) -> bool {
        let within: Vec<&Valued> = valued.iter().filter(|one| one.is_in(group)).collect();
        let hidden = within.iter().filter(|one| one.is_hidden).count();
        let is_around = |larger: &usize| within.iter().all(|one| one.is_in(*larger));
        let leaves_enough = |larger: usize| {
            let rest = || valued.iter().filter(|one| one.is_in(larger) && !one.is_in(group));
            is_enough_or_none(rest().count()) && is_enough_or_none(rest().filter(|one| one.is_hidden).count())
        };
        hidden == 0
            || within.len() >= LEAST_MUNICIPALITIES
                && is_enough_or_none(hidden)
                && (0..self.groups.len()).filter(is_around).all(leaves_enough)
    }
}

fn is_enough_or_none(count: usize) -> bool {
    count == 0 || count >= LEAST_MUNICIPALITIES
}

/// Whether sums of fewer than [`LEAST_MUNICIPALITIES`] hidden municipalities follow from the shown groups.
///
/// Each municipality lies in one region and one kommunegruppe. Whatever is made by adding and subtracting the sums
/// of shown regions, shown groups and the nation gives it the weight "its region's number less its group's number",
/// where regions that are not shown share a number, and so do such groups. As a graph: regions and groups are its
/// points, hidden municipalities its lines, and what can be worked out is what a cut through the graph crosses. So
/// every cut must cross none or enough of them.
fn reveals(shown: &[bool], valued: &[Valued]) -> bool {
    let point = |side: usize, group: Option<usize>| match group.filter(|group| shown[*group]) {
        Some(group) => group,
        // Without the nation, what neither a region nor a group shows weighs nothing: both share one point.
        None if shown[0] => shown.len() + side,
        None => shown.len(),
    };
    let hidden = valued.iter().filter(|one| one.is_hidden);
    let lines: Vec<[usize; 2]> =
        hidden.map(|one| [point(0, one.in_groups[0]), point(1, one.in_groups[1])]).filter(|[a, b]| a != b).collect();
    let points: Vec<usize> = lines.iter().flatten().copied().collect::<BTreeSet<usize>>().into_iter().collect();
    let numbered = |point: &usize| points.iter().position(|one| one == point).unwrap_or_default();
    let lines: Vec<u32> = lines.iter().map(|[a, b]| 1 << numbered(a) | 1 << numbered(b)).collect();
    // Half of all cuts: the other half only names the other side.
    (1..1_u32 << points.len().saturating_sub(1)).any(|side| {
        let crossed = lines.iter().filter(|line| (**line & side).count_ones() == 1).count();
        !is_enough_or_none(crossed)
    })
}

#[cfg(test)]
mod tests;
