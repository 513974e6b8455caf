//! The posts of a municipality: who holds them, and whether they are still asked.

mod changes;
pub mod editing;
pub mod history;
pub mod holders;
pub mod imports;
pub mod merging;
pub mod search;

use maud::{Markup, html};
use serde::Deserialize;

use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::contacts::ContactFaults;
use crate::domain::rounds::directory::{DirectoryEntry, Holder};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::post_changes::SeenChange;
use crate::domain::{Area, Language, MunicipalityCode};
use crate::views::refusals::describe;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Button, CaptionPlace, Choice, Column, Field, FieldError, Input, Kind, Level, NavItem, Table};

/// A post's invitation in an open round.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The round.
    pub round: Round,
    /// Who was asked.
    pub invitation: Invitation,
}

/// What stands around the form of a contact.
#[derive(Debug)]
pub struct ContactPage<'a> {
    /// The post.
    pub entry: &'a DirectoryEntry,
    /// The open rounds that have asked it.
    pub asked: &'a [Asked],
    /// Whether it was just saved.
    pub is_saved: bool,
}

/// A contact as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Full name.
    pub name: String,
    /// Work e-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Key of the language.
    pub language: String,
}

impl Typed {
    /// The contact as it stands.
    pub fn of(holder: Option<&Holder>) -> Typed {
        holder.map_or_else(Typed::default, |holder| Typed {
            name: holder.name.clone(),
            email: holder.email.clone(),
            phone: holder.phone.clone(),
            language: holder.language.as_str().to_owned(),
        })
    }
}

/// All posts of a municipality, those that were retired last.
pub fn list(frame: &Frame, code: &MunicipalityCode, entries: &[DirectoryEntry], changes: &[SeenChange]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "directory-title", municipality = code.authority());
    let (retired, active): (Vec<&DirectoryEntry>, Vec<&DirectoryEntry>) =
        entries.iter().partition(|entry| entry.retired_at.is_some());
    let main = html! {
        (way(None, &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "directory-lead")) }))
        (ui::button_group(html! {
            (ui::link_button(Button::Secondary, NavItem {
                href: &format!("/municipalities/{code}/posts/new"),
                text: &tr!(language, "post-add"),
            }))
            (ui::link_button(Button::Secondary, NavItem { href: "/directory/import", text: &tr!(language, "search-import") }))
        }))
        @if active.is_empty() { p { (tr!(language, "directory-nobody")) } }
        @else { (table(&active, &heading, language)) }
        @if !retired.is_empty() {
            (ui::heading(Level::Two, "retired", &tr!(language, "directory-retired")))
            p { (tr!(language, "directory-retired-lead")) }
            ul {
                @for entry in retired {
                    li {
                        a href={ "/posts/" (entry.post.id) } { (entry.post.title) } ", " (entry.department) " "
                        (restore(entry, language))
                    }
                }
            }
        }
        (changes::newest(frame, changes, entries))
    };
    shell::page(frame, &heading, main)
}

fn restore(entry: &DirectoryEntry, language: Language) -> Markup {
    let (href, text) = (format!("/posts/{}/restoration", entry.post.id), tr!(language, "directory-restore"));
    html! {
        form .pj-inline-form method="post" action=(href) {
            button .button.button-secondary type="submit" { (text) (ui::for_screen_readers(&format!(" {}", entry.post.title))) }
        }
    }
}

fn table(entries: &[&DirectoryEntry], caption: &str, language: Language) -> Markup {
    let labels = [
        tr!(language, "rounds-post"),
        tr!(language, "directory-change"),
        tr!(language, "rounds-holder"),
        tr!(language, "rounds-areas"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |entry: &&DirectoryEntry| {
        let post = format!("/posts/{}", entry.post.id);
        let of_post = ui::for_screen_readers(&format!(" {}", entry.post.title));
        vec![
            html! {
                a href=(post) { (entry.post.title) }
                br; span .weight-normal { (entry.department) }
                @if let Some(planned) = &entry.planned {
                    br; span .weight-normal {
                        (tr!(language, "holder-planned", day = crate::texts::date(planned.from_day, language)))
                    }
                }
            },
            // Here a phone shows it without scrolling.
            html! {
                a href={ (post) "/contact" } { (tr!(language, "directory-correct")) (of_post) }
                br;
                a href={ (post) "/retirement" } { (tr!(language, "directory-retire")) (of_post) }
            },
            holder(entry.holder.as_ref(), language),
            html! { (areas(&entry.post.areas.iter().collect::<Vec<Area>>(), language)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = entries.iter().map(row).collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    ui::table(&frame, &rows)
}

fn holder(holder: Option<&Holder>, language: Language) -> Markup {
    let Some(holder) = holder else { return html! { (tr!(language, "rounds-no-name")) } };
    html! {
        @if holder.name.is_empty() { (tr!(language, "rounds-no-name")) } @else { (holder.name) }
        br;
        @if holder.email.is_empty() { (tr!(language, "rounds-no-email")) } @else { (holder.email) }
        @if !holder.phone.is_empty() { br; (holder.phone) }
    }
}

/// The form of a contact, and where the next letters of open rounds go.
pub fn contact(frame: &Frame, page: &ContactPage, typed: &Typed, faults: &ContactFaults) -> Markup {
    let language = frame.language;
    let entry = page.entry;
    let heading = tr!(language, "contact-title", post = entry.post.title.as_str());
    let word = tr!(language, "word-error");
    let say = |refusal: &Option<Refusal>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let (name, email, phone) = (say(&faults.name), say(&faults.email), say(&faults.phone));
    let errors: Vec<NavItem> = [("#name", &name), ("#email", &email), ("#phone", &phone)]
        .into_iter()
        .filter_map(|(href, text)| Some(NavItem { href, text: text.as_deref()? }))
        .collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "contact-mistakes"), &errors)) }
        (way(Some(&entry.post.municipality_code), &entry.post.title, language))
        (ui::page_heading_with_lead(&heading, html! {
            (entry.department) ", " (entry.post.municipality_code.authority())
        }))
        (standing(page, language))
        (ui::form(&format!("/posts/{}/contact", entry.post.id), html! {
            (contact_fields(typed, faults, language))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "contact-save"))))
        }))
    };
    let title = if errors.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// The fields of a contact, with what is wrong with each.
fn contact_fields(typed: &Typed, faults: &ContactFaults, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let say = |refusal: &Option<Refusal>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let (name, email, phone) = (say(&faults.name), say(&faults.email), say(&faults.phone));
    html! {
        (field(("name", &tr!(language, "contact-name")), (&typed.name, ""), error(&word, &name)))
        (field(("email", &tr!(language, "contact-email")), (&typed.email, "email"), error(&word, &email)))
        (field(("phone", &tr!(language, "contact-phone")), (&typed.phone, "tel"), error(&word, &phone)))
        (ui::select(
            &Field { name: "language", label: &tr!(language, "contact-language"), ..Field::default() },
            &[
                Choice { value: "da", label: &tr!(language, "contact-danish"), chosen: typed.language != "en", ..Choice::default() },
                Choice { value: "en", label: &tr!(language, "contact-english"), chosen: typed.language == "en", ..Choice::default() },
            ],
        ))
    }
}

fn error<'a>(word: &'a str, text: &'a Option<String>) -> Option<FieldError<'a>> {
    text.as_deref().map(|text| FieldError { word, text })
}

fn field((name, label): (&str, &str), (value, kind): (&str, &str), error: Option<FieldError>) -> Markup {
    ui::text_input(&Field { name, label, error, ..Field::default() }, &Input { kind, value, autocomplete: None })
}

/// That it was saved, and where letters go now and will go.
fn standing(page: &ContactPage, language: Language) -> Markup {
    let lines = html! {
        @for asked in page.asked { p { (next_letters(page.entry, asked, language)) } }
    };
    html! {
        @if page.is_saved {
            (ui::alert(Kind::Success, &tr!(language, "word-success"), &tr!(language, "contact-saved"), lines))
        } @else if !page.asked.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (lines)
                p { (tr!(language, "contact-open-round")) }
            }))
        }
    }
}

fn next_letters(entry: &DirectoryEntry, asked: &Asked, language: Language) -> String {
    let (round, invitation) = (asked.round.key.as_str(), &asked.invitation);
    let listed = entry.holder.as_ref().map_or("", |holder| holder.email.as_str());
    let asked = invitation.email.as_str();
    if entry.retired_at.is_some() {
        return tr!(language, "contact-round-retired", round = round);
    }
    if !asked.eq_ignore_ascii_case(listed) {
        let name = invitation.name.as_str();
        return tr!(language, "contact-round-passed-on", round = round, name = name, email = asked);
    }
    match (asked.is_empty(), invitation.handed_in_at) {
        (true, _) => tr!(language, "contact-round-nobody", round = round),
        (false, None) => tr!(language, "contact-round-next", round = round, email = asked),
        (false, Some(_)) => tr!(language, "contact-round-done", round = round, email = asked),
    }
}

/// What retiring a post means, before it is done.
pub fn retirement(frame: &Frame, entry: &DirectoryEntry, asked: &[Asked], uncovered: &[Area]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "retirement-title", post = entry.post.title.as_str());
    let list = format!("/municipalities/{}/posts", entry.post.municipality_code);
    let retire = format!("/posts/{}/retirement", entry.post.id);
    let main = html! {
        (way(Some(&entry.post.municipality_code), &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "retirement-lead")) }))
        @if uncovered.is_empty() { p { (tr!(language, "retirement-covered")) } }
        @else {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (tr!(language, "directory-uncovered", areas = areas(uncovered, language)))
            }))
        }
        @for one in asked.iter().filter(|one| one.invitation.handed_in_at.is_none()) {
            p { (tr!(language, "retirement-open-round", round = one.round.key.as_str())) }
        }
        (ui::button_group(html! {
            (ui::post_button(Button::Primary, NavItem { href: &retire, text: &tr!(language, "retirement-button") }, &[]))
            (ui::link_button(Button::Secondary, NavItem { href: &list, text: &tr!(language, "retirement-back") }))
        }))
    };
    shell::page(frame, &heading, main)
}

fn areas(areas: &[Area], language: Language) -> String {
    let names: Vec<String> = areas.iter().map(|area| area.text().in_language(language).to_owned()).collect();
    names.join(", ")
}

/// The way down to a page: the directory, and below the list of posts that list.
fn way(below: Option<&MunicipalityCode>, here: &str, language: Language) -> Markup {
    let directory = tr!(language, "search-title");
    let list = below.map(|code| {
        (format!("/municipalities/{code}/posts"), tr!(language, "directory-title", municipality = code.authority()))
    });
    let above: Vec<NavItem> = std::iter::once(NavItem { href: "/directory", text: &directory })
        .chain(list.iter().map(|(href, text)| NavItem { href, text }))
        .collect();
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &above, here)
}
