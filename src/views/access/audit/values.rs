//! Configuration before and after, field by field, as people read it.

use maud::{Markup, html};
use serde_json::{Map, Value};

use crate::domain::access::audit::AuditEntry;
use crate::domain::access::staff::Role;
use crate::domain::base::days::written_day;
use crate::domain::mail::letters::LetterState;
use crate::domain::rounds::Rule;
use crate::domain::rounds::calls::CallOutcome;
use crate::domain::{Area, Language, MunicipalityCode};
use crate::texts;
use crate::views::mail::letters::state_name;
use crate::views::rounds::outcome_name;
use crate::views::shell::role_name;
use crate::views::ui::{self, Column, Table};

/// The fields that an entry changed with what was and what is, by name; what stayed the same is left out.
fn changes(entry: &AuditEntry) -> Vec<(String, Option<Value>, Option<Value>)> {
    let (old, new) = (fields(entry.old_value.as_deref()), fields(entry.new_value.as_deref()));
    let added = new.keys().filter(|name| !old.contains_key(*name));
    let names = old.keys().chain(added);
    let changes = names.map(|name| (name.clone(), old.get(name).cloned(), new.get(name).cloned()));
    changes.filter(|(_, old, new)| old != new).collect()
}

/// A value without fields, as a list, stands under a name of its own.
fn fields(json: Option<&str>) -> Map<String, Value> {
    match json.and_then(|json| serde_json::from_str(json).ok()) {
        Some(Value::Object(fields)) => fields,
        Some(value) => Map::from_iter([("value".to_owned(), value)]),
        None => Map::new(),
    }
}

/// The table of what an entry changed; nothing where it notes no values.
pub(super) fn table(entry: &AuditEntry, language: Language) -> Markup {
    let changes = changes(entry);
    if changes.is_empty() {
        return html! {};
    }
    let columns = [
        Column { label: &tr!(language, "audit-field"), ..Column::default() },
        Column { label: &tr!(language, "audit-before"), ..Column::default() },
        Column { label: &tr!(language, "audit-after"), ..Column::default() },
    ];
    let rows: Vec<Vec<Markup>> = changes
        .iter()
        .map(|(name, old, new)| {
            let side = |value: &Option<Value>| value.as_ref().map_or_else(dash, |value| shown(name, value, language));
            vec![html! { (field_name(name, language)) }, html! { (side(old)) }, html! { (side(new)) }]
        })
        .collect();
    let caption = tr!(language, "audit-values");
    ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows)
}

fn dash() -> String {
    "–".to_owned()
}

/// A value in words.
fn shown(field: &str, value: &Value, language: Language) -> String {
    match value {
        Value::Null => dash(),
        Value::Bool(true) => tr!(language, "audit-yes"),
        Value::Bool(false) => tr!(language, "audit-no"),
        Value::String(text) if text.is_empty() => dash(),
        Value::String(text) => word(field, text, language),
        Value::Number(share) if field == "min_coverage" => {
            share.as_f64().map_or_else(dash, |share| format!("{} %", (share * 100.0).round()))
        }
        Value::Number(number) => number.to_string(),
        // A pair is what is held against what, as a package against its baseline.
        Value::Array(pair) if field == "value" && pair.len() == 2 && pair.iter().all(Value::is_string) => {
            let sides: Vec<String> = pair.iter().map(|side| shown("side", side, language)).collect();
            sides.join(": ")
        }
        Value::Array(list) if list.is_empty() => dash(),
        Value::Array(list) => list.iter().map(|one| shown(field, one, language)).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let pairs = fields.iter();
            let said =
                pairs.map(|(name, one)| format!("{}: {}", field_name(name, language), shown(name, one, language)));
            said.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A word of one of our lists as it is called, a day as it is written, and everything else as it is.
fn word(field: &str, text: &str, language: Language) -> String {
    let named = match field {
        "role" => text.parse::<Role>().ok().map(|role| role_name(role, language)),
        "rule" => text.parse::<Rule>().ok().map(|rule| match rule {
            Rule::Mean => tr!(language, "rounds-rule-mean"),
            Rule::Lowest => tr!(language, "rounds-rule-lowest"),
            Rule::Highest => tr!(language, "rounds-rule-highest"),
        }),
        "states" | "state" => text.parse::<LetterState>().ok().map(|state| state_name(state, language)),
        "areas" | "area" => text.parse::<Area>().ok().map(|area| area.name(language).to_owned()),
        "municipality" => text.parse::<MunicipalityCode>().ok().map(|code| code.name().to_owned()),
        "municipalities" => {
            let codes = text.split('|').map(|code| {
                code.parse::<MunicipalityCode>().map_or_else(|_| code.to_owned(), |code| code.name().to_owned())
            });
            Some(codes.collect::<Vec<_>>().join(", "))
        }
        "identity" if text == "bound" => Some(tr!(language, "audit-identity-bound")),
        "identity" if text == "made" => Some(tr!(language, "audit-identity-made")),
        "outcome" => text.parse::<CallOutcome>().ok().map(|outcome| outcome_name(outcome, language)),
        "packages" => Some(text.replace('|', ", ")),
        "hash" => Some(text.chars().take(12).collect()),
        _ => written_day(text).map(|day| texts::date(day, language)),
    };
    named.unwrap_or_else(|| text.to_owned())
}

/// What a field is called; its own name where it has no other.
fn field_name(name: &str, language: Language) -> String {
    match name {
        "key" => tr!(language, "audit-field-key"),
        "programme" => tr!(language, "rounds-programme"),
        "edition" => tr!(language, "rounds-edition"),
        "municipality" => tr!(language, "figure-municipality"),
        "recommendation" => tr!(language, "catalogue-recommendation"),
        "packages" => tr!(language, "rounds-packages"),
        "opens_on" => tr!(language, "audit-field-opens"),
        "closes_on" => tr!(language, "audit-field-closes"),
        "rule" => tr!(language, "rounds-rule"),
        "min_coverage" => tr!(language, "rounds-coverage"),
        "title_da" => tr!(language, "programmes-field-title-da"),
        "title_en" => tr!(language, "programmes-field-title-en"),
        "open_weeks" => tr!(language, "audit-field-open-weeks"),
        "draft_days" => tr!(language, "audit-field-draft-days"),
        "opens_itself" => tr!(language, "audit-field-opens-itself"),
        "letter_plan" => tr!(language, "audit-field-letter-plan"),
        "aim" => tr!(language, "aims-aim"),
        "score" => tr!(language, "aims-score"),
        "level" => tr!(language, "aims-level"),
        "name_da" => tr!(language, "aims-name-da"),
        "name_en" => tr!(language, "aims-name-en"),
        "words_da" => tr!(language, "aims-words-da"),
        "words_en" => tr!(language, "aims-words-en"),
        "announcement" => tr!(language, "audit-field-announcement"),
        "result" => tr!(language, "audit-field-result"),
        "reminders" => tr!(language, "audit-field-reminders"),
        "last_reminder" => tr!(language, "audit-field-last-reminder"),
        "without_email" => tr!(language, "audit-field-without-email"),
        "version" => tr!(language, "audit-field-version"),
        "is_test" => tr!(language, "audit-field-test"),
        "is_historic" => tr!(language, "audit-field-historic"),
        "name" => tr!(language, "site-field-name"),
        "sender" => tr!(language, "site-field-sender"),
        "sender_changed" => tr!(language, "audit-field-sender"),
        "contact_changed" => tr!(language, "audit-field-contact"),
        "accent" => tr!(language, "site-field-accent"),
        "width" => tr!(language, "audit-field-width"),
        "height" => tr!(language, "audit-field-height"),
        "value" => tr!(language, "audit-field-value"),
        "role" => tr!(language, "audit-field-role"),
        "municipalities" => tr!(language, "audit-field-municipalities"),
        "reads_comments" => tr!(language, "audit-field-reads-comments"),
        "expires_on" => tr!(language, "audit-field-expires"),
        "sessions" => tr!(language, "audit-field-sessions"),
        "language" => tr!(language, "audit-field-language"),
        "identity" => tr!(language, "audit-field-identity"),
        "password_ended" => tr!(language, "audit-field-password-ended"),
        "code_asked" => tr!(language, "audit-field-code-asked"),
        "hash" => tr!(language, "audit-field-hash"),
        "answers" => tr!(language, "audit-field-answers"),
        "posts" => tr!(language, "audit-field-posts"),
        "areas" => tr!(language, "audit-field-areas"),
        "last_day" => tr!(language, "audit-field-last-day"),
        "outcome" => tr!(language, "audit-field-outcome"),
        "call_back_on" => tr!(language, "grid-call-back"),
        "letters" => tr!(language, "audit-field-letters"),
        "links" => tr!(language, "audit-field-links"),
        "states" => tr!(language, "audit-field-states"),
        "rows" => tr!(language, "audit-field-rows"),
        "holders" => tr!(language, "audit-field-holders"),
        "new" => tr!(language, "audit-field-new"),
        "changed" => tr!(language, "audit-field-changed"),
        "unchanged" => tr!(language, "audit-field-unchanged"),
        "missing" => tr!(language, "audit-field-missing"),
        "retired" => tr!(language, "audit-field-retired"),
        "restored" => tr!(language, "audit-field-restored"),
        "renamed" => tr!(language, "audit-field-renamed"),
        "relinked" => tr!(language, "audit-field-relinked"),
        other => other.replace('_', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::audit::{By, Object};

    fn shown_of(old: Option<&str>, new: Option<&str>) -> String {
        let by = By::clock(chrono::NaiveDateTime::default());
        let entry = AuditEntry::new(&by, "update", Object::all("round"));
        let entry = entry.with_values(old.map(str::to_owned), new.map(str::to_owned));
        table(&entry, Language::Danish).into_string()
    }

    #[test]
    fn only_what_changed_is_shown_and_in_words() {
        let old = r#"{"key":"2026","closes_on":"2026-10-01","rule":"mean","min_coverage":0.7,"is_test":false}"#;
        let new = r#"{"key":"2026","closes_on":"2026-10-15","rule":"lowest","min_coverage":0.55,"is_test":true}"#;
        let shown = shown_of(Some(old), Some(new));
        assert!(shown.contains("1. oktober 2026") && shown.contains("15. oktober 2026"), "{shown}");
        assert!(shown.contains("Det laveste svar tæller") && shown.contains("55 %"), "{shown}");
        assert!(!shown.contains("min_coverage") && !shown.contains('{') && !shown.contains("2026-1"), "{shown}");
        assert_eq!(shown.matches("<tr").count(), 5, "the key did not change: {shown}");
    }

    #[test]
    fn pairs_lists_and_values_of_newer_programs_are_readable() {
        let shown = shown_of(Some(r#"[["tobak","2013"]]"#), Some("[]"));
        assert!(shown.contains("tobak: 2013") && shown.contains("<td>–</td>"), "{shown}");
        let later = shown_of(None, Some(r#"{"some_day":{"inner_field":[1,2]},"municipalities":"0101|0147"}"#));
        assert!(later.contains("inner field: 1, 2") && later.contains("København, Frederiksberg"), "{later}");
        assert!(shown_of(None, Some("not json")).is_empty() && shown_of(None, None).is_empty());
    }
}
