//! Who has answered in a round.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::{figure, instant};
use crate::domain::MunicipalityCode;
use crate::domain::base::municipalities;
use crate::domain::rounds::Round;
use crate::domain::rounds::participation::Participation;

/// How far a municipality is in a round; counts are of posts.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Status {
    /// The key of the round.
    #[schema(example = "2026")]
    pub round: String,
    /// The municipality's code.
    #[schema(example = "0751")]
    pub municipality_code: String,
    /// The municipality's name.
    #[schema(example = "Aarhus")]
    pub municipality: String,
    /// Its region on the last day of the round.
    pub region: Option<String>,
    /// Its kommunegruppe, 1 to 5.
    pub group: Option<u8>,
    /// Posts that are asked.
    pub posts: i64,
    /// Posts whose invitation the receiving mail server took.
    pub mailed: i64,
    /// Posts whose invitation did not arrive.
    pub failed: i64,
    /// Posts that have begun.
    pub started: i64,
    /// Posts that have handed in everything.
    pub handed_in: i64,
    /// The share of posts that have handed in everything, 0 to 1, with four decimals; null where nobody is asked.
    #[schema(minimum = 0, maximum = 1)]
    pub share: Option<f64>,
    /// When somebody last began or handed in, UTC.
    #[schema(format = DateTime)]
    pub last_activity: Option<String>,
}

/// The municipalities that were counted, in order of code, each with its key.
pub fn list(round: &Round, counted: &BTreeMap<MunicipalityCode, Participation>) -> Vec<(String, Status)> {
    let status = |(code, one): (&MunicipalityCode, &Participation)| {
        let found = municipalities::find(code.as_str());
        let told = Status {
            round: round.key.clone(),
            municipality_code: code.to_string(),
            municipality: code.name().to_owned(),
            region: found.and_then(|one| one.region_on(round.closes_on)).map(str::to_owned),
            group: found.map(|one| one.group),
            posts: one.posts,
            mailed: one.mailed,
            failed: one.failed,
            started: one.started,
            handed_in: one.handed_in,
            share: figure((one.posts > 0).then(|| one.handed_in as f64 / one.posts as f64)),
            last_activity: one.last_activity.map(instant),
        };
        (code.to_string(), told)
    };
    counted.iter().map(status).collect()
}
