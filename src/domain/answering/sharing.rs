//! The same question once: what several sections of one respondent ask is asked under the first of them, for all of
//! them together, and for each on its own where their answers differ. The cells stay one per section.

use std::collections::BTreeMap;

use super::answers::Answer;
use super::section_progress::{SectionProgress, Shared};
use crate::domain::Area;
use crate::domain::catalogue::QuestionIndex;

/// Works out which questions of a respondent are asked once. Sections that were handed in or handed over are asked on
/// their own, so that nothing becomes unreachable whatever becomes of another.
pub fn share(all: &mut [SectionProgress]) {
    let open: Vec<usize> = (0..all.len()).filter(|place| all[*place].section.is_own_draft()).collect();
    if open.len() < 2 {
        return;
    }
    let mut askers: BTreeMap<QuestionIndex, Vec<usize>> = BTreeMap::new();
    for place in open {
        all[place].questions.iter().for_each(|question| askers.entry(*question).or_default().push(place));
    }
    for (question, places) in askers {
        if places.len() < 2 {
            continue;
        }
        let nothing = Answer::default();
        let said = |place: &usize| all[*place].answers.get(&question).unwrap_or(&nothing);
        let differs = places.iter().any(|place| !said(place).says_the_same(said(&places[0])));
        let areas: Vec<Area> = places.iter().map(|place| all[*place].area()).collect();
        for place in places {
            all[place].shared.insert(question, Shared { areas: areas.clone(), differs });
        }
    }
}

/// The cells that the page of a section asks, as places in `all` and questions: its own, and those of later sections
/// that share a question with it.
pub fn cells_asked(all: &[SectionProgress], current: usize) -> Vec<(usize, QuestionIndex)> {
    let progress = &all[current];
    let place = |area: &Area| all.iter().position(|one| one.area() == *area);
    let places = |question: QuestionIndex| match progress.shared.get(&question) {
        None => vec![current],
        Some(shared) => shared.areas.iter().filter_map(place).collect(),
    };
    let asked = progress.questions.iter().filter(|question| progress.asks(**question));
    asked.flat_map(|question| places(*question).into_iter().map(|place| (place, *question))).collect()
}

/// The next section after one that is the post's own to answer and has something to ask on its page.
pub fn next_asking(all: &[SectionProgress], current: usize) -> Option<&SectionProgress> {
    all.iter().skip(current + 1).find(|progress| progress.section.is_own_draft() && progress.asked() > 0)
}

/// How many questions are answered in every area that they are put to, and how many there are, each counted once
/// however many sections ask it.
pub fn totals(all: &[SectionProgress]) -> (usize, usize) {
    let mut answered: BTreeMap<QuestionIndex, bool> = BTreeMap::new();
    for progress in all {
        let missing = progress.missing();
        for question in &progress.questions {
            *answered.entry(*question).or_insert(true) &= missing.binary_search(question).is_err();
        }
    }
    (answered.values().filter(|is_answered| **is_answered).count(), answered.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answering::section_progress::section_progress;
    use crate::domain::rounds::RoundStatus;
    use crate::domain::rounds::invitations::Section;
    use crate::test_support::day;
    use crate::test_support::respondent::{at, edition, invitation, post, round, section};

    const AREAS: [Area; 2] = [Area::PsychiatryDisability, Area::Employment];

    fn progress(answers: Vec<Answer>, change: impl Fn(&mut Section)) -> Vec<SectionProgress> {
        let round = round("2026", RoundStatus::Open, day(2026, 9, 1));
        let invitation = invitation(&round, &post());
        let mut sections: Vec<Section> =
            (1..).zip(AREAS).map(|(number, area)| section(&invitation, number, area)).collect();
        change(&mut sections[0]);
        let mut all = section_progress(&round, &edition(), sections, answers);
        share(&mut all);
        all
    }

    fn said(section: i32, question: i16, choice: i16) -> Answer {
        Answer { section, question, choice: Some(choice), revision: 1, ..Answer::default() }
    }

    #[test]
    fn a_question_of_two_sections_is_asked_under_the_first_for_both() {
        let all = progress(Vec::new(), |_| ());
        let wanted = Shared { areas: AREAS.to_vec(), differs: false };
        assert_eq!((all[0].shared.get(&1), all[1].shared.get(&1)), (Some(&wanted), Some(&wanted)));
        assert_eq!((all[0].asked(), all[1].asked()), (4, 0));
        assert_eq!(cells_asked(&all, 0), [(0, 0), (0, 1), (1, 1), (0, 2), (0, 3), (1, 3)]);
        assert_eq!((cells_asked(&all, 1), totals(&all)), (Vec::new(), (0, 4)));
        assert!(next_asking(&all, 0).is_none(), "the other has nothing of its own to ask");
    }

    #[test]
    fn it_counts_as_answered_where_every_area_has_its_answer_and_differs_where_they_say_different_things() {
        let all = progress(vec![said(1, 1, 0), said(1, 3, 0), said(2, 3, 0)], |_| ());
        assert!(all[1].shared[&1].differs && !all[1].shared[&3].differs);
        assert_eq!(totals(&all), (1, 4));
        assert_eq!((all[1].field('q', 1), all[0].field('q', 1)), ("q1-beskaeftigelse".to_owned(), "q1".to_owned()));
        assert_eq!(all[1].field('q', 3), "q3");
    }

    #[test]
    fn what_is_handed_in_or_over_shares_nothing() {
        let handed_in = |section: &mut Section| section.handed_in_at = Some(at(9, 0));
        let handed_over = |section: &mut Section| section.helper_name = Some("Anna".to_owned());
        for all in [progress(Vec::new(), handed_in), progress(Vec::new(), handed_over)] {
            assert!(all.iter().all(|progress| progress.shared.is_empty()));
            assert_eq!((all[1].asked(), totals(&all).1), (2, 4));
        }
    }
}
