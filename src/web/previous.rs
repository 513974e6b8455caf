//! What a post answered to the same questions in an earlier round.

use std::collections::HashMap;

use crate::domain::Area;
use crate::domain::answers::Answer;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::crosswalk::Crosswalk;
use crate::domain::matching::match_questions;
use crate::domain::respondents::Respondent;
use crate::domain::returns::decode_return;
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
    let crosswalks = editions::crosswalks(conn)?;
    let now_asked = current_questions(&respondent.edition, &edition, &crosswalks);
    let handed_in = decode_return(earlier.returned.as_deref().unwrap_or_default());
    Ok(handed_in
        .into_iter()
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
    let matching = match_questions(current, earlier, crosswalks);
    let compared = matching.questions.iter().enumerate();
    compared.filter_map(|(question, matched)| Some((matched.compared()?, question))).collect()
}
