//! Corrections of published editions. An edition that rounds ask never changes; what was wrong in it is put right in a
//! minor edition, 2018.1 after 2018, which says what it corrects and why. Its questions are linked to the ones they
//! correct, and over these links the two compare in both directions: a round that went on with the edition as it was
//! may be the later one.

use std::collections::HashSet;

use super::crosswalk::Crosswalk;
use super::matching::{Match, match_questions};
use super::{Edition, Question, QuestionIndex, Worth};
use crate::domain::Text;

/// What an edition puts right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// Key of the edition that it corrects.
    pub of: String,
    /// Why, for people.
    pub reason: Text,
}

/// The key of an edition's correction, 2018.1 after 2018 and 2018.2 after that, that is not taken.
pub fn free_key(edition: &Edition, is_taken: impl Fn(&str) -> bool) -> String {
    let key = edition.key.as_str();
    let minor = edition.correction.as_ref().and_then(|_| key.rsplit_once('.'));
    let minor = minor.and_then(|(root, number)| Some((root, number.parse::<u32>().ok()?)));
    let (root, number) = minor.unwrap_or((key, 0));
    let keys = (number.saturating_add(1)..).map(|number| format!("{root}.{number}"));
    keys.into_iter().find(|key| !is_taken(key)).unwrap_or_default()
}

/// The edition among these that corrects another one.
pub fn correction_of<'a>(key: &str, editions: &[&'a Edition]) -> Option<&'a Edition> {
    editions.iter().copied().find(|one| one.correction.as_ref().is_some_and(|correction| correction.of == key))
}

/// An edition as it was corrected last: the end of the chain of corrections that begins with it.
pub fn corrected<'a>(edition: &'a Edition, editions: &[&'a Edition]) -> &'a Edition {
    let mut newest = edition;
    // There are no more steps than editions; somebody might import two that correct each other.
    for _ in editions {
        match correction_of(&newest.key, editions) {
            Some(next) => newest = next,
            None => break,
        }
    }
    newest
}

/// Whether an edition is one of its own and no correction of one of these.
pub fn is_major(edition: &Edition, editions: &[&Edition]) -> bool {
    let of = edition.correction.as_ref().map(|correction| correction.of.as_str());
    of.is_none_or(|of| editions.iter().all(|one| one.key != of))
}

/// The edition of these that was published last, as it was corrected last.
pub fn newest<'a>(editions: &[&'a Edition]) -> Option<&'a Edition> {
    let majors = editions.iter().copied().filter(|one| is_major(one, editions));
    majors.max_by_key(|one| one.published_on).map(|one| corrected(one, editions))
}

/// Whether one of two editions came of the other by corrections alone.
pub fn are_one(one: &str, other: &str, crosswalks: &[Crosswalk]) -> bool {
    let mut reached = HashSet::from([one]);
    let mut waiting = vec![one];
    while let Some(key) = waiting.pop() {
        for walk in crosswalks.iter().filter(|walk| walk.corrects) {
            let next = match (walk.from == key, walk.to == key) {
                (true, _) => walk.to.as_str(),
                (_, true) => walk.from.as_str(),
                _ => continue,
            };
            if reached.insert(next) {
                waiting.push(next);
            }
        }
    }
    reached.contains(other)
}

/// The questions of the corrected edition whose answers would not compare any more, because no question of the
/// correction is theirs, it counts otherwise, or it is not put to all of their areas.
pub fn broken((corrected, correction): (&Edition, &Edition), crosswalks: &[Crosswalk]) -> Vec<QuestionIndex> {
    let matching = match_questions(correction, corrected, crosswalks);
    let mut kept = vec![false; corrected.questions.len()];
    for (question, found) in correction.questions.iter().zip(&matching.questions) {
        if let Match::Compared { question: before, .. } = found {
            kept[*before] = compares((corrected, &corrected.questions[*before]), (correction, question));
        }
    }
    (0..kept.len()).filter(|place| !kept[*place]).collect()
}

fn compares((corrected, before): (&Edition, &Question), (correction, now): (&Edition, &Question)) -> bool {
    let worths = |edition: &Edition, question: &Question| -> Vec<Worth> {
        edition.scale_of(question).options.iter().map(|option| option.worth).collect()
    };
    worths(corrected, before) == worths(correction, now) && before.areas.iter().all(|area| now.areas.contains(area))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::drafts::Draft;
    use crate::domain::scoring::tests::fixtures::small_edition;

    fn edition(key: &str, of: Option<&str>, day: &str) -> Edition {
        let correction = of.map(|of| Correction { of: of.to_owned(), reason: Text::from("Trykfejl") });
        Edition { key: key.to_owned(), published_on: day.parse().ok(), correction, ..Edition::default() }
    }

    #[test]
    fn corrections_are_numbered_one_after_the_other() {
        let free = |_: &str| false;
        assert_eq!(free_key(&edition("2018", None, ""), free), "2018.1");
        assert_eq!(free_key(&edition("2018.1", Some("2018"), ""), free), "2018.2");
        assert_eq!(free_key(&edition("2018.9", Some("2018.8"), ""), free), "2018.10");
        assert_eq!(free_key(&edition("2018.1", None, ""), free), "2018.1.1", "2018.1 is an edition of its own here");
        assert_eq!(free_key(&edition("2018", None, ""), |key| key == "2018.1"), "2018.2");
    }

    #[test]
    fn the_newest_edition_is_the_last_correction_of_the_one_published_last() {
        let all = [
            edition("2018", None, "2018-04-20"),
            edition("2012", None, "2012-01-01"),
            edition("2012.1", Some("2012"), "2025-01-01"),
            edition("2018.2", Some("2018.1"), ""),
            edition("2018.1", Some("2018"), ""),
        ];
        let all: Vec<&Edition> = all.iter().collect();
        assert_eq!(newest(&all).unwrap().key, "2018.2");
        assert_eq!(corrected(all[1], &all).key, "2012.1");
        assert_eq!(newest(&all[3..4]).unwrap().key, "2018.2", "whose predecessor nobody has");
        let circle = [edition("a", Some("b"), ""), edition("b", Some("a"), "")];
        let circle: Vec<&Edition> = circle.iter().collect();
        assert_eq!(newest(&circle), None);
        assert!(["a", "b"].contains(&corrected(circle[0], &circle).key.as_str()));
    }

    #[test]
    fn a_correction_breaks_what_is_gone_counts_otherwise_or_is_asked_of_fewer() {
        let before = small_edition();
        let reason = Text::from("Trykfejl");
        let draft = Draft::correction_of(&before, "1.1", reason);
        let walks = draft.crosswalks.clone();
        assert_eq!(broken((&before, &draft.edition), &walks), Vec::<usize>::new());
        assert!(are_one("1.1", &before.key, &walks) && are_one(&before.key, "1.1", &walks));
        assert!(!are_one("1.1", "another", &walks));
        let mut changed = draft.edition.clone();
        changed.questions[0].areas.clear();
        assert_eq!(broken((&before, &changed), &walks), [0]);
        let mut changed = draft.edition;
        changed.scales[0].options.reverse();
        let on_scale = (0..before.questions.len()).filter(|at| before.questions[*at].scale == 0);
        assert_eq!(broken((&before, &changed), &walks), on_scale.collect::<Vec<_>>());
        assert_eq!(broken((&before, &changed), &[]).len(), before.questions.len());
    }
}
