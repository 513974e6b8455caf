//! The posts that a round would ask, one by one: what each gets, and what is odd about it.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Column, Content, Field, Kind, NavItem, Table};
use super::way;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::rounds::prepared_posts::{Filter, PreparedPost, Show};
use crate::domain::{Language, MunicipalityCode};
use crate::views::pages;

/// Posts on one page.
pub const POSTS_PER_PAGE: usize = 50;

/// One page of the list.
#[derive(Debug)]
pub struct PreparedPosts<'a> {
    /// What is shown.
    pub filter: &'a Filter,
    /// The municipalities to choose from.
    pub municipalities: &'a [MunicipalityCode],
    /// The posts of this page.
    pub posts: &'a [&'a PreparedPost],
    /// How many there are on all pages.
    pub total: usize,
    /// The page, from 1.
    pub page: usize,
}

/// A page of the posts that a round would ask.
pub fn prepared_posts(frame: &Frame, (round, edition): (&Round, &Edition), shown: &PreparedPosts) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "prepared-heading", key = round.key.as_str());
    let address = format!("/rounds/{}/preparation/posts", round.key);
    let main = html! {
        (way(round, &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "prepared-lead")) }))
        (ui::back_link(NavItem {
            href: &format!("/rounds/{}/preparation", round.key),
            text: &tr!(language, "prepared-back"),
        }))
        (filter(&address, shown, language))
        p role="status" { (tr!(language, "prepared-count", count = shown.total)) }
        @if !shown.posts.is_empty() { (table(round, edition, shown, language)) }
        (pages(&address, shown, language))
    };
    shell::page(frame, &heading, main)
}

fn filter(address: &str, shown: &PreparedPosts, language: Language) -> Markup {
    let all = tr!(language, "prepared-all-municipalities");
    let mut municipalities =
        vec![Choice { value: "", label: &all, hint: None, chosen: shown.filter.municipality.is_none() }];
    municipalities.extend(shown.municipalities.iter().map(|code| Choice {
        value: code.as_str(),
        label: code.name(),
        hint: None,
        chosen: shown.filter.municipality.as_ref() == Some(code),
    }));
    let words: Vec<String> = Show::ALL.iter().map(|show| show_text(*show, language)).collect();
    let shows: Vec<Choice> = Show::ALL
        .iter()
        .zip(&words)
        .map(|(show, label)| Choice { value: show.as_str(), label, hint: None, chosen: *show == shown.filter.show })
        .collect();
    ui::get_form(
        address,
        html! {
            (ui::select(
                &Field { name: "municipality", label: &tr!(language, "rounds-municipality"), ..Field::default() },
                &municipalities,
            ))
            (ui::select(&Field { name: "show", label: &tr!(language, "prepared-show"), ..Field::default() }, &shows))
            (ui::submit(Button::Secondary, &tr!(language, "prepared-filter")))
        },
    )
}

fn show_text(show: Show, language: Language) -> String {
    match show {
        Show::All => tr!(language, "prepared-show-all"),
        Show::WithoutEmail => tr!(language, "rounds-without-email"),
        Show::MuchMore => tr!(language, "prepared-much-more"),
        Show::New => tr!(language, "prepared-new"),
    }
}

fn table(round: &Round, edition: &Edition, shown: &PreparedPosts, language: Language) -> Markup {
    let caption = tr!(language, "prepared-caption");
    let columns = [
        Column { label: &tr!(language, "rounds-post"), ..Column::default() },
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-areas"), ..Column::default() },
        Column { label: &tr!(language, "rounds-questions"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "prepared-minutes"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "prepared-last"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "rounds-holder"), ..Column::default() },
        Column { label: &tr!(language, "prepared-try"), ..Column::default() },
    ];
    let row = |post: &&PreparedPost| {
        let one = &post.invitation;
        let areas: Vec<&str> = post.areas.iter().map(|area| edition.area_name(*area, language)).collect();
        vec![
            html! { a href={ "/posts/" (one.post_id) "/contact" } { (one.post) } br; span .weight-normal { (one.department) } },
            html! { (one.municipality_code.name()) },
            html! { (areas.join(", ")) },
            html! { (post.questions) },
            html! { (post.minutes()) },
            html! {
                @match post.last { Some(last) => { (last) } None => "–" }
                @if let Some(more) = post.much_more() {
                    br; (ui::badge(Kind::Warning, &tr!(language, "prepared-more", count = more)))
                }
            },
            html! {
                (one.name)
                @if !one.name.is_empty() { br; }
                @if one.email.is_empty() { (ui::badge(Kind::Warning, &tr!(language, "rounds-no-email"))) } @else { (one.email) }
            },
            ui::post_button(
                Button::Link,
                NavItem {
                    href: &format!("/rounds/{}/trials", round.key),
                    text: &tr!(language, "trial-as", post = one.post.as_str()),
                },
                &[("post", one.post_id.as_str())],
            ),
        ]
    };
    let rows: Vec<Vec<Markup>> = shown.posts.iter().map(row).collect();
    let table = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    ui::table(&table, &rows)
}

fn pages(address: &str, shown: &PreparedPosts, language: Language) -> Markup {
    let last = shown.total.div_ceil(POSTS_PER_PAGE);
    let municipality = shown.filter.municipality.as_ref().map_or("", |code| code.as_str());
    let href = format!("{address}?municipality={municipality}&show={}&page=", shown.filter.show);
    pages::pages(language, (shown.page, last), &href)
}
