//! What people have written that the sheet holds: advice, and what leaders say of their answers.

use maud::{Markup, html};

use super::SheetPage;
use crate::domain::Language;
use crate::domain::answering::comments::Comment;
use crate::views::dashboards::municipalities::light;
use crate::views::practice::advice;
use crate::views::ui::{self, Level};

/// The most pieces of advice that are printed.
const MOST_ADVICE: usize = 5;

/// The most letters of a comment, so that two pages hold all of them.
const MOST_LETTERS: usize = 280;

/// What the municipality was advised, a line each, the newest first.
pub(super) fn advised(page: &SheetPage, language: Language) -> Markup {
    let standing = page.advice.iter().filter_map(|(thread, edition)| Some((thread, edition, thread.body()?)));
    let lines: Vec<(String, String)> = standing
        .take(MOST_ADVICE)
        .map(|(thread, edition, body)| (advice::title(thread, edition, language), shortened(body)))
        .collect();
    if lines.is_empty() {
        return Markup::default();
    }
    html! {
        (ui::heading(Level::Two, "advice", &tr!(language, "sheet-advice")))
        ul { @for (title, body) in &lines { li { strong { (title) } ": " (body) } } }
    }
}

/// What leaders have written beside the answers that the sheet is about.
pub(super) fn comments(page: &SheetPage, language: Language) -> Markup {
    let edition = &page.sheet.municipality.round.edition;
    let all = format!("/rounds/{}/comments?municipality={}", page.round(), page.sheet.municipality.code);
    let comment = |one: &Comment| {
        let question = edition.questions.get(one.question());
        let texts = [&one.reason, &one.comment, &one.quote];
        let chosen = one.choice.and_then(|choice| usize::try_from(choice).ok());
        html! {
            li {
                @if let Some(question) = question {
                    @if let Some(recommendation) = edition.recommendation_of(question) {
                        strong { (recommendation.title.in_language(language)) } " "
                    }
                    @if let Some(option) = chosen { (light(edition.scale_of(question), option, language)) " " }
                }
                @for text in texts.into_iter().flatten() { "»" (shortened(text)) "« " }
                "(" (edition.area_name(one.area, language)) ", " (one.post) ")"
            }
        }
    };
    html! {
        (ui::heading(Level::Two, "comments", &tr!(language, "sheet-comments")))
        @if page.comments.is_empty() { p { (tr!(language, "sheet-no-comments")) } } @else {
            ul { @for one in page.comments { (comment(one)) } }
        }
        @if page.written > 0 {
            p { a href=(all) { (tr!(language, "sheet-all-comments", count = page.written)) } }
        }
    }
}

/// The beginning of a long text, cut between words.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        None => text.to_owned(),
        Some((end, _)) => {
            let begun = &text[..end];
            let kept = begun.rsplit_once(char::is_whitespace).map_or(begun, |(kept, _)| kept);
            format!("{}…", kept.trim_end())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_comment_is_cut_between_words_and_a_short_one_is_not() {
        assert_eq!(shortened("Vi mangler tid."), "Vi mangler tid.");
        let long = "Æblegrød på ø ".repeat(40);
        let cut = shortened(&long);
        assert!(cut.ends_with("…") && cut.chars().count() <= MOST_LETTERS + 1, "{cut}");
        assert!(long.starts_with(cut.trim_end_matches('…')));
    }
}
