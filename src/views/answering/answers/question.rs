//! One question of the form: options, last round's answer, reason and comments.

use maud::{Markup, html};

use super::super::respondent::{area_name, areas_named};
use super::fields::{comments, reason};
use super::repeated::{LastTime, Repeated};
use super::setback::Setback;
use super::understanding::{about, meanings, understanding};
use super::units::{describe_unit_share, units};
use super::{Previous, describe_conflict, describe_fault};
use crate::domain::answering::answers::{Answer, requires_reason};
use crate::domain::answering::drafts::{Base, Draft, DraftFault, Place, SAME_FOR_ALL, TextField, field_name};
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::{Area, Language};
use crate::texts::quoted;
use crate::views::ui;

/// A question with everything that its place on the page shows.
pub(super) struct Asked<'a> {
    /// Index in the section, from 0.
    pub index: usize,
    /// The question.
    pub question: QuestionIndex,
    /// The areas that one answer is given for, at least one.
    pub members: Vec<Member<'a>>,
    /// Whether other areas are asked the same.
    pub sharing: Sharing,
    /// Whether its comments are to be written now.
    pub is_opened: bool,
}

/// How a question stands to the other areas that it is put to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    /// No other area is asked on this page.
    Alone,
    /// One answer for all of them.
    Together,
    /// An answer for each.
    Apart,
}

/// One area that a question is asked about.
pub(super) struct Member<'a> {
    /// The area.
    pub area: Area,
    /// How its fields are named.
    pub place: Place,
    /// What is stored.
    pub stored: Option<&'a Answer>,
    /// What was answered in an earlier round.
    pub previous: Option<&'a Previous>,
    /// What was typed and could not be stored.
    pub draft: Option<&'a Draft>,
    /// What somebody else wrote meanwhile.
    pub conflict: Option<&'a Answer>,
    /// Whether the page is to point at it because its answer, or the answer's reason, is missing.
    pub is_missing: bool,
}

/// The label of the option that an answer chooses.
pub(super) fn option_label(respondent: &Respondent, answer: &Answer) -> Option<String> {
    let question = respondent.edition.questions.get(answer.question())?;
    let option = respondent.edition.scale_of(question).options.get(answer.choice()?)?;
    Some(option.label.in_language(respondent.language).to_owned())
}

pub(super) fn show(respondent: &Respondent, repeated: &Repeated, asked: &Asked) -> Markup {
    let (language, words) = (respondent.language, &repeated.words);
    let question = &respondent.edition.questions[asked.question];
    let scale = respondent.edition.scale_of(question);
    let Some(first) = asked.members.first() else { return Markup::default() };
    let draft = asked.members.iter().find_map(|member| member.draft);
    let shown = match draft {
        Some(draft) => draft.over(first.stored, scale),
        None => first.stored.cloned().unwrap_or_default(),
    };
    let name = field_name('q', asked.question, first.place);
    // The fields of a question differ by the first letter alone.
    let number = &name[1..];
    let areas: Vec<Area> = asked.members.iter().map(|member| member.area).collect();
    let named = areas_named(respondent, &areas);
    let text = match areas.as_slice() {
        [_] => question.text_about(&named, language),
        _ => question.text_about_several(&named, language),
    };
    // A question that is asked for each area begins with it: on a phone little more of the legend is seen.
    let label = match asked.sharing {
        Sharing::Apart => format!("{}. {}: {text}", asked.index + 1, area_name(respondent, first.area)),
        _ => format!("{}. {text}", asked.index + 1),
    };
    let covers = (asked.sharing == Sharing::Together).then(|| {
        let areas: Vec<&str> = areas.iter().map(|area| area_name(respondent, *area)).collect();
        tr!(language, "once-covers", areas = areas.join(", "))
    });
    let options = repeated.options(respondent, number, (question, shown.choice()));
    let meanings = match question.help.is_empty() {
        true => repeated.meanings(respondent, question),
        false => meanings(respondent, question),
    };
    let missing = match shown.choice {
        None => DraftFault::UnknownOption,
        Some(_) => DraftFault::NoReason,
    };
    let is_missing = asked.members.iter().any(|member| member.is_missing);
    let fault = draft.and_then(|draft| draft.fault).or(is_missing.then_some(missing));
    let is_doubted = matches!(fault, Some(DraftFault::Cpr(_)));
    let fault_text = fault.map(|fault| describe_fault(respondent, fault));
    let error = |wanted: DraftFault| {
        let text = fault_text.as_deref().filter(|_| fault == Some(wanted))?;
        Some(ui::FieldError { word: &words.error, text })
    };
    let text_error = |field: TextField| error(DraftFault::Long(field)).or(error(DraftFault::Cpr(field)));
    let own_hint = question.hint.as_ref().map(|hint| hint.in_language(language).to_owned());
    let about = about(respondent, question, (&named, areas.len()));
    let hints: Vec<String> = about.into_iter().chain(own_hint).chain(by_another(respondent, &shown)).collect();
    let hint = (!hints.is_empty()).then(|| hints.join(" "));
    let field = ui::Field {
        name: &name,
        label: &label,
        optional: covers.as_deref(),
        hint: hint.as_deref(),
        error: error(DraftFault::UnknownOption),
    };
    let earlier = asked.members.iter().filter_map(|member| member.previous);
    let setback = Setback::of(respondent, scale, earlier, (number, &shown));
    let slots = ui::Slots {
        described_by: setback.as_ref().filter(|setback| setback.is_shown).map(|setback| setback.id.clone()),
        under_legend: html! {
            (last_times(respondent, repeated, &asked.members))
            @if let Some(conflict) = conflict(respondent, &asked.members) {
                (ui::conflict(&name, &words.warning, &conflict))
            }
        },
        after_options: html! {
            (units(respondent, words, (number, question), &shown))
            @if let Some(setback) = &setback { (setback.show()) }
            @let fault = text_error(TextField::Reason).or(error(DraftFault::NoReason));
            @if fault.is_some() || shown.reason.is_some() || requires_reason(scale, shown.choice) {
                (reason(respondent, words, (number, scale), (&shown, fault)))
            }
            div .pj-more {
                @if first.place == Place::Own { (understanding(respondent, words, question, meanings)) }
                @match [text_error(TextField::Comment), text_error(TextField::Quote)] {
                    [None, None] if shown.comment.is_none() && shown.quote.is_none() && !asked.is_opened => {
                        (repeated.adding(number))
                    },
                    faults => (comments(words, (number, asked.is_opened), &shown, faults)),
                }
                @match asked.sharing {
                    Sharing::Together => (repeated.apart(number)),
                    Sharing::Apart if first.place == Place::Own => {
                        (ui::submit_as(ui::Button::Link, &tr!(language, "once-same"), (SAME_FOR_ALL, number)))
                    },
                    _ => {},
                }
            }
            @if is_doubted || draft.is_some_and(|draft| draft.is_no_cpr) {
                (no_cpr(respondent, number, draft))
            }
            @for member in &asked.members { (base(asked.question, member)) }
        },
    };
    ui::radios_around(&field, options, &slots)
}

/// Who answered, where it was not the visitor.
fn by_another(respondent: &Respondent, shown: &Answer) -> Option<String> {
    let helper = shown.writer.as_deref();
    let name = match (respondent.is_helper(), helper) {
        (false, Some(helper)) => helper,
        (true, None) if shown.choice.is_some() => super::holder(respondent),
        _ => return None,
    };
    Some(tr!(respondent.language, "answer-by", name = name))
}

fn last_time(language: Language, label: &str, said: &LastTime, previous: &Previous) -> Markup {
    let post = previous.post.as_str();
    let mut written: Vec<(&str, Option<String>)> = Vec::new();
    if let Some(reason) = &previous.written.reason {
        written.push((reason, Some(tr!(language, "answer-last-reason"))));
    }
    if let Some(comment) = &previous.written.comment {
        written.push((comment, None));
    }
    if let Some(quote) = &previous.written.quote {
        written.push((quote, Some(tr!(language, "answer-last-quote"))));
    }
    ui::inset(
        label,
        html! {
            @if let Some(wording) = &previous.wording {
                p .weight-normal { (tr!(language, "answer-last-wording")) " " (quoted(wording, language)) }
            }
            p {
                (previous.option)
                @if let Some(share) = previous.written.unit_share { " (" (describe_unit_share(share, language)) ")" }
            }
            @for (text, kind) in &written {
                p .pj-written { (post) @if let Some(kind) = kind { " (" (kind) ")" } ": " (quoted(text, language)) }
            }
            @if written.is_empty() { p { (said.by) } }
        },
    )
}

/// The box that says that what looks like a CPR number is none.
fn no_cpr(respondent: &Respondent, number: &str, draft: Option<&Draft>) -> Markup {
    let label = tr!(respondent.language, "answer-no-cpr");
    let chosen = draft.is_some_and(|draft| draft.is_no_cpr);
    ui::checkbox(&format!("n{number}"), &ui::Choice { value: "ja", label: &label, hint: None, chosen })
}

/// What the question's answer for an area builds on. After a conflict the page also says which answer it has shown, so
/// that saving it again is meant.
fn base(question: QuestionIndex, member: &Member) -> Markup {
    let base = member.draft.map_or_else(|| Base::of(member.stored), |draft| draft.base);
    html! {
        (ui::hidden(&field_name('r', question, member.place), &base.to_string()))
        @if let Some(theirs) = member.conflict {
            (ui::hidden(&field_name('f', question, member.place), &theirs.revision.to_string()))
        }
    }
}

/// What somebody else wrote meanwhile, with the area where several are asked together.
fn conflict(respondent: &Respondent, members: &[Member]) -> Option<String> {
    let told = members.iter().filter_map(|member| {
        let described = describe_conflict(respondent, member.conflict?);
        let is_one = members.len() == 1;
        Some(if is_one { described } else { format!("{}: {described}", area_name(respondent, member.area)) })
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// The earlier answers: once where all areas have the same, else each with the areas that have it.
fn last_times(respondent: &Respondent, repeated: &Repeated, members: &[Member]) -> Markup {
    let language = respondent.language;
    let mut told: Vec<(Vec<Area>, &Previous)> = Vec::new();
    for member in members {
        let Some(previous) = member.previous else { continue };
        match told.iter_mut().find(|(_, known)| *known == previous) {
            Some((areas, _)) => areas.push(member.area),
            None => told.push((vec![member.area], previous)),
        }
    }
    html! {
        @for (areas, previous) in &told {
            @let said = repeated.last_time(language, previous);
            @if areas.len() == members.len() {
                (last_time(language, &said.label, &said, previous))
            } @else {
                @let label = format!("{}: {}", areas_named(respondent, areas), said.label);
                (last_time(language, &label, &said, previous))
            }
        }
    }
}
