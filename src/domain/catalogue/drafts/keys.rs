//! Keys, which are made from titles and may be corrected.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::shapes::is_key;

/// The most characters of a key that is made from a title; a shorter key reads better in addresses and files.
const LONGEST: usize = 48;
/// What a title without a single letter is called.
const NAMELESS: &str = "uden-titel";

/// The key that was typed, or one made from a title where none was.
///
/// # Errors
/// Refused where what was typed is no key, or is that of something else.
pub fn chosen(typed: &str, title: &str, is_taken: impl Fn(&str) -> bool) -> Result<String, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(unique(&slug(title), is_taken));
    }
    if !is_key(typed) {
        return Err(Refusal::BadCatalogueKey(typed.to_owned()));
    }
    if is_taken(typed) {
        return Err(Refusal::CatalogueKeyTaken(typed.to_owned()));
    }
    Ok(typed.to_owned())
}

/// A title in plain lower-case letters: æ, ø and å as ae, oe and aa, other marks left out, hyphens between words.
pub fn slug(title: &str) -> String {
    let mut plain = String::new();
    for letter in DecomposingNormalizerBorrowed::new_nfd().normalize(&danish(title)).chars() {
        match letter.to_ascii_lowercase() {
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            letter if is_mark(letter) => {}
            _ if plain.is_empty() || plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    if plain.len() > LONGEST {
        // At a word's end, where one is near.
        plain.truncate(LONGEST);
        let end = plain.rfind('-').filter(|end| *end > LONGEST / 2).unwrap_or(plain.len());
        plain.truncate(end);
    }
    let plain = plain.trim_end_matches('-');
    if plain.is_empty() { NAMELESS.to_owned() } else { plain.to_owned() }
}

fn danish(title: &str) -> String {
    let spelt = |letter: char| match letter {
        'æ' | 'Æ' => "ae".to_owned(),
        'ø' | 'Ø' => "oe".to_owned(),
        'å' | 'Å' => "aa".to_owned(),
        other => other.to_string(),
    };
    title.chars().map(spelt).collect()
}

/// Whether a character is an accent over the letter before it.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A key, or the first of those with a number behind it, that is nobody else's.
pub fn unique(key: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(key) {
        return key.to_owned();
    }
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    numbered.into_iter().find(|key| !is_taken(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_becomes_a_key() {
        for (title, key) in [
            ("Røgfri miljøer", "roegfri-miljoeer"),
            ("Mad & måltider (2026)", "mad-maaltider-2026"),
            ("Éthos, übung", "ethos-ubung"),
            ("  – ", "uden-titel"),
            (
                "Hvor langt er I med at henvise borgere til de nationale rygestoptilbud?",
                "hvor-langt-er-i-med-at-henvise-borgere-til-de",
            ),
        ] {
            assert_eq!(slug(title), key);
        }
    }

    #[test]
    fn a_key_is_made_corrected_or_refused() {
        let is_taken = |key: &str| ["a", "a-2"].contains(&key);
        assert_eq!(chosen("", "A", is_taken).unwrap(), "a-3");
        assert_eq!(chosen(" b ", "A", is_taken).unwrap(), "b");
        assert_eq!(chosen("a", "A", is_taken), Err(Refusal::CatalogueKeyTaken("a".to_owned())));
        assert_eq!(chosen("a b", "A", is_taken), Err(Refusal::BadCatalogueKey("a b".to_owned())));
    }

    proptest! {
        #[test]
        fn whatever_the_title_the_key_is_one(title in any::<String>()) {
            prop_assert!(is_key(&slug(&title)), "{:?}", slug(&title));
        }
    }
}
