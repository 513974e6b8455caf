use super::*;
use crate::domain::rounds::{RoundId, RoundStatus};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn programme() -> Programme {
    Programme::usual(NaiveDateTime::default())
}

fn round(opens_on: NaiveDate) -> Round {
    Round {
        id: RoundId::new(),
        key: opens_on.year().to_string(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2018".to_owned(),
        edition_hash: String::new(),
        packages: None,
        status: RoundStatus::Draft,
        opens_on,
        closes_on: opens_on + Days::new(28),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: false,
        created_at: NaiveDateTime::default(),
        opened_at: None,
        closed_at: None,
        letter_plan: None,
        aim: None,
        is_trial: false,
    }
}

#[test]
fn a_day_of_the_year_is_written_as_month_and_day() {
    let leap: YearDay = "02-29".parse().unwrap();
    assert_eq!((leap.in_year(2028), leap.in_year(2027)), (day(2028, 2, 29), day(2027, 2, 28)));
    assert_eq!((leap.day(), leap.month()), (29, 2));
    for wrong in ["", "02-30", "13-01", "1. september"] {
        assert_eq!(wrong.parse::<YearDay>(), Err(NoYearDay), "{wrong}");
    }
}

#[test]
fn dates_move_off_weekends_and_holidays() {
    // 1 September 2029 is a Saturday. Four weeks after Monday 3 is Monday 1 October; 30 days before is Saturday.
    let season = programme().season(2029);
    assert_eq!((season.opens_on, season.closes_on), (day(2029, 9, 3), day(2029, 10, 1)));
    assert_eq!(season.drafted_on, Some(day(2029, 8, 3)));
    // Christmas Eve, two holidays and a weekend.
    let christmas = Programme { closes_on: Some("12-24".parse().unwrap()), ..programme() };
    assert_eq!(christmas.season(2027).closes_on, day(2027, 12, 27));
}

#[test]
fn a_last_day_before_the_opening_is_of_the_year_after() {
    let over_new_year =
        Programme { opens_on: "12-01".parse().unwrap(), closes_on: Some("01-15".parse().unwrap()), ..programme() };
    assert_eq!(over_new_year.season(2026).closes_on, day(2027, 1, 15));
}

#[test]
fn the_next_round_is_of_the_first_year_to_come_without_one() {
    let next = |today, rounds: &[Round]| programme().next_season(today, rounds).year;
    assert_eq!(next(day(2026, 9, 1), &[]), 2026);
    assert_eq!(next(day(2026, 9, 2), &[]), 2027);
    assert_eq!(next(day(2026, 8, 1), &[round(day(2026, 9, 1))]), 2027);
    let elsewhere = Round { programme: "andet".to_owned(), ..round(day(2026, 9, 1)) };
    let trial = Round { is_test: true, ..round(day(2026, 9, 1)) };
    assert_eq!(next(day(2026, 8, 1), &[elsewhere, trial]), 2026);
}

#[test]
fn an_opening_that_moves_into_the_new_year_is_not_passed_over() {
    // 31 December 2027 is no working day, and 1 January 2028 is a Saturday.
    let late = Programme { opens_on: "12-31".parse().unwrap(), ..programme() };
    let season = late.next_season(day(2028, 1, 2), &[]);
    assert_eq!((season.year, season.opens_on), (2027, day(2028, 1, 3)));
}

#[test]
fn a_round_is_drafted_once_in_good_time() {
    let due =
        |programme: &Programme, today, rounds: &[Round]| programme.due_season(today, rounds).map(|season| season.year);
    let usual = programme();
    // 30 days before Wednesday 1 September 2027 is Monday 2 August.
    assert_eq!(due(&usual, day(2027, 8, 1), &[]), None);
    assert_eq!(due(&usual, day(2027, 8, 2), &[]), Some(2027));
    assert_eq!(due(&usual, day(2027, 8, 30), &[]), Some(2027), "the service stood still meanwhile");
    assert_eq!(due(&usual, day(2027, 8, 2), &[round(day(2027, 9, 6))]), None);
    let drafted = Programme { drafted_year: Some(2027), ..usual.clone() };
    assert_eq!(due(&drafted, day(2027, 8, 3), &[]), None, "somebody deleted the draft");
    assert_eq!(due(&drafted, day(2028, 8, 3), &[]), Some(2028));
    let by_hand = Programme { draft_days: None, ..usual };
    assert_eq!(due(&by_hand, day(2027, 8, 30), &[]), None);
}

#[test]
fn a_years_round_has_a_key_that_is_free() {
    let taken = |key: &str| Round { key: key.to_owned(), ..round(day(2027, 9, 1)) };
    assert_eq!(free_key("sund", 2027, &[]), "2027");
    assert_eq!(free_key("sund", 2027, &[taken("2027")]), "sund-2027");
    assert_eq!(free_key("sund", 2027, &[taken("2027"), taken("sund-2027")]), "sund-2027-2");
}

#[test]
fn a_round_is_announced_only_after_it_was_drafted() {
    let announced = |days, draft_days| {
        let letter_plan = LetterPlan::new(Some(days), vec![7], Some(2));
        Programme { letter_plan, draft_days, ..programme() }.check()
    };
    assert_eq!(announced(30, Some(30)), Ok(()));
    assert_eq!(announced(31, Some(30)), Err(Refusal::AnnouncedBeforeDrafted));
    assert_eq!(announced(31, None), Ok(()), "whoever makes the round by hand does so in time");
    let bad = Programme { min_coverage: 1.1, ..programme() };
    assert_eq!(bad.check(), Err(Refusal::BadCoverage));
    let odd = Programme { key: "så".to_owned(), ..programme() };
    assert_eq!(odd.check(), Err(Refusal::BadKey("så".to_owned())));
}
