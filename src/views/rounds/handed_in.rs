//! What one post has handed in: every question with its answer, reason and comments.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Kind, Level, NavItem};
use super::{moment, title};
use crate::domain::Language;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::Invitation;
use crate::views::answering::sections::written_to;
use crate::views::dashboards::municipalities::light;

/// The page of one post in a round.
pub fn handed_in(
    frame: &Frame,
    (round, edition): (&Round, &Edition),
    invitation: &Invitation,
    all: &[SectionProgress],
) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-handed-in-heading", post = invitation.post.as_str());
    let municipality = invitation.municipality_code.name();
    let done = all.iter().filter(|progress| progress.is_handed_in()).count();
    let result = format!("/rounds/{}/municipalities/{}", round.key, invitation.municipality_code);
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/rounds", text: &tr!(language, "rounds-title") },
                NavItem { href: &format!("/rounds/{}", round.key), text: &title(round, language) },
                NavItem { href: &result, text: municipality },
                NavItem { href: &format!("{result}/status"), text: &tr!(language, "rounds-posts") },
            ],
            &invitation.post,
        ))
        (ui::page_heading_with_lead(&heading, html! {
            @if !invitation.department.is_empty() { (invitation.department) ", " }
            (invitation.municipality_code.authority()) ". " (tr!(language, "rounds-sections", done = done, all = all.len())) "."
        }))
        @if !round.is_historic {
            p { a href={ "/rounds/" (round.key) "/calls/" (invitation.id) } { (tr!(language, "post-calls-link")) } }
        }
        @if done < all.len() {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "rounds-handed-in-only")) }))
        }
        @for progress in all { (section(edition, progress, language)) }
    };
    shell::page(frame, &heading, main)
}

fn section(edition: &Edition, progress: &SectionProgress, language: Language) -> Markup {
    let area = progress.area();
    html! {
        (ui::heading(Level::Two, area.as_str(), edition.area_name(area, language)))
        @match progress.section.handed_in_at {
            None => p { (tr!(language, "rounds-not-handed-in")) },
            Some(at) => {
                p { (tr!(language, "rounds-handed-in-at", moment = moment(at, language))) }
                @for of_package in progress.questions.chunk_by(|one, next| {
                    edition.questions[*one].package == edition.questions[*next].package
                }) { (answers(edition, progress, of_package, language)) }
            }
        }
    }
}

/// The answers to the questions of one package, or to those of none.
fn answers(edition: &Edition, progress: &SectionProgress, questions: &[QuestionIndex], language: Language) -> Markup {
    let area = progress.area();
    let package = questions.first().and_then(|question| edition.packages.get(edition.questions[*question].package?));
    let (key, name) = match package {
        Some(package) => (package.key.as_str(), package.title.in_language(language).to_owned()),
        None => ("pakke", tr!(language, "answer-general")),
    };
    let returned = progress.returned();
    let lines: Vec<(String, Markup)> = questions
        .iter()
        .map(|index| {
            let question = &edition.questions[*index];
            let chosen = returned.iter().find(|(answered, _)| answered == index);
            let answer = html! {
                @match chosen {
                    Some((_, option)) => (light(edition.scale_of(question), *option, language)),
                    None => (tr!(language, "answer-no-answer")),
                }
                @if let Some(answer) = progress.answers.get(index) { (written_to(answer, language)) }
            };
            (edition.question_text(question, area, language), answer)
        })
        .collect();
    let lines: Vec<ui::Line> =
        lines.iter().map(|(label, value)| ui::Line { label, value: value.clone(), edit: None }).collect();
    html! {
        (ui::heading(Level::Three, &format!("{area}-{key}"), &name))
        (ui::structured_list(&format!("{}: {name}", edition.area_name(area, language)), &lines))
    }
}
