//! The slides of the whole country.

use chrono::NaiveDate;

use super::{Deck, DeckSlide, shared, words};
use crate::charts::MapKind;
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::Transitions;
use crate::domain::dashboards::country::{CountryDashboard, NationDashboard};
use crate::domain::dashboards::finding;
use crate::domain::dashboards::map::{MapDashboard, MapFigure};
use crate::domain::dashboards::movements::{Movements, Ranking};
use crate::views::dashboards::figures::{comparable, percent};
use crate::views::dashboards::findings::{self, Whose};
use crate::views::dashboards::slides::{Shape, Sheet};
use crate::views::dashboards::trend::TrendPage;
use crate::views::dashboards::{country, flows, maps, movements};
use crate::views::shell::Frame;

/// The rankings that a meeting looks at; packages and areas have slides of their own.
const RANKINGS: [Ranking; 3] = [Ranking::Recommendations, Ranking::Municipalities, Ranking::Gaps];

/// The figures of the country, each as its own page has it.
#[derive(Debug)]
pub struct CountryDeck<'a> {
    /// The country's page.
    pub country: &'a CountryDashboard,
    /// The largest changes.
    pub movements: &'a Movements,
    /// The municipalities on a map, by score and by change.
    pub maps: &'a [MapDashboard],
    /// Where all answers went.
    pub transitions: &'a [Transitions],
    /// The rounds side by side.
    pub trend: &'a TrendPage<'a>,
    /// The day on which it is made.
    pub today: NaiveDate,
}

/// The slides.
pub fn of_country(deck: &CountryDeck, chosen: Vec<String>, frame: &Frame) -> Deck {
    let (page, language) = (deck.country, frame.language);
    let round = page.round.key.as_str();
    let (about, title) = match page.nation.is_some() {
        true => (tr!(language, "country-short"), tr!(language, "country-title", round = round)),
        false => (tr!(language, "country-short-own"), tr!(language, "country-title-own", round = round)),
    };
    let mut slides = vec![words::first(&page.round, &title, said(page, frame), (deck.today, frame))];
    slides.extend(page.nation.iter().flat_map(|nation| of_nation(page, nation, frame)));
    slides.extend(RANKINGS.iter().filter_map(|ranking| ranked(deck, *ranking, frame)));
    slides.extend(flow(deck, frame));
    slides.extend(shared::trends(deck.trend, frame));
    slides.extend(deck.maps.iter().map(|map| mapped(map, frame)));
    slides.push(words::method(&page.round, frame));
    let parent = format!("/rounds/{round}/country");
    Deck { round: round.to_owned(), about, parent, address: format!("/rounds/{round}/slides"), slides, chosen }
}

/// What the first slide says of the country.
fn said(page: &CountryDashboard, frame: &Frame) -> Vec<Option<String>> {
    let language = frame.language;
    let Some(nation) = &page.nation else { return vec![Some(tr!(language, "country-open-hidden"))] };
    let finding = finding::of_nation(nation);
    let (answered, population) = nation.answered;
    let all = nation.cards.iter().find(|(measure, _)| *measure == Measure::Implementation).map(|(_, row)| row);
    let coverage = all.and_then(|row| row.coverage).map(|share| {
        let share = percent(share, language);
        format!("{}: {share}.", tr!(language, "card-coverage"))
    });
    let can = all
        .filter(|_| !page.round.baselines.is_empty())
        .map(|row| tr!(language, "deck-comparable", comparable = comparable(&row.comparable, language)));
    vec![
        finding.map(|one| format!("{}.", findings::sentence(&one, Whose::Nation, language))),
        Some(tr!(language, "slide-answered", answered = answered, population = population)),
        coverage,
        Some(words::held_against(&page.round, language)),
        can,
    ]
}

fn of_nation(page: &CountryDashboard, nation: &NationDashboard, frame: &Frame) -> Vec<DeckSlide> {
    let (language, framed) = (frame.language, (Shape::OnSlide, frame));
    let slide = |word: &str, name: String, anchor: &str, drawing| DeckSlide {
        word: word.to_owned(),
        name,
        leads_to: Some(format!("/rounds/{}/country#{anchor}", page.round.key)),
        drawing,
    };
    let packages = (!nation.packages.is_empty()).then(|| {
        let name = tr!(language, "figure-per-package");
        slide("packages", name, "per-packages", country::packages_file(page, &nation.packages, framed))
    });
    let areas = (!nation.areas.is_empty()).then(|| {
        let name = tr!(language, "figure-per-area");
        slide("areas", name, "per-areas", country::areas_file(page, &nation.areas, framed))
    });
    let overall = (!nation.overall.is_empty()).then(|| {
        let name = tr!(language, "overall-title");
        slide("overall", name, "overall", country::overall_file(page, &nation.overall, framed))
    });
    let key = (!nation.key_questions.is_empty()).then(|| {
        let name = tr!(language, "key-questions-title");
        slide("key", name, "key-questions", country::key_file(page, &nation.key_questions, framed))
    });
    [packages, areas, overall, key].into_iter().flatten().collect()
}

fn ranked(deck: &CountryDeck, ranking: Ranking, frame: &Frame) -> Option<DeckSlide> {
    Some(DeckSlide {
        word: ranking.to_string(),
        name: ranking_name(ranking, frame.language),
        leads_to: Some(format!("/rounds/{}/movements#most-{ranking}", deck.movements.round.key)),
        drawing: movements::file(deck.movements, ranking, (Shape::OnSlide, frame))?,
    })
}

fn ranking_name(ranking: Ranking, language: Language) -> String {
    match ranking {
        Ranking::Gaps => tr!(language, "deck-gaps"),
        _ => format!("{}: {}", tr!(language, "movements-short"), movements::heading(ranking, language)),
    }
}

/// Where the answers of all municipalities went, which no page shows.
fn flow(deck: &CountryDeck, frame: &Frame) -> Vec<DeckSlide> {
    let (name, round) = (tr!(frame.language, "country-short"), &deck.country.round);
    let about = flows::About { name: &name, round: &round.key, address: "", query: "" };
    shared::flows(deck.transitions, about, (None, &Sheet::of_round(Shape::OnSlide, round, frame)), frame)
}

fn mapped(map: &MapDashboard, frame: &Frame) -> DeckSlide {
    let name = match map.wanted.figure {
        MapFigure::Score => tr!(frame.language, "deck-map-score"),
        MapFigure::Change => tr!(frame.language, "deck-map-change"),
    };
    DeckSlide {
        word: format!("map-{}", map.wanted.figure),
        name,
        leads_to: Some(format!("/rounds/{}/map?figure={}", map.round.key, map.wanted.figure)),
        drawing: maps::file(map, MapKind::Outlines, (Shape::OnSlide, frame)),
    }
}
