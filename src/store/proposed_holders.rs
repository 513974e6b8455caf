//! Whom somebody who was asked has named as the new holder of their post.

use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::directory::{Holder, Post, PostId};
use crate::domain::rounds::proposals::ProposedHolder;
use crate::schema::{holders, posts, proposed_holders};

/// Remembers a proposal; the post has none.
pub fn insert(conn: &mut Conn, proposed: &ProposedHolder) -> QueryResult<usize> {
    diesel::insert_into(proposed_holders::table).values(proposed).execute(conn)
}

/// Forgets what was proposed for a post.
pub fn delete(conn: &mut Conn, post: &PostId) -> QueryResult<usize> {
    diesel::delete(proposed_holders::table.find(post)).execute(conn)
}

/// What is proposed for a post in scope.
pub fn find(conn: &mut Conn, post: &PostId, scope: &Scope) -> QueryResult<Option<ProposedHolder>> {
    let query = proposed_holders::table
        .inner_join(posts::table)
        .filter(proposed_holders::post_id.eq(post))
        .select(ProposedHolder::as_select())
        .into_boxed();
    in_scope!(query, posts::municipality_code, scope).first(conn).optional()
}

/// What is proposed for the posts in scope that are asked, with who holds them, the oldest first.
pub fn list(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(ProposedHolder, Post, Option<Holder>)>> {
    let query = proposed_holders::table
        .inner_join(posts::table.left_join(holders::table))
        .filter(posts::retired_at.is_null())
        .order((proposed_holders::proposed_at, proposed_holders::post_id))
        .select((ProposedHolder::as_select(), Post::as_select(), Option::<Holder>::as_select()))
        .into_boxed();
    in_scope!(query, posts::municipality_code, scope).load(conn)
}
