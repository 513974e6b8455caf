//! What leaders have written beside their answers in a round, to be read, searched and taken away as a file.

use maud::{Markup, html};
use serde::Deserialize;
use url::form_urlencoded;

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Field, Input, NavItem, Table};
use super::title;
use crate::domain::answering::comments::Comment;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::{Language, MunicipalityCode};
use crate::views::dashboards::distributions::short;
use crate::views::dashboards::municipalities::light;
use crate::views::dashboards::{addresses, figures};
use crate::views::pages;

/// Comments on one page.
pub const PER_PAGE: usize = 50;

/// What is looked for, as the address says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AskedComments {
    /// Words.
    pub q: String,
    /// Code of a municipality.
    pub municipality: String,
    /// Key of a package.
    pub package: String,
    /// An area.
    pub area: String,
    /// An option with its scale.
    pub answer: String,
    /// The page, from 1.
    pub page: Option<usize>,
}

impl AskedComments {
    /// What is looked for as a query, without the page; empty where nothing is.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("q", &self.q),
            ("municipality", &self.municipality),
            ("package", &self.package),
            ("area", &self.area),
            ("answer", &self.answer),
        ];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        match query.finish() {
            query if query.is_empty() => query,
            query => format!("?{query}"),
        }
    }
}

/// What the page shows.
#[derive(Debug)]
pub struct CommentsPage<'a> {
    /// The round.
    pub round: &'a Round,
    /// Its edition.
    pub edition: &'a Edition,
    /// The municipalities that the reader may see, by name.
    pub municipalities: &'a [MunicipalityCode],
    /// What is looked for.
    pub asked: &'a AskedComments,
    /// How many comments there are.
    pub count: usize,
    /// Those of this page.
    pub comments: &'a [Comment],
}

/// The page.
pub fn comments(frame: &Frame, page: &CommentsPage) -> Markup {
    let (language, round) = (frame.language, page.round);
    let heading = tr!(language, "comments-title", round = round.key.as_str());
    let address = format!("/rounds/{}/comments", round.key);
    let query = page.asked.query();
    let current = page.asked.page.unwrap_or(1).max(1);
    let href = format!("{address}{query}{}page=", if query.is_empty() { '?' } else { '&' });
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/rounds", text: &tr!(language, "rounds-title") },
                NavItem { href: &format!("/rounds/{}", round.key), text: &title(round, language) },
            ],
            &tr!(language, "comments-short"),
        ))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "comments-who-reads")) }))
        (form(page, &address, language))
        p role="status" { (tr!(language, "comments-found", count = page.count)) }
        @if !page.comments.is_empty() {
            (rows(page, &heading, language))
            (pages::pages(language, (current, page.count.div_ceil(PER_PAGE)), &href))
            p {
                (tr!(language, "comments-files")) " "
                a href={ (address) ".xlsx" (query) } download { (tr!(language, "grid-xlsx")) } " "
                a href={ (address) ".csv" (query) } download { (tr!(language, "grid-csv")) }
            }
        }
    };
    shell::page(frame, &heading, main)
}

fn form(page: &CommentsPage, address: &str, language: Language) -> Markup {
    let (edition, asked) = (page.edition, page.asked);
    let municipalities: Vec<(String, String)> =
        page.municipalities.iter().map(|code| (code.to_string(), code.name().to_owned())).collect();
    let packages: Vec<(String, String)> =
        edition.packages.iter().map(|one| (one.key.clone(), one.title.in_language(language).to_owned())).collect();
    let areas: Vec<(String, String)> = edition
        .areas
        .iter()
        .map(|one| (one.area.as_str().to_owned(), one.label.in_language(language).to_owned()))
        .collect();
    let answers: Vec<(String, String)> = edition
        .scales
        .iter()
        .flat_map(|scale| scale.options.iter().map(move |option| (scale, option)))
        .map(|(scale, option)| {
            let label = short(option.label.in_language(language));
            (format!("{}.{}", scale.key, option.key), format!("{label} ({})", scale.label.in_language(language)))
        })
        .collect();
    let all = tr!(language, "filter-all-areas");
    ui::get_form(
        address,
        html! {
            (ui::text_input(
                &Field { name: "q", label: &tr!(language, "comments-words"), ..Field::default() },
                &Input { kind: "search", value: &asked.q, ..Input::default() },
            ))
            @if municipalities.len() > 1 {
                (ui::select_of(("municipality", &asked.municipality), (&tr!(language, "figure-municipality"), Some(&tr!(language, "comments-all-municipalities"))), &municipalities))
            }
            (ui::select_of(("package", &asked.package), (&tr!(language, "figure-package"), Some(&tr!(language, "filter-all-packages"))), &packages))
            (ui::select_of(("area", &asked.area), (&tr!(language, "figure-area"), Some(&all)), &areas))
            (ui::select_of(("answer", &asked.answer), (&tr!(language, "distribution-answer"), Some(&tr!(language, "comments-all-answers"))), &answers))
            (ui::submit(Button::Secondary, &tr!(language, "filter-show")))
        },
    )
}

fn rows(page: &CommentsPage, caption: &str, language: Language) -> Markup {
    let labels = [tr!(language, "comments-post"), tr!(language, "comments-answer")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let rows: Vec<Vec<Markup>> = page.comments.iter().map(|comment| row(page, comment, language)).collect();
    ui::table(
        &Table { caption, caption_place: ui::CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() },
        &rows,
    )
}

fn row(page: &CommentsPage, comment: &Comment, language: Language) -> Vec<Markup> {
    let (edition, round) = (page.edition, page.round.key.as_str());
    let code = &comment.municipality;
    let post = format!("/rounds/{round}/posts/{}#{}", comment.invitation, comment.area);
    let question = edition.questions.get(comment.question());
    let chosen = comment.choice.and_then(|choice| usize::try_from(choice).ok());
    let written = [
        (tr!(language, "answer-reason"), &comment.reason),
        (tr!(language, "answer-comment"), &comment.comment),
        (tr!(language, "answer-quote"), &comment.quote),
    ];
    vec![
        html! {
            a href=(post) { (comment.post) }
            div .weight-normal { a href=(addresses::answers(round, code, None, None)) { (code.name()) } ", " (edition.area_name(comment.area, language)) }
        },
        html! {
            @if let Some(question) = question {
                a href=(addresses::question(round, &question.key, Some(comment.area))) {
                    (edition.question_text(question, comment.area, language))
                }
                div {
                    @match chosen {
                        Some(option) => (light(edition.scale_of(question), option, language)),
                        None => (figures::NONE),
                    }
                }
            }
            @for (label, text) in written.iter().filter_map(|(label, text)| Some((label, text.as_deref()?))) {
                div { strong { (label) ":" } " " (text) }
            }
        },
    ]
}
