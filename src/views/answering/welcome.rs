//! The page that a personal link opens: who is asked what, why, how long it takes and until when.

use maud::{Markup, html};

use super::aids;
use super::handovers;
use super::respondent::{area_name, closed_notice, count, deadline, holder, link, page};
use crate::domain::answering::handovers::Handover;
use crate::domain::answering::respondents::Respondent;
use crate::domain::rounds::invitations::Section;
use crate::views::answering::tasks::{self, SeenTask};
use crate::views::ui;

/// What is asked of a visitor.
#[derive(Debug, Clone)]
pub struct Extent {
    /// The sections that the link opens.
    pub sections: Vec<Section>,
    /// How many questions they have together.
    pub questions: usize,
    /// By whom the section was handed over, where the link opens one alone.
    pub handover: Option<Handover>,
    /// Everything that the visitor is asked, where that is more than what the link opens.
    pub tasks: Vec<SeenTask>,
}

impl Extent {
    fn is_handed_in(&self) -> bool {
        self.sections.iter().all(|section| section.handed_in_at.is_some())
    }
}

/// The landing page.
pub fn show(respondent: &Respondent, extent: &Extent) -> Markup {
    let language = respondent.language;
    let title = match respondent.is_helper() && extent.tasks.is_empty() {
        true => tr!(language, "welcome-helper-title"),
        false => tr!(language, "welcome-title"),
    };
    let body = html! {
        (ui::page_heading_with_lead(&title, lead(respondent, extent)))
        (handovers::note(respondent, extent.handover.as_ref()))
        @if extent.tasks.is_empty() {
            (closed_notice(respondent))
            (facts(respondent, extent))
            (ui::button_group(way_on(respondent, extent)))
        } @else {
            (tasks::list(respondent, &extent.tasks, &how_much(respondent, extent)))
        }
        (aids::list(respondent))
        (use_of_answers(respondent))
        (who_asks(respondent))
        @if !respondent.is_helper() && respondent.closed().is_none() {
            p { a href=(respondent.href("/overdragelse")) {
                (tr!(language, "welcome-not-me", post = respondent.invitation.post.as_str()))
            } }
        }
    };
    page(respondent, "", &title, body)
}

fn lead(respondent: &Respondent, extent: &Extent) -> Markup {
    let (language, invitation) = (respondent.language, &respondent.invitation);
    if !extent.tasks.is_empty() {
        return html! {
            @if !respondent.is_helper() && !invitation.name.is_empty() {
                (tr!(language, "welcome-lead-name", name = invitation.name.as_str())) ". "
            }
            (tr!(language, "tasks-lead", tasks = count(extent.tasks.len())))
        };
    }
    if let (true, Some(section)) = (respondent.is_helper(), extent.sections.first()) {
        let area = area_name(respondent, section.area);
        let giver = extent.handover.as_ref().map(|handover| handover.from_name.as_str());
        let name = giver.filter(|name| !name.is_empty()).unwrap_or_else(|| holder(respondent));
        return html! { (tr!(language, "welcome-helper-lead", name = name, area = area)) };
    }
    html! {
        @if !invitation.name.is_empty() {
            (tr!(language, "welcome-lead-name", name = invitation.name.as_str())) ". "
        }
        (tr!(language, "welcome-lead", post = invitation.post.as_str()))
    }
}

fn facts(respondent: &Respondent, extent: &Extent) -> Markup {
    let (language, invitation) = (respondent.language, &respondent.invitation);
    let questions = count(extent.questions);
    let sections = count(extent.sections.len());
    let labels =
        [tr!(language, "welcome-deadline"), tr!(language, "welcome-extent"), tr!(language, "welcome-on-behalf")];
    let time = tr!(language, "welcome-time");
    let extent_text = tr!(language, "welcome-extent-text", questions = questions, sections = sections);
    let mut facts =
        vec![(labels[0].as_str(), html! { strong { (deadline(respondent)) } }), (&labels[1], html! { (extent_text) })];
    if let Some(minutes) = respondent.minutes(extent.questions) {
        facts.push((&time, html! { (tr!(language, "welcome-time-text", minutes = count(minutes))) }));
    }
    let on_behalf = html! { (invitation.post) ", " (invitation.department) ", " (invitation.municipality_code.name()) };
    facts.push((&labels[2], on_behalf));
    ui::definition_list(&facts)
}

/// How many questions there are, and how long they take where that is known.
fn how_much(respondent: &Respondent, extent: &Extent) -> Markup {
    let (language, questions) = (respondent.language, count(extent.questions));
    let sections = count(extent.sections.len());
    html! {
        (tr!(language, "welcome-extent-text", questions = questions, sections = sections)) ". "
        @if let Some(minutes) = respondent.minutes(extent.questions) {
            (tr!(language, "welcome-time-text", minutes = count(minutes)))
        }
    }
}

fn way_on(respondent: &Respondent, extent: &Extent) -> Markup {
    let language = respondent.language;
    if respondent.closed().is_some() {
        let answers = (respondent.href("/overblik"), tr!(language, "welcome-to-answers"));
        return ui::link_button(ui::Button::Primary, link(&answers));
    }
    if extent.is_handed_in() && !respondent.is_helper() {
        let receipt = (respondent.href("/kvittering"), tr!(language, "section-receipt"));
        return ui::link_button(ui::Button::Primary, link(&receipt));
    }
    // A start is the post's; nobody knows whether a helper has been here before.
    let text = match respondent.invitation.started_at {
        _ if respondent.is_helper() => tr!(language, "section-open"),
        Some(_) => tr!(language, "welcome-continue"),
        None => tr!(language, "welcome-start"),
    };
    ui::post_button(ui::Button::Primary, link(&(respondent.href("/start"), text)), &[])
}

/// Whose questions they are, and whom to ask about them.
fn who_asks(respondent: &Respondent) -> Markup {
    let (language, contact) = (respondent.language, respondent.contact.as_str());
    html! {
        p {
            @if let Some(sender) = &respondent.site.sender { (tr!(language, "welcome-sender", sender = sender.as_str())) " " }
            (tr!(language, "welcome-contact")) " " a href={ "mailto:" (contact) } { (contact) } "."
        }
    }
}

fn use_of_answers(respondent: &Respondent) -> Markup {
    let language = respondent.language;
    html! {
        (ui::heading(ui::Level::Two, "brug", &tr!(language, "welcome-use")))
        ul {
            @if respondent.is_helper() {
                li { (tr!(language, "welcome-helper-lead-use", name = holder(respondent))) }
            }
            li { (tr!(language, "welcome-use-why")) }
            li { (tr!(language, "welcome-use-names")) }
            li { (tr!(language, "welcome-use-quote")) }
            li {
                (tr!(language, "welcome-pause")) " "
                (ui::by_script(&tr!(language, "answer-saves"), &tr!(language, "answer-saves-by-button")))
            }
            @if !respondent.is_helper() { li { (tr!(language, "welcome-share")) } }
        }
    }
}
