//! What became of a question between editions: its links both ways, and what is new or retired.

use std::collections::{HashMap, HashSet};

use super::crosswalk::{Crosswalk, Link, Relation};
use crate::domain::Area;
use crate::domain::catalogue::{Edition, Question};

/// Which way one looks from a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To an edition before its own.
    Earlier,
    /// To an edition after its own.
    Later,
}

/// What one other edition has in the place of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart<'a> {
    /// Key of the other edition.
    pub edition: &'a str,
    /// Where the other edition lies.
    pub direction: Direction,
    /// Keys of the other edition's questions with how they relate; empty where the question is new or retired.
    pub questions: Vec<(&'a str, Relation)>,
}

/// What each edition that has a crosswalk with `edition` has in the place of its question `key`.
pub fn counterparts<'a>(edition: &str, key: &str, crosswalks: &'a [Crosswalk]) -> Vec<Counterpart<'a>> {
    let mut found = Vec::new();
    for crosswalk in crosswalks {
        if crosswalk.to == edition {
            let links = crosswalk.links.iter().filter(|link| link.to == key);
            let questions = links.map(|link| (link.from.as_str(), link.relation)).collect();
            found.push(Counterpart { edition: &crosswalk.from, direction: Direction::Earlier, questions });
        }
        if crosswalk.from == edition {
            let links = crosswalk.links.iter().filter(|link| link.from == key);
            let questions = links.map(|link| (link.to.as_str(), link.relation)).collect();
            found.push(Counterpart { edition: &crosswalk.to, direction: Direction::Later, questions });
        }
    }
    found
}

/// One line of a crosswalk: a link, or a question that only one of the editions has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// A question of the earlier edition, one of the later, and how they relate.
    Linked(&'a Question, &'a Question, Relation),
    /// Only the later edition asks it.
    New(&'a Question),
    /// Only the earlier edition asked it.
    Retired(&'a Question),
}

/// A crosswalk whole, by package key (none: questions without package): the later edition's
/// packages in order, then those that only the earlier one has. Within a package the later edition's
/// order, then what is retired.
pub fn lines<'a>(crosswalk: &Crosswalk, from: &'a Edition, to: &'a Edition) -> Groups<'a> {
    let linked: HashSet<&str> = crosswalk.links.iter().map(|link| link.from.as_str()).collect();
    let earlier: HashMap<&str, &Question> = from.questions.iter().map(|one| (one.key.as_str(), one)).collect();
    let mut links: HashMap<&str, Vec<&Link>> = HashMap::new();
    for link in &crosswalk.links {
        links.entry(&link.to).or_default().push(link);
    }
    let mut all: Vec<(Option<&str>, Line)> = Vec::new();
    for question in &to.questions {
        let package = package_of(to, question);
        let Some(links) = links.get(question.key.as_str()) else {
            all.push((package, Line::New(question)));
            continue;
        };
        let origins = links.iter().filter_map(|link| Some((*earlier.get(link.from.as_str())?, link.relation)));
        all.extend(origins.map(|(earlier, relation)| (package, Line::Linked(earlier, question, relation))));
    }
    for question in from.questions.iter().filter(|question| !linked.contains(question.key.as_str())) {
        all.push((package_of(from, question), Line::Retired(question)));
    }
    let mut groups: Vec<(Option<&str>, Vec<Line>)> = Vec::new();
    for (package, line) in all {
        match groups.iter_mut().find(|(key, _)| *key == package) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((package, vec![line])),
        }
    }
    // What belongs to no package reads best after everything that does.
    groups.sort_by_key(|(package, _)| package.is_none());
    groups
}

/// Lines of a crosswalk by package.
pub type Groups<'a> = Vec<(Option<&'a str>, Vec<Line<'a>>)>;

/// The lines that a filter keeps, and of them those of one page, counted from 1, of at most `size` lines; then the
/// page that it is, and how many there are.
pub fn kept_lines<'a>(all: &Groups<'a>, filter: &Filter, (page, size): (usize, usize)) -> KeptLines<'a> {
    let kept = all.iter().flat_map(|(package, lines)| lines.iter().map(|line| (*package, *line)));
    let kept: Vec<(Option<&str>, Line)> = kept.filter(|(package, line)| filter.keeps(*package, line)).collect();
    let last = kept.len().div_ceil(size).max(1);
    let page = page.clamp(1, last);
    let mut groups: Groups = Vec::new();
    for (package, line) in kept.iter().skip((page - 1) * size).take(size) {
        match groups.last_mut() {
            Some((known, lines)) if known == package => lines.push(*line),
            _ => groups.push((*package, vec![*line])),
        }
    }
    KeptLines { groups, count: kept.len(), page, last }
}

/// A page of the lines that a filter keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLines<'a> {
    /// The lines of the page.
    pub groups: Groups<'a>,
    /// How many lines are kept on all pages.
    pub count: usize,
    /// Which page it is, counted from 1.
    pub page: usize,
    /// How many pages there are; at least one.
    pub last: usize,
}

words! {
    /// How a line of a crosswalk stands, for those who look for some of them.
    pub enum Standing {
        /// The same question.
        Identical = "identical",
        /// The same in other words.
        Reworded = "reworded",
        /// One became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// Only the later edition asks it.
        New = "new",
        /// Only the earlier edition asked it.
        Retired = "retired",
        /// New or retired: without a link.
        Unlinked = "unlinked",
    }
}

/// Which lines of a crosswalk are looked for; what is not said keeps all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Key of a package.
    pub package: Option<String>,
    /// An area that one of the line's questions is put to.
    pub area: Option<Area>,
    /// How the line stands.
    pub standing: Option<Standing>,
}

impl Filter {
    /// Whether a line of a package is looked for.
    pub fn keeps(&self, package: Option<&str>, line: &Line) -> bool {
        let questions = line.questions();
        self.package.as_deref().is_none_or(|wanted| package == Some(wanted))
            && self.area.is_none_or(|area| questions.iter().flatten().any(|question| question.areas.contains(&area)))
            && self.standing.is_none_or(|standing| line.stands(standing))
    }
}

impl<'a> Line<'a> {
    /// Its question of the earlier edition and that of the later one.
    pub fn questions(&self) -> [Option<&'a Question>; 2] {
        match self {
            Line::Linked(earlier, later, _) => [Some(earlier), Some(later)],
            Line::New(later) => [None, Some(later)],
            Line::Retired(earlier) => [Some(earlier), None],
        }
    }

    fn stands(&self, standing: Standing) -> bool {
        match standing {
            Standing::New => matches!(self, Line::New(_)),
            Standing::Retired => matches!(self, Line::Retired(_)),
            Standing::Unlinked => !matches!(self, Line::Linked(..)),
            Standing::Identical => self.is_linked(Relation::Identical),
            Standing::Reworded => self.is_linked(Relation::Reworded),
            Standing::Split => self.is_linked(Relation::Split),
            Standing::Merged => self.is_linked(Relation::Merged),
        }
    }

    fn is_linked(&self, wanted: Relation) -> bool {
        matches!(self, Line::Linked(_, _, relation) if *relation == wanted)
    }
}

fn package_of<'a>(edition: &'a Edition, question: &Question) -> Option<&'a str> {
    Some(edition.packages[question.package?].key.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::files::catalogue::tests::shipped;

    #[test]
    fn every_question_of_both_editions_stands_in_the_crosswalks_lines() {
        let (from, to, crosswalk) = shipped();
        let lines: Vec<Line> = lines(&crosswalk, &from, &to).into_iter().flat_map(|(_, lines)| lines).collect();
        let mut seen: BTreeSet<(bool, &str)> = BTreeSet::new();
        for line in &lines {
            match line {
                Line::Linked(earlier, later, _) => {
                    seen.insert((false, &earlier.key));
                    seen.insert((true, &later.key));
                }
                Line::New(later) => assert!(seen.insert((true, &later.key))),
                Line::Retired(earlier) => assert!(seen.insert((false, &earlier.key))),
            }
        }
        assert_eq!(seen.len(), from.questions.len() + to.questions.len());
        let linked = lines.iter().filter(|line| matches!(line, Line::Linked(..))).count();
        assert_eq!(linked, crosswalk.links.len());
    }

    #[test]
    fn every_line_stands_in_one_way_and_those_without_link_are_new_or_retired() {
        let (from, to, crosswalk) = shipped();
        let groups = lines(&crosswalk, &from, &to);
        let count = |filter: &Filter| -> usize {
            groups.iter().map(|(key, lines)| lines.iter().filter(|line| filter.keeps(*key, line)).count()).sum()
        };
        let of = |standing| count(&Filter { standing: Some(standing), ..Filter::default() });
        let all = count(&Filter::default());
        assert_eq!(of(Standing::Unlinked), of(Standing::New) + of(Standing::Retired));
        let ways = [Standing::Identical, Standing::Reworded, Standing::Split, Standing::Merged, Standing::Unlinked];
        assert_eq!(ways.map(of).iter().sum::<usize>(), all);
        let packages = groups.iter().filter_map(|(key, _)| *key);
        let by_package: usize =
            packages.map(|key| count(&Filter { package: Some(key.to_owned()), ..Filter::default() })).sum();
        let own = groups.iter().find(|(key, _)| key.is_none()).map_or(0, |(_, lines)| lines.len());
        assert_eq!(by_package + own, all);
        let schools = count(&Filter { area: Some(Area::Schools), ..Filter::default() });
        assert!(schools > 0 && schools < all);
    }

    #[test]
    fn the_pages_of_kept_lines_hold_each_of_them_once() {
        let (from, to, crosswalk) = shipped();
        let all = lines(&crosswalk, &from, &to);
        for filter in [Filter::default(), Filter { standing: Some(Standing::Unlinked), ..Filter::default() }] {
            let whole = kept_lines(&all, &filter, (1, usize::MAX));
            assert_eq!((whole.page, whole.last), (1, 1));
            let flat = |groups: &Groups| groups.iter().flat_map(|(_, lines)| lines.clone()).count();
            assert_eq!(flat(&whole.groups), whole.count);
            let last = whole.count.div_ceil(10);
            let pages: Vec<KeptLines> = (1..=last).map(|page| kept_lines(&all, &filter, (page, 10))).collect();
            assert!(pages.iter().all(|one| one.last == last && flat(&one.groups) <= 10));
            let joined: Vec<String> = pages
                .iter()
                .flat_map(|one| &one.groups)
                .flat_map(|(_, lines)| lines)
                .map(|line| format!("{line:?}"))
                .collect();
            let expected: Vec<String> =
                whole.groups.iter().flat_map(|(_, lines)| lines).map(|line| format!("{line:?}")).collect();
            assert_eq!(joined, expected);
            assert_eq!(kept_lines(&all, &filter, (99, 10)).page, last, "there is no page after the last");
        }
        let nothing = kept_lines(&Vec::new(), &Filter::default(), (3, 10));
        assert_eq!((nothing.page, nothing.last, nothing.count), (1, 1, 0));
    }

    #[test]
    fn a_merged_question_knows_all_that_became_it() {
        let (_, _, crosswalk) = shipped();
        let crosswalks = [crosswalk];
        let found = counterparts("2018", "tobak.rygestop", &crosswalks);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].edition, found[0].direction), ("2012-13", Direction::Earlier));
        assert_eq!(found[0].questions.len(), 7);
        assert!(found[0].questions.iter().all(|(_, relation)| *relation == Relation::Merged));
    }
}
