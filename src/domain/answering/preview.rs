//! A questionnaire as a leader would see it, before anybody is asked: a respondent that nobody is, whose pages are
//! looked at and never written to.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::respondents::Respondent;
use super::section_progress::{SectionProgress, section_progress};
use crate::domain::base::municipalities;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::directory::{Areas, DepartmentId, Post, PostId};
use crate::domain::rounds::invitations::Link;
use crate::domain::rounds::population::{Directory, freeze};
use crate::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, RoundStatus, Rule};
use crate::domain::{Area, Language};

/// Somebody who was asked a whole edition about some areas, and the sections that they have; none where the edition
/// asks nothing about these areas.
///
/// # Errors
/// Never for an edition that a round may ask.
pub fn preview(
    edition: &Arc<Edition>,
    areas: &[Area],
    language: Language,
    now: NaiveDateTime,
) -> Result<Option<(Respondent, Vec<SectionProgress>)>, Refusal> {
    let day = now.date();
    let new = NewRound {
        key: String::new(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: edition.key.clone(),
        packages: Vec::new(),
        opens_on: day,
        closes_on: day,
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: true,
        is_historic: false,
    };
    let mut round = new.draft(edition, String::new(), now)?;
    round.status = RoundStatus::Open;
    // Nobody's post stands in any municipality.
    let posts = municipalities::all().iter().take(1).map(|municipality| Post {
        id: PostId::new(),
        municipality_code: municipality.code(),
        department_id: DepartmentId::new(),
        title: String::new(),
        areas: Areas::new(areas),
    });
    let directory = Directory { posts: posts.collect(), ..Directory::default() };
    let mut population = freeze(&round, edition, &directory, 1);
    let Some(invitation) = population.invitations.pop() else { return Ok(None) };
    let sections = section_progress(&round, edition, population.sections, Vec::new());
    let token = Token::received("");
    let link = Link::sent(&token, (&invitation.id, None), now);
    let edition = edition.clone();
    let respondent = Respondent {
        site: Arc::default(),
        token,
        link,
        invitation,
        round,
        edition,
        language,
        now,
        is_demo: false,
        contact: String::new(),
        seconds_a_question: None,
        retention_months: 0,
    };
    Ok(Some((respondent, sections)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scoring::tests::fixtures::small_edition;

    fn seen(areas: &[Area]) -> Vec<(Area, Vec<usize>)> {
        let now = NaiveDateTime::default();
        let found = preview(&Arc::new(small_edition()), areas, Language::Danish, now).unwrap();
        let sections = found.map(|(_, sections)| sections).unwrap_or_default();
        sections.into_iter().map(|section| (section.area(), section.questions)).collect()
    }

    #[test]
    fn a_leader_sees_a_section_an_area_with_all_that_is_put_to_it() {
        let wanted = [(Area::Health, vec![0, 1, 3, 4]), (Area::Social, vec![0, 2, 4])];
        assert_eq!(seen(&[Area::Social, Area::Health, Area::Schools]), wanted);
    }

    #[test]
    fn whoever_has_no_area_that_is_asked_sees_nothing() {
        assert_eq!(seen(&[Area::Schools]), []);
        assert_eq!(seen(&[]), []);
    }
}
