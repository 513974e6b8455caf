//! How one question was answered: the spread over its options, and each municipality's answer.

use super::{Bars, GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::catalogue::Scale;
use crate::domain::dashboards::improvement_gaps::Answered;
use crate::domain::dashboards::nation::Spread;
use crate::domain::dashboards::question::QuestionDashboard;

/// What the table of the spread is.
pub fn spread_head(page: &QuestionDashboard, language: Language) -> GridHead {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    let share = |key, label, about| column(key, label, about, Kind::Share);
    let all = vec![
        columns::round(language),
        text("option", tr!(language, "grid-option-key"), tr!(language, "grid-option-key-about")),
        text("answer", tr!(language, "distribution-answer"), tr!(language, "grid-option-about")),
        text("state", tr!(language, "grid-state"), tr!(language, "grid-spread-state-about")),
        share("share", tr!(language, "grid-share"), tr!(language, "grid-share-about")),
        share("valid_share", tr!(language, "grid-valid-share"), tr!(language, "grid-valid-share-about")),
        columns::n(language),
        column("valid_n", tr!(language, "grid-valid-n"), tr!(language, "grid-valid-n-about"), Kind::Count),
    ];
    head(page, all, language)
}

/// Each round and option.
pub fn spread_rows(page: &QuestionDashboard, language: Language) -> Vec<Vec<Value<'_>>> {
    let mut rows = Vec::new();
    for bar in &page.bars {
        let state = match bar.spread {
            Spread::Shown(_) => "ok",
            Spread::Suppressed => "suppressed",
            Spread::Empty => "unanswered",
        };
        for option in &bar.scale.options {
            let [share, valid] = bar.shares(&option.key);
            rows.push(vec![
                Value::text(bar.round.as_str()),
                Value::text(option.key.as_str()),
                Value::text(option.label.in_language(language)),
                Value::text(state),
                Value::Number(share),
                Value::Number(valid),
                Value::count(bar.distribution().map(|one| one.n)),
                Value::count(bar.distribution().map(|one| one.valid_n)),
            ]);
        }
    }
    rows
}

/// A drawing of the spread: both shares of every answer.
pub fn spread_bars(rows: &[Vec<Value>]) -> Bars {
    Bars { names: 2, bars: [4, 5], rows: rows.len() }
}

/// What the table of the municipalities' answers is.
pub fn answers_head(page: &QuestionDashboard, language: Language) -> GridHead {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    let value = |key, label, about| column(key, label, about, Kind::Score);
    let mut all = columns::places(language);
    all.extend([
        text("baseline", tr!(language, "column-baseline"), tr!(language, "grid-baseline-about")),
        text("answer_then", tr!(language, "answers-then"), tr!(language, "grid-answers-about")),
        value("value_then", tr!(language, "grid-value-then"), tr!(language, "grid-value-about")),
        text("answer_now", tr!(language, "answers-now"), tr!(language, "grid-answers-about")),
        value("value_now", tr!(language, "grid-value-now"), tr!(language, "grid-value-about")),
        column("disagrees", tr!(language, "reading-disagreeing"), tr!(language, "grid-disagrees-about"), Kind::Count),
    ]);
    head(page, all, language)
}

/// Each municipality that the reader may see.
pub fn answers_rows(page: &QuestionDashboard, language: Language) -> Vec<Vec<Value<'_>>> {
    let scale = page.round.edition.scale_of(page.asked());
    let value = |answered: &Answered| Value::Number(answered.value().map(|value| 100.0 * value));
    let row = |one: &'_ crate::domain::dashboards::municipality_answers::MunicipalityAnswer| {
        let then = one.then.as_ref();
        let said = then.map(|then| chosen(&then.scale, &then.answered, language)).unwrap_or_default();
        [
            Value::text(then.map_or(String::new(), |then| then.round.clone())),
            Value::text(said),
            then.map_or(Value::Number(None), |then| value(&then.answered)),
            Value::text(chosen(scale, &one.now, language)),
            value(&one.now),
            Value::count(usize::from(one.now.cell.disagrees)),
        ]
    };
    page.municipalities
        .iter()
        .map(|one| {
            let mut cells = columns::place(one.municipality.as_str(), page.round.closes_on, language);
            cells.extend(row(one));
            cells
        })
        .collect()
}

/// "Grøn: fuldt implementeret", or each option chosen with how often.
fn chosen(scale: &Scale, answered: &Answered, language: Language) -> String {
    let options = scale.options.iter().zip(&answered.counts).filter(|(_, count)| **count > 0);
    let told = options.map(|(option, count)| match *count {
        1 => option.label.in_language(language).to_owned(),
        count => format!("{} × {count}", option.label.in_language(language)),
    });
    told.collect::<Vec<String>>().join("; ")
}

fn head(page: &QuestionDashboard, all: Vec<super::GridColumn>, language: Language) -> GridHead {
    let (edition, question) = (&page.round.edition, page.asked());
    let area = match (page.area, question.areas.as_slice()) {
        (Some(area), _) => Some(area),
        (None, [only]) => Some(*only),
        (None, _) => None,
    };
    let title = match area {
        Some(area) => edition.question_text(question, area, language),
        None => question.text_about(&tr!(language, "question-any-area"), language),
    };
    let notes = vec![columns::measure_name(question.measure, language), tr!(language, "grid-contract")];
    GridHead { title, notes, columns: all, language }
}
