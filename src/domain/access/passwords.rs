//! Passwords of staff: which may be chosen, how they are hashed and checked. Both take tens of
//! milliseconds and 19 MiB on purpose, so they run off the async threads and outside transactions.

use std::sync::LazyLock;

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::password_hash::{Error, try_generate_salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use parking_lot::Mutex;

use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;

/// The fewest characters of a password.
pub const MIN_LENGTH: usize = 12;

/// The most characters of a password: a long sentence fits, a flood does not.
pub const MAX_LENGTH: usize = 200;

/// A password that may be chosen. It is never printed.
pub struct Password(String);

impl Password {
    /// A password as somebody typed it twice.
    ///
    /// # Errors
    /// `PasswordTooShort`, `PasswordTooLong` or `PasswordsDiffer`.
    pub fn parse(text: &str, repeated: &str) -> Result<Password, Refusal> {
        let length = text.chars().count();
        if length < MIN_LENGTH {
            return Err(Refusal::PasswordTooShort);
        }
        if length > MAX_LENGTH {
            return Err(Refusal::PasswordTooLong);
        }
        if text != repeated {
            return Err(Refusal::PasswordsDiffer);
        }
        Ok(Password(text.to_owned()))
    }

    /// What is stored of it, in PHC format with a salt of its own.
    ///
    /// # Errors
    /// When the system has no randomness or memory to give.
    pub fn hash(&self) -> Result<String, Error> {
        hash(&self.0)
    }
}

/// Whether a password fits the stored hash. Without one it is checked against a hash that nothing
/// fits, so that an account that is unknown, disabled or without password costs what any other costs.
pub fn fits(password: &str, stored: Option<&str>) -> bool {
    static NOBODY: LazyLock<String> = LazyLock::new(|| hash(Token::random().as_str()).unwrap_or_default());
    let verified = PasswordHash::new(stored.unwrap_or(&NOBODY)).map(|known| is_of(password, &known).unwrap_or(false));
    stored.is_some() && verified.unwrap_or(false)
}

/// Memory for as many hashes as were ever made at once. It is used again, because an allocator that gets such
/// blocks back from many threads keeps them all.
static BLOCKS: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

fn is_of(password: &str, known: &PasswordHash) -> Result<bool, Error> {
    let (Some(salt), Some(expected)) = (&known.salt, &known.hash) else { return Ok(false) };
    let version = known.version.map_or(Ok(Version::default()), Version::try_from)?;
    let params = Params::try_from(known)?;
    let argon2 = Argon2::new(Algorithm::try_from(known.algorithm.as_str())?, version, params);
    // Outputs are compared in constant time.
    Ok(output(&argon2, password, salt, expected.len())? == *expected)
}

fn hash(password: &str) -> Result<String, Error> {
    let (argon2, salt) = (argon2(), Salt::new(&try_generate_salt()?)?);
    let output = output(&argon2, password, &salt, Params::DEFAULT_OUTPUT_LEN)?;
    let hash = PasswordHash {
        algorithm: Algorithm::default().ident(),
        version: Some(Version::default().into()),
        params: argon2.params().try_into()?,
        salt: Some(salt),
        hash: Some(output),
    };
    Ok(hash.to_string())
}

/// What a password comes to with a salt, in so many bytes.
fn output(argon2: &Argon2, password: &str, salt: &Salt, length: usize) -> Result<Output, Error> {
    let mut blocks = BLOCKS.lock().pop().unwrap_or_default();
    blocks.resize(blocks.len().max(argon2.params().block_count()), Block::default());
    let mut hash = vec![0; length];
    let outcome = argon2.hash_password_into_with_memory(password.as_bytes(), salt.as_ref(), &mut hash, &mut blocks);
    BLOCKS.lock().push(blocks);
    outcome?;
    Ok(Output::new(&hash)?)
}

/// The library's defaults (Argon2id, 19 MiB, two passes); tests of this crate hash weakly to be quick.
fn argon2() -> Argon2<'static> {
    let weak = if cfg!(test) { Params::new(8, 1, 1, None).ok() } else { None };
    Argon2::new(Algorithm::default(), Version::default(), weak.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let hash = Password::parse("en lang sætning", "en lang sætning").ok().unwrap().hash().unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(fits("en lang sætning", Some(&hash)));
        assert!(!fits("en anden sætning", Some(&hash)));
        assert!(!fits("en lang sætning", None));
        assert!(!fits("en lang sætning", Some("ikke en hash")));
    }

    #[test]
    fn two_hashes_of_one_password_differ() {
        assert_ne!(hash("en lang sætning").unwrap(), hash("en lang sætning").unwrap());
    }

    #[test]
    fn a_password_has_12_to_200_characters_and_is_typed_twice() {
        let refused = |text: &str, repeated: &str| Password::parse(text, repeated).err();
        assert_eq!(refused("ææææææææææ1", "ææææææææææ1"), Some(Refusal::PasswordTooShort));
        assert_eq!(refused(&"æ".repeat(201), &"æ".repeat(201)), Some(Refusal::PasswordTooLong));
        assert_eq!(refused("tolv tegn nu", "tolv tegn Nu"), Some(Refusal::PasswordsDiffer));
        assert_eq!(refused(&"æ".repeat(12), &"æ".repeat(12)), None);
        assert_eq!(refused(&"æ".repeat(200), &"æ".repeat(200)), None);
    }
}
