//! Handing everything to the post's new holder.

use maud::{Markup, html};

use super::colleague;
use super::respondent::{link, page};
use crate::domain::answering::respondents::{Colleague, ColleagueFaults, Respondent};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;

/// A form as somebody filled it in.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// The name as typed.
    pub name: String,
    /// The address as typed.
    pub email: String,
    /// What is wrong with them.
    pub faults: ColleagueFaults,
}

/// The page that hands everything to the post's new holder.
pub fn whole(respondent: &Respondent, attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let back = (respondent.href(""), tr!(language, "handover-back"));
    let title = tr!(language, "handover-whole-title");
    let lead = tr!(language, "handover-whole-lead", post = respondent.invitation.post.as_str());
    let action = respondent.href("/overdragelse");
    let body = html! {
        (ui::back_link(link(&back)))
        (summary(respondent, attempt))
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        // Nothing is sent from here: the answer asks whether name and address are right.
        form method="get" action=(action) novalidate {
            (fields(respondent, attempt, &tr!(language, "handover-whole-next")))
        }
    };
    page(respondent, "/overdragelse", &title, body)
}

/// What the button below the question sends, so that nothing is done for whoever has not seen it.
pub const YES: &str = "ja";

/// The question whether the new holder's name and address are right, before the own link stops.
pub fn whole_asked(respondent: &Respondent, successor: &Colleague) -> Markup {
    let language = respondent.language;
    let back = (respondent.href("/overdragelse"), tr!(language, "handover-whole-change"));
    let title = tr!(language, "handover-whole-asked", name = successor.name.as_str());
    let send = (respondent.href("/overdragelse"), tr!(language, "handover-whole-send"));
    let fields = [("navn", successor.name.as_str()), ("mail", successor.email.as_str()), ("bekraeftet", YES)];
    let body = html! {
        (ui::back_link(link(&back)))
        (ui::page_heading(&title))
        (ui::definition_list(&[
            (&tr!(language, "handover-name"), html! { (successor.name) }),
            (&tr!(language, "handover-email"), html! { strong { (successor.email) } }),
        ]))
        (ui::notice(ui::Kind::Warning, &tr!(language, "word-warning"), html! {
            (tr!(language, "handover-whole-asked-lead"))
        }))
        (ui::button_group(html! {
            (ui::post_button(ui::Button::Primary, link(&send), &fields))
            (ui::link_button(ui::Button::Secondary, link(&back)))
        }))
    };
    page(respondent, "/overdragelse", &title, body)
}

/// The last page of somebody who was not the right one; the own link no longer works.
pub fn whole_done(frame: &Frame, name: &str) -> Markup {
    let language = frame.language;
    let title = tr!(language, "handover-whole-done", name = name);
    let body = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "handover-whole-done-lead")) }))
        p { (tr!(language, "handover-whole-done-directory")) }
    };
    shell::page(frame, &title, body)
}

fn summary(respondent: &Respondent, attempt: &Attempt) -> Markup {
    colleague::summary(respondent.language, &colleague::errors(respondent.language, &attempt.faults))
}

fn fields(respondent: &Respondent, attempt: &Attempt, send: &str) -> Markup {
    html! {
        (colleague::fields(respondent.language, (&attempt.name, &attempt.email), &attempt.faults))
        (ui::button_group(ui::submit(ui::Button::Primary, send)))
    }
}
