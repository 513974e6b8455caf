//! What was asked then and now, and how the two belong together.

use maud::{Markup, html};

use crate::domain::catalogue::{Edition, Question};
use crate::domain::dashboards::Comparability;
use crate::domain::dashboards::question::QuestionDashboard;
use crate::domain::{Area, Language};
use crate::views::dashboards::{addresses, figures};
use crate::views::ui::{self, Level};

/// A question as put to an area, or to any of them.
pub fn of_area(edition: &Edition, question: &Question, area: Option<Area>, language: Language) -> String {
    let one = match question.areas.as_slice() {
        [only] => Some(*only),
        _ => area,
    };
    match one {
        Some(area) => edition.question_text(question, area, language),
        None => question.text.in_language(language).replace("{area}", &tr!(language, "question-any-area")),
    }
}

/// How a question belongs to its baseline, in words.
pub fn comparability(comparability: &Comparability, language: Language) -> String {
    match comparability {
        Comparability::Same(_) => tr!(language, "comparability-same"),
        Comparability::Reworded(_) => tr!(language, "comparability-reworded"),
        Comparability::NotAsked(_) => tr!(language, "comparability-not-asked"),
        Comparability::Split(_) => tr!(language, "comparability-split"),
        Comparability::Merged(_) => tr!(language, "comparability-merged"),
        Comparability::New => tr!(language, "comparability-new"),
        Comparability::NoBaseline => tr!(language, "figure-no-baseline"),
    }
}

/// Measure, package, recommendation and both wordings.
pub fn section(page: &QuestionDashboard, language: Language) -> Markup {
    let edition = &page.round.edition;
    let question = page.asked();
    let mut facts: Vec<(String, Markup)> =
        vec![(tr!(language, "filter-measure"), html! { (figures::measure(question.measure, language)) })];
    if let Some(package) = question.package.and_then(|index| edition.packages.get(index)) {
        facts.push((tr!(language, "figure-package"), html! { a href=(addresses::package(&page.round.key, &package.key)) { (package.title.in_language(language)) } }));
        if let Some(recommendation) = edition.recommendation_of(question) {
            let address = format!("/catalogue/{}/{}/{}", edition.key, package.key, recommendation.key);
            let result = addresses::recommendation(&page.round.key, &package.key, &recommendation.key);
            let link = html! {
                a href=(result) { (recommendation.title.in_language(language)) } " "
                a href=(address) { (tr!(language, "drill-catalogue")) }
            };
            facts.push((tr!(language, "answers-recommendation"), link));
        }
    }
    let now = of_area(edition, question, page.area, language);
    facts.push((tr!(language, "question-wording", round = page.round.key.as_str()), html! { (now) }));
    if let Some(baseline) = &page.baseline {
        let old = &baseline.edition;
        let texts = baseline.questions.iter().map(|index| of_area(old, &old.questions[*index], page.area, language));
        let texts: Vec<String> = texts.collect();
        if !texts.is_empty() {
            let label = tr!(language, "question-wording", round = baseline.round.as_str());
            facts.push((label, html! { @for text in &texts { div { (text) } } }));
        }
    }
    facts.push((tr!(language, "question-comparability"), html! { (comparability(&page.comparability, language)) }));
    let facts: Vec<(&str, Markup)> = facts.iter().map(|(term, fact)| (term.as_str(), fact.clone())).collect();
    html! {
        (ui::heading(Level::Two, "wording", &tr!(language, "question-wordings")))
        (ui::definition_list(&facts))
    }
}
