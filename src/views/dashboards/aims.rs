//! What a round is held to, in words, in charts and in tables.

use maud::{Markup, html};

use super::dumbbells::{Line, Words};
use super::figures::{self, NONE, number, why};
use crate::domain::Language;
use crate::domain::dashboards::aims::{AimBasis, NationAim, NationAimRow, OwnAim, OwnAimRow, Reached};
use crate::domain::dashboards::subjects::Subject;
use crate::texts::quoted;
use crate::views::ui::{self, Level, Spacing, Table};

/// The words of a chart with the line of an aim, and what its diamonds are.
pub fn held_to(words: Words, basis: Option<&AimBasis>, language: Language) -> Words {
    let mark = |basis: &AimBasis| {
        basis.level.as_ref().map_or_else(String::new, |level| level.label.in_language(language).to_owned())
    };
    Words { aim: basis.map(|basis| (f64::from(basis.aim.score()), [named(basis, language), mark(basis)])), ..words }
}

/// The aim by its name, with its score.
pub fn named(basis: &AimBasis, language: Language) -> String {
    let name = basis.aim.name();
    tr!(language, "aim-named", name = name.in_language(language), score = i32::from(basis.aim.score()))
}

/// What counts towards the aim, and what the programme says of it.
pub fn explained(basis: &AimBasis, language: Language) -> String {
    let level = |key: &str| quoted(key, language);
    let counts = match &basis.level {
        Some(one) => tr!(language, "aim-of-level", level = level(one.label.in_language(language))),
        None if basis.lacks_level() => {
            tr!(language, "aim-lacks-level", level = level(basis.aim.level().unwrap_or_default()))
        }
        None => tr!(language, "aim-of-all"),
    };
    let sentences = [basis.aim.words(language).to_owned(), counts, tr!(language, "aim-chosen")];
    sentences.into_iter().filter(|text| !text.is_empty()).collect::<Vec<String>>().join(" ")
}

/// What the line and the diamonds of a chart are, at the end of its caption.
pub fn caption(basis: Option<&AimBasis>, language: Language) -> Markup {
    let Some(basis) = basis else { return Markup::default() };
    let name = named(basis, language);
    let said = match &basis.level {
        Some(level) => {
            tr!(language, "aim-caption-level", name = name, level = quoted(level.label.in_language(language), language))
        }
        None => tr!(language, "aim-caption", name = name),
    };
    html! { " " (said) }
}

/// A description of a chart with its aim.
pub fn described(description: String, basis: Option<&AimBasis>, language: Language) -> String {
    match basis {
        Some(basis) => format!("{description} {}", tr!(language, "aim-described", name = named(basis, language))),
        None => description,
    }
}

/// A row of the country's chart with how many municipalities reach the aim.
pub fn nation_line(line: Line, subject: &Subject, aim: Option<&NationAim>, language: Language) -> Line {
    let Some((aim, row)) = aim.and_then(|aim| Some((aim, aim.find(subject)?))) else { return line };
    let Reached::Shown { count, n, mean } = row.now else { return line };
    let mut rests = line.rests;
    rests.push(tr!(language, "aim-reached-short", reached = reached(count, n, language)));
    Line { aimed: aim.basis.level.as_ref().map(|_| mean), rests, ..line }
}

/// A row of a municipality's chart with whether it reaches the aim.
pub fn own_line(line: Line, subject: &Subject, aim: Option<&OwnAim>, language: Language) -> Line {
    let Some((aim, row)) = aim.and_then(|aim| Some((aim, aim.find(subject)?))) else { return line };
    let Some(is_reached) = row.is_reached else { return line };
    let mut rests = line.rests;
    rests.push(is_reached_text(is_reached, language));
    Line { aimed: row.score.score.filter(|_| aim.basis.level.is_some()), rests, ..line }
}

fn is_reached_text(is_reached: bool, language: Language) -> String {
    if is_reached { tr!(language, "aim-is-reached") } else { tr!(language, "aim-is-not-reached") }
}

/// "62 af 95".
pub fn reached(count: usize, n: usize, language: Language) -> String {
    tr!(language, "aim-count", count = count, n = n)
}

/// How many reach it, or why that is not said.
pub fn reached_or_why(one: &Reached, language: Language) -> String {
    match *one {
        Reached::Shown { count, n, .. } => reached(count, n, language),
        Reached::Suppressed => tr!(language, "figure-suppressed"),
        Reached::Empty => NONE.to_owned(),
    }
}

/// The aim on the country's page: how many municipalities reach it in each package, now and at the baseline.
pub fn nation_section(aim: Option<&NationAim>, language: Language) -> Markup {
    let Some(aim) = aim else { return Markup::default() };
    let plain = named(&aim.basis, language);
    let most = most(aim).map(|(row, count, n)| {
        let subject = figures::subject(&row.subject, "", language);
        tr!(language, "aim-most", subject = subject, reached = reached(count, n, language))
    });
    let labels = [
        tr!(language, "figure-package"),
        tr!(language, "aim-column-score"),
        tr!(language, "aim-column-now"),
        tr!(language, "aim-column-then"),
    ];
    let row = |one: &NationAimRow| {
        let score = match one.now {
            Reached::Shown { mean, n, .. } => tr!(language, "figure-mean-with-n", mean = number(mean), n = n),
            Reached::Suppressed => tr!(language, "figure-suppressed"),
            Reached::Empty => NONE.to_owned(),
        };
        let then = match &one.then {
            Some((round, then)) => {
                let reached = reached_or_why(then, language);
                tr!(language, "aim-then", reached = reached, round = round.as_str())
            }
            None => tr!(language, "aim-not-comparable"),
        };
        let cells = [subject(&one.subject, language), score, reached_or_why(&one.now, language), then];
        cells.into_iter().map(|cell| html! { (cell) }).collect::<Vec<Markup>>()
    };
    let rows: Vec<Vec<Markup>> = aim.packages.iter().chain([&aim.all]).map(row).collect();
    html! {
        (ui::heading(Level::Two, "aim", most.as_ref().unwrap_or(&plain)))
        p { @if most.is_some() { (plain) ". " } (explained(&aim.basis, language)) }
        p { (tr!(language, "aim-nation-explained")) }
        (table(&tr!(language, "aim-table"), &labels, &rows))
    }
}

/// The package that most municipalities reach the aim in, by their share.
fn most(aim: &NationAim) -> Option<(&NationAimRow, usize, usize)> {
    let share = |one: &(&NationAimRow, usize, usize)| one.1 as f64 / one.2 as f64;
    let shown = aim.packages.iter().filter_map(|row| match row.now {
        Reached::Shown { count, n, .. } if count > 0 => Some((row, count, n)),
        _ => None,
    });
    shown.reduce(|best, one| if share(&one) > share(&best) { one } else { best })
}

/// The aim on a municipality's page: in which packages it is reached.
pub fn own_section(aim: Option<&OwnAim>, language: Language) -> Markup {
    let Some(aim) = aim else { return Markup::default() };
    let labels =
        [tr!(language, "figure-package"), tr!(language, "aim-column-own"), tr!(language, "aim-column-reached")];
    let row = |one: &OwnAimRow| {
        let score = match (one.score.score, one.missing) {
            (Some(score), _) => number(score),
            (None, missing) => missing.map_or_else(|| NONE.to_owned(), |missing| why(missing, language)),
        };
        let said = one.is_reached.map_or_else(|| NONE.to_owned(), |is_reached| is_reached_text(is_reached, language));
        [subject(&one.subject, language), score, said].into_iter().map(|cell| html! { (cell) }).collect()
    };
    let rows: Vec<Vec<Markup>> = aim.packages.iter().chain([&aim.all]).map(row).collect();
    html! {
        (ui::heading(Level::Two, "aim", &own_sentence(aim, language)))
        p { (explained(&aim.basis, language)) }
        (table(&tr!(language, "aim-own-table"), &labels, &rows))
    }
}

/// In how many packages the aim is reached, in a sentence.
pub fn own_sentence(aim: &OwnAim, language: Language) -> String {
    let (reached, of) = aim.standing();
    let names: Vec<String> = reached.iter().map(|row| figures::subject(&row.subject, "", language)).collect();
    let (name, count) = (named(&aim.basis, language), names.len());
    match names.as_slice() {
        [] => tr!(language, "aim-own-none", name = name, of = of),
        names => tr!(
            language,
            "aim-own-some",
            name = name,
            count = count,
            of = of,
            packages = figures::round_names(names, language)
        ),
    }
}

fn subject(subject: &Subject, language: Language) -> String {
    figures::subject(subject, &tr!(language, "figure-all-packages"), language)
}

fn table(caption: &str, labels: &[String], rows: &[Vec<Markup>]) -> Markup {
    let columns = ui::name_and_numbers(labels);
    ui::table(&Table { caption, columns: &columns, spacing: Spacing::Compact, ..Table::default() }, rows)
}
