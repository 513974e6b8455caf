//! The form of a text, what may be filled in, and how the letter reads.

use maud::{Markup, html};

use super::words::{explained, fault_text, field_of};
use super::{Signed, heading, language_label, signature, standing, way};
use crate::domain::Language;
use crate::domain::mail::letter_texts::{Fault, Line, MOST_OF_BODY, Placeholder, TextPlace, Wording, differences};
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::programmes::Programme;
use crate::views::shell::{self, Frame};
use crate::views::ui::{
    self, Area, Button, Choice, Column, Field, FieldError, Input, Kind, Level, Limit, NavItem, Table,
};

/// The text that a page is about.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// Its programme.
    pub programme: &'a Programme,
    /// Which text.
    pub place: &'a TextPlace,
    /// Its newest version; none where nobody has written one.
    pub newest: Option<&'a Signed>,
    /// What was done last, as the address says.
    pub done: Option<&'a str>,
    /// What each placeholder is filled with in an example.
    pub examples: &'a [(Placeholder, String)],
}

/// What stands in the form.
#[derive(Debug, Clone, Copy)]
pub struct TextForm<'a> {
    /// The text as it was typed.
    pub typed: &'a Wording,
    /// The version that it was made from.
    pub made_from: i32,
    /// Why it was not saved.
    pub faults: &'a [Fault],
    /// What somebody else has saved meanwhile.
    pub theirs: Option<&'a Wording>,
}

/// The posts that were found for an example.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found<'a> {
    /// The words looked for.
    pub text: &'a str,
    /// The first of them.
    pub posts: &'a [DirectoryEntry],
}

/// The letter as it would read.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The post it is shown for; none for a made-up one.
    pub post: Option<&'a DirectoryEntry>,
    /// The subject.
    pub subject: &'a str,
    /// The plain text.
    pub text: &'a str,
    /// The HTML page.
    pub html: &'a str,
}

/// The page on which a text is written.
pub fn form(frame: &Frame, desk: &Desk, form: &TextForm, (found, shown): (&Found, Option<&Shown>)) -> Markup {
    let language = frame.language;
    let title = heading(desk.place, language);
    let word = tr!(language, "word-error");
    let list = format!("/programmes/{}/texts", desk.programme.key);
    let main = html! {
        (faults(form, &word, language))
        (way(desk.programme, &[NavItem { href: &list, text: &tr!(language, "texts-title") }], &title, language))
        (ui::page_heading(&title))
        (languages(desk.place, language))
        (news(desk, form, language))
        p {
            (standing(desk.newest.map(|(text, _)| text), language)) ". "
            @if let Some(newest) = desk.newest {
                (signature(newest, language)) ". "
                a href={ "/programmes/" (desk.place.path()) "/history" } { (tr!(language, "texts-to-history")) }
            }
        }
        (ui::form(&format!("/programmes/{}", desk.place.path()), fields(desk, form, found, language)))
        (ui::details(&tr!(language, "texts-placeholders"), placeholders(desk, language)))
        @if let Some(shown) = shown { (preview(shown, language)) }
    };
    let title = if form.faults.is_empty() { title } else { format!("{word}: {title}") };
    shell::page(frame, &title, main)
}

/// Every fault with the way to its field.
fn faults(form: &TextForm, word: &str, language: Language) -> Markup {
    let texts: Vec<String> = form.faults.iter().map(|fault| fault_text(fault, language)).collect();
    let errors: Vec<NavItem> =
        form.faults.iter().zip(&texts).map(|(fault, text)| NavItem { href: field_of(fault).1, text }).collect();
    html! { @if !errors.is_empty() { (ui::error_summary(word, &tr!(language, "texts-faults"), &errors)) } }
}

/// The same letter in the other language.
fn languages(place: &TextPlace, language: Language) -> Markup {
    let entries = [Language::Danish, Language::English].map(|written_in| {
        let place = TextPlace { language: written_in, ..place.clone() };
        (format!("/programmes/{}", place.path()), language_label(written_in, language))
    });
    let tabs = entries.each_ref().map(|(href, text)| NavItem { href, text });
    ui::tabs(&tr!(language, "texts-languages"), &tabs, &format!("/programmes/{}", place.path()))
}

/// What was just done, or what somebody else has done meanwhile.
fn news(desk: &Desk, form: &TextForm, language: Language) -> Markup {
    html! {
        @match desk.done {
            Some("saved") => (ui::notice(Kind::Success, &tr!(language, "word-success"), html! {
                (tr!(language, "texts-saved"))
            })),
            Some("unchanged") => (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "texts-unchanged"))
            })),
            Some("sent") => (ui::notice(Kind::Success, &tr!(language, "word-success"), html! {
                (tr!(language, "texts-sample-sent"))
            })),
            _ => {}
        }
        @if let Some(theirs) = form.theirs {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                p { (tr!(language, "texts-overtaken")) }
                @if let Some(newest) = desk.newest { p { (signature(newest, language)) } }
                p { strong { (tr!(language, "texts-subject")) ": " } (theirs.subject) }
                (lines(&differences(&theirs.body, &form.typed.body), language))
                p { (tr!(language, "texts-overtaken-cure")) }
            }))
        }
    }
}

fn fields(desk: &Desk, form: &TextForm, found: &Found, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let of = |field: &str| {
        let texts = form.faults.iter().filter(|fault| field_of(fault).0 == field);
        texts.map(|fault| fault_text(fault, language)).collect::<Vec<String>>().join(" ")
    };
    let (of_subject, of_body) = (of("subject"), of("body"));
    let error = |text: &'_ str| (!text.is_empty()).then_some(());
    let subject_error = error(&of_subject).map(|()| FieldError { word: &word, text: &of_subject });
    let body_error = error(&of_body).map(|()| FieldError { word: &word, text: &of_body });
    let example = Placeholder::Deadline.written(desk.place.language);
    let most = tr!(language, "texts-limit", most = MOST_OF_BODY);
    let samples = format!("/programmes/{}/samples", desk.place.path());
    let chosen = found.posts.iter().map(|entry| (entry.post.id.to_string(), post_name(entry)));
    let chosen: Vec<(String, String)> = chosen.collect();
    let choices: Vec<Choice> =
        chosen.iter().map(|(value, label)| Choice { value, label, ..Choice::default() }).collect();
    html! {
        (ui::hidden("made_from", &form.made_from.to_string()))
        (ui::textarea(
            &Field {
                name: "subject",
                label: &tr!(language, "texts-subject"),
                hint: Some(&tr!(language, "texts-subject-hint", example = example.as_str())),
                error: subject_error,
                ..Field::default()
            },
            &Area { value: &form.typed.subject, rows: 2, limit: None },
        ))
        (ui::textarea(
            &Field {
                name: "body",
                label: &tr!(language, "texts-body"),
                hint: Some(&tr!(language, "texts-body-hint")),
                error: body_error,
                ..Field::default()
            },
            &Area { value: &form.typed.body, rows: 22, limit: Some(Limit { max: MOST_OF_BODY, text: &most }) },
        ))
        (ui::text_input(
            &Field {
                name: "q",
                label: &tr!(language, "texts-post"),
                hint: Some(&tr!(language, "texts-post-hint")),
                ..Field::default()
            },
            &Input { value: found.text, ..Input::default() },
        ))
        @if choices.len() > 1 {
            (ui::select(
                &Field { name: "post", label: &tr!(language, "texts-post-found"), ..Field::default() },
                &choices,
            ))
        }
        @if choices.is_empty() && !found.text.is_empty() {
            p { (tr!(language, "texts-post-none", text = found.text)) }
        }
        (ui::button_group(html! {
            (ui::submit(Button::Primary, &tr!(language, "texts-save")))
            (ui::submit_as(Button::Secondary, &tr!(language, "texts-show"), ("show", "yes")))
            (ui::submit_to(Button::Secondary, NavItem { href: &samples, text: &tr!(language, "texts-sample") }))
        }))
    }
}

/// A post as it is found.
fn post_name(entry: &DirectoryEntry) -> String {
    let name = entry.holder.as_ref().map_or("", |holder| holder.name.as_str());
    let post = format!("{}, {}", entry.post.title, entry.post.municipality_code.name());
    if name.is_empty() { post } else { format!("{name}, {post}") }
}

fn placeholders(desk: &Desk, language: Language) -> Markup {
    let caption = tr!(language, "texts-placeholders");
    let labels =
        [tr!(language, "texts-placeholder"), tr!(language, "texts-placeholder-means"), tr!(language, "texts-example")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let row = |(placeholder, example): &(Placeholder, String)| {
        vec![
            html! { (placeholder.written(desk.place.language)) },
            html! { (explained(*placeholder, language)) },
            html! { (example) },
        ]
    };
    let rows: Vec<Vec<Markup>> = desk.examples.iter().map(row).collect();
    html! { p { (tr!(language, "texts-placeholders-lead")) } (ui::table(&table, &rows)) }
}

/// The letter as it would read, both ways.
fn preview(shown: &Shown, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "preview", &tr!(language, "texts-preview")))
        p {
            @match shown.post {
                Some(entry) => (tr!(language, "texts-preview-of", post = post_name(entry))),
                None => (tr!(language, "texts-preview-made-up")),
            }
        }
        (ui::definition_list(&[(&tr!(language, "texts-subject"), html! { (shown.subject) })]))
        (ui::sandboxed(&tr!(language, "texts-preview-html"), shown.html))
        (ui::details(&tr!(language, "texts-preview-plain"), html! { pre .pj-plain { (shown.text) } }))
    }
}

/// Two texts held against each other.
pub(super) fn lines(lines: &[Line], language: Language) -> Markup {
    html! {
        div .pj-lines {
            @for line in lines {
                @match line {
                    Line::Same(text) => p { (text) },
                    Line::Removed(text) => p { del { (ui::for_screen_readers(&tr!(language, "texts-removed"))) (text) } },
                    Line::Added(text) => p { ins { (ui::for_screen_readers(&tr!(language, "texts-added"))) (text) } },
                }
            }
        }
    }
}
