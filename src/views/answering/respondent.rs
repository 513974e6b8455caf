//! What the pages behind a personal link have in common.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::base::days::in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::{Area, Language};
use crate::texts;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::{refusals, ui};

/// A page at `path` under the personal link.
pub fn page(respondent: &Respondent, path: &str, title: &str, body: Markup) -> Markup {
    shell::page(&frame(respondent, path), title, body)
}

/// What surrounds a page at `path` under the personal link; the service's name leads to the link's first page.
pub fn frame(respondent: &Respondent, path: &str) -> Frame {
    Frame {
        path: respondent.href(path),
        home: respondent.href(""),
        is_demo: respondent.is_demo,
        ..Frame::bare(respondent.language, respondent.site.clone())
    }
}

/// "12 of 31 answered".
pub fn progress_of(respondent: &Respondent, progress: &SectionProgress) -> String {
    let (answered, questions) = (count(progress.answered()), count(progress.questions.len()));
    tr!(respondent.language, "answer-progress", answered = answered, questions = questions)
}

/// The page that says why something can't be done, with the way back.
pub fn refused(respondent: &Respondent, refusal: &Refusal) -> Markup {
    let language = respondent.language;
    let title = tr!(language, "error-refused");
    let overview = (respondent.href("/overblik"), tr!(language, "section-overview"));
    let body = html! {
        (ui::page_heading(&title))
        p {
            (refusals::describe(refusal, language)) " " (tr!(language, "answer-closed-read"))
            @if respondent.closed().is_some() { " " (only_handed_in(respondent)) }
        }
        p { (ui::link_button(ui::Button::Primary, link(&overview))) }
    };
    page(respondent, "/overblik", &title, body)
}

/// Why nothing can be changed any more, if so.
pub fn closed_notice(respondent: &Respondent) -> Markup {
    let language = respondent.language;
    html! {
        @if let Some(refusal) = respondent.closed() {
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! {
                (refusals::describe(&refusal, language)) " " (tr!(language, "answer-closed-read"))
                " " (only_handed_in(respondent))
            }))
        }
    }
}

/// What counts once answers are no longer taken, and whom to write to.
fn only_handed_in(respondent: &Respondent) -> Markup {
    let contact = respondent.contact.as_str();
    html! {
        (tr!(respondent.language, "answer-closed-counts")) " "
        a href={ "mailto:" (contact) } { (contact) } "."
    }
}

/// The last day of answering as people read it.
pub fn deadline(respondent: &Respondent) -> String {
    texts::date(respondent.deadline(), respondent.language)
}

/// What the round's edition calls an area.
pub fn area_name(respondent: &Respondent, area: Area) -> &str {
    respondent.edition.area_name(area, respondent.language)
}

/// What it calls several areas, one after another in a sentence.
pub fn areas_named(respondent: &Respondent, areas: &[Area]) -> String {
    let names: Vec<&str> = areas.iter().map(|area| area_name(respondent, *area)).collect();
    match names.split_last() {
        Some((last, [first, others @ ..])) => {
            let named = others.iter().fold((*first).to_owned(), |named: String, next| {
                let next: &str = next;
                tr!(respondent.language, "once-areas-more", first = named, next = next)
            });
            let last: &str = last;
            tr!(respondent.language, "once-areas", first = named, last = last)
        }
        _ => names.concat(),
    }
}

/// The path of a section's page.
pub fn section_path(area: Area) -> String {
    format!("/afsnit/{area}")
}

/// Wall-clock time in Denmark: "14.02", "14:02".
pub fn time(instant: NaiveDateTime, language: Language) -> String {
    let format = match language {
        Language::Danish => "%H.%M",
        Language::English => "%H:%M",
    };
    in_denmark(instant).format(format).to_string()
}

/// A count as texts take it.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A link from its address and text.
pub(crate) fn link(both: &(String, String)) -> ui::NavItem<'_> {
    ui::NavItem { href: &both.0, text: &both.1 }
}

/// The name of the post's holder, or the post where no name is known.
pub fn holder(respondent: &Respondent) -> &str {
    holder_of(&respondent.invitation)
}

/// The same of any invitation.
pub fn holder_of(invitation: &Invitation) -> &str {
    if invitation.name.is_empty() { &invitation.post } else { &invitation.name }
}
