//! The 98 municipalities with their regions over time and their kommunegruppe, as shipped data.
//! Codes and groups follow Danmarks Statistik; see `data/README.md` for the sources.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::names;

/// A municipality's four-digit code at Danmarks Statistik, kept as text for its leading zero.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Text)]
#[serde(transparent)]
pub struct MunicipalityCode(String);

/// A code that no municipality has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not the four-digit code of a municipality")]
pub struct UnknownMunicipality(pub String);

impl MunicipalityCode {
    /// The four digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The municipality's Danish name.
    pub fn name(&self) -> &'static str {
        find(&self.0).map_or("", |municipality| municipality.name)
    }

    /// What the municipality calls itself in Danish: two names are not just the name and "Kommune".
    pub fn authority(&self) -> String {
        match self.as_str() {
            "0101" => "Københavns Kommune".to_owned(),
            "0400" => "Bornholms Regionskommune".to_owned(),
            _ => format!("{} Kommune", self.name()),
        }
    }
}

impl std::str::FromStr for MunicipalityCode {
    type Err = UnknownMunicipality;
    fn from_str(code: &str) -> Result<MunicipalityCode, UnknownMunicipality> {
        find(code).map(|_| MunicipalityCode(code.to_owned())).ok_or_else(|| UnknownMunicipality(code.to_owned()))
    }
}

text_column!(MunicipalityCode);

/// A municipality of the shipped list.
#[derive(Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Four digits.
    pub code: &'static str,
    /// Danish name without "Kommune".
    pub name: &'static str,
    /// Kommunegruppe 1-5: Hovedstad, Storby, Provinsby, Opland, Land.
    pub group: u8,
    /// The regions it has belonged to, earliest first.
    pub regions: Vec<RegionPeriod>,
}

/// A region that a municipality belongs to from a day until a day.
#[derive(Debug, PartialEq, Eq)]
pub struct RegionPeriod {
    /// Name of the region.
    pub region: &'static str,
    /// First day.
    pub from: NaiveDate,
    /// Last day, none while it lasts.
    pub to: Option<NaiveDate>,
}

impl Municipality {
    /// The region on a day, because regions merge while series go on.
    pub fn region_on(&self, day: NaiveDate) -> Option<&'static str> {
        self.regions
            .iter()
            .find(|period| period.from <= day && period.to.is_none_or(|last| day <= last))
            .map(|period| period.region)
    }

    /// The code as a typed value.
    pub fn code(&self) -> MunicipalityCode {
        MunicipalityCode(self.code.to_owned())
    }
}

static MUNICIPALITIES: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let regions: Vec<Vec<&'static str>> = rows(include_str!("../../../data/regions.csv"));
    rows(include_str!("../../../data/municipalities.csv"))
        .into_iter()
        .filter_map(|row| {
            let periods = regions.iter().filter(|period| period[0] == row[0]).filter_map(|period| {
                Some(RegionPeriod { region: period[1], from: period[2].parse().ok()?, to: period[3].parse().ok() })
            });
            Some(Municipality { code: row[0], name: row[1], group: row[2].parse().ok()?, regions: periods.collect() })
        })
        .collect()
});

/// The cells of a shipped list without its header; shipped lists quote nothing.
fn rows(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split(';').collect()).collect()
}

/// All municipalities in order of code.
pub fn all() -> &'static [Municipality] {
    &MUNICIPALITIES
}

/// All municipalities as a Danish reader looks them up: by name, Aabenraa and Aarhus last.
pub fn by_name() -> Vec<&'static Municipality> {
    let mut sorted: Vec<&Municipality> = all().iter().collect();
    sorted.sort_by(|left, right| names::compare(left.name, right.name));
    sorted
}

/// The municipality with this code.
pub fn find(code: &str) -> Option<&'static Municipality> {
    let place = MUNICIPALITIES.binary_search_by(|municipality| municipality.code.cmp(code)).ok()?;
    MUNICIPALITIES.get(place)
}

/// The municipality of this name, as people write it: with "Kommune" or without, in any letter case, with aa for å
/// or the other way round.
pub fn named(text: &str) -> Option<MunicipalityCode> {
    let wanted = spelt(text);
    let short = || NAMES.get(wanted.strip_suffix(" kommune")?);
    NAMES.get(&wanted).or_else(short).map(|municipality| municipality.code())
}

/// The municipalities by what they are called, with "Kommune" where that is more than a word added.
static NAMES: LazyLock<HashMap<String, &'static Municipality>> = LazyLock::new(|| {
    let names = |one: &Municipality| [one.name.to_owned(), one.code().authority()];
    all().iter().flat_map(|one| names(one).map(|name| (spelt(&name), one))).collect()
});

/// A name as it is compared with others.
fn spelt(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace("aa", "å")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipality_is_called_what_it_calls_itself() {
        let authorities = ["0101", "0400", "0751"].map(|code| code.parse::<MunicipalityCode>().unwrap().authority());
        assert_eq!(authorities, ["Københavns Kommune", "Bornholms Regionskommune", "Aarhus Kommune"]);
    }

    #[test]
    fn a_municipality_is_found_by_its_name() {
        let code = |text| named(text).map(|code| code.as_str().to_owned());
        for written in ["Aarhus", "århus kommune", " AARHUS  Kommune "] {
            assert_eq!(code(written).as_deref(), Some("0751"), "{written}");
        }
        for written in ["København", "Københavns Kommune", "københavn kommune"] {
            assert_eq!(code(written).as_deref(), Some("0101"), "{written}");
        }
        assert_eq!(code("Bornholms Regionskommune").as_deref(), Some("0400"));
        assert!(all().iter().all(|one| named(one.name) == Some(one.code())));
        assert_eq!((code("Kommune"), code(""), code("Atlantis")), (None, None, None));
    }

    #[test]
    fn there_are_98_municipalities_in_five_groups_each_with_a_region() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        assert_eq!(all().len(), 98);
        let sizes: Vec<usize> = (1..=5).map(|group| all().iter().filter(|one| one.group == group).count()).collect();
        assert_eq!(sizes, [24, 3, 16, 24, 31]);
        assert!(all().iter().all(|municipality| municipality.region_on(day).is_some()));
        assert!(all().is_sorted_by_key(|municipality| municipality.code));
    }

    #[test]
    fn the_eastern_regions_merge_on_1_january_2027() {
        let copenhagen = find("0101").unwrap();
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(copenhagen.region_on(day(2026, 12, 31)), Some("Region Hovedstaden"));
        assert_eq!(copenhagen.region_on(day(2027, 1, 1)), Some("Region Østdanmark"));
    }
}
