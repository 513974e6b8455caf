//! What each post would get in a round that waits to open, held against what it got last time.

use std::collections::{BTreeMap, HashMap};

use super::directory::PostId;
use super::invitations::Invitation;
use super::population::Population;
use crate::domain::answering::respondents::{SECONDS_A_QUESTION, minutes};
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::{Area, MunicipalityCode};

/// How many more questions than last time are at least told of.
const MUCH_MORE: usize = 10;

/// A post that would be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct PreparedPost {
    /// The post as it would be invited.
    pub invitation: Invitation,
    /// The areas that it is asked about.
    pub areas: Vec<Area>,
    /// How many questions it gets.
    pub questions: usize,
    /// How many it got in the programme's last round; none where it was not asked.
    pub last: Option<usize>,
}

impl PreparedPost {
    /// About how long it takes to answer, in whole minutes.
    pub fn minutes(&self) -> usize {
        minutes(self.questions, SECONDS_A_QUESTION)
    }

    /// How many more questions than last time, where that is much: a quarter more, and at least ten.
    pub fn much_more(&self) -> Option<usize> {
        let last = self.last?;
        let more = self.questions.checked_sub(last)?;
        (more >= MUCH_MORE && 4 * more >= last).then_some(more)
    }
}

/// How many questions a round asks in each area.
pub fn questions_by_area(round: &Round, edition: &Edition) -> BTreeMap<Area, usize> {
    let mut questions: BTreeMap<Area, usize> = BTreeMap::new();
    for question in edition.questions.iter().filter(|question| round.asks(edition, question)) {
        for area in &question.areas {
            *questions.entry(*area).or_default() += 1;
        }
    }
    questions
}

/// How many questions each post was asked in a round, from the areas it was asked about.
pub fn questions_by_post(
    round: &Round,
    edition: &Edition,
    asked: impl IntoIterator<Item = (PostId, Area)>,
) -> HashMap<PostId, usize> {
    let by_area = questions_by_area(round, edition);
    let mut questions: HashMap<PostId, usize> = HashMap::new();
    for (post, area) in asked {
        *questions.entry(post).or_default() += by_area.get(&area).copied().unwrap_or_default();
    }
    questions
}

/// The posts of a population, each with what it gets and what it got last time; in the order of the population.
pub fn prepared_posts(
    population: Population,
    by_area: &BTreeMap<Area, usize>,
    last: &HashMap<PostId, usize>,
) -> Vec<PreparedPost> {
    let mut areas: HashMap<String, Vec<Area>> = HashMap::new();
    for section in population.sections {
        areas.entry(section.invitation_id.as_str().to_owned()).or_default().push(section.area);
    }
    let post = |invitation: Invitation| {
        let areas = areas.remove(invitation.id.as_str()).unwrap_or_default();
        let questions = areas.iter().map(|area| by_area.get(area).copied().unwrap_or_default()).sum();
        PreparedPost { last: last.get(&invitation.post_id).copied(), areas, questions, invitation }
    };
    population.invitations.into_iter().map(post).collect()
}

words! {
    /// Which posts a list of them shows.
    #[derive(Default)]
    pub enum Show {
        /// All.
        #[default]
        All = "all",
        /// Those without e-mail.
        WithoutEmail = "without_email",
        /// Those that get much more than last time.
        MuchMore = "much_more",
        /// Those that were not asked last time.
        New = "new",
    }
}

/// Narrows a list of posts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those.
    pub show: Show,
    /// Only those of one municipality.
    pub municipality: Option<MunicipalityCode>,
}

impl Filter {
    /// Whether a post is in the list.
    pub fn holds(&self, post: &PreparedPost) -> bool {
        let is_here = self.municipality.as_ref().is_none_or(|code| post.invitation.municipality_code == *code);
        is_here
            && match self.show {
                Show::All => true,
                Show::WithoutEmail => post.invitation.email.is_empty(),
                Show::MuchMore => post.much_more().is_some(),
                Show::New => post.last.is_none(),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::RoundId;
    use crate::domain::rounds::invitations::InvitationId;

    fn post(questions: usize, last: Option<usize>, email: &str) -> PreparedPost {
        let invitation = Invitation {
            id: InvitationId::new(),
            round_id: RoundId::new(),
            post_id: PostId::new(),
            municipality_code: "0751".parse().unwrap(),
            department: String::new(),
            post: "Skolechef".to_owned(),
            name: String::new(),
            email: email.to_owned(),
            phone: String::new(),
            language: Default::default(),
            extended_to: None,
            started_at: None,
            handed_in_at: None,
        };
        PreparedPost { invitation, areas: Vec::new(), questions, last }
    }

    #[test]
    fn much_more_is_a_quarter_more_and_at_least_ten() {
        let more = |questions, last| post(questions, last, "").much_more();
        assert_eq!(more(50, Some(40)), Some(10));
        assert_eq!((more(49, Some(40)), more(50, Some(41))), (None, None));
        assert_eq!(more(10, Some(0)), Some(10));
        assert_eq!((more(30, Some(40)), more(30, None)), (None, None));
    }

    #[test]
    fn a_filter_narrows_by_municipality_and_by_what_is_looked_for() {
        let all = [post(50, Some(10), "a@example.org"), post(5, None, ""), post(5, Some(5), "b@example.org")];
        let held = |show, code: Option<&str>| {
            let filter = Filter { show, municipality: code.map(|code| code.parse().unwrap()) };
            all.iter().map(|post| filter.holds(post)).collect::<Vec<bool>>()
        };
        assert_eq!(held(Show::All, None), [true, true, true]);
        assert_eq!(held(Show::WithoutEmail, Some("0751")), [false, true, false]);
        assert_eq!(held(Show::MuchMore, None), [true, false, false]);
        assert_eq!(held(Show::New, None), [false, true, false]);
        assert_eq!(held(Show::All, Some("0101")), [false, false, false]);
    }
}
