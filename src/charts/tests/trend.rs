//! Facts about the drawings of rounds over time.

use super::{CURRENT, FIGURE, count};
use crate::charts::colour::RING;
use crate::charts::trend::places;
use crate::charts::{Plot, TrendAxis, TrendPoint, TrendRow, Width};

fn point(score: f64, is_joined: bool) -> TrendPoint {
    TrendPoint { score: Some(score), text: score.to_string(), is_joined, ..TrendPoint::default() }
}

fn chart(row: TrendRow, legend: Option<(&str, &str)>) -> String {
    let rounds = ["2013", "2014", "2015"].map(str::to_owned);
    let axis = TrendAxis { rounds: &rounds, days: &[0, 365, 730], parts: &[], legend };
    Plot::Trend(&axis, &[row]).page(&FIGURE, Width::Wide).into_string()
}

#[test]
fn rounds_stand_where_their_days_are() {
    let xs = places(&[0, 365, 730, 1460], 0.0, 800.0, 40.0);
    assert_eq!(xs, [20.0, 210.0, 400.0, 780.0]);
}

#[test]
fn rounds_of_one_month_are_kept_apart_and_inside() {
    let xs = places(&[0, 4000, 4010, 4020], 0.0, 400.0, 40.0);
    assert_eq!(xs, [20.0, 300.0, 340.0, 380.0]);
    let crowded = places(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.0, 300.0, 40.0);
    assert!(crowded.windows(2).all(|pair| pair[1] - pair[0] > 29.9) && crowded[9] < 300.0, "{crowded:?}");
    assert_eq!(places(&[], 0.0, 300.0, 40.0), [0.0; 0]);
    assert_eq!(places(&[5], 0.0, 300.0, 40.0).len(), 1);
}

#[test]
fn each_row_has_the_numbers_of_its_scale() {
    let svg = chart(TrendRow { points: vec![point(40.0, false)], ..TrendRow::default() }, None);
    assert!([">0<", ">50<", ">100<"].iter().all(|number| svg.contains(number)), "{svg}");
}

#[test]
fn what_is_behind_has_its_own_points_and_a_legend() {
    let behind = vec![point(60.0, false), TrendPoint::default(), point(70.0, true)];
    let points = vec![point(40.0, false), TrendPoint::default(), point(50.0, true)];
    let svg = chart(TrendRow { points, behind, ..TrendRow::default() }, Some(("Odense", "Hele landet")));
    assert!(svg.contains("Odense") && svg.contains("Hele landet"));
    // Two points and one in the legend, of each kind.
    let own = format!("fill=\"{CURRENT}\"");
    let ring = format!("r=\"3.5\" fill=\"#FFFFFF\" stroke=\"{RING}\"");
    assert_eq!((count(&svg, &own), count(&svg, &ring)), (3, 3), "{svg}");
}

#[test]
fn a_point_on_few_is_hollow() {
    let weak = TrendPoint { is_weak: true, n: "n = 1".to_owned(), ..point(40.0, false) };
    let svg = chart(TrendRow { points: vec![weak], ..TrendRow::default() }, None);
    assert!(svg.contains("n = 1") && !svg.contains(CURRENT), "{svg}");
}
