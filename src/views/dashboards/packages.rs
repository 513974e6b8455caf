//! The result of one package: by measure and area, recommendation by recommendation, and municipality by area.

use maud::{Markup, html};

use super::country::{card, line, nation_rows};
use super::dumbbells::{self, Chart, Words};
use super::findings::{self, Whose};
use super::flows;
use super::municipalities::provisional;
use super::slides::{Shape, Sheet};
use super::{addresses, distributions, figures, heat as shades};
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::country::NationRow;
use crate::domain::dashboards::finding;
use crate::domain::dashboards::nation::RoundSpread;
use crate::domain::dashboards::package::{PackageDashboard, PackageNation};
use crate::domain::dashboards::subjects::Subject;
use crate::views::dashboards::country::name;
use crate::views::dashboards::figures::round_names;
use crate::views::dashboards::questions::of_area;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, CaptionPlace, Column, Kind, Level, NavItem, Spacing, Table};

/// The page.
pub fn show(frame: &Frame, page: &PackageDashboard) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let title = page.package().title.in_language(language);
    let names =
        [tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round), tr!(language, "country-short")];
    let addresses = ["/rounds".to_owned(), format!("/rounds/{round}"), format!("/rounds/{round}/country")];
    let above: Vec<NavItem> = addresses.iter().zip(&names).map(|(href, text)| NavItem { href, text }).collect();
    let plain = tr!(language, "drill-package-title", package = title, round = round);
    let found = page.nation.as_ref().and_then(finding::of_package);
    let basis = found.as_ref().and_then(|one| findings::basis(one, Measure::Implementation, language));
    let heading = found.map_or_else(|| plain.clone(), |one| findings::sentence(&one, Whose::Nation, language));
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, title))
        (ui::page_heading_with_lead(&heading, html! {
            @if heading != plain { (plain) ". " }
            @if let Some(basis) = basis { (basis) " " }
            (lead(page, language))
        }))
        (provisional(&page.round, language))
        @match &page.nation {
            Some(nation) => (nation_section(page, nation, language)),
            None => (ui::notice(Kind::Info, &tr!(language, "figure-info"), html! { (tr!(language, "country-open-hidden")) })),
        }
        (recommendations(page, language))
        (flows::section(&page.transitions, flow_about(page, &addresses::package(round, &page.package().key), language), language))
        (municipalities(page, language))
        (super::reading::guide(&page.round, language))
    };
    shell::page(frame, title, main)
}

fn lead(page: &PackageDashboard, language: Language) -> Markup {
    let baselines = &page.round.baselines;
    let catalogue = format!("/catalogue/{}/{}", page.round.edition.key, page.package().key);
    html! {
        @if baselines.is_empty() { (tr!(language, "figure-no-baseline")) }
        @else { (tr!(language, "figure-held-against", rounds = round_names(baselines, language))) }
        " " a href=(catalogue) { (tr!(language, "drill-catalogue")) }
    }
}

fn nation_section(page: &PackageDashboard, nation: &PackageNation, language: Language) -> Markup {
    let cards: Vec<(String, String, String)> =
        nation.cards.iter().map(|(measure, row)| card(*measure, row, language)).collect();
    let shown: Vec<ui::Figure> = cards.iter().map(|(label, figure, note)| ui::Figure { label, figure, note }).collect();
    let title = tr!(language, "drill-package-areas", package = page.package().title.in_language(language));
    let description = tr!(language, "country-figure-description");
    let link = |row: &NationRow| questions_behind(page, &row.subject);
    let lines: Vec<dumbbells::Line> =
        nation.areas.iter().map(|row| dumbbells::Line { link: link(row), ..line(row, language) }).collect();
    let chart = Chart {
        id: "areas",
        title: &title,
        description: &description,
        words: &Words::of_change(&page.round.key, language),
        lines: &lines,
    };
    let caption = html! {
        (figures::measure_explained(Measure::Implementation, language)) " " (tr!(language, "country-figure-caption"))
    };
    let file = addresses::package(&page.round.key, &page.package().key);
    let table = nation_rows(&title, &nation.areas, link, language);
    html! {
        (ui::figures(&shown))
        @if !lines.is_empty() {
            (ui::heading(Level::Two, "per-area", &tr!(language, "figure-per-area")))
            (dumbbells::figure(&chart, (&file, ""), (caption, table), language))
        }
    }
}

/// The questions of the package in an area.
fn questions_behind(page: &PackageDashboard, subject: &Subject) -> Option<String> {
    let Subject::Area(area, _) = subject else { return None };
    Some(format!("/rounds/{}/questions?package={}&area={area}", page.round.key, page.package().key))
}

/// The chart per area as a file.
pub fn file(page: &PackageDashboard, nation: &PackageNation, (shape, frame): (Shape, &Frame)) -> Markup {
    let language = frame.language;
    let title = tr!(language, "drill-package-areas", package = page.package().title.in_language(language));
    let description = tr!(language, "country-figure-description");
    let lines: Vec<dumbbells::Line> = nation.areas.iter().map(|row| line(row, language)).collect();
    let chart = Chart {
        id: "areas",
        title: &title,
        description: &description,
        words: &Words::of_change(&page.round.key, language),
        lines: &lines,
    };
    let found = finding::of_package(nation);
    let sheet = Sheet::of_round(shape, &page.round, frame);
    let sheet = sheet.finding(found.as_ref(), Whose::Nation, Measure::Implementation, language);
    dumbbells::file(&chart, &sheet, frame)
}

/// What the bands between two answers are about.
fn flow_about<'a>(page: &'a PackageDashboard, address: &'a str, language: Language) -> flows::About<'a> {
    flows::About { name: page.package().title.in_language(language), round: &page.round.key, address, query: "" }
}

/// Where the answers went as a file; none where there is none of that name.
pub fn flow_file(page: &PackageDashboard, word: &str, (shape, frame): (Shape, &Frame)) -> Option<Markup> {
    let sheet = Sheet::of_round(shape, &page.round, frame);
    flows::file(&page.transitions, word, (flow_about(page, "", frame.language), sheet), frame)
}

/// Each recommendation by its best answer's share, and then what was asked about the package itself.
fn recommendations(page: &PackageDashboard, language: Language) -> Markup {
    let (edition, package) = (&page.round.edition, page.package());
    let round = page.round.key.as_str();
    let mut lines: Vec<(Markup, &[RoundSpread])> = Vec::new();
    for (place, questions) in &page.recommendations {
        let recommendation = &package.recommendations[*place];
        let address = addresses::recommendation(round, &package.key, &recommendation.key);
        for one in questions {
            let several =
                (questions.len() > 1).then(|| of_area(edition, &edition.questions[one.question], None, language));
            let head = html! {
                a href=(address) { (recommendation.title.in_language(language)) }
                @if let Some(question) = several { div .weight-normal { (question) } }
            };
            lines.push((head, &one.all.bars));
        }
    }
    for one in &page.questions {
        let question = &edition.questions[one.question];
        let address = addresses::question(round, &question.key, None);
        let head = html! {
            a href=(address) { (of_area(edition, question, None, language)) }
            div .weight-normal { (figures::measure(question.measure, language)) }
        };
        lines.push((head, &one.all.bars));
    }
    let title = tr!(language, "drill-recommendations");
    html! {
        (ui::heading(Level::Two, "recommendations", &title))
        p { (tr!(language, "drill-recommendations-lead")) }
        (distributions::top_table(&title, &tr!(language, "answers-recommendation"), &lines, language))
    }
}

fn municipalities(page: &PackageDashboard, language: Language) -> Markup {
    let heat = &page.heat;
    if heat.rows.is_empty() || heat.columns.is_empty() {
        return Markup::default();
    }
    let (round, package) = (page.round.key.as_str(), page.package().key.as_str());
    let rows = shades::rows(
        heat,
        |code, column| match column {
            Some(Subject::Area(area, _)) => addresses::answers(round, code, Some(package), Some(*area)),
            Some(_) => addresses::answers(round, code, Some(package), None),
            None => addresses::answers(round, code, None, None),
        },
        language,
    );
    let title = tr!(language, "drill-municipalities-title");
    let labels: Vec<String> = std::iter::once(tr!(language, "figure-municipality"))
        .chain(heat.columns.iter().map(|column| name(column, language)))
        .collect();
    let columns: Vec<Column> = labels.iter().map(|label| Column { label, ..Column::default() }).collect();
    let frame = Table {
        caption: &title,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: Spacing::ExtraCompact,
    };
    html! {
        (ui::heading(Level::Two, "municipalities", &title))
        p { (tr!(language, "heat-caption", measure = figures::measure(Measure::Implementation, language), round = round)) " " (tr!(language, "drill-heat-explained")) }
        (shades::legend(language))
        (ui::heat_table(&frame, &rows))
    }
}
