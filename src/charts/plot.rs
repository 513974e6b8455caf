//! What a chart is made of, whichever it is: so that a file of it is made in one way.

use std::ops::Range;

use maud::Markup;

use super::curve::{self, Curve};
use super::denmark::{self, MapContent};
use super::distribution::{self, DistributionGroup};
use super::dumbbell::{self, DumbbellLegend, DumbbellRow};
use super::flow::{self, Flow};
use super::frame::{Drawing, Figure, Width};
use super::multiples;
use super::peers::{self, PeerRow, PeerWords};
use super::trend::{self, TrendAxis, TrendRow};

/// The content of a chart.
#[derive(Debug, Clone, Copy)]
pub enum Plot<'a> {
    /// Baseline and current score per row.
    Dumbbell(&'a DumbbellLegend<'a>, &'a [DumbbellRow]),
    /// One's own score beside those of others, per row.
    Peers(&'a PeerWords<'a>, &'a [PeerRow]),
    /// Answers as shares.
    Distribution(&'a [DistributionGroup]),
    /// Scores over rounds.
    Trend(&'a TrendAxis<'a>, &'a [TrendRow]),
    /// The same as small charts side by side.
    Multiples(&'a TrendAxis<'a>, &'a [TrendRow]),
    /// Where answers went.
    Flow(&'a Flow<'a>),
    /// Shares that grow from day to day.
    Curve(&'a Curve<'a>),
    /// Municipalities on a map.
    Map(&'a MapContent<'a>),
}

impl<'a> Plot<'a> {
    /// The chart alone as a file.
    pub fn file(&self, figure: &Figure) -> Markup {
        self.page(figure, Width::Wide)
    }

    /// The chart on a page, wide and narrow.
    pub fn on_page(&self, figure: &Figure) -> [Markup; 2] {
        [Width::Wide, Width::Narrow].map(|width| self.page(figure, width))
    }

    /// The chart in one width.
    pub fn page(&self, figure: &Figure, width: Width) -> Markup {
        self.draw(width).framed(figure, width)
    }

    /// How many rows there are that may stand in several columns.
    pub(super) fn rows(&self) -> usize {
        match self {
            Plot::Dumbbell(_, rows) => rows.len(),
            Plot::Peers(_, rows) => rows.len(),
            Plot::Distribution(groups) => groups.len(),
            Plot::Trend(_, rows) => rows.len(),
            // They stand in columns by themselves.
            Plot::Multiples(..) | Plot::Flow(_) | Plot::Curve(_) | Plot::Map(_) => 1,
        }
    }

    /// The same of some rows.
    pub(super) fn part(&self, rows: Range<usize>) -> Plot<'a> {
        match *self {
            Plot::Dumbbell(legend, all) => Plot::Dumbbell(legend, &all[rows]),
            Plot::Peers(words, all) => Plot::Peers(words, &all[rows]),
            Plot::Distribution(all) => Plot::Distribution(&all[rows]),
            Plot::Trend(axis, all) => Plot::Trend(axis, &all[rows]),
            Plot::Multiples(..) | Plot::Flow(_) | Plot::Curve(_) | Plot::Map(_) => *self,
        }
    }

    pub(super) fn draw(&self, width: Width) -> Drawing {
        match self {
            Plot::Dumbbell(legend, rows) => dumbbell::draw(legend, rows, width),
            Plot::Peers(words, rows) => peers::draw(words, rows, width),
            Plot::Distribution(groups) => distribution::draw(groups, width),
            Plot::Trend(axis, rows) => trend::draw(axis, rows, width),
            Plot::Multiples(axis, rows) => multiples::draw(axis, rows, width),
            Plot::Flow(content) => flow::draw(content, width),
            Plot::Curve(content) => curve::draw(content, width),
            Plot::Map(content) => denmark::draw(content, width),
        }
    }
}
