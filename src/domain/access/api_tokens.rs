//! Tokens of the API: what lets a program read the figures that its owner may see, and never more than that.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::staff::{Scope, Staff, StaffId};
use crate::domain::MunicipalityCode;
use crate::domain::base::tokens::{Token, TokenHash};
use crate::schema::api_tokens;

/// The most characters of a name.
pub const LONGEST_NAME: usize = 100;

/// How many days a token may last, for its owner to choose from; nothing lasts longer than a year.
pub const LIFETIMES: [i64; 4] = [30, 90, 180, 365];

/// The most tokens of an account.
pub const MOST_TOKENS: i64 = 20;

/// What every token begins with, so that one that got into a file or a mail is recognised, by programs too.
const MARK: &str = "pejl_";

id! {
    /// A token, which its secret is not.
    ApiTokenId
}

/// A token without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = api_tokens, treat_none_as_default_value = false)]
pub struct ApiToken {
    /// Its id.
    pub id: ApiTokenId,
    /// Whose it is.
    pub staff_id: StaffId,
    /// What is stored of it.
    pub token_hash: TokenHash,
    /// What its owner calls it.
    pub name: String,
    /// Municipality codes separated by `|`; none means all that its owner may see.
    pub municipalities: Option<String>,
    /// Whether it opens what leaders have written.
    pub reads_comments: bool,
    /// When it was made, UTC.
    pub created_at: NaiveDateTime,
    /// From when on it opens nothing, UTC.
    pub expires_at: NaiveDateTime,
    /// When it was last used, UTC, to some minutes.
    pub used_at: Option<NaiveDateTime>,
}

/// A token to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenDraft {
    name: String,
    municipalities: Vec<MunicipalityCode>,
    days: i64,
    reads_comments: bool,
}

/// A token as somebody asked for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedToken {
    /// Its name.
    pub name: String,
    /// Codes of municipalities; none for all.
    pub municipalities: Vec<String>,
    /// How many days it shall last.
    pub days: String,
    /// Whether it shall open what leaders have written.
    pub reads_comments: bool,
}

/// What is wrong with what somebody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenFault {
    /// There is no name, or too long a one.
    Name,
    /// It is not said how long it lasts.
    Lifetime,
    /// A municipality is none that the account may see.
    Municipality,
}

impl TokenDraft {
    /// What an account asks for.
    ///
    /// # Errors
    /// With everything that is wrong.
    pub fn parse(typed: &TypedToken, account: &Staff) -> Result<TokenDraft, Vec<TokenFault>> {
        let name = typed.name.split_whitespace().collect::<Vec<&str>>().join(" ");
        let is_named = (1..=LONGEST_NAME).contains(&name.chars().count());
        let days = LIFETIMES.into_iter().find(|days| days.to_string() == typed.days);
        let scope = account.scope();
        let seen = |code: &String| code.parse().ok().filter(|code| scope.holds(code));
        let municipalities: Option<Vec<MunicipalityCode>> = typed.municipalities.iter().map(seen).collect();
        let faults = [
            (!is_named).then_some(TokenFault::Name),
            days.is_none().then_some(TokenFault::Lifetime),
            municipalities.is_none().then_some(TokenFault::Municipality),
        ];
        match (days, municipalities) {
            (Some(days), Some(mut municipalities)) if is_named => {
                municipalities.sort_unstable();
                municipalities.dedup();
                Ok(TokenDraft { name, municipalities, days, reads_comments: typed.reads_comments })
            }
            _ => Err(faults.into_iter().flatten().collect()),
        }
    }
}

impl ApiToken {
    /// A token of an account, from what it asked for.
    pub fn new(draft: &TokenDraft, owner: &StaffId, secret: &Token, now: NaiveDateTime) -> ApiToken {
        let codes: Vec<&str> = draft.municipalities.iter().map(MunicipalityCode::as_str).collect();
        ApiToken {
            id: ApiTokenId::new(),
            staff_id: owner.clone(),
            token_hash: secret.hash(),
            name: draft.name.clone(),
            municipalities: (!codes.is_empty()).then(|| codes.join("|")),
            reads_comments: draft.reads_comments,
            created_at: now,
            expires_at: now + TimeDelta::days(draft.days),
            used_at: None,
        }
    }

    /// Whether its time is over.
    pub fn is_over(&self, now: NaiveDateTime) -> bool {
        self.expires_at <= now
    }

    /// The municipalities that were chosen for it; none where it follows its owner.
    pub fn chosen(&self) -> Option<Vec<MunicipalityCode>> {
        let codes = self.municipalities.as_deref()?;
        Some(codes.split('|').filter_map(|code| code.parse().ok()).collect())
    }

    /// What it opens: what was chosen for it, as far as its owner may see that now.
    pub fn scope(&self, owner: &Staff) -> Scope {
        let owned = owner.scope();
        match self.chosen() {
            None => owned,
            Some(codes) => Scope::Some(codes.into_iter().filter(|code| owned.holds(code)).collect()),
        }
    }
}

/// A secret as its owner copies it.
pub fn written(secret: &Token) -> String {
    format!("{MARK}{}", secret.as_str())
}

/// The secret that a program sent; any text is taken, because a wrong one must cost what a right one costs.
pub fn received(text: &str) -> Token {
    Token::received(text.strip_prefix(MARK).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::staff::{Draft, Role};

    fn account(role: Role, codes: &[&str]) -> Staff {
        let codes: Vec<String> = codes.iter().map(|&code| code.to_owned()).collect();
        Staff::new(&Draft::parse("anna@example.org", role, &codes).unwrap(), NaiveDateTime::default())
    }

    fn typed(codes: &[&str]) -> TypedToken {
        let municipalities = codes.iter().map(|&code| code.to_owned()).collect();
        TypedToken { name: " Power  BI ".to_owned(), municipalities, days: "90".to_owned(), reads_comments: false }
    }

    fn token(codes: &[&str], owner: &Staff) -> ApiToken {
        let draft = TokenDraft::parse(&typed(codes), owner).unwrap();
        ApiToken::new(&draft, &owner.id, &Token::random(), NaiveDateTime::default())
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let coordinator = account(Role::Coordinator, &["0101"]);
        let wrong = TypedToken { days: "366".to_owned(), name: " ".to_owned(), ..typed(&["0147"]) };
        let all = vec![TokenFault::Name, TokenFault::Lifetime, TokenFault::Municipality];
        assert_eq!(TokenDraft::parse(&wrong, &coordinator), Err(all));
        let long = TypedToken { name: "x".repeat(LONGEST_NAME + 1), ..typed(&["0101"]) };
        assert_eq!(TokenDraft::parse(&long, &coordinator), Err(vec![TokenFault::Name]));
    }

    #[test]
    fn a_token_opens_what_was_chosen_as_far_as_its_owner_may_see_it_now() {
        let owner = account(Role::Consultant, &["0101", "0147"]);
        let scope = |codes: &[&str]| Scope::Some(codes.iter().map(|code| code.parse().unwrap()).collect());
        let chosen = token(&["0147", "0101", "0147"], &owner);
        assert_eq!(chosen.scope(&owner), scope(&["0101", "0147"]));
        assert_eq!(token(&[], &owner).scope(&owner), scope(&["0101", "0147"]));
        let narrowed = owner.with_rights(Role::Coordinator, &["0147".parse().unwrap()]);
        assert_eq!(
            (chosen.scope(&narrowed), token(&[], &narrowed).scope(&narrowed)),
            (scope(&["0147"]), scope(&["0147"]))
        );
        let moved = narrowed.with_rights(Role::Coordinator, &["0151".parse().unwrap()]);
        assert_eq!(chosen.scope(&moved), scope(&[]), "nothing is left of it");
        let raised = moved.with_rights(Role::Admin, &[]);
        assert_eq!(chosen.scope(&raised), scope(&["0101", "0147"]), "it never opens more than was chosen");
        assert_eq!(token(&[], &raised).scope(&raised), Scope::All);
    }

    #[test]
    fn a_token_lasts_as_long_as_was_chosen() {
        let owner = account(Role::Admin, &[]);
        let token = token(&[], &owner);
        let end = NaiveDateTime::default() + TimeDelta::days(90);
        assert!(!token.is_over(end - TimeDelta::seconds(1)) && token.is_over(end));
    }

    #[test]
    fn a_secret_is_the_same_with_its_mark() {
        let secret = Token::random();
        assert!(written(&secret).starts_with("pejl_") && received(&written(&secret)) == secret);
        assert!(received(secret.as_str()) == secret);
    }
}
