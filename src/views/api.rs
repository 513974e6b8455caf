//! The API for people: how to get a token, every address with its parameters, and how spreadsheets read it.

mod fields;

use maud::{Markup, html};

use super::shell::{self, Frame};
use super::ui::{self, Button, Column, Level, NavItem, Table};
use crate::domain::Language;

/// An address of the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// What the document calls it.
    pub id: String,
    /// Its path with names for what varies.
    pub path: String,
    /// The path with something in their places.
    pub example: String,
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// What stands in an entry that it tells.
    pub fields: Vec<Field>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Whether it is a part of the path, and not of the query.
    pub is_in_path: bool,
    /// The words that it may be; any text where there are none.
    pub words: Vec<String>,
}

/// A field of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub kind: Kind,
    /// Whether it may be null.
    pub may_be_null: bool,
    /// The words that it may be; any text where there are none.
    pub words: Vec<String>,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// True or false.
    YesNo,
    /// A day.
    Day,
    /// An instant.
    Instant,
    /// Several of something.
    List,
}

/// The page.
pub fn reference(frame: &Frame, base_url: &str, operations: &[Operation]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "api-title");
    let document = "/api/v1/openapi.json";
    let main = html! {
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "api-lead")) }))
        (ui::heading(Level::Two, "token", &tr!(language, "api-token")))
        p { (tr!(language, "api-token-make")) }
        (ui::button_group(ui::link_button(
            Button::Secondary,
            NavItem { href: "/account/tokens", text: &tr!(language, "tokens-own") },
        )))
        p { (tr!(language, "api-token-send")) }
        (ui::typed(&curl(base_url)))
        (ui::heading(Level::Two, "excel", &tr!(language, "api-excel")))
        (steps(&[
            tr!(language, "api-excel-from-web"),
            tr!(language, "api-excel-address"),
            tr!(language, "api-excel-sign-in"),
            tr!(language, "api-excel-table"),
        ]))
        p { (tr!(language, "api-excel-all")) }
        (ui::typed(&query(base_url)))
        (ui::heading(Level::Two, "power-bi", &tr!(language, "api-power-bi")))
        p { (tr!(language, "api-power-bi-steps")) }
        (ui::heading(Level::Two, "reading", &tr!(language, "api-reading")))
        ul {
            li { (tr!(language, "api-reading-pages")) }
            li { (tr!(language, "api-reading-numbers")) }
            li { (tr!(language, "api-reading-missing")) }
            li { (tr!(language, "api-reading-tags")) }
            li { (tr!(language, "api-reading-limits")) }
        }
        p { (tr!(language, "api-document")) " " a href=(document) { (document) } }
        (ui::heading(Level::Two, "addresses", &tr!(language, "api-addresses")))
        @for one in operations { (operation(one, base_url, language)) }
    };
    shell::page(frame, &heading, main)
}

fn operation(one: &Operation, base_url: &str, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Three, &one.id, &name(&one.id, language)))
        p { (about(&one.id, language)) }
        (ui::typed(&format!("GET {}\n{base_url}{}?limit=1000", one.path, one.example)))
        (parameters(one, language))
        (ui::details(&tr!(language, "api-fields"), fields_of(one, language)))
    }
}

fn parameters(one: &Operation, language: Language) -> Markup {
    let caption = tr!(language, "api-parameters", list = name(&one.id, language));
    let labels = [tr!(language, "api-parameter"), tr!(language, "api-meaning"), tr!(language, "api-values")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |parameter: &Parameter| {
        vec![
            html! { code { (parameter.name) } },
            html! { (meaning(&parameter.name, language)) },
            html! {
                @if parameter.is_in_path { (tr!(language, "api-in-path")) }
                @else { (words(&parameter.words)) }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = one.parameters.iter().map(row).collect();
    ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows)
}

fn fields_of(one: &Operation, language: Language) -> Markup {
    let caption = tr!(language, "api-fields-of", list = name(&one.id, language));
    let labels = [
        tr!(language, "api-field"),
        tr!(language, "api-meaning"),
        tr!(language, "api-kind"),
        tr!(language, "api-values"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |field: &Field| {
        vec![
            html! { code { (field.name) } },
            html! { (fields::meaning(&one.id, &field.name, language)) },
            html! { (kind(field.kind, language)) @if field.may_be_null { (tr!(language, "api-or-null")) } },
            words(&field.words),
        ]
    };
    let rows: Vec<Vec<Markup>> = one.fields.iter().map(row).collect();
    ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows)
}

fn words(words: &[String]) -> Markup {
    html! { @for (place, word) in words.iter().enumerate() { @if place > 0 { ", " } code { (word) } } }
}

fn steps(steps: &[String]) -> Markup {
    html! { ol { @for step in steps { li { (step) } } } }
}

/// A request by a program that everybody has.
fn curl(base_url: &str) -> String {
    format!("curl -H \"Authorization: Bearer pejl_...\" \"{base_url}/api/v1/rounds/2026/scores?limit=1000\"")
}

/// A query of Power Query that follows all pages. The address stands apart from the path, as scheduled refreshes need.
fn query(base_url: &str) -> String {
    format!(
        "let\n    Hent = (efter) => Json.Document(Web.Contents(\"{base_url}\", [\n        \
         RelativePath = \"api/v1/rounds/2026/scores\",\n        \
         Query = if efter = null then [limit = \"1000\"] else [limit = \"1000\", after = efter]])),\n    \
         Sider = List.Generate(() => Hent(null), each _ <> null,\n        \
         each if [next] = null then null else Hent([next]), each [data]),\n    \
         Tabel = Table.FromRecords(List.Combine(Sider))\nin\n    Tabel"
    )
}

fn name(operation: &str, language: Language) -> String {
    match operation {
        "rounds" => tr!(language, "api-rounds"),
        "municipalities" => tr!(language, "api-municipalities"),
        "editions" => tr!(language, "api-editions"),
        "questions" => tr!(language, "api-questions"),
        "scores" => tr!(language, "api-scores"),
        "changes" => tr!(language, "api-changes"),
        "distributions" => tr!(language, "api-distributions"),
        "status" => tr!(language, "api-status"),
        _ => tr!(language, "api-comments"),
    }
}

fn about(operation: &str, language: Language) -> String {
    match operation {
        "rounds" => tr!(language, "api-rounds-about"),
        "municipalities" => tr!(language, "api-municipalities-about"),
        "editions" => tr!(language, "api-editions-about"),
        "questions" => tr!(language, "api-questions-about"),
        "scores" => tr!(language, "api-scores-about"),
        "changes" => tr!(language, "api-changes-about"),
        "distributions" => tr!(language, "api-distributions-about"),
        "status" => tr!(language, "api-status-about"),
        _ => tr!(language, "api-comments-about"),
    }
}

fn meaning(parameter: &str, language: Language) -> String {
    match parameter {
        "key" => tr!(language, "api-parameter-key"),
        "edition" => tr!(language, "api-parameter-edition"),
        "of" => tr!(language, "api-parameter-of"),
        "municipality" => tr!(language, "api-parameter-municipality"),
        "measure" => tr!(language, "api-parameter-measure"),
        "package" => tr!(language, "api-parameter-package"),
        "area" => tr!(language, "api-parameter-area"),
        "question" => tr!(language, "api-parameter-question"),
        "language" => tr!(language, "api-parameter-language"),
        "after" => tr!(language, "api-parameter-after"),
        _ => tr!(language, "api-parameter-limit"),
    }
}

fn kind(kind: Kind, language: Language) -> String {
    match kind {
        Kind::Text => tr!(language, "api-kind-text"),
        Kind::Number => tr!(language, "api-kind-number"),
        Kind::YesNo => tr!(language, "api-kind-yes-no"),
        Kind::Day => tr!(language, "api-kind-day"),
        Kind::Instant => tr!(language, "api-kind-instant"),
        Kind::List => tr!(language, "api-kind-list"),
    }
}
