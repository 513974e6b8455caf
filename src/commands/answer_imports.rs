//! Importing the answers of earlier rounds into a historic round, and withdrawing them.

use std::collections::HashMap;
use std::io::{Cursor, Read, Seek};

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use super::audit::{note, note_values};
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::answering::answers::Answer;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::invitations::{Invitation, InvitationId, SectionNumber};
use crate::domain::rounds::{Round, RoundId};
use crate::domain::scoring::tallies::encode_return;
use crate::editions;
use crate::error::{Error, Result};
use crate::files::answers::{self, AnswerRow, PackedAnswers, PopulationPost};
use crate::store::{self, Conn, Db};

/// How many answers are packed out and written at a time.
const WRITTEN_AT_ONCE: usize = 1000;

/// How many answers a file holds, for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerImportReport {
    /// Answers in the file.
    pub answers: usize,
    /// Posts that answered.
    pub posts: usize,
    /// Municipalities that answered.
    pub municipalities: usize,
}

impl AnswerImportReport {
    fn counts(&self) -> Value {
        json!({ "answers": self.answers, "posts": self.posts, "municipalities": self.municipalities })
    }
}

/// Reads a file of answers against a round, writing nothing.
///
/// # Errors
/// All errors of the file; refused when the round is unknown, not historic, or has answers already.
pub fn check(db: &Db, key: &str, file: &mut (impl Read + Seek)) -> Result<AnswerImportReport> {
    let target = db.read(|conn| Target::find(conn, key))?;
    Ok(target.report(&target.read(file)?))
}

/// Imports a file of answers as handed in.
///
/// # Errors
/// The errors of `check`; then nothing is written.
pub fn import(db: &Db, key: &str, file: &[u8], by: &By) -> Result<AnswerImportReport> {
    import_stream(db, key, &mut Cursor::new(file), by)
}

/// The same from a file that is too large to hold.
///
/// # Errors
/// The errors of `check`; then nothing is written.
pub fn import_stream(db: &Db, key: &str, file: &mut (impl Read + Seek), by: &By) -> Result<AnswerImportReport> {
    let target = db.read(|conn| Target::find(conn, key))?;
    let answers = target.read(file)?;
    target.import(db, &answers, by)
}

/// Imports answers that are already parsed, such as generated ones; `rows` sees the posts of the
/// round's population in their order.
///
/// # Errors
/// Database errors, and the refusals of `check`.
pub fn import_rows(
    db: &Db,
    key: &str,
    rows: impl Fn(&Edition, &Round, &[PopulationPost]) -> Vec<AnswerRow>,
    by: &By,
) -> Result<AnswerImportReport> {
    let target = db.read(|conn| Target::find(conn, key))?;
    let answers = rows(&target.edition, &target.round, &target.posts).into_iter().collect();
    target.import(db, &answers, by)
}

/// Takes the imported answers of a historic round away, so that others can be imported, and says
/// what they were.
///
/// # Errors
/// Refused when the round is unknown, not historic, or has no answers.
pub fn withdraw(db: &Db, key: &str, by: &By) -> Result<AnswerImportReport> {
    db.write(|conn| {
        let round = find_historic(conn, key)?;
        let (posts, municipalities) = store::invitations::count_handed_in(conn, &round.id)?;
        let answers = store::answers::delete_by_round(conn, &round.id)?;
        if answers == 0 && posts == 0 {
            return Err(Refusal::NoAnswers.into());
        }
        store::sections::clear_returned_of_round(conn, &round.id)?;
        store::invitations::clear_handed_in(conn, &round.id)?;
        store::counts::delete(conn, &round.id)?;
        let report = AnswerImportReport { answers, posts, municipalities };
        note_values(conn, by, ("withdraw", Object::one("round", round.id.as_str())), (Some(report.counts()), None))?;
        Ok(report)
    })
}

/// Answers an open round with generated answers, for a demo: those for whom `hands_in` holds hand
/// in all, the others have begun and left a third open.
///
/// # Errors
/// Database errors.
pub fn answer_open(
    db: &Db,
    key: &str,
    rows: impl Fn(&Edition, &Round, &[PopulationPost]) -> Vec<AnswerRow>,
    hands_in: impl Fn(&PopulationPost, Area) -> bool,
    by: &By,
) -> Result<()> {
    let now = by.now;
    let target = db.read(|conn| Target::of_round(conn, key))?;
    let rows = rows(&target.edition, &target.round, &target.posts);
    let (done, begun): (Vec<AnswerRow>, Vec<AnswerRow>) =
        rows.into_iter().partition(|row| hands_in(&target.posts[row.post], row.area));
    let done: PackedAnswers = done.into_iter().collect();
    let begun: PackedAnswers = begun.into_iter().filter(|row| row.question % 3 != 0).collect();
    db.write(|conn| {
        target.write(conn, &done, now)?;
        target.write_answers(conn, &begun)?;
        for post in begun.posts().into_iter().chain(done.posts()) {
            store::invitations::update_started(conn, &target.invitations[post], now)?;
        }
        // Whoever has begun a section that is not handed in is not done.
        for post in begun.posts() {
            store::invitations::update_handed_in(conn, &target.invitations[post], None)?;
        }
        note(conn, by, "generate_answers", Object::one("round", target.round.id.as_str()))
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
        find_waiting(conn, key)?;
        Target::of_round(conn, key)
    }

    fn of_round(conn: &mut Conn, key: &str) -> Result<Target> {
        let round = store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?;
        let edition = editions::load(conn, &round.edition)?;
        let invitations = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let (posts, sections) = population(conn, &round.id, &invitations)?;
        let invitations = invitations.into_iter().map(|invitation| invitation.id).collect();
        Ok(Target { round, edition, posts, invitations, sections })
    }

    fn read(&self, file: &mut (impl Read + Seek)) -> Result<PackedAnswers> {
        answers::read(file, &self.edition, &self.round, &self.posts).map_err(Error::ImportErrors)
    }

    fn import(&self, db: &Db, answers: &PackedAnswers, by: &By) -> Result<AnswerImportReport> {
        db.write(|conn| {
            // Asked again, because another import may have been quicker. The population of a historic round never changes.
            find_waiting(conn, &self.round.key)?;
            self.write(conn, answers, by.now)?;
            let values = (None, Some(self.report(answers).counts()));
            note_values(conn, by, ("import", Object::one("answers", self.round.id.as_str())), values)
        })?;
        Ok(self.report(answers))
    }

    fn write(&self, conn: &mut Conn, answers: &PackedAnswers, now: NaiveDateTime) -> Result<()> {
        self.write_answers(conn, answers)?;
        for (place, chosen) in answers.sections() {
            let Some(section) = self.sections.get(&place) else { continue };
            let returned = encode_return(self.edition.questions.len(), &chosen);
            store::sections::update_returned(conn, *section, &returned, now)?;
        }
        for post in answers.posts() {
            store::invitations::update_handed_in(conn, &self.invitations[post], Some(now))?;
        }
        if self.round.is_closed() {
            super::counts::write(conn, &self.round, now)?;
        }
        Ok(())
    }

    fn write_answers(&self, conn: &mut Conn, answers: &PackedAnswers) -> Result<()> {
        let section = |row: &AnswerRow| self.sections.get(&(row.post, row.area)).copied();
        let mut unwritten: Vec<Answer> = Vec::with_capacity(WRITTEN_AT_ONCE);
        for row in answers.rows() {
            unwritten.extend(section(&row).map(|section| self.answer(section, row)));
            if unwritten.len() == WRITTEN_AT_ONCE {
                store::answers::insert(conn, &unwritten)?;
                unwritten.clear();
            }
        }
        Ok(store::answers::insert(conn, &unwritten)?)
    }

    fn answer(&self, section: SectionNumber, row: AnswerRow) -> Answer {
        let question = &self.edition.questions[row.question];
        let needs_reason = self.edition.scale_of(question).options[row.option].reason_required;
        let written = Some(row.comment).filter(|comment| !comment.is_empty());
        let (reason, comment) = if needs_reason { (written, None) } else { (None, written) };
        Answer {
            section,
            question: i16::try_from(row.question).unwrap_or(i16::MAX),
            choice: i16::try_from(row.option).ok(),
            revision: 1,
            reason,
            comment,
            unit_share: row.unit_share,
            ..Answer::default()
        }
    }

    fn report(&self, answers: &PackedAnswers) -> AnswerImportReport {
        let posts = answers.posts();
        let mut municipalities: Vec<_> = posts.iter().map(|place| &self.posts[*place].municipality).collect();
        municipalities.dedup();
        AnswerImportReport { answers: answers.len(), posts: posts.len(), municipalities: municipalities.len() }
    }
}

fn find_historic(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?;
    if !round.is_historic {
        return Err(Refusal::RoundNotHistoric.into());
    }
    Ok(round)
}

/// A historic round without answers.
fn find_waiting(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = find_historic(conn, key)?;
    if store::sections::count_handed_in(conn, &round.id)? > 0 {
        return Err(Refusal::AnswersExist.into());
    }
    Ok(round)
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
