//! Scales of answers and what their options count for.

use crate::domain::Text;

/// The place of an option in its scale, counted from 0.
pub type OptionIndex = usize;

/// Most options of a scale: more do not fit on a phone, nor as bars of a chart.
pub const MOST_OPTIONS: usize = 12;

words! {
    /// An answer that is not a score.
    pub enum Blank {
        /// "Ved ikke".
        DontKnow = "dont_know",
        /// "Ikke relevant"; leaves the denominator.
        NotRelevant = "not_relevant",
    }
}

/// A scale of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The key used in the document.
    pub key: String,
    /// What people read.
    pub label: Text,
    /// The options in the order they are shown.
    pub options: Vec<ScaleOption>,
}

/// One option of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleOption {
    /// The key used in documents and answer files.
    pub key: String,
    /// What people read.
    pub label: Text,
    /// Points or a blank.
    pub worth: Worth,
    /// Whether choosing it requires a reason.
    pub reason_required: bool,
}

/// What an option counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// Whole points; the value is points / the scale's highest points.
    Points(u16),
    /// No score.
    Blank(Blank),
}

impl Scale {
    /// The place of the option with this key.
    pub fn find_option(&self, key: &str) -> Option<OptionIndex> {
        self.options.iter().position(|option| option.key == key)
    }

    /// The highest points of the scale; at least 1, because a scale without points is refused at the edge.
    pub fn highest_points(&self) -> u16 {
        self.options
            .iter()
            .filter_map(|option| match option.worth {
                Worth::Points(points) => Some(points),
                Worth::Blank(_) => None,
            })
            .max()
            .unwrap_or(1)
            .max(1)
    }

    /// What an option says, its points by the highest, 0 to 1; none where it has no points.
    pub fn value(&self, option: OptionIndex) -> Option<f64> {
        let points = self.options.get(option)?.points()?;
        Some(f64::from(points) / f64::from(self.highest_points()))
    }

    /// Whether an option says that something is true in part: it has points, neither the most nor the fewest.
    pub fn is_partial(&self, option: OptionIndex) -> bool {
        let points = self.options.get(option).and_then(ScaleOption::points);
        points.is_some() && !self.is_highest(option) && !self.is_lowest(option)
    }

    /// Whether an option has the scale's highest points.
    pub fn is_highest(&self, option: OptionIndex) -> bool {
        self.options.get(option).and_then(ScaleOption::points) == Some(self.highest_points())
    }

    /// Whether an option has the scale's lowest points.
    pub fn is_lowest(&self, option: OptionIndex) -> bool {
        let points = self.options.get(option).and_then(ScaleOption::points);
        points.is_some() && points == self.options.iter().filter_map(ScaleOption::points).min()
    }
}

impl ScaleOption {
    /// The points of a scored option.
    pub fn points(&self) -> Option<u16> {
        match self.worth {
            Worth::Points(points) => Some(points),
            Worth::Blank(_) => None,
        }
    }
}
