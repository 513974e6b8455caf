//! The link by which the first administrator makes an account, on a service that has none yet.

use hmac::Mac;

use super::rate_limits::authenticated;
use crate::domain::base::tokens::{Token, TokenHash};

/// What is signed.
const OCCASION: &str = "first administrator";

/// The token of the link. Only the holder of `SECRET_KEY` can work it out, so that every instance of a service prints
/// the same one and takes it, and none need be stored. It opens nothing once there is an account.
pub fn token(secret: &str) -> Token {
    Token::received(&base16ct::lower::encode_string(&authenticated(secret, OCCASION).finalize().into_bytes()))
}

/// Whether a token that somebody sent is the one of this service. Hashes are compared, so that how long it takes tells
/// nothing of the token.
pub fn fits(secret: &str, sent: &TokenHash) -> bool {
    token(secret).hash() == *sent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_of_one_secret() {
        let sent = token("a").hash();
        assert!(fits("a", &sent) && !fits("b", &sent) && !fits("", &sent));
        assert_eq!(token("a").as_str().len(), 64);
    }
}
