//! Invitations, their sections and personal links: who was asked what in a round, and how far they are.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::domain::base::days::end_of_answering;
use crate::domain::base::tokens::{Token, TokenHash};
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::domain::{Area, Language, MunicipalityCode};
use crate::schema::{invitations, links, sections};

id! {
    /// An invitation.
    InvitationId
}

/// The number of a section, unique over all rounds.
pub type SectionNumber = i32;

/// A post as it was frozen into a round's population.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = invitations, treat_none_as_default_value = false)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The round.
    pub round_id: RoundId,
    /// The post that owns the answers.
    pub post_id: super::directory::PostId,
    /// Its municipality.
    pub municipality_code: MunicipalityCode,
    /// The department's own name at opening.
    pub department: String,
    /// The post's title at opening.
    pub post: String,
    /// The holder's name at opening.
    pub name: String,
    /// The holder's work e-mail; empty where none is known.
    pub email: String,
    /// The holder's phone; empty where none is known.
    pub phone: String,
    /// The language of its letters and pages.
    pub language: Language,
    /// A final extension for this post alone.
    pub extended_to: Option<NaiveDate>,
    /// When the first answer page was opened, UTC.
    pub started_at: Option<NaiveDateTime>,
    /// When the last of its sections was handed in, UTC.
    pub handed_in_at: Option<NaiveDateTime>,
}

/// One area of an invitation.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sections, treat_none_as_default_value = false)]
pub struct Section {
    /// Unique over all rounds.
    pub number: SectionNumber,
    /// Its invitation.
    pub invitation_id: InvitationId,
    /// Repeated from the invitation, because figures are counted by it.
    pub round_id: RoundId,
    /// Repeated from the invitation, because figures are counted by it.
    pub municipality_code: MunicipalityCode,
    /// The area asked about.
    pub area: Area,
    /// The colleague it was handed over to.
    pub helper_name: Option<String>,
    /// The colleague's e-mail.
    pub helper_email: Option<String>,
    /// When it was handed in, UTC.
    pub handed_in_at: Option<NaiveDateTime>,
    /// The answers as handed in, one character per question (`tallies.rs`); none while a draft.
    pub returned: Option<String>,
}

impl Section {
    /// Whether the post is to answer it itself: it was neither handed in nor handed over.
    pub fn is_own_draft(&self) -> bool {
        self.handed_in_at.is_none() && self.helper_name.is_none()
    }

    /// The address of the colleague who has it; empty where nobody has.
    pub fn helper_mailbox(&self) -> &str {
        self.helper_email.as_deref().unwrap_or_default()
    }
}

/// A personal link; the token itself is not stored.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = links, treat_none_as_default_value = false)]
pub struct Link {
    /// SHA-256 of the token.
    pub token_hash: TokenHash,
    /// The invitation it opens.
    pub invitation_id: InvitationId,
    /// The one section it opens; none for the whole invitation.
    pub section: Option<SectionNumber>,
    /// When it was made, UTC.
    pub created_at: NaiveDateTime,
    /// When it stopped working, UTC.
    pub revoked_at: Option<NaiveDateTime>,
    /// The link from which it was made for the same person (`domain/answering/tasks.rs`); none for one that was sent.
    pub parent_hash: Option<TokenHash>,
}

impl Link {
    /// The link that a letter brings: to a whole invitation, or to one section of it.
    pub fn sent(
        token: &Token,
        (invitation, section): (&InvitationId, Option<SectionNumber>),
        created_at: NaiveDateTime,
    ) -> Link {
        let (token_hash, invitation_id) = (token.hash(), invitation.clone());
        Link { token_hash, invitation_id, section, created_at, revoked_at: None, parent_hash: None }
    }
}

/// The last day on which this invitation can be answered: what every page and letter shows.
pub fn deadline(round: &Round, invitation: &Invitation) -> NaiveDate {
    invitation.extended_to.map_or(round.closes_on, |day| day.max(round.closes_on))
}

/// Whether answers are taken at `now` (UTC).
pub fn takes_answers(round: &Round, invitation: &Invitation, now: NaiveDateTime) -> bool {
    round.status == RoundStatus::Open && now < end_of_answering(deadline(round, invitation))
}
