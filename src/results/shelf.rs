//! A bounded memory by round.

use std::collections::HashMap;

use crate::domain::rounds::RoundId;

/// Holds so many things; the one used longest ago makes way.
pub struct Shelf<T> {
    most: usize,
    /// Counts uses, because the clock's seconds are too long to tell which came first.
    uses: u64,
    things: HashMap<RoundId, (u64, T)>,
}

impl<T> Shelf<T> {
    /// An empty shelf for at most so many things.
    pub fn new(most: usize) -> Shelf<T> {
        Shelf { most, uses: 0, things: HashMap::new() }
    }

    /// What is kept for a round.
    pub fn get(&mut self, round: &RoundId) -> Option<&mut T> {
        self.uses += 1;
        let (used, thing) = self.things.get_mut(round)?;
        *used = self.uses;
        Some(thing)
    }

    /// Keeps something for a round in place of what was kept for it.
    pub fn put(&mut self, round: &RoundId, thing: T) {
        self.uses += 1;
        self.things.insert(round.clone(), (self.uses, thing));
        if self.things.len() > self.most {
            let oldest = self.things.iter().min_by_key(|(_, (used, _))| *used).map(|(round, _)| round.clone());
            oldest.and_then(|oldest| self.things.remove(&oldest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_used_longest_ago_makes_way() {
        let rounds: Vec<RoundId> = (0..4).map(|_| RoundId::new()).collect();
        let mut shelf = Shelf::new(3);
        (0..3).for_each(|place| shelf.put(&rounds[place], place));
        assert_eq!(shelf.get(&rounds[0]), Some(&mut 0));
        shelf.put(&rounds[3], 3);
        let kept: Vec<bool> = rounds.iter().map(|round| shelf.get(round).is_some()).collect();
        assert_eq!(kept, [true, false, true, true]);
    }
}
