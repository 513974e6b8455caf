//! The table under the country's charts: every mean with its n.

use maud::{Markup, html};

use super::CountryPage;
use super::lines::{matched, nation};
use crate::domain::Language;
use crate::domain::dashboards::nation::NationLine;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::views::dashboards::dumbbells::Line;
use crate::views::dashboards::figures::{
    NONE, benchmark, change_or_dash, comparable, number_or_dash, percent_or_dash, round_names,
};
use crate::views::ui::{self, CaptionPlace, Spacing, Table};

/// One row per line of the chart.
pub fn lines(page: &CountryPage, caption: &str, lines: &[(ScoreDimension, Line)], language: Language) -> Markup {
    let heads = heads(language);
    let columns = ui::name_and_numbers(&heads);
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .filter_map(|(group, line)| Some(row(page, group, line, &nation(page, group)?, language)))
        .collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}

fn heads(language: Language) -> [String; 12] {
    [
        tr!(language, "column-about"),
        tr!(language, "column-baseline"),
        tr!(language, "column-paired-baseline"),
        tr!(language, "column-paired-current"),
        tr!(language, "column-paired-change"),
        tr!(language, "column-paired-n"),
        tr!(language, "column-moved"),
        tr!(language, "column-comparable"),
        tr!(language, "column-score-then-n"),
        tr!(language, "column-score-now-n"),
        tr!(language, "column-unpaired-change"),
        tr!(language, "column-coverage-mean"),
    ]
}

fn row(
    page: &CountryPage,
    group: &ScoreDimension,
    line: &Line,
    nation: &NationLine,
    language: Language,
) -> Vec<Markup> {
    let rounds = page.held.baseline_rounds(group);
    let moved = nation.moved.map_or_else(
        || NONE.to_owned(),
        |moved| {
            tr!(
                language,
                "figure-moved",
                improved = moved.improved,
                unchanged = moved.unchanged,
                declined = moved.declined
            )
        },
    );
    let unpaired = nation.current.mean().zip(nation.baseline.mean()).map(|(now, then)| now - then);
    let (matched, questions, is_reworded) = matched(page, group);
    let n = nation.change.n().map_or_else(|| NONE.to_owned(), |n| n.to_string());
    let cells = [
        round_names(&rounds, language),
        number_or_dash(nation.paired_baseline.mean()),
        number_or_dash(nation.paired_current.mean()),
        change_or_dash(nation.change.mean()),
        n,
        moved,
        comparable(matched, questions, is_reworded, language),
        benchmark(&nation.baseline, language),
        benchmark(&nation.current, language),
        change_or_dash(unpaired),
        coverage(page, group, nation, language),
    ];
    std::iter::once(html! { (line.label) }).chain(cells.iter().map(|cell| html! { (cell) })).collect()
}

/// The cells with a value of all that apply, over the municipalities.
fn coverage(page: &CountryPage, group: &ScoreDimension, nation: &NationLine, language: Language) -> String {
    let (Some(index), Some(_)) = (page.held.place_of(group), nation.current.n()) else { return NONE.to_owned() };
    let scores = page.changes.municipalities.iter().filter_map(|changes| Some(changes.get(index)?.unpaired.current));
    let (valid, applicable) =
        scores.fold((0, 0), |(valid, applicable), score| (valid + score.valid, applicable + score.applicable));
    percent_or_dash((applicable > 0).then(|| f64::from(valid) / f64::from(applicable)), language)
}
