//! What an administrator checks before a round opens: who gets how many questions, who can't be
//! mailed, and where an area that is asked about has nobody to ask.

use std::collections::{BTreeMap, BTreeSet};

use super::forewarnings::Forewarnings;
use super::invitations::Invitation;
use super::population::{Directory, areas_asked, freeze};
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::{Area, MunicipalityCode};

/// A round as it would open today.
#[derive(Debug, Default, PartialEq)]
pub struct Preparation {
    /// How many posts get how many questions, fewest questions first.
    pub posts_by_questions: Vec<(usize, usize)>,
    /// Posts that would be asked but have no e-mail, by municipality and title.
    pub without_email: Vec<Invitation>,
    /// Posts whose questions ended with another than the directory would ask, as a leader who hands on what is no
    /// longer theirs leaves it: the one who had them last time, and the one who would get them.
    pub moved: Vec<(Invitation, Invitation)>,
    /// Areas that are asked about and that no post covers, by municipality; only municipalities with posts.
    pub areas_without_post: BTreeMap<MunicipalityCode, Vec<Area>>,
    /// How many municipalities have a post that would be asked.
    pub municipalities: usize,
    /// Posts in the directory that would not be asked, because none of their areas is.
    pub not_asked: usize,
    /// What the round costs beside other rounds and editions; whoever knows those tells it.
    pub forewarnings: Forewarnings,
}

impl Preparation {
    /// How many posts would be asked.
    pub fn posts(&self) -> usize {
        self.posts_by_questions.iter().map(|(_, posts)| posts).sum()
    }

    /// How many letters would be queued: one per post with an e-mail.
    pub fn letters(&self) -> usize {
        self.posts() - self.without_email.len()
    }
}

/// What opening the round over this directory would do; `last` is whom the round before it asked in the end.
pub fn prepare(round: &Round, edition: &Edition, directory: &Directory, last: &[Invitation]) -> Preparation {
    let asked = areas_asked(round, edition);
    let mut questions_in: BTreeMap<Area, usize> = BTreeMap::new();
    for question in edition.questions.iter().filter(|question| round.asks(edition, question)) {
        for area in &question.areas {
            *questions_in.entry(*area).or_default() += 1;
        }
    }
    let population = freeze(round, edition, directory, 1);
    let mut questions_of: BTreeMap<&str, usize> = BTreeMap::new();
    for section in &population.sections {
        *questions_of.entry(section.invitation_id.as_str()).or_default() +=
            questions_in.get(&section.area).copied().unwrap_or_default();
    }
    let mut posts_by_questions: BTreeMap<usize, usize> = BTreeMap::new();
    for questions in questions_of.values() {
        *posts_by_questions.entry(*questions).or_default() += 1;
    }
    let covered: BTreeSet<&MunicipalityCode> =
        population.invitations.iter().map(|one| &one.municipality_code).collect();
    let mut preparation = Preparation {
        posts_by_questions: posts_by_questions.into_iter().collect(),
        municipalities: covered.len(),
        not_asked: directory.posts.len() - population.invitations.len(),
        areas_without_post: areas_without_post(&asked, directory),
        without_email: Vec::new(),
        moved: moved(&population.invitations, last),
        forewarnings: Forewarnings::default(),
    };
    preparation.without_email = population.invitations.into_iter().filter(|one| one.email.is_empty()).collect();
    preparation
}

fn moved(coming: &[Invitation], last: &[Invitation]) -> Vec<(Invitation, Invitation)> {
    let mailed = |one: &&Invitation| !one.email.is_empty();
    let before: BTreeMap<&str, &Invitation> =
        last.iter().filter(mailed).map(|one| (one.post_id.as_str(), one)).collect();
    let differs = |one: &Invitation| {
        let before = *before.get(one.post_id.as_str())?;
        (!before.email.eq_ignore_ascii_case(&one.email)).then(|| (before.clone(), one.clone()))
    };
    coming.iter().filter(mailed).filter_map(differs).collect()
}

fn areas_without_post(asked: &BTreeSet<Area>, directory: &Directory) -> BTreeMap<MunicipalityCode, Vec<Area>> {
    let mut covered: BTreeMap<MunicipalityCode, BTreeSet<Area>> = BTreeMap::new();
    for post in &directory.posts {
        covered.entry(post.municipality_code.clone()).or_default().extend(post.areas.iter());
    }
    let missing = covered.into_iter().map(|(code, covered)| (code, asked.difference(&covered).copied().collect()));
    missing.filter(|(_, areas): &(_, Vec<Area>)| !areas.is_empty()).collect()
}
