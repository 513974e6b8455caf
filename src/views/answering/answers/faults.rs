//! What was not stored, or is stored and still lacks something, in words and with links to the questions.

use maud::Markup;

use super::super::respondent::{count, holder, link, time};
use super::{Unsaved, question};
use crate::domain::answering::answers::{Answer, TEXT_LIMIT};
use crate::domain::answering::drafts::{Draft, DraftFault, TextField};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::QuestionIndex;
use crate::views::ui;

/// Everything that was not stored, each with a link to its question.
pub(super) fn summary(respondent: &Respondent, standing: &SectionProgress, unsaved: &Unsaved) -> Markup {
    if unsaved.drafts.is_empty() {
        return missing(respondent, standing, &unsaved.missing);
    }
    let language = respondent.language;
    let heading = match unsaved.conflicts.as_slice() {
        [] => tr!(language, "answer-fault-summary"),
        all if all.iter().all(|theirs| is_own(respondent, theirs)) => tr!(language, "answer-conflict-summary-own"),
        _ => tr!(language, "answer-conflict-summary"),
    };
    let texts: Vec<(String, String)> = unsaved
        .drafts
        .iter()
        .map(|draft| {
            let index = standing.questions.iter().position(|question| *question == draft.question);
            let number = count(index.unwrap_or_default() + 1);
            fault_link(respondent, draft, unsaved.conflict(draft.question), number)
        })
        .collect();
    let errors: Vec<ui::NavItem> = texts.iter().map(link).collect();
    ui::error_summary(&tr!(language, "word-error"), &heading, &errors)
}

/// What lacks an answer or its reason, each with a link to its question.
fn missing(respondent: &Respondent, standing: &SectionProgress, missing: &[QuestionIndex]) -> Markup {
    if missing.is_empty() {
        return Markup::default();
    }
    let language = respondent.language;
    let heading = match missing.iter().all(|question| standing.without_reason.contains(question)) {
        true => tr!(language, "answer-reason-summary"),
        false => tr!(language, "section-missing", missing = count(missing.len())),
    };
    let texts: Vec<(String, String)> = standing
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| missing.contains(question))
        .map(|(index, question)| {
            let number = count(index + 1);
            match standing.without_reason.contains(question) {
                true => (format!("#b{question}"), tr!(language, "answer-fault-reason-link", number = number)),
                false => (format!("#q{question}"), tr!(language, "answer-fault-option-link", number = number)),
            }
        })
        .collect();
    let errors: Vec<ui::NavItem> = texts.iter().map(link).collect();
    ui::error_summary(&tr!(language, "word-error"), &heading, &errors)
}

fn fault_link(respondent: &Respondent, draft: &Draft, conflict: Option<&Answer>, number: i64) -> (String, String) {
    let (language, question) = (respondent.language, draft.question);
    let at = |field: TextField| format!("#{}{question}", letter(field));
    match (draft.fault, conflict) {
        (Some(DraftFault::Long(field)), _) => (at(field), tr!(language, "answer-fault-long-link", number = number)),
        (Some(DraftFault::Cpr(field)), _) => (at(field), tr!(language, "answer-fault-cpr-link", number = number)),
        (Some(DraftFault::UnknownQuestion), _) => ("#main-content".to_owned(), tr!(language, "answer-fault-question")),
        (_, Some(theirs)) => {
            let text = match is_own(respondent, theirs) {
                true => tr!(language, "answer-conflict-link-own", number = number),
                false => tr!(language, "answer-conflict-link", number = number, name = writer(respondent, theirs)),
            };
            (format!("#q{question}"), text)
        }
        _ => (format!("#q{question}"), tr!(language, "answer-fault-option-link", number = number)),
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
    let written = [&theirs.reason, &theirs.comment, &theirs.quote].into_iter().flatten();
    let said = written.fold(option, |said, text| format!("{said} \u{201c}{text}\u{201d}"));
    match is_own(respondent, theirs) {
        true => tr!(language, "answer-conflict-own", answer = said),
        false => tr!(language, "answer-conflict", name = writer(respondent, theirs), answer = said),
    }
}

/// "Saved at 14:02", and the first fault or missing reason where there is one; nothing says that it is
/// saved where somebody else's answer stands against it.
pub fn saved_message(
    respondent: &Respondent,
    asked: &[QuestionIndex],
    drafts: &[Draft],
    conflicts: &[Answer],
) -> String {
    let (language, time) = (respondent.language, time(respondent.now, respondent.language));
    let number = |question| count(asked.iter().position(|known| *known == question).map_or(0, |index| index + 1));
    if let Some(theirs) = conflicts.first() {
        return tr!(language, "answer-not-saved", number = number(theirs.question()));
    }
    if let Some((question, fault)) = drafts.iter().find_map(|draft| Some((draft.question, draft.fault?))) {
        let (number, fault) = (number(question), describe_fault(respondent, fault));
        return tr!(language, "answer-saved-not-all", time = time, number = number, fault = fault);
    }
    let lacks_reason = |draft: &&Draft| {
        let question = &respondent.edition.questions[draft.question];
        let scale = respondent.edition.scale_of(question);
        draft.over(None, scale).lacks_reason(scale)
    };
    match drafts.iter().find(lacks_reason) {
        Some(draft) => tr!(language, "answer-saved-no-reason", time = time, number = number(draft.question)),
        None => tr!(language, "answer-saved", time = time),
    }
}
