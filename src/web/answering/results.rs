//! The result of a closed round by the post's own link.

use std::collections::HashMap;

use actix_web::http::StatusCode;

use super::forerunners::Forerunners;
use super::respondent::{Answer, only_whole, page};
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::dashboards::own_result::{EarlierAnswer, OwnAnswer, OwnAnswers, OwnResult};
use crate::domain::rounds::forewarnings::last_before;
use crate::domain::rounds::invitations::Section;
use crate::domain::scoring::tallies::decode_return;
use crate::error::{OrNotFound, Result};
use crate::store::sections::EarlierSection;
use crate::store::{self, Conn};
use crate::views::answering::results as views;
use crate::web::practice::found::of_edition;
use crate::web::{Service, Shared, count, draw};

#[cfg(test)]
mod tests;

/// `GET /svar/{token}/resultat`: the post's own areas and answers; before the round has closed, when there will be one.
pub async fn show(service: Shared, respondent: Respondent) -> Answer {
    only_whole(&respondent)?;
    if !respondent.round.is_closed() {
        return Ok(page(StatusCode::OK, views::not_yet(&respondent)));
    }
    let visitor = respondent.clone();
    let (result, examples) = count(&service, move |service| {
        service.db.read(|conn| {
            let examples = of_edition(conn, &visitor.edition)?;
            Ok((load(conn, service, &visitor)?, examples))
        })
    })
    .await?;
    let shown = draw(move || Ok(views::show(&respondent, &result, &examples))).await?;
    Ok(page(StatusCode::OK, shown))
}

fn load(conn: &mut Conn, service: &Service, respondent: &Respondent) -> Result<OwnResult> {
    let (round, now) = (&respondent.round, respondent.now);
    let (compared, changes) = service.results.hold_country(conn, round, now)?;
    let rounds = store::rounds::list(conn)?;
    let last = match last_before(round, &rounds) {
        Some(last) => Some(service.results.scores_of_round(conn, last, now)?),
        None => None,
    };
    let own = own_answers(conn, respondent)?;
    let last = last.as_ref().map(|(tallies, scores)| (&**tallies, &**scores));
    OwnResult::new(&compared, &changes, (&respondent.invitation.municipality_code, &own), last).or_not_found()
}

/// What the post has handed in, each answer with what it gave the last time that it was asked the same.
fn own_answers(conn: &mut Conn, respondent: &Respondent) -> Result<OwnAnswers> {
    let mut own = OwnAnswers::default();
    let mut forerunners = Forerunners::default();
    let before = (respondent.round.programme.as_str(), respondent.round.opens_on);
    let all_earlier = store::sections::list_earlier(conn, before, &respondent.invitation.post_id)?;
    for section in store::sections::list_by_invitation(conn, &respondent.invitation.id)? {
        own.areas.push(section.area);
        let earlier = all_earlier.iter().filter(|earlier| earlier.area == section.area);
        let earlier = earlier_answers(conn, respondent, earlier, &mut forerunners)?;
        own.answers.extend(answers_of(&section).map(|answer| (answer, earlier.get(&answer.question).cloned())));
    }
    own.areas.sort_by_key(|area| respondent.edition.area_place(*area));
    Ok(own)
}

fn answers_of(section: &Section) -> impl Iterator<Item = OwnAnswer> {
    let area = section.area;
    let returned = decode_return(section.returned.as_deref().unwrap_or_default());
    returned.into_iter().map(move |(question, option)| OwnAnswer { area, question, option })
}

/// What the post answered for an area in the earlier sections, the newest first, by this round's questions; the newest
/// answer of each.
fn earlier_answers<'a>(
    conn: &mut Conn,
    respondent: &Respondent,
    sections: impl Iterator<Item = &'a EarlierSection>,
    forerunners: &mut Forerunners,
) -> Result<HashMap<QuestionIndex, EarlierAnswer>> {
    let mut found = HashMap::new();
    for section in sections {
        let forerunner = forerunners.of(conn, respondent, &section.edition)?;
        let chosen: HashMap<_, _> =
            decode_return(section.returned.as_deref().unwrap_or_default()).into_iter().collect();
        for question in 0..respondent.edition.questions.len() {
            let Some((_, asked, option, reworded)) = forerunner.answer(question, &chosen) else { continue };
            let scale = forerunner.edition.scale_of(asked).clone();
            found.entry(question).or_insert(EarlierAnswer { round: section.round.clone(), scale, option, reworded });
        }
    }
    Ok(found)
}
