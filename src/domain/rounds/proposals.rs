//! Whom somebody who was asked names as the new holder of their post, until somebody decides.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::directory::{Holder, PostId};
use super::invitations::InvitationId;
use crate::domain::base::addresses::is_same_mailbox;
use crate::schema::proposed_holders;

/// Whom somebody who was asked has named as the new holder of their post. The directory follows when a coordinator or
/// an administrator says so.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = proposed_holders, treat_none_as_default_value = false)]
pub struct ProposedHolder {
    /// The post.
    pub post_id: PostId,
    /// The invitation that was handed on.
    pub invitation_id: InvitationId,
    /// Full name.
    pub name: String,
    /// Work e-mail.
    pub email: String,
    /// When they were named, UTC.
    pub proposed_at: NaiveDateTime,
}

impl ProposedHolder {
    /// Whether the directory names them already, so that nobody has to decide.
    pub fn is_settled(&self, holder: Option<&Holder>) -> bool {
        holder.is_some_and(|holder| is_same_mailbox(&holder.email, &self.email))
    }
}
