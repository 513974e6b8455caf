//! Personal links made outside a letter, for a demo or for somebody whose mail does not arrive.

use serde_json::json;

use super::audit::note_values;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::domain::rounds::invitations::Link;
use crate::error::Result;
use crate::store::{self, Db};

/// A new link for every post of a municipality in a round: title of the post and token. The tokens
/// are told here and nowhere else.
///
/// # Errors
/// Refused when the round or the municipality is unknown.
pub fn issue_for_municipality(db: &Db, round: &str, code: &str, by: &By) -> Result<Vec<(String, Token)>> {
    let code = code.parse().map_err(|_| Refusal::UnknownMunicipality(code.to_owned()))?;
    let scope = Scope::Some(vec![code]);
    db.write(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.ok_or_else(|| Refusal::UnknownRound(round.to_owned()))?;
        let mut links = Vec::new();
        for invitation in store::invitations::list_by_round(conn, &round.id, &scope)? {
            let token = Token::random();
            store::links::insert(conn, &Link::sent(&token, (&invitation.id, None), by.now))?;
            links.push((invitation.post, token));
        }
        let values = (None, Some(json!({ "links": links.len() })));
        note_values(conn, by, ("issue_links", Object::one("round", round.id.as_str())), values)?;
        Ok(links)
    })
}
