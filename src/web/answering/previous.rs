//! What a post answered to the same questions in earlier rounds.

use std::collections::HashMap;

use super::forerunners::{Forerunner, Forerunners};
use crate::domain::Area;
use crate::domain::answering::answers::{Answer, asked_in};
use crate::domain::answering::respondents::Respondent;
use crate::domain::base::days::day_in_denmark;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::scoring::tallies::decode_return;
use crate::error::Result;
use crate::store::sections::EarlierSection;
use crate::store::{Conn, answers, sections};
use crate::views::answering::answers::{AllPrevious, Previous, Written};

/// For each question put to some areas, what the post handed in to it or its forerunner the last time that it was
/// asked there, in the closed rounds of the programme before this one.
///
/// # Errors
/// When the database fails or an earlier edition is gone.
pub fn previous_answers(conn: &mut Conn, respondent: &Respondent, areas: &[Area]) -> Result<AllPrevious> {
    let round = &respondent.round;
    let before = (round.programme.as_str(), round.opens_on);
    let earlier = sections::list_earlier(conn, before, &respondent.invitation.post_id)?;
    let mut open: HashMap<Area, Vec<QuestionIndex>> =
        areas.iter().map(|area| (*area, asked_in(round, &respondent.edition, *area))).collect();
    let mut editions = Forerunners::default();
    let mut written: HashMap<InvitationId, Vec<Answer>> = HashMap::new();
    let mut previous = AllPrevious::new();
    for section in &earlier {
        // A later round may have left questions out, so the one before it is looked at for those.
        let Some(wanted) = open.get_mut(&section.area).filter(|wanted| !wanted.is_empty()) else { continue };
        let forerunner = editions.of(conn, respondent, &section.edition)?;
        if !written.contains_key(&section.invitation) {
            let answers = answers::list_written_by_invitation(conn, &section.invitation)?;
            written.insert(section.invitation.clone(), answers);
        }
        let found = answers_of(respondent, section, (forerunner, &written[&section.invitation]), wanted);
        wanted.retain(|question| !found.contains_key(&(section.area, *question)));
        previous.extend(found);
    }
    Ok(previous)
}

/// What of `wanted` was answered in an earlier section; `written` is what was written in its invitation.
fn answers_of(
    respondent: &Respondent,
    section: &EarlierSection,
    (forerunner, written): (&Forerunner, &[Answer]),
    wanted: &[QuestionIndex],
) -> AllPrevious {
    let chosen: HashMap<_, _> = decode_return(section.returned.as_deref().unwrap_or_default()).into_iter().collect();
    // What was chosen stands in the section itself.
    let written = written.iter().filter(|answer| answer.section == section.number);
    let written: HashMap<QuestionIndex, &Answer> = written.map(|answer| (answer.question(), answer)).collect();
    let previous = |question: QuestionIndex| {
        let (then, asked, option, reworded) = forerunner.answer(question, &chosen)?;
        let scale = forerunner.edition.scale_of(asked);
        let was_highest = scale.is_highest(option);
        let option = scale.options.get(option)?;
        Some(Previous {
            round: section.round.clone(),
            option: option.label.in_language(respondent.language).to_owned(),
            was_highest,
            post: section.post.clone(),
            on: section.handed_in_at.filter(|_| !section.is_historic).map(day_in_denmark),
            wording: reworded.then(|| forerunner.edition.question_text(asked, section.area, respondent.language)),
            written: written.get(&then).map_or_else(Written::default, |answer| Written::from(*answer)),
        })
    };
    wanted.iter().filter_map(|question| Some(((section.area, *question), previous(*question)?))).collect()
}
