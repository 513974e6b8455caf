//! What a draft still lacks, in words, with the way to where it is mended.

use maud::{Markup, html};

use super::names::{kind, name};
use super::{Desk, address};
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::drafts::Item;
use crate::domain::catalogue::drafts::faults::{Fault, Problem};
use crate::views::ui::{self, Kind};

/// How many faults a page lists; all of them are counted.
const MOST: usize = 50;

/// All faults of the draft, each a link to its form.
pub(super) fn all(desk: &Desk, language: Language) -> Markup {
    let count = desk.faults.len();
    if count == 0 {
        return ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (tr!(language, "draft-no-faults")) });
    }
    let edition = &desk.draft.edition;
    html! {
        (ui::alert(Kind::Warning, &tr!(language, "word-warning"), &tr!(language, "draft-faults", count = count), html! {
            p { (tr!(language, "draft-faults-lead")) }
            (listed(edition, &desk.faults, language))
        }))
    }
}

/// Faults in the order of the edition, each with a link to the form of what has it.
pub fn listed(edition: &Edition, faults: &[Fault], language: Language) -> Markup {
    let count = faults.len();
    html! {
        ul {
            @for fault in faults.iter().take(MOST) {
                li {
                    a href=(address(&edition.key, &fault.item)) {
                        (kind(fault.item.kind(), language)) ": " (name(edition, &fault.item, language))
                    }
                    ": " (describe(fault, edition, language))
                }
            }
        }
        @if count > MOST {
            @let more = count - MOST;
            p { (tr!(language, "draft-faults-more", count = more)) }
        }
    }
}

/// The faults of one thing.
pub(super) fn of_item(desk: &Desk, item: &Item, language: Language) -> Markup {
    let found: Vec<&Fault> = desk.faults.iter().filter(|fault| fault.item == *item).collect();
    html! {
        @if !found.is_empty() {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                ul .nobullet-list { @for fault in found { li { (describe(fault, &desk.draft.edition, language)) } } }
            }))
        }
    }
}

/// How many faults there are among some, as a mark; nothing where there are none.
pub(super) fn mark(count: usize, language: Language) -> Markup {
    html! {
        @if count > 0 { (ui::badge(Kind::Warning, &tr!(language, "draft-faults-mark", count = count))) }
    }
}

/// How many faults one thing has.
pub(super) fn count(desk: &Desk, item: &Item) -> usize {
    desk.faults.iter().filter(|fault| fault.item == *item).count()
}

fn describe(fault: &Fault, edition: &Edition, language: Language) -> String {
    match &fault.problem {
        Problem::NoDanish => tr!(language, "draft-fault-no-danish"),
        Problem::NoReason => tr!(language, "correction-fault-reason"),
        Problem::EnglishOnly(None) => tr!(language, "draft-fault-english-hint"),
        Problem::EnglishOnly(Some(option)) => tr!(language, "draft-fault-english-help", option = option.as_str()),
        Problem::HelpToNothing(option) => tr!(language, "draft-fault-help-to-nothing", option = option.as_str()),
        Problem::NoScales => tr!(language, "draft-fault-no-scales"),
        Problem::NoAreas => tr!(language, "draft-fault-no-areas"),
        Problem::BadKey => tr!(language, "draft-fault-bad-key"),
        Problem::ReservedKey => tr!(language, "fault-reserved-key"),
        Problem::DuplicateKey => tr!(language, "draft-fault-duplicate-key"),
        Problem::TooLong(most) => tr!(language, "refusal-text-too-long", most = most.to_string()),
        Problem::HiddenCharacters => tr!(language, "fault-control-characters"),
        Problem::NotALink => tr!(language, "draft-fault-not-a-link"),
        Problem::NoCategory => tr!(language, "draft-fault-no-category"),
        Problem::UnknownCategory(key) => tr!(language, "draft-fault-unknown-category", key = key.as_str()),
        Problem::UnknownLevel(key) => tr!(language, "draft-fault-unknown-level", key = key.as_str()),
        Problem::NoOptions => tr!(language, "draft-fault-no-options"),
        Problem::NoPoints => tr!(language, "draft-fault-no-points"),
        Problem::TooManyOptions(most) => tr!(language, "fault-too-many-options", most = most.to_string()),
        Problem::AskedNowhere => tr!(language, "draft-fault-asked-nowhere"),
        Problem::UnknownArea(area) => {
            tr!(language, "draft-fault-unknown-area", area = edition.area_name(*area, language))
        }
        Problem::KeyQuestionElsewhere(area) => {
            tr!(language, "draft-fault-key-question", area = edition.area_name(*area, language))
        }
    }
}
