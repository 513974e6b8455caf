use super::super::{
    Figure, MapContent, MapKind, MapLegend, MapPlace, MapValue, Width,
    colour::{HEAT_STEPS, WHITE},
    denmark::{DENMARK, OUTLINES, change_step},
    plot::Plot,
};
use crate::domain::base::municipalities;

const FIGURE: Figure = Figure { id: "f", title: "Titel", description: "Beskrivelse", mark: None };

fn places(value: MapValue, link: Option<&str>) -> Vec<MapPlace> {
    let place = |one: &municipalities::Municipality| MapPlace {
        code: one.code.to_owned(),
        name: one.name.to_owned(),
        value,
        text: "63".to_owned(),
        link: link.map(str::to_owned),
    };
    municipalities::all().iter().map(place).collect()
}

fn drawn(kind: MapKind, places: &[MapPlace], width: Width) -> String {
    let legend = [MapLegend { value: MapValue::Score(50.0), label: "40–59" }];
    let content = MapContent { kind, places, legend: &legend, credit: "Kilde" };
    Plot::Map(&content).page(&FIGURE, width).into_string()
}

#[test]
fn every_municipality_has_an_outline_and_a_square_of_its_own() {
    let mut squares: Vec<(u8, u8)> = DENMARK.values().map(|outline| (outline.column, outline.row)).collect();
    squares.sort_unstable();
    squares.dedup();
    assert_eq!(squares.len(), municipalities::all().len());
    assert!(squares.iter().all(|(column, row)| *column < 16 && (1..=16).contains(row)));
    for kind in [MapKind::Outlines, MapKind::Tiles] {
        let svg = drawn(kind, &places(MapValue::Score(63.0), None), Width::Wide);
        assert_eq!(svg.matches("<title>").count(), municipalities::all().len());
        assert!(municipalities::all().iter().all(|one| svg.contains(&format!("<title>{}: 63</title>", one.name))));
    }
}

#[test]
fn outlines_stay_inside_the_drawing() {
    for outline in DENMARK.values() {
        for part in outline.path.split('M').skip(1) {
            let numbers: Vec<f64> = part
                .replace(['l', 'z'], " ")
                .replace('-', " -")
                .split_whitespace()
                .map(|number| number.parse().unwrap())
                .collect();
            let mut at = (0.0, 0.0);
            for step in numbers.chunks(2) {
                at = (at.0 + step[0], at.1 + step[1]);
                assert!((0.0..=OUTLINES.0).contains(&at.0) && (0.0..=OUTLINES.1).contains(&at.1), "{at:?}");
            }
        }
    }
}

#[test]
fn colours_follow_the_number_that_is_read() {
    let fill = |value: MapValue| value.colours().0;
    assert_eq!(fill(MapValue::Score(19.6)), HEAT_STEPS[1].0);
    assert_eq!([-10.6, -10.0, -2.4, 0.0, 2.4, 2.6, 10.4, 11.0].map(change_step), [0, 1, 2, 2, 2, 3, 3, 4]);
    assert_eq!(fill(MapValue::Score(f64::NAN)), WHITE);
    assert_ne!(MapValue::Missing.colours().1, MapValue::Outside.colours().1);
}

#[test]
fn links_are_for_the_pointer_and_words_only_where_there_is_room() {
    let linked = drawn(MapKind::Tiles, &places(MapValue::Change(4.0), Some("/x")), Width::Wide);
    assert_eq!(linked.matches("tabindex=\"-1\"").count(), municipalities::all().len());
    assert!(linked.contains(">Aarhu</text>") && linked.contains(">63</text>"));
    let narrow = drawn(MapKind::Tiles, &places(MapValue::Change(4.0), None), Width::Narrow);
    assert!(!narrow.contains("Aarhu</text>") && !narrow.contains("tabindex"));
}
