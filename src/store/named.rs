//! What ids name, for the pages that show ids of many kinds beside each other.

use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::audit::{AskedPost, AskedSection};
use crate::domain::rounds::invitations::SectionNumber;
use crate::schema::{invitations, letters, posts, rounds, sections, staff};

/// Accounts' addresses.
pub fn list_staff(conn: &mut Conn, ids: &[&str]) -> QueryResult<Vec<(String, String)>> {
    staff::table.filter(staff::id.eq_any(ids)).select((staff::id, staff::email)).load(conn)
}

/// Rounds' keys.
pub fn list_rounds(conn: &mut Conn, ids: &[&str]) -> QueryResult<Vec<(String, String)>> {
    rounds::table.filter(rounds::id.eq_any(ids)).select((rounds::id, rounds::key)).load(conn)
}

/// Posts' municipalities and titles.
pub fn list_posts(conn: &mut Conn, ids: &[&str]) -> QueryResult<Vec<(String, (MunicipalityCode, String))>> {
    posts::table.filter(posts::id.eq_any(ids)).select((posts::id, (posts::municipality_code, posts::title))).load(conn)
}

/// Posts asked in rounds.
pub fn list_invitations(conn: &mut Conn, ids: &[&str]) -> QueryResult<Vec<AskedPost>> {
    invitations::table
        .inner_join(rounds::table)
        .filter(invitations::id.eq_any(ids))
        .select(AskedPost::as_select())
        .load(conn)
}

/// Sections of posts asked in rounds.
pub fn list_sections(conn: &mut Conn, numbers: &[SectionNumber]) -> QueryResult<Vec<(SectionNumber, AskedSection)>> {
    sections::table
        .inner_join(invitations::table.inner_join(rounds::table))
        .filter(sections::number.eq_any(numbers))
        .select((sections::number, AskedSection::as_select()))
        .load(conn)
}

/// The posts that letters go to; none for a letter to an account.
pub fn list_letters(conn: &mut Conn, ids: &[&str]) -> QueryResult<Vec<(String, Option<AskedPost>)>> {
    letters::table
        .left_join(invitations::table.inner_join(rounds::table))
        .filter(letters::id.eq_any(ids))
        .select((letters::id, Option::<AskedPost>::as_select()))
        .load(conn)
}
