//! A round's answers as a table: `municipality_code;post;area;question;option;comment`. Where the
//! option requires a reason, the comment is it. A file may have a column `unit_share`, which is written where anybody has told
//! in how many of their units an answer holds.

mod packed;

use std::collections::HashMap;
use std::io::{Read, Seek};
use std::ops::ControlFlow;

pub use packed::PackedAnswers;

use super::cells::{Dialect, Sheet};
use super::streams;
use super::tables::{self, Columns, MOST_FAULTS, Row};

use crate::domain::answering::answers::{TEXT_LIMIT, UnitShare, takes_unit_share};
use crate::domain::base::import_errors::{ImportError, Problem, is_steering};
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex, Scale};
use crate::domain::rounds::Round;
use crate::domain::{Area, MunicipalityCode};

/// The column that tells in how many of one's units an answer holds.
const UNIT_SHARE: &str = "unit_share";

/// The columns of an answer file.
pub const COLUMNS: Columns = Columns {
    required: &["municipality_code", "post", "area", "question", "option", "comment"],
    optional: &[UNIT_SHARE],
    also: &[],
};

/// A post of a round's population, as an answer file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationPost {
    /// Its municipality.
    pub municipality: MunicipalityCode,
    /// Its title.
    pub title: String,
    /// The areas it answers for in the round.
    pub areas: Vec<Area>,
}

/// An answer that may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// Line in the file.
    pub line: usize,
    /// Place of the post in the population.
    pub post: usize,
    /// An area of the post.
    pub area: Area,
    /// A question that the round puts to the area.
    pub question: QuestionIndex,
    /// The option chosen.
    pub option: OptionIndex,
    /// The comment or reason, trimmed, with LF between its lines; not empty where a reason is required.
    pub comment: String,
    /// In how many of one's units it holds.
    pub unit_share: Option<UnitShare>,
}

/// An answer on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerLine<'a> {
    /// The municipality.
    pub municipality: &'a MunicipalityCode,
    /// Title of the post.
    pub post: &'a str,
    /// The area.
    pub area: Area,
    /// Key of the question.
    pub question: &'a str,
    /// Key of the option.
    pub option: &'a str,
    /// The reason or comment.
    pub comment: &'a str,
    /// In how many of one's units it holds.
    pub unit_share: Option<UnitShare>,
}

/// Reads the answers of a round, row by row. Errs with the first faults in order of lines.
pub fn read(
    source: &mut (impl Read + Seek),
    edition: &Edition,
    round: &Round,
    population: &[PopulationPost],
) -> Result<PackedAnswers, Vec<ImportError>> {
    let lookup = Lookup::new(edition, round, population);
    let mut faults = Vec::new();
    let mut answers = PackedAnswers::default();
    streams::for_each(source, COLUMNS, &mut |row| {
        match row {
            Ok(row) => lookup.add(row, &mut answers, &mut faults),
            Err(fault) => faults.push(fault),
        }
        if faults.len() < MOST_FAULTS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

/// Writes answers so that [`read`] takes them back.
pub fn write(dialect: Dialect, lines: &[AnswerLine]) -> Vec<u8> {
    // A file in which nobody has told it is one that programs before it can read.
    let has_unit_shares = lines.iter().any(|line| line.unit_share.is_some());
    let columns: Vec<&str> = COLUMNS.all().take(COLUMNS.required.len() + usize::from(has_unit_shares)).collect();
    let mut sheet = Sheet::new(dialect, &columns);
    for line in lines {
        sheet.text(line.municipality.as_str());
        sheet.text(line.post);
        sheet.text(line.area.as_str());
        sheet.text(line.question);
        sheet.text(line.option);
        sheet.text(line.comment);
        if has_unit_shares {
            sheet.text(line.unit_share.as_ref().map_or("", UnitShare::as_str));
        }
        sheet.end_row();
    }
    sheet.into_bytes()
}

/// Everything a row is held against, by the words that stand in it.
struct Lookup<'a> {
    edition: &'a Edition,
    population: &'a [PopulationPost],
    posts: HashMap<(&'a str, &'a str), usize>,
    questions: HashMap<&'a str, (QuestionIndex, bool)>,
}

impl<'a> Lookup<'a> {
    fn new(edition: &'a Edition, round: &Round, population: &'a [PopulationPost]) -> Lookup<'a> {
        let posts = population.iter().enumerate();
        let questions = edition.questions.iter().enumerate();
        let is_asked: Vec<bool> = edition.packages.iter().map(|package| round.asks_package(package)).collect();
        Lookup {
            edition,
            population,
            posts: posts.map(|(index, post)| ((post.municipality.as_str(), post.title.as_str()), index)).collect(),
            questions: questions
                .map(|(index, question)| {
                    (question.key.as_str(), (index, question.package.is_none_or(|package| is_asked[package])))
                })
                .collect(),
        }
    }

    /// Adds the answer in a row, or its faults.
    fn add(&self, row: Row, answers: &mut PackedAnswers, faults: &mut Vec<ImportError>) {
        let line = row.line;
        let before = faults.len();
        let columns: Vec<&str> = COLUMNS.all().collect();
        let mut fault = |index: usize, problem| faults.push(ImportError::new(line, columns[index], problem));
        let Some(answer) = self.answer(row, &mut fault) else { return };
        if faults.len() > before {
            return;
        }
        let question = answer.question;
        if let Err(first_line) = answers.insert(answer) {
            let problem = Problem::repeated(&self.edition.questions[question].key, first_line);
            faults.push(ImportError::new(line, COLUMNS.required[3], problem));
        }
    }

    /// The answer in a row, or its faults by column.
    fn answer(&self, row: Row, fault: &mut impl FnMut(usize, Problem)) -> Option<AnswerRow> {
        let line = row.line;
        let [code, title, area, question, option, comment, share] = <[String; 7]>::try_from(row.cells).ok()?;
        let post = self.post(&code, &title, fault);
        let area = self.area(area.trim(), post, fault);
        let question = self.question(question.trim(), area, fault);
        let scale = question.map(|index| self.edition.scale_of(&self.edition.questions[index]));
        let option = scale.and_then(|scale| find_option(scale, option.trim(), fault));
        let comment = comment.trim().replace("\r\n", "\n").replace('\r', "\n");
        if comment.chars().any(|letter| is_steering(letter) && !matches!(letter, '\n' | '\t')) {
            fault(5, Problem::ControlCharacters);
        }
        if comment.len() > TEXT_LIMIT && comment.chars().nth(TEXT_LIMIT).is_some() {
            fault(5, Problem::TooLong(TEXT_LIMIT));
        }
        if comment.is_empty() && option.zip(scale).is_some_and(|(index, scale)| scale.options[index].reason_required) {
            fault(5, Problem::ReasonMissing);
        }
        let unit_share = self.unit_share(share.trim(), (question, option), fault);
        Some(AnswerRow { line, post: post?, area: area?, question: question?, option: option?, comment, unit_share })
    }

    fn post(&self, code: &str, title: &str, fault: &mut impl FnMut(usize, Problem)) -> Option<usize> {
        let municipality = tables::municipality(code).map_err(|problem| fault(0, problem)).ok();
        let title = tables::tidy(title);
        if title.is_empty() {
            fault(1, Problem::Missing);
            return None;
        }
        let municipality = municipality?;
        let index = self.posts.get(&(municipality.as_str(), title.as_str())).copied();
        if index.is_none() {
            let of_municipality = self.population.iter().filter(|post| post.municipality == municipality);
            fault(1, Problem::unknown(&title, of_municipality.map(|post| post.title.as_str())));
        }
        index
    }

    fn area(&self, word: &str, post: Option<usize>, fault: &mut impl FnMut(usize, Problem)) -> Option<Area> {
        let Ok(area) = word.parse::<Area>() else {
            let problem = match word {
                "" => Problem::Missing,
                _ => Problem::unknown(word, Area::ALL.iter().map(Area::as_str)),
            };
            fault(2, problem);
            return None;
        };
        if let Some(index) = post {
            let covered = &self.population[index].areas;
            if !covered.contains(&area) {
                fault(2, Problem::AreaNotCovered(covered.iter().map(|area| area.as_str().to_owned()).collect()));
            }
        }
        Some(area)
    }

    fn unit_share(
        &self,
        word: &str,
        (question, option): (Option<QuestionIndex>, Option<OptionIndex>),
        fault: &mut impl FnMut(usize, Problem),
    ) -> Option<UnitShare> {
        if word.is_empty() {
            return None;
        }
        let Ok(share) = word.parse::<UnitShare>() else {
            fault(6, Problem::unknown(word, UnitShare::ALL.iter().map(UnitShare::as_str)));
            return None;
        };
        let asked = &self.edition.questions[question?];
        let choice = i16::try_from(option?).ok();
        // Where nobody is asked for it there is no word that would be right.
        if !takes_unit_share(asked, self.edition.scale_of(asked), choice) {
            fault(6, Problem::unknown(word, []));
        }
        Some(share)
    }

    fn question(&self, key: &str, area: Option<Area>, fault: &mut impl FnMut(usize, Problem)) -> Option<QuestionIndex> {
        let Some((index, is_asked)) = self.questions.get(key).copied() else {
            fault(3, if key.is_empty() { Problem::Missing } else { Problem::unknown(key, []) });
            return None;
        };
        if !is_asked {
            fault(3, Problem::NotAsked);
        } else if area.is_some_and(|area| !self.edition.questions[index].areas.contains(&area)) {
            fault(3, Problem::QuestionNotInArea);
        }
        Some(index)
    }
}

fn find_option(scale: &Scale, key: &str, fault: &mut impl FnMut(usize, Problem)) -> Option<OptionIndex> {
    let index = scale.find_option(key);
    if index.is_none() {
        let known = scale.options.iter().map(|option| option.key.as_str());
        fault(4, if key.is_empty() { Problem::Missing } else { Problem::unknown(key, known) });
    }
    index
}

#[cfg(test)]
mod tests;
