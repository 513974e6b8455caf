//! The links of one question: what it is linked to, what it may have been, and any other question to link it to.

use maud::{Markup, html};

use super::super::super::shell::{self, Frame};
use super::super::super::ui::{
    self, Area, Button, Choice, Column, Field, FieldError, Kind, Level, NavItem, Slots, Table,
};
use super::super::{compared, relation, wording};
use super::address;
use super::lines::{accept_text, likeness};
use crate::domain::Language;
use crate::domain::catalogue::crosswalk::{Crosswalk, Link, Relation};
use crate::domain::catalogue::likeness::Suggestion;
use crate::domain::catalogue::{Edition, Question};

/// What a form sends as the relation of questions whose link is taken away.
pub const NO_LINK: &str = "none";

/// A question with its links as its page shows them.
pub struct QuestionLinks<'a> {
    /// All links between the two editions.
    pub crosswalk: &'a Crosswalk,
    /// The earlier edition.
    pub from: &'a Edition,
    /// The later edition.
    pub to: &'a Edition,
    /// The question of the later edition.
    pub question: &'a Question,
    /// What it may have been.
    pub suggestions: Vec<Suggestion>,
    /// How many rounds are held against each other over the crosswalk; a change needs a reason while there are any.
    pub rounds: usize,
}

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedLink {
    /// Key of the earlier question.
    pub from: String,
    /// The relation's word.
    pub relation: String,
    /// Why.
    pub reason: String,
    /// The field that is wrong and what to do about it.
    pub mistake: Option<(&'static str, String)>,
}

/// The page.
pub fn question(frame: &Frame, page: &QuestionLinks, typed: &TypedLink) -> Markup {
    let language = frame.language;
    let (from, to) = (page.from.key.as_str(), page.to.key.as_str());
    let title = wording(page.question, language);
    let whole = address(from, to);
    let word = tr!(language, "word-error");
    let main = html! {
        @if let Some((field, text)) = &typed.mistake {
            (ui::error_summary(&word, &tr!(language, "crosswalk-mistake"), &[NavItem { href: &format!("#{field}"), text }]))
        }
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{to}"), text: to },
                NavItem { href: &whole, text: &tr!(language, "crosswalk-title", from = from, to = to) },
            ],
            &tr!(language, "crosswalk-link"),
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "crosswalk-question-lead", from = from, to = to)) }))
        @let rounds = page.rounds;
        @if rounds > 0 {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (tr!(language, "crosswalk-in-use", rounds = rounds))
            }))
        }
        (links(page, language))
        (suggestions(page, language))
        (ui::heading(Level::Two, "choose", &tr!(language, "crosswalk-choose")))
        (form(page, typed, language))
    };
    let title = if typed.mistake.is_some() { format!("{word}: {title}") } else { title };
    shell::page(frame, &title, main)
}

/// The links that are there.
fn links(page: &QuestionLinks, language: Language) -> Markup {
    let all: Vec<&Link> = page.crosswalk.links_of(&page.question.key).collect();
    let from = page.from.key.as_str();
    let labels = [
        tr!(language, "crosswalk-question-in", edition = from),
        tr!(language, "crosswalk-relation"),
        tr!(language, "crosswalk-comparison"),
        tr!(language, "crosswalk-link"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let heading = tr!(language, "crosswalk-links");
    let frame = Table {
        caption: &heading,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let row = |link: &&Link| {
        let earlier = page.from.find_question(&link.from).map(|place| wording(&page.from.questions[place], language));
        vec![
            html! { (earlier.as_deref().unwrap_or(&link.from)) },
            html! { (relation(link.relation, language)) },
            compared(link.relation, language),
            removal(page, link, language),
        ]
    };
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    html! {
        (ui::heading(Level::Two, "links", &heading))
        @if rows.is_empty() {
            p { (tr!(language, "crosswalk-links-none", edition = from)) }
        } @else {
            (ui::table(&frame, &rows))
        }
    }
}

/// A button that takes a link away; where that needs a reason, the form below does.
fn removal(page: &QuestionLinks, link: &Link, language: Language) -> Markup {
    if page.rounds > 0 {
        return Markup::default();
    }
    let href = format!("{}/links", address(&page.from.key, &page.to.key));
    ui::post_button(
        Button::Secondary,
        NavItem { href: &href, text: &tr!(language, "crosswalk-unlink") },
        &[("from", &link.from), ("to", &link.to), ("relation", NO_LINK), ("page", "question")],
    )
}

fn suggestions(page: &QuestionLinks, language: Language) -> Markup {
    if page.suggestions.is_empty() || page.rounds > 0 {
        return Markup::default();
    }
    let href = format!("{}/links", address(&page.from.key, &page.to.key));
    html! {
        (ui::heading(Level::Two, "suggestions", &tr!(language, "crosswalk-suggestions")))
        @for suggestion in &page.suggestions {
            @let earlier = &page.from.questions[suggestion.question];
            (ui::inset(&likeness(suggestion, language), html! {
                p { (wording(earlier, language)) }
                (ui::post_button(
                    Button::Secondary,
                    NavItem { href: &href, text: &accept_text(suggestion.relation, language) },
                    &[
                        ("from", &earlier.key),
                        ("to", &page.question.key),
                        ("relation", suggestion.relation.as_str()),
                        ("page", "question"),
                    ],
                ))
            }))
        }
    }
}

/// Any question of the earlier edition that measures the same, and how both relate.
fn form(page: &QuestionLinks, typed: &TypedLink, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let error = |name: &str| {
        let (field, text) = typed.mistake.as_ref()?;
        (*field == name).then_some(FieldError { word: &word, text })
    };
    let of_measure = page.from.questions.iter().filter(|one| one.measure == page.question.measure);
    let earlier: Vec<(&str, String)> = of_measure
        .map(|one| {
            let package = one.package.and_then(|place| page.from.packages.get(place));
            let text = wording(one, language);
            (
                one.key.as_str(),
                match package {
                    Some(package) => format!("{}: {text}", package.title.in_language(language)),
                    None => text,
                },
            )
        })
        .collect();
    let choose = tr!(language, "crosswalk-choose-question");
    let mut questions = vec![Choice { label: &choose, ..Choice::default() }];
    questions.extend(earlier.iter().map(|(key, label)| Choice {
        value: key,
        label,
        chosen: *key == typed.from,
        ..Choice::default()
    }));
    let words: Vec<String> = Relation::ALL.iter().map(|one| relation(*one, language)).collect();
    let hints = [
        tr!(language, "crosswalk-identical-hint"),
        tr!(language, "crosswalk-reworded-hint"),
        tr!(language, "crosswalk-split-hint"),
        tr!(language, "crosswalk-merged-hint"),
    ];
    let unlink = tr!(language, "crosswalk-unlink");
    let mut relations: Vec<Choice> = Relation::ALL
        .iter()
        .zip(words.iter().zip(&hints))
        .map(|(one, (label, hint))| Choice {
            value: one.as_str(),
            label,
            hint: Some(hint),
            chosen: one.as_str() == typed.relation,
        })
        .collect();
    if page.crosswalk.links_of(&page.question.key).next().is_some() {
        let chosen = typed.relation == NO_LINK;
        relations.push(Choice { value: NO_LINK, label: &unlink, hint: None, chosen });
    }
    let labels = [
        tr!(language, "crosswalk-question-in", edition = page.from.key.as_str()),
        tr!(language, "crosswalk-relation"),
        tr!(language, "crosswalk-reason"),
        tr!(language, "crosswalk-reason-hint"),
    ];
    let [question, how, reason, reason_hint] = &labels;
    let action = format!("{}/links", address(&page.from.key, &page.to.key));
    ui::form(
        &action,
        html! {
            (ui::hidden("to", &page.question.key))
            (ui::hidden("page", "question"))
            (ui::select(&Field { name: "from", label: question, error: error("from"), ..Field::default() }, &questions))
            (ui::radios(
                &Field { name: "relation", label: how, error: error("relation"), ..Field::default() },
                &relations,
                &Slots::default(),
            ))
            @if page.rounds > 0 {
                (ui::textarea(
                    &Field { name: "reason", label: reason, hint: Some(reason_hint), error: error("reason"), ..Field::default() },
                    &Area { value: &typed.reason, rows: 2, limit: None },
                ))
            }
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "crosswalk-save"))))
        },
    )
}
