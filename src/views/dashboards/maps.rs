//! The page of a map: one figure of every municipality that the reader may see.

mod drawing;

use maud::{Markup, html};

use super::addresses;
use super::figures::{self, NONE, change_or_dash, number_or_dash, why};
use super::municipalities::provisional;
use super::slides::{Shape, Sheet, downloads};
use crate::charts::{self, MapKind};
use crate::domain::dashboards::map::{MapDashboard, MapFigure, MapRow, MapWanted};
use crate::domain::dashboards::subjects::Subject;
use crate::domain::{Area, Language};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, CaptionPlace, Kind, NavItem, Spacing, Table};

/// The ways of drawing, by the words of addresses.
const KINDS: [(&str, MapKind); 2] = [("outlines", MapKind::Outlines), ("tiles", MapKind::Tiles)];

/// The way of drawing that a word of an address stands for.
pub fn kind(word: &str) -> Option<MapKind> {
    KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

fn word(kind: MapKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| word)
}

/// The query of an address that asks for the same. Keys and words need no escaping.
fn query(wanted: &MapWanted) -> String {
    let package = wanted.package.as_ref().map_or_else(String::new, |package| format!("&package={package}"));
    let area = wanted.area.map_or_else(String::new, |area| format!("&area={area}"));
    format!("?figure={}&measure={}{package}{area}", wanted.figure, wanted.measure)
}

/// The page.
pub fn show(frame: &Frame, page: &MapDashboard, kind: MapKind) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let title = tr!(language, "map-title", round = round);
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let (round_address, country) = (format!("/rounds/{round}"), tr!(language, "country-short"));
    let country_address = format!("{round_address}/country");
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &country_address, text: &country },
    ];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "map-short")))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "map-lead")) }))
        (provisional(&page.round, language))
        (filter(page, kind, language))
        @if page.wanted.figure == MapFigure::Change && page.round.baselines.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "figure-info"), html! { (tr!(language, "figure-no-baseline")) }))
        } @else {
            (ways(page, kind, language))
            (figure(page, kind, language))
        }
    };
    shell::page(frame, &title, main)
}

fn filter(page: &MapDashboard, kind: MapKind, language: Language) -> Markup {
    let wanted = &page.wanted;
    let words = |figure: &MapFigure| match figure {
        MapFigure::Score => tr!(language, "map-score"),
        MapFigure::Change => tr!(language, "map-change"),
    };
    let figures: Vec<(&str, String)> = MapFigure::ALL.iter().map(|one| (one.as_str(), words(one))).collect();
    let measures: Vec<(&str, String)> =
        page.measures.iter().map(|one| (one.as_str(), figures::measure(*one, language))).collect();
    let packages: Vec<(&str, &str)> =
        page.packages.iter().map(|one| (one.key.as_str(), one.label.in_language(language))).collect();
    let areas: Vec<(&str, &str)> =
        page.areas.iter().map(|one| (one.area.as_str(), one.label.in_language(language))).collect();
    let area = wanted.area.as_ref().map_or("", Area::as_str);
    let body = html! {
        (ui::select_of(("figure", wanted.figure.as_str()), (&tr!(language, "map-figure"), None), &figures))
        (ui::select_of(("measure", wanted.measure.as_str()), (&tr!(language, "filter-measure"), None), &measures))
        (ui::select_of(
            ("package", wanted.package.as_deref().unwrap_or_default()),
            (&tr!(language, "figure-package"), Some(&tr!(language, "filter-all-packages"))),
            &packages,
        ))
        (ui::select_of(
            ("area", area),
            (&tr!(language, "figure-area"), Some(&tr!(language, "filter-all-areas"))),
            &areas,
        ))
        (ui::hidden("drawn", word(kind)))
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&address(page), body)
}

fn address(page: &MapDashboard) -> String {
    format!("/rounds/{}/map", page.round.key)
}

/// The way to the other drawing.
fn ways(page: &MapDashboard, kind: MapKind, language: Language) -> Markup {
    let href = |kind| format!("{}{}&drawn={}", address(page), query(&page.wanted), word(kind));
    let hrefs = KINDS.map(|(_, kind)| href(kind));
    let texts = [tr!(language, "map-outlines"), tr!(language, "map-tiles")];
    let tabs: Vec<NavItem> = hrefs.iter().zip(&texts).map(|(href, text)| NavItem { href, text }).collect();
    ui::tabs(&tr!(language, "map-drawn"), &tabs, &href(kind))
}

/// What the drawing shows: "Implementering: Tobak, Sundhed, score i runde 2026".
fn title(page: &MapDashboard, language: Language) -> String {
    let mut about = vec![figures::measure(page.wanted.measure, language)];
    match &page.subject {
        Subject::Package(package) => about.push(package.label.in_language(language).to_owned()),
        Subject::All | Subject::Area(..) => about.push(tr!(language, "figure-all-packages")),
    }
    if let Some(area) = page.wanted.area {
        about.push(page.round.edition.area_name(area, language).to_owned());
    }
    let (about, round) = (about.join(", "), page.round.key.as_str());
    match page.wanted.figure {
        MapFigure::Score => tr!(language, "map-score-title", about = about, round = round),
        MapFigure::Change => {
            let before = figures::round_names(&page.round.baselines, language);
            tr!(language, "map-change-title", about = about, round = round, before = before)
        }
    }
}

fn figure(page: &MapDashboard, kind: MapKind, language: Language) -> Markup {
    let title = title(page, language);
    let description = tr!(language, "map-description");
    let name = charts::Figure { id: "map", title: &title, description: &description, ..charts::Figure::default() };
    let link = |row: &MapRow| Some(municipality(page, row));
    let drawn = drawing::plotted(page, kind, (link, language), |plot| plot.on_page(&name));
    let (file, query) = (format!("{}/{}", address(page), word(kind)), query(&page.wanted));
    let caption = html! {
        strong { (title) } ". "
        (figures::measure_explained(page.wanted.measure, language)) " "
        (tr!(language, "map-n", n = page.n(), all = page.rows.len())) " "
        (downloads(&title, (&file, &query), language))
    };
    let summary = tr!(language, "figure-table");
    charts::figure(&name, drawn, caption, &summary, table(page, &title, language))
}

fn municipality(page: &MapDashboard, row: &MapRow) -> String {
    addresses::answers(&page.round.key, &row.municipality, None, None)
}

/// A figure as people read it.
fn value(page: &MapDashboard, row: &MapRow) -> String {
    match page.wanted.figure {
        MapFigure::Score => number_or_dash(row.value),
        MapFigure::Change => change_or_dash(row.value),
    }
}

/// A figure, or why there is none.
fn told(page: &MapDashboard, row: &MapRow, language: Language) -> String {
    match (row.value, row.missing) {
        (None, Some(missing)) => why(missing, language),
        (None, None) => NONE.to_owned(),
        (Some(_), _) => value(page, row),
    }
}

fn table(page: &MapDashboard, caption: &str, language: Language) -> Markup {
    let heads = [
        tr!(language, "figure-municipality"),
        match page.wanted.figure {
            MapFigure::Score => tr!(language, "map-score"),
            MapFigure::Change => tr!(language, "figure-change"),
        },
    ];
    let columns = ui::name_and_numbers(&heads);
    let rows: Vec<Vec<Markup>> = page
        .rows
        .iter()
        .map(|row| {
            let name = html! { a href=(municipality(page, row)) { (row.municipality.name()) } };
            vec![name, html! { (told(page, row, language)) }]
        })
        .collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}

/// The drawing alone, complete in itself.
pub fn file(page: &MapDashboard, kind: MapKind, (shape, frame): (Shape, &Frame)) -> Markup {
    let (language, mark) = (frame.language, frame.mark());
    let (title, description) = (title(page, language), tr!(language, "map-description"));
    let id = format!("map-{}", page.wanted.figure);
    let name = charts::Figure { id: &id, title: &title, description: &description, mark: mark.as_deref() };
    let basis = tr!(language, "map-n", n = page.n(), all = page.rows.len());
    let sheet = Sheet::of_round(shape, &page.round, frame).resting_on([basis]);
    drawing::plotted(page, kind, (|_| None, language), |plot| sheet.file(&name, plot))
}
