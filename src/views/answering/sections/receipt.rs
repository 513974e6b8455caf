//! The receipt: what was handed in.

use maud::{Markup, html};

use super::listing::{answers, handed_in_at};
use super::take_back;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::views::answering::aids;
use crate::views::answering::next_steps::{self, MunicipalityProgress};
use crate::views::answering::respondent::{area_name, closed_notice, count, deadline, link, page};
use crate::views::ui;

/// The receipt.
pub fn show(respondent: &Respondent, all: &[SectionProgress], municipality: Option<MunicipalityProgress>) -> Markup {
    let language = respondent.language;
    let handed_in: Vec<&SectionProgress> = all.iter().filter(|progress| progress.is_handed_in()).collect();
    let is_open = respondent.closed().is_none();
    let title = match handed_in.is_empty() {
        true => tr!(language, "section-none-handed-in"),
        false => tr!(language, "section-receipt-title"),
    };
    let lead = match (handed_in.is_empty(), is_open) {
        (true, _) => tr!(language, "section-none-handed-in-lead"),
        (false, true) => tr!(language, "section-receipt-lead", deadline = deadline(respondent)),
        (false, false) => tr!(language, "section-receipt-lead-closed"),
    };
    let drafts = count(all.len() - handed_in.len());
    let summary = (respondent.href("/indsend"), tr!(language, "section-summary"));
    let back = (respondent.href("/overblik"), tr!(language, "section-overview"));
    let body = html! {
        (ui::back_link(link(&back)))
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        @if handed_in.len() == all.len() {
            (ui::notice(ui::Kind::Success, &tr!(language, "word-success"), html! {
                (tr!(language, "section-all-handed-in")) " " (tr!(language, "section-receipt-mail"))
            }))
        }
        (closed_notice(respondent))
        @if !handed_in.is_empty() { (next_steps::show(respondent, municipality)) }
        @if drafts > 0 && is_open {
            @if !handed_in.is_empty() { p { (tr!(language, "section-some-handed-in", drafts = drafts)) } }
            (ui::button_group(ui::link_button(ui::Button::Primary, link(&summary))))
        }
        @for progress in &handed_in {
            (ui::heading(ui::Level::Two, progress.area().as_str(), area_name(respondent, progress.area())))
            p { (handed_in_at(respondent, progress)) }
            (answers(respondent, progress))
            @if is_open { (take_back(respondent, progress)) }
        }
        p { (ui::text_link(link(&(respondent.href(""), tr!(language, "tasks-yours"))))) }
        @if !handed_in.is_empty() { (ui::button_group(ui::print_button(&tr!(language, "section-print")))) }
        p { (ui::text_link(link(&aids::paper(respondent)))) }
    };
    page(respondent, "/kvittering", &title, body)
}
