//! What happens after handing in: until when answers can be changed, how far the municipality is, when there is a
//! result, and how long this page can be read.

use maud::{Markup, html};

use super::respondent::{count, deadline, link};
use crate::domain::answering::respondents::Respondent;
use crate::domain::rounds::RoundStatus;
use crate::texts;
use crate::views::ui::{self, Level};

/// How many sections of the municipality are handed in, and how many there are; it says that somebody has answered,
/// and never what.
pub type MunicipalityProgress = (usize, usize);

/// What happens next; `progress` where others in the municipality are asked too.
pub fn show(respondent: &Respondent, progress: Option<MunicipalityProgress>) -> Markup {
    let language = respondent.language;
    let round = &respondent.round;
    let result = (respondent.href("/resultat"), tr!(language, "next-see-result"));
    let municipality = respondent.invitation.municipality_code.authority();
    let lines = [
        respondent.closed().is_none().then(|| tr!(language, "next-until", deadline = deadline(respondent))),
        progress.map(|(done, all)| {
            tr!(language, "next-municipality", done = count(done), all = count(all), municipality = municipality)
        }),
        (round.status == RoundStatus::Open).then(|| {
            let closes = texts::date(round.closes_on, language);
            match round.plan().sends_result() {
                true => tr!(language, "next-result-mailed", closes = closes),
                false => tr!(language, "next-result", closes = closes),
            }
        }),
        kept(respondent),
    ];
    html! {
        (ui::heading(Level::Two, "nu", &tr!(language, "next-title")))
        ul { @for line in lines.into_iter().flatten() { li { (line) } } }
        @if round.is_closed() { (ui::button_group(ui::link_button(ui::Button::Primary, link(&result)))) }
    }
}

/// Until when the link opens this page; nothing where links are kept for good.
pub fn kept(respondent: &Respondent) -> Option<String> {
    let language = respondent.language;
    match respondent.kept_until() {
        Some(day) => Some(tr!(language, "next-kept-until", day = texts::date(day, language))),
        None if respondent.retention_months > 0 => {
            Some(tr!(language, "next-kept", months = i64::from(respondent.retention_months)))
        }
        None => None,
    }
}
