//! The municipalities of a round as somebody looks through them: found by name, narrowed to a region or a
//! kommunegruppe, and sorted by what is missing.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::participation::Participation;
use crate::domain::MunicipalityCode;
use crate::domain::base::municipalities;
use crate::domain::base::names;

words! {
    /// What the municipalities are sorted by.
    pub enum ParticipationColumn {
        /// Their names.
        Name = "name",
        /// How many posts have not handed in.
        Missing = "missing",
        /// The share that has.
        Share = "share",
        /// The latest start or handing in.
        Activity = "activity",
    }
}

impl ParticipationColumn {
    /// Whether whoever sorts by it looks for the largest first: those who lack most posts. By share and activity one
    /// looks for the least.
    pub fn begins_descending(self) -> bool {
        self == ParticipationColumn::Missing
    }
}

/// Which municipalities somebody wants to see, and in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipationWanted {
    /// Words that must all stand in the name.
    pub text: String,
    /// Only this region, as it is on the round's last day.
    pub region: Option<String>,
    /// Only this kommunegruppe, 1 to 5.
    pub group: Option<u8>,
    /// What they are sorted by.
    pub sort: ParticipationColumn,
    /// Largest first.
    pub descending: bool,
}

/// What stands in a row of the list.
pub type ListedParticipation = (MunicipalityCode, Participation);

impl ParticipationWanted {
    /// Those that are wanted of `codes`, which stand in the order of their names; of equals the order is kept.
    pub fn list(
        &self,
        day: NaiveDate,
        codes: &[MunicipalityCode],
        counted: &BTreeMap<MunicipalityCode, Participation>,
    ) -> Vec<ListedParticipation> {
        let mut found: Vec<ListedParticipation> = codes
            .iter()
            .filter(|code| self.finds(code, day))
            .map(|code| (code.clone(), counted.get(code).copied().unwrap_or_default()))
            .collect();
        found.sort_by(|one, other| self.compare(one, other));
        found
    }

    fn finds(&self, code: &MunicipalityCode, day: NaiveDate) -> bool {
        let Some(municipality) = municipalities::find(code.as_str()) else { return false };
        let name = municipality.name.to_lowercase();
        self.text.to_lowercase().split_whitespace().all(|word| name.contains(word))
            && self.region.as_deref().is_none_or(|region| municipality.region_on(day) == Some(region))
            && self.group.is_none_or(|group| municipality.group == group)
    }

    /// Where nobody is asked there is nothing to sort by, so these stand last either way.
    fn compare(&self, (one, counts): &ListedParticipation, (other, others): &ListedParticipation) -> Ordering {
        let ordering = match self.sort {
            ParticipationColumn::Name => names::compare(one.name(), other.name()),
            _ if (counts.posts == 0) != (others.posts == 0) => return (counts.posts == 0).cmp(&(others.posts == 0)),
            ParticipationColumn::Missing => counts.missing().cmp(&others.missing()),
            ParticipationColumn::Share => counts.share().cmp(&others.share()),
            ParticipationColumn::Activity => counts.last_activity.cmp(&others.last_activity),
        };
        if self.descending { ordering.reverse() } else { ordering }
    }
}

/// The regions of some municipalities on a day, in the order of their names.
pub fn regions_of(codes: &[MunicipalityCode], day: NaiveDate) -> Vec<&'static str> {
    let regions = codes.iter().filter_map(|code| municipalities::find(code.as_str())?.region_on(day));
    let mut regions: Vec<&'static str> = regions.collect();
    regions.sort_by(|one, other| names::compare(one, other));
    regions.dedup();
    regions
}

/// The kommunegrupper of some municipalities.
pub fn groups_of(codes: &[MunicipalityCode]) -> Vec<u8> {
    let groups = codes.iter().filter_map(|code| municipalities::find(code.as_str()));
    let mut groups: Vec<u8> = groups.map(|municipality| municipality.group).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: ParticipationWanted = ParticipationWanted {
        text: String::new(),
        region: None,
        group: None,
        sort: ParticipationColumn::Name,
        descending: false,
    };

    fn listed(wanted: &ParticipationWanted) -> Vec<&'static str> {
        let codes = ["0101", "0607", "0751", "0851"].map(|code| code.parse::<MunicipalityCode>().unwrap());
        let counts = [(10, 1), (0, 0), (4, 1), (2, 2)];
        let count = |(posts, handed_in)| Participation { posts, handed_in, ..Participation::default() };
        let counted = codes.iter().cloned().zip(counts.map(count)).collect();
        let day = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
        wanted.list(day, &codes, &counted).iter().map(|(code, _)| code.name()).collect()
    }

    #[test]
    fn municipalities_are_sorted_by_what_is_missing_and_those_not_asked_stand_last() {
        let by = |sort, descending| listed(&ParticipationWanted { sort, descending, ..WANTED });
        let (missing, share) = (ParticipationColumn::Missing, ParticipationColumn::Share);
        assert_eq!(by(missing, true), ["København", "Aarhus", "Aalborg", "Fredericia"]);
        assert_eq!(by(missing, false), ["Aalborg", "Aarhus", "København", "Fredericia"]);
        assert_eq!(by(share, false), ["København", "Aarhus", "Aalborg", "Fredericia"]);
    }

    #[test]
    fn municipalities_are_found_by_name_region_and_group() {
        assert_eq!(listed(&ParticipationWanted { text: " AA ".into(), ..WANTED }), ["Aalborg", "Aarhus"]);
        let north = ParticipationWanted { region: Some("Region Nordjylland".into()), ..WANTED };
        assert_eq!(listed(&north), ["Aalborg"]);
        assert_eq!(listed(&ParticipationWanted { group: Some(1), ..WANTED }), ["København"]);
    }
}
