//! What others score, from the newest closed round, held back where it would give one away.

use maud::{Markup, html};

use crate::domain::catalogue::Measure;
use crate::domain::dashboards::benchmarks::{Benchmark, Figure, PeerGroup, Sight, benchmarks as shown};
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::{Language, MunicipalityCode};
use crate::views::dashboards::figures::{benchmark, number_or_dash};
use crate::views::ui::{self, Level, Table};

/// A municipality beside the nation, its region and its kommunegruppe.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmarks {
    /// Key of the closed round that the means are of.
    pub round: String,
    /// Whether that is the round looked at.
    pub is_same_round: bool,
    /// The circles after the nation.
    pub peer_groups: Vec<PeerGroup>,
    /// One row per package, and one for all.
    pub rows: Vec<BenchmarkRow>,
}

/// One package.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchmarkRow {
    /// Place of the package in the edition of the round looked at; none for all packages.
    pub package: Option<usize>,
    /// The municipality's own score in the round of the means.
    pub own: Option<f64>,
    /// The nation, then the circles.
    pub means: Vec<Benchmark>,
}

/// The benchmarks of a municipality from the scores of a closed round.
pub fn benchmarks(
    held: &RoundComparison,
    code: &MunicipalityCode,
    closed: (&ResponseTallies, &CountryScores),
    sight: &Sight,
) -> Benchmarks {
    let (returns, scores) = closed;
    let day = returns.closes_on;
    let peer_groups: Vec<PeerGroup> =
        [PeerGroup::region_of(code, day), PeerGroup::municipality_group_of(code)].into_iter().flatten().collect();
    let all: Vec<PeerGroup> = std::iter::once(PeerGroup::Nation).chain(peer_groups.iter().cloned()).collect();
    let own_place = returns.municipalities.iter().position(|one| one.municipality == *code);
    let row = |package: Option<usize>, group: ScoreDimension| {
        let index = returns.groups.iter().position(|one| *one == group)?;
        let figures: Vec<Figure> = returns
            .municipalities
            .iter()
            .zip(&scores.municipalities)
            .map(|(one, scores)| (one.municipality.clone(), scores[index].score))
            .collect();
        let own = own_place.and_then(|own| scores.municipalities[own][index].score);
        Some(BenchmarkRow { package, own, means: shown(&figures, &all, day, sight) })
    };
    let implementation = ScoreDimension::all_of(Measure::Implementation);
    let packages = held.edition().packages.iter().enumerate().filter_map(|(index, package)| {
        let then = returns.edition.find_package(&package.key)?;
        row(Some(index), ScoreDimension { package: Some(then), ..implementation })
    });
    let rows: Vec<BenchmarkRow> = packages.chain(row(None, implementation)).collect();
    Benchmarks { round: returns.round.clone(), is_same_round: returns.round == held.round.key, peer_groups, rows }
}

/// The section with its table; `held` gives the packages their titles.
pub fn section(one: &Benchmarks, held: &RoundComparison, language: Language) -> Markup {
    let heading = tr!(language, "benchmarks-title");
    let labels: Vec<String> =
        [tr!(language, "figure-package"), tr!(language, "benchmarks-own"), tr!(language, "benchmarks-nation")]
            .into_iter()
            .chain(one.peer_groups.iter().map(|peer_group| name(peer_group, language)))
            .collect();
    let columns = ui::name_and_numbers(&labels);
    let rows: Vec<Vec<Markup>> = one
        .rows
        .iter()
        .map(|row| {
            let package = row.package.and_then(|index| held.edition().packages.get(index));
            let title = package.map(|package| package.title.in_language(language).to_owned());
            let title = title.unwrap_or_else(|| tr!(language, "figure-all-packages"));
            let cells =
                std::iter::once(number_or_dash(row.own)).chain(row.means.iter().map(|mean| benchmark(mean, language)));
            std::iter::once(html! { (title) }).chain(cells.map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let caption = tr!(language, "benchmarks-caption", round = one.round.as_str());
    html! {
        (ui::heading(Level::Two, "benchmarks", &heading))
        @if !one.is_same_round { p { (tr!(language, "benchmarks-other-round", round = one.round.as_str())) } }
        p { (tr!(language, "benchmarks-explained")) }
        (ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows))
    }
}

fn name(peer_group: &PeerGroup, language: Language) -> String {
    match peer_group {
        PeerGroup::Nation => tr!(language, "benchmarks-nation"),
        PeerGroup::Region(region) => region.clone(),
        PeerGroup::MunicipalityGroup(group) => group_name(*group, language),
        PeerGroup::Chosen(codes) => tr!(language, "benchmarks-chosen", count = codes.len()),
    }
}

/// The name of a kommunegruppe as Danmarks Statistik has it.
pub fn group_name(group: u8, language: Language) -> String {
    match group {
        1 => tr!(language, "group-capital"),
        2 => tr!(language, "group-metropolitan"),
        3 => tr!(language, "group-provincial"),
        4 => tr!(language, "group-commuter"),
        _ => tr!(language, "group-rural"),
    }
}
