//! The group's means beside the country's, as a chart, as its table and as a file.

use maud::{Markup, html};

use super::{address, group, query};
use crate::domain::Language;
use crate::domain::MunicipalityCode;
use crate::domain::base::rounding::whole;
use crate::domain::dashboards::group_comparison::{GroupDashboard, GroupRow, GroupWanted};
use crate::domain::dashboards::nation::NationLine;
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::subjects::Subject;
use crate::views::dashboards::addresses;
use crate::views::dashboards::country::name;
use crate::views::dashboards::dumbbells::{self, Chart, Line, Words};
use crate::views::dashboards::figures::{self, benchmark, change_in_points, change_or_dash};
use crate::views::dashboards::slides::{Shape, Sheet};
use crate::views::shell::Frame;
use crate::views::ui::{self, CaptionPlace, Level, Spacing, Table};

/// The most municipalities that a slide names.
const MOST_NAMED: usize = 12;

fn title(page: &GroupDashboard, language: Language) -> String {
    let measure = figures::measure(page.wanted.measure, language);
    let (group, round) = (group(page, language), page.round.key.as_str());
    let title = tr!(language, "comparison-figure-title", measure = measure, group = group, round = round);
    match page.wanted.area {
        Some(area) => format!("{title}, {}", page.round.edition.area_name(area, language)),
        None => title,
    }
}

/// The rows that stand farthest above and below the country, in a sentence; nothing where none does.
fn said(page: &GroupDashboard, language: Language) -> Option<String> {
    let apart = || page.rows.iter().filter_map(|row| Some((row, row.distance?)));
    let rows = || apart().filter(|(row, _)| row.subject != Subject::All);
    let rows = || if rows().next().is_some() { rows().collect::<Vec<_>>() } else { apart().collect() };
    let told = |(row, distance): (&GroupRow, f64)| (name(&row.subject, language), change_in_points(distance, language));
    let highest = rows().into_iter().max_by(|left, right| left.1.total_cmp(&right.1));
    let lowest = rows().into_iter().min_by(|left, right| left.1.total_cmp(&right.1));
    let above = highest.filter(|(_, distance)| whole(*distance) > 0).map(|one| {
        let (name, points) = told(one);
        tr!(language, "movements-said-above", name = name, points = points)
    });
    let below = lowest.filter(|(_, distance)| whole(*distance) < 0).map(|one| {
        let (name, points) = told(one);
        tr!(language, "movements-said-below", name = name, points = points)
    });
    let said: Vec<String> = [above, below].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(". "))
}

fn words(page: &GroupDashboard, language: Language) -> Words {
    Words {
        from: tr!(language, "country-short"),
        to: group(page, language),
        change: tr!(language, "movements-distance"),
        ..Words::of_change(&page.round.key, language)
    }
}

fn lines(page: &GroupDashboard, language: Language) -> Vec<Line> {
    let line = |row: &GroupRow| {
        let nation = row.nation.map(|line| line.current);
        let n = |one: Benchmark| one.n().map(|n| tr!(language, "figure-n-municipalities", n = n));
        Line {
            label: name(&row.subject, language),
            from: nation.and_then(|now| now.mean()).filter(|_| row.distance.is_some()),
            to: row.group.current.mean(),
            change: row.distance,
            is_unpaired: row.distance.is_none(),
            rests: n(row.group.current).into_iter().collect(),
            note: match row.group.current {
                Benchmark::Empty => Some(tr!(language, "state-insufficient-all")),
                _ if row.distance.is_none() => Some(tr!(language, "comparison-country-hidden")),
                _ => None,
            },
            link: leads_to(page, &row.subject),
            ..Line::default()
        }
    };
    page.rows.iter().map(line).collect()
}

fn leads_to(page: &GroupDashboard, subject: &Subject) -> Option<String> {
    match subject {
        Subject::Package(package) => Some(addresses::package(&page.round.key, &package.key)),
        Subject::Area(area, _) => {
            Some(format!("{}{}", address(page), query(&GroupWanted { area: Some(*area), ..page.wanted.clone() })))
        }
        Subject::All => None,
    }
}

/// The section.
pub fn section(page: &GroupDashboard, language: Language) -> Markup {
    let (title, description) = (title(page, language), tr!(language, "comparison-description"));
    let (lines, words) = (lines(page, language), words(page, language));
    let chart = Chart { id: "packages", title: &title, description: &description, words: &words, lines: &lines };
    let caption = html! { (figures::measure_explained(page.wanted.measure, language)) " " (description) };
    html! {
        (ui::heading(Level::Two, "beside", &tr!(language, "comparison-beside")))
        @if let Some(said) = said(page, language) { p .font-lead { (said) } }
        (dumbbells::explained_figure(
            &chart,
            (&format!("{}/packages", address(page)), &query(&page.wanted)),
            (caption, table(page, &title, language)),
            language,
        ))
    }
}

/// The chart as a file.
pub fn file(page: &GroupDashboard, (shape, frame): (Shape, &Frame)) -> Markup {
    let language = frame.language;
    let (title, description) = (title(page, language), tr!(language, "comparison-description"));
    let (lines, words) = (lines(page, language), words(page, language));
    let chart = Chart { id: "packages", title: &title, description: &description, words: &words, lines: &lines };
    let names: Vec<&str> = page.group.codes().iter().map(MunicipalityCode::name).collect();
    // The names of many would leave no room for the figure.
    let members = (names.len() <= MOST_NAMED).then(|| figures::round_names(&names, language) + ".");
    let sheet = Sheet::of_round(shape, &page.round, frame).saying(said(page, language)).resting_on(members);
    dumbbells::file(&chart, &sheet, frame)
}

fn table(page: &GroupDashboard, caption: &str, language: Language) -> Markup {
    let heads = [
        tr!(language, "column-about"),
        tr!(language, "comparison-group-now"),
        tr!(language, "comparison-country-now"),
        tr!(language, "movements-distance"),
        tr!(language, "comparison-group-change"),
        tr!(language, "comparison-country-change"),
    ];
    let row = |row: &GroupRow| -> Vec<Markup> {
        let nation = |of: fn(&NationLine) -> Benchmark| row.nation.as_ref().map_or(Benchmark::Suppressed, of);
        let changed = |one: Benchmark| match one {
            Benchmark::Shown { mean, n } => {
                let points = change_or_dash(mean);
                tr!(language, "figure-mean-with-n", mean = points, n = n)
            }
            other => benchmark(&other, language),
        };
        let name = name(&row.subject, language);
        let head = match leads_to(page, &row.subject) {
            Some(link) => html! { a href=(link) { (name) } },
            None => html! { (name) },
        };
        let cells = [
            benchmark(&row.group.current, language),
            benchmark(&nation(|line| line.current), language),
            change_or_dash(row.distance),
            changed(row.group.change),
            changed(nation(|line| line.change)),
        ];
        std::iter::once(head).chain(cells.iter().map(|cell| html! { (cell) })).collect()
    };
    let rows: Vec<Vec<Markup>> = page.rows.iter().map(row).collect();
    let columns = ui::name_and_numbers(&heads);
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}
