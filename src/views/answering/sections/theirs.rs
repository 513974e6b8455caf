//! A section that a colleague answers, as the one who is accountable finds it.

use maud::{Markup, html};

use super::listing::answers;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::views::answering::handovers::since;
use crate::views::answering::respondent::{area_name, count, link, page, section_path};
use crate::views::ui;

/// A section that a colleague has, as the one who is accountable finds it: what is answered, and the way to write in
/// it all the same.
pub fn show(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let area = area_name(respondent, progress.area());
    let name = progress.section.helper_name.as_deref().unwrap_or_default();
    let path = section_path(progress.area());
    let overview = (respondent.href("/overblik"), tr!(language, "section-overview"));
    let anyway = (respondent.href(&format!("{path}?alligevel=ja")), tr!(language, "handover-anyway"));
    let home = (respondent.href(&format!("{path}/hjemtagelse")), tr!(language, "handover-take-home"));
    let other = (respondent.href(&format!("{path}/overdragelse")), tr!(language, "handover-history"));
    let (answered, questions) = (count(progress.answered()), count(progress.questions.len()));
    let body = html! {
        (ui::back_link(link(&overview)))
        (ui::page_heading(area))
        (ui::notice(ui::Kind::Warning, &tr!(language, "word-warning"), html! {
            (tr!(language, "handover-theirs", name = name))
            @if let Some(said) = progress.handover.as_ref().map(|one| since(one, respondent)) { " " (said) }
        }))
        p { (tr!(language, "answer-progress", answered = answered, questions = questions)) }
        (ui::button_group(html! {
            (ui::link_button(ui::Button::Secondary, link(&anyway)))
            (ui::post_button(ui::Button::Secondary, link(&home), &[]))
        }))
        p { (ui::text_link(link(&other))) }
        (answers(respondent, progress))
    };
    page(respondent, &path, area, body)
}
