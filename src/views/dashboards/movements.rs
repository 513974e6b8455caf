//! The page of the largest rises and falls, and of who stands farthest from the country.

use maud::{Markup, html};

use super::addresses;
use super::dumbbells::{self, Chart, Line, Words};
use super::figures::{self, change_in_points, number, round_names};
use super::filters;
use super::municipalities::provisional;
use super::slides::{Shape, Sheet};
use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::movements::{LEAST_CELLS, Movements, Ranked, RankedRow, RankedSubject, Ranking, SHOWN};
use crate::domain::dashboards::peer_groups::LEAST_MUNICIPALITIES;
use crate::domain::dashboards::subjects::Subject;
use crate::views::dashboards::country::name;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, CaptionPlace, Kind, Level, NavItem, Spacing, Table};

/// The address of the page.
fn address(page: &Movements) -> String {
    format!("/rounds/{}/movements", page.round.key)
}

fn query(page: &Movements) -> String {
    format!("?measure={}{}", page.measure, filters::query(&page.about))
}

/// The page.
pub fn show(frame: &Frame, page: &Movements) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let title = tr!(language, "movements-title", round = round);
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let (round_address, country) = (format!("/rounds/{round}"), tr!(language, "country-short"));
    let country_address = format!("{round_address}/country");
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &country_address, text: &country },
    ];
    let measure = figures::measure_explained(page.measure, language);
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "movements-short")))
        (ui::page_heading_with_lead(&title, html! {
            (measure) " "
            @if !page.round.baselines.is_empty() {
                (tr!(language, "figure-held-against", rounds = round_names(&page.round.baselines, language))) " "
            }
            (tr!(language, "movements-lead", municipalities = LEAST_MUNICIPALITIES, cells = LEAST_CELLS))
        }))
        (provisional(&page.round, language))
        (filter(page, language))
        @if page.round.baselines.is_empty() {
            (ui::notice(Kind::Info, &tr!(language, "figure-info"), html! { (tr!(language, "figure-no-baseline")) }))
        }
        @for (ranking, ranked) in &page.rankings { (section(page, *ranking, ranked, language)) }
        (super::reading::table(
            &tr!(language, "movements-file"),
            &format!("/rounds/{round}/tables/movements"),
            &query(page),
            language,
        ))
        (super::reading::guide(&page.round, language))
    };
    shell::page(frame, &title, main)
}

fn filter(page: &Movements, language: Language) -> Markup {
    let measures: Vec<(&str, String)> =
        page.measures.iter().map(|measure| (measure.as_str(), figures::measure(*measure, language))).collect();
    let body = html! {
        (ui::select_of(("measure", page.measure.as_str()), (&tr!(language, "filter-measure"), None), &measures))
        (filters::recommendations(&page.round.edition, &page.about, language))
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&address(page), body)
}

fn section(page: &Movements, ranking: Ranking, ranked: &Ranked, language: Language) -> Markup {
    if ranked.rows.is_empty() && !ranked.is_hidden && ranked.too_few == 0 {
        return Markup::default();
    }
    let title = title(page, ranking, language);
    html! {
        (ui::heading(Level::Two, &format!("most-{ranking}"), &heading(ranking, language)))
        @if ranked.is_hidden {
            p { (tr!(language, "movements-hidden")) }
        } @else if ranked.rows.is_empty() {
            p { (left_out(ranked, language)) }
        } @else {
            @if let Some(said) = said(page, ranking, ranked, language) { p .font-lead { (said) } }
            (figure(page, ranking, (&title, ranked), language))
        }
    }
}

fn figure(page: &Movements, ranking: Ranking, (title, ranked): (&str, &Ranked), language: Language) -> Markup {
    let description = description(ranking, language);
    let words = words(page, ranking, language);
    let lines: Vec<Line> = ranked
        .rows
        .iter()
        .map(|row| Line { link: Some(leads_to(page, &row.about)), ..line(page, row, ranking, language) })
        .collect();
    let chart = Chart { id: ranking.as_str(), title, description: &description, words: &words, lines: &lines };
    let caption = html! {
        (description) " "
        @if ranked.is_cut() { (tr!(language, "movements-cut", shown = SHOWN, all = ranked.all)) " " }
        @if ranked.too_few > 0 { (left_out(ranked, language)) }
    };
    let table = table(page, ranking, (title, ranked), language);
    dumbbells::explained_figure(
        &chart,
        (&format!("{}/{ranking}", address(page)), &query(page)),
        (caption, table),
        language,
    )
}

/// The chart of a ranking as a file; none where nothing is ranked.
pub fn file(page: &Movements, ranking: Ranking, (shape, frame): (Shape, &Frame)) -> Option<Markup> {
    let language = frame.language;
    let ranked = page.ranked(ranking).filter(|ranked| !ranked.rows.is_empty())?;
    let (title, description) = (title(page, ranking, language), description(ranking, language));
    let words = words(page, ranking, language);
    let lines: Vec<Line> = ranked.rows.iter().map(|row| line(page, row, ranking, language)).collect();
    let chart = Chart { id: ranking.as_str(), title: &title, description: &description, words: &words, lines: &lines };
    let cut = ranked.is_cut().then(|| tr!(language, "movements-cut", shown = SHOWN, all = ranked.all));
    let sheet = Sheet::of_round(shape, &page.round, frame)
        .saying(said(page, ranking, ranked, language))
        .resting_on(std::iter::once(description.clone()).chain(cut));
    Some(dumbbells::file(&chart, &sheet, frame))
}

/// The first and the last row in a sentence; nothing where nothing has moved.
fn said(page: &Movements, ranking: Ranking, ranked: &Ranked, language: Language) -> Option<String> {
    let (first, last) = (ranked.rows.first()?, ranked.rows.last()?);
    let points = |row: &RankedRow| match ranking {
        Ranking::Recommendations => tr!(language, "movements-percentage-points", change = figures::change(row.change)),
        _ => change_in_points(row.change, language),
    };
    let told = |row: &RankedRow| (label(page, &row.about, language), points(row));
    let up = (whole(first.change) > 0).then(|| {
        let (name, points) = told(first);
        match ranking {
            Ranking::Gaps => tr!(language, "movements-said-above", name = name, points = points),
            _ => tr!(language, "movements-said-rise", name = name, points = points),
        }
    });
    let down = (whole(last.change) < 0).then(|| {
        let (name, points) = told(last);
        match ranking {
            Ranking::Gaps => tr!(language, "movements-said-below", name = name, points = points),
            _ => tr!(language, "movements-said-fall", name = name, points = points),
        }
    });
    let said: Vec<String> = [up, down].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(". "))
}

/// How many were left out because they rest on too little.
fn left_out(ranked: &Ranked, language: Language) -> String {
    tr!(language, "movements-left-out", count = ranked.too_few)
}

/// What a ranking is of.
pub fn heading(ranking: Ranking, language: Language) -> String {
    match ranking {
        Ranking::Packages => tr!(language, "movements-packages"),
        Ranking::Areas => tr!(language, "movements-areas"),
        Ranking::Recommendations => tr!(language, "movements-recommendations"),
        Ranking::Municipalities => tr!(language, "movements-municipalities"),
        Ranking::Gaps => tr!(language, "movements-gaps"),
    }
}

fn title(page: &Movements, ranking: Ranking, language: Language) -> String {
    let (heading, measure) = (heading(ranking, language), figures::measure(page.measure, language));
    let title =
        tr!(language, "movements-figure-title", heading = heading, measure = measure, round = page.round.key.as_str());
    let edition = &page.round.edition;
    let package = edition.packages.iter().find(|package| package.key == page.about.package);
    let level = edition.levels.iter().find(|level| level.key == page.about.level);
    let level = level.filter(|_| ranking == Ranking::Recommendations).map(|level| level.label.in_language(language));
    let package = package.map(|package| package.title.in_language(language));
    [Some(title.as_str()), package, level].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn description(ranking: Ranking, language: Language) -> String {
    match ranking {
        Ranking::Packages | Ranking::Areas => tr!(language, "movements-nation-description"),
        Ranking::Recommendations => tr!(language, "movements-recommendations-description"),
        Ranking::Municipalities => tr!(language, "movements-municipalities-description"),
        Ranking::Gaps => tr!(language, "movements-gaps-description"),
    }
}

fn words(page: &Movements, ranking: Ranking, language: Language) -> Words {
    let words = Words::of_change(&page.round.key, language);
    match ranking {
        Ranking::Gaps => Words {
            from: tr!(language, "country-short"),
            to: tr!(language, "figure-municipality"),
            change: tr!(language, "movements-distance"),
            ..words
        },
        Ranking::Recommendations => Words { change: tr!(language, "overall-change"), ..words },
        Ranking::Packages | Ranking::Areas | Ranking::Municipalities => words,
    }
}

fn line(page: &Movements, row: &RankedRow, ranking: Ranking, language: Language) -> Line {
    let rests = match ranking {
        Ranking::Municipalities | Ranking::Gaps => tr!(language, "movements-cells", cells = row.n),
        _ => tr!(language, "figure-n-municipalities", n = row.n),
    };
    Line {
        label: label(page, &row.about, language),
        from: Some(row.from),
        to: Some(row.to),
        change: Some(row.change),
        rests: vec![rests],
        ..Line::default()
    }
}

/// What a row is about, in words.
pub fn label(page: &Movements, about: &RankedSubject, language: Language) -> String {
    match about {
        RankedSubject::Nation(subject) => name(subject, language),
        RankedSubject::Recommendation { question, title } => {
            let edition = &page.round.edition;
            let package = edition.questions[*question].package.and_then(|index| edition.packages.get(index));
            let package = package.map_or("", |package| package.title.in_language(language));
            format!("{} ({package})", title.in_language(language))
        }
        RankedSubject::Municipality(code) => code.name().to_owned(),
    }
}

fn leads_to(page: &Movements, about: &RankedSubject) -> String {
    let round = page.round.key.as_str();
    match about {
        RankedSubject::Nation(Subject::Package(package)) => addresses::package(round, &package.key),
        RankedSubject::Nation(Subject::Area(area, _)) => {
            format!("/rounds/{round}/country?measure={}&area={area}#per-packages", page.measure)
        }
        RankedSubject::Nation(Subject::All) => format!("/rounds/{round}/country"),
        RankedSubject::Recommendation { question, .. } => {
            addresses::question(round, &page.round.edition.questions[*question].key, None)
        }
        RankedSubject::Municipality(code) => addresses::answers(round, code, None, None),
    }
}

fn table(page: &Movements, ranking: Ranking, (caption, ranked): (&str, &Ranked), language: Language) -> Markup {
    let words = words(page, ranking, language);
    let rests = match ranking {
        Ranking::Municipalities | Ranking::Gaps => tr!(language, "movements-cells-head"),
        _ => tr!(language, "column-paired-n"),
    };
    let heads = [tr!(language, "column-about"), words.from, words.to, words.change, rests];
    let columns = ui::name_and_numbers(&heads);
    let rows: Vec<Vec<Markup>> = ranked
        .rows
        .iter()
        .map(|row| {
            let head = html! { a href=(leads_to(page, &row.about)) { (label(page, &row.about, language)) } };
            let cells = [number(row.from), number(row.to), figures::change(row.change), row.n.to_string()];
            std::iter::once(head).chain(cells.iter().map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}

/// The way here from the country's page, with the measure that it shows.
pub fn link(round: &str, measure: Measure, language: Language) -> Markup {
    html! { p { a href={ "/rounds/" (round) "/movements?measure=" (measure) } { (tr!(language, "movements-link")) } } }
}
