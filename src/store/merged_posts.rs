//! Posts that were put together with another one.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::directory::PostId;
use crate::schema::{merged_posts, posts};

/// Notes into which post another one went.
pub fn insert(conn: &mut Conn, post: &PostId, into: &PostId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::insert_into(merged_posts::table)
        .values((merged_posts::post_id.eq(post), merged_posts::into_post_id.eq(into), merged_posts::merged_at.eq(now)))
        .execute(conn)
}

/// Forgets it of posts that are asked again.
pub fn delete(conn: &mut Conn, posts: &[&PostId]) -> QueryResult<usize> {
    diesel::delete(merged_posts::table.filter(merged_posts::post_id.eq_any(posts))).execute(conn)
}

/// The post that stayed when this one went, with its title.
pub fn find(conn: &mut Conn, post: &PostId) -> QueryResult<Option<(PostId, String)>> {
    merged_posts::table
        .inner_join(posts::table.on(posts::id.eq(merged_posts::into_post_id)))
        .filter(merged_posts::post_id.eq(post))
        .select((posts::id, posts::title))
        .get_result(conn)
        .optional()
}

/// The posts that went into this one, with their titles.
pub fn list_of(conn: &mut Conn, into: &PostId) -> QueryResult<Vec<(PostId, String)>> {
    merged_posts::table
        .inner_join(posts::table.on(posts::id.eq(merged_posts::post_id)))
        .filter(merged_posts::into_post_id.eq(into))
        .order(posts::title)
        .select((posts::id, posts::title))
        .load(conn)
}
