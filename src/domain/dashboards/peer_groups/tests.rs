use proptest::prelude::*;

use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap()
}

fn codes() -> Vec<MunicipalityCode> {
    municipalities::all().iter().map(|one| one.code()).collect()
}

/// Figures 1, 2, 3 ... of the first municipalities by code.
fn figures(count: usize) -> Vec<Figure> {
    codes().into_iter().take(count).enumerate().map(|(index, code)| (code, Some(index as f64 + 1.0))).collect()
}

fn of_first(count: usize) -> Scope {
    Scope::Some(codes().into_iter().take(count).collect())
}

fn regions() -> Vec<PeerGroup> {
    let regions: BTreeSet<PeerGroup> = codes().iter().filter_map(|code| PeerGroup::region_of(code, day())).collect();
    regions.into_iter().collect()
}

fn fixed() -> FixedGroups {
    FixedGroups::of(codes().into_iter(), day())
}

#[test]
fn five_municipalities_are_shown_and_four_are_not() {
    assert_eq!(nation_benchmark(&figures(5), &of_first(0)), Benchmark::Shown { n: 5, mean: 3.0 });
    assert_eq!(nation_benchmark(&figures(4), &of_first(0)), Benchmark::Suppressed);
    assert_eq!(nation_benchmark(&[], &of_first(0)), Benchmark::Empty);
}

#[test]
fn a_municipality_without_a_figure_does_not_count() {
    let mut figures = figures(5);
    figures[0].1 = None;
    assert_eq!(nation_benchmark(&figures, &of_first(0)), Benchmark::Suppressed);
}

#[test]
fn what_the_viewers_own_leaves_must_be_none_or_five() {
    assert_eq!(nation_benchmark(&figures(5), &of_first(1)), Benchmark::Suppressed);
    assert!(matches!(nation_benchmark(&figures(6), &of_first(1)), Benchmark::Shown { n: 6, .. }));
    assert!(matches!(nation_benchmark(&figures(3), &of_first(3)), Benchmark::Shown { n: 3, .. }));
}

#[test]
fn what_a_region_leaves_of_the_nation_must_be_none_or_five() {
    let region = regions()[0].clone();
    let (inside, outside): (Vec<_>, Vec<_>) = codes().into_iter().partition(|code| region.holds(code, day()));
    let shown = |beside: usize| {
        let figures: Vec<Figure> =
            inside.iter().chain(outside.iter().take(beside)).map(|code| (code.clone(), Some(1.0))).collect();
        fixed().benchmarks(&figures, std::slice::from_ref(&region), &of_first(0))[0]
    };
    assert_eq!(shown(4), Benchmark::Suppressed);
    assert!(matches!(shown(0), Benchmark::Shown { .. }) && matches!(shown(5), Benchmark::Shown { .. }));
}

#[test]
fn one_region_held_back_takes_another_with_it_on_whichever_page_it_stands() {
    let regions = regions();
    // Of the first region only two have a figure, so the others together would give their sum away.
    let kept: BTreeSet<MunicipalityCode> =
        codes().into_iter().filter(|code| regions[0].holds(code, day())).take(2).collect();
    let figures: Vec<Figure> = codes()
        .into_iter()
        .map(|code| (code.clone(), (!regions[0].holds(&code, day()) || kept.contains(&code)).then_some(1.0)))
        .collect();
    let one_by_one: Vec<Benchmark> = regions
        .iter()
        .map(|region| fixed().benchmarks(&figures, std::slice::from_ref(region), &of_first(0))[0])
        .collect();
    assert_eq!(one_by_one[0], Benchmark::Suppressed);
    assert!(one_by_one[1..].contains(&Benchmark::Suppressed), "{one_by_one:?}");
    assert!(one_by_one.iter().any(|one| matches!(one, Benchmark::Shown { .. })), "{one_by_one:?}");
    assert_eq!(fixed().benchmarks(&figures, &regions, &of_first(0)), one_by_one);
}

#[test]
fn who_may_see_all_is_shown_all() {
    let chosen = PeerGroup::Chosen(ChosenGroup::new(codes()[..2].to_vec(), &Scope::All).unwrap());
    let shown = fixed().benchmarks(&figures(6), &[PeerGroup::Nation, chosen], &Scope::All);
    assert_eq!(shown, [Benchmark::Shown { n: 6, mean: 3.5 }, Benchmark::Shown { n: 2, mean: 1.5 }]);
}

#[test]
fn nobody_chooses_a_municipality_that_nobody_lets_them_see() {
    let chosen = ChosenGroup::new(codes()[..3].to_vec(), &of_first(2));
    assert_eq!(chosen, Err(Refusal::UnknownMunicipality(codes()[2].to_string())));
}

#[test]
fn regions_are_those_of_the_closing_date() {
    let code: MunicipalityCode = "0101".parse().unwrap();
    let later = NaiveDate::from_ymd_opt(2027, 2, 1).unwrap();
    assert_eq!(PeerGroup::region_of(&code, day()), Some(PeerGroup::Region("Region Hovedstaden".to_owned())));
    assert_eq!(PeerGroup::region_of(&code, later), Some(PeerGroup::Region("Region Østdanmark".to_owned())));
}

/// The rank of rows of numbers.
fn rank(mut rows: Vec<Vec<f64>>) -> usize {
    let (mut rank, width) = (0, rows.first().map_or(0, Vec::len));
    for column in 0..width {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column].abs() > 1e-9) else { continue };
        rows.swap(rank, pivot);
        let first = rows[rank].clone();
        for row in &mut rows[rank + 1..] {
            let times = row[column] / first[column];
            row.iter_mut().zip(&first).for_each(|(cell, above)| *cell -= times * above);
        }
        rank += 1;
    }
    rank
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever a reader asks for, one page after the other, with groups of the reader's own in between: the means
    /// that were shown are sums, and no sum of them gives a municipality that the reader may not see.
    #[test]
    fn no_sequence_of_requests_gives_a_municipality_away(
        has_figure in proptest::collection::vec(prop::bool::weighted(0.35), 98),
        is_seen in proptest::collection::vec(prop::bool::weighted(0.2), 98),
        requests in proptest::collection::vec((0..98_usize, 0..98_usize), 1..25),
    ) {
        let codes = codes();
        let seen: Vec<MunicipalityCode> =
            codes.iter().zip(&is_seen).filter(|(_, seen)| **seen).map(|(code, _)| code.clone()).collect();
        let scope = Scope::Some(seen.clone());
        let figures: Vec<Figure> =
            codes.iter().zip(&has_figure).map(|(code, has)| (code.clone(), has.then_some(1.0))).collect();
        let mut told: Vec<Vec<f64>> = Vec::new();
        for (page, choice) in requests {
            let code = &codes[page];
            let own: Vec<MunicipalityCode> = seen.iter().skip(choice).take(7).cloned().collect();
            let asked: Vec<PeerGroup> = [PeerGroup::region_of(code, day()), PeerGroup::municipality_group_of(code)]
                .into_iter()
                .flatten()
                .chain([PeerGroup::Nation, PeerGroup::Chosen(ChosenGroup::new(own, &scope).unwrap())])
                .collect();
            for (group, benchmark) in asked.iter().zip(fixed().benchmarks(&figures, &asked, &scope)) {
                if matches!(benchmark, Benchmark::Shown { .. }) {
                    told.push(hidden_row(&figures, &scope, |code| f64::from(u8::from(group.holds(code, day())))));
                }
            }
        }
        let known = rank(told.clone());
        for (code, _) in figures.iter().filter(|(code, figure)| figure.is_some() && !scope.holds(code)) {
            let mut with_one = told.clone();
            with_one.push(hidden_row(&figures, &scope, |other| f64::from(u8::from(other == code))));
            prop_assert!(rank(with_one) > known, "{code:?} can be worked out");
        }
    }
}

/// A sum over the hidden municipalities that have a figure; what the reader sees can be taken from it.
fn hidden_row(figures: &[Figure], scope: &Scope, weight: impl Fn(&MunicipalityCode) -> f64) -> Vec<f64> {
    figures
        .iter()
        .filter(|(code, figure)| figure.is_some() && !scope.holds(code))
        .map(|(code, _)| weight(code))
        .collect()
}
