//! From what was typed into the form of a new round to a round, or to what is wrong with it.

use super::published_editions;
use crate::domain::Language;
use crate::domain::base::days::written_day;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::corrections::newest;
use crate::domain::rounds::programmes::series::series;
use crate::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Round, Rule};
use crate::error::Error;
use crate::store::{self, Conn};
use crate::views::refusals::describe;
use crate::views::rounds::{Mistake, Offer, Typed, percent};

/// What a new round may be made of: the published editions, and the series that there are.
pub(super) fn offer(conn: &mut Conn) -> crate::error::Result<Offer> {
    let series = series(&store::programmes::list(conn)?, &store::rounds::list(conn)?);
    Ok(Offer { editions: published_editions(conn)?, series })
}

/// The form as it is first shown: the usual series, the newest edition, all packages, the usual rules.
pub(super) fn suggestion(offer: &Offer) -> Typed {
    let editions: Vec<&Edition> = offer.editions.iter().map(AsRef::as_ref).collect();
    let newest = newest(&editions);
    let usual = offer.series.iter().find(|one| one.key == DEFAULT_PROGRAMME).or(offer.series.first());
    Typed {
        programme: usual.map_or_else(String::new, |one| one.key.clone()),
        edition: newest.map_or_else(String::new, |edition| edition.key.clone()),
        rule: Rule::Mean.as_str().to_owned(),
        coverage: format!("{}", (DEFAULT_MIN_COVERAGE * 100.0).round()),
        ..Typed::default()
    }
}

/// The fields as they were sent; a box that is ticked more than once counts each time.
pub(super) fn typed(fields: Vec<(String, String)>) -> Typed {
    let mut typed = Typed::default();
    for (name, value) in fields {
        let value = value.trim().to_owned();
        match name.as_str() {
            "key" => typed.key = value,
            "programme" => typed.programme = value,
            "edition" => typed.edition = value,
            "opens_on" => typed.opens_on = value,
            "closes_on" => typed.closes_on = value,
            "packages" => typed.packages.push(value),
            "rule" => typed.rule = value,
            "coverage" => typed.coverage = value,
            "test" => typed.is_test = value == "yes",
            _ => {}
        }
    }
    typed
}

/// The round that was typed, of what was offered.
///
/// # Errors
/// Every field that can't be read, in the form's order.
pub(super) fn parse(typed: &Typed, offer: &Offer, language: Language) -> Result<NewRound, Vec<Mistake>> {
    let opens_on = written_day(&typed.opens_on);
    let closes_on = written_day(&typed.closes_on);
    let rule = typed.rule.parse::<Rule>();
    // Where there is only one, nobody was asked.
    let series = match offer.series.as_slice() {
        [only] => Some(only),
        several => several.iter().find(|one| one.key == typed.programme),
    };
    let coverage = typed.coverage.trim_end_matches('%').trim().replace(',', ".").parse::<f64>();
    let (Some(series), Some(opens_on), Some(closes_on), Ok(rule), Ok(coverage), false) =
        (series, &opens_on, &closes_on, &rule, &coverage, typed.key.is_empty())
    else {
        let mut mistakes = Vec::new();
        let mut note = |field, text| mistakes.push(Mistake { field, text });
        if typed.key.is_empty() {
            note("key", tr!(language, "rounds-mistake-key"));
        }
        if series.is_none() {
            note("programme", tr!(language, "rounds-mistake-programme"));
        }
        if opens_on.is_none() {
            note("opens_on", tr!(language, "rounds-mistake-opens"));
        }
        if closes_on.is_none() {
            note("closes_on", tr!(language, "rounds-mistake-closes"));
        }
        if rule.is_err() {
            note("rule", tr!(language, "rounds-mistake-rule"));
        }
        if coverage.is_err() {
            note("coverage", tr!(language, "rounds-mistake-coverage"));
        }
        return Err(mistakes);
    };
    Ok(NewRound {
        key: typed.key.clone(),
        programme: series.key.clone(),
        edition: typed.edition.clone(),
        packages: typed.packages.clone(),
        opens_on: *opens_on,
        closes_on: *closes_on,
        rule: *rule,
        min_coverage: coverage / 100.0,
        is_test: typed.is_test,
        is_historic: false,
    })
}

/// The form filled with what was decided about a draft.
pub(super) fn of_draft(round: &Round) -> Typed {
    let packages = round.packages.as_deref().into_iter().flat_map(|keys| keys.split('|'));
    Typed {
        key: round.key.clone(),
        programme: round.programme.clone(),
        edition: round.edition.clone(),
        opens_on: round.opens_on.to_string(),
        closes_on: round.closes_on.to_string(),
        packages: packages.map(str::to_owned).collect(),
        rule: round.rule.as_str().to_owned(),
        coverage: percent(round.min_coverage),
        is_test: round.is_test,
    }
}

/// What came of sending the form: the round, or what to correct.
///
/// # Errors
/// What no form can mend.
pub(super) fn outcome(outcome: Result<Round, Error>, language: Language) -> Result<Result<Round, Vec<Mistake>>, Error> {
    match outcome {
        Ok(round) => Ok(Ok(round)),
        Err(Error::Refused(Refusal::RoundNotDraft)) => Err(Refusal::RoundNotDraft.into()),
        Err(Error::Refused(refusal)) => Ok(Err(vec![mistake(&refusal, language)])),
        Err(other) => Err(other),
    }
}

/// The field that a refusal is about, with its sentence.
pub(super) fn mistake(refusal: &Refusal, language: Language) -> Mistake {
    let field = match refusal {
        Refusal::UnknownEdition(_) => "edition",
        Refusal::UnknownPackage(_) => "packages",
        Refusal::ClosesBeforeItOpens => "closes_on",
        Refusal::BadCoverage => "coverage",
        _ => "key",
    };
    let text = match refusal {
        Refusal::BadCoverage => tr!(language, "rounds-mistake-coverage"),
        _ => describe(refusal, language),
    };
    Mistake { field, text }
}
