//! Everything that one person is asked, each with how far it is, its deadline and the way there.

use maud::{Markup, html};

use super::respondent::{holder_of, link};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::tasks::{Task, TaskState};
use crate::texts;
use crate::views::ui;

/// A task as its holder sees it.
#[derive(Debug, Clone)]
pub struct SeenTask {
    /// The task.
    pub task: Task,
    /// What its one section is called, where a colleague has handed it over.
    pub area: Option<String>,
    /// How far it is.
    pub state: TaskState,
    /// Whether the link in the address opens it.
    pub is_opened: bool,
}

/// The tasks of somebody who has several; `extent` tells how much there is to the one that the link opens.
pub fn list(respondent: &Respondent, tasks: &[SeenTask], extent: &Markup) -> Markup {
    let cards: Vec<Markup> = tasks.iter().map(|task| card(respondent, task, extent)).collect();
    ui::cards(&cards)
}

fn card(respondent: &Respondent, seen: &SeenTask, extent: &Markup) -> Markup {
    let (language, invitation) = (respondent.language, &seen.task.invitation);
    let is_open = seen.task.takes_answers(respondent.now);
    let deadline = texts::date(seen.task.deadline(), language);
    let name = seen.area.as_deref().unwrap_or(&invitation.post);
    ui::card(
        name,
        html! {
            p {
                @if seen.area.is_some() {
                    (tr!(language, "tasks-for", name = holder_of(invitation), post = invitation.post.as_str()))
                } @else {
                    (invitation.department)
                }
                br;
                (tr!(language, "tasks-round", round = seen.task.round.key.as_str()))
            }
            p {
                (badge(respondent, seen.state)) br;
                @if is_open { strong { (tr!(language, "tasks-deadline", deadline = deadline)) } }
                @else { (tr!(language, "tasks-closed", deadline = deadline)) }
            }
            @if seen.is_opened && is_open { p { (extent) } }
            (ui::button_group(way_on(respondent, seen, is_open)))
        },
    )
}

fn badge(respondent: &Respondent, state: TaskState) -> Markup {
    let language = respondent.language;
    match state {
        TaskState::NotStarted => ui::progress_badge(ui::Progress::NotStarted, &tr!(language, "section-not-started")),
        TaskState::Started => ui::progress_badge(ui::Progress::Started, &tr!(language, "tasks-started")),
        TaskState::HandedIn => ui::progress_badge(ui::Progress::HandedIn, &tr!(language, "section-handed-in")),
    }
}

/// The way to a task: by its own link, or by the one that is made for it when its button is pressed.
fn way_on(respondent: &Respondent, seen: &SeenTask, is_open: bool) -> Markup {
    let language = respondent.language;
    let is_to_do = is_open && seen.state != TaskState::HandedIn;
    let text = match seen.state {
        TaskState::NotStarted if is_open => tr!(language, "welcome-start"),
        TaskState::Started if is_open => tr!(language, "welcome-continue"),
        _ => tr!(language, "welcome-to-answers"),
    };
    // Buttons that read the same say to screen readers where each leads.
    let name = seen.area.as_deref().unwrap_or(&seen.task.invitation.post);
    let button = if is_to_do { ui::Button::Primary } else { ui::Button::Secondary };
    let key = seen.task.key();
    let (path, fields) = match (seen.is_opened, is_to_do) {
        (true, true) => ("/start", Vec::new()),
        (true, false) if seen.area.is_none() && seen.state == TaskState::HandedIn => {
            return ui::link_button_about(button, link(&(respondent.href("/kvittering"), text)), name);
        }
        (true, false) => return ui::link_button_about(button, link(&(respondent.href("/overblik"), text)), name),
        (false, _) => ("/opgave", vec![("opgave", key.as_str())]),
    };
    ui::post_button_about(button, link(&(respondent.href(path), text)), name, &fields)
}
