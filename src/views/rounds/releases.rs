//! The releases of a round's figures: what was published when, and publishing.

use maud::{Markup, html};

use super::super::dashboards::country;
use super::super::shell::{self, Frame};
use super::super::ui::{
    self, Area, Button, CaptionPlace, Choice, Column, Content, Field, FieldError, Kind, Level, Limit, NavItem, Table,
};
use super::{form, moment, way};
use crate::domain::Language;
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::{Basis, Correction, MOST_REASON, Proposal, Release, ReleasedRound};

/// What of a checksum is enough to tell releases apart by eye.
const SHORT_SUM: usize = 12;

/// What the page of a round's releases shows.
#[derive(Debug)]
pub struct ReleaseList<'a> {
    /// The round.
    pub round: &'a Round,
    /// Its releases, newest first, each with what it is made from.
    pub releases: &'a [(Release, Basis)],
    /// What publishing now would publish, for who may publish.
    pub proposal: Option<&'a Proposal>,
    /// The reason as it was typed, and what is wrong with it.
    pub typed: (&'a str, Option<&'a str>),
}

/// The way from a round's page to its releases.
pub(super) fn link(round: &Round, language: Language) -> Markup {
    html! { p { a href=(address(round)) { (tr!(language, "releases-short")) } } }
}

fn address(round: &Round) -> String {
    format!("/rounds/{}/releases", round.key)
}

/// Every release, and the form that makes the next one.
pub fn releases(frame: &Frame, page: &ReleaseList) -> Markup {
    let language = frame.language;
    let title = tr!(language, "releases-title", key = page.round.key.as_str());
    let main = html! {
        (way(page.round, &tr!(language, "releases-short"), language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "releases-lead")) }))
        @if page.releases.is_empty() { p { (tr!(language, "releases-none")) } } @else { (list(page, language)) }
        @if let Some(proposal) = page.proposal { (publishing(page, proposal, language)) }
    };
    shell::page(frame, &title, main)
}

fn list(page: &ReleaseList, language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "releases-number"), ..Column::default() },
        Column { label: &tr!(language, "releases-day"), ..Column::default() },
        Column { label: &tr!(language, "releases-reason-short"), ..Column::default() },
        Column { label: &tr!(language, "releases-sections"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "releases-checksum"), ..Column::default() },
    ];
    let row = |(release, basis): &(Release, Basis)| {
        let address = format!("{}/{}", address(page.round), release.number);
        vec![
            html! { a href=(address) { (tr!(language, "releases-one", number = release.number)) } },
            html! { (moment(release.published_at, language)) },
            html! { (reason_of(release, language)) },
            html! { (sections_of(&basis.current, language)) },
            html! { code { (&release.content_hash[..SHORT_SUM.min(release.content_hash.len())]) } },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.releases.iter().map(row).collect();
    let caption = tr!(language, "releases-caption");
    let table = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    ui::table(&table, &rows)
}

fn reason_of(release: &Release, language: Language) -> String {
    if release.is_correction() { release.reason.clone() } else { tr!(language, "releases-first") }
}

fn sections_of(round: &ReleasedRound, language: Language) -> String {
    tr!(language, "rounds-of", done = round.returned, all = round.sections)
}

/// What would be published, and the form; where nothing has changed, that alone.
fn publishing(page: &ReleaseList, proposal: &Proposal, language: Language) -> Markup {
    let heading = match proposal.corrected {
        None => tr!(language, "releases-offer-heading"),
        Some(_) => tr!(language, "releases-correct-heading"),
    };
    html! {
        (ui::heading(Level::Two, "publish", &heading))
        @if let Some(Correction { number, is_same: true, .. }) = proposal.corrected {
            p { (tr!(language, "releases-same", number = number)) }
        } @else if proposal.returned == 0 {
            p { (tr!(language, "refusal-nothing-handed-in")) }
        } @else {
            ul {
                li {
                    (tr!(
                        language,
                        "releases-offer-handed-in",
                        done = proposal.returned,
                        all = proposal.sections,
                        municipalities = proposal.municipalities
                    ))
                }
                li { (held_against(&proposal.baselines, language)) }
                @if let Some(correction) = &proposal.corrected { li { (differs(correction, language)) } }
                li { (tr!(language, "releases-offer-final")) }
            }
            (ui::form(&address(page.round), fields(page, proposal, language)))
        }
    }
}

fn held_against(rounds: &[String], language: Language) -> String {
    match rounds {
        [] => tr!(language, "releases-offer-no-baseline"),
        rounds => tr!(language, "releases-offer-baselines", rounds = rounds.join(", ")),
    }
}

fn differs(correction: &Correction, language: Language) -> String {
    let Correction { number, lines, .. } = *correction;
    match lines {
        0 => tr!(language, "releases-no-figure-differs", number = number),
        lines => tr!(language, "releases-differing", lines = lines, number = number),
    }
}

fn fields(page: &ReleaseList, proposal: &Proposal, language: Language) -> Markup {
    let (typed, mistake) = page.typed;
    let hint = tr!(language, "releases-reason-hint", limit = MOST_REASON);
    let (label, word) = (tr!(language, "releases-reason"), tr!(language, "word-error"));
    let error = mistake.map(|text| FieldError { word: &word, text });
    let letters = tr!(language, "releases-letters");
    let button = match proposal.corrected {
        None => tr!(language, "releases-button"),
        Some(_) => tr!(language, "releases-correct-button"),
    };
    let offers_letters = page.round.may_tell_result() && !page.round.tells_result();
    html! {
        @if proposal.corrected.is_some() {
            (ui::textarea(
                &Field { name: "reason", label: &label, hint: Some(&hint), error, ..Field::default() },
                &Area { value: typed, rows: 3, limit: None::<Limit> },
            ))
        }
        @if offers_letters {
            (ui::checkbox("letters", &Choice { value: "ja", label: &letters, hint: None, chosen: false }))
        }
        (ui::button_group(ui::submit(Button::Primary, &button)))
    }
}

/// What the page of one release shows.
#[derive(Debug)]
pub struct ReleaseSheet<'a> {
    /// The round.
    pub round: &'a Round,
    /// The release.
    pub release: &'a Release,
    /// What it is made from.
    pub basis: &'a Basis,
    /// Number of the newest release of the round.
    pub newest: i32,
    /// The country in it, as far as the reader may see it.
    pub country: &'a CountryDashboard,
}

/// One release: what it rests on, the country's figures and all figures as files.
pub fn sheet(frame: &Frame, page: &ReleaseSheet) -> Markup {
    let language = frame.language;
    let ReleaseSheet { round, release, basis, newest, country } = *page;
    let (list, here) = (address(round), tr!(language, "releases-one", number = release.number));
    let title = tr!(language, "releases-sheet-title", number = release.number, key = round.key.as_str());
    let files = format!("{list}/{}", release.number);
    let main = html! {
        (way(round, &here, language))
        (ui::page_heading(&title))
        @if release.number == newest {
            p { (tr!(language, "releases-is-newest")) }
        } @else {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "releases-is-older")) " "
                a href={ (list) "/" (newest) } { (tr!(language, "releases-see-newest")) }
            }))
        }
        (facts(release, basis, language))
        (country::released(country, language))
        (ui::heading(Level::Two, "files", &tr!(language, "releases-files")))
        p {
            a href={ (files) "/scores.csv" } download { (tr!(language, "releases-scores-file")) } " "
            a href={ (files) "/changes.csv" } download { (tr!(language, "releases-changes-file")) }
        }
        p { (ui::text_link(NavItem { href: &list, text: &tr!(language, "releases-see-all") })) }
    };
    shell::page(frame, &title, main)
}

fn facts(release: &Release, basis: &Basis, language: Language) -> Markup {
    let current = &basis.current;
    let coverage = format!("{} %", (current.min_coverage * 100.0).round());
    let edition = |round: &ReleasedRound| html! { a href={ "/catalogue/" (round.edition) } { (round.edition) } };
    let baselines = html! {
        @if basis.baselines.is_empty() { "–" }
        @for (place, one) in basis.baselines.iter().enumerate() {
            @if place > 0 { ", " }
            a href={ "/rounds/" (one.key) } { (one.key) } " (" (sections_of(one, language)) ")"
        }
    };
    let sum = html! {
        code { (release.content_hash) } br;
        (tr!(language, "releases-checksum-about"))
    };
    ui::definition_list(&[
        (&tr!(language, "releases-day"), html! { (moment(release.published_at, language)) }),
        (&tr!(language, "releases-reason-short"), html! { (reason_of(release, language)) }),
        (&tr!(language, "releases-sections"), html! { (sections_of(current, language)) }),
        (&tr!(language, "releases-baselines"), baselines),
        (&tr!(language, "releases-edition"), edition(current)),
        (&tr!(language, "rounds-rule"), html! { (form::rule(current.rule, language)) }),
        (&tr!(language, "rounds-coverage"), html! { (coverage) }),
        (&tr!(language, "releases-checksum"), sum),
    ])
}
