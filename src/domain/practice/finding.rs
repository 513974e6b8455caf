//! Which examples belong to a recommendation, and which of them a reader is looking for.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::examples::ExampleThread;
use super::places::find_recommendation;
use crate::domain::base::municipalities;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::match_questions;
use crate::domain::{Area, MunicipalityCode};

/// An example with the edition that its recommendation stands in.
pub type SharedExample = (ExampleThread, Arc<Edition>);

/// A recommendation by the places of its package and its own, and the keys of one in an earlier edition.
pub type Continued<'a> = ((usize, usize), (&'a str, &'a str));

/// Examples by the places of packages and recommendations in an edition.
pub type ExamplesOf = HashMap<(usize, usize), Vec<SharedExample>>;

/// Per recommendation of an edition, by the places of its package and its own, the keys of what it continues in an
/// earlier edition: recommendations of which a question compares with one of its own.
pub fn continued<'a>(edition: &Edition, earlier: &'a Edition, crosswalks: &[Crosswalk]) -> Vec<Continued<'a>> {
    let keys = |index: usize| {
        let question = earlier.questions.get(index)?;
        let package = earlier.packages.get(question.package?)?;
        Some((package.key.as_str(), earlier.recommendation_of(question)?.key.as_str()))
    };
    let matching = match_questions(edition, earlier, crosswalks);
    let compared = edition.questions.iter().zip(&matching.questions).filter_map(|(question, found)| {
        let place = question.package.zip(question.recommendation)?;
        Some((place, keys(found.compared()?)?))
    });
    let mut found: Vec<Continued> = compared.collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The example that helps a municipality most: one of its own kommunegruppe before others, and of those the newest.
pub fn most_alike<'a>(
    examples: impl Iterator<Item = &'a SharedExample>,
    reader: &MunicipalityCode,
) -> Option<&'a SharedExample> {
    let group = |code: &MunicipalityCode| municipalities::find(code.as_str()).map(|one| one.group);
    let others = examples.filter(|(thread, _)| thread.example.municipality_code != *reader);
    others.max_by_key(|(thread, _)| {
        let shown = thread.shown().and_then(|(version, _)| version.decided_at);
        (group(&thread.example.municipality_code) == group(reader), shown, thread.example.id.clone())
    })
}

/// What is looked for among the examples that are shown; what is empty keeps all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExampleSearch {
    /// Words that must all stand in the title or the paragraph.
    pub words: String,
    /// Key of a package.
    pub package: String,
    /// A recommendation as `package/recommendation`.
    pub recommendation: String,
    /// An area that the recommendation is put to.
    pub area: Option<Area>,
    /// Name of a region.
    pub region: String,
    /// A kommunegruppe.
    pub group: Option<u8>,
}

impl ExampleSearch {
    /// Whether an example is looked for; regions are those of a day.
    pub fn keeps(&self, (thread, edition): &SharedExample, day: NaiveDate) -> bool {
        let (example, municipality) =
            (&thread.example, municipalities::find(thread.example.municipality_code.as_str()));
        let is_in_region =
            self.region.is_empty() || municipality.and_then(|one| one.region_on(day)) == Some(self.region.as_str());
        let is_in_group = self.group.is_none_or(|group| municipality.is_some_and(|one| one.group == group));
        let is_of_package = self.package.is_empty() || self.package == example.package;
        let is_of = self.recommendation.is_empty()
            || self.recommendation.split_once('/') == Some((example.package.as_str(), example.recommendation.as_str()));
        let is_put_to = self.area.is_none_or(|area| is_put_to(edition, thread, area));
        is_in_region && is_in_group && is_of_package && is_of && is_put_to && self.holds_words(thread)
    }

    fn holds_words(&self, thread: &ExampleThread) -> bool {
        let Some((version, _)) = thread.shown() else { return false };
        let text = format!("{}\n{}", version.title, version.body).to_lowercase();
        self.words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// The regions that there are on a day, by name.
pub fn regions_on(day: NaiveDate) -> Vec<&'static str> {
    let regions: BTreeSet<&'static str> = municipalities::all().iter().filter_map(|one| one.region_on(day)).collect();
    regions.into_iter().collect()
}

/// Whether the recommendation of an example is put to an area.
fn is_put_to(edition: &Edition, thread: &ExampleThread, area: Area) -> bool {
    let keys = (thread.example.package.as_str(), thread.example.recommendation.as_str());
    let Some((package, recommendation)) = find_recommendation(edition, keys) else { return false };
    edition.questions.iter().any(|question| {
        question.areas.contains(&area)
            && question.package.and_then(|index| edition.packages.get(index)) == Some(package)
            && edition.recommendation_of(question) == Some(recommendation)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::catalogue::tests::shipped;

    #[test]
    fn a_recommendation_continues_those_that_its_questions_compare_with_and_never_later_ones() {
        let (from, to, crosswalk) = shipped();
        let walks = [crosswalk];
        let found = continued(&to, &from, &walks);
        assert!(!found.is_empty());
        for ((package, recommendation), (earlier_package, earlier)) in &found {
            let later = &to.packages[*package].recommendations[*recommendation];
            let keys = |edition: &Edition, package: &str, recommendation: &str| -> Vec<String> {
                let of = |question: &&crate::domain::catalogue::Question| {
                    let is_package = question.package.is_some_and(|index| edition.packages[index].key == package);
                    is_package && edition.recommendation_of(question).is_some_and(|one| one.key == recommendation)
                };
                edition.questions.iter().filter(of).map(|question| question.key.clone()).collect()
            };
            let new = keys(&to, &to.packages[*package].key, &later.key);
            let old = keys(&from, earlier_package, earlier);
            let is_linked = |(one, other): (&String, &String)| {
                walks[0].relation(one, other).is_some_and(|relation| relation.is_compared())
            };
            assert!(old.iter().any(|one| new.iter().any(|other| is_linked((one, other)))), "{} {earlier}", later.key);
        }
        assert!(continued(&from, &to, &walks).is_empty(), "nothing is continued by what came before it");
        let itself = continued(&to, &to, &[]);
        assert!(itself.iter().all(|((package, one), keys)| {
            let package = &to.packages[*package];
            (package.key.as_str(), package.recommendations[*one].key.as_str()) == *keys
        }));
    }
}
