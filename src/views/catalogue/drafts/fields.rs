//! The fields of the forms of a draft, kind by kind.

use maud::{Markup, html};

use super::sheet::{Sheet, label};
use super::{Desk, Page, Typed, question};
use crate::domain::catalogue::drafts::ItemKind;
use crate::domain::catalogue::{Blank, Edition, Label};
use crate::domain::{Area, Language};
use crate::views::ui::{self, Choice, Slots};

/// The fields of a kind of thing.
pub(super) fn of(desk: &Desk, page: &Page, typed: &Typed, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let sheet = Sheet { desk, typed, mistakes: page.mistakes, word, language };
    let edition = &desk.draft.edition;
    match page.kind {
        ItemKind::Facts => html! {
            (sheet.both("title"))
            @if edition.correction.is_some() { (sheet.long("correction", Some(&tr!(language, "correction-reason-hint")))) }
            (sheet.day("published_on"))
            (sheet.source())
        },
        ItemKind::Areas => areas(&sheet),
        ItemKind::Package => html! {
            (sheet.both("title"))
            (sheet.line("link", Some(&tr!(language, "draft-link-hint"))))
            (sheet.source())
            (sheet.key())
        },
        ItemKind::Recommendation => html! {
            (sheet.both("title"))
            (sheet.choice("package", &packages(edition, typed, language)))
            (sheet.choice("category", &labels(&edition.categories, ("category", typed), language)))
            (sheet.choice("level", &labels(&edition.levels, ("level", typed), language)))
            (ui::checkbox("central", &Choice {
                value: "yes",
                label: &tr!(language, "catalogue-central"),
                hint: None,
                chosen: typed.has("central", "yes"),
            }))
            (sheet.source())
            (sheet.key())
        },
        ItemKind::Question => question::fields(&sheet, page.item),
        ItemKind::Option => option(&sheet),
        _ => html! {
            (sheet.both("label"))
            (sheet.key())
        },
    }
}

fn packages<'a>(edition: &'a Edition, typed: &Typed, language: Language) -> Vec<Choice<'a>> {
    let choice = |one: &'a crate::domain::catalogue::Package| Choice {
        value: &one.key,
        label: shown(one.title.in_language(language), &one.key),
        hint: None,
        chosen: typed.text("package") == one.key,
    };
    edition.packages.iter().map(choice).collect()
}

fn shown<'a>(title: &'a str, key: &'a str) -> &'a str {
    if title.is_empty() { key } else { title }
}

/// The labels to choose one of, and none.
fn labels<'a>(labels: &'a [Label], (name, typed): (&str, &'a Typed), language: Language) -> Vec<Choice<'a>> {
    let chosen = typed.text(name);
    let none = Choice { value: "", label: "–", hint: None, chosen: chosen.is_empty() };
    let known = labels.iter().map(|one| Choice {
        value: &one.key,
        label: shown(one.label.in_language(language), &one.key),
        hint: None,
        chosen: one.key == chosen,
    });
    let is_known = chosen.is_empty() || labels.iter().any(|one| one.key == chosen);
    // What the edition does not know is shown as it is, so that saving the rest does not change it.
    let unknown = (!is_known).then_some(Choice { value: chosen, label: chosen, hint: None, chosen: true });
    std::iter::once(none).chain(known).chain(unknown).collect()
}

fn option(sheet: &Sheet) -> Markup {
    let language = sheet.language;
    let typed = sheet.typed;
    let words = [
        ("points", tr!(language, "draft-worth-points")),
        (Blank::DontKnow.as_str(), tr!(language, "draft-worth-dont-know")),
        (Blank::NotRelevant.as_str(), tr!(language, "draft-worth-not-relevant")),
    ];
    let choices: Vec<Choice> = words
        .iter()
        .map(|(value, label)| Choice { value, label, hint: None, chosen: typed.text("worth") == *value })
        .collect();
    let worth = label(sheet.desk, "worth", language);
    html! {
        (ui::hidden("scale", typed.text("scale")))
        (sheet.both("label"))
        (ui::radios(&sheet.field("worth", &worth), &choices, &Slots::default()))
        (sheet.line("points", Some(&tr!(language, "draft-points-hint"))))
        (ui::checkbox("reason", &Choice {
            value: "yes",
            label: &tr!(language, "draft-reason"),
            hint: None,
            chosen: typed.has("reason", "yes"),
        }))
        (sheet.key())
    }
}

/// Every area of the fixed list, those that the edition speaks of first and in its order.
fn areas(sheet: &Sheet) -> Markup {
    let (language, typed) = (sheet.language, sheet.typed);
    let edition = &sheet.desk.draft.edition;
    let mut all: Vec<Area> = Area::ALL.to_vec();
    all.sort_by_key(|area| edition.area_place(*area));
    html! {
        p { (tr!(language, "draft-areas-lead")) }
        @for area in all {
            @let [own, da, en] = ["area", "label", "label_en"].map(|name| format!("{name}-{area}"));
            (ui::checkbox(&own, &Choice {
                value: "yes",
                label: area.name(language),
                hint: None,
                chosen: typed.has(&own, "yes"),
            }))
            (ui::details(&tr!(language, "draft-area-names", area = area.name(language)), html! {
                (sheet.line(&da, None))
                (sheet.line(&en, None))
            }))
        }
    }
}
