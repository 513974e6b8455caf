//! The slides of words: the first one, and how the figures are to be read.

use chrono::NaiveDate;
use maud::Markup;

use super::DeckSlide;
use crate::charts;
use crate::domain::Language;
use crate::domain::dashboards::subjects::RoundFacts;
use crate::texts;
use crate::views::dashboards::figures::round_names;
use crate::views::dashboards::reading;
use crate::views::dashboards::slides::{Shape, Sheet};
use crate::views::shell::Frame;

/// The first slide: what the meeting is about, what the figures say, and what they rest on.
pub fn first(
    round: &RoundFacts,
    title: &str,
    said: Vec<Option<String>>,
    (today, frame): (NaiveDate, &Frame),
) -> DeckSlide {
    let language = frame.language;
    let provisional = (!round.is_closed)
        .then(|| format!("{}. {}", tr!(language, "figure-provisional"), tr!(language, "figure-provisional-why")));
    let made = tr!(language, "deck-made", day = texts::date(today, language));
    let lines: Vec<String> = said.into_iter().flatten().chain(provisional).chain([made]).collect();
    let draw = |figure: &charts::Figure| Sheet::of_round(Shape::OnSlide, round, frame).title(figure, &lines);
    worded("title", (tr!(language, "deck-first"), title), draw, frame)
}

/// The last slide: what the words mean, and where answers and recommendations are from.
pub fn method(round: &RoundFacts, frame: &Frame) -> DeckSlide {
    let (language, edition) = (frame.language, &round.edition);
    let sources = tr!(
        language,
        "deck-sources-explained",
        service = frame.service(),
        edition = edition.title.in_language(language)
    );
    let parts: Vec<(String, String)> =
        reading::facts(round, language).into_iter().chain([(tr!(language, "deck-sources"), sources)]).collect();
    list("method", (tr!(language, "deck-method"), &tr!(language, "reading-title")), &parts, (round, frame))
}

/// A slide that lists something.
pub fn list(
    word: &str,
    titles: (String, &str),
    parts: &[(String, String)],
    (round, frame): (&RoundFacts, &Frame),
) -> DeckSlide {
    worded(word, titles, |figure| Sheet::of_round(Shape::OnSlide, round, frame).list(figure, parts), frame)
}

fn worded(
    word: &str,
    (name, title): (String, &str),
    draw: impl FnOnce(&charts::Figure) -> Markup,
    frame: &Frame,
) -> DeckSlide {
    let mark = frame.mark();
    let figure = charts::Figure { id: word, title, mark: mark.as_deref(), ..charts::Figure::default() };
    DeckSlide { word: word.to_owned(), name, leads_to: None, drawing: draw(&figure) }
}

/// Which rounds the figures are held against.
pub fn held_against(round: &RoundFacts, language: Language) -> String {
    match round.baselines.is_empty() {
        true => tr!(language, "figure-no-baseline"),
        false => tr!(language, "figure-held-against", rounds = round_names(&round.baselines, language)),
    }
}
