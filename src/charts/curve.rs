//! Shares that grow from day to day: one line for each of two rounds over a common axis of days.

use maud::{Markup, html};

use super::{
    colour::{CURRENT, GRID, INK, MUTED, RING},
    frame::{Drawing, Width},
    legend::flow,
    text::{Type, px},
};

/// Width of the numbers of the scale in px.
const SCALE: f64 = 40.0;
/// Height from 0 to 100 in px.
const HEIGHT: f64 = 220.0;
/// The least distance between two numbers of days in px.
const LEAST_STEP: f64 = 40.0;

/// One line.
#[derive(Debug, Clone, Default)]
pub struct CurveLine {
    /// What the line is.
    pub label: String,
    /// 0 to 100 for each day from the first on.
    pub points: Vec<f64>,
    /// What stands at its end; empty for nothing.
    pub end: String,
}

/// What the chart shows.
#[derive(Debug, Clone, Copy)]
pub struct Curve<'a> {
    /// The line in question.
    pub own: &'a CurveLine,
    /// What it is seen against, if anything.
    pub behind: Option<&'a CurveLine>,
    /// What the axis counts.
    pub axis: &'a str,
}

/// The lines with their legend, and the days under them.
pub fn draw(curve: &Curve, width: Width) -> Drawing {
    let Curve { own, behind, axis } = *curve;
    let text = Type::new(13.0, INK);
    let lines: Vec<(&CurveLine, bool)> =
        [Some((own, true)), behind.map(|line| (line, false))].into_iter().flatten().collect();
    let (left, edge) = (SCALE, width.pixels() - 40.0);
    let widths: Vec<f64> = lines.iter().map(|(line, _)| 36.0 + text.width(&line.label)).collect();
    let (places, _) = flow(&widths, 2.0, width.pixels(), text.leading() + 4.0);
    let legend = places.last().map_or(0.0, |place| place.1) + text.leading() + 16.0;
    let low = legend + HEIGHT;
    let last = lines.iter().map(|(line, _)| line.points.len()).max().unwrap_or(1).saturating_sub(1).max(1);
    let x = |day: usize| left + day as f64 / last as f64 * (edge - left);
    let y = |share: f64| low - share.clamp(0.0, 100.0) / 100.0 * HEIGHT;
    let weeks = (LEAST_STEP / (x(7) - x(0)).max(1.0)).ceil().max(1.0) as usize;
    let body = html! {
        @for ((line, is_own), (across, down)) in lines.iter().zip(&places) {
            @let middle = down + text.leading() / 2.0 + 2.0;
            (stroke(&format!("M{} {}h26", px(across + 2.0), px(middle)), *is_own))
            (text.line(&line.label, across + 34.0, middle))
        }
        @for share in [0.0, 25.0, 50.0, 75.0, 100.0] {
            (Type::new(13.0, MUTED).end().line(&px(share), left - 8.0, y(share)))
            path d={ "M" (px(left)) " " (px(y(share))) "H" (px(edge)) } stroke=(GRID) fill="none" {}
        }
        @for day in (0..=last).step_by(7 * weeks) {
            (Type::new(13.0, MUTED).middle().line(&day.to_string(), x(day), low + 14.0))
        }
        (Type::new(13.0, MUTED).line(axis, left, low + 34.0))
        @for (line, is_own) in lines.iter().rev() {
            (stroke(&path(&line.points, x, y), *is_own))
            @if let Some((day, share)) = line.points.iter().enumerate().next_back() {
                @if *is_own { circle cx=(px(x(day))) cy=(px(y(*share))) r="4.5" fill=(CURRENT) {} }
                (text.weight(*is_own).line(&line.end, x(day) + 8.0, y(*share)))
            }
        }
    };
    Drawing { body, width: width.pixels(), height: low + 46.0, is_linked: false }
}

/// The way through the points.
fn path(points: &[f64], x: impl Fn(usize) -> f64, y: impl Fn(f64) -> f64) -> String {
    let step =
        |(day, share): (usize, &f64)| format!("{}{} {}", if day == 0 { "M" } else { "L" }, px(x(day)), px(y(*share)));
    points.iter().enumerate().map(step).collect()
}

/// A line: the one in question is full and strong, what it is seen against is broken, so that no colour is needed.
fn stroke(path: &str, is_own: bool) -> Markup {
    html! {
        @if is_own {
            path d=(path) stroke=(CURRENT) stroke-width="3" fill="none" {}
        } @else {
            path d=(path) stroke=(RING) stroke-width="2" stroke-dasharray="6 4" fill="none" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_drawn_from_its_first_day_to_its_last_and_told_apart_without_colour() {
        let line =
            |label: &str, points: &[f64]| CurveLine { label: label.into(), points: points.into(), end: "50 %".into() };
        let (own, behind) = (line("2026", &[0.0, 50.0]), line("2025", &[0.0, 25.0, 100.0]));
        let drawn = |behind, width| draw(&Curve { own: &own, behind, axis: "Dage" }, width).body.into_string();
        let svg = drawn(Some(&behind), Width::Wide);
        assert_eq!(svg.matches("stroke-dasharray").count(), 2, "legend and line: {svg}");
        // From 40 to 720 px over two days, and 220 px high under the legend of 32.9.
        assert!(svg.contains("M40 252.9L380 142.9\"") && svg.contains("L720 32.9\""), "{svg}");
        assert!(svg.contains("2026") && svg.contains("Dage"), "{svg}");
        assert!(!drawn(None, Width::Narrow).contains("dasharray"));
    }
}
