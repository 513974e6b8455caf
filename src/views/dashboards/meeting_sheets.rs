//! One municipality on two pages to print and bring to a meeting.

mod written;

use chrono::NaiveDate;
use maud::{Markup, html};

use super::addresses;
use super::dumbbells::{self, Chart};
use super::figures::{NONE, benchmark, change_in_points, change_or_dash, number, number_or_dash, subject, why};
use super::municipalities::{self, group_label, provisional};
use crate::domain::Language;
use crate::domain::answering::comments::Comment;
use crate::domain::catalogue::{Edition, Measure};
use crate::domain::dashboards::benchmarks::Benchmarks;
use crate::domain::dashboards::meeting_sheet::{MeetingSheet, Standing};
use crate::domain::dashboards::municipality::MunicipalityRow;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::sign_offs::SignOff;
use crate::texts;
use crate::views::practice::advice::Advised;
use crate::views::rounds::sign_offs;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Level, NavItem, Table};

/// The most comments that are printed.
pub const MOST_COMMENTS: usize = 4;

/// The most posts that are named as missing.
const MOST_POSTS: usize = 12;

/// The most areas that are named one by one.
const MOST_AREAS: usize = 3;

/// What the page shows.
#[derive(Debug)]
pub struct SheetPage<'a> {
    /// The sheet.
    pub sheet: &'a MeetingSheet,
    /// What others score, from the newest closed round.
    pub benchmarks: Option<&'a Benchmarks>,
    /// The posts that were asked.
    pub posts: &'a [Invitation],
    /// Who vouches for the answers, with the address of the account.
    pub signed: Option<&'a (SignOff, String)>,
    /// Comments beside answers to what the sheet names.
    pub comments: &'a [Comment],
    /// How many comments the municipality's leaders have written in the round.
    pub written: i64,
    /// What the municipality was advised in the round.
    pub advice: &'a [Advised],
    /// The day on which it is printed.
    pub today: NaiveDate,
}

impl SheetPage<'_> {
    fn round(&self) -> &str {
        &self.sheet.municipality.round.key
    }

    /// The municipality's page.
    fn above(&self) -> String {
        addresses::answers(self.round(), &self.sheet.municipality.code, None, None)
    }
}

/// The page.
pub fn show(frame: &Frame, page: &SheetPage) -> Markup {
    let (language, figures) = (frame.language, &page.sheet.municipality);
    let authority = figures.code.authority();
    let title = tr!(language, "sheet-title", municipality = authority.as_str(), round = page.round());
    let above = page.above();
    let back = tr!(language, "sheet-back");
    let main = html! {
        (ui::back_link(NavItem { href: &above, text: &back }))
        (ui::paper_sheet(html! {
            (ui::page_heading_with_lead(
                &municipalities::heading(figures, &title, language),
                html! { (municipalities::lead(figures, &title, language)) },
            ))
            (ui::button_group(ui::print_button(&tr!(language, "sheet-print"))))
            (provisional(&figures.round, language))
            (municipalities::cards(figures, language))
            (standing(page, language))
            (gains(page, language))
            (moved(page, language))
            (written::advised(page, language))
            (missing(page, language))
            @if let Some((held, who)) = page.signed { p { (sign_offs::sentence(held, who, language)) } }
            (written::comments(page, language))
            p { (tr!(language, "sheet-printed", day = texts::date(page.today, language), service = frame.service())) }
        }))
    };
    shell::page(frame, &title, main)
}

/// Each package: now, its change, and what others score.
fn standing(page: &SheetPage, language: Language) -> Markup {
    let figures = &page.sheet.municipality;
    let groups = page.benchmarks.map(|one| one.peer_groups.as_slice()).unwrap_or_default();
    let labels: Vec<String> =
        [tr!(language, "figure-package"), tr!(language, "sheet-now"), tr!(language, "sheet-change")]
            .into_iter()
            .chain(groups.iter().map(|group| group_label(group, language)))
            .collect();
    let lines = municipalities::package_lines(figures, Some(&page.above()), language);
    let chart = Chart {
        id: "packages",
        title: &tr!(language, "municipality-packages-title", municipality = figures.code.name()),
        description: &tr!(language, "figure-paired-description"),
        words: &municipalities::package_words(figures, language),
        lines: &lines,
    };
    let rows: Vec<Vec<Markup>> = figures
        .packages
        .iter()
        .chain(figures.measure(Measure::Implementation))
        .map(|row| {
            let name = subject(&row.subject, &tr!(language, "figure-all-packages"), language);
            let now = match row.score_missing {
                Some(missing) => why(missing, language),
                None => number_or_dash(row.change.unpaired.current.score),
            };
            let cells = [now, changed(row, language)].into_iter().chain(others(page, row, language));
            std::iter::once(name).chain(cells).map(|cell| html! { (cell) }).collect()
        })
        .collect();
    let heading = tr!(language, "sheet-standing");
    let table = Table {
        caption: &heading,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &ui::name_and_numbers(&labels),
        spacing: ui::Spacing::Compact,
    };
    html! {
        (ui::heading(Level::Two, "standing", &heading))
        (dumbbells::above_table(&chart, language))
        @if let Some(aim) = &figures.aim { p { (super::aims::own_sentence(aim, language)) } }
        (ui::table(&table, &rows))
        p {
            (super::figures::measure_explained(Measure::Implementation, language)) " "
            (tr!(language, "sheet-explained"))
            @if let Some(one) = page.benchmarks.filter(|one| !one.is_same_round) {
                " " (tr!(language, "benchmarks-other-round", round = one.round.as_str()))
            }
        }
    }
}

fn changed(row: &MunicipalityRow, language: Language) -> String {
    row.change_missing.map_or_else(|| change_or_dash(row.change.change), |missing| why(missing, language))
}

/// The groups' means of a row's package.
fn others(page: &SheetPage, row: &MunicipalityRow, language: Language) -> Vec<String> {
    let Some(benchmarks) = page.benchmarks else { return Vec::new() };
    match benchmarks.rows.iter().find(|one| one.subject == row.subject) {
        Some(found) => found.means.iter().map(|mean| benchmark(mean, language)).collect(),
        None => vec![NONE.to_owned(); benchmarks.peer_groups.len()],
    }
}

/// The recommendations with most to win, each with where, and what it would be worth.
fn gains(page: &SheetPage, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "gains", &tr!(language, "sheet-gains")))
        @if page.sheet.gains.is_empty() { p { (tr!(language, "sheet-no-gains")) } } @else {
            p { (tr!(language, "sheet-gains-explained")) }
            ol {
                @for one in &page.sheet.gains {
                    @let points = change_in_points(one.to_win, language);
                    li { (named(page, one, language)) ": " strong { (points) } }
                }
            }
        }
    }
}

/// What has risen and what has fallen since the baseline.
fn moved(page: &SheetPage, language: Language) -> Markup {
    let sheet = page.sheet;
    let list = |heading: String, all: &[Standing]| {
        html! {
            @if !all.is_empty() {
                h3 { (heading) }
                ul {
                    @for one in all {
                        @if let Some((then, now)) = one.paired {
                            li {
                                (named(page, one, language)) ": "
                                (tr!(language, "sheet-moved", then = number(then), now = number(now)))
                            }
                        }
                    }
                }
            }
        }
    };
    html! {
        (ui::heading(Level::Two, "moved", &tr!(language, "sheet-moves")))
        @if sheet.risen.is_empty() && sheet.fallen.is_empty() { p { (tr!(language, "sheet-no-moves")) } }
        (list(tr!(language, "sheet-risen"), &sheet.risen))
        (list(tr!(language, "sheet-fallen"), &sheet.fallen))
    }
}

/// A recommendation with its package and the areas that it rests on; leads to its result.
fn named(page: &SheetPage, one: &Standing, language: Language) -> Markup {
    let edition = &page.sheet.municipality.round.edition;
    let package = &edition.packages[one.package];
    let recommendation = &package.recommendations[one.recommendation];
    html! {
        a href=(addresses::recommendation(page.round(), &package.key, &recommendation.key)) {
            (recommendation.title.in_language(language))
        }
        " (" (package.title.in_language(language)) "; " (areas(edition, one, language)) ")"
    }
}

/// The areas by name, or how many they are where they are many.
pub(super) fn areas(edition: &Edition, one: &Standing, language: Language) -> String {
    match one.areas.as_slice() {
        few if few.len() <= MOST_AREAS => {
            few.iter().map(|area| edition.area_name(*area, language)).collect::<Vec<_>>().join(", ")
        }
        many => tr!(language, "sheet-areas", count = many.len()),
    }
}

/// The posts that have not handed in.
fn missing(page: &SheetPage, language: Language) -> Markup {
    let missing: Vec<&Invitation> = page.posts.iter().filter(|post| post.handed_in_at.is_none()).collect();
    let (count, asked) = (missing.len(), page.posts.len());
    let more = count.saturating_sub(MOST_POSTS);
    let named = missing.iter().take(MOST_POSTS).map(|post| match post.department.as_str() {
        "" => post.post.clone(),
        department => format!("{} ({department})", post.post),
    });
    let rest = (more > 0).then(|| tr!(language, "home-more", count = more));
    let names: Vec<String> = named.chain(rest).collect();
    html! {
        (ui::heading(Level::Two, "missing", &tr!(language, "sheet-missing")))
        p { (tr!(language, "sheet-missing-count", count = count, asked = asked)) " " (names.join("; ")) }
    }
}
