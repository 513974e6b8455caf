//! The table under the country's charts: every mean with its n.

use maud::{Markup, html};

use super::lines::name;
use crate::domain::Language;
use crate::domain::dashboards::country::NationRow;
use crate::views::dashboards::figures::{
    NONE, benchmark, change_or_dash, comparable, number_or_dash, percent_or_dash, round_names,
};
use crate::views::ui::{self, CaptionPlace, Spacing, Table};

/// One row per row of the chart, which leads to the same place.
pub fn rows(
    caption: &str,
    rows: &[NationRow],
    link: impl Fn(&NationRow) -> Option<String>,
    language: Language,
) -> Markup {
    let heads = heads(language);
    let columns = ui::name_and_numbers(&heads);
    let rows: Vec<Vec<Markup>> = rows.iter().map(|one| row(one, link(one), language)).collect();
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

fn row(one: &NationRow, link: Option<String>, language: Language) -> Vec<Markup> {
    let nation = &one.line;
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
    let n = nation.change.n().map_or_else(|| NONE.to_owned(), |n| n.to_string());
    let cells = [
        round_names(&one.baselines, language),
        number_or_dash(nation.paired_baseline.mean()),
        number_or_dash(nation.paired_current.mean()),
        change_or_dash(nation.change.mean()),
        n,
        moved,
        comparable(&one.comparable, language),
        benchmark(&nation.baseline, language),
        benchmark(&nation.current, language),
        change_or_dash(unpaired),
        percent_or_dash(one.coverage, language),
    ];
    let name = name(&one.subject, language);
    let head = match link {
        Some(link) => html! { a href=(link) { (name) } },
        None => html! { (name) },
    };
    std::iter::once(head).chain(cells.iter().map(|cell| html! { (cell) })).collect()
}
