//! From figures of municipalities to what the chart draws.

use super::told;
use crate::charts::{MapContent, MapKind, MapLegend, MapPlace, MapValue, Plot};
use crate::domain::Language;
use crate::domain::base::municipalities;
use crate::domain::dashboards::map::{MapDashboard, MapFigure, MapRow};
use crate::views::dashboards::heat::STEPS;

/// What `draw` makes of the municipalities and their legend. Every municipality of the country is in it, so that the
/// country is known again; those that the reader may not see have an outline alone, and no name.
pub fn plotted<T>(
    page: &MapDashboard,
    kind: MapKind,
    (link, language): (impl Fn(&MapRow) -> Option<String>, Language),
    draw: impl FnOnce(&Plot) -> T,
) -> T {
    let places: Vec<MapPlace> = municipalities::all()
        .iter()
        .map(|one| {
            let row = page.rows.iter().find(|row| row.municipality.as_str() == one.code);
            MapPlace {
                code: one.code.to_owned(),
                name: row.map_or_else(String::new, |_| one.name.to_owned()),
                value: row.map_or(MapValue::Outside, |row| shade(page, row)),
                text: row.map_or_else(String::new, |row| told(page, row, language)),
                link: row.and_then(&link),
            }
        })
        .collect();
    let has = |value: MapValue| places.iter().any(|place| place.value == value);
    let mut words = steps(page.wanted.figure, language);
    words.extend(has(MapValue::Missing).then(|| (MapValue::Missing, tr!(language, "map-none"))));
    words.extend(has(MapValue::Outside).then(|| (MapValue::Outside, tr!(language, "map-outside"))));
    let legend: Vec<MapLegend> = words.iter().map(|(value, label)| MapLegend { value: *value, label }).collect();
    let credit = tr!(language, "map-credit");
    draw(&Plot::Map(&MapContent { kind, places: &places, legend: &legend, credit: &credit }))
}

fn shade(page: &MapDashboard, row: &MapRow) -> MapValue {
    match (row.value, page.wanted.figure) {
        (Some(value), MapFigure::Score) => MapValue::Score(value),
        (Some(value), MapFigure::Change) => MapValue::Change(value),
        (None, _) => MapValue::Missing,
    }
}

/// The steps of colour, highest first, and what each means.
fn steps(figure: MapFigure, language: Language) -> Vec<(MapValue, String)> {
    match figure {
        MapFigure::Score => {
            STEPS.into_iter().rev().map(|(label, least)| (MapValue::Score(least), label.to_owned())).collect()
        }
        MapFigure::Change => vec![
            (MapValue::Change(11.0), tr!(language, "map-large-rise")),
            (MapValue::Change(5.0), tr!(language, "map-rise")),
            (MapValue::Change(0.0), tr!(language, "map-steady")),
            (MapValue::Change(-5.0), tr!(language, "map-fall")),
            (MapValue::Change(-11.0), tr!(language, "map-large-fall")),
        ],
    }
}
