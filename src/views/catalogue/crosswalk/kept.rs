//! What a later edition keeps of an earlier one, package by package and area by area, and the series that end.

use maud::{Markup, html};

use super::super::super::ui::{self, Column, Content, Kind, Table};
use super::super::wording;
use super::package_name;
use crate::domain::Language;
use crate::domain::catalogue::continuity::{Became, Continuity, Counts, SeriesEnd};
use crate::domain::catalogue::{Edition, QuestionIndex};

/// Counts by package, by area, and every series that ends.
pub(in crate::views::catalogue) fn kept(
    continuity: &Continuity,
    (from, to): (&Edition, &Edition),
    language: Language,
) -> Markup {
    let packages: Vec<(String, Counts)> = continuity
        .packages
        .iter()
        .map(|(key, counts)| (package_name(key.as_deref(), from, to, language), *counts))
        .collect();
    let areas: Vec<(String, Counts)> =
        continuity.areas.iter().map(|(area, counts)| (to.area_name(*area, language).to_owned(), *counts)).collect();
    let (by_package, by_area) = (tr!(language, "crosswalk-by-package"), tr!(language, "crosswalk-by-area"));
    html! {
        (ended(continuity, (from, to), language))
        (ui::details(&by_package, table(&by_package, &tr!(language, "catalogue-package"), &packages, (to, language))))
        (ui::details(&by_area, html! {
            p { (tr!(language, "crosswalk-by-area-what")) }
            (table(&by_area, &tr!(language, "crosswalk-area"), &areas, (to, language)))
        }))
    }
}

fn table(caption: &str, first: &str, rows: &[(String, Counts)], (to, language): (&Edition, Language)) -> Markup {
    let labels = [
        first.to_owned(),
        tr!(language, "crosswalk-questions-in", edition = to.key.as_str()),
        tr!(language, "crosswalk-identical"),
        tr!(language, "crosswalk-reworded"),
        tr!(language, "crosswalk-split-or-merged"),
        tr!(language, "crosswalk-figure-new"),
        tr!(language, "crosswalk-figure-retired"),
    ];
    let columns: Vec<Column> = labels
        .iter()
        .enumerate()
        .map(|(place, label)| Column {
            label,
            content: if place == 0 { Content::Text } else { Content::Number },
            ..Column::default()
        })
        .collect();
    let frame = Table {
        caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let cells: Vec<Vec<Markup>> = rows
        .iter()
        .map(|(name, counts)| {
            let Counts { identical, reworded, listed, new, retired } = *counts;
            let numbers = [counts.asked(), identical, reworded, listed, new, retired];
            std::iter::once(html! { (name) }).chain(numbers.map(|number| html! { (number) })).collect()
        })
        .collect();
    ui::table(&frame, &cells)
}

/// The series that end, or that none does.
fn ended(continuity: &Continuity, (from, to): (&Edition, &Edition), language: Language) -> Markup {
    let count = continuity.ended.len();
    let heading = tr!(language, "crosswalk-ended", count = count);
    if count == 0 {
        return ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (heading) });
    }
    let labels = [
        tr!(language, "crosswalk-ended-question", edition = from.key.as_str()),
        tr!(language, "crosswalk-ended-rounds"),
        tr!(language, "crosswalk-ended-became", edition = to.key.as_str()),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let frame = Table {
        caption: &heading,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let row = |end: &SeriesEnd| {
        vec![
            html! { (wording(&from.questions[end.question], language)) },
            html! { (end.rounds.join(", ")) },
            became(end, to, language),
        ]
    };
    let rows: Vec<Vec<Markup>> = continuity.ended.iter().map(row).collect();
    html! {
        (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
            (heading) " " (tr!(language, "crosswalk-ended-what", edition = to.key.as_str()))
        }))
        (ui::details(&tr!(language, "crosswalk-ended-list"), ui::table(&frame, &rows)))
    }
}

fn became(end: &SeriesEnd, to: &Edition, language: Language) -> Markup {
    let list = |questions: &[QuestionIndex]| {
        let texts: Vec<String> = questions.iter().map(|place| wording(&to.questions[*place], language)).collect();
        html! { ul { @for text in &texts { li { (text) } } } }
    };
    match &end.became {
        Became::Nothing => html! { (tr!(language, "crosswalk-word-retired")) },
        Became::Split(questions) => html! { (tr!(language, "crosswalk-split")) ":" (list(questions)) },
        Became::Merged(questions) => html! { (tr!(language, "crosswalk-merged")) ":" (list(questions)) },
    }
}
