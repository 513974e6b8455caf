//! The published national shares that the generated `overall` answers are steered to: how many
//! municipalities judged that their effort "i høj grad" meets a package's grundniveau.
//!
//! Shares: Statens Institut for Folkesundhed, SDU (sdu.dk/da/sif/ugens_tal/02_2018) for 2015 and
//! 2017; Hjerteforeningen, March 2014, for 2013 (its reading of the 2013 report). The counts are a
//! whole-number reconstruction that rounds to the published share; they are not published themselves.
//!
//! Two things here are inferred: that Hjerteforeningen's "lever op til" (2013) means "i høj grad", and
//! the share of Alkohol in 2015, which is that of 2017 less the rise published with it (44 - 9).

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
    match (package, year) {
        ("tobak", 2013) => Some(29),            // 30 % of 96
        ("fysisk-aktivitet", 2013) => Some(25), // 26 % of 96
        ("mad-og-maaltider", 2013) => Some(20), // 21 % of 96
        ("alkohol", 2015) => Some(33),          // 35 % of 95, inferred
        ("mental-sundhed", 2015) => Some(28),   // 29 % of 95
        ("tobak", 2017) => Some(52),            // 55 % of 95
        ("alkohol", 2017) => Some(42),          // 44 % of 95
        ("mental-sundhed", 2017) => Some(38),   // 40 % of 95
        _ => None,
    }
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
