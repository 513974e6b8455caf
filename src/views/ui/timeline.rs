//! Days in order, as a list that is drawn as a line.

use maud::{Markup, html};

/// Where a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is over.
    Past,
    /// It is the mark of today.
    Today,
    /// It is to come.
    Coming,
}

/// One entry of a timeline.
#[derive(Clone, Copy)]
pub struct TimelineEntry<'a> {
    /// Its day, as people read it.
    pub day: &'a str,
    /// What happens.
    pub text: &'a str,
    /// How much of it, where that is told.
    pub note: Option<&'a str>,
    /// Where it lies.
    pub when: When,
}

/// Days in the order given; whoever does not see the line hears a list.
#[must_use]
pub fn timeline(label: &str, entries: &[TimelineEntry]) -> Markup {
    html! {
        ol .pj-timeline.no-max-width aria-label=(label) {
            @for entry in entries {
                li class=(class(entry.when)) aria-current=[(entry.when == When::Today).then_some("date")] {
                    span .pj-timeline-day { (entry.day) }
                    span .pj-timeline-text {
                        strong { (entry.text) }
                        @if let Some(note) = entry.note { span { (note) } }
                    }
                }
            }
        }
    }
}

fn class(when: When) -> &'static str {
    match when {
        When::Past => "pj-timeline-past",
        When::Today => "pj-timeline-today",
        When::Coming => "pj-timeline-coming",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timeline_is_a_list_with_a_mark_for_today() {
        let entry = |day, when| TimelineEntry { day, text: "Runden åbner", note: Some("40 mails"), when };
        let entries = [entry("1. maj", When::Past), entry("2. maj", When::Today), entry("3. maj", When::Coming)];
        let html = timeline("Året", &entries).into_string();
        assert!(html.starts_with("<ol class=\"pj-timeline no-max-width\" aria-label=\"Året\">"));
        assert_eq!(html.matches("aria-current=\"date\"").count(), 1);
        assert!(html.contains("<li class=\"pj-timeline-today\" aria-current=\"date\">"));
    }
}
