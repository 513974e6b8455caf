//! Before handing in: what is answered, what is missing, and the question whether it is meant.

use maud::{Markup, html};

use super::listing::{answers, handed_in_at};
use super::{badge, take_back};
use crate::domain::Area;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::answering::setbacks::is_unexplained;
use crate::domain::answering::sharing::totals;
use crate::domain::catalogue::QuestionIndex;
use crate::views::answering::answers::{ADDED, AllPrevious};
use crate::views::answering::respondent::{area_name, closed_notice, count, link, page, section_path};
use crate::views::ui;

/// The form field for every section.
const ALL: &str = "alle";

/// What the page asks or tells first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Nothing yet.
    None,
    /// Whether this area, or all, is handed in although so many answers are missing.
    Missing(Option<Area>, usize),
    /// That reasons are missing in this area, or in some.
    Reasons(Option<Area>),
}

impl Question {
    /// What is to be asked before this area, or all, is handed in.
    pub fn about(all: &[SectionProgress], area: Option<Area>) -> Question {
        let missing: usize = meant(all, area).map(|progress| progress.missing().len()).sum();
        if meant(all, area).any(|progress| !progress.without_reason.is_empty()) {
            return Question::Reasons(area);
        }
        if missing > 0 { Question::Missing(area, missing) } else { Question::None }
    }
}

/// The drafts that are meant by an area, or by all.
fn meant(all: &[SectionProgress], area: Option<Area>) -> impl Iterator<Item = &SectionProgress> {
    all.iter().filter(move |progress| !progress.is_handed_in() && area.is_none_or(|area| progress.area() == area))
}

/// The page before handing in.
pub fn show(respondent: &Respondent, all: &[SectionProgress], previous: &AllPrevious, question: Question) -> Markup {
    let language = respondent.language;
    let title = tr!(language, "section-summary");
    let (answered, questions) = totals(all);
    let (answered, questions) = (count(answered), count(questions));
    let drafts = all.iter().filter(|progress| !progress.is_handed_in()).count();
    let lead = match drafts {
        0 => tr!(language, "section-summary-lead-done", answered = answered, questions = questions),
        _ => tr!(language, "section-summary-lead", answered = answered, questions = questions),
    };
    let back = (respondent.href("/overblik"), tr!(language, "section-overview"));
    let body = html! {
        (ui::back_link(link(&back)))
        (asked(respondent, all, question))
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        (closed_notice(respondent))
        @for progress in all { (section(respondent, progress, previous, drafts)) }
        @if respondent.closed().is_none() {
            @if drafts == 0 { p { (tr!(language, "section-all-handed-in")) } }
            @else { (hand_in(respondent, ui::Button::Primary, ALL, &tr!(language, "section-hand-in-all"))) }
        }
    };
    let title = match question {
        Question::None => title,
        Question::Missing(..) => format!("{}: {title}", tr!(language, "word-warning")),
        Question::Reasons(_) => format!("{}: {title}", tr!(language, "word-error")),
    };
    page(respondent, "/indsend", &title, body)
}

fn asked(respondent: &Respondent, all: &[SectionProgress], question: Question) -> Markup {
    let language = respondent.language;
    match question {
        Question::None => Markup::default(),
        Question::Reasons(area) => lacking(respondent, all, area),
        Question::Missing(area, missing) => {
            let heading = tr!(language, "section-asks", missing = count(missing));
            let first = meant(all, area).find_map(|progress| Some((progress, *progress.missing().first()?)));
            let first = first.map_or("/overblik".to_owned(), |(progress, question)| {
                let field = progress.field('q', question);
                format!("{}?mangler=svar#{field}", section_path(progress.asked_under(question)))
            });
            let first = (respondent.href(&first), tr!(language, "section-asks-first"));
            let anyway = (respondent.href("/indsendelse"), tr!(language, "section-hand-in-anyway"));
            let fields = [("afsnit", area.as_ref().map_or(ALL, Area::as_str)), ("bekraeft", "ja")];
            ui::alert(
                ui::Kind::Warning,
                &tr!(language, "word-warning"),
                &heading,
                html! {
                    p { (tr!(language, "section-asks-lead")) }
                    (ui::button_group(html! {
                        (ui::post_button(ui::Button::Primary, link(&anyway), &fields))
                        (ui::link_button(ui::Button::Secondary, link(&first)))
                    }))
                },
            )
        }
    }
}

/// Every reason that is missing in the sections meant, each with a link to its field.
fn lacking(respondent: &Respondent, all: &[SectionProgress], area: Option<Area>) -> Markup {
    let language = respondent.language;
    let mut links: Vec<(String, String)> = meant(all, area)
        .flat_map(|progress| {
            progress.without_reason.iter().map(|&question| {
                let path = section_path(progress.asked_under(question));
                let number = number(progress, question);
                let area = area_name(respondent, progress.area());
                let text = tr!(language, "section-lacks-reasons-link", area = area, number = number);
                (respondent.href(&format!("{path}#{}", progress.field('b', question))), text)
            })
        })
        .collect();
    // A reason that is given for several areas at once is one field.
    links.sort_by(|one, other| one.0.cmp(&other.0));
    links.dedup_by(|one, other| one.0 == other.0);
    let errors: Vec<ui::NavItem> = links.iter().map(link).collect();
    ui::error_summary(&tr!(language, "word-error"), &tr!(language, "section-lacks-reasons"), &errors)
}

fn section(respondent: &Respondent, progress: &SectionProgress, previous: &AllPrevious, drafts: usize) -> Markup {
    let language = respondent.language;
    let area = progress.area();
    let is_open = respondent.closed().is_none();
    html! {
        (ui::heading(ui::Level::Two, area.as_str(), area_name(respondent, area)))
        p { (badge(respondent, progress)) }
        @if progress.is_handed_in() { p { (handed_in_at(respondent, progress)) } }
        @else if is_open {
            (missing(respondent, progress))
            (setbacks(respondent, progress, previous))
        }
        (ui::details(&tr!(language, "section-answers"), answers(respondent, progress)))
        @if is_open {
            @if progress.is_handed_in() { (take_back(respondent, progress)) }
            // With one section left, the button for all is the button for it.
            @else if drafts > 1 {
                (hand_in(respondent, ui::Button::Secondary, area.as_str(), &tr!(language, "section-hand-in")))
            }
        }
    }
}

/// The questions without an answer as links; a section nobody has begun is one link.
fn missing(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let missing = progress.missing();
    let path = |question| respondent.href(&section_path(progress.asked_under(question)));
    if missing.is_empty() {
        return Markup::default();
    }
    html! {
        p { (tr!(language, "section-missing", missing = count(missing.len()))) }
        ul .nobullet-list.pj-links {
            @if progress.answered() == 0 {
                li { a href=(path(missing[0])) { (tr!(language, "section-open")) } }
            } @else {
                @for question in missing {
                    @let kind = if progress.without_reason.contains(&question) { 'b' } else { 'q' };
                    li { a href={ (path(question)) "#" (progress.field(kind, question)) } {
                        (tr!(language, "answer-question", number = number(progress, question)))
                    } }
                }
            }
        }
    }
}

/// The answers that were the highest last time, are the lowest now and say nothing about it, each with the way to where a
/// few words can be written. Nothing waits for them, and what a colleague answers is the colleague's to explain.
fn setbacks(respondent: &Respondent, progress: &SectionProgress, previous: &AllPrevious) -> Markup {
    let language = respondent.language;
    if progress.is_handed_over() {
        return Markup::default();
    }
    let is_one = |question: &&QuestionIndex| {
        let scale = respondent.edition.scale_of(&respondent.edition.questions[**question]);
        let was_highest = previous.get(&(progress.area(), **question)).is_some_and(|one| one.was_highest);
        progress.answers.get(question).is_some_and(|answer| is_unexplained(was_highest, answer, scale))
    };
    let found: Vec<QuestionIndex> = progress.questions.iter().filter(is_one).copied().collect();
    if found.is_empty() {
        return Markup::default();
    }
    html! {
        p { (tr!(language, "setback-summary", count = count(found.len()))) }
        ul .nobullet-list.pj-links {
            @for question in found {
                @let field = progress.field('k', question);
                @let path = section_path(progress.asked_under(question));
                li { a href=(respondent.href(&format!("{path}?{ADDED}={}#{field}", &field[1..]))) {
                    (tr!(language, "setback-link", number = number(progress, question)))
                } }
            }
        }
    }
}

fn number(progress: &SectionProgress, question: QuestionIndex) -> i64 {
    count(progress.questions.iter().position(|known| *known == question).map_or(0, |index| index + 1))
}

fn hand_in(respondent: &Respondent, button: ui::Button, what: &str, text: &str) -> Markup {
    let action = respondent.href("/indsendelse");
    ui::button_group(ui::post_button(button, ui::NavItem { href: &action, text }, &[("afsnit", what)]))
}
