//! How much a letter asks for: what somebody wants to know before they open it.

use std::collections::BTreeSet;

use crate::domain::Language;
use crate::domain::answering::answers::asked_in;
use crate::domain::answering::respondents::minutes;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::Invitation;
use crate::error::Result;
use crate::store::{self, Conn};

/// The most characters that the names of several areas take where they are named one by one.
const MOST_OF_NAMES: usize = 30;

/// What a post is asked that it has not handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The areas as the edition calls them, in its order.
    pub areas: Vec<String>,
    /// How many questions there are, each counted once however many areas it is put to.
    pub questions: usize,
    /// About how many minutes they take; none where too few have shown it.
    pub minutes: Option<usize>,
}

impl Asked {
    /// How many questions, and how long they took others where that is known: the middle of a sentence.
    pub fn extent(&self, language: Language) -> String {
        let questions = i64::try_from(self.questions).unwrap_or(i64::MAX);
        match self.minutes.and_then(|minutes| i64::try_from(minutes).ok()) {
            Some(minutes) => tr!(language, "letter-extent-minutes", questions = questions, minutes = minutes),
            None => tr!(language, "letter-extent", questions = questions),
        }
    }

    /// The areas as a subject has room for them.
    pub fn short_areas(&self, language: Language) -> String {
        match self.areas.as_slice() {
            [one] => one.clone(),
            [one, other] if one.chars().count() + other.chars().count() <= MOST_OF_NAMES => {
                tr!(language, "letter-two-areas", first = one.as_str(), last = other.as_str())
            }
            all => tr!(language, "letter-many-areas", count = i64::try_from(all.len()).unwrap_or(i64::MAX)),
        }
    }
}

/// What a post is asked that it has not handed in.
///
/// # Errors
/// Database errors.
pub fn asked_of(
    conn: &mut Conn,
    edition: &Edition,
    (invitation, round): (&Invitation, &Round),
    (language, seconds_a_question): (Language, Option<usize>),
) -> Result<Asked> {
    let mut open = store::sections::list_by_invitation(conn, &invitation.id)?;
    open.retain(|section| section.handed_in_at.is_none());
    open.sort_by_key(|section| edition.area_place(section.area));
    let asked = open.iter().flat_map(|section| asked_in(round, edition, section.area));
    let questions = asked.collect::<BTreeSet<QuestionIndex>>().len();
    Ok(Asked {
        areas: open.iter().map(|section| edition.area_name(section.area, language).to_owned()).collect(),
        questions,
        minutes: seconds_a_question.map(|seconds| minutes(questions, seconds)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(areas: &[&str]) -> String {
        let areas = areas.iter().map(|area| (*area).to_owned()).collect();
        Asked { areas, ..Asked::default() }.short_areas(Language::Danish)
    }

    #[test]
    fn one_area_is_named_and_several_are_as_short_as_they_can_be() {
        assert_eq!(short(&["Unge og ungdomsuddannelse"]), "Unge og ungdomsuddannelse");
        assert_eq!(short(&["Dagtilbud", "Skole"]), "Dagtilbud og Skole");
        assert_eq!(short(&["Unge og ungdomsuddannelse", "Skole og SFO"]), "2 områder");
        assert_eq!(short(&["Social", "Skole", "Ejendomme"]), "3 områder");
    }

    #[test]
    fn the_time_is_told_only_where_it_is_known() {
        let asked = |questions, minutes| Asked { questions, minutes, ..Asked::default() }.extent(Language::Danish);
        assert_eq!(asked(1, None), "1 spørgsmål");
        assert_eq!(asked(16, Some(12)), "16 spørgsmål, som det har taget andre cirka 12 minutter at besvare");
        assert_eq!(asked(2, Some(1)), "2 spørgsmål, som det har taget andre cirka 1 minut at besvare");
    }
}
