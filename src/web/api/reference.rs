//! `/api`: the API for people, made from its document: how to get a token, every address, and how spreadsheets read it.

use std::sync::LazyLock;

use actix_web::web::Html;
use serde_json::Value;

use super::document;
use crate::views;
use crate::views::api::{Field, Kind, Operation, Parameter};
use crate::web::Shared;
use crate::web::access::auth::Anybody;

/// Made once: it is the same for everybody.
static OPERATIONS: LazyLock<Vec<Operation>> =
    LazyLock::new(|| operations(&serde_json::to_value(document()).unwrap_or_default()));

/// `GET /api`
pub async fn show(service: Shared, Anybody(frame): Anybody) -> Html {
    Html::new(views::api::reference(&frame, &service.config.base_url, &OPERATIONS))
}

/// The addresses of a document in the order of the year: what there is, then the figures of a round.
fn operations(document: &Value) -> Vec<Operation> {
    let paths = document["paths"].as_object();
    let mut all: Vec<Operation> =
        paths.into_iter().flatten().map(|(path, item)| operation(document, path, &item["get"])).collect();
    all.sort_by_key(|one| ORDER.iter().position(|known| *known == one.id).unwrap_or(usize::MAX));
    all
}

const ORDER: [&str; 9] =
    ["rounds", "municipalities", "editions", "questions", "scores", "changes", "distributions", "status", "comments"];

fn operation(document: &Value, path: &str, get: &Value) -> Operation {
    let parameters: Vec<Parameter> = list(&get["parameters"]).map(|one| parameter(document, one)).collect();
    let examples = list(&get["parameters"]).filter(|one| one["in"] == "path");
    let example = examples.fold(path.to_owned(), |path, one| {
        path.replace(&format!("{{{}}}", text(&one["name"])), &text(&one["example"]))
    });
    let page = resolved(document, &get["responses"]["200"]["content"]["application/json"]["schema"]);
    let entry = resolved(document, &page["properties"]["data"]["items"]);
    let fields = entry["properties"].as_object().into_iter().flatten();
    Operation {
        id: text(&get["operationId"]),
        path: path.to_owned(),
        example,
        parameters,
        fields: fields.map(|(name, schema)| field(document, name, schema)).collect(),
    }
}

fn parameter(document: &Value, one: &Value) -> Parameter {
    let schema = some(document, &one["schema"]);
    Parameter {
        name: text(&one["name"]),
        is_in_path: one["in"] == "path",
        words: list(&schema["enum"]).map(text).collect(),
    }
}

fn field(document: &Value, name: &str, schema: &Value) -> Field {
    let may_be_null = list(&schema["type"]).any(|kind| kind == "null")
        || list(&schema["oneOf"]).any(|choice| choice["type"] == "null");
    let schema = some(document, schema);
    let kinds: Vec<String> = match &schema["type"] {
        Value::String(kind) => vec![kind.clone()],
        kinds => list(kinds).map(text).collect(),
    };
    let is = |kind: &str| kinds.iter().any(|one| one == kind);
    let kind = match text(&schema["format"]).as_str() {
        "date" => Kind::Day,
        "date-time" => Kind::Instant,
        _ if is("array") => Kind::List,
        _ if is("boolean") => Kind::YesNo,
        _ if is("number") || is("integer") => Kind::Number,
        _ => Kind::Text,
    };
    Field { name: name.to_owned(), kind, may_be_null, words: list(&schema["enum"]).map(text).collect() }
}

/// The schema of a value that is there.
fn some<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let choice = list(&schema["oneOf"]).find(|choice| choice["type"] != "null");
    resolved(document, choice.unwrap_or(schema))
}

fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let path = schema["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
    path.and_then(|path| document.pointer(path)).unwrap_or(schema)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
