//! The sections of an invitation: overview, what is missing before handing in, the receipt.

mod listing;
mod receipt;
mod summary;
mod theirs;

use maud::{Markup, html};

use super::aids;
use super::handovers;
use super::respondent::progress_of;
use super::respondent::{area_name, closed_notice, count, deadline, holder, link, page, section_path};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::answering::sharing::totals;
use crate::views::ui;
pub use listing::written_to;
use listing::{answers, handed_in_at};
pub use receipt::show as receipt;
pub use summary::{Question, show as summary};
pub use theirs::show as theirs;

/// What the overview says first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    /// Nothing but the overview.
    None,
    /// That everything is saved and how to come back.
    Saved,
}

/// The overview.
pub fn overview(respondent: &Respondent, all: &[SectionProgress], greeting: Greeting) -> Markup {
    let language = respondent.language;
    let title = match respondent.is_helper() {
        true => tr!(language, "section-helper-title"),
        false => tr!(language, "section-overview-title"),
    };
    let done = totals(all);
    let (answered, questions) = (count(done.0), count(done.1));
    let lead = tr!(
        language,
        "section-overview-lead",
        answered = answered,
        questions = questions,
        deadline = deadline(respondent)
    );
    let hrefs: Vec<String> = all.iter().map(|progress| respondent.href(&section_path(progress.area()))).collect();
    let rows = all.iter().zip(&hrefs).map(|(progress, href)| ui::TaskRow {
        link: ui::NavItem { href, text: area_name(respondent, progress.area()) },
        note: extent(respondent, progress),
        status: badge(respondent, progress),
    });
    let rows: Vec<ui::TaskRow> = rows.collect();
    let home = (respondent.href(""), tr!(language, "tasks-yours"));
    let body = html! {
        (ui::back_link(link(&home)))
        @if greeting == Greeting::Saved {
            (ui::notice(ui::Kind::Success, &tr!(language, "word-success"), html! {
                (tr!(language, "section-saved", deadline = deadline(respondent)))
            }))
        }
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        (closed_notice(respondent))
        (ui::progress_text(&tr!(language, "answer-progress", answered = answered, questions = questions), done))
        @if all.iter().any(|progress| !progress.shared.is_empty()) { p { (tr!(language, "once-explained")) } }
        (ui::task_list(&rows))
        @if respondent.is_helper() {
            @for progress in all.iter().filter(|progress| !progress.is_handed_in() && respondent.closed().is_none()) {
                (handovers::note(respondent, progress.handover.as_ref()))
                (handovers::being_done(respondent, progress))
            }
        }
        (ui::button_group(ways_on(respondent, all)))
        p { (ui::text_link(link(&aids::paper(respondent)))) }
    };
    page(respondent, "/overblik", &title, body)
}

/// How many questions a section has, how long they take, and who is at it.
fn extent(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let asked = progress.questions.len();
    let questions = count(asked);
    html! {
        // What another section asks for this one takes its time there.
        @match respondent.minutes(progress.asked()).filter(|_| progress.asked() > 0) {
            Some(minutes) => (tr!(language, "section-extent-minutes", questions = questions, minutes = count(minutes))),
            None => (tr!(language, "section-extent", questions = questions)),
        }
        @if let (Some(name), false) = (&progress.section.helper_name, respondent.is_helper()) {
            br; (tr!(language, "section-to-helper", name = name.as_str()))
            @if let Some(handover) = &progress.handover { br; (handovers::since(handover, respondent)) }
        }
    }
}

/// How far a section is, in a word.
pub(crate) fn badge(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    if progress.is_handed_in() {
        return ui::progress_badge(ui::Progress::HandedIn, &tr!(language, "section-handed-in"));
    }
    if progress.is_handed_over() && !respondent.is_helper() {
        return match progress.handover.as_ref().is_some_and(|handover| handover.done_at.is_some()) {
            true => ui::badge(ui::Kind::Success, &tr!(language, "section-helper-is-done")),
            false => ui::badge(ui::Kind::Info, &tr!(language, "section-handed-over")),
        };
    }
    if progress.answered() == 0 {
        return ui::progress_badge(ui::Progress::NotStarted, &tr!(language, "section-not-started"));
    }
    ui::progress_badge(ui::Progress::Started, &progress_of(respondent, progress))
}

fn ways_on(respondent: &Respondent, all: &[SectionProgress]) -> Markup {
    let language = respondent.language;
    let drafts = || all.iter().filter(|progress| !progress.is_handed_in());
    let first = drafts()
        .filter(|progress| respondent.is_helper() || !progress.is_handed_over())
        .find_map(|progress| Some(progress.asked_under(*progress.missing().first()?)));
    let first = first.map(|area| respondent.href(&section_path(area)));
    let go_on = first.map(|href| (href, tr!(language, "section-continue")));
    let hand_in = (respondent.href("/indsend"), tr!(language, "section-summary"));
    let receipt = (respondent.href("/kvittering"), tr!(language, "section-receipt"));
    let is_open = respondent.closed().is_none();
    let may_hand_in = is_open && !respondent.is_helper() && drafts().next().is_some();
    let has_receipt = !respondent.is_helper() && all.iter().any(SectionProgress::is_handed_in);
    html! {
        @if let (Some(go_on), true) = (&go_on, is_open) { (ui::link_button(ui::Button::Primary, link(go_on))) }
        @if may_hand_in {
            @let button = if go_on.is_some() { ui::Button::Secondary } else { ui::Button::Primary };
            (ui::link_button(button, link(&hand_in)))
        }
        @if has_receipt { (ui::link_button(ui::Button::Secondary, link(&receipt))) }
    }
}

/// A section whose answers can only be read, why, and how to get at it again.
pub fn read_only(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    html! {
        (closed_notice(respondent))
        @if progress.is_handed_in() {
            p { (handed_in_at(respondent, progress)) }
            @if respondent.closed().is_none() {
                (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! {
                    @if respondent.is_helper() {
                        (tr!(language, "section-handed-in-read-helper", name = holder(respondent)))
                    } @else {
                        (tr!(language, "section-handed-in-read"))
                    }
                }))
                @if !respondent.is_helper() { (take_back(respondent, progress)) }
            }
        }
        (answers(respondent, progress))
    }
}

/// The button that makes a section a draft again.
pub(crate) fn take_back(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let action = (respondent.href("/tilbagetagelse"), tr!(respondent.language, "section-take-back"));
    // Which handing in is taken back, so that this form sent again later does not take back another.
    let stamp = progress.section.handed_in_at.map_or_else(String::new, |at| at.and_utc().timestamp().to_string());
    let fields = [("afsnit", progress.area().as_str()), ("indsendt", stamp.as_str())];
    ui::button_group(ui::post_button(ui::Button::Secondary, link(&action), &fields))
}
