//! The page of the newest closed rounds side by side, for the country and for a municipality.

mod aims;
mod plots;
mod shares;
mod table;

use maud::{Markup, html};

use super::addresses;
use super::figures;
use super::findings;
use super::slides::{Shape, Sheet, downloads};
use crate::charts::{self};
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::aim_trend::AimTrend;
use crate::domain::dashboards::finding;
use crate::domain::dashboards::shares::Shares;
use crate::domain::dashboards::subjects::Subject;
use crate::domain::dashboards::trend::{Point, PointBasis, Series, Trend};
use crate::domain::dashboards::{MEASURES, ScoreState};
use crate::domain::{Language, MunicipalityCode};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Kind, Level, NavItem};
use plots::Drawn;

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
    /// How the country has answered the questions that it is followed by; nothing of a municipality.
    pub shares: &'a Shares,
    /// What the round is held to, in each round; none where that is nothing, and for a municipality.
    pub aim: Option<&'a AimTrend>,
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

    /// Where a package's or an area's figures lead: to the answers in the municipality, or to the country's result, in
    /// the newest round that asked it.
    fn leads_to(&self, series: &Series) -> Option<String> {
        let asked = |point: &Point| point.standing != PointBasis::None(ScoreState::NotAsked);
        let newest = series.points.iter().rposition(asked).map(|index| self.trend.rounds[index].key.as_str());
        let round = newest.unwrap_or(self.round);
        match (&series.subject, self.municipality) {
            (Subject::All, _) => None,
            (Subject::Package(package), Some(code)) => Some(addresses::answers(round, code, Some(&package.key), None)),
            (Subject::Package(package), None) => Some(addresses::package(round, &package.key)),
            (Subject::Area(area, _), Some(code)) => Some(addresses::answers(round, code, None, Some(*area))),
            (Subject::Area(area, _), None) => Some(format!("/rounds/{round}/country?area={area}#per-packages")),
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
            (aims::section(page, language))
            (shares::section(page, language))
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
    let drawn: Vec<Markup> =
        Drawn::ALL.into_iter().filter_map(|drawn| figure(page, measure, drawn, language)).collect();
    html! {
        @if !drawn.is_empty() {
            (ui::heading(Level::Two, measure.as_str(), &figures::measure(measure, language)))
            @for figure in &drawn { (figure) }
        }
    }
}

/// A figure with its table; none where there is nothing to draw.
fn figure(page: &TrendPage, measure: Measure, drawn: Drawn, language: Language) -> Option<Markup> {
    let series = drawn.series(page, measure);
    if series.is_empty() {
        return None;
    }
    let (title, description) = (chart_title(page, measure, drawn, language), description(drawn, language));
    let (word, id) = (drawn.word(measure), format!("trend-{}", drawn.word(measure)));
    let name = charts::Figure { id: &id, title: &title, description: &description, ..charts::Figure::default() };
    let picture = drawn.plotted(page, &series, language, |plot| plot.on_page(&name));
    let caption = html! {
        @if drawn == Drawn::Rows { (figures::measure_explained(measure, language)) } @else { strong { (title) "." } } " "
        (behind(page, drawn, language)) " "
        (tr!(language, "trend-caption-break")) " "
        (downloads(&title, (&format!("{}/{word}", page.address()), ""), language))
    };
    let table = table::table(page, &series, &title, language);
    let summary = tr!(language, "figure-table");
    Some(charts::figure(&name, picture, caption, &summary, table))
}

fn chart_title(page: &TrendPage, measure: Measure, drawn: Drawn, language: Language) -> String {
    let (measure, name) = (figures::measure(measure, language), page.name(language));
    match drawn {
        Drawn::Rows => tr!(language, "trend-chart-title", measure = measure, name = name),
        Drawn::Packages => tr!(language, "trend-packages-title", measure = measure, name = name),
        Drawn::Areas => tr!(language, "trend-areas-title", measure = measure, name = name),
    }
}

fn description(drawn: Drawn, language: Language) -> String {
    match drawn {
        Drawn::Rows => tr!(language, "trend-description"),
        Drawn::Packages | Drawn::Areas => tr!(language, "trend-multiples-description"),
    }
}

/// Whose scores they are, and what stands behind them.
fn behind(page: &TrendPage, drawn: Drawn, language: Language) -> String {
    match (page.municipality, drawn) {
        (Some(_), _) => tr!(language, "trend-caption-municipality"),
        (None, Drawn::Rows) => tr!(language, "trend-caption-country"),
        (None, Drawn::Packages | Drawn::Areas) => tr!(language, "trend-caption-country-small"),
    }
}

/// A figure as a file by its name in the address; none where there is nothing to draw.
pub fn file(page: &TrendPage, word: &str, (shape, frame): (Shape, &Frame)) -> Option<Markup> {
    let rounds: Vec<_> = page.trend.rounds.iter().map(|round| (round.key.as_str(), round.closes_on)).collect();
    let sheet = Sheet::of_rounds(shape, &rounds, frame);
    if let Some(file) = shares::file(page, word, &sheet, frame) {
        return Some(file);
    }
    let (language, mark) = (frame.language, frame.mark());
    let (measure, drawn) = Drawn::of_word(word)?;
    let series = drawn.series(page, measure);
    let (title, description) = (chart_title(page, measure, drawn, language), description(drawn, language));
    let figure = charts::Figure { id: word, title: &title, description: &description, mark: mark.as_deref() };
    let step = finding::latest_step(page.trend).filter(|_| measure == Measure::Implementation && drawn != Drawn::Areas);
    let heading = step.map(|step| findings::step(&step, &page.name(language), language));
    let sheet = sheet.saying(heading).resting_on([behind(page, drawn, language)]);
    (!series.is_empty()).then(|| drawn.plotted(page, &series, language, |plot| sheet.file(&figure, plot)))
}

/// A link to the trend from the page of a round.
pub fn link(address: &str, language: Language) -> Markup {
    html! { p { a href=(address) { (tr!(language, "trend-link")) } } }
}
