//! Who was invited to a round, was mailed, has started and has handed in, counted per municipality.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::Round;
use super::invitations::InvitationId;
use crate::domain::MunicipalityCode;
use crate::domain::base::rounding::whole;

/// Words of the ledger for letters that reached the receiving mail server.
pub const ACCEPTED: &[&str] = &["accepted"];

/// Words of the ledger for letters that will not arrive unless somebody does something.
pub const FAILED: &[&str] = &["refused", "given_up", "bounced", "in_doubt"];

/// Counts of posts, of one municipality or summed over several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Participation {
    /// Posts invited.
    pub posts: i64,
    /// Posts whose invitation letter was accepted by the receiving mail server.
    pub mailed: i64,
    /// Posts whose invitation letter failed.
    pub failed: i64,
    /// Posts that have opened their first answer page.
    pub started: i64,
    /// Posts that have handed in everything.
    pub handed_in: i64,
    /// The latest start or handing in, UTC.
    pub last_activity: Option<NaiveDateTime>,
}

/// How far a municipality is for whoever has handed in there: sections handed in, and all of them. None where nobody
/// else is asked, which would say nothing, and in a trial, in which nobody else is asked in earnest.
pub fn beside_others(round: &Round, (done, all): (i64, i64), own: usize) -> Option<(usize, usize)> {
    let (done, all) = (usize::try_from(done).ok()?, usize::try_from(all).ok()?);
    (all > own && !round.is_trial).then_some((done, all))
}

/// The posts of a municipality as the store counts them.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct PostCount {
    /// The municipality.
    pub municipality_code: MunicipalityCode,
    /// Invitations.
    pub posts: i64,
    /// Of them started.
    pub started: i64,
    /// Of them handed in whole.
    pub handed_in: i64,
    /// The latest start, UTC.
    pub last_started: Option<NaiveDateTime>,
}

/// How the latest letter to a post stands.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct LetterStanding {
    /// The post's invitation.
    pub invitation_id: InvitationId,
    /// The ledger's word for the kind.
    pub kind: String,
    /// The ledger's word for the state.
    pub state: String,
    /// When it was sent, UTC.
    pub sent_at: Option<NaiveDateTime>,
}

/// What the store counts in a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Posts.
    pub posts: Vec<PostCount>,
    /// When a section was last handed in, UTC.
    pub handed_in: Vec<(MunicipalityCode, Option<NaiveDateTime>)>,
    /// Invitation letters accepted.
    pub accepted: Vec<(MunicipalityCode, i64)>,
    /// Invitation letters failed.
    pub failed: Vec<(MunicipalityCode, i64)>,
}

impl Participation {
    /// Posts that have not handed in everything.
    pub fn missing(&self) -> i64 {
        self.posts - self.handed_in
    }

    /// The share of posts that have handed in, in whole per cent rounded as every figure is (scoring.md §6),
    /// but 100 only where all have; none where nobody was invited.
    pub fn share(&self) -> Option<i64> {
        let most = if self.handed_in < self.posts { 99 } else { 100 };
        (self.posts > 0).then(|| whole(100.0 * self.handed_in as f64 / self.posts as f64).min(most))
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Participation) -> Participation {
        Participation {
            posts: self.posts + other.posts,
            mailed: self.mailed + other.mailed,
            failed: self.failed + other.failed,
            started: self.started + other.started,
            handed_in: self.handed_in + other.handed_in,
            last_activity: self.last_activity.max(other.last_activity),
        }
    }
}

/// What was counted, by municipality.
pub fn by_municipality(counts: &Counts) -> BTreeMap<MunicipalityCode, Participation> {
    let mut all: BTreeMap<MunicipalityCode, Participation> = BTreeMap::new();
    for count in &counts.posts {
        let one = all.entry(count.municipality_code.clone()).or_default();
        one.posts = count.posts;
        one.started = count.started;
        one.handed_in = count.handed_in;
        one.last_activity = count.last_started;
    }
    for (code, latest) in &counts.handed_in {
        let one = all.entry(code.clone()).or_default();
        one.last_activity = one.last_activity.max(*latest);
    }
    for (code, count) in &counts.accepted {
        all.entry(code.clone()).or_default().mailed = *count;
    }
    for (code, count) in &counts.failed {
        all.entry(code.clone()).or_default().failed = *count;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_seven_are_29_per_cent() {
        assert_eq!(Participation { posts: 7, handed_in: 2, ..Participation::default() }.share(), Some(29));
    }

    #[test]
    fn a_share_of_100_means_everybody() {
        assert_eq!(Participation { posts: 200, handed_in: 199, ..Participation::default() }.share(), Some(99));
        assert_eq!(Participation { posts: 3, handed_in: 3, ..Participation::default() }.share(), Some(100));
        assert_eq!(Participation::default().share(), None);
    }
}
