//! Every answer of a round, a row each: what pivot tables and programs are made for. A row is made when it is written,
//! because a national round has more than a million.

use std::collections::HashMap;

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::catalogue::{Edition, Measure};
use crate::domain::dashboards::answer_lines::{AnswerLine, answers_of};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, InvitationId, Section};
use crate::domain::{Area, Language};

/// What was handed in in a round, as far as a reader may see it.
pub struct Returned {
    /// The round.
    pub round: Round,
    /// Its edition.
    pub edition: std::sync::Arc<Edition>,
    /// The posts that were asked.
    pub posts: HashMap<InvitationId, Invitation>,
    /// Their sections.
    pub sections: Vec<Section>,
}

/// What the table is.
pub fn head(round: &Round, language: Language) -> GridHead {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    let mut all = columns::places(language);
    all.extend([
        text("post", tr!(language, "grid-post"), tr!(language, "grid-post-about")),
        text("area", tr!(language, "figure-area"), tr!(language, "grid-area-about")),
        text("package", tr!(language, "figure-package"), tr!(language, "grid-package-about")),
        text("measure", tr!(language, "filter-measure"), tr!(language, "grid-measure-about")),
        text("question", tr!(language, "grid-question-key"), tr!(language, "grid-question-key-about")),
        text("answer", tr!(language, "distribution-answer"), tr!(language, "grid-answer-about")),
        column("value", tr!(language, "grid-value"), tr!(language, "grid-value-about"), Kind::Score),
    ]);
    let title = tr!(language, "grid-answers-title", round = round.key.as_str());
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// A row for each answer, by post and area.
pub fn rows(returned: &Returned, language: Language) -> impl Iterator<Item = Vec<Value<'_>>> {
    let edition = &*returned.edition;
    let names: HashMap<Area, &str> = Area::ALL.iter().map(|area| (*area, edition.area_name(*area, language))).collect();
    let measures: Vec<(Measure, String)> =
        Measure::ALL.iter().map(|measure| (*measure, columns::measure_name(*measure, language))).collect();
    let of_section = move |section: &'_ Section| {
        let post = returned.posts.get(&section.invitation_id)?;
        let place = columns::place(post.municipality_code.as_str(), returned.round.closes_on, language);
        Some((post, section.area, place, answers_of(edition, section.returned.as_deref()?)))
    };
    returned.sections.iter().filter_map(of_section).flat_map(move |(post, area, place, answers)| {
        let (area, measures) = (names.get(&area).copied().unwrap_or_default(), measures.clone());
        answers
            .into_iter()
            .map(move |line| row(edition, (post, area, &place), &measures, line, language))
            .collect::<Vec<_>>()
    })
}

fn row<'a>(
    edition: &'a Edition,
    (post, area, place): (&'a Invitation, &'a str, &[Value<'a>]),
    measures: &[(Measure, String)],
    line: AnswerLine,
    language: Language,
) -> Vec<Value<'a>> {
    let question = &edition.questions[line.question];
    let option = &edition.scale_of(question).options[line.option];
    let package = question.package.map(|index| edition.packages[index].title.in_language(language));
    let measure = measures.iter().find(|(measure, _)| *measure == question.measure);
    let mut row = Vec::with_capacity(place.len() + 7);
    row.extend_from_slice(place);
    row.extend([
        Value::text(post.post.as_str()),
        Value::text(area),
        Value::text(package.unwrap_or_default()),
        Value::text(measure.map(|(_, name)| name.clone()).unwrap_or_default()),
        Value::text(question.key.as_str()),
        Value::text(option.label.in_language(language)),
        Value::Number(line.value.map(|value| 100.0 * value)),
    ]);
    row
}
