//! The ways in which a trend is drawn.

use chrono::Datelike;

use super::TrendPage;
use crate::charts::{Plot, TrendAxis, TrendPoint, TrendRow};
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::subjects::Subject;
use crate::domain::dashboards::trend::{Point, PointBasis, Series, TrendRound};
use crate::views::dashboards::figures::{self, NONE, number};

/// How a measure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// A row for each package, with every number.
    Rows,
    /// A small chart for each package.
    Packages,
    /// A small chart for each area.
    Areas,
}

impl Drawn {
    /// All of them, in the order of the page.
    pub const ALL: [Drawn; 3] = [Drawn::Rows, Drawn::Packages, Drawn::Areas];

    /// The name of a measure's figure in an address.
    pub fn word(self, measure: Measure) -> String {
        match self {
            Drawn::Rows => measure.to_string(),
            Drawn::Packages => format!("{measure}-packages"),
            Drawn::Areas => format!("{measure}-areas"),
        }
    }

    /// The figure that a name in an address stands for.
    pub fn of_word(word: &str) -> Option<(Measure, Drawn)> {
        let (measure, drawn) = match word.rsplit_once('-') {
            Some((measure, "packages")) => (measure, Drawn::Packages),
            Some((measure, "areas")) => (measure, Drawn::Areas),
            _ => (word, Drawn::Rows),
        };
        Some((measure.parse().ok()?, drawn))
    }

    /// The series that it draws of a measure; small charts of one thing alone would repeat the rows.
    pub fn series<'a>(self, page: &TrendPage<'a>, measure: Measure) -> Vec<&'a Series> {
        let is_area = |one: &&Series| matches!(one.subject, Subject::Area(..));
        let of_measure = page.trend.series.iter().filter(|one| one.measure == measure);
        let series: Vec<&Series> = of_measure.filter(|one| is_area(one) == (self == Drawn::Areas)).collect();
        if self == Drawn::Packages && series.len() < 2 { Vec::new() } else { series }
    }

    /// What `draw` makes of the series.
    pub fn plotted<T>(
        self,
        page: &TrendPage,
        series: &[&Series],
        language: Language,
        draw: impl FnOnce(&Plot) -> T,
    ) -> T {
        let rounds: Vec<String> = page.trend.rounds.iter().map(dated).collect();
        let days: Vec<i32> = page.trend.rounds.iter().map(|round| round.closes_on.num_days_from_ce()).collect();
        let parts = page.parts(language);
        let rows: Vec<TrendRow> = series.iter().map(|one| row(page, one, language)).collect();
        let nation = tr!(language, "trend-country");
        let legend = page.municipality.zip(page.country).map(|(code, _)| (code.name(), nation.as_str()));
        let axis = TrendAxis { rounds: &rounds, days: &days, parts: &parts, legend };
        match self {
            Drawn::Rows => draw(&Plot::Trend(&axis, &rows)),
            Drawn::Packages | Drawn::Areas => draw(&Plot::Multiples(&axis, &rows)),
        }
    }
}

fn row(page: &TrendPage, one: &Series, language: Language) -> TrendRow {
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
    let alike = page.country.and_then(|country| country.alike(one));
    TrendRow {
        label: label(one, language),
        points: one.points.iter().map(point).collect(),
        behind: alike.map(|one| one.points.iter().map(point).collect()).unwrap_or_default(),
    }
}

/// The name of a round on the axis of time, with its year where the name does not say it.
fn dated(round: &TrendRound) -> String {
    let year = round.closes_on.year().to_string();
    if round.key.contains(&year) { round.key.clone() } else { format!("{} ({year})", round.key) }
}

/// What a series is about, in words.
pub fn label(series: &Series, language: Language) -> String {
    figures::subject(&series.subject, &tr!(language, "trend-all"), language)
}
