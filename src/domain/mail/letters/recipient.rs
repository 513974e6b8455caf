//! Who a letter goes to, stored in five columns of which each kind of receiver fills its own.

use diesel::backend::Backend;
use diesel::deserialize;
use diesel::dsl::Eq;
use diesel::prelude::*;

use crate::domain::access::staff::StaffId;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::invitations::{InvitationId, SectionNumber};
use crate::schema::letters;

/// Who a letter goes to, by what we know them through. Name and address stand in the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// Somebody who is asked in a round: a post's holder, or a colleague asked for one section.
    Respondent {
        /// The round.
        round_id: RoundId,
        /// The invitation that the letter is about.
        invitation_id: InvitationId,
        /// The one section that it is about, if any.
        section: Option<SectionNumber>,
    },
    /// A post that is not asked yet, through whoever holds it.
    Post {
        /// The round that it will be asked in; none once that is gone.
        round_id: Option<RoundId>,
        /// The post.
        post_id: PostId,
    },
    /// Somebody with an account.
    Staff {
        /// The account.
        staff_id: StaffId,
        /// The round that the letter is about, if any.
        round_id: Option<RoundId>,
    },
}

impl Recipient {
    /// The one section that the letter is about, if any.
    pub fn section(&self) -> Option<SectionNumber> {
        if let Recipient::Respondent { section, .. } = self { *section } else { None }
    }
}

impl Recipient {
    /// The post that the letter tells something, where it is not asked yet.
    pub fn post(&self) -> Option<&str> {
        if let Recipient::Post { post_id, .. } = self { Some(post_id.as_str()) } else { None }
    }
}

/// The columns, and what they hold.
type Columns = (letters::round_id, letters::invitation_id, letters::section, letters::staff_id, letters::post_id);
type Row = (Option<RoundId>, Option<InvitationId>, Option<SectionNumber>, Option<StaffId>, Option<PostId>);
type RowRef<'a> =
    (Option<&'a RoundId>, Option<&'a InvitationId>, Option<SectionNumber>, Option<&'a StaffId>, Option<&'a PostId>);

/// Filling each of the columns.
type Filling<Round, Invitation, Staff, Post> = (
    Eq<letters::round_id, Option<Round>>,
    Eq<letters::invitation_id, Option<Invitation>>,
    Eq<letters::section, Option<SectionNumber>>,
    Eq<letters::staff_id, Option<Staff>>,
    Eq<letters::post_id, Option<Post>>,
);
type Filled = Filling<RoundId, InvitationId, StaffId, PostId>;
type FilledRef<'a> = Filling<&'a RoundId, &'a InvitationId, &'a StaffId, &'a PostId>;

impl Recipient {
    fn row(&self) -> RowRef<'_> {
        match self {
            Recipient::Respondent { round_id, invitation_id, section } => {
                (Some(round_id), Some(invitation_id), *section, None, None)
            }
            Recipient::Post { round_id, post_id } => (round_id.as_ref(), None, None, None, Some(post_id)),
            Recipient::Staff { staff_id, round_id } => (round_id.as_ref(), None, None, Some(staff_id), None),
        }
    }
}

impl<DB: Backend> Queryable<diesel::dsl::SqlTypeOf<Columns>, DB> for Recipient
where
    Row: deserialize::FromStaticSqlRow<diesel::dsl::SqlTypeOf<Columns>, DB>,
{
    type Row = Row;

    fn build(row: Row) -> deserialize::Result<Recipient> {
        match row {
            (Some(round_id), Some(invitation_id), section, None, None) => {
                Ok(Recipient::Respondent { round_id, invitation_id, section })
            }
            (round_id, None, None, None, Some(post_id)) => Ok(Recipient::Post { round_id, post_id }),
            (round_id, None, None, Some(staff_id), None) => Ok(Recipient::Staff { staff_id, round_id }),
            _ => Err("a letter that goes neither to somebody asked, nor to a post, nor to an account".into()),
        }
    }
}

impl<DB: Backend> Selectable<DB> for Recipient {
    type SelectExpression = Columns;

    fn construct_selection() -> Columns {
        (letters::round_id, letters::invitation_id, letters::section, letters::staff_id, letters::post_id)
    }
}

impl<'a> Insertable<letters::table> for &'a Recipient {
    type Values = <FilledRef<'a> as Insertable<letters::table>>::Values;

    fn values(self) -> Self::Values {
        let (round, invitation, section, staff, post) = self.row();
        let filled: FilledRef<'a> = (
            letters::round_id.eq(round),
            letters::invitation_id.eq(invitation),
            letters::section.eq(section),
            letters::staff_id.eq(staff),
            letters::post_id.eq(post),
        );
        filled.values()
    }
}

impl Insertable<letters::table> for Recipient {
    type Values = <Filled as Insertable<letters::table>>::Values;

    fn values(self) -> Self::Values {
        let (round, invitation, section, staff, post) = self.row();
        let filled: Filled = (
            letters::round_id.eq(round.cloned()),
            letters::invitation_id.eq(invitation.cloned()),
            letters::section.eq(section),
            letters::staff_id.eq(staff.cloned()),
            letters::post_id.eq(post.cloned()),
        );
        filled.values()
    }
}
