//! The questions of a round, found by words, package and area.

use maud::{Markup, html};

use super::wording;
use crate::domain::catalogue::{Edition, Question, QuestionIndex};
use crate::domain::scoring::round_comparison::{Comparability, RoundComparison};
use crate::domain::{Area, Language};
use crate::views::dashboards::figures;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Choice, Column, Field, Input, Level, NavItem, Table};

/// What is searched for; what is empty does not narrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Words that must all stand in the wording, the recommendation or the package.
    pub words: String,
    /// Key of a package.
    pub package: String,
    /// An area.
    pub area: Option<Area>,
}

/// What the list shows.
#[derive(Debug)]
pub struct ListPage<'a> {
    /// The round and its baselines.
    pub held: &'a RoundComparison,
    /// What was searched for.
    pub search: &'a Search,
}

/// The asked questions that fit a search, in document order.
pub fn found(held: &RoundComparison, search: &Search, language: Language) -> Vec<QuestionIndex> {
    let edition = held.edition();
    let words = search.words.to_lowercase();
    (0..edition.questions.len())
        .filter(|index| held.comparison.current.asked[*index])
        .filter(|index| fits(edition, &edition.questions[*index], search, &words, language))
        .collect()
}

fn fits(edition: &Edition, question: &Question, search: &Search, words: &str, language: Language) -> bool {
    let package = question.package.map(|index| &edition.packages[index]);
    let in_package = search.package.is_empty() || package.is_some_and(|package| package.key == search.package);
    let in_area = search.area.is_none_or(|area| question.areas.contains(&area));
    if !in_package || !in_area {
        return false;
    }
    let recommendation = edition.recommendation_of(question);
    let texts = [Some(&question.text), package.map(|one| &one.title), recommendation.map(|one| &one.title)];
    let text: String =
        texts.into_iter().flatten().map(|text| text.in_language(language).to_lowercase() + " ").collect();
    words.split_whitespace().all(|word| text.contains(word))
}

/// The page.
pub fn show_list(frame: &Frame, page: &ListPage) -> Markup {
    let language = frame.language;
    let round = page.held.round.key.as_str();
    let title = tr!(language, "questions-title", round = round);
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let round_address = format!("/rounds/{round}");
    let above = [NavItem { href: "/rounds", text: &rounds }, NavItem { href: &round_address, text: &round_name }];
    let found = found(page.held, page.search, language);
    let edition = page.held.edition();
    let of = |package: Option<usize>| -> Vec<QuestionIndex> {
        found.iter().copied().filter(|index| edition.questions[*index].package == package).collect()
    };
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "questions-short")))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "questions-lead")) }))
        (filter(page, language))
        p role="status" { (tr!(language, "questions-found", count = found.len())) }
        (group(page, "none", &tr!(language, "questions-without-package"), &of(None), language))
        @for (index, package) in edition.packages.iter().enumerate() {
            (group(page, &package.key, package.title.in_language(language), &of(Some(index)), language))
        }
    };
    shell::page(frame, &title, main)
}

fn filter(page: &ListPage, language: Language) -> Markup {
    let edition = page.held.edition();
    let (all, all_areas) = (tr!(language, "filter-all-packages"), tr!(language, "filter-all-areas"));
    let packages: Vec<Choice> = std::iter::once(Choice { label: &all, ..Choice::default() })
        .chain(edition.packages.iter().map(|package| Choice {
            value: &package.key,
            label: package.title.in_language(language),
            chosen: package.key == page.search.package,
            ..Choice::default()
        }))
        .collect();
    let areas: Vec<Choice> = std::iter::once(Choice { label: &all_areas, ..Choice::default() })
        .chain(page.held.comparison.current.areas.iter().map(|asked| Choice {
            value: asked.area.as_str(),
            label: edition.area_name(asked.area, language),
            chosen: page.search.area == Some(asked.area),
            ..Choice::default()
        }))
        .collect();
    let (words, package, area) =
        (tr!(language, "filter-words"), tr!(language, "figure-package"), tr!(language, "figure-area"));
    let body = html! {
        (ui::text_input(&Field { name: "q", label: &words, ..Field::default() }, &Input { kind: "search", value: &page.search.words, ..Input::default() }))
        (ui::select(&Field { name: "package", label: &package, ..Field::default() }, &packages))
        (ui::select(&Field { name: "area", label: &area, ..Field::default() }, &areas))
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&format!("/rounds/{}/questions", page.held.round.key), body)
}

fn group(page: &ListPage, id: &str, heading: &str, questions: &[QuestionIndex], language: Language) -> Markup {
    if questions.is_empty() {
        return Markup::default();
    }
    let labels = [
        tr!(language, "questions-question"),
        tr!(language, "filter-measure"),
        tr!(language, "figure-areas"),
        tr!(language, "question-comparability"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let rows: Vec<Vec<Markup>> = questions.iter().map(|index| row(page, *index, language)).collect();
    html! {
        (ui::heading(Level::Two, id, heading))
        (ui::table(&Table { caption: heading, caption_place: ui::CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() }, &rows))
    }
}

fn row(page: &ListPage, index: QuestionIndex, language: Language) -> Vec<Markup> {
    let edition = page.held.edition();
    let question = &edition.questions[index];
    let area = page.search.area;
    let query = area.map_or_else(String::new, |area| format!("?area={area}"));
    let address = format!("/rounds/{}/questions/{}{query}", page.held.round.key, question.key);
    let areas: Vec<&str> = question.areas.iter().map(|area| edition.area_name(*area, language)).collect();
    let areas = match areas.as_slice() {
        few if few.len() <= 3 => few.join(", "),
        many => tr!(language, "figure-areas-count", count = many.len()),
    };
    let kin = match page.held.comparability(index) {
        Comparability::Same(_) => tr!(language, "comparability-same-short"),
        Comparability::Reworded(_) => tr!(language, "comparability-reworded-short"),
        Comparability::NotAsked(_)
        | Comparability::Split(_)
        | Comparability::Merged(_)
        | Comparability::New
        | Comparability::NoBaseline => {
            tr!(language, "comparability-none-short")
        }
    };
    vec![
        html! { a href=(address) { (wording::of_area(edition, question, area, language)) } },
        html! { (figures::measure(question.measure, language)) },
        html! { (areas) },
        html! { (kin) },
    ]
}
