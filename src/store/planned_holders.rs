//! Who will hold a post from a later day on.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::directory::{PlannedHolder, PostId};
use crate::schema::planned_holders;

/// Plans a holder; the post has none planned.
pub fn insert(conn: &mut Conn, planned: &PlannedHolder) -> QueryResult<usize> {
    diesel::insert_into(planned_holders::table).values(planned).execute(conn)
}

/// Takes back what is planned for these posts.
pub fn delete(conn: &mut Conn, posts: &[&PostId]) -> QueryResult<usize> {
    diesel::delete(planned_holders::table.filter(planned_holders::post_id.eq_any(posts))).execute(conn)
}

/// The holders whose day has come.
pub fn list_due(conn: &mut Conn, today: NaiveDate) -> QueryResult<Vec<PlannedHolder>> {
    planned_holders::table
        .filter(planned_holders::from_day.le(today))
        .order((planned_holders::from_day, planned_holders::post_id))
        .select(PlannedHolder::as_select())
        .load(conn)
}
