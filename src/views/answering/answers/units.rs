//! In how many of one's units an answer holds that is true in part: a list beside the answer, which tells those who read
//! it more and never counts.

use maud::Markup;

use super::fields::Words;
use crate::domain::Language;
use crate::domain::answering::answers::{Answer, UnitShare, takes_unit_share};
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::{About, OptionIndex, Question, Scale};
use crate::views::ui;

/// The template of the list, for questions of a scale.
pub(super) fn units_template(scale: usize) -> String {
    format!("units-{scale}")
}

/// Whether an option of a question asks for it.
pub(super) fn asks(question: &Question, scale: &Scale, option: OptionIndex) -> bool {
    takes_unit_share(question, scale, i16::try_from(option).ok())
}

/// The list at its question: where the answer asks for it; and where script cannot add it, under every answer.
pub(super) fn units(
    respondent: &Respondent,
    words: &Words,
    (number, question): (&str, &Question),
    shown: &Answer,
) -> Markup {
    let scale = respondent.edition.scale_of(question);
    if question.about != Some(About::Unit) {
        return Markup::default();
    }
    let list = (number, scale, shown.unit_share);
    match takes_unit_share(question, scale, shown.choice) {
        true => field(respondent.language, words, &words.units_hint, list),
        false => {
            let first = scale.options.iter().enumerate().find(|(place, _)| scale.is_partial(*place));
            let label = first.map_or("", |(_, option)| option.label.in_language(respondent.language));
            let hint = tr!(respondent.language, "units-hint-when", option = label);
            ui::only_without_script(field(respondent.language, words, &hint, list))
        }
    }
}

/// The list for questions of a scale; nothing where no option is true in part.
pub(super) fn field(
    language: Language,
    words: &Words,
    hint: &str,
    (number, scale, shown): (&str, &Scale, Option<UnitShare>),
) -> Markup {
    let partial: Vec<OptionIndex> = (0..scale.options.len()).filter(|place| scale.is_partial(*place)).collect();
    if partial.is_empty() {
        return Markup::default();
    }
    let name = format!("e{number}");
    let field = ui::Field {
        name: &name,
        label: &words.units,
        optional: Some(&words.optional),
        hint: Some(hint),
        ..ui::Field::default()
    };
    let shares: Vec<(&str, String)> = UnitShare::ALL
        .iter()
        .map(|share| (share.as_str(), tr!(language, "units-share", share = share.as_str())))
        .collect();
    let choice = |value, label| ui::Choice { value, label, hint: None, chosen: false };
    let chosen = shown.as_ref().map_or("", UnitShare::as_str);
    let choices: Vec<ui::Choice> = std::iter::once(choice("", words.no_units.as_str()))
        .chain(shares.iter().map(|(value, label)| choice(value, label)))
        .map(|choice| ui::Choice { chosen: choice.value == chosen, ..choice })
        .collect();
    let places: Vec<String> = partial.iter().map(OptionIndex::to_string).collect();
    let options = (format!("q{number}"), places.join(" "));
    ui::shown_when((&options.0, &options.1), ui::select(&field, &choices))
}

/// A share as it is told to those who read the answer.
pub fn describe_unit_share(share: UnitShare, language: Language) -> String {
    tr!(language, "units-said", share = share.as_str())
}
