//! Whether this program and a database's schema fit, by the versions of migrations: the folder's
//! date and number as digits, compared as text.

/// How a database's schema stands to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// Every migration that the program knows was run, and no other.
    UpToDate,
    /// The program knows migrations that are still to be run.
    Behind,
    /// A newer program has migrated, and this one may still use what it finds.
    AheadUsable,
    /// A newer program has taken away or changed what this one needs.
    AheadUnusable,
}

/// The state of a schema on which `applied` were run, for a program that knows `known`; `oldest` is
/// the newest version that a program must know at least.
pub fn schema_state(known: &[String], applied: &[String], oldest: Option<&str>) -> SchemaState {
    if oldest > known.iter().map(String::as_str).max() {
        return SchemaState::AheadUnusable;
    }
    if known.iter().any(|version| !applied.contains(version)) {
        return SchemaState::Behind;
    }
    if applied.iter().any(|version| !known.contains(version)) {
        return SchemaState::AheadUsable;
    }
    SchemaState::UpToDate
}

#[cfg(test)]
mod tests {
    use super::SchemaState::{AheadUnusable, AheadUsable, Behind, UpToDate};
    use super::*;

    fn versions(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_program_may_be_behind_as_far_as_the_schema_says() {
        let known = versions("1 2");
        for (applied, oldest, state) in [
            ("", None, Behind),
            ("1", Some("1"), Behind),
            ("1 2", None, UpToDate),
            ("1 2", Some("1"), UpToDate),
            ("1 2 3", Some("2"), AheadUsable),
            ("1 2 3", Some("3"), AheadUnusable),
            // A migration of a newer program that took its place before one of ours.
            ("1 3", Some("1"), Behind),
        ] {
            assert_eq!(schema_state(&known, &versions(applied), oldest), state, "{applied}, {oldest:?}");
        }
    }
}
