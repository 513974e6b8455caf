//! Facts about one's own score beside those of others.

use super::{FIGURE, count};
use crate::charts::colour::{CURRENT, DECLINE};
use crate::charts::{PeerMark, PeerRow, PeerWords, Plot, Width};

fn marked(score: Option<f64>, text: &str) -> PeerMark {
    PeerMark { score, text: text.to_owned(), is_below: text.starts_with('−'), ..PeerMark::default() }
}

fn chart(rows: &[PeerRow], width: Width) -> String {
    let others = ["Hele landet", "Region Sjælland", "Landkommuner"].map(str::to_owned);
    let words = PeerWords { own: "Lolland", others: &others, differences: "Forskel i point til" };
    Plot::Peers(&words, rows).page(&FIGURE, width).into_string()
}

fn row(own: Option<f64>, others: [PeerMark; 3]) -> PeerRow {
    PeerRow { label: "Tobak".to_owned(), own, others: others.into(), ..PeerRow::default() }
}

#[test]
fn each_of_the_others_has_its_shape_and_its_difference_in_both_widths() {
    let others = [marked(Some(50.0), "+10"), marked(Some(70.0), "−10"), marked(None, "skjult")];
    let rows = [row(Some(60.0), others)];
    for width in [Width::Wide, Width::Narrow] {
        let svg = chart(&rows, width);
        let drawn = &svg[svg.find("pj-row").unwrap()..];
        // The own point and the ring of the country; the square of the region; nothing of the group.
        assert_eq!((count(drawn, "<circle"), count(drawn, "<rect"), count(drawn, "Z\"")), (2, 1, 0), "{drawn}");
        for text in ["+10", "−10", "skjult"] {
            assert!(drawn.contains(text), "{text} in {drawn}");
        }
        assert!(drawn.contains(DECLINE) && drawn.contains(CURRENT));
        assert!(svg.contains("Forskel i point til") && svg.contains("Lolland"));
    }
}

#[test]
fn the_largest_difference_is_framed_and_no_other() {
    let largest = PeerMark { is_largest: true, ..marked(Some(90.0), "−30") };
    let rows = [row(Some(60.0), [marked(Some(50.0), "+10"), largest, marked(Some(61.0), "−1")])];
    for width in [Width::Wide, Width::Narrow] {
        assert_eq!(count(&chart(&rows, width), "rx=\"3\""), 1);
    }
}

#[test]
fn a_row_without_an_own_score_says_why_in_place_of_differences() {
    let others = [marked(Some(50.0), "–"), marked(None, "–"), marked(None, "–")];
    let unasked = PeerRow { note: Some("ikke spurgt".to_owned()), ..row(None, others) };
    for width in [Width::Wide, Width::Narrow] {
        let svg = chart(std::slice::from_ref(&unasked), width);
        assert!(svg.contains(">ikke spurgt</text>") && !svg.contains("–</text>"), "{svg}");
    }
    let scored = PeerRow { own: Some(50.0), ..unasked };
    assert!(!chart(&[scored], Width::Wide).contains("ikke spurgt"));
}
