//! The posts of one municipality in a round: whom to call, and boxes to remind or extend several at once.

use std::sync::Arc;

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Kind, Level, NavItem, Progress, Table};
use super::reached::{contact, letter};
use super::sign_offs::{self, SignedOff};
use super::way;
use super::{is_admin, moment};
use crate::domain::access::staff::Role;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::directory::Holder;
use crate::domain::rounds::invitations::{Invitation, Section, deadline};
use crate::domain::rounds::participation::LetterStanding;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Language, MunicipalityCode};
use crate::texts;

/// A post with its sections and its latest letter.
#[derive(Debug, Clone)]
pub struct PostStatus {
    /// The post as invited.
    pub invitation: Invitation,
    /// Its areas.
    pub sections: Vec<Section>,
    /// The latest invitation or reminder; none where none was queued.
    pub letter: Option<LetterStanding>,
    /// Whether mail to its address came back, so that somebody else is to be found.
    pub is_bounced: bool,
    /// Whether the post was retired since it was asked, so that nobody is reminded.
    pub is_retired: bool,
    /// Whether it has asked for more time and waits for an answer.
    pub asks_for_time: bool,
    /// Who holds the post in the directory, to whom the next round writes.
    pub listed: Option<Holder>,
}

impl PostStatus {
    /// The directory's holder, where the questions have gone on to somebody else.
    fn listed_otherwise(&self) -> Option<&Holder> {
        let asked = &self.invitation.email;
        self.listed.as_ref().filter(|holder| !asked.is_empty() && !holder.email.eq_ignore_ascii_case(asked))
    }
}

/// A municipality in a round.
#[derive(Debug)]
pub struct MunicipalityStatus {
    /// The round.
    pub round: Round,
    /// Its edition.
    pub edition: Arc<Edition>,
    /// The municipality.
    pub code: MunicipalityCode,
    /// Its posts.
    pub posts: Vec<PostStatus>,
    /// Whether somebody vouches for its answers; none where nothing is to be signed off.
    pub signed: Option<SignedOff>,
}

/// Who in a municipality has handed in, and a call list of the others.
pub fn status(frame: &Frame, page: &MunicipalityStatus) -> Markup {
    let MunicipalityStatus { round, edition, code, posts, signed } = page;
    let edition = &**edition;
    let language = frame.language;
    let heading = tr!(language, "rounds-status-heading", municipality = code.authority());
    let (done, mut missing): (Vec<&PostStatus>, Vec<&PostStatus>) =
        posts.iter().partition(|post| post.invitation.handed_in_at.is_some());
    missing.sort_by_key(|post| !post.is_bounced);
    let (handed_in, all) = (done.len(), posts.len());
    let result = format!("/rounds/{}/municipalities/{code}", round.key);
    let main = html! {
        (way(round, code.name(), language))
        (ui::page_heading(&heading))
        @if posts.is_empty() {
            p { (tr!(language, "rounds-status-nobody")) }
        } @else {
            (ui::progress_text(&tr!(language, "rounds-status-progress", done = handed_in, all = all), (handed_in, all)))
            p { a href=(result) { (tr!(language, "rounds-result-of", municipality = code.authority())) } }
            @if keeps_directory(frame) {
                p {
                    a href={ "/municipalities/" (code) "/posts" } {
                        (tr!(language, "directory-title", municipality = code.authority()))
                    }
                }
            }
            (ui::heading(Level::Two, "call-list", &tr!(language, "rounds-call-list")))
            @if missing.is_empty() {
                (ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (tr!(language, "rounds-call-list-empty")) }))
            } @else {
                p { (tr!(language, "rounds-call-list-lead")) }
                @if missing.iter().any(|post| post.is_bounced) { p { (tr!(language, "rounds-find-successor-lead")) } }
                (call_list(frame, (round, edition), code, &missing))
            }
            @if !done.is_empty() {
                (ui::heading(Level::Two, "handed-in", &tr!(language, "rounds-handed-in")))
                (table(frame, (round, edition), Which::Done, &done))
            }
            @if let Some(signed) = signed { (sign_offs::section(signed, &format!("{result}/sign-off"), language)) }
        }
    };
    shell::page(frame, &heading, main)
}

/// Those who are missing, with boxes to remind or extend several at once for whoever may.
fn call_list(
    frame: &Frame,
    (round, edition): (&Round, &Edition),
    code: &MunicipalityCode,
    missing: &[&PostStatus],
) -> Markup {
    let language = frame.language;
    let may_choose = round.status == RoundStatus::Open && keeps_directory(frame);
    let which = if may_choose { Which::ToChoose } else { Which::Missing };
    let table = table(frame, (round, edition), which, missing);
    if !may_choose {
        return table;
    }
    let (reminders, extensions) =
        (format!("/rounds/{}/reminders", round.key), format!("/rounds/{}/extensions", round.key));
    ui::query_form(
        &reminders,
        html! {
            (ui::hidden("chosen", "posts"))
            (ui::hidden("municipality", code.as_str()))
            (table)
            p { (tr!(language, "chosen-next-page")) }
            (ui::button_group(html! {
                (ui::submit(Button::Secondary, &tr!(language, "chosen-remind")))
                @if is_admin(frame) {
                    (ui::submit_to(
                        Button::Secondary,
                        NavItem { href: &extensions, text: &tr!(language, "chosen-extend") },
                    ))
                }
            }))
            p {
                a href={ (reminders) "?municipality=" (code) } { (tr!(language, "chosen-remind-all")) }
                @if is_admin(frame) {
                    br; a href={ (extensions) "?municipality=" (code) } { (tr!(language, "chosen-extend-all")) }
                }
            }
        },
    )
}

/// Which posts a table shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Missing,
    /// The same, each with a box to choose it.
    ToChoose,
    Done,
}

fn table(frame: &Frame, (round, edition): (&Round, &Edition), which: Which, posts: &[&PostStatus]) -> Markup {
    let language = frame.language;
    let caption = match which {
        Which::Missing | Which::ToChoose => tr!(language, "rounds-call-list"),
        Which::Done => tr!(language, "rounds-handed-in"),
    };
    let columns = [
        Column { label: &tr!(language, "rounds-post"), ..Column::default() },
        Column { label: &tr!(language, "rounds-progress"), ..Column::default() },
        Column { label: &tr!(language, "rounds-holder"), ..Column::default() },
        Column { label: &tr!(language, "rounds-mail-state"), ..Column::default() },
        Column { label: &tr!(language, "rounds-areas"), ..Column::default() },
        Column { label: &tr!(language, "rounds-last-day"), ..Column::default() },
        Column { label: &tr!(language, "chosen-column"), ..Column::default() },
    ];
    let columns = if which == Which::ToChoose { &columns[..] } else { &columns[..6] };
    let rows: Vec<Vec<Markup>> = posts
        .iter()
        .map(|post| {
            let mut cells = vec![
                html! {
                    a href={ "/rounds/" (round.key) "/posts/" (post.invitation.id) } { (post.invitation.post) }
                    br; span .weight-normal { (post.invitation.department) }
                    @if post.is_retired { br; (ui::plain_badge(&tr!(language, "rounds-retired"))) }
                },
                progress(&post.invitation, language),
                holder(frame, round, post),
                letter(round, &post.invitation, post.letter.as_ref(), language),
                areas(edition, &post.sections, language),
                last_day(frame, round, post),
            ];
            if which == Which::ToChoose {
                let label = tr!(language, "chosen-choose", post = post.invitation.post.as_str());
                cells.push(ui::row_checkbox(("post", post.invitation.id.as_str()), &label));
            }
            cells
        })
        .collect();
    let table =
        Table { caption: &caption, caption_place: ui::CaptionPlace::ForScreenReaders, columns, ..Table::default() };
    ui::table(&table, &rows)
}

pub(super) fn progress(invitation: &Invitation, language: Language) -> Markup {
    match (invitation.handed_in_at, invitation.started_at) {
        (Some(at), _) => html! {
            (ui::progress_badge(Progress::HandedIn, &tr!(language, "rounds-handed-in")))
            br; (moment(at, language))
        },
        (None, Some(_)) => ui::progress_badge(Progress::Started, &tr!(language, "rounds-started")),
        (None, None) => ui::progress_badge(Progress::NotStarted, &tr!(language, "rounds-not-started")),
    }
}

/// Whether somebody may correct contacts; the handlers decide, this only shows the way.
pub(super) fn keeps_directory(frame: &Frame) -> bool {
    frame.staff.as_ref().is_some_and(|staff| staff.role != Role::Consultant)
}

fn holder(frame: &Frame, round: &Round, post: &PostStatus) -> Markup {
    let language = frame.language;
    let invitation = &post.invitation;
    let listed = post.listed_otherwise().filter(|_| round.status == RoundStatus::Open);
    html! {
        (contact(invitation, post.is_bounced, language))
        @if let Some(listed) = listed {
            br; (ui::plain_badge(&tr!(language, "rounds-listed-otherwise")))
            br; (tr!(language, "rounds-listed-otherwise-text", name = listed.name.as_str(), email = listed.email.as_str()))
        }
        @if round.status == RoundStatus::Open && invitation.handed_in_at.is_none() {
            br; a href={ "/rounds/" (round.key) "/calls/" (invitation.id) } {
                (tr!(language, "calls-note")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
            }
        }
        @if keeps_directory(frame) {
            br; a href={ "/posts/" (invitation.post_id) "/contact" } {
                (tr!(language, "directory-correct")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
            }
        }
    }
}

fn areas(edition: &Edition, sections: &[Section], language: Language) -> Markup {
    let done = sections.iter().filter(|section| section.handed_in_at.is_some()).count();
    let all = sections.len();
    let missing: Vec<&str> = sections
        .iter()
        .filter(|section| section.handed_in_at.is_none())
        .map(|section| edition.area_name(section.area, language))
        .collect();
    let names: Vec<&str> = sections.iter().map(|section| edition.area_name(section.area, language)).collect();
    html! {
        (tr!(language, "rounds-sections", done = done, all = all))
        br;
        @if missing.is_empty() { (names.join(", ")) } @else {
            (tr!(language, "rounds-sections-missing", areas = missing.join(", ")))
        }
    }
}

fn last_day(frame: &Frame, round: &Round, post: &PostStatus) -> Markup {
    let (language, invitation) = (frame.language, &post.invitation);
    let asks = post.asks_for_time && round.status == RoundStatus::Open;
    html! {
        (texts::date(deadline(round, invitation), language))
        @if asks { br; (ui::badge(Kind::Warning, &tr!(language, "extension-request-badge"))) }
        @if invitation.extended_to.is_some() {
            br; (ui::plain_badge(&tr!(language, "rounds-extended")))
        } @else if asks && keeps_directory(frame) {
            br;
            a href={ "/rounds/" (round.key) "/posts/" (invitation.id) "/extension-request" } {
                (tr!(language, "extension-request-answer")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
            }
        } @else if is_admin(frame) && round.status == RoundStatus::Open && invitation.handed_in_at.is_none() {
            br;
            a href={ "/rounds/" (round.key) "/posts/" (invitation.id) "/extension" } {
                (tr!(language, "rounds-extend")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
            }
        }
    }
}
