//! Published national shares: how many municipalities judged that their work "i høj grad" meets a
//! package's grundniveau. Nothing is computed from them; the demo's generated answers are steered
//! to them, and its pages say which shares they are.
//!
//! The counts are a whole-number reconstruction that rounds to the published share; they are not
//! published themselves.

/// Where a share was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Statens Institut for Folkesundhed, SDU: sdu.dk/da/sif/ugens_tal/02_2018.
    Sif,
    /// Alkohol in 2015: SIF's share of 2017 less the rise that was published with it (44 - 9).
    SifLessTheRise,
    /// Hjerteforeningen, March 2014, on the report of 2013; that its "lever op til" means "i høj grad" is inferred.
    Hjerteforeningen,
}

/// A published share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedShare {
    /// Key of the package.
    pub package: &'static str,
    /// Year of the round, which is also its key.
    pub year: i32,
    /// Whole per cent.
    pub share: u8,
    /// Municipalities, reconstructed.
    pub count: usize,
    /// Where it was read.
    pub basis: Basis,
}

/// Every published share that is known.
pub const SHARES: [PublishedShare; 8] = [
    of("tobak", 2013, 30, 29, Basis::Hjerteforeningen),
    of("fysisk-aktivitet", 2013, 26, 25, Basis::Hjerteforeningen),
    of("mad-og-maaltider", 2013, 21, 20, Basis::Hjerteforeningen),
    of("alkohol", 2015, 35, 33, Basis::SifLessTheRise),
    of("mental-sundhed", 2015, 29, 28, Basis::Sif),
    of("tobak", 2017, 55, 52, Basis::Sif),
    of("alkohol", 2017, 44, 42, Basis::Sif),
    of("mental-sundhed", 2017, 40, 38, Basis::Sif),
];

const fn of(package: &'static str, year: i32, share: u8, count: usize, basis: Basis) -> PublishedShare {
    PublishedShare { package, year, share, count, basis }
}
