//! What others score, from the newest closed round, held back where it would give one away.

use maud::{Markup, html};

use super::lines::answers_of;
use crate::domain::Language;
use crate::domain::dashboards::municipality::Benchmarks;
use crate::domain::dashboards::peer_groups::PeerGroup;
use crate::texts::group_name;
use crate::views::dashboards::figures::{benchmark, number_or_dash, subject};
use crate::views::ui::{self, Level, Table};

/// The section with its table, whose rows lead to the answers on the municipality's page.
pub fn section(one: &Benchmarks, address: &str, language: Language) -> Markup {
    let heading = tr!(language, "benchmarks-title");
    let labels: Vec<String> = [tr!(language, "figure-package"), tr!(language, "benchmarks-own")]
        .into_iter()
        .chain(one.peer_groups.iter().map(|peer_group| group_label(peer_group, language)))
        .collect();
    let columns = ui::name_and_numbers(&labels);
    let rows: Vec<Vec<Markup>> = one
        .rows
        .iter()
        .map(|row| {
            let title = subject(&row.subject, &tr!(language, "figure-all-packages"), language);
            let cells =
                std::iter::once(number_or_dash(row.own)).chain(row.means.iter().map(|mean| benchmark(mean, language)));
            let head = match answers_of(address, &row.subject) {
                Some(answers) => html! { a href=(answers) { (title) } },
                None => html! { (title) },
            };
            std::iter::once(head).chain(cells.map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let caption = tr!(language, "benchmarks-caption", round = one.round.as_str());
    html! {
        (ui::heading(Level::Two, "benchmarks", &heading))
        @if !one.is_same_round { p { (tr!(language, "benchmarks-other-round", round = one.round.as_str())) } }
        p { (tr!(language, "benchmarks-explained")) }
        (ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows))
    }
}

/// The name of a group of municipalities.
pub fn group_label(peer_group: &PeerGroup, language: Language) -> String {
    match peer_group {
        PeerGroup::Nation => tr!(language, "benchmarks-nation"),
        PeerGroup::Region(region) => region.clone(),
        PeerGroup::MunicipalityGroup(group) => group_name(*group, language),
        PeerGroup::Chosen(chosen) => tr!(language, "benchmarks-chosen", count = chosen.codes().len()),
    }
}
