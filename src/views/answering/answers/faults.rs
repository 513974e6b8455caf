//! What was not stored, or is stored and still lacks something, in words and with links to the questions.

use maud::Markup;

use super::super::respondent::{area_name, count, holder, link, time};
use super::{Unsaved, describe_unit_share, question};
use crate::domain::Area;
use crate::domain::answering::answers::{Answer, TEXT_LIMIT};
use crate::domain::answering::drafts::{Draft, DraftFault, Place, TextField, field_name};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::QuestionIndex;
use crate::texts::quoted;
use crate::views::ui;

/// Everything that was not stored, each with a link to its question.
pub(super) fn summary(
    respondent: &Respondent,
    (all, current): (&[SectionProgress], usize),
    unsaved: &Unsaved,
) -> Markup {
    if unsaved.drafts.is_empty() {
        return missing(respondent, (all, current), &unsaved.missing);
    }
    let language = respondent.language;
    let heading = match unsaved.conflicts.as_slice() {
        [] => tr!(language, "answer-fault-summary"),
        all if all.iter().all(|(_, theirs)| is_own(respondent, theirs)) => tr!(language, "answer-conflict-summary-own"),
        _ => tr!(language, "answer-conflict-summary"),
    };
    // What was said for several areas at once is one field, which is named once.
    let is_named =
        |draft: &&Draft| !matches!(draft.place, Place::Along(_)) || unsaved.draft((draft.question, None)).is_none();
    let said = unsaved.drafts.iter().filter(is_named);
    let texts = said.map(|draft| {
        let number = number(respondent, &all[current].questions, (draft.question, draft.place));
        fault_link(respondent, draft, unsaved.conflict((draft.question, draft.place.other())), number)
    });
    let texts: Vec<(String, String)> = texts.collect();
    let errors: Vec<ui::NavItem> = texts.iter().map(link).collect();
    ui::error_summary(&tr!(language, "word-error"), &heading, &errors)
}

/// What a question of a section is called: its number, with the area where it is another than the section's.
fn number(respondent: &Respondent, asked: &[QuestionIndex], (question, place): (QuestionIndex, Place)) -> String {
    let number = asked.iter().position(|known| *known == question).map_or(0, |index| index + 1);
    match place.other() {
        Some(area) => format!("{number} ({})", area_name(respondent, area)),
        None => number.to_string(),
    }
}

/// What lacks an answer or its reason, each with a link to its question.
fn missing(
    respondent: &Respondent,
    (all, current): (&[SectionProgress], usize),
    missing: &[(Area, QuestionIndex)],
) -> Markup {
    if missing.is_empty() {
        return Markup::default();
    }
    let language = respondent.language;
    let found = |area: Area| all.iter().find(|progress| progress.area() == area);
    let lacks_reason = |(area, question): &(Area, QuestionIndex)| {
        found(*area).is_some_and(|one| one.without_reason.contains(question))
    };
    let mut texts: Vec<(String, String)> = Vec::new();
    for question in &all[current].questions {
        for cell in missing.iter().filter(|(_, missing)| missing == question) {
            let Some(progress) = found(cell.0) else { continue };
            let kind = if lacks_reason(cell) { 'b' } else { 'q' };
            let field = progress.field(kind, *question);
            let number = number(respondent, &all[current].questions, (*question, progress.place(*question)));
            let text = match kind {
                'b' => tr!(language, "answer-fault-reason-link", number = number),
                _ => tr!(language, "answer-fault-option-link", number = number),
            };
            // Several areas that lack the same are one field.
            if !texts.iter().any(|(href, _)| href[1..] == field) {
                texts.push((format!("#{field}"), text));
            }
        }
    }
    let heading = match missing.iter().all(lacks_reason) {
        true => tr!(language, "answer-reason-summary"),
        false => tr!(language, "section-missing", missing = count(texts.len())),
    };
    let errors: Vec<ui::NavItem> = texts.iter().map(link).collect();
    ui::error_summary(&tr!(language, "word-error"), &heading, &errors)
}

fn fault_link(respondent: &Respondent, draft: &Draft, conflict: Option<&Answer>, number: String) -> (String, String) {
    let language = respondent.language;
    let at = |field: TextField| format!("#{}", field_name(letter(field), draft.question, draft.place));
    let options = format!("#{}", field_name('q', draft.question, draft.place));
    match (draft.fault, conflict) {
        (Some(DraftFault::Long(field)), _) => (at(field), tr!(language, "answer-fault-long-link", number = number)),
        (Some(DraftFault::Cpr(field)), _) => (at(field), tr!(language, "answer-fault-cpr-link", number = number)),
        (Some(DraftFault::UnknownQuestion), _) => ("#main-content".to_owned(), tr!(language, "answer-fault-question")),
        (_, Some(theirs)) => {
            let text = match is_own(respondent, theirs) {
                true => tr!(language, "answer-conflict-link-own", number = number),
                false => tr!(language, "answer-conflict-link", number = number, name = writer(respondent, theirs)),
            };
            (options, text)
        }
        _ => (options, tr!(language, "answer-fault-option-link", number = number)),
    }
}

/// The letter that a field's name begins with.
fn letter(field: TextField) -> char {
    match field {
        TextField::Reason => 'b',
        TextField::Comment => 'k',
        TextField::Quote => 'c',
    }
}

/// The short sentence for a fault, as it stands at its field.
pub fn describe_fault(respondent: &Respondent, fault: DraftFault) -> String {
    let language = respondent.language;
    match fault {
        DraftFault::UnknownQuestion => tr!(language, "answer-fault-question"),
        DraftFault::UnknownOption => tr!(language, "answer-fault-option"),
        DraftFault::NoReason => tr!(language, "answer-fault-reason"),
        DraftFault::Long(_) => tr!(language, "answer-fault-long", limit = count(TEXT_LIMIT)),
        DraftFault::Cpr(_) => tr!(language, "answer-fault-cpr"),
    }
}

/// Who wrote an answer.
pub fn writer<'a>(respondent: &'a Respondent, answer: &'a Answer) -> &'a str {
    answer.writer.as_deref().unwrap_or_else(|| holder(respondent))
}

/// Whether an answer was written by the visitor's own link: only a working link writes, so a helper
/// meets no other helper, and the post's holder no other holder.
fn is_own(respondent: &Respondent, answer: &Answer) -> bool {
    respondent.is_helper() == answer.writer.is_some()
}

/// What somebody else, or the same link elsewhere, wrote meanwhile, in one sentence.
pub fn describe_conflict(respondent: &Respondent, theirs: &Answer) -> String {
    let language = respondent.language;
    let option = question::option_label(respondent, theirs).unwrap_or_else(|| tr!(language, "answer-nothing-chosen"));
    let option = match theirs.unit_share {
        Some(share) => format!("{option} ({})", describe_unit_share(share, language)),
        None => option,
    };
    let written = [&theirs.reason, &theirs.comment, &theirs.quote].into_iter().flatten();
    let said = written.fold(option, |said, text| format!("{said} {}", quoted(text, language)));
    match is_own(respondent, theirs) {
        true => tr!(language, "answer-conflict-own", answer = said),
        false => tr!(language, "answer-conflict", name = writer(respondent, theirs), answer = said),
    }
}

/// The same with the area, where the page asks for several together.
pub fn describe_conflict_in(respondent: &Respondent, place: Place, theirs: &Answer) -> String {
    let described = describe_conflict(respondent, theirs);
    match place {
        Place::Along(area) => format!("{}: {described}", area_name(respondent, area)),
        Place::Own | Place::Apart(_) => described,
    }
}

/// "Saved at 14:02", and the first fault or missing reason where there is one; nothing says that it is saved where
/// somebody else's answer stands against it, or where it could not be saved for an area.
pub fn saved_message(
    respondent: &Respondent,
    asked: &[QuestionIndex],
    drafts: &[Draft],
    (conflicts, left_out): (&[(Place, Answer)], &[Draft]),
) -> String {
    let (language, time) = (respondent.language, time(respondent.now, respondent.language));
    let number = |question, place| number(respondent, asked, (question, place));
    if let Some((place, theirs)) = conflicts.first() {
        return tr!(language, "answer-not-saved", number = number(theirs.question(), *place));
    }
    if let Some((draft, fault)) = drafts.iter().find_map(|draft| Some((draft, draft.fault?))) {
        let (number, fault) = (number(draft.question, draft.place), describe_fault(respondent, fault));
        return tr!(language, "answer-saved-not-all", time = time, number = number, fault = fault);
    }
    if let Some(area) = left_out.first().and_then(|draft| draft.place.other()) {
        return tr!(language, "once-left-out", area = area_name(respondent, area));
    }
    let lacks_reason = |draft: &&Draft| {
        let question = &respondent.edition.questions[draft.question];
        let scale = respondent.edition.scale_of(question);
        draft.over(None, scale).lacks_reason(scale)
    };
    match drafts.iter().find(lacks_reason) {
        Some(draft) => {
            tr!(language, "answer-saved-no-reason", time = time, number = number(draft.question, draft.place))
        }
        None => tr!(language, "answer-saved", time = time),
    }
}
