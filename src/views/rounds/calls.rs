//! The call list: everybody who has not handed in, with boxes to remind or extend several at once.

mod query;

use chrono::NaiveDate;
use maud::{Markup, html};

pub use query::query;

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, CaptionPlace, Column, Field, Icon, Input, Kind, NavItem, Order, SortHead, Table};
use super::post_calls::{latest_call, note_link, outcome_name};
use super::posts::{keeps_directory, progress};
use super::reached::{contact, letter};
use super::{is_admin, way};
use crate::domain::rounds::call_list::{CallColumn, CallLine, CallShown, CallsWanted};
use crate::domain::rounds::calls::CallOutcome;
use crate::domain::rounds::invitations::deadline;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Language, MunicipalityCode};
use crate::texts;
use crate::views::pages;

/// Lines on one page.
pub const CALLS_PER_PAGE: usize = 100;

/// What the page shows.
#[derive(Debug)]
pub struct CallsPage<'a> {
    /// The round.
    pub round: &'a Round,
    /// The day that it is in Denmark.
    pub today: NaiveDate,
    /// What is looked for.
    pub wanted: &'a CallsWanted,
    /// The municipalities to choose among, by name.
    pub municipalities: &'a [MunicipalityCode],
    /// The regions to choose among.
    pub regions: &'a [&'static str],
    /// How many were found.
    pub total: usize,
    /// The page shown, from 1.
    pub page: usize,
    /// The lines of this page.
    pub shown: &'a [&'a CallLine],
}

/// The page.
pub fn calls(frame: &Frame, page: &CallsPage) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "calls-heading", key = page.round.key.as_str());
    let count = tr!(language, "calls-count", count = page.total);
    let main = html! {
        (way(page.round, &tr!(language, "rounds-call-list"), language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "calls-lead")) }))
        (filter(page, language))
        p role="status" { (count) }
        @if page.shown.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "calls-none")) }))
        } @else {
            (files(page, language))
            (list(frame, page, &count))
        }
        (pages::pages(
            language,
            (page.page, page.total.div_ceil(CALLS_PER_PAGE)),
            &format!("{}&page=", sorted(page, page.wanted.sort, page.wanted.descending)),
        ))
    };
    shell::page(frame, &heading, main)
}

/// The way to the list from the page of a round, as long as there is something to wait for.
pub(super) fn link(round: &Round, language: Language) -> Markup {
    html! {
        @if round.status == RoundStatus::Open {
            p { a href={ "/rounds/" (round.key) "/calls" } { (tr!(language, "calls-link")) } }
        }
    }
}

fn filter(page: &CallsPage, language: Language) -> Markup {
    let wanted = page.wanted;
    let codes: Vec<(&str, &str)> = page.municipalities.iter().map(|code| (code.as_str(), code.name())).collect();
    let regions: Vec<(&str, &str)> = page.regions.iter().map(|region| (*region, *region)).collect();
    let states: Vec<(&str, String)> = CallShown::ALL.iter().map(|one| (one.as_str(), state(*one, language))).collect();
    let outcomes: Vec<(&str, String)> =
        CallOutcome::ALL.iter().map(|one| (one.as_str(), outcome_name(*one, language))).collect();
    let code = wanted.municipality.as_ref().map_or("", MunicipalityCode::as_str);
    let text = tr!(language, "search-text");
    let body = html! {
        (ui::text_input(
            &Field { name: "q", label: &text, ..Field::default() },
            &Input { kind: "search", value: &wanted.text, ..Input::default() },
        ))
        @if codes.len() > 1 {
            (ui::select_of(
                ("municipality", code),
                (&tr!(language, "search-municipality"), Some(&tr!(language, "search-all-municipalities"))),
                &codes,
            ))
            (ui::select_of(
                ("region", wanted.region.as_deref().unwrap_or_default()),
                (&tr!(language, "grid-region"), Some(&tr!(language, "participation-all-regions"))),
                &regions,
            ))
        }
        (ui::select_of(("shown", wanted.shown.as_str()), (&tr!(language, "search-shown"), None), &states))
        (ui::select_of(
            ("outcome", wanted.outcome.as_ref().map_or("", CallOutcome::as_str)),
            (&tr!(language, "calls-outcome"), Some(&tr!(language, "calls-any-outcome"))),
            &outcomes,
        ))
        @for (name, value) in query::order(wanted) { (ui::hidden(name, value)) }
        (ui::submit(Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&format!("/rounds/{}/calls", page.round.key), body)
}

fn state(shown: CallShown, language: Language) -> String {
    match shown {
        CallShown::Everybody => tr!(language, "calls-everybody"),
        CallShown::Unreached => tr!(language, "calls-unreached"),
        CallShown::NotStarted => tr!(language, "rounds-not-started"),
        CallShown::Started => tr!(language, "rounds-started"),
        CallShown::Due => tr!(language, "calls-due"),
        CallShown::NeverCalled => tr!(language, "calls-never-called"),
    }
}

/// The list sorted otherwise, from its first page.
fn sorted(page: &CallsPage, sort: CallColumn, descending: bool) -> String {
    let wanted = CallsWanted { sort, descending, ..page.wanted.clone() };
    format!("/rounds/{}/calls?{}", page.round.key, query(&wanted, 1))
}

/// The same lines as files.
fn files(page: &CallsPage, language: Language) -> Markup {
    let asked = query(page.wanted, 1);
    let href = |form| format!("/rounds/{}/calls.{form}?{asked}", page.round.key);
    html! {
        ul .pj-links.nobullet-list {
            @for (form, text) in [("xlsx", tr!(language, "calls-xlsx")), ("csv", tr!(language, "calls-csv"))] {
                li { (ui::icon_link(Icon::Download, NavItem { href: &href(form), text: &text })) }
            }
        }
    }
}

fn head(page: &CallsPage, sort: CallColumn, language: Language) -> SortHead {
    let label = match sort {
        CallColumn::Municipality => tr!(language, "rounds-post"),
        CallColumn::Missing => tr!(language, "calls-missing"),
        CallColumn::Deadline => tr!(language, "rounds-last-day"),
        CallColumn::Letter => tr!(language, "rounds-mail-state"),
        CallColumn::CallBack => tr!(language, "calls-column"),
    };
    let wanted = page.wanted;
    let is_current = wanted.sort == sort;
    let descending = if is_current { !wanted.descending } else { sort.begins_descending() };
    let hint = if descending { tr!(language, "sort-descending") } else { tr!(language, "sort-ascending") };
    SortHead { label, href: sorted(page, sort, descending), order: Order::of(is_current, wanted.descending), hint }
}

/// The table, in a form that chooses where somebody may remind.
fn list(frame: &Frame, page: &CallsPage, caption: &str) -> Markup {
    let language = frame.language;
    let may_choose = keeps_directory(frame);
    let table = table(page, (caption, may_choose), language);
    if !may_choose {
        return table;
    }
    let href = |noun| format!("/rounds/{}/{noun}", page.round.key);
    let body = html! {
        (ui::hidden("chosen", "posts"))
        (ui::hidden("list", &query(page.wanted, page.page)))
        (table)
        p { (tr!(language, "chosen-next-page")) }
        (ui::button_group(html! {
            (ui::submit(Button::Secondary, &tr!(language, "chosen-remind")))
            @if is_admin(frame) {
                (ui::submit_to(
                    Button::Secondary,
                    NavItem { href: &href("extensions"), text: &tr!(language, "chosen-extend") },
                ))
            }
        }))
    };
    ui::query_form(&href("reminders"), body)
}

fn table(page: &CallsPage, (caption, may_choose): (&str, bool), language: Language) -> Markup {
    let head = |sort| head(page, sort, language);
    let (post, missing) = (head(CallColumn::Municipality), head(CallColumn::Missing));
    let (last_day, letter_head) = (head(CallColumn::Deadline), head(CallColumn::Letter));
    let calls_head = head(CallColumn::CallBack);
    let (holder, choose) = (tr!(language, "rounds-holder"), tr!(language, "chosen-column"));
    let mut columns = vec![
        post.column(),
        Column { label: &holder, ..Column::default() },
        missing.column(),
        last_day.column(),
        letter_head.column(),
        calls_head.column(),
    ];
    columns.extend(may_choose.then_some(Column { label: &choose, ..Column::default() }));
    let left = query(page.wanted, page.page);
    let row = |line: &&CallLine| {
        let one = &line.invitation;
        let code = &one.municipality_code;
        let mut cells = vec![
            html! {
                a href={ "/rounds/" (page.round.key) "/posts/" (one.id) } { (one.post) }
                br; span .weight-normal { (one.department) ", " }
                a .weight-normal href={ "/rounds/" (page.round.key) "/municipalities/" (code) "/status" } { (code.name()) }
            },
            html! { (contact(one, line.is_bounced, language)) br; (note_link(page.round, one, &left, language)) },
            html! {
                (tr!(language, "calls-sections", missing = line.missing(), all = line.all))
                br; (progress(one, language))
            },
            html! { (texts::date(deadline(page.round, one), language)) },
            letter(page.round, one, line.letter.as_ref(), language),
            latest_call(line, page.today, language),
        ];
        if may_choose {
            let label = tr!(language, "calls-choose", post = one.post.as_str(), municipality = code.name());
            cells.push(ui::row_checkbox(("post", one.id.as_str()), &label));
        }
        cells
    };
    let rows: Vec<Vec<Markup>> = page.shown.iter().map(row).collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    ui::table(&frame, &rows)
}
