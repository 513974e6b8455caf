//! Importing the answers of earlier rounds into a historic round.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use crate::domain::Area;
use crate::domain::answers::Answer;
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex};
use crate::domain::invitations::{Invitation, InvitationId, SectionNumber};
use crate::domain::refusals::Refusal;
use crate::domain::returns::encode_return;
use crate::domain::rounds::{Round, RoundId};
use crate::domain::staff::Scope;
use crate::editions;
use crate::error::{Error, Result};
use crate::files::answers::{self, AnswerRow, PopulationPost};
use crate::store::{self, Conn, Db};

/// How many answers a file holds, for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnsReport {
    /// Answers in the file.
    pub answers: usize,
    /// Posts that answered.
    pub posts: usize,
    /// Municipalities that answered.
    pub municipalities: usize,
}

/// Reads a file of answers against a round, writing nothing.
///
/// # Errors
/// All faults of the file; refused when the round is unknown, not historic, or has answers already.
pub fn check(db: &Db, key: &str, file: &[u8]) -> Result<ReturnsReport> {
    db.read(|conn| {
        let target = Target::find(conn, key)?;
        Ok(target.report(&target.read(file)?))
    })
}

/// Imports a file of answers as handed in.
///
/// # Errors
/// Those of `check`; then nothing is written.
pub fn import(db: &Db, key: &str, file: &[u8], now: NaiveDateTime) -> Result<ReturnsReport> {
    db.write(|conn| {
        let target = Target::find(conn, key)?;
        let rows = target.read(file)?;
        target.write(conn, &rows, now)?;
        Ok(target.report(&rows))
    })
}

/// Imports answers that are already parsed, such as generated ones; `rows` sees the posts of the
/// round's population in their order.
///
/// # Errors
/// Those of the database, and the refusals of `check`.
pub fn import_rows(
    db: &Db,
    key: &str,
    rows: impl Fn(&Edition, &Round, &[PopulationPost]) -> Vec<AnswerRow>,
    now: NaiveDateTime,
) -> Result<ReturnsReport> {
    db.write(|conn| {
        let target = Target::find(conn, key)?;
        let rows = rows(&target.edition, &target.round, &target.posts);
        target.write(conn, &rows, now)?;
        Ok(target.report(&rows))
    })
}

/// Answers an open round with generated answers, for a demo: those for whom `hands_in` holds hand
/// in all, the others have begun and left a third open.
///
/// # Errors
/// Those of the database.
pub fn answer_open(
    db: &Db,
    key: &str,
    rows: impl Fn(&Edition, &Round, &[PopulationPost]) -> Vec<AnswerRow>,
    hands_in: impl Fn(&PopulationPost) -> bool,
    now: NaiveDateTime,
) -> Result<()> {
    db.write(|conn| {
        let target = Target::of_round(conn, key)?;
        let rows = rows(&target.edition, &target.round, &target.posts);
        let (done, begun): (Vec<AnswerRow>, Vec<AnswerRow>) =
            rows.into_iter().partition(|row| hands_in(&target.posts[row.post]));
        target.write(conn, &done, now)?;
        let begun: Vec<AnswerRow> = begun.into_iter().filter(|row| row.question % 3 != 0).collect();
        target.write_answers(conn, &begun)?;
        for post in posts_of(&begun) {
            store::invitations::update_started(conn, &target.invitations[post], now)?;
        }
        for post in posts_of(&done) {
            store::invitations::update_started(conn, &target.invitations[post], now)?;
        }
        Ok(())
    })
}

/// A round with its population.
struct Target {
    round: Round,
    edition: std::sync::Arc<Edition>,
    posts: Vec<PopulationPost>,
    /// In the order of the posts.
    invitations: Vec<InvitationId>,
    /// By place of the post and area.
    sections: HashMap<(usize, Area), SectionNumber>,
}

impl Target {
    /// A historic round that waits for its answers.
    fn find(conn: &mut Conn, key: &str) -> Result<Target> {
        let target = Target::of_round(conn, key)?;
        if !target.round.is_historic {
            return Err(Refusal::RoundNotHistoric.into());
        }
        if store::sections::count_handed_in(conn, &target.round.id)? > 0 {
            return Err(Refusal::AnswersExist.into());
        }
        Ok(target)
    }

    fn of_round(conn: &mut Conn, key: &str) -> Result<Target> {
        let round = store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?;
        let edition = editions::load(conn, &round.edition)?;
        let invitations = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let (posts, sections) = population(conn, &round.id, &invitations)?;
        let invitations = invitations.into_iter().map(|invitation| invitation.id).collect();
        Ok(Target { round, edition, posts, invitations, sections })
    }

    fn read(&self, file: &[u8]) -> Result<Vec<AnswerRow>> {
        answers::read(file, &self.edition, &self.round, &self.posts).map_err(Error::Faults)
    }

    fn write(&self, conn: &mut Conn, rows: &[AnswerRow], now: NaiveDateTime) -> Result<()> {
        self.write_answers(conn, rows)?;
        let mut returned: HashMap<SectionNumber, Vec<(QuestionIndex, OptionIndex)>> = HashMap::new();
        for row in rows {
            let Some(section) = self.sections.get(&(row.post, row.area)) else { continue };
            returned.entry(*section).or_default().push((row.question, row.option));
        }
        for (section, answers) in returned {
            let returned = encode_return(self.edition.questions.len(), &answers);
            store::sections::update_returned(conn, section, &returned, now)?;
        }
        for post in posts_of(rows) {
            store::invitations::update_handed_in(conn, &self.invitations[post], Some(now))?;
        }
        if self.round.is_closed() {
            super::counts::write(conn, &self.round, now)?;
        }
        Ok(())
    }

    fn write_answers(&self, conn: &mut Conn, rows: &[AnswerRow]) -> Result<()> {
        let section = |row: &AnswerRow| self.sections.get(&(row.post, row.area)).copied();
        let stored: Vec<Answer> = rows.iter().filter_map(|row| Some(self.answer(section(row)?, row))).collect();
        Ok(store::answers::insert(conn, &stored)?)
    }

    fn answer(&self, section: SectionNumber, row: &AnswerRow) -> Answer {
        let question = &self.edition.questions[row.question];
        let needs_reason = self.edition.scale_of(question).options[row.option].reason_required;
        let written = Some(row.comment.clone()).filter(|comment| !comment.is_empty());
        let (reason, comment) = if needs_reason { (written, None) } else { (None, written) };
        Answer {
            section,
            question: i16::try_from(row.question).unwrap_or(i16::MAX),
            choice: i16::try_from(row.option).ok(),
            revision: 1,
            reason,
            comment,
            ..Answer::default()
        }
    }

    fn report(&self, rows: &[AnswerRow]) -> ReturnsReport {
        let posts = posts_of(rows);
        let mut municipalities: Vec<_> = posts.iter().map(|place| &self.posts[*place].municipality).collect();
        municipalities.dedup();
        ReturnsReport { answers: rows.len(), posts: posts.len(), municipalities: municipalities.len() }
    }
}

/// The places of the posts that answered, each once and in order.
fn posts_of(rows: &[AnswerRow]) -> Vec<usize> {
    let mut posts: Vec<usize> = rows.iter().map(|row| row.post).collect();
    posts.sort_unstable();
    posts.dedup();
    posts
}

type PopulationSections = (Vec<PopulationPost>, HashMap<(usize, Area), SectionNumber>);

/// The posts of a round by municipality and title, and where their sections are.
fn population(conn: &mut Conn, round: &RoundId, invitations: &[Invitation]) -> Result<PopulationSections> {
    let place: HashMap<&InvitationId, usize> =
        invitations.iter().enumerate().map(|(place, invitation)| (&invitation.id, place)).collect();
    let mut posts: Vec<PopulationPost> = invitations
        .iter()
        .map(|invitation| PopulationPost {
            municipality: invitation.municipality_code.clone(),
            title: invitation.post.clone(),
            areas: Vec::new(),
        })
        .collect();
    let mut sections = HashMap::new();
    for section in store::sections::list_by_round(conn, round, &Scope::All)? {
        let place = place[&section.invitation_id];
        posts[place].areas.push(section.area);
        sections.insert((place, section.area), section.number);
    }
    Ok((posts, sections))
}
