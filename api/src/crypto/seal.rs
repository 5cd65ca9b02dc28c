//! Seals personal data so that it can be read with its key and in its place only, and salts clear
//! text, so that the digest which an event keeps says nothing once the part is erased.

use std::fmt;

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};

use super::digest::part_digest;
use super::keys::{KeyRing, Secret};
use super::mac::same_secret;
use super::random::random_bytes;

const KEY_NAMES: &str = "xchacha20poly1305/field-";
const NONCE: usize = 24;

/// A sealed part, as the database keeps it, and the digest that goes into its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The algorithm and the key, such as `xchacha20poly1305/field-1`.
    pub key_name: String,
    /// The nonce, then what is encrypted: 32 bytes of salt and the content.
    pub bytes: Vec<u8>,
    /// The digest of salt and content.
    pub digest: String,
}

/// A part that was opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    /// What was sealed.
    pub content: String,
    /// The digest of its salt and content, to be compared with the event's.
    pub digest: String,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("digest", &self.digest).finish_non_exhaustive()
    }
}

/// Why a part can't be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealError {
    /// The ring has no key of this name.
    UnknownKey(String),
    /// It was altered, moved from another place, or sealed with another key of that name.
    Tampered,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey(name) => write!(f, "no key is named {name:?}"),
            Self::Tampered => f.write_str("a sealed part was altered or moved, or its key is another one"),
        }
    }
}

impl std::error::Error for SealError {}

impl From<SealError> for crate::error::Error {
    fn from(error: SealError) -> Self {
        Self::internal(error)
    }
}

impl KeyRing {
    /// Seals `content` with the newest key, bound to its place `context` (`stream#seq#name`).
    #[expect(clippy::expect_used, reason = "a ring always has a sealing key, and no part is 256 GiB long")]
    pub fn seal(&self, context: &str, content: &str) -> Sealed {
        let (number, key) = self.field.last_key_value().expect("a ring has a sealing key");
        let salt = random_bytes::<32>();
        let nonce = random_bytes::<NONCE>();
        let plain = [&salt[..], content.as_bytes()].concat();
        let sealed = cipher(key)
            .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: context.as_bytes() })
            .expect("a part is shorter than 256 GiB");
        Sealed {
            key_name: format!("{KEY_NAMES}{number}"),
            bytes: [&nonce[..], &sealed].concat(),
            digest: part_digest(&salt, content),
        }
    }

    /// Opens what [`seal`](Self::seal) made for the same `context`.
    pub fn unseal(&self, context: &str, key_name: &str, bytes: &[u8]) -> Result<Opened, SealError> {
        let key = self.sealing_key(key_name).ok_or_else(|| SealError::UnknownKey(key_name.to_owned()))?;
        unseal_with(key, context, bytes).ok_or(SealError::Tampered)
    }

    fn sealing_key(&self, name: &str) -> Option<&Secret> {
        self.field.get(&name.strip_prefix(KEY_NAMES)?.parse().ok()?)
    }
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.0.into())
}

fn unseal_with(key: &Secret, context: &str, bytes: &[u8]) -> Option<Opened> {
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
    let payload = Payload { msg: sealed, aad: context.as_bytes() };
    let plain = cipher(key).decrypt(&XNonce::from(*nonce), payload).ok()?;
    let (salt, content) = plain.split_first_chunk::<32>()?;
    let content = std::str::from_utf8(content).ok()?;
    Some(Opened { content: content.to_owned(), digest: part_digest(salt, content) })
}

/// What a clear text part keeps beside its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salted {
    /// The 32 bytes of salt in hexadecimal.
    pub salt_hex: String,
    /// The digest of salt and content.
    pub digest: String,
}

/// Gives a clear text its salt and digest.
pub fn salted(content: &str) -> Salted {
    let salt = random_bytes::<32>();
    Salted { salt_hex: hex::encode(salt), digest: part_digest(&salt, content) }
}

/// Whether `content` is what the digest was made of, with this salt.
pub fn check_salted(content: &str, salt_hex: &str, digest: &str) -> bool {
    let mut salt = [0; 32];
    hex::decode_to_slice(salt_hex, &mut salt).is_ok()
        && same_secret(part_digest(&salt, content).as_bytes(), digest.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "case:0190#1#reporter.phone";

    #[test]
    fn what_is_sealed_can_be_opened_in_its_place() {
        let ring = KeyRing::ephemeral();
        for content in ["", "13800000000", "张三，身份证号码"] {
            let sealed = ring.seal(HERE, content);
            assert_eq!(sealed.key_name, "xchacha20poly1305/field-1");
            let opened = ring.unseal(HERE, &sealed.key_name, &sealed.bytes).unwrap();
            assert_eq!((opened.content.as_str(), &opened.digest), (content, &sealed.digest));
        }
    }

    #[test]
    fn sealing_twice_shows_no_likeness() {
        let ring = KeyRing::ephemeral();
        let (one, two) = (ring.seal(HERE, "张三"), ring.seal(HERE, "张三"));
        assert_ne!(one.bytes, two.bytes);
        assert_ne!(one.digest, two.digest);
    }

    #[test]
    fn any_altered_or_missing_byte_is_noticed() {
        let ring = KeyRing::ephemeral();
        let sealed = ring.seal(HERE, "张三");
        let open = |bytes: &[u8]| ring.unseal(HERE, &sealed.key_name, bytes);
        for at in 0..sealed.bytes.len() {
            let mut bytes = sealed.bytes.clone();
            bytes[at] ^= 1;
            assert_eq!(open(&bytes), Err(SealError::Tampered));
            assert_eq!(open(&sealed.bytes[..at]), Err(SealError::Tampered));
        }
    }

    #[test]
    fn a_sealed_part_cannot_be_moved() {
        let ring = KeyRing::ephemeral();
        let sealed = ring.seal(HERE, "张三");
        for place in ["case:0191#1#reporter.phone", "case:0190#2#reporter.phone", "case:0190#1#account", ""] {
            assert_eq!(ring.unseal(place, &sealed.key_name, &sealed.bytes), Err(SealError::Tampered));
        }
    }

    #[test]
    fn another_ring_or_an_unknown_key_opens_nothing() {
        let (ring, other) = (KeyRing::ephemeral(), KeyRing::ephemeral());
        let sealed = ring.seal(HERE, "张三");
        assert_eq!(other.unseal(HERE, &sealed.key_name, &sealed.bytes), Err(SealError::Tampered));
        for name in ["xchacha20poly1305/field-2", "sm4-gcm/field-1", "field-1", ""] {
            assert_eq!(ring.unseal(HERE, name, &sealed.bytes), Err(SealError::UnknownKey(name.to_owned())));
        }
    }

    #[test]
    fn an_opened_part_does_not_show_its_content() {
        let opened = Opened { content: "张三".to_owned(), digest: "sha256:00".to_owned() };
        assert!(!format!("{opened:?}").contains("张三"));
    }

    #[test]
    fn a_clear_text_is_checked_with_its_salt() {
        let Salted { salt_hex, digest } = salted("窗口要求重复提交");
        assert!(check_salted("窗口要求重复提交", &salt_hex, &digest));
        assert!(!check_salted("窗口要求重复提交。", &salt_hex, &digest));
        assert!(!check_salted("窗口要求重复提交", &salted("x").salt_hex, &digest));
        assert!(!check_salted("窗口要求重复提交", "zz", &digest));
        assert_ne!(salted("a").digest, salted("a").digest);
    }
}
