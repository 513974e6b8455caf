//! A question as the catalogue shows it.

use maud::{Markup, html};

use super::super::ui::{self, Column, Content, Level, Table};
use super::source;
use crate::domain::Language;
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{About, Edition, Measure, Question};

/// A question with what it measures, the areas it is put to, and the points of its options.
pub(super) fn question_with_scale(edition: &Edition, question: &Question, language: Language) -> Markup {
    let text = wording(question, language);
    let scale = edition.scale_of(question);
    let columns = [
        Column { label: &tr!(language, "catalogue-option"), ..Column::default() },
        Column { label: &tr!(language, "catalogue-points"), content: Content::Number, sort: None },
    ];
    let caption =
        tr!(language, "catalogue-scale-caption", scale = scale.label.in_language(language), question = text.as_str());
    let table = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let rows: Vec<Vec<Markup>> = scale
        .options
        .iter()
        .map(|option| {
            let points = match option.points() {
                Some(points) => html! { (points) },
                None => html! { (tr!(language, "catalogue-no-points")) },
            };
            let label = html! {
                (option.label.in_language(language))
                @if option.reason_required { " (" (tr!(language, "catalogue-reason-required")) ")" }
                @if let Some(help) = question.help_for(&option.key) {
                    br; span .weight-normal { (help.in_language(language)) }
                }
            };
            vec![label, points]
        })
        .collect();
    let (hint_word, measure_word, areas_word, scale_word, source_word) = (
        tr!(language, "catalogue-hint"),
        tr!(language, "catalogue-measure"),
        tr!(language, "catalogue-areas"),
        tr!(language, "catalogue-scale"),
        tr!(language, "catalogue-source"),
    );
    let mut facts = vec![
        (measure_word.as_str(), html! { (measure(question.measure, language)) }),
        (&areas_word, html! { (areas(edition, question, language)) }),
        (&scale_word, html! { (scale.label.in_language(language)) }),
    ];
    let about_word = tr!(language, "catalogue-about");
    if let Some(whom) = question.about {
        facts.insert(0, (&about_word, html! { (about(whom, language)) }));
    }
    if let Some(hint) = &question.hint {
        facts.insert(0, (&hint_word, html! { (hint.in_language(language)) }));
    }
    // Most questions are our own words about a recommendation, whose source stands there.
    if question.source != Source::default() {
        facts.push((&source_word, source(&question.source, language)));
    }
    html! {
        (ui::heading(Level::Three, &question.key, &text))
        (ui::definition_list(&facts))
        (ui::table(&table, &rows))
    }
}

/// The wording of a question put to no area in particular.
pub(in crate::views) fn wording(question: &Question, language: Language) -> String {
    question.text.in_language(language).replace("{area}", &tr!(language, "catalogue-the-area"))
}

/// Whom a question is about, as a choice says it.
pub(super) fn about(about: About, language: Language) -> String {
    match about {
        About::Unit => tr!(language, "catalogue-about-unit"),
        About::Area => tr!(language, "catalogue-about-area"),
        About::Municipality => tr!(language, "catalogue-about-municipality"),
    }
}

pub(super) fn measure(measure: Measure, language: Language) -> String {
    match measure {
        Measure::Implementation => tr!(language, "catalogue-measure-implementation"),
        Measure::Awareness => tr!(language, "catalogue-measure-awareness"),
        Measure::Overall => tr!(language, "catalogue-measure-overall"),
    }
}

fn areas(edition: &Edition, question: &Question, language: Language) -> String {
    let names: Vec<&str> = question.areas.iter().map(|area| edition.area_name(*area, language)).collect();
    names.join(", ")
}
