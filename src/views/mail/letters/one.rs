//! The page of one letter: what became of it, and what a person may decide about it.

use maud::{Markup, html};

use super::{kind_name, labels, standing};
use crate::domain::mail::letter_texts::LetterText;
use crate::domain::mail::letters::{Letter, LetterState};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::{Language, MunicipalityCode};
use crate::texts::instant;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Button, Level, NavItem};

/// What the page of one letter shows.
#[derive(Debug, Clone, Copy)]
pub struct One<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// The invitation, where it goes to somebody asked.
    pub invitation: Option<&'a Invitation>,
    /// Municipality and title of the post, where it is not asked yet.
    pub told: Option<&'a (MunicipalityCode, String)>,
    /// Under which subject it was last sent.
    pub subject: Option<&'a str>,
    /// The version of the programme's text that it was written from.
    pub text: Option<&'a LetterText>,
    /// How it read, where letters are kept (demo).
    pub preview: Option<Preview<'a>>,
}

/// A letter as it was sent (demo).
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    /// The subject.
    pub subject: &'a str,
    /// The plain text.
    pub text: &'a str,
    /// The HTML, shown as its source.
    pub html: &'a str,
    /// The personal link in it.
    pub link: &'a str,
}

/// The page of one letter.
pub fn one(frame: &Frame, shown: &One) -> Markup {
    let language = frame.language;
    let One { letter, invitation, told, subject, text, preview } = shown;
    let kind = kind_name(letter.kind, language);
    let title = preview.map_or(kind.as_str(), |preview| preview.subject);
    let terms = labels(language);
    let [to, about, post, state, when, attempts] = terms.each_ref().map(String::as_str);
    let body = html! {
        (ui::back_link(NavItem { href: "/letters", text: &tr!(language, "letters-back") }))
        (ui::page_heading(title))
        (ui::definition_list(&[
            (to, html! { (letter.name) " " (letter.email) }),
            (about, html! { (kind) }),
            (post, html! {
                @if let Some(invitation) = invitation { (invitation.post) ", " (invitation.municipality_code.name()) }
                @else if let Some((code, post)) = told { (post) ", " (code.name()) }
                @else { (tr!(language, "letters-to-account")) }
            }),
            (state, standing(letter, language)),
            (when, html! { (instant(letter.sent_at.unwrap_or(letter.due_at), language)) }),
            (attempts, html! { (letter.attempts) }),
        ]))
        @if let Some(subject) = subject {
            (ui::definition_list(&[
                (&tr!(language, "texts-subject"), html! { (subject) }),
                (&tr!(language, "letters-written-from"), html! {
                    @if let Some(text) = text {
                        a href={ "/programmes/" (text.place().path()) "?version=" (text.version) } {
                            (tr!(language, "texts-own", version = text.version))
                        }
                    } @else { (tr!(language, "texts-brought")) }
                }),
            ]))
        }
        @if letter.waits_for_person() { (decisions(letter, language)) }
        @if let Some(preview) = preview { (read(preview, language)) }
    };
    shell::page(frame, title, body)
}

/// What a person may decide about a letter that gets no further by itself.
fn decisions(letter: &Letter, language: Language) -> Markup {
    let lead = match letter.state {
        LetterState::InDoubt => tr!(language, "letters-decide-doubt"),
        LetterState::Bounced => tr!(language, "letters-decide-bounced"),
        _ => tr!(language, "letters-decide-failed"),
    };
    let (repeat, settle) = (format!("/letters/{}/repeat", letter.id), format!("/letters/{}/settlement", letter.id));
    html! {
        (ui::heading(Level::Two, "decision", &tr!(language, "letters-decide")))
        p { (lead) }
        (ui::button_group(html! {
            (ui::post_button(Button::Primary, NavItem { href: &repeat, text: &tr!(language, "letters-repeat") }, &[]))
            @if letter.state == LetterState::InDoubt {
                (ui::post_button(Button::Secondary, NavItem { href: &settle, text: &tr!(language, "letters-settle") }, &[]))
            }
        }))
    }
}

fn read(letter: &Preview, language: Language) -> Markup {
    html! {
        p { a href=(letter.link) { (tr!(language, "letters-open-link")) } }
        (ui::heading(Level::Two, "text", &tr!(language, "letters-text")))
        pre { (letter.text) }
        (ui::details(&tr!(language, "letters-html"), html! { pre { (letter.html) } }))
    }
}
