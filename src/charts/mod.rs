//! Charts as SVG made on the server: pure functions from numbers and finished texts to markup.
//!
//! The module holds no wording and formats no number that a reader sees apart from the axis
//! 0-100: every text arrives translated and formatted. The same function gives the figure on a
//! page, the downloaded file and the picture in a report, so an `<svg>` here is always complete
//! in itself: namespace, white ground, font and colours as presentation attributes. Nothing uses
//! a `style` attribute or a script, because the content security policy forbids both.
//!
//! A page draws each chart twice, [`Width::Wide`] and [`Width::Narrow`], and `charts.css` shows
//! the one that fits, so that text is never scaled down on a phone.

mod colour;
mod denmark;
mod distribution;
mod dumbbell;
mod figure;
mod frame;
mod heat;
mod legend;
mod text;
mod trend;

#[cfg(test)]
mod tests;

pub use colour::Tone;
pub use denmark::{MapKind, MapLegend, MapPlace, MapValue, map};
pub use distribution::{DistributionBar, DistributionGroup, Share, distribution, distribution_with_legend};
pub use dumbbell::{DumbbellLegend, DumbbellRow, dumbbell};
pub use figure::{distribution_figure, figure};
pub use frame::{Figure, Width};
pub use heat::{HEAT_NONE, heat_class};
pub use legend::{LegendEntry, legend};
pub use trend::{TrendAxis, TrendPoint, TrendRow, trend};
