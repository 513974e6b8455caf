//! A figure as a file: alone, or on a slide with the words that its page has around it.

use chrono::Datelike;
use maud::{Markup, html};

use super::findings::{self, Whose};
use crate::charts::{self, Plot, Slide};
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::finding::Finding;
use crate::domain::dashboards::subjects::RoundFacts;
use crate::texts;
use crate::views::shell::Frame;
use crate::views::ui;

/// How a figure leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The drawing alone.
    Alone,
    /// On a slide of 16:9.
    OnSlide,
}

/// What stands around a figure that leaves.
#[derive(Debug, Clone)]
pub struct Sheet {
    shape: Shape,
    heading: Option<String>,
    basis: Vec<String>,
    source: String,
}

impl Sheet {
    /// A figure of a round, which is its source.
    pub fn of_round(shape: Shape, round: &RoundFacts, frame: &Frame) -> Sheet {
        let (language, day) = (frame.language, texts::date(round.closes_on, frame.language));
        let (service, key) = (frame.service(), round.key.as_str());
        let source = match round.is_closed {
            true => tr!(language, "slide-source", service = service, round = key, day = day),
            false => tr!(language, "slide-source-open", service = service, round = key, day = day),
        };
        let test = round.is_test.then(|| tr!(language, "figure-test-round"));
        let source = std::iter::once(source).chain(test).collect::<Vec<String>>().join(" ");
        Sheet { shape, heading: None, basis: Vec::new(), source }
    }

    /// A figure of several rounds, by their keys and last days.
    pub fn of_rounds(shape: Shape, rounds: &[(&str, chrono::NaiveDate)], frame: &Frame) -> Sheet {
        let keys: Vec<&str> = rounds.iter().map(|(key, _)| *key).collect();
        let language = frame.language;
        let names = super::figures::round_names(&keys, language);
        let year = rounds.last().map(|(_, day)| day.year().to_string()).unwrap_or_default();
        let source = tr!(language, "slide-source-rounds", service = frame.service(), rounds = names, year = year);
        Sheet { shape, heading: None, basis: Vec::new(), source }
    }

    /// The same with what the figure says over it, where it says anything.
    pub fn saying(self, heading: Option<String>) -> Sheet {
        Sheet { heading, ..self }
    }

    /// The same with a finding over it, if there is one, and what that rests on.
    pub fn finding(self, found: Option<&Finding>, whose: Whose, of: Measure, language: Language) -> Sheet {
        let heading = found.map(|one| findings::sentence(one, whose, language));
        self.saying(heading).resting_on(found.and_then(|one| findings::basis(one, of, language)))
    }

    /// The same with something that the figure rests on.
    pub fn resting_on(mut self, basis: impl IntoIterator<Item = String>) -> Sheet {
        self.basis.extend(basis);
        self
    }

    /// The file of a figure.
    pub fn file(&self, figure: &charts::Figure, plot: &Plot) -> Markup {
        if self.shape == Shape::Alone {
            return plot.file(figure);
        }
        let title =
            self.heading.as_deref().filter(|heading| *heading != figure.title).map(|_| format!("{}.", figure.title));
        let lead: Vec<String> = title.into_iter().chain(self.basis.iter().cloned()).collect();
        let slide = Slide {
            heading: self.heading.as_deref().unwrap_or(figure.title),
            lead: &lead.join(" "),
            source: &self.source,
        };
        charts::slide(figure, &slide, plot)
    }
}

impl Sheet {
    /// A slide that a meeting begins with: its heading and a few lines.
    pub fn title(&self, figure: &charts::Figure, lines: &[String]) -> Markup {
        charts::title_slide(figure, lines, &self.source)
    }

    /// A slide of terms and what is said of them.
    pub fn list(&self, figure: &charts::Figure, parts: &[(String, String)]) -> Markup {
        charts::list_slide(figure, parts, &self.source)
    }
}

/// Links to a figure as a file in each form; `title` tells a screen reader which figure, `file` is its address without
/// the ending, and `query` says what is looked at.
pub fn downloads(title: &str, (file, query): (&str, &str), language: Language) -> Markup {
    let forms = [
        ("svg", tr!(language, "figure-download")),
        ("slide", tr!(language, "figure-download-slide")),
        ("png", tr!(language, "figure-download-png")),
    ];
    html! {
        span .pj-downloads {
            @for (ending, text) in &forms {
                a href={ (file) "." (ending) (query) } download { (text) (ui::for_screen_readers(&format!(" {title}"))) } " "
            }
        }
    }
}
