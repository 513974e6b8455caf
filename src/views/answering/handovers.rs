//! Handing sections to a colleague, what became of them, and a colleague who is done.

mod form;

use maud::{Markup, html};

use super::respondent::{area_name, count, holder, link, page, section_path};
use crate::domain::Area;
use crate::domain::answering::handovers::{Handover, HandoverFaults};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::invitations::Section;
use crate::texts::instant;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
pub use form::show as section;

/// What a box or a button sends that says yes.
pub const YES: &str = "ja";

/// A form as somebody filled it in.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// The name as typed.
    pub name: String,
    /// The address as typed.
    pub email: String,
    /// The note as typed.
    pub note: String,
    /// Whether what looks like a CPR number in it is said to be none.
    pub is_no_cpr: bool,
    /// The sections meant, the page's own first.
    pub areas: Vec<Area>,
    /// What is wrong with it.
    pub faults: HandoverFaults,
}

impl Attempt {
    /// What was sent, to be put right: with every section that went out by the same letter.
    pub fn of(handover: &Handover, all: &[SectionProgress]) -> Attempt {
        let is_same = |progress: &&SectionProgress| {
            progress
                .handover
                .as_ref()
                .is_some_and(|other| (other.handed_at, &other.email) == (handover.handed_at, &handover.email))
        };
        Attempt {
            name: handover.name.clone(),
            email: handover.email.clone(),
            note: handover.note.clone(),
            areas: all.iter().filter(is_same).map(SectionProgress::area).collect(),
            ..Attempt::default()
        }
    }

    /// Whether something is wrong.
    pub fn is_faulty(&self) -> bool {
        self.faults != HandoverFaults::default()
    }

    /// Takes in why the address can't be the one.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.faults.colleague.email = Some(refusal);
    }
}

/// The question to a colleague whether name and address are right, before the own link stops.
pub fn asked(respondent: &Respondent, progress: &SectionProgress, attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let path = format!("{}/overdragelse", section_path(progress.area()));
    let send = (respondent.href(&path), tr!(language, "handover-on-send"));
    let title =
        tr!(language, "handover-on-asked", area = area_name(respondent, progress.area()), name = attempt.name.as_str());
    let mut fields = vec![
        ("navn", attempt.name.as_str()),
        ("mail", attempt.email.as_str()),
        ("besked", attempt.note.as_str()),
        ("bekraeftet", YES),
    ];
    if attempt.is_no_cpr {
        fields.push(("ingen_cpr", YES));
    }
    let back = (respondent.href(&path), tr!(language, "handover-whole-change"));
    let body = html! {
        (ui::back_link(link(&back)))
        (ui::page_heading(&title))
        (addressed(respondent, (&attempt.name, &attempt.email), &attempt.note))
        (ui::notice(ui::Kind::Warning, &tr!(language, "word-warning"), html! {
            (tr!(language, "handover-on-asked-lead"))
        }))
        (ui::button_group(html! {
            (ui::post_button(ui::Button::Primary, link(&send), &fields))
            (ui::link_button(ui::Button::Secondary, link(&back)))
        }))
    };
    page(respondent, &path, &title, body)
}

/// Name, address and note, each to be looked at.
fn addressed(respondent: &Respondent, (name, email): (&str, &str), note: &str) -> Markup {
    let language = respondent.language;
    let labels = [tr!(language, "handover-name"), tr!(language, "handover-email"), tr!(language, "handover-note")];
    let mut facts = vec![(labels[0].as_str(), html! { (name) }), (labels[1].as_str(), html! { strong { (email) } })];
    if !note.is_empty() {
        facts.push((labels[2].as_str(), html! { (note) }));
    }
    ui::definition_list(&facts)
}

/// What was sent to whom, with the ways to put a slip right.
pub fn handed(respondent: &Respondent, sent: &[(Handover, Section)]) -> Markup {
    let language = respondent.language;
    let Some((first, section)) = sent.first() else { return Markup::default() };
    let title = tr!(language, "handover-sent-title", name = first.name.as_str());
    let correct = format!("{}/overdragelse?ret={YES}", section_path(section.area));
    let correct = (respondent.href(&correct), tr!(language, "handover-sent-correct"));
    let overview = (respondent.href("/overblik"), tr!(language, "section-overview"));
    let when = instant(first.handed_at, language);
    let body = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "handover-sent-lead", when = when)) }))
        (addressed(respondent, (&first.name, &first.email), &first.note))
        (ui::heading(ui::Level::Two, "afsnit", &tr!(language, "handover-sent-sections")))
        ul { @for (_, section) in sent { li { (area_name(respondent, section.area)) } } }
        @if !respondent.is_helper() {
            p { (tr!(language, "handover-sent-check")) }
            (ui::button_group(html! {
                (ui::link_button(ui::Button::Primary, link(&overview)))
                (ui::link_button(ui::Button::Secondary, link(&correct)))
            }))
        } @else {
            (ui::button_group(ui::link_button(ui::Button::Primary, link(&overview))))
        }
    };
    page(respondent, "/overdraget", &title, body)
}

/// The same to a colleague whose own link has just stopped by it.
pub fn handed_on(frame: &Frame, handover: &Handover) -> Markup {
    let language = frame.language;
    let title = tr!(language, "handover-sent-title", name = handover.name.as_str());
    let body = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "handover-on-done")) }))
        (ui::definition_list(&[
            (&tr!(language, "handover-name"), html! { (handover.name) }),
            (&tr!(language, "handover-email"), html! { strong { (handover.email) } }),
        ]))
        p { (tr!(language, "handover-on-wrong")) }
    };
    shell::page(frame, &title, body)
}

/// When a colleague got a section, and whether they are done.
pub(super) fn since(handover: &Handover, respondent: &Respondent) -> String {
    let language = respondent.language;
    match handover.done_at {
        Some(at) => tr!(language, "handover-done-at", when = instant(at, language)),
        None => tr!(language, "handover-since", when = instant(handover.handed_at, language)),
    }
}

/// What a colleague finds under a section: the button that says that they are done, or when they said so.
pub(super) fn being_done(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let done_at = progress.handover.as_ref().and_then(|handover| handover.done_at);
    let path = section_path(progress.area());
    let done = (respondent.href(&format!("{path}/faerdig")), tr!(language, "handover-done"));
    let pass_on = (respondent.href(&format!("{path}/overdragelse")), tr!(language, "handover-on"));
    html! {
        @if let Some(at) = done_at {
            p { (tr!(language, "handover-done-said", when = instant(at, language), name = holder(respondent))) }
        } @else {
            p { (tr!(language, "handover-done-lead", name = holder(respondent))) }
            (ui::button_group(ui::post_button(ui::Button::Secondary, link(&done), &[])))
        }
        p .pj-after-form { (ui::icon_link(ui::Icon::Persons, link(&pass_on))) }
    }
}

/// The page of a colleague who is done.
pub fn finished(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let title = tr!(language, "handover-finished-title");
    let path = section_path(progress.area());
    let back = (respondent.href(&path), tr!(language, "handover-finished-correct"));
    let home = (respondent.href(""), tr!(language, "tasks-yours"));
    let (answered, questions) = (count(progress.answered()), count(progress.questions.len()));
    let name = holder(respondent);
    let body = html! {
        (ui::page_heading_with_lead(&title, html! {
            (tr!(language, "handover-finished-lead", name = name, area = area_name(respondent, progress.area())))
        }))
        p { (tr!(language, "answer-progress", answered = answered, questions = questions)) }
        ul {
            li { (tr!(language, "handover-finished-told", name = name)) }
            li { (tr!(language, "handover-finished-change", name = name)) }
            li { (tr!(language, "handover-finished-nothing")) }
        }
        (ui::button_group(html! {
            (ui::link_button(ui::Button::Secondary, link(&back)))
            (ui::link_button(ui::Button::Secondary, link(&home)))
        }))
    };
    page(respondent, &format!("{path}/faerdig"), &title, body)
}

/// What was written to the colleague who opens a link, and by whom; nothing where nothing was.
pub(super) fn note(respondent: &Respondent, handover: Option<&Handover>) -> Markup {
    let Some(handover) = handover.filter(|handover| !handover.note.is_empty()) else { return Markup::default() };
    let name = if handover.from_name.is_empty() { holder(respondent) } else { &handover.from_name };
    ui::inset(&tr!(respondent.language, "handover-note-from", name = name), html! { p { (handover.note) } })
}
