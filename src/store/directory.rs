//! Departments, posts and holders.

use chrono::NaiveDateTime;
use diesel::dsl::count;
use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::directory::{
    Areas, Department, DepartmentId, DirectoryEntry, Holder, PlannedHolder, Post, PostId,
};
use crate::schema::{departments, holders, planned_holders, posts};

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
const ROWS: usize = 1000;

/// Posts with department, holder, when they were retired and who will hold them later.
macro_rules! entries {
    () => {
        posts::table.inner_join(departments::table).left_join(holders::table).left_join(planned_holders::table).select(
            (
                Post::as_select(),
                departments::name,
                Option::<Holder>::as_select(),
                posts::retired_at,
                Option::<PlannedHolder>::as_select(),
            ),
        )
    };
}

/// The departments of the municipalities in scope.
pub fn list_departments(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Department>> {
    let query = departments::table.select(Department::as_select()).into_boxed();
    in_scope!(query, departments::municipality_code, scope).load(conn)
}

/// The posts of the municipalities in scope that are asked: none that is retired.
pub fn list_posts(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Post>> {
    let query = posts::table
        .filter(posts::retired_at.is_null())
        .select(Post::as_select())
        .order((posts::municipality_code, posts::title))
        .into_boxed();
    in_scope!(query, posts::municipality_code, scope).load(conn)
}

/// The retired posts of the municipalities in scope.
pub fn list_retired(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<PostId>> {
    let query = posts::table.filter(posts::retired_at.is_not_null()).select(posts::id).into_boxed();
    in_scope!(query, posts::municipality_code, scope).load(conn)
}

/// The holders of the posts in scope.
pub fn list_holders(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Holder>> {
    let query = holders::table.inner_join(posts::table).select(Holder::as_select()).into_boxed();
    in_scope!(query, posts::municipality_code, scope).load(conn)
}

/// How many posts that are asked have no address to write to, in each municipality in scope that has any.
pub fn count_without_address(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(MunicipalityCode, i64)>> {
    let query = posts::table
        .left_join(holders::table)
        .filter(posts::retired_at.is_null())
        .filter(holders::post_id.nullable().is_null().or(holders::email.eq("")))
        .group_by(posts::municipality_code)
        .select((posts::municipality_code, count(posts::id)))
        .into_boxed();
    in_scope!(query, posts::municipality_code, scope).load(conn)
}

/// Adds departments.
pub fn insert_departments(conn: &mut Conn, rows: &[Department]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(departments::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// Adds posts.
pub fn insert_posts(conn: &mut Conn, rows: &[Post]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(posts::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// Adds holders.
pub fn insert_holders(conn: &mut Conn, rows: &[Holder]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(holders::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// Moves a post to a department and sets the areas it covers.
pub fn update_post(conn: &mut Conn, post: &PostId, department: &DepartmentId, areas: &Areas) -> QueryResult<usize> {
    diesel::update(posts::table.find(post))
        .set((posts::department_id.eq(department), posts::areas.eq(areas)))
        .execute(conn)
}

/// Replaces who holds a post.
pub fn update_holder(conn: &mut Conn, holder: &Holder) -> QueryResult<usize> {
    diesel::update(holders::table.find(&holder.post_id)).set(holder).execute(conn)
}

/// Notes that an import has named these posts: the time for which their holders are kept begins anew.
pub fn update_named(conn: &mut Conn, posts: &[&PostId]) -> QueryResult<()> {
    for chunk in posts.chunks(ROWS) {
        diesel::update(holders::table.filter(holders::post_id.eq_any(chunk).and(holders::seen_at.is_not_null())))
            .set(holders::seen_at.eq(None::<NaiveDateTime>))
            .execute(conn)?;
    }
    Ok(())
}

/// The departments of some municipalities.
pub fn list_departments_of(conn: &mut Conn, codes: &[MunicipalityCode]) -> QueryResult<Vec<Department>> {
    departments::table.filter(departments::municipality_code.eq_any(codes)).select(Department::as_select()).load(conn)
}

/// The posts of some municipalities with their department and holder, retired ones too.
pub fn list_entries(conn: &mut Conn, codes: &[MunicipalityCode]) -> QueryResult<Vec<DirectoryEntry>> {
    let rows = entries!()
        .filter(posts::municipality_code.eq_any(codes))
        .order((posts::municipality_code, posts::title))
        .load::<EntryRow>(conn)?;
    Ok(rows.into_iter().map(entry).collect())
}

/// The posts of the municipalities in scope with their department and holder, retired ones too.
pub fn list_entries_in(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<DirectoryEntry>> {
    let query = entries!().order((posts::municipality_code, posts::title)).into_boxed();
    Ok(in_scope!(query, posts::municipality_code, scope).load::<EntryRow>(conn)?.into_iter().map(entry).collect())
}

/// One post of the municipalities in scope.
pub fn find_entry(conn: &mut Conn, id: &PostId, scope: &Scope) -> QueryResult<Option<DirectoryEntry>> {
    let query = entries!().filter(posts::id.eq(id)).into_boxed();
    Ok(in_scope!(query, posts::municipality_code, scope).first::<EntryRow>(conn).optional()?.map(entry))
}

type EntryRow = (Post, String, Option<Holder>, Option<NaiveDateTime>, Option<PlannedHolder>);

fn entry((post, department, holder, retired_at, planned): EntryRow) -> DirectoryEntry {
    DirectoryEntry { post, department, holder, retired_at, planned }
}

/// Gives a post another title; everything that it has answered stays its own.
pub fn update_title(conn: &mut Conn, post: &PostId, title: &str) -> QueryResult<usize> {
    diesel::update(posts::table.find(post)).set(posts::title.eq(title)).execute(conn)
}

/// Retires posts, or with none restores them.
pub fn update_retired(conn: &mut Conn, posts: &[&PostId], retired_at: Option<NaiveDateTime>) -> QueryResult<()> {
    for chunk in posts.chunks(ROWS) {
        diesel::update(posts::table.filter(posts::id.eq_any(chunk)))
            .set(posts::retired_at.eq(retired_at))
            .execute(conn)?;
    }
    Ok(())
}
