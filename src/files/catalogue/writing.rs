//! An edition as its canonical document: the same value always gives the same bytes, and reading them gives the
//! value back. Keys stand in the order of the shipped editions, and what is empty is left out, except for a Danish
//! text that must be there, so that a draft that lacks it is read as lacking it.

use crate::domain::Text;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{
    AreaLabel, Edition, KeyQuestion, Label, OptionHelp, Package, Question, Recommendation, Scale, ScaleOption, Worth,
};
use crate::files::yaml::writing::{self, Value};

type Entries<'a> = Vec<(&'a str, Value<'a>)>;

/// The document of an edition.
///
/// # Errors
/// Refused when it has so much in it that it could not be read again.
pub fn write(edition: &Edition) -> Result<String, Refusal> {
    let mut fields = vec![("edition", Value::Text(&edition.key))];
    text(&mut fields, ("title", "title_en"), &edition.title);
    if let Some(day) = edition.published_on {
        fields.push(("published_on", Value::Word(day.to_string())));
    }
    source(&mut fields, &edition.source);
    if let Some(correction) = &edition.correction {
        fields.push(("corrects", Value::Text(&correction.of)));
        text(&mut fields, ("correction", "correction_en"), &correction.reason);
    }
    list(&mut fields, "categories", edition.categories.iter().map(label));
    list(&mut fields, "levels", edition.levels.iter().map(label));
    list(&mut fields, "scales", edition.scales.iter().map(scale));
    list(&mut fields, "areas", edition.areas.iter().map(area));
    list(&mut fields, "packages", edition.packages.iter().enumerate().map(|one| package(edition, one)));
    questions(&mut fields, edition, (None, None));
    list(&mut fields, "key_questions", edition.key_questions.iter().map(|one| key_question(edition, one)));
    writing::write(&Value::Fields(fields))
}

fn list<'a>(fields: &mut Entries<'a>, name: &'a str, items: impl Iterator<Item = Value<'a>>) {
    let items: Vec<Value> = items.collect();
    if !items.is_empty() {
        fields.push((name, Value::Items(items)));
    }
}

fn text<'a>(fields: &mut Entries<'a>, (da, en): (&'a str, &'a str), text: &'a Text) {
    fields.push((da, Value::Text(&text.da)));
    optional(fields, en, text.en.as_deref());
}

fn optional<'a>(fields: &mut Entries<'a>, name: &'a str, text: Option<&'a str>) {
    fields.extend(text.map(|text| (name, Value::Text(text))));
}

fn source<'a>(fields: &mut Entries<'a>, source: &'a Source) {
    fields.extend(source.status.map(|status| ("status", Value::Text(status.as_str()))));
    optional(fields, "source", source.da.as_deref());
    optional(fields, "source_en", source.en.as_deref());
}

fn labelled<'a>(key: &'a str, label: &'a Text) -> Entries<'a> {
    let mut fields = vec![("key", Value::Text(key))];
    text(&mut fields, ("label", "label_en"), label);
    fields
}

fn label(one: &Label) -> Value<'_> {
    Value::InlineFields(labelled(&one.key, &one.label))
}

fn area(one: &AreaLabel) -> Value<'_> {
    Value::InlineFields(labelled(one.area.as_str(), &one.label))
}

fn scale(scale: &Scale) -> Value<'_> {
    let mut fields = labelled(&scale.key, &scale.label);
    list(&mut fields, "options", scale.options.iter().map(option));
    Value::Fields(fields)
}

fn option(option: &ScaleOption) -> Value<'_> {
    let mut fields = labelled(&option.key, &option.label);
    fields.push(match &option.worth {
        Worth::Points(points) => ("points", Value::Word(points.to_string())),
        Worth::Blank(blank) => ("blank", Value::Text(blank.as_str())),
    });
    if option.reason_required {
        fields.push(("reason", Value::Text("required")));
    }
    Value::InlineFields(fields)
}

fn package<'a>(edition: &'a Edition, (place, package): (usize, &'a Package)) -> Value<'a> {
    let mut fields = vec![("key", Value::Text(&package.key))];
    text(&mut fields, ("title", "title_en"), &package.title);
    optional(&mut fields, "link", package.link.as_deref());
    source(&mut fields, &package.source);
    let all = package.recommendations.iter().enumerate();
    list(&mut fields, "recommendations", all.map(|(index, one)| recommendation(edition, (place, index), one)));
    questions(&mut fields, edition, (Some(place), None));
    Value::Fields(fields)
}

fn recommendation<'a>(edition: &'a Edition, place: (usize, usize), one: &'a Recommendation) -> Value<'a> {
    let mut fields = vec![("key", Value::Text(&one.key))];
    text(&mut fields, ("title", "title_en"), &one.title);
    fields.push(("category", Value::Text(&one.category)));
    optional(&mut fields, "level", one.level.as_deref());
    if one.central {
        fields.push(("central", Value::Word("true".to_owned())));
    }
    source(&mut fields, &one.source);
    questions(&mut fields, edition, (Some(place.0), Some(place.1)));
    Value::Fields(fields)
}

/// The questions that belong to a place. They stand together, because questions are in document order.
fn questions<'a>(fields: &mut Entries<'a>, edition: &'a Edition, place: (Option<usize>, Option<usize>)) {
    let of_place = edition.questions_of(place);
    list(fields, "questions", of_place.iter().map(|one| question(edition, one)));
}

fn question<'a>(edition: &'a Edition, one: &'a Question) -> Value<'a> {
    let mut fields = vec![("key", Value::Text(&one.key))];
    text(&mut fields, ("text", "text_en"), &one.text);
    if let Some(hint) = &one.hint {
        text(&mut fields, ("hint", "hint_en"), hint);
    }
    if let Some(about) = one.about {
        fields.push(("about", Value::Word(about.to_string())));
    }
    if !one.help.is_empty() {
        let danish = |help: &'a OptionHelp| (help.option.as_str(), Value::Text(&help.text.da));
        fields.push(("help", Value::Fields(one.help.iter().map(danish).collect())));
        let english = |help: &'a OptionHelp| Some((help.option.as_str(), Value::Text(help.text.en.as_deref()?)));
        let english: Entries = one.help.iter().filter_map(english).collect();
        if !english.is_empty() {
            fields.push(("help_en", Value::Fields(english)));
        }
    }
    source(&mut fields, &one.source);
    fields.push(("measure", Value::Text(one.measure.as_str())));
    fields.push(("scale", Value::Text(&edition.scale_of(one).key)));
    fields.push(("areas", Value::Inline(one.areas.iter().map(|area| Value::Text(area.as_str())).collect())));
    Value::Fields(fields)
}

fn key_question<'a>(edition: &'a Edition, one: &KeyQuestion) -> Value<'a> {
    let question = Value::Text(&edition.questions[one.question].key);
    Value::InlineFields(vec![("question", question), ("area", Value::Text(one.area.as_str()))])
}
