//! Facts about the bands between two answers.

use super::{FIGURE, count};
use crate::charts::{Flow, FlowEnd, Plot, Tone, Width};

fn drawn(counts: &[Vec<u32>]) -> String {
    let end = |label: &str, tone| FlowEnd { label: label.to_owned(), tone };
    let ends = [end("Grøn", Tone::Green), end("Gul", Tone::Yellow), end("Rød", Tone::Red)];
    let flow = Flow { titles: ["Ved baseline", "2017"], ends: [&ends, &ends], counts };
    Plot::Flow(&flow).page(&FIGURE, Width::Wide).into_string()
}

#[test]
fn every_way_that_somebody_went_is_one_band_in_the_colour_of_where_it_began() {
    let svg = drawn(&[vec![4, 0, 0], vec![3, 5, 0], vec![0, 2, 0]]);
    let bands = |tone: Tone| count(&svg, &format!("fill=\"{}\" fill-opacity", tone.fill()));
    assert_eq!([bands(Tone::Green), bands(Tone::Yellow), bands(Tone::Red)], [1, 2, 1], "{svg}");
    // Nobody is red any more, so red has no bar now and one then.
    assert_eq!(count(&svg, ">Rød: "), 1, "{svg}");
    let sums = ["Grøn: 4", "Gul: 8", "Rød: 2", "Grøn: 7", "Gul: 7"];
    assert!(sums.iter().all(|sum| svg.contains(&format!(">{sum}<"))), "{svg}");
}

#[test]
fn where_nothing_is_counted_nothing_is_drawn_but_the_titles() {
    let svg = drawn(&[vec![0; 3], vec![0; 3], vec![0; 3]]);
    assert!(svg.contains("Ved baseline") && !svg.contains("<rect x") && !svg.contains("fill-opacity"), "{svg}");
}
