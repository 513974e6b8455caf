//! Which things stand in another order than before: as few as explain it.

use std::collections::{BTreeMap, HashSet};

use super::Kind;
use super::items::Item;

/// The places in `later` of things that stand with the same others as before, but elsewhere among them. Whatever
/// rises in the same order as before has stayed where it was, and the rest has moved around it.
pub(super) fn moved_places(earlier: &[Item], later: &[Item], partners: &[Option<usize>]) -> HashSet<usize> {
    let mut groups: BTreeMap<(Kind, &str), Vec<(usize, usize)>> = BTreeMap::new();
    for (place, (item, partner)) in later.iter().zip(partners).enumerate() {
        if let Some(partner) = partner.filter(|partner| earlier[*partner].parent == item.parent) {
            groups.entry((item.kind, &item.parent)).or_default().push((place, partner));
        }
    }
    let mut moved = HashSet::new();
    for group in groups.into_values() {
        let before: Vec<usize> = group.iter().map(|(_, partner)| *partner).collect();
        let stayed = longest_rise(&before);
        moved
            .extend(group.iter().enumerate().filter(|(index, _)| !stayed.contains(index)).map(|(_, (place, _))| place));
    }
    moved
}

/// The places of a longest rising subsequence of different numbers.
fn longest_rise(numbers: &[usize]) -> HashSet<usize> {
    // `ends[n]` is the place of the smallest number that ends a rise of n + 1 numbers.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (place, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    std::iter::successors(ends.last().copied(), |place| before[*place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_jumps_is_the_only_one_that_moved() {
        let stayed = |numbers: &[usize]| {
            let mut stayed: Vec<usize> = longest_rise(numbers).into_iter().map(|place| numbers[place]).collect();
            stayed.sort_unstable();
            stayed
        };
        assert_eq!(stayed(&[4, 0, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(stayed(&[1, 2, 3, 4, 0]), [1, 2, 3, 4]);
        assert_eq!(stayed(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(stayed(&[]), [0; 0]);
        assert_eq!(stayed(&[2, 1, 0]).len(), 1);
    }
}
