//! A chart on a slide of 16:9: what it says over it, and under it where it is from.
//!
//! A slide has no page around it, so everything that must be known of a figure stands on it.

use maud::{Markup, html};

use super::colour::{DECLINE, GRID, INK, MUTED, WHITE};
use super::frame::{Drawing, Figure, Width};
use super::plot::Plot;
use super::text::{Type, px};

/// Width and height of a slide in px, as presentations have it.
pub const SLIDE: (f64, f64) = (1280.0, 720.0);

/// What is left free at the edges, in px.
pub(super) const MARGIN: f64 = 56.0;

/// Between two columns of a chart, in px.
const GUTTER: f64 = 40.0;

/// How much a chart may be enlarged or made smaller for its place, largest first.
const SCALES: [f64; 11] = [1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

/// The most columns that the rows of a chart are put in.
const COLUMNS: usize = 3;

/// A column is never narrower than this before it is scaled, in px.
const LEAST_WIDTH: f64 = 420.0;

/// What stands around the chart.
#[derive(Debug, Clone, Copy)]
pub struct Slide<'a> {
    /// What the chart says.
    pub heading: &'a str,
    /// What is drawn, and how much it rests on.
    pub lead: &'a str,
    /// Where the figures are from, and of when.
    pub source: &'a str,
}

/// A chart in its place: its columns side by side, scaled alike.
struct Fitted {
    columns: Vec<Drawing>,
    scale: f64,
}

impl Fitted {
    fn height(&self) -> f64 {
        self.columns.iter().map(|column| column.height).fold(0.0, f64::max) * self.scale
    }

    fn width(&self) -> f64 {
        let gutters: f64 = self.columns.iter().skip(1).map(|_| GUTTER).sum();
        self.columns.iter().map(|column| column.width * self.scale).sum::<f64>() + gutters
    }
}

/// The slide. Its text is text, so that it is read and searched; `outlined` makes shapes of it.
pub fn slide(figure: &Figure, around: &Slide, plot: &Plot) -> Markup {
    let across = SLIDE.0 - 2.0 * MARGIN;
    let of_size = |size| Type::new(size, INK).weight(true);
    let large = of_size(32.0);
    // A long sentence must leave room for what it is about.
    let heading = if large.wrap(around.heading, across).len() > 2 { of_size(24.0) } else { large };
    let headings = heading.wrap(around.heading, across);
    let lead = Type::new(18.0, MUTED);
    let leads = lead.wrap(around.lead, across);

    let below_heading = 40.0 + heading.height(&headings);
    let top = below_heading + 8.0 + lead.height(&leads) + 20.0;
    let (foot, bottom) = foot(figure, around.source);
    let fitted = fit(plot, across, bottom - top);
    let body = html! {
        (heading.block(&headings, MARGIN, 40.0 + heading.height(&headings) / 2.0))
        (lead.block(&leads, MARGIN, below_heading + 8.0 + lead.height(&leads) / 2.0))
        (placed(&fitted, top, bottom))
        (foot)
    };
    frame(figure, &body)
}

/// What must be said and where the figures are from, and how far down whatever stands over it may go.
pub(super) fn foot(figure: &Figure, source: &str) -> (Markup, f64) {
    let across = SLIDE.0 - 2.0 * MARGIN;
    let small = Type::new(14.0, MUTED);
    let marking = Type::new(16.0, DECLINE).weight(true);
    let sources = small.wrap(source, across);
    let marks = marking.wrap(figure.mark.unwrap_or_default(), across);
    let top = SLIDE.1 - 28.0 - small.height(&sources) - marking.height(&marks);
    let foot = html! {
        path d={ "M" (px(MARGIN)) " " (px(top - 8.0)) "H" (px(SLIDE.0 - MARGIN)) } stroke=(GRID) fill="none" {}
        (marking.block(&marks, MARGIN, top + marking.height(&marks) / 2.0))
        (small.block(&sources, MARGIN, top + marking.height(&marks) + small.height(&sources) / 2.0))
    };
    (foot, top - 24.0)
}

/// The slide around what stands on it. Several may stand on one page, so their ids are made from the figure's.
pub(super) fn frame(figure: &Figure, body: &Markup) -> Markup {
    let (across, down) = (px(SLIDE.0), px(SLIDE.1));
    let (title, description) = (format!("slide-{}-title", figure.id), format!("slide-{}-desc", figure.id));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(across) height=(down) viewBox={ "0 0 " (across) " " (down) }
            role="img" aria-labelledby=(title) aria-describedby=(description)
            font-family="IBM Plex Sans" {
            title id=(title) { (figure.title) }
            desc id=(description) { (figure.description) }
            rect width=(across) height=(down) fill=(WHITE) {}
            (body)
        }
    }
}

/// The chart in the largest scale at which all of it has room, in as few columns as that takes.
fn fit(plot: &Plot, width: f64, height: f64) -> Fitted {
    let most = plot.rows().clamp(1, COLUMNS);
    for scale in SCALES {
        for columns in 1..=most {
            let gutters: f64 = (1..columns).map(|_| GUTTER).sum();
            let room = (width - gutters) / columns as f64 / scale;
            if columns > 1 && room < LEAST_WIDTH {
                continue;
            }
            let fitted = Fitted { columns: drawn(plot, columns, room), scale };
            if fitted.height() <= height && fitted.width() <= width + 1.0 {
                return fitted;
            }
        }
    }
    // More than a slide can hold in letters that are read: it is there all the same, as small as it must be.
    let columns = drawn(plot, most, LEAST_WIDTH);
    let fitted = Fitted { columns, scale: 1.0 };
    let scale = (height / fitted.height()).min(width / fitted.width());
    Fitted { scale, ..fitted }
}

/// The rows in so many columns, each of a width.
fn drawn(plot: &Plot, columns: usize, width: f64) -> Vec<Drawing> {
    let rows = plot.rows();
    let each = rows.div_ceil(columns).max(1);
    let parts = (0..columns).map(|column| (column * each).min(rows)..((column + 1) * each).min(rows));
    let parts = parts.enumerate().filter(|(index, part)| *index == 0 || !part.is_empty());
    parts.map(|(_, part)| plot.part(part).draw(Width::Slide(width as u16))).collect()
}

/// The columns between two heights, in the middle of them where there is room.
fn placed(fitted: &Fitted, top: f64, bottom: f64) -> Markup {
    let y = top + (bottom - top - fitted.height()).max(0.0) / 2.0;
    let left = (SLIDE.0 - fitted.width()) / 2.0;
    let starts = fitted.columns.iter().scan(left, |next, column| {
        let start = *next;
        *next += column.width * fitted.scale + GUTTER;
        Some(start)
    });
    html! {
        @for (column, x) in fitted.columns.iter().zip(starts) {
            g transform={ "translate(" (px(x)) " " (px(y)) ") scale(" (format!("{:.3}", fitted.scale)) ")" } {
                (column.body)
            }
        }
    }
}
