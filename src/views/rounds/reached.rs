//! How somebody who is asked is reached: name and phone, and what became of the latest letter.

use maud::{Markup, html};

use super::super::ui::{self, Kind};
use super::moment;
use crate::domain::Language;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::participation::{FAILED, LetterStanding};

/// Who is asked, and how to reach them.
pub(super) fn contact(invitation: &Invitation, is_bounced: bool, language: Language) -> Markup {
    let number: String = invitation.phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    html! {
        @if is_bounced && invitation.handed_in_at.is_none() {
            (ui::badge(Kind::Error, &tr!(language, "rounds-find-successor"))) br;
        }
        @if invitation.name.is_empty() { (tr!(language, "rounds-no-name")) } @else { (invitation.name) }
        br;
        @if number.is_empty() { (tr!(language, "rounds-no-phone")) } @else { a href={ "tel:" (number) } { (invitation.phone) } }
        @if !invitation.email.is_empty() { br; a href={ "mailto:" (invitation.email) } { (invitation.email) } }
    }
}

/// The latest letter to a post and what became of it.
pub(super) fn letter(
    round: &Round,
    invitation: &Invitation,
    latest: Option<&LetterStanding>,
    language: Language,
) -> Markup {
    let Some(letter) = latest else {
        return match (round.is_historic, invitation.email.is_empty()) {
            (true, _) => html! { (tr!(language, "rounds-no-mail")) },
            (false, true) => ui::badge(Kind::Warning, &tr!(language, "rounds-no-email")),
            (false, false) => html! { (tr!(language, "rounds-no-letter")) },
        };
    };
    let kind = match letter.kind.as_str() {
        "invitation" => tr!(language, "rounds-letter-invitation"),
        "extended" => tr!(language, "letters-extended"),
        _ => tr!(language, "rounds-letter-reminder"),
    };
    let state = match letter.state.as_str() {
        "accepted" => ui::badge(Kind::Success, &tr!(language, "rounds-letter-accepted")),
        "bounced" => ui::badge(Kind::Error, &tr!(language, "letters-bounced")),
        "cancelled" => ui::plain_badge(&tr!(language, "rounds-letter-cancelled")),
        failed if FAILED.contains(&failed) => ui::badge(Kind::Error, &tr!(language, "rounds-letter-failed")),
        _ => ui::plain_badge(&tr!(language, "rounds-letter-waiting")),
    };
    html! {
        (state) br; (kind)
        @if let Some(at) = letter.sent_at { br; (moment(at, language)) }
    }
}
