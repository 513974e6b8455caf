//! The result of one recommendation: its questions area by area, then and now.

use maud::{Markup, html};

use super::distributions::{self, Spreads};
use super::municipalities::provisional;
use super::{addresses, figures};
use crate::charts;
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::dashboards::nation::RoundSpread;
use crate::domain::dashboards::question::QuestionSpread;
use crate::domain::dashboards::recommendation::{RecommendationDashboard, RecommendationQuestion};
use crate::domain::practice::finding::SharedExample;
use crate::views::dashboards::questions::{comparability, of_area};
use crate::views::practice::examples;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Level, NavItem};

/// The page.
pub fn show(frame: &Frame, page: &RecommendationDashboard, shared: &[SharedExample]) -> Markup {
    let language = frame.language;
    let (round, package) = (page.round.key.as_str(), page.package());
    let title = page.recommendation().title.in_language(language);
    let names = [
        tr!(language, "menu-rounds"),
        tr!(language, "figure-round", round = round),
        tr!(language, "country-short"),
        package.title.in_language(language).to_owned(),
    ];
    let addresses = [
        "/rounds".to_owned(),
        format!("/rounds/{round}"),
        format!("/rounds/{round}/country"),
        addresses::package(round, &package.key),
    ];
    let above: Vec<NavItem> = addresses.iter().zip(&names).map(|(href, text)| NavItem { href, text }).collect();
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, title))
        (ui::page_heading_with_lead(title, lead(page, language)))
        (provisional(&page.round, language))
        @for (index, question) in page.questions.iter().enumerate() { (section(page, index, question, language)) }
        (examples::section(shared, language))
        (super::reading::guide(&page.round, language))
    };
    shell::page(frame, title, main)
}

fn lead(page: &RecommendationDashboard, language: Language) -> Markup {
    let (edition, one) = (&page.round.edition, page.recommendation());
    let category = Edition::label_of(&edition.categories, &one.category, language);
    let catalogue = format!("/catalogue/{}/{}/{}", edition.key, page.package().key, one.key);
    html! {
        (category)
        @if let Some(level) = &one.level { ", " (Edition::label_of(&edition.levels, level, language)) }
        ". " a href=(catalogue) { (tr!(language, "drill-catalogue")) }
    }
}

fn section(page: &RecommendationDashboard, index: usize, one: &RecommendationQuestion, language: Language) -> Markup {
    let edition = &page.round.edition;
    let question = &edition.questions[one.question];
    let heading = of_area(edition, question, None, language);
    let address = addresses::question(&page.round.key, &question.key, None);
    let (id, chart) = (format!("question-{}", index + 1), format!("answers-{}", index + 1));
    let rows = if one.areas.is_empty() { std::slice::from_ref(&one.all) } else { &one.areas[..] };
    let title = tr!(language, "drill-areas-title", question = heading.as_str());
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id: &chart, title: &title, description: &description, ..charts::Figure::default() };
    let area = |spread: &QuestionSpread| match (spread.area, question.areas.as_slice()) {
        (Some(area), _) => edition.area_name(area, language).to_owned(),
        (None, [area]) => edition.area_name(*area, language).to_owned(),
        (None, _) => tr!(language, "figure-all-areas"),
    };
    let labels: Vec<String> = rows.iter().map(area).collect();
    let address_of = |row: &QuestionSpread| addresses::question(&page.round.key, &question.key, row.area);
    let spreads: Vec<Spreads> = rows
        .iter()
        .zip(&labels)
        .map(|(row, label)| Spreads { heading: Some(label), link: Some(address_of(row)), bars: &row.bars })
        .collect();
    let caption = html! {
        (figures::measure_explained(question.measure, language)) " " (tr!(language, "distribution-caption"))
    };
    let all = (!one.areas.is_empty()).then_some(&one.all);
    let lines: Vec<(Markup, &[RoundSpread])> = rows
        .iter()
        .chain(all)
        .map(|row| (html! { a href=(address_of(row)) { (area(row)) } }, row.bars.as_slice()))
        .collect();
    let table = distributions::top_table(&title, &tr!(language, "figure-area"), &lines, language);
    let groups = distributions::groups(&spreads, language);
    html! {
        (ui::heading(Level::Two, &id, &heading))
        @if let Some(sentence) = distributions::top_boxes(&one.all.bars, language) { p .font-lead { (sentence) } }
        p {
            (comparability(&one.comparability, language)) " "
            a href=(address) { (tr!(language, "drill-question")) }
        }
        (charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table))
    }
}
