//! What was typed and could not be saved, shown so that nobody has to type it again.

use maud::{Markup, html};

use crate::domain::Area;
use crate::domain::answering::answers::takes_unit_share;
use crate::domain::answering::drafts::{Draft, Place, Sent};
use crate::domain::answering::respondents::Respondent;
use crate::views::answering::answers::describe_unit_share;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;

/// What could not be saved.
#[derive(Clone, Default)]
pub struct UnsavedAnswers<'a> {
    /// Why, and what to do, in whole sentences.
    pub why: String,
    /// Questions, as far as they are known, and what was typed there.
    pub written: Vec<(String, String)>,
    /// Where to read what is stored.
    pub back: Option<ui::NavItem<'a>>,
    /// Where to send it again, and all of it, where trying again may help.
    pub again: Option<(&'a str, &'a [(String, String)])>,
}

/// The page that says so.
pub fn page(frame: &Frame, kept: &UnsavedAnswers) -> Markup {
    let language = frame.language;
    let title = tr!(language, "kept-title");
    let body = html! {
        (ui::page_heading_with_lead(&title, html! { (kept.why) }))
        @if let Some((action, fields)) = kept.again {
            (ui::form(action, html! {
                @for (name, value) in fields { (ui::hidden(name, value)) }
                (ui::submit(ui::Button::Primary, &tr!(language, "kept-again")))
            }))
        }
        @if let Some(back) = kept.back { p { (ui::link_button(ui::Button::Secondary, back)) } }
        @if !kept.written.is_empty() {
            (ui::heading(ui::Level::Two, "skrevet", &tr!(language, "kept-written")))
            @for (question, text) in &kept.written {
                @if !question.is_empty() { p { strong { (question) } } }
                p .pj-written { (text) }
            }
        }
    };
    shell::page(frame, &title, body)
}

/// The texts of a form of which nothing else is known: comments, quotes and reasons.
pub fn texts(form: &[(String, String)]) -> Vec<(String, String)> {
    let is_text = |name: &str| name.starts_with(['k', 'c', 'b']);
    let written = form.iter().filter(|(name, value)| is_text(name) && !value.trim().is_empty());
    written.map(|(_, value)| (String::new(), value.clone())).collect()
}

/// What drafts say, by question.
pub fn drafts(respondent: &Respondent, area: Area, drafts: &[Draft]) -> Vec<(String, String)> {
    let language = respondent.language;
    let said = |draft: &Draft| {
        let question = respondent.edition.questions.get(draft.question)?;
        let scale = respondent.edition.scale_of(question);
        let option = draft.choice.and_then(|index| scale.options.get(usize::try_from(index).ok()?));
        let option = option.map(|option| option.label.in_language(language));
        let texts = [&draft.reason, &draft.comment, &draft.quote].into_iter().filter_map(|text| text.as_deref());
        let share = match draft.unit_share {
            Sent::Chosen(share) if takes_unit_share(question, scale, draft.choice) => {
                Some(describe_unit_share(share, language))
            }
            _ => None,
        };
        let lines: Vec<&str> =
            option.into_iter().chain(share.as_deref()).chain(texts).filter(|line| !line.is_empty()).collect();
        let area = draft.place.other().unwrap_or(area);
        (!lines.is_empty()).then(|| (respondent.edition.question_text(question, area, language), lines.join("\n")))
    };
    // What is said for several areas at once was written once.
    drafts
        .iter()
        .filter(|draft| drafts.len() == 1 || !matches!(draft.place, Place::Along(_)))
        .filter_map(said)
        .collect()
}
