//! What a post answered to the same questions in an earlier round.

use std::collections::HashMap;

use crate::domain::Area;
use crate::domain::answers::Answer;
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex};
use crate::domain::crosswalk::Crosswalk;
use crate::domain::respondents::Respondent;
use crate::editions;
use crate::error::Result;
use crate::store::{Conn, answers, sections};
use crate::views::answers::{AllPrevious, Previous};

/// The answers that the post handed in for an area in the newest closed round of the programme
/// before this one, by this round's questions.
///
/// # Errors
/// When the database fails or the earlier edition is gone.
pub fn previous_answers(conn: &mut Conn, respondent: &Respondent, area: Area) -> Result<AllPrevious> {
    let round = &respondent.round;
    let before = (round.programme.as_str(), round.opens_on);
    let Some(earlier) = sections::find_earlier(conn, before, &respondent.invitation.post_id, area)? else {
        return Ok(AllPrevious::new());
    };
    let written = answers::list_by_section(conn, earlier.number)?;
    let written: HashMap<QuestionIndex, &Answer> = written.iter().map(|answer| (answer.question(), answer)).collect();
    let edition = editions::load(conn, &earlier.edition)?;
    let crosswalks = match edition.key == respondent.edition.key {
        true => Vec::new(),
        false => editions::crosswalks(conn)?,
    };
    let now_asked = current_questions(&respondent.edition, &edition, &crosswalks);
    let handed_in = decode_return(earlier.returned.as_deref().unwrap_or_default());
    Ok(handed_in
        .filter_map(|(question, choice)| {
            let option = edition.scale_of(edition.questions.get(question)?).options.get(choice)?;
            let answer = written.get(&question);
            let comment =
                answer.and_then(|answer| [&answer.reason, &answer.comment, &answer.quote].into_iter().flatten().next());
            let previous = Previous {
                round: earlier.round.clone(),
                option: option.label.in_language(respondent.language).to_owned(),
                post: earlier.post.clone(),
                comment: comment.cloned(),
            };
            Some((*now_asked.get(&question)?, previous))
        })
        .collect())
}

/// Which question of the current edition an earlier question is compared with.
fn current_questions(
    current: &Edition,
    earlier: &Edition,
    crosswalks: &[Crosswalk],
) -> HashMap<QuestionIndex, QuestionIndex> {
    if current.key == earlier.key {
        return (0..current.questions.len()).map(|question| (question, question)).collect();
    }
    crosswalks
        .iter()
        .filter(|crosswalk| crosswalk.from == earlier.key && crosswalk.to == current.key)
        .flat_map(|crosswalk| &crosswalk.links)
        .filter(|link| link.relation.is_compared())
        .filter_map(|link| Some((earlier.find_question(&link.from)?, current.find_question(&link.to)?)))
        .collect()
}

/// The answers in the compact text of a section that was handed in.
fn decode_return(returned: &str) -> impl Iterator<Item = (QuestionIndex, OptionIndex)> {
    let digits = returned.chars().map(|character| character.to_digit(36));
    digits.enumerate().filter_map(|(question, option)| Some((question, usize::try_from(option?).ok()?)))
}
