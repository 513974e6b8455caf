//! What an administrator checks before a round opens: who gets how many questions, who can't be
//! mailed, and where an area that is asked about has nobody to ask.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::directory::PostId;
use super::forewarnings::Forewarnings;
use super::invitations::Invitation;
use super::population::{Directory, areas_asked, freeze};
use super::prepared_posts::{PreparedPost, prepared_posts, questions_by_area};
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
    /// Every post that would be asked, with what it would get.
    pub posts: Vec<PreparedPost>,
    /// What the round costs beside other rounds and editions; whoever knows those tells it.
    pub forewarnings: Forewarnings,
}

impl Preparation {
    /// How many posts would be asked.
    pub fn posts(&self) -> usize {
        self.posts.len()
    }

    /// How many posts would get much more than last time.
    pub fn much_more(&self) -> usize {
        self.posts.iter().filter(|post| post.much_more().is_some()).count()
    }

    /// How many letters would be queued: one per post with an e-mail.
    pub fn letters(&self) -> usize {
        self.posts() - self.without_email.len()
    }
}

/// Whom a programme's last round asked in the end, and how much.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LastTime {
    /// Those asked.
    pub invitations: Vec<Invitation>,
    /// How many questions each post got.
    pub questions: HashMap<PostId, usize>,
}

/// What opening the round over this directory would do, beside its programme's last round.
pub fn prepare(round: &Round, edition: &Edition, directory: &Directory, last: &LastTime) -> Preparation {
    let population = freeze(round, edition, directory, 1);
    let not_asked = directory.posts.len() - population.invitations.len();
    let posts = prepared_posts(population, &questions_by_area(round, edition), &last.questions);
    let mut posts_by_questions: BTreeMap<usize, usize> = BTreeMap::new();
    for post in &posts {
        *posts_by_questions.entry(post.questions).or_default() += 1;
    }
    let municipalities: BTreeSet<&MunicipalityCode> =
        posts.iter().map(|post| &post.invitation.municipality_code).collect();
    let coming = || posts.iter().map(|post| &post.invitation);
    Preparation {
        posts_by_questions: posts_by_questions.into_iter().collect(),
        municipalities: municipalities.len(),
        not_asked,
        areas_without_post: areas_without_post(&areas_asked(round, edition), directory),
        without_email: coming().filter(|one| one.email.is_empty()).cloned().collect(),
        moved: moved(coming(), &last.invitations),
        forewarnings: Forewarnings::default(),
        posts,
    }
}

fn moved<'a>(coming: impl Iterator<Item = &'a Invitation>, last: &[Invitation]) -> Vec<(Invitation, Invitation)> {
    let mailed = |one: &&Invitation| !one.email.is_empty();
    let before: BTreeMap<&str, &Invitation> =
        last.iter().filter(mailed).map(|one| (one.post_id.as_str(), one)).collect();
    let differs = |one: &Invitation| {
        let before = *before.get(one.post_id.as_str())?;
        (!before.email.eq_ignore_ascii_case(&one.email)).then(|| (before.clone(), one.clone()))
    };
    coming.filter(mailed).filter_map(differs).collect()
}

fn areas_without_post(asked: &BTreeSet<Area>, directory: &Directory) -> BTreeMap<MunicipalityCode, Vec<Area>> {
    let mut covered: BTreeMap<MunicipalityCode, BTreeSet<Area>> = BTreeMap::new();
    for post in &directory.posts {
        covered.entry(post.municipality_code.clone()).or_default().extend(post.areas.iter());
    }
    let missing = covered.into_iter().map(|(code, covered)| (code, asked.difference(&covered).copied().collect()));
    missing.filter(|(_, areas): &(_, Vec<Area>)| !areas.is_empty()).collect()
}
