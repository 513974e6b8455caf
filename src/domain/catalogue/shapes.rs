//! What a key, a text and a link of an edition look like, wherever they were written.

use url::Url;

use crate::domain::base::import_errors::is_steering;

/// Longest key, in characters.
pub const LONGEST_KEY: usize = 100;
/// Longest text, in characters.
pub const LONGEST_TEXT: usize = 2_000;

/// Whether a word can be a key. It stands in addresses, where "." and ".." lead elsewhere, in file cells and `|`
/// lists, and so keeps to plain characters and begins with no full stop.
pub fn is_key(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    !text.is_empty() && !text.starts_with('.') && text.len() <= LONGEST_KEY && text.bytes().all(plain)
}

/// Words that stand in the addresses of an edition's pages where the key of a package does (`web::routes`), so that a
/// package of that name would have no page.
pub const RESERVED_PACKAGE_KEYS: [&str; 5] = ["changes", "correction", "crosswalk", "preview", "publication"];

/// Whether a key is one that no package can have.
pub fn is_reserved(key: &str) -> bool {
    RESERVED_PACKAGE_KEYS.contains(&key)
}

/// Whether a text is the address of a web page. It becomes a link on a page, so only plain http addresses will do.
pub fn is_link(address: &str) -> bool {
    let odd = |letter: char| letter.is_whitespace() || "\"'<>`\\{}|^".contains(letter);
    let is_page = |url: Url| matches!(url.scheme(), "http" | "https");
    Url::parse(address).is_ok_and(is_page) && !address.contains(odd)
}

/// Whether a text is longer than an edition's may be.
pub fn is_too_long(text: &str) -> bool {
    text.chars().nth(LONGEST_TEXT).is_some()
}

/// What was typed or pasted, as the one line that an edition holds: without what nobody sees, each break and each
/// run of spaces one space.
pub fn one_line(typed: &str) -> String {
    let joins = |letter: char| matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let spaced = typed.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let seen: String = spaced.filter(|letter| !is_steering(*letter) && !joins(*letter)).collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::base::import_errors::has_control_characters;

    #[test]
    fn keys_are_plain_words() {
        for key in ["tobak", "2012-13", "a.b_c", "A1"] {
            assert!(is_key(key), "{key}");
        }
        for other in ["", ".", "..", ".a", "a b", "æ", "a/b", "a~b", "a|b", &"a".repeat(101)] {
            assert!(!is_key(other), "{other}");
        }
    }

    #[test]
    fn only_web_pages_are_links() {
        assert!(is_link("https://example.org/a?b=c") && is_link("http://example.org"));
        for other in ["", "https://", "javascript:alert(1)", "https://a b", "https://a\"b", "example.org"] {
            assert!(!is_link(other), "{other}");
        }
    }

    #[test]
    fn what_is_pasted_becomes_one_line() {
        assert_eq!(one_line("  Hvor\r\nlangt\u{ad}\u{a0}\u{200b} er\tI? "), "Hvor langt er I?");
        assert_eq!(one_line(" \n\u{200d}"), "");
    }

    proptest! {
        #[test]
        fn a_line_is_a_line_and_stays_as_it_is(typed in any::<String>()) {
            let line = one_line(&typed);
            prop_assert!(!has_control_characters(&line) && line.trim() == line, "{line:?}");
            prop_assert_eq!(one_line(&line), line);
        }
    }
}
