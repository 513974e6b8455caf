//! Who has handed which section to whom.

use chrono::NaiveDateTime;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::Conn;
use crate::domain::answering::handovers::{Handover, HandoverId};
use crate::domain::mail::letters::{Letter, LetterKind, LetterState};
use crate::domain::rounds::invitations::{InvitationId, Section, SectionNumber};
use crate::schema::{handovers, letters, sections};

/// Adds a handover.
pub fn insert(conn: &mut Conn, handover: &Handover) -> QueryResult<usize> {
    diesel::insert_into(handovers::table).values(handover).execute(conn)
}

/// Whether a section was handed to this colleague (name and address) since an instant, and still is theirs.
pub fn exists_since(
    conn: &mut Conn,
    section: SectionNumber,
    (name, email): (&str, &str),
    since: NaiveDateTime,
) -> QueryResult<bool> {
    let theirs = handovers::table
        .filter(handovers::section.eq(section).and(handovers::name.eq(name)).and(handovers::email.eq(email)))
        .filter(handovers::ended_at.is_null().and(handovers::handed_at.gt(since)));
    diesel::select(exists(theirs)).get_result(conn)
}

/// The handover by which a colleague has a section now.
pub fn find_open(conn: &mut Conn, section: SectionNumber) -> QueryResult<Option<Handover>> {
    handovers::table
        .filter(handovers::section.eq(section).and(handovers::ended_at.is_null()))
        .order(handovers::id.desc())
        .select(Handover::as_select())
        .first(conn)
        .optional()
}

/// The handovers by which colleagues have sections of an invitation now, the newest last.
pub fn list_open(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Handover>> {
    handovers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation).and(handovers::ended_at.is_null()))
        .order((handovers::handed_at, handovers::id))
        .select(Handover::as_select())
        .load(conn)
}

/// The same with their sections.
pub fn list_given(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<(Handover, Section)>> {
    handovers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation).and(handovers::ended_at.is_null()))
        .order((handovers::handed_at, handovers::id))
        .select((Handover::as_select(), Section::as_select()))
        .load(conn)
}

/// Everything that became of a section, the oldest first.
pub fn list_by_section(conn: &mut Conn, section: SectionNumber) -> QueryResult<Vec<Handover>> {
    handovers::table
        .filter(handovers::section.eq(section))
        .order((handovers::handed_at, handovers::id))
        .select(Handover::as_select())
        .load(conn)
}

/// What a letter to a colleague tells of: what was handed to its address when it was planned and still is theirs.
pub fn list_by_letter(
    conn: &mut Conn,
    letter: &Letter,
    invitation: &InvitationId,
) -> QueryResult<Vec<(Handover, Section)>> {
    handovers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation).and(handovers::ended_at.is_null()))
        .filter(handovers::email.eq(&letter.email).and(handovers::handed_at.eq(letter.created_at)))
        .order(handovers::id)
        .select((Handover::as_select(), Section::as_select()))
        .load(conn)
}

/// Notes that a section is nobody's any more who had it until now.
pub fn update_ended(conn: &mut Conn, section: SectionNumber, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(handovers::table.filter(handovers::section.eq(section).and(handovers::ended_at.is_null())))
        .set(handovers::ended_at.eq(now))
        .execute(conn)
}

/// Notes that a colleague is done.
pub fn update_done(conn: &mut Conn, id: &HandoverId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(handovers::table.find(id)).set(handovers::done_at.eq(now)).execute(conn)
}

/// Lets the letters that wait for a colleague be about another section that is theirs.
pub fn update_planned_letters(conn: &mut Conn, from: SectionNumber, to: SectionNumber) -> QueryResult<usize> {
    let waiting = letters::table
        .filter(letters::section.eq(from).and(letters::kind.eq(LetterKind::Handover)))
        .filter(letters::state.eq_any([LetterState::Planned, LetterState::Deferred]));
    diesel::update(waiting).set(letters::section.eq(to)).execute(conn)
}
