//! Handing a section to a colleague, or everything to the post's new holder.

use maud::{Markup, html};

use super::respondent::{area_name, link, page, section_path};
use crate::domain::Language;
use crate::domain::answering::respondents::{Colleague, ColleagueFaults, Respondent};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::invitations::Section;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::{refusals, ui};

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

/// The page that hands a section to a colleague.
pub fn section(respondent: &Respondent, section: &Section, attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let path = section_path(section.area);
    let back = (respondent.href(&path), tr!(language, "handover-back"));
    let action = respondent.href(&format!("{path}/overdragelse"));
    let title = tr!(language, "handover-section-title", area = area_name(respondent, section.area));
    let home = (respondent.href(&format!("{path}/hjemtagelse")), tr!(language, "handover-take-home"));
    let body = html! {
        (ui::back_link(link(&back)))
        (summary(respondent, attempt))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "handover-section-lead")) }))
        @if let Some(name) = &section.helper_name {
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "handover-current", name = name.as_str()))
                (ui::button_group(ui::post_button(ui::Button::Secondary, link(&home), &[])))
            }))
        }
        (ui::form(&action, fields(respondent, attempt, &tr!(language, "handover-section-send"))))
    };
    page(respondent, &format!("{path}/overdragelse"), &title, body)
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
    };
    shell::page(frame, &title, body)
}

fn summary(respondent: &Respondent, attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let say = |refusal: &Option<_>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let (name, email) = (say(&attempt.faults.name), say(&attempt.faults.email));
    let errors: Vec<ui::NavItem> = [("#navn", &name), ("#mail", &email)]
        .into_iter()
        .filter_map(|(href, text)| Some(ui::NavItem { href, text: text.as_deref()? }))
        .collect();
    html! {
        @if !errors.is_empty() {
            (ui::error_summary(&tr!(language, "word-error"), &tr!(language, "handover-summary"), &errors))
        }
    }
}

/// What is not there can't be wrong.
fn describe(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::BadAddress(address) if address.is_empty() => tr!(language, "handover-email-missing"),
        _ => refusals::describe(refusal, language),
    }
}

fn fields(respondent: &Respondent, attempt: &Attempt, send: &str) -> Markup {
    let language = respondent.language;
    let word = tr!(language, "word-error");
    let say = |refusal: &Option<_>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let (name_error, email_error) = (say(&attempt.faults.name), say(&attempt.faults.email));
    let (name, email, hint) =
        (tr!(language, "handover-name"), tr!(language, "handover-email"), tr!(language, "handover-hint"));
    let name_field = ui::Field {
        name: "navn",
        label: &name,
        error: name_error.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    let email_field = ui::Field {
        name: "mail",
        label: &email,
        hint: Some(&hint),
        error: email_error.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    html! {
        (ui::text_input(&name_field, &ui::Input { value: &attempt.name, ..ui::Input::default() }))
        (ui::text_input(&email_field, &ui::Input { kind: "email", value: &attempt.email, autocomplete: None }))
        (ui::button_group(ui::submit(ui::Button::Primary, send)))
    }
}
