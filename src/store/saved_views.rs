//! Saved views.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::StaffId;
use crate::domain::dashboards::saved_view::{SavedView, SavedViewId};
use crate::schema::{saved_views, staff};

/// Adds a view.
pub fn insert(conn: &mut Conn, view: &SavedView) -> QueryResult<usize> {
    diesel::insert_into(saved_views::table).values(view).execute(conn)
}

/// An account's own view.
pub fn find_own(conn: &mut Conn, owner: &StaffId, id: &SavedViewId) -> QueryResult<Option<SavedView>> {
    let own = saved_views::table.filter(saved_views::id.eq(id).and(saved_views::staff_id.eq(owner)));
    own.select(SavedView::as_select()).get_result(conn).optional()
}

/// How many views an account has.
pub fn count(conn: &mut Conn, owner: &StaffId) -> QueryResult<i64> {
    saved_views::table.filter(saved_views::staff_id.eq(owner)).select(count_star()).get_result(conn)
}

/// An account's own views and those that others share, by name.
pub fn list(conn: &mut Conn, reader: &StaffId) -> QueryResult<Vec<SavedView>> {
    let is_shared = saved_views::is_shared.eq(true).and(staff::disabled_at.is_null());
    saved_views::table
        .inner_join(staff::table)
        .filter(saved_views::staff_id.eq(reader).or(is_shared))
        .order((saved_views::name, saved_views::id))
        .select(SavedView::as_select())
        .load(conn)
}

/// Gives an account's own view another name, and shares it or not.
pub fn update(conn: &mut Conn, view: &SavedView) -> QueryResult<usize> {
    let own = saved_views::table.filter(saved_views::id.eq(&view.id).and(saved_views::staff_id.eq(&view.staff_id)));
    diesel::update(own).set((saved_views::name.eq(&view.name), saved_views::is_shared.eq(view.is_shared))).execute(conn)
}

/// Takes an account's own view away.
pub fn delete(conn: &mut Conn, owner: &StaffId, id: &SavedViewId) -> QueryResult<usize> {
    let own = saved_views::table.filter(saved_views::id.eq(id).and(saved_views::staff_id.eq(owner)));
    diesel::delete(own).execute(conn)
}
