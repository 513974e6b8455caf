//! A field of several lines, with what is wrong with it.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::rounds::prose::TextFault;
use crate::views::ui::{self, Choice, Field, FieldError};

/// A text as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedText {
    /// The text.
    pub text: String,
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
    /// What is wrong with it.
    pub fault: Option<TextFault>,
}

impl TypedText {
    /// A text that is there already.
    pub fn of(text: &str) -> TypedText {
        TypedText { text: text.to_owned(), ..TypedText::default() }
    }
}

/// What a field is called, what is said under it, and how long a text it takes.
pub(super) struct TextField<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    pub most: usize,
}

/// The field, and beside it the box that says that there is no CPR number in it where one was seen.
pub(super) fn text_field(field: &TextField, typed: &TypedText, language: Language) -> Markup {
    html! {
        (text_area(field, (&typed.text, typed.fault), language))
        @if typed.is_no_cpr || typed.fault == Some(TextFault::Cpr) { (no_cpr_box(typed.is_no_cpr, language)) }
    }
}

/// The field alone, with what is wrong with its text.
pub(super) fn text_area(field: &TextField, (text, fault): (&str, Option<TextFault>), language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let fault = fault.map(|fault| describe(fault, language));
    let limit = tr!(language, "answer-limit", limit = i64::try_from(field.most).unwrap_or(i64::MAX));
    let frame = Field {
        name: field.name,
        label: field.label,
        hint: Some(field.hint),
        error: fault.as_deref().map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let area = ui::Area { value: text, rows: 6, limit: Some(ui::Limit { max: field.most, text: &limit }) };
    ui::textarea(&frame, &area)
}

/// The box that says that what looks like a CPR number is none.
pub(super) fn no_cpr_box(is_no_cpr: bool, language: Language) -> Markup {
    let label = tr!(language, "answer-no-cpr");
    ui::checkbox("no_cpr", &Choice { value: "ja", label: &label, hint: None, chosen: is_no_cpr })
}

/// What is wrong with a text, and what to do about it.
pub(super) fn describe(fault: TextFault, language: Language) -> String {
    match fault {
        TextFault::Missing => tr!(language, "practice-text-missing"),
        TextFault::TooLong(most) => tr!(language, "practice-text-too-long", most = most.to_string()),
        TextFault::Cpr => tr!(language, "answer-fault-cpr"),
    }
}
