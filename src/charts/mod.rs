//! Charts as SVG made on the server: pure functions from numbers and finished texts to markup.
//!
//! The module holds no wording and formats no number that a reader sees apart from the axis
//! 0-100: every text arrives translated and formatted. The same function gives the figure on a
//! page, the downloaded file and the picture in a report, so an `<svg>` here is always complete
//! in itself: namespace, white ground, font and colours as presentation attributes. Nothing uses
//! a `style` attribute or a script, because the content security policy forbids both.
//!
//! As a file a chart leaves alone, or on a slide that says what it shows ([`slide()`]) and has outlines for letters.
//!
//! A page draws each chart twice, [`Width::Wide`] and [`Width::Narrow`], and `charts.css` shows
//! the one that fits, so that text is never scaled down on a phone.

mod colour;
mod curve;
mod denmark;
mod distribution;
mod dumbbell;
mod figure;
mod flow;
mod frame;
mod heat;
mod legend;
mod multiples;
mod outlined;
mod peers;
mod plot;
mod slide;
mod text;
mod track;
mod trend;
mod worded;

#[cfg(test)]
mod tests;

pub use colour::Tone;
pub use curve::{Curve, CurveLine};
pub use denmark::{MapContent, MapKind, MapLegend, MapPlace, MapValue};
pub use distribution::{DistributionBar, DistributionGroup, Share};
pub use dumbbell::{DumbbellAim, DumbbellLegend, DumbbellRow};
pub use figure::{distribution_figure, figure};
pub use flow::{Flow, FlowEnd};
pub use frame::{Figure, Width};
pub use heat::{HEAT_NONE, heat_class};
pub use legend::{LegendEntry, legend};
pub use outlined::{DrawingError, outlined, png};
pub use peers::{PeerMark, PeerRow, PeerWords};
pub use plot::Plot;
pub use slide::{Slide, slide};
pub use trend::{TrendAxis, TrendPoint, TrendRow};
pub use worded::{list_slide, title_slide};
