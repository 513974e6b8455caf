//! The rounds that a post was asked in, and how far it got.

use std::collections::HashMap;

use super::Round;
use super::invitations::{Invitation, InvitationId, Section};

/// A round that asked a post.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedRound {
    /// The round.
    pub round: Round,
    /// The post as it was asked.
    pub invitation: Invitation,
    /// In how many areas it was asked.
    pub sections: usize,
    /// How many of them are handed in.
    pub handed_in: usize,
    /// How many questions have an answer, drafts too.
    pub answered: usize,
}

/// Rounds with how far the post got; `drafts` counts answers that are not handed in.
pub fn asked_rounds(
    asked: Vec<(Round, Invitation)>,
    sections: &[Section],
    drafts: &HashMap<InvitationId, i64>,
) -> Vec<AskedRound> {
    let of = |(round, invitation): (Round, Invitation)| {
        let own: Vec<&Section> = sections.iter().filter(|section| section.invitation_id == invitation.id).collect();
        let returned = own.iter().filter_map(|section| section.returned.as_deref());
        let counted: usize = returned.map(|answers| answers.chars().filter(|answer| *answer != '.').count()).sum();
        let drafts = drafts.get(&invitation.id).copied().unwrap_or_default();
        AskedRound {
            sections: own.len(),
            handed_in: own.iter().filter(|section| section.returned.is_some()).count(),
            answered: counted + usize::try_from(drafts).unwrap_or_default(),
            round,
            invitation,
        }
    };
    asked.into_iter().map(of).collect()
}
