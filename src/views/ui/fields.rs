//! Forms, and fields to write in. The server checks everything, so no field is `required`: the
//! browser's own messages would come in its own language and keep our error summary away.

use maud::{Markup, html};

/// What every field has. Its `id` is its name, so an error's link is `#name`.
#[derive(Clone, Copy, Default)]
pub struct Field<'a> {
    /// The name it is sent under.
    pub name: &'a str,
    /// Its label, or the legend of a group.
    pub label: &'a str,
    /// A few words after the label, as in `(frivilligt)`.
    pub optional: Option<&'a str>,
    /// Help under the label.
    pub hint: Option<&'a str>,
    /// What is wrong with it.
    pub error: Option<FieldError<'a>>,
}

/// What is wrong with a field.
#[derive(Clone, Copy)]
pub struct FieldError<'a> {
    /// The word for error, said by screen readers before the message.
    pub word: &'a str,
    /// The message.
    pub text: &'a str,
}

/// What is written in a one-line field.
#[derive(Clone, Copy, Default)]
pub struct Input<'a> {
    /// The `type`; empty means `text`.
    pub kind: &'a str,
    /// What is in it.
    pub value: &'a str,
    /// What a browser may fill in, as in `email` or `current-password`.
    pub autocomplete: Option<&'a str>,
}

/// What is written in a field of several lines.
#[derive(Clone, Copy, Default)]
pub struct Area<'a> {
    /// What is in it.
    pub value: &'a str,
    /// How many lines are seen; 0 means 4.
    pub rows: u8,
    /// How long it may be.
    pub limit: Option<Limit<'a>>,
}

/// How long a text may be.
#[derive(Clone, Copy)]
pub struct Limit<'a> {
    /// In characters, a line break counting as one.
    pub max: usize,
    /// The same in words.
    pub text: &'a str,
}

/// A form that posts. Errors are the server's to find, so the browser is told not to look.
#[must_use]
pub fn form(action: &str, body: Markup) -> Markup {
    html! { form method="post" action=(action) novalidate { (body) } }
}

/// A form that posts to `action`, and saves itself to `draft` while it is filled in.
#[must_use]
pub fn autosaved_form(action: &str, draft: &str, body: Markup) -> Markup {
    html! {
        form method="post" action=(action) data-autosave=(draft) novalidate { (body) }
    }
}

/// A form that sends files.
#[must_use]
pub fn file_form(action: &str, body: Markup) -> Markup {
    html! {
        form method="post" action=(action) enctype="multipart/form-data" novalidate { (body) }
    }
}

/// A form that searches or filters: it gets, so that its result has an address.
#[must_use]
pub fn get_form(action: &str, body: Markup) -> Markup {
    html! { form .pj-filter method="get" action=(action) { (body) } }
}

/// A form that gets, its fields one under the other.
#[must_use]
pub fn query_form(action: &str, body: Markup) -> Markup {
    html! { form method="get" action=(action) { (body) } }
}

/// A field of one line.
#[must_use]
pub fn text_input(field: &Field, input: &Input) -> Markup {
    let kind = if input.kind.is_empty() { "text" } else { input.kind };
    group(
        field,
        html! {
            input .form-input type=(kind) id=(field.name) name=(field.name) value=(input.value)
                aria-invalid=[invalid(field)] aria-describedby=[described_by(field, None)]
                autocomplete=[input.autocomplete];
        },
    )
}

/// A field for a file; `accept` as in `.csv,.xlsx`.
#[must_use]
pub fn file_input(field: &Field, accept: &str) -> Markup {
    group(
        field,
        html! {
            input .pj-file type="file" id=(field.name) name=(field.name) accept=(accept)
                aria-invalid=[invalid(field)] aria-describedby=[described_by(field, None)];
        },
    )
}

/// A field of several lines. Its limit stands under it, with a count where script runs; what is
/// too long is refused by the server, not cut off while pasting.
#[must_use]
pub fn textarea(field: &Field, area: &Area) -> Markup {
    let rows = if area.rows == 0 { 4 } else { area.rows };
    let limit_id = format!("{}-limit", field.name);
    let described_by = described_by(field, area.limit.map(|_| limit_id.as_str()));
    group(
        field,
        html! {
            // A browser drops a first line break, so we give it one to drop.
            textarea .form-input.pj-area id=(field.name) name=(field.name) rows=(rows)
                aria-invalid=[invalid(field)] aria-describedby=[described_by]
                data-limit=[area.limit.as_ref().map(|limit| limit.max)] {
                "\n" (area.value)
            }
            @if let Some(limit) = &area.limit { span .form-hint.pj-limit id=(limit_id) { (limit.text) } }
        },
    )
}

/// The frame of a field with one label: label, hint, error, then the field.
pub(super) fn group(field: &Field, body: Markup) -> Markup {
    html! {
        div .form-group.form-error[field.error.is_some()] {
            label .form-label for=(field.name) { (label_text(field)) }
            (hint_and_error(field))
            (body)
        }
    }
}

pub(super) fn label_text(field: &Field) -> Markup {
    html! {
        (field.label)
        @if let Some(optional) = field.optional {
            " " span .weight-normal { (optional) }
        }
    }
}

pub(super) fn hint_and_error(field: &Field) -> Markup {
    html! {
        @if let Some(hint) = field.hint {
            span .form-hint id=(hint_id(field.name)) { (hint) }
        }
        @if let Some(error) = &field.error {
            span .form-error-message id=(error_id(field.name)) {
                span .sr-only { (error.word) ": " } (error.text)
            }
        }
    }
}

pub(super) fn described_by(field: &Field, more: Option<&str>) -> Option<String> {
    let hint = field.hint.map(|_| hint_id(field.name));
    let error = field.error.map(|_| error_id(field.name));
    let more = more.map(str::to_owned);
    let ids: Vec<String> = [hint, error, more].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

pub(super) fn invalid(field: &Field) -> Option<&'static str> {
    field.error.map(|_| "true")
}

pub(super) fn hint_id(name: &str) -> String {
    format!("{name}-hint")
}

fn error_id(name: &str) -> String {
    format!("{name}-error")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ERROR: Option<FieldError> = Some(FieldError { word: "Fejl", text: "Skriv en <adresse>" });

    #[test]
    fn hint_and_error_are_tied_to_the_input() {
        let field =
            Field { name: "email", label: "E-mail", hint: Some("Din arbejdsmail"), error: ERROR, ..Field::default() };
        let input = Input { kind: "email", value: "a\"b", autocomplete: Some("email") };
        let html = text_input(&field, &input).into_string();
        assert!(html.contains("<label class=\"form-label\" for=\"email\">E-mail</label>"));
        assert!(html.contains("aria-describedby=\"email-hint email-error\""));
        assert!(html.contains("id=\"email-hint\"") && html.contains("id=\"email-error\""));
        assert!(html.contains("aria-invalid=\"true\"") && html.contains("form-group form-error"));
        assert!(html.contains("Skriv en &lt;adresse&gt;") && html.contains("a&quot;b"));
    }

    #[test]
    fn a_field_without_hint_or_error_describes_nothing() {
        let field = Field { name: "name", label: "Navn", ..Field::default() };
        let html = text_input(&field, &Input::default()).into_string();
        assert!(!html.contains("aria-describedby") && !html.contains("aria-invalid"));
        assert!(html.contains("type=\"text\""));
    }

    #[test]
    fn a_text_area_escapes_and_says_its_limit() {
        let field = Field { name: "comment", label: "Bemærkning", ..Field::default() };
        let limit = Some(Limit { max: 500, text: "Højst 500 tegn" });
        let area = Area { value: "\n</textarea><script>", rows: 0, limit };
        let html = textarea(&field, &area).into_string();
        assert!(html.contains(">\n\n&lt;/textarea&gt;&lt;script&gt;</textarea>"));
        assert!(html.contains("aria-describedby=\"comment-limit\""));
        assert!(html.contains("data-limit=\"500\""));
    }

    #[test]
    fn an_autosaved_form_knows_its_draft() {
        let html = autosaved_form("/svar/a", "/svar/a/kladde", html! {}).into_string();
        assert!(html.contains("action=\"/svar/a\" data-autosave=\"/svar/a/kladde\""));
    }
}
