//! What the document says of parameters and answers is what the API reads and tells.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{token, told};
use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;
use crate::web::api::document;

fn written() -> Value {
    serde_json::to_value(document()).unwrap()
}

/// The schema that a reference leads to.
fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(path) => document.pointer(&path[1..]).unwrap_or_else(|| panic!("{path} is not there")),
        None => schema,
    }
}

/// What differs between a value and its schema.
fn differences(document: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let schema = resolved(document, schema);
    if let Some(choices) = schema["oneOf"].as_array() {
        let fits = choices.iter().any(|one| {
            let mut inner = Vec::new();
            differences(document, one, value, at, &mut inner);
            inner.is_empty()
        });
        if !fits {
            found.push(format!("{at}: {value} is none of {choices:?}"));
        }
        return;
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_of_kind = kinds.contains(&kind) || kind == "integer" && kinds.contains(&"number");
    if !is_of_kind {
        found.push(format!("{at}: {value} is no {kinds:?}"));
    }
    if let Some(words) = schema["enum"].as_array().filter(|words| !words.contains(value)) {
        found.push(format!("{at}: {value} is none of {words:?}"));
    }
    if let Some(entries) = value.as_array() {
        entries.iter().for_each(|one| differences(document, &schema["items"], one, at, found));
    }
    if let (Some(fields), Some(known)) = (value.as_object(), schema["properties"].as_object()) {
        let names = |object: &serde_json::Map<String, Value>| object.keys().cloned().collect::<BTreeSet<String>>();
        if names(fields) != names(known) {
            found.push(format!("{at}: {:?} instead of {:?}", names(fields), names(known)));
        }
        for (name, field) in fields {
            differences(document, &known[name], field, &format!("{at}.{name}"), found);
        }
    }
}

/// Every reference in a part of the document.
fn references<'a>(part: &'a Value, found: &mut BTreeSet<&'a str>) {
    match part {
        Value::Object(fields) => {
            found.extend(part["$ref"].as_str());
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(parts) => parts.iter().for_each(|part| references(part, found)),
        _ => {}
    }
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    let (document, mut found) = (written(), BTreeSet::new());
    references(&document, &mut found);
    let lost: Vec<&&str> = found.iter().filter(|path| document.pointer(&path[1..]).is_none()).collect();
    assert!(lost.is_empty() && found.len() > 15, "{lost:?} of {found:?}");
}

#[actix_web::test]
async fn every_answer_is_what_the_document_says_and_every_parameter_is_read() {
    let service = measured_rounds();
    let token = token(&service, Role::Admin, &[]);
    let document = written();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let mut faults = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        assert_eq!(item.as_object().unwrap().keys().collect::<Vec<_>>(), ["get"], "{path}");
        let operation = &item["get"];
        assert!(operation["responses"]["401"].is_object() && operation["summary"].as_str().is_some(), "{path}");
        let address = path.replace("{key}", "2015").replace("{edition}", "2012");
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        let page = told(&service, &format!("{address}?limit=1000"), &token).await;
        assert!(path.ends_with("/comments") || !page["data"].as_array().unwrap().is_empty(), "{path} tells something");
        differences(&document, schema, &page, path, &mut faults);
        for parameter in operation["parameters"].as_array().unwrap().iter().filter(|one| one["in"] == "query") {
            assert!(parameter["description"].as_str().is_some_and(|text| !text.is_empty()), "{path}: {parameter}");
            // An empty one is as if it were not there; one that is not known would be refused.
            told(&service, &format!("{address}?{}=", parameter["name"].as_str().unwrap()), &token).await;
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let served = service.get("/api/v1/openapi.json").await;
    assert_eq!(serde_json::from_str::<Value>(&served.body).unwrap(), document);
}
