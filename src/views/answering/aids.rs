//! What helps beside answering: the result once there is one, the questionnaire on paper, the deadline in a calendar, and more time.

use maud::{Markup, html};

use super::respondent::link;
use crate::domain::answering::respondents::Respondent;
use crate::views::ui;

/// Links to what helps.
pub fn list(respondent: &Respondent) -> Markup {
    let language = respondent.language;
    let may_ask =
        !respondent.is_helper() && respondent.closed().is_none() && respondent.invitation.extended_to.is_none();
    let mut links = Vec::new();
    if respondent.round.is_closed() && !respondent.is_helper() {
        links.push((respondent.href("/resultat"), tr!(language, "next-see-result")));
    }
    links.push(paper(respondent));
    if respondent.closed().is_none() {
        links.push((respondent.href("/frist.ics"), tr!(language, "deadline-link")));
    }
    if may_ask && respondent.invitation.handed_in_at.is_none() {
        links.push((respondent.href("/mere-tid"), tr!(language, "more-time-link")));
    }
    html! { ul .nobullet-list.pj-links { @for one in &links { li { (ui::text_link(link(one))) } } } }
}

/// The way to the whole questionnaire on one page.
pub fn paper(respondent: &Respondent) -> (String, String) {
    (respondent.href("/udskrift"), tr!(respondent.language, "paper-link"))
}
