//! The answers of the baseline and now as a table.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::dashboards::Transitions;
use crate::views::dashboards::distributions::short;
use crate::views::ui::{self, Column, Content, Table};

/// The table alone: then down, now across.
pub fn table(one: &Transitions, language: Language) -> Markup {
    let caption = tr!(language, "transitions-caption", scale = one.now.label.in_language(language));
    let then = tr!(language, "transitions-then");
    let heads: Vec<String> = one
        .now
        .options
        .iter()
        .map(|option| tr!(language, "transitions-now", answer = short(option.label.in_language(language))))
        .collect();
    let columns: Vec<Column> = std::iter::once(Column { label: &then, ..Column::default() })
        .chain(heads.iter().map(|label| Column { label, content: Content::Number, ..Column::default() }))
        .collect();
    let same = |row: usize, column: usize| {
        one.then.options.get(row).zip(one.now.options.get(column)).is_some_and(|(then, now)| then.key == now.key)
    };
    let rows: Vec<Vec<Markup>> = one
        .then
        .options
        .iter()
        .zip(&one.counts)
        .enumerate()
        .map(|(row, (option, counts))| {
            let head = html! { (short(option.label.in_language(language))) };
            let cells = counts.iter().enumerate().map(|(column, count)| {
                html! { @if same(row, column) { strong { (count) } } @else { (count) } }
            });
            std::iter::once(head).chain(cells).collect()
        })
        .collect();
    let frame = Table { caption: &caption, columns: &columns, ..Table::default() };
    html! {
        (ui::plain_table(&frame, &rows))
        p { (tr!(language, "transitions-apart", disagreeing = one.disagreeing, unanswered = one.unanswered)) }
    }
}
