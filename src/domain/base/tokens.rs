//! Tokens of personal links, sessions and one-time keys: 256 random bits that are shown once. Only
//! their SHA-256 is stored, so that a copy of the database opens nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// What parts a token from the name of something else that its holder may open.
const DERIVED: char = '.';

/// A secret as it stands in a link or cookie: 43 characters of base64url.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// What is stored of a token: its SHA-256 in hex.
#[derive(Debug, Clone, PartialEq, Eq, Hash, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct TokenHash(String);

impl Token {
    /// A new token from the system's randomness.
    pub fn random() -> Token {
        Token(URL_SAFE_NO_PAD.encode(random::<32>()))
    }

    /// A token as somebody sent it; any text is taken, because a wrong one must cost what a right one costs.
    pub fn received(text: &str) -> Token {
        Token(text.to_owned())
    }

    /// The text for the link or cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The token that a letter brought: what stands before the dot of one that was made from it. No token that was
    /// drawn has a dot.
    pub fn root(&self) -> Token {
        Token(self.0.split(DERIVED).next().unwrap_or_default().to_owned())
    }

    /// The token for something else that its holder may open. It holds no secret but this one.
    pub fn derived(&self, what: &str) -> Token {
        Token(format!("{}{DERIVED}{what}", self.root().0))
    }

    /// What to store and to look up.
    pub fn hash(&self) -> TokenHash {
        TokenHash(base16ct::lower::encode_string(&Sha256::digest(self.0.as_bytes())))
    }
}

/// Bytes from the system's randomness.
#[expect(clippy::expect_used, reason = "a system without randomness can make no secret, so nothing may go on")]
pub(crate) fn random<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut random = [0; LENGTH];
    getrandom::fill(&mut random).expect("the system gives random bytes");
    random
}

/// Never prints the secret.
impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Token")
    }
}

impl TokenHash {
    /// 64 hex digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for TokenHash {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<TokenHash, Self::Err> {
        Ok(TokenHash(text.to_owned()))
    }
}

text_column!(TokenHash);

/// The SHA-256 of a document, in hex.
pub fn content_hash(document: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(document))
}
