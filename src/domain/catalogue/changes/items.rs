//! An edition as a list of things with their fields. What an edition holds is taken apart by name, so that a new
//! field of it does not compile before it is compared.

use super::{Field, Kind, Value};
use crate::domain::Text;
use crate::domain::catalogue::corrections::Correction;
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{
    AreaLabel, Edition, KeyQuestion, Label, OptionHelp, Package, Question, Recommendation, Scale, ScaleOption,
};

/// A thing of an edition.
pub(super) struct Item<'a> {
    pub kind: Kind,
    pub key: String,
    pub name: Text,
    /// Keys of what it belongs to; empty for the edition itself.
    pub parent: String,
    /// What that is called.
    pub parent_name: Text,
    /// Key of its package.
    pub package: Option<&'a str>,
    /// The fields of its kind, always the same ones in the same order.
    pub fields: Vec<(Field, Option<Value>)>,
}

/// Every thing of an edition, those of a kind in the edition's order.
pub(super) fn items(edition: &Edition) -> Vec<Item<'_>> {
    let Edition {
        key,
        title,
        published_on,
        source,
        correction,
        categories,
        levels,
        scales,
        areas,
        packages,
        questions,
        key_questions,
    } = edition;
    let own = [
        vec![(Field::Key, text(key)), (Field::PublishedOn, published_on.map(Value::Day))],
        named(title),
        corrected(correction.as_ref()),
        sourced(source),
    ];
    // Its key may change too, so it is not what the edition is known by.
    let mut all = vec![Item { name: title.clone(), ..item(Kind::Edition, "", own) }];
    all.extend(categories.iter().map(|one| label(Kind::Category, one)));
    all.extend(levels.iter().map(|one| label(Kind::Level, one)));
    all.extend(scales.iter().flat_map(scale));
    all.extend(areas.iter().map(|AreaLabel { area, label }| Item {
        name: label.clone(),
        ..item(Kind::Area, area.as_str(), [named(label)])
    }));
    all.extend(packages.iter().flat_map(package));
    all.extend(questions.iter().map(|one| question(edition, one)));
    all.extend(key_questions.iter().filter_map(|one| key_question(edition, one)));
    all
}

fn item<'a>(kind: Kind, key: &str, fields: impl IntoIterator<Item = Vec<(Field, Option<Value>)>>) -> Item<'a> {
    Item {
        kind,
        key: key.to_owned(),
        name: Text::default(),
        parent: String::new(),
        parent_name: Text::default(),
        package: None,
        fields: fields.into_iter().flatten().collect(),
    }
}

fn label<'a>(kind: Kind, Label { key, label }: &Label) -> Item<'a> {
    Item { name: label.clone(), ..item(kind, key, [named(label)]) }
}

fn scale(Scale { key, label, options }: &Scale) -> Vec<Item<'_>> {
    let own = Item { name: label.clone(), ..item(Kind::Scale, key, [named(label)]) };
    let option = |ScaleOption { key: option, label: text, worth, reason_required }: &ScaleOption| {
        let fields = vec![
            (Field::Worth, Some(Value::Worth(*worth))),
            (Field::ReasonRequired, Some(Value::Flag(*reason_required))),
        ];
        Item {
            name: text.clone(),
            parent: key.clone(),
            parent_name: label.clone(),
            ..item(Kind::Option, option, [named(text), fields])
        }
    };
    std::iter::once(own).chain(options.iter().map(option)).collect()
}

fn package(Package { key, title, link, source, recommendations }: &Package) -> Vec<Item<'_>> {
    let link = vec![(Field::Link, link.clone().map(Value::Text))];
    let own = Item {
        name: title.clone(),
        package: Some(key),
        ..item(Kind::Package, key, [named(title), link, sourced(source)])
    };
    let recommendations = recommendations.iter().map(|one| Item {
        parent: key.clone(),
        parent_name: title.clone(),
        package: Some(key),
        ..recommendation(one)
    });
    std::iter::once(own).chain(recommendations).collect()
}

fn recommendation<'a>(one: &Recommendation) -> Item<'a> {
    let Recommendation { key, title, category, level, central, source } = one;
    let fields = vec![
        (Field::Category, text(category)),
        (Field::Level, level.clone().map(Value::Text)),
        (Field::Central, Some(Value::Flag(*central))),
    ];
    Item { name: title.clone(), ..item(Kind::Recommendation, key, [named(title), fields, sourced(source)]) }
}

fn question<'a>(edition: &'a Edition, one: &'a Question) -> Item<'a> {
    let Question {
        key,
        text: wording,
        hint,
        about,
        help,
        source,
        measure,
        scale,
        areas,
        package: _,
        recommendation: _,
    } = one;
    let scale = edition.scales.get(*scale).map(|scale| Value::Text(scale.key.clone()));
    let fields = vec![
        (Field::Wording, text(&wording.da)),
        (Field::WordingEn, wording.en.clone().map(Value::Text)),
        (Field::Hint, hint.as_ref().map(|hint| Value::Text(hint.da.clone()))),
        (Field::HintEn, hint.as_ref().and_then(|hint| hint.en.clone()).map(Value::Text)),
        (Field::About, about.map(Value::About)),
        (Field::Help, helped(help, |text| Some(&text.da))),
        (Field::HelpEn, helped(help, |text| text.en.as_deref())),
        (Field::Measure, Some(Value::Measure(*measure))),
        (Field::Scale, scale),
        (Field::Areas, Some(Value::Areas(areas.clone()))),
    ];
    let (parent, parent_name) = belongs_to(edition, one);
    Item {
        name: wording.clone(),
        parent,
        parent_name,
        package: package_of(edition, one),
        ..item(Kind::Question, key, [fields, sourced(source)])
    }
}

/// What options mean, one after the other.
fn helped(help: &[OptionHelp], words: impl Fn(&Text) -> Option<&str>) -> Option<Value> {
    let one = |help: &OptionHelp| Some(format!("{}: {}", help.option, words(&help.text)?));
    let all: Vec<String> = help.iter().filter_map(one).collect();
    text(&all.join("; "))
}

fn key_question<'a>(edition: &'a Edition, KeyQuestion { question, area }: &KeyQuestion) -> Option<Item<'a>> {
    let question = edition.questions.get(*question)?;
    Some(Item {
        name: edition.question_wording(question, *area),
        package: package_of(edition, question),
        ..item(Kind::KeyQuestion, &format!("{}/{area}", question.key), [])
    })
}

fn package_of<'a>(edition: &'a Edition, question: &Question) -> Option<&'a str> {
    edition.packages.get(question.package?).map(|package| package.key.as_str())
}

/// The recommendation or package of a question: keys, and what it is called.
fn belongs_to(edition: &Edition, question: &Question) -> (String, Text) {
    let Some(package) = question.package.and_then(|place| edition.packages.get(place)) else {
        return (String::new(), Text::default());
    };
    match edition.recommendation_of(question) {
        Some(recommendation) => (format!("{}/{}", package.key, recommendation.key), recommendation.title.clone()),
        None => (package.key.clone(), package.title.clone()),
    }
}

fn text(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}

fn named(name: &Text) -> Vec<(Field, Option<Value>)> {
    vec![(Field::Name, text(&name.da)), (Field::NameEn, name.en.clone().map(Value::Text))]
}

fn corrected(correction: Option<&Correction>) -> Vec<(Field, Option<Value>)> {
    vec![
        (Field::Corrects, correction.and_then(|one| text(&one.of))),
        (Field::CorrectionReason, correction.and_then(|one| text(&one.reason.da))),
        (Field::CorrectionReasonEn, correction.and_then(|one| one.reason.en.clone()).map(Value::Text)),
    ]
}

fn sourced(Source { status, da, en }: &Source) -> Vec<(Field, Option<Value>)> {
    vec![
        (Field::SourceStatus, status.map(Value::Status)),
        (Field::Source, da.clone().map(Value::Text)),
        (Field::SourceEn, en.clone().map(Value::Text)),
    ]
}
