//! The answers behind a package or an area, then and now, those with most to win first.

use maud::{Markup, html};

use super::{MunicipalityPage, address};
use crate::domain::Language;
use crate::domain::catalogue::{Blank, Measure, Scale, Worth};
use crate::domain::dashboards::Comparability;
use crate::domain::dashboards::improvement_gaps::{Answered, ImprovementGap};
use crate::domain::dashboards::municipality::{Answers, MunicipalityDashboard};
use crate::domain::practice::advice::AdviceThread;
use crate::views::dashboards::distributions::short;
use crate::views::dashboards::{addresses, figures};
use crate::views::practice::advice;
use crate::views::shell::Frame;
use crate::views::ui::{self, Column, Kind, Level, Light, Spacing, Table};

/// The section of what was chosen, with a way to the rest of it.
pub fn section(frame: &Frame, shown: &MunicipalityPage, chosen: &Answers) -> Markup {
    let (page, language) = (shown.figures, frame.language);
    let package = chosen.package.as_ref().map(|package| package.label.in_language(language));
    let area = chosen.area.as_ref().map(|(_, name)| name.in_language(language));
    let names: Vec<&str> = package.into_iter().chain(area).collect();
    let heading = tr!(language, "answers-title", what = names.join(", "));
    let labels = [tr!(language, "answers-recommendation"), tr!(language, "answers-now"), tr!(language, "answers-then")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let rows: Vec<Vec<Markup>> = chosen
        .gaps
        .iter()
        .map(|(gap, why)| row((page, chosen), (gap, why), advice_about(frame, shown, gap), language))
        .collect();
    html! {
        (ui::heading(Level::Two, "answers", &heading))
        p { (tr!(language, "answers-explained")) " " a href=(address(page)) { (tr!(language, "answers-close")) } }
        @if rows.is_empty() { p { (tr!(language, "state-not-asked")) } }
        @else { (ui::table(&Table { caption: &heading, columns: &columns, spacing: Spacing::Compact, ..Table::default() }, &rows)) }
    }
}

/// The way to what was advised about the recommendation of a cell.
fn advice_about(frame: &Frame, shown: &MunicipalityPage, one: &ImprovementGap) -> Markup {
    let round = &shown.figures.round;
    let question = &round.edition.questions[one.question];
    let package = question.package.and_then(|index| round.edition.packages.get(index));
    let Some((package, recommendation)) = package.zip(round.edition.recommendation_of(question)) else {
        return Markup::default();
    };
    let keys = (package.key.as_str(), recommendation.key.as_str());
    let is_about = |thread: &AdviceThread| {
        thread.body().is_some() && (thread.advice.package.as_str(), thread.advice.recommendation.as_str()) == keys
    };
    let count = shown.advice.iter().filter(|(thread, _)| is_about(thread)).count();
    let address = addresses::advice(&round.key, &shown.figures.code, keys);
    let title = recommendation.title.in_language(frame.language);
    advice::way(frame.staff.as_ref(), (&address, title), count, frame.language)
}

fn row(
    (page, chosen): (&MunicipalityDashboard, &Answers),
    (one, comparability): (&ImprovementGap, &Comparability),
    advice: Markup,
    language: Language,
) -> Vec<Markup> {
    let edition = &page.round.edition;
    let question = &edition.questions[one.question];
    let title = edition
        .recommendation_of(question)
        .map(|recommendation| recommendation.title.in_language(language).to_owned())
        .unwrap_or_else(|| edition.question_text(question, one.area, language));
    let address = addresses::question(&page.round.key, &question.key, Some(one.area));
    vec![
        html! {
            a href=(address) { (title) }
            @if question.measure != Measure::Implementation {
                " " (ui::plain_badge(&figures::measure(question.measure, language)))
            }
            @if chosen.area.is_none() {
                div .weight-normal { (edition.area_name(one.area, language)) }
            }
            (advice)
        },
        answered(edition.scale_of(question), &one.now, language),
        then(one, comparability, language),
    ]
}

/// What was answered at the baseline, or why nothing can be held against today's answer.
fn then(one: &ImprovementGap, comparability: &Comparability, language: Language) -> Markup {
    let Some(then) = &one.then else {
        let why = match comparability {
            Comparability::New | Comparability::NoBaseline => tr!(language, "comparability-new-short"),
            Comparability::Split(_) => tr!(language, "comparability-split-short"),
            Comparability::Merged(_) => tr!(language, "comparability-merged-short"),
            Comparability::Same(_) | Comparability::Reworded(_) | Comparability::NotAsked(_) => {
                tr!(language, "state-not-asked")
            }
        };
        return html! { (why) };
    };
    html! {
        (answered(&then.scale, &then.answered, language))
        " (" (then.round)
        @if then.reworded { ", " (tr!(language, "comparability-reworded-short")) }
        ")"
    }
}

/// The answer of a cell in words: the one option chosen, or all of them with how often, and the value they come to.
pub fn answered(scale: &Scale, answered: &Answered, language: Language) -> Markup {
    let chosen: Vec<(usize, u16)> =
        answered.counts.iter().copied().enumerate().filter(|(_, count)| *count > 0).collect();
    match chosen.as_slice() {
        [] => html! { (ui::traffic_light(Light::Off, &tr!(language, "state-unanswered"))) },
        [(option, _)] => light(scale, *option, language),
        several => html! {
            @for (index, (option, count)) in several.iter().enumerate() {
                @if index > 0 { br; }
                (light(scale, *option, language)) " ×\u{a0}" (count)
            }
            br;
            (ui::badge(Kind::Warning, &tr!(language, "answers-disagree")))
            @if let Some(value) = answered.value() {
                " " (tr!(language, "answers-value", value = figures::number(100.0 * value)))
            }
        },
    }
}

/// An option as a light with its word.
pub fn light(scale: &Scale, index: usize, language: Language) -> Markup {
    let Some(option) = scale.options.get(index) else { return Markup::default() };
    let word = short(option.label.in_language(language));
    let light = match option.worth {
        Worth::Blank(Blank::DontKnow | Blank::NotRelevant) => Light::Off,
        Worth::Points(points) if points >= scale.highest_points() => Light::Green,
        Worth::Points(0) => Light::Red,
        Worth::Points(_) => Light::Yellow,
    };
    ui::traffic_light(light, word)
}
