//! What one address is asked in all rounds.

use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::answering::tasks::Task;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, Section, SectionNumber};
use crate::schema::{answers, invitations, rounds, sections};

diesel::define_sql_function! {
    /// A text in lower case.
    #[sql_name = "lower"]
    fn lower_of(text: Nullable<Text>) -> Nullable<Text>;
}

/// The invitations of a municipality that went to an address.
pub fn list_posts(conn: &mut Conn, address: &str, code: &MunicipalityCode) -> QueryResult<Vec<Task>> {
    let address = address.to_lowercase();
    let rows: Vec<(Invitation, Round)> = on_each!(conn => invitations::table
        .inner_join(rounds::table)
        .filter(lower_of(invitations::email.nullable()).eq(&address).and(invitations::municipality_code.eq(code)))
        .select((Invitation::as_select(), Round::as_select()))
        .load(conn))?;
    Ok(rows.into_iter().map(|(invitation, round)| Task { round, invitation, section: None }).collect())
}

/// The sections of a municipality that were handed over to an address.
pub fn list_sections(conn: &mut Conn, address: &str, code: &MunicipalityCode) -> QueryResult<Vec<Task>> {
    let address = address.to_lowercase();
    let rows: Vec<(Section, Invitation, Round)> = on_each!(conn => sections::table
        .inner_join(invitations::table.inner_join(rounds::table))
        .filter(lower_of(sections::helper_email).eq(&address).and(sections::municipality_code.eq(code)))
        .select((Section::as_select(), Invitation::as_select(), Round::as_select()))
        .load(conn))?;
    Ok(rows
        .into_iter()
        .map(|(section, invitation, round)| Task { round, invitation, section: Some(section) })
        .collect())
}

/// Those of some sections of which something is answered.
pub fn list_begun(conn: &mut Conn, sections: &[SectionNumber]) -> QueryResult<Vec<SectionNumber>> {
    answers::table
        .filter(answers::section.eq_any(sections).and(answers::choice.is_not_null()))
        .select(answers::section)
        .distinct()
        .load(conn)
}
