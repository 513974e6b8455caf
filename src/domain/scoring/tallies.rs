//! Sections that were handed in, counted once into dense tables that every figure is made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::cells::{Cell, Values};
use super::dimensions::{ScoreDimension, asked_areas, asked_questions, groups_of};
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex};
use crate::domain::rounds::{Round, Rule};
use crate::domain::{Area, MunicipalityCode};

pub mod counted;

/// The most options a scale may have, so that one character holds an answer.
pub const MAX_OPTIONS: usize = 12;

/// Stands for a question that was not answered.
const NOT_ANSWERED: char = '.';

/// A section that was handed in as compact text: one character per question of the edition in
/// document order, `.` where it was not answered, else the option's place as a base-36 digit.
///
/// Places outside the edition or [`MAX_OPTIONS`] are left out; of two answers the later stands.
pub fn encode_return(question_count: usize, answers: &[(QuestionIndex, OptionIndex)]) -> String {
    let mut marks = vec![NOT_ANSWERED; question_count];
    for &(question, option) in answers {
        let Some(mark) = marks.get_mut(question) else { continue };
        *mark = digit(option).unwrap_or(*mark);
    }
    marks.into_iter().collect()
}

/// The answers of a compact text in order of question; characters that are no answer are skipped.
pub fn decode_return(text: &str) -> Vec<(QuestionIndex, OptionIndex)> {
    text.chars().enumerate().filter_map(|(question, mark)| Some((question, option(mark)?))).collect()
}

fn digit(option: OptionIndex) -> Option<char> {
    if option >= MAX_OPTIONS {
        return None;
    }
    char::from_digit(option as u32, 36)
}

fn option(mark: char) -> Option<OptionIndex> {
    if mark.is_ascii_uppercase() {
        return None;
    }
    mark.to_digit(36).map(|digit| digit as OptionIndex).filter(|&option| option < MAX_OPTIONS)
}

/// One area of one post in a round: the unit that is handed in.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct ReturnedSection {
    /// The post's municipality.
    pub municipality: MunicipalityCode,
    /// The area.
    pub area: Area,
    /// The compact text of the answers; none where the section was not handed in, which still
    /// makes the area covered.
    pub returned: Option<String>,
}

/// All that was handed in in a round, counted.
#[derive(Debug, Clone)]
pub struct ResponseTallies {
    /// The edition that was asked.
    pub edition: Arc<Edition>,
    /// Key of the round.
    pub round: String,
    /// How several posts' answers become one value.
    pub rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1.
    pub min_coverage: f64,
    /// Last day of the round; decides the region a municipality counts in.
    pub closes_on: NaiveDate,
    /// Per question of the edition whether the round asks it.
    pub asked: Vec<bool>,
    /// The areas with at least one asked question, in the edition's order.
    pub areas: Vec<AskedArea>,
    /// The groups of cells that are exported, in export order.
    pub groups: Vec<ScoreDimension>,
    /// Every municipality of the round's population, in order of code.
    pub municipalities: Vec<MunicipalityTallies>,
    /// Characters that are no answer to a question asked in their area, and texts of a wrong
    /// length; they count nowhere else. Anything but 0 means damaged data.
    pub malformed: usize,
    values: Vec<Values>,
}

/// What a round asks in one area, and where its counts stand in the tables.
#[derive(Debug, Clone)]
pub struct AskedArea {
    /// The area.
    pub area: Area,
    /// The questions asked in it, in document order.
    pub questions: Vec<QuestionIndex>,
    /// Per question of the edition where its options begin in a table; none where it is not asked here.
    starts: Vec<Option<u32>>,
    width: usize,
}

/// What came from one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityTallies {
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// The areas that its posts cover, in the order of [`ResponseTallies::areas`].
    pub areas: Vec<CoveredArea>,
}

/// One area of one municipality: how often each option of each question was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveredArea {
    /// Place in [`ResponseTallies::areas`].
    pub area: usize,
    /// Posts that cover the area.
    pub sections: usize,
    /// Those of them that handed it in.
    pub returned: usize,
    counts: Vec<u16>,
}

impl ResponseTallies {
    /// Counts the sections of a round's population. Their order does not matter.
    pub fn count(
        edition: Arc<Edition>,
        round: &Round,
        sections: impl IntoIterator<Item = ReturnedSection>,
    ) -> ResponseTallies {
        let mut tallies = ResponseTallies::empty(edition, round);
        let areas = &tallies.areas;
        let mut tables: BTreeMap<MunicipalityCode, Vec<Option<CoveredArea>>> = BTreeMap::new();
        let mut malformed = 0;
        for section in sections {
            let table = tables.entry(section.municipality).or_insert_with(|| vec![None; areas.len()]);
            let Some(index) = areas.iter().position(|asked| asked.area == section.area) else { continue };
            let covered = table[index].get_or_insert_with(|| CoveredArea {
                area: index,
                sections: 0,
                returned: 0,
                counts: vec![0; areas[index].width],
            });
            covered.sections += 1;
            let Some(text) = section.returned else { continue };
            covered.returned += 1;
            malformed += covered.add(&text, &areas[index], &tallies.edition);
        }
        tallies.fill(tables);
        tallies.malformed = malformed;
        tallies
    }

    /// What a round asks, with nobody asked yet.
    fn empty(edition: Arc<Edition>, round: &Round) -> ResponseTallies {
        let asked = asked_questions(&edition, round);
        ResponseTallies {
            round: round.key.clone(),
            rule: round.rule,
            min_coverage: round.min_coverage,
            closes_on: round.closes_on,
            groups: groups_of(&edition, &asked),
            values: edition.scales.iter().map(Values::new).collect(),
            areas: asked_areas(&edition, &asked)
                .into_iter()
                .map(|area| AskedArea::new(area, &edition, &asked))
                .collect(),
            asked,
            municipalities: Vec::new(),
            malformed: 0,
            edition,
        }
    }

    fn fill(&mut self, tables: BTreeMap<MunicipalityCode, Vec<Option<CoveredArea>>>) {
        let fill = |(municipality, table): (_, Vec<_>)| MunicipalityTallies {
            municipality,
            areas: table.into_iter().flatten().collect(),
        };
        self.municipalities = tables.into_iter().map(fill).collect();
    }

    /// What came from a municipality, none where it is not in the round's population.
    pub fn municipality(&self, code: &MunicipalityCode) -> Option<&MunicipalityTallies> {
        let index = self.municipalities.binary_search_by(|one| one.municipality.cmp(code)).ok()?;
        self.municipalities.get(index)
    }

    /// Place of an area in [`ResponseTallies::areas`], none where nothing is asked in it.
    pub fn area_place(&self, area: Area) -> Option<usize> {
        self.areas.iter().position(|asked| asked.area == area)
    }

    /// One cell; none where it is not asked.
    pub fn cell(&self, municipality: &MunicipalityTallies, area: Area, question: QuestionIndex) -> Option<Cell> {
        self.cell_in(municipality.covered(self.area_place(area)?)?, question)
    }

    /// The cell of a question in a covered area; none where it is not asked there.
    pub fn cell_in(&self, covered: &CoveredArea, question: QuestionIndex) -> Option<Cell> {
        let counts = self.counts_in(covered, question)?;
        Some(self.values[self.edition.questions[question].scale].cell(counts, self.rule))
    }

    /// How often each option was chosen, in scale order; none where the question is not asked there.
    pub fn counts_in<'a>(&self, covered: &'a CoveredArea, question: QuestionIndex) -> Option<&'a [u16]> {
        let start = (*self.areas[covered.area].starts.get(question)?)? as usize;
        let options = self.values[self.edition.questions[question].scale].options();
        covered.counts.get(start..start + options)
    }

    /// Every asked cell of a municipality: its area, its question, and the cell.
    pub fn cells<'a>(
        &'a self,
        municipality: &'a MunicipalityTallies,
    ) -> impl Iterator<Item = (&'a CoveredArea, QuestionIndex, Cell)> + 'a {
        municipality
            .areas
            .iter()
            .flat_map(move |covered| self.cells_in(covered).map(move |(question, cell)| (covered, question, cell)))
    }

    /// Every asked cell of a covered area: its question, and the cell.
    pub fn cells_in<'a>(&'a self, covered: &'a CoveredArea) -> impl Iterator<Item = (QuestionIndex, Cell)> + 'a {
        let questions = self.areas[covered.area].questions.iter();
        questions.filter_map(move |&question| Some((question, self.cell_in(covered, question)?)))
    }
}

impl AskedArea {
    fn new(area: Area, edition: &Edition, asked: &[bool]) -> AskedArea {
        let mut width = 0;
        let mut questions = Vec::new();
        let mut starts = vec![None; edition.questions.len()];
        for (index, question) in edition.questions.iter().enumerate() {
            if !asked[index] || !question.areas.contains(&area) {
                continue;
            }
            questions.push(index);
            starts[index] = Some(width as u32);
            width += edition.scale_of(question).options.len();
        }
        AskedArea { area, questions, starts, width }
    }
}

impl MunicipalityTallies {
    /// The area at this place of [`ResponseTallies::areas`], none where no post covers it.
    pub fn covered(&self, area: usize) -> Option<&CoveredArea> {
        self.areas.iter().find(|covered| covered.area == area)
    }
}

impl CoveredArea {
    /// Counts one text and says how many of its characters are damaged.
    fn add(&mut self, text: &str, asked: &AskedArea, edition: &Edition) -> usize {
        let mut malformed = usize::from(text.chars().count() != edition.questions.len());
        for (question, mark) in text.chars().enumerate().filter(|&(_, mark)| mark != NOT_ANSWERED) {
            let start = asked.starts.get(question).copied().flatten();
            let chosen = option(mark).filter(|&option| {
                start.is_some() && option < edition.scale_of(&edition.questions[question]).options.len()
            });
            let (Some(start), Some(option)) = (start, chosen) else {
                malformed += 1;
                continue;
            };
            let count = &mut self.counts[start as usize + option];
            *count = count.saturating_add(1);
        }
        malformed
    }
}
