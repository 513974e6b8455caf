//! What letters to accounts tell.

use super::super::super::staff::{Drafted, Notice, StaffContent};
use super::{Writer, Written, misaddressed};
use crate::domain::access::staff::{Scope, Staff};
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::domain::rounds::population::Directory;
use crate::domain::rounds::preparation::{LastTime, prepare};
use crate::domain::rounds::{Round, RoundStatus};
use crate::store;

impl Writer<'_> {
    pub(super) async fn staff_content(
        &self,
        letter: &Letter,
        account: &Staff,
        round: Option<&Round>,
        token: &Token,
    ) -> Written<StaffContent> {
        let (notice, link) = match letter.kind {
            LetterKind::AccountInvitation => (Notice::Invitation, self.sender.password_link(token)),
            LetterKind::PasswordReset => (Notice::PasswordReset, self.sender.password_link(token)),
            LetterKind::NewSignIn => (Notice::NewSignIn { at: letter.created_at }, self.sender.page("/account")),
            LetterKind::RoundDrafted => {
                let round = round.ok_or_else(misaddressed)?;
                let page = self.sender.page(&format!("/rounds/{}/preparation", round.key));
                (Notice::RoundDrafted(self.drafted(round).await?), page)
            }
            _ => return Err(misaddressed()),
        };
        Ok(StaffContent {
            notice,
            language: letter.language,
            account: account.email.clone(),
            link,
            sign_in: self.sender.page("/login"),
            service: self.sender.service(letter.language),
            sender: self.sender.name(),
            contact: self.sender.contact().to_owned(),
            accent: self.sender.accent().cloned(),
        })
    }

    /// What is to be checked of a round as the directory is now.
    async fn drafted(&self, round: &Round) -> Written<Drafted> {
        let asked = round.clone();
        self.read_edition(round, move |conn, edition| {
            let directory = Directory {
                departments: store::directory::list_departments(conn, &Scope::All)?,
                posts: store::directory::list_posts(conn, &Scope::All)?,
                holders: store::directory::list_holders(conn, &Scope::All)?,
            };
            let prepared = prepare(&asked, edition, &directory, &LastTime::default());
            Ok(Drafted {
                round: asked.key.clone(),
                edition: asked.edition.clone(),
                opens_on: asked.opens_on,
                closes_on: asked.closes_on,
                opens_itself: asked.status == RoundStatus::Scheduled,
                posts: prepared.posts(),
                without_email: prepared.without_email.len(),
                municipalities_lacking: prepared.areas_without_post.len(),
            })
        })
        .await
    }
}
