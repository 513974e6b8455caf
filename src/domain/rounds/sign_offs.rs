//! Signing off: somebody vouches for what a municipality has answered in a round. It changes no figure.

use chrono::NaiveDateTime;

use super::{Round, RoundId};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Staff, StaffId};
use crate::domain::base::refusals::Refusal;
use crate::schema::sign_offs;

id! {
    /// A sign-off.
    SignOffId
}

/// The most characters of the comment beside a sign-off.
pub const MOST_COMMENT: usize = 500;

/// A sign-off that holds, or did until it was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = sign_offs)]
pub struct SignOff {
    /// Its id.
    pub id: SignOffId,
    /// The round.
    pub round_id: RoundId,
    /// The municipality.
    pub municipality_code: MunicipalityCode,
    /// The account that signed.
    pub staff_id: StaffId,
    /// When, UTC.
    pub signed_at: NaiveDateTime,
    /// How many posts the municipality had been asked through.
    pub posts: i32,
    /// How many of them had handed in.
    pub handed_in: i32,
    /// What the signer says about the answers; may be empty.
    pub comment: String,
    /// When it stopped holding, UTC.
    pub withdrawn_at: Option<NaiveDateTime>,
}

impl SignOff {
    /// Whether something was handed in after it, which it does not vouch for. `last` is when the municipality last
    /// handed something in.
    pub fn is_overtaken(&self, last: Option<NaiveDateTime>) -> bool {
        last.is_some_and(|last| last > self.signed_at)
    }
}

/// Whether an account may sign for the municipalities in its scope: their coordinators and administrators. A
/// consultant looks on from outside.
pub fn may_sign(staff: &Staff) -> bool {
    matches!(staff.role, Role::Admin | Role::Coordinator)
}

/// Whether answers of a round may be signed off at all, where so many posts have handed in.
///
/// # Errors
/// Refused for a round that is waiting, historic or a test, and where nobody has handed in.
pub fn check(round: &Round, handed_in: i64) -> Result<(), Refusal> {
    if round.is_waiting() || !round.may_tell_result() {
        return Err(Refusal::NotToSign);
    }
    if handed_in == 0 { Err(Refusal::NothingHandedIn) } else { Ok(()) }
}

/// The comment as it is kept.
///
/// # Errors
/// Refused where it is too long.
pub fn comment(typed: &str) -> Result<&str, Refusal> {
    let comment = typed.trim();
    if comment.chars().count() > MOST_COMMENT { Err(Refusal::TextTooLong(MOST_COMMENT)) } else { Ok(comment) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::RoundStatus;
    use crate::domain::scoring::tests::fixtures::round;

    #[test]
    fn what_people_answered_in_earnest_may_be_signed_off() {
        let asked = Round { status: RoundStatus::Open, ..round("2026", "small", 2026) };
        assert_eq!(check(&asked, 1), Ok(()));
        assert_eq!(check(&asked, 0), Err(Refusal::NothingHandedIn));
        for other in [
            Round { status: RoundStatus::Draft, ..asked.clone() },
            Round { is_historic: true, ..asked.clone() },
            Round { is_test: true, ..asked },
        ] {
            assert_eq!(check(&other, 1), Err(Refusal::NotToSign));
        }
    }

    #[test]
    fn a_comment_of_the_most_characters_fits_and_one_more_does_not() {
        assert_eq!(comment(" Set \n"), Ok("Set"));
        let longest = "æ".repeat(MOST_COMMENT);
        assert_eq!(comment(&longest), Ok(longest.as_str()));
        assert_eq!(comment(&format!("{longest}æ")), Err(Refusal::TextTooLong(MOST_COMMENT)));
    }
}
