//! A bounded memory by key.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

/// Holds so many things; the one used longest ago makes way.
pub struct Cache<K, T> {
    most: usize,
    /// Counts uses, because the clock's seconds are too long to tell which came first.
    uses: u64,
    things: HashMap<K, (u64, T)>,
}

impl<K: Eq + Hash + Clone, T> Cache<K, T> {
    /// An empty shelf for at most so many things.
    pub fn new(most: usize) -> Cache<K, T> {
        Cache { most, uses: 0, things: HashMap::new() }
    }

    /// What is kept for a key.
    pub fn get<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut T>
    where
        K: Borrow<Q>,
    {
        self.uses += 1;
        let (used, thing) = self.things.get_mut(key)?;
        *used = self.uses;
        Some(thing)
    }

    /// Keeps something for a key in place of what was kept for it.
    pub fn put(&mut self, key: &K, thing: T) {
        self.uses += 1;
        self.things.insert(key.clone(), (self.uses, thing));
        if self.things.len() > self.most {
            let oldest = self.things.iter().min_by_key(|(_, (used, _))| *used).map(|(key, _)| key.clone());
            oldest.and_then(|oldest| self.things.remove(&oldest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_used_longest_ago_makes_way() {
        let mut shelf = Cache::new(3);
        (0..3).for_each(|key| shelf.put(&key, key));
        assert_eq!(shelf.get(&0), Some(&mut 0));
        shelf.put(&3, 3);
        let kept: Vec<bool> = (0..4).map(|key| shelf.get(&key).is_some()).collect();
        assert_eq!(kept, [true, false, true, true]);
    }
}
