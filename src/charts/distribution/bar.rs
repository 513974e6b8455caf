//! One bar of a distribution: label, segments, number of answers.

use maud::{Markup, html};

use super::{DistributionBar, DistributionGroup, Share};
use crate::charts::{
    colour::{GRID, INK, MUTED},
    frame::Width,
    text::{Type, px},
};

/// White between two segments in px; neighbours of the scale differ too little without it.
const GAP: f64 = 2.0;

/// An answer that somebody gave is never thinner than this, in px.
const LEAST: f64 = 1.0;

/// Where things stand across the chart, in px.
#[derive(Debug)]
pub struct Layout {
    width: Width,
    /// How labels and headings are set.
    pub text: Type,
    label_width: f64,
    /// Labels stand above their bar, because they are long.
    stacked: bool,
    left: f64,
    right: f64,
    bar_height: f64,
}

/// Gives labels and numbers of answers the room they need, and the rest to the bars.
pub fn lay_out(groups: &[DistributionGroup], width: Width) -> Layout {
    let text = Type::new(width.text_size(), INK);
    let small = Type::new(text.size - 1.0, MUTED);
    let (widest, bar_height) = match width {
        Width::Wide | Width::Slide(_) => (200.0, 30.0),
        Width::Narrow => (64.0, 26.0),
    };
    let bars = || groups.iter().flat_map(|group| &group.bars);
    let label = text.weight(true);
    let natural = bars().map(|bar| label.width(&bar.label)).fold(0.0, f64::max);
    let label_width = natural.min(widest);
    let stacked =
        bars().any(|bar| label.wrap(&bar.label, label_width).len() > 2 || label.breaks_words(&bar.label, widest));
    let n = bars().map(|bar| small.width(&bar.n)).fold(0.0, f64::max);
    let beside = |wanted: f64| {
        if stacked || wanted == 0.0 { 0.0 } else { wanted + 8.0 }
    };
    let (left, right) = (beside(label_width), width.pixels() - beside(n));
    Layout { width, text, label_width, stacked, left, right, bar_height }
}

/// One bar from `top`, and its height with label in px.
pub fn draw_bar(bar: &DistributionBar, layout: &Layout, top: f64) -> (Markup, f64) {
    let text = layout.text.weight(bar.bold);
    let small = Type::new(text.size - 1.0, MUTED);
    let edge = layout.width.pixels();
    let shares: Vec<&Share> =
        bar.shares.iter().filter(|share| share.percent.is_finite() && share.percent > 0.0).collect();
    let note = bar.note.as_deref().filter(|_| shares.is_empty()).unwrap_or_default();
    let note = small.wrap(note, layout.right - layout.left - 16.0);
    let thick = layout.bar_height.max(small.height(&note) + 8.0);
    let room = if layout.stacked { edge - small.width(&bar.n) - 12.0 } else { layout.label_width };
    let label = text.wrap(&bar.label, room);
    let (middle, bar_top, height) = if layout.stacked {
        let above = text.height(&label).max(small.leading()) + 2.0;
        (top + above / 2.0, top + above, above + thick)
    } else {
        let height = thick.max(text.height(&label));
        (top + height / 2.0, top + (height - thick) / 2.0, height)
    };
    let markup = html! {
        g.pj-row {
            (text.block(&label, 0.0, middle))
            (small.end().line(&bar.n, edge, middle))
            @if shares.is_empty() {
                rect x=(px(layout.left + 0.5)) y=(px(bar_top + 0.5)) height=(px(thick - 1.0))
                    width=(px(layout.right - layout.left - 1.0)) fill="none" stroke=(GRID) {}
                (small.block(&note, layout.left + 8.0, bar_top + thick / 2.0))
            } @else { (segments(&shares, layout, bar_top)) }
        }
    };
    (markup, height)
}

/// Segments that fill the bar; a share that draws nothing is not among `shares`.
fn segments(shares: &[&Share], layout: &Layout, top: f64) -> Markup {
    let sum: f64 = shares.iter().map(|share| share.percent).sum();
    let whole = if sum < 98.0 { 100.0 } else { sum };
    let gaps: f64 = shares.iter().skip(1).map(|_| GAP).sum();
    let room = layout.right - layout.left - gaps;
    let mut next = layout.left;
    let drawn: Vec<Markup> = shares
        .iter()
        .map(|share| {
            let (x, width) = (next, (share.percent / whole * room).max(LEAST));
            next += width + GAP;
            segment(share, layout, x, top, width)
        })
        .collect();
    html! { @for segment in &drawn { (segment) } }
}

fn segment(share: &Share, layout: &Layout, x: f64, top: f64, width: f64) -> Markup {
    let text = Type::new(layout.text.size, share.tone.ink()).weight(true).middle();
    let words = inscription(share, layout.width, |words| text.width(words) + 8.0 <= width);
    html! {
        rect x=(px(x)) y=(px(top)) width=(px(width)) height=(px(layout.bar_height))
            fill=(share.tone.fill()) {}
        @if let Some(words) = words {
            (text.line(&words, x + width / 2.0, top + layout.bar_height / 2.0))
        }
    }
}

/// The most telling text that fits in the segment.
fn inscription(share: &Share, width: Width, fits: impl Fn(&str) -> bool) -> Option<String> {
    let number = match width {
        Width::Wide | Width::Slide(_) => share.text.as_str(),
        Width::Narrow => share.text.trim_end_matches('%').trim_end(),
    };
    let with_label = format!("{} {number}", share.label);
    if share.tone.is_traffic_light() && fits(&with_label) {
        return Some(with_label);
    }
    fits(number).then(|| number.to_owned())
}
