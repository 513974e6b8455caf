//! What has risen and fallen most, and who stands farthest from the country, as on the page of movements.

use super::{GridHead, Kind, Value, column};
use crate::domain::Language;
use crate::domain::dashboards::movements::{Movements, Ranked, RankedRow, RankedSubject, Ranking};
use crate::domain::dashboards::subjects::Subject;
use crate::files::grids::columns;

/// What the table is.
pub fn head(page: &Movements, language: Language) -> GridHead {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    let score = |key, label, about| column(key, label, about, Kind::Score);
    let all = vec![
        text("ranking", tr!(language, "grid-ranking"), tr!(language, "grid-ranking-about")),
        column("rank", tr!(language, "grid-rank"), tr!(language, "grid-rank-about"), Kind::Count),
        text("key", tr!(language, "grid-subject-key"), tr!(language, "grid-ranked-key-about")),
        text("about", tr!(language, "column-about"), tr!(language, "grid-ranked-about")),
        text("measure", tr!(language, "filter-measure"), tr!(language, "grid-measure-about")),
        score("from", tr!(language, "grid-ranked-from"), tr!(language, "grid-ranked-from-about")),
        score("to", tr!(language, "grid-ranked-to"), tr!(language, "grid-ranked-to-about")),
        score("change", tr!(language, "figure-change"), tr!(language, "grid-ranked-change-about")),
        column("n", tr!(language, "grid-n"), tr!(language, "grid-ranked-n-about"), Kind::Count),
    ];
    let title = tr!(language, "movements-title", round = page.round.key.as_str());
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// The rows of every ranking, the largest rise first.
pub fn rows(page: &Movements, language: Language) -> Vec<Vec<Value<'_>>> {
    let mut rows = Vec::new();
    for (ranking, ranked) in &page.rankings {
        let placed = ranked.rows.iter().zip(places(ranked));
        rows.extend(placed.map(|(one, place)| row(page, (*ranking, place), one, language)));
    }
    rows
}

/// The place of each row among all; where those between both ends are left out, the numbers leave them out too.
fn places(ranked: &Ranked) -> Vec<usize> {
    let (shown, half) = (ranked.rows.len(), ranked.rows.len() / 2);
    let left_out = ranked.all - shown;
    (0..shown).map(|index| 1 + if left_out > 0 && index >= half { index + left_out } else { index }).collect()
}

fn row<'a>(
    page: &'a Movements,
    (ranking, place): (Ranking, usize),
    row: &'a RankedRow,
    language: Language,
) -> Vec<Value<'a>> {
    let (key, name) = match &row.about {
        RankedSubject::Nation(Subject::All) => ("", tr!(language, "heat-all")),
        RankedSubject::Nation(Subject::Package(package)) => {
            (package.key.as_str(), package.label.in_language(language).to_owned())
        }
        RankedSubject::Nation(Subject::Area(area, label)) => (area.as_str(), label.in_language(language).to_owned()),
        RankedSubject::Recommendation { question, title } => {
            (page.round.edition.questions[*question].key.as_str(), title.in_language(language).to_owned())
        }
        RankedSubject::Municipality(code) => (code.as_str(), code.name().to_owned()),
    };
    vec![
        Value::text(ranking.as_str()),
        Value::count(place),
        Value::text(key),
        Value::text(name),
        Value::text(columns::measure_name(page.measure, language)),
        Value::Number(Some(row.from)),
        Value::Number(Some(row.to)),
        Value::Number(Some(row.change)),
        Value::count(row.n),
    ]
}
