//! The palette. Every fill names the text colour that is legible on it; a test computes the ratios.

/// Text on white and on light fills.
pub const INK: &str = "#1A1A1A";
/// Less important text on white: axis, n, notes.
pub const MUTED: &str = "#595959";
/// The ground of every chart and the text on dark fills.
pub const WHITE: &str = "#FFFFFF";
/// Hairlines of the grid.
pub const GRID: &str = "#DCDCDC";
/// The ring that marks the baseline.
pub const RING: &str = "#6B6B6B";
/// The current point, and the text of its change.
pub const CURRENT: &str = "#0B4F8A";
/// The line from baseline to current.
pub const RISE: &str = "#6FA8D6";
/// Line, point and text of a decline.
pub const DECLINE: &str = "#A8481A";

/// What a segment of a distribution stands for; decides its colours, never its wording.
///
/// Colours follow the place of an option on its scale, so a two-step scale (yes, no) uses
/// [`Tone::Strong`] and [`Tone::Absent`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Highest step: "i høj grad", "ja".
    Strong,
    /// Second step: "i nogen grad".
    Good,
    /// Third step: "i mindre grad".
    Weak,
    /// Lowest step: "slet ikke", "nej".
    Absent,
    /// Green of a traffic light.
    Green,
    /// Yellow of a traffic light.
    Yellow,
    /// Red of a traffic light.
    Red,
    /// Outside the scale: "ved ikke".
    Blank,
    /// Outside the scale in another way: "ikke relevant".
    BlankAlt,
}

impl Tone {
    /// Every tone, for tests and samples.
    #[cfg(test)]
    pub const ALL: [Self; 9] = [
        Self::Strong,
        Self::Good,
        Self::Weak,
        Self::Absent,
        Self::Green,
        Self::Yellow,
        Self::Red,
        Self::Blank,
        Self::BlankAlt,
    ];

    /// Colour of the segment.
    ///
    /// The green leans to blue so that it does not turn into the red for a reader who cannot
    /// tell red from green.
    pub const fn fill(self) -> &'static str {
        match self {
            Self::Strong => "#0B3C6F",
            Self::Good => "#6FA8D6",
            Self::Weak => "#F4C28A",
            Self::Absent => "#A8481A",
            Self::Green => "#00705A",
            Self::Yellow => "#F5CE5A",
            Self::Red => "#B42318",
            Self::Blank => "#D0D0D0",
            Self::BlankAlt => "#949494",
        }
    }

    /// Colour of text on the segment, at least 4.5:1.
    pub const fn ink(self) -> &'static str {
        match self {
            Self::Strong | Self::Absent | Self::Green | Self::Red => WHITE,
            Self::Good | Self::Weak | Self::Yellow | Self::Blank | Self::BlankAlt => INK,
        }
    }

    /// Traffic lights carry their word in the segment where there is room, so that the colour
    /// is not alone.
    pub const fn is_traffic_light(self) -> bool {
        matches!(self, Self::Green | Self::Yellow | Self::Red)
    }
}

/// Edge of what has no figure, 3:1 on white.
pub const BLANK_EDGE: &str = "#949494";

/// Fill and text colour of a large fall, a fall, no change to speak of, a rise and a large rise.
pub const CHANGE_STEPS: [(&str, &str); 5] =
    [("#A8481A", WHITE), ("#F4C28A", INK), ("#EDEDED", INK), ("#6FA8D6", INK), ("#0B3C6F", WHITE)];

/// Fill and text colour of the five heat steps, lowest first; `charts.css` repeats them because
/// heat cells are HTML.
pub const HEAT_STEPS: [(&str, &str); 5] =
    [("#E3EEF8", INK), ("#B5D3EC", INK), ("#6FA8D6", INK), ("#2B6FAB", WHITE), ("#0B3C6F", WHITE)];
