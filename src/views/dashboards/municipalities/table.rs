//! The table under a municipality's chart: every figure with what it rests on.

use maud::{Markup, html};

use super::MunicipalityPage;
use super::lines::{answers_of_area, answers_of_package};
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::views::dashboards::figures::{
    NONE, change_or_dash, comparable, number_or_dash, percent_or_dash, round_names, why_no_score, why_not_compared,
};
use crate::views::ui::{self, CaptionPlace, Column, Content, Spacing, Table};

/// Per package, with the sum of all.
pub fn packages(page: &MunicipalityPage, caption: &str, language: Language) -> Markup {
    let all = ScoreDimension::all_of(Measure::Implementation);
    let edition = page.held.edition();
    let head = (html! { (tr!(language, "figure-all-packages")) }, all);
    let rest = edition.packages.iter().enumerate().map(|(index, package)| {
        let name =
            html! { a href=(answers_of_package(&page.address(), package)) { (package.title.in_language(language)) } };
        (name, ScoreDimension { package: Some(index), ..all })
    });
    table(page, &tr!(language, "figure-package"), caption, rest.chain([head]), language)
}

/// Per area, with the sum of all.
pub fn areas(page: &MunicipalityPage, caption: &str, language: Language) -> Markup {
    let all = ScoreDimension::all_of(Measure::Implementation);
    let current = &page.held.comparison.current;
    let head = (html! { (tr!(language, "figure-all-areas")) }, all);
    let rest = current.areas.iter().map(|asked| {
        let name = current.edition.area_name(asked.area, language);
        let name = html! { a href=(answers_of_area(&page.address(), asked.area)) { (name) } };
        (name, ScoreDimension { area: Some(asked.area), ..all })
    });
    table(page, &tr!(language, "figure-area"), caption, rest.chain([head]), language)
}

fn table(
    page: &MunicipalityPage,
    first: &str,
    caption: &str,
    groups: impl Iterator<Item = (Markup, ScoreDimension)>,
    language: Language,
) -> Markup {
    let rows: Vec<Vec<Markup>> = groups
        .filter_map(|(label, group)| {
            let rounds = page.held.baseline_rounds(&group);
            let change = page.change(&group)?;
            let why = why_not_compared(page.held, &group, change, language);
            Some(row(label, &round_names(&rounds, language), change, why, language))
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

fn row(label: Markup, rounds: &str, change: &Change, why: Option<String>, language: Language) -> Vec<Markup> {
    let (then, now) = (&change.unpaired.baseline, &change.unpaired.current);
    let paired = match why {
        Some(why) => html! { (why) },
        None => html! { strong { (change_or_dash(change.change)) } },
    };
    let matched = comparable(change.matched as usize, change.questions as usize, change.reworded, language);
    let current = match why_no_score(now, language) {
        Some(why) => html! { (why) },
        None => html! { (number_or_dash(now.score)) },
    };
    let cells = [rounds.to_owned(), number_or_dash(change.baseline), number_or_dash(change.current)];
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
