//! Rounds: the list, one round with who has answered, and the steps of running it.

mod aim_in_brief;
mod aims;
mod baselines;
mod calls;
mod chosen;
mod comments;
pub mod directory;
mod extension;
mod extension_request;
mod form;
mod handed_in;
mod municipalities;
mod post_calls;
mod posts;
mod preparation;
mod prepared_posts;
mod programme_form;
mod programmes;
mod reached;
mod releases;
mod response_curve;
pub mod sign_offs;
mod steps;
mod timeline;

pub use aims::{TypedAim, aim_form};
pub use baselines::{PackageBaseline, WITHOUT_PACKAGE, baselines};
pub use calls::{CALLS_PER_PAGE, CallsPage, calls, query as calls_query};
pub use chosen::{Choice, ChosenOn, Extensions, Reminders, extensions, reminders};
pub use comments::{AskedComments, CommentsPage, PER_PAGE as COMMENTS_PER_PAGE, comments};
pub use extension::{Extending, extension};
pub use extension_request::{Answered, extension_request, extension_request_line};
pub use form::{Mistake, Offer, Typed, new, percent, settings};
pub use handed_in::handed_in;
pub use municipalities::ListedMunicipalities;
pub use post_calls::{CallForm, PostCalls, call_correction, outcome_name, post_calls};
pub use posts::{MunicipalityStatus, PostStatus, status};
pub use preparation::{forewarning_texts, preparation};
pub use prepared_posts::{POSTS_PER_PAGE, PreparedPosts, prepared_posts};
pub use programme_form::{TypedProgramme, new_programme, programme_settings};
pub use programmes::{Listed, Shown, Year, programme, programmes};
pub use releases::{ReleaseList, ReleaseSheet, releases, sheet as release_sheet};
pub use sign_offs::SignedOff;
pub use steps::{Sending, closing, deletion, opening, withdrawal};

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::access::audit::{self, Trail};
use super::shell::{self, Frame};
use super::ui::{self, Button, Column, Content, Figure, Kind, NavItem, Table};
use crate::domain::access::staff::Role;
use crate::domain::base::days::{day_in_denmark, in_denmark};
use crate::domain::catalogue::Edition;
use crate::domain::rounds::participation::Participation;
use crate::domain::rounds::response_curve::ResponseComparison;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Language, MunicipalityCode};
use crate::texts;
use crate::views::dashboards::reading::table;

/// A round with how many posts are invited and have handed in, among those that the visitor may see.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The round.
    pub round: Round,
    /// Posts invited.
    pub posts: i64,
    /// Of them handed in.
    pub handed_in: i64,
}

/// All rounds, latest first.
pub fn list(frame: &Frame, rounds: &[Summary]) -> Markup {
    let language = frame.language;
    let columns = [
        Column { label: &tr!(language, "rounds-round"), ..Column::default() },
        Column { label: &tr!(language, "rounds-state"), ..Column::default() },
        Column { label: &tr!(language, "rounds-dates"), ..Column::default() },
        Column { label: &tr!(language, "rounds-edition"), ..Column::default() },
        Column { label: &tr!(language, "rounds-programme"), ..Column::default() },
        Column { label: &tr!(language, "rounds-handed-in"), content: Content::Number, sort: None },
    ];
    let rows: Vec<Vec<Markup>> = rounds
        .iter()
        .map(|Summary { round, posts, handed_in }| {
            let (done, all) = (*handed_in, *posts);
            vec![
                html! { a href={ "/rounds/" (round.key) } { (round.key) } },
                html! { (state_badge(round.status, language)) " " (marks(round, language)) },
                html! { (dates(round, language)) },
                html! { a href={ "/catalogue/" (round.edition) } { (round.edition) } },
                html! { (round.programme) },
                html! { @if all > 0 { (tr!(language, "rounds-of", done = done, all = all)) } @else { "–" } },
            ]
        })
        .collect();
    let title = tr!(language, "rounds-title");
    let table = Table {
        caption: &title,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let main = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "rounds-lead")) }))
        @if rows.is_empty() { p { (tr!(language, "rounds-none")) } } @else { (ui::table(&table, &rows)) }
        @if is_admin(frame) {
            (ui::button_group(ui::link_button(
                Button::Primary,
                NavItem { href: "/rounds/new", text: &tr!(language, "rounds-create") },
            )))
        }
    };
    shell::page(frame, &title, main)
}

/// What the page of one round shows.
#[derive(Debug)]
pub struct RoundPage<'a> {
    /// The round.
    pub round: &'a Round,
    /// Its edition.
    pub edition: &'a Edition,
    /// The municipalities that the visitor may see, in order.
    pub municipalities: &'a [MunicipalityCode],
    /// Those of them that are looked for.
    pub listed: &'a ListedMunicipalities<'a>,
    /// What is counted in each.
    pub counted: &'a BTreeMap<MunicipalityCode, Participation>,
    /// How many have handed in day by day; none where that says nothing.
    pub response: Option<&'a ResponseComparison>,
    /// What was done with the round, for administrators.
    pub trail: &'a Trail,
}

/// One round: its figures, and a row for each municipality.
pub fn show(frame: &Frame, shown: &RoundPage) -> Markup {
    let RoundPage { round, edition, municipalities, listed, counted, response, trail } = *shown;
    let language = frame.language;
    let title = title(round, language);
    let total = counted.values().copied().fold(Participation::default(), Participation::plus);
    let is_waiting = round.is_waiting();
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[NavItem { href: "/rounds", text: &tr!(language, "rounds-title") }],
            &round.key,
        ))
        (ui::page_heading(&title))
        p { (state_badge(round.status, language)) " " (marks(round, language)) }
        (facts((round, edition), language))
        @if is_waiting {
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! { (waiting(round, language)) }))
        } @else {
            (figures(&total, round, language))
            @if let Some(response) = response { (response_curve::section(round, response, language)) }
            (calls::link(round, language))
            (results(round, municipalities, language))
            @if round.is_closed() { (releases::link(round, language)) }
        }
        @if is_admin(frame) {
            (steps::links(round, language))
            p { a href={ "/rounds/" (round.key) "/baselines" } { (tr!(language, "rounds-baselines")) } }
        }
        @if !is_waiting { (municipalities::show(round, listed, language)) }
        (audit::trail(trail, language))
    };
    shell::page(frame, &title, main)
}

fn facts((round, edition): (&Round, &Edition), language: Language) -> Markup {
    let rule = form::rule(round.rule, language);
    let coverage = format!("{} %", (round.min_coverage * 100.0).round());
    let packages = match round.packages {
        None => tr!(language, "rounds-all-packages"),
        Some(_) => {
            let asked = edition.packages.iter().filter(|package| round.asks_package(package));
            asked.map(|package| package.title.in_language(language)).collect::<Vec<&str>>().join(", ")
        }
    };
    let link = html! { a href={ "/catalogue/" (round.edition) } { (round.edition) } };
    ui::definition_list(&[
        (&tr!(language, "rounds-dates"), html! { (dates(round, language)) }),
        (&tr!(language, "rounds-edition"), link),
        (&tr!(language, "rounds-packages"), html! { (packages) }),
        (&tr!(language, "rounds-programme"), html! { (round.programme) }),
        (&tr!(language, "rounds-rule"), html! { (rule) }),
        (&tr!(language, "rounds-coverage"), html! { (coverage) }),
    ])
}

fn waiting(round: &Round, language: Language) -> String {
    let day = texts::date(round.opens_on, language);
    match round.status {
        RoundStatus::Scheduled => tr!(language, "rounds-waiting-scheduled", day = day),
        _ => tr!(language, "rounds-waiting-draft"),
    }
}

fn figures(total: &Participation, round: &Round, language: Language) -> Markup {
    let count = |count: i64| count.to_string();
    let share = total.share().map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
    let mail_note = match (round.is_historic, total.failed) {
        (true, _) => tr!(language, "rounds-no-mail"),
        (false, failed) => tr!(language, "rounds-mail-failed", failed = failed),
    };
    ui::figures(&[
        Figure {
            label: &tr!(language, "rounds-invited"),
            figure: &count(total.posts),
            note: &tr!(language, "rounds-invited-note"),
        },
        Figure { label: &tr!(language, "rounds-mailed"), figure: &count(total.mailed), note: &mail_note },
        Figure {
            label: &tr!(language, "rounds-started"),
            figure: &count(total.started),
            note: &tr!(language, "rounds-started-note"),
        },
        Figure {
            label: &tr!(language, "rounds-handed-in"),
            figure: &count(total.handed_in),
            note: &tr!(language, "rounds-share", share = share),
        },
    ])
}

/// Where the round's figures are read: the country's page, or the one municipality that a visitor may see.
fn results(round: &Round, municipalities: &[MunicipalityCode], language: Language) -> Markup {
    html! {
        p { a href={ "/rounds/" (round.key) "/country" } { (tr!(language, "rounds-country")) } }
        p { a href={ "/rounds/" (round.key) "/comments" } { (tr!(language, "comments-link")) } }
        (table(&tr!(language, "reading-status-file"), &format!("/rounds/{}/tables/status", round.key), "", language))
        (table(&tr!(language, "reading-all-answers-file"), &format!("/rounds/{}/tables/answers", round.key), "", language))
        @if let [only] = municipalities {
            p {
                a href={ "/rounds/" (round.key) "/municipalities/" (only) } {
                    (tr!(language, "rounds-result-of", municipality = only.authority()))
                }
            }
        }
    }
}

/// What a round is called on its pages.
fn title(round: &Round, language: Language) -> String {
    tr!(language, "rounds-heading", key = round.key.as_str())
}

fn dates(round: &Round, language: Language) -> String {
    format!("{} – {}", texts::date(round.opens_on, language), texts::date(round.closes_on, language))
}

/// A moment as people read it, in Danish time.
fn moment(at: chrono::NaiveDateTime, language: Language) -> String {
    let time = match language {
        Language::Danish => in_denmark(at).format("%H.%M").to_string(),
        Language::English => in_denmark(at).format("%H:%M").to_string(),
    };
    tr!(language, "rounds-moment", day = texts::date(day_in_denmark(at), language), time = time)
}

/// The state of a round in a word.
fn state_badge(status: RoundStatus, language: Language) -> Markup {
    match status {
        RoundStatus::Draft => ui::plain_badge(&tr!(language, "rounds-state-draft")),
        RoundStatus::Scheduled => ui::badge(Kind::Info, &tr!(language, "rounds-state-scheduled")),
        RoundStatus::Open => ui::badge(Kind::Success, &tr!(language, "rounds-state-open")),
        RoundStatus::Closed => ui::plain_badge(&tr!(language, "rounds-state-closed")),
        RoundStatus::Published => ui::badge(Kind::Info, &tr!(language, "rounds-state-published")),
    }
}

/// Marks of rounds that are no ordinary ones.
fn marks(round: &Round, language: Language) -> Markup {
    html! {
        @if round.is_test { (ui::badge(Kind::Warning, &tr!(language, "rounds-test"))) " " }
        @if round.is_trial { (ui::plain_badge(&tr!(language, "trial-mark"))) " " }
        @if round.is_historic { (ui::plain_badge(&tr!(language, "rounds-historic"))) }
    }
}

fn is_admin(frame: &Frame) -> bool {
    frame.staff.as_ref().is_some_and(|staff| staff.role == Role::Admin)
}

/// The way from the list of rounds to a page of one round.
fn way(round: &Round, here: &str, language: Language) -> Markup {
    ui::breadcrumbs(
        &tr!(language, "breadcrumbs"),
        &[
            NavItem { href: "/rounds", text: &tr!(language, "rounds-title") },
            NavItem { href: &format!("/rounds/{}", round.key), text: &title(round, language) },
        ],
        here,
    )
}
