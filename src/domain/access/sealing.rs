//! What must be known again and shown to nobody: encrypted and authenticated with a key made from `SECRET_KEY` for
//! one purpose, and bound to whom it belongs. A copy of the database or of a cookie alone says nothing, and what
//! was sealed for one purpose or owner opens for no other.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::Mac;

use super::rate_limits::authenticated;
use crate::domain::base::tokens::random;

/// Bytes of the number used once that stands before what is encrypted.
const NONCE: usize = 24;

/// Seals bytes for a purpose and an owner; none only where they are far too many.
pub(crate) fn seal(key: &str, (purpose, owner): (&str, &str), bytes: &[u8]) -> Option<String> {
    let nonce: [u8; NONCE] = random();
    let payload = Payload { msg: bytes, aad: owner.as_bytes() };
    let sealed = cipher(key, purpose).encrypt(&XNonce::from(nonce), payload).ok()?;
    Some(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
}

/// What was sealed; none where the key, the purpose or the owner is another, or somebody changed it.
pub(crate) fn unseal(key: &str, (purpose, owner): (&str, &str), sealed: &str) -> Option<Vec<u8>> {
    let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
    let payload = Payload { msg: sealed, aad: owner.as_bytes() };
    cipher(key, purpose).decrypt(&XNonce::from(*nonce), payload).ok()
}

fn cipher(key: &str, purpose: &str) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&authenticated(key, purpose).finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_for_its_purpose_and_owner_and_unchanged() {
        let sealed = seal("nøgle", ("flow", "anna"), b"hemmeligt").unwrap();
        assert_eq!(unseal("nøgle", ("flow", "anna"), &sealed).as_deref(), Some(b"hemmeligt".as_slice()));
        for (key, purpose, owner) in [("andet", "flow", "anna"), ("nøgle", "hint", "anna"), ("nøgle", "flow", "bo")] {
            assert_eq!(unseal(key, (purpose, owner), &sealed), None);
        }
        let changed = sealed.replacen(|letter: char| letter.is_ascii_lowercase(), "A", 1);
        assert_eq!(unseal("nøgle", ("flow", "anna"), &changed), None);
        assert_eq!(unseal("nøgle", ("flow", "anna"), "x"), None);
    }
}
