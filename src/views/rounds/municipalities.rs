//! The municipalities of a round: who was asked, and how far they are.

use std::collections::BTreeSet;

use maud::{Markup, html};
use url::form_urlencoded;

use super::super::ui::{self, Button, Column, Content, Field, Input, Kind, Level, Order, SortHead, Table};
use super::moment;
use crate::domain::rounds::Round;
use crate::domain::rounds::participation::Participation;
use crate::domain::rounds::participation_list::{ListedParticipation, ParticipationColumn, ParticipationWanted};
use crate::domain::{Language, MunicipalityCode};
use crate::texts::group_name;

/// The municipalities that somebody looks for.
#[derive(Debug)]
pub struct ListedMunicipalities<'a> {
    /// What is looked for.
    pub wanted: &'a ParticipationWanted,
    /// The regions to choose among.
    pub regions: &'a [&'static str],
    /// The kommunegrupper to choose among.
    pub groups: &'a [u8],
    /// Those found, in the order that is wanted.
    pub rows: &'a [ListedParticipation],
    /// Those whose answers somebody has signed off.
    pub signed: &'a BTreeSet<MunicipalityCode>,
}

/// The list, with fields to narrow it where that makes a difference.
pub(super) fn show(round: &Round, listed: &ListedMunicipalities, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "municipalities", &tr!(language, "rounds-per-municipality")))
        @if listed.rows.len() != 1 || is_narrowed(listed.wanted) { (filter(round, listed, language)) }
        @if listed.rows.is_empty() { p role="status" { (tr!(language, "participation-none")) } } @else { (table(round, listed, language)) }
    }
}

fn is_narrowed(wanted: &ParticipationWanted) -> bool {
    !wanted.text.is_empty() || wanted.region.is_some() || wanted.group.is_some()
}

fn filter(round: &Round, listed: &ListedMunicipalities, language: Language) -> Markup {
    let wanted = listed.wanted;
    let regions: Vec<(&str, &str)> = listed.regions.iter().map(|region| (*region, *region)).collect();
    let groups: Vec<(String, String)> =
        listed.groups.iter().map(|group| (group.to_string(), group_name(*group, language))).collect();
    let group = wanted.group.map(|group| group.to_string()).unwrap_or_default();
    let (text, all_regions, all_groups) = (
        tr!(language, "participation-search"),
        tr!(language, "participation-all-regions"),
        tr!(language, "participation-all-groups"),
    );
    let body = html! {
        (ui::text_input(
            &Field { name: "q", label: &text, ..Field::default() },
            &Input { kind: "search", value: &wanted.text, ..Input::default() },
        ))
        (ui::select_of(
            ("region", wanted.region.as_deref().unwrap_or_default()),
            (&tr!(language, "grid-region"), Some(&all_regions)),
            &regions,
        ))
        (ui::select_of(("group", &group), (&tr!(language, "grid-group"), Some(&all_groups)), &groups))
        (ui::hidden("sort", wanted.sort.as_str()))
        (ui::hidden("order", order(wanted.descending)))
        (ui::submit(Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&format!("/rounds/{}#municipalities", round.key), body)
}

fn order(descending: bool) -> &'static str {
    if descending { "desc" } else { "asc" }
}

/// A header that sorts; whoever sorts by it a second time turns it.
fn head(round: &Round, wanted: &ParticipationWanted, sort: ParticipationColumn, language: Language) -> SortHead {
    let label = match sort {
        ParticipationColumn::Name => tr!(language, "rounds-municipality"),
        ParticipationColumn::Missing => tr!(language, "participation-missing"),
        ParticipationColumn::Share => tr!(language, "rounds-share-column"),
        ParticipationColumn::Activity => tr!(language, "rounds-last-activity"),
    };
    let is_current = wanted.sort == sort;
    let descending = if is_current { !wanted.descending } else { sort.begins_descending() };
    let group = wanted.group.map(|group| group.to_string()).unwrap_or_default();
    let asked = [
        ("q", wanted.text.as_str()),
        ("region", wanted.region.as_deref().unwrap_or_default()),
        ("group", &group),
        ("sort", sort.as_str()),
        ("order", order(descending)),
    ];
    let asked = asked.into_iter().filter(|(_, value)| !value.is_empty());
    let asked = form_urlencoded::Serializer::new(String::new()).extend_pairs(asked).finish();
    let hint = if descending { tr!(language, "sort-descending") } else { tr!(language, "sort-ascending") };
    let href = format!("/rounds/{}?{asked}#municipalities", round.key);
    SortHead { label, href, order: Order::of(is_current, wanted.descending), hint }
}

/// A row for each municipality found, and one for all of them together.
fn table(round: &Round, listed: &ListedMunicipalities, language: Language) -> Markup {
    let head = |sort| head(round, listed.wanted, sort, language);
    let (name, missing) = (head(ParticipationColumn::Name), head(ParticipationColumn::Missing));
    let (share, activity) = (head(ParticipationColumn::Share), head(ParticipationColumn::Activity));
    let texts = [
        tr!(language, "rounds-posts"),
        tr!(language, "rounds-mailed"),
        tr!(language, "rounds-failed"),
        tr!(language, "rounds-started"),
        tr!(language, "rounds-handed-in"),
    ];
    let result = tr!(language, "rounds-result");
    let mut columns = vec![name.column()];
    columns.extend(texts.each_ref().map(|label| Column { label, content: Content::Number, sort: None }));
    columns.extend([&missing, &share].map(|head| Column { content: Content::Number, ..head.column() }));
    columns.extend([activity.column(), Column { label: &result, ..Column::default() }]);
    let mut rows: Vec<Vec<Markup>> = listed.rows.iter().map(|one| row(round, one, listed.signed, language)).collect();
    if rows.len() > 1 {
        let total = listed.rows.iter().map(|(_, one)| *one).fold(Participation::default(), Participation::plus);
        let name = tr!(language, "participation-total", count = rows.len());
        let cells = counts(&total, language).into_iter().map(|cell| html! { strong { (cell) } });
        rows.push(std::iter::once(html! { (name) }).chain(cells).chain([html! {}]).collect());
    }
    let caption = tr!(language, "rounds-per-municipality");
    let table = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    ui::table(&table, &rows)
}

fn row(
    round: &Round,
    (code, one): &ListedParticipation,
    signed: &BTreeSet<MunicipalityCode>,
    language: Language,
) -> Vec<Markup> {
    let address = format!("/rounds/{}/municipalities/{code}", round.key);
    let result = html! {
        @if one.posts > 0 {
            a href=(address) { (tr!(language, "rounds-result")) (ui::for_screen_readers(&format!(" {}", code.name()))) }
        } @else {
            "–"
        }
    };
    let name = html! {
        a href={ (address) "/status" } { (code.name()) }
        @if signed.contains(code) { " " (ui::badge(Kind::Success, &tr!(language, "sign-off-mark"))) }
    };
    std::iter::once(name).chain(counts(one, language)).chain([result]).collect()
}

fn counts(one: &Participation, language: Language) -> [Markup; 8] {
    let numbers = [one.posts, one.mailed, one.failed, one.started, one.handed_in, one.missing()];
    let [posts, mailed, failed, started, handed_in, missing] = numbers.map(|number| html! { (number) });
    let share = html! { @match one.share() { Some(share) => { (share) " %" } None => "–" } };
    let activity = html! { (one.last_activity.map_or_else(|| "–".to_owned(), |at| moment(at, language))) };
    [posts, mailed, failed, started, handed_in, missing, share, activity]
}
