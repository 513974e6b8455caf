//! The slides of one municipality.

use chrono::NaiveDate;
use maud::Markup;

use super::{Deck, DeckSlide, shared, words};
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::benchmarks::Benchmarks;
use crate::domain::dashboards::finding;
use crate::domain::dashboards::meeting_sheet::{MeetingSheet, Standing};
use crate::domain::dashboards::subjects::Comparable;
use crate::views::dashboards::figures::{change_in_points, comparable, percent};
use crate::views::dashboards::findings::{self, Whose};
use crate::views::dashboards::slides::{Shape, Sheet};
use crate::views::dashboards::trend::TrendPage;
use crate::views::dashboards::{addresses, flows, meeting_sheets, municipalities};
use crate::views::shell::Frame;

/// The figures of a municipality, each as its own page has it.
#[derive(Debug)]
pub struct MunicipalityDeck<'a> {
    /// What its meeting sheet says, with every figure of its page.
    pub sheet: &'a MeetingSheet,
    /// What others score, from the newest closed round.
    pub benchmarks: Option<&'a Benchmarks>,
    /// Its rounds side by side.
    pub trend: &'a TrendPage<'a>,
    /// The day on which it is made.
    pub today: NaiveDate,
}

/// The slides.
pub fn of_municipality(deck: &MunicipalityDeck, chosen: Vec<String>, frame: &Frame) -> Deck {
    let (page, language) = (&deck.sheet.municipality, frame.language);
    let (round, authority) = (page.round.key.as_str(), page.code.authority());
    let title = tr!(language, "municipality-title", municipality = authority.as_str(), round = round);
    let parent = addresses::answers(round, &page.code, None, None);
    let framed = (Shape::OnSlide, frame);
    let slide = |word: &str, name: String, drawing: Markup| DeckSlide {
        leads_to: Some(format!("{parent}#per-{}", word.trim_end_matches('s'))),
        word: word.to_owned(),
        name,
        drawing,
    };
    let mut slides = vec![words::first(&page.round, &title, said(deck, frame), (deck.today, frame))];
    if !page.packages.is_empty() {
        let name = tr!(language, "figure-per-package");
        slides.push(slide("packages", name, municipalities::packages_file(page, framed)));
    }
    if !page.areas.is_empty() {
        slides.push(slide("areas", tr!(language, "figure-per-area"), municipalities::areas_file(page, framed)));
    }
    slides.extend(deck.benchmarks.map(|one| DeckSlide {
        word: "peers".to_owned(),
        name: tr!(language, "benchmarks-title"),
        leads_to: Some(format!("{parent}#benchmarks")),
        drawing: municipalities::peers_file(one, framed),
    }));
    slides.extend(gains(deck, &authority, frame));
    let about = flows::About { name: page.code.name(), round, address: "", query: "" };
    let sheet = Sheet::of_round(Shape::OnSlide, &page.round, frame);
    slides.extend(shared::flows(&page.transitions, about, (Some(&parent), &sheet), frame));
    slides.extend(shared::trends(deck.trend, frame));
    slides.push(words::method(&page.round, frame));
    let address = format!("{parent}/slides");
    Deck { round: round.to_owned(), about: page.code.name().to_owned(), parent, address, slides, chosen }
}

/// What the first slide says of the municipality.
fn said(deck: &MunicipalityDeck, frame: &Frame) -> Vec<Option<String>> {
    let (page, language) = (&deck.sheet.municipality, frame.language);
    let authority = page.code.authority();
    let finding = finding::of_municipality(page);
    let (returned, sections) = page.returned;
    let all = page.measure(Measure::Implementation).map(|row| &row.change);
    let coverage = all.and_then(|change| change.unpaired.current.coverage).map(|share| {
        let share = percent(share, language);
        format!("{}: {share}.", tr!(language, "card-coverage"))
    });
    let can = all.filter(|_| !page.round.baselines.is_empty()).map(|change| {
        tr!(language, "deck-comparable", comparable = comparable(&Comparable::of_change(change), language))
    });
    vec![
        finding.map(|one| format!("{}.", findings::sentence(&one, Whose::Municipality(&authority), language))),
        Some(tr!(language, "municipality-returned", returned = returned, sections = sections)),
        coverage,
        Some(words::held_against(&page.round, language)),
        can,
    ]
}

/// The recommendations with most to win; no slide where there are none.
fn gains(deck: &MunicipalityDeck, authority: &str, frame: &Frame) -> Option<DeckSlide> {
    let (language, round) = (frame.language, &deck.sheet.municipality.round);
    let part = |one: &Standing| {
        let package = &round.edition.packages[one.package];
        let recommendation = package.recommendations[one.recommendation].title.in_language(language);
        let package = package.title.in_language(language);
        let areas = meeting_sheets::areas(&round.edition, one, language);
        (change_in_points(one.to_win, language), format!("{recommendation} ({package}; {areas})"))
    };
    let explained = (String::new(), tr!(language, "sheet-gains-explained"));
    let parts: Vec<(String, String)> = deck.sheet.gains.iter().map(part).chain([explained]).collect();
    let title = format!("{}: {authority}", tr!(language, "sheet-gains"));
    let slide = words::list("gains", (tr!(language, "sheet-gains"), &title), &parts, (round, frame));
    let sheet = format!("{}/sheet#gains", addresses::answers(&round.key, &deck.sheet.municipality.code, None, None));
    (!deck.sheet.gains.is_empty()).then_some(DeckSlide { leads_to: Some(sheet), ..slide })
}
