//! One page before a draft becomes immutable: what differs, which series end, who gets how much, and what it lacks.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{
    self, Button, Choice, Column, Content, Field, FieldError, Input, Kind, Level, NavItem, Slots, Table,
};
use super::{changes, corrections, crosswalk, drafts, preview, wording};
use crate::domain::Language;
use crate::domain::answering::respondents::{Pace, minutes};
use crate::domain::catalogue::changes::Change;
use crate::domain::catalogue::continuity::Continuity;
use crate::domain::catalogue::drafts::faults::Fault;
use crate::domain::catalogue::publication::{Gaps, LeaderKind};
use crate::domain::catalogue::{Edition, QuestionIndex};

/// What the page shows.
pub struct Publication<'a> {
    /// The draft.
    pub edition: &'a Edition,
    /// Hash of its document.
    pub hash: &'a str,
    /// What is wrong with it; while anything is, it can't be published.
    pub faults: Vec<Fault>,
    /// The edition that it follows, if any.
    pub forerunner: Option<Forerunner<'a>>,
    /// The kinds of leaders in the directory.
    pub leaders: Vec<LeaderKind>,
    /// How long a question takes.
    pub pace: Pace,
    /// What it still lacks.
    pub gaps: Gaps,
    /// The questions of the edition that it corrects that would not compare any more; none where it is no correction.
    pub broken: Vec<QuestionIndex>,
}

/// The edition that a draft follows.
pub struct Forerunner<'a> {
    /// It.
    pub edition: &'a Edition,
    /// What differs.
    pub changes: Vec<Change>,
    /// What still compares.
    pub continuity: Continuity,
}

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The key.
    pub key: String,
    /// Whether it is accepted that questions do not compare any more.
    pub accepts_breaks: bool,
    /// The field that is wrong, and what to do about it.
    pub mistake: Option<(&'static str, String)>,
}

/// Where a draft is published.
pub fn address(edition: &str) -> String {
    format!("/catalogue/{edition}/publication")
}

/// The page.
pub fn publication(frame: &Frame, page: &Publication, typed: &Typed) -> Markup {
    let language = frame.language;
    let key = page.edition.key.as_str();
    let word = tr!(language, "word-error");
    let faults = page.faults.len();
    let title = match faults {
        0 => tr!(language, "publication-title", edition = key),
        _ => tr!(language, "publication-title-faults", edition = key, count = faults),
    };
    let main = html! {
        @if let Some((field, text)) = &typed.mistake {
            @let href = format!("#{field}");
            (ui::error_summary(&word, &tr!(language, "publication-mistake"), &[NavItem { href: &href, text }]))
        }
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{key}"), text: key },
            ],
            &tr!(language, "publication-short"),
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "publication-lead")) }))
        (corrections::line(page.edition, language))
        (self::faults(page, language))
        @match &page.forerunner {
            Some(forerunner) => (differences(page.edition, forerunner, language)),
            None => p { (tr!(language, "publication-first")) },
        }
        (leaders(page, language))
        (gaps(page, language))
        (ui::heading(Level::Two, "publish", &tr!(language, "publication-publish")))
        @if faults > 0 {
            p { (tr!(language, "publication-faults-first")) }
        } @else {
            (form(page, typed, language))
        }
    };
    let title = if typed.mistake.is_some() { format!("{word}: {title}") } else { title };
    shell::page(frame, &title, main)
}

fn faults(page: &Publication, language: Language) -> Markup {
    let count = page.faults.len();
    html! {
        @if count > 0 {
            (ui::alert(
                Kind::Error,
                &tr!(language, "word-error"),
                &tr!(language, "publication-faults", count = count),
                drafts::list_faults(page.edition, &page.faults, language),
            ))
        }
    }
}

fn differences(edition: &Edition, forerunner: &Forerunner, language: Language) -> Markup {
    let (from, to) = (forerunner.edition.key.as_str(), edition.key.as_str());
    let count = forerunner.changes.len();
    let counts = forerunner.continuity.total;
    let (compared, questions) = (counts.compared(), counts.asked());
    html! {
        (ui::heading(Level::Two, "changes", &tr!(language, "changes-found", from = from, to = to, count = count)))
        (changes::summary(&forerunner.changes, language))
        @if count > 0 {
            p { a href=(changes::address(from, to)) { (tr!(language, "publication-all-changes")) } }
        }
        (ui::heading(
            Level::Two,
            "continuity",
            &tr!(language, "crosswalk-found", from = from, to = to, compared = compared, questions = questions),
        ))
        (crosswalk::kept(&forerunner.continuity, (forerunner.edition, edition), language))
        p { a href=(crosswalk::address(from, to)) { (tr!(language, "publication-links")) } }
    }
}

/// How many questions each kind of leader gets, about how long they take, and what they see.
fn leaders(page: &Publication, language: Language) -> Markup {
    let asked: Vec<&LeaderKind> = page.leaders.iter().filter(|kind| kind.questions > 0).collect();
    let posts: usize = asked.iter().map(|kind| kind.posts).sum();
    let idle: usize = page.leaders.iter().filter(|kind| kind.questions == 0).map(|kind| kind.posts).sum();
    let most = asked.iter().map(|kind| kind.questions).max().unwrap_or_default();
    let heading = match posts {
        0 => tr!(language, "publication-nobody"),
        posts => tr!(language, "publication-leaders", posts = posts, most = most),
    };
    let labels = [
        tr!(language, "catalogue-areas"),
        tr!(language, "publication-posts"),
        tr!(language, "catalogue-questions"),
        tr!(language, "publication-minutes"),
    ];
    let numbers = ui::name_and_numbers(&labels);
    let see = tr!(language, "preview-short");
    let columns: Vec<Column> =
        numbers.into_iter().chain([Column { label: &see, content: Content::Text, sort: None }]).collect();
    let frame = Table {
        caption: &heading,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let row = |kind: &&LeaderKind| {
        let names: Vec<&str> = kind.areas.iter().map(|area| page.edition.area_name(*area, language)).collect();
        let names = names.join(", ");
        vec![
            html! { (names) },
            html! { (kind.posts) },
            html! { (kind.questions) },
            html! { (minutes(kind.questions, page.pace.seconds())) },
            html! {
                a href=(preview::address(&page.edition.key, &kind.areas)) {
                    (tr!(language, "publication-see")) (ui::for_screen_readers(&format!(": {names}")))
                }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = asked.iter().map(row).collect();
    let seconds = page.pace.seconds();
    let pace = match page.pace {
        Pace::Measured(_) => tr!(language, "publication-pace-measured", seconds = seconds),
        Pace::Assumed => tr!(language, "publication-pace-assumed", seconds = seconds),
    };
    html! {
        (ui::heading(Level::Two, "leaders", &heading))
        @if !rows.is_empty() {
            p { (pace) }
            (ui::table(&frame, &rows))
        }
        @if idle > 0 { p { (tr!(language, "publication-idle", posts = idle)) } }
        p { a href=(preview::address(&page.edition.key, &[])) { (tr!(language, "publication-preview")) } }
    }
}

fn gaps(page: &Publication, language: Language) -> Markup {
    let Gaps { without_help, without_about, without_source, unconfirmed } = &page.gaps;
    let (helpless, sourceless, unread) = (without_help.len(), without_source.len(), unconfirmed.len());
    let unaddressed = without_about.len();
    let titles: Vec<String> = unconfirmed
        .iter()
        .map(|(package, place)| {
            let package = &page.edition.packages[*package];
            let title = package.recommendations[*place].title.in_language(language);
            format!("{}: {title}", package.title.in_language(language))
        })
        .collect();
    html! {
        (ui::heading(Level::Two, "gaps", &tr!(language, "publication-gaps")))
        (listed(&tr!(language, "publication-without-help", count = helpless), &questions(page, without_help, language)))
        (listed(&tr!(language, "publication-without-about", count = unaddressed), &questions(page, without_about, language)))
        (listed(&tr!(language, "publication-without-source", count = sourceless), &questions(page, without_source, language)))
        (listed(&tr!(language, "publication-unconfirmed", count = unread), &titles))
    }
}

fn questions(page: &Publication, places: &[QuestionIndex], language: Language) -> Vec<String> {
    places.iter().map(|place| wording(&page.edition.questions[*place], language)).collect()
}

/// What lacks something, to be opened; a line that says that nothing does.
fn listed(heading: &str, texts: &[String]) -> Markup {
    match texts.is_empty() {
        true => html! { p { (heading) } },
        false => ui::details(heading, html! { ul { @for text in texts { li { (text) } } } }),
    }
}

fn form(page: &Publication, typed: &Typed, language: Language) -> Markup {
    let key = page.edition.key.as_str();
    let word = tr!(language, "word-error");
    let label = tr!(language, "publication-key", edition = key);
    let hint = tr!(language, "publication-key-hint");
    let wrong = |name: &str| typed.mistake.as_ref().filter(|(field, _)| *field == name);
    let error = |name| wrong(name).map(|(_, text)| FieldError { word: &word, text });
    ui::form(
        &address(key),
        html! {
            p { (tr!(language, "publication-final")) }
            (ui::hidden("hash", page.hash))
            (breaks(page, typed, error("breaks"), language))
            (ui::text_input(
                &Field { name: "key", label: &label, hint: Some(&hint), error: error("key"), ..Field::default() },
                &Input { value: &typed.key, autocomplete: Some("off"), ..Input::default() },
            ))
            (ui::button_group(html! {
                (ui::submit(Button::Warning, &tr!(language, "publication-button", edition = key)))
                (ui::link_button(
                    Button::Secondary,
                    NavItem { href: &format!("/catalogue/{key}"), text: &tr!(language, "rounds-cancel") },
                ))
            }))
        },
    )
}

/// What a correction ends, and the box that accepts it; nothing where it ends nothing.
fn breaks(page: &Publication, typed: &Typed, error: Option<FieldError>, language: Language) -> Markup {
    let Some(forerunner) = page.forerunner.as_ref().filter(|_| !page.broken.is_empty()) else {
        return Markup::default();
    };
    let count = page.broken.len();
    let broken = page.broken.iter().map(|place| wording(&forerunner.edition.questions[*place], language));
    let broken: Vec<String> = broken.collect();
    let legend = tr!(language, "correction-breaks", count = count);
    let label = tr!(language, "correction-accept-breaks");
    let choice = Choice { value: "yes", label: &label, hint: None, chosen: typed.accepts_breaks };
    html! {
        (listed(&legend, &broken))
        (ui::checkboxes(&Field { name: "breaks", label: &legend, error, ..Field::default() }, &[choice], &Slots::default()))
    }
}
