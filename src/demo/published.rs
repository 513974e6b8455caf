//! What the generated `overall` answers are steered to: published shares where there are any, and
//! generated ones between them.

use crate::domain::dashboards::published::SHARES;

/// How many municipalities answered a round (of 98): KL and SIF on each round.
pub fn answering(year: i32) -> usize {
    match year {
        2013 => 96,
        2014 => 97,
        2015 | 2017 => 95,
        _ => 95,
    }
}

/// How many of them answered "i høj grad" for a package, where a share was published.
pub fn high_degree(package: &str, year: i32) -> Option<usize> {
    SHARES.iter().find(|share| (share.package, share.year) == (package, year)).map(|share| share.count)
}

/// A count for the rounds in which a package's share was not published, so that its generated series
/// runs on from the published one. Generated, and no figure of anybody's.
pub fn generated_high_degree(package: &str, year: i32) -> Option<usize> {
    match (package, year) {
        ("tobak", 2015) => Some(41),
        ("alkohol", 2013) => Some(27),
        ("mental-sundhed", 2013) => Some(22),
        ("fysisk-aktivitet", 2015) => Some(28),
        ("fysisk-aktivitet", 2017) => Some(33),
        ("mad-og-maaltider", 2015) => Some(22),
        ("mad-og-maaltider", 2017) => Some(26),
        _ => None,
    }
}
