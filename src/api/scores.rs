//! Scores of a round: of each municipality, and of the country, its regions and the kommunegrupper.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::aims::Aim;
use super::cursor::Blocks;
use super::editions::Measure;
use super::{area_name, figure, package_title, some_key};
use crate::domain::base::municipalities;
use crate::domain::catalogue::Edition;
use crate::domain::dashboards::group_scores::{GroupScore, RoundScores};
use crate::domain::dashboards::peer_groups::PeerGroup;
use crate::domain::dashboards::tables::{Dimensions, NATION, ScoreLine};
use crate::domain::{Language, MunicipalityCode};
use crate::texts::group_name;

/// What a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// One municipality.
    Municipality,
    /// All municipalities, each counting once.
    Country,
    /// The municipalities of a region, as regions were on the last day of the round.
    Region,
    /// The municipalities of a kommunegruppe at Danmarks Statistik.
    Group,
}

impl std::str::FromStr for Of {
    type Err = UnknownOf;

    fn from_str(word: &str) -> Result<Of, UnknownOf> {
        match word {
            "municipality" => Ok(Of::Municipality),
            "country" => Ok(Of::Country),
            "region" => Ok(Of::Region),
            "group" => Ok(Of::Group),
            _ => Err(UnknownOf),
        }
    }
}

/// No word for what a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownOf;

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nothing of it was asked there; never a zero.
    NotAsked,
    /// All that was asked is "not relevant".
    NotApplicable,
    /// Too few answers have a value.
    Insufficient,
    /// None of it can be compared with the baseline.
    NotComparable,
    /// No municipality has a figure.
    NoFigures,
    /// Held back, because figures of single municipalities could be worked out.
    Suppressed,
}

/// A score.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Score {
    /// The key of the round.
    #[schema(example = "2026")]
    pub round: String,
    /// What it is a score of.
    pub of: Of,
    /// The municipality's code, `DK`, the region's name, or the number of the kommunegruppe.
    #[schema(example = "0751")]
    pub code: String,
    /// What that is called.
    #[schema(example = "Aarhus")]
    pub name: String,
    /// The municipality's region on the last day of the round; null for a group.
    pub region: Option<String>,
    /// The municipality's kommunegruppe, 1 to 5; null for a group.
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
    /// Cells (questions in an area) that are asked; null for a group.
    pub asked: Option<usize>,
    /// Those of them that are not "not relevant"; null for a group.
    pub applicable: Option<usize>,
    /// Those of them that have a value; for a group the municipalities with a score, null where it is held back.
    pub n: Option<usize>,
    /// The share of applicable cells that have a value, 0 to 1; null for a group.
    #[schema(minimum = 0, maximum = 1)]
    pub coverage: Option<f64>,
    /// The score, 0 to 100, with four decimals; null where `reason` says why.
    #[schema(minimum = 0, maximum = 100)]
    pub score: Option<f64>,
    /// The score with "don't know" as 0; null for a group.
    #[schema(minimum = 0, maximum = 100)]
    pub strict_score: Option<f64>,
    /// Why there is no score; null where there is one.
    pub reason: Option<Missing>,
    /// What the round is held to; null where that is nothing, and of anything but the implementation of a package or of
    /// all packages over all areas.
    pub aim: Option<Aim>,
}

/// Which figures of a round are meant; everything where nothing is said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chosen {
    /// Of what.
    pub of: Option<Of>,
    /// Of this municipality alone.
    pub municipality: Option<MunicipalityCode>,
    /// Measure, package and area.
    pub dimensions: Dimensions,
}

impl Chosen {
    /// Whether figures of this kind are meant.
    pub fn holds(&self, of: Of) -> bool {
        let is_one = self.municipality.is_none() || of == Of::Municipality;
        is_one && self.of.is_none_or(|wanted| wanted == of)
    }

    /// Whether the figures of a municipality are meant.
    pub fn holds_municipality(&self, code: &str) -> bool {
        self.holds(Of::Municipality) && self.municipality.as_ref().is_none_or(|wanted| wanted.as_str() == code)
    }
}

/// The scores of a round that are meant, in a language.
pub struct Scores<'a, 'r> {
    /// What the reader may see.
    pub scores: &'a RoundScores<'r>,
    /// What of it is meant.
    pub chosen: &'a Chosen,
    /// The language of titles.
    pub language: Language,
}

/// What stands in every figure of one dimension.
pub(super) struct Named<'a> {
    pub edition: &'a Edition,
    pub day: NaiveDate,
    pub language: Language,
}

/// Where a figure is of, in words.
pub(super) struct Place {
    pub of: Of,
    pub code: String,
    pub name: String,
    pub region: Option<String>,
    pub group: Option<u8>,
}

impl Named<'_> {
    /// A municipality or the country, by the code of a file's line.
    pub(super) fn place(&self, code: &str) -> Place {
        let found = municipalities::find(code);
        let name = match code {
            NATION => tr!(self.language, "benchmarks-nation"),
            _ => found.map_or("", |one| one.name).to_owned(),
        };
        Place {
            of: if code == NATION { Of::Country } else { Of::Municipality },
            code: code.to_owned(),
            name,
            region: found.and_then(|one| one.region_on(self.day)).map(str::to_owned),
            group: found.map(|one| one.group),
        }
    }

    /// One of the fixed groups.
    fn group(&self, group: &PeerGroup) -> Place {
        let (of, code, name) = match group {
            PeerGroup::Region(name) => (Of::Region, name.clone(), name.clone()),
            PeerGroup::MunicipalityGroup(number) => (Of::Group, number.to_string(), group_name(*number, self.language)),
            PeerGroup::Nation | PeerGroup::Chosen(_) => return self.place(NATION),
        };
        Place { of, code, name, region: None, group: None }
    }
}

impl Blocks for Scores<'_, '_> {
    type Entry = Score;

    fn keys(&self) -> Vec<String> {
        self.scores.dimensions(&self.chosen.dimensions).into_iter().map(|index| self.scores.key(index)).collect()
    }

    fn entries(&self, place: usize) -> Vec<(String, Score)> {
        let Some(&index) = self.scores.dimensions(&self.chosen.dimensions).get(place) else { return Vec::new() };
        let named = Named { edition: self.scores.edition(), day: self.scores.closes_on(), language: self.language };
        let lines = self.scores.municipalities(index).into_iter();
        let own = lines.filter(|line| self.chosen.holds_municipality(line.municipality_code));
        let score = |line: &ScoreLine| {
            let aim = self.scores.aim_of_municipality(index, line.municipality_code).map(Aim::from);
            Score { aim, ..Score::of_municipality(line, &named) }
        };
        let mut told: Vec<(String, Score)> =
            own.map(|line| (line.municipality_code.to_owned(), score(&line))).collect();
        let is_any = [Of::Country, Of::Region, Of::Group].into_iter().any(|of| self.chosen.holds(of));
        for group in is_any.then(|| self.scores.groups(index)).into_iter().flatten() {
            let score = Score::of_group(&group, &named);
            if self.chosen.holds(score.of) {
                told.push((format!("{:?} {}", score.of, score.code), score));
            }
        }
        told
    }
}

impl Score {
    fn new(place: Place, line: &ScoreLine, named: &Named) -> Score {
        Score {
            round: line.round.to_owned(),
            of: place.of,
            code: place.code,
            name: place.name,
            region: place.region,
            group: place.group,
            measure: line.measure.into(),
            package: some_key(line.package),
            package_title: package_title(named.edition, line.package, named.language),
            area: some_key(line.area),
            area_name: area_name(named.edition, line.area, named.language),
            asked: line.asked,
            applicable: line.applicable,
            n: Some(line.valid),
            coverage: figure(line.coverage),
            score: figure(line.score),
            strict_score: figure(line.strict_score),
            reason: Missing::of(line.state),
            aim: None,
        }
    }

    fn of_municipality(line: &ScoreLine, named: &Named) -> Score {
        Score::new(named.place(line.municipality_code), line, named)
    }

    fn of_group(group: &GroupScore, named: &Named) -> Score {
        let line = Score::new(named.group(&group.group), &group.line, named);
        let reason = match (group.is_suppressed, line.score) {
            (true, _) => Some(Missing::Suppressed),
            // Why the country has none the files tell too.
            (false, None) if group.group == PeerGroup::Nation => line.reason,
            (false, None) => Some(Missing::NoFigures),
            (false, Some(_)) => None,
        };
        let aim = group.aim.clone().map(Aim::from);
        Score { n: line.n.filter(|_| !group.is_suppressed), reason, aim, ..line }
    }
}

impl Missing {
    /// What a file's word for a state says.
    pub(super) fn of(state: &str) -> Option<Missing> {
        match state {
            "ok" => None,
            "not_asked" => Some(Missing::NotAsked),
            "not_applicable" => Some(Missing::NotApplicable),
            "not_comparable" => Some(Missing::NotComparable),
            _ => Some(Missing::Insufficient),
        }
    }
}
