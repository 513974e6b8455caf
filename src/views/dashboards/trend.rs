//! The page of the newest closed rounds side by side, for the country and for a municipality.

use chrono::Datelike;
use maud::{Markup, html};

use super::addresses;
use super::dumbbells::download;
use super::figures::{self, NONE, number, percent, percent_or_dash};
use super::findings;
use crate::charts::{self, TrendAxis, TrendPoint, TrendRow, Width};
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::finding;
use crate::domain::dashboards::trend::{Point, PointBasis, Series, Trend, TrendRound};
use crate::domain::dashboards::{MEASURES, ScoreState};
use crate::domain::{Language, MunicipalityCode};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{CaptionPlace, Kind, Level, NavItem, Spacing, Table};

/// What the page shows.
#[derive(Debug)]
pub struct TrendPage<'a> {
    /// Key of the round that the reader came from.
    pub round: &'a str,
    /// The municipality; none for the country.
    pub municipality: Option<&'a MunicipalityCode>,
    /// Its scores.
    pub trend: &'a Trend,
    /// The country's over the same rounds, behind a municipality's.
    pub country: Option<&'a Trend>,
}

impl TrendPage<'_> {
    /// The address of the round's own page.
    fn parent(&self) -> String {
        match self.municipality {
            Some(code) => format!("/rounds/{}/municipalities/{code}", self.round),
            None => format!("/rounds/{}/country", self.round),
        }
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        match self.municipality {
            Some(_) => format!("{}/trend", self.parent()),
            None => format!("/rounds/{}/trend", self.round),
        }
    }

    /// Where the figures of a package lead: to its answers in the municipality, or to its result, in the newest
    /// round that asked it.
    fn leads_to(&self, series: &Series, package: &str) -> String {
        let asked = |point: &Point| point.standing != PointBasis::None(ScoreState::NotAsked);
        let newest = series.points.iter().rposition(asked).map(|index| self.trend.rounds[index].key.as_str());
        let round = newest.unwrap_or(self.round);
        match self.municipality {
            Some(code) => addresses::answers(round, code, Some(package), None),
            None => addresses::package(round, package),
        }
    }

    /// Where its workbook lies.
    fn tables(&self) -> String {
        match self.municipality {
            Some(_) => format!("{}/tables", self.parent()),
            None => format!("/rounds/{}/tables", self.round),
        }
    }

    /// Whose scores they are.
    pub fn name(&self, language: Language) -> String {
        self.municipality.map_or_else(|| tr!(language, "trend-country"), |code| code.name().to_owned())
    }

    fn of(&self, measure: Measure) -> Vec<&Series> {
        self.trend.series.iter().filter(|series| series.measure == measure).collect()
    }

    /// Each edition with the place of its first round, as often as it changes.
    fn parts(&self, language: Language) -> Vec<(usize, String)> {
        let rounds = &self.trend.rounds;
        let begins = |index: &usize| *index == 0 || rounds[*index].edition != rounds[*index - 1].edition;
        let name = |index: usize| tr!(language, "trend-edition", edition = rounds[index].edition.as_str());
        (0..rounds.len()).filter(begins).map(|index| (index, name(index))).collect()
    }
}

/// The page.
pub fn show(frame: &Frame, page: &TrendPage) -> Markup {
    let language = frame.language;
    let name = page.name(language);
    let title = tr!(language, "trend-title", name = name.as_str());
    let heading =
        finding::latest_step(page.trend).map_or_else(|| title.clone(), |step| findings::step(&step, &name, language));
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = page.round));
    let (round_address, parent) = (format!("/rounds/{}", page.round), page.parent());
    let parent_name = match page.municipality {
        Some(code) => code.name().to_owned(),
        None => tr!(language, "country-short"),
    };
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &parent, text: &parent_name },
    ];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "trend-short")))
        (ui::page_heading_with_lead(&heading, html! {
            @if heading != title { (title) ". " }
            (tr!(language, "trend-lead"))
        }))
        @if page.trend.rounds.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "figure-info"), html! { (tr!(language, "trend-none")) }))
        } @else {
            @for measure in MEASURES { (section(page, measure, language)) }
            p {
                (tr!(language, "reading-tables")) " "
                a href={ (page.address()) "/scores.csv" } download { (tr!(language, "reading-scores-file")) } " "
                a href={ (page.tables()) "/trend.xlsx" } download { (tr!(language, "reading-scores-book")) }
            }
        }
    };
    shell::page(frame, &title, main)
}

fn section(page: &TrendPage, measure: Measure, language: Language) -> Markup {
    let series = page.of(measure);
    if series.is_empty() {
        return Markup::default();
    }
    let title = chart_title(page, measure, language);
    let description = tr!(language, "trend-description");
    let id = format!("trend-{measure}");
    let figure = charts::Figure { id: &id, title: &title, description: &description, ..charts::Figure::default() };
    let drawn = |width| draw(page, &figure, &series, width, language);
    let caption = html! {
        (figures::measure_explained(measure, language)) " "
        (match page.municipality {
            Some(_) => tr!(language, "trend-caption-municipality"),
            None => tr!(language, "trend-caption-country"),
        }) " "
        (tr!(language, "trend-caption-break")) " "
        (download(&title, &format!("{}/{measure}.svg", page.address()), language))
    };
    let table = table(page, &series, &title, language);
    html! {
        (ui::heading(Level::Two, measure.as_str(), &figures::measure(measure, language)))
        (charts::figure(&figure, drawn(Width::Wide), drawn(Width::Narrow), caption, &tr!(language, "figure-table"), table))
    }
}

fn chart_title(page: &TrendPage, measure: Measure, language: Language) -> String {
    let measure = figures::measure(measure, language);
    tr!(language, "trend-chart-title", measure = measure, name = page.name(language))
}

/// A measure's chart as a file; none where it is not asked.
pub fn file(page: &TrendPage, measure: Measure, frame: &Frame) -> Option<String> {
    let (language, mark) = (frame.language, frame.mark());
    let series = page.of(measure);
    let (title, description) = (chart_title(page, measure, language), tr!(language, "trend-description"));
    let figure = charts::Figure { id: "trend", title: &title, description: &description, mark: mark.as_deref() };
    (!series.is_empty()).then(|| draw(page, &figure, &series, Width::Wide, language).into_string())
}

fn draw(page: &TrendPage, figure: &charts::Figure, series: &[&Series], width: Width, language: Language) -> Markup {
    let rounds: Vec<String> = page.trend.rounds.iter().map(dated).collect();
    let days: Vec<i32> = page.trend.rounds.iter().map(|round| round.closes_on.num_days_from_ce()).collect();
    let parts = page.parts(language);
    let point = |point: &Point| TrendPoint {
        score: point.standing.score(),
        text: point.standing.score().map_or_else(|| NONE.to_owned(), number),
        n: match (point.standing, page.municipality) {
            (PointBasis::Shown { n, .. }, None) => tr!(language, "trend-n", n = n),
            _ => String::new(),
        },
        is_weak: page.municipality.is_none() && point.standing.is_weak(),
        is_joined: point.is_joined,
    };
    let behind = |one: &Series| {
        let alike = page.country.and_then(|country| country.alike(one));
        alike.map(|one| one.points.iter().map(point).collect()).unwrap_or_default()
    };
    let rows: Vec<TrendRow> = series
        .iter()
        .map(|one| TrendRow {
            label: label(one, language),
            points: one.points.iter().map(point).collect(),
            behind: behind(one),
        })
        .collect();
    let nation = tr!(language, "trend-country");
    let legend = page.municipality.zip(page.country).map(|(code, _)| (code.name(), nation.as_str()));
    charts::trend(figure, &TrendAxis { rounds: &rounds, days: &days, parts: &parts, legend }, &rows, width)
}

/// The name of a round on the axis of time, with its year where the name does not say it.
fn dated(round: &TrendRound) -> String {
    let year = round.closes_on.year().to_string();
    if round.key.contains(&year) { round.key.clone() } else { format!("{} ({year})", round.key) }
}

fn label(series: &Series, language: Language) -> String {
    match &series.package {
        Some((_, title)) => title.in_language(language).to_owned(),
        None => tr!(language, "trend-all"),
    }
}

/// A row for each row of the chart and a column for each round, with its edition where that is new.
fn table(page: &TrendPage, series: &[&Series], caption: &str, language: Language) -> Markup {
    let parts = page.parts(language);
    let heads: Vec<String> = std::iter::once(tr!(language, "column-about"))
        .chain(page.trend.rounds.iter().enumerate().map(|(index, round)| {
            let part = parts.iter().find(|(start, _)| *start == index);
            part.map_or_else(|| round.key.clone(), |(_, name)| format!("{} ({name})", round.key))
        }))
        .collect();
    let columns = ui::name_and_numbers(&heads);
    let rows: Vec<Vec<Markup>> = series
        .iter()
        .map(|one| {
            let country = page.country.and_then(|country| country.alike(one));
            let cells = one.points.iter().enumerate().map(|(index, point)| {
                let own = cell(page, point, language);
                match country.and_then(|country| country.points.get(index)).map(|point| point.standing) {
                    Some(PointBasis::Shown { n, score }) => {
                        tr!(language, "trend-cell-beside", own = own, score = number(score), n = n)
                    }
                    _ => own,
                }
            });
            let head = match &one.package {
                Some((package, _)) => html! { a href=(page.leads_to(one, package)) { (label(one, language)) } },
                None => html! { (label(one, language)) },
            };
            std::iter::once(head).chain(cells.map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}

fn cell(page: &TrendPage, point: &Point, language: Language) -> String {
    let coverage = percent_or_dash(point.coverage, language);
    match (point.standing, page.municipality) {
        (PointBasis::Shown { n, score }, None) => {
            tr!(language, "trend-cell-country", score = number(score), n = n, coverage = coverage)
        }
        (PointBasis::Shown { n, score }, Some(_)) => {
            tr!(language, "trend-cell-municipality", score = number(score), n = n, coverage = coverage)
        }
        (PointBasis::Suppressed, _) => tr!(language, "figure-suppressed"),
        (PointBasis::None(ScoreState::NotApplicable), _) => tr!(language, "state-not-applicable"),
        (PointBasis::None(ScoreState::Insufficient), Some(_)) => {
            tr!(language, "state-insufficient", coverage = percent(point.coverage.unwrap_or(0.0), language))
        }
        (PointBasis::None(ScoreState::Insufficient), None) => tr!(language, "state-insufficient-all"),
        (PointBasis::None(ScoreState::NotAsked | ScoreState::Ok), _) => tr!(language, "state-not-asked"),
    }
}

/// A link to the trend from the page of a round.
pub fn link(address: &str, language: Language) -> Markup {
    html! { p { a href=(address) { (tr!(language, "trend-link")) } } }
}
