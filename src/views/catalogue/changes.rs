//! What differs between two editions, kind by kind, and field by field with what stood there and what stands there.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Column, Content, Kind as Tone, Level, NavItem, Table};
use super::questions::{about, measure};
use super::source::status;
use crate::domain::catalogue::changes::{Change, Field, FieldChange, Kind, Move, Value, What, summaries};
use crate::domain::catalogue::{Blank, Edition, Worth};
use crate::domain::{Language, Text};
use crate::texts;

/// Where the differences between two editions are read.
pub fn address(from: &str, to: &str) -> String {
    format!("/catalogue/{from}/changes/{to}")
}

/// The page of everything that differs between two editions.
pub fn changes(frame: &Frame, (from, to): (&Edition, &Edition), changes: &[Change]) -> Markup {
    let language = frame.language;
    let (earlier, later) = (from.key.as_str(), to.key.as_str());
    let count = changes.len();
    let title = tr!(language, "changes-found", from = earlier, to = later, count = count);
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{later}"), text: later },
            ],
            &tr!(language, "changes-short", from = earlier),
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "changes-lead")) }))
        (all(changes, to, language))
    };
    shell::page(frame, &title, main)
}

/// How much differs, and then every difference by kind.
pub(super) fn all(changes: &[Change], to: &Edition, language: Language) -> Markup {
    html! {
        (summary(changes, language))
        @for kind in Kind::ALL {
            @let of_kind: Vec<&Change> = changes.iter().filter(|change| change.kind == kind).collect();
            @if !of_kind.is_empty() {
                @let name = self::kind(kind, language);
                (ui::heading(Level::Two, &format!("{kind:?}").to_lowercase(), &name))
                (table(&name, &of_kind, to, language))
            }
        }
    }
}

/// How much of each kind differs; nothing where nothing does.
pub fn summary(changes: &[Change], language: Language) -> Markup {
    let labels = [
        tr!(language, "changes-kind"),
        tr!(language, "changes-added"),
        tr!(language, "changes-removed"),
        tr!(language, "changes-moved"),
        tr!(language, "changes-changed"),
    ];
    let columns = ui::name_and_numbers(&labels);
    let caption = tr!(language, "changes-summary");
    let frame = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let rows: Vec<Vec<Markup>> = summaries(changes)
        .into_iter()
        .map(|(kind, one)| {
            let numbers = [one.added, one.removed, one.moved, one.changed];
            std::iter::once(html! { (self::kind(kind, language)) })
                .chain(numbers.map(|number| html! { (number) }))
                .collect()
        })
        .collect();
    html! { @if !rows.is_empty() { (ui::table(&frame, &rows)) } }
}

/// Changes of things, one a row.
pub fn table(caption: &str, changes: &[&Change], edition: &Edition, language: Language) -> Markup {
    let labels = [tr!(language, "changes-thing"), tr!(language, "changes-what"), tr!(language, "changes-fields")];
    let columns = labels.each_ref().map(|label| Column { label, content: Content::Text, sort: None });
    let frame = Table {
        caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let row = |change: &&Change| {
        vec![
            html! { (name(&change.name, language)) @if !change.key.is_empty() { br; code { (change.key) } } },
            happened(&change.what, language),
            details(&change.what, edition, language),
        ]
    };
    let rows: Vec<Vec<Markup>> = changes.iter().map(row).collect();
    ui::table(&frame, &rows)
}

fn name(name: &Text, language: Language) -> String {
    name.in_language(language).replace("{area}", &tr!(language, "catalogue-the-area"))
}

fn happened(what: &What, language: Language) -> Markup {
    match what {
        What::Added => ui::badge(Tone::Success, &tr!(language, "changes-word-added")),
        What::Removed => ui::badge(Tone::Warning, &tr!(language, "changes-word-removed")),
        What::Changed { moved, fields } => html! {
            @if moved.is_some() { (ui::plain_badge(&tr!(language, "changes-word-moved"))) " " }
            @if !fields.is_empty() { (ui::badge(Tone::Info, &tr!(language, "changes-word-changed"))) }
        },
    }
}

fn details(what: &What, edition: &Edition, language: Language) -> Markup {
    let What::Changed { moved, fields } = what else { return Markup::default() };
    html! {
        @match moved {
            Some(Move::Order) => p { (tr!(language, "changes-order")) },
            Some(Move::Elsewhere { from, to }) => p {
                @let own = tr!(language, "catalogue-own-questions");
                @let place = |text: &Text| if text.da.is_empty() { own.clone() } else { name(text, language) };
                (tr!(language, "changes-elsewhere", from = place(from), to = place(to)))
            },
            None => {},
        }
        @if !fields.is_empty() {
            dl .pj-changes { @for change in fields { (one_field(change, edition, language)) } }
        }
    }
}

fn one_field(change: &FieldChange, edition: &Edition, language: Language) -> Markup {
    let FieldChange { field, before, after } = change;
    let (was, is) = (tr!(language, "changes-before"), tr!(language, "changes-after"));
    let shown = |found: &Option<Value>| match found {
        Some(found) => value(found, edition, language),
        None => tr!(language, "changes-empty"),
    };
    html! {
        div {
            dt { (self::field(*field, language)) }
            dd { span .pj-change-word { (was) } " " del { (shown(before)) } }
            dd { span .pj-change-word { (is) } " " ins { (shown(after)) } }
        }
    }
}

fn value(value: &Value, edition: &Edition, language: Language) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Day(day) => texts::date(*day, language),
        Value::Areas(areas) => {
            let names: Vec<&str> = areas.iter().map(|area| edition.area_name(*area, language)).collect();
            names.join(", ")
        }
        Value::Worth(Worth::Points(points)) => {
            let points = *points;
            tr!(language, "changes-points", points = points)
        }
        Value::Worth(Worth::Blank(Blank::DontKnow)) => tr!(language, "changes-dont-know"),
        Value::Worth(Worth::Blank(Blank::NotRelevant)) => tr!(language, "changes-not-relevant"),
        Value::Flag(true) => tr!(language, "changes-yes"),
        Value::Flag(false) => tr!(language, "changes-no"),
        Value::About(one) => about(*one, language),
        Value::Measure(one) => measure(*one, language),
        Value::Status(one) => status(*one, language),
    }
}

/// What kind of thing differs, in the plural.
fn kind(kind: Kind, language: Language) -> String {
    match kind {
        Kind::Edition => tr!(language, "changes-kind-edition"),
        Kind::Package => tr!(language, "catalogue-packages"),
        Kind::Recommendation => tr!(language, "catalogue-recommendations"),
        Kind::Question => tr!(language, "catalogue-questions"),
        Kind::KeyQuestion => tr!(language, "changes-kind-key-question"),
        Kind::Scale => tr!(language, "changes-kind-scale"),
        Kind::Option => tr!(language, "changes-kind-option"),
        Kind::Area => tr!(language, "catalogue-areas"),
        Kind::Category => tr!(language, "changes-kind-category"),
        Kind::Level => tr!(language, "changes-kind-level"),
    }
}

fn field(field: Field, language: Language) -> String {
    match field {
        Field::Key => tr!(language, "changes-field-key"),
        Field::Name => tr!(language, "changes-field-name"),
        Field::NameEn => tr!(language, "changes-field-name-en"),
        Field::Wording => tr!(language, "changes-field-wording"),
        Field::WordingEn => tr!(language, "changes-field-wording-en"),
        Field::Hint => tr!(language, "catalogue-hint"),
        Field::HintEn => tr!(language, "changes-field-hint-en"),
        Field::About => tr!(language, "catalogue-about"),
        Field::Help => tr!(language, "changes-field-help"),
        Field::HelpEn => tr!(language, "changes-field-help-en"),
        Field::PublishedOn => tr!(language, "catalogue-published-on"),
        Field::Corrects => tr!(language, "correction-of"),
        Field::CorrectionReason => tr!(language, "correction-reason"),
        Field::CorrectionReasonEn => {
            tr!(language, "draft-in-english", field = tr!(language, "correction-reason"))
        }
        Field::Link => tr!(language, "catalogue-published-package"),
        Field::Category => tr!(language, "catalogue-category"),
        Field::Level => tr!(language, "changes-field-level"),
        Field::Central => tr!(language, "catalogue-central"),
        Field::Measure => tr!(language, "catalogue-measure"),
        Field::Scale => tr!(language, "catalogue-scale"),
        Field::Areas => tr!(language, "catalogue-areas"),
        Field::Worth => tr!(language, "catalogue-points"),
        Field::ReasonRequired => tr!(language, "changes-field-reason"),
        Field::SourceStatus => tr!(language, "changes-field-source-status"),
        Field::Source => tr!(language, "catalogue-source"),
        Field::SourceEn => tr!(language, "changes-field-source-en"),
    }
}
