//! Lists of what belongs together: a summary before handing in, facts about one thing.

use super::choices::Sign;
use maud::{Markup, html};

/// One line of a summary.
pub struct Line<'a> {
    /// What is told of.
    pub label: &'a str,
    /// What is told.
    pub value: Markup,
    /// How to change it.
    pub edit: Option<Edit<'a>>,
}

/// A link to change one line.
#[derive(Clone, Copy)]
pub struct Edit<'a> {
    /// Where it leads.
    pub href: &'a str,
    /// As in `Redigér`.
    pub text: &'a str,
    /// What it changes, said by screen readers after the text.
    pub what: &'a str,
}

/// What was entered, line by line, each with a link to change it.
#[must_use]
pub fn structured_list(label: &str, lines: &[Line]) -> Markup {
    let may_edit = lines.iter().any(|line| line.edit.is_some());
    html! {
        table .table.structured-list.table-sm-responsive-headers.pj-summary {
            caption .sr-only { (label) }
            tbody {
                @for line in lines {
                    tr {
                        th scope="row" { (line.label) }
                        td { (line.value) }
                        @if may_edit {
                            td .d-print-none { @if let Some(edit) = &line.edit { (edit_link(edit)) } }
                        }
                    }
                }
            }
        }
    }
}

/// One such line among questions: what is told of is asked in another place, which `note` names.
#[must_use]
pub fn elsewhere(line: &Line, note: &str) -> Markup {
    html! {
        p .pj-elsewhere {
            span { (line.label) }
            span { strong { (line.value) } ", " span .pj-elsewhere-note { (note) } }
            @if let Some(edit) = &line.edit { (edit_link(edit)) }
        }
    }
}

/// Facts about one thing: terms and what holds for them.
#[must_use]
pub fn definition_list(facts: &[(&str, Markup)]) -> Markup {
    html! {
        dl .pj-facts {
            @for (term, fact) in facts { div { dt { (term) } dd { (fact) } } }
        }
    }
}

/// Lines under each other.
#[must_use]
pub fn plain_list(lines: &[Markup]) -> Markup {
    html! { ul .unstyled-list.pj-lines { @for line in lines { li { (line) } } } }
}

fn edit_link(edit: &Edit) -> Markup {
    html! { a href=(edit.href) { (edit.text) span .sr-only { " " (edit.what) } } }
}

/// What each of some options means, with its sign.
#[must_use]
pub fn meanings(all: &[(Sign, &str, String)]) -> Markup {
    html! {
        @if !all.is_empty() {
            ul .pj-meanings {
                @for (sign, label, meaning) in all {
                    li .(sign.mark()) { strong { (label) } " " (meaning) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_names_what_each_link_changes() {
        let edit = Edit { href: "/svar/1", text: "Redigér", what: "spørgsmål <1>" };
        let lines = [
            Line { label: "1. Kendskab", value: html! { "I høj grad" }, edit: Some(edit) },
            Line { label: "2. Planer", value: html! { "Ved ikke" }, edit: None },
        ];
        let html = structured_list("Dine svar", &lines).into_string();
        assert!(html.contains("<th scope=\"row\">1. Kendskab</th>"));
        assert!(html.contains("Redigér<span class=\"sr-only\"> spørgsmål &lt;1&gt;</span>"));
        assert_eq!(html.matches("<td").count(), 4);
    }

    #[test]
    fn facts_are_a_definition_list() {
        let html = definition_list(&[("Frist", html! { "30. november" })]).into_string();
        assert!(html.contains("<dt>Frist</dt><dd>30. november</dd>"));
    }
}
