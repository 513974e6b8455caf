//! One at a time for each round, so that a slow round keeps nobody from the others.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use super::locked;
use crate::domain::rounds::RoundId;

/// The turn of every round that was asked for; there are as few as there are rounds.
#[derive(Default)]
pub(super) struct Turns(Mutex<HashMap<RoundId, Arc<Mutex<()>>>>);

impl Turns {
    /// The turn of a round, to be taken by whoever works at it.
    pub fn of(&self, round: &RoundId) -> Arc<Mutex<()>> {
        locked(&self.0).entry(round.clone()).or_default().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_waits_for_itself_alone() {
        let (turns, rounds) = (Turns::default(), [RoundId::new(), RoundId::new()]);
        let turn = turns.of(&rounds[0]);
        let _slow = locked(&turn);
        assert!(turns.of(&rounds[0]).try_lock().is_none());
        assert!(turns.of(&rounds[1]).try_lock().is_some());
    }
}
