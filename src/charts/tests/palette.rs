//! Facts about the colours, computed from the ones the code draws with.

use crate::charts::{
    HEAT_NONE, Tone,
    colour::{CHANGE_STEPS, CURRENT, DECLINE, HEAT_STEPS, INK, MUTED, RING, WHITE},
    heat_class,
};

const CSS: &str = include_str!("../charts.css");

/// Relative luminance as WCAG 2.1 defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_is_legible_on_its_ground() {
    assert!((contrast("#000000", "#FFFFFF") - 21.0).abs() < 0.001);
    let on_white = [INK, MUTED, CURRENT, DECLINE].map(|ink| (WHITE, ink));
    let on_segments = Tone::ALL.map(|tone| (tone.fill(), tone.ink()));
    for (fill, ink) in on_white.into_iter().chain(on_segments).chain(HEAT_STEPS).chain(CHANGE_STEPS) {
        let ratio = contrast(fill, ink);
        assert!(ratio >= 4.5, "{ink} on {fill} is {ratio:.1}");
    }
}

#[test]
fn points_stand_out_from_the_ground() {
    for mark in [CURRENT, DECLINE, RING] {
        assert!(contrast(mark, WHITE) >= 3.0, "{mark}");
    }
}

#[test]
fn the_stylesheet_has_the_heat_colours_of_the_code() {
    for (step, (fill, ink)) in HEAT_STEPS.iter().enumerate() {
        let class = format!("pj-heat-{}", step + 1);
        let rule = format!(".{class}.{class} {{ background-color: {fill}; color: {ink}; }}");
        assert!(CSS.contains(&rule), "{rule}");
    }
    assert!(CSS.contains(HEAT_NONE));
}

#[test]
fn a_heat_step_follows_the_rounded_score() {
    let classes = [0.0, 19.4, 19.499_999_999_999, 19.5, 39.0, 40.0, 79.4, 80.0, 100.0, f64::NAN].map(heat_class);
    let steps = ["1", "1", "2", "2", "2", "3", "4", "5", "5", "none"].map(|s| format!("pj-heat-{s}"));
    assert_eq!(classes.to_vec(), steps);
}
