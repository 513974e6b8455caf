//! What every chart shares: who it is, how wide it is, and the `<svg>` around it.

use maud::{Markup, html};

use super::{
    colour::{MUTED, WHITE},
    text::{Type, px},
};

/// The name of a chart on its page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figure<'a> {
    /// Unique on the page; the ids of the drawing and its texts are made from it.
    pub id: &'a str,
    /// Short name, read first by a screen reader.
    pub title: &'a str,
    /// What the chart shows, in a sentence or two.
    pub description: &'a str,
    /// What must be said in the drawing itself, because a file has no page around it.
    pub mark: Option<&'a str>,
}

/// The two widths a chart is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 760 px, for pages and reports.
    Wide,
    /// 360 px, for phones.
    Narrow,
    /// So many px, for a slide, which is scaled to its place there.
    Slide(u16),
}

/// What a chart draws, before there is an `<svg>` around it. Height and width in px.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// What is drawn, from the upper left corner.
    pub body: Markup,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// Whether it holds links.
    pub is_linked: bool,
}

impl Drawing {
    /// The drawing of a width as an `<svg>` for a page, a report or a file.
    pub fn framed(&self, figure: &Figure, width: Width) -> Markup {
        if self.is_linked {
            return linked_picture(figure, width, self.height, &self.body);
        }
        picture(figure, width, self.height, &self.body)
    }
}

impl Width {
    /// Width of the drawing in px.
    pub const fn pixels(self) -> f64 {
        match self {
            Self::Wide => 760.0,
            Self::Narrow => 360.0,
            Self::Slide(pixels) => pixels as f64,
        }
    }

    /// The class that `charts.css` shows or hides.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Wide | Self::Slide(_) => "pj-wide",
            Self::Narrow => "pj-narrow",
        }
    }

    /// Size of ordinary text in px; never under 13 where it is shown.
    pub const fn text_size(self) -> f64 {
        match self {
            Self::Wide | Self::Slide(_) => 15.0,
            Self::Narrow => 14.0,
        }
    }

    /// Keeps the ids of the two drawings of one figure apart.
    const fn suffix(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
            Self::Slide(_) => "slide",
        }
    }
}

/// A drawing that is one picture to a screen reader. `height` in px.
fn picture(figure: &Figure, width: Width, height: f64, body: &Markup) -> Markup {
    frame(figure, width, height, "img", body)
}

/// A drawing with links, which an image may not hold: a group, whose links are reached by keyboard as any other.
fn linked_picture(figure: &Figure, width: Width, height: f64, body: &Markup) -> Markup {
    frame(figure, width, height, "group", body)
}

fn frame(figure: &Figure, width: Width, height: f64, role: &str, body: &Markup) -> Markup {
    let id = format!("{}-{}", figure.id, width.suffix());
    let (title, description) = (format!("{id}-title"), format!("{id}-desc"));
    let text = Type::new(13.0, MUTED);
    let mark = figure.mark.map(|mark| text.wrap(mark, width.pixels() - 4.0)).unwrap_or_default();
    let marked = height + if mark.is_empty() { 0.0 } else { text.height(&mark) + 8.0 };
    let (across, down) = (px(width.pixels()), px(marked.ceil()));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" id=(id) class={ "pj-chart " (width.class()) }
            width=(across) height=(down) viewBox={ "0 0 " (across) " " (down) }
            role=(role) aria-labelledby=(title) aria-describedby=(description)
            font-family="\"IBM Plex Sans\", sans-serif" {
            title id=(title) { (figure.title) }
            desc id=(description) { (figure.description) }
            rect width=(across) height=(down) fill=(WHITE) {}
            (body)
            (text.block(&mark, 2.0, height + text.height(&mark) / 2.0 + 4.0))
        }
    }
}
