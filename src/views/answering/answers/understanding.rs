//! What stands folded beside a question: why it is asked, and what each answer means.

use maud::{Markup, html};

use super::fields::Words;
use crate::domain::Language;
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::{About, Blank, Measure, Question, Scale, ScaleOption, Worth};
use crate::views::answering::respondent::holder;
use crate::views::ui;

/// The recommendation in a sentence, its package with the way to its source, and what each answer means here, as
/// [`meanings`] tells it.
pub(super) fn understanding(respondent: &Respondent, words: &Words, question: &Question, meanings: Markup) -> Markup {
    let language = respondent.language;
    let package = question.package.and_then(|package| respondent.edition.packages.get(package));
    let recommendation = respondent.edition.recommendation_of(question);
    let body = html! {
        @if let Some(recommendation) = recommendation {
            p { (words.recommendation) ": " (recommendation.title.in_language(language)) }
        }
        @if let Some(package) = package {
            p {
                (words.package) ": "
                @let title = package.title.in_language(language);
                @match &package.link {
                    Some(href) => (ui::text_link(ui::NavItem { href, text: title })),
                    None => (title),
                }
            }
        }
        (meanings)
    };
    ui::details(&words.understanding, body)
}

/// Whom a question is about, where its edition says so: a leader of one house can't know otherwise whether it, all
/// houses or the municipality is meant. `named` are the areas that are asked, and how many.
pub(super) fn about(respondent: &Respondent, question: &Question, named: (&str, usize)) -> Option<String> {
    let language = respondent.language;
    Some(match question.about? {
        About::Unit if respondent.is_helper() => tr!(language, "answer-about-unit-helper", name = holder(respondent)),
        About::Unit => tr!(language, "answer-about-unit"),
        About::Area => match named {
            (area, 1) => tr!(language, "answer-about-area", area = area),
            (areas, _) => tr!(language, "answer-about-areas", areas = areas),
        },
        About::Municipality => tr!(language, "answer-about-municipality"),
    })
}

/// What each option means for a question: in the edition's words, or in general ones where it has none.
pub(in crate::views::answering) fn meanings(respondent: &Respondent, question: &Question) -> Markup {
    let (language, scale) = (respondent.language, respondent.edition.scale_of(question));
    let own = |option: &ScaleOption| Some(question.help_for(&option.key)?.in_language(language).to_owned());
    let known: Vec<(ui::Sign, &str, String)> = scale
        .options
        .iter()
        .filter_map(|option| {
            let meaning = own(option).or_else(|| in_general(language, question.measure, scale, option))?;
            Some((sign(scale, option), option.label.in_language(language), meaning))
        })
        .collect();
    ui::meanings(&known)
}

/// What an option means whatever is asked. Degrees say it themselves, so they have no such words.
fn in_general(language: Language, measure: Measure, scale: &Scale, option: &ScaleOption) -> Option<String> {
    let is_light = measure == Measure::Implementation && scale.highest_points() == 2;
    match option.worth {
        Worth::Points(2) if is_light => Some(tr!(language, "answer-means-all")),
        Worth::Points(1) if is_light => Some(tr!(language, "answer-means-part")),
        Worth::Points(0) if is_light => Some(tr!(language, "answer-means-nothing")),
        Worth::Points(_) => None,
        Worth::Blank(Blank::NotRelevant) => Some(tr!(language, "answer-means-not-relevant")),
        Worth::Blank(Blank::DontKnow) => Some(tr!(language, "answer-means-dont-know")),
    }
}

/// The sign of an option, by its share of the scale's highest points.
pub(super) fn sign(scale: &Scale, option: &ScaleOption) -> ui::Sign {
    let Some(points) = option.points() else { return ui::Sign::Blank };
    match (2 * points).cmp(&scale.highest_points()) {
        _ if points == scale.highest_points() => ui::Sign::Full,
        _ if points == 0 => ui::Sign::Nothing,
        std::cmp::Ordering::Greater => ui::Sign::Most,
        std::cmp::Ordering::Equal => ui::Sign::Half,
        std::cmp::Ordering::Less => ui::Sign::Some,
    }
}
