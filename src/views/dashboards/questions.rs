//! The questions of a round, and how one of them was answered then and now.

mod list;
mod municipalities;
mod wording;

use maud::{Markup, html};

use super::addresses;
use super::distributions::{self, Spreads};
use super::flows;
use super::municipalities::provisional;
use super::slides::{Shape, Sheet, downloads};
use crate::charts;
use crate::domain::dashboards::question::QuestionDashboard;
use crate::domain::{Area, Language};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Level, NavItem};

pub use list::show_list;
pub use wording::{comparability, of_area};

/// The address of the page.
fn address(page: &QuestionDashboard) -> String {
    format!("/rounds/{}/questions/{}", page.round.key, page.asked().key)
}

/// The area looked at, as the query of an address.
fn query(page: &QuestionDashboard) -> String {
    page.area.map_or_else(String::new, |area| format!("?area={area}"))
}

/// The page.
pub fn show(frame: &Frame, page: &QuestionDashboard) -> Markup {
    let language = frame.language;
    let title = wording::of_area(&page.round.edition, page.asked(), page.area, language);
    let above = above(page, language);
    let above: Vec<NavItem> = above.iter().map(|(href, text)| NavItem { href, text }).collect();
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &page.asked().key))
        (ui::page_heading(&title))
        (provisional(&page.round, language))
        (filter(page, language))
        (figure(page, &title, language))
        (municipalities::section(page, language))
        (files(page, language))
        (wording::section(page, language))
        (flows::section(&page.transitions, flow_about(page, (&title, &address(page), &query(page))), language))
    };
    shell::page(frame, &title, main)
}

/// The way up: the recommendation and the package of the question, or the list of all where it has none.
fn above(page: &QuestionDashboard, language: Language) -> Vec<(String, String)> {
    let round = page.round.key.as_str();
    let mut above = vec![
        ("/rounds".to_owned(), tr!(language, "menu-rounds")),
        (format!("/rounds/{round}"), tr!(language, "figure-round", round = round)),
    ];
    let Some(package) = page.asked().package.and_then(|index| page.round.edition.packages.get(index)) else {
        above.push((format!("/rounds/{round}/questions"), tr!(language, "questions-short")));
        return above;
    };
    above.push((format!("/rounds/{round}/country"), tr!(language, "country-short")));
    above.push((addresses::package(round, &package.key), package.title.in_language(language).to_owned()));
    if let Some(one) = page.round.edition.recommendation_of(page.asked()) {
        let address = addresses::recommendation(round, &package.key, &one.key);
        above.push((address, one.title.in_language(language).to_owned()));
    }
    above
}

/// A choice of area, where the question is put to several.
fn filter(page: &QuestionDashboard, language: Language) -> Markup {
    let edition = &page.round.edition;
    if page.asked().areas.len() < 2 {
        return Markup::default();
    }
    let areas: Vec<(&str, &str)> =
        page.asked().areas.iter().map(|area| (area.as_str(), edition.area_name(*area, language))).collect();
    let chosen = page.area.as_ref().map_or("", Area::as_str);
    let (label, all) = (tr!(language, "figure-area"), tr!(language, "filter-all-areas"));
    ui::get_form(
        &address(page),
        html! {
            (ui::select_of(("area", chosen), (&label, Some(&all)), &areas))
            (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
        },
    )
}

fn figure(page: &QuestionDashboard, title: &str, language: Language) -> Markup {
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id: "distribution", title, description: &description, ..charts::Figure::default() };
    let query = query(page);
    let file = format!("{}/distribution", address(page));
    let scale = page.round.edition.scale_of(page.asked());
    let caption = html! {
        (super::figures::measure_explained(page.asked().measure, language)) " "
        @if let Some(explained) = distributions::explained(scale, language) { (explained) " " }
        (tr!(language, "distribution-caption")) " "
        (downloads(title, (&file, &query), language))
    };
    let spreads = [Spreads { heading: None, link: None, bars: &page.bars }];
    let groups = distributions::groups(&spreads, language);
    let table = distributions::table(title, &page.bars, language);
    html! {
        (ui::heading(Level::Two, "answers", &tr!(language, "distribution-title")))
        @if let Some(sentence) = distributions::top_boxes(&page.bars, language) { p .font-lead { (sentence) } }
        (charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table))
    }
}

/// The tables of the page.
fn files(page: &QuestionDashboard, language: Language) -> Markup {
    let query = query(page);
    let table = |label: &str, file: &str| {
        super::reading::table(label, &format!("{}/tables/{file}", address(page)), &query, language)
    };
    html! {
        (table(&tr!(language, "reading-spread-file"), "distribution"))
        @if !page.municipalities.is_empty() { (table(&tr!(language, "reading-answers-file"), "answers")) }
    }
}

/// What the bands between two answers are about.
fn flow_about<'a>(
    page: &'a QuestionDashboard,
    (name, address, query): (&'a str, &'a str, &'a str),
) -> flows::About<'a> {
    flows::About { name, round: &page.round.key, address, query }
}

/// Where the answers went as a file; none where there is none of that name.
pub fn flow_file(page: &QuestionDashboard, word: &str, (shape, frame): (Shape, &Frame)) -> Option<Markup> {
    let title = wording::of_area(&page.round.edition, page.asked(), page.area, frame.language);
    let sheet = Sheet::of_round(shape, &page.round, frame);
    flows::file(&page.transitions, word, (flow_about(page, (&title, "", "")), sheet), frame)
}

/// The chart as a file.
pub fn file(page: &QuestionDashboard, (shape, frame): (Shape, &Frame)) -> Markup {
    let (language, mark) = (frame.language, frame.mark());
    let title = wording::of_area(&page.round.edition, page.asked(), page.area, language);
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id: "distribution", title: &title, description: &description, mark: mark.as_deref() };
    // On a slide the question stands over everything.
    let heading = (shape == Shape::Alone).then_some(title.as_str());
    let sheet = Sheet::of_round(shape, &page.round, frame).resting_on(distributions::top_boxes(&page.bars, language));
    distributions::file(&name, &[Spreads { heading, link: None, bars: &page.bars }], &sheet, language)
}
