//! The posts of one municipality in a round: whom to call, and an own later last day for one post.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Column, Field, FieldError, Input, Kind, Level, NavItem, Progress, Table};
use super::way;
use super::{is_admin, moment};
use crate::domain::access::staff::Role;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::directory::Holder;
use crate::domain::rounds::invitations::{Invitation, Section, deadline};
use crate::domain::rounds::participation::{FAILED, LetterStanding};
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

/// Who in a municipality has handed in, and a call list of the others.
pub fn status(
    frame: &Frame,
    (round, edition): (&Round, &Edition),
    code: &MunicipalityCode,
    posts: &[PostStatus],
) -> Markup {
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
                (table(frame, (round, edition), "rounds-call-list", &missing))
            }
            @if !done.is_empty() {
                (ui::heading(Level::Two, "handed-in", &tr!(language, "rounds-handed-in")))
                (table(frame, (round, edition), "rounds-handed-in", &done))
            }
        }
    };
    shell::page(frame, &heading, main)
}

fn table(frame: &Frame, (round, edition): (&Round, &Edition), which: &str, posts: &[&PostStatus]) -> Markup {
    let language = frame.language;
    let caption = match which {
        "rounds-call-list" => tr!(language, "rounds-call-list"),
        _ => tr!(language, "rounds-handed-in"),
    };
    let columns = [
        Column { label: &tr!(language, "rounds-post"), ..Column::default() },
        Column { label: &tr!(language, "rounds-progress"), ..Column::default() },
        Column { label: &tr!(language, "rounds-holder"), ..Column::default() },
        Column { label: &tr!(language, "rounds-mail-state"), ..Column::default() },
        Column { label: &tr!(language, "rounds-areas"), ..Column::default() },
        Column { label: &tr!(language, "rounds-last-day"), ..Column::default() },
    ];
    let rows: Vec<Vec<Markup>> = posts
        .iter()
        .map(|post| {
            vec![
                html! {
                    a href={ "/rounds/" (round.key) "/posts/" (post.invitation.id) } { (post.invitation.post) }
                    br; span .weight-normal { (post.invitation.department) }
                    @if post.is_retired { br; (ui::plain_badge(&tr!(language, "rounds-retired"))) }
                },
                progress(&post.invitation, language),
                holder(frame, round, post),
                mail(round, post, language),
                areas(edition, &post.sections, language),
                last_day(frame, round, &post.invitation),
            ]
        })
        .collect();
    let table = Table {
        caption: &caption,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    ui::table(&table, &rows)
}

fn progress(invitation: &Invitation, language: Language) -> Markup {
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
fn keeps_directory(frame: &Frame) -> bool {
    frame.staff.as_ref().is_some_and(|staff| staff.role != Role::Consultant)
}

fn holder(frame: &Frame, round: &Round, post: &PostStatus) -> Markup {
    let language = frame.language;
    let PostStatus { invitation, is_bounced, .. } = post;
    let listed = post.listed_otherwise().filter(|_| round.status == RoundStatus::Open);
    let number: String = invitation.phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    html! {
        @if *is_bounced && invitation.handed_in_at.is_none() {
            (ui::badge(Kind::Error, &tr!(language, "rounds-find-successor"))) br;
        }
        @if invitation.name.is_empty() { (tr!(language, "rounds-no-name")) } @else { (invitation.name) }
        br;
        @if number.is_empty() { (tr!(language, "rounds-no-phone")) } @else { a href={ "tel:" (number) } { (invitation.phone) } }
        @if !invitation.email.is_empty() { br; a href={ "mailto:" (invitation.email) } { (invitation.email) } }
        @if let Some(listed) = listed {
            br; (ui::plain_badge(&tr!(language, "rounds-listed-otherwise")))
            br; (tr!(language, "rounds-listed-otherwise-text", name = listed.name.as_str(), email = listed.email.as_str()))
        }
        @if keeps_directory(frame) {
            br; a href={ "/posts/" (invitation.post_id) "/contact" } {
                (tr!(language, "directory-correct")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
            }
        }
    }
}

fn mail(round: &Round, post: &PostStatus, language: Language) -> Markup {
    let Some(letter) = &post.letter else {
        return match (round.is_historic, post.invitation.email.is_empty()) {
            (true, _) => html! { (tr!(language, "rounds-no-mail")) },
            (false, true) => ui::badge(Kind::Warning, &tr!(language, "rounds-no-email")),
            (false, false) => html! { (tr!(language, "rounds-no-letter")) },
        };
    };
    let kind = match letter.kind.as_str() {
        "invitation" => tr!(language, "rounds-letter-invitation"),
        _ => tr!(language, "rounds-letter-reminder"),
    };
    let state = match letter.state.as_str() {
        "accepted" => ui::badge(Kind::Success, &tr!(language, "rounds-letter-accepted")),
        "bounced" => ui::badge(Kind::Error, &tr!(language, "letters-bounced")),
        "cancelled" => ui::plain_badge(&tr!(language, "rounds-letter-cancelled")),
        failed if FAILED.contains(&failed) => ui::badge(Kind::Error, &tr!(language, "rounds-letter-failed")),
        _ => ui::plain_badge(&tr!(language, "rounds-letter-waiting")),
    };
    html! {
        (state) br; (kind)
        @if let Some(at) = letter.sent_at { br; (moment(at, language)) }
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

fn last_day(frame: &Frame, round: &Round, invitation: &Invitation) -> Markup {
    let language = frame.language;
    html! {
        (texts::date(deadline(round, invitation), language))
        @if invitation.extended_to.is_some() {
            br; (ui::plain_badge(&tr!(language, "rounds-extended")))
        } @else if is_admin(frame) && round.status == RoundStatus::Open && invitation.handed_in_at.is_none() {
            br;
            a href={ "/rounds/" (round.key) "/posts/" (invitation.id) "/extension" } {
                (tr!(language, "rounds-extend")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
            }
        }
    }
}

/// What was typed as an extension's last day, and what is wrong with it, if anything.
#[derive(Debug, Clone, Default)]
pub struct Extending {
    /// The last day, as 2026-10-08.
    pub last_day: String,
    /// What is wrong with it.
    pub mistake: Option<String>,
}

/// The form that gives one post an own later last day.
pub fn extension(frame: &Frame, round: &Round, invitation: &Invitation, extending: &Extending) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-extension-heading", post = invitation.post.as_str());
    let word = tr!(language, "word-error");
    let day = texts::date(round.closes_on, language);
    let mistake = extending.mistake.as_deref();
    let field = Field {
        name: "last_day",
        label: &tr!(language, "rounds-extension-day"),
        hint: Some(&tr!(language, "rounds-extension-hint", day = day.as_str())),
        error: mistake.map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let municipality = invitation.municipality_code.name();
    let main = html! {
        @if let Some(text) = mistake {
            (ui::error_summary(&word, &tr!(language, "rounds-extension-mistake"), &[NavItem { href: "#last_day", text }]))
        }
        (way(round, &heading, language))
        (ui::page_heading(&heading))
        p {
            (tr!(
                language,
                "rounds-extension-lead",
                department = invitation.department.as_str(),
                municipality = municipality,
                day = day.as_str()
            ))
        }
        (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "rounds-extension-final")) }))
        (ui::form(
            &format!("/rounds/{}/posts/{}/extension", round.key, invitation.id),
            html! {
                (ui::text_input(&field, &Input { kind: "date", value: &extending.last_day, autocomplete: None }))
                (ui::button_group(ui::submit(Button::Primary, &tr!(language, "rounds-extension-button"))))
            },
        ))
    };
    let title = if mistake.is_some() { format!("{word}: {heading}") } else { heading.clone() };
    shell::page(frame, &title, main)
}
