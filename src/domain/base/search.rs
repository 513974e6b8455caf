//! Words that somebody looks for in texts of the database.

/// Words that are looked for; each is a condition on every row.
const WORDS: usize = 10;

/// Each word as two patterns: in small letters, and with a capital of its own where its first letter is none of
/// A to Z, because a database may know no others. A backslash stands for any letter.
pub fn patterns(text: &str) -> Vec<[String; 2]> {
    let pattern = |word: &str| format!("%{}%", word.replace('\\', "_"));
    let capital = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !first.is_ascii() => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    };
    let text = text.to_lowercase();
    text.split_whitespace().take(WORDS).map(|word| [pattern(word), pattern(&capital(word))]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_for_as_a_database_would_write_it_small() {
        let [danish, plain] = [["%østergaard%", "%Østergaard%"], ["%anna_%", "%anna_%"]];
        assert_eq!(patterns(" ØSTERGAARD  Anna\\ "), [danish.map(str::to_owned), plain.map(str::to_owned)]);
    }

    #[test]
    fn a_long_text_is_not_a_condition_without_end() {
        assert_eq!(patterns(&"a ".repeat(5_000)).len(), WORDS);
    }
}
