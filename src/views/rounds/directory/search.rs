//! The directory: searching it, and the ways to its files.

use maud::{Markup, html};
use url::form_urlencoded;

use super::{areas, holder};
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::directory_search::{Search, Shown};
use crate::domain::{Area, Language, MunicipalityCode};
use crate::views::pages;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Field, Icon, Input, Kind, NavItem, Table};

/// Posts on one page.
pub const PER_PAGE: usize = 50;

/// What was looked for and found.
#[derive(Debug)]
pub struct Found<'a> {
    /// What was looked for.
    pub search: &'a Search,
    /// The municipalities that somebody keeps, by name.
    pub municipalities: &'a [MunicipalityCode],
    /// How many posts were found.
    pub total: usize,
    /// The page shown, from 1.
    pub page: usize,
    /// The posts of this page.
    pub shown: &'a [&'a DirectoryEntry],
    /// How many posts a file has just changed.
    pub imported: Option<usize>,
}

/// The page.
pub fn show(frame: &Frame, found: &Found) -> Markup {
    let language = frame.language;
    let title = tr!(language, "search-title");
    let count = tr!(language, "search-count", count = found.total);
    let main = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "search-lead")) }))
        @if let Some(count) = found.imported {
            (ui::alert(Kind::Success, &tr!(language, "word-success"), &tr!(language, "search-imported"), html! {
                p { (tr!(language, "search-imported-count", count = count)) }
            }))
        }
        (ways(found, language))
        (filter(found, language))
        p role="status" { (count) }
        @if !found.shown.is_empty() { (table(found, &count, language)) }
        (pages(found, language))
    };
    shell::page(frame, &title, main)
}

/// To the import, the files, and where there is one municipality, to its list.
fn ways(found: &Found, language: Language) -> Markup {
    let only = if let [code] = found.municipalities { Some(code) } else { None };
    html! {
        (ui::button_group(html! {
            (ui::link_button(Button::Primary, NavItem { href: "/directory/import", text: &tr!(language, "search-import") }))
            @if let Some(code) = only {
                (ui::link_button(Button::Secondary, NavItem {
                    href: &format!("/municipalities/{code}/posts/new"),
                    text: &tr!(language, "post-add"),
                }))
                (ui::link_button(Button::Secondary, NavItem {
                    href: &format!("/municipalities/{code}/posts"),
                    text: &tr!(language, "search-own", municipality = code.authority()),
                }))
            }
        }))
        (files(language))
    }
}

/// The files to keep or to fill in.
pub(super) fn files(language: Language) -> Markup {
    let links = [
        ("/directory/template.xlsx", tr!(language, "search-template-xlsx")),
        ("/directory/template.csv", tr!(language, "search-template-csv")),
        ("/directory/export.xlsx", tr!(language, "search-export-xlsx")),
        ("/directory/export.csv", tr!(language, "search-export-csv")),
    ];
    html! {
        ul .pj-links.nobullet-list {
            @for (href, text) in &links { li { (ui::icon_link(Icon::Download, NavItem { href, text })) } }
        }
    }
}

fn filter(found: &Found, language: Language) -> Markup {
    let search = found.search;
    let (any, all_areas) = (tr!(language, "search-all-municipalities"), tr!(language, "search-all-areas"));
    let names: Vec<(&str, String)> =
        found.municipalities.iter().map(|code| (code.as_str(), code.name().to_owned())).collect();
    let areas: Vec<(&str, &str)> = Area::ALL.iter().map(|area| (area.as_str(), area.name(language))).collect();
    let states: Vec<(&str, String)> =
        Shown::ALL.iter().map(|shown| (shown.as_str(), state(*shown, language))).collect();
    let code = search.municipality.as_ref().map_or("", MunicipalityCode::as_str);
    let [text, municipality, area, shown] = [
        tr!(language, "search-text"),
        tr!(language, "search-municipality"),
        tr!(language, "search-area"),
        tr!(language, "search-shown"),
    ];
    let body = html! {
        (ui::text_input(
            &Field { name: "q", label: &text, ..Field::default() },
            &Input { kind: "search", value: &search.text, ..Input::default() },
        ))
        @if found.municipalities.len() > 1 {
            (ui::select_of(("municipality", code), (&municipality, Some(&any)), &names))
        }
        (ui::select_of(("area", search.area.as_ref().map_or("", Area::as_str)), (&area, Some(&all_areas)), &areas))
        (ui::select_of(("shown", search.shown.as_str()), (&shown, None), &states))
        (ui::submit(Button::Secondary, &tr!(language, "search-button")))
    };
    ui::get_form("/directory", body)
}

fn state(shown: Shown, language: Language) -> String {
    match shown {
        Shown::Active => tr!(language, "search-active"),
        Shown::WithoutAddress => tr!(language, "search-without-address"),
        Shown::Retired => tr!(language, "search-retired"),
    }
}

fn table(found: &Found, caption: &str, language: Language) -> Markup {
    let labels = [
        tr!(language, "rounds-post"),
        tr!(language, "search-municipality"),
        tr!(language, "rounds-holder"),
        tr!(language, "rounds-areas"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |entry: &&DirectoryEntry| {
        let code = &entry.post.municipality_code;
        vec![
            html! {
                a href={ "/posts/" (entry.post.id) } { (entry.post.title) }
                br; span .weight-normal { (entry.department) }
            },
            html! { a href={ "/municipalities/" (code) "/posts" } { (code.name()) } },
            holder(entry.holder.as_ref(), language),
            html! { (areas(&entry.post.areas.iter().collect::<Vec<Area>>(), language)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = found.shown.iter().map(row).collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    ui::table(&frame, &rows)
}

fn pages(found: &Found, language: Language) -> Markup {
    let last = found.total.div_ceil(PER_PAGE);
    let search = found.search;
    let asked = [
        ("q", search.text.as_str()),
        ("municipality", search.municipality.as_ref().map_or("", MunicipalityCode::as_str)),
        ("area", search.area.as_ref().map_or("", Area::as_str)),
        ("shown", search.shown.as_str()),
    ];
    let asked = form_urlencoded::Serializer::new(String::new()).extend_pairs(asked).finish();
    pages::pages(language, (found.page, last), &format!("/directory?{asked}&page="))
}
