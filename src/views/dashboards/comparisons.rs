//! The page of municipalities that the reader puts together, beside the country.

mod beside;

use maud::{Markup, html};
use url::form_urlencoded::Serializer;

use super::addresses;
use super::country::name;
use super::figures;
use super::heat as shades;
use super::municipalities::{group_label, provisional};
use crate::domain::dashboards::group_comparison::{GroupDashboard, GroupWanted};
use crate::domain::dashboards::peer_groups::PeerGroup;
use crate::domain::{Area, Language, MunicipalityCode};
use crate::texts::group_name;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, CaptionPlace, Choice, Column, Field, Kind, Level, NavItem, Slots, Spacing, Table};

pub use beside::file;

fn address(page: &GroupDashboard) -> String {
    format!("/rounds/{}/comparison", page.round.key)
}

/// The query of an address that asks for the same.
fn query(wanted: &GroupWanted) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("measure", wanted.measure.as_str());
    if let Some(area) = &wanted.area {
        query.append_pair("area", area.as_str());
    }
    if let Some(region) = &wanted.region {
        query.append_pair("region", region);
    }
    if let Some(group) = wanted.municipality_group {
        query.append_pair("group", &group.to_string());
    }
    query.extend_pairs(wanted.municipalities.iter().map(|code| ("municipality", code.as_str())));
    format!("?{}", query.finish())
}

/// What the group is called.
fn group(page: &GroupDashboard, language: Language) -> String {
    group_label(&PeerGroup::Chosen(page.group.clone()), language)
}

/// The page.
pub fn show(frame: &Frame, page: &GroupDashboard) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let title = tr!(language, "comparison-title", round = round);
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let (round_address, country) = (format!("/rounds/{round}"), tr!(language, "country-short"));
    let country_address = format!("{round_address}/country");
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &country_address, text: &country },
    ];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "comparison-short")))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "comparison-lead")) }))
        (provisional(&page.round, language))
        (filter(page, language))
        @if page.group.codes().is_empty() {
            (info(&tr!(language, "comparison-nobody"), language))
        } @else if page.is_everybody {
            (info(&tr!(language, "comparison-everybody"), language))
        } @else {
            (members(page, language))
            (beside::section(page, language))
            (heat(page, language))
        }
        (super::reading::guide(&page.round, language))
    };
    shell::page(frame, &title, main)
}

fn info(text: &str, language: Language) -> Markup {
    ui::notice(Kind::Info, &tr!(language, "figure-info"), html! { (text) })
}

fn filter(page: &GroupDashboard, language: Language) -> Markup {
    let wanted = &page.wanted;
    let measures: Vec<(&str, String)> =
        page.measures.iter().map(|measure| (measure.as_str(), figures::measure(*measure, language))).collect();
    let areas: Vec<(&str, &str)> =
        page.areas.iter().map(|asked| (asked.area.as_str(), asked.label.in_language(language))).collect();
    let regions: Vec<(&str, &str)> = page.regions.iter().map(|region| (region.as_str(), region.as_str())).collect();
    let groups: Vec<(String, String)> =
        page.municipality_groups.iter().map(|group| (group.to_string(), group_name(*group, language))).collect();
    let chosen_group = wanted.municipality_group.map(|group| group.to_string()).unwrap_or_default();
    let boxes: Vec<Choice> = page
        .offered
        .iter()
        .map(|code| Choice {
            value: code.as_str(),
            label: code.name(),
            hint: None,
            chosen: wanted.municipalities.contains(code),
        })
        .collect();
    let label = tr!(language, "comparison-municipalities");
    let field = Field { name: "municipality", label: &label, ..Field::default() };
    let boxes = ui::in_columns(ui::checkboxes(&field, &boxes, &Slots::default()));
    let summary = tr!(language, "comparison-choose", count = wanted.municipalities.len());
    let body = html! {
        (ui::select_of(("measure", wanted.measure.as_str()), (&tr!(language, "filter-measure"), None), &measures))
        (ui::select_of(
            ("area", wanted.area.as_ref().map_or("", Area::as_str)),
            (&tr!(language, "figure-area"), Some(&tr!(language, "filter-all-areas"))),
            &areas,
        ))
        (ui::select_of(
            ("region", wanted.region.as_deref().unwrap_or_default()),
            (&tr!(language, "grid-region"), Some(&tr!(language, "participation-all-regions"))),
            &regions,
        ))
        (ui::select_of(
            ("group", &chosen_group),
            (&tr!(language, "grid-group"), Some(&tr!(language, "participation-all-groups"))),
            &groups,
        ))
        @if wanted.municipalities.is_empty() { (ui::details(&summary, boxes)) } @else { (ui::open_details(&summary, boxes)) }
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&address(page), body)
}

/// Who is in the group, each with the way to its own page.
fn members(page: &GroupDashboard, language: Language) -> Markup {
    let name = |code: &MunicipalityCode| {
        html! { a href=(addresses::answers(&page.round.key, code, None, None)) { (code.name()) } }
    };
    html! {
        (ui::heading(Level::Two, "members", &group(page, language)))
        p { @for (index, code) in page.group.codes().iter().enumerate() { @if index > 0 { ", " } (name(code)) } }
    }
}

/// Each municipality of the group.
fn heat(page: &GroupDashboard, language: Language) -> Markup {
    let (heat, round) = (&page.heat, page.round.key.as_str());
    if heat.columns.is_empty() {
        return Markup::default();
    }
    let rows = shades::rows(
        heat,
        |code, column| match column {
            Some(column) => addresses::answers_to(round, code, column, page.wanted.area),
            None => addresses::answers(round, code, None, None),
        },
        language,
    );
    let measure = figures::measure(page.wanted.measure, language);
    let caption = tr!(language, "heat-caption", measure = measure, round = round);
    let labels: Vec<String> = std::iter::once(tr!(language, "figure-municipality"))
        .chain(heat.columns.iter().map(|column| name(column, language)))
        .collect();
    let columns: Vec<Column> = labels.iter().map(|label| Column { label, ..Column::default() }).collect();
    let frame = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: Spacing::ExtraCompact,
    };
    html! {
        (ui::heading(Level::Two, "heat", &tr!(language, "heat-title")))
        p { (caption) " " (tr!(language, "drill-heat-explained")) }
        (shades::legend(language))
        (ui::heat_table(&frame, &rows))
    }
}

/// The way here from the country's page, with what it looks at.
pub fn link(round: &str, language: Language) -> Markup {
    html! { p { a href={ "/rounds/" (round) "/comparison" } { (tr!(language, "comparison-link")) } } }
}
