//! The table under a municipality's chart: every figure with what it rests on.

use maud::{Markup, html};

use super::address;
use super::lines::answers_of;
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::municipality::{MunicipalityDashboard, MunicipalityRow};
use crate::domain::dashboards::subjects::Comparable;
use crate::views::dashboards::figures::{
    NONE, change_or_dash, comparable, number_or_dash, percent_or_dash, round_names, subject, why,
};
use crate::views::ui::{self, CaptionPlace, Column, Content, Spacing, Table};

/// Per package, with the sum of all.
pub fn packages(page: &MunicipalityDashboard, caption: &str, language: Language) -> Markup {
    let names = [tr!(language, "figure-package"), tr!(language, "figure-all-packages")];
    table(page, &page.packages, (&names, caption), language)
}

/// Per area, with the sum of all.
pub fn areas(page: &MunicipalityDashboard, caption: &str, language: Language) -> Markup {
    let names = [tr!(language, "figure-area"), tr!(language, "figure-all-areas")];
    table(page, &page.areas, (&names, caption), language)
}

fn table(
    page: &MunicipalityDashboard,
    rows: &[MunicipalityRow],
    ([first, all], caption): (&[String; 2], &str),
    language: Language,
) -> Markup {
    let address = address(page);
    let rows: Vec<Vec<Markup>> = rows
        .iter()
        .chain(page.measure(Measure::Implementation))
        .map(|one| {
            let name = subject(&one.subject, all, language);
            let label = match answers_of(&address, &one.subject) {
                Some(answers) => html! { a href=(answers) { (name) } },
                None => html! { (name) },
            };
            row(label, one, language)
        })
        .collect();
    let heads = heads(language);
    let columns: Vec<Column> = std::iter::once(Column { label: first, ..Column::default() })
        .chain(heads.iter().map(|label| Column { label, content: Content::Number, ..Column::default() }))
        .collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}

fn heads(language: Language) -> [String; 13] {
    [
        tr!(language, "column-baseline"),
        tr!(language, "column-paired-baseline"),
        tr!(language, "column-paired-current"),
        tr!(language, "column-paired-change"),
        tr!(language, "column-comparable"),
        tr!(language, "column-pair-coverage"),
        tr!(language, "column-score-then"),
        tr!(language, "column-score-now"),
        tr!(language, "column-unpaired-change"),
        tr!(language, "column-coverage"),
        tr!(language, "column-dont-know"),
        tr!(language, "column-strict"),
        tr!(language, "column-disagreeing"),
    ]
}

fn row(label: Markup, one: &MunicipalityRow, language: Language) -> Vec<Markup> {
    let change = &one.change;
    let (then, now) = (&change.unpaired.baseline, &change.unpaired.current);
    let paired = match one.change_missing {
        Some(missing) => html! { (why(missing, language)) },
        None => html! { strong { (change_or_dash(change.change)) } },
    };
    let matched = comparable(&Comparable::of_change(change), language);
    let current = match one.score_missing {
        Some(missing) => html! { (why(missing, language)) },
        None => html! { (number_or_dash(now.score)) },
    };
    let cells =
        [round_names(&one.baselines, language), number_or_dash(change.baseline), number_or_dash(change.current)];
    let mut row = vec![label];
    row.extend(cells.iter().map(|cell| html! { (cell) }));
    row.push(paired);
    row.push(html! { (matched) });
    row.push(html! { (percent_or_dash(change.coverage, language)) });
    row.push(html! { (number_or_dash(then.score)) });
    row.push(current);
    let strict = number_or_dash(now.strict_score);
    let unknown = if now.asked == 0 { NONE.to_owned() } else { now.dont_know.to_string() };
    let disagreeing = if now.asked == 0 { NONE.to_owned() } else { now.disagreeing.to_string() };
    let rest = [
        change_or_dash(change.unpaired.change()),
        percent_or_dash(now.coverage, language),
        unknown,
        strict,
        disagreeing,
    ];
    row.extend(rest.iter().map(|cell| html! { (cell) }));
    row
}
