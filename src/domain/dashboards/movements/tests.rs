use super::*;

fn row(code: &str, change: f64) -> RankedRow {
    let about = RankedSubject::Municipality(code.parse().unwrap());
    RankedRow { about, from: 40.0, to: 40.0 + change, change, n: 9 }
}

#[test]
fn the_largest_rise_stands_first_and_equal_ones_by_name() {
    let ranked = Ranked::of(vec![row("0751", -3.0), row("0851", 4.0), row("0101", 4.0)], 0);
    let names: Vec<&str> = ranked.rows.iter().map(|row| row.about.name()).collect();
    assert_eq!(names, ["København", "Aalborg", "Aarhus"]);
    assert!(!ranked.is_cut());
}

#[test]
fn of_many_only_both_ends_are_kept() {
    let codes = crate::domain::base::municipalities::all().iter();
    let rows: Vec<RankedRow> = codes.zip(0..).map(|(one, points)| row(one.code, f64::from(points))).collect();
    let ranked = Ranked::of(rows, 0);
    let ends = (ranked.rows.first().unwrap().change, ranked.rows.last().unwrap().change);
    assert_eq!((ranked.rows.len(), ranked.all, ends), (2 * SHOWN, 98, (97.0, 0.0)));
    assert_eq!((ranked.rows[SHOWN - 1].change, ranked.rows[SHOWN].change), (88.0, 9.0));
}
