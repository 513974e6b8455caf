//! Good practice: what a municipality shares of a recommendation that it carries out in full. Its coordinator writes it,
//! a moderator decides about it, and only what was decided to be shown is read outside the municipality.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Scope, Staff, StaffId};
use crate::domain::rounds::{Round, RoundId};
use crate::schema::{practice_examples, practice_versions};

/// The most characters of a title, and of a function.
pub const MOST_IN_LINE: usize = 120;

/// The most characters of a telephone number.
pub const MOST_IN_PHONE: usize = 30;

/// The most characters of the paragraph.
pub const MOST_CHARACTERS: usize = 1500;

/// The most characters of why an example is declined.
pub const MOST_IN_REASON: usize = 1000;

id! {
    /// An example of good practice.
    ExampleId
}

id! {
    /// A version of an example.
    ExampleVersionId
}

words! {
    /// What became of a version.
    pub enum Decision {
        /// A moderator shows it.
        Shown = "shown",
        /// A moderator does not show it, and says why.
        Declined = "declined",
        /// It was written anew before anybody had decided.
        Replaced = "replaced",
    }
}

/// Whose example it is, and of which recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = practice_examples, treat_none_as_default_value = false)]
pub struct Example {
    /// Its id.
    pub id: ExampleId,
    /// The municipality.
    pub municipality_code: MunicipalityCode,
    /// Key of the edition.
    pub edition: String,
    /// Key of the package.
    pub package: String,
    /// Key of the recommendation.
    pub recommendation: String,
    /// When it was shared first, UTC.
    pub shared_at: NaiveDateTime,
    /// When it was withdrawn, UTC.
    pub withdrawn_at: Option<NaiveDateTime>,
}

/// What was written at one time.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = practice_versions, treat_none_as_default_value = false)]
pub struct ExampleVersion {
    /// Its id.
    pub id: ExampleVersionId,
    /// The example.
    pub example_id: ExampleId,
    /// The closed round in which the municipality carried the recommendation out in full.
    pub round_id: RoundId,
    /// Its title.
    pub title: String,
    /// What was done, in the municipality's own words.
    pub body: String,
    /// Whom to ask: a function, not a person; empty once it is no longer needed, like the two that follow.
    pub contact_function: String,
    /// Its address.
    pub contact_email: String,
    /// Its telephone, may be empty.
    pub contact_phone: String,
    /// Who wrote it.
    pub staff_id: StaffId,
    /// When, UTC.
    pub written_at: NaiveDateTime,
    /// What became of it; none while it waits.
    pub decision: Option<Decision>,
    /// When that was decided, UTC.
    pub decided_at: Option<NaiveDateTime>,
    /// Why it was declined.
    pub reason: Option<String>,
}

/// A version with its example and the key of its round, as it is read.
pub type ExampleRow = (Example, ExampleVersion, String);

/// How an example stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleState {
    /// Its newest version waits for a moderator; an earlier one may be shown.
    Waiting,
    /// Its newest version is shown.
    Shown,
    /// Its newest version was declined; an earlier one may be shown.
    Declined,
    /// The municipality or a moderator has taken it back.
    Withdrawn,
}

/// An example with its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleThread {
    /// Whose it is.
    pub example: Example,
    /// The versions, oldest first, each with the key of its round.
    pub versions: Vec<(ExampleVersion, String)>,
}

impl ExampleThread {
    /// The version that was written last.
    pub fn newest(&self) -> Option<&(ExampleVersion, String)> {
        self.versions.last()
    }

    /// The version that others read.
    pub fn shown(&self) -> Option<&(ExampleVersion, String)> {
        let is_shown = |one: &&(ExampleVersion, String)| one.0.decision == Some(Decision::Shown);
        self.versions.iter().rev().find(is_shown).filter(|_| self.example.withdrawn_at.is_none())
    }

    /// How it stands.
    pub fn state(&self) -> ExampleState {
        let decision = self.newest().and_then(|(version, _)| version.decision);
        match (self.example.withdrawn_at, decision) {
            (Some(_), _) => ExampleState::Withdrawn,
            (None, Some(Decision::Shown)) => ExampleState::Shown,
            (None, Some(Decision::Declined)) => ExampleState::Declined,
            (None, None | Some(Decision::Replaced)) => ExampleState::Waiting,
        }
    }

    /// Whether an account reads all of it and not just what is shown: the municipality's own, and moderators.
    pub fn is_open_to(&self, staff: &Staff) -> bool {
        may_moderate(staff) || staff.scope().holds(&self.example.municipality_code)
    }

    /// Whether an account may take it back: the municipality's coordinator, and moderators.
    pub fn may_be_withdrawn_by(&self, staff: &Staff) -> bool {
        let is_own = may_share(staff) && staff.scope().holds(&self.example.municipality_code);
        self.example.withdrawn_at.is_none() && (is_own || may_moderate(staff))
    }
}

/// Whether an account shares examples of the municipality in its scope.
pub fn may_share(staff: &Staff) -> bool {
    staff.role == Role::Coordinator
}

/// Whether an example can rest on the answers of a round: one that is closed and counts.
pub fn can_rest_on(round: &Round) -> bool {
    round.is_closed() && !round.is_test && !round.is_trial
}

/// Whether an account decides what is shown: administrators, and consultants of the whole country.
pub fn may_moderate(staff: &Staff) -> bool {
    matches!(staff.role, Role::Admin | Role::Consultant) && staff.scope() == Scope::All
}

/// Rows, those of one example next to each other and oldest first, put together.
pub fn example_threads(rows: Vec<ExampleRow>) -> Vec<ExampleThread> {
    let mut threads: Vec<ExampleThread> = Vec::new();
    for (example, version, round) in rows {
        match threads.last_mut() {
            Some(thread) if thread.example.id == example.id => thread.versions.push((version, round)),
            _ => threads.push(ExampleThread { example, versions: vec![(version, round)] }),
        }
    }
    threads
}
