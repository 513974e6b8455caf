//! What a later edition keeps of an earlier one: how many questions compare, package by package and area by area,
//! and which series end, because questions that were asked have no comparable successor.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::crosswalk::{Crosswalk, reached_from};
use super::matching::{Match, Matching, match_questions};
use super::{Edition, Question, QuestionIndex};
use crate::domain::Area;
use crate::domain::rounds::Round;

/// How questions stand to those of an earlier edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// The same question; compared.
    pub identical: usize,
    /// In other words; compared and marked.
    pub reworded: usize,
    /// Split or merged; listed, compared nowhere.
    pub listed: usize,
    /// Without forerunner.
    pub new: usize,
    /// Of the earlier edition, without successor.
    pub retired: usize,
}

impl Counts {
    /// How many questions the later edition has.
    pub fn asked(&self) -> usize {
        self.compared() + self.listed + self.new
    }

    /// How many of them compare.
    pub fn compared(&self) -> usize {
        self.identical + self.reworded
    }

    fn count(&mut self, found: &Match) {
        match found {
            Match::Compared { reworded: false, .. } => self.identical += 1,
            Match::Compared { reworded: true, .. } => self.reworded += 1,
            Match::Split(_) | Match::Merged(_) => self.listed += 1,
            Match::New => self.new += 1,
        }
    }
}

/// What became of a question whose series ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// Several, by their places in the later edition.
    Split(Vec<QuestionIndex>),
    /// A part of others, by their places in the later edition.
    Merged(Vec<QuestionIndex>),
    /// Nothing.
    Nothing,
}

/// A series that ends: a question that was asked and compares with none now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesEnd {
    /// Its place in the earlier edition.
    pub question: QuestionIndex,
    /// Keys of the rounds that asked it or what it was before, earliest first.
    pub rounds: Vec<String>,
    /// What became of it.
    pub became: Became,
}

/// What the later edition keeps of the earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Continuity {
    /// All questions.
    pub total: Counts,
    /// By package key (none: questions without package): the later edition's in order, then what only the earlier has.
    pub packages: Vec<(Option<String>, Counts)>,
    /// By area that either edition asks, in the later edition's order. A question that is put to an area for the
    /// first time is new there.
    pub areas: Vec<(Area, Counts)>,
    /// The series that end.
    pub ended: Vec<SeriesEnd>,
}

/// What `later` keeps of `earlier`, given the rounds that were asked and their editions.
pub fn continuity(
    (earlier, later): (&Edition, &Edition),
    crosswalks: &[Crosswalk],
    rounds: &[(&Round, &Edition)],
) -> Continuity {
    let matching = match_questions(later, earlier, crosswalks);
    let mut found = Continuity::default();
    for (question, one) in later.questions.iter().zip(&matching.questions) {
        found.total.count(one);
        place_of(&mut found.packages, package_of(later, question)).count(one);
    }
    found.total.retired = matching.retired.len();
    for place in &matching.retired {
        place_of(&mut found.packages, package_of(earlier, &earlier.questions[*place])).retired += 1;
    }
    // What belongs to no package reads best after everything that does.
    found.packages.sort_by_key(|(package, _)| package.is_none());
    found.areas = areas((earlier, later), &matching.questions);
    found.ended = ended(earlier, &matching.questions, &asked_in(earlier, crosswalks, rounds));
    found
}

fn place_of<'a>(packages: &'a mut Vec<(Option<String>, Counts)>, package: Option<&str>) -> &'a mut Counts {
    let place = packages.iter().position(|(key, _)| key.as_deref() == package).unwrap_or(packages.len());
    if place == packages.len() {
        packages.push((package.map(str::to_owned), Counts::default()));
    }
    &mut packages[place].1
}

fn package_of<'a>(edition: &'a Edition, question: &Question) -> Option<&'a str> {
    edition.packages.get(question.package?).map(|package| package.key.as_str())
}

/// Answers are compared in an area, so a question compares there only where both editions put it to the area.
fn areas((earlier, later): (&Edition, &Edition), found: &[Match]) -> Vec<(Area, Counts)> {
    let mut counted: BTreeMap<(usize, Area), Counts> = BTreeMap::new();
    let mut followed: Vec<Vec<Area>> = vec![Vec::new(); earlier.questions.len()];
    for (question, one) in later.questions.iter().zip(found) {
        for area in &question.areas {
            let was_asked = |origin: &&QuestionIndex| earlier.questions[**origin].areas.contains(area);
            let here = one.origins().iter().filter(was_asked).count();
            let counts = counted.entry(later.area_place(*area)).or_default();
            if here == 0 {
                counts.count(&Match::New)
            } else {
                counts.count(one)
            }
            for origin in one.origins() {
                followed[*origin].push(*area);
            }
        }
    }
    for (question, followed) in earlier.questions.iter().zip(&followed) {
        for area in question.areas.iter().filter(|area| !followed.contains(area)) {
            counted.entry(later.area_place(*area)).or_default().retired += 1;
        }
    }
    counted.into_iter().map(|((_, area), counts)| (area, counts)).collect()
}

/// Keys of the rounds that asked each question of an edition, or what it was or became in theirs, earliest first.
fn asked_in(edition: &Edition, crosswalks: &[Crosswalk], rounds: &[(&Round, &Edition)]) -> Vec<Vec<String>> {
    let mut asked: Vec<Vec<String>> = vec![Vec::new(); edition.questions.len()];
    let mut in_order: Vec<&(&Round, &Edition)> = rounds.iter().filter(|(round, _)| was_asked(round)).collect();
    in_order.sort_by_key(|(round, _)| (round.closes_on, &round.key));
    // Many rounds ask one edition, and matching two editions takes long.
    let mut matchings: HashMap<&str, Matching> = HashMap::new();
    for (round, theirs) in in_order {
        let matching = matchings.entry(&theirs.key).or_insert_with(|| match_questions(edition, theirs, crosswalks));
        for (keys, found) in asked.iter_mut().zip(&matching.questions) {
            if found.compared().is_some_and(|place| round.asks(theirs, &theirs.questions[place])) {
                keys.push(round.key.clone());
            }
        }
    }
    asked
}

fn was_asked(round: &Round) -> bool {
    !round.is_waiting() && !round.is_test
}

fn ended(earlier: &Edition, found: &[Match], asked: &[Vec<String>]) -> Vec<SeriesEnd> {
    let compared: HashSet<QuestionIndex> = found.iter().filter_map(Match::compared).collect();
    let listed: HashSet<QuestionIndex> = found.iter().flat_map(Match::origins).copied().collect();
    let places = |place: QuestionIndex, is_kind: fn(&Match) -> bool| -> Vec<QuestionIndex> {
        // Most of what ends has no successor at all.
        let later = found.iter().enumerate().filter(|_| listed.contains(&place));
        later.filter(|(_, one)| is_kind(one) && one.origins().contains(&place)).map(|(later, _)| later).collect()
    };
    let end = |place: QuestionIndex| {
        let split = places(place, |one| matches!(one, Match::Split(_)));
        let merged = places(place, |one| matches!(one, Match::Merged(_)));
        let became = match (split.is_empty(), merged.is_empty()) {
            (false, _) => Became::Split(split),
            (true, false) => Became::Merged(merged),
            (true, true) => Became::Nothing,
        };
        SeriesEnd { question: place, rounds: asked[place].clone(), became }
    };
    let is_ended = |place: &QuestionIndex| !asked[*place].is_empty() && !compared.contains(place);
    (0..earlier.questions.len()).filter(is_ended).map(end).collect()
}

/// The rounds whose figures a crosswalk to this edition bears on: those that asked it, or an edition that crosswalks
/// lead to from it.
pub fn rounds_over<'a>(edition: &str, rounds: &'a [Round], crosswalks: &[Crosswalk]) -> Vec<&'a Round> {
    let reached = reached_from(edition, crosswalks);
    rounds.iter().filter(|round| was_asked(round) && reached.contains(round.edition.as_str())).collect()
}

/// Key of the edition that a later one is best held against: what it corrects, else what the newest round asked, else what a crosswalk
/// leads from, else the newest other one; none where there is no other.
pub fn forerunner(
    later: &Edition,
    editions: &[&Edition],
    rounds: &[Round],
    crosswalks: &[Crosswalk],
) -> Option<String> {
    let corrected = later.correction.as_ref().map(|correction| correction.of.clone());
    let corrected = corrected.filter(|of| editions.iter().any(|one| one.key == *of));
    let asked = rounds.iter().filter(|round| was_asked(round) && round.edition != later.key);
    let asked = asked.max_by_key(|round| (round.closes_on, &round.key)).map(|round| round.edition.clone());
    let others = editions.iter().filter(|one| one.key != later.key);
    let linked =
        others.clone().filter(|one| crosswalks.iter().any(|walk| walk.to == later.key && walk.from == one.key));
    let newest = |one: &&&Edition| (one.published_on, one.key.clone());
    corrected
        .or(asked)
        .or_else(|| Some(linked.max_by_key(newest)?.key.clone()))
        .or_else(|| Some(others.max_by_key(newest)?.key.clone()))
}

#[cfg(test)]
mod tests;
