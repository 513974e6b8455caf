//! The municipalities of a round: who was asked, and how far they are.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::ui::{self, Column, Content, Table};
use super::moment;
use crate::domain::rounds::Round;
use crate::domain::rounds::participation::Participation;
use crate::domain::{Language, MunicipalityCode};

/// A row for each municipality, in the order given.
pub(super) fn table(
    round: &Round,
    municipalities: &[MunicipalityCode],
    counted: &BTreeMap<MunicipalityCode, Participation>,
    language: Language,
) -> Markup {
    let columns = [
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-posts"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-mailed"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-failed"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-started"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-handed-in"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-share-column"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-last-activity"), ..Column::default() },
        Column { label: &tr!(language, "rounds-result"), ..Column::default() },
    ];
    let row = |code: &MunicipalityCode| {
        let one = counted.get(code).copied().unwrap_or_default();
        let address = format!("/rounds/{}/municipalities/{code}", round.key);
        vec![
            html! { a href={ (address) "/status" } { (code.name()) } },
            html! { (one.posts) },
            html! { (one.mailed) },
            html! { (one.failed) },
            html! { (one.started) },
            html! { (one.handed_in) },
            html! { @match one.share() { Some(share) => { (share) " %" } None => "–" } },
            html! { (one.last_activity.map_or_else(|| "–".to_owned(), |at| moment(at, language))) },
            html! {
                @if one.posts > 0 {
                    a href=(address) { (tr!(language, "rounds-result")) (ui::for_screen_readers(&format!(" {}", code.name()))) }
                } @else {
                    "–"
                }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = municipalities.iter().map(row).collect();
    let caption = tr!(language, "rounds-per-municipality");
    let table = Table { caption: &caption, columns: &columns, spacing: ui::Spacing::Compact, ..Table::default() };
    ui::table(&table, &rows)
}
