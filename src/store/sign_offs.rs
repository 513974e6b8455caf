//! Sign-offs of what municipalities have answered.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::sign_offs::SignOff;
use crate::schema::{sign_offs, staff};

/// The sign-offs of a round that hold, in the municipalities in scope, each with the address of the account that signed.
pub fn list(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<(SignOff, String)>> {
    let query = sign_offs::table
        .inner_join(staff::table)
        .filter(sign_offs::round_id.eq(round).and(sign_offs::withdrawn_at.is_null()))
        .select((SignOff::as_select(), staff::email))
        .into_boxed();
    in_scope!(query, sign_offs::municipality_code, scope).load(conn)
}

/// Adds a sign-off.
pub fn insert(conn: &mut Conn, sign_off: &SignOff) -> QueryResult<usize> {
    diesel::insert_into(sign_offs::table).values(sign_off).execute(conn)
}

/// Says from when on a municipality's sign-off of a round does not hold; returns how many held.
pub fn withdraw(
    conn: &mut Conn,
    round: &RoundId,
    municipality: &MunicipalityCode,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    let held = sign_offs::table
        .filter(sign_offs::round_id.eq(round).and(sign_offs::municipality_code.eq(municipality)))
        .filter(sign_offs::withdrawn_at.is_null());
    diesel::update(held).set(sign_offs::withdrawn_at.eq(now)).execute(conn)
}
