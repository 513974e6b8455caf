//! What to check before a round opens.

use maud::{Markup, html};

use super::super::refusals::describe;
use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Content, Figure, Kind, Level, NavItem, Table};
use super::way;
use crate::domain::Language;
use crate::domain::base::names;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::forewarnings::Forewarnings;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::preparation::Preparation;
use crate::domain::rounds::{Round, RoundStatus};
use crate::texts;

/// Who would get how many questions, and what is missing in the directory.
pub fn preparation(frame: &Frame, round: &Round, edition: &Edition, prepared: &Preparation) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-preparation-heading", key = round.key.as_str());
    let main = html! {
        (way(round, &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "rounds-preparation-lead")) }))
        (forewarnings(prepared, language))
        (figures(prepared, language))
        p { a href={ "/rounds/" (round.key) "/preparation/posts" } { (tr!(language, "prepared-all")) } }
        (by_questions(prepared, language))
        (much_more(round, prepared, language))
        (without_email(prepared, language))
        (moved(prepared, language))
        (without_post(edition, prepared, language))
        (ui::button_group(ui::link_button(
            Button::Primary,
            NavItem { href: &format!("/rounds/{}/opening", round.key), text: &tr!(language, "rounds-to-opening") },
        )))
        @if round.status == RoundStatus::Draft { (schedule(round, language)) }
        (trial(round, language))
    };
    shell::page(frame, &heading, main)
}

/// The button that lets an administrator answer the round alone.
fn trial(round: &Round, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "trial", &tr!(language, "trial-heading")))
        p { (tr!(language, "trial-what")) }
        (ui::button_group(ui::post_button(
            Button::Secondary,
            NavItem { href: &format!("/rounds/{}/trials", round.key), text: &tr!(language, "trial-button") },
            &[],
        )))
    }
}

/// How many posts get much more than last time, with the way to them; nothing where none does.
fn much_more(round: &Round, prepared: &Preparation, language: Language) -> Markup {
    let count = prepared.much_more();
    if count == 0 {
        return Markup::default();
    }
    html! {
        (ui::heading(Level::Two, "much-more", &tr!(language, "prepared-much-more")))
        (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
            (tr!(language, "prepared-much-more-text")) " "
            a href={ "/rounds/" (round.key) "/preparation/posts?show=much_more" } {
                (tr!(language, "prepared-much-more-see", count = count))
            }
        }))
    }
}

/// What opening costs, a sentence each.
pub fn forewarning_texts(forewarnings: &Forewarnings, language: Language) -> Vec<String> {
    let obstacle = forewarnings.obstacle.as_ref().map(|refusal| describe(refusal, language));
    let open = forewarnings.open.iter().map(|(key, posts)| {
        let posts = *posts;
        tr!(language, "rounds-forewarning-open", key = key.as_str(), posts = posts)
    });
    let forerunner = forewarnings.forerunner.as_ref().map(|one| {
        let (key, edition, asked, lost) = (one.round.as_str(), one.edition.as_str(), one.asked, one.lost);
        match one.is_linked {
            true => tr!(language, "rounds-forewarning-lost", key = key, edition = edition, asked = asked, lost = lost),
            false => tr!(language, "rounds-forewarning-unlinked", key = key, edition = edition, asked = asked),
        }
    });
    obstacle.into_iter().chain(open).chain(forerunner).collect()
}

/// The form that lets a draft open by itself on its date.
pub(super) fn schedule(round: &Round, language: Language) -> Markup {
    let day = texts::date(round.opens_on, language);
    html! {
        (ui::heading(Level::Two, "schedule", &tr!(language, "rounds-schedule-heading")))
        p { (tr!(language, "rounds-schedule-what", day = day.as_str())) }
        (ui::button_group(ui::post_button(
            Button::Secondary,
            NavItem {
                href: &format!("/rounds/{}/schedule", round.key),
                text: &tr!(language, "rounds-schedule-button", day = day.as_str()),
            },
            &[],
        )))
    }
}

/// What opening costs; nothing where it costs nothing.
pub(super) fn forewarnings(prepared: &Preparation, language: Language) -> Markup {
    let texts = forewarning_texts(&prepared.forewarnings, language);
    if texts.is_empty() {
        return Markup::default();
    }
    ui::alert(
        Kind::Warning,
        &tr!(language, "word-warning"),
        &tr!(language, "rounds-forewarnings"),
        html! { ul { @for text in &texts { li { (text) } } } },
    )
}

/// What is missing, in short, with a link to the whole; nothing where nothing is.
pub(super) fn warnings(round: &Round, prepared: &Preparation, language: Language) -> Markup {
    let (posts, municipalities) = (prepared.without_email.len(), prepared.areas_without_post.len());
    let moved = prepared.moved.len();
    if posts == 0 && municipalities == 0 && moved == 0 {
        return Markup::default();
    }
    ui::alert(
        Kind::Warning,
        &tr!(language, "word-warning"),
        &tr!(language, "rounds-warnings"),
        html! {
            ul {
                @if posts > 0 { li { (tr!(language, "rounds-warning-email", posts = posts)) } }
                @if moved > 0 { li { (tr!(language, "rounds-warning-moved", posts = moved)) } }
                @if municipalities > 0 { li { (tr!(language, "rounds-warning-areas", municipalities = municipalities)) } }
            }
            a href={ "/rounds/" (round.key) "/preparation" } { (tr!(language, "rounds-warnings-all")) }
        },
    )
}

fn figures(prepared: &Preparation, language: Language) -> Markup {
    let municipalities = prepared.municipalities;
    let not_asked = prepared.not_asked;
    let without = prepared.without_email.len();
    ui::figures(&[
        Figure {
            label: &tr!(language, "rounds-posts-asked"),
            figure: &prepared.posts().to_string(),
            note: &tr!(language, "rounds-in-municipalities", municipalities = municipalities),
        },
        Figure {
            label: &tr!(language, "rounds-letters"),
            figure: &prepared.letters().to_string(),
            note: &tr!(language, "rounds-without-email-note", posts = without),
        },
        Figure {
            label: &tr!(language, "rounds-not-asked"),
            figure: &not_asked.to_string(),
            note: &tr!(language, "rounds-not-asked-note"),
        },
    ])
}

fn by_questions(prepared: &Preparation, language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "rounds-questions"), ..Column::default() },
        Column { label: &tr!(language, "rounds-posts"), content: Content::Number, sort: None },
    ];
    let row = |(questions, posts): &(usize, usize)| vec![html! { (questions) }, html! { (posts) }];
    let rows: Vec<Vec<Markup>> = prepared.posts_by_questions.iter().map(row).collect();
    let caption = tr!(language, "rounds-posts-by-questions");
    let table = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    html! {
        (ui::heading(Level::Two, "questions", &caption))
        @if rows.is_empty() { p { (tr!(language, "refusal-nobody-to-ask")) } } @else { (ui::table(&table, &rows)) }
    }
}

fn without_email(prepared: &Preparation, language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "rounds-post"), ..Column::default() },
        Column { label: &tr!(language, "rounds-department"), ..Column::default() },
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-holder"), ..Column::default() },
    ];
    let mut posts: Vec<_> = prepared.without_email.iter().collect();
    posts.sort_by(|left, right| names::compare(left.municipality_code.name(), right.municipality_code.name()));
    let row = |one: &&Invitation| {
        vec![
            html! { (one.post) },
            html! { (one.department) },
            html! { (one.municipality_code.name()) },
            html! { (one.name) },
        ]
    };
    let rows: Vec<Vec<Markup>> = posts.iter().map(row).collect();
    let lacking = Lacking {
        id: "without-email",
        title: tr!(language, "rounds-without-email"),
        none: tr!(language, "rounds-all-have-email"),
        some: tr!(language, "rounds-without-email-text"),
    };
    section(&lacking, &columns, &rows, language)
}

/// Whom the last round ended with where the directory names somebody else; nothing where it names the same.
fn moved(prepared: &Preparation, language: Language) -> Markup {
    if prepared.moved.is_empty() {
        return Markup::default();
    }
    let columns = [
        Column { label: &tr!(language, "rounds-post"), ..Column::default() },
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-moved-last"), ..Column::default() },
        Column { label: &tr!(language, "rounds-moved-coming"), ..Column::default() },
    ];
    let row = |(last, coming): &(Invitation, Invitation)| {
        let address = format!("/posts/{}/contact", coming.post_id);
        vec![
            html! { a href=(address) { (coming.post) } },
            html! { (coming.municipality_code.name()) },
            html! { (last.name) " " (last.email) },
            html! { (coming.name) " " (coming.email) },
        ]
    };
    let rows: Vec<Vec<Markup>> = prepared.moved.iter().map(row).collect();
    let lacking = Lacking {
        id: "moved",
        title: tr!(language, "rounds-moved"),
        none: String::new(),
        some: tr!(language, "rounds-moved-text"),
    };
    section(&lacking, &columns, &rows, language)
}

fn without_post(edition: &Edition, prepared: &Preparation, language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "rounds-municipality"), ..Column::default() },
        Column { label: &tr!(language, "rounds-areas-without-post"), ..Column::default() },
    ];
    let mut municipalities: Vec<_> = prepared.areas_without_post.iter().collect();
    municipalities.sort_by(|left, right| names::compare(left.0.name(), right.0.name()));
    let rows: Vec<Vec<Markup>> = municipalities
        .into_iter()
        .map(|(code, areas)| {
            let names: Vec<&str> = areas.iter().map(|area| edition.area_name(*area, language)).collect();
            vec![html! { (code.name()) }, html! { (names.join(", ")) }]
        })
        .collect();
    let lacking = Lacking {
        id: "areas",
        title: tr!(language, "rounds-areas-without-post"),
        none: tr!(language, "rounds-all-areas-covered"),
        some: tr!(language, "rounds-areas-text"),
    };
    section(&lacking, &columns, &rows, language)
}

/// What a section says of what is lacking.
struct Lacking {
    id: &'static str,
    title: String,
    /// Where nothing is.
    none: String,
    /// Above the rows.
    some: String,
}

fn section(lacking: &Lacking, columns: &[Column], rows: &[Vec<Markup>], language: Language) -> Markup {
    let table = Table {
        caption: &lacking.title,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns,
        spacing: ui::Spacing::Compact,
    };
    html! {
        (ui::heading(Level::Two, lacking.id, &lacking.title))
        @if rows.is_empty() {
            (ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (lacking.none) }))
        } @else {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! { (lacking.some) }))
            (ui::table(&table, rows))
        }
    }
}
