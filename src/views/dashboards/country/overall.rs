//! Distributions on the country's page: the self-rated judgement of each package, and the two
//! questions that the monitoring began with.

use maud::{Markup, html};

use super::{CountryPage, published};
use crate::charts;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::{Measure, QuestionIndex};
use crate::domain::dashboards::nation::{RoundSpread, spreads};
use crate::domain::{Area, Language};
use crate::views::dashboards::distributions;
use crate::views::dashboards::distributions::Spreads;
use crate::views::dashboards::dumbbells::download;
use crate::views::dashboards::figures::{NONE, change_or_dash, percent};
use crate::views::shell::Frame;
use crate::views::ui::{self, CaptionPlace, Level, Table};

/// The two questions of the baseline monitoring that were published as charts, by key and area
/// (KL, Center for Forebyggelse i praksis: "Fra monitoreringen 2013 - baseline").
const KEY_QUESTIONS: [(&str, Area); 2] =
    [("mad.handleplan-botilbud", Area::PsychiatryDisability), ("kendskab", Area::PsychiatryDisability)];

/// A question with its answers over time.
struct Asked {
    heading: String,
    address: String,
    bars: Vec<RoundSpread>,
}

fn asked(page: &CountryPage, heading: String, question: QuestionIndex, area: Option<Area>) -> Asked {
    let key = &page.held.edition().questions[question].key;
    let area_query = area.map_or_else(String::new, |area| format!("?area={area}"));
    let address = format!("/rounds/{}/questions/{key}{area_query}", page.held.round.key);
    Asked { heading, address, bars: spreads(page.held, question, area, page.sight) }
}

fn key_questions(page: &CountryPage, language: Language) -> Vec<Asked> {
    let edition = page.held.edition();
    KEY_QUESTIONS
        .iter()
        .filter_map(|(key, area)| {
            let index = edition.find_question(key).filter(|index| page.held.comparison.current.asked[*index])?;
            let question = &edition.questions[index];
            let heading = edition.question_text(question, *area, language);
            question.areas.contains(area).then(|| asked(page, heading, index, Some(*area)))
        })
        .collect()
}

fn overall(page: &CountryPage, language: Language) -> Vec<Asked> {
    let edition = page.held.edition();
    let questions = edition.questions.iter().enumerate();
    questions
        .filter(|(index, question)| question.measure == Measure::Overall && page.held.comparison.current.asked[*index])
        .map(|(index, question)| {
            let package = question.package.map(|package| edition.packages[package].title.in_language(language));
            let heading = package.unwrap_or(question.text.in_language(language)).to_owned();
            asked(page, heading, index, None)
        })
        .collect()
}

/// The two questions, prominently.
pub fn key_section(page: &CountryPage, language: Language) -> Markup {
    let questions = key_questions(page, language);
    if questions.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "key-questions-title");
    let links = html! {
        ul .nobullet-list {
            @for one in &questions { li { a href=(one.address) { (one.heading) } } }
        }
    };
    let tables = html! {
        @for one in &questions { (distributions::table(&one.heading, &one.bars, language)) }
    };
    html! {
        (ui::heading(Level::Two, "key-questions", &title))
        p { (tr!(language, "key-questions-explained")) }
        (figure(page, ("key", &title), &questions, tables, language))
        (links)
    }
}

/// The share "i høj grad" of each package, then and now; in the demo with what of it was published.
pub fn section(page: &CountryPage, is_demo: bool, language: Language) -> Markup {
    let questions = overall(page, language);
    if questions.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "overall-title");
    html! {
        (ui::heading(Level::Two, "overall", &title))
        p { (tr!(language, "measure-overall-explained")) }
        (figure(page, ("overall", &title), &questions, table(&title, &questions, language), language))
        @if is_demo { (published::shares(page, &rounds_of(&questions), language)) }
    }
}

/// The rounds whose answers are shown.
fn rounds_of(questions: &[Asked]) -> Vec<&str> {
    questions.iter().flat_map(|one| &one.bars).map(|bar| bar.round.as_str()).collect()
}

fn figure(
    page: &CountryPage,
    (id, title): (&str, &str),
    questions: &[Asked],
    table: Markup,
    language: Language,
) -> Markup {
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id, title, description: &description, ..charts::Figure::default() };
    let caption = html! {
        (tr!(language, "distribution-caption")) " "
        (download(title, &format!("{}/{id}.svg", page.address()), language))
    };
    let groups = distributions::groups(&grouped(questions), language);
    charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table)
}

fn grouped(questions: &[Asked]) -> Vec<Spreads<'_>> {
    questions.iter().map(|one| Spreads { heading: Some(&one.heading), bars: &one.bars }).collect()
}

/// One row per package: the best answer's share then and now, each with its N.
fn table(caption: &str, questions: &[Asked], language: Language) -> Markup {
    let labels = [
        tr!(language, "figure-package"),
        tr!(language, "overall-then"),
        tr!(language, "overall-now"),
        tr!(language, "overall-change"),
    ];
    let columns = ui::name_and_numbers(&labels);
    let rows: Vec<Vec<Markup>> = questions
        .iter()
        .map(|one| {
            let (now, then) = (one.bars.last(), one.bars.len().checked_sub(2).and_then(|index| one.bars.get(index)));
            let change = now
                .and_then(RoundSpread::top_box)
                .zip(then.and_then(RoundSpread::top_box))
                .map(|(now, then)| 100.0 * (now - then));
            let cells = [share(then, language), share(now, language), change_or_dash(change)];
            let head = html! { a href=(one.address) { (one.heading) } };
            std::iter::once(head).chain(cells.iter().map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    ui::plain_table(&frame, &rows)
}

/// "29 % (28 af 95, 2015)"; without the count where a municipality's answers were split.
fn share(bar: Option<&RoundSpread>, language: Language) -> String {
    let found = bar.and_then(|bar| Some((bar, bar.distribution()?, bar.top_box()?)));
    let Some((bar, distribution, top)) = found else { return NONE.to_owned() };
    let weight = top * distribution.n as f64;
    let share = percent(top, language);
    if (weight - weight.round()).abs() > 1e-6 {
        return tr!(language, "overall-share-split", share = share, n = distribution.n, round = bar.round.as_str());
    }
    tr!(language, "overall-share", share = share, count = whole(weight), n = distribution.n, round = bar.round.as_str())
}

/// The two questions as a file.
pub fn key_file(page: &CountryPage, frame: &Frame) -> String {
    let language = frame.language;
    file(("key", &tr!(language, "key-questions-title")), &key_questions(page, language), frame)
}

/// The judgements of each package as a file.
pub fn overall_file(page: &CountryPage, frame: &Frame) -> String {
    let language = frame.language;
    file(("overall", &tr!(language, "overall-title")), &overall(page, language), frame)
}

fn file((id, title): (&str, &str), questions: &[Asked], frame: &Frame) -> String {
    let (language, mark) = (frame.language, frame.mark());
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id, title, description: &description, mark: mark.as_deref() };
    distributions::file(&name, &grouped(questions), language)
}
