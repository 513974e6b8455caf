//! People's texts: the Fluent files of `locales/`, one loader a language, and how dates and numbers
//! read. A wrong key or argument of `tr!` is a compile error.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{LanguageLoader, unic_langid::LanguageIdentifier};
use rust_embed::RustEmbed;

use crate::domain::Language;
use crate::domain::base::days::in_denmark;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Locales;

static DANISH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::Danish));
static ENGLISH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::English));

/// The texts of a language.
pub fn loader(language: Language) -> &'static FluentLanguageLoader {
    match language {
        Language::Danish => &DANISH,
        Language::English => &ENGLISH,
    }
}

/// The text of a key in a language: `tr!(language, "key", name = value)`.
macro_rules! tr {
    ($language:expr, $($rest:tt)*) => {
        i18n_embed_fl::fl!($crate::texts::loader($language), $($rest)*)
    };
}

fn load(language: Language) -> FluentLanguageLoader {
    let identifier = |word: &str| word.parse::<LanguageIdentifier>().unwrap_or_default();
    let loader = FluentLanguageLoader::new("pejl", identifier("da"));
    let wanted = match language {
        Language::Danish => vec![identifier("da")],
        Language::English => vec![identifier("en"), identifier("da")],
    };
    if let Err(cause) = loader.load_languages(&Locales, &wanted) {
        tracing::error!(%cause, "the embedded texts could not be loaded");
    }
    // Isolation marks are for mixed writing directions and would show up in copied mail texts.
    loader.set_use_isolating(false);
    loader
}

/// A day as people write it: "21. november 2026", "21 November 2026".
pub fn date(day: NaiveDate, language: Language) -> String {
    match language {
        Language::Danish => format!("{}. {} {}", day.day(), month(day, language), day.year()),
        Language::English => format!("{} {} {}", day.day(), month(day, language), day.year()),
    }
}

/// The month of a day as people write it: "november", "November".
pub fn month(day: NaiveDate, language: Language) -> &'static str {
    const DANISH: [&str; 12] = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = day.month0() as usize;
    match language {
        Language::Danish => DANISH[month],
        Language::English => ENGLISH[month],
    }
}

/// A whole number with a sign between its thousands: "100.000", "100,000".
pub fn number(number: usize, language: Language) -> String {
    let sign = match language {
        Language::Danish => '.',
        Language::English => ',',
    };
    let digits = number.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(sign);
        }
        written.push(digit);
    }
    written
}

/// An instant (UTC) as a Danish day and time of day: "21. november 2026 kl. 08.05".
pub fn instant(instant: NaiveDateTime, language: Language) -> String {
    let local = in_denmark(instant);
    let time = match language {
        Language::Danish => local.format("%H.%M"),
        Language::English => local.format("%H:%M"),
    };
    tr!(language, "letters-instant", day = date(local.date(), language), time = time.to_string())
}

/// The name of a kommunegruppe as Danmarks Statistik has it.
pub fn group_name(group: u8, language: Language) -> String {
    match group {
        1 => tr!(language, "group-capital"),
        2 => tr!(language, "group-metropolitan"),
        3 => tr!(language, "group-provincial"),
        4 => tr!(language, "group-commuter"),
        _ => tr!(language, "group-rural"),
    }
}

/// Words that are somebody's own, or a name within a sentence, in each language's quotation marks.
pub fn quoted(text: &str, language: Language) -> String {
    tr!(language, "quotation", text = text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::number;
    use crate::domain::Language;

    #[test]
    fn thousands_stand_apart_as_each_language_writes_them() {
        let written = [0, 12, 999, 1000, 20_000, 123_456, 1_000_000].map(|one| number(one, Language::Danish));
        assert_eq!(written, ["0", "12", "999", "1.000", "20.000", "123.456", "1.000.000"]);
        assert_eq!(number(100_000, Language::English), "100,000");
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_variables() {
        assert_eq!(messages(include_str!("../locales/da/pejl.ftl")), messages(include_str!("../locales/en/pejl.ftl")));
    }

    #[test]
    fn one_thing_is_never_counted_in_the_plural() {
        let danish = "stillinger områder kommuner rækker celler felter måneder pakker anbefalinger koblinger mails \
                      dage timer runder linjer svarmuligheder";
        let english = "posts areas municipalities rows cells fields months packages recommendations links letters \
                       days hours rounds lines questions answers sections e-mails";
        // Limits and delays, which are never one.
        let never_one = ["most", "least", "limit", "maximum", "minimum", "minutes", "seconds", "tables"];
        for (file, plurals) in
            [(include_str!("../locales/da/pejl.ftl"), danish), (include_str!("../locales/en/pejl.ftl"), english)]
        {
            for line in file.lines().filter(|line| !line.trim_start().starts_with("*[other]")) {
                for (before, after) in line.match_indices(" } ").map(|(at, gap)| (&line[..at], &line[at + gap.len()..]))
                {
                    let variable = before.rsplit("{ $").next().unwrap_or_default();
                    let word = after.split([' ', '.', ',', ':']).next().unwrap_or_default();
                    let is_plural = plurals.split_whitespace().any(|plural| plural == word);
                    assert!(!is_plural || never_one.contains(&variable), "no text for one: {line}");
                }
            }
        }
    }

    /// Every key with the variables its text uses; continuation lines belong to the key above.
    fn messages(file: &str) -> BTreeSet<(String, BTreeSet<String>)> {
        let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once('=').filter(|_| !line.starts_with([' ', '[', '*', '}'])) {
                found.push((key.trim().to_owned(), BTreeSet::new()));
            }
            let variables = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect()
            });
            if let Some((_, known)) = found.last_mut() {
                known.extend(variables);
            }
        }
        let keys: BTreeSet<&String> = found.iter().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), found.len(), "a key stands twice");
        found.into_iter().collect()
    }
}
