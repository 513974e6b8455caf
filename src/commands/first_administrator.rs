//! The first account of a service, which nobody can invite.

use chrono::NaiveDateTime;

use super::audit::note_values;
use super::sessions;
use super::staff::rights;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{Draft, Staff};
use crate::domain::base::tokens::Token;
use crate::error::{Error, Result};
use crate::store::{self, Db};

/// Makes the first account with its password, and lets it in.
///
/// # Errors
/// Not found when there is an account already, also one that was disabled.
pub fn make(db: &Db, draft: &Draft, password_hash: &str, now: NaiveDateTime) -> Result<Token> {
    let made = Staff { password_hash: Some(password_hash.to_owned()), ..Staff::new(draft, now) };
    let token = Token::random();
    db.write(|conn| {
        if store::staff::exists(conn)? {
            return Err(Error::NotFound);
        }
        store::staff::insert(conn, &made)?;
        store::sessions::insert(conn, &token.hash(), &made.id, (now, now + sessions::LIFETIME))?;
        store::staff::update_seen(conn, &made.id, now)?;
        let object = Object::one("staff", made.id.as_str());
        note_values(conn, &By::staff(&made.id, now), ("found", object), (None, Some(rights(&made))))
    })?;
    Ok(token)
}
