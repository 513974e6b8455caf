//! What has happened since the visit before.

use maud::{Markup, html};

use super::lines::{cut, link};
use crate::domain::Language;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::news::News;
use crate::texts;
use crate::views::ui;

/// The section; a sentence where nothing has happened.
pub fn section(news: &News, language: Language) -> Markup {
    let since = texts::date(day_in_denmark(news.since), language);
    let heading = tr!(language, "home-news", day = since.as_str());
    let opened = news
        .opened
        .iter()
        .map(|key| link(&format!("/rounds/{key}"), &tr!(language, "home-news-opened", key = key.as_str())));
    let closed = news
        .closed
        .iter()
        .map(|key| link(&format!("/rounds/{key}/country"), &tr!(language, "home-news-closed", key = key.as_str())));
    let handed_in = news.handed_in.iter().map(|(key, count)| {
        link(&format!("/rounds/{key}"), &tr!(language, "home-news-handed-in", key = key.as_str(), count = count))
    });
    let comments = news.comments.iter().map(|(key, count)| {
        link(
            &format!("/rounds/{key}/comments"),
            &tr!(language, "home-news-comments", key = key.as_str(), count = count),
        )
    });
    let advice = news.advice.iter().map(|(code, count)| {
        let text = tr!(language, "home-news-advice", municipality = code.name(), count = count);
        link(&format!("/municipalities/{code}/advice"), &text)
    });
    let advice = cut(advice.collect(), language);
    let lines: Vec<Markup> = advice.into_iter().chain(opened).chain(closed).chain(handed_in).chain(comments).collect();
    html! {
        @if lines.is_empty() { p { (tr!(language, "home-no-news", day = since)) } }
        @else { (ui::heading(ui::Level::Two, "news", &heading)) (ui::plain_list(&lines)) }
    }
}
