//! Steps of a longer form.

use super::icon::{Icon, icon_with_word};
use maud::{Markup, html};

/// One step.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// Its name.
    pub text: &'a str,
    /// Where it is, when one may go there.
    pub href: Option<&'a str>,
    /// How it stands.
    pub state: StepState<'a>,
    /// A few words under the name.
    pub note: Option<&'a str>,
}

/// How a step stands.
#[derive(Clone, Copy)]
pub enum StepState<'a> {
    /// Its number is shown.
    Open,
    /// It is done; the words for that, with its number.
    Done(&'a str),
    /// Something is wrong in it; the words for that, with its number.
    Faulty(&'a str),
}

/// Which step this is, as in `Trin 2 af 4`; it stands above the page's heading.
#[must_use]
pub fn step_of(text: &str) -> Markup {
    html! { p .step-subheading { (text) } }
}

/// All steps; `current` counts from 0. On narrow screens only `step_of` is shown.
#[must_use]
pub fn steps(label: &str, steps: &[Step], current: usize) -> Markup {
    html! {
        nav .d-none.d-lg-block.d-print-none aria-label=(label) {
            ol .step-indicator {
                @for (index, step) in steps.iter().enumerate() {
                    (one(index, step, index == current))
                }
            }
        }
    }
}

fn one(index: usize, step: &Step, is_current: bool) -> Markup {
    let is_faulty = matches!(step.state, StepState::Faulty(_));
    let class = [(step.href.is_none(), "disabled"), (is_current, "current"), (is_faulty, "error")]
        .iter()
        .filter_map(|(holds, class)| holds.then_some(*class))
        .collect::<Vec<_>>()
        .join(" ");
    let aria_current = is_current.then_some("step");
    html! {
        li class=[(!class.is_empty()).then_some(class)] {
            @match step.href {
                Some(href) => a .step href=(href) aria-current=[aria_current] {
                    (inside(index, step))
                },
                None => div .step aria-current=[aria_current] { (inside(index, step)) },
            }
        }
    }
}

fn inside(index: usize, step: &Step) -> Markup {
    html! {
        @match step.state {
            StepState::Open => span .step-number { span { (index + 1) } },
            StepState::Done(word) => span .step-icon { (icon_with_word(Icon::Check, "", word)) },
            StepState::Faulty(word) => span .step-icon { (icon_with_word(Icon::Error, "", word)) },
        }
        div {
            span .step-title { (step.text) }
            @if let Some(note) = step.note { span .step-information { (note) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_current_step_is_marked_and_the_unreachable_one_is_no_link() {
        let all = [
            Step { text: "Om kommunen", href: Some("/1"), state: StepState::Done("Trin 1 gennemført"), note: None },
            Step { text: "Skole", href: Some("/2"), state: StepState::Open, note: None },
            Step { text: "Aflevér", href: None, state: StepState::Open, note: None },
        ];
        let html = steps("Trin", &all, 1).into_string();
        assert!(html.contains("href=\"/2\" aria-current=\"step\""));
        assert!(html.contains("aria-label=\"Trin 1 gennemført\""));
        assert!(html.contains("<li class=\"disabled\"><div class=\"step\">"));
        assert_eq!(html.matches("<a ").count(), 2);
    }
}
