//! What is looked at before a draft becomes immutable: who will get how many questions, and what still lacks help or
//! a source.

use std::collections::BTreeMap;

use super::sources::Source;
use super::{Edition, Question, QuestionIndex};
use crate::domain::Area;
use crate::domain::rounds::directory::Post;

/// Leaders who cover the same areas, and so are asked the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaderKind {
    /// The areas, in the order of the fixed list.
    pub areas: Vec<Area>,
    /// How many posts cover just these.
    pub posts: usize,
    /// How many questions each of them gets.
    pub questions: usize,
}

/// The kinds of leaders of a directory, those with most posts first. A kind without questions is not asked.
pub fn leader_kinds(edition: &Edition, posts: &[Post]) -> Vec<LeaderKind> {
    let mut questions_in: BTreeMap<Area, usize> = BTreeMap::new();
    for area in edition.questions.iter().flat_map(|question| &question.areas) {
        *questions_in.entry(*area).or_default() += 1;
    }
    let mut kinds: BTreeMap<&str, LeaderKind> = BTreeMap::new();
    for post in posts {
        let kind = kinds.entry(post.areas.as_str()).or_insert_with(|| {
            let areas: Vec<Area> = post.areas.iter().collect();
            let questions = areas.iter().filter_map(|area| questions_in.get(area)).sum();
            LeaderKind { areas, posts: 0, questions }
        });
        kind.posts += 1;
    }
    let mut kinds: Vec<LeaderKind> = kinds.into_values().collect();
    kinds.sort_by_key(|kind| (std::cmp::Reverse(kind.posts), kind.areas.clone()));
    kinds
}

/// What a draft still lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    /// Questions without a word of help to whoever answers.
    pub without_help: Vec<QuestionIndex>,
    /// Questions that do not say whom they are about.
    pub without_about: Vec<QuestionIndex>,
    /// Questions that neither they nor what they are about have a source.
    pub without_source: Vec<QuestionIndex>,
    /// Recommendations that nobody has read in a source, by the places of package and recommendation.
    pub unconfirmed: Vec<(usize, usize)>,
}

/// What an edition lacks.
pub fn gaps(edition: &Edition) -> Gaps {
    let places = |lacks: fn(&Edition, &Question) -> bool| -> Vec<QuestionIndex> {
        let all = edition.questions.iter().enumerate();
        all.filter(|(_, question)| lacks(edition, question)).map(|(place, _)| place).collect()
    };
    let unconfirmed = edition.packages.iter().enumerate().flat_map(|(package, one)| {
        let all = one.recommendations.iter().enumerate();
        all.filter(|(_, one)| one.is_unconfirmed()).map(move |(place, _)| (package, place))
    });
    Gaps {
        without_help: places(|_, question| question.hint.is_none() && question.help.is_empty()),
        without_about: places(|_, question| question.about.is_none()),
        without_source: places(|edition, question| {
            sources(edition, question).all(|source| *source == Source::default())
        }),
        unconfirmed: unconfirmed.collect(),
    }
}

/// The sources of a question: its own, and that of the recommendation or else the package that it is about.
fn sources<'a>(edition: &'a Edition, question: &'a Question) -> impl Iterator<Item = &'a Source> {
    let package = question.package.and_then(|place| edition.packages.get(place)).map(|package| &package.source);
    let about = edition.recommendation_of(question).map(|one| &one.source).or(package);
    std::iter::once(&question.source).chain(about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Text;
    use crate::domain::base::municipalities;
    use crate::domain::catalogue::OptionHelp;
    use crate::domain::catalogue::sources::SourceStatus;
    use crate::domain::rounds::directory::{Areas, DepartmentId, PostId};
    use crate::domain::scoring::tests::fixtures::small_edition;

    fn post(areas: &[Area]) -> Post {
        Post {
            id: PostId::new(),
            municipality_code: municipalities::all()[0].code(),
            department_id: DepartmentId::new(),
            title: "Leder".to_owned(),
            areas: Areas::new(areas),
        }
    }

    #[test]
    fn leaders_of_the_same_areas_are_one_kind_with_the_questions_of_all_their_areas() {
        let both = [Area::Health, Area::Social];
        let posts = [post(&both), post(&both[..1]), post(&[Area::Social, Area::Health]), post(&[Area::Schools])];
        let kind = |areas: &[Area], posts, questions| LeaderKind { areas: areas.to_vec(), posts, questions };
        assert_eq!(
            leader_kinds(&small_edition(), &posts),
            [kind(&both, 2, 7), kind(&both[..1], 1, 4), kind(&[Area::Schools], 1, 0)]
        );
    }

    #[test]
    fn a_question_has_the_source_of_what_it_is_about() {
        let mut edition = small_edition();
        assert_eq!(gaps(&edition).without_source, [0, 1, 2, 3, 4]);
        let read = Source { status: Some(SourceStatus::Verified), ..Source::default() };
        edition.packages[0].source = read.clone();
        assert_eq!(gaps(&edition).without_source, [0, 1, 2, 4], "only the package's own question has its source");
        edition.packages[0].recommendations[1].source =
            Source { status: Some(SourceStatus::Unconfirmed), ..read.clone() };
        edition.questions[4].source = read;
        let found = gaps(&edition);
        assert_eq!((found.without_source, found.unconfirmed), (vec![0, 2], vec![(0, 1)]));
    }

    #[test]
    fn a_question_is_helped_by_a_hint_or_by_what_its_options_mean() {
        let mut edition = small_edition();
        edition.questions[2].hint = Some(Text::from("Svar for dit eget område"));
        let text = Text::from("Planen er vedtaget og følges");
        edition.questions[3].help = vec![OptionHelp { option: "groen".to_owned(), text }];
        assert_eq!(gaps(&edition).without_help, [0, 1, 4]);
    }
}
