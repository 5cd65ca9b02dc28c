//! The ring of keys that all processes of one installation share.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use super::key_dir::{self, KeyError};
use super::random::random_bytes;
use super::token::TokenKey;

/// The keys: some seal personal data (the newest seals, all open), one makes keyed hashes, one
/// signs access tokens. Its abilities stand in [`super::seal`], [`super::mac`] and [`super::token`].
#[derive(Debug)]
pub struct KeyRing {
    pub(super) field: BTreeMap<u32, Secret>,
    pub(super) mac: Secret,
    pub(super) token: TokenKey,
}

impl KeyRing {
    /// Reads the keys that lie in `dir`.
    pub fn open(dir: &Path) -> Result<Self, KeyError> {
        key_dir::read(dir)
    }

    /// Makes the keys that `dir` lacks, never touching those it has, and reads them all.
    pub fn create(dir: &Path) -> Result<Self, KeyError> {
        key_dir::make_missing(dir)?;
        key_dir::read(dir)
    }

    /// Makes the keys where there are none at all. A ring of which a part is missing is not
    /// completed, but an error: a new key in the place of a lost one can't read what is written.
    pub fn open_or_create(dir: &Path) -> Result<Self, KeyError> {
        if key_dir::is_empty(dir)? { Self::create(dir) } else { Self::open(dir) }
    }

    /// New keys that live in memory only.
    #[expect(clippy::expect_used, reason = "every seed is an Ed25519 key")]
    pub fn ephemeral() -> Self {
        Self {
            field: BTreeMap::from([(1, Secret::random())]),
            mac: Secret::random(),
            token: TokenKey::from_seed(&random_bytes()).expect("every seed is an Ed25519 key"),
        }
    }
}

/// A symmetric key of 32 bytes.
pub(super) struct Secret(pub(super) [u8; 32]);

impl Secret {
    pub(super) fn random() -> Self {
        Self(random_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_does_not_show_its_keys() {
        let ring = KeyRing::ephemeral();
        let shown = format!("{ring:?}");
        for secret in [&ring.field[&1], &ring.mac] {
            assert!(!shown.contains(&hex::encode(secret.0)));
            assert!(!shown.contains(&format!("{:?}", secret.0)));
        }
        assert!(shown.contains("Secret(…)"), "{shown}");
    }
}
