//! Making and withdrawing tokens of the API.

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::{Value, json};

use super::audit::note_values;
use crate::domain::access::api_tokens::{ApiToken, ApiTokenId, MOST_TOKENS, TokenDraft};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{SEEN_MINUTES, StaffId};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Db};

/// Makes a token for an account. Its secret is known to nobody but the caller.
///
/// # Errors
/// `Refusal::TooManyApiTokens`.
pub fn create(db: &Db, owner: &StaffId, draft: &TokenDraft, by: &By) -> Result<Token> {
    let secret = Token::random();
    let token = ApiToken::new(draft, owner, &secret, by.now);
    db.write(|conn| {
        if store::api_tokens::count_by_staff(conn, owner)? >= MOST_TOKENS {
            return Err(Refusal::TooManyApiTokens(MOST_TOKENS).into());
        }
        store::api_tokens::insert(conn, &token)?;
        let values = (None, Some(opened(&token)));
        note_values(conn, by, ("create_api_token", Object::one("staff", owner.as_str())), values)
    })?;
    Ok(secret)
}

/// Withdraws a token of an account: it opens nothing any more.
///
/// # Errors
/// Not found, also where it is another account's.
pub fn withdraw(db: &Db, owner: &StaffId, id: &ApiTokenId, by: &By) -> Result<()> {
    db.write(|conn| {
        let token = store::api_tokens::find(conn, owner, id)?.or_not_found()?;
        store::api_tokens::delete(conn, id)?;
        let values = (Some(opened(&token)), None);
        note_values(conn, by, ("withdraw_api_token", Object::one("staff", owner.as_str())), values)
    })
}

/// Notes that a token is used; once in some minutes, whoever asks.
///
/// # Errors
/// Database errors.
pub fn note_used(db: &Db, id: &ApiTokenId, now: NaiveDateTime) -> Result<()> {
    let before = now - TimeDelta::minutes(SEEN_MINUTES);
    db.write(|conn| Ok(store::api_tokens::update_used(conn, id, (now, before)).map(drop)?))
}

/// What a token opens, and until when. Its name stays out: people write what they like there.
fn opened(token: &ApiToken) -> Value {
    json!({
        "id": token.id,
        "municipalities": token.municipalities,
        "reads_comments": token.reads_comments,
        "expires_on": token.expires_at.date(),
    })
}
