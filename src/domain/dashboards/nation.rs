//! The nation's figures of one group as far as a reader may see them (scoring.md §4 and §5).

use super::distribution::{Distribution, distribution};
use super::peer_groups::{Benchmark, ChosenGroup, Figure, group_benchmark, nation_benchmark};
use crate::domain::Area;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{QuestionIndex, Scale};
use crate::domain::rounds::Round;
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::{Comparison, CountryChanges};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::{MunicipalityTallies, ResponseTallies};

/// The nation in one group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NationLine {
    /// Mean score at the baseline over the municipalities with a paired change, on the paired cells.
    pub paired_baseline: Benchmark,
    /// The same now.
    pub paired_current: Benchmark,
    /// Mean of the paired changes.
    pub change: Benchmark,
    /// Mean score at the baseline, each municipality on its own cells.
    pub baseline: Benchmark,
    /// The same now.
    pub current: Benchmark,
    /// How many improved, stayed and declined; none where the change is not shown.
    pub moved: Option<Moved>,
}

/// How many municipalities moved which way; unchanged is a change that rounds to 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// More than 0.
    pub improved: usize,
    /// 0.
    pub unchanged: usize,
    /// Less than 0.
    pub declined: usize,
}

/// The nation in the group at `index` of the current round's groups.
pub fn nation_line(comparison: &Comparison, changes: &CountryChanges, index: usize, scope: &Scope) -> NationLine {
    let line = line(comparison, changes, index, |figures| nation_benchmark(figures, scope));
    let is_shown = matches!(line.change, Benchmark::Shown { .. });
    let moved = changes.nation.get(index).filter(|_| is_shown).map(|nation| Moved {
        improved: nation.improved,
        unchanged: nation.unchanged,
        declined: nation.declined,
    });
    NationLine { moved, ..line }
}

/// The same of a reader's own group, of which it is not told how many moved which way.
pub fn group_line(comparison: &Comparison, changes: &CountryChanges, index: usize, group: &ChosenGroup) -> NationLine {
    line(comparison, changes, index, |figures| group_benchmark(figures, group))
}

fn line(
    comparison: &Comparison,
    changes: &CountryChanges,
    index: usize,
    benchmark: impl Fn(&[Figure]) -> Benchmark,
) -> NationLine {
    let mean = |figure: fn(&Change) -> Option<f64>| {
        let all = comparison.current.municipalities.iter().zip(&changes.municipalities);
        let figures: Vec<Figure> =
            all.map(|(one, changes)| (one.municipality.clone(), changes.get(index).and_then(figure))).collect();
        benchmark(&figures)
    };
    NationLine {
        paired_baseline: mean(|change| change.baseline),
        paired_current: mean(|change| change.current),
        change: mean(|change| change.change),
        baseline: mean(|change| change.unpaired.baseline.score),
        current: mean(|change| change.unpaired.current.score),
        moved: None,
    }
}

/// What may be shown of how a question's answers spread.
#[derive(Debug, Clone, PartialEq)]
pub enum Spread {
    /// Over all municipalities that answered.
    Shown(Distribution),
    /// Held back, because single municipalities could be worked out.
    Suppressed,
    /// Nobody answered.
    Empty,
}

/// Whether a reader sees the nation's figures: of an open round only whoever sees every municipality of it.
pub fn shows_nation(round: &Round, scope: &Scope) -> bool {
    round.is_closed() || *scope == Scope::All
}

/// The spread of a question over the nation, in one area or over all of them.
pub fn nation_spread(tallies: &ResponseTallies, question: QuestionIndex, area: Option<Area>, scope: &Scope) -> Spread {
    let answered = |one: &MunicipalityTallies| distribution(tallies, question, area, [one]).n > 0;
    let figures: Vec<Figure> = match scope {
        // Who sees every municipality needs no check, which would count each of them.
        Scope::All => Vec::new(),
        Scope::Some(_) => {
            tallies.municipalities.iter().map(|one| (one.municipality.clone(), answered(one).then_some(0.0))).collect()
        }
    };
    if nation_benchmark(&figures, scope) == Benchmark::Suppressed {
        return Spread::Suppressed;
    }
    let spread = distribution(tallies, question, area, &tallies.municipalities);
    if spread.n == 0 { Spread::Empty } else { Spread::Shown(spread) }
}

/// How a question was answered in one round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundSpread {
    /// Key of the round.
    pub round: String,
    /// The scale that was answered on.
    pub scale: Scale,
    /// What may be shown.
    pub spread: Spread,
}

impl RoundSpread {
    /// The answers, where they may be shown.
    pub fn distribution(&self) -> Option<&Distribution> {
        match &self.spread {
            Spread::Shown(distribution) => Some(distribution),
            Spread::Suppressed | Spread::Empty => None,
        }
    }

    /// The share of the best answer, 0 to 1, where it may be shown.
    pub fn top_box(&self) -> Option<f64> {
        self.distribution()?.top_box
    }

    /// Share and valid share of the option with this key.
    pub fn shares(&self, key: &str) -> [Option<f64>; 2] {
        let part = self.scale.find_option(key).and_then(|index| self.distribution()?.options.get(index));
        [part.and_then(|part| part.share), part.and_then(|part| part.valid_share)]
    }
}

/// A question at its baseline, where it can be compared, and now, in one area or over all of them.
pub fn spreads(
    compared: &RoundComparison,
    question: QuestionIndex,
    area: Option<Area>,
    scope: &Scope,
) -> Vec<RoundSpread> {
    let of = |tallies: &ResponseTallies, question: QuestionIndex| RoundSpread {
        round: tallies.round.clone(),
        scale: tallies.edition.scale_of(&tallies.edition.questions[question]).clone(),
        spread: nation_spread(tallies, question, area, scope),
    };
    let comparison = &compared.comparison;
    let counterpart = comparison.counterparts.get(question).copied().flatten();
    let then = counterpart.map(|one| of(&comparison.baselines[one.baseline].tallies, one.question));
    then.into_iter().chain([of(&comparison.current, question)]).collect()
}
