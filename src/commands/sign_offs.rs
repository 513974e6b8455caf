//! Signing off what a municipality has answered in a round, and taking that back.

use serde_json::{Value, json};

use super::audit::note_values;
use super::rounds::find;
use crate::domain::MunicipalityCode;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{Scope, StaffId};
use crate::domain::rounds::sign_offs::{SignOff, SignOffId, check, comment};
use crate::error::{Error, Result};
use crate::store::{self, Db};

/// Signs off what a municipality has answered up to now, in place of an earlier sign-off. That the signer may sign for
/// it has been looked at.
///
/// # Errors
/// Refused when the round is unknown, nothing in it is to be signed off, or the comment is too long.
pub fn sign(db: &Db, (key, code): (&str, &MunicipalityCode), (signer, typed): (&StaffId, &str), by: &By) -> Result<()> {
    let comment = comment(typed)?;
    db.write(|conn| {
        let round = find(conn, key)?;
        let here = Scope::Some(vec![code.clone()]);
        let invitations = store::invitations::list_by_round(conn, &round.id, &here)?;
        let handed_in = invitations.iter().filter(|post| post.handed_in_at.is_some()).count();
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        check(&round, i64::from(number(handed_in)))?;
        store::sign_offs::withdraw(conn, &round.id, code, by.now)?;
        let sign_off = SignOff {
            id: SignOffId::new(),
            round_id: round.id.clone(),
            municipality_code: code.clone(),
            staff_id: signer.clone(),
            signed_at: by.now,
            posts: number(invitations.len()),
            handed_in: number(handed_in),
            comment: comment.to_owned(),
            withdrawn_at: None,
        };
        store::sign_offs::insert(conn, &sign_off)?;
        let mut value = of(code);
        value["posts"] = json!(sign_off.posts);
        value["handed_in"] = json!(sign_off.handed_in);
        note_values(conn, by, ("sign", Object::one("round", round.id.as_str())), (None, Some(value)))
    })
}

/// Takes a municipality's sign-off of a round back.
///
/// # Errors
/// Not found where there is none; refused when the round is unknown.
pub fn withdraw(db: &Db, (key, code): (&str, &MunicipalityCode), by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if store::sign_offs::withdraw(conn, &round.id, code, by.now)? == 0 {
            return Err(Error::NotFound);
        }
        note_values(conn, by, ("unsign", Object::one("round", round.id.as_str())), (Some(of(code)), None))
    })
}

fn of(code: &MunicipalityCode) -> Value {
    json!({ "municipality": code.as_str() })
}
