//! Each question in its place: under its package's name, for one area, for several together or for each of them, or as a
//! line where another section asks it.

use maud::{Markup, html};

use super::super::respondent::{area_name, count, section_path};
use super::super::unsaved_answers;
use super::question::{Asked, Member, Sharing, option_label};
use super::repeated::Repeated;
use super::{AllPrevious, Unsaved, question};
use crate::domain::answering::drafts::Place;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::QuestionIndex;
use crate::texts::quoted;
use crate::views::ui;

/// What the questions of a page are drawn with.
pub(super) struct Around<'a> {
    pub repeated: Repeated,
    pub previous: &'a AllPrevious,
    pub unsaved: &'a Unsaved,
}

impl Around<'_> {
    /// One area that a question is asked about.
    fn member<'a>(&'a self, progress: &'a SectionProgress, place: Place, question: QuestionIndex) -> Member<'a> {
        let area = progress.area();
        let cell = (question, place.other());
        Member {
            area,
            place,
            stored: progress.answers.get(&question),
            previous: self.previous.get(&(area, question)),
            draft: self.unsaved.draft(cell),
            conflict: self.unsaved.conflict(cell),
            is_missing: self.unsaved.missing.contains(&(area, question)),
        }
    }

    fn is_opened(&self, question: QuestionIndex, place: Place) -> bool {
        self.unsaved.opened == Some((question, place.other()))
    }
}

/// One question of a section, under its package's name where it is the first.
pub(super) fn one(
    respondent: &Respondent,
    whole: (&[SectionProgress], usize),
    around: &Around,
    index: usize,
) -> Markup {
    html! {
        (heading(respondent, &whole.0[whole.1], index))
        (placed(respondent, whole, around, index))
    }
}

/// One question: asked for the section's area, for several together or for each of them, or told of where another
/// section asks it.
fn placed(
    respondent: &Respondent,
    (all, current): (&[SectionProgress], usize),
    around: &Around,
    index: usize,
) -> Markup {
    let progress = &all[current];
    let question = progress.questions[index];
    let show = |members: Vec<Member>, sharing: Sharing| {
        let place = members.first().map_or(Place::Own, |member| member.place);
        let is_opened = around.is_opened(question, place);
        question::show(respondent, &around.repeated, &Asked { index, question, members, sharing, is_opened })
    };
    let Some(shared) = progress.shared.get(&question) else {
        return show(vec![around.member(progress, Place::Own, question)], Sharing::Alone);
    };
    if !progress.asks(question) {
        return elsewhere(respondent, progress, index);
    }
    let is_apart = around.unsaved.is_apart(question, shared);
    let members = shared.areas.iter().filter_map(|area| {
        let place = match (*area == progress.area(), is_apart) {
            (true, _) => Place::Own,
            (false, true) => Place::Apart(*area),
            (false, false) => Place::Along(*area),
        };
        Some(around.member(all.iter().find(|one| one.area() == *area)?, place, question))
    });
    if is_apart {
        return html! { @for member in members { (show(vec![member], Sharing::Apart)) } };
    }
    show(members.collect(), Sharing::Together)
}

/// The line of a question that another section asks.
fn elsewhere(respondent: &Respondent, progress: &SectionProgress, index: usize) -> Markup {
    let language = respondent.language;
    let question = progress.questions[index];
    let asked = &respondent.edition.questions[question];
    let home = progress.asked_under(question);
    let area = area_name(respondent, home);
    let number = count(index + 1);
    let answer = progress.answers.get(&question).and_then(|answer| option_label(respondent, answer));
    let (note, change) = match answer {
        Some(_) => (tr!(language, "once-answered", area = area), tr!(language, "section-change")),
        None => (tr!(language, "once-asked", area = area), tr!(language, "once-answer")),
    };
    let text = respondent.edition.question_text(asked, progress.area(), language);
    let field = progress.field('q', question);
    let href = respondent.href(&format!("{}#{field}", section_path(home)));
    let label = format!("{number}. {text}");
    let value = html! { (answer.unwrap_or_else(|| tr!(language, "answer-no-answer"))) };
    let what = tr!(language, "answer-question", number = number);
    ui::elsewhere(
        &ui::Line { label: &label, value, edit: Some(ui::Edit { href: &href, text: &change, what: &what }) },
        &note,
    )
}

/// Whether a question stands in its place on the page of a section. What other sections ask stands folded below, unless
/// there is nothing else.
pub(super) fn is_in_place(progress: &SectionProgress, index: usize) -> bool {
    progress.asks(progress.questions[index]) || progress.asked() == 0
}

/// The questions of a section that others ask, folded: on a phone they would be longer than what is asked.
pub(super) fn asked_elsewhere(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let others: Vec<usize> = (0..progress.questions.len()).filter(|index| !is_in_place(progress, *index)).collect();
    if others.is_empty() {
        return Markup::default();
    }
    let summary = tr!(respondent.language, "once-some-elsewhere", questions = count(others.len()));
    ui::details(&summary, html! { @for index in &others { (elsewhere(respondent, progress, *index)) } })
}

/// What was said for sections that were handed in or over since the page was made.
pub(super) fn left_out(respondent: &Respondent, unsaved: &Unsaved) -> Markup {
    let language = respondent.language;
    html! {
        @for draft in &unsaved.left_out {
            @if let Some(area) = draft.place.other() {
                (ui::notice(ui::Kind::Warning, &tr!(language, "word-warning"), html! {
                    (tr!(language, "once-left-out", area = area_name(respondent, area)))
                    @for (question, text) in unsaved_answers::drafts(respondent, area, std::slice::from_ref(draft)) {
                        " " (question) " " (quoted(&text, language))
                    }
                }))
            }
        }
    }
}

/// The package's name above the first of its questions that stand in their place.
fn heading(respondent: &Respondent, progress: &SectionProgress, index: usize) -> Markup {
    let package_of = |index: usize| respondent.edition.questions[progress.questions[index]].package;
    let package = package_of(index);
    let before = (0..index).rev().find(|before| is_in_place(progress, *before));
    if before.is_some_and(|before| package_of(before) == package) {
        return Markup::default();
    }
    match package.and_then(|package| respondent.edition.packages.get(package)) {
        Some(package) => {
            let id = format!("pakke-{}", package.key);
            ui::heading(ui::Level::Two, &id, package.title.in_language(respondent.language))
        }
        None => ui::heading(ui::Level::Two, "pakke", &tr!(respondent.language, "answer-general")),
    }
}
