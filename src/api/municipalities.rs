//! Municipalities.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::access::staff::Scope;
use crate::domain::base::municipalities;

/// A municipality that the token may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Municipality {
    /// Its four-digit code at Danmarks Statistik, as text for its leading zero.
    #[schema(example = "0751")]
    pub code: String,
    /// Its Danish name.
    #[schema(example = "Aarhus")]
    pub name: String,
    /// Its kommunegruppe at Danmarks Statistik: 1 capital, 2 large city, 3 provincial town, 4 commuter, 5 rural.
    #[schema(minimum = 1, maximum = 5)]
    pub group: u8,
    /// The regions that it has belonged to, earliest first.
    pub regions: Vec<Region>,
}

/// A region that a municipality belongs to for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; null while it lasts.
    pub to: Option<NaiveDate>,
}

/// The municipalities of a scope in order of code, each with its key.
pub fn list(scope: &Scope) -> Vec<(String, Municipality)> {
    let seen = municipalities::all().iter().filter(|one| scope.holds(&one.code()));
    seen.map(|one| {
        let region = |period: &municipalities::RegionPeriod| Region {
            name: period.region.to_owned(),
            from: period.from,
            to: period.to,
        };
        let told = Municipality {
            code: one.code.to_owned(),
            name: one.name.to_owned(),
            group: one.group,
            regions: one.regions.iter().map(region).collect(),
        };
        (one.code.to_owned(), told)
    })
    .collect()
}
