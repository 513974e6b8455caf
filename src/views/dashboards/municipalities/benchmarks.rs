//! What others score, from the newest closed round, held back where it would give one away.

use maud::{Markup, html};

use super::lines::answers_of;
use super::peers::{self, group_label};
use crate::domain::Language;
use crate::domain::dashboards::benchmarks::{BenchmarkRow, Benchmarks};
use crate::views::dashboards::figures::subject;
use crate::views::ui::{self, Level, Table};

/// The section with its chart and its table, whose rows lead to the answers on the municipality's page.
pub fn section(one: &Benchmarks, address: &str, language: Language) -> Markup {
    let plain = tr!(language, "benchmarks-title");
    let finding = peers::finding(one, language);
    html! {
        (ui::heading(Level::Two, "benchmarks", finding.as_ref().unwrap_or(&plain)))
        @if finding.is_some() { p { (plain) ". " (tr!(language, "peers-lead")) } }
        @if !one.is_same_round { p { (tr!(language, "benchmarks-other-round", round = one.round.as_str())) } }
        p { (tr!(language, "benchmarks-explained")) }
        (peers::figure(one, address, table(one, address, language), language))
    }
}

fn table(one: &Benchmarks, address: &str, language: Language) -> Markup {
    let labels: Vec<String> = [tr!(language, "figure-package"), tr!(language, "benchmarks-own")]
        .into_iter()
        .chain(one.peer_groups.iter().map(|peer_group| group_label(peer_group, language)))
        .collect();
    let columns = ui::name_and_numbers(&labels);
    let cells = |row: &BenchmarkRow| {
        let title = subject(&row.subject, &tr!(language, "figure-all-packages"), language);
        let head = match answers_of(address, &row.subject) {
            Some(answers) => html! { a href=(answers) { (title) } },
            None => html! { (title) },
        };
        let others = (0..row.means.len()).map(|place| peers::cell(one, row, place, language));
        [head, html! { (peers::own(row, language)) }].into_iter().chain(others).collect()
    };
    let rows: Vec<Vec<Markup>> = one.rows.iter().map(cells).collect();
    let caption = tr!(language, "benchmarks-caption", round = one.round.as_str());
    ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows)
}
