//! What the address of a round's page says of its list of municipalities.

use serde::Deserialize;

use crate::domain::rounds::participation_list::{ParticipationColumn, ParticipationWanted};

/// What is asked for; what is unknown or empty asks for nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    region: String,
    group: String,
    sort: String,
    order: String,
}

impl Asked {
    pub(super) fn wanted(self) -> ParticipationWanted {
        ParticipationWanted {
            text: self.q.trim().to_owned(),
            region: Some(self.region).filter(|region| !region.is_empty()),
            group: self.group.parse().ok(),
            sort: self.sort.parse().unwrap_or(ParticipationColumn::Name),
            descending: self.order == "desc",
        }
    }
}
