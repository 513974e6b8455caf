//! What a draft still lacks: every fault of its value with the thing that it belongs to, so that all can be shown
//! where they are. An edition without faults is one that an import would take, and that can be published.

use std::collections::HashSet;

use super::items::Item;
use crate::domain::base::import_errors::has_control_characters;
use crate::domain::catalogue::shapes::{LONGEST_TEXT, is_key, is_link, is_reserved, is_too_long};
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{Edition, Label, MOST_OPTIONS, Package, Question, Recommendation, Scale};
use crate::domain::{Area, Text};

/// A fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What has it.
    pub item: Item,
    /// Place of the package that it is in, if it is in one.
    pub package: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It has no title, label or wording in Danish.
    NoDanish,
    /// It corrects another edition, and nobody has said why in Danish.
    NoReason,
    /// Its guidance, or the help to an option, is in English only; holds the option's label.
    EnglishOnly(Option<String>),
    /// There is help to an option that its scale does not have; holds the option's key.
    HelpToNothing(String),
    /// The edition has no scales.
    NoScales,
    /// The edition has no areas.
    NoAreas,
    /// The key is none.
    BadKey,
    /// The package's key is a word that pages of the catalogue have in their addresses.
    ReservedKey,
    /// Something else of its kind has its key.
    DuplicateKey,
    /// A text is longer than this many characters.
    TooLong(usize),
    /// A text holds characters that nobody sees.
    HiddenCharacters,
    /// The link is none.
    NotALink,
    /// The recommendation has no category.
    NoCategory,
    /// The edition has no such category; holds its key.
    UnknownCategory(String),
    /// The edition has no such level; holds its key.
    UnknownLevel(String),
    /// The scale has no options.
    NoOptions,
    /// No option of the scale has points.
    NoPoints,
    /// The scale has more options than this.
    TooManyOptions(usize),
    /// The question is put to no area.
    AskedNowhere,
    /// The question is put to an area that the edition does not speak of.
    UnknownArea(Area),
    /// The question is to be shown first in an area that it is not put to.
    KeyQuestionElsewhere(Area),
}

/// All faults of an edition, in its order.
pub fn faults(edition: &Edition) -> Vec<Fault> {
    let mut found = Finding { edition, package: None, faults: Vec::new() };
    found.facts();
    found.labels();
    edition.scales.iter().for_each(|scale| found.scale(scale));
    let (mut packages, mut questions) = (HashSet::new(), HashSet::new());
    for (index, package) in edition.packages.iter().enumerate() {
        found.package = Some(index);
        found.package(package, !packages.insert(package.key.as_str()));
    }
    for (index, question) in edition.questions.iter().enumerate() {
        found.package = question.package;
        found.question((index, question), !questions.insert(question.key.as_str()));
    }
    found.faults
}

struct Finding<'a> {
    edition: &'a Edition,
    package: Option<usize>,
    faults: Vec<Fault>,
}

impl Finding<'_> {
    fn note(&mut self, item: &Item, problem: Problem) {
        self.faults.push(Fault { item: item.clone(), package: self.package, problem });
    }

    fn facts(&mut self) {
        let edition = self.edition;
        self.key(&Item::Facts, &edition.key, false);
        self.text(&Item::Facts, &edition.title);
        self.source(&Item::Facts, &edition.source);
        if let Some(correction) = &edition.correction {
            if correction.reason.da.is_empty() {
                self.note(&Item::Facts, Problem::NoReason);
            }
            self.lines(&Item::Facts, &correction.reason);
        }
        if edition.scales.is_empty() {
            self.note(&Item::Facts, Problem::NoScales);
        }
        if edition.areas.is_empty() {
            self.note(&Item::Areas, Problem::NoAreas);
        }
        let mut seen = HashSet::new();
        for one in &edition.areas {
            self.text(&Item::Areas, &one.label);
            if !seen.insert(one.area) {
                self.note(&Item::Areas, Problem::DuplicateKey);
            }
        }
    }

    fn labels(&mut self) {
        let edition = self.edition;
        self.labels_of(&edition.categories, Item::Category);
        self.labels_of(&edition.levels, Item::Level);
    }

    fn labels_of(&mut self, labels: &[Label], item: fn(String) -> Item) {
        let mut seen = HashSet::new();
        for one in labels {
            let item = item(one.key.clone());
            self.key(&item, &one.key, !seen.insert(one.key.as_str()));
            self.text(&item, &one.label);
        }
    }

    fn scale(&mut self, scale: &Scale) {
        let item = Item::Scale(scale.key.clone());
        let same = self.edition.scales.iter().filter(|other| other.key == scale.key).count();
        self.key(&item, &scale.key, same > 1);
        self.text(&item, &scale.label);
        let mut seen = HashSet::new();
        for option in &scale.options {
            let item = Item::Option(scale.key.clone(), option.key.clone());
            self.key(&item, &option.key, !seen.insert(option.key.as_str()));
            self.text(&item, &option.label);
        }
        match scale.options.len() {
            0 => return self.note(&item, Problem::NoOptions),
            all if all > MOST_OPTIONS => self.note(&item, Problem::TooManyOptions(MOST_OPTIONS)),
            _ => {}
        }
        if !scale.options.iter().any(|option| option.points().is_some_and(|points| points > 0)) {
            self.note(&item, Problem::NoPoints);
        }
    }

    fn package(&mut self, package: &Package, is_duplicate: bool) {
        let item = Item::Package(package.key.clone());
        self.key(&item, &package.key, is_duplicate);
        if is_reserved(&package.key) {
            self.note(&item, Problem::ReservedKey);
        }
        self.text(&item, &package.title);
        self.source(&item, &package.source);
        if let Some(link) = &package.link {
            self.line(&item, link);
            if !is_link(link) {
                self.note(&item, Problem::NotALink);
            }
        }
        let mut seen = HashSet::new();
        for one in &package.recommendations {
            let item = Item::Recommendation(package.key.clone(), one.key.clone());
            self.key(&item, &one.key, !seen.insert(one.key.as_str()));
            self.recommendation(&item, one);
        }
    }

    fn recommendation(&mut self, item: &Item, one: &Recommendation) {
        self.text(item, &one.title);
        self.source(item, &one.source);
        let is_known = |labels: &[Label], key: &str| labels.is_empty() || labels.iter().any(|label| label.key == key);
        if one.category.is_empty() {
            self.note(item, Problem::NoCategory);
        } else if !is_key(&one.category) || !is_known(&self.edition.categories, &one.category) {
            self.note(item, Problem::UnknownCategory(one.category.clone()));
        }
        if let Some(level) = one.level.as_ref().filter(|level| !is_key(level) || !is_known(&self.edition.levels, level))
        {
            self.note(item, Problem::UnknownLevel(level.clone()));
        }
    }

    fn question(&mut self, (index, question): (usize, &Question), is_duplicate: bool) {
        let item = Item::Question(question.key.clone());
        let edition = self.edition;
        self.key(&item, &question.key, is_duplicate);
        self.text(&item, &question.text);
        self.source(&item, &question.source);
        if let Some(hint) = &question.hint {
            self.help(&item, hint, None);
        }
        let scale = edition.scale_of(question);
        for help in &question.help {
            match scale.find_option(&help.option) {
                Some(option) => self.help(&item, &help.text, Some(&scale.options[option].label.da)),
                None => self.note(&item, Problem::HelpToNothing(help.option.clone())),
            }
        }
        if question.areas.is_empty() {
            self.note(&item, Problem::AskedNowhere);
        }
        let mut seen = HashSet::new();
        for area in &question.areas {
            let is_own = edition.areas.is_empty() || edition.areas.iter().any(|one| one.area == *area);
            if !is_own || !seen.insert(*area) {
                self.note(&item, Problem::UnknownArea(*area));
            }
        }
        for one in edition.key_questions.iter().filter(|one| one.question == index) {
            if !question.areas.contains(&one.area) {
                self.note(&item, Problem::KeyQuestionElsewhere(one.area));
            }
        }
    }

    fn help(&mut self, item: &Item, text: &Text, option: Option<&str>) {
        if text.da.is_empty() {
            self.note(item, Problem::EnglishOnly(option.map(str::to_owned)));
        }
        self.lines(item, text);
    }

    fn text(&mut self, item: &Item, text: &Text) {
        if text.da.is_empty() {
            self.note(item, Problem::NoDanish);
        }
        self.lines(item, text);
    }

    fn lines(&mut self, item: &Item, text: &Text) {
        self.line(item, &text.da);
        text.en.iter().for_each(|text| self.line(item, text));
    }

    fn source(&mut self, item: &Item, source: &Source) {
        source.da.iter().chain(&source.en).for_each(|text| self.line(item, text));
    }

    fn line(&mut self, item: &Item, text: &str) {
        if is_too_long(text) {
            self.note(item, Problem::TooLong(LONGEST_TEXT));
        }
        if has_control_characters(text) {
            self.note(item, Problem::HiddenCharacters);
        }
    }

    fn key(&mut self, item: &Item, key: &str, is_duplicate: bool) {
        if !is_key(key) {
            self.note(item, Problem::BadKey);
        }
        if is_duplicate {
            self.note(item, Problem::DuplicateKey);
        }
    }
}
