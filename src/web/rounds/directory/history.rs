//! One post: who holds it and will hold it, the rounds it was asked in, and what was changed.

use std::collections::HashMap;

use actix_web::web::{Html, Path};

use super::found;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::rounds::post_history::{AskedRound, asked_rounds};
use crate::error::Result;
use crate::store::{self, Conn, merged_posts, post_changes, post_history};
use crate::views::rounds::directory::history::{PostPage, show as page};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, read};

/// `GET /posts/{post}`
pub async fn show(service: Shared, visitor: Visitor, post: Path<String>) -> std::result::Result<Html, WebError> {
    let (entry, _) = found(&service, &visitor, &post).await?;
    let (id, scope) = (entry.post.id.clone(), visitor.staff.scope());
    let (rounds, changes, into, absorbed, proposed) = read(&service, move |conn| {
        let rounds = rounds(conn, &id)?;
        let changes = post_changes::list_by_post(conn, &id)?;
        let proposed = store::proposed_holders::find(conn, &id, &scope)?;
        Ok((rounds, changes, merged_posts::find(conn, &id)?, merged_posts::list_of(conn, &id)?, proposed))
    })
    .await?;
    let proposed = proposed.filter(|one| entry.retired_at.is_none() && !one.is_settled(entry.holder.as_ref()));
    let shown = PostPage {
        entry: &entry,
        rounds: &rounds,
        changes: &changes,
        into: into.as_ref(),
        absorbed: &absorbed,
        proposed: proposed.as_ref(),
    };
    Ok(Html::new(page(&visitor.frame, &shown)))
}

fn rounds(conn: &mut Conn, id: &PostId) -> Result<Vec<AskedRound>> {
    let drafts: HashMap<InvitationId, i64> = post_history::count_drafts(conn, id)?.into_iter().collect();
    let asked = post_history::list_rounds(conn, id)?;
    Ok(asked_rounds(asked, &store::post_history::list_sections(conn, id)?, &drafts))
}
