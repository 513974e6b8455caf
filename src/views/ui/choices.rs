//! Fields to choose in.

use super::fields::{Field, described_by, group, hint_and_error, hint_id, invalid, label_text};
use maud::{Markup, html};

/// One of several answers.
#[derive(Clone, Copy, Default)]
pub struct Choice<'a> {
    /// What is sent when it is chosen.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// Help under it.
    pub hint: Option<&'a str>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A sign beside an option's word, so that how much it says is seen before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Everything: green.
    Full,
    /// More than half.
    Most,
    /// The half: yellow.
    Half,
    /// Less than half.
    Some,
    /// Nothing: red.
    Nothing,
    /// No score: neither good nor bad.
    Blank,
}

impl Sign {
    /// The class that draws it.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Sign::Full => "pj-sign-full",
            Sign::Most => "pj-sign-most",
            Sign::Half => "pj-sign-half",
            Sign::Some => "pj-sign-some",
            Sign::Nothing => "pj-sign-nothing",
            Sign::Blank => "pj-sign-blank",
        }
    }
}

/// Places in a question for what belongs to it.
#[derive(Default)]
pub struct Slots {
    /// Between legend and options, as last year's answer.
    pub under_legend: Markup,
    /// After the options, as a comment's field.
    pub after_options: Markup,
    /// The id of something in them that describes the question too.
    pub described_by: Option<String>,
}

/// One question with one answer. The first option's `id` is the field's name.
#[must_use]
pub fn radios(field: &Field, choices: &[Choice], slots: &Slots) -> Markup {
    let options = html! {
        @for (index, choice) in choices.iter().enumerate() { (option(field.name, index, choice, "radio")) }
    };
    radios_around(field, options, slots)
}

/// An option of a question that is one of many on its page.
#[derive(Clone, Copy)]
pub struct SignedChoice<'a> {
    /// The option.
    pub choice: Choice<'a>,
    /// Its sign.
    pub sign: Sign,
    /// The template whose fields it asks for, as those for a reason.
    pub adds: Option<&'a str>,
}

/// The options of such a question with their signs, for a page that draws them once for many.
#[must_use]
pub fn signed_options(name: &str, choices: &[SignedChoice]) -> Markup {
    html! {
        @for (index, one) in choices.iter().enumerate() {
            div .form-group-radio.(one.sign.mark()) { (input(name, index, &one.choice, ("radio", one.adds))) }
        }
    }
}

/// Such a question around options that are drawn already.
#[must_use]
pub fn radios_around(field: &Field, options: Markup, slots: &Slots) -> Markup {
    fieldset(field, slots, options)
}

/// One question with any number of answers. The first option's `id` is the field's name.
#[must_use]
pub fn checkboxes(field: &Field, choices: &[Choice], slots: &Slots) -> Markup {
    fieldset(
        field,
        slots,
        html! {
            @for (index, choice) in choices.iter().enumerate() {
                (option(field.name, index, choice, "checkbox"))
            }
        },
    )
}

/// A question whose many short options stand beside each other where there is room.
#[must_use]
pub fn in_columns(question: Markup) -> Markup {
    html! { div .pj-columns { (question) } }
}

/// A single box to tick.
#[must_use]
pub fn checkbox(name: &str, choice: &Choice) -> Markup {
    html! { div .form-group { (option(name, 0, choice, "checkbox")) } }
}

/// A box in a row of a table, whose label only screen readers say.
#[must_use]
pub fn row_checkbox((name, value): (&str, &str), label: &str) -> Markup {
    let id = format!("{name}-{value}");
    html! {
        div .form-group-checkbox.pj-row-checkbox {
            input .form-checkbox type="checkbox" id=(id) name=(name) value=(value);
            label .form-label for=(id) { span .sr-only { (label) } }
        }
    }
}

/// A list to choose from.
#[must_use]
pub fn select(field: &Field, choices: &[Choice]) -> Markup {
    group(
        field,
        html! {
            select .form-select id=(field.name) name=(field.name)
                aria-invalid=[invalid(field)] aria-describedby=[described_by(field, None)] {
                @for choice in choices {
                    option value=(choice.value) selected[choice.chosen] { (choice.label) }
                }
            }
        },
    )
}

/// A list to choose one of `entries` in, each with what is sent and what is read. `all` stands first and sends nothing.
#[must_use]
pub fn select_of(
    (name, chosen): (&str, &str),
    (label, all): (&str, Option<&str>),
    entries: &[(impl AsRef<str>, impl AsRef<str>)],
) -> Markup {
    let entries = entries.iter().map(|(value, label)| (value.as_ref(), label.as_ref()));
    let all = all.map(|all| ("", all));
    let choice = |(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() };
    let choices: Vec<Choice> = all.into_iter().chain(entries).map(choice).collect();
    select(&Field { name, label, ..Field::default() }, &choices)
}

/// What belongs to some options, as the reason for "not relevant". Where script runs it shows only while an option
/// of that name with one of those values, parted by spaces, is chosen; else always.
#[must_use]
pub fn shown_when((name, value): (&str, &str), body: Markup) -> Markup {
    html! { div .pj-shown-when data-shown-name=(name) data-shown-value=(value) { (body) } }
}

/// A sentence that asks for something which nobody need give, while one of those options is chosen and none of the fields
/// `unless` has a text. Script shows and hides it; without script it stands there where `is_shown` says so.
#[must_use]
pub fn asked_gently((id, is_shown): (&str, bool), (name, value): (&str, &str), unless: &str, text: &str) -> Markup {
    html! {
        p .pj-asked id=(id) hidden[!is_shown] data-shown-name=(name) data-shown-value=(value) data-shown-unless=(unless) {
            (text)
        }
    }
}

fn fieldset(field: &Field, slots: &Slots, options: Markup) -> Markup {
    html! {
        div .form-group.form-error[field.error.is_some()].pj-question {
            fieldset aria-describedby=[described_by(field, slots.described_by.as_deref())] {
                legend .form-label { (label_text(field)) }
                (slots.under_legend)
                (hint_and_error(field))
                div .pj-options { (options) }
                (slots.after_options)
            }
        }
    }
}

fn option(name: &str, index: usize, choice: &Choice, kind: &str) -> Markup {
    html! { div class={ "form-group-" (kind) } { (input(name, index, choice, (kind, None))) } }
}

fn input(name: &str, index: usize, choice: &Choice, (kind, adds): (&str, Option<&str>)) -> Markup {
    let id = match index {
        0 => name.to_owned(),
        _ => format!("{name}-{}", index + 1),
    };
    // The first option's hint is kept apart from the whole question's.
    let own_hint = choice.hint.map(|_| hint_id(&format!("{name}-{}", index + 1)));
    html! {
        input class={ "form-" (kind) } type=(kind) id=(id) name=(name) value=(choice.value)
            checked[choice.chosen] aria-describedby=[&own_hint] data-adds=[adds];
        label .form-label for=(id) { (choice.label) }
        @if let (Some(hint), Some(hint_id)) = (choice.hint, &own_hint) {
            span .form-hint id=(hint_id) { (hint) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::FieldError;
    use super::*;

    const CHOICES: [Choice; 2] = [
        Choice { value: "4", label: "I høj grad", hint: None, chosen: false },
        Choice { value: "na", label: "Ikke <relevant>", hint: Some("Skriv hvorfor"), chosen: true },
    ];

    fn field() -> Field<'static> {
        Field {
            name: "q1",
            label: "Er der kendskab?",
            hint: Some("Blandt ledere"),
            error: Some(FieldError { word: "Fejl", text: "Vælg et svar" }),
            ..Field::default()
        }
    }

    #[test]
    fn only_the_chosen_radio_is_checked() {
        let html = radios(&field(), &CHOICES, &Slots::default()).into_string();
        assert_eq!(html.matches(" checked").count(), 1);
        assert!(html.contains("id=\"q1-2\" name=\"q1\" value=\"na\" checked"));
        assert!(html.contains("Ikke &lt;relevant&gt;"));
    }

    #[test]
    fn an_errors_link_finds_the_first_option() {
        let html = radios(&field(), &CHOICES, &Slots::default()).into_string();
        assert!(html.contains("type=\"radio\" id=\"q1\" name=\"q1\" value=\"4\""));
    }

    #[test]
    fn the_fieldset_is_described_by_its_hint_and_error() {
        let html = radios(&field(), &CHOICES, &Slots::default()).into_string();
        assert!(html.contains("<fieldset aria-describedby=\"q1-hint q1-error\">"));
        assert!(html.contains("<legend class=\"form-label\">Er der kendskab?</legend>"));
        assert!(html.contains("aria-describedby=\"q1-2-hint\""));
    }

    #[test]
    fn slots_stand_under_the_legend_and_after_the_options() {
        let slots = Slots { under_legend: html! { "FØR" }, after_options: html! { "EFTER" }, described_by: None };
        let html = radios(&field(), &CHOICES, &slots).into_string();
        let places = ["</legend>", "FØR", "value=\"4\"", "value=\"na\"", "EFTER"];
        let found = places.map(|text| html.find(text).unwrap());
        assert!(found.is_sorted(), "{html}");
    }

    #[test]
    fn ids_are_unique_when_every_option_has_a_hint() {
        let choices = CHOICES.map(|choice| Choice { hint: Some("Hjælp"), ..choice });
        let html = checkboxes(&field(), &choices, &Slots::default()).into_string();
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).collect();
        ids.iter_mut().for_each(|id| *id = id.split('"').next().unwrap());
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn a_select_marks_the_chosen_option() {
        let html = select(&field(), &CHOICES).into_string();
        assert!(html.contains("<option value=\"na\" selected>"));
        assert!(html.contains("aria-invalid=\"true\""));
    }

    #[test]
    fn a_lone_checkbox_has_a_label() {
        let html = checkbox("consent", &CHOICES[0]).into_string();
        assert!(html.contains("type=\"checkbox\" id=\"consent\""));
        assert!(html.contains("for=\"consent\""));
    }
}
