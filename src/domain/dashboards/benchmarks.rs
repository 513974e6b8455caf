//! Means of groups of municipalities, held back where they would give a single one away (scoring.md §4).

use chrono::NaiveDate;

use crate::domain::MunicipalityCode;
use crate::domain::base::municipalities;
use crate::domain::rounds::Round;

/// The fewest municipalities that a benchmark, and what is left over beside it, may rest on.
pub const LEAST_MUNICIPALITIES: usize = 5;

/// A group of municipalities that one is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeerGroup {
    /// All of them.
    Nation,
    /// A region by name, as it was on the round's closing date.
    Region(String),
    /// A kommunegruppe, 1 to 5.
    MunicipalityGroup(u8),
    /// A consultant's own selection.
    Chosen(Vec<MunicipalityCode>),
}

/// Whose figures a reader may see one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Every municipality's.
    All,
    /// These.
    Some(Vec<MunicipalityCode>),
}

/// A figure of one municipality, 0 to 100 or a change in points; none where it has none.
pub type Figure = (MunicipalityCode, Option<f64>);

/// What may be shown of a circle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Benchmark {
    /// The mean of the municipalities that have a figure, each counting once.
    Shown {
        /// How many they are.
        n: usize,
        /// Their mean.
        mean: f64,
    },
    /// Held back, because single municipalities could be worked out.
    Suppressed,
    /// No municipality of the circle has a figure.
    Empty,
}

impl Benchmark {
    /// The mean, where it is shown.
    pub fn mean(&self) -> Option<f64> {
        match self {
            Benchmark::Shown { mean, .. } => Some(*mean),
            Benchmark::Suppressed | Benchmark::Empty => None,
        }
    }

    /// How many municipalities it rests on, where it is shown.
    pub fn n(&self) -> Option<usize> {
        match self {
            Benchmark::Shown { n, .. } => Some(*n),
            Benchmark::Suppressed | Benchmark::Empty => None,
        }
    }

    /// Whether it rests on so few municipalities that it must not look like the others.
    pub fn is_weak(&self) -> bool {
        self.n().is_some_and(|n| n < LEAST_MUNICIPALITIES)
    }
}

impl PeerGroup {
    /// Whether a municipality belongs to the circle on a day.
    pub fn holds(&self, code: &MunicipalityCode, day: NaiveDate) -> bool {
        let municipality = municipalities::find(code.as_str());
        match self {
            PeerGroup::Nation => true,
            PeerGroup::Region(region) => municipality.and_then(|one| one.region_on(day)) == Some(region.as_str()),
            PeerGroup::MunicipalityGroup(group) => municipality.is_some_and(|one| one.group == *group),
            PeerGroup::Chosen(codes) => codes.contains(code),
        }
    }

    /// The region of a municipality on a day.
    pub fn region_of(code: &MunicipalityCode, day: NaiveDate) -> Option<PeerGroup> {
        let region = municipalities::find(code.as_str())?.region_on(day)?;
        Some(PeerGroup::Region(region.to_owned()))
    }

    /// The kommunegruppe of a municipality.
    pub fn municipality_group_of(code: &MunicipalityCode) -> Option<PeerGroup> {
        municipalities::find(code.as_str()).map(|one| PeerGroup::MunicipalityGroup(one.group))
    }
}

impl Sight {
    /// Whether the reader may see this municipality's own figure.
    pub fn holds(&self, code: &MunicipalityCode) -> bool {
        match self {
            Sight::All => true,
            Sight::Some(codes) => codes.contains(code),
        }
    }
}

/// The benchmarks of circles that are shown side by side, in their order.
///
/// `day` is the round's closing date. A circle with a member that the reader may not see needs
/// [`LEAST_MUNICIPALITIES`] figures; so does, unless it is nothing, what is left when it is taken from
/// the nation or from another shown circle around it, and when the reader's own are taken from it.
pub fn benchmarks(figures: &[Figure], peer_groups: &[PeerGroup], day: NaiveDate, sight: &Sight) -> Vec<Benchmark> {
    let valued: Vec<(&MunicipalityCode, f64)> =
        figures.iter().filter_map(|(code, figure)| Some((code, (*figure)?))).collect();
    let members: Vec<Vec<usize>> = std::iter::once(&PeerGroup::Nation)
        .chain(peer_groups)
        .map(|peer_group| (0..valued.len()).filter(|index| peer_group.holds(valued[*index].0, day)).collect())
        .collect();
    let is_seen = |index: &usize| sight.holds(valued[*index].0);
    let one = |peer_group: &Vec<usize>| {
        if peer_group.is_empty() {
            return Benchmark::Empty;
        }
        let around = members.iter().filter(|larger| peer_group.iter().all(|index| larger.contains(index)));
        let hidden = peer_group.iter().filter(|index| !is_seen(index)).count();
        let left_over = around.map(|larger| larger.iter().filter(|index| !peer_group.contains(index)));
        let is_safe = peer_group.len() >= LEAST_MUNICIPALITIES
            && is_enough_or_none(hidden)
            && left_over.into_iter().all(|rest| is_unrevealing(rest, is_seen));
        if hidden > 0 && !is_safe {
            return Benchmark::Suppressed;
        }
        let sum: f64 = peer_group.iter().map(|index| valued[*index].1).sum();
        Benchmark::Shown { n: peer_group.len(), mean: sum / peer_group.len() as f64 }
    };
    members.iter().skip(1).map(one).collect()
}

/// The benchmarks of circles that share no municipality and together make up the nation, such as
/// all regions: what is held back must not be found by taking the others from the nation.
pub fn benchmarks_of_parts(figures: &[Figure], parts: &[PeerGroup], day: NaiveDate, sight: &Sight) -> Vec<Benchmark> {
    let mut shown: Vec<Benchmark> =
        parts.iter().flat_map(|part| benchmarks(figures, std::slice::from_ref(part), day, sight)).collect();
    loop {
        let held_back = figures.iter().filter(|(code, figure)| {
            figure.is_some()
                && shown.iter().zip(parts).any(|(one, part)| *one == Benchmark::Suppressed && part.holds(code, day))
        });
        if is_unrevealing(held_back, |figure| sight.holds(&figure.0)) {
            return shown;
        }
        let smallest = shown
            .iter()
            .enumerate()
            .filter_map(|(index, one)| match one {
                Benchmark::Shown { n, .. } => Some((*n, index)),
                _ => None,
            })
            .min();
        let Some((_, index)) = smallest else { return shown };
        shown[index] = Benchmark::Suppressed;
    }
}

/// The round that an open or coming round is benchmarked against: itself once closed, else the
/// newest closed one of its programme. Tests never serve, except that a test is held against itself.
pub fn benchmarked_round<'a>(looked_at: &'a Round, rounds: &'a [Round]) -> Option<&'a Round> {
    if looked_at.is_closed() {
        return Some(looked_at);
    }
    rounds
        .iter()
        .filter(|round| round.programme == looked_at.programme && round.is_closed() && !round.is_test)
        .max_by(|left, right| (left.closes_on, &left.key).cmp(&(right.closes_on, &right.key)))
}

fn is_enough_or_none(count: usize) -> bool {
    count == 0 || count >= LEAST_MUNICIPALITIES
}

/// Whether a remainder can be worked out without giving a hidden municipality away: it is nothing,
/// or there are enough of them, also without those that the reader may see.
fn is_unrevealing<T>(rest: impl Iterator<Item = T>, is_seen: impl Fn(T) -> bool) -> bool {
    let (mut count, mut hidden) = (0, 0);
    for one in rest {
        count += 1;
        hidden += usize::from(!is_seen(one));
    }
    is_enough_or_none(count) && is_enough_or_none(hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 1).unwrap()
    }

    /// Figures 1, 2, 3 ... of the first municipalities by code.
    fn figures(count: usize) -> Vec<Figure> {
        let codes = municipalities::all().iter().take(count).map(|one| one.code());
        codes.enumerate().map(|(index, code)| (code, Some(index as f64 + 1.0))).collect()
    }

    fn chosen(figures: &[Figure]) -> PeerGroup {
        PeerGroup::Chosen(figures.iter().map(|(code, _)| code.clone()).collect())
    }

    fn one(figures: &[Figure], peer_group: PeerGroup, sight: Sight) -> Benchmark {
        benchmarks(figures, &[peer_group], day(), &sight)[0]
    }

    #[test]
    fn five_municipalities_are_shown_and_four_are_not() {
        assert_eq!(one(&figures(5), PeerGroup::Nation, Sight::Some(vec![])), Benchmark::Shown { n: 5, mean: 3.0 });
        assert_eq!(one(&figures(4), PeerGroup::Nation, Sight::Some(vec![])), Benchmark::Suppressed);
        assert_eq!(one(&[], PeerGroup::Nation, Sight::Some(vec![])), Benchmark::Empty);
    }

    #[test]
    fn a_municipality_without_a_figure_does_not_count() {
        let mut figures = figures(5);
        figures[0].1 = None;
        assert_eq!(one(&figures, PeerGroup::Nation, Sight::Some(vec![])), Benchmark::Suppressed);
    }

    #[test]
    fn what_the_viewers_own_leaves_must_be_none_or_five() {
        let own = |count| Sight::Some(figures(count).into_iter().map(|(code, _)| code).collect());
        assert_eq!(one(&figures(5), PeerGroup::Nation, own(1)), Benchmark::Suppressed);
        assert!(matches!(one(&figures(6), PeerGroup::Nation, own(1)), Benchmark::Shown { n: 6, .. }));
        assert!(matches!(one(&figures(3), PeerGroup::Nation, own(3)), Benchmark::Shown { n: 3, .. }));
    }

    #[test]
    fn what_a_group_leaves_of_the_nation_must_be_none_or_five() {
        let all = figures(14);
        let nobody = || Sight::Some(vec![]);
        assert_eq!(one(&all, chosen(&all[..10]), nobody()), Benchmark::Suppressed);
        assert!(matches!(one(&all, chosen(&all[..9]), nobody()), Benchmark::Shown { n: 9, .. }));
        assert!(matches!(one(&all, chosen(&all), nobody()), Benchmark::Shown { n: 14, .. }));
    }

    #[test]
    fn what_a_group_leaves_of_a_shown_group_around_it_counts_too() {
        let all = figures(40);
        let peer_groups = [chosen(&all[..12]), chosen(&all[..10])];
        let shown = benchmarks(&all, &peer_groups, day(), &Sight::Some(vec![]));
        assert!(matches!(shown[0], Benchmark::Shown { n: 12, .. }));
        assert_eq!(shown[1], Benchmark::Suppressed);
    }

    #[test]
    fn who_may_see_all_is_shown_all() {
        let all = figures(6);
        assert_eq!(one(&all, chosen(&all[..2]), Sight::All), Benchmark::Shown { n: 2, mean: 1.5 });
    }

    #[test]
    fn one_part_held_back_takes_another_with_it() {
        let all = figures(98);
        let rest = [chosen(&all[..3]), chosen(&all[3..20]), chosen(&all[20..])];
        let shown = benchmarks_of_parts(&all, &rest, day(), &Sight::Some(vec![]));
        assert_eq!(shown[..2], [Benchmark::Suppressed, Benchmark::Suppressed]);
        assert!(matches!(shown[2], Benchmark::Shown { n: 78, .. }));
    }

    #[test]
    fn regions_are_those_of_the_closing_date() {
        let code: MunicipalityCode = "0101".parse().unwrap();
        let later = NaiveDate::from_ymd_opt(2027, 2, 1).unwrap();
        assert_eq!(PeerGroup::region_of(&code, day()), Some(PeerGroup::Region("Region Hovedstaden".to_owned())));
        assert_eq!(PeerGroup::region_of(&code, later), Some(PeerGroup::Region("Region Østdanmark".to_owned())));
    }
}
