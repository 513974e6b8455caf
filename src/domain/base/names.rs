//! The order of names as a Danish reader expects it.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

/// Orders two names: Aabenraa and Aarhus come last.
pub fn compare(left: &str, right: &str) -> Ordering {
    static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> =
        LazyLock::new(|| CollatorBorrowed::try_new(locale!("da").into(), CollatorOptions::default()).ok());
    COLLATOR.as_ref().map_or_else(|| left.cmp(right), |collator| collator.compare(left, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aabenraa_and_aarhus_come_last() {
        let mut names = ["Aarhus", "Ærø", "Odense", "Aabenraa", "Vejle"];
        names.sort_by(|left, right| compare(left, right));
        assert_eq!(names, ["Odense", "Vejle", "Ærø", "Aabenraa", "Aarhus"]);
    }
}
