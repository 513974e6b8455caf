//! Where the answers of the baseline went, as bands between two bars, for pages and for files.

mod table;

use maud::{Markup, html};

use super::distributions::{short, tone};
use super::figures::percent;
use super::slides::{Sheet, downloads};
use crate::charts::{self, Flow, FlowEnd, Plot};
use crate::domain::Language;
use crate::domain::catalogue::Scale;
use crate::domain::dashboards::Transitions;
use crate::views::shell::Frame;
use crate::views::ui::{self, Level};

/// What the answers are about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Whose and of what.
    pub name: &'a str,
    /// Key of the round looked at.
    pub round: &'a str,
    /// The address of the page.
    pub address: &'a str,
    /// The query of the page.
    pub query: &'a str,
}

/// A section with a figure for each pair of scales, and its table; nothing where nothing can be compared.
pub fn section(tables: &[Transitions], about: About, language: Language) -> Markup {
    let counted: Vec<&Transitions> = counted(tables).collect();
    html! {
        @if !counted.is_empty() {
            (ui::heading(Level::Two, "transitions", &tr!(language, "transitions-title")))
            p { (tr!(language, "transitions-explained")) }
            @for (index, one) in counted.iter().enumerate() { (figure(one, index, about, language)) }
        }
    }
}

/// The tables in which something is counted.
fn counted(tables: &[Transitions]) -> impl Iterator<Item = &Transitions> {
    tables.iter().filter(|one| one.total() > 0)
}

fn figure(one: &Transitions, index: usize, about: About, language: Language) -> Markup {
    let (title, description) = (title(one, about.name, language), tr!(language, "flow-description"));
    let id = format!("flow-{}", index + 1);
    let name = charts::Figure { id: &id, title: &title, description: &description, ..charts::Figure::default() };
    let drawn = plotted(one, about.round, language, |plot| plot.on_page(&name));
    let caption = html! {
        strong { (said(one, language)) "." } " " (tr!(language, "flow-caption")) " "
        (downloads(&title, (&format!("{}/{id}", about.address), about.query), language))
    };
    let table = table::table(one, language);
    charts::figure(&name, drawn, caption, &tr!(language, "figure-table"), table)
}

/// A figure as a file by its name in the address; none where there is none of that name.
pub fn file(tables: &[Transitions], word: &str, (about, sheet): (About, Sheet), frame: &Frame) -> Option<Markup> {
    let (language, mark) = (frame.language, frame.mark());
    let place: usize = word.strip_prefix("flow-")?.parse().ok()?;
    let one = counted(tables).nth(place.checked_sub(1)?)?;
    let (title, description) = (title(one, about.name, language), tr!(language, "flow-description"));
    let name = charts::Figure { id: word, title: &title, description: &description, mark: mark.as_deref() };
    let sheet = sheet.saying(Some(said(one, language))).resting_on([tr!(language, "flow-cells", cells = one.total())]);
    Some(plotted(one, about.round, language, |plot| sheet.file(&name, plot)))
}

fn title(one: &Transitions, name: &str, language: Language) -> String {
    tr!(language, "flow-title", name = name, scale = one.now.label.in_language(language))
}

/// How large a part has risen and fallen, in a sentence.
fn said(one: &Transitions, language: Language) -> String {
    let moved = one.moved();
    let share = |count: u32| percent(f64::from(count) / f64::from(one.total().max(1)), language);
    tr!(language, "flow-said", better = share(moved.better), worse = share(moved.worse))
}

/// What `draw` makes of the answers then and now.
fn plotted<T>(one: &Transitions, round: &str, language: Language, draw: impl FnOnce(&Plot) -> T) -> T {
    let ends = |scale: &Scale| -> Vec<FlowEnd> {
        let options = scale.options.iter().enumerate();
        options
            .map(|(index, option)| FlowEnd {
                label: short(option.label.in_language(language)).to_owned(),
                tone: tone(scale, index),
            })
            .collect()
    };
    let (then, now) = (ends(&one.then), ends(&one.now));
    let title = tr!(language, "transitions-then");
    draw(&Plot::Flow(&Flow { titles: [&title, round], ends: [&then, &now], counts: &one.counts }))
}
