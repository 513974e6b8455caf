//! The fields of a question.

use maud::{Markup, html};

use super::super::questions::about;
use super::names::titled;
use super::sheet::{Sheet, label};
use crate::domain::catalogue::drafts::{Item, Meaning};
use crate::domain::catalogue::{About, Measure, Scale};
use crate::domain::{Area, Language};
use crate::views::ui::{self, Choice, Field, Slots};

pub(super) fn fields(sheet: &Sheet, item: Option<&Item>) -> Markup {
    let (language, typed) = (sheet.language, sheet.typed);
    let edition = &sheet.desk.draft.edition;
    let scale = edition.find_scale(typed.text("scale")).map(|at| &edition.scales[at]);
    html! {
        (sheet.long("text", Some(&tr!(language, "draft-text-hint"))))
        @if is_linked(sheet, item) { (meaning(sheet)) }
        (sheet.long("hint", Some(&tr!(language, "draft-hint-hint"))))
        (abouts(sheet))
        (ui::details(&tr!(language, "draft-help"), html! {
            p { (tr!(language, "draft-help-lead")) }
            @if let Some(scale) = scale { (help(sheet, scale)) }
        }))
        (sheet.choice("place", &as_choices(&places(sheet), typed.text("place"))))
        (measures(sheet))
        (sheet.choice("scale", &as_choices(&scales(sheet), typed.text("scale"))))
        (area_boxes(sheet, "areas", &all_areas(sheet)))
        (area_boxes(sheet, "key_areas", &asked_areas(sheet)))
        (sheet.source())
        (sheet.key())
    }
}

/// Whether a question has links, so that a new wording needs to be told what it is.
fn is_linked(sheet: &Sheet, item: Option<&Item>) -> bool {
    let Some(Item::Question(key)) = item else { return false };
    let mut links = sheet.desk.draft.crosswalks.iter().flat_map(|one| &one.links);
    links.any(|link| link.to == *key || link.from == *key)
}

fn meaning(sheet: &Sheet) -> Markup {
    let language = sheet.language;
    let word = |meaning: Meaning| match meaning {
        Meaning::Corrected => (tr!(language, "draft-meaning-corrected"), tr!(language, "draft-meaning-corrected-hint")),
        Meaning::Reworded => (tr!(language, "draft-meaning-reworded"), tr!(language, "draft-meaning-reworded-hint")),
        Meaning::New => (tr!(language, "draft-meaning-new"), tr!(language, "draft-meaning-new-hint")),
    };
    let words: Vec<(&str, (String, String))> = Meaning::ALL.iter().map(|one| (one.as_str(), word(*one))).collect();
    let choices: Vec<Choice> = words
        .iter()
        .map(|(value, (label, hint))| Choice {
            value,
            label,
            hint: Some(hint),
            chosen: sheet.typed.text("meaning") == *value,
        })
        .collect();
    let legend = tr!(language, "draft-meaning");
    let hint = tr!(language, "draft-meaning-hint");
    ui::radios(&Field { hint: Some(&hint), ..sheet.field("meaning", &legend) }, &choices, &Slots::default())
}

/// What each option means for this question.
fn help(sheet: &Sheet, scale: &Scale) -> Markup {
    html! {
        @for option in &scale.options {
            @for name in [format!("help-{}", option.key), format!("help_en-{}", option.key)] {
                @let label = label(sheet.desk, &name, sheet.language);
                (ui::textarea(
                    &sheet.field(&name, &label),
                    &ui::Area { value: sheet.typed.text(&name), rows: 2, limit: None },
                ))
            }
        }
    }
}

fn as_choices<'a>(all: &'a [(String, String)], chosen: &str) -> Vec<Choice<'a>> {
    all.iter().map(|(value, label)| Choice { value, label, hint: None, chosen: value == chosen }).collect()
}

/// The edition, its packages and their recommendations, as what a question may belong to.
fn places(sheet: &Sheet) -> Vec<(String, String)> {
    let language = sheet.language;
    let mut all = vec![(String::new(), tr!(language, "catalogue-own-questions"))];
    for package in &sheet.desk.draft.edition.packages {
        let title = titled(&package.title, &package.key, language);
        all.push((package.key.clone(), tr!(language, "draft-place-package", package = title.as_str())));
        for one in &package.recommendations {
            let place = Item::Recommendation(package.key.clone(), one.key.clone()).key();
            all.push((place, format!("{title}: {}", titled(&one.title, &one.key, language))));
        }
    }
    all
}

fn scales(sheet: &Sheet) -> Vec<(String, String)> {
    let scales = sheet.desk.draft.edition.scales.iter();
    scales.map(|one| (one.key.clone(), titled(&one.label, &one.key, sheet.language))).collect()
}

fn abouts(sheet: &Sheet) -> Markup {
    let mut all = vec![(String::new(), tr!(sheet.language, "catalogue-about-nobody"))];
    all.extend(About::ALL.iter().map(|one| (one.to_string(), about(*one, sheet.language))));
    let label = label(sheet.desk, "about", sheet.language);
    let choices = as_choices(&all, sheet.typed.text("about"));
    let hint = tr!(sheet.language, "draft-about-hint");
    ui::radios(&Field { hint: Some(&hint), ..sheet.field("about", &label) }, &choices, &Slots::default())
}

fn measures(sheet: &Sheet) -> Markup {
    let all: Vec<(String, String)> =
        Measure::ALL.iter().map(|one| (one.to_string(), measure(*one, sheet.language))).collect();
    let label = label(sheet.desk, "measure", sheet.language);
    let choices = as_choices(&all, sheet.typed.text("measure"));
    ui::radios(&sheet.field("measure", &label), &choices, &Slots::default())
}

fn measure(measure: Measure, language: Language) -> String {
    match measure {
        Measure::Implementation => tr!(language, "catalogue-measure-implementation"),
        Measure::Awareness => tr!(language, "catalogue-measure-awareness"),
        Measure::Overall => tr!(language, "catalogue-measure-overall"),
    }
}

/// The areas of the edition, and those that are ticked without being one.
fn all_areas(sheet: &Sheet) -> Vec<Area> {
    let edition = &sheet.desk.draft.edition;
    let mut all: Vec<Area> = edition.areas.iter().map(|one| one.area).collect();
    let ticked = Area::ALL.iter().filter(|area| sheet.typed.has("areas", area.as_str()));
    ticked.filter(|area| edition.areas.iter().all(|one| one.area != **area)).for_each(|area| all.push(*area));
    all
}

/// The areas that the question is put to, or that are ticked among the key questions.
fn asked_areas(sheet: &Sheet) -> Vec<Area> {
    let is_wanted = |area: &Area| {
        let word = area.as_str();
        sheet.typed.has("areas", word) || sheet.typed.has("key_areas", word)
    };
    all_areas(sheet).into_iter().filter(is_wanted).collect()
}

fn area_boxes(sheet: &Sheet, name: &str, areas: &[Area]) -> Markup {
    let language = sheet.language;
    let edition = &sheet.desk.draft.edition;
    let label = label(sheet.desk, name, language);
    let hint = (name == "key_areas").then(|| tr!(language, "draft-key-areas-hint"));
    let choices: Vec<Choice> = areas
        .iter()
        .map(|area| Choice {
            value: area.as_str(),
            label: edition.area_name(*area, language),
            hint: None,
            chosen: sheet.typed.has(name, area.as_str()),
        })
        .collect();
    html! {
        @if !choices.is_empty() {
            (ui::checkboxes(&Field { hint: hint.as_deref(), ..sheet.field(name, &label) }, &choices, &Slots::default()))
        }
    }
}
