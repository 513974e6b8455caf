//! Slides of words: the one that a meeting begins with, and those that list what no picture shows. Who hears a slide
//! instead of seeing it is told its words, as a picture's description.

use maud::{Markup, html};

use super::colour::{CURRENT, INK, MUTED};
use super::frame::Figure;
use super::slide::{MARGIN, SLIDE, foot, frame};
use super::text::{Type, px};

/// Where the bar over the heading of a first slide stands, in px from the top.
const BAR: f64 = 150.0;

/// How far in the right column of a list begins, in px.
const INDENT: f64 = 320.0;

/// Between two paragraphs, in px.
const GAP: f64 = 12.0;

/// The sizes of letters that are tried, largest first, in px.
const SIZES: [f64; 6] = [24.0, 21.0, 18.0, 16.0, 14.0, 12.0];

/// The first slide of a meeting: what it is about, large, and a few lines under it.
pub fn title_slide(figure: &Figure, lines: &[String], source: &str) -> Markup {
    let across = SLIDE.0 - 2.0 * MARGIN;
    let heading = Type::new(52.0, INK).weight(true);
    let headings = heading.wrap(figure.title, across);
    let top = BAR + 36.0;
    let below = top + heading.height(&headings) + 28.0;
    let (foot, end) = foot(figure, source);
    let wrapped = |size| lines.iter().map(|line| Type::new(size, MUTED).wrap(line, across)).collect::<Vec<_>>();
    let heights = |size| wrapped(size).iter().map(|line| Type::new(size, MUTED).height(line)).collect();
    let size = fitting(heights, end - below);
    let (style, paragraphs) = (Type::new(size, MUTED), wrapped(size));
    let body = html! {
        rect x=(px(MARGIN)) y=(px(BAR)) width="96" height="8" fill=(CURRENT) {}
        (heading.block(&headings, MARGIN, top + heading.height(&headings) / 2.0))
        @for (paragraph, y) in paragraphs.iter().zip(tops(below, heights(size))) {
            (style.block(paragraph, MARGIN, y + style.height(paragraph) / 2.0))
        }
        (foot)
    };
    frame(&Figure { description: &lines.join(" "), ..*figure }, &body)
}

/// A list of terms, each with what is said of it.
pub fn list_slide(figure: &Figure, parts: &[(String, String)], source: &str) -> Markup {
    let heading = Type::new(32.0, INK).weight(true);
    let headings = heading.wrap(figure.title, SLIDE.0 - 2.0 * MARGIN);
    let top = 40.0 + heading.height(&headings) + 24.0;
    let (foot, end) = foot(figure, source);
    let set = |size| parts.iter().map(|part| Part::of(part, size)).collect::<Vec<_>>();
    let heights = |size| set(size).iter().map(Part::height).collect();
    let size = fitting(heights, end - top);
    let body = html! {
        (heading.block(&headings, MARGIN, 40.0 + heading.height(&headings) / 2.0))
        @for (part, y) in set(size).iter().zip(tops(top, heights(size))) { (part.draw(y)) }
        (foot)
    };
    let read: Vec<String> = parts.iter().map(|(term, text)| format!("{term}: {text}")).collect();
    frame(&Figure { description: &read.join(" "), ..*figure }, &body)
}

/// The largest letters in which paragraphs of these heights have room; the smallest where none have.
fn fitting(heights: impl Fn(f64) -> Vec<f64>, room: f64) -> f64 {
    let height = |size| heights(size).iter().map(|one| one + GAP).sum::<f64>();
    SIZES.into_iter().find(|size| height(*size) <= room).unwrap_or(SIZES[SIZES.len() - 1])
}

/// Where each of several paragraphs of these heights begins.
fn tops(first: f64, heights: Vec<f64>) -> impl Iterator<Item = f64> {
    heights.into_iter().scan(first, |next, height| {
        let top = *next;
        *next += height + GAP;
        Some(top)
    })
}

/// A term and what is said of it, in lines.
struct Part {
    term: (Type, Vec<String>),
    text: (Type, Vec<String>),
}

impl Part {
    fn of((term, text): &(String, String), size: f64) -> Part {
        let (bold, plain) = (Type::new(size, INK).weight(true), Type::new(size, INK));
        Part {
            term: (bold, bold.wrap(term, INDENT - 24.0)),
            text: (plain, plain.wrap(text, SLIDE.0 - 2.0 * MARGIN - INDENT)),
        }
    }

    fn height(&self) -> f64 {
        self.term.0.height(&self.term.1).max(self.text.0.height(&self.text.1))
    }

    fn draw(&self, y: f64) -> Markup {
        let block = |(style, lines): &(Type, Vec<String>), x: f64| style.block(lines, x, y + style.height(lines) / 2.0);
        html! { (block(&self.term, MARGIN)) (block(&self.text, MARGIN + INDENT)) }
    }
}
