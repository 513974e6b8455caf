//! Which question of an earlier edition a question without link may have been: suggestions for a person, by how alike
//! the texts are. Nothing is linked by them alone.

use std::collections::{HashMap, HashSet};

use rapidfuzz::distance::indel::{Args, BatchComparator};

use super::crosswalk::{Crosswalk, Link, Relation};
use super::{Edition, Question, QuestionIndex};
use crate::domain::{Language, Text};

/// The least likeness that is worth a look: of the shipped editions' pairs that people found to be the same matter in
/// other words, nearly all are above it. It is measured on wordings alone, because questions about one recommendation
/// share its title and are not alike for that.
const LEAST: f64 = 0.6;

/// The most suggestions for a question.
const MOST: usize = 3;

/// What a package of its own takes from the likeness: the same words on another topic are another matter.
const OTHER_PACKAGE: f64 = 0.1;

/// A question of the earlier edition that another may have been.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion {
    /// Its place in the earlier edition.
    pub question: QuestionIndex,
    /// How alike both are, 0 to 1: the share of letters that both have in the same order.
    pub likeness: f64,
    /// How they would be linked: as the same where every word is.
    pub relation: Relation,
}

/// The earlier questions that each of the `wanted` later ones may have been, most alike first. An earlier question
/// that is compared already, or that measures something else, is none.
pub fn suggest(
    (earlier, later): (&Edition, &Edition),
    crosswalk: &Crosswalk,
    wanted: &[QuestionIndex],
) -> Vec<Vec<Suggestion>> {
    let free: Vec<(QuestionIndex, Vec<char>)> =
        free(earlier, crosswalk).map(|place| (place, letters(&earlier.questions[place]))).collect();
    wanted.iter().map(|place| most_alike((earlier, &free), later, &later.questions[*place])).collect()
}

/// Links of the later questions without link that an earlier one, which is not compared yet, asked word for word. An
/// earlier question is linked once, before all by the same key.
pub fn same_words((earlier, later): (&Edition, &Edition), crosswalk: &Crosswalk) -> Vec<Link> {
    let linked: HashSet<&str> = crosswalk.links.iter().map(|link| link.to.as_str()).collect();
    let mut by_words: HashMap<&str, Vec<&Question>> = HashMap::new();
    for question in free(earlier, crosswalk).map(|place| &earlier.questions[place]) {
        by_words.entry(&question.text.da).or_default().push(question);
    }
    let mut links = Vec::new();
    for to in later.questions.iter().filter(|question| !linked.contains(question.key.as_str())) {
        let Some(same) = by_words.get_mut(to.text.da.as_str()) else { continue };
        let fits = |one: &&Question| one.measure == to.measure && says_the_same(&one.text, &to.text);
        let of_key = same.iter().position(|one| fits(one) && one.key == to.key);
        let Some(place) = of_key.or_else(|| same.iter().position(fits)) else { continue };
        let from = same.remove(place).key.clone();
        links.push(Link { from, to: to.key.clone(), relation: Relation::Identical });
    }
    links
}

/// The earlier questions that are not compared yet.
fn free(earlier: &Edition, crosswalk: &Crosswalk) -> impl Iterator<Item = QuestionIndex> {
    let compared = crosswalk.links.iter().filter(|link| link.relation.is_compared());
    let taken: HashSet<&str> = compared.map(|link| link.from.as_str()).collect();
    (0..earlier.questions.len()).filter(move |place| !taken.contains(earlier.questions[*place].key.as_str()))
}

fn most_alike(
    (earlier, free): (&Edition, &[(QuestionIndex, Vec<char>)]),
    later: &Edition,
    question: &Question,
) -> Vec<Suggestion> {
    let comparator = BatchComparator::new(letters(question));
    let package = package_of(later, question);
    let same_measure = free.iter().filter(|(place, _)| earlier.questions[*place].measure == question.measure);
    let mut found: Vec<Suggestion> = same_measure
        .filter_map(|(place, letters)| {
            let one = &earlier.questions[*place];
            let malus = if package_of(earlier, one) == package { 0.0 } else { OTHER_PACKAGE };
            let least = Args::default().score_cutoff(LEAST + malus);
            let likeness = comparator.normalized_similarity_with_args(letters.iter().copied(), &least)? - malus;
            let relation =
                if says_the_same(&one.text, &question.text) { Relation::Identical } else { Relation::Reworded };
            Some(Suggestion { question: *place, likeness, relation })
        })
        .collect();
    found.sort_by(|one, other| other.likeness.total_cmp(&one.likeness));
    found.truncate(MOST);
    found
}

/// Whether two wordings are the same in every language that both have.
fn says_the_same(one: &Text, other: &Text) -> bool {
    one.da == other.da && one.en.as_ref().zip(other.en.as_ref()).is_none_or(|(one, other)| one == other)
}

fn package_of<'a>(edition: &'a Edition, question: &Question) -> Option<&'a str> {
    edition.packages.get(question.package?).map(|package| package.key.as_str())
}

/// The words in small letters: neither a full stop nor the place of the area's name tells questions apart.
fn letters(question: &Question) -> Vec<char> {
    let text = question.text.in_language(Language::Danish).replace("{area}", " ").to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<&str>>().join(" ").chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::catalogue::tests::shipped;

    #[test]
    fn what_was_asked_word_for_word_is_linked_by_the_same_key_and_once() {
        let (from, to, crosswalk) = shipped();
        let links = same_words((&from, &to), &Crosswalk::default());
        for link in crosswalk.links.iter().filter(|link| link.relation == Relation::Identical) {
            assert!(links.contains(link), "{link:?}");
        }
        let ends = |of: fn(&Link) -> &String| links.iter().map(of).collect::<HashSet<_>>().len();
        assert_eq!((ends(|link| &link.from), ends(|link| &link.to)), (links.len(), links.len()));
        let left = same_words((&from, &to), &crosswalk);
        assert!(left.iter().all(|link| crosswalk.links_of(&link.to).next().is_none()), "{left:?}");
    }

    /// What is suggested for the later question of every link of a relation, while there is no link at all, and how
    /// often the first suggestion is the one that people linked.
    fn found(relation: Relation) -> (usize, usize, usize) {
        let (from, to, crosswalk) = shipped();
        let links: Vec<_> = crosswalk.links.iter().filter(|link| link.relation == relation).collect();
        let wanted: Vec<QuestionIndex> = links.iter().map(|link| to.find_question(&link.to).unwrap()).collect();
        let suggested = suggest((&from, &to), &Crosswalk::default(), &wanted);
        let earlier = links.iter().map(|link| from.find_question(&link.from).unwrap());
        let pairs: Vec<(QuestionIndex, Vec<Suggestion>)> = earlier.zip(suggested).collect();
        let first =
            pairs.iter().filter(|(earlier, all)| all.first().is_some_and(|one| one.question == *earlier)).count();
        let any = pairs.iter().filter(|(earlier, all)| all.iter().any(|one| one.question == *earlier)).count();
        (links.len(), first, any)
    }

    #[test]
    fn every_question_that_stayed_the_same_is_suggested_first() {
        let (links, first, _) = found(Relation::Identical);
        assert!(links > 10, "{links}");
        assert_eq!(first, links);
    }

    #[test]
    fn most_rewordings_that_people_found_are_suggested() {
        let (links, first, any) = found(Relation::Reworded);
        assert!(links > 10, "{links}");
        assert!(any * 5 >= links * 4, "{any} of {links}");
        assert!(first * 2 >= links, "{first} of {links}");
    }

    #[test]
    fn what_is_compared_already_is_no_suggestion() {
        let (from, to, crosswalk) = shipped();
        let wanted: Vec<QuestionIndex> = (0..to.questions.len()).collect();
        let taken: HashSet<&str> =
            crosswalk.links.iter().filter(|link| link.relation.is_compared()).map(|link| link.from.as_str()).collect();
        for (place, suggestions) in wanted.iter().zip(suggest((&from, &to), &crosswalk, &wanted)) {
            assert!(suggestions.len() <= MOST && suggestions.is_sorted_by(|one, next| one.likeness >= next.likeness));
            for one in suggestions {
                let earlier = &from.questions[one.question];
                assert!(!taken.contains(earlier.key.as_str()), "{}", earlier.key);
                assert_eq!(earlier.measure, to.questions[*place].measure);
            }
        }
    }

    #[test]
    fn the_same_words_are_the_same_question_and_other_words_a_rewording() {
        let (from, _, _) = shipped();
        let mut to = from.clone();
        to.questions[0].text.da.push_str(" I dag?");
        let found = suggest((&from, &to), &Crosswalk::default(), &[0, 1]);
        assert_eq!((found[0][0].question, found[0][0].relation), (0, Relation::Reworded));
        assert_eq!((found[1][0].question, found[1][0].relation), (1, Relation::Identical));
    }
}
