//! `/rounds/{key}/slides` and `/rounds/{key}/municipalities/{code}/slides`: the figures of a whole meeting.

use std::io;

use actix_web::HttpResponse;
use actix_web::web::{Html, Path, Query};

use super::{country, maps, movements, municipalities, streamed, trends};
use crate::charts;
use crate::domain::base::days::day_in_denmark;
use crate::domain::dashboards::country::{CountryDashboard, country_transitions};
use crate::domain::dashboards::map::MapFigure;
use crate::domain::dashboards::meeting_sheet::MeetingSheet;
use crate::error::OrNotFound;
use crate::files::archives;
use crate::views::dashboards::decks::{self, CountryDeck, Deck, DeckSlide, FIELD, MunicipalityDeck};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::{Shared, count, draw};

/// `GET /rounds/{key}/slides`
pub async fn of_country(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    Query(fields): Query<Fields>,
) -> std::result::Result<Html, WebError> {
    let deck = load_country(&service, &visitor, round.into_inner(), fields).await?;
    draw(move || Ok(Html::new(decks::show(&visitor.frame, &deck)))).await
}

/// `GET /rounds/{key}/slides.zip`
pub async fn pictures_of_country(
    service: Shared,
    visitor: Visitor,
    round: Path<String>,
    Query(fields): Query<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let deck = load_country(&service, &visitor, round.into_inner(), fields).await?;
    Ok(pictures(&format!("{}-country-slides.zip", deck.round), deck))
}

/// `GET /rounds/{key}/municipalities/{code}/slides`
pub async fn of_municipality(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    Query(fields): Query<Fields>,
) -> std::result::Result<Html, WebError> {
    let deck = load_municipality(&service, &visitor, path.into_inner(), fields).await?;
    draw(move || Ok(Html::new(decks::show(&visitor.frame, &deck)))).await
}

/// `GET /rounds/{key}/municipalities/{code}/slides.zip`
pub async fn pictures_of_municipality(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
    Query(fields): Query<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let code = path.1.clone();
    let deck = load_municipality(&service, &visitor, path.into_inner(), fields).await?;
    Ok(pictures(&format!("{}-{code}-slides.zip", deck.round), deck))
}

/// The slides that are asked for by name; what is unknown asks for nothing.
fn chosen(fields: Fields) -> Vec<String> {
    fields.0.into_iter().filter(|(name, _)| name == FIELD).map(|(_, word)| word).collect()
}

async fn load_country(
    service: &Shared,
    visitor: &Visitor,
    round: String,
    fields: Fields,
) -> std::result::Result<Deck, WebError> {
    let counted = country::load(service, visitor, round.clone()).await?;
    let trend = trends::load_country(service, visitor, round).await?;
    let (frame, today) = (visitor.frame.clone(), day_in_denmark(service.now()));
    draw(move || {
        let country: CountryDashboard = counted.dashboard(&country::Asked::default());
        let has_baseline = !country.round.baselines.is_empty();
        let maps: Vec<_> = MapFigure::ALL
            .iter()
            .filter(|figure| **figure == MapFigure::Score || has_baseline)
            .map(|figure| maps::of_figure(&counted, *figure))
            .collect();
        let deck = CountryDeck {
            country: &country,
            movements: &movements::page(&counted, &movements::Asked::default()),
            maps: &maps,
            transitions: &country_transitions(&counted.compared, &counted.scope),
            trend: &trend.page(),
            today,
        };
        Ok(decks::of_country(&deck, chosen(fields), &frame))
    })
    .await
}

async fn load_municipality(
    service: &Shared,
    visitor: &Visitor,
    (round, code): (String, String),
    fields: Fields,
) -> std::result::Result<Deck, WebError> {
    let scope = visitor.staff.scope();
    let (own, key) = (municipalities::in_scope(&code, &scope)?, round.clone());
    let (counted, benchmarks) = count(service, move |service| {
        service.db.read(|conn| {
            let counted = municipalities::load(conn, &key, own)?;
            let benchmarks = municipalities::load_benchmarks(conn, &service.results, &counted, &scope, service.now())?;
            Ok((counted, benchmarks))
        })
    })
    .await?;
    let trend = trends::load_municipality(service, visitor, (round, code)).await?;
    let (frame, today) = (visitor.frame.clone(), day_in_denmark(service.now()));
    draw(move || {
        let sheet = MeetingSheet::new(&counted.compared, &counted.code).or_not_found()?;
        let (trend, benchmarks) = (trend.page(), benchmarks.as_ref());
        let deck = MunicipalityDeck { sheet: &sheet, benchmarks, trend: &trend, today };
        Ok(decks::of_municipality(&deck, chosen(fields), &frame))
    })
    .await
}

/// The chosen slides as shapes and as pixels, sent while they are drawn.
fn pictures(name: &str, deck: Deck) -> HttpResponse {
    let slides: Vec<DeckSlide> = deck.shown().cloned().collect();
    streamed::download(name, "application/zip", move |out| {
        archives::write(out, slides.iter().enumerate().flat_map(|(place, slide)| drawn(place + 1, slide)))
    })
}

fn drawn(place: usize, slide: &DeckSlide) -> [(String, io::Result<Vec<u8>>); 2] {
    let (svg, name) = (&slide.drawing.0, format!("{place:02}-{}", slide.word));
    let shapes = charts::outlined(svg).map(String::into_bytes).map_err(io::Error::other);
    [(format!("{name}.svg"), shapes), (format!("{name}.png"), charts::png(svg).map_err(io::Error::other))]
}

#[cfg(test)]
mod tests;
